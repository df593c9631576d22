"""The last day of a deadline, counted in calendar days, business days or weeks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.inputs import check_calendar
from servicemodel.clock.opening_span import Weekday
from servicemodel.clock.timeline import END_YEAR, FIRST_YEAR
from servicemodel.complaints.regime import DeadlineStage, DeadlineUnit, FirstDay
from servicemodel.errors import DomainError, MissingError
from servicemodel.evaluate import Array
from servicemodel.evaluate.arrays import array_of
from servicemodel.evaluate.instants import index_of
from servicemodel.labels import is_missing

_DAY = np.dtype("datetime64[D]")
_WEEK = 7
_MONDAY = date(2024, 1, 1)  # any
_FIRST, _END = np.datetime64(f"{FIRST_YEAR}-01-01", "D"), np.datetime64(f"{END_YEAR}-01-01", "D")
_IN_RANGE = f"a day from {FIRST_YEAR} to the end of {END_YEAR - 1}"


@overload
def due_date(*, counted_from: date, stage: DeadlineStage, calendar: BusinessCalendar) -> date: ...
@overload
def due_date(
    *, counted_from: Array | Sequence[date | None], stage: DeadlineStage, calendar: BusinessCalendar
) -> Array: ...
def due_date(*, counted_from: Any, stage: DeadlineStage, calendar: BusinessCalendar) -> Any:
    """Return the last day of a deadline; what is done by the end of that day is in time.

    Parameters
    ----------
    counted_from : date, or array of datetime64 in days
        The local day of the event the stage is counted from, such as the receipt. From 1900 to the end of 2199.
    stage : DeadlineStage
        How much, in what, and which day is counted first.
    calendar : BusinessCalendar
        A business day is a day on which it has hours and which is no holiday; at what hours does not matter.

    Returns
    -------
    date, or array of datetime64[D]
        NaT where a day of an array is missing.

    Raises
    ------
    DomainError
        If a day is outside the years answered.
    MissingError
        If a single day is missing.
    ServiceModelError
        If the calendar is never open.
    TypeError
        If a day is an instant, or the stage or the calendar something else.

    Notes
    -----
    ``the n-th day counted; the first is the day after (day 0 is the day itself), or the day itself``

    Calendar days and weeks count every day: eight weeks are 56 days. Business days skip the others, also where the day
    counted from is one of these: what comes on a Saturday has Monday as its first business day. A calendar without the
    holidays of a year has none in it.

    References
    ----------
    .. [1] FCA Handbook, DISP 1.5.1R: by close of the third business day following the day of receipt.

    Examples
    --------
    >>> from datetime import date
    >>> from servicemodel import MONDAY_TO_FRIDAY, REGIMES, BusinessCalendar
    >>> office = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/London")
    >>> three_days = REGIMES["fca_disp"].stage_of("summary_resolution")
    >>> f"{due_date(counted_from=date(2024, 6, 3), stage=three_days, calendar=office):%a}"
    'Thu'

    Many at once; what came on Saturday is due on Wednesday:

    >>> due_date(counted_from=[date(2024, 6, 6), date(2024, 6, 8), None], stage=three_days, calendar=office)
    array(['2024-06-11', '2024-06-12',        'NaT'], dtype='datetime64[D]')
    """
    if not isinstance(stage, DeadlineStage):
        msg = f"stage must be a DeadlineStage, as in REGIMES['fca_disp'].stages; got {type(stage).__qualname__}"
        raise TypeError(msg)
    check_calendar(calendar, opens=True)
    if isinstance(counted_from, np.ndarray | list | tuple):
        return _last_days(_days(counted_from), stage, calendar)
    if is_missing(counted_from):
        msg = "counted_from is missing; a single value must be a date"
        raise MissingError(msg)
    return _last_days(_days(counted_from), stage, calendar).item()


def _last_days(days: NDArray[np.datetime64], stage: DeadlineStage, calendar: BusinessCalendar) -> Array:
    counted = stage.amount * (_WEEK if stage.unit is DeadlineUnit.WEEKS else 1)
    next_day = stage.first_day is FirstDay.NEXT_DAY
    if stage.unit is not DeadlineUnit.BUSINESS_DAYS:
        return days + np.timedelta64(counted if next_day else counted - 1, "D")
    answer = np.full(days.shape, np.datetime64("NaT", "D"))
    there = ~np.isnat(days)
    business = np.busdaycalendar(
        weekmask=[bool(calendar.hours_of(_MONDAY + timedelta(days=day.code))) for day in Weekday],
        holidays=[day for day, _ in calendar.holidays],
    )
    # From a closed day, back to the last open one and then n on, or on to the next one and then n - 1.
    roll, offset = ("backward", counted) if next_day else ("forward", counted - 1)
    answer[there] = np.busday_offset(days[there], offset, roll=roll, busdaycal=business)  # type: ignore[call-overload]
    return answer


def _days(values: Any) -> NDArray[np.datetime64]:
    """Return days, or a single one, as an array, checked; NaT where missing."""
    if isinstance(values, np.ndarray | list | tuple):
        array = array_of("counted_from", values)
    else:
        array = np.array(_day(values))
    if array.dtype.kind == "O" or array.size == 0:
        days = np.full(array.shape, np.datetime64("NaT", "D"))
        for place, value in np.ndenumerate(array):
            if not is_missing(value):
                days[place] = _day(value)
    elif array.dtype != _DAY:
        msg = f"counted_from must be dates, or an array of datetime64[D] of local days; got an array of {array.dtype}"
        raise TypeError(msg)
    else:
        days = array
    refused = np.flatnonzero((days < _FIRST) | (days >= _END))
    if refused.size:
        first = refused[0]
        raise DomainError(
            "counted_from",
            days.ravel()[first].item(),
            _IN_RANGE,
            index=index_of(first, days.shape),
            count=int(refused.size),
        )
    return days


def _day(value: Any) -> np.datetime64:
    if isinstance(value, np.datetime64) and value.dtype == _DAY:
        return value
    if not isinstance(value, date) or isinstance(value, datetime):
        line = (
            ": take its day in the calendar's zone, at.astimezone(calendar.zone).date()"
            if isinstance(value, datetime)
            else ""
        )
        line = ": write column.to_numpy()" if hasattr(value, "to_numpy") and not line else line
        shown = type(value).__qualname__ if hasattr(value, "__len__") and not isinstance(value, str) else repr(value)
        msg = f"counted_from must be a date; got {shown}{line}"
        raise TypeError(msg)
    return np.datetime64(value, "D")
