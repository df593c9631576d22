from __future__ import annotations

import sys
from math import inf, nan

import numpy as np
import pytest
from hypothesis import assume, given, strategies as st

from printed import printed
from servicemodel.errors import DomainError, LabelError, ServiceModelError
from servicemodel.survey import cronbach_alpha, difference_score_reliability, feldt_interval


@st.composite
def tables(draw, *, least=3):
    people, items = draw(st.integers(least, 8)), draw(st.integers(2, 5))
    answers = st.lists(st.integers(1, 7), min_size=items, max_size=items)
    rows = np.array(draw(st.lists(answers, min_size=people, max_size=people)), float)
    assume(np.ptp(rows.sum(axis=1)) > 0)
    return rows


def alpha(rows, **options):
    return cronbach_alpha(rows, confidence=None, **options)


# --- figures in print ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("cronbach_alpha"))
def test_the_interval_in_print(row):
    low, high = feldt_interval(alpha=float(row["alpha"]), n=int(row["n"]), k=int(row["k"]))

    assert (round(low, 3), round(high, 3)) == (float(row["low"]), float(row["high"]))


@pytest.mark.parametrize("row", printed("difference_reliability"))
def test_the_reliability_of_a_difference_in_print(row):
    found = difference_score_reliability(
        first_reliability=float(row["first"]),
        second_reliability=float(row["second"]),
        correlation=float(row["correlation"]),
    )

    assert found == pytest.approx(float(row["value"]), rel=1e-12)


# --- alpha -----------------------------------------------------------------------------------------------------------


@given(rows=tables())
def test_both_formulas_of_alpha_agree(rows):
    k = rows.shape[1]
    covariance = np.cov(rows, rowvar=False)
    own = np.trace(covariance) / k
    mean = (covariance.sum() - np.trace(covariance)) / (k * (k - 1))

    found = alpha(rows).alpha
    assert found == pytest.approx(k * mean / (own + (k - 1) * mean), rel=1e-9, abs=1e-9)
    assert found <= 1 + 1e-12


@given(rows=tables(), shift=st.lists(st.integers(-5, 5), min_size=5, max_size=5), factor=st.sampled_from([0.5, 2, 10]))
def test_shifts_of_items_and_a_common_scale_change_nothing(rows, shift, factor):
    moved = factor * (rows + np.array(shift[: rows.shape[1]]))

    assert alpha(moved).alpha == pytest.approx(alpha(rows).alpha, rel=1e-9, abs=1e-9)


@given(rows=tables(), random=st.randoms(use_true_random=False))
def test_the_order_of_people_and_items_does_not_matter(rows, random):
    people, items = list(range(rows.shape[0])), list(range(rows.shape[1]))
    random.shuffle(people)
    random.shuffle(items)
    found, other = alpha(rows), alpha(rows[people][:, items])

    assert other.alpha == pytest.approx(found.alpha, rel=1e-9, abs=1e-9)
    assert (other.standardised is None) == (found.standardised is None)


@given(rows=tables())
def test_items_that_are_alike_up_to_a_shift_give_one(rows):
    first = rows[:, [0]]
    assume(np.ptp(first) > 0)

    found = alpha(np.hstack([first, first + 3, first - 1]))
    assert found.alpha == pytest.approx(1, rel=1e-12)
    assert found.standardised == pytest.approx(1, rel=1e-12)


@given(rows=tables())
def test_doubling_every_item_never_lowers_alpha(rows):
    assert alpha(np.hstack([rows, rows])).alpha >= alpha(rows).alpha - 1e-9


@given(rows=tables())
def test_turning_an_item_lowers_alpha_if_it_goes_with_the_rest(rows):
    turned = rows.copy()
    turned[:, 0] = 8 - turned[:, 0]
    assume(np.ptp(turned.sum(axis=1)) > 0)
    with_rest = np.cov(rows[:, 0], rows[:, 1:].sum(axis=1))[0, 1]
    difference = alpha(turned).alpha - alpha(rows).alpha

    if abs(with_rest) < 1e-9:
        assert difference == pytest.approx(0, abs=1e-6)
    elif np.diagonal(np.cov(rows, rowvar=False)).sum() > 0:
        assert (difference < 0) == (with_rest > 0)


@given(rows=tables())
def test_standardised_alpha_is_alpha_of_standardised_items(rows):
    spread = rows.std(axis=0)
    assume((spread > 0).all())
    ours, theirs = alpha(rows).standardised, alpha((rows - rows.mean(axis=0)) / spread).alpha

    assert (ours is None) == (theirs is None)
    if ours is not None and abs(ours) < 1e6:
        assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    "rows", [[[1, 5], [5, 1], [3, 3]], [[4, 4], [4, 4]], [[1, 2]], np.zeros((0, 2)), [[None, 1], [2, None]]]
)
def test_where_alpha_is_not_defined_there_is_no_value_and_no_error(rows):
    for missing in ("listwise", "pairwise"):
        found = cronbach_alpha(rows, missing_answers=missing)

        assert found.alpha is found.standardised is found.low is found.high is None
        assert "—" in str(found)


def test_an_item_that_all_answer_alike_leaves_alpha_but_not_the_standardised_one():
    found = alpha([[1, 3, 4], [2, 3, 5], [5, 3, 7]])

    assert found.alpha is not None
    assert found.standardised is None


def test_items_that_cancel_out_have_no_standardised_alpha():
    rows = np.array([[1.0, -2.0], [2.0, -4.0], [5.0, -10.0]])

    assert alpha(rows).alpha == pytest.approx(2 * (1 - 5))
    assert alpha(rows).standardised is None


# --- missing answers -------------------------------------------------------------------------------------------------


def test_who_left_an_item_out_is_left_out_altogether_or_counted_by_pairs():
    rows = [[1, 2, 1], [2, 2, 3], [4, 5, 4], [5, None, 4], [None, None, None]]
    listwise, pairwise = alpha(rows), alpha(rows, missing_answers="pairwise")

    assert (listwise.n, listwise.missing) == (3, 2)
    assert listwise.alpha == pytest.approx(alpha(rows[:3]).alpha)
    assert (pairwise.n, pairwise.missing) == (4, 1)
    covariances = np.array([[10 / 3, np.cov([1, 2, 4], [2, 2, 5])[0, 1], np.cov([1, 2, 4, 5], [1, 3, 4, 4])[0, 1]]])
    assert covariances[0, 0] == pytest.approx(np.var([1, 2, 4, 5], ddof=1))
    full = np.array(
        [
            covariances[0],
            [covariances[0, 1], 3, np.cov([2, 2, 5], [1, 3, 4])[0, 1]],
            [covariances[0, 2], np.cov([2, 2, 5], [1, 3, 4])[0, 1], 2],
        ]
    )
    assert pairwise.alpha == pytest.approx(1.5 * (1 - np.trace(full) / full.sum()))
    assert pairwise.low is None


@given(rows=tables())
def test_without_missing_answers_the_two_rules_agree(rows):
    assert alpha(rows, missing_answers="pairwise").alpha == pytest.approx(alpha(rows).alpha, rel=1e-9, abs=1e-9)


def test_columns_and_rows_say_the_same():
    rows = [[1, 2], [3, 3], [5, 4]]
    columns = {"a": [1, 3, 5], "b": np.array([2, 3, 4])}

    assert cronbach_alpha(columns) == cronbach_alpha(rows)


# --- the interval ----------------------------------------------------------------------------------------------------


@given(rows=tables(least=4), confidence=st.floats(0.5, 0.99))
def test_a_higher_confidence_widens_the_interval(rows, confidence):
    found, wider = cronbach_alpha(rows, confidence=confidence), cronbach_alpha(rows, confidence=0.995)

    assert wider.low <= found.low <= found.high <= wider.high


def test_one_is_certain():
    assert feldt_interval(alpha=1, n=5, k=3) == (1, 1)


def test_without_scipy_the_error_says_what_to_install_and_alpha_needs_it_not(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.special", None)

    with pytest.raises(ImportError, match=r"pip install servicemodel\[statistics\]"):
        cronbach_alpha([[1, 2], [3, 3], [5, 4]])
    assert alpha([[1, 2], [3, 3], [5, 4]]).alpha is not None


@pytest.mark.parametrize(
    ("given_", "error", "words"),
    [
        ({"alpha": 1.01, "n": 5, "k": 3}, DomainError, "alpha must be a finite number at most 1"),
        ({"alpha": -inf, "n": 5, "k": 3}, DomainError, "alpha"),
        ({"alpha": nan, "n": 5, "k": 3}, DomainError, "alpha"),
        ({"alpha": None, "n": 5, "k": 3}, TypeError, "alpha must be a number"),
        ({"alpha": 0.5, "n": 1, "k": 3}, DomainError, "n must be"),
        ({"alpha": 0.5, "n": 5, "k": 1}, DomainError, "k must be"),
        ({"alpha": 0.5, "n": 5.0, "k": 3}, TypeError, "n must be a whole number"),
        ({"alpha": 0.5, "n": 5, "k": 3, "confidence": 0}, DomainError, "confidence"),
    ],
)
def test_an_interval_of_nonsense_is_refused(given_, error, words):
    with pytest.raises(error, match=words):
        feldt_interval(**given_)


@pytest.mark.parametrize(
    ("answers", "error", "words"),
    [
        ([[1], [2]], ServiceModelError, "at least two items"),
        ({}, ServiceModelError, "at least two items"),
        ([1, 2, 3], ServiceModelError, "at least two items"),
        ({"a": [1, 2], "b": [1]}, ServiceModelError, "one answer a respondent"),
        ({"a": [[1, 2]], "b": [[1, 2]]}, ServiceModelError, "one answer a respondent"),
        ([[1, inf], [2, 3]], DomainError, "finite"),
        ([["a", "b"]], TypeError, "numbers"),
        ([[1, True], [2, 3]], TypeError, "True or False"),
        ("12", TypeError, "list or an array"),
    ],
)
def test_answers_that_are_none_are_refused(answers, error, words):
    with pytest.raises(error, match=words):
        cronbach_alpha(answers)


def test_an_unknown_rule_or_confidence_is_refused():
    with pytest.raises(LabelError):
        cronbach_alpha([[1, 2], [2, 3]], missing_answers="guess")
    with pytest.raises(DomainError, match="confidence"):
        cronbach_alpha([[1, 2], [2, 3]], confidence=1.5)


def test_alpha_prints_itself_in_both_languages():
    found = cronbach_alpha([[1, 2], [3, 3], [5, 4]])

    assert "Cronbach (1951)" in found.to_html()
    assert found.describe("zh").startswith("克龙巴赫")


# --- the reliability of a difference ---------------------------------------------------------------------------------

reliabilities = st.floats(0, 1)


@given(first=reliabilities, second=reliabilities, correlation=st.floats(-1, 0.99), spread=st.floats(0.1, 10))
def test_equal_spreads_give_the_short_formula(first, second, correlation, spread):
    found = difference_score_reliability(
        first_reliability=first,
        second_reliability=second,
        correlation=correlation,
        first_deviation=spread,
        second_deviation=spread,
    )

    assert found == pytest.approx(((first + second) / 2 - correlation) / (1 - correlation), rel=1e-9, abs=1e-9)


@given(first=reliabilities, second=reliabilities, correlation=st.floats(-0.9, 0.9))
def test_swapping_the_two_scores_changes_nothing(first, second, correlation):
    one = difference_score_reliability(
        first_reliability=first, second_reliability=second, correlation=correlation, first_deviation=2
    )
    other = difference_score_reliability(
        first_reliability=second, second_reliability=first, correlation=correlation, second_deviation=2
    )

    assert one == pytest.approx(other, rel=1e-9, abs=1e-9)


@given(reliability=reliabilities, low=st.floats(-0.9, 0.9), high=st.floats(-0.9, 0.9))
def test_the_higher_the_correlation_the_less_is_left(reliability, low, high):
    low, high = sorted((low, high))
    found = [
        difference_score_reliability(first_reliability=reliability, second_reliability=reliability, correlation=r)
        for r in (low, high)
    ]

    assert found[1] <= found[0] + 1e-9


def test_a_difference_that_does_not_vary_is_refused():
    with pytest.raises(DomainError):
        difference_score_reliability(first_reliability=0.8, second_reliability=0.8, correlation=1)
    found = difference_score_reliability(
        first_reliability=0.8, second_reliability=0.8, correlation=1, first_deviation=2
    )
    assert found == pytest.approx(0)
