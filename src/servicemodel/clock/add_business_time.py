"""By when so much open time will have passed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, overload

import numpy as np

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.inputs import (
    NAT,
    START,
    broadcast,
    check_calendar,
    is_many,
    many_durations,
    many_instants,
    one_duration,
    one_instant,
    spanned,
)
from servicemodel.clock.rungs import Integers
from servicemodel.clock.timeline import END_YEAR, Timeline, instant
from servicemodel.errors import DomainError
from servicemodel.evaluate import Array
from servicemodel.evaluate.arrays import BLOCK
from servicemodel.evaluate.instants import index_of

_TOO_LONG = f"a duration that is over before the year {END_YEAR}"


@overload
def add_business_time(
    *, start: datetime | np.datetime64, duration: timedelta | np.timedelta64, calendar: BusinessCalendar
) -> datetime: ...
@overload
def add_business_time(
    *,
    start: Array | Sequence[datetime | None] | datetime,
    duration: Array | Sequence[timedelta | None] | timedelta,
    calendar: BusinessCalendar,
) -> Array: ...
def add_business_time(*, start: Any, duration: Any, calendar: BusinessCalendar) -> Any:
    """Return the instant by which a calendar will have been open for so long: when something is due.

    Parameters
    ----------
    start : datetime, or array of datetime64 in UTC [instant]
        A single one has a time zone, any one. From 1900 to the end of 2199, as is the answer.
    duration : timedelta, or array of timedelta64 [open time]
        At least 0.
    calendar : BusinessCalendar

    Returns
    -------
    datetime in the calendar's zone, or array of datetime64[us] in UTC
        NaT where a value of an array is missing.

    Raises
    ------
    DomainError
        If a duration is negative or not over before the year 2200, a datetime has no time zone, or an instant is
        outside the years answered; if either is finer than a microsecond.
    MissingError
        If a single value is missing.
    ServiceModelError
        If the calendar is never open.

    Notes
    -----
    ``the first t ≥ start with business_time(start, t) = duration``

    So what ends with the day is due at its close, not at the next opening, which is the same open time later. Nothing
    added is the start itself, be it open then or not. Compare answers in UTC (``due.astimezone(UTC)``): Python compares
    two datetimes of one zone by their clocks, and holds those of two zones for unequal in an hour that comes twice.

    References
    ----------
    .. [1] A convention of this library; nothing is published.

    Examples
    --------
    >>> from datetime import datetime, timedelta
    >>> from zoneinfo import ZoneInfo
    >>> from servicemodel import MONDAY_TO_FRIDAY, BusinessCalendar
    >>> office = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/Berlin")
    >>> friday = datetime(2024, 5, 3, 16, tzinfo=ZoneInfo("Europe/Berlin"))
    >>> str(add_business_time(start=friday, duration=timedelta(hours=8), calendar=office))
    '2024-05-06 16:00:00+02:00'

    One hour is over as the office closes:

    >>> str(add_business_time(start=friday, duration=timedelta(hours=1), calendar=office))
    '2024-05-03 17:00:00+02:00'
    """
    check_calendar(calendar, opens=True)
    if is_many(start, duration):
        return _after(many_instants(START, start), many_durations("duration", duration), calendar)
    first, open_time = one_instant(START, start, many=True), one_duration("duration", duration, many=True)
    line = _long_enough(calendar, first, first, open_time)
    due = line.open_before_one(first) + open_time
    reached = max(first, line.reached_one(due)) if due <= line.total else None
    if reached is None or reached >= _END:
        raise DomainError("duration", duration, _TOO_LONG)
    return instant(reached).astimezone(calendar.zone)


_END = int(np.datetime64(str(END_YEAR), "us").astype(np.int64))


def _long_enough(calendar: BusinessCalendar, first: int, last: int, open_time: int) -> Timeline:
    """Return a timeline in which so much open time follows, or one that ends with the years answered."""
    line = calendar.timelines.between(calendar, first, last)
    reach = 1
    while line.total < line.open_before_one(last) + open_time and line.end_year < END_YEAR:
        line = calendar.timelines.covering(calendar, line.first_year, min(line.end_year + reach, END_YEAR))
        reach *= 2
    return line


def _after(start: Integers, duration: Integers, calendar: BusinessCalendar) -> Array:
    starts, durations = broadcast(start=start, duration=duration)
    answer = np.full(starts.shape, NAT)
    range_ = spanned(start)
    if range_ is None or spanned(duration) is None:
        return answer.view("datetime64[us]")
    longest = int(duration.max())
    line = _long_enough(calendar, *range_, longest)
    flat, first, open_time = answer.reshape(-1), starts.reshape(-1), durations.reshape(-1)
    too_long: list[int] = []
    count = 0
    for at in range(0, flat.size, BLOCK):
        block = slice(at, at + BLOCK)
        missing = (first[block] == NAT) | (open_time[block] == NAT)
        due = line.open_before(first[block])
        due += np.where(missing, 0, open_time[block])
        over = np.minimum(due, line.total)
        flat[block] = np.maximum(first[block], line.reached(over))
        late = ((due > over) | (flat[block] >= _END)) & ~missing
        if late.any():
            too_long.append(at + int(np.argmax(late)))
            count += int(np.count_nonzero(late))
        flat[block][missing] = NAT
    if too_long:
        place = too_long[0]
        given = open_time[place : place + 1].view("timedelta64[us]")[0]
        raise DomainError("duration", given, _TOO_LONG, index=index_of(place, answer.shape), count=count)
    return answer.view("datetime64[us]")
