"""The days of the week, and a stretch of one of them in which the doors are open."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

import attrs

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Label

_DAY = timedelta(days=1)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_MIDNIGHT = "24:00"


class Weekday(Label):
    """The days of the week, in the order of ISO 8601."""

    MONDAY = "monday", "Monday", "星期一"
    TUESDAY = "tuesday", "Tuesday", "星期二"
    WEDNESDAY = "wednesday", "Wednesday", "星期三"
    THURSDAY = "thursday", "Thursday", "星期四"
    FRIDAY = "friday", "Friday", "星期五"
    SATURDAY = "saturday", "Saturday", "星期六"
    SUNDAY = "sunday", "Sunday", "星期日"

    @classmethod
    def of(cls, day: date) -> Weekday:
        """Return the weekday of a date."""
        return tuple(cls)[day.weekday()]


#: The five days from Monday to Friday, as keys for the hours of a calendar.
MONDAY_TO_FRIDAY: tuple[Weekday, ...] = tuple(Weekday)[:5]


def _clock_time(value: Any) -> time:
    """Return a time of the clock on the wall, given as such or as ``"09:00"``; ``"24:00"`` is the midnight that ends."""
    if isinstance(value, str):
        found = _CLOCK.fullmatch(value.strip())
        if value.strip() == _MIDNIGHT:
            return time(0)
        try:
            read = time(int(found[1]), int(found[2])) if found else time.fromisoformat(value.strip())
        except ValueError:
            msg = f"a time of opening hours is written like '09:00'; got {value!r}"
            raise ServiceModelError(msg) from None
    else:
        read = value
    if not isinstance(read, time):
        msg = f"a time of opening hours must be a datetime.time or a string like '09:00'; got {value!r}"
        raise TypeError(msg)
    if read.tzinfo is not None:
        msg = f"the times of opening hours are those of the calendar's zone and carry none of their own; got {value!r}"
        raise ServiceModelError(msg)
    return read.replace(fold=0)


def _opening_time(value: Any) -> time:
    """Return a time to open at; the midnight that ends a day would open the day before the one that is meant."""
    if isinstance(value, str) and value.strip() == _MIDNIGHT:
        msg = f"{_MIDNIGHT!r} ends a day; a span that opens at midnight opens at '00:00' of the next"
        raise ServiceModelError(msg)
    return _clock_time(value)


@attrs.frozen
class OpeningSpan:
    """From when to when, on the clock on the wall; it belongs to the day it opens on.

    Attributes
    ----------
    opens, closes : datetime.time
        Times, or strings such as ``"09:00"``. A span that closes at or before the time it opens at closes on the next
        day: ``22:00`` to ``06:00`` is a night, ``00:00`` to ``24:00`` (or ``00:00``) a whole day.

    Examples
    --------
    >>> str(OpeningSpan("22:00", "06:00"))
    '22:00–06:00'
    """

    opens: time = attrs.field(converter=_opening_time)
    closes: time = attrs.field(converter=_clock_time)

    @property
    def past_midnight(self) -> bool:
        """Whether it closes on the day after the one it opens on (at midnight, too)."""
        return self.closes <= self.opens

    @property
    def start(self) -> timedelta:
        """How long after midnight it opens, on a day without a change of the clocks."""
        return _since_midnight(self.opens)

    @property
    def end(self) -> timedelta:
        """How long after the midnight before it opens it closes, on days without a change of the clocks."""
        return _since_midnight(self.closes) + (_DAY if self.past_midnight else timedelta())

    def __str__(self) -> str:
        return f"{_written(self.opens)}–{_written(self.closes) if self.closes != time(0) else _MIDNIGHT}"


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)


def _written(at: time) -> str:
    return at.isoformat("minutes") if at == at.replace(second=0, microsecond=0) else at.isoformat()


def spans_of(value: Any) -> tuple[OpeningSpan, ...]:
    """Return the spans of a day in order: from ``"09:00-12:00, 13:00-17:00"``, spans, or pairs of times."""
    if isinstance(value, OpeningSpan):
        return (value,)
    parts = [part for part in value.split(",") if part.strip()] if isinstance(value, str) else value
    try:
        spans = [_span(part) for part in parts]
    except TypeError as error:
        msg = f"the hours of a day are written like '09:00-12:00, 13:00-17:00'; got {value!r} ({error})"
        raise TypeError(msg) from None
    return tuple(sorted(spans, key=lambda span: span.start))


def _span(part: Any) -> OpeningSpan:
    if isinstance(part, OpeningSpan):
        return part
    ends = re.split("[-–]", part) if isinstance(part, str) else part
    if len(ends) != 2:  # noqa: PLR2004 - from, to
        msg = f"a span of opening hours is written like '09:00-17:00'; got {part!r}"
        raise ServiceModelError(msg)
    return OpeningSpan(*ends)
