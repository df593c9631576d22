"""What the quality of a service is made of, and where it falls short."""

from servicemodel.quality.contrast import (
    AttributeContrast,
    ContrastRule,
    ContrastType,
    PenaltyReward,
    TailDistribution,
)
from servicemodel.quality.derived_importance import ImportanceMethod, derived_importance
from servicemodel.quality.five_gaps import FiveGaps, five_gaps
from servicemodel.quality.fong_test import FONG_Z, FongTest, fong_test
from servicemodel.quality.gap_names import (
    COURSE_GAPS,
    FIVE_GAPS,
    CourseGap,
    CourseGapEntry,
    GapActor,
    GapEntry,
    ServiceGap,
    ServiceNode,
)
from servicemodel.quality.impact_asymmetry import impact_asymmetry
from servicemodel.quality.impact_type import IMPACT_TYPES, ImpactType, impact_type
from servicemodel.quality.importance_map import AttributePoint, Crosshair, ImportanceMap
from servicemodel.quality.importance_performance import importance_performance
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
from servicemodel.quality.least_squares import ContrastErrors
from servicemodel.quality.penalty_reward import penalty_reward
from servicemodel.quality.quality_state import QUALITY_STATES, QualityState, quality_state
from servicemodel.quality.rater import RATER_DIMENSIONS, RATER_ORDER, SERVQUAL_ORDER, DimensionEntry, RaterDimension
from servicemodel.quality.satisfaction_curve import SATISFACTION_CURVES, satisfaction_curve
from servicemodel.quality.service_factors import SERVICE_FACTORS, FactorEntry, ServiceFactor
from servicemodel.quality.service_quality import QualityGap, ServiceQuality
from servicemodel.quality.servqual import servperf, servqual
from servicemodel.quality.servqual_items import SERVQUAL_1988, SERVQUAL_1994
from servicemodel.quality.servqual_score import SERVQUAL_EQUAL, SERVQUAL_WEIGHTS, servqual_score
from servicemodel.quality.ten_dimensions import (
    QUALITY_MEASURES,
    TEN_DIMENSIONS,
    DeterminantEntry,
    MeasureEntry,
    QualityDeterminant,
    QualityMeasure,
)

__all__ = [
    "COURSE_GAPS",
    "FIVE_GAPS",
    "FONG_Z",
    "IMPACT_TYPES",
    "IMPORTANCE_PERFORMANCE",
    "KANO_LIFE_CYCLE",
    "KANO_POULIOT",
    "KANO_QUADRANTS",
    "KANO_SCORES",
    "KANO_SCORE_LEVELS",
    "KANO_TABLE",
    "QUALITY_MEASURES",
    "QUALITY_STATES",
    "RATER_DIMENSIONS",
    "RATER_ORDER",
    "SATISFACTION_CURVES",
    "SERVICE_FACTORS",
    "SERVQUAL_1988",
    "SERVQUAL_1994",
    "SERVQUAL_EQUAL",
    "SERVQUAL_ORDER",
    "SERVQUAL_WEIGHTS",
    "TEN_DIMENSIONS",
    "AttributeContrast",
    "AttributePoint",
    "ContrastErrors",
    "ContrastRule",
    "ContrastType",
    "CourseGap",
    "CourseGapEntry",
    "Crosshair",
    "CrosshairSide",
    "DeterminantEntry",
    "DimensionEntry",
    "FactorEntry",
    "FiveGaps",
    "FongTest",
    "GapActor",
    "GapEntry",
    "ImpactType",
    "ImportanceMap",
    "ImportanceMethod",
    "ImportanceQuadrant",
    "KanoAnswer",
    "KanoCategory",
    "KanoFeature",
    "KanoForm",
    "KanoRule",
    "KanoScoreLevel",
    "KanoScores",
    "MeasureEntry",
    "PenaltyReward",
    "QualityDeterminant",
    "QualityGap",
    "QualityMeasure",
    "QualityState",
    "RaterDimension",
    "ServiceFactor",
    "ServiceGap",
    "ServiceNode",
    "ServiceQuality",
    "TailDistribution",
    "derived_importance",
    "five_gaps",
    "fong_test",
    "impact_asymmetry",
    "impact_type",
    "importance_performance",
    "importance_performance_quadrant",
    "kano_category",
    "kano_counts",
    "kano_quadrant",
    "kano_study",
    "penalty_reward",
    "quality_state",
    "satisfaction_curve",
    "servperf",
    "servqual",
    "servqual_score",
]
