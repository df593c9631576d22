from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.journey import PeakChoice, peak_end
from servicemodel.survey import Direction

SCORES = st.integers(-100, 100).map(float)
JOURNEYS = st.lists(SCORES, min_size=1, max_size=12)
WAYS = st.sampled_from(
    [
        {"peak": "worst"},
        {"peak": "best"},
        {"peak": "extreme", "neutral": 0},
        {"peak": "worst", "direction": "lower_is_better"},
        {"peak": "best", "direction": "lower_is_better"},
        {"peak": "extreme", "neutral": 7.5, "direction": "lower_is_better"},
    ]
)
FIGURES = ("moments", "remembered", "peak", "end", "mean", "total", "slope")


@pytest.mark.parametrize("row", printed("peak_end"), ids=lambda row: row["moments"])
def test_printed_examples_come_out(row):
    result = peak_end(moments=list(map(float, row["moments"].split())), peak="worst", direction="lower_is_better")

    assert result.remembered == float(row["remembered"])
    assert result.total == float(row["total"])


@given(JOURNEYS, WAYS)
def test_what_is_remembered_lies_between_the_lowest_and_the_highest_moment(moments, way):
    result = peak_end(moments=moments, **way)

    assert min(moments) <= result.remembered <= max(moments)
    assert result.remembered == (result.peak + result.end) / 2
    assert result.end == moments[-1]
    assert result.mean == pytest.approx(np.mean(moments), abs=1e-9)
    assert result.moments == len(moments)


@given(JOURNEYS, WAYS, st.randoms(use_true_random=False))
def test_the_order_of_what_comes_before_the_end_does_not_count(moments, way, random):
    before = moments[:-1]
    random.shuffle(before)

    assert peak_end(moments=[*before, moments[-1]], **way).remembered == peak_end(moments=moments, **way).remembered


@given(JOURNEYS, WAYS, st.data())
def test_how_long_it_lasts_does_not_count(moments, way, data):
    between = st.sampled_from(moments)  # whatever was there before lies between the lowest and the highest
    longer = [*moments[:-1], *data.draw(st.lists(between, max_size=5)), moments[-1]]

    assert peak_end(moments=longer, **way).remembered == peak_end(moments=moments, **way).remembered


@given(SCORES, st.integers(1, 9), WAYS)
def test_a_journey_of_one_score_is_remembered_as_that_score(score, length, way):
    result = peak_end(moments=[score] * length, **way)

    assert result.remembered == result.peak == result.mean == score
    assert result.slope == (None if length == 1 else 0)


@given(JOURNEYS, st.integers(0, 50), st.sampled_from(["worst", "best"]))
def test_a_better_end_never_makes_a_worse_memory(moments, better, peak):
    ended = [*moments[:-1], moments[-1] + better]

    assert peak_end(moments=ended, peak=peak).remembered >= peak_end(moments=moments, peak=peak).remembered


@given(JOURNEYS, WAYS)
def test_backwards_the_end_alone_is_another(moments, way):
    there, back = peak_end(moments=moments, **way), peak_end(moments=moments[::-1], **way)

    assert there.peak == back.peak
    assert there.remembered - back.remembered == (moments[-1] - moments[0]) / 2
    if len(moments) > 1:
        assert there.slope == pytest.approx(-back.slope, abs=1e-9)


@given(JOURNEYS, st.sampled_from(["worst", "best"]))
def test_a_scale_turned_round_turns_the_memory_round(moments, peak):
    turned = peak_end(moments=[-score for score in moments], peak=peak, direction=Direction.LOWER_IS_BETTER)

    assert turned.remembered == -peak_end(moments=moments, peak=peak).remembered


@given(st.lists(SCORES, min_size=2, max_size=12))
def test_the_slope_is_that_of_least_squares(moments):
    fitted = np.polyfit(np.arange(len(moments)), moments, 1)[0]

    assert peak_end(moments=moments, peak="best").slope == pytest.approx(fitted, abs=1e-8)


@given(st.lists(st.lists(SCORES, max_size=6), min_size=1, max_size=6).filter(any), WAYS)
def test_many_journeys_come_out_as_one_by_one_however_they_are_laid_out(journeys, way):
    width = max(map(len, journeys))
    padded = np.array([journey + [np.nan] * (width - len(journey)) for journey in journeys])
    ids = [number for number, journey in enumerate(journeys) for _ in journey]
    full = [number for number, journey in enumerate(journeys) if journey]
    flat = peak_end(moments=[score for journey in journeys for score in journey], journeys=ids, **way)

    assert flat.journey.tolist() == full
    for many, kept in ((peak_end(moments=padded, **way), range(len(journeys))), (flat, full)):
        for place, number in enumerate(kept):
            one = peak_end(moments=journeys[number], **way) if journeys[number] else None
            for name in FIGURES:
                expected = (0 if name == "moments" else None) if one is None else getattr(one, name)
                found = getattr(many, name)[place]
                assert np.isnan(found) if expected is None else found == pytest.approx(expected, abs=1e-9), name
    assert peak_end(moments=journeys, **way) == peak_end(moments=padded, **way)
    assert peak_end(moments=padded.tolist(), **way) == peak_end(moments=padded, **way)


def test_ids_are_words_or_numbers_and_keep_the_order_within_each_journey():
    result = peak_end(moments=[1, 9, 5, 3], journeys=["b", "a", "b", "a"], peak="worst")

    assert result.journey.tolist() == ["a", "b"]
    assert result.end.tolist() == [3, 5]
    assert "journey: a; moments: 2; remembered: 3" in str(result)
    assert "旅程" in result.to_html("zh")
    assert "旅程" not in peak_end(moments=[1], peak="worst").to_html("zh")


def test_of_two_moments_equally_far_from_neutral_the_worse_is_the_peak():
    assert peak_end(moments=[8, 2, 5], peak="extreme", neutral=5).peak == 2
    assert peak_end(moments=[8, 2, 5], peak="extreme", neutral=5, direction="lower_is_better").peak == 8
    assert peak_end(moments=[8.01, 2, 5], peak="extreme", neutral=5).peak == 8.01


def test_a_moment_missing_between_others_leaves_its_journey_missing_and_one_after_all_is_none():
    many = peak_end(moments=np.array([[5, np.nan, 3], [5, 3, np.nan], [np.nan] * 3]), peak=PeakChoice.WORST)

    np.testing.assert_array_equal(many.moments, [3, 2, 0])
    for name in FIGURES[1:]:
        assert np.isnan(getattr(many, name)[[0, 2]]).all(), name
    assert many.remembered[1] == 3
    flat = peak_end(moments=[5, None, 3], journeys=[1, 1, 2], peak="worst")
    np.testing.assert_array_equal(flat.end, [np.nan, 3])


def test_no_journeys_at_all_are_no_figures():
    assert peak_end(moments=np.empty((0, 3)), peak="worst").remembered.tolist() == []
    assert peak_end(moments=[], journeys=[], peak="worst").remembered.tolist() == []
    assert np.isnan(peak_end(moments=np.empty((2, 0)), peak="worst").remembered).all()


@pytest.mark.parametrize(
    ("given_", "error", "says"),
    [
        ({"moments": [], "peak": "worst"}, DomainError, "at least one moment"),
        ({"moments": [1, None], "peak": "worst"}, MissingError, "index 1"),
        ({"moments": [1, float("inf")], "peak": "worst"}, DomainError, "at index 1"),
        ({"moments": [[1], [float("-inf")]], "peak": "worst"}, DomainError, r"moments\[1\]"),
        ({"moments": [[1], 2], "peak": "worst"}, TypeError, r"moments\[1\]"),
        ({"moments": [[[1]]], "peak": "worst"}, ServiceModelError, "one journey"),
        ({"moments": np.ones((1, 1, 1)), "peak": "worst"}, ServiceModelError, "a row for each"),
        ({"moments": 5, "peak": "worst"}, TypeError, "moments"),
        ({"moments": ["5"], "peak": "worst"}, TypeError, "moments"),
        ({"moments": [1], "peak": "highest"}, LabelError, "highest"),
        ({"moments": [1], "peak": "worst", "direction": "up"}, LabelError, "up"),
        ({"moments": [1], "peak": "extreme"}, ServiceModelError, "needs neutral="),
        ({"moments": [1], "peak": "best", "neutral": 0}, ServiceModelError, "'extreme' only"),
        ({"moments": [1], "peak": "extreme", "neutral": float("nan")}, MissingError, "neutral"),
        ({"moments": [1], "peak": "extreme", "neutral": float("inf")}, DomainError, "neutral"),
        ({"moments": [1], "peak": "extreme", "neutral": "5"}, TypeError, "neutral"),
        ({"moments": [[1]], "peak": "best", "journeys": [1]}, ServiceModelError, "one column"),
        ({"moments": [1, 2], "peak": "best", "journeys": [1]}, ServiceModelError, "one id a moment"),
        ({"moments": [1], "peak": "best", "journeys": "a"}, TypeError, "journeys"),
        ({"moments": [1], "peak": "best", "journeys": [None]}, MissingError, "journeys"),
        ({"moments": [1.0], "peak": "best", "journeys": [float("nan")]}, MissingError, "journeys"),
        ({"moments": [1, 2], "peak": "best", "journeys": np.array([1, "a"], dtype=object)}, TypeError, "journeys"),
    ],
)
def test_what_is_no_journey_is_refused(given_, error, says):
    with pytest.raises(error, match=says):
        peak_end(**given_)
