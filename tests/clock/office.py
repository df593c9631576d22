"""An office, its clocks and their logs, in May 2024; the 6th is a Monday."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from servicemodel import MONDAY_TO_FRIDAY, BusinessCalendar, ClockEvent, ClockPolicy, ServiceClock

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = BusinessCalendar(
    hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"),
    time_zone="Europe/Berlin",
    holidays={date(2024, 5, 9): "Ascension <Day>"},
)
HOUR, MOMENT = timedelta(hours=1), timedelta(microseconds=1)


def at(day, hour=0, minute=0):
    return datetime(2024, 5, day, hour, minute, tzinfo=BERLIN)


def clock_of(hours, **policy):
    target = None if hours is None else hours * HOUR
    return ServiceClock(calendar=OFFICE, policy=ClockPolicy(target=target, **policy))


def log_of(*events):
    return [ClockEvent(kind, *more) for kind, *more in events]
