"""What happens to a promise when its policy changes or its request is merged, and how clocks print themselves."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

from clock.office import HOUR, MOMENT, OFFICE, at, clock_of, log_of
from servicemodel import ClockEvent, ClockPolicy, ClockState, ServiceClock, merge_logs, render

OPENED = ClockEvent("opened", at(6, 9))


def change(hours, when, **more):
    target = None if hours is None else hours * HOUR
    return ClockEvent("policy_changed", when, policy=ClockPolicy(target=target, **more))


@pytest.mark.parametrize(
    ("hours", "state", "due"),
    [
        (8, ClockState.ON_TRACK, at(6, 17)),
        (3, ClockState.ON_TRACK, at(6, 12)),
        (2, ClockState.BREACHED, at(6, 11)),
        (None, ClockState.NOT_PROMISED, None),
    ],
)
def test_a_change_of_policy_keeps_what_has_elapsed_and_applies_the_new_target(hours, state, due):
    log = [OPENED, change(hours, at(6, 12))]

    reading = clock_of(4).read(log, as_of=at(6, 12))

    assert (reading.state, reading.elapsed, reading.due_at) == (state, 3 * HOUR, due)
    assert clock_of(4).read(log, as_of=at(6, 12) - MOMENT).due_at == at(6, 13)


def test_a_longer_target_takes_a_breach_back():
    log = [OPENED, change(8, at(6, 15))]

    assert clock_of(4).read(log, as_of=at(6, 14)).state is ClockState.BREACHED
    assert clock_of(4).read(log, as_of=at(6, 15)).state is ClockState.ON_TRACK


def test_what_is_done_is_judged_by_the_policy_in_force_then_until_it_is_opened_again():
    log = [OPENED, *log_of(("resolved", at(6, 12))), change(2, at(6, 13)), *log_of(("reopened", at(7, 9)))]

    assert clock_of(4).read(log, as_of=at(6, 14)).state is ClockState.MET
    assert clock_of(4).read(log, as_of=at(6, 14)).due_at == at(6, 13)
    assert clock_of(4).read(log, as_of=at(7, 9)).breached_at == at(6, 11)


def test_a_change_of_another_promise_changes_nothing():
    log = [OPENED, change(1, at(6, 10), name="first response", starts_on="assigned")]

    assert clock_of(4).read(log, as_of=at(6, 12)) == clock_of(4).read(log[:1], as_of=at(6, 12))


def test_a_change_of_policy_may_change_which_pauses_count_and_when_it_warns():
    log = [
        OPENED,
        ClockEvent("paused", at(6, 10), reason="on hold"),
        change(8, at(6, 12), paused_by=(), warning=4 * HOUR),
    ]

    assert clock_of(8).read(log, as_of=at(6, 12) - MOMENT).state is ClockState.PAUSED
    assert clock_of(8).read(log, as_of=at(6, 15)).state is ClockState.DUE_SOON
    assert clock_of(8).read(log, as_of=at(6, 15)).elapsed == 4 * HOUR


def test_where_nothing_is_promised_time_is_counted_all_the_same():
    reading = clock_of(None).read([OPENED, *log_of(("resolved", at(6, 12)))], as_of=at(6, 14))

    assert (reading.state, reading.elapsed, reading.done_at) == (ClockState.NOT_PROMISED, 3 * HOUR, at(6, 12))
    assert reading.remaining is reading.due_at is reading.breached_at is None


def test_a_request_merged_into_another_is_promised_nothing_unless_it_was_done_or_breached_before():
    merged = ClockEvent("merged", at(6, 14))
    resolved = ClockEvent("resolved", at(6, 12))

    for hours, log, state in (
        (6, [OPENED, merged], ClockState.NOT_PROMISED),
        (5, [OPENED, merged], ClockState.NOT_PROMISED),
        (4, [OPENED, merged], ClockState.BREACHED),
        (4, [OPENED, resolved, merged], ClockState.MET),
        (2, [OPENED, resolved, merged], ClockState.BREACHED),
    ):
        reading = clock_of(hours).read(log, as_of=at(8, 9))
        assert reading.state is state
        assert (reading.due_at is None) is (state is ClockState.NOT_PROMISED)
        assert reading.elapsed == (3 if resolved in log else 5) * HOUR


def test_the_log_of_a_merged_request_moves_the_opening_of_the_one_kept_and_nothing_else():
    early = [OPENED, ClockEvent("responded", at(6, 10)), ClockEvent("merged", at(7, 9))]
    late = [ClockEvent("opened", at(6, 15)), ClockEvent("resolved", at(7, 12))]

    assert merge_logs(late, merged=early) == (OPENED, late[1])
    assert merge_logs(late, merged=late) == tuple(late)
    assert clock_of(8).read(merge_logs(late, merged=early), as_of=at(8)).state is ClockState.BREACHED
    assert clock_of(8).read(late, as_of=at(8)).state is ClockState.MET


# --- words ------------------------------------------------------------------------------------------------------------

LOG = [
    ClockEvent("opened", at(7, 8)),
    ClockEvent("assigned", at(7, 16)),
    ClockEvent("responded", at(7, 16, 30)),
    ClockEvent("paused", at(8, 10), reason="on <hold>"),
    ClockEvent("resumed", at(8, 16)),
    ClockEvent("paused", at(8, 16, 30)),
    ClockEvent("resolved", at(10, 10)),
    ClockEvent("reopened", at(10, 11)),
    ClockEvent("merged", at(10, 12)),
]


def test_an_explanation_lists_each_stretch_with_its_reason():
    explained = clock_of(8, starts_on="assigned").explain(LOG, as_of=at(10, 13))

    assert str(explained).splitlines() == [
        "Business time (Europe/Berlin)",
        "  2024-05-07 08:00 → 2024-05-07 16:00: skipped 8:00 (before the clock starts)",
        "  2024-05-07 16:00 → 2024-05-07 17:00: counted 1:00 (open)",
        "  2024-05-07 17:00 → 2024-05-08 09:00: skipped 16:00 (closed)",
        "  2024-05-08 09:00 → 2024-05-08 10:00: counted 1:00 (open)",
        "  2024-05-08 10:00 → 2024-05-08 16:00: skipped 6:00 (paused: on <hold>)",
        "  2024-05-08 16:00 → 2024-05-08 16:30: counted 0:30 (open)",
        "  2024-05-08 16:30 → 2024-05-10 10:00: skipped 41:30 (paused)",
        "  2024-05-10 10:00 → 2024-05-10 11:00: skipped 1:00 (after it was done)",
        "  2024-05-10 11:00 → 2024-05-10 12:00: counted 1:00 (open)",
        "  2024-05-10 12:00 → 2024-05-10 13:00: skipped 1:00 (after it was merged into another)",
        "  total: 3:30",
    ]
    assert "on &lt;hold&gt;" in explained.to_html()


def test_what_was_counted_before_a_new_start_counts_no_more():
    explained = clock_of(8, reopening="start_anew").explain(LOG[:8], as_of=at(10, 12), language="zh")

    lines = str(explained).splitlines()
    assert lines[1] == "  2024-05-07 08:00 → 2024-05-08 10:00：不计 26:00（重新计时之前）"
    assert lines[2] == "  2024-05-08 10:00 → 2024-05-08 16:00：不计 6:00（暂停：on <hold>）"
    assert lines[-1] == "  合计：1:00"


def test_a_deadline_is_explained_by_asking_as_of_it():
    log = [ClockEvent("opened", at(8, 16))]
    due = clock_of(2).read(log, as_of=at(8, 16)).due_at

    explained = clock_of(2).explain(log, as_of=due)

    assert due == at(10, 10)
    assert [s.reason.en for s in explained.stretches] == [
        "open", "closed", "holiday: Ascension <Day>", "closed", "open",
    ]  # fmt: skip
    assert explained.total == 2 * HOUR


def test_a_reading_prints_itself_in_both_languages_and_as_a_table():
    reading = clock_of(4).read(log_of(("opened", at(6, 9)), ("resolved", at(6, 14))), as_of=at(6, 15))

    assert str(reading).splitlines() == [
        "Service clock",
        "  state: breached",
        "  elapsed: 5:00",
        "  remaining: −1:00",
        "  due: 2024-05-06 13:00:00+02:00",
        "  breached: 2024-05-06 13:00:00+02:00",
        "  started: 2024-05-06 09:00:00+02:00",
        "  done: 2024-05-06 14:00:00+02:00",
        "  as of: 2024-05-06 15:00:00+02:00",
    ]
    assert reading.describe("zh").splitlines()[1:4] == ["  状态：已超时", "  已计时长：5:00", "  剩余时长：−1:00"]
    assert reading.in_language("en").startswith("state: breached; elapsed: 5:00; ")
    assert 'lang="zh-Hans"' in reading.to_html("zh")
    assert "<table>" in reading._repr_html_()
    assert render.to_markdown(reading, "zh").startswith("**服务时钟**")


def test_what_is_not_known_is_a_dash():
    reading = clock_of(None).read([OPENED], as_of=at(6, 10))

    assert reading.in_language("en").startswith("state: nothing promised; elapsed: 1:00; remaining: —; due: —")


def test_an_event_prints_itself_in_both_languages():
    event = LOG[3]

    assert repr(event) == "ClockEvent('paused', 2024-05-08T10:00:00+02:00, reason='on <hold>')"
    assert event.in_language("en") == "2024-05-08 10:00:00+02:00: paused (on <hold>)"
    assert event.in_language("zh") == "2024-05-08 10:00:00+02:00：暂停（on <hold>）"
    assert OPENED.in_language("en") == "2024-05-06 09:00:00+02:00: opened"
    assert "policy=ClockPolicy(" in repr(change(8, at(6, 12)))


def test_clocks_with_equal_parts_are_equal():
    clock = clock_of(4)

    assert clock == ServiceClock(calendar=OFFICE, policy=ClockPolicy(target=timedelta(hours=4)))
    assert clock != attrs.evolve(clock, policy=ClockPolicy(target=timedelta(hours=5)))
