"""How to ask customers, and how to read what they say: scales, scores and their uncertainty."""

from servicemodel.survey.acsi import acsi
from servicemodel.survey.acsi_score import ACSI_EQUAL, ACSI_OHIO, acsi_score
from servicemodel.survey.boxes import Box
from servicemodel.survey.ces import CES_1, CES_2, CesMethod, Effort, ces
from servicemodel.survey.contacts_needed import contacts_needed
from servicemodel.survey.cronbach_alpha import CronbachAlpha, MissingAnswers, cronbach_alpha, feldt_interval
from servicemodel.survey.csat import csat, dsat
from servicemodel.survey.difference_score_reliability import difference_score_reliability
from servicemodel.survey.finite_population_correction import finite_population_correction
from servicemodel.survey.indicators import SATISFACTION_INDICATORS, Indicator, IndicatorEntry, IndicatorGroup
from servicemodel.survey.instrument import Instrument
from servicemodel.survey.instrument_scores import InstrumentScores
from servicemodel.survey.intervals import IntervalMethod
from servicemodel.survey.item import Dimension, Item
from servicemodel.survey.mean_score import mean_score
from servicemodel.survey.missing_items import MissingItems
from servicemodel.survey.nps import nps
from servicemodel.survey.nps_group import NPS_GROUPS, NpsGroup, nps_group
from servicemodel.survey.percent_of_maximum import percent_of_maximum
from servicemodel.survey.response_rate import response_rate
from servicemodel.survey.sample_size import PopulationCorrection, Rounding, SampleSize, sample_size
from servicemodel.survey.satisfaction_process import (
    SATISFACTION_PROCESS,
    SurveyStep,
    SurveyStepEntry,
    next_survey_step,
)
from servicemodel.survey.scale import FIVE_POINT, SEVEN_POINT, TEN_POINT, ZERO_TO_TEN, Direction, Scale, without
from servicemodel.survey.score import Score, ScoreDifference, score_difference

__all__ = [
    "ACSI_EQUAL",
    "ACSI_OHIO",
    "CES_1",
    "CES_2",
    "FIVE_POINT",
    "NPS_GROUPS",
    "SATISFACTION_INDICATORS",
    "SATISFACTION_PROCESS",
    "SEVEN_POINT",
    "TEN_POINT",
    "ZERO_TO_TEN",
    "Box",
    "CesMethod",
    "CronbachAlpha",
    "Dimension",
    "Direction",
    "Effort",
    "Indicator",
    "IndicatorEntry",
    "IndicatorGroup",
    "Instrument",
    "InstrumentScores",
    "IntervalMethod",
    "Item",
    "MissingAnswers",
    "MissingItems",
    "NpsGroup",
    "PopulationCorrection",
    "Rounding",
    "SampleSize",
    "Scale",
    "Score",
    "ScoreDifference",
    "SurveyStep",
    "SurveyStepEntry",
    "acsi",
    "acsi_score",
    "ces",
    "contacts_needed",
    "cronbach_alpha",
    "csat",
    "difference_score_reliability",
    "dsat",
    "feldt_interval",
    "finite_population_correction",
    "mean_score",
    "next_survey_step",
    "nps",
    "nps_group",
    "percent_of_maximum",
    "response_rate",
    "sample_size",
    "score_difference",
    "without",
]
