"""Whether a service is open at an instant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, overload

import numpy as np

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.inputs import AT, NAT, check_calendar, is_many, many_instants, one_instant, spanned
from servicemodel.evaluate import Array
from servicemodel.labels import MISSING_CODE


@overload
def is_open(*, at: datetime | np.datetime64, calendar: BusinessCalendar) -> bool: ...
@overload
def is_open(*, at: Array | Sequence[datetime | None], calendar: BusinessCalendar) -> Array: ...
def is_open(*, at: Any, calendar: BusinessCalendar) -> Any:
    """Say whether a calendar is open at an instant.

    Parameters
    ----------
    at : datetime, or array of datetime64 in UTC [instant]
        A single one has a time zone, any one. From 1900 to the end of 2199.
    calendar : BusinessCalendar
        One that never opens is closed.

    Returns
    -------
    bool, or array of int8
        In an array 1 is open, 0 closed and -1 missing.

    Raises
    ------
    DomainError
        If a datetime has no time zone, or an instant is outside the years answered or finer than a microsecond.
    MissingError
        If a single instant is missing.

    Notes
    -----
    ``opens ≤ at < closes``: open at the instant it opens, closed at the instant it closes.

    References
    ----------
    .. [1] A convention of this library; nothing is published.

    Examples
    --------
    >>> from datetime import datetime
    >>> from zoneinfo import ZoneInfo
    >>> from servicemodel import BusinessCalendar
    >>> bar = BusinessCalendar(hours={"friday": "18:00-02:00"}, time_zone="America/New_York")
    >>> after_midnight = datetime(2024, 5, 4, 1, 59, tzinfo=ZoneInfo("America/New_York"))
    >>> is_open(at=after_midnight, calendar=bar)
    True

    At two it closes:

    >>> is_open(at=[after_midnight, after_midnight.replace(hour=2, minute=0), None], calendar=bar)
    array([ 1,  0, -1], dtype=int8)
    """
    check_calendar(calendar, opens=False)
    if not is_many(at):
        one = one_instant(AT, at, many=True)
        return calendar.timelines.between(calendar, one, one).is_open_one(one)
    instants = many_instants(AT, at)
    answer = np.full(instants.shape, MISSING_CODE, np.int8)
    range_ = spanned(instants)
    if range_ is not None:
        line = calendar.timelines.between(calendar, *range_)
        np.copyto(answer, line.is_open(instants), where=instants != NAT, casting="unsafe")
    return answer
