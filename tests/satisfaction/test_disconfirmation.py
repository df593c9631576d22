from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st

import servicemodel
from printed import printed
from servicemodel import disconfirmation, explain
from servicemodel.errors import DomainError, MissingError

finite = st.floats(allow_nan=False, allow_infinity=False)
points = st.integers(-(10**6), 10**6)
LABELLED = {"satisfaction_state", "tolerance_zone"}


@pytest.mark.parametrize("row", printed("satisfaction"), ids=lambda row: " ".join(row.values()))
def test_the_worked_examples_come_out(row):
    arguments = {name: float(cell) for name, cell in row.items() if name not in {"model", "answer", "source"}}

    answer = getattr(servicemodel, row["model"])(**arguments)

    if row["model"] in LABELLED:
        assert answer == row["answer"]
    else:
        assert answer == pytest.approx(float(row["answer"]), rel=0, abs=1e-12)


@given(performance=finite, expectation=finite)
def test_swapping_the_two_turns_the_sign(performance, expectation):
    forward = disconfirmation(performance=performance, expectation=expectation)

    assert forward == -disconfirmation(performance=expectation, expectation=performance)


@given(performance=points, expectation=points, shift=points)
def test_moving_both_by_the_same_amount_changes_nothing(performance, expectation, shift):
    moved = disconfirmation(performance=performance + shift, expectation=expectation + shift)

    assert moved == disconfirmation(performance=performance, expectation=expectation)


def test_a_shortfall_is_negative():
    assert disconfirmation(performance=3, expectation=5) == -2


@pytest.mark.parametrize("bad", [math.inf, -math.inf, 10**400])
def test_a_number_that_is_not_finite_is_refused_by_name(bad):
    with pytest.raises(DomainError, match="expectation must be a finite number"):
        disconfirmation(performance=1, expectation=bad)


@pytest.mark.parametrize("missing", [None, math.nan, np.float64("nan")])
def test_a_missing_number_is_an_error(missing):
    with pytest.raises(MissingError, match="performance is missing"):
        disconfirmation(performance=missing, expectation=1)


@pytest.mark.parametrize("bad", ["5", True, 1j, {"a": 1}, object()])
def test_what_is_no_number_is_a_type_error(bad):
    with pytest.raises(TypeError, match="performance must be"):
        disconfirmation(performance=bad, expectation=1)


def test_a_series_is_refused_with_the_line_to_type():
    pd = pytest.importorskip("pandas", reason="needs pandas")
    with pytest.raises(TypeError, match=r"frames\.score\(df, disconfirmation, performance="):
        disconfirmation(performance=pd.Series([1.0]), expectation=1)


def test_arrays_broadcast_and_other_lengths_are_refused():
    grid = disconfirmation(performance=np.array([[1.0], [2.0]]), expectation=np.array([0.0, 5.0]))

    assert grid.tolist() == [[1, -4], [2, -3]]
    assert disconfirmation(performance=[], expectation=[]).shape == (0,)
    with pytest.raises(servicemodel.ServiceModelError, match="do not broadcast"):
        disconfirmation(performance=[1, 2], expectation=[1, 2, 3])


def test_unsigned_numbers_do_not_wrap_around():
    four, five = np.array([4], np.uint8), np.array([5], np.uint8)

    assert disconfirmation(performance=four, expectation=five).tolist() == [-1]
    assert disconfirmation(performance=np.uint8(4), expectation=np.uint8(5)) == -1


def test_the_error_of_an_array_says_where():
    with pytest.raises(DomainError) as caught:
        disconfirmation(performance=[1.0, math.inf, -math.inf], expectation=0)

    assert (caught.value.argument, caught.value.index, caught.value.count) == ("performance", 1, 2)


def test_it_is_explained_by_its_equation():
    assert "performance − expectation" in explain(disconfirmation, performance=4, expectation=5)
