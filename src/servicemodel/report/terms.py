"""The terms of a promise given as options: opening hours, a target, the holidays of a country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from servicemodel.clock import ALWAYS_OPEN, BusinessCalendar, ClockPolicy, ServiceClock, Weekday, holidays_of
from servicemodel.errors import ReportError, ServiceModelError

_ALWAYS = "24/7"
_DAYS = {day.value[:3]: day for day in Weekday}
_LENGTH = re.compile(r"(?:(?P<hours>\d+(?:\.\d+)?)h)?(?:(?P<minutes>\d+(?:\.\d+)?)min)?")
#: Years whose holidays are asked for: far more than a table of events covers, as a year left out has none.
_YEARS = range(1990, 2050)

TARGET_FORM = "'8h', '90min' or '1h30min'"
HOURS_FORM = "'mon-fri 09:00-17:00', 'mon-fri 09:00-12:00 13:00-17:00; sat 10:00-14:00' or '24/7'"


def clock_of(*, hours: str | None, target: str | None, holidays: str | None, zone: str | None) -> ServiceClock | None:
    """Return the clock that the options describe; none where none of them is given.

    Parameters
    ----------
    hours : str, optional
        Days and spans, ``"mon-fri 09:00-12:00 13:00-17:00; sat 10:00-14:00"``, or ``"24/7"``.
    target : str, optional
        Open time, ``"8h"``, ``"90min"`` or ``"1h30min"``.
    holidays : str, optional
        A country, ``"DE"``, or a part of one, ``"DE-BY"``; by default no day is one.
    zone : str, optional
        The zone of the hours.

    Raises
    ------
    ReportError
        If an option is wrong, or does not make sense without another.
    """
    if hours is None and target is None and holidays is None:
        return None
    if hours is None or target is None:
        lacking, said = ("--hours", HOURS_FORM) if hours is None else ("--target", TARGET_FORM)
        msg = f"a clock needs --hours and --target; {lacking} is not given: write {said}"
        raise ReportError(msg)
    length = length_of(target)
    if length is None:
        msg = f"--target: {target!r} is no open time above 0; write {TARGET_FORM}"
        raise ReportError(msg)
    with _said_of("--hours" if holidays is None else "--hours or --holidays"):
        calendar = _calendar(hours, holidays, zone)
    with _said_of("--target"):
        return ServiceClock(calendar=calendar, policy=ClockPolicy(target=length))


@contextmanager
def _said_of(option: str) -> Iterator[None]:
    """Name the option that a mistake is in, where it is not named yet."""
    try:
        yield
    except ReportError:
        raise
    except (ServiceModelError, ImportError) as error:
        msg = f"{option}: {error}"
        raise ReportError(msg) from error


def length_of(text: str) -> timedelta | None:
    """Read an open time such as ``8h`` or ``1h30min``; ``None`` if it is none, or nothing."""
    found = _LENGTH.fullmatch(text.strip().replace(" ", "").lower())
    if found is None:
        return None
    try:
        length = timedelta(hours=float(found["hours"] or 0), minutes=float(found["minutes"] or 0))
    except OverflowError:
        return None
    return length if length > timedelta(0) else None


def _calendar(hours: str, holidays: str | None, zone: str | None) -> BusinessCalendar:
    if hours.strip() == _ALWAYS:
        if holidays is not None:
            msg = f"--holidays: a clock of --hours {_ALWAYS} counts on holidays too; leave one of them out"
            raise ReportError(msg)
        return ALWAYS_OPEN
    if zone is None:
        msg = "--hours: say where the clock on the wall hangs with --time-zone, as in --time-zone Asia/Shanghai"
        raise ReportError(msg)
    country, _, part = (holidays or "").partition("-")
    return BusinessCalendar(
        hours=_week(hours),
        time_zone=zone,
        holidays=() if holidays is None else holidays_of(country, _YEARS, part or None),
    )


def _week(hours: str) -> dict[Weekday, str]:
    """Read ``mon-fri 09:00-17:00; sat 10:00-14:00``."""
    week: dict[Weekday, str] = {}
    for part in hours.split(";"):
        days, _, spans = part.strip().partition(" ")
        for day in _days(days, hours):
            if day in week:
                msg = f"--hours: {day.en} is given twice in {hours!r}; write all its spans in one part"
                raise ReportError(msg)
            if not spans.strip():
                raise _unreadable(hours)
            week[day] = ", ".join(span.strip(",") for span in spans.split())
    return week


def _days(days: str, hours: str) -> tuple[Weekday, ...]:
    """Read ``mon``, ``mon-fri`` or ``mon,wed``; a range may pass the end of the week."""
    found: list[Weekday] = []
    for piece in days.lower().split(","):
        first, _, last = piece.partition("-")
        ends = _DAYS.get(first), _DAYS.get(last or first)
        if ends[0] is None or ends[1] is None:
            raise _unreadable(hours)
        start, week = ends[0].code, tuple(Weekday)
        found += [week[(start + step) % len(week)] for step in range((ends[1].code - start) % len(week) + 1)]
    return tuple(found)


def _unreadable(hours: str) -> ReportError:
    return ReportError(f"--hours: {hours!r} cannot be read; write {HOURS_FORM}")
