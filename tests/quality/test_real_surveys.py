"""The airport surveys of 2016 and 2017: importance–performance and penalty–reward, each figure by a second route."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from servicemodel.quality import derived_importance, importance_performance, penalty_reward
from servicemodel.survey import FIVE_POINT, mean_score, without

FOLDER = Path(__file__).parents[3] / "shared" / "data"
RATING = without(FIVE_POINT, 0, 6, "Blank")
SCARCE = {"Q7INFODOWN", "Q7INFOUP", "Q7WIFI", "Q7ROADS", "Q7PARK", "Q7AIRTRAIN", "Q7LTPARKING", "Q7RENTAL", "Q7ART"}


@pytest.fixture(scope="module", params=[2016, 2017])
def asked(request):
    path = FOLDER / f"sfo_survey_{request.param}.csv"
    if not path.exists():
        pytest.skip("the airport surveys are not beside the checkout")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] or None for row in rows] for name in rows[0]}


@pytest.fixture
def items(asked):
    return [name for name in asked if name.startswith("Q7") and name != "Q7ALL"]


def by_hand(answers):
    """Read a column without the library: 1 to 5, and nothing else."""
    numbers = {"1": 1.0, "2": 2.0, "3": 3.0, "4": 4.0, "5": 5.0}
    return np.array([numbers.get((answer or "").removesuffix(".0"), np.nan) for answer in answers])


@pytest.mark.parametrize("weighted", [False, True])
def test_penalties_and_rewards_are_those_of_dummies_built_by_hand(asked, items, weighted):
    used = [name for name in items if name not in SCARCE]
    overall, ratings = by_hand(asked["Q7ALL"]), [by_hand(asked[name]) for name in used]
    weight = np.array(asked["WEIGHT"], dtype=float) if weighted else np.ones(len(overall))
    there = ~np.isnan(np.column_stack([overall, *ratings])).any(axis=1)
    x = np.column_stack([np.ones(there.sum()), *(side[there] for r in ratings for side in (r <= 2, r >= 5))])
    y, w = overall[there], weight[there]
    b = np.linalg.lstsq(x * np.sqrt(w)[:, None], y * np.sqrt(w), rcond=None)[0]
    bread = np.linalg.inv((x * w[:, None]).T @ x)
    hat = np.einsum("ij,jk,ik->i", x, bread, x) * w
    meat = (x * (w * (y - x @ b) / (1 - hat))[:, None] ** 2).T @ x
    errors = np.sqrt(np.diag(bread @ meat @ bread))

    found = penalty_reward(
        overall=asked["Q7ALL"],
        ratings={name: asked[name] for name in used},
        low=2,
        high=5,
        scale=RATING,
        weight=[float(one) for one in asked["WEIGHT"]] if weighted else None,
    )

    assert len(used) == 5
    assert (found.n, found.missing) == (there.sum(), len(overall) - there.sum())
    assert found.intercept == pytest.approx(b[0])
    assert [v for one in found.attributes for v in (one.penalty, one.reward)] == pytest.approx(b[1:].tolist())
    assert [v for one in found.attributes for v in (one.penalty_error, one.reward_error)] == pytest.approx(
        errors[1:].tolist()
    )
    assert [(one.low, one.high) for one in found.attributes] == [
        ((r[there] <= 2).sum(), (r[there] >= 5).sum()) for r in ratings
    ]
    assert not any(one.sign_violated for one in found.attributes)


def test_too_few_people_used_everything_to_tell_all_items_apart(asked, items):
    every = penalty_reward(
        overall=asked["Q7ALL"], ratings={name: asked[name] for name in items}, low=2, high=5, scale=RATING
    )
    few = [name for name in items if name not in SCARCE]
    some = penalty_reward(
        overall=asked["Q7ALL"], ratings={name: asked[name] for name in few}, low=2, high=5, scale=RATING
    )

    assert every.n < some.n / 2
    assert np.mean([every.contrast_of(name).penalty_error for name in few]) > np.mean(
        [one.penalty_error for one in some.attributes]
    )


def test_the_map_of_importance_is_that_of_figures_computed_by_hand(asked, items):
    overall = by_hand(asked["Q7ALL"])
    means, correlations = {}, {}
    for name in items:
        rating = by_hand(asked[name])
        both = ~(np.isnan(rating) | np.isnan(overall))
        means[name] = np.nanmean(rating)
        correlations[name] = np.corrcoef(rating[both], overall[both])[0, 1]
    cut = np.mean(list(correlations.values())), np.mean(list(means.values()))

    found = importance_performance(
        importance=derived_importance(
            overall=asked["Q7ALL"],
            ratings={name: asked[name] for name in items},
            scale=RATING,
            method="correlation",
        ),
        performance={name: mean_score(answers=asked[name], scale=RATING) for name in items},
        crosshair="means",
        scale=FIVE_POINT,
        importance_scale=(-1, 1),
    )

    assert len(found.points) == 14
    for point in found.points:
        name = point.attribute
        assert point.importance == pytest.approx(correlations[name])
        assert point.performance == pytest.approx(means[name])
        letter = "CDAB"[2 * (correlations[name] >= cut[0]) + (means[name] >= cut[1])]
        assert point.quadrant.letter == letter
        assert point.surplus is None


def test_parking_is_to_be_worked_on_in_both_years(asked, items):
    importance = derived_importance(
        overall=asked["Q7ALL"], ratings={name: asked[name] for name in items}, scale=RATING, method="correlation"
    )
    performance = {name: mean_score(answers=asked[name], scale=RATING) for name in items}
    by_means = importance_performance(importance=importance, performance=performance, crosshair="means")
    by_medians = importance_performance(importance=importance, performance=performance, crosshair="medians")

    assert {"Q7PARK", "Q7LTPARKING", "Q7RENTAL"} <= set(by_means.attributes_in("concentrate_here"))
    assert [point.quadrant for point in by_means.points] != [point.quadrant for point in by_medians.points]


def test_codes_that_are_no_answer_would_have_moved_every_mean(asked, items):
    for name in items:
        wrong = [float(answer) for answer in asked[name] if answer not in {None, "Blank"}]

        assert mean_score(answers=asked[name], scale=RATING).n < len(wrong)
        assert sum(wrong) / len(wrong) != pytest.approx(mean_score(answers=asked[name], scale=RATING).value, abs=1e-3)
