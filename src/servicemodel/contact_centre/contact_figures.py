"""The measures of a contact centre from its contacts, a row each, with every denominator stated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import attrs
import numpy as np

from servicemodel.arguments import Category
from servicemodel.contact_centre.abandonment_rate import abandonment_rate
from servicemodel.contact_centre.average_handle_time import average_handle_time
from servicemodel.contact_centre.average_speed_of_answer import average_speed_of_answer
from servicemodel.contact_centre.columns import column, side_by_side
from servicemodel.contact_centre.counts import seconds
from servicemodel.contact_centre.printing import Printed, shown_seconds, shown_share
from servicemodel.contact_centre.service_level import AbandonTreatment, service_level
from servicemodel.errors import MissingError
from servicemodel.evaluate import Array, Number, Values
from servicemodel.labels import Label, Language, Text
from servicemodel.markup import bracketed, in_words, joined


class ContactOutcome(Label):
    """How a contact that came in ended."""

    ANSWERED = "answered", "answered", "已应答"
    ABANDONED = "abandoned", "abandoned", "已放弃"


@attrs.frozen(kw_only=True)
class ContactFigures(Printed):
    """The measures of many contacts, with the counts they are made of; prints itself.

    Attributes
    ----------
    threshold_seconds : float
        Within it counts as in time, exactly at it too.
    short_abandon_seconds : float
        Who gave up sooner is not counted; 0 counts everybody.
    answered, abandoned : int
        All contacts by their outcome, short abandons included.
    short_abandons : int
        Of the abandoned, those not counted: in no numerator and in no denominator below.
    answered_within, abandoned_within : int
        Within the threshold, short abandons left out.
    missing : int
        Rows left out of everything, as outcome or wait is missing.
    total_wait_seconds : float
        What the answered had waited, together.
    handled : int or None
        Answered contacts whose talk, hold and after-call times are all known; ``None`` where none were given.
    missing_handle_times : int
        Answered contacts that lack one of the three.
    total_talk_seconds, total_hold_seconds, total_after_call_seconds : float
        Of the handled contacts, together.
    offered : int
        Answered and abandoned; not given but computed, as all that follows.
    counted : int
        Offered without short abandons: the denominator of service level and abandonment rate.
    service_level_negative, service_level_ignored, service_level_positive : float or None
        In each definition of :class:`AbandonTreatment`; ``None`` where the denominator is 0.
    abandonment_rate : float or None
        Of those counted.
    average_speed_of_answer : float or None [seconds]
        Of those answered.
    average_handle_time, average_after_call_work : float or None [seconds]
        Of those handled.
    """

    title: ClassVar[Text] = Text("Contact figures", "联络中心指标")

    threshold_seconds: float
    short_abandon_seconds: float = 0
    answered: int
    abandoned: int
    short_abandons: int = 0
    answered_within: int
    abandoned_within: int
    missing: int = 0
    total_wait_seconds: float
    handled: int | None = None
    missing_handle_times: int = 0
    total_talk_seconds: float = 0
    total_hold_seconds: float = 0
    total_after_call_seconds: float = 0
    offered: int = attrs.field(init=False)
    counted: int = attrs.field(init=False)
    service_level_negative: float | None = attrs.field(init=False)
    service_level_ignored: float | None = attrs.field(init=False)
    service_level_positive: float | None = attrs.field(init=False)
    abandonment_rate: float | None = attrs.field(init=False)
    average_speed_of_answer: float | None = attrs.field(init=False)
    average_handle_time: float | None = attrs.field(init=False)
    average_after_call_work: float | None = attrs.field(init=False)

    @offered.default
    def _offered(self) -> int:
        return self.answered + self.abandoned

    @counted.default
    def _counted(self) -> int:
        return self.offered - self.short_abandons

    def _level(self, treatment: AbandonTreatment) -> float | None:
        if not _denominator(self, treatment):
            return None
        return service_level(
            answered_within=self.answered_within,
            abandoned_within=self.abandoned_within,
            offered=self.counted,
            treatment=treatment,
        )

    @service_level_negative.default
    def _negative(self) -> float | None:
        return self._level(AbandonTreatment.NEGATIVE)

    @service_level_ignored.default
    def _ignored(self) -> float | None:
        return self._level(AbandonTreatment.IGNORED)

    @service_level_positive.default
    def _positive(self) -> float | None:
        return self._level(AbandonTreatment.POSITIVE)

    @abandonment_rate.default
    def _abandonment(self) -> float | None:
        if not self.counted:
            return None
        return abandonment_rate(abandoned=self.abandoned, offered=self.offered, short_abandons=self.short_abandons)

    @average_speed_of_answer.default
    def _speed(self) -> float | None:
        if not self.answered:
            return None
        return average_speed_of_answer(total_wait_seconds=self.total_wait_seconds, answered=self.answered)

    def _handle_mean(self, talk: float, hold: float) -> float | None:
        if not self.handled:
            return None
        after_call = self.total_after_call_seconds
        return average_handle_time(
            total_talk_seconds=talk, total_hold_seconds=hold, total_after_call_seconds=after_call, handled=self.handled
        )

    @average_handle_time.default
    def _handle_time(self) -> float | None:
        return self._handle_mean(self.total_talk_seconds, self.total_hold_seconds)

    @average_after_call_work.default
    def _after_call_work(self) -> float | None:
        return self._handle_mean(0, 0)

    def _heading(self, language: Language) -> str:
        said = [_THRESHOLD.in_language(language).format(in_words(self.threshold_seconds, language))]
        if self.short_abandon_seconds:
            said.append(_CUT.in_language(language).format(in_words(self.short_abandon_seconds, language)))
        return self.title.in_language(language) + bracketed(joined(said, language), language)

    def _rows(self, language: Language) -> list[tuple[str, str]]:
        short = [("short", in_words(self.short_abandons, language))] if self.short_abandon_seconds else []
        rows = [
            ("offered", in_words(self.offered, language)),
            ("answered", in_words(self.answered, language)),
            ("abandoned", in_words(self.abandoned, language)),
            *short,
            ("missing", in_words(self.missing, language)),
            *((how.value, self._shown_level(how, language)) for how in AbandonTreatment),
            ("rate", self._shown_rate(language)),
            ("asa", shown_seconds(self.average_speed_of_answer, language) + _base(_ANSWERED, self.answered, language)),
            *self._handle_rows(language),
        ]
        return [(_NAMES[key].in_language(language), value) for key, value in rows]

    def _shown_level(self, treatment: AbandonTreatment, language: Language) -> str:
        positive = treatment is AbandonTreatment.POSITIVE
        part = self.answered_within + (self.abandoned_within if positive else 0)
        return shown_share(self._level(treatment), part, _denominator(self, treatment), language)

    def _shown_rate(self, language: Language) -> str:
        return shown_share(self.abandonment_rate, self.abandoned - self.short_abandons, self.counted, language)

    def _handle_rows(self, language: Language) -> list[tuple[str, str]]:
        if self.handled is None:
            return []
        base = _base(_HANDLED, self.handled, language)
        return [
            ("aht", shown_seconds(self.average_handle_time, language) + base),
            ("acw", shown_seconds(self.average_after_call_work, language) + base),
            ("missing_handle", in_words(self.missing_handle_times, language)),
        ]


def _denominator(figures: ContactFigures, treatment: AbandonTreatment) -> int:
    ignored = figures.abandoned_within if treatment is AbandonTreatment.IGNORED else 0
    return figures.counted - ignored


def _base(words: Text, count: int, language: Language) -> str:
    return bracketed(words.in_language(language).format(in_words(count, language)), language)


_THRESHOLD = Text("threshold {} s", "限时 {} 秒")
_CUT = Text("abandons under {} s not counted", "不足 {} 秒的放弃不计")
_ANSWERED = Text("of {} answered", "应答 {} 次")
_HANDLED = Text("of {} handled", "处理 {} 次")
_NAMES = {
    "offered": Text("offered", "呼入"),
    "answered": Text("answered", "应答"),
    "abandoned": Text("abandoned", "放弃"),
    "short": Text("of these short, not counted", "其中短时放弃，不计"),
    "missing": Text("left out, outcome or wait missing", "结果或等待时长缺失，未计入"),
    "negative": Text("service level, abandons negative", "服务水平（放弃负向计入）"),
    "ignored": Text("service level, abandons ignored", "服务水平（忽略放弃）"),
    "positive": Text("service level, abandons positive", "服务水平（放弃正向计入）"),
    "rate": Text("abandonment rate", "放弃率"),
    "asa": Text("average speed of answer", "平均应答速度"),
    "aht": Text("average handle time", "平均处理时长"),
    "acw": Text("average after-call work", "平均话后处理时长"),
    "missing_handle": Text("answered, a handle time missing", "已应答但处理时长缺失"),
}

_NAME = "contact_figures"
_WAIT = seconds("wait_seconds", "how long the customer waited, until answered or given up", "应答或放弃前的等待时长")
_OUTCOME = Category(name="outcome", labels=ContactOutcome, meaning=Text("how the contact ended", "联络结果"))
_LIMIT = seconds("threshold_seconds", "within it counts as in time", "限时")
_SHORT = seconds("short_abandon_seconds", "abandons shorter than it are not counted", "短时放弃的界限")
_HANDLE = (
    seconds("talk_seconds", "talking", "通话时长"),
    seconds("hold_seconds", "on hold", "保持时长"),
    seconds("after_call_seconds", "after-call work", "话后处理时长"),
)


def contact_figures(
    *,
    wait_seconds: Values | Number,
    outcome: Values | Sequence[str | None] | str,
    threshold_seconds: Number,
    short_abandon_seconds: Number = 0,
    talk_seconds: Values | Number | None = None,
    hold_seconds: Values | Number | None = None,
    after_call_seconds: Values | Number | None = None,
) -> ContactFigures:
    """Return the measures of a contact centre from its contacts, each figure with its denominator.

    Parameters
    ----------
    wait_seconds : array or list [seconds]
        How long each customer waited, until answered or given up; at least 0.
    outcome : array of codes or values, or list of ContactOutcome
        Answered or abandoned. A contact still waiting has no outcome yet: leave it missing.
    threshold_seconds : number [seconds]
        Within it counts as in time; a wait of exactly that long does. At least 0. There is no default: 20 is a habit,
        not a rule.
    short_abandon_seconds : number [seconds], default 0
        Who gave up sooner than this is not counted as a contact at all; at least 0. A wait of exactly that long counts.
    talk_seconds, hold_seconds, after_call_seconds : array, list or number, optional [seconds]
        What each contact took; at least 0. All three or none; a single 0 where a system has no such time. Those of
        abandoned contacts do not count and may be missing.

    Returns
    -------
    ContactFigures
        Of no contacts all counts are 0 and all figures ``None``.

    Raises
    ------
    DomainError
        If a number is outside its range.
    LabelError
        If an outcome is unknown.
    MissingError
        If the threshold or the cut is missing, or only some of the three handle times are given.
    TypeError
        If a column is of the wrong kind; a column of a frame goes in as ``column.to_numpy()``.
    ServiceModelError
        If the columns differ in length.

    Notes
    -----
    The definitions are those of :func:`service_level`, :func:`abandonment_rate`, :func:`average_speed_of_answer` and
    :func:`average_handle_time`. A contact without outcome or wait is in none of them, but in ``missing``; one that was
    answered and lacks a handle time is left out of the handle time alone. Short abandons are dropped from service level
    and abandonment rate alike, so that both have one denominator.

    Give one channel at a time, or say that you mixed them: a second is short for an e-mail and long for a call.

    References
    ----------
    .. [1] Cisco ICM manual: the three service levels, and that contacts abandoned before the short-call timer count in
       none of them.

    Examples
    --------
    >>> figures = contact_figures(
    ...     wait_seconds=[3, 20, 21, 8, 40, 2, None],
    ...     outcome=["answered", "answered", "answered", "abandoned", "abandoned", "abandoned", "answered"],
    ...     threshold_seconds=20,
    ...     short_abandon_seconds=5,
    ... )
    >>> print(figures)
    Contact figures (threshold 20 s; abandons under 5 s not counted)
      offered: 6
      answered: 3
      abandoned: 3
      of these short, not counted: 1
      left out, outcome or wait missing: 1
      service level, abandons negative: 40.0 % (2 of 5)
      service level, abandons ignored: 50.0 % (2 of 4)
      service level, abandons positive: 60.0 % (3 of 5)
      abandonment rate: 40.0 % (2 of 5)
      average speed of answer: 14.7 s (of 3 answered)

    Of nothing there are no figures:

    >>> contact_figures(wait_seconds=[], outcome=[], threshold_seconds=20).service_level_negative is None
    True
    """
    threshold = _single(_LIMIT, threshold_seconds)
    cut = _single(_SHORT, short_abandon_seconds)
    waits = column(_NAME, _WAIT, wait_seconds)
    outcomes = column(_NAME, _OUTCOME, outcome)
    given = (talk_seconds, hold_seconds, after_call_seconds)
    columns = {"wait_seconds": waits, "outcome": outcomes, **_handle_times(given)}
    waits, outcomes, *times = side_by_side(**columns)
    known = ~np.isnan(waits) & (outcomes >= 0)
    answered = known & (outcomes == ContactOutcome.ANSWERED.code)
    abandoned = known & (outcomes == ContactOutcome.ABANDONED.code)
    short = abandoned & (waits < cut)
    within = waits <= threshold
    return ContactFigures(
        threshold_seconds=threshold,
        short_abandon_seconds=cut,
        answered=_count(answered),
        abandoned=_count(abandoned),
        short_abandons=_count(short),
        answered_within=_count(answered & within),
        abandoned_within=_count(abandoned & ~short & within),
        missing=_count(~known),
        total_wait_seconds=float(waits[answered].sum()),
        **_handled(answered, times),
    )


def _single(argument: Any, value: Any) -> float:
    if np.ndim(value):
        msg = f"{argument.name} is one number for all contacts; got {type(value).__qualname__}"
        raise TypeError(msg)
    return float(column(_NAME, argument, value))


def _handle_times(given: tuple[Any, ...]) -> dict[str, Array]:
    absent = [argument.name for argument, value in zip(_HANDLE, given, strict=True) if value is None]
    if len(absent) == len(_HANDLE):
        return {}
    if absent:
        msg = f"{' and '.join(absent)} missing: a handle time has all three parts; write 0 where there is none"
        raise MissingError(msg)
    return {a.name: column(_NAME, a, value) for a, value in zip(_HANDLE, given, strict=True)}


def _handled(answered: Array, times: list[Array]) -> dict[str, Any]:
    if not times:
        return {}
    handled = answered & ~np.isnan(times).any(axis=0)
    talk, hold, after_call = (float(part[handled].sum()) for part in times)
    return {
        "handled": _count(handled),
        "missing_handle_times": _count(answered & ~handled),
        "total_talk_seconds": talk,
        "total_hold_seconds": hold,
        "total_after_call_seconds": after_call,
    }


def _count(condition: Array) -> int:
    return int(np.count_nonzero(condition))
