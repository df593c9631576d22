"""How to ask customers, and how to read what they say: scales, scores and their uncertainty."""

from servicemodel.survey.acsi import acsi
from servicemodel.survey.acsi_score import ACSI_EQUAL, ACSI_OHIO, acsi_score
from servicemodel.survey.boxes import Box
from servicemodel.survey.ces import CES_1, CES_2, CesMethod, Effort, ces
from servicemodel.survey.csat import csat, dsat
from servicemodel.survey.intervals import IntervalMethod
from servicemodel.survey.mean_score import mean_score
from servicemodel.survey.nps import nps
from servicemodel.survey.nps_group import NPS_GROUPS, NpsGroup, nps_group
from servicemodel.survey.percent_of_maximum import percent_of_maximum
from servicemodel.survey.scale import FIVE_POINT, SEVEN_POINT, TEN_POINT, ZERO_TO_TEN, Direction, Scale, without
from servicemodel.survey.score import Score, ScoreDifference, score_difference

__all__ = [
    "ACSI_EQUAL",
    "ACSI_OHIO",
    "CES_1",
    "CES_2",
    "FIVE_POINT",
    "NPS_GROUPS",
    "SEVEN_POINT",
    "TEN_POINT",
    "ZERO_TO_TEN",
    "Box",
    "CesMethod",
    "Direction",
    "Effort",
    "IntervalMethod",
    "NpsGroup",
    "Scale",
    "Score",
    "ScoreDifference",
    "acsi",
    "acsi_score",
    "ces",
    "csat",
    "dsat",
    "mean_score",
    "nps",
    "nps_group",
    "percent_of_maximum",
    "score_difference",
    "without",
]
