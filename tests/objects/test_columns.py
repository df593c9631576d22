"""Objects as flat columns and back, and what is said where a cell cannot be read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from servicemodel import WaitCondition
from servicemodel.errors import RecordError, ServiceModelError
from servicemodel.objects import (
    FLAT_COLUMNS,
    WAIT_FLAG_COLUMNS,
    Account,
    Complaint,
    Customer,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Wait,
    columns,
    from_columns,
)
from servicemodel.objects.flat import columns_of
from servicemodel.strategies import accounts, complaints, customers, encounters, loyalty_tiers
from thoroughness import at_most

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
FLAT = {
    Account: accounts(),
    Complaint: complaints(),
    Customer: customers(),
    LoyaltyTier: loyalty_tiers(),
    ServiceEncounter: encounters(most_waits=1),
}
every_kind = pytest.mark.parametrize("kind", FLAT)


# --- there and back ---------------------------------------------------------------------------------------------------


@every_kind
@settings(max_examples=at_most(30))
@given(data=st.data())
def test_objects_come_back_as_they_were(kind, data):
    rows = data.draw(st.lists(FLAT[kind], min_size=1, max_size=5))

    flat = columns(rows)

    assert list(flat) == [column.name for column in FLAT_COLUMNS[kind]]
    assert {len(values) for values in flat.values()} == {len(rows)}
    assert from_columns(kind, flat) == rows


@settings(max_examples=at_most(30))
@given(st.lists(encounters(most_waits=1), min_size=1, max_size=5))
def test_conditions_may_have_a_column_each(rows):
    flat = columns(rows, wait_flags=True)

    assert "wait_conditions" not in flat
    assert set(WAIT_FLAG_COLUMNS) < set(flat)
    assert from_columns(ServiceEncounter, flat) == rows


@pytest.mark.parametrize("engine", ["pandas", "polars"])
@every_kind
@settings(max_examples=at_most(10), deadline=None)
@given(data=st.data())
def test_objects_come_back_from_a_data_frame(kind, engine, data):
    library = pytest.importorskip(engine, reason=f"needs {engine}")
    rows = [attrs.evolve(row) for row in data.draw(st.lists(FLAT[kind], min_size=1, max_size=5))]
    flat = columns(rows, wait_flags=True)
    if engine == "polars":  # a column has one zone there, and decimals one scale; text is always exact
        flat = {
            name: [_as_text(value) if isinstance(value, datetime | Decimal) else value for value in values]
            for name, values in flat.items()
        }
        back = library.DataFrame(flat, strict=False).to_dict(as_series=False)
    else:
        back = library.DataFrame({name: library.Series(values, dtype=_dtype(values)) for name, values in flat.items()})
        back = back.to_dict("list")

    assert from_columns(kind, back) == rows


def _as_text(value):
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _dtype(values):
    return "float64" if any(type(value) in (float, int) for value in values) else object


@every_kind
def test_no_objects_make_empty_columns_where_the_class_is_said(kind):
    flat = columns([], kind=kind)

    assert set(map(tuple, flat.values())) == {()}
    assert from_columns(kind, flat) == []
    with pytest.raises(ServiceModelError, match="give kind="):
        columns([])


def test_the_columns_are_those_of_the_published_table():
    names = {kind.__name__: [column.name for column in table] for kind, table in FLAT_COLUMNS.items()}

    assert names["ServiceEncounter"] == [
        "id", "customer_id", "account_id", "started_at", "ended_at", "promised_at", "completed_at", "channel", "kind",
        "performance", "expected", "adequate", "desired", "tolerance", "tolerance_above", "wait_minutes",
        "wait_conditions", "wait_expected_minutes", "wait_acceptable_minutes", "wait_value", "amount", "currency",
        "weight",
    ]  # fmt: skip
    assert [name for name in names["Customer"] if not name.startswith("profile_")] == [
        "id", "name", "kind", "joined_on", "annual_sales", "expected_years", "currency", "tier", "account_id",
    ]  # fmt: skip
    assert list(WAIT_FLAG_COLUMNS) == [f"wait_{flag.name.lower()}" for flag in WaitCondition]


@every_kind
def test_every_field_has_a_column_that_says_what_it_holds(kind):
    table = FLAT_COLUMNS[kind]

    own = {column.field for column in table if column.part is None} | {column.part for column in table} - {None}
    assert own == {field.name for field in attrs.fields(kind)}
    for column in table:
        assert (column.labels is not None) == (column.kind == "category")
        assert column.path[-1] == column.field
        if column.kind in ("number", "whole"):
            assert column.domain is not None
        assert column.personal == (column.part == "profile")


def test_defaults_are_written_as_in_the_column():
    defaults = {
        column.name: column.default for table in FLAT_COLUMNS.values() for column in table if column.default is not None
    }

    assert defaults == {
        "influential": False,
        "kind": "end_user",
        "severity": "ordinary",
        "tolerance": 0.0,
        "wait_conditions": 0,
        "wait_value": "ordinary",
    }
    assert {type(value) for value in defaults.values()} == {bool, str, float, int}


def test_what_is_required():
    required = {kind.__name__: [c.name for c in table if c.required] for kind, table in FLAT_COLUMNS.items()}

    assert required == {
        "Account": ["id"],
        "Complaint": ["id", "received_at"],
        "Customer": ["id", "profile_name"],
        "LoyaltyTier": ["key", "en", "zh", "minimum_spend"],
        "ServiceEncounter": ["id", "wait_minutes"],
    }


# --- writing ----------------------------------------------------------------------------------------------------------


def test_more_than_one_wait_has_no_flat_row():
    visit = ServiceEncounter(id="v", waits=(Wait(minutes=1), Wait(minutes=2)))

    with pytest.raises(RecordError, match="row 0: 'v' has 2 waits; a flat row has at most one"):
        columns([visit])


@pytest.mark.parametrize("item", ["oil; tyres", " oil", "oil\n"])
def test_several_texts_that_would_not_come_back_are_refused(item):
    tier = LoyaltyTier(key="g", en="G", zh="金", minimum_spend=0, benefits=(item,))
    customer = Customer(id="c", profile=CustomerProfile(name="x", purchases=(item,)))

    with pytest.raises(RecordError, match=r"row 0, column 'benefits': must be items without ';'.*oil"):
        columns([tier])
    with pytest.raises(RecordError, match=r"row 0, column 'profile_purchases': .*<hidden>"):
        columns([customer])


def test_the_steps_of_a_complaint_share_a_cell():
    complaint = Complaint(id="k", received_at=NOON).acknowledge(at=NOON, note="by telephone").assess(at=NOON)

    (cell,) = columns([complaint])["events"]

    assert cell == "acknowledged 2024-05-01T12:00:00+00:00 by telephone; assessed 2024-05-01T12:00:00+00:00"
    row = {"id": ["k"], "received_at": [NOON]}
    assert from_columns(Complaint, row | {"events": [cell]}) == [complaint]
    assert from_columns(Complaint, row | {"events": [cell.split("; ")]}) == [complaint]
    assert from_columns(Complaint, row | {"events": [None]}) == [Complaint(id="k", received_at=NOON)]
    for note in ("gladly; soon", "soon "):
        with pytest.raises(RecordError, match=r"row 0, column 'events': must be items without ';'.*soon"):
            columns([complaint.investigate(at=NOON, note=note)])


def test_objects_of_two_classes_do_not_share_columns():
    with pytest.raises(TypeError, match="row 1 is a Account; a flat table holds objects of one class, here Customer"):
        columns([Customer(id="c"), Account(id="a")])
    with pytest.raises(TypeError, match="Wait has no flat columns; these have: Customer, Account"):
        columns([Wait(minutes=1)])
    with pytest.raises(TypeError, match=r"\[\] has no flat columns"):
        columns_of([])


# --- reading ----------------------------------------------------------------------------------------------------------


def test_every_kind_of_missing_is_missing():
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    nothing = [
        None,
        math.nan,
        np.float64("nan"),
        "",
        np.datetime64("NaT", "us"),
        np.ma.masked,
        pandas.NA,
        pandas.NaT,
        [],
        (),
    ]

    rows = from_columns(
        ServiceEncounter,
        {"id": [str(number) for number in range(len(nothing))]}
        | dict.fromkeys(
            ("channel", "started_at", "performance", "expected", "tolerance", "wait_value", "amount"), nothing
        ),
    )

    assert rows == [ServiceEncounter(id=str(number)) for number in range(len(nothing))]


def test_a_missing_cell_takes_the_default():
    assert from_columns(Account, {"id": ["a"], "influential": [None]}) == [Account(id="a")]
    assert from_columns(Complaint, {"id": ["k"], "received_at": [NOON], "severity": [None]})[0].severity == "ordinary"


def test_arrays_are_taken_as_lists_are():
    rows = from_columns(
        ServiceEncounter,
        {
            "id": np.array(["1", "2"]),
            "started_at": np.array(["2024-05-01T12:00", "NaT"], "M8[s]"),
            "performance": np.array([4, 5], np.uint8),
            "expected": np.array([5, np.nan], np.float32),
            "wait_minutes": np.array([3.0, np.nan]),
            "wait_conditions": np.array([129.0, np.nan]),
        },
    )

    assert rows[0] == ServiceEncounter(
        id="1",
        started_at=NOON,
        performance=4,
        expectation=Expectation(level=5),
        waits=(Wait(minutes=3, conditions=WaitCondition.UNOCCUPIED | WaitCondition.SOLO),),
    )
    assert rows[1] == ServiceEncounter(id="2", performance=5)
    assert type(rows[0].id) is str


def test_text_and_other_plain_forms_are_read():
    row = {
        "id": ["c"],
        "joined_on": ["2024-05-01"],
        "annual_sales": ["12.50"],
        "profile_name": ["x"],
        "profile_birth_date": [np.datetime64("2000-02-29")],
        "profile_purchases": [["oil", "tyres"]],
        "profile_purchase_dates": ["2024-05-01;2024-05-02"],
        "profile_average_income": [np.int64(5)],
    }

    (customer,) = from_columns(Customer, row)

    assert customer == Customer(
        id="c",
        joined_on=date(2024, 5, 1),
        annual_sales=Decimal("12.50"),
        profile=CustomerProfile(
            name="x",
            birth_date=date(2000, 2, 29),
            purchases=("oil", "tyres"),
            purchase_dates=(date(2024, 5, 1), date(2024, 5, 2)),
            average_income=5,
        ),
    )
    midnight = datetime(2024, 5, 1)  # noqa: DTZ001
    assert from_columns(Customer, {"id": ["c"], "joined_on": [midnight]})[0].joined_on == date(2024, 5, 1)
    assert from_columns(Account, {"id": ["a"], "current": [4.0], "last_contact_at": [NOON.isoformat()]}) == [
        Account(id="a", current=4, last_contact_at=NOON)
    ]


def test_the_tables_cannot_be_changed_by_accident():
    assert isinstance(FLAT_COLUMNS, Mapping)
    with pytest.raises(TypeError):
        FLAT_COLUMNS[Wait] = ()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FLAT_COLUMNS[Account][0].name = "key"
