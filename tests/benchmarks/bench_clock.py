"""Business time beside two libraries made for it, and many clocks beside each by itself; with a zone and holidays.

The libraries answer one interval at a time, so they are given fewer: their times are for each answer, as ours are.
The tests at the end print how many times as long they take; a short sample of theirs stands for all. The clocks read one by
one are ours too: they show what it saves to read columns of events.
"""

from __future__ import annotations

import time as clock
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import business_duration
import businesstimedelta
import numpy as np
import pytest

from servicemodel import (
    MONDAY_TO_FRIDAY,
    BusinessCalendar,
    ClockEvent,
    ClockPolicy,
    ServiceClock,
    add_business_time,
    business_time,
    holidays_of,
    read_clocks,
)

ROWS, FEW = 1_000_000, 2_000
ZONE = "America/New_York"
HOLIDAYS = holidays_of("US", range(2019, 2026))
CALENDAR = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone=ZONE, holidays=HOLIDAYS)
RNG = np.random.default_rng(0)
SECOND = np.timedelta64(1, "s")
START = np.datetime64("2020-01-01", "us") + RNG.integers(0, 5 * 365 * 86_400, ROWS) * SECOND
END = START + RNG.integers(0, 10 * 86_400, ROWS) * SECOND
DURATION = RNG.integers(0, 40 * 3_600, ROWS) * SECOND


def local(instants: Any) -> list[Any]:
    """Return instants in UTC as datetimes in the zone, as the libraries take them."""
    return [at.replace(tzinfo=UTC).astimezone(ZoneInfo(ZONE)) for at in instants[:FEW].tolist()]


PAIRS = list(zip(local(START), local(END), strict=True))


def with_businesstimedelta() -> list[timedelta]:
    import pytz

    workday = businesstimedelta.WorkDayRule(
        start_time=time(9), end_time=time(17), working_days=[0, 1, 2, 3, 4], tz=pytz.timezone(ZONE)
    )
    rules = businesstimedelta.Rules([workday, businesstimedelta.HolidayRule(HOLIDAYS, tz=pytz.timezone(ZONE))])
    return [rules.difference(start, end).timedelta for start, end in PAIRS]


def with_business_duration() -> list[float]:
    # It knows no zones: it is given the clock on the wall.
    return [
        business_duration.businessDuration(
            start.replace(tzinfo=None), end.replace(tzinfo=None), time(9), time(17), holidaylist=HOLIDAYS, unit="sec"
        )
        for start, end in PAIRS
    ]


def with_servicemodel() -> Any:
    return business_time(start=START, end=END, calendar=CALENDAR)


REQUESTS = 100_000
CLOCK = ServiceClock(calendar=CALENDAR, policy=ClockPolicy(target=timedelta(hours=16)))
KINDS = ("opened", "responded", "paused", "resumed", "resolved")
AS_OF = datetime(2025, 12, 31, tzinfo=UTC)
#: Of each request five events in order, hours to days apart: a row for each request.
AT = START[:REQUESTS, None] + np.cumsum(RNG.integers(0, 2 * 86_400, (REQUESTS, len(KINDS))), axis=1) * SECOND


def with_read_clocks() -> Any:
    request, kind = np.repeat(np.arange(REQUESTS), len(KINDS)), np.tile(KINDS, REQUESTS)
    return read_clocks(clock=CLOCK, request=request, kind=kind, at=AT.ravel(), as_of=AS_OF)


LOGS = [
    [ClockEvent(kind, at.replace(tzinfo=UTC)) for kind, at in zip(KINDS, row, strict=True)] for row in AT[:FEW].tolist()
]


def with_a_loop() -> list[Any]:
    return [CLOCK.read(log, as_of=AS_OF) for log in LOGS]


@pytest.mark.benchmark(group="business time, a million intervals (the libraries: two thousand)")
class TestBusinessTime:
    def test_servicemodel_1_000_000(self, benchmark):
        benchmark.pedantic(with_servicemodel, rounds=7, warmup_rounds=1)

    def test_businesstimedelta_2_000(self, benchmark):
        benchmark.pedantic(with_businesstimedelta, rounds=3)

    def test_business_duration_2_000(self, benchmark):
        benchmark.pedantic(with_business_duration, rounds=3)

    def test_add_1_000_000(self, benchmark):
        benchmark.pedantic(
            add_business_time,
            kwargs={"start": START, "duration": DURATION, "calendar": CALENDAR},
            rounds=7,
            warmup_rounds=1,
        )


@pytest.mark.benchmark(group="clocks of 100,000 requests with five events each (one by one: two thousand)")
class TestReadClocks:
    def test_columns_100_000(self, benchmark):
        benchmark.pedantic(with_read_clocks, rounds=5, warmup_rounds=1)

    def test_one_by_one_2_000(self, benchmark):
        benchmark.pedantic(with_a_loop, rounds=3)


def seconds(function: Any, rounds: int) -> tuple[float, Any]:
    """Return the shortest time a call took, and its answer."""
    best, answer = float("inf"), None
    for _ in range(rounds):
        begun = clock.perf_counter()
        answer = function()
        best = min(best, clock.perf_counter() - begun)
    return best, answer


def test_how_many_times_as_long_the_libraries_take_for_an_answer(capsys):
    ours, answers = seconds(with_servicemodel, 7)
    few = answers[:FEW].tolist()
    with capsys.disabled():
        print(f"\nservicemodel: {ROWS / ours:,.0f} answers a second ({ROWS:,} timed)")  # noqa: T201
        for name, function in (
            ("businesstimedelta", with_businesstimedelta),
            ("business-duration", with_business_duration),
        ):
            theirs, found = seconds(function, 3)
            given = [one if isinstance(one, timedelta) else timedelta(seconds=float(one)) for one in found]
            same = sum(abs(one - other) < timedelta(seconds=1) for one, other in zip(given, few, strict=True))
            ratio = theirs / FEW / (ours / ROWS)
            print(  # noqa: T201
                f"{name}: {FEW / theirs:,.0f} answers a second ({FEW:,} timed, so extrapolated), "
                f"{ratio:,.0f} times as long for each; {same:,} of {FEW:,} answers the same"
            )


def test_how_many_times_as_long_clocks_take_one_by_one(capsys):
    ours, readings = seconds(with_read_clocks, 5)
    theirs, found = seconds(with_a_loop, 3)
    same = sum(one.state.code == code for one, code in zip(found, readings.state[:FEW].tolist(), strict=True))
    with capsys.disabled():
        print(  # noqa: T201
            f"\nread_clocks: {REQUESTS / ours:,.0f} requests a second ({REQUESTS:,} timed); one by one: "
            f"{FEW / theirs:,.0f} ({FEW:,} timed, so extrapolated), {theirs / FEW / (ours / REQUESTS):,.0f} times as long "
            f"for each; {same:,} of {FEW:,} states the same"
        )
