"""What holds of every clock, checked against one that is watched minute by minute."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import attrs
from hypothesis import assume, given, settings, strategies as st

from clock.reference import MINUTE, TURNS, ZONES
from clock.watched import watched
from servicemodel import (
    ClockEvent,
    ClockPolicy,
    ClockState,
    Reopening,
    ServiceClock,
    business_time,
    is_open,
    merge_logs,
)
from servicemodel.strategies import business_calendars, clock_logs, clock_policies
from thoroughness import at_most

HOLIDAYS = st.sampled_from([turn.date() + timedelta(days=n) for turn in TURNS for n in range(-3, 4)])
CALENDARS = business_calendars(time_zones=ZONES, holidays=HOLIDAYS | st.dates(date(2023, 1, 1), date(2024, 12, 31)))
OPENED = st.builds(lambda turn, shift: turn + shift * MINUTE, st.sampled_from(TURNS), st.integers(-4320, 4320))
LATER = st.integers(-60, 3000) | st.integers(0, 20_000)


@st.composite
def cases(draw, *, promised=True, changes=True):
    """Make a clock, a log and an instant that is before, within or after it."""
    policy = draw(clock_policies(promised=promised))
    log = draw(clock_logs(opened=OPENED, policy=policy if changes else None))
    clock = ServiceClock(calendar=draw(CALENDARS), policy=policy)
    at = draw(st.sampled_from([event.at for event in log]))
    return clock, log, at + draw(st.just(0) | LATER) * MINUTE


@settings(max_examples=at_most(80))
@given(cases(promised=False))
def test_every_reading_agrees_with_a_clock_watched_minute_by_minute(case):
    clock, log, as_of = case
    assume(as_of - log[0].at < timedelta(days=30))

    reading = clock.read(log, as_of=as_of)

    state, minutes, due = watched(clock, log, as_of)
    assert (reading.state, reading.elapsed) == (state, minutes * MINUTE)
    if due is not None and state is not ClockState.NOT_PROMISED:
        assert reading.due_at == due


@given(cases(promised=False))
def test_an_explanation_leaves_no_gap_and_adds_up_to_what_has_elapsed(case):
    clock, log, as_of = case

    explained = clock.explain(log, as_of=as_of)

    assert explained.total == clock.read(log, as_of=as_of).elapsed
    edges = [log[0].at, *(stretch.end for stretch in explained.stretches)]
    assert [s.start for s in explained.stretches] == edges[:-1]
    assert not explained.stretches or edges[-1] == as_of
    assert all(s.duration > timedelta() for s in explained.stretches)
    assert all(is_open(at=s.start, calendar=clock.calendar) for s in explained.stretches if s.counted)


@given(cases(changes=False), st.integers(0, 5000))
def test_elapsed_adds_up_over_any_split(case, minutes):
    clock, log, split = case
    clock = attrs.evolve(clock, policy=attrs.evolve(clock.policy, reopening=Reopening.CONTINUE, repeats=False))
    as_of = split + minutes * MINUTE

    before, whole = clock.read(log, as_of=split).elapsed, clock.read(log, as_of=as_of).elapsed

    stretches = clock.explain(log, as_of=as_of).stretches
    after = (
        business_time(start=max(s.start, split), end=max(s.end, split), calendar=clock.calendar)
        for s in stretches
        if s.counted
    )
    assert before + sum(after, timedelta()) == whole


@given(cases())
def test_breached_exactly_when_due_is_before_done(case):
    clock, log, as_of = case

    reading = clock.read(log, as_of=as_of)

    if reading.state is ClockState.NOT_PROMISED:
        assert reading.due_at is reading.breached_at is reading.remaining is None
        return
    merged = next((event.at for event in log if event.kind == "merged" and event.at <= as_of), as_of)
    breached = reading.due_at is not None and reading.due_at < (reading.done_at or merged)
    assert (reading.state is ClockState.BREACHED) is breached
    assert reading.breached_at == (reading.due_at if breached else None)
    assert (reading.state is ClockState.MET) is (reading.done_at is not None and not breached)


@given(cases(changes=False), st.timedeltas(MINUTE, timedelta(days=3)))
def test_a_longer_target_is_due_later_and_never_breached_where_a_shorter_is_not(case, more):
    clock, log, as_of = case
    longer = attrs.evolve(clock, policy=attrs.evolve(clock.policy, target=clock.policy.target + more))

    short, long = clock.read(log, as_of=as_of), longer.read(log, as_of=as_of)

    assert long.elapsed == short.elapsed
    if short.remaining is not None and long.remaining is not None:
        assert long.remaining == short.remaining + more
    if short.due_at is not None and long.due_at is not None:
        assert short.due_at < long.due_at
    assert short.state is ClockState.BREACHED or long.state is not ClockState.BREACHED


@given(cases(), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_the_zone_the_instants_are_written_in_does_not_matter(case, one, other):
    clock, log, as_of = case
    elsewhere = [attrs.evolve(event, at=event.at.astimezone(ZoneInfo(one))) for event in log]

    reading = clock.read(elsewhere, as_of=as_of.astimezone(ZoneInfo(other)))

    assert reading == clock.read(log, as_of=as_of)


@given(cases())
def test_what_comes_after_has_not_happened_yet(case):
    clock, log, as_of = case
    so_far = [event for event in log if event.at <= as_of]

    if so_far:
        assert clock.read(so_far, as_of=as_of) == clock.read(log, as_of=as_of)
    else:
        reading = clock.read(log, as_of=as_of)
        assert (reading.state, reading.elapsed) == (ClockState.NOT_PROMISED, timedelta())


NIGHTS = st.tuples(st.integers(0, 9000), st.integers(0, 600), st.integers(0, 600))


@given(CALENDARS, OPENED, clock_policies(promised=True), NIGHTS)
def test_pausing_outside_hours_changes_nothing(calendar, opened, policy, minutes):
    later, wait, length = minutes
    clock = ServiceClock(calendar=calendar, policy=attrs.evolve(policy, starts_on="opened", stops_on="closed"))
    closed = [s for s in calendar.explain(start=opened, end=opened + timedelta(days=9)).stretches if not s.counted]
    assume(closed)
    night = closed[later % len(closed)]
    paused = min(night.start.astimezone(UTC) + wait * MINUTE, night.end.astimezone(UTC))
    resumed = min(paused + length * MINUTE, night.end.astimezone(UTC))
    log = [ClockEvent("opened", opened), ClockEvent("paused", paused), ClockEvent("resumed", resumed)]

    for as_of in (resumed, resumed + later * MINUTE):
        assert clock.read(log, as_of=as_of) == clock.read(log[:1], as_of=as_of)


@given(CALENDARS, OPENED, clock_policies(promised=True), st.lists(st.integers(0, 9000), min_size=2, max_size=2))
def test_a_pause_that_ends_in_a_resolution_or_a_close_is_subtracted(calendar, opened, policy, minutes):
    policy = attrs.evolve(policy, starts_on="opened", stops_on=("resolved", "closed"), paused_by=None)
    clock = ServiceClock(calendar=calendar, policy=policy)
    paused = opened + minutes[0] * MINUTE
    done = paused + minutes[1] * MINUTE
    for end in ("resolved", "closed"):
        log = [ClockEvent("opened", opened), ClockEvent("paused", paused), ClockEvent(end, done)]

        reading = clock.read(log, as_of=done)

        assert reading.elapsed == business_time(start=opened, end=paused, calendar=calendar)
        resumed = clock.read([*log[:2], ClockEvent("resumed", done), log[2]], as_of=done)
        assert reading == resumed


@given(cases(changes=False), clock_logs(opened=OPENED))
def test_a_merged_log_begins_with_the_earlier_opening_and_goes_on_as_the_one_kept(case, other):
    clock, log, as_of = case

    merged = merge_logs(log, other)

    assert merged[1:] == log[1:]
    assert merged[0].at == min(log[0].at, other[0].at)
    always = attrs.evolve(clock, policy=ClockPolicy(target=timedelta(days=30)))
    assert always.read(merged, as_of=as_of).elapsed >= always.read(log, as_of=as_of).elapsed
