"""Never run, only type-checked: what users see of the types of clocks, their policies and their logs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import assert_type

import numpy as np

from servicemodel import (
    ALWAYS_OPEN,
    ClockEvent,
    ClockEventKind,
    ClockPolicy,
    ClockReading,
    ClockReadings,
    CountedTime,
    ServiceClock,
    merge_logs,
    read_clocks,
)

monday = datetime(2024, 5, 6, tzinfo=UTC)
policy = ClockPolicy(
    target=timedelta(hours=8), starts_on="assigned", stops_on="resolved", paused_by=["on hold"], reopening="start_anew"
)
ClockPolicy(target=None, stops_on=("resolved", ClockEventKind.CLOSED), warning_share=0.5)
clock = ServiceClock(calendar=ALWAYS_OPEN, policy=policy)
log = [ClockEvent("opened", monday), ClockEvent(ClockEventKind.PAUSED, monday, reason="on hold")]

assert_type(clock.read(log, as_of=monday), ClockReading)
assert_type(clock.explain(log, as_of=monday, language="zh"), CountedTime)
assert_type(merge_logs(log, merged=tuple(log)), tuple[ClockEvent, ...])
assert_type(read_clocks(clock=clock, request=["A"], kind=["opened"], at=[monday], as_of=monday), ClockReadings)
assert_type(
    read_clocks(
        clock=clock,
        request=np.array([1]),
        kind=np.array([0]),
        at=np.array(["2024"], "M8[us]"),
        as_of=monday,
        reason=[None],
        target=[timedelta(days=1)],
    ),
    ClockReadings,
)
