"""A calendar read minute by minute, the way a person would watch a clock on the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
ZONES = ("America/New_York", "Europe/Berlin", "Asia/Shanghai", "Australia/Lord_Howe", "Africa/Casablanca")


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


#: Days around which the clocks change in one of the zones, or around a new year.
TURNS = (
    utc(2023, 3, 12), utc(2023, 3, 26), utc(2023, 4, 2), utc(2023, 4, 23), utc(2023, 10, 1),
    utc(2023, 10, 29), utc(2023, 11, 5), utc(2024, 1, 1), utc(2024, 6, 12),
)  # fmt: skip


def minutes_open(calendar, start, end):
    """Say for each minute from ``start`` to ``end``, in UTC and on whole minutes, whether the calendar is open.

    A clock that goes back shows old times again: only the latest time it has shown so far counts.
    """
    zone = ZoneInfo(calendar.time_zone)
    at = start - timedelta(days=2)
    latest = datetime.combine(date.min, time())
    answers = []
    while at < end:
        latest = max(latest, at.astimezone(zone).replace(tzinfo=None))
        if at >= start:
            answers.append(wall_open(calendar, latest))
        at += MINUTE
    return answers


def wall_open(calendar, wall):
    """Whether a span of this day or of the day before, if neither is a holiday, holds a time on the wall."""
    closed = dict(calendar.holidays)
    for back in (0, 1):
        day = wall.date() - timedelta(days=back)
        midnight = datetime.combine(day, time())
        for weekday, spans in calendar.hours:
            if weekday.code != day.weekday() or day in closed:
                continue
            for span in spans:
                opens = midnight.replace(hour=span.opens.hour, minute=span.opens.minute)
                closes = midnight.replace(hour=span.closes.hour, minute=span.closes.minute)
                closes += timedelta(days=closes <= opens)
                if opens <= wall < closes:
                    return True
    return False
