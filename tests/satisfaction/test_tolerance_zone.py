from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, strategies as st

from engines import ENGINES, column
from servicemodel import (
    TOLERANCE_ZONE,
    SatisfactionState,
    ToleranceZone,
    explain,
    satisfaction_state,
    service_adequacy,
    service_superiority,
    tolerance_zone,
)
from servicemodel.errors import DomainError, MissingError

BELOW, WITHIN, ABOVE = ToleranceZone
points = st.integers(-(10**6), 10**6)
levels = st.tuples(points, points).map(sorted)
finite = st.floats(-1e300, 1e300)


def zone(performance, adequate, desired):
    return tolerance_zone(performance=performance, adequate=adequate, desired=desired)


def test_the_zones_are_listed_worst_to_best():
    assert BELOW < WITHIN < ABOVE


@pytest.mark.parametrize(
    ("performance", "expected"),
    [
        (5, BELOW),
        (math.nextafter(6, 0), BELOW),
        (6, WITHIN),
        (7, WITHIN),
        (8, WITHIN),
        (math.nextafter(8, 9), ABOVE),
        (9, ABOVE),
    ],
)
def test_both_edges_belong_to_the_zone(performance, expected):
    assert zone(performance, 6, 8) is expected
    assert tolerance_zone(performance=[performance], adequate=6, desired=[8])[0] == expected.code


@given(first=finite, second=finite, band=st.tuples(finite, finite).map(sorted))
def test_better_performance_never_makes_it_worse(first, second, band):
    worse, better = sorted((first, second))

    assert zone(worse, *band) <= zone(better, *band)


@given(performance=finite, band=st.tuples(finite, finite, finite).map(sorted))
def test_asking_for_more_never_makes_it_better(performance, band):
    low, middle, high = band

    assert zone(performance, middle, high) <= zone(performance, low, high)
    assert zone(performance, low, high) <= zone(performance, low, middle)


@given(performance=points, band=levels, shift=points)
def test_moving_all_three_changes_no_zone(performance, band, shift):
    adequate, desired = band

    assert zone(performance + shift, adequate + shift, desired + shift) is zone(performance, adequate, desired)


@given(performance=finite, level=finite)
def test_levels_that_coincide_give_the_three_states_of_satisfaction(performance, level):
    state = satisfaction_state(performance=performance, expectation=level)

    assert zone(performance, level, level).code == state.code
    assert len(ToleranceZone) == len(SatisfactionState)


@given(performance=finite, band=st.tuples(finite, finite).map(sorted))
def test_the_zone_is_told_by_the_signs_of_the_two_gaps(performance, band):
    adequate, desired = band
    adequacy = service_adequacy(performance=performance, adequate=adequate)
    superiority = service_superiority(performance=performance, desired=desired)

    assert zone(performance, adequate, desired) is (BELOW if adequacy < 0 else ABOVE if superiority > 0 else WITHIN)


@given(performance=points, band=levels)
def test_the_printed_table_agrees_where_the_zone_has_a_width(performance, band):
    adequate, desired = band
    assume(adequate < desired)

    row = TOLERANCE_ZONE.row_of((performance - adequate) / (desired - adequate))

    assert row.label is zone(performance, adequate, desired)


def test_the_table_carries_the_competitive_positions():
    assert [row.note.en for row in TOLERANCE_ZONE.rows] == [
        "competitive disadvantage",
        "competitive advantage",
        "customer franchise",
    ]
    assert [row.note.zh for row in TOLERANCE_ZONE.rows] == ["竞争劣势", "竞争优势", "客户专属优势"]


def test_desired_below_adequate_is_refused_naming_both():
    with pytest.raises(DomainError, match=r"desired must be such that desired is at least adequate \(adequate=7\)"):
        zone(6, 7, 5)
    assert zone(6, 6, 6) is WITHIN


def test_in_an_array_the_error_counts_the_respondents_who_mixed_them_up():
    with pytest.raises(DomainError, match="desired is at least adequate") as caught:
        tolerance_zone(performance=[5, 5, 5, None], adequate=[4, 9, 9, 9], desired=[6, 8, 7, 1])

    assert (caught.value.index, caught.value.count, caught.value.value) == (1, 2, 8)


@pytest.mark.parametrize("name", ["performance", "adequate", "desired"])
def test_bad_numbers_are_refused_by_name(name):
    good = {"performance": 7, "adequate": 6, "desired": 8}
    for bad, error in ((math.inf, DomainError), (None, MissingError), (math.nan, MissingError), ("7", TypeError)):
        with pytest.raises(error, match=name):
            tolerance_zone(**{**good, name: bad})


@pytest.mark.parametrize("make", ENGINES)
def test_a_frame_lists_the_rows_that_were_mixed_up(make):
    frames = pytest.importorskip("servicemodel.frames")
    answers = {
        "row": [0.0, 1.0, 2.0, 3.0],
        "p": [7.0, 7.0, None, 5.0],
        "a": [6.0, 9.0, 9.0, 6.0],
        "d": [8.0, 8.0, 8.0, 8.0],
    }
    given_names = {"performance": "p", "adequate": "a", "desired": "d"}

    scored = frames.score(make(answers), tolerance_zone, **given_names)
    refused = frames.rejects(make(answers), tolerance_zone, **given_names)

    found = dict(zip(column(scored, "row"), column(scored, "tolerance_zone"), strict=True))
    assert found == {0: "within_zone", 1: None, 2: None, 3: "below_zone"}
    assert 1.0 in column(refused, "row")
    assert set(column(refused, "reason")) == {"desired must be such that desired is at least adequate"}


@pytest.mark.parametrize("make", ENGINES)
def test_single_levels_that_were_mixed_up_are_an_error_and_not_a_column_of_nulls(make):
    frames = pytest.importorskip("servicemodel.frames")
    answers = make({"p": [1.0, 7.0]})

    for ask in (frames.score, frames.rejects):
        with pytest.raises(DomainError, match=r"desired is at least adequate \(adequate=9(\.0)?\)"):
            ask(answers, tolerance_zone, performance="p", adequate=9, desired=5)
    scored = frames.score(answers, tolerance_zone, performance="p", adequate=5, desired=9)
    assert column(scored, "tolerance_zone") == ["below_zone", "within_zone"]
    assert column(frames.rejects(answers, tolerance_zone, performance="p", adequate=5, desired=9), "p") == []


def test_the_reason_gives_both_gaps_and_the_position():
    english = explain(tolerance_zone, performance=5, adequate=6, desired=8)
    chinese = explain(tolerance_zone, performance=9, adequate=6, desired=8, language="zh")

    assert "-1 from adequate 6" in english
    assert "the position, not checked in the source, is competitive disadvantage" in english
    assert "竞争地位（未核对原文）：客户专属优势" in chinese
