"""The ten dimensions of 1985, and which of the five each went into; the rival ways to a score."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.quality.rater import RaterDimension
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CRONIN_TAYLOR_1992, PARASURAMAN_1985
from servicemodel.tables import Entry, Listing


class QualityDeterminant(Label):
    """One of the ten dimensions of 1985."""

    TANGIBLES = "tangibles", "tangibles", "有形性"
    RELIABILITY = "reliability", "reliability", "可靠性"
    RESPONSIVENESS = "responsiveness", "responsiveness", "响应性"
    COMMUNICATION = "communication", "communication", "沟通"
    CREDIBILITY = "credibility", "credibility", "可信性"
    SECURITY = "security", "security", "安全性"
    COMPETENCE = "competence", "competence", "胜任力"
    COURTESY = "courtesy", "courtesy", "礼貌"
    UNDERSTANDING = "understanding", "understanding and knowing the customer", "理解顾客"
    ACCESS = "access", "access", "可接近性"


@attrs.frozen(kw_only=True)
class DeterminantEntry(Entry):
    """One of the ten.

    Attributes
    ----------
    became : RaterDimension
        Which of the five it went into.
    """

    became: RaterDimension = attrs.field(metadata=headed(Text("became", "归入")))


_D, _R = QualityDeterminant, RaterDimension
_MAPPING = {
    _D.TANGIBLES: (_R.TANGIBLES, "what can be seen", "可见的部分"),
    _D.RELIABILITY: (_R.RELIABILITY, "doing what was promised", "履行承诺"),
    _D.RESPONSIVENESS: (_R.RESPONSIVENESS, "helping promptly", "及时帮助"),
    _D.COMMUNICATION: (_R.ASSURANCE, "informing in words that are understood", "用听得懂的话告知"),
    _D.CREDIBILITY: (_R.ASSURANCE, "deserving belief", "值得相信"),
    _D.SECURITY: (_R.ASSURANCE, "no danger and no doubt", "没有危险与疑虑"),
    _D.COMPETENCE: (_R.ASSURANCE, "knowing the trade", "具备所需知识与技能"),
    _D.COURTESY: (_R.ASSURANCE, "politeness and respect", "礼貌与尊重"),
    _D.UNDERSTANDING: (_R.EMPATHY, "taking the trouble to know what the customer needs", "努力了解顾客需要"),
    _D.ACCESS: (_R.EMPATHY, "easy to reach", "容易联系"),
}

#: Three dimensions stayed, five became assurance, two became empathy.
TEN_DIMENSIONS = Listing(
    title=Text("From ten dimensions (1985) to five (1988)", "从十个维度（1985）到五个维度（1988）"),
    entries=[
        DeterminantEntry(key=key, meaning=Text(en, zh), became=became) for key, (became, en, zh) in _MAPPING.items()
    ],
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(
            PARASURAMAN_1985,
            Evidence.ATTRIBUTED,
            "",
            Text(
                "the ten names were seen in copies; what became of each is recalled",
                "十个名称见于转述，归并关系未核对原文",
            ),
        ),
    ),
    notes=(Text("The explanations are ours.", "说明文字由本库撰写。"),),
)


class QualityMeasure(Label):
    """One of four rival ways from answers to a score of quality."""

    SERVQUAL = "servqual", "SERVQUAL", "SERVQUAL"
    WEIGHTED_SERVQUAL = "weighted_servqual", "weighted SERVQUAL", "加权 SERVQUAL"
    SERVPERF = "servperf", "SERVPERF", "SERVPERF（绩效感知服务质量）"
    WEIGHTED_SERVPERF = "weighted_servperf", "weighted SERVPERF", "加权 SERVPERF"


@attrs.frozen(kw_only=True)
class MeasureEntry(Entry):
    """One of the four.

    Attributes
    ----------
    formula : str
        Of expectation E, perception P and importance I of each item.
    """

    formula: str = attrs.field(metadata=headed(Text("formula", "公式")))


_M = QualityMeasure

#: The four that Cronin and Taylor compared.
QUALITY_MEASURES = Listing(
    title=Text("Four rival measures of service quality", "服务质量的四种测量模型"),
    entries=(
        MeasureEntry(key=_M.SERVQUAL, formula="Σ (P − E)", meaning=Text("perceived less expected", "感知减期望")),
        MeasureEntry(
            key=_M.WEIGHTED_SERVQUAL,
            formula="Σ I (P − E)",
            meaning=Text("the same by importance", "按重要性加权的感知减期望"),
        ),
        MeasureEntry(key=_M.SERVPERF, formula="Σ P", meaning=Text("perceived alone", "只看感知")),
        MeasureEntry(
            key=_M.WEIGHTED_SERVPERF, formula="Σ I P", meaning=Text("the same by importance", "按重要性加权的感知")
        ),
    ),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(
            CRONIN_TAYLOR_1992,
            Evidence.ATTRIBUTED,
            "",
            Text("the four names as reported by others; sums over 22 items", "四个名称据他人转述；对 22 题求和"),
        ),
    ),
)
