"""Importance against performance: quadrants, crosshairs, the iso-rating line, derived importance."""

from __future__ import annotations

import attrs
import numpy as np
import pytest
from hypothesis import assume, given, strategies as st

from printed import printed
from servicemodel import DomainError, LabelError, MissingError, ServiceModelError, TableError, explain
from servicemodel.quality import (
    IMPORTANCE_PERFORMANCE,
    KANO_TABLE,
    Crosshair,
    CrosshairSide,
    ImportanceQuadrant,
    derived_importance,
    importance_performance,
    importance_performance_quadrant,
)
from servicemodel.survey import FIVE_POINT, TEN_POINT, mean_score

ROWS = printed("importance_performance")
IMPORTANCE = {row["attribute"]: float(row["importance"]) for row in ROWS}
PERFORMANCE = {row["attribute"]: float(row["performance"]) for row in ROWS}
NUMBERS = {row["attribute"]: int(row["number"]) for row in ROWS}
EXPECTED = {row["attribute"]: row["quadrant"] for row in ROWS}
POINT = st.integers(-100, 100)
POINTS = st.lists(st.tuples(POINT, POINT), min_size=1, max_size=12)
A, B, C, D = ImportanceQuadrant


def study(crosshair, **options):
    return importance_performance(importance=IMPORTANCE, performance=PERFORMANCE, crosshair=crosshair, **options)


def of_points(points, crosshair, **options):
    y, x = ({str(i): point[axis] for i, point in enumerate(points)} for axis in (0, 1))
    return importance_performance(importance=y, performance=x, crosshair=crosshair, **options)


def quadrants(found):
    return [point.quadrant for point in found.points]


@pytest.mark.parametrize("crosshair", ["means", (3, 3)])
def test_the_study_of_the_car_dealer_comes_out(crosshair):
    found = study(crosshair)

    assert {point.attribute: point.quadrant.value for point in found.points} == EXPECTED
    assert {NUMBERS[name] for name in found.attributes_in("concentrate_here")} == {1, 2, 9}
    assert {NUMBERS[name] for name in found.attributes_in("possible_overkill")} == {14}


def test_the_grand_means_are_as_computed():
    found = study("means")

    assert round(found.importance_cut, 4) == 3.1514
    assert round(found.performance_cut, 4) == 2.8164


def test_medians_give_another_answer_than_means():
    by_means, by_medians = study("means"), study("medians")
    moved = {
        NUMBERS[one.attribute]
        for one, other in zip(by_means.points, by_medians.points, strict=True)
        if one.quadrant is not other.quadrant
    }

    assert moved
    assert by_medians.crosshair is Crosshair.MEDIANS
    assert by_medians.performance_cut == pytest.approx((3.02 + 3.00) / 2)


# --- invariants -------------------------------------------------------------------------------------------------------


@given(POINT, POINT, POINT, POINT, st.integers(0, 50))
def test_raising_a_point_never_moves_it_back(y, x, cut_y, cut_x, more):
    def at(importance, performance):
        return importance_performance_quadrant(
            importance=importance, performance=performance, importance_cut=cut_y, performance_cut=cut_x
        )

    assert (at(y, x), at(y, x + more)) in {(A, A), (A, B), (B, B), (C, C), (C, D), (D, D)}
    assert (at(y, x), at(y + more, x)) in {(A, A), (B, B), (C, A), (C, C), (D, B), (D, D)}


def test_a_point_on_a_line_is_above_it():
    on = importance_performance_quadrant(importance=3, performance=3, importance_cut=3, performance_cut=3)
    left = importance_performance_quadrant(importance=3, performance=2.999, importance_cut=3, performance_cut=3)
    below = importance_performance_quadrant(importance=2.999, performance=3, importance_cut=3, performance_cut=3)

    assert (on, left, below) == (B, A, D)
    assert "".join(one.letter for one in ImportanceQuadrant) == "ABCD"


@given(POINTS, POINT, POINT)
def test_moving_both_axes_and_the_crosshair_changes_nothing(points, up, right):
    cut = (2, 3)
    moved = [(4 * y + up, 2 * x + right) for y, x in points]

    assert quadrants(of_points(points, cut)) == quadrants(of_points(moved, (4 * cut[0] + up, 2 * cut[1] + right)))


@pytest.mark.parametrize("crosshair", ["means", "medians"])
@given(points=st.lists(st.tuples(POINT, POINT), min_size=1, max_size=8).filter(lambda p: len(p) in {1, 2, 4, 8}))
def test_a_constant_on_an_axis_changes_nothing_where_the_crosshair_follows(crosshair, points):
    moved = [(y + 7, x - 3) for y, x in points]

    assert quadrants(of_points(points, crosshair)) == quadrants(of_points(moved, crosshair))


@given(POINTS)
def test_means_have_points_on_both_sides(points):
    assume(len({y for y, _ in points}) > 1)
    assume(len({x for _, x in points}) > 1)
    found = set(quadrants(of_points(points, "means")))

    assert found & {A, B}
    assert found & {C, D}
    assert found & {A, C}
    assert found & {B, D}


@given(st.lists(st.tuples(st.floats(1, 5), st.floats(1, 5)), min_size=1, max_size=8))
def test_the_iso_rating_line_divides_by_which_is_larger(points):
    found = of_points(points, "midpoint", scale=FIVE_POINT)

    assert found.one_scale
    assert (found.importance_cut, found.performance_cut) == (3, 3)
    for point in found.points:
        assert point.surplus == point.importance - point.performance


def test_on_different_scales_there_is_no_iso_rating_line():
    two = of_points([(9, 4)], "midpoint", scale=(1, 5), importance_scale=TEN_POINT)

    assert (two.importance_cut, two.performance_cut) == (5.5, 3)
    assert two.points[0].surplus is None
    assert study("means").points[0].surplus is None
    assert not any("Bacon" in note for note in two.grid().notes)
    assert any("Bacon" in note for note in study("means", scale=(1, 4)).grid().notes)


def test_scores_are_taken_as_they_come_from_a_survey():
    score = mean_score(answers=[4, 5, None], scale=FIVE_POINT)
    found = importance_performance(importance={"staff": 4}, performance={"staff": score}, crosshair=(3, 3))

    assert found.points[0].performance == 4.5


def test_the_advice_may_be_in_other_cells():
    (low, high), (first, second) = IMPORTANCE_PERFORMANCE.cells
    own = attrs.evolve(IMPORTANCE_PERFORMANCE, name="own", cells=((low, high), (second, first)))

    assert study((3, 3), table=own).points[0].quadrant is B


def test_the_map_prints_itself_in_both_languages():
    found = study((3, 3), scale=(1, 4))

    assert "job right first time: 3.83; 2.63; 1.20; A Concentrate here" in found.describe()
    assert "A 重点改进区" in found.describe("zh")
    assert "<table>" in found._repr_html_()
    assert "because importance 3.83 is not below 3 and performance 2.63 is below 3" in explain(
        importance_performance_quadrant, importance=3.83, performance=2.63, importance_cut=3, performance_cut=3
    )


# --- bad input ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({"importance": {}, "performance": {}}, ServiceModelError, "importance is empty"),
        ({"importance": {"b": 1}}, ServiceModelError, "one of them lacks 'a', 'b'"),
        ({"importance": [1]}, TypeError, "importance must map each attribute"),
        ({"importance": {"": 1}}, TypeError, "named by a text"),
        ({"importance": {"a": None}}, MissingError, r"importance\['a'\] is missing"),
        ({"performance": {"a": float("nan")}}, MissingError, r"performance\['a'\] is missing"),
        ({"performance": {"a": float("inf")}}, DomainError, "finite"),
        ({"performance": {"a": "4"}}, TypeError, "must be a number"),
        ({"performance": {"a": True}}, TypeError, "must be a number"),
        ({"performance": {"a": mean_score(answers=[], scale=FIVE_POINT)}}, MissingError, "is missing"),
        ({"performance": {"a": 6}, "scale": FIVE_POINT}, DomainError, "from 1 to 5"),
        ({"scale": (5, 1)}, DomainError, "scale must be two finite numbers"),
        ({"importance_scale": (5, 1)}, DomainError, "importance_scale must be two finite numbers"),
        ({"crosshair": "midpoint"}, ServiceModelError, "needs the scale"),
        ({"crosshair": "given"}, ServiceModelError, "give the point itself"),
        ({"crosshair": "centre"}, LabelError, "'centre' is not a Crosshair"),
        ({"crosshair": (1, 2, 3)}, ServiceModelError, "importance, performance"),
        ({"crosshair": (1, None)}, MissingError, "crosshair is missing"),
        ({"table": KANO_TABLE}, TableError, "CrosshairSide"),
        ({"table": {}}, TypeError, "must be a Matrix"),
        (
            {"table": attrs.evolve(IMPORTANCE_PERFORMANCE, name="sides", cells=[list(CrosshairSide)] * 2)},
            TableError,
            "members of ImportanceQuadrant",
        ),
    ],
)
def test_a_map_refuses_what_it_cannot_place(changed, error, words):
    with pytest.raises(error, match=words):
        importance_performance(**({"importance": {"a": 4}, "performance": {"a": 4}, "crosshair": (3, 3)} | changed))


# --- derived importance -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("weighted", [False, True])
def test_correlations_are_numpys_and_leave_missing_codes_out(weighted):
    rng = np.random.default_rng(3)
    x = rng.integers(1, 6, (60, 2)).astype(float)
    y = np.clip(np.round(x.mean(axis=1) + rng.normal(0, 0.7, 60)), 1, 5)
    weight = rng.integers(1, 4, 60) if weighted else np.ones(60, int)
    ratings = {"a": [*x[:, 0], None], "b": [*x[:, 1], 3]}

    found = derived_importance(
        overall=[*y, 4],
        ratings=ratings,
        scale=FIVE_POINT,
        method="correlation",
        weight=[*weight.tolist(), None] if weighted else None,
    )

    rows = np.repeat(np.arange(60), weight)
    assert found["a"] == pytest.approx(np.corrcoef(x[rows, 0], y[rows])[0, 1])
    b, together = (x[rows, 1], y[rows]) if weighted else (np.append(x[:, 1], 3), np.append(y, 4))
    assert found["b"] == pytest.approx(np.corrcoef(b, together)[0, 1])


@pytest.mark.parametrize("weighted", [False, True])
def test_regression_is_least_squares_of_standardised_columns(weighted):
    rng = np.random.default_rng(4)
    x = rng.integers(1, 6, (80, 3)).astype(float)
    y = np.clip(np.round(x @ [0.5, 0.3, 0.1] + rng.normal(0, 0.7, 80)), 1, 5)
    weight = rng.integers(1, 4, 80) if weighted else np.ones(80, int)
    rows = np.repeat(np.arange(80), weight)
    standard = [(column - column.mean()) / column.std() for column in (*x[rows].T, y[rows])]
    expected = np.linalg.lstsq(np.column_stack(standard[:3]), standard[3], rcond=None)[0]

    found = derived_importance(
        overall=y,
        ratings=dict(zip("abc", x.T, strict=True)),
        scale=FIVE_POINT,
        method="regression",
        weight=weight if weighted else None,
    )

    assert list(found.values()) == pytest.approx(expected.tolist())


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({"method": "guess"}, LabelError, "ImportanceMethod"),
        ({"overall": [3, 3, 3]}, ServiceModelError, "do not both vary over the 3"),
        ({"overall": [None, None, None]}, ServiceModelError, "do not both vary over the 0"),
        ({"overall": [3, 3, 3], "method": "regression"}, ServiceModelError, "overall does not vary"),
        ({"ratings": {"a": [1, 1, 1]}, "method": "regression"}, ServiceModelError, "'a' follows from those before it"),
    ],
)
def test_importance_that_cannot_be_derived_is_refused(changed, error, words):
    given_ = {"overall": [1, 3, 5], "ratings": {"a": [1, 2, 5]}, "scale": FIVE_POINT, "method": "correlation"}

    with pytest.raises(error, match=words):
        derived_importance(**(given_ | changed))
