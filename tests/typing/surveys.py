"""Never run, only type-checked: what users see of the types of instruments, SERVQUAL and the five gaps."""

from __future__ import annotations

from typing import Any, assert_type

import numpy as np

from servicemodel import (
    SERVQUAL_1988,
    CronbachAlpha,
    FiveGaps,
    InstrumentScores,
    QualityState,
    SampleSize,
    Score,
    ServiceQuality,
    SurveyStep,
    cronbach_alpha,
    difference_score_reliability,
    five_gaps,
    next_survey_step,
    quality_state,
    response_rate,
    sample_size,
    servperf,
    servqual,
    servqual_score,
)
from servicemodel.evaluate import Array

rows = [[5] * 22]

assert_type(servqual(expectations=rows, perceptions=rows), ServiceQuality)
assert_type(servqual(expectations=rows, perceptions=np.array(rows)).dimension("empathy").gap, Score)
assert_type(servperf(perceptions={id_: [5] for id_ in SERVQUAL_1988.ids}), InstrumentScores)
assert_type(cronbach_alpha(rows, confidence=None), CronbachAlpha)
assert_type(sample_size(margin=0.05), SampleSize)
assert_type(next_survey_step("survey"), SurveyStep)
assert_type(servqual_score(reliability=-1, assurance=0, tangibles=0, empathy=0, responsiveness=0), float)
assert_type(servqual_score(reliability=[-1.0, 0], assurance=0, tangibles=0, empathy=0, responsiveness=0), Array)
assert_type(quality_state(gap=-1), QualityState)
assert_type(quality_state(gap=[-1.0, None]), Array)
assert_type(response_rate(returned=284, sent=634), float)
assert_type(difference_score_reliability(first_reliability=0.8, second_reliability=0.8, correlation=0.5), float)
assert_type(five_gaps(expectation=6, management_view=6, standard=5, delivery=4, promise=6, performance=5), FiveGaps)
five_gaps_of_nothing: Any = five_gaps(expectation=6)  # type: ignore[call-overload]
