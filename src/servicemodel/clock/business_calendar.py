"""When a service is open: hours of the week, in a time zone, without holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from servicemodel.clock.counted_time import CountedTime, counted_time
from servicemodel.clock.opening_span import OpeningSpan, Weekday, spans_of
from servicemodel.clock.timeline import Timelines
from servicemodel.errors import ServiceModelError
from servicemodel.labels import Language

_WEEK = timedelta(days=7)


def _hours(value: Any) -> tuple[tuple[Weekday, tuple[OpeningSpan, ...]], ...]:
    """Return the spans of each day that has any, in the order of the week."""
    try:
        given = {Weekday(day): spans_of(spans) for day, spans in dict(value).items()}
    except (TypeError, ValueError) as error:
        if isinstance(error, ServiceModelError) or "hours of a day" in str(error):
            raise
        msg = f"hours must be a mapping of weekdays to spans, such as {{'monday': '09:00-17:00'}}; got {value!r}"
        raise TypeError(msg) from None
    return tuple((day, given[day]) for day in Weekday if given.get(day))


def _holidays(value: Any) -> tuple[tuple[date, str], ...]:
    """Return dates with their names in order; a date given without a name has an empty one."""
    if not isinstance(value, Iterable):
        msg = f"holidays must be dates, or a mapping of dates to names; got {value!r}"
        raise TypeError(msg)
    items = value.items() if isinstance(value, Mapping) else value
    pairs = [item if isinstance(item, tuple) and len(item) == 2 else (item, "") for item in items]  # noqa: PLR2004
    for day, name in pairs:
        if not isinstance(day, date) or isinstance(day, datetime) or not isinstance(name, str):
            msg = f"holidays must be dates, or a mapping of dates to names; got {day!r}: {name!r}"
            raise TypeError(msg)
    return tuple(sorted(dict(pairs).items()))


def _zone_key(value: Any) -> str:
    key = value.key if isinstance(value, ZoneInfo) else value
    if not isinstance(key, str):
        msg = f"time_zone must be the name of a zone, such as 'Europe/Berlin'; got {value!r}"
        raise TypeError(msg)
    return key


def _zone(key: str) -> tzinfo:
    """Return a zone by its name; UTC needs no zone database."""
    if key == "UTC":
        return UTC
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        msg = f"there is no time zone {key!r}; names are those of the IANA database, such as 'Europe/Berlin'"
        raise ServiceModelError(msg) from None


@attrs.frozen(kw_only=True)
class BusinessCalendar:
    """When a service is open: hours of the week on the clock on the wall, a time zone, and holidays.

    A span opens and closes at the first instant at which the clock on the wall shows its time or has jumped past it. So
    a night in which the clocks go forward is an hour shorter, one in which they go back an hour longer. A span past
    midnight belongs to the day it opens on: a holiday closes the spans that open on it, and the night before it is
    served to its end.

    Attributes
    ----------
    hours : mapping of weekday to spans
        By :class:`Weekday` or its value (``"monday"``); spans as ``"09:00-12:00, 13:00-17:00"``, as
        :class:`OpeningSpan`, or as pairs of times. A day that is not named is closed. Kept as pairs, in the order of
        the week.
    time_zone : str
        Name of a zone in the IANA database, such as ``"Europe/Berlin"``.
    holidays : dates, or mapping of date to name, default none
        Days on which nothing opens; :func:`holidays_of` makes some. **A year whose holidays were not given has none.**
        Kept as pairs, in order.

    Raises
    ------
    ServiceModelError
        If two spans overlap, the zone is unknown, or a time cannot be read.

    Examples
    --------
    >>> from datetime import date
    >>> from servicemodel import MONDAY_TO_FRIDAY
    >>> office = BusinessCalendar(
    ...     hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"),
    ...     time_zone="Europe/Berlin",
    ...     holidays={date(2024, 5, 1): "Labour Day"},
    ... )
    >>> office.holiday_of(date(2024, 5, 1))
    'Labour Day'

    Spans that overlap are refused, those past midnight with the next day's as well:

    >>> BusinessCalendar(hours={"monday": "22:00-06:00", "tuesday": "05:00-09:00"}, time_zone="UTC")
    Traceback (most recent call last):
    servicemodel.errors.ServiceModelError: opening hours overlap: Monday 22:00–06:00 and Tuesday 05:00–09:00
    """

    hours: tuple[tuple[Weekday, tuple[OpeningSpan, ...]], ...] = attrs.field(converter=_hours)
    time_zone: str = attrs.field(converter=_zone_key)
    holidays: tuple[tuple[date, str], ...] = attrs.field(default=(), converter=_holidays)
    zone: tzinfo = attrs.field(init=False, eq=False, repr=False)
    timelines: Timelines = attrs.field(init=False, eq=False, repr=False, factory=Timelines)
    _by_weekday: tuple[tuple[OpeningSpan, ...], ...] = attrs.field(init=False, eq=False, repr=False)
    _by_date: dict[date, str] = attrs.field(init=False, eq=False, repr=False)

    @zone.default
    def _zone_of_its_name(self) -> tzinfo:
        return _zone(self.time_zone)

    @_by_weekday.default
    def _spans_by_weekday(self) -> tuple[tuple[OpeningSpan, ...], ...]:
        hours = dict(self.hours)
        return tuple(hours.get(day, ()) for day in Weekday)

    @_by_date.default
    def _names_by_date(self) -> dict[date, str]:
        return dict(self.holidays)

    @hours.validator
    def _apart(self, _: Any, hours: tuple[tuple[Weekday, tuple[OpeningSpan, ...]], ...]) -> None:
        week = [
            (timedelta(days=day.code) + span.start, timedelta(days=day.code) + span.end, f"{day.en} {span}")
            for day, spans in hours
            for span in spans
        ]
        around = [(start + _WEEK, end + _WEEK, name) for start, end, name in week[:1]]
        for (_, end, one), (start, _, other) in pairwise([*week, *around]):
            if start < end:
                msg = f"opening hours overlap: {one} and {other}"
                raise ServiceModelError(msg)

    @property
    def never_open(self) -> bool:
        """Whether no day of the week has hours."""
        return not self.hours

    def hours_of(self, day: date) -> tuple[OpeningSpan, ...]:
        """Return the spans that open on a day, as if it were no holiday."""
        return self._by_weekday[day.weekday()]

    def holiday_of(self, day: date) -> str | None:
        """Return the name of the holiday (empty where it has none), or ``None`` if the day is no holiday."""
        return self._by_date.get(day)

    def explain(self, *, start: datetime, end: datetime, language: Language = "en") -> CountedTime:
        """List each stretch between two instants, and why it is counted or skipped.

        Parameters
        ----------
        start, end : datetime
            With a time zone; ``end`` not before ``start``.
        language : {"en", "zh"}
            What the answer prints itself in.

        Returns
        -------
        CountedTime
            Its total equals :func:`business_time`.

        Raises
        ------
        DomainError
            If a datetime has no time zone, or the end is before the start.
        MissingError
            If one is missing.
        """
        from servicemodel.clock.inputs import instants_between  # which reads calendars

        return counted_time(self, self.time_zone, instants_between(start, end), language)


#: Open at all times, every day of the year.
ALWAYS_OPEN = BusinessCalendar(hours=dict.fromkeys(Weekday, "00:00-24:00"), time_zone="UTC")
