"""Each stretch between two instants, counted or skipped, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import attrs

from servicemodel.clock.timeline import Hours, instant, stretches
from servicemodel.labels import Language, Text, check_language
from servicemodel.markup import Grid, bracketed, in_words, joined, labelled

_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)

_OPEN = Text("open", "营业")
#: Why time outside all hours is not counted.
CLOSED = Text("closed", "非营业时间")
_HOLIDAY = Text("holiday", "节假日")
_FORWARD = Text("the clocks go forward", "时钟拨快")
_BACK = Text("the clocks go back", "时钟拨慢")
_COUNTED = {True: Text("counted", "计入"), False: Text("skipped", "不计")}


@attrs.frozen(kw_only=True)
class CountedStretch:
    """A stretch of time that is counted as a whole, or skipped as a whole.

    Attributes
    ----------
    start, end : datetime
        In the calendar's zone.
    counted : bool
        Whether it is open time.
    reason : Text
        Open, closed, or the holiday; and whether the clocks change in it.
    """

    start: datetime
    end: datetime
    counted: bool
    reason: Text

    @property
    def duration(self) -> timedelta:
        """How long it truly is, also where the clocks change."""
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)

    def in_language(self, language: str) -> str:
        """Return the stretch in a line."""
        words = f"{_shown(self.start)} → {_shown(self.end)}"
        verdict = _COUNTED[self.counted].in_language(language) + f" {length(self.duration)}"
        return labelled(words, verdict + bracketed(self.reason.in_language(language), language), language)


@attrs.frozen(kw_only=True)
class CountedTime:
    """What :meth:`BusinessCalendar.explain` answers: the stretches between two instants, without a gap; prints itself.

    Attributes
    ----------
    stretches : tuple of CountedStretch
        In order; none where both instants are the same.
    total : timedelta
        The open time in all; not given but computed.
    time_zone : str
        The zone the stretches are written in.
    language : {"en", "zh"}
        What it prints itself in unless told otherwise.
    """

    title: ClassVar[Text] = Text("Business time", "营业时长")

    stretches: tuple[CountedStretch, ...]
    time_zone: str
    language: Language = "en"
    total: timedelta = attrs.field(init=False)

    @total.default
    def _total(self) -> timedelta:
        return sum((stretch.duration for stretch in self.stretches if stretch.counted), timedelta())

    def _heading(self, language: Language) -> str:
        return f"{self.title.in_language(language)}{bracketed(self.time_zone, language)}"

    def grid(self, language: Language | None = None) -> Grid:
        """Return the stretches as a table of words, as every table gives itself."""
        spoken = check_language(language or self.language)
        rows = [
            [
                _shown(s.start),
                _shown(s.end),
                _COUNTED[s.counted].in_language(spoken),
                length(s.duration),
                s.reason.in_language(spoken),
            ]
            for s in self.stretches
        ]
        header = [text.in_language(spoken) for text in _HEADER]
        total = labelled(_TOTAL.in_language(spoken), length(self.total), spoken)
        return Grid(title=self._heading(spoken), header=header, rows=rows, numbers=(3,), notes=[total], language=spoken)

    def describe(self, language: Language | None = None) -> str:
        """Return the stretches as plain text, a line each, and the total."""
        spoken = check_language(language or self.language)
        lines = [stretch.in_language(spoken) for stretch in self.stretches]
        total = labelled(_TOTAL.in_language(spoken), length(self.total), spoken)
        return "\n  ".join([self._heading(spoken), *lines, total])

    def in_language(self, language: Language) -> str:
        """Return it in one line."""
        lines = [stretch.in_language(language) for stretch in self.stretches]
        return joined([*lines, labelled(_TOTAL.in_language(language), length(self.total), language)], language)

    def to_html(self, language: Language | None = None) -> str:
        """Return the stretches as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


_HEADER = (
    Text("from", "起"),
    Text("to", "止"),
    Text("counted?", "是否计入"),
    Text("length", "时长"),
    Text("reason", "原因"),
)
_TOTAL = Text("total", "合计")


def _shown(at: datetime) -> str:
    exact = bool(at.second or at.microsecond)
    return in_words(at.replace(tzinfo=None), "en") if exact else at.strftime("%Y-%m-%d %H:%M")


def length(duration: timedelta) -> str:
    """Return a length in hours, minutes and, where it has any, seconds; one below 0 with a minus sign."""
    minutes, rest = divmod(abs(duration), timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    seconds = f":{rest.seconds:02}" if rest else ""
    fraction = f".{rest.microseconds:06}" if rest.microseconds else ""
    sign = "−" if duration < timedelta() else ""
    return f"{sign}{hours}:{minutes:02}{seconds}{fraction}"


def counted_time(calendar: Hours, time_zone: str, between: tuple[int, int], language: Language) -> CountedTime:
    """Split the time between two instants, in microseconds, into stretches that are counted or skipped."""
    check_language(language)
    first, last = between
    found: list[CountedStretch] = []
    reached = first
    for start, end, counted, reason in _stretches(calendar, first, last):
        begin, stop = max(start, first), min(end, last)
        if begin >= stop:
            continue
        if reached < begin:
            found.append(_stretch(calendar, reached, begin, CLOSED, counted=False))
        found.append(_stretch(calendar, begin, stop, reason, counted=counted))
        reached = stop
    if reached < last:
        found.append(_stretch(calendar, reached, last, CLOSED, counted=False))
    return CountedTime(stretches=tuple(found), time_zone=time_zone, language=language)


def _stretches(calendar: Hours, first: int, last: int) -> Iterator[tuple[int, int, bool, Text]]:
    """Give each span that reaches into some days, in order: open, or closed by a holiday."""
    day = instant(first).astimezone(calendar.zone).date() - _DAY  # whose night may reach over
    final = instant(last).astimezone(calendar.zone).date()
    while day <= final:
        name = calendar.holiday_of(day)
        reason = _OPEN if name is None else _holiday(name)
        for start, end in stretches(calendar, day):
            yield start, end, name is None, reason
        day += _DAY


def _holiday(name: str) -> Text:
    return Text(
        *(labelled(_HOLIDAY.in_language(lg), name, lg) if name else _HOLIDAY.in_language(lg) for lg in ("en", "zh"))
    )


def _stretch(calendar: Hours, start: int, end: int, reason: Text, *, counted: bool) -> CountedStretch:
    begin, stop = (instant(at).astimezone(calendar.zone) for at in (start, end))
    before, after = begin.utcoffset() or timedelta(), stop.utcoffset() or timedelta()
    if before != after:
        change = _FORWARD if after > before else _BACK
        by = f"{length(abs(after - before))}"
        reason = Text(f"{reason.en}; {change.en} {by}", f"{reason.zh}；{change.zh} {by}")
    return CountedStretch(start=begin, end=stop, counted=counted, reason=reason)
