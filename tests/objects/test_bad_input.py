"""Whatever a field does not take is refused by the object's and the field's name."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal

import attrs
import numpy as np
import pytest

from servicemodel.errors import DomainError, LabelError, MissingError
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

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)

#: The least that makes a valid object of each class.
LEAST = {
    Account: {"id": "a"},
    Complaint: {"id": "k", "received_at": NOON},
    ComplaintEvent: {"state": "acknowledged", "at": NOON},
    Customer: {"id": "c"},
    CustomerProfile: {"name": "王芳"},
    Expectation: {"level": 1},
    LoyaltyTier: {"key": "gold", "en": "Gold", "zh": "金牌", "minimum_spend": 0},
    ServiceEncounter: {"id": "v"},
    Wait: {"minutes": 1},
}
FIELDS = [(kind, field.name) for kind in LEAST if kind is not LoyaltyTier for field in attrs.fields(kind)]


def fields_of_type(*types):
    return [(kind, name) for kind, name in FIELDS if str(getattr(attrs.fields(kind), name).type) in types]


def where(names):
    return pytest.mark.parametrize(("kind", "name"), names, ids=[f"{kind.__name__}.{name}" for kind, name in names])


def make(kind, /, **values):
    return kind(**{**LEAST[kind], **values})


@pytest.mark.parametrize("kind", LEAST)
def test_the_least_is_enough_and_nothing_can_be_changed_or_added_afterwards(kind):
    made = make(kind)

    assert made == make(kind)
    assert hash(made) == hash(make(kind))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, attrs.fields(kind)[0].name, 1)
    with pytest.raises((AttributeError, attrs.exceptions.FrozenInstanceError)):
        made.colour = "red"
    assert not hasattr(made, "__dict__")


@pytest.mark.parametrize("kind", LEAST)
def test_fields_are_given_by_name_only(kind):
    with pytest.raises(TypeError, match="positional"):
        kind(*LEAST[kind].values())


@where(FIELDS)
def test_an_object_of_no_known_type_is_refused_by_name(kind, name):
    with pytest.raises(TypeError, match=rf"^{kind.__name__}\.{name} must be .*; got object"):
        make(kind, **{name: object()})


@where(fields_of_type("str", "str | None"))
def test_blank_text_and_numbers_are_no_text(kind, name):
    if name == "currency":
        return
    with pytest.raises(DomainError, match=rf"{kind.__name__}\.{name} must be text that is not blank"):
        make(kind, **{name: " \n"})
    with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be text; got int"):
        make(kind, **{name: 7})


@where([(kind, next(iter(LEAST[kind]))) for kind in LEAST if kind not in (Expectation, LoyaltyTier)])
def test_what_must_be_there_cannot_be_none(kind, name):
    with pytest.raises(MissingError, match=rf"{kind.__name__}\.{name} is missing"):
        make(kind, **{name: None})


@where([(Complaint, "received_at"), (ComplaintEvent, "at")])
def test_what_happened_needs_its_instant(kind, name):
    with pytest.raises(MissingError, match=rf"{kind.__name__}\.{name} is missing"):
        make(kind, **{name: None})


@where([pair for pair in FIELDS if pair[1] == "currency"])
@pytest.mark.parametrize("code", ["cny", "CN", "CNYX", "¥", "", "CNY\n", "ＣＮＹ"])
def test_a_currency_is_three_capital_letters(kind, name, code):
    with pytest.raises(DomainError, match=rf"{kind.__name__}\.currency must be an ISO 4217 code"):
        make(kind, **{name: code})


@where(fields_of_type("float", "float | None"))
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400], ids=["nan", "inf", "-inf", "huge"])
def test_a_number_is_finite(kind, name, value):
    with pytest.raises(DomainError, match=rf"{kind.__name__}\.{name} must be a finite number"):
        make(kind, **{name: value})


@where(fields_of_type("float", "float | None"))
@pytest.mark.parametrize("value", [True, np.True_, "4", [4.0]], ids=["bool", "numpy bool", "text", "list"])
def test_only_a_number_is_a_number(kind, name, value):
    with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be a finite number"):
        make(kind, **{name: value})


@where(fields_of_type("float", "float | None"))
def test_a_decimal_among_floats_is_refused_with_the_line_to_type(kind, name):
    with pytest.raises(TypeError, match=r"write float\(0\.5\)"):
        make(kind, **{name: Decimal("0.5")})


@where(fields_of_type("float", "float | None"))
@pytest.mark.parametrize("one", [1, np.float32(1), np.int64(1), np.uint8(1)], ids=repr)
def test_whole_and_numpy_numbers_become_floats(kind, name, one):
    value = getattr(make(kind, **{name: one}), name)

    assert type(value) is float
    assert value == 1


@pytest.mark.parametrize(
    ("kind", "name", "refused", "taken"),
    [
        (Account, "attractiveness", math.nextafter(0, -1), 0),
        (Account, "attractiveness", math.nextafter(1, 2), 1),
        (Account, "strength", math.nextafter(0, -1), 0),
        (Account, "strength", math.nextafter(1, 2), 1),
        (Account, "current", -1, 0),
        (Account, "current", 5, 4),
        (Account, "capacity", -1, 0),
        (Account, "capacity", 5, 4),
        (Customer, "expected_years", -1e-9, 0),
        (Expectation, "tolerance", -1e-9, 0),
        (Expectation, "tolerance_above", -1e-9, 0),
        (Wait, "minutes", -1e-9, 0),
        (Wait, "expected_minutes", -1e-9, 0),
        (Wait, "acceptable_minutes", -1e-9, 0),
        (ServiceEncounter, "weight", 0, 1e-9),
    ],
)
def test_a_range_ends_where_the_model_that_reads_the_field_says(kind, name, refused, taken):
    assert getattr(make(kind, **{name: taken}), name) == taken
    with pytest.raises(DomainError, match=rf"{kind.__name__}\.{name} must be"):
        make(kind, **{name: refused})


@where([(Account, "current"), (Account, "capacity")])
def test_a_place_on_the_grid_is_a_whole_number(kind, name):
    assert type(getattr(make(kind, **{name: np.int8(3)}), name)) is int
    for value in (3.0, 2.5, True, Decimal(3)):
        with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be a whole number"):
            make(kind, **{name: value})


@where(fields_of_type("Decimal | None"))
def test_an_amount_is_exact(kind, name):
    assert getattr(make(kind, **{name: 12}), name) == Decimal(12)
    assert type(getattr(make(kind, **{name: np.int64(12)}), name)) is Decimal
    for value in (12.5, np.float64(12.5)):
        with pytest.raises(
            TypeError, match=rf"{kind.__name__}\.{name} must be an exact amount; got a float: write Decimal"
        ):
            make(kind, **{name: value})
    for value in (True, "12"):
        with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be a finite Decimal or whole number"):
            make(kind, **{name: value})
    for value in (Decimal("nan"), Decimal("inf"), Decimal("sNaN")):
        with pytest.raises(DomainError, match=rf"{kind.__name__}\.{name} must be"):
            make(kind, **{name: value})


def test_sales_are_not_negative_but_an_encounter_may_pay_back():
    for kind in (Customer, Account):
        assert make(kind, annual_sales=0).annual_sales == 0
        with pytest.raises(DomainError, match=rf"{kind.__name__}\.annual_sales must be .* at least 0"):
            make(kind, annual_sales=Decimal("-0.01"))
    assert ServiceEncounter(id="v", amount=-5).amount == -5


class _Nowhere(tzinfo):
    """A zone that does not know its offset: Python holds such a datetime for naive."""

    def utcoffset(self, _):
        return None


@where(fields_of_type("datetime", "datetime | None"))
def test_an_instant_has_a_zone(kind, name):
    for value in (datetime(2024, 5, 1), datetime(2024, 5, 1, tzinfo=_Nowhere())):  # noqa: DTZ001
        with pytest.raises(
            DomainError, match=rf"(?s){kind.__name__}\.{name} must be a datetime with a time zone.*ZoneInfo"
        ):
            make(kind, **{name: value})
    for value in (date(2024, 5, 1), "2024-05-01T00:00Z", np.datetime64("2024-05-01")):
        with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be a datetime with a time zone"):
            make(kind, **{name: value})


@where(fields_of_type("datetime", "datetime | None"))
def test_a_pandas_timestamp_becomes_a_datetime_unless_something_is_lost(kind, name):
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    stamp = pandas.Timestamp("2024-05-01 09:30:00.000001", tz="Asia/Shanghai")

    value = getattr(make(kind, **{name: stamp}), name)

    assert type(value) is datetime
    assert value == stamp
    assert value.utcoffset() == timedelta(hours=8)
    with pytest.raises(DomainError, match="without nanoseconds"):
        make(kind, **{name: pandas.Timestamp(1, unit="ns", tz="UTC")})
    with pytest.raises(TypeError, match="or None where it is missing"):
        make(kind, **{name: pandas.NaT})


@where(fields_of_type("date | None"))
def test_a_day_is_no_instant(kind, name):
    with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be a date .*; got datetime"):
        make(kind, **{name: NOON})


@where(fields_of_type("bool", "bool | None"))
def test_a_flag_is_true_or_false(kind, name):
    assert getattr(make(kind, **{name: True}), name) is True
    for value in (1, "yes", np.int8(1)):
        with pytest.raises(TypeError, match=rf"{kind.__name__}\.{name} must be True or False"):
            make(kind, **{name: value})


@pytest.mark.parametrize(
    ("kind", "name", "known"),
    [
        (Customer, "kind", "internal"),
        (Wait, "value", "high"),
        (Complaint, "category", "communication"),
        (Complaint, "severity", "serious"),
        (ComplaintEvent, "state", "closed"),
    ],
)
def test_a_category_is_a_member_or_its_value(kind, name, known):
    member = getattr(make(kind, **{name: known}), name)

    assert member.name == known.upper()
    assert getattr(make(kind, **{name: member}), name) is member
    with pytest.raises(LabelError, match=rf"{kind.__name__}\.{name}: 'unheard of' is not a .*; allowed are '"):
        make(kind, **{name: "unheard of"})


def test_conditions_are_flags_or_a_mask_of_them():
    assert Wait(minutes=1, conditions=129).conditions.name == "UNOCCUPIED|SOLO"
    with pytest.raises(LabelError, match="rule 7"):
        Wait(minutes=1, conditions=64)
    with pytest.raises(
        TypeError, match=r"Wait\.conditions must be a WaitCondition, such as WaitCondition\(0\); got bool"
    ):
        Wait(minutes=1, conditions=True)


def test_several_things_come_in_a_tuple_or_a_list():
    assert CustomerProfile(name="x", purchases=["oil", "tyres"]).purchases == ("oil", "tyres")
    assert ServiceEncounter(id="v", waits=[Wait(minutes=1)]).waits == (Wait(minutes=1),)
    with pytest.raises(TypeError, match=r"CustomerProfile\.purchases must be a tuple; got str"):
        CustomerProfile(name="x", purchases="oil")
    assert Complaint(id="k", received_at=NOON, events=[]).events == ()
    with pytest.raises(TypeError, match=r"Complaint\.events must be a tuple; got str"):
        Complaint(id="k", received_at=NOON, events="acknowledged")
    with pytest.raises(TypeError, match=r"ServiceEncounter\.waits must be a Wait; got float"):
        ServiceEncounter(id="v", waits=(5.0,))
    with pytest.raises(TypeError, match=r"CustomerProfile\.purchase_dates must be a date"):
        CustomerProfile(name="x", purchase_dates=[NOON])


def test_a_part_is_an_object_of_its_class():
    with pytest.raises(TypeError, match=r"ServiceEncounter\.expectation must be an Expectation; got float"):
        ServiceEncounter(id="v", expectation=5.0)
    with pytest.raises(TypeError, match=r"Customer\.profile must be a CustomerProfile; got dict"):
        Customer(id="c", profile={"name": "x"})
