"""By when a complaint is owed what, under a regime: the last day of each stage, and what was not counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, ClassVar

import attrs

from servicemodel.arguments import Instant
from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.inputs import check_calendar, one_instant
from servicemodel.clock.opening_span import Weekday
from servicemodel.clock.timeline import instant
from servicemodel.complaints.due_date import due_date
from servicemodel.complaints.regime import DeadlineStage, DeadlineStart, DeadlineUnit, FirstDay, Regime
from servicemodel.complaints.regimes import REGIMES
from servicemodel.errors import DomainError
from servicemodel.labels import Language, Text, check_language
from servicemodel.markup import NOTHING, Grid, bracketed, headed, joined, labelled
from servicemodel.tables.table import as_tuple

_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)

_CLOSED = Text("no business day", "非工作日")
_HOLIDAY = Text("holiday", "节假日")


@attrs.frozen(kw_only=True)
class SkippedDay:
    """A day between that was not counted, and why."""

    title: ClassVar[Text] = Text("Skipped day", "不计的日子")

    day: date = attrs.field(metadata=headed(Text("day", "日期")))
    reason: Text = attrs.field(metadata=headed(Text("reason", "原因")))

    def in_language(self, language: str) -> str:
        """Return the day and the reason in words."""
        return _dated(self.day, language) + bracketed(self.reason.in_language(language), language)


@attrs.frozen(kw_only=True)
class Deadline:
    """One stage of a regime with its last day.

    Attributes
    ----------
    stage : DeadlineStage
    counted_from : date or None
        The local day of the event it is counted from; ``None`` where that has not happened.
    due_on : date or None
        The last day in time, in the calendar's zone.
    due_at : datetime or None
        The last microsecond of that day: done exactly then is in time, as for
        :func:`~servicemodel.satisfaction.promise_state`, and the midnight after it is not.
    skipped : tuple of SkippedDay
        The days up to the last that were not counted.
    """

    title: ClassVar[Text] = Text("Deadline", "期限")

    stage: DeadlineStage = attrs.field(metadata=headed(Text("what is owed", "应完成的事项")))
    counted_from: date | None = attrs.field(default=None, metadata=headed(Text("counted from", "起算日")))
    due_on: date | None = attrs.field(default=None, metadata=headed(Text("last day", "截止日")))
    due_at: datetime | None = attrs.field(default=None, metadata=headed(Text("due at", "到期时刻")))
    skipped: tuple[SkippedDay, ...] = attrs.field(
        default=(), converter=as_tuple, metadata=headed(Text("not counted", "不计的日子"))
    )

    def in_language(self, language: str) -> str:
        """Return the deadline in one line: by when, and how it was counted."""
        stage = self.stage.in_language(language)
        if self.due_on is None:
            return stage + bracketed(_NOT_YET.in_language(language), language)
        due = _BY.in_language(language).format(_dated(self.due_on, language))
        return labelled(due, stage, language) + "".join(
            bracketed(words, language) for words in [_skipped(self.skipped, language)] if words
        )

    def __str__(self) -> str:
        return self.in_language("en")


_NOT_YET = Text("that has not happened", "该事件尚未发生")
_BY = Text("by the end of {}", "{}结束前")
_NOT_COUNTED = Text("not counted", "不计")
_PLAIN_DAYS = Text("{} closed days", "非工作日 {} 天")
_PLAIN_DAY = Text("1 closed day", "非工作日 1 天")


def _skipped(days: tuple[SkippedDay, ...], language: str) -> str:
    """Say which days were not counted: the closed ones by their number, the holidays each."""
    closed = sum(day.reason is _CLOSED for day in days)
    words = [_PLAIN_DAYS.in_language(language).format(closed)] if closed > 1 else []
    words += [_PLAIN_DAY.in_language(language)] if closed == 1 else []
    words += [day.in_language(language) for day in days if day.reason is not _CLOSED]
    return labelled(_NOT_COUNTED.in_language(language), joined(words, language), language) if words else ""


def _dated(day: date, language: str) -> str:
    weekday = Weekday.of(day).in_language(language)
    return {"en": f"{weekday} {day.isoformat()}", "zh": f"{day.isoformat()} {weekday}"}[check_language(language)]


@attrs.frozen(kw_only=True)
class Deadlines:
    """What :func:`deadlines` answers: every stage of a regime, dated; prints itself, and that it is not law.

    Attributes
    ----------
    regime : Regime
    time_zone : str
        The zone whose days were counted.
    deadlines : tuple of Deadline
        In the order of the regime.
    """

    title: ClassVar[Text] = Text("Deadlines", "处理期限")

    regime: Regime
    time_zone: str
    deadlines: tuple[Deadline, ...] = attrs.field(converter=as_tuple)

    def __iter__(self) -> Iterator[Deadline]:
        return iter(self.deadlines)

    def __len__(self) -> int:
        return len(self.deadlines)

    def of(self, key: str) -> Deadline:
        """Return the deadline of a stage by its key.

        Raises
        ------
        ServiceModelError
            If the regime has no such stage.
        """
        stage = self.regime.stage_of(key)
        return next(deadline for deadline in self.deadlines if deadline.stage == stage)

    def _heading(self, language: str) -> str:
        name = labelled(self.title.in_language(language), self.regime.name.in_language(language), language)
        return name + bracketed(self.time_zone, language)

    def grid(self, language: str = "en") -> Grid:
        """Return the deadlines as a table of words; as of when, and that it is not law, stand below."""
        rows = [
            [
                deadline.stage.in_language(language),
                NOTHING if deadline.counted_from is None else _dated(deadline.counted_from, language),
                _NOT_YET.in_language(language) if deadline.due_on is None else _dated(deadline.due_on, language),
                joined((day.in_language(language) for day in deadline.skipped), language) or NOTHING,
            ]
            for deadline in self.deadlines
        ]
        return Grid(
            title=self._heading(language),
            header=[words.in_language(language) for words in _HEADER],
            rows=rows,
            notes=self.regime.notes(language),
            language=check_language(language),
        )

    def describe(self, language: Language = "en") -> str:
        """Return the deadlines as plain text, a line each."""
        lines = [deadline.in_language(language) for deadline in self.deadlines]
        return "\n  ".join([self._heading(language), *lines, *self.regime.notes(language)])

    def in_language(self, language: Language) -> str:
        """Return the deadlines in one line."""
        return joined((deadline.in_language(language) for deadline in self.deadlines), language)

    def to_html(self, language: Language = "en") -> str:
        """Return the deadlines as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


_HEADER = (
    Text("what is owed", "应完成的事项"),
    Text("counted from", "起算日"),
    Text("to the end of", "截止日（至当日结束）"),
    Text("not counted", "不计的日子"),
)

_EVENTS = {
    DeadlineStart.RECEIPT: Instant(
        name="received_at", meaning=Text("when the complaint was received", "收到投诉的时刻")
    ),
    DeadlineStart.ACCEPTANCE: Instant(name="accepted_at", meaning=Text("when it was accepted", "受理的时刻")),
    DeadlineStart.DECISION: Instant(name="decided_at", meaning=Text("when it was decided", "作出决定的时刻")),
}


def deadlines(
    *,
    regime: Regime | str,
    received_at: datetime,
    calendar: BusinessCalendar,
    accepted_at: datetime | None = None,
    decided_at: datetime | None = None,
) -> Deadlines:
    """Return by when a complaint is owed what, under a regime. **Not law**: dated notes, counted out.

    Parameters
    ----------
    regime : Regime, or the key of one in REGIMES
    received_at : datetime
        When the complaint was received, with a time zone. From 1900 to the end of 2199.
    calendar : BusinessCalendar
        Its zone says which day an instant belongs to; its weekdays and holidays, which days are business days.
        Its hours do not matter: what comes in late in the evening still came that day.
    accepted_at, decided_at : datetime, optional
        When it was accepted, and decided, for the stages that count from there; not before the receipt.

    Returns
    -------
    Deadlines
        Every stage of the regime, in its order; without a day where its event has not happened.

    Raises
    ------
    DomainError
        If an instant has no time zone, is outside the years answered, or is before the receipt.
    MissingError
        If the receipt is missing.
    ServiceModelError
        If there is no such regime, or the calendar is never open.
    TypeError
        If something is of another type.

    Notes
    -----
    Each stage ends with its last day (:func:`~servicemodel.complaints.due_date`), and that day ends at midnight in the
    calendar's zone: ``due_at`` is the microsecond before. Give the calendar the holidays of all years in question.

    References
    ----------
    .. [1] Each regime names its own: ``print(REGIMES["fca_disp"])``.

    Examples
    --------
    >>> from datetime import datetime
    >>> from zoneinfo import ZoneInfo
    >>> from servicemodel import MONDAY_TO_FRIDAY, BusinessCalendar
    >>> office = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/London")
    >>> monday = datetime(2024, 6, 3, 22, 30, tzinfo=ZoneInfo("Europe/London"))
    >>> due = deadlines(regime="fca_disp", received_at=monday, calendar=office)
    >>> print(due.of("final_response"))
    by the end of Monday 2024-07-29: final response: 8 weeks from receipt
    >>> str(due.of("summary_resolution").due_at)
    '2024-06-06 23:59:59.999999+01:00'

    A standard without a number owes nothing by a day:

    >>> len(deadlines(regime="iso_10002", received_at=monday, calendar=office))
    0
    """
    rules = _regime(regime)
    zone = check_calendar(calendar, opens=True).zone
    given = dict(zip(DeadlineStart, (received_at, accepted_at, decided_at), strict=True))
    events = _days_of(given, zone)
    return Deadlines(
        regime=rules,
        time_zone=calendar.time_zone,
        deadlines=[_deadline(stage, events.get(stage.start), calendar) for stage in rules.stages],
    )


def _regime(regime: Any) -> Regime:
    if isinstance(regime, str):
        return REGIMES[regime]
    if not isinstance(regime, Regime):
        msg = f"regime must be a Regime or the key of one in REGIMES; got {type(regime).__qualname__}"
        raise TypeError(msg)
    return regime


def _days_of(given: dict[DeadlineStart, Any], zone: tzinfo) -> dict[DeadlineStart, date]:
    """Return the local day of each event that has happened, none of them before the receipt."""
    received = one_instant(_EVENTS[DeadlineStart.RECEIPT], given[DeadlineStart.RECEIPT])
    days = {}
    for start, value in given.items():
        if value is None and start is not DeadlineStart.RECEIPT:
            continue
        at = one_instant(_EVENTS[start], value)
        if at < received:
            raise DomainError(_EVENTS[start].name, value, f"not before received_at ({instant(received).isoformat()})")
        days[start] = instant(at).astimezone(zone).date()
    return days


def _deadline(stage: DeadlineStage, counted_from: date | None, calendar: BusinessCalendar) -> Deadline:
    if counted_from is None:
        return Deadline(stage=stage)
    last = due_date(counted_from=counted_from, stage=stage, calendar=calendar)
    return Deadline(
        stage=stage,
        counted_from=counted_from,
        due_on=last,
        due_at=end_of_day(last, calendar.zone),
        skipped=_skipped_days(stage, counted_from, last, calendar),
    )


def _skipped_days(stage: DeadlineStage, counted_from: date, last: date, calendar: BusinessCalendar) -> list[SkippedDay]:
    if stage.unit is not DeadlineUnit.BUSINESS_DAYS:
        return []
    first = counted_from + (_DAY if stage.first_day is FirstDay.NEXT_DAY else timedelta())
    skipped = []
    for offset in range((last - first).days):
        day = first + timedelta(days=offset)
        holiday = calendar.holiday_of(day)
        if not calendar.hours_of(day):
            skipped.append(SkippedDay(day=day, reason=_CLOSED))
        elif holiday is not None:
            skipped.append(SkippedDay(day=day, reason=_named(holiday)))
    return skipped


def _named(holiday: str) -> Text:
    return Text(f"{_HOLIDAY.en}: {holiday}", f"{_HOLIDAY.zh}：{holiday}") if holiday.strip() else _HOLIDAY


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """Return the last microsecond of a local day, also where the clocks change at midnight."""
    midnight = datetime.combine(day + _DAY, time(), zone)
    before = [midnight.replace(fold=fold).astimezone(UTC) - _MICROSECOND for fold in (0, 1)]
    own = [at for at in before if at.astimezone(zone).date() == day]
    return max(own or before).astimezone(zone)
