"""The result of a penalty–reward contrast analysis."""

from __future__ import annotations

from typing import ClassVar

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import Figures, Grid, headed, header_of, in_words, joined, labelled, printed
from servicemodel.quality.impact_type import ImpactType
from servicemodel.quality.least_squares import ContrastErrors
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ALBAYRAK_CABER_2013, BRANDT_1987, MATZLER_SAUERWEIN_2002, MIKULIC_PREBEZAC_2008
from servicemodel.tables import source_notes


class ContrastType(Label):
    """What an attribute does to overall satisfaction."""

    BASIC = "basic", "basic factor", "基本因素"
    PERFORMANCE = "performance", "performance factor", "绩效因素"
    EXCITEMENT = "excitement", "excitement factor", "兴奋因素"
    NEUTRAL = "neutral", "neutral", "中性因素"


class ContrastRule(Label):
    """How penalty and reward become a type."""

    DIFFERENCE = "difference", "whether penalty and reward differ by more than chance", "检验惩罚与奖励是否显著不同"
    SIGNIFICANCE = "significance", "which of the two is significant", "看二者中哪个显著"
    MAGNITUDE = "magnitude", "which of the two is larger", "看二者中哪个较大"


class TailDistribution(Label):
    """Which distribution gives the p-values."""

    NORMAL = "normal", "normal distribution", "正态分布"
    T = "t", "Student's t", "t 分布"


@attrs.frozen(kw_only=True)
class AttributeContrast:
    """Penalty and reward of one attribute.

    Attributes
    ----------
    attribute : str
    low, high : int
        How many people gave a low and a high rating.
    penalty, reward : float
        What a low rating takes from overall satisfaction (expected at most 0), and what a high one adds, against a
        rating between.
    penalty_error, reward_error : float
        Standard errors.
    penalty_p, reward_p : float
        Two-sided p-values.
    difference_p : float
        Of reward and penalty being equally strong.
    sign_violated : bool
        Whether the penalty is above 0 or the reward below.
    satisfying, dissatisfying : float or None
        The parts of reward and of penalty in both together, from 0 to 1.
    asymmetry : float or None
        The first less the second.
    impact : ImpactType or None
        ``None``, as the three before, where a sign is violated or both are 0.
    type : ContrastType or None
        ``None`` where a coefficient of the wrong sign is significant.
    """

    attribute: str = attrs.field(metadata=headed(Text("attribute", "属性")))
    low: int = attrs.field(metadata=headed(Text("low", "低评价人数")))
    high: int = attrs.field(metadata=headed(Text("high", "高评价人数")))
    penalty: float = attrs.field(metadata=headed(Text("penalty", "惩罚系数")))
    penalty_error: float = attrs.field(metadata=headed(Text("its error", "标准误")))
    penalty_p: float = attrs.field(metadata=headed(Text("its p", "p 值")))
    reward: float = attrs.field(metadata=headed(Text("reward", "奖励系数")))
    reward_error: float = attrs.field(metadata=headed(Text("its error", "标准误")))
    reward_p: float = attrs.field(metadata=headed(Text("its p", "p 值")))
    difference_p: float = attrs.field(metadata=headed(Text("p of difference", "差异 p 值")))
    sign_violated: bool = attrs.field(metadata=headed(Text("wrong sign", "符号相反")))
    satisfying: float | None
    dissatisfying: float | None
    asymmetry: float | None = attrs.field(metadata=headed(Text("impact asymmetry", "影响不对称指数")))
    impact: ImpactType | None = attrs.field(metadata=headed(Text("impact", "影响类型")))
    type: ContrastType | None = attrs.field(metadata=headed(Text("type", "类别")))


_HIDDEN = {"satisfying", "dissatisfying"}
_P = {"penalty_p", "reward_p", "difference_p"}
_SMALLEST_P = 0.0005


@attrs.frozen(kw_only=True)
class PenaltyReward(Figures):
    """Penalties and rewards of many attributes; prints itself.

    Attributes
    ----------
    attributes : tuple of AttributeContrast
    intercept : float
        Overall satisfaction where every attribute is rated between low and high; in points also where the
        coefficients are standardised.
    n, missing : int
        People with all ratings, and those who lack one, or weigh nothing.
    r_squared : float
    degrees : int
        Rows less coefficients.
    weighted, standardised : bool
    errors : ContrastErrors
    distribution : TailDistribution
    rule : ContrastRule
    confidence : float
    """

    title: ClassVar[Text] = Text("Penalty–reward contrast analysis", "惩罚—奖励对比分析")

    attributes: tuple[AttributeContrast, ...]
    intercept: float = attrs.field(metadata=headed(Text("constant", "常数项")))
    n: int = attrs.field(metadata=headed(Text("complete answers", "完整回答")))
    missing: int = attrs.field(metadata=headed(Text("incomplete", "不完整")))
    r_squared: float = attrs.field(metadata=headed(Text("R²", "R²")))
    degrees: int
    weighted: bool = attrs.field(metadata=headed(Text("weighted", "加权")))
    standardised: bool = attrs.field(metadata=headed(Text("standardised", "标准化")))
    errors: ContrastErrors = attrs.field(metadata=headed(Text("errors", "标准误")))
    distribution: TailDistribution = attrs.field(metadata=headed(Text("p-values by", "p 值依据")))
    rule: ContrastRule = attrs.field(metadata=headed(Text("type by", "分类规则")))
    confidence: float = attrs.field(metadata=headed(Text("confidence", "置信水平")))

    def contrast_of(self, attribute: str) -> AttributeContrast:
        """Return the penalty and reward of one attribute.

        Raises
        ------
        KeyError
            If there is no such attribute.
        """
        for one in self.attributes:
            if one.attribute == attribute:
                return one
        raise KeyError(attribute)

    def grid(self, language: str = "en") -> Grid:
        """Return a row for each attribute, and below how it was computed."""
        fields = [field for field in attrs.fields(AttributeContrast) if field.name not in _HIDDEN]
        rows = [[_cell(field.name, getattr(one, field.name), language) for field in fields] for one in self.attributes]
        said = [
            labelled(header_of(field, language), in_words(getattr(self, field.name), language), language)
            for field in attrs.fields(PenaltyReward)
            if "header" in field.metadata
        ]
        return Grid(
            title=self.title.in_language(language),
            header=[header_of(field, language) for field in fields],
            rows=rows,
            numbers=range(1, 10),
            notes=[joined(said, language), *source_notes(Evidence.ATTRIBUTED, _CITATIONS, language)],
            language=super().grid(language).language,
        )

    def _lines(self, language: str) -> list[str]:
        grid = self.grid(language)
        lines = []
        for name, *cells in grid.rows:
            pairs = [labelled(*pair, language) for pair in zip(grid.header[1:], cells, strict=True)]
            lines.append(labelled(name, joined(pairs, language), language))
        return [*lines, grid.notes[0]]


def _cell(name: str, value: object, language: str) -> str:
    if isinstance(value, float):
        if name in _P and value < _SMALLEST_P:
            return "<0.001"
        return f"{value:.3f}".replace("-", "−") if abs(value) >= _SMALLEST_P else "0.000"
    return printed(value) if isinstance(value, int) and not isinstance(value, bool) else in_words(value, language)


_CITATIONS = (
    Citation(BRANDT_1987, Evidence.ATTRIBUTED, "", Text("the procedure", "方法")),
    Citation(MATZLER_SAUERWEIN_2002, Evidence.ATTRIBUTED, "", Text("the three kinds of factor", "三类因素")),
    Citation(
        ALBAYRAK_CABER_2013,
        Evidence.PUBLISHED,
        "abstract",
        Text(
            "no consensus on what is low and high, on coefficients, or on the rule",
            "何为高低、用何种系数、按何规则分类，均无共识",
        ),
    ),
    Citation(MIKULIC_PREBEZAC_2008, Evidence.ATTRIBUTED, "", Text("impact asymmetry", "影响不对称指数")),
)
