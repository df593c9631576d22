"""What was promised, what has been counted, and by when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

import attrs

from servicemodel.arguments import Instant
from servicemodel.clock.add_business_time import add_business_time
from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.business_time import business_time
from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_fold import Activity, Fold, Span, fold
from servicemodel.clock.clock_log import read_log
from servicemodel.clock.clock_policy import ClockPolicy
from servicemodel.clock.clock_reading import ClockReading
from servicemodel.clock.clock_state import ClockState
from servicemodel.clock.counted_time import CountedStretch, CountedTime
from servicemodel.clock.inputs import check_calendar, one_instant
from servicemodel.clock.timeline import instant
from servicemodel.errors import DomainError
from servicemodel.labels import Language, Text, check_language
from servicemodel.markup import labelled

AS_OF = Instant(name="as_of", meaning=Text("the instant of the reading", "读数的时刻"))

_NOTHING = timedelta()
_MICROSECOND = timedelta(microseconds=1)
_EARLIER = Text("before it was started anew", "重新计时之前")


@attrs.frozen(kw_only=True)
class ServiceClock:
    """Reads logs of requests: how much open time has been counted, by when it is due, and how the promise stands.

    Attributes
    ----------
    calendar : BusinessCalendar
        When time counts; :data:`ALWAYS_OPEN` for a clock that never rests.
    policy : ClockPolicy
        What is promised, and what starts, stops and pauses the clock.

    Raises
    ------
    ServiceModelError
        If the calendar is never open.

    Notes
    -----
    ``due = first instant by which the counted open time reaches the target; breached if due < done, or < as_of while
    not done``

    - **Done exactly when due is met**, and what is open and not yet due is never met. What runs out at the close of an
      office is due at that close: done in the evening after it, it is breached, although no more open time has passed.
    - **A paused clock has no due date**; what remains is known. Time that ran out before the pause (or as it began) is
      breached all the same. A pause ends with ``resumed``, ``resolved`` or ``closed``; time in it is never counted.
    - **A change of policy** keeps what has been counted and applies the new target to all of it, so it may move a due
      date into the past. What is done is judged by the policy in force then, until it is opened again.
    - **Opened again**, a clock that continues does not count the time in between. With nothing left it is breached.
    - **Merged into another**, a request is promised nothing any more, unless it was done or breached before;
      :func:`merge_logs` makes the log of the one that goes on.
    - **Nothing promised** is also what has not started yet. What would stop the clock before it starts keeps it from
      starting, unless the request is opened again or the policy repeats.

    Events after ``as_of`` have not happened yet, but the log must be well formed. Events of one instant happen in the
    order listed.

    References
    ----------
    .. [1] A convention of this library; nothing is published, and products disagree.

    Examples
    --------
    >>> from datetime import datetime, timedelta
    >>> from zoneinfo import ZoneInfo
    >>> from servicemodel import MONDAY_TO_FRIDAY, BusinessCalendar, ClockEvent, ClockPolicy
    >>> berlin = ZoneInfo("Europe/Berlin")
    >>> office = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/Berlin")
    >>> clock = ServiceClock(calendar=office, policy=ClockPolicy(target=timedelta(hours=8)))
    >>> friday, monday = datetime(2024, 5, 3, 16, tzinfo=berlin), datetime(2024, 5, 6, 16, tzinfo=berlin)
    >>> log = [ClockEvent("opened", friday), ClockEvent("resolved", monday)]
    >>> reading = clock.read(log, as_of=monday)
    >>> reading.state, str(reading.due_at)
    (<ClockState.MET: 'met'>, '2024-05-06 16:00:00+02:00')

    Before that it was open, and as of a moment later it would have been breached:

    >>> clock.read(log, as_of=monday.replace(hour=10)).state
    <ClockState.ON_TRACK: 'on_track'>
    >>> clock.read(log[:1], as_of=monday.replace(minute=1)).state
    <ClockState.BREACHED: 'breached'>
    """

    calendar: BusinessCalendar = attrs.field()
    policy: ClockPolicy = attrs.field(validator=attrs.validators.instance_of(ClockPolicy))

    @calendar.validator
    def _opens(self, _: Any, calendar: Any) -> None:
        check_calendar(calendar, opens=True)

    def read(self, log: Iterable[ClockEvent], *, as_of: datetime) -> ClockReading:
        """Return how the promise stands at an instant.

        Parameters
        ----------
        log : sequence of ClockEvent
            In order of time; events of one instant in the order they happened.
        as_of : datetime
            With a time zone; the clock on the wall is never read.

        Returns
        -------
        ClockReading

        Raises
        ------
        DomainError
            If an event may not stand where it stands (its position is said), a datetime has no time zone, or the target
            is not over before the year 2200.
        MissingError
            If the log is empty or ``as_of`` is missing.
        """
        now = one_instant(AS_OF, as_of)
        state, spans = fold(read_log(log), self.policy, now)
        counted = [span for span in spans if span.run == state.run and span.activity is Activity.COUNTING]
        lengths = [self._open_time(span.start, span.end) for span in counted]
        elapsed = sum(lengths, _NOTHING)
        target = None if state.started is None else state.policy.target
        end = next(at for at in (state.stopped, state.ended, now) if at is not None)
        due = None if target is None else self._reached(counted, lengths, target)
        goes_on = state.stopped is not None or state.activity is Activity.COUNTING
        if due is None and target is not None and goes_on:
            due = self._due(end, target - elapsed, target)
        verdict = _state(state, target, elapsed, breached=due is not None and due < end)
        promised = verdict is not ClockState.NOT_PROMISED
        return ClockReading(
            state=verdict,
            elapsed=elapsed,
            remaining=target - elapsed if promised and target is not None else None,
            due_at=self._shown(due if promised else None),
            breached_at=self._shown(due if verdict is ClockState.BREACHED else None),
            started_at=self._shown(state.started),
            done_at=self._shown(None if state.started is None else state.stopped),
            as_of=instant(now).astimezone(self.calendar.zone),
        )

    def explain(self, log: Iterable[ClockEvent], *, as_of: datetime, language: Language = "en") -> CountedTime:
        """List each stretch from the first event to an instant, and why it is counted or skipped.

        To see why something is due when it is, ask as of its due date: ``clock.explain(log, as_of=reading.due_at)``.

        Parameters
        ----------
        log : sequence of ClockEvent
        as_of : datetime
        language : {"en", "zh"}
            What the answer prints itself in.

        Returns
        -------
        CountedTime
            Its total is what :meth:`read` says has elapsed.

        Raises
        ------
        DomainError, MissingError
            As for :meth:`read`.
        """
        check_language(language)
        state, spans = fold(read_log(log), self.policy, one_instant(AS_OF, as_of))
        stretches = [stretch for span in spans for stretch in self._stretches(span, state)]
        return CountedTime(stretches=tuple(stretches), time_zone=self.calendar.time_zone, language=language)

    def _open_time(self, start: int, end: int) -> timedelta:
        return business_time(start=instant(start), end=instant(end), calendar=self.calendar)

    def _due(self, start: int, open_time: timedelta, target: timedelta) -> int:
        try:
            due = add_business_time(start=instant(start), duration=open_time, calendar=self.calendar)
        except DomainError as error:
            raise DomainError("target", target, error.allowed) from None
        return one_instant(AS_OF, due)

    def _reached(self, counted: Sequence[Span], lengths: Sequence[timedelta], target: timedelta) -> int | None:
        """Return the first instant by which the target had been counted; ``None`` if it was not."""
        left = target
        for span, open_time in zip(counted, lengths, strict=True):
            if open_time >= left:
                return self._due(span.start, left, target)
            left -= open_time
        return None

    def _shown(self, at: int | None) -> datetime | None:
        return None if at is None else instant(at).astimezone(self.calendar.zone)

    def _stretches(self, span: Span, state: Fold) -> Iterator[CountedStretch]:
        start, end = (instant(at).astimezone(self.calendar.zone) for at in (span.start, span.end))
        if span.activity is Activity.COUNTING and span.run == state.run:
            yield from self.calendar.explain(start=start, end=end).stretches
        elif span.start < span.end:
            yield CountedStretch(start=start, end=end, counted=False, reason=_reason(span))


def _state(state: Fold, target: timedelta | None, elapsed: timedelta, *, breached: bool) -> ClockState:
    if target is None:
        return ClockState.NOT_PROMISED
    if breached:
        return ClockState.BREACHED
    if state.stopped is not None:
        return ClockState.MET
    if state.activity is Activity.MERGED:
        return ClockState.NOT_PROMISED
    if state.activity is Activity.PAUSED:
        return ClockState.PAUSED
    soon = state.policy.warns_at(target // _MICROSECOND)
    return ClockState.DUE_SOON if (target - elapsed) // _MICROSECOND <= soon else ClockState.ON_TRACK


def _reason(span: Span) -> Text:
    """Say why a span is not counted; what was counted before the clock was started anew is not any more."""
    activity = span.activity
    if activity is Activity.COUNTING:
        return _EARLIER
    if activity is Activity.PAUSED and span.reason is not None:
        reason = span.reason
        return Text(labelled(activity.en, reason, "en"), labelled(activity.zh, reason, "zh"))
    return Text(activity.en, activity.zh)
