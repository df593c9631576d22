"""Never run, only type-checked: what users see of the types of Kano, of penalty and reward, and of importance maps."""

from __future__ import annotations

from typing import Any, assert_type

import numpy as np
from numpy.typing import NDArray

from servicemodel import (
    FIVE_POINT,
    FongTest,
    ImpactType,
    ImportanceMap,
    ImportanceQuadrant,
    KanoCategory,
    KanoFeature,
    PenaltyReward,
    derived_importance,
    fong_test,
    impact_asymmetry,
    impact_type,
    importance_performance,
    importance_performance_quadrant,
    kano_category,
    kano_counts,
    kano_quadrant,
    kano_study,
    mean_score,
    penalty_reward,
    satisfaction_curve,
)

ANSWERS = [1.0, 3.0, None]
ARRAY = np.array([-1.0, -0.5])

assert_type(kano_category(functional="like", dysfunctional="neutral"), KanoCategory)
assert_type(kano_category(functional=np.array([0]), dysfunctional="neutral"), NDArray[Any])
assert_type(kano_quadrant(functional_score=1, dysfunctional_score=2.5), KanoCategory)
assert_type(kano_study(functional=["like", None], dysfunctional=["like", "dislike"]), KanoFeature)
assert_type(kano_counts(counts={KanoCategory.MUST_BE: 3}, rule="half"), KanoFeature)
assert_type(fong_test(first=3, second=2, n=6), FongTest)
assert_type(satisfaction_curve(fulfilment=0.5, better=0.6, worse=-0.5, category="must_be"), float)
assert_type(satisfaction_curve(fulfilment=[0.5, None], better=0.6, worse=-0.5, category="must_be"), NDArray[np.float64])
assert_type(impact_asymmetry(penalty=-1, reward=1), float)
assert_type(impact_asymmetry(penalty=ARRAY, reward=1), NDArray[Any])
assert_type(impact_type(penalty=-1, reward=1), ImpactType)
assert_type(
    importance_performance_quadrant(importance=1, performance=2, importance_cut=1, performance_cut=2),
    ImportanceQuadrant,
)
assert_type(
    penalty_reward(overall=ANSWERS, ratings={"queue": ANSWERS}, low={"queue": 2}, high=4, scale=FIVE_POINT),
    PenaltyReward,
)
assert_type(
    derived_importance(overall=ANSWERS, ratings={"queue": ANSWERS}, scale=FIVE_POINT, method="correlation"),
    dict[str, float],
)
assert_type(
    importance_performance(
        importance={"queue": 4},
        performance={"queue": mean_score(answers=ANSWERS, scale=FIVE_POINT)},
        crosshair=(3, 3),
        scale=(1, 5),
    ),
    ImportanceMap,
)
