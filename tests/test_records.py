"""Objects as plain dicts and JSON and back, and what is said where a record is not understood."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

pytest.importorskip("cattrs", reason="needs cattrs")

from servicemodel import ClockEvent, ClockPolicy, Instrument, Regime, Scale, ServiceGuarantee, Text, WaitCondition
from servicemodel.errors import RecordError
from servicemodel.journey import SUPERMARKET_CYCLE, Blueprint, ServiceCycle, ServiceStandard
from servicemodel.objects import (
    Account,
    Complaint,
    ComplaintEvent,
    Customer,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Wait,
)
from servicemodel.records import KINDS, from_dict, from_json, to_dict, to_json
from servicemodel.strategies.registry import REGISTRY
from thoroughness import at_most

every_kind = pytest.mark.parametrize("kind", KINDS)


def refusal(kind, data):
    with pytest.raises(RecordError) as caught:
        from_dict(kind, data)
    return str(caught.value)


# --- there and back ---------------------------------------------------------------------------------------------------


@every_kind
@settings(max_examples=at_most(40))
@given(data=st.data())
def test_an_object_comes_back_as_it_was(kind, data):
    made = data.draw(REGISTRY[kind](kind))

    plain = to_dict(made)

    assert from_dict(kind, plain) == made
    assert from_json(kind, to_json(made)) == made
    assert from_json(kind, to_json(made).encode()) == made
    assert json.loads(to_json(made)) == plain


def test_every_object_has_a_record():
    assert set(KINDS) == {
        Account, Blueprint, ClockEvent, ClockPolicy, Complaint, ComplaintEvent, Customer, CustomerProfile, Expectation, Instrument, LoyaltyTier, Regime, Scale,
        ServiceCycle, ServiceEncounter, ServiceGuarantee, ServiceStandard, Wait,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(hours=8), "PT8H"),
        (timedelta(days=2, minutes=5), "PT48H5M"),
        (timedelta(seconds=61), "PT1M1S"),
        (timedelta(seconds=10, microseconds=120), "PT10.00012S"),
    ],
)
def test_durations_are_written_in_iso_8601(length, text):
    policy = ClockPolicy(target=length)

    assert to_dict(policy)["target"] == text
    assert from_dict(ClockPolicy, {"target": text}) == policy
    assert to_dict(ClockPolicy(target=length, warning=timedelta()))["warning"] == "PT0S"


def test_durations_of_others_are_read_and_what_is_none_is_refused():
    assert from_dict(ClockPolicy, {"target": "P1DT90M0.5S"}).target == timedelta(
        days=1, minutes=90, microseconds=500_000
    )
    assert from_dict(ClockPolicy, {"target": None}).target is None
    for wrong in ("8:00", "P", "PT", "P1M", "P1Y", "PT-8H", "PT0.1234567S", "", 8):
        expected = f"target: must be an ISO 8601 duration in days or less such as 'PT8H'; got {wrong!r}"
        assert refusal(ClockPolicy, {"target": wrong}) == expected
    assert refusal(ClockPolicy, {"target": "PT0S"}).startswith("target must be more than 0")


def test_an_event_of_a_clock_says_where_it_is_wrong():
    event = {"kind": "policy_changed", "at": "2024-05-01T09:30:00+08:00"}

    assert from_dict(ClockEvent, {**event, "policy": {"target": "PT4H"}}).policy.target == timedelta(hours=4)
    assert "policy is missing" in refusal(ClockEvent, event)
    assert "policy.stops_on[0]: must be one of 'opened'" in refusal(
        ClockEvent, {**event, "policy": {"target": "PT4H", "stops_on": ["done"]}}
    )


def test_the_missing_codes_of_a_scale_keep_their_kind():
    scale = {"name": "own", "title": {"en": "own", "zh": "自定"}, "low": 1, "high": 5}

    assert from_dict(Scale, {**scale, "missing": [0, 9.5, "Blank"]}).missing == (0, 9.5, "Blank")
    assert refusal(Scale, {**scale, "missing": [None]}) == "missing[0]: must be a number or a word; got None"
    assert "low must be below high" in refusal(Scale, {**scale, "high": 0})


def test_values_are_written_plainly_and_exactly():
    visit = ServiceEncounter(
        id="v",
        started_at=datetime(2024, 5, 1, 9, 30, tzinfo=timezone(timedelta(hours=8))),
        amount=Decimal("12.50"),
        waits=(Wait(minutes=1, conditions=WaitCondition.SOLO, value="high"),),
    )

    plain = to_dict(visit)

    assert plain["started_at"] == "2024-05-01T09:30:00+08:00"
    assert plain["amount"] == "12.50"
    assert plain["waits"][0]["conditions"] == 128
    assert plain["waits"][0]["value"] == "high"
    assert type(plain["waits"]) is list
    assert type(plain["waits"][0]["conditions"]) is int
    assert type(plain["waits"][0]["value"]) is str
    assert from_dict(ServiceEncounter, plain).started_at.utcoffset() == timedelta(hours=8)
    assert to_dict(Customer(id="c", joined_on=date(2024, 5, 1)))["joined_on"] == "2024-05-01"
    assert "王芳" in to_json(CustomerProfile(name="王芳"))


def test_values_that_are_already_of_the_right_type_are_taken():
    noon = datetime(2024, 5, 1, 12, tzinfo=UTC)
    data = {"id": "k", "received_at": noon, "severity": "serious", "due_at": "2024-05-02T12:00:00Z"}

    complaint = from_dict(Complaint, data)

    assert complaint.received_at == noon
    assert complaint.due_at == noon + timedelta(days=1)
    assert from_dict(Customer, {"id": "c", "annual_sales": 5}).annual_sales == Decimal(5)
    assert from_dict(Customer, {"id": "c", "annual_sales": Decimal("5.5")}).annual_sales == Decimal("5.5")
    assert from_dict(Customer, {"id": "c", "joined_on": date(2024, 5, 1)}).joined_on == date(2024, 5, 1)
    assert from_dict(
        LoyaltyTier, {"key": "g", "en": "G", "zh": "金", "minimum_spend": "0", "benefits": ("x",)}
    ).benefits == ("x",)


# --- what is not understood -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "data", "said"),
    [
        (ServiceEncounter, {"id": "v", "expectation": {"level": 5, "tolerence": 1}},
         "expectation.tolerence: no such field; an Expectation has level, adequate, desired, tolerance, tolerance_above"),
        (Wait, {"minutes": 1, "b": 1, "a": 1, 7: 1},
         "7: no such field; a Wait has minutes, conditions, expected_minutes, acceptable_minutes, value; a: no such"),
        (ServiceEncounter, {}, "id: the field is missing, and a ServiceEncounter needs it"),
        (ServiceEncounter, {"id": "v", "waits": [{"minutes": 1}, {}]}, "waits[1].minutes: the field is missing, and a Wait needs"),
        (ServiceEncounter, {"id": "v", "waits": [{"minutes": 1, "value": "dear"}]},
         "waits[0].value: must be one of 'low', 'ordinary', 'high'; got 'dear'"),
        (ServiceEncounter, {"id": "v", "waits": [{"minutes": 1, "conditions": 64}]}, "waits[0].conditions: 64 has bit 64: rule 7"),
        (ServiceEncounter, {"id": "v", "waits": [{"minutes": 1, "conditions": "SOLO"}]},
         "waits[0].conditions: must be a sum of 1 (UNOCCUPIED), 2"),
        (ServiceEncounter, {"id": "v", "waits": [{"minutes": 1, "conditions": True}]}, "waits[0].conditions: must be a sum of"),
        (ServiceEncounter, {"id": "v", "waits": [{"minutes": -1}]},
         "waits[0]: Wait.minutes must be a finite number at least 0 [minutes]; got -1.0"),
        (ServiceEncounter, {"id": "v", "waits": {"minutes": 1}}, "waits: must be a list; got {'minutes': 1}"),
        (ServiceEncounter, {"id": "v", "waits": [3]}, "waits[0]: must be a dict with the fields of a Wait; got int"),
        (ServiceEncounter, {"id": "v", "expectation": []}, "expectation: must be a dict with the fields of an Expectation; got list"),
        (ServiceEncounter, {"id": "v", "expectation": {}}, "expectation: Expectation has no level and no adequate"),
        (ServiceEncounter, {"id": 7}, "id: must be text; got 7"),
        (ServiceEncounter, {"id": " "}, "ServiceEncounter.id must be text that is not blank"),
        (ServiceEncounter, {"id": "v", "performance": "4"}, "performance: must be a number; got '4'"),
        (ServiceEncounter, {"id": "v", "performance": True}, "performance: must be a number; got True"),
        (ServiceEncounter, {"id": "v", "performance": float("nan")}, "ServiceEncounter.performance must be a finite number"),
        (ServiceEncounter, {"id": "v", "amount": 12.5}, "amount: must be an exact amount as text, such as '12.50'; got 12.5"),
        (ServiceEncounter, {"id": "v", "amount": "much"}, "amount: must be an exact amount as text"),
        (ServiceEncounter, {"id": "v", "amount": True}, "amount: must be an exact amount as text"),
        (ServiceEncounter, {"id": "v", "amount": "NaN"}, "ServiceEncounter.amount must be a finite Decimal"),
        (ServiceEncounter, {"id": "v", "started_at": "noon"}, "started_at: must be an ISO 8601 instant such as"),
        (ServiceEncounter, {"id": "v", "started_at": 5}, "started_at: must be an ISO 8601 instant such as"),
        (ServiceEncounter, {"id": "v", "started_at": "2024-05-01T12:00"}, "this one has none"),
        (Customer, {"id": "c", "joined_on": "May"}, "joined_on: must be an ISO 8601 date such as '2024-05-01'; got 'May'"),
        (Customer, {"id": "c", "kind": "friend"}, "kind: must be one of 'end_user', 'purchaser', 'intermediary', 'internal'; got"),
        (Complaint, {"id": "k", "received_at": "2024-05-01T12:00Z", "category": 3}, "category: must be one of 'product_quality'"),
        (Account, {"id": "a", "current": 2.0}, "current: must be a whole number; got 2.0"),
        (Account, {"id": "a", "current": True}, "current: must be a whole number; got True"),
        (Account, {"id": "a", "influential": 1}, "influential: must be true or false; got 1"),
        (LoyaltyTier, {"key": "g", "en": "G", "zh": "金", "minimum_spend": "-1"}, "minimum_spend must be a finite amount"),
        (Account, ["a"], "Account: must be a dict with the fields of an Account; got list"),
        (Account, None, "Account: must be a dict with the fields of an Account; got NoneType"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place_and_what_is_allowed(kind, data, said):
    assert said in refusal(kind, data)


def test_all_faults_are_told_at_once():
    said = refusal(ServiceEncounter, {"id": 7, "waits": [{"minutes": "x"}, {"minutes": 1, "value": 2}], "wait": 1})

    assert [part.partition(": ")[0] for part in said.split("; ") if ": " in part] == [
        "id", "waits[0].minutes", "waits[1].value", "wait",
    ]  # fmt: skip


def test_what_is_personal_stays_out_of_messages():
    for profile in (
        {"name": "x", "sex": 4711},
        {"name": "x", "average_income": "secret"},
        {"name": "x", "purchases": ["oil", 4711]},
        {"name": "x", "purchases": "secret"},
        {"name": "x", "birth_date": "secret"},
        {"name": "x", "remarks": "\u3000"},
        ["secret"],
    ):
        for kind, data in ((CustomerProfile, profile), (Customer, {"id": "c", "profile": profile})):
            said = refusal(kind, data)
            assert "secret" not in said
            assert "4711" not in said
            assert "\u3000" not in said


def test_text_that_is_no_json_is_refused():
    for text in ("{", "", b"\xff"):
        with pytest.raises(RecordError, match="the text is not JSON"):
            from_json(Customer, text)
    with pytest.raises(RecordError, match="the field 'id' is given twice"):
        from_json(Customer, '{"id": "a", "id": "b"}')


@pytest.mark.parametrize("thing", [5, Text("a", "甲"), None])
def test_only_objects_have_records(thing):
    with pytest.raises(TypeError, match="has no record; these have: Customer"):
        to_dict(thing)
    with pytest.raises(TypeError, match="has no record"):
        from_dict(type(thing), {})
    with pytest.raises(TypeError, match=r"\[\] has no record"):
        from_dict([], {})


def test_without_cattrs_the_extra_is_named():
    code = (
        "import sys; sys.modules['cattrs'] = None\n"
        "import servicemodel.objects\n"
        "try:\n"
        "    import servicemodel.records\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == (
        "servicemodel.records needs cattrs; install it with: pip install servicemodel[records]"
    )


def test_without_cattrs_the_extra_is_named_here_too(monkeypatch):
    monkeypatch.setitem(sys.modules, "cattrs", None)
    monkeypatch.delitem(sys.modules, "servicemodel.records")

    with pytest.raises(ImportError, match=r"pip install servicemodel\[records\]"):
        __import__("servicemodel.records")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            [{"id": "c", "profile": {"name": "secret"}}],
            "Customer: must be a dict with the fields of a Customer; got list",
        ),
        ({"id": "c", "name": ["secret"]}, "name: must be text; got <hidden>"),
        ({"id": "c", "profile": ["secret"]}, "profile: must be a dict with the fields of a CustomerProfile; got list"),
    ],
)
def test_what_is_personal_is_not_told_wherever_it_was_put(data, said):
    assert refusal(Customer, data) == said


def test_a_cycle_keeps_its_order_and_its_sources():
    assert from_json(ServiceCycle, to_json(SUPERMARKET_CYCLE)) == SUPERMARKET_CYCLE


def test_a_blueprint_whose_link_leads_nowhere_is_refused_from_a_record_too():
    text = {"en": "desk", "zh": "柜台"}
    action = {"key": "ask", "lane": "customer", "text": text}
    with pytest.raises(RecordError, match="'ask' to 'pay'"):
        from_dict(Blueprint, {"title": text, "actions": [action], "links": [{"source": "ask", "target": "pay"}]})
