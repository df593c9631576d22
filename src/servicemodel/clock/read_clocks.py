"""The clocks of many requests at once, from columns of events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.clock.add_business_time import add_business_time
from servicemodel.clock.business_time import business_time
from servicemodel.clock.clock_columns import Columns, read_columns
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_policy import ClockPolicy, Reopening
from servicemodel.clock.clock_readings import ClockReadings
from servicemodel.clock.clock_state import ClockState
from servicemodel.clock.inputs import NAT, one_instant
from servicemodel.clock.rungs import Integers
from servicemodel.clock.service_clock import AS_OF, ServiceClock
from servicemodel.errors import DomainError
from servicemodel.evaluate import Array

_KIND = ClockEventKind
_ENDS_PAUSE = [kind.code for kind in (_KIND.RESUMED, _KIND.RESOLVED, _KIND.CLOSED)]
_MICROSECOND = timedelta(microseconds=1)
_INSTANT, _DURATION = "datetime64[us]", "timedelta64[us]"

Truths = NDArray[np.bool_]


@attrs.frozen(eq=False)
class _Segments:
    """Stretches in which clocks counted, by request and then by time."""

    request: NDArray[np.intp]
    start: Integers
    end: Integers


class _Clocks:
    """All clocks as the events so far have left them; the single one is :class:`servicemodel.clock.clock_fold.Fold`."""

    def __init__(self, policy: ClockPolicy, size: int) -> None:
        self.policy = policy
        target = NAT if policy.target is None else policy.target // _MICROSECOND
        self.latest, self.judged_by = np.full(size, target), np.full(size, target)
        self.started, self.stopped, self.ended, self.last = (np.full(size, NAT) for _ in range(4))
        self.run = np.zeros(size, np.int32)
        self.paused = np.zeros(size, np.bool_)
        self._found: list[tuple[NDArray[np.intp], NDArray[np.int32], Integers, Integers]] = []

    def counting(self, first: int) -> Truths:
        """Which of the first clocks count now."""
        over = (self.stopped[:first] != NAT) | (self.ended[:first] != NAT) | self.paused[:first]
        counting: Truths = (self.started[:first] != NAT) & ~over
        return counting

    def reach(self, at: Integers, happened: Truths) -> None:
        """Move the first clocks on to some instants, counting where they count."""
        moving = np.flatnonzero(self.counting(at.size) & happened)
        self._found.append((moving, self.run[moving], self.last[moving], at[moving]))
        self.last[: at.size][happened] = at[happened]

    def take(self, columns: Columns, step: int, as_of: int) -> None:
        """Move on by one event of each request that has so many and whose event has happened."""
        events = columns.events(step)
        at = columns.at[events]
        happened = at <= as_of
        self.reach(at, happened)
        these = np.flatnonzero(happened)
        kind, at, events = columns.kind[events[these]], at[these], events[these]
        self._pause(columns, these, kind, events)
        merged, reopened, changed = (kind == one.code for one in (_KIND.MERGED, _KIND.REOPENED, _KIND.POLICY_CHANGED))
        self.ended[these[merged]] = at[merged]
        if columns.target is not None:
            self._change(these[changed], columns.target[events[changed]])
        self._reopen(these[reopened], at[reopened])
        stops = np.isin(kind, [stop.code for stop in self.policy.stops_on]) & (self.stopped[these] == NAT)
        self.stopped[these[stops]] = at[stops]
        self._start(these, at, kind == self.policy.starts_on.code)

    def _pause(self, columns: Columns, these: NDArray[np.intp], kind: NDArray[np.int8], events: Any) -> None:
        pauses = kind == _KIND.PAUSED.code
        reasons = self.policy.paused_by
        if reasons is not None:
            named = np.zeros(these.size, np.bool_)
            if columns.reason is not None:
                for reason in reasons:
                    named |= columns.reason[events] == reason
            pauses &= named
        self.paused[these[np.isin(kind, _ENDS_PAUSE)]] = False
        self.paused[these[pauses]] = True

    def _change(self, these: NDArray[np.intp], targets: Integers) -> None:
        self.latest[these] = targets
        running = self.stopped[these] == NAT
        self.judged_by[these[running]] = targets[running]

    def _reopen(self, these: NDArray[np.intp], at: Integers) -> None:
        if self.policy.reopening is Reopening.STAY_STOPPED:
            return
        self.judged_by[these] = self.latest[these]
        self.stopped[these] = NAT
        if self.policy.reopening is Reopening.START_ANEW:
            anew = self.started[these] != NAT
            self._begin(these[anew], at[anew])

    def _start(self, these: NDArray[np.intp], at: Integers, starts: Truths) -> None:
        stopped = self.stopped[these] != NAT
        starts &= ((self.started[these] == NAT) & ~stopped) | (stopped & self.policy.repeats)
        self._begin(these[starts], at[starts])

    def _begin(self, these: NDArray[np.intp], at: Integers) -> None:
        self.judged_by[these] = self.latest[these]
        self.run[these] += 1
        self.started[these], self.stopped[these] = at, NAT

    def segments(self) -> _Segments:
        """Return the stretches counted since each clock was last started."""
        request, run, start, end = (np.concatenate(parts) for parts in zip(*self._found, strict=True))
        kept = np.flatnonzero(run == self.run[request])
        kept = kept[np.argsort(request[kept], kind="stable")]
        return _Segments(request[kept], start[kept], end[kept])


def read_clocks(
    *,
    clock: ServiceClock,
    request: Array | Sequence[str] | Sequence[int],
    kind: Array | Sequence[str],
    at: Array | Sequence[datetime],
    as_of: datetime,
    reason: Array | Sequence[str | None] | None = None,
    target: Array | Sequence[timedelta | None] | None = None,
) -> ClockReadings:
    """Read the clocks of many requests from columns of events: the same as reading each log by itself.

    Parameters
    ----------
    clock : ServiceClock
    request : array or list of str or int
        Whose event it is. Requests may be mixed in any way; the events of one are in order of time.
    kind : array or list of ClockEventKind, of their values or codes
    at : array of datetime64 in UTC, or list of aware datetimes [instant]
    as_of : datetime
        One instant for all, with a time zone.
    reason : array or list of str or None, optional
        Why, where it is a pause; needed where the policy names the reasons that pause its clock.
    target : array of timedelta64 or list of timedelta or None, optional [open time]
        The new target where the policy changes, missing where nothing is promised any more; not read elsewhere.

    Returns
    -------
    ClockReadings

    Raises
    ------
    DomainError
        If an event may not stand where it stands (its position is said), a datetime has no time zone, or a target is
        not over before the year 2200.
    MissingError
        If there are no events, or an event lacks its request, kind or instant.
    LabelError
        If a kind is unknown.
    ServiceModelError
        If the columns differ in length.

    Notes
    -----
    ``as ServiceClock.read for each request``

    It takes a step for each event of the longest log, not for each event: the logs move on together.

    References
    ----------
    .. [1] A convention of this library; nothing is published.

    Examples
    --------
    >>> from datetime import UTC, datetime, timedelta
    >>> from servicemodel import ALWAYS_OPEN, ClockPolicy, ServiceClock
    >>> clock = ServiceClock(calendar=ALWAYS_OPEN, policy=ClockPolicy(target=timedelta(hours=8)))
    >>> at = [datetime(2024, 5, 6, hour, tzinfo=UTC) for hour in (9, 10, 12, 20)]
    >>> readings = read_clocks(
    ...     clock=clock,
    ...     request=["A", "B", "A", "B"],
    ...     kind=["opened", "opened", "resolved", "resolved"],
    ...     at=at,
    ...     as_of=at[-1],
    ... )
    >>> readings.request.tolist(), readings.state.tolist()
    (['A', 'B'], [4, 5])
    >>> print(readings.in_language("en"))
    nothing promised: 0 (0.00%); on track: 0 (0.00%); due soon: 0 (0.00%); paused: 0 (0.00%); met: 1 (50.00%); breached: 1 (50.00%)

    An event that may not stand where it stands is refused:

    >>> read_clocks(clock=clock, request=["A", "A"], kind=["opened", "resumed"], at=at[:2], as_of=at[-1])
    Traceback (most recent call last):
    servicemodel.errors.DomainError: kind must be 'assigned', 'responded', 'customer_replied', 'paused', 'resolved', 'closed', 'policy_changed', 'merged', as request 'A' is open there; got 'resumed' at index 1 (1 such value)
    """
    if not isinstance(clock, ServiceClock):
        msg = f"clock must be a ServiceClock; got {type(clock).__qualname__}"
        raise TypeError(msg)
    now = one_instant(AS_OF, as_of)
    columns = read_columns(request=request, kind=kind, at=at, reason=reason, target=target)
    columns.check()
    clocks = _Clocks(clock.policy, columns.ids.size)
    for step in range(columns.steps):
        clocks.take(columns, step, now)
    clocks.reach(np.full(columns.ids.size, now), clocks.last != NAT)
    return _readings(clock, columns, clocks, now)


def _readings(clock: ServiceClock, columns: Columns, clocks: _Clocks, now: int) -> ClockReadings:
    target = np.where(clocks.started == NAT, NAT, clocks.judged_by)
    promised, done = target != NAT, clocks.stopped != NAT
    merged = clocks.ended != NAT
    end = np.where(done, clocks.stopped, np.where(merged, clocks.ended, now))
    elapsed, due = _counted(clock, clocks, target, end)
    left = np.where(promised, target - elapsed, 0)
    breached = promised & (due != NAT) & (due < end)
    met = promised & done & ~breached
    given_up = promised & merged & ~done & ~breached
    paused = promised & clocks.paused & ~(breached | met | given_up)
    going = promised & ~(breached | met | given_up | paused)
    soon = going & (left <= _warnings(clock.policy, target))
    state = np.full(target.size, ClockState.NOT_PROMISED.code, np.int8)
    for mask, value in (
        (going, ClockState.ON_TRACK),
        (soon, ClockState.DUE_SOON),
        (paused, ClockState.PAUSED),
        (met, ClockState.MET),
        (breached, ClockState.BREACHED),
    ):
        state[mask] = value.code
    owed = state != ClockState.NOT_PROMISED.code
    back = np.argsort(columns.place)

    def given(values: Integers, where: Truths, kind: str) -> Any:
        return np.where(where, values, NAT)[back].view(kind)

    return ClockReadings(
        request=columns.ids,
        state=state[back],
        elapsed=elapsed[back].view(_DURATION),
        remaining=given(left, owed, _DURATION),
        due_at=given(due, owed, _INSTANT),
        breached_at=given(due, breached, _INSTANT),
        started_at=clocks.started[back].view(_INSTANT),
        done_at=given(clocks.stopped, clocks.started != NAT, _INSTANT),
    )


def _warnings(policy: ClockPolicy, target: Integers) -> Integers:
    """Return from how little time left each is due soon; -1 for never."""
    if policy.warning_share is not None:
        shares: Integers = np.rint(target * policy.warning_share).astype(np.int64)
        return shares
    return np.full(target.size, policy.warns_at(0))


def _counted(clock: ServiceClock, clocks: _Clocks, target: Integers, end: Integers) -> tuple[Integers, Integers]:
    """Return how much open time each clock has counted, and when it is due."""
    segments = clocks.segments()
    open_time = business_time(
        start=segments.start.view(_INSTANT), end=segments.end.view(_INSTANT), calendar=clock.calendar
    ).view(np.int64)
    total = np.concatenate([[0], np.cumsum(open_time)])
    edges = np.searchsorted(segments.request, np.arange(target.size + 1))
    elapsed = total[edges[1:]] - total[edges[:-1]]
    before = total[:-1] - total[edges[segments.request]]
    known = target[segments.request] != NAT
    reached = np.flatnonzero(known & (before + open_time >= target[segments.request]))
    requests, first = np.unique(segments.request[reached], return_index=True)
    goes_on = (target != NAT) & ((clocks.stopped != NAT) | clocks.counting(target.size))
    start, left = np.where(goes_on, end, NAT), np.where(goes_on, target - elapsed, NAT)
    start[requests] = segments.start[reached[first]]
    left[requests] = target[requests] - before[reached[first]]
    try:
        due = add_business_time(start=start.view(_INSTANT), duration=left.view(_DURATION), calendar=clock.calendar)
    except DomainError as error:
        raise DomainError("target", clock.policy.target, error.allowed, count=error.count) from None
    return elapsed, due.view(np.int64)
