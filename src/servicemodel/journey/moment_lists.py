"""How a moment of truth may go, and the four steps of a service programme."""

from __future__ import annotations

from typing import Any

import attrs

from servicemodel.errors import LabelError, MissingError
from servicemodel.labels import Language, OrderedLabel, Text, check_language, is_missing
from servicemodel.markup import Grid, headed, joined, labelled
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ALBRECHT_BRADFORD_1990, COURSE_T1, HYKEN_MOMENTS
from servicemodel.tables import Entry, Listing, as_tuple, source_notes


class MomentOutcome(OrderedLabel):
    """How a moment of truth went, worst to best; each has the place of the state of satisfaction it goes with."""

    MISERY = "misery", "moment of misery", "痛苦时刻"
    MEDIOCRE = "mediocre", "mediocre moment", "平淡时刻"
    MAGIC = "magic", "moment of magic", "神奇时刻"


@attrs.frozen(kw_only=True)
class MomentOutcomeEntry(Entry):
    """An outcome, with the state of satisfaction it goes with.

    Attributes
    ----------
    satisfaction : str
        The value of a :class:`servicemodel.SatisfactionState`.
    """

    satisfaction: str = attrs.field(metadata=headed(Text("state of satisfaction", "满意状态")))


def _outcome(key: MomentOutcome, en: str, zh: str, satisfaction: str) -> MomentOutcomeEntry:
    return MomentOutcomeEntry(key=key, meaning=Text(en, zh), satisfaction=satisfaction)


#: Hyken's outcomes and the states of satisfaction they go with.
MOMENT_OUTCOMES = Listing(
    title=Text("Outcomes of a moment of truth", "关键时刻的三种结果"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(HYKEN_MOMENTS, Evidence.PUBLISHED, "", Text("misery, mediocrity, magic", "痛苦、平淡、神奇")),
        Citation(
            HYKEN_MOMENTS,
            Evidence.CONVENTION,
            "",
            Text("the states of satisfaction beside them are ours", "与满意状态的对应为本库约定"),
        ),
    ),
    entries=(
        _outcome(MomentOutcome.MISERY, "less than was expected", "低于期望", "dissatisfied"),
        _outcome(MomentOutcome.MEDIOCRE, "what was expected, and no more", "恰如期望，仅此而已", "satisfied"),
        _outcome(MomentOutcome.MAGIC, "more than was expected", "超过期望", "delighted"),
    ),
)


def moment_outcome(state: str) -> MomentOutcome:
    """Return the outcome that goes with a state of satisfaction.

    Parameters
    ----------
    state : SatisfactionState or its value
        ``dissatisfied``, ``satisfied`` or ``delighted``.

    Returns
    -------
    MomentOutcome
        Of codes of states, ``MomentOutcome.decode(codes)`` says the same: the places agree.

    Raises
    ------
    LabelError
        If there is no such state.
    MissingError
        If the state is missing.

    Examples
    --------
    >>> from servicemodel import satisfaction_state
    >>> moment_outcome(satisfaction_state(performance=6, expectation=5))
    <MomentOutcome.MAGIC: 'magic'>
    """
    if is_missing(state):
        raise MissingError("state is missing; give a state of satisfaction")
    known: dict[str, Any] = {MOMENT_OUTCOMES.entry_of(outcome).satisfaction: outcome for outcome in MomentOutcome}
    if not isinstance(state, str) or state not in known:
        raise LabelError(f"state must be one of {', '.join(map(repr, known))}; got {state!r}")
    return MomentOutcome(known[state])


class ProgrammeStep(OrderedLabel):
    """The four steps of a service programme, in order."""

    IMAGINE = "imagine", "imagine the perfect process", "完美想像"
    FIND_NEEDS = "find_needs", "find the customer's needs and the key factors", "确认顾客需求"
    SET_STANDARDS = "set_standards", "set service standards", "制订服务标准"
    REVIEW_DAILY = "review_daily", "review daily, improve daily", "日清日高"


#: The four steps of course text T1.
FOUR_STEP_PROGRAMME = Listing(
    title=Text("Four-step service programme", "四步服务计划"),
    evidence=Evidence.COURSE,
    citations=(Citation(COURSE_T1, Evidence.COURSE, "", Text("the four steps, in this order", "四个步骤及其次序")),),
    notes=(Text("The explanations are this library's.", "说明文字为本库所加。"),),
    entries=(
        Entry(
            key=ProgrammeStep.IMAGINE,
            meaning=Text("walk through the cycle of service as if all went well", "设想服务圈的每一步都做到最好"),
        ),
        Entry(
            key=ProgrammeStep.FIND_NEEDS,
            meaning=Text("at each moment, what is basic, what performs, what delights", "逐个时刻找出基本、绩效与奖励因子"),
        ),
        Entry(
            key=ProgrammeStep.SET_STANDARDS,
            meaning=Text("write what can be measured, with a target and an owner", "写成可衡量的标准，定目标，定负责人"),
        ),
        Entry(
            key=ProgrammeStep.REVIEW_DAILY,
            meaning=Text("clear each day, and revise standards as needs change", "每天清结，随需求变化修订标准"),
        ),
    ),
)  # fmt: skip


def _texts(value: Any) -> tuple[Text, ...]:
    return as_tuple([value] if isinstance(value, Text) else value)


def _all_texts(_: Any, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    for text in value:
        if not isinstance(text, Text):
            raise TypeError(f"{attribute.name} of an ImpactCard are Text; got {text!r}")


@attrs.frozen(kw_only=True, repr=False)
class ImpactCard:
    """The card of one moment of truth: what is expected, what makes it better, what spoils it.

    Attributes
    ----------
    moment : Text
    expectations : tuple of Text
        What every customer takes for granted.
    enhancers : tuple of Text
        What makes the experience better than expected.
    detractors : tuple of Text
        What spoils it.

    Examples
    --------
    >>> card = ImpactCard(
    ...     moment=Text("pay", "付款"),
    ...     expectations=[Text("the price is right", "价格无误")],
    ...     enhancers=[Text("a word of thanks", "一声感谢")],
    ...     detractors=[Text("only one till open", "只开一个收银台")],
    ... )
    >>> print(card)
    Moment of truth: pay
      standard expectations: the price is right
      experience enhancers: a word of thanks
      experience detractors: only one till open
    """

    moment: Text = attrs.field(validator=attrs.validators.instance_of(Text))
    expectations: tuple[Text, ...] = attrs.field(
        default=(), converter=_texts, validator=_all_texts, metadata=headed(Text("standard expectations", "基本期望"))
    )
    enhancers: tuple[Text, ...] = attrs.field(
        default=(), converter=_texts, validator=_all_texts, metadata=headed(Text("experience enhancers", "加分因素"))
    )
    detractors: tuple[Text, ...] = attrs.field(
        default=(), converter=_texts, validator=_all_texts, metadata=headed(Text("experience detractors", "减分因素"))
    )

    def grid(self, language: str = "en") -> Grid:
        """Return the card as a table of words, as every table gives itself."""
        rows = [
            [
                field.metadata["header"].in_language(language),
                joined([text.in_language(language) for text in getattr(self, field.name)], language),
            ]
            for field in attrs.fields(ImpactCard)
            if field.name != "moment"
        ]
        return Grid(
            title=labelled(_MOMENT.in_language(language), self.moment.in_language(language), language),
            header=[_SIDE.in_language(language), _WORDS.in_language(language)],
            rows=rows,
            notes=source_notes(Evidence.ATTRIBUTED, _CARD, language),
            language=check_language(language),
        )

    def describe(self, language: Language = "en") -> str:
        """Return the card as plain text."""
        grid = self.grid(language)
        return "\n  ".join([grid.title, *(labelled(name, words, language) for name, words in grid.rows)])

    def to_html(self, language: Language = "en") -> str:
        """Return the card as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return f"<ImpactCard {self.moment.en}>"


_CARD = (Citation(ALBRECHT_BRADFORD_1990, Evidence.ATTRIBUTED, "", Text("the three sides of the card", "卡片的三栏")),)
_MOMENT = Text("Moment of truth", "关键时刻")
_SIDE = Text("side", "栏目")
_WORDS = Text("what", "内容")
