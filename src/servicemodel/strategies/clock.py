"""Calendars of all kinds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from hypothesis import strategies as st

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.opening_span import OpeningSpan, Weekday

_DAY, _NINE, _EIGHT_HOURS = 24 * 60, 9 * 60, 8 * 60  # minutes
_MOST_SPANS = 3


@st.composite
def business_calendars(
    draw: st.DrawFn,
    *,
    time_zones: Sequence[str] = ("UTC",),
    holidays: st.SearchStrategy[date] | None = None,
    never_open: bool = False,
) -> BusinessCalendar:
    """Make calendars: several spans a day, nights past midnight, spans that touch, whole days, closed days.

    Parameters
    ----------
    time_zones : sequence of str, default UTC alone, which needs no zone database
    holidays : strategy of dates, optional
        Without it any days from 2020 to 2029.
    never_open : bool, default False
        Whether a calendar without any hours may come.

    Returns
    -------
    strategy of BusinessCalendar
    """
    open_days = sorted(draw(st.sets(st.sampled_from(list(Weekday)))), key=lambda day: day.code)
    hours: dict[Weekday, list[OpeningSpan]] = {}
    free, week_end = 0, 8 * _DAY  # from and until which minute of the week another span may be open
    for day in open_days:
        midnight = day.code * _DAY
        for _ in range(draw(st.integers(1, _MOST_SPANS))):
            least = max(free - midnight, 0)
            if least >= _DAY:
                break
            opens = draw(st.sampled_from([least, max(least, _NINE)]) | st.integers(least, _DAY - 1))
            most = min(opens + _DAY, week_end - midnight)
            closes = draw(st.sampled_from([most, min(most, opens + _EIGHT_HOURS)]) | st.integers(opens + 1, most))
            hours.setdefault(day, []).append(OpeningSpan(_clock(opens), _clock(closes)))
            week_end = min(week_end, midnight + opens + 7 * _DAY)  # where the first span comes round again
            free = midnight + closes
    if not (hours or never_open):
        hours = {Weekday.MONDAY: [OpeningSpan(_clock(_NINE), _clock(_NINE + _EIGHT_HOURS))]}
    days = st.dates(date(2020, 1, 1), date(2029, 12, 31)) if holidays is None else holidays
    closed = draw(st.dictionaries(days, st.sampled_from(["", "Holiday", "节日"]), max_size=4))
    return BusinessCalendar(hours=hours, time_zone=draw(st.sampled_from(time_zones)), holidays=closed)


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
