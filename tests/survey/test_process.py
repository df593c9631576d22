from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, strategies as st

from servicemodel.errors import LabelError, ServiceModelError
from servicemodel.survey import (
    SATISFACTION_INDICATORS,
    SATISFACTION_PROCESS,
    Indicator,
    IndicatorGroup,
    SurveyStep,
    next_survey_step,
)

STARTS = [SurveyStep.BUILD_DATABASE, SurveyStep.LEARN_EXPECTATIONS]


@pytest.mark.parametrize("start", STARTS)
def test_the_steps_go_round_without_skipping_one(start):
    walked = [SurveyStep.BUILD_DATABASE]
    for _ in range(9):
        walked.append(next_survey_step(walked[-1], restart=start))

    assert walked[:9] == list(SurveyStep)
    assert walked[9] is start


@given(step=st.sampled_from(SurveyStep))
def test_a_step_leads_to_the_next_in_order_or_to_a_new_round(step):
    found = next_survey_step(step.value)

    assert found.code == step.code + 1 or (step is max(SurveyStep) and found is SurveyStep.LEARN_EXPECTATIONS)


@pytest.mark.parametrize("start", [step for step in SurveyStep if step not in STARTS])
def test_a_new_round_may_not_skip_what_customers_expect(start):
    with pytest.raises(ServiceModelError, match="no step is skipped"):
        next_survey_step("survey", restart=start)


def test_an_unknown_step_is_refused():
    with pytest.raises(LabelError, match="SurveyStep"):
        next_survey_step("celebrate")


def test_each_step_has_its_clause_in_the_order_of_the_standard():
    clauses = [entry.clause.en.split(",")[0] for entry in SATISFACTION_PROCESS.entries]

    assert [entry.key for entry in SATISFACTION_PROCESS.entries] == list(SurveyStep)
    assert clauses == ["clause 6", "7.2", "7.3", "7.3", "7.3", "7.4", "7.5", "7.6", "7.6"]


def test_there_are_six_indicators_of_the_product_four_of_the_service_and_five_of_the_purchase():
    groups = [entry.group for entry in SATISFACTION_INDICATORS.entries]

    assert [entry.key for entry in SATISFACTION_INDICATORS.entries] == list(Indicator)
    assert Counter(groups) == {IndicatorGroup.PRODUCT: 6, IndicatorGroup.SERVICE: 4, IndicatorGroup.PURCHASE: 5}
    assert sorted(groups, key=list(IndicatorGroup).index) == groups
    assert "竞争实力" in SATISFACTION_INDICATORS.to_html("zh")
