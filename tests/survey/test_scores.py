from __future__ import annotations

import math
from itertools import pairwise

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel.errors import DomainError, ServiceModelError, TableError
from servicemodel.survey import (
    ACSI_OHIO,
    CES_2,
    FIVE_POINT,
    NPS_GROUPS,
    SEVEN_POINT,
    TEN_POINT,
    acsi,
    acsi_score,
    ces,
    csat,
    mean_score,
    nps,
    score_difference,
)

likelihoods = st.lists(st.integers(0, 10), min_size=1, max_size=30)
ratings = st.lists(st.floats(1, 5, allow_subnormal=False), min_size=1, max_size=30)


def near(value, other):
    return value == pytest.approx(other, rel=1e-9, abs=1e-9)


# --- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "score",
    [
        nps(answers=[]),
        nps(answers=[None, math.nan]),
        nps(answers=[9, 9], weight=[0, 0]),
        csat(answers=[], scale=FIVE_POINT),
        ces(answers=[None], scale=CES_2),
        mean_score(answers=[], scale=FIVE_POINT),
        acsi(satisfaction=[None], disconfirmation=[3], ideal=[3]),
    ],
)
def test_nobody_answered_gives_no_value_and_no_error(score):
    assert score.value is None
    assert score.standard_error is None
    assert score.low is None
    assert "value: —" in str(score)


@given(likelihoods)
def test_the_net_promoter_score_obeys_its_identities(answers):
    score = nps(answers=answers, interval="wald")
    turned = nps(answers=[0 if a >= 9 else 10 if a < 7 else 8 for a in answers])
    twice = nps(answers=answers * 2)
    variance = score.standard_error**2 * score.n

    assert near(turned.value, -score.value)
    assert near(twice.value, score.value)
    assert near(twice.standard_error * math.sqrt(2), score.standard_error)
    assert abs(score.value) * (1 - abs(score.value)) - 1e-9 <= variance <= 1 - score.value**2 + 1e-9
    assert near(nps(answers=[*answers, 8]).value, score.value * len(answers) / (len(answers) + 1))


@given(ratings)
def test_a_mean_lies_among_the_answers_and_its_error_is_that_of_the_sample(answers):
    score = mean_score(answers=answers, scale=FIVE_POINT)

    assert min(answers) - 1e-9 <= score.value <= max(answers) + 1e-9
    if len(answers) > 1:
        assert score.standard_error == pytest.approx(
            np.std(answers, ddof=1) / math.sqrt(len(answers)), rel=1e-6, abs=1e-7
        )
        assert score.low <= score.value <= score.high
    else:
        assert score.standard_error is None


@given(likelihoods, st.floats(0.1, 50))
def test_equal_weights_of_any_size_change_nothing(answers, weight):
    plain, weighted = nps(answers=answers), nps(answers=answers, weight=[weight] * len(answers))

    assert near(plain.value, weighted.value)
    assert near(plain.low, weighted.low)
    assert weighted.effective_n == pytest.approx(len(answers))


def test_a_weight_counts_as_many_answers_for_the_value_and_fewer_for_the_error():
    score = nps(answers=[9, 0, 0], weight=[2, 1, 1])

    assert score.value == 0
    assert score.effective_n == pytest.approx(16 / 6)
    assert "effective answers" in str(score)
    assert "effective" not in str(nps(answers=[9]))


def test_a_row_without_a_weight_is_missing():
    score = mean_score(answers=[5, 1, 3], weight=[1, None, 1], scale=FIVE_POINT)

    assert (score.value, score.n, score.missing) == (4, 2, 1)


@pytest.mark.parametrize(
    ("weight", "error", "message"),
    [
        ([1], ServiceModelError, r"weight has the shape \(1,\), the answers have \(2,\): one weight an answer"),
        ([1, -1], DomainError, "weight must be a finite number at least 0"),
        ([1, math.inf], DomainError, "weight must be a finite number at least 0"),
        (2, TypeError, "weight must be a list or an array; got int"),
        (["a", "b"], TypeError, "weight must be numbers; got an array of <U1"),
        ([object(), 1], TypeError, "weight must hold numbers or None"),
    ],
)
def test_weights_that_are_none_are_refused(weight, error, message):
    with pytest.raises(error, match=message):
        nps(answers=[9, 9], weight=weight)


def test_a_series_of_weights_is_told_what_to_write():
    class Series:
        to_numpy = None

    with pytest.raises(TypeError, match=r"write column\.to_numpy\(\)"):
        nps(answers=[9], weight=Series())


def test_millions_of_answers_are_counted_block_by_block():
    answers = np.resize(np.array([10.0, 3.0, 8.0, np.nan]), 300_001)
    score = nps(answers=answers, weight=np.ones(300_001))

    assert (score.n, score.missing) == (225_001, 75_000)
    assert [count for _, count in score.counts] == [75_000, 75_000, 75_001]


@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95, math.nan])
def test_confidence_is_a_share(confidence):
    with pytest.raises(DomainError, match="confidence must be a number above 0 and below 1"):
        nps(answers=[9], confidence=confidence)


@pytest.mark.parametrize("confidence", ["0.95", True, None])
def test_confidence_is_a_number(confidence):
    with pytest.raises(TypeError, match="confidence must be a number"):
        csat(answers=[5], scale=FIVE_POINT, confidence=confidence)


def test_more_confidence_is_a_wider_interval():
    spans = [nps(answers=[9, 3, 8], confidence=level) for level in (0.5, 0.9, 0.99)]

    assert all(a.high - a.low < b.high - b.low for a, b in pairwise(spans))


def test_an_interval_that_does_not_fit_the_measure_is_refused():
    with pytest.raises(ServiceModelError, match="interval 'wilson' does not fit this measure"):
        nps(answers=[9], interval="wilson")
    assert csat(answers=[5], scale=FIVE_POINT, interval="wald").low == 1


@given(st.lists(st.sampled_from([1, 5]), min_size=1, max_size=20), st.floats(0.5, 0.999))
def test_wilson_stays_among_shares_and_holds_the_share(answers, confidence):
    score = csat(answers=answers, scale=FIVE_POINT, confidence=confidence)

    assert 0 <= score.low <= score.value + 1e-12
    assert score.value - 1e-12 <= score.high <= 1


@pytest.mark.parametrize("scale", [None, (1, 5), "five_point"])
def test_a_scale_is_a_scale(scale):
    with pytest.raises(TypeError, match="scale must be a Scale, such as FIVE_POINT"):
        csat(answers=[1], scale=scale)


# --- differences -----------------------------------------------------------------------------------------------------


def test_two_scores_are_compared_by_their_errors():
    first, second = nps(answers=[9] * 50 + [3] * 50), nps(answers=[9] * 70 + [3] * 30)
    found = score_difference(second, first)

    assert found.value == pytest.approx(0.4)
    assert found.z == pytest.approx(0.4 / math.sqrt(1 / 100 + 0.84 / 100))
    assert found.low < found.value < found.high
    assert 0.003 < found.p_value < 0.004
    assert score_difference(first, second).p_value == found.p_value
    assert "difference: 0.4" in str(found)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (nps(answers=[9, 3]), csat(answers=[5], scale=FIVE_POINT), "different measures"),
        (csat(answers=[5, 1], scale=FIVE_POINT), csat(answers=[5, 1], scale=SEVEN_POINT), "different scales"),
        (nps(answers=[]), nps(answers=[9, 3]), "without a value"),
        (mean_score(answers=[5], scale=FIVE_POINT), mean_score(answers=[5, 4], scale=FIVE_POINT), "without a value"),
        (nps(answers=[9]), nps(answers=[9]), "neither score varies"),
    ],
)
def test_scores_that_cannot_be_compared_say_why(first, second, message):
    with pytest.raises(ServiceModelError, match=message):
        score_difference(first, second)


def test_only_scores_are_compared():
    with pytest.raises(TypeError, match="second must be a Score; got float"):
        score_difference(nps(answers=[9]), 0.3)


# --- the index of three questions -------------------------------------------------------------------------------------


def test_the_index_is_that_of_the_means_when_nobody_left_a_question_out():
    rng = np.random.default_rng(5)
    asked = {name: rng.integers(1, 11, 200) for name in ("satisfaction", "disconfirmation", "ideal")}
    shares = ACSI_OHIO.shares
    printed_formula = 100 * sum(shares[name] * (answers.mean() - 1) / 9 for name, answers in asked.items())

    assert near(acsi(**asked, table=ACSI_OHIO).value, printed_formula)


def test_whoever_left_a_question_out_is_missing():
    score = acsi(
        satisfaction=[8, 99], disconfirmation=[7, 7], ideal=[7, 7], scale=attrs.evolve(TEN_POINT, missing=(99,))
    )

    assert (score.n, score.missing) == (1, 1)


def test_questions_of_different_length_and_other_scales_are_refused():
    with pytest.raises(ServiceModelError, match=r"one answer each a customer; got satisfaction \(1,\)"):
        acsi(satisfaction=[8], disconfirmation=[7, 7], ideal=[7])
    with pytest.raises(ServiceModelError, match="asked on 1 to 10; got 'five_point'"):
        acsi(satisfaction=[3], disconfirmation=[3], ideal=[3], scale=FIVE_POINT)
    with pytest.raises(ServiceModelError, match="higher is better"):
        acsi(
            satisfaction=[3], disconfirmation=[3], ideal=[3], scale=attrs.evolve(TEN_POINT, direction="lower_is_better")
        )
    with pytest.raises(TableError, match="Weights of satisfaction, disconfirmation, ideal"):
        acsi_score(satisfaction=3, disconfirmation=3, ideal=3, table=NPS_GROUPS)


# --- shown -----------------------------------------------------------------------------------------------------------


def test_a_score_prints_itself_in_both_languages():
    score = csat(answers=[5, 4, None], scale=FIVE_POINT, weight=[1, 3, 1])

    assert "在 0" not in score.describe("zh")
    assert "有效回答：2" in score.describe("zh")
    assert "95% 区间：" in score.describe("zh")
    assert "<table>" in score._repr_html_()
