"""What the quality of a service is made of, and where it falls short."""

from servicemodel.quality.fong_test import FONG_Z, FongTest, fong_test
from servicemodel.quality.impact_asymmetry import impact_asymmetry
from servicemodel.quality.impact_type import IMPACT_TYPES, ImpactType, impact_type
from servicemodel.quality.importance_performance_quadrant import (
    IMPORTANCE_PERFORMANCE,
    CrosshairSide,
    ImportanceQuadrant,
    importance_performance_quadrant,
)
from servicemodel.quality.kano_category import KANO_POULIOT, KANO_TABLE, kano_category
from servicemodel.quality.kano_feature import KanoFeature, KanoRule, KanoScores
from servicemodel.quality.kano_labels import KANO_LIFE_CYCLE, KanoAnswer, KanoCategory, KanoForm
from servicemodel.quality.kano_quadrant import (
    KANO_QUADRANTS,
    KANO_SCORE_LEVELS,
    KANO_SCORES,
    KanoScoreLevel,
    kano_quadrant,
)
from servicemodel.quality.kano_study import kano_counts, kano_study
from servicemodel.quality.rater import RATER_DIMENSIONS, RATER_ORDER, SERVQUAL_ORDER, DimensionEntry, RaterDimension
from servicemodel.quality.satisfaction_curve import SATISFACTION_CURVES, satisfaction_curve

__all__ = [
    "FONG_Z",
    "IMPACT_TYPES",
    "IMPORTANCE_PERFORMANCE",
    "KANO_LIFE_CYCLE",
    "KANO_POULIOT",
    "KANO_QUADRANTS",
    "KANO_SCORES",
    "KANO_SCORE_LEVELS",
    "KANO_TABLE",
    "RATER_DIMENSIONS",
    "RATER_ORDER",
    "SATISFACTION_CURVES",
    "SERVQUAL_ORDER",
    "CrosshairSide",
    "DimensionEntry",
    "FongTest",
    "ImpactType",
    "ImportanceQuadrant",
    "KanoAnswer",
    "KanoCategory",
    "KanoFeature",
    "KanoForm",
    "KanoRule",
    "KanoScoreLevel",
    "KanoScores",
    "RaterDimension",
    "fong_test",
    "impact_asymmetry",
    "impact_type",
    "importance_performance_quadrant",
    "kano_category",
    "kano_counts",
    "kano_quadrant",
    "kano_study",
    "satisfaction_curve",
]
