"""What a log makes of a clock: spans between events in which it counts, or does not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_log import LoggedEvent, RequestStatus
from servicemodel.clock.clock_policy import ClockPolicy, Reopening
from servicemodel.errors import DomainError
from servicemodel.labels import Label

_KIND = ClockEventKind


class Activity(Label):
    """What a clock does between two events."""

    WAITING = "waiting", "before the clock starts", "尚未起算"
    COUNTING = "counting", "counting", "计时中"
    PAUSED = "paused", "paused", "暂停"
    STOPPED = "stopped", "after it was done", "完成之后"
    MERGED = "merged", "after it was merged into another", "并入其他请求之后"


@attrs.frozen
class Span:
    """What the clock does from one instant to another, in microseconds."""

    start: int
    end: int
    activity: Activity
    run: int
    reason: str | None  # of a pause


@attrs.define
class Fold:
    """A clock as the events so far have left it."""

    policy: ClockPolicy  # in force; once the clock has stopped, the one it is judged by
    latest: ClockPolicy  # applies when it counts again
    status: RequestStatus = RequestStatus.UNKNOWN
    run: int = 0  # how often it was started
    started: int | None = None
    stopped: int | None = None
    ended: int | None = None  # merged into another
    pause: str | None = None

    @property
    def activity(self) -> Activity:
        """What the clock does now."""
        if self.ended is not None:
            return Activity.MERGED
        if self.stopped is not None:
            return Activity.STOPPED
        if self.started is None:
            return Activity.WAITING
        if self.status is RequestStatus.PAUSED and self.policy.stopped_by(self.pause):
            return Activity.PAUSED
        return Activity.COUNTING

    def span(self, start: int, end: int) -> Span:
        """Return what the clock does from the last event to the next."""
        activity = self.activity
        return Span(start, end, activity, self.run, self.pause if activity is Activity.PAUSED else None)

    def take(self, logged: LoggedEvent) -> None:
        """Move on by one event."""
        event, kind = logged.event, logged.event.kind
        self.status = logged.status
        self.pause = event.reason if kind is _KIND.PAUSED else self.pause
        if kind is _KIND.MERGED:
            self.ended = logged.at
        elif kind is _KIND.POLICY_CHANGED:
            self._change(event, logged.position)
        elif kind is _KIND.REOPENED:
            self._reopen(logged.at)
        elif kind is self.latest.starts_on and self._starts:
            self._start(logged.at)
        elif kind in self.policy.stops_on and self.stopped is None:
            self.stopped = logged.at

    @property
    def _starts(self) -> bool:
        """Whether what starts the clock would start it now: for the first time, or again where it repeats."""
        again = self.latest.repeats and self.stopped is not None
        return again or (self.started is None and self.stopped is None)

    def _start(self, at: int) -> None:
        self.policy = self.latest
        self.run += 1
        self.started, self.stopped = at, None

    def _change(self, event: ClockEvent, position: int) -> None:
        policy = event.policy
        if policy is None or policy.name != self.latest.name:
            return
        if policy.starts_on is not self.latest.starts_on:
            allowed = f"one in which a policy that follows another starts on {self.latest.starts_on.value!r} as well"
            raise DomainError("log", event, allowed, index=position)
        self.latest = policy
        if self.stopped is None:
            self.policy = policy

    def _reopen(self, at: int) -> None:
        if self.latest.reopening is Reopening.STAY_STOPPED:
            return
        self.policy = self.latest
        if self.started is not None and self.policy.reopening is Reopening.START_ANEW:
            self._start(at)
        self.stopped = None


def fold(log: Sequence[LoggedEvent], policy: ClockPolicy, as_of: int) -> tuple[Fold, list[Span]]:
    """Return the clock as of an instant, and the spans from the first event to it, each as long as it can be."""
    state = Fold(policy, policy)
    spans: list[Span] = []
    for span in _spans(state, log, as_of):
        if spans and attrs.evolve(span, start=spans[-1].start) == attrs.evolve(spans[-1], end=span.end):
            spans[-1] = attrs.evolve(spans[-1], end=span.end)
        else:
            spans.append(span)
    return state, spans


def _spans(state: Fold, log: Sequence[LoggedEvent], as_of: int) -> Iterator[Span]:
    last: int | None = None
    for logged in log:
        if logged.at > as_of:
            break
        if last is not None:
            yield state.span(last, logged.at)
        state.take(logged)
        last = logged.at
    if last is not None:
        yield state.span(last, as_of)
