"""A regime of deadlines: what some rule says is owed to a complaint, by when, as of which day; data, never law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, ClassVar

import attrs

from servicemodel.complaints import fields
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Label, Language, Text, check_language
from servicemodel.markup import NOTHING, Grid, bracketed, headed, joined, labelled
from servicemodel.sources import Citation, Evidence
from servicemodel.tables.table import as_tuple, source_notes

#: What stands below every table of deadlines.
NOT_LAW = Text(
    "Dated notes about rules: not the rules, and no legal advice. Check the text in force before you rely on them.",
    "这是有日期的资料摘录，既不是法规本身，也不是法律意见；使用前请核对现行有效的文本。",
)
_MOST = 10_000


class DeadlineUnit(Label):
    """What a deadline is counted in."""

    CALENDAR_DAYS = "calendar_days", "calendar days", "个自然日"
    BUSINESS_DAYS = "business_days", "business days", "个工作日"
    WEEKS = "weeks", "weeks", "周"


class DeadlineStart(Label):
    """The event a deadline is counted from."""

    RECEIPT = "receipt", "receipt", "收到投诉"
    ACCEPTANCE = "acceptance", "acceptance", "受理"
    DECISION = "decision", "the decision", "作出决定"


class FirstDay(Label):
    """Which day is counted first."""

    NEXT_DAY = "next_day", "the day after; the day itself is day 0", "次日起算，当日不计"
    SAME_DAY = "same_day", "the day itself is day 1", "当日起算，当日计为第 1 日"


def _filled(_: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        msg = f"{attribute.name} must be text that is not blank; got {value!r}"
        raise ServiceModelError(msg)


def _whole(_: Any, attribute: attrs.Attribute[int], value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        msg = f"{attribute.name} must be a whole number; got {value!r}"
        raise TypeError(msg)
    if not 1 <= value <= _MOST:
        raise DomainError(attribute.name, value, f"from 1 to {_MOST:,}")


def _day(_: Any, attribute: attrs.Attribute[date | None], value: Any) -> None:
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        msg = f"{attribute.name} must be a date or None; got {value!r}"
        raise TypeError(msg)


@attrs.frozen(kw_only=True)
class DeadlineStage:
    """One deadline of a regime.

    Attributes
    ----------
    key : str
        What it is asked for under, such as ``"final_response"``.
    name : Text
        What is owed by then.
    amount : int
        How many units; at least 1.
    unit : DeadlineUnit or its value
        Weeks are calendar weeks: eight are 56 days, the last of them included.
    start : DeadlineStart or its value, default RECEIPT
        From which event on.
    first_day : FirstDay or its value, default NEXT_DAY
        Which day is counted first.
    exceptional : bool, default False
        Whether it holds in exceptional or complex cases only.
    rule : str
        The rule's own number, where there is one.

    Examples
    --------
    >>> print(DeadlineStage(key="answer", name=Text("answer", "答复"), amount=1, unit="weeks").in_language("en"))
    answer: 1 week from receipt
    """

    title: ClassVar[Text] = Text("Stage", "阶段")

    key: str = attrs.field(validator=_filled, metadata=headed(Text("key", "键")))
    name: Text = attrs.field(validator=fields.words, metadata=headed(Text("what is owed", "应完成的事项")))
    amount: int = attrs.field(validator=_whole, metadata=headed(Text("amount", "数量")))
    unit: DeadlineUnit = attrs.field(converter=DeadlineUnit, metadata=headed(Text("unit", "单位")))
    start: DeadlineStart = attrs.field(
        default=DeadlineStart.RECEIPT, converter=DeadlineStart, metadata=headed(Text("from", "起算事件"))
    )
    first_day: FirstDay = attrs.field(
        default=FirstDay.NEXT_DAY, converter=FirstDay, metadata=headed(Text("counted first", "首日"))
    )
    exceptional: bool = attrs.field(
        default=False,
        validator=fields.truth,
        metadata=headed(Text("in exceptional cases only", "仅限特殊情形")),
    )
    rule: str = attrs.field(default="", validator=fields.text, metadata=headed(Text("rule", "条款")))

    def length(self, language: str) -> str:
        """Return how long it is, in words."""
        if check_language(language) == "zh":
            return f"{self.amount} {self.unit.zh}"
        return f"{self.amount} {self.unit.en if self.amount > 1 else self.unit.en.removesuffix('s')}"

    def in_language(self, language: str) -> str:
        """Return it in one line."""
        start, length = self.start.in_language(language), self.length(language)
        words = {"en": f"{length} from {start}", "zh": f"自{start}起 {length}"}[check_language(language)]
        odd = bracketed(_EXCEPTIONAL.in_language(language), language) if self.exceptional else ""
        return labelled(self.name.in_language(language), words + odd, language)


_EXCEPTIONAL = Text("in exceptional cases", "特殊情形")


@attrs.frozen(kw_only=True, repr=False)
class Regime:
    """The deadlines that one rule sets, as they were read, with the day and the source; data, never law.

    Attributes
    ----------
    key : str
        What it is asked for under.
    name, jurisdiction : Text
    stages : tuple of DeadlineStage
        In order, each key once; none where the rule sets no number.
    as_of : date or None
        The day the text read speaks of; ``None`` where it was read without a date.
    edition : Text
        Which text it was: its version, or what is known of that.
    evidence : Evidence
    citations : tuple of Citation
    caveat : Text
        What a reader must know before relying on it.

    Raises
    ------
    ServiceModelError
        If a text is blank, or two stages have the same key.

    Examples
    --------
    >>> own = Regime(
    ...     key="ours",
    ...     name=Text("Our promise", "本公司的承诺"),
    ...     jurisdiction=Text("none", "无"),
    ...     stages=[
    ...         DeadlineStage(
    ...             key="answer", name=Text("answer", "答复"), amount=2, unit="business_days", first_day="same_day"
    ...         )
    ...     ],
    ...     edition=Text("our handbook", "本公司手册"),
    ...     evidence=Evidence.CONVENTION,
    ...     caveat=Text("a promise, not a rule", "是承诺，不是规定"),
    ... )
    >>> own
    <Regime ours: 1 stage, as of no recorded day>
    """

    key: str = attrs.field(validator=_filled)
    name: Text = attrs.field(validator=fields.words)
    jurisdiction: Text = attrs.field(validator=fields.words)
    stages: tuple[DeadlineStage, ...] = attrs.field(converter=fields.as_items, validator=fields.several(DeadlineStage))
    as_of: date | None = attrs.field(default=None, validator=_day)
    edition: Text = attrs.field(validator=fields.words)
    evidence: Evidence = attrs.field(converter=Evidence)
    citations: tuple[Citation, ...] = attrs.field(
        default=(), converter=fields.as_items, validator=fields.several(Citation)
    )
    caveat: Text = attrs.field(validator=fields.words)

    @stages.validator
    def _apart(self, _: Any, stages: tuple[DeadlineStage, ...]) -> None:
        keys = [stage.key for stage in stages]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            msg = f"regime {self.key!r}: two stages have the key {twice[0]!r}"
            raise ServiceModelError(msg)

    def __repr__(self) -> str:
        count = len(self.stages)
        day = "no recorded day" if self.as_of is None else self.as_of.isoformat()
        return f"<Regime {self.key}: {count} stage{'s' if count != 1 else ''}, as of {day}>"

    def stage_of(self, key: str) -> DeadlineStage:
        """Return a stage by its key.

        Raises
        ------
        ServiceModelError
            If no stage has it.
        """
        for stage in self.stages:
            if stage.key == key:
                return stage
        msg = f"regime {self.key!r} has no stage {key!r}; it has {', '.join(s.key for s in self.stages) or 'none'}"
        raise ServiceModelError(msg)

    def status(self, language: str) -> str:
        """Return as of when it was read, and in which edition."""
        day = _UNDATED.in_language(language) if self.as_of is None else self.as_of.isoformat()
        return day + bracketed(self.edition.in_language(language), language)

    def grid(self, language: str = "en") -> Grid:
        """Return the stages as a table of words, as every table gives itself; what it rests on stands below."""
        rows = [
            [
                stage.name.in_language(language) + _bracketed(stage.rule, language),
                stage.length(language),
                stage.start.in_language(language),
                stage.first_day.in_language(language),
                _EXCEPTIONAL.in_language(language) if stage.exceptional else NOTHING,
            ]
            for stage in self.stages
        ] or [[_NO_NUMBER.in_language(language), *[NOTHING] * 4]]
        return Grid(
            title=joined((self.name.in_language(language), self.jurisdiction.in_language(language)), language),
            header=[words.in_language(language) for words in _HEADER],
            rows=rows,
            notes=[*self.notes(language), *source_notes(self.evidence, self.citations, language)],
            language=check_language(language),
        )

    def notes(self, language: str) -> list[str]:
        """Return what must stand below its deadlines: as of when, the caveat, and that it is not law."""
        return [
            labelled(_AS_OF.in_language(language), self.status(language), language),
            self.caveat.in_language(language),
            NOT_LAW.in_language(language),
        ]

    def in_language(self, language: Language) -> str:
        """Return it in one line."""
        stages = [stage.in_language(language) for stage in self.stages] or [_NO_NUMBER.in_language(language)]
        return labelled(self.name.in_language(language), joined(stages, language), language)

    def _repr_html_(self) -> str:
        return self.grid().to_html()

    def __str__(self) -> str:
        return self.grid().to_markdown()


_AS_OF = Text("As of", "截至")
_UNDATED = Text("read without a date", "所读文本未注明日期")
_NO_NUMBER = Text("no limit in numbers", "未规定具体期限")
_HEADER = (
    Text("what is owed", "应完成的事项"),
    Text("within", "期限"),
    Text("from", "起算事件"),
    Text("counted first", "首日"),
    Text("holds", "适用"),
)


def _bracketed(words: str, language: str) -> str:
    return bracketed(words, language) if words else ""


@attrs.frozen(kw_only=True, repr=False)
class Regimes:
    """Regimes by their keys, each once; prints itself as one table."""

    rows: tuple[Regime, ...] = attrs.field(converter=as_tuple)

    @rows.validator
    def _apart(self, _: Any, rows: tuple[Regime, ...]) -> None:
        keys = [regime.key for regime in rows]
        if len(set(keys)) != len(keys):
            msg = f"each regime has a key of its own; got {', '.join(keys)}"
            raise ServiceModelError(msg)

    def __getitem__(self, key: str) -> Regime:
        for regime in self.rows:
            if regime.key == key:
                return regime
        msg = f"there is no regime {key!r}; there are {', '.join(regime.key for regime in self.rows)}"
        raise ServiceModelError(msg)

    def __iter__(self) -> Iterator[Regime]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Regimes: {', '.join(regime.key for regime in self.rows)}>"

    def grid(self, language: str = "en") -> Grid:
        """Return all of them as one table of words, a row each."""
        rows = [
            [
                f"{regime.name.in_language(language)}\n{regime.key}",
                regime.jurisdiction.in_language(language),
                "\n".join(stage.in_language(language) for stage in regime.stages) or _NO_NUMBER.in_language(language),
                regime.status(language),
                regime.evidence.in_language(language),
                regime.caveat.in_language(language),
            ]
            for regime in self.rows
        ]
        return Grid(
            title=_ALL.in_language(language),
            header=[words.in_language(language) for words in _HEADER_OF_ALL],
            rows=rows,
            notes=[NOT_LAW.in_language(language)],
            language=check_language(language),
        )

    def _repr_html_(self) -> str:
        return self.grid().to_html()

    def __str__(self) -> str:
        return self.grid().to_markdown()


_ALL = Text("Deadlines for complaints, as they were read: not law", "投诉处理期限（摘录，非法规）")
_HEADER_OF_ALL = (
    Text("regime", "制度"),
    Text("where", "适用地区"),
    Text("deadlines", "期限"),
    Text("as of", "截至"),
    Text("evidence", "依据"),
    Text("caveat", "注意"),
)
