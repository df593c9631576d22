from __future__ import annotations

import math

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel.errors import DomainError, LabelError, ServiceModelError
from servicemodel.labels import Text
from servicemodel.survey import FIVE_POINT, SEVEN_POINT, ZERO_TO_TEN, Direction, Scale, without

AIRPORT = without(FIVE_POINT, 0, 6, "Blank")
TITLE = Text("mine", "我的")


def test_declared_codes_words_none_and_nan_are_no_answer():
    read = AIRPORT.read([5, 0, 6, "Blank", None, math.nan, "4", 1.5])

    assert read.tolist()[:1] + read.tolist()[6:] == [5.0, 4.0, 1.5]
    assert np.isnan(read[1:6]).all()


def test_an_array_keeps_its_shape_and_is_not_changed():
    given = np.array([[1, 0], [6, 5]], np.uint8)

    read = AIRPORT.read(given)

    assert read.shape == (2, 2)
    assert read.dtype == np.float64
    assert np.isnan(read).tolist() == [[False, True], [True, False]]
    assert given.tolist() == [[1, 0], [6, 5]]


def test_text_columns_and_masked_arrays_are_read():
    assert AIRPORT.read(np.array(["5", "Blank"])).tolist()[0] == 5
    assert np.isnan(AIRPORT.read(np.ma.masked_equal(np.array([3, 4]), 4))).tolist() == [False, True]
    assert AIRPORT.read([]).shape == (0,)


@pytest.mark.parametrize("value", [0.999, 5.001, 0, 6, -3, math.inf, -math.inf])
def test_what_is_neither_an_answer_nor_a_code_is_refused_with_its_place_and_count(value):
    with pytest.raises(DomainError, match=r"answers must be a number from 1 to 5 \(five-point scale\)") as caught:
        FIVE_POINT.read([3, value, value])

    assert (caught.value.index, caught.value.count, caught.value.value) == (1, 2, value)


def test_the_codes_are_named_where_there_are_some():
    with pytest.raises(DomainError, match=r"or 0, 6, 'Blank' for no answer"):
        AIRPORT.read([7])


def test_a_scale_of_whole_numbers_refuses_what_lies_between():
    whole = attrs.evolve(FIVE_POINT, whole=True)

    assert whole.read([1, 5]).tolist() == [1, 5]
    with pytest.raises(DomainError, match="a whole number from 1 to 5"):
        whole.read([1, 2.5])


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (3, "answers must be a list or an array; got int"),
        ("34", "answers must be a list or an array; got str"),
        (["good"], "answers holds the text 'good'; the scale declares 'Blank' as missing"),
        ([True, 3], "answers holds True or False among its numbers"),
        ([None, True], "answers must hold numbers; got True"),
        (np.array([True]), "answers must be numbers; got an array of bool"),
        ([object()], "answers must hold numbers; got <object"),
    ],
)
def test_what_is_no_number_is_refused(answers, message):
    with pytest.raises(TypeError, match=message):
        AIRPORT.read(answers)


def test_words_that_were_not_declared_are_said_to_be_none():
    with pytest.raises(TypeError, match="the scale declares no words as missing"):
        FIVE_POINT.read(["Blank"])


def test_a_series_is_told_what_to_write():
    class Series:
        to_numpy = None

    with pytest.raises(TypeError, match=r"Series: write column\.to_numpy\(\)"):
        FIVE_POINT.read(Series())


@pytest.mark.parametrize(("low", "high"), [(1, 1), (5, 1), (math.nan, 5), (1, math.inf)])
def test_a_scale_whose_ends_make_no_range_is_refused(low, high):
    with pytest.raises(ServiceModelError, match="low must be below high, both finite"):
        Scale(name="mine", title=TITLE, low=low, high=high)


def test_a_code_that_is_an_answer_is_refused():
    with pytest.raises(ServiceModelError, match="3 is an answer, so it cannot stand for a missing one"):
        without(FIVE_POINT, 3)
    assert without(attrs.evolve(FIVE_POINT, whole=True), 2.5).missing == (2.5,)


@pytest.mark.parametrize("codes", [(True,), (None,)])
def test_a_code_is_a_number_or_a_word(codes):
    with pytest.raises(TypeError, match="a missing code is a number or a word"):
        without(FIVE_POINT, *codes)


def test_one_word_is_not_taken_for_its_letters():
    with pytest.raises(TypeError, match=r"write \('Blank',\)"):
        attrs.evolve(FIVE_POINT, missing="Blank")


def test_a_direction_may_be_given_by_its_name_and_an_unknown_one_is_refused():
    assert attrs.evolve(FIVE_POINT, direction="lower_is_better").direction is Direction.LOWER_IS_BETTER
    with pytest.raises(LabelError, match="is not a Direction"):
        attrs.evolve(FIVE_POINT, direction="up")


answers = st.floats(1, 7, allow_subnormal=False)


@given(answers)
def test_reversing_twice_gives_the_answer_back_and_the_good_end_is_100_either_way(answer):
    turned = attrs.evolve(SEVEN_POINT, direction=Direction.LOWER_IS_BETTER)

    assert SEVEN_POINT.reverse(SEVEN_POINT.reverse(answer)) == pytest.approx(answer, rel=1e-12)
    assert turned.percent_of_maximum(SEVEN_POINT.reverse(answer)) == pytest.approx(
        SEVEN_POINT.percent_of_maximum(answer), rel=1e-9, abs=1e-9
    )


def test_the_ends_are_0_and_100_and_arrays_are_taken():
    assert ZERO_TO_TEN.percent_of_maximum(np.array([0.0, 5.0, 10.0])).tolist() == [0, 50, 100]
    assert attrs.evolve(ZERO_TO_TEN, direction="lower_is_better").percent_of_maximum(0) == 100
