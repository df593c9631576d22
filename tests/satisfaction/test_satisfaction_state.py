from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from servicemodel import SATISFACTION_STATES, SatisfactionState, explain, satisfaction_state
from servicemodel.errors import DomainError, MissingError

D, S, X = SatisfactionState
points = st.integers(-(10**6), 10**6)
widths = st.integers(0, 10**6)
finite = st.floats(-1e300, 1e300)


def state(performance, expectation, tolerance=0, tolerance_above=None):
    return satisfaction_state(
        performance=performance, expectation=expectation, tolerance=tolerance, tolerance_above=tolerance_above
    )


def test_the_states_are_listed_worst_to_best():
    assert D < S < X
    assert [member.value for member in SatisfactionState] == ["dissatisfied", "satisfied", "delighted"]


@pytest.mark.parametrize(
    ("performance", "expected"),
    [(3, D), (math.nextafter(4, 0), D), (4, S), (5, S), (7, S), (math.nextafter(7, 9), X), (8, X)],
)
def test_the_band_is_closed_on_both_sides(performance, expected):
    assert state(performance, 5, 1, 2) is expected


@pytest.mark.parametrize("expectation", [0.0, 5.0, -3.25])
def test_without_a_tolerance_only_equality_satisfies(expectation):
    assert state(math.nextafter(expectation, -math.inf), expectation) is D
    assert state(expectation, expectation) is S
    assert state(math.nextafter(expectation, math.inf), expectation) is X


@given(better=finite, worse=finite, expectation=finite, tolerance=widths)
def test_better_performance_never_makes_it_worse(better, worse, expectation, tolerance):
    worse, better = sorted((worse, better))

    assert state(worse, expectation, tolerance) <= state(better, expectation, tolerance)


@given(performance=finite, low=finite, high=finite, tolerance=widths)
def test_a_higher_expectation_never_makes_it_better(performance, low, high, tolerance):
    low, high = sorted((low, high))

    assert state(performance, high, tolerance) <= state(performance, low, tolerance)


@given(performance=points, expectation=points, shift=points, tolerance=widths)
def test_moving_both_changes_no_state(performance, expectation, shift, tolerance):
    assert state(performance + shift, expectation + shift, tolerance) is state(performance, expectation, tolerance)


@given(performance=points, expectation=points, factor=st.integers(1, 1000))
def test_stretching_the_scale_changes_no_state_without_a_tolerance(performance, expectation, factor):
    assert state(performance * factor, expectation * factor) is state(performance, expectation)


@given(performance=finite, expectation=finite, narrow=widths, more=widths)
def test_a_wider_band_never_moves_a_state_away_from_satisfied(performance, expectation, narrow, more):
    wide = state(performance, expectation, narrow + more)

    assert wide in (S, state(performance, expectation, narrow))


@given(performance=finite, expectation=finite)
def test_exactly_one_row_of_the_printed_table_holds_the_difference(performance, expectation):
    rows = [row for row in SATISFACTION_STATES.rows if performance - expectation in row]

    assert [row.label for row in rows] == [state(performance, expectation)]


@given(performance=finite, expectation=finite, tolerance=widths)
def test_one_tolerance_is_that_of_both_sides(performance, expectation, tolerance):
    assert state(performance, expectation, tolerance) is state(performance, expectation, tolerance, tolerance)


@pytest.mark.parametrize("name", ["tolerance", "tolerance_above"])
@pytest.mark.parametrize("bad", [-1, -5e-324, math.inf])
def test_a_negative_tolerance_is_refused(name, bad):
    with pytest.raises(DomainError, match=f"{name} must be a finite number at least 0"):
        satisfaction_state(performance=1, expectation=1, **{name: bad})


def test_a_missing_tolerance_is_an_error_and_not_a_default():
    with pytest.raises(MissingError, match="tolerance is missing"):
        satisfaction_state(performance=1, expectation=1, tolerance=None)


def test_the_reason_names_the_difference_and_the_band():
    english = explain(satisfaction_state, performance=6, expectation=5, tolerance=1)
    chinese = explain(satisfaction_state, performance=6, expectation=5, language="zh")

    assert "+1" in english
    assert "-1 to +1" in english
    assert "惊喜" in chinese
