"""How much open time lies between two instants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, overload

import numpy as np

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.inputs import (
    END,
    NAT,
    START,
    broadcast,
    check_calendar,
    instants_between,
    is_many,
    many_instants,
    spanned,
)
from servicemodel.clock.rungs import Integers
from servicemodel.errors import DomainError
from servicemodel.evaluate import Array
from servicemodel.evaluate.arrays import BLOCK
from servicemodel.evaluate.instants import index_of


@overload
def business_time(
    *, start: datetime | np.datetime64, end: datetime | np.datetime64, calendar: BusinessCalendar
) -> timedelta: ...
@overload
def business_time(
    *,
    start: Array | Sequence[datetime | None] | datetime,
    end: Array | Sequence[datetime | None] | datetime,
    calendar: BusinessCalendar,
) -> Array: ...
def business_time(*, start: Any, end: Any, calendar: BusinessCalendar) -> Any:
    """Return how long a calendar is open between two instants.

    Parameters
    ----------
    start, end : datetime, or array of datetime64 in UTC [instant]
        Single ones have a time zone, any one. ``end`` is not before ``start``. From 1900 to the end of 2199.
    calendar : BusinessCalendar

    Returns
    -------
    timedelta, or array of timedelta64[us]
        NaT where an instant of an array is missing.

    Raises
    ------
    DomainError
        If an end is before its start, a datetime has no time zone, or an instant is outside the years answered or
        finer than a microsecond.
    MissingError
        If a single instant is missing.
    ServiceModelError
        If the calendar is never open.

    Notes
    -----
    ``business_time = open(end) − open(start)``, where ``open(t)`` is how long the calendar was open before ``t``.
    So it adds up over any split, never falls when the end moves on, and depends on no zone but the calendar's.

    References
    ----------
    .. [1] A convention of this library; nothing is published.

    Examples
    --------
    >>> from datetime import datetime
    >>> from zoneinfo import ZoneInfo
    >>> from servicemodel import MONDAY_TO_FRIDAY, BusinessCalendar
    >>> berlin = ZoneInfo("Europe/Berlin")
    >>> office = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/Berlin")
    >>> friday, monday = datetime(2024, 5, 3, 16, tzinfo=berlin), datetime(2024, 5, 6, 10, tzinfo=berlin)
    >>> str(business_time(start=friday, end=monday, calendar=office))
    '2:00:00'

    Missing stays missing:

    >>> business_time(start=[friday, None], end=monday, calendar=office)
    array([7200000000,      'NaT'], dtype='timedelta64[us]')
    """
    check_calendar(calendar, opens=True)
    if is_many(start, end):
        return _between(many_instants(START, start), many_instants(END, end), calendar)
    first, last = instants_between(start, end, many=True)
    line = calendar.timelines.between(calendar, first, last)
    return timedelta(microseconds=line.open_before_one(last) - line.open_before_one(first))


def _between(start: Integers, end: Integers, calendar: BusinessCalendar) -> Array:
    starts, ends = broadcast(start=start, end=end)
    answer = np.full(starts.shape, NAT)
    range_ = spanned(start, end)
    if range_ is None:
        return answer.view("timedelta64[us]")
    line = calendar.timelines.between(calendar, *range_)
    flat, first, last = answer.reshape(-1), starts.reshape(-1), ends.reshape(-1)
    backwards: list[int] = []
    count = 0
    for at in range(0, flat.size, BLOCK):
        block = slice(at, at + BLOCK)
        missing = (first[block] == NAT) | (last[block] == NAT)
        before = (last[block] < first[block]) & ~missing
        if before.any():
            backwards.append(at + int(np.argmax(before)))
            count += int(np.count_nonzero(before))
        flat[block] = line.open_before(last[block])
        flat[block] -= line.open_before(first[block])
        flat[block][missing] = NAT
    if backwards:
        place = backwards[0]
        given, found = (array[place : place + 1].view("datetime64[us]")[0] for array in (first, last))
        where = index_of(place, answer.shape)
        raise DomainError("end", found, f"not before start (start={given})", index=where, count=count)
    return answer.view("timedelta64[us]")
