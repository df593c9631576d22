"""Kano's table, the categories of features, coefficients and tests."""

from __future__ import annotations

from collections import Counter
from math import isclose, pi, sqrt

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, LabelError, ServiceModelError, TableError
from servicemodel.quality import (
    FONG_Z,
    KANO_LIFE_CYCLE,
    KANO_POULIOT,
    KANO_QUADRANTS,
    KANO_TABLE,
    KanoAnswer,
    KanoCategory,
    KanoScoreLevel,
    fong_test,
    kano_category,
    kano_counts,
    kano_quadrant,
    kano_study,
)
from servicemodel.tables import Cell

ROWS = printed("kano")
ANSWERS = st.sampled_from(list(KanoAnswer))
COUNTS = st.fixed_dictionaries({category: st.integers(0, 300) for category in KanoCategory})
M, O, A, I, R, Q = KanoCategory  # noqa: E741 - the letters of the field


def counts_of(row):
    return {category: int(row[category.value]) for category in KanoCategory}


# --- the table --------------------------------------------------------------------------------------------------------


def test_the_table_has_as_many_cells_of_each_letter_as_printed():
    letters = Counter(answer.letter for row in KANO_TABLE.answers for answer in row)

    assert letters == {"Q": 2, "A": 3, "O": 1, "M": 3, "I": 9, "R": 7}


@given(ANSWERS, ANSWERS)
def test_swapping_both_answers_turns_a_category_round(functional, dysfunctional):
    plain = kano_category(functional=functional, dysfunctional=dysfunctional)
    swapped = kano_category(functional=dysfunctional, dysfunctional=functional)

    assert (plain in {A, O, M}) == (swapped is R)
    assert (plain is I) == (swapped is I)
    assert (plain is Q) == (swapped is Q)


def test_pouliots_table_differs_in_two_cells():
    different = {
        (row.value, column.value)
        for row in KanoAnswer
        for column in KanoAnswer
        if KANO_TABLE.cell_of(row, column) != KANO_POULIOT.cell_of(row, column)
    }

    assert different == {("must_be", "must_be"), ("live_with", "live_with")}
    assert kano_category(functional="must_be", dysfunctional="must_be", table=KANO_POULIOT) is Q


def test_own_cells_are_read():
    rows = [list(row) for row in KANO_TABLE.cells]
    rows[2][2] = Cell(Q)
    own = attrs.evolve(KANO_TABLE, name="own", cells=rows)

    assert kano_category(functional="neutral", dysfunctional="neutral", table=own) is Q


@pytest.mark.parametrize("model", [kano_category, kano_study])
def test_a_table_of_other_axes_or_cells_is_refused(model):
    numbers = attrs.evolve(KANO_TABLE, name="numbers", cells=[[1] * 5] * 5)
    given_ = {"functional": ["like"], "dysfunctional": ["like"]}

    with pytest.raises(TypeError, match="must be a Matrix"):
        model(**given_, table={})
    with pytest.raises(TableError, match="rows and columns of KanoAnswer"):
        model(**given_, table=KANO_QUADRANTS)
    with pytest.raises(TableError, match="members of KanoCategory"):
        model(**given_, table=numbers)


def test_the_life_cycle_runs_from_indifferent_to_must_be():
    assert "".join(category.letter for category in KANO_LIFE_CYCLE) == "IAOM"


# --- many people --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS, ids=[row["feature"] for row in ROWS])
def test_the_printed_rows_come_out(row):
    found = kano_counts(counts=counts_of(row))

    assert found.category.value == row["category"]
    assert round(found.better, 3) == float(row["better"])
    assert round(found.worse, 3) == float(row["worse"])
    assert round(100 * found.total_strength) == int(row["total_percent"])
    assert round(100 * found.category_strength) == int(row["strength_percent"])
    assert round(found.chi_square, 2) == float(row["chi_square"])
    assert found.test.difference == int(row["difference"])
    assert round(found.test.threshold, 1) == float(row["threshold"])
    assert found.test.significant


@pytest.mark.parametrize("row", printed("kano_skis"), ids=lambda row: row["feature"])
def test_the_recalled_rows_on_skis_come_out(row):
    counts = {category: round(10 * float(row[category.value])) for category in KanoCategory}
    found = kano_counts(counts=counts)

    assert found.category.value == row["category"]
    assert (round(found.better, 2), round(found.worse, 2)) == (float(row["better"]), float(row["worse"]))


def test_fong_and_mcnemar_disagree_on_excellent_service():
    test = kano_counts(counts=counts_of(ROWS[1])).test

    assert test.significant
    assert not test.mcnemar_significant
    assert round(test.z, 3) == 1.482
    assert any("finds differences that are chance" in note for note in test.grid().notes)


@pytest.mark.parametrize("row", ROWS, ids=[row["feature"] for row in ROWS])
def test_with_five_points_of_tolerance_the_printed_categories_stay(row):
    assert kano_counts(counts=counts_of(row), tie_tolerance=0.05).category.value == row["category"]


@given(COUNTS)
def test_better_and_worse_keep_their_ranges_and_identities(counts):
    found = kano_counts(counts=counts)
    four = counts[M] + counts[O] + counts[A] + counts[I]

    if not four:
        assert (found.better, found.worse, found.chi_square) == (None, None, None)
        return
    assert 0 <= found.better <= 1
    assert -1 <= found.worse <= 0
    assert isclose(found.better + found.worse, (counts[A] - counts[M]) / four, abs_tol=1e-12)
    assert isclose(found.better - found.worse, 1 + (counts[O] - counts[I]) / four, abs_tol=1e-12)


@given(COUNTS)
def test_reverse_and_questionable_answers_do_not_touch_better_and_worse(counts):
    bare = kano_counts(counts=counts | {R: 0, Q: 0})
    full = kano_counts(counts=counts)

    assert (bare.better, bare.worse, bare.chi_square) == (full.better, full.worse, full.chi_square)


@given(st.lists(st.tuples(ANSWERS | st.none(), ANSWERS | st.none()), max_size=30), st.randoms(use_true_random=False))
def test_a_study_counts_each_pair_in_any_order(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    first, second = ([list(side) for side in zip(*some, strict=True)] or [[], []] for some in (pairs, shuffled))
    found = kano_study(functional=first[0], dysfunctional=first[1])
    again = kano_study(functional=second[0], dysfunctional=second[1])
    whole = [pair for pair in pairs if None not in pair]
    expected = Counter(kano_category(functional=f, dysfunctional=d) for f, d in whole)

    assert dict(found.counts) == {category: expected[category] for category in KanoCategory}
    assert (found.n, found.missing) == (len(whole), len(pairs) - len(whole))
    assert found.counts == again.counts
    assert found.category is again.category


def test_codes_and_values_are_read_alike():
    codes = kano_study(functional=np.array([0, 0, -1]), dysfunctional=np.array([4, 2, 1]))
    values = kano_study(functional=["like", "like", None], dysfunctional=["dislike", "neutral", "must_be"])

    assert codes == values
    assert codes.missing == 1


# --- rules ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "expected"),
    [({O: 5, A: 5}, O), ({M: 5, O: 5}, M), ({A: 5, I: 5}, A), ({I: 5, R: 5}, I), ({R: 5, Q: 5}, R)],
)
def test_a_tie_goes_to_the_first_in_order(counts, expected):
    found = kano_counts(counts=counts)

    assert found.category is expected
    assert found.tied == tuple(counts)


def test_five_points_are_within_a_tolerance_of_five_points():
    close = {M: 20, O: 25, I: 55 - 30, A: 30}

    assert kano_counts(counts=close).category is A
    assert kano_counts(counts=close, tie_tolerance=0.05).category is O
    assert kano_counts(counts=close, tie_tolerance=0.049).category is A
    assert kano_counts(counts=close, tie_tolerance=0.1).category is M


def test_the_half_rule_counts_those_who_care_against_the_others():
    counts = {M: 20, O: 15, A: 16, I: 40, R: 5, Q: 4}

    assert kano_counts(counts=counts).category is I
    assert kano_counts(counts=counts, rule="half").category is M
    assert kano_counts(counts=counts | {I: 42}, rule="half").category is I  # 51 against 51: the second branch
    assert kano_counts(counts=counts | {I: 41}, rule="half").category is M


def test_of_nothing_there_is_no_category():
    found = kano_counts(counts={})

    assert (found.category, found.n, found.tied, found.test) == (None, 0, (), None)
    assert "—" in found.describe()
    only = kano_counts(counts={Q: 3})
    assert (only.category, only.test, only.questionable_share) == (Q, None, 1)


# --- tests ------------------------------------------------------------------------------------------------------------


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(2, 9))
def test_fongs_test_is_symmetric_and_grows_with_the_root_of_the_sample(first, second, rest, times):
    if first + second == 0:
        return
    n = first + second + rest
    one, other = fong_test(first=first, second=second, n=n), fong_test(first=second, second=first, n=n)
    more = fong_test(first=times * first, second=times * second, n=times * n)

    assert one == other
    assert isclose(more.difference / more.threshold, sqrt(times) * one.difference / one.threshold, abs_tol=1e-12)
    assert one.significant or not one.mcnemar_significant  # Fong's is the quicker of the two
    if first == second:
        assert not one.significant
        assert one.p_value == 1


def test_significance_begins_at_the_threshold():
    below, above = fong_test(first=100, second=82, n=296), fong_test(first=101, second=81, n=296)

    assert below.threshold == above.threshold == FONG_Z * sqrt(182 * (592 - 182) / 592)
    assert (below.difference, below.significant) == (18, False)
    assert (above.difference, above.significant) == (20, True)


@pytest.mark.parametrize("square", [0.1, 2.366, 7.815, 20])
def test_the_tail_of_chi_square_is_the_integral_of_its_density(square):
    from servicemodel.quality.kano_study import _three_degrees

    step = 1e-4
    x = np.arange(square, square + 120, step) + step / 2
    density = np.sqrt(x / (2 * pi)) * np.exp(-x / 2)

    assert _three_degrees(square) == pytest.approx(density.sum() * step, rel=1e-6)


@pytest.mark.parametrize(
    ("given_", "error", "words"),
    [
        ({"first": 1.0, "second": 0, "n": 2}, TypeError, "first must be a whole number"),
        ({"first": True, "second": 0, "n": 2}, TypeError, "whole number"),
        ({"first": 1, "second": -1, "n": 2}, DomainError, "second must be a whole number at least 0"),
        ({"first": 0, "second": 0, "n": 2}, DomainError, "above 0"),
        ({"first": 2, "second": 1, "n": 2}, DomainError, "at least first and second together, 3"),
    ],
)
def test_counts_that_cannot_be_are_refused(given_, error, words):
    with pytest.raises(error, match=words):
        fong_test(**given_)


# --- scores -----------------------------------------------------------------------------------------------------------


def test_dumouchels_scores_are_means_of_every_answered_pair():
    found = kano_study(
        functional=["like", "must_be", "live_with"], dysfunctional=["dislike", "live_with", "like"]
    ).scores

    assert found.functional == pytest.approx((4 + 2 - 1) / 3)
    assert found.dysfunctional == pytest.approx((4 + 2 - 2) / 3)
    assert found.category is I


@pytest.mark.parametrize(
    ("functional", "dysfunctional", "expected"),
    [(2, 2, O), (1.99, 2, M), (2, 1.99, A), (1.99, 1.99, I), (4, 4, O), (-2, -2, I)],
)
def test_a_score_of_two_is_high(functional, dysfunctional, expected):
    assert kano_quadrant(functional_score=functional, dysfunctional_score=dysfunctional) is expected


def test_quadrants_may_be_cut_elsewhere():
    low, high = KANO_QUADRANTS.rows.rows
    halves = attrs.evolve(
        KANO_QUADRANTS.rows, name="own", rows=(attrs.evolve(low, below=1), attrs.evolve(high, at_least=1))
    )
    own = attrs.evolve(KANO_QUADRANTS, name="own_quadrants", rows=halves, columns=halves)

    assert kano_quadrant(functional_score=1, dysfunctional_score=1, table=own) is O
    with pytest.raises(TypeError, match="must be a Matrix"):
        kano_quadrant(functional_score=1, dysfunctional_score=1, table=halves)
    with pytest.raises(TableError, match="must be bands that cover"):
        kano_quadrant(functional_score=1, dysfunctional_score=1, table=KANO_TABLE)
    with pytest.raises(TableError, match="members of KanoCategory"):
        kano_quadrant(
            functional_score=1,
            dysfunctional_score=1,
            table=attrs.evolve(own, name="levels", cells=[list(KanoScoreLevel)] * 2),
        )


# --- bad input ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "error", "words"),
    [
        ({"functional": "like", "dysfunctional": ["like"]}, TypeError, "functional must be a list"),
        ({"functional": ["like"], "dysfunctional": 3}, TypeError, "dysfunctional must be a list"),
        ({"functional": ["like"], "dysfunctional": []}, ServiceModelError, "differ in length: 1 and 0"),
        ({"functional": ["love"], "dysfunctional": ["like"]}, LabelError, "'love' is not a KanoAnswer"),
        ({"functional": np.array([5]), "dysfunctional": ["like"]}, LabelError, "run from -1"),
        ({"functional": np.array([[1]]), "dysfunctional": ["like"]}, ServiceModelError, "one dimension"),
        ({"functional": [], "dysfunctional": [], "rule": "median"}, LabelError, "KanoRule"),
        ({"functional": [], "dysfunctional": [], "tie_tolerance": 1}, DomainError, "at least 0 and below 1"),
        ({"functional": [], "dysfunctional": [], "tie_tolerance": float("nan")}, DomainError, "tie_tolerance"),
        ({"functional": [], "dysfunctional": [], "tie_tolerance": "1"}, TypeError, "tie_tolerance must be a number"),
    ],
)
def test_a_study_refuses_what_it_cannot_read(given_, error, words):
    with pytest.raises(error, match=words):
        kano_study(**given_)


def test_a_column_of_a_frame_is_told_what_to_write():
    pandas = pytest.importorskip("pandas")

    with pytest.raises(TypeError, match=r"write column.to_list\(\)"):
        kano_study(functional=pandas.Series(["like"]), dysfunctional=["like"])


@pytest.mark.parametrize(
    ("counts", "error", "words"),
    [
        ({"must_be": 1.5}, TypeError, "must be a whole number"),
        ({"must_be": True}, TypeError, "must be a whole number"),
        ({"must_be": -1}, DomainError, "at least 0"),
        ({"x": 1}, LabelError, "KanoCategory"),
    ],
)
def test_counts_refuse_what_is_no_count(counts, error, words):
    with pytest.raises(error, match=words):
        kano_counts(counts=counts)


def test_results_print_themselves_in_both_languages():
    found = kano_study(functional=["like"] * 3, dysfunctional=["neutral"] * 3)

    assert "category: attractive" in found.describe()
    assert "类别：魅力型" in found.describe("zh")
    assert "McNemar" in found._repr_html_()
    assert "方氏检验" in found.test.describe("zh")
    assert "Fong (1996)" in found.test.to_html()
