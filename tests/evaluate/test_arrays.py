from __future__ import annotations

from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra import numpy as hnp

from servicemodel import (
    ANCHORED,
    WaitCondition,
    account_portfolio,
    disconfirmation,
    perceived_wait,
    purchase_class,
    satisfaction_state,
    tolerance_zone,
    wait_tolerance,
)
from servicemodel.errors import DomainError, LabelError, ServiceModelError
from servicemodel.evaluate import arrays


@pytest.mark.parametrize("dtype", ["u1", "i1", "u4", "i8", "f2", "f4", "f8"])
def test_every_numeric_dtype_is_widened_before_arithmetic(dtype):
    answer = disconfirmation(performance=np.array([4, 6], dtype), expectation=np.array([5, 5], dtype))

    assert answer.dtype == np.float64
    assert answer.tolist() == [-1, 1]


def test_lists_tuples_and_objects_with_none_are_arrays():
    assert satisfaction_state(performance=[4, None], expectation=(5, 5)).tolist() == [0, -1]
    assert satisfaction_state(performance=np.array([4, None, np.nan], dtype=object), expectation=5).tolist() == [
        0,
        -1,
        -1,
    ]


def test_masked_values_stay_missing():
    masked = np.ma.MaskedArray([4.0, 5.0, 6.0], mask=[True, False, False])
    whole = np.ma.MaskedArray([4, 5, 6], mask=[True, False, False])

    assert satisfaction_state(performance=masked, expectation=5).tolist() == [-1, 1, 2]
    assert satisfaction_state(performance=whole, expectation=5).tolist() == [-1, 1, 2]


def test_empty_input_gives_an_empty_answer():
    assert satisfaction_state(performance=[], expectation=5).tolist() == []
    assert disconfirmation(performance=np.empty((0, 3)), expectation=5).shape == (0, 3)


def test_arrays_broadcast_like_numpy():
    answer = satisfaction_state(performance=np.array([[4], [6]]), expectation=np.array([4, 5, 6]), tolerance=0)

    assert answer.tolist() == [[1, 0, 0], [2, 2, 1]]


def test_a_zero_dimensional_array_stays_an_array():
    answer = disconfirmation(performance=np.array(4), expectation=5)

    assert isinstance(answer, np.ndarray)
    assert answer.shape == ()


@given(
    values=hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=5), elements=st.floats(0, 1)),
    strength=st.floats(0, 1),
)
def test_strided_and_transposed_arrays_give_the_answers_of_their_copies(values, strength):
    turned = values.T[::-1]

    answer = account_portfolio(attractiveness=turned, strength=strength)

    assert answer.tolist() == account_portfolio(attractiveness=turned.copy(order="C"), strength=strength).tolist()


@settings(deadline=None)
@given(st.integers(0, 3), st.integers(-2, 2))
def test_blocks_leave_no_seam(blocks, extra):
    size = max(blocks * arrays.BLOCK + extra, 0)
    performance = np.arange(size) % 11

    codes = satisfaction_state(performance=performance, expectation=5, tolerance=2)

    assert codes.tolist() == np.select([performance < 3, performance > 7], [0, 2], 1).tolist()


def test_the_input_is_never_written_to():
    performance = np.array([4.0, np.nan, 6.0])
    performance.setflags(write=False)

    satisfaction_state(performance=performance, expectation=5)

    assert performance[0] == 4


def test_the_first_refused_value_is_named_with_its_index_and_count():
    with pytest.raises(
        DomainError, match=r"minutes must be .* at least 0 .*; got -3.0 at index 2 \(2 such values\)"
    ) as caught:
        perceived_wait(minutes=[1.0, np.nan, -3.0, np.inf])

    error = caught.value
    assert (error.argument, error.value, error.index, error.count) == ("minutes", -3.0, 2, 2)


def test_the_index_has_the_shape_of_the_argument():
    minutes = np.ones((2, 3))
    minutes[1, 2] = -1

    with pytest.raises(DomainError) as caught:
        perceived_wait(minutes=minutes)

    assert caught.value.index == (1, 2)


def test_a_value_refused_in_a_later_block_is_found():
    minutes = np.ones(2 * arrays.BLOCK + 5)
    minutes[-1] = -1

    with pytest.raises(DomainError) as caught:
        perceived_wait(minutes=minutes)

    assert (caught.value.index, caught.value.count) == (len(minutes) - 1, 1)


def test_numbers_so_large_that_their_sum_overflows_are_still_finite():
    huge = np.array([1e308, 1e308, -1e308])

    assert satisfaction_state(performance=huge, expectation=0).tolist() == [2, 2, 0]


def test_arguments_that_do_not_fit_together_are_counted_over_all_blocks():
    adequate = np.full(arrays.BLOCK + 3, 5.0)
    desired = np.full(arrays.BLOCK + 3, 6.0)
    desired[[1, 2, -1]] = 4, np.nan, 4

    with pytest.raises(DomainError, match=r"adequate=5.0|desired=4.0") as caught:
        tolerance_zone(performance=5.0, adequate=adequate, desired=desired)

    assert (caught.value.index, caught.value.count) == (1, 2)


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (["4", "5"], TypeError, "performance must be a finite number.*; got the text '4' at index 0"),
        ([4, "x"], TypeError, "got the text 'x' at index 1"),
        ([[4, 5], [6, b"x"]], TypeError, r"got the text b'x' at index \(1, 1\)"),
        ([np.array(4), np.array("x")], TypeError, "got the text 'x' at index 1"),
        (np.array(["x", "y"]), TypeError, "got the text 'x' at index 0"),
        ([None, "x"], TypeError, "must hold numbers or None; got 'x' at index 1"),
        ([True, False], TypeError, "got an array of bool"),
        ([1j], TypeError, "got an array of complex128"),
        ([Decimal(1)], TypeError, "must hold numbers or None; got Decimal"),
        ([object()], TypeError, "must hold numbers or None; got <object"),
        ([True, None], TypeError, "must hold numbers or None; got True"),
        ([[1], [1, 2]], ServiceModelError, "a list whose parts have different lengths"),
        ([1, 2, 3], ServiceModelError, r"do not broadcast: performance \(3,\), expectation \(2,\)"),
        (np.array(["2026-01-01"], "M8[D]"), TypeError, "got an array of datetime64"),
    ],
)
def test_arrays_of_other_things_are_refused(value, error, message):
    with pytest.raises(error, match=message):
        disconfirmation(performance=value, expectation=[1, 2])


def test_a_decimal_beside_an_array_is_refused():
    with pytest.raises(
        TypeError, match=r"expectation is a Decimal beside an array; arrays are float64, so write float\(1\)"
    ):
        disconfirmation(performance=[1.0], expectation=Decimal(1))


def test_categories_come_as_codes_strings_or_members():
    minutes = np.array([10.0, 10.0, 10.0, 10.0])
    codes = np.array([0, 1, 2, -1])

    for value in (codes, codes.astype("i1"), ["low", "ordinary", "high", None]):
        assert wait_tolerance(minutes=minutes, value=value).tolist()[:3] == [6, 10, 15]
        assert np.isnan(wait_tolerance(minutes=minutes, value=value)[3])
    assert wait_tolerance(minutes=[10], value="high").tolist() == [15]


def test_codes_of_nothing_and_unknown_words_are_refused():
    with pytest.raises(DomainError, match=r"a code from -1 \(missing\) to 2.*; got 3 at index 1 \(1 such value\)"):
        wait_tolerance(minutes=[1, 2], value=np.array([0, 3]))
    with pytest.raises(LabelError, match="'great' is not a ServiceValue"):
        wait_tolerance(minutes=[1, 2], value=["low", "great"])


def test_flags_come_as_booleans_or_objects_with_none():
    classes = purchase_class(current=[0, 0, 0], capacity=[4, 4, 4], influential=[True, False, None])

    assert classes.tolist() == [3, 2, -1]
    with pytest.raises(TypeError, match=r"influential must hold True, False or None; got .*1"):
        purchase_class(current=[0], capacity=[4], influential=[1])


def test_whole_numbers_are_asked_of_every_element():
    with pytest.raises(DomainError, match="capacity must be a whole number") as caught:
        purchase_class(current=[0, 0], capacity=[4, 3.5])

    assert caught.value.index == 1
    assert purchase_class(current=[0.0, np.nan], capacity=[4.0, 3.0]).tolist() == [2, -1]


@pytest.mark.parametrize("dtype", ["u1", "i2", "u4", "i8"])
def test_masks_of_every_integer_dtype_agree(dtype):
    masks = np.array([0, 1, 129, 191], dtype)
    expected = [perceived_wait(minutes=7, conditions=int(mask)) for mask in masks]

    assert perceived_wait(minutes=7, conditions=masks) == pytest.approx(expected, rel=1e-12)


def test_a_mask_may_be_missing_where_the_array_holds_objects():
    answer = perceived_wait(minutes=7, conditions=[1, None])

    assert answer[0] == pytest.approx(perceived_wait(minutes=7, conditions=1), rel=1e-12)
    assert np.isnan(answer[1])


@pytest.mark.parametrize(
    ("masks", "error", "message"),
    [
        (np.array([1, 64]), DomainError, r"got 64 at index 1 \(1 such value\)"),
        (np.array([1, 256]), DomainError, "got 256 at index 1"),
        (np.array([-1, 1]), DomainError, "got -1 at index 0"),
        (np.array([64, 0], np.uint8), DomainError, "got 64 at index 0"),
        (np.array([1.0, 2.0]), TypeError, "whole-number masks; got an array of float64"),
        ([1.5, None], TypeError, "whole-number masks"),
        (["unoccupied", "solo"], TypeError, "names go into a mapping, {'unoccupied': True}"),
        (["unoccupied", None], TypeError, "names go into a mapping, {'unoccupied': True}"),
    ],
)
def test_masks_that_mean_nothing_are_refused(masks, error, message):
    with pytest.raises(error, match=message):
        perceived_wait(minutes=[1, 2], conditions=masks)


def test_a_mapping_of_arrays_is_the_mask_and_a_missing_flag_makes_the_row_missing():
    rows = {WaitCondition.SOLO: [True, False, None], "unfair": np.array([True, True, True])}

    answer = perceived_wait(minutes=[5, 5, 5], conditions=rows)

    expected = perceived_wait(minutes=5, conditions=np.array([160, 32]))
    assert answer[:2] == pytest.approx(expected, rel=1e-12)
    assert np.isnan(answer[2])


def test_a_mapping_of_single_flags_goes_with_an_array_of_minutes():
    answer = perceived_wait(minutes=[5, 10], conditions={"solo": True})

    assert answer == pytest.approx([perceived_wait(minutes=t, conditions=128) for t in (5, 10)], rel=1e-12)


def test_an_array_of_masks_goes_with_one_wait():
    answer = perceived_wait(minutes=5, conditions=[0, 128])

    assert answer == pytest.approx([perceived_wait(minutes=5, conditions=m) for m in (0, 128)], rel=1e-12)


def test_whole_numbers_too_large_for_a_float_are_outside_every_domain():
    with pytest.raises(DomainError, match="performance must be a finite number") as caught:
        disconfirmation(performance=[1, 10**400, -(10**400)], expectation=1)

    assert (caught.value.index, caught.value.count) == (1, 2)


@pytest.mark.parametrize("values", [[True, 2.5], [[1.5], [np.True_]], (1, False)])
def test_truth_among_the_numbers_of_a_list_is_refused_though_numpy_would_count_it(values):
    with pytest.raises(TypeError, match="performance holds True or False among its numbers"):
        disconfirmation(performance=values, expectation=1)


@pytest.mark.parametrize("masks", [[True, 2], [True, None]])
def test_truth_among_masks_is_refused(masks):
    with pytest.raises(TypeError, match=r"conditions (holds True or False|must be whole-number masks)"):
        perceived_wait(minutes=5, conditions=masks)


@pytest.mark.parametrize("masks", [[], np.empty(0), np.empty((0, 3))])
def test_no_masks_give_no_answers(masks):
    assert perceived_wait(minutes=5, conditions=masks).shape == np.shape(masks)


def test_what_pandas_writes_for_missing_is_missing():
    pd = pytest.importorskip("pandas", reason="needs pandas")

    assert disconfirmation(performance=[1, pd.NA], expectation=1).tolist() == pytest.approx([0, np.nan], nan_ok=True)
    assert np.isnan(wait_tolerance(minutes=5, value=["high", pd.NA])[1])
    assert np.isnan(perceived_wait(minutes=5, conditions={"solo": [True, pd.NA]})[1])
    assert np.isnan(perceived_wait(minutes=5, conditions=[1, pd.NA])[1])


def test_arrays_of_conditions_that_do_not_broadcast_are_named():
    with pytest.raises(ServiceModelError, match=r"arrays of conditions .* solo \(3,\), unfair \(2,\)"):
        perceived_wait(minutes=5, conditions={"solo": [True, False, True], "unfair": [True, False]})


def test_a_felt_wait_too_long_for_a_float_is_infinite_however_it_is_asked():
    steep = attrs.evolve(ANCHORED, exponent=1.5)

    assert perceived_wait(minutes=1e300, conditions=1, profile=steep) == np.inf
    assert perceived_wait(minutes=1e300, conditions=[1], profile=steep).tolist() == [np.inf]
    assert perceived_wait(minutes=[1e300], conditions=1, profile=steep).tolist() == [np.inf]


@pytest.mark.parametrize("performance", [[1, 2, 3], [], [None]])
def test_single_values_that_contradict_each_other_are_refused_once_beside_any_array(performance):
    with pytest.raises(DomainError, match=r"desired must be .*adequate=5") as caught:
        tolerance_zone(performance=performance, adequate=5, desired=3)

    assert (caught.value.index, caught.value.count) == (None, 1)


def test_a_value_refused_in_an_array_of_one_value_has_no_index():
    with pytest.raises(DomainError, match=r"got inf$") as caught:
        disconfirmation(performance=np.array(np.inf), expectation=1)

    assert (caught.value.index, caught.value.count) == (None, 1)
