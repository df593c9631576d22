"""The nine steps of measuring satisfaction and acting on it, beside the clauses of ISO 10004."""

from __future__ import annotations

import attrs

from servicemodel.errors import ServiceModelError
from servicemodel.labels import OrderedLabel, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, ISO_10004_2018
from servicemodel.tables import Entry, Listing


class SurveyStep(OrderedLabel):
    """A step of the course's process of evaluating satisfaction (CSP), first to last."""

    BUILD_DATABASE = "build_database", "build a customer database", "建立客户数据库"
    LEARN_EXPECTATIONS = "learn_expectations", "learn what customers expect", "了解客户的期望"
    DESIGN_QUESTIONNAIRE = "design_questionnaire", "design the questionnaire", "设计问卷"
    REVIEW_QUESTIONNAIRE = "review_questionnaire", "review and try the questionnaire", "审核问卷"
    SURVEY = "survey", "survey", "调查"
    ANALYSE = "analyse", "analyse the results", "分析结果"
    REPORT = "report", "report and feed back", "报告反馈"
    ACT = "act", "carry out the plan of action", "实施战略行动计划"
    REEVALUATE = "reevaluate", "evaluate again", "CSP 再评估"


@attrs.frozen(kw_only=True)
class SurveyStepEntry(Entry):
    """A step of the process.

    Attributes
    ----------
    clause : Text
        The clause of ISO 10004:2018 that asks for the same.
    """

    clause: Text = attrs.field(metadata=headed(Text("ISO 10004:2018", "ISO 10004:2018 条款")))


_S = SurveyStep
_PLANNING = Text("clause 6, planning", "第 6 章 策划")
_EXPECTATIONS = Text("7.2, identify expectations", "7.2 识别期望")
_GATHER = Text("7.3, gather data", "7.3 收集数据")
_ANALYSE = Text("7.4, analyse", "7.4 分析")
_COMMUNICATE = Text("7.5, communicate", "7.5 沟通")
_IMPROVE = Text("7.6, monitor, and clause 8, maintain and improve", "7.6 监视与第 8 章 保持和改进")


def _entry(key: SurveyStep, en: str, zh: str, clause: Text) -> SurveyStepEntry:
    return SurveyStepEntry(key=key, meaning=Text(en, zh), clause=clause)


#: The nine steps in the course's order; which clause asks for the same is this library's reading.
SATISFACTION_PROCESS = Listing(
    title=Text("The nine steps of evaluating satisfaction (CSP)", "客户满意过程评估模式（CSP）的九个步骤"),
    entries=(
        _entry(_S.BUILD_DATABASE, "who the customers are", "客户是谁", _PLANNING),
        _entry(
            _S.LEARN_EXPECTATIONS,
            "what creates satisfaction, and what spoils it",
            "什么带来满意，什么造成不满",
            _EXPECTATIONS,
        ),
        _entry(_S.DESIGN_QUESTIONNAIRE, "items, dimensions and a scale", "题项、维度与量表", _GATHER),
        _entry(_S.REVIEW_QUESTIONNAIRE, "try it on a few before many", "先小范围试用", _GATHER),
        _entry(_S.SURVEY, "ask, and note who did not answer", "发放，并记录未作答者", _GATHER),
        _entry(_S.ANALYSE, "scores with their uncertainty", "计算得分及其不确定性", _ANALYSE),
        _entry(_S.REPORT, "to those who act, and to those asked", "告知执行者，也告知受访者", _COMMUNICATE),
        _entry(_S.ACT, "a plan with owners and dates", "落实到人、到期限", _IMPROVE),
        _entry(_S.REEVALUATE, "measure again and go round", "再次测量，循环进行", _IMPROVE),
    ),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T1, Evidence.COURSE, "", Text("the nine steps in order", "九个步骤及其次序")),
        Citation(
            ISO_10004_2018,
            Evidence.PUBLISHED,
            "clauses 6 to 8",
            Text(
                "headings alone, from a table of contents; which step matches is our reading",
                "仅据目录标题，对应关系为本库的解读",
            ),
        ),
    ),
    notes=(
        Text(
            "The course sees three phases of research: find the indicators, measure a baseline, survey on to control.",
            "教材把研究分为三个阶段：确定指标、基线测量、持续的控制性调查。",
        ),
        Text("What stands beside each step in words is ours.", "各步骤的说明文字由本库撰写。"),
    ),
)


def next_survey_step(
    step: SurveyStep | str, *, restart: SurveyStep | str = SurveyStep.LEARN_EXPECTATIONS
) -> SurveyStep:
    """Return the step that follows: the next one, and after the last a new round. None is skipped.

    Parameters
    ----------
    step : SurveyStep or str
    restart : SurveyStep or str, default LEARN_EXPECTATIONS
        Where a new round begins: with what customers expect, or with the database (BUILD_DATABASE).

    Returns
    -------
    SurveyStep

    Raises
    ------
    LabelError
        If there is no such step.
    ServiceModelError
        If a round is to begin anywhere else.

    Examples
    --------
    >>> next_survey_step("survey")
    <SurveyStep.ANALYSE: 'analyse'>
    >>> next_survey_step("reevaluate"), next_survey_step("reevaluate", restart="build_database")
    (<SurveyStep.LEARN_EXPECTATIONS: 'learn_expectations'>, <SurveyStep.BUILD_DATABASE: 'build_database'>)
    """
    now, first = SurveyStep(step), SurveyStep(restart)
    if first > SurveyStep.LEARN_EXPECTATIONS:
        msg = f"a new round begins with 'build_database' or 'learn_expectations', as no step is skipped; got {first.value!r}"
        raise ServiceModelError(msg)
    return first if now is SurveyStep.REEVALUATE else SurveyStep.members[now.code + 1]
