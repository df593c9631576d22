"""Values that cannot be read or that no model takes are listed, become missing and never vanish."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from report_sources import report, rows, write
from servicemodel.errors import ReportError
from servicemodel.report import make_report
from thoroughness import at_most


def one(tmp_path, columns, value, kind="encounters", **options):
    """Report one row ``id=a`` with the columns and return (its scored row, the rejects)."""
    made, _, refused = report(tmp_path, f"id,{columns}\na,{value}\n", f"{kind}.csv", **options)
    return rows(made.folder / f"{kind}.csv"), refused


@pytest.mark.parametrize(
    ("kind", "column", "value", "reason"),
    [
        ("encounters", "performance", "good", "not a finite number"),
        ("encounters", "performance", "inf", "not a finite number"),
        ("encounters", "performance", "1e999", "not a finite number"),
        ("encounters", "performance", "1_000", "not a finite number"),
        ("encounters", "tolerance", "-1", "must be a finite number at least 0 [points]"),
        ("encounters", "wait_minutes", "-0.5", "must be a finite number at least 0 [minutes]"),
        ("encounters", "wait_conditions", "64", "not a sum of the bits 1, 2, 4, 8, 16, 32 and 128"),
        ("encounters", "wait_conditions", "256", "not a sum of the bits 1, 2, 4, 8, 16, 32 and 128"),
        ("encounters", "wait_solo", "perhaps", "neither true nor false"),
        ("encounters", "wait_value", "huge", "not one of: low, ordinary, high"),
        ("encounters", "currency", "yuan", "not a currency code of three capital letters"),
        ("encounters", "weight", "0", "above 0"),
        ("accounts", "attractiveness", "1.0001", "at least 0 and at most 1"),
        ("accounts", "current", "2.5", "not a whole number"),
        ("accounts", "capacity", "5", "at most 4"),
        ("accounts", "influential", "2", "neither true nor false"),
        ("accounts", "annual_sales", "12 yuan", "not an amount with at most 28 digits before and 10 after the point"),
        ("accounts", "annual_sales", "9" * 32, "not an amount with at most 28 digits before and 10 after the point"),
        ("accounts", "annual_sales", "100.12345678901", "not an amount with at most 28 digits before and 10 after"),
        ("encounters", "started_at", "07/05/2011 10:00", "the order of day and month is not guessed"),
        ("accounts", "annual_sales", "-1", "at least 0"),
        ("customers", "expected_years", "-1", "at least 0"),
        ("customers", "joined_on", "May", "not a date"),
        ("customers", "kind", "friend", "not one of: end_user"),
    ],
)  # fmt: skip
def test_a_refused_value_is_listed_with_its_row_and_reason(tmp_path, kind, column, value, reason):
    scored, refused = one(
        tmp_path,
        f"{column},{'performance' if kind == 'encounters' else 'name'}" if column != "performance" else column,
        f"{value},5" if column != "performance" else value,
        kind,
    )
    assert len(scored) == 1
    assert scored[0].get(column, "") == ""
    (line,) = refused
    assert (line["table"], line["row"], line["column"]) == (kind, "1", column)
    assert line["value"].lstrip("'") == value
    assert reason in line["reason"]


@pytest.mark.parametrize(("value", "expected"), [("0", 1), ("1", 1), ("1.0", 1), ("-0", 1), ("NaN", 0), ("", 0)])
def test_values_on_the_edge_of_the_domain_and_missing_ones_are_not_refused(tmp_path, value, expected):
    scored, refused = one(tmp_path, "attractiveness,strength", f"{value},0.5", "accounts")
    assert refused == []
    assert bool(scored[0]["account_portfolio"]) == bool(expected)


@pytest.mark.parametrize("text", ["yes", "TRUE", "1", "是", "t"])
def test_flags_are_read_in_many_spellings(tmp_path, text):
    scored, refused = one(tmp_path, "capacity,current,influential", f"1,1,{text}", "accounts")
    assert (scored[0]["purchase_class"], refused) == ("vip", [])


def test_an_unreadable_promise_is_not_no_promise_and_an_unreadable_end_is_not_open(tmp_path):
    text = (
        "id,started_at,promised_at,completed_at\n"
        "a,2024-05-01 09:00,soon,2024-05-01 10:00\n"
        "b,2024-05-01 09:00,2024-05-01 09:30,later\n"
        "c,2024-05-01 09:00,,2024-05-01 10:00\n"
        "d,2024-05-01 09:00,2024-05-01 10:00,2024-05-01 10:00\n"
    )
    made, page, refused = report(tmp_path, text)
    states = {row["id"]: row["promise_state"] for row in rows(made.folder / "encounters.csv")}
    assert states == {"a": "", "b": "", "c": "not_promised", "d": "kept"}
    assert len(refused) == 2
    assert "n\u00a0=\u00a02; missing 2" in page


def test_defaults_of_the_objects_apply_where_nothing_is_said_and_not_where_something_was_refused(tmp_path):
    text = "id,performance,expected,tolerance,tolerance_above\na,5,4,,\nb,5,4,1,\nc,5,4,-1,\nd,5,4,0,2\ne,5,4,2,x\n"
    made, _, refused = report(tmp_path, text)
    states = {row["id"]: row["satisfaction_state"] for row in rows(made.folder / "encounters.csv")}
    assert states == {"a": "delighted", "b": "satisfied", "c": "", "d": "satisfied", "e": ""}
    assert [(line["row"], line["column"]) for line in refused] == [("3", "tolerance"), ("5", "tolerance_above")]


def test_a_lower_tolerance_may_be_absent_where_the_upper_one_is_given(tmp_path):
    made, _, _ = report(tmp_path, "id,performance,expected,tolerance_above\na,5,4,1\nb,5,4,\n")
    assert [row["satisfaction_state"] for row in rows(made.folder / "encounters.csv")] == ["satisfied", "delighted"]


def test_a_wait_of_unknown_conditions_is_missing_and_a_mask_is_split(tmp_path):
    made, _, _ = report(tmp_path, "id,wait_minutes,wait_conditions\na,5,\nb,5,0\nc,5,129\n")
    felt = {row["id"]: row["perceived_wait"] for row in rows(made.folder / "encounters.csv")}
    assert felt["a"] == ""
    assert float(felt["b"]) == 4.25
    assert float(felt["c"]) == pytest.approx(4.25 * 1.1 * 1.03)


def test_a_zone_upside_down_and_an_end_before_its_start_are_refused_as_pairs(tmp_path):
    text = "id,started_at,ended_at,performance,adequate,desired\na,2024-05-02 09:00,2024-05-01 09:00,5,7,6\n"
    made, _, refused = report(tmp_path, text)
    assert {line["column"] for line in refused} == {"started_at", "ended_at", "adequate", "desired"}
    (row,) = rows(made.folder / "encounters.csv")
    assert (row["started_at"], row["tolerance_zone"]) == ("", "")


def test_rows_without_an_id_or_with_one_used_before_are_set_aside(tmp_path):
    made, _, refused = report(tmp_path, "id,performance\na,1\n,2\na,3\nb,4\n")
    assert [row["performance"] for row in rows(made.folder / "encounters.csv")] == ["1.0", "4.0"]
    assert [(line["row"], line["column"]) for line in refused] == [("2", "id"), ("3", "id")]
    assert (made.tables[0].read, made.tables[0].set_aside) == (4, 2)


def test_a_complaint_without_the_instant_it_was_received_is_set_aside(tmp_path):
    made, _, refused = report(tmp_path, "id,received_at\na,\nb,never\nc,2024-05-01\n", "complaints.csv")
    assert (made.tables[0].scored, made.tables[0].set_aside) == (1, 2)
    assert [(line["row"], line["column"]) for line in refused] == [
        ("1", "received_at"), ("2", "received_at"), ("2", "received_at"),
    ]  # fmt: skip


def test_local_times_without_a_zone_are_refused_with_the_line_to_type(tmp_path):
    source = write(tmp_path, "encounters.csv", "id,started_at\na,2024-05-01T09:00+08:00\nb,2024-05-01 09:00\n")
    with pytest.raises(ReportError, match=r"'started_at' holds local times \(row 2: 2024-05-01 09:00\).*--time-zone"):
        make_report(source, tmp_path / "out")


def test_reasons_are_in_the_language_of_the_report(tmp_path):
    _, refused = one(tmp_path, "performance", "好", language="zh")
    assert refused[0]["reason"] == "不是有限数"


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)


@settings(max_examples=at_most(25), deadline=None)
@given(cells=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_whatever_a_table_holds_every_row_is_accounted_for(tmp_path_factory, cells):
    quoted = ['"' + '","'.join(cell.replace('"', '""') for cell in row) + '"' for row in cells]
    text = "id,started_at,performance\n" + "\n".join(quoted) + "\n"
    made, _, refused = report(tmp_path_factory.mktemp("any"), text)
    (table,) = made.tables
    assert table.read == table.scored + table.set_aside == len(cells)
    assert made.refused_values == len(refused) >= table.set_aside


def test_a_contact_to_come_is_listed_and_the_calls_are_ordered_without_it(tmp_path):
    text = "id,attractiveness,strength,last_contact_at\na,0.9,0.9,2030-01-01\nb,0.9,0.9,2024-01-01\n"
    made, page, refused = report(tmp_path, text, "accounts.csv", as_of="2024-06-01")
    (line,) = refused
    assert (line["row"], line["column"], line["value"]) == ("1", "last_contact_at", "2029-12-31 16:00:00Z")
    assert line["reason"] == "after the instant of this report"
    assert [row["account_id"] for row in rows(made.folder / "calls.csv")] == ["a", "b"]
    assert made.tables[0].refused == 1
    assert "Whom to call first" in page


def test_amounts_keep_ten_decimals_exactly(tmp_path):
    scored, refused = one(tmp_path, "annual_sales,strength", "100.1234567890000,1", "accounts")
    assert scored[0]["annual_sales"] == "100.1234567890"
    assert refused == []
