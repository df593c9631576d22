"""Calendars, policies and logs of all kinds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import attrs
from hypothesis import strategies as st

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_log import RequestStatus, following
from servicemodel.clock.clock_policy import STARTS, STOPS, ClockPolicy, Reopening
from servicemodel.clock.opening_span import OpeningSpan, Weekday
from servicemodel.clock.service_clock import ServiceClock

_DAY, _NINE, _EIGHT_HOURS = 24 * 60, 9 * 60, 8 * 60  # minutes
_MOST_SPANS = 3
_REASONS = ("waiting for the customer", "on hold", "等待客户")
_LONGEST_TARGET = timedelta(days=5)
_WARNINGS = ("none", "time", "share")


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


@st.composite
def clock_policies(draw: st.DrawFn, *, promised: bool = False) -> ClockPolicy:
    """Make policies: any start and stops that go together, any pauses and reopening, with a warning or without.

    Parameters
    ----------
    promised : bool, default False
        Whether every policy has a target.

    Returns
    -------
    strategy of ClockPolicy
    """
    targets = st.timedeltas(timedelta(minutes=1), _LONGEST_TARGET).map(_to_the_minute)
    starts_on = draw(st.sampled_from(STARTS))
    stops = [kind for kind in STOPS if kind is not starts_on]
    warning = draw(st.sampled_from(_WARNINGS))
    return ClockPolicy(
        target=draw(targets if promised else targets | st.none()),
        name=draw(st.sampled_from(["", "first response", "解决"])),
        starts_on=starts_on,
        stops_on=tuple(draw(st.sets(st.sampled_from(stops), min_size=1))),
        paused_by=draw(st.none() | st.sets(st.sampled_from(_REASONS)).map(tuple)),
        reopening=draw(st.sampled_from(list(Reopening))),
        repeats=draw(st.booleans()),
        warning=draw(targets) if warning == "time" else None,
        warning_share=draw(st.floats(0, 1)) if warning == "share" else None,
    )


def _to_the_minute(length: timedelta) -> timedelta:
    return max(length // timedelta(minutes=1), 1) * timedelta(minutes=1)


@st.composite
def clock_logs(
    draw: st.DrawFn,
    *,
    opened: st.SearchStrategy[datetime] | None = None,
    policy: ClockPolicy | None = None,
    most_events: int = 8,
) -> tuple[ClockEvent, ...]:
    """Make logs that are well formed, on whole minutes; several events at one instant come often.

    Parameters
    ----------
    opened : strategy of aware datetimes, optional
        When the first event may be; without it any day of 2024, in UTC.
    policy : ClockPolicy, optional
        What changes of policy change: the new one has another target. Without it the policy does not change.
    most_events : int, default 8

    Returns
    -------
    strategy of tuple of ClockEvent
    """
    year = st.datetimes(datetime(2024, 1, 1), datetime(2024, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - adds it
    first = draw(year if opened is None else opened).replace(second=0, microsecond=0)
    gaps = st.just(0) | st.integers(0, 3 * 60) | st.integers(0, 4 * _DAY)
    at, log, status = first.astimezone(UTC), [ClockEvent(ClockEventKind.OPENED, first)], RequestStatus.OPEN
    for _ in range(draw(st.integers(0, most_events - 1))):
        may_follow = following(status)
        kinds = [kind for kind in may_follow if policy is not None or kind is not ClockEventKind.POLICY_CHANGED]
        if not kinds:
            break
        kind = draw(st.sampled_from(kinds))
        at += timedelta(minutes=draw(gaps))
        log.append(_event(draw, kind, at, policy))
        status = may_follow[kind]
    return tuple(log)


def _event(draw: st.DrawFn, kind: ClockEventKind, at: datetime, policy: ClockPolicy | None) -> ClockEvent:
    if kind is ClockEventKind.POLICY_CHANGED and policy is not None:
        targets = st.none() | st.timedeltas(timedelta(minutes=1), _LONGEST_TARGET).map(_to_the_minute)
        return ClockEvent(kind, at, policy=attrs.evolve(policy, target=draw(targets)))
    paused = kind is ClockEventKind.PAUSED
    return ClockEvent(kind, at, reason=draw(st.none() | st.sampled_from(_REASONS)) if paused else None)


def clock_events() -> st.SearchStrategy[ClockEvent]:
    """Make single events of all kinds."""
    return clock_policies().flatmap(lambda policy: clock_logs(policy=policy)).flatmap(st.sampled_from)


def service_clocks() -> st.SearchStrategy[ServiceClock]:
    """Make clocks with any calendar and any policy."""
    return st.builds(ServiceClock, calendar=business_calendars(), policy=clock_policies())
