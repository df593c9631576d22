from __future__ import annotations

import math

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from engines import ENGINES, column
from printed import printed
from servicemodel import (
    ANCHORED,
    TOLERANCE_FACTORS,
    WAITING_RULES,
    Evidence,
    ServiceValue,
    Text,
    explain,
    wait_tolerance,
)
from servicemodel.errors import DomainError, LabelError, MissingError, TableError

LOW, ORDINARY, HIGH = ServiceValue
minutes_ = st.floats(0, 1e6)

PATIENCE = printed("waiting_patience")
REGULAR = {row["month"]: row for row in PATIENCE if row["kind"] == "regular"}
COMPARED = [row for row in PATIENCE if row["kind"] != "regular"]
KINDS = {"stock trading": HIGH, "prospects": LOW}


# --- the figures -----------------------------------------------------------------------------------------------------


def test_the_factors_and_ranges_are_those_of_the_definitions():
    figures = {row.key: (row.by, row.low, row.high) for row in TOLERANCE_FACTORS.rows}

    assert figures == {LOW: (0.6, 0.36, 1.0), ORDINARY: (1.0, None, None), HIGH: (1.5, 1.0, 2.4)}
    assert [row.evidence for row in TOLERANCE_FACTORS.rows] == [Evidence.ASSUMED, Evidence.CONVENTION, Evidence.ASSUMED]


@pytest.mark.parametrize("row", COMPARED, ids=lambda row: f"{row['month']} {row['kind']}")
def test_the_ratios_of_patience_follow_from_the_call_records(row):
    regular = REGULAR[row["month"]]
    ratio = float(row["patience_seconds"]) / float(regular["patience_seconds"])
    spread = 1.96 * math.sqrt(1 / int(row["abandonments"]) + 1 / int(regular["abandonments"]))
    figures = (ratio, ratio * math.exp(-spread), ratio * math.exp(spread))

    for found, said in zip(figures, (row["ratio"], row["low"], row["high"]), strict=True):
        assert found == pytest.approx(float(said), abs=0.0101)  # the seconds themselves were rounded before printing


@pytest.mark.parametrize("row", COMPARED, ids=lambda row: f"{row['month']} {row['kind']}")
def test_the_table_quotes_those_ratios_as_computed_not_as_published(row):
    (citation,) = TOLERANCE_FACTORS.row_of(KINDS[row["kind"]]).citations

    assert citation.evidence is Evidence.DERIVED
    assert f"{row['ratio']} ({row['low']} to {row['high']})" in citation.note.en
    assert f"{row['ratio']}（{row['low']} 至 {row['high']}）" in citation.note.zh


def test_the_assumed_range_of_a_low_value_reaches_the_lowest_ratio_measured():
    lowest = min(float(row["low"]) for row in COMPARED)

    assert TOLERANCE_FACTORS.row_of(LOW).low == lowest


# --- the rule --------------------------------------------------------------------------------------------------------


@given(minutes=st.floats(1e-6, 1e6))
def test_people_wait_longer_for_what_is_worth_more(minutes):
    low, ordinary, high = (wait_tolerance(minutes=minutes, value=value) for value in ServiceValue)

    assert low < ordinary < high
    assert ordinary == minutes


@given(minutes=minutes_, factor=st.sampled_from([0.5, 2, 4, 1024]), value=st.sampled_from(ServiceValue))
def test_it_is_proportional_to_the_tolerance_for_an_ordinary_service(minutes, factor, value):
    stretched = wait_tolerance(minutes=minutes * factor, value=value)

    assert stretched == pytest.approx(factor * wait_tolerance(minutes=minutes, value=value), rel=1e-15)


def test_a_value_may_be_a_member_its_word_or_in_an_array_a_code():
    assert wait_tolerance(minutes=10, value="low") == wait_tolerance(minutes=10, value=LOW) == 6
    assert wait_tolerance(minutes=10, value=np.array([0, 1, 2, -1])).tolist()[:3] == [6, 10, 15]
    assert np.isnan(wait_tolerance(minutes=10, value=np.array([-1]))).all()
    assert wait_tolerance(minutes=[10.0, 20.0], value=HIGH).tolist() == [15, 30]


def test_ones_own_factors_are_used():
    patient = TOLERANCE_FACTORS.with_factors(
        {HIGH: 2.0}, evidence=Evidence.ASSUMED, name="patient", title=Text("patient people", "有耐心的人")
    )

    assert wait_tolerance(minutes=10, value=HIGH, table=patient) == 20
    assert wait_tolerance(minutes=[10], value=HIGH, table=patient).tolist() == [20]
    assert "10 minutes × 2 for" in explain(wait_tolerance, minutes=10, value=HIGH, table=patient)


@pytest.mark.parametrize("minutes", [5, [5], None])
def test_factors_keyed_by_something_else_are_refused(minutes):
    with pytest.raises(TableError, match="keyed by WaitCondition; wait_tolerance needs ServiceValue"):
        wait_tolerance(minutes=minutes, value=LOW, table=WAITING_RULES)


def test_a_table_without_a_row_for_every_value_is_refused():
    with pytest.raises(TableError, match="no row for high"):
        attrs.evolve(TOLERANCE_FACTORS, rows=TOLERANCE_FACTORS.rows[:2])


@pytest.mark.parametrize("make", ENGINES)
def test_every_engine_answers_with_ones_own_factors_too(make):
    frames = pytest.importorskip("servicemodel.frames")
    patient = TOLERANCE_FACTORS.with_factors(
        {LOW: 0.5}, evidence=Evidence.ASSUMED, name="patient", title=Text("patient people", "有耐心的人")
    )
    waits = make({"m": [10.0, 10.0, None, 10.0], "v": ["low", "high", "low", None]})

    scored = frames.score(waits, wait_tolerance, minutes="m", value="v", table=patient)

    assert column(scored, "wait_tolerance") == [5, 15, None, None]


# --- bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-1, math.inf])
def test_a_negative_or_infinite_wait_is_refused(bad):
    with pytest.raises(DomainError, match="minutes must be a finite number at least 0"):
        wait_tolerance(minutes=bad, value=LOW)


@pytest.mark.parametrize(
    ("value", "error"), [("vip", LabelError), (3, TypeError), (None, MissingError), (True, TypeError)]
)
def test_an_unknown_value_is_refused(value, error):
    with pytest.raises(error):
        wait_tolerance(minutes=5, value=value)


@pytest.mark.parametrize(
    ("value", "error"), [(["low", "vip"], LabelError), ([0, 3], DomainError), ([0, -2], DomainError)]
)
def test_an_unknown_value_in_an_array_is_refused(value, error):
    with pytest.raises(error):
        wait_tolerance(minutes=5, value=value)


def test_the_reason_says_that_the_factor_is_assumed():
    english = explain(wait_tolerance, minutes=10, value="high")
    chinese = explain(wait_tolerance, minutes=10, value="high", language="zh")

    assert "10 minutes × 1.5 for a service of high value" in english
    assert "assumed size" in english
    assert "高价值服务" in chinese


@pytest.mark.parametrize("table", [None, ANCHORED, {"high": 2}])
def test_what_is_no_table_of_factors_is_refused(table):
    with pytest.raises(TypeError, match="table must be Factors; got"):
        wait_tolerance(minutes=5, value="high", table=table)
