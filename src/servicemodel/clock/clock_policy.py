"""What is promised, and what starts, stops and pauses its clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import isfinite
from typing import Any

import attrs

from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.inputs import one_duration
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Label

_MICROSECOND = timedelta(microseconds=1)

#: What a clock may start on, and what it may stop on.
STARTS = (
    ClockEventKind.OPENED,
    ClockEventKind.ASSIGNED,
    ClockEventKind.RESPONDED,
    ClockEventKind.CUSTOMER_REPLIED,
)
STOPS = (ClockEventKind.ASSIGNED, ClockEventKind.RESPONDED, ClockEventKind.RESOLVED, ClockEventKind.CLOSED)


class Reopening(Label):
    """What a clock does when a request is opened again; products disagree."""

    CONTINUE = "continue", "continue counting", "继续计时"
    START_ANEW = "start_anew", "start anew", "重新计时"
    STAY_STOPPED = "stay_stopped", "stay stopped", "保持停止"


def _named_in(kinds: tuple[ClockEventKind, ...]) -> str:
    return ", ".join(repr(kind.value) for kind in kinds)


def _stops(value: Any) -> tuple[ClockEventKind, ...]:
    """Return the kinds in the order of their enum, each once; one alone need not be in a list."""
    kinds = [value] if isinstance(value, str) else value
    if not isinstance(kinds, Iterable):
        msg = f"stops_on must be kinds of events, as ['resolved', 'closed']; got {value!r}"
        raise TypeError(msg)
    given = {ClockEventKind(kind) for kind in kinds}
    return tuple(kind for kind in ClockEventKind if kind in given)


def _reasons(value: Any) -> tuple[str, ...] | None:
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, Iterable):
        msg = (
            f"paused_by must be the reasons of pauses, as ['waiting for the customer'], or None for all; got {value!r}"
        )
        raise TypeError(msg)
    reasons = list(value)
    for reason in reasons:
        if not isinstance(reason, str):
            msg = f"paused_by must hold the reasons of pauses as text; got {reason!r}"
            raise TypeError(msg)
    return tuple(sorted(set(reasons)))


def _truth(_: Any, attribute: attrs.Attribute[bool], value: Any) -> None:
    if not isinstance(value, bool):
        msg = f"{attribute.name} must be True or False; got {value!r}"
        raise TypeError(msg)


def _text(_: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    if not isinstance(value, str):
        msg = f"{attribute.name} must be text; got {value!r}"
        raise TypeError(msg)


def _plain(name: str, value: Any) -> timedelta | None:
    """Return a plain timedelta, of one of NumPy or pandas too; ``None`` stays."""
    return None if value is None else one_duration(name, value) * _MICROSECOND


def _target(value: Any) -> timedelta | None:
    return _plain("target", value)


def _warning(value: Any) -> timedelta | None:
    return _plain("warning", value)


@attrs.frozen(kw_only=True)
class ClockPolicy:
    """How long something may take in open time, and what starts, stops and pauses the clock.

    Attributes
    ----------
    target : timedelta or None [open time]
        More than 0; ``None`` promises nothing.
    name : str, default ""
        What is promised, such as ``"first response"``. A change of policy in a log concerns the clock of the same name
        alone, so that several clocks read one log.
    starts_on : ClockEventKind, default ``opened``
        Or ``assigned``, ``responded``, ``customer_replied``: the first such event starts the clock.
    stops_on : ClockEventKind or several, default ``resolved`` and ``closed``
        Of ``assigned``, ``responded``, ``resolved``, ``closed``: whichever comes first stops it.
    paused_by : iterable of str or None, default None
        The reasons of the pauses that stop the counting; ``None`` for every pause, none at all for no pause.
    reopening : Reopening, default ``continue``
        Whether a request that is opened again goes on counting, starts anew, or leaves the clock as it stands.
    repeats : bool, default False
        Whether what starts the clock starts it anew once it has stopped: for the next response to each reply.
    warning : timedelta, optional [open time]
        How long before it is due it is due soon; at least 0. Without a warning nothing is ever due soon.
    warning_share : float, optional [share of the target]
        The same as a share, from 0 to 1; not both.

    Raises
    ------
    DomainError, TypeError, LabelError
        If a value is refused.
    ServiceModelError
        If the clock would stop on what starts it, or has two warnings.

    Examples
    --------
    >>> from datetime import timedelta
    >>> ClockPolicy(target=timedelta(hours=8)).stops_on
    (<ClockEventKind.RESOLVED: 'resolved'>, <ClockEventKind.CLOSED: 'closed'>)

    The next response to each reply of the customer:

    >>> policy = ClockPolicy(
    ...     target=timedelta(hours=4),
    ...     name="next response",
    ...     starts_on="customer_replied",
    ...     stops_on="responded",
    ...     repeats=True,
    ...     reopening="stay_stopped",
    ... )

    It cannot stop on what starts it:

    >>> ClockPolicy(target=timedelta(hours=4), starts_on="responded", stops_on="responded")
    Traceback (most recent call last):
    servicemodel.errors.ServiceModelError: a clock cannot stop on what starts it; both are 'responded'
    """

    target: timedelta | None = attrs.field(converter=_target)
    name: str = attrs.field(default="", validator=_text)
    starts_on: ClockEventKind = attrs.field(default=ClockEventKind.OPENED, converter=ClockEventKind)
    stops_on: tuple[ClockEventKind, ...] = attrs.field(
        default=(ClockEventKind.RESOLVED, ClockEventKind.CLOSED), converter=_stops
    )
    paused_by: tuple[str, ...] | None = attrs.field(default=None, converter=_reasons)
    reopening: Reopening = attrs.field(default=Reopening.CONTINUE, converter=Reopening)
    repeats: bool = attrs.field(default=False, validator=_truth)
    warning: timedelta | None = attrs.field(default=None, converter=_warning)
    warning_share: float | None = attrs.field(default=None)

    @target.validator
    def _positive(self, _: Any, target: timedelta | None) -> None:
        if target == timedelta():
            raise DomainError("target", target, "more than 0, or None where nothing is promised")

    @starts_on.validator
    def _starts(self, _: Any, starts_on: ClockEventKind) -> None:
        if starts_on not in STARTS:
            raise DomainError("starts_on", starts_on.value, f"one of {_named_in(STARTS)}")

    @stops_on.validator
    def _stopped(self, _: Any, stops_on: tuple[ClockEventKind, ...]) -> None:
        if not stops_on or set(stops_on) - set(STOPS):
            raise DomainError("stops_on", [kind.value for kind in stops_on], f"one or more of {_named_in(STOPS)}")
        if self.starts_on in stops_on:
            msg = f"a clock cannot stop on what starts it; both are {self.starts_on.value!r}"
            raise ServiceModelError(msg)

    @warning_share.validator
    def _share(self, _: Any, share: float | None) -> None:
        if share is None:
            return
        if self.warning is not None:
            msg = f"a policy has one warning; got warning={self.warning!r} and warning_share={share!r}"
            raise ServiceModelError(msg)
        if isinstance(share, bool) or not isinstance(share, int | float):
            msg = f"warning_share must be a number from 0 to 1; got {share!r}"
            raise TypeError(msg)
        if not (isfinite(share) and 0 <= share <= 1):
            raise DomainError("warning_share", share, "from 0 to 1")

    def stopped_by(self, reason: str | None) -> bool:
        """Whether a pause for such a reason stops the counting."""
        return self.paused_by is None or reason in self.paused_by

    def warns_at(self, target: int) -> int:
        """Return from how little time left, in microseconds, a target is due soon; -1 for never."""
        if self.warning is not None:
            return self.warning // _MICROSECOND
        return -1 if self.warning_share is None else round(target * self.warning_share)
