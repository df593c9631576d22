"""One event in the log of a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

import attrs
import numpy as np

from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_policy import ClockPolicy
from servicemodel.clock.inputs import AT, one_instant
from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.evaluate.instants import instant_of
from servicemodel.labels import Text
from servicemodel.markup import bracketed, headed, labelled


def _instant(value: Any) -> datetime:
    """Return an instant as it was written, in its zone; one of NumPy in UTC."""
    one_instant(AT, value)
    return instant_of(AT, value) if isinstance(value, np.datetime64) else value


@attrs.frozen(repr=False)
class ClockEvent:
    """What happened, and when.

    Attributes
    ----------
    kind : ClockEventKind
    at : datetime
        With a time zone, any one. From 1900 to the end of 2199.
    reason : str, optional
        Why; of a pause, what ``paused_by`` of a :class:`ClockPolicy` is compared with.
    policy : ClockPolicy, optional
        The new policy where the kind is ``policy_changed``, and nowhere else.

    Raises
    ------
    DomainError, MissingError, LabelError, TypeError
        If a value is refused.
    ServiceModelError
        If an event of another kind carries a policy.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> ClockEvent("paused", datetime(2024, 5, 6, 10, tzinfo=UTC), reason="waiting for the customer")
    ClockEvent('paused', 2024-05-06T10:00:00+00:00, reason='waiting for the customer')

    A change of policy says to which:

    >>> ClockEvent("policy_changed", datetime(2024, 5, 6, 10, tzinfo=UTC))
    Traceback (most recent call last):
    servicemodel.errors.MissingError: policy is missing; an event 'policy_changed' carries the new one
    """

    title: ClassVar[Text] = Text("Event", "事件")

    kind: ClockEventKind = attrs.field(converter=ClockEventKind, metadata=headed(Text("what happened", "事件")))
    at: datetime = attrs.field(converter=_instant, metadata=headed(Text("when", "时刻")))
    reason: str | None = attrs.field(default=None, kw_only=True, metadata=headed(Text("reason", "原因")))
    policy: ClockPolicy | None = attrs.field(default=None, kw_only=True, metadata=headed(Text("policy", "承诺")))

    @reason.validator
    def _words(self, _: Any, reason: Any) -> None:
        allowed = "text that is not blank, or None"
        if reason is not None and not isinstance(reason, str):
            msg = f"reason must be {allowed}; got {reason!r}"
            raise TypeError(msg)
        if reason is not None and not reason.strip():
            raise DomainError("reason", reason, allowed)

    @policy.validator
    def _policy_where_it_changes(self, _: Any, policy: Any) -> None:
        if self.kind is not ClockEventKind.POLICY_CHANGED:
            if policy is not None:
                msg = (
                    f"an event 'policy_changed' carries the new policy, and no other does; this is {self.kind.value!r}"
                )
                raise ServiceModelError(msg)
        elif policy is None:
            msg = "policy is missing; an event 'policy_changed' carries the new one"
            raise MissingError(msg)
        elif not isinstance(policy, ClockPolicy):
            msg = f"policy must be a ClockPolicy; got {policy!r}"
            raise TypeError(msg)

    def __repr__(self) -> str:
        more = "".join(f", {name}={value!r}" for name in ("reason", "policy") if (value := getattr(self, name)))
        return f"ClockEvent({self.kind.value!r}, {self.at.isoformat()}{more})"

    def in_language(self, language: str) -> str:
        """Return the event in a line."""
        words = self.kind.in_language(language) + (bracketed(self.reason, language) if self.reason else "")
        return labelled(self.at.isoformat(" "), words, language)
