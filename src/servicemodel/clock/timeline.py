"""When a calendar is open, as instants in UTC: built a year at a time, kept, and asked by a look into a table.

Clocks on walls jump and repeat themselves, instants do not. So every span of every local day is turned into a stretch
of UTC once; all arithmetic then is on whole microseconds since 1970 in UTC.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Protocol

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.clock.opening_span import OpeningSpan
from servicemodel.clock.rungs import Integers, Rungs

#: Instants from the start of the first of these years to the start of the second are answered.
FIRST_YEAR, END_YEAR = 1900, 2200

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - of clocks on walls
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_NEVER = int(np.iinfo(np.int64).min)  # also how NumPy writes a missing time, which then falls into no stretch


class Hours(Protocol):
    """What is read of a calendar; :class:`servicemodel.BusinessCalendar` is one."""

    @property
    def zone(self) -> tzinfo:
        """The time zone of the clock on the wall."""

    def hours_of(self, day: date) -> tuple[OpeningSpan, ...]:
        """Return the hours of a day, whether or not it is a holiday."""

    def holiday_of(self, day: date) -> str | None:
        """Return the name of the holiday, if the day is one."""


def stretches(calendar: Hours, day: date) -> Iterator[tuple[int, int]]:
    """Give each span of a local day as a stretch of microseconds in UTC; one that the clocks jump over has none."""
    for span in calendar.hours_of(day):
        start = microseconds_of(calendar.zone, datetime.combine(day, span.opens))
        end = microseconds_of(calendar.zone, datetime.combine(day + _DAY * span.past_midnight, span.closes))
        if start < end:
            yield start, end


def microseconds_of(zone: tzinfo, wall: datetime) -> int:
    """Return the first instant at which the clock on the wall shows a time, or has jumped past it.

    So a time that occurs twice is its first occurrence, one that never occurs is the instant of the jump, and a later
    time is never an earlier instant.
    """
    shown = (wall - _EPOCH) // _MICROSECOND
    before = zone.utcoffset(wall.replace(tzinfo=zone))
    after = zone.utcoffset(wall.replace(tzinfo=zone, fold=1))
    assert before is not None  # zones of the zone database have an offset at any time
    assert after is not None
    if before >= after:
        return shown - before // _MICROSECOND
    return _jump(zone, shown - after // _MICROSECOND, shown - before // _MICROSECOND)


def _jump(zone: tzinfo, low: int, high: int) -> int:
    """Return the instant between two others at which the offset of a zone changes, to the second as zones have it."""
    offset = instant(high).astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if instant(middle).astimezone(zone).utcoffset() == offset:
            high = middle
        else:
            low = middle
    return high


def instant(microseconds: int) -> datetime:
    """Return an instant in UTC from its microseconds since 1970."""
    return _EPOCH.replace(tzinfo=UTC) + timedelta(microseconds=microseconds)


@attrs.frozen(eq=False)
class Timeline:
    """The open stretches of some years, in order and apart from each other, with the time open before each.

    The first stretch is empty and before all time, so that every instant has a last stretch that starts before it.
    """

    first_year: int
    end_year: int
    low: int  # instants from here
    high: int  # to here are answered: a year less at either end, where zones and nights reach over
    ends: Integers
    offset: Integers  # the instant less the open time before it, the same throughout a stretch
    openings: Rungs  # finds stretches by instant
    openings_by_time: Rungs  # finds them by how long it has been open
    #: Starts, ends, and how long it has been open at each: for one instant at a time, without NumPy.
    lists: tuple[list[int], list[int], list[int], list[int]]

    @property
    def total(self) -> int:
        """How long it is open in all."""
        return self.lists[3][-1]

    def open_before(self, at: Integers) -> Integers:
        """Return how long it has been open before each instant."""
        last = self.openings.below(at)
        open_: Integers = np.minimum(at, self.ends.take(last))
        open_ -= self.offset.take(last)
        return open_

    def open_before_one(self, at: int) -> int:
        """Return how long it has been open before one instant."""
        starts, ends, opened, _ = self.lists
        last = bisect_right(starts, at) - 1
        return opened[last] + min(at, ends[last]) - starts[last]

    def reached(self, open_time: Integers) -> Integers:
        """Return the first instants by which it has been open so long."""
        instants: Integers = open_time + self.offset.take(self.openings_by_time.below(open_time - 1))
        return instants

    def reached_one(self, open_time: int) -> int:
        """Return the first instant by which it has been open so long."""
        starts, _, opened, closed = self.lists
        stretch = bisect_left(closed, open_time)
        return starts[stretch] + open_time - opened[stretch]

    def is_open(self, at: Integers) -> NDArray[np.bool_]:
        """Whether it is open at each instant; at the instant it closes it is closed."""
        inside: NDArray[np.bool_] = at < self.ends.take(self.openings.below(at))
        return inside

    def is_open_one(self, at: int) -> bool:
        """Whether it is open at one instant."""
        starts, ends, _, _ = self.lists
        return at < ends[bisect_right(starts, at) - 1]


class Timelines:
    """What one calendar has built so far; it grows with the years asked about."""

    def __init__(self) -> None:
        self._years: dict[int, list[tuple[int, int]]] = {}
        self._longest: Timeline | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Timelines, ()  # it is cheaper to build anew than to store

    def between(self, calendar: Hours, first: int, last: int) -> Timeline:
        """Return a timeline that answers two instants and all between them."""
        longest = self._longest
        if longest is not None and longest.low <= first and last < longest.high:
            return longest
        return self.covering(calendar, instant(first).year, instant(last).year + 1)

    def covering(self, calendar: Hours, first_year: int, end_year: int) -> Timeline:
        """Return a timeline that answers some years, and those that were asked about before."""
        longest = self._longest
        if longest is not None:
            first_year, end_year = min(first_year, longest.first_year), max(end_year, longest.end_year)
        self._longest = longest = self._built(calendar, first_year, end_year)
        return longest

    def _built(self, calendar: Hours, first: int, end: int) -> Timeline:
        joined = [(_NEVER, _NEVER)]
        for year in range(first - 1, end + 1):
            if year not in self._years:
                self._years[year] = _year(calendar, year)
            for start, stop in self._years[year]:
                if start == joined[-1][1]:  # open around midnight
                    joined[-1] = (joined[-1][0], stop)
                else:
                    joined.append((start, stop))
        starts, ends = np.array(joined, np.int64).T.copy()
        closed = np.cumsum(ends - starts)
        opened = closed - (ends - starts)
        rungs = Rungs.of(starts), Rungs.of(opened)
        lists = (starts.tolist(), ends.tolist(), opened.tolist(), closed.tolist())
        low, high = (microseconds_of(UTC, datetime(year, 1, 1)) for year in (first, end))  # noqa: DTZ001 - as above
        return Timeline(first, end, low, high, ends, starts - opened, *rungs, lists)


def _year(calendar: Hours, year: int) -> list[tuple[int, int]]:
    first = date(year, 1, 1).toordinal()
    days = map(date.fromordinal, range(first, date(year + 1, 1, 1).toordinal()))
    return [stretch for day in days if calendar.holiday_of(day) is None for stretch in stretches(calendar, day)]
