"""The log of a request: which event may follow which, and how two logs become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.inputs import AT, one_instant
from servicemodel.errors import DomainError, MissingError
from servicemodel.labels import Label

_KIND = ClockEventKind


class RequestStatus(Label):
    """Where a request is between its first event and its last."""

    UNKNOWN = "unknown", "not yet opened", "尚未提出"
    OPEN = "open", "open", "处理中"
    PAUSED = "paused", "paused", "已暂停"
    RESOLVED = "resolved", "resolved", "已解决"
    CLOSED = "closed", "closed", "已关闭"
    MERGED = "merged", "merged into another", "已并入其他请求"


_STATUS = RequestStatus
_ANY_TIME = (_KIND.ASSIGNED, _KIND.RESPONDED, _KIND.CUSTOMER_REPLIED, _KIND.POLICY_CHANGED)

#: Which event leads from where to where; what is not here is refused. A pause ends when the request is done with.
_FOLLOWS: dict[RequestStatus, dict[ClockEventKind, RequestStatus]] = {
    _STATUS.UNKNOWN: {_KIND.OPENED: _STATUS.OPEN},
    _STATUS.OPEN: {
        _KIND.PAUSED: _STATUS.PAUSED,
        _KIND.RESOLVED: _STATUS.RESOLVED,
        _KIND.CLOSED: _STATUS.CLOSED,
        _KIND.MERGED: _STATUS.MERGED,
    },
    _STATUS.PAUSED: {
        _KIND.RESUMED: _STATUS.OPEN,
        _KIND.RESOLVED: _STATUS.RESOLVED,
        _KIND.CLOSED: _STATUS.CLOSED,
        _KIND.MERGED: _STATUS.MERGED,
    },
    _STATUS.RESOLVED: {
        _KIND.REOPENED: _STATUS.OPEN,
        _KIND.CLOSED: _STATUS.CLOSED,
        _KIND.MERGED: _STATUS.MERGED,
    },
    _STATUS.CLOSED: {_KIND.REOPENED: _STATUS.OPEN, _KIND.MERGED: _STATUS.MERGED},
    _STATUS.MERGED: {},
}
for _status in (_STATUS.OPEN, _STATUS.PAUSED, _STATUS.RESOLVED, _STATUS.CLOSED):
    _FOLLOWS[_status] |= dict.fromkeys(_ANY_TIME, _status)

#: The same by codes, for columns: the status after an event of a kind, or -1 where it is refused.
NEXT_STATUS = np.array(
    [[_FOLLOWS[status][kind].code if kind in _FOLLOWS[status] else -1 for kind in _KIND] for status in _STATUS], np.int8
)


def following(status: RequestStatus) -> dict[ClockEventKind, RequestStatus]:
    """Return the kinds of events a request may have that is where it is, and where each leads."""
    return dict(_FOLLOWS[status])


def allowed_after(status: RequestStatus) -> str:
    """Return the kinds of events that may follow, as errors list them."""
    return ", ".join(repr(kind.value) for kind in _KIND if kind in _FOLLOWS[status]) or "no event"


def _may_follow(status: RequestStatus) -> str:
    """Say how a log has to go on, as errors do."""
    if status is _STATUS.UNKNOWN:
        return f"one that begins with {allowed_after(status)}"
    if status is _STATUS.MERGED:
        return "one that ends where the request is merged into another"
    return f"one in which a request that is {status.en} goes on with {allowed_after(status)}"


IN_ORDER = "one in order of time, in which no event is before the one listed before it"


@attrs.frozen
class LoggedEvent:
    """An event of a log that is well formed, its instant in microseconds, and where it leads."""

    at: int
    event: ClockEvent
    status: RequestStatus
    position: int


def read_log(log: Iterable[ClockEvent]) -> list[LoggedEvent]:
    """Return the events of a log, each with the status it leads to; refuse a log that cannot be.

    Raises
    ------
    DomainError
        Naming the first event that may not stand where it stands, and its position.
    MissingError
        If the log is empty.
    TypeError
        If it holds something else than events.
    """
    read: list[LoggedEvent] = []
    status, last = _STATUS.UNKNOWN, None
    for position, event in enumerate(_events(log)):
        at = one_instant(AT, event.at)
        if last is not None and at < last:
            raise DomainError("log", event, IN_ORDER, index=position)
        following = _FOLLOWS[status].get(event.kind)
        if following is None:
            raise DomainError("log", event, _may_follow(status), index=position)
        status, last = following, at
        read.append(LoggedEvent(at, event, status, position))
    if not read:
        msg = "log is empty; it begins with an event 'opened'"
        raise MissingError(msg)
    return read


def _events(log: Any) -> Sequence[ClockEvent]:
    if isinstance(log, ClockEvent) or not isinstance(log, Iterable):
        msg = f"log must be a sequence of ClockEvent; got {type(log).__qualname__}"
        raise TypeError(msg)
    events = tuple(log)
    for position, event in enumerate(events):
        if not isinstance(event, ClockEvent):
            msg = f"log must be a sequence of ClockEvent; got {event!r} at index {position}"
            raise TypeError(msg)
    return events


def merge_logs(kept: Iterable[ClockEvent], merged: Iterable[ClockEvent]) -> tuple[ClockEvent, ...]:
    """Return the log of a request into which another was merged: its own, begun when the earlier of the two was opened.

    Parameters
    ----------
    kept : sequence of ClockEvent
        The log of the request that goes on.
    merged : sequence of ClockEvent
        The log of the one merged into it.

    Returns
    -------
    tuple of ClockEvent

    Raises
    ------
    DomainError, MissingError
        If one of the logs cannot be.

    Notes
    -----
    ``opened = earlier of both openings; all other events are those of the request that goes on``

    The customer has waited since the earlier opening, whichever of the two is kept. What was paused, answered or
    resolved in the merged request is not carried over: it was not done for the one that goes on.

    References
    ----------
    .. [1] A convention of this library; nothing is published.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> monday, tuesday, friday = (datetime(2024, 5, day, 9, tzinfo=UTC) for day in (6, 7, 10))
    >>> first = [ClockEvent("opened", monday), ClockEvent("merged", tuesday)]
    >>> second = [ClockEvent("opened", tuesday), ClockEvent("resolved", friday)]
    >>> [f"{event.kind} {event.at:%A}" for event in merge_logs(second, merged=first)]
    ['opened Monday', 'resolved Friday']

    One that was opened later changes nothing:

    >>> merge_logs(second, merged=[ClockEvent("opened", friday)]) == tuple(second)
    True
    """
    own, other = read_log(kept), read_log(merged)
    opening = min(own[0], other[0], key=lambda logged: logged.at)  # the first of equals is our own
    return (opening.event, *(logged.event for logged in own[1:]))
