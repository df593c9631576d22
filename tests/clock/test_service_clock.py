"""How a promise stands: rows from real bugs, both sides of every edge, and what policies may ask for."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from clock.office import BERLIN, HOUR, MOMENT, OFFICE, at, clock_of, log_of
from printed import printed
from servicemodel import (
    ALWAYS_OPEN,
    ClockEvent,
    ClockPolicy,
    ClockState,
    ServiceClock,
)


def instant(text):
    parsed = datetime.fromisoformat(text)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=BERLIN)


@pytest.mark.parametrize("row", printed("clock"), ids=lambda row: row["case"])
def test_a_bug_of_others_is_none_here(row):
    clock = clock_of(float(row["target_hours"]), stops_on=row["stops_on"])
    events = [event.split() for event in row["events"].split("; ")]
    log = [ClockEvent(kind, instant(when)) for kind, when in events]

    reading = clock.read(log, as_of=instant(row["as_of"]))

    assert reading.state == row["state"]
    assert reading.elapsed == float(row["elapsed_hours"]) * HOUR
    assert reading.due_at == instant(row["due_at"])


def test_a_target_for_the_next_response_does_not_shorten_that_for_the_first():
    """zammad/zammad#5177: the shorter of the two moved the deadline of the other."""
    first = ClockPolicy(target=8 * HOUR, name="first response", stops_on="responded", reopening="stay_stopped")
    following = ClockPolicy(
        target=1 * HOUR,
        name="next response",
        starts_on="customer_replied",
        stops_on="responded",
        repeats=True,
        reopening="stay_stopped",
    )
    log = [
        ClockEvent("opened", at(6, 9)),
        ClockEvent("policy_changed", at(6, 9), policy=following),
        ClockEvent("customer_replied", at(6, 10)),
    ]

    readings = [ServiceClock(calendar=OFFICE, policy=p).read(log, as_of=at(6, 12)) for p in (first, following)]

    assert [reading.due_at for reading in readings] == [at(6, 17), at(6, 11)]
    assert [reading.state for reading in readings] == [ClockState.ON_TRACK, ClockState.BREACHED]


# --- edges ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done", "state"), [(-MOMENT, ClockState.MET), (timedelta(), ClockState.MET), (MOMENT, ClockState.BREACHED)]
)
def test_done_exactly_when_due_is_met(done, state):
    log = log_of(("opened", at(6, 9)), ("resolved", at(6, 13) + done))

    assert clock_of(4).read(log, as_of=at(6, 16)).state is state


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (at(6, 12) - MOMENT, ClockState.ON_TRACK),
        (at(6, 12), ClockState.DUE_SOON),
        (at(6, 13), ClockState.DUE_SOON),
        (at(6, 13) + MOMENT, ClockState.BREACHED),
    ],
)
@pytest.mark.parametrize("warning", [{"warning": HOUR}, {"warning_share": 0.25}, {"warning_share": 1 / 4}])
def test_what_is_open_is_due_soon_then_breached_and_never_met(as_of, state, warning):
    assert clock_of(4, **warning).read(log_of(("opened", at(6, 9))), as_of=as_of).state is state


def test_without_a_warning_nothing_is_due_soon_and_with_no_time_of_warning_only_what_has_none_left():
    log = log_of(("opened", at(6, 9)))

    assert clock_of(4).read(log, as_of=at(6, 13)).state is ClockState.ON_TRACK
    assert clock_of(4, warning=timedelta()).read(log, as_of=at(6, 13)).state is ClockState.DUE_SOON
    assert clock_of(4, warning=timedelta()).read(log, as_of=at(6, 13) - MOMENT).state is ClockState.ON_TRACK


def test_what_ran_out_at_the_close_is_breached_if_done_after_it_though_no_more_open_time_has_passed():
    for hour, state in ((17, ClockState.MET), (20, ClockState.BREACHED)):
        reading = clock_of(8).read(log_of(("opened", at(6, 9)), ("resolved", at(6, hour))), as_of=at(7, 9))

        assert (reading.state, reading.elapsed, reading.remaining) == (state, 8 * HOUR, timedelta())
        assert reading.due_at == at(6, 17)


def test_what_is_due_the_next_morning_is_not_breached_by_the_night():
    log = log_of(("opened", at(6, 9)), ("resolved", at(7, 3)))

    assert clock_of(8.5).read(log, as_of=at(7, 9)).due_at == at(7, 9, 30)
    assert clock_of(8.5).read(log, as_of=at(7, 9)).state is ClockState.MET


# --- pauses -----------------------------------------------------------------------------------------------------------


def test_a_paused_clock_has_no_due_date_and_knows_what_remains():
    log = log_of(("opened", at(6, 9)), ("paused", at(6, 11)), ("resumed", at(8, 11)))

    reading = clock_of(4).read(log, as_of=at(7, 11))
    resumed = clock_of(4).read(log, as_of=at(8, 11))

    assert (reading.state, reading.remaining, reading.due_at) == (ClockState.PAUSED, 2 * HOUR, None)
    assert (resumed.state, resumed.remaining, resumed.due_at) == (ClockState.ON_TRACK, 2 * HOUR, at(8, 13))


def test_a_clock_breached_before_it_was_paused_stays_breached():
    log = log_of(("opened", at(6, 9)), ("paused", at(6, 14)))

    reading = clock_of(4).read(log, as_of=at(7, 11))

    assert (reading.state, reading.breached_at, reading.elapsed) == (ClockState.BREACHED, at(6, 13), 5 * HOUR)


def test_a_pause_that_begins_as_the_time_runs_out_does_not_hold_it():
    log = log_of(("opened", at(6, 9)), ("paused", at(6, 13)))

    assert clock_of(4).read(log, as_of=at(6, 13)).state is ClockState.PAUSED
    assert clock_of(4).read(log, as_of=at(6, 13) + MOMENT).state is ClockState.BREACHED


def test_only_the_reasons_of_the_policy_pause_its_clock():
    log = [ClockEvent("opened", at(6, 9)), ClockEvent("paused", at(6, 10), reason="on hold")]
    paused = {None: 1, ("on hold", "pending"): 1, ("pending",): 3, (): 3}

    for reasons, hours in paused.items():
        reading = clock_of(8, paused_by=reasons).read(log, as_of=at(6, 12))
        assert reading.elapsed == hours * HOUR
        assert (reading.state is ClockState.PAUSED) is (hours == 1)
    without = [log[0], ClockEvent("paused", at(6, 10))]
    assert clock_of(8, paused_by=["on hold"]).read(without, as_of=at(6, 12)).elapsed == 3 * HOUR


def test_a_resolution_ends_a_pause_also_where_it_does_not_stop_the_clock():
    log = log_of(("opened", at(6, 9)), ("paused", at(6, 10)), ("resolved", at(6, 12)), ("closed", at(6, 14)))

    assert clock_of(8, stops_on="closed").read(log, as_of=at(6, 16)).elapsed == 3 * HOUR
    assert clock_of(8).read(log, as_of=at(6, 16)).elapsed == 1 * HOUR


def test_events_of_one_instant_happen_in_the_order_listed():
    opened, noon = ClockEvent("opened", at(6, 9)), at(6, 12)
    back, away = ClockEvent("resumed", noon), ClockEvent("paused", noon)

    assert clock_of(8).read([opened, away, back], as_of=at(6, 14)).elapsed == 5 * HOUR
    assert clock_of(8).read([opened, away, back, away], as_of=at(6, 14)).state is ClockState.PAUSED


# --- starts and stops -------------------------------------------------------------------------------------------------


def test_the_clock_starts_and_stops_where_the_policy_says():
    log = log_of(
        ("opened", at(6, 9)),
        ("assigned", at(6, 10)),
        ("responded", at(6, 12)),
        ("assigned", at(6, 13)),
        ("resolved", at(6, 15)),
        ("closed", at(7, 10)),
    )
    counted = {
        ("opened", "responded"): 3,
        ("opened", "assigned"): 1,
        ("assigned", "responded"): 2,
        ("assigned", "resolved"): 5,
        ("responded", "closed"): 6,
        ("opened", ("closed", "resolved")): 6,
    }

    for (starts_on, stops_on), hours in counted.items():
        reading = clock_of(8, starts_on=starts_on, stops_on=stops_on).read(log, as_of=at(20))
        assert (reading.elapsed, reading.state) == (hours * HOUR, ClockState.MET)


def test_nothing_is_owed_before_the_clock_starts_nor_if_what_stops_it_came_first():
    log = log_of(("opened", at(6, 9)), ("responded", at(6, 10)), ("assigned", at(6, 11)), ("resolved", at(6, 12)))
    clock = clock_of(1, starts_on="assigned", stops_on=("responded", "resolved"))

    for as_of in (at(6, 8), at(6, 9, 30), at(6, 15)):
        reading = clock.read(log, as_of=as_of)
        assert (reading.state, reading.elapsed) == (ClockState.NOT_PROMISED, timedelta())
        assert reading.started_at is reading.done_at is reading.due_at is reading.remaining is None
    reopened = [*log, *log_of(("reopened", at(6, 13)), ("assigned", at(6, 14)))]
    assert clock.read(reopened, as_of=at(6, 14)).due_at == at(6, 15)
    stays = clock_of(1, starts_on="assigned", stops_on=("responded", "resolved"), reopening="stay_stopped")
    assert stays.read(reopened, as_of=at(6, 16)).state is ClockState.NOT_PROMISED


def test_a_clock_that_repeats_starts_anew_with_each_reply_after_it_has_stopped():
    clock = clock_of(2, starts_on="customer_replied", stops_on="responded", repeats=True, reopening="stay_stopped")
    log = log_of(
        ("opened", at(6, 9)),
        ("responded", at(6, 10)),
        ("customer_replied", at(6, 11)),
        ("customer_replied", at(6, 12)),
        ("responded", at(6, 14)),
        ("customer_replied", at(6, 15)),
    )
    once = [event for event in log if event.at >= at(6, 11) or event.kind == "opened"]

    assert clock.read(log, as_of=at(6, 10, 30)).state is ClockState.NOT_PROMISED
    assert clock.read(log, as_of=at(6, 12)).due_at == at(6, 13)
    assert clock.read(log, as_of=at(6, 14)).state is ClockState.BREACHED
    assert clock.read(log, as_of=at(6, 15)).due_at == at(6, 17)
    single = clock_of(2, starts_on="customer_replied", stops_on="responded")
    assert single.read(once, as_of=at(6, 16)).state is ClockState.BREACHED


@pytest.mark.parametrize(
    ("reopening", "hours", "state", "due"),
    [
        ("continue", 4, ClockState.ON_TRACK, at(8, 14)),
        ("start_anew", 1, ClockState.ON_TRACK, at(8, 16)),
        ("stay_stopped", 3, ClockState.MET, at(6, 15)),
    ],
)
def test_a_request_opened_again_continues_starts_anew_or_stays_stopped(reopening, hours, state, due):
    log = log_of(("opened", at(6, 9)), ("resolved", at(6, 12)), ("closed", at(7, 9)), ("reopened", at(8, 11)))

    reading = clock_of(6 if reopening != "start_anew" else 5, reopening=reopening).read(log, as_of=at(8, 12))

    assert (reading.state, reading.elapsed) == (state, hours * HOUR)
    assert reading.due_at == due
    assert (reading.done_at is None) is (state is ClockState.ON_TRACK)


def test_opened_again_with_nothing_left_it_is_breached():
    log = log_of(("opened", at(6, 9)), ("resolved", at(6, 13)), ("reopened", at(7, 9)))

    assert clock_of(4).read(log, as_of=at(6, 14)).state is ClockState.MET
    assert clock_of(4).read(log, as_of=at(7, 9)).state is ClockState.BREACHED
    assert clock_of(4, reopening="start_anew").read(log, as_of=at(7, 9)).state is ClockState.ON_TRACK


def test_opened_again_before_it_stopped_a_clock_goes_on_or_starts_anew():
    log = log_of(("opened", at(6, 9)), ("resolved", at(6, 12)), ("reopened", at(6, 14)))
    hours = {"continue": 7, "start_anew": 2, "stay_stopped": 7}

    for reopening, expected in hours.items():
        clock = clock_of(9, stops_on="closed", reopening=reopening)
        assert clock.read(log, as_of=at(6, 16)).elapsed == expected * HOUR


def test_a_clock_that_never_rests_counts_the_night():
    clock = ServiceClock(calendar=ALWAYS_OPEN, policy=ClockPolicy(target=24 * HOUR))

    assert clock.read(log_of(("opened", at(6, 9))), as_of=at(6, 9)).due_at == at(7, 9)
