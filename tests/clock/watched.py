"""A clock read the way a person with a list of events and a stopwatch would: a minute at a time."""

from __future__ import annotations

from datetime import UTC

from clock.reference import MINUTE, minutes_open
from servicemodel import ClockState


class Watch:
    """What the person knows so far; ``counted`` holds the end of each minute that counted."""

    def __init__(self, policy):
        self.policy = self.judged_by = policy
        self.status = self.reason = self.started = self.done = self.merged = None
        self.counted = []

    def happen(self, event, at):
        kind = event.kind
        self.status = {
            "opened": "open", "resumed": "open", "reopened": "open", "paused": "paused",
            "resolved": "done", "closed": "done",
        }.get(kind, self.status)  # fmt: skip
        if kind == "paused":
            self.reason = event.reason
        elif kind == "merged":
            self.merged = at
        elif kind == "policy_changed":
            self.policy = event.policy
            self.judged_by = self.judged_by if self.done else self.policy
        elif kind == "reopened":
            self.reopen(at)
        elif kind == self.policy.starts_on:
            self.maybe_start(at)
        elif kind in self.judged_by.stops_on:
            self.done = self.done or at

    def reopen(self, at):
        if self.policy.reopening == "stay_stopped":
            return
        self.judged_by, self.done = self.policy, None
        if self.started and self.policy.reopening == "start_anew":
            self.started, self.counted = at, []

    def maybe_start(self, at):
        first = not self.started and not self.done
        if first or (self.policy.repeats and self.done):
            self.started, self.done, self.counted, self.judged_by = at, None, [], self.policy

    @property
    def held(self):
        reasons = self.judged_by.paused_by
        return self.status == "paused" and (reasons is None or self.reason in reasons)

    @property
    def counts(self):
        return self.started and not self.done and not self.merged and not self.held

    def due(self):
        target = self.judged_by.target
        nth = target and target // MINUTE
        return self.counted[nth - 1] if nth and len(self.counted) >= nth else None

    def state(self, as_of):
        target, due = self.judged_by.target, self.due()
        if not self.started or target is None:
            return ClockState.NOT_PROMISED
        if due and due < (self.done or self.merged or as_of):
            return ClockState.BREACHED
        if self.done:
            return ClockState.MET
        if self.merged:
            return ClockState.NOT_PROMISED
        if self.held:
            return ClockState.PAUSED
        return ClockState.DUE_SOON if self.near(target) else ClockState.ON_TRACK

    def near(self, target):
        warning, share = self.policy.warning, self.policy.warning_share
        if warning is None and share is None:
            return False
        return target - len(self.counted) * MINUTE <= (share * target if warning is None else warning)


def watched(clock, log, as_of):
    """Return the state, the minutes counted and when it was due, as far as the watching shows it."""
    watch = Watch(clock.policy)
    start = log[0].at.astimezone(UTC)
    happened = [(event.at.astimezone(UTC), event) for event in log if event.at <= as_of]
    open_minutes = minutes_open(clock.calendar, start, max(as_of, start))
    for minute in range(len(open_minutes) + 1):
        now = start + minute * MINUTE
        for at, event in happened:
            if at == now:
                watch.happen(event, at)
        if minute < len(open_minutes) and watch.counts and open_minutes[minute]:
            watch.counted.append(now + MINUTE)
    return watch.state(as_of), len(watch.counted), watch.due()
