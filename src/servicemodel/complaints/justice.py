"""What the two models of justice share: its three dimensions, their scores and their weights."""

from __future__ import annotations

from servicemodel.arguments import Quantity
from servicemodel.labels import Label, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import TAX_1998
from servicemodel.tables import Weight, Weights


class JusticeDimension(Label):
    """In what way a complaint was handled fairly or not."""

    DISTRIBUTIVE = "distributive", "distributive (the outcome)", "分配公正（结果）"
    PROCEDURAL = "procedural", "procedural (control, timeliness, flexibility)", "程序公正（过程可控、及时、灵活）"
    INTERACTIONAL = (
        "interactional",
        "interactional (honesty, empathy, effort, politeness)",
        "互动公正（诚实、同理、尽力、礼貌）",
    )


SCORE = Text("score on [0, 1], or on the scale given", "[0, 1] 上的得分，或所给量表上的得分")

THE_DIMENSIONS = Citation(
    TAX_1998,
    Evidence.ATTRIBUTED,
    "",
    Text("the three dimensions; the weights are not from there", "三个维度；权重并非出自该文"),
)

#: Equal weights: a convention, as the source estimates effects and prints no weights.
JUSTICE_WEIGHTS = Weights(
    name="justice_weights",
    title=Text("Weights of the three dimensions of justice", "公正三维度的权重"),
    evidence=Evidence.CONVENTION,
    citations=(THE_DIMENSIONS,),
    rows=tuple(Weight(key=member.value, weight=1, text=Text(member.en, member.zh)) for member in JusticeDimension),
)


def _score(member: JusticeDimension, meaning: Text) -> Quantity:
    return Quantity(name=member.value, unit=SCORE, at_least=0, at_most=1, scaled=True, meaning=meaning)


DIMENSIONS = (
    _score(JusticeDimension.DISTRIBUTIVE, Text("how fair the outcome was", "处理结果的公正程度")),
    _score(
        JusticeDimension.PROCEDURAL,
        Text("how fair the way to it was: control, timeliness, flexibility", "处理过程的公正程度：可控、及时、灵活"),
    ),
    _score(
        JusticeDimension.INTERACTIONAL,
        Text(
            "how fairly the customer was met: honesty, empathy, effort, politeness",
            "待人的公正程度：诚实、同理、尽力、礼貌",
        ),
    ),
)
