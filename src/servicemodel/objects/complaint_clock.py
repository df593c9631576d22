"""The life of a complaint as a service clock reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_log import read_log
from servicemodel.clock.inputs import AT, one_instant
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.objects.complaint_event import ComplaintEvent

_KIND, _STATE = ClockEventKind, ComplaintState

#: What a step is to a clock; the others happen inside the house and are nothing to it.
_STEPS = {
    _STATE.RECEIVED: _KIND.OPENED,
    _STATE.ACKNOWLEDGED: _KIND.RESPONDED,
    _STATE.DECISION_COMMUNICATED: _KIND.RESOLVED,
    _STATE.REJECTED: _KIND.REOPENED,
    _STATE.CLOSED: _KIND.CLOSED,
}


def log_of(history: Iterable[ComplaintEvent], also: Iterable[ClockEvent]) -> tuple[ClockEvent, ...]:
    """Return a complaint's life, from its receipt, as a log of clock events, others sorted in by their instants."""
    own = _steps(history)
    more = _clock_events(also)
    # those given stand before a step of the same instant: a pause that ends with the answer ends by it, not after it
    steps = [(one_instant(AT, event.at), True, event) for event in own[1:]]
    given = [(one_instant(AT, event.at), False, event) for event in more]
    log = (own[0], *(event for *_, event in sorted(steps + given, key=lambda placed: placed[:2])))
    read_log(log)  # refuses one that cannot be, while it is known what was given
    return log


def _steps(history: Iterable[ComplaintEvent]) -> list[ClockEvent]:
    log: list[ClockEvent] = []
    resolved = False
    for event in history:
        kind = _STEPS.get(event.state)
        if event.state is _STATE.ACCEPTED and not resolved:
            kind = _KIND.RESOLVED  # what was rejected first and accepted higher up
        if kind is not None:
            log.append(ClockEvent(kind, event.at, reason=event.note))
            resolved = kind is _KIND.RESOLVED
    return log


def _clock_events(also: Any) -> tuple[ClockEvent, ...]:
    if isinstance(also, ClockEvent) or not isinstance(also, Iterable):
        msg = f"also must be a sequence of ClockEvent; got {type(also).__qualname__}"
        raise TypeError(msg)
    events = tuple(also)
    for position, event in enumerate(events):
        if not isinstance(event, ClockEvent):
            msg = f"also must be a sequence of ClockEvent; got {event!r} at index {position}"
            raise TypeError(msg)
    return events
