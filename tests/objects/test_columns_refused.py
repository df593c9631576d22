"""What is said where flat columns cannot be read: which row, which column, what is allowed."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pytest

from servicemodel import WaitCondition
from servicemodel.errors import RecordError
from servicemodel.objects import Account, Complaint, Customer, LoyaltyTier, ServiceEncounter, Wait, from_columns

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def refusal(kind, **cells):
    """Return what is said of one row."""
    with pytest.raises(RecordError) as caught:
        from_columns(kind, {name: [value] for name, value in cells.items()})
    return str(caught.value)


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        (ServiceEncounter, "channel", 7, "must be text (write '7'); got 7"),
        (ServiceEncounter, "channel", " ", "must be text that is not blank"),
        (ServiceEncounter, "performance", "4", "must be a number; got '4'"),
        (ServiceEncounter, "performance", True, "must be a number; got True"),
        (ServiceEncounter, "performance", Decimal(4), "must be a number (write float(value))"),
        (ServiceEncounter, "performance", 10**400, "must be a finite number"),
        (ServiceEncounter, "performance", math.inf, "must be a finite number [points]; got inf"),
        (ServiceEncounter, "tolerance", -1, "must be a finite number at least 0 [points]; got -1.0"),
        (ServiceEncounter, "amount", 12.5, "must be an exact amount: write Decimal('12.5'); got 12.5"),
        (ServiceEncounter, "amount", "twelve", "must be an amount such as '12.50'; got 'twelve'"),
        (ServiceEncounter, "amount", True, "must be a Decimal, a whole number or text"),
        (ServiceEncounter, "amount", "NaN", "must be a finite Decimal or whole number"),
        (ServiceEncounter, "currency", "yuan", "must be an ISO 4217 code"),
        (ServiceEncounter, "started_at", "yesterday", "must be a datetime with a time zone, such as '2024-05-01T09:30:00+08:00'"),
        (ServiceEncounter, "started_at", "2024-05-01T09:30", "must be a datetime with a time zone, and this one has none"),
        (ServiceEncounter, "started_at", date(2024, 5, 1), "must be a datetime with a time zone; got datetime.date"),
        (ServiceEncounter, "started_at", np.datetime64(1, "ns"), "must be a datetime with a time zone, to the microsecond"),
        (ServiceEncounter, "started_at", np.datetime64("20000-01-01"), "to the microsecond"),
        (ServiceEncounter, "wait_value", "dear", "must be one of 'low', 'ordinary', 'high'; got 'dear'"),
        (ServiceEncounter, "wait_value", 1, "must be one of 'low', 'ordinary', 'high'; got 1"),
        (ServiceEncounter, "wait_conditions", 64, "rule 7"),
        (ServiceEncounter, "wait_conditions", 1.5, "must be a whole number; got 1.5"),
        (Account, "current", 2.5, "must be a whole number; got 2.5"),
        (Account, "current", 5, "must be a whole number at least 0 and at most 4"),
        (Account, "influential", 1, "must be True or False; got 1"),
        (Customer, "joined_on", NOON, "must be a date, or midnight without a time zone"),
        (Customer, "joined_on", "May", "must be a date such as '2024-05-01'; got 'May'"),
        (Customer, "joined_on", 5, "must be a date; got 5"),
        (Customer, "joined_on", np.datetime64("2024-05-01T01"), "must be a whole day"),
        (Customer, "joined_on", np.datetime64("20000-01-01"), "must be a whole day"),
        (LoyaltyTier, "benefits", 5, "must be text with ';' between the items, or a list; got 5"),
        (LoyaltyTier, "benefits", ["a", 5], "must be text (write '5'); got 5"),
        (Complaint, "events", 5, "must be text with ';' between the items, or a list; got 5"),
        (Complaint, "events", [5], "must be text (write '5'); got 5"),
        (Complaint, "events", "assigned 2024-05-01T13:00Z", "must be 'state instant note', such as 'acknowledged 2024-05-01T09:30:00+08:00'"),
        (Complaint, "events", "acknowledged", "must be 'state instant note'"),
        (Complaint, "events", "acknowledged soon", "must be 'state instant note'"),
        (Complaint, "events", "acknowledged 2024-05-01T13:00", "must be 'state instant note'"),
        (Complaint, "events", "acknowledged 2024-05-01T11:00Z", "must be no earlier than 2024-05-01T12:00:00+00:00, when it became 'received'"),
        (LoyaltyTier, "minimum_spend", -1, "must be a finite amount at least 0"),
        (Customer, "id", None, "is missing"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_is_found(kind, name, value, said):
    good = {"id": "x"} if kind is not LoyaltyTier else {"key": "k", "en": "e", "zh": "z", "minimum_spend": 0}
    if kind is Complaint:
        good["received_at"] = NOON
    if name.startswith("wait_"):
        good |= {"wait_minutes": 1, "wait_conditions": 0}
    if name == "tolerance":
        good["expected"] = 1
    rows = {**{key: [each, each] for key, each in good.items()}, name: [good.get(name), value]}

    with pytest.raises(RecordError) as caught:
        from_columns(kind, rows)

    assert str(caught.value).startswith(f"row 1, column {name!r}: ")
    assert said in str(caught.value)


def test_steps_that_do_not_follow_each_other_are_found_by_their_row():
    said = refusal(Complaint, id="k", received_at=NOON, events="closed 2024-05-01T13:00Z")

    assert said == "row 0: Complaint 'k' is 'received': it may become 'acknowledged'; got 'closed'"


def test_a_part_that_lacks_its_heart_is_found():
    assert refusal(ServiceEncounter, id="v", wait_value="low") == (
        "row 0, column 'wait_minutes': is missing, although the row says more of its waits"
    )
    assert refusal(Customer, id="c", profile_sex="f").startswith("row 0, column 'profile_name': is missing")
    assert refusal(ServiceEncounter, id="v", tolerance=1) == (
        "row 0: Expectation has no level and no adequate; at least one of them is needed"
    )
    assert refusal(ServiceEncounter, id="v", adequate=2, desired=1).startswith(
        "row 0, column 'desired': must be at least adequate (2.0); got 1.0"
    )
    assert refusal(ServiceEncounter, id="v", started_at=NOON, ended_at="2024-05-01T11:00Z").startswith(
        "row 0, column 'ended_at': must be no earlier than started_at"
    )


def test_conditions_are_not_guessed():
    assert refusal(ServiceEncounter, id="v", wait_minutes=1, wait_conditions=None).startswith(
        "row 0, column 'wait_conditions': is missing, although the row says more of its waits; 0 says"
    )
    assert refusal(ServiceEncounter, id="v", wait_minutes=1, wait_solo=None).startswith(
        "row 0, column 'wait_solo': is missing"
    )
    assert refusal(ServiceEncounter, id="v", wait_solo=True, wait_unfair=None).startswith(
        "row 0, column 'wait_unfair': is missing"
    )
    assert refusal(ServiceEncounter, id="v", wait_minutes=1, wait_solo=1).startswith(
        "row 0, column 'wait_solo': must be True or False; got 1"
    )
    assert refusal(ServiceEncounter, id="v", wait_solo=False).startswith("row 0, column 'wait_minutes': is missing")
    assert refusal(ServiceEncounter, id="v", wait_conditions=1, wait_solo=True) == (
        "columns 'wait_conditions' and 'wait_solo' say the same thing; give the mask or the flags, not both"
    )
    (visit,) = from_columns(ServiceEncounter, {"id": ["v"], "wait_minutes": [1], "wait_solo": [np.True_]})
    assert visit.waits == (Wait(minutes=1, conditions=WaitCondition.SOLO),)
    assert from_columns(ServiceEncounter, {"id": ["v"], "wait_solo": [None]}) == [ServiceEncounter(id="v")]


def test_what_is_personal_stays_out_of_messages():
    for name, value in {
        "profile_sex": 4711,
        "profile_average_income": 4711.5,
        "profile_birth_date": "secret",
        "profile_purchases": ["secret", 4711],
        "profile_remarks": "\u3000",
    }.items():
        said = refusal(Customer, id="c", profile_name="x", **{name: value})
        assert said.startswith(f"row 0, column {name!r}: must be ")
        assert "<hidden>" in said
        assert "secret" not in said
        assert "4711" not in said


def test_columns_that_do_not_fit_are_named():
    assert refusal(Account, id="a", wait_solo=True).startswith(
        "column 'wait_solo' is unknown; an Account has 'id', 'name'"
    )
    assert "wait_solo" in refusal(ServiceEncounter, id="v", wait_slow=True)
    assert refusal(Complaint, id="k") == "column 'received_at' is lacking; a Complaint needs it"
    with pytest.raises(RecordError, match="columns differ in length: 'id': 2, 'name': 1"):
        from_columns(Account, {"id": ["a", "b"], "name": ["x"]})
    for values in ("abc", b"abc", {"a": 1}, 5):
        with pytest.raises(RecordError, match="column 'id' must be a list or an array; got"):
            from_columns(Account, {"id": values})
    for frame in (None, [("id", ["a"])]):
        with pytest.raises(
            TypeError, match=r'columns must be a mapping of names to lists, such as frame.to_dict\("list"\)'
        ):
            from_columns(Account, frame)
    with pytest.raises(TypeError, match="int has no flat columns"):
        from_columns(int, {})


def test_what_only_calls_itself_a_bool_is_no_flag():
    impostor = type("bool", (), {})()

    with pytest.raises(RecordError, match="row 0, column 'wait_solo': must be True or False"):
        from_columns(ServiceEncounter, {"id": ["v"], "wait_minutes": [1], "wait_solo": [impostor]})


def test_a_signalling_nan_is_missing_as_any_other():
    (customer,) = from_columns(Customer, {"id": ["c"], "annual_sales": [Decimal("sNaN")]})

    assert customer.annual_sales is None
