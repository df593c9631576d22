"""A complaint: what it is about, how grave it is, and what became of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs
from attrs.validators import optional

from servicemodel.churn.repurchase_intention import ComplaintOutcome, LossSize, repurchase_intention
from servicemodel.complaints.classes import ComplaintCategory, Severity
from servicemodel.errors import DomainError
from servicemodel.objects import checks
from servicemodel.satisfaction.promise_state import PromiseState, promise_state


def _category(value: ComplaintCategory | str | None) -> ComplaintCategory | None:
    return checks.as_member(ComplaintCategory, value)  # type: ignore[no-any-return]


def _severity(value: Severity | str) -> Severity:
    return checks.as_member(Severity, value)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True)
class Complaint:
    """A complaint.

    Parameters
    ----------
    id : str
    customer_id, encounter_id, account_id : str, optional
    received_at : datetime
        With a time zone.
    due_at, resolved_at : datetime, optional
        With a time zone: when an answer is owed, and when it was given.
    category : ComplaintCategory, optional
    severity : Severity, default ORDINARY
    justified : bool, optional
    channel, kind, response : str, optional
        How it came, what it is about in your own words, what was answered.
    satisfied : bool, optional
        Whether the customer accepted the outcome.

    Raises
    ------
    DomainError
        If a text is blank or an instant has no zone.
    MissingError
        If the id or the instant of receipt is missing.
    LabelError
        If the category or the severity is unknown.
    TypeError
        If a value is of a type its field does not take.

    Examples
    --------
    >>> from datetime import UTC
    >>> complaint = Complaint(
    ...     id="k1", received_at=datetime(2024, 5, 1, tzinfo=UTC), due_at=datetime(2024, 5, 8, tzinfo=UTC)
    ... )
    >>> complaint.promise_state(as_of=datetime(2024, 5, 9, tzinfo=UTC))
    <PromiseState.BROKEN: 'broken'>
    >>> complaint.promise_state(as_of=datetime(2024, 5, 8, tzinfo=UTC))
    <PromiseState.PENDING: 'pending'>
    """

    id: str = attrs.field(validator=checks.Words())
    customer_id: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    encounter_id: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    account_id: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    received_at: datetime = attrs.field(converter=checks.as_instant, validator=checks.Aware())
    due_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )
    resolved_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )
    category: ComplaintCategory | None = attrs.field(
        default=None, converter=_category, validator=optional(checks.Member(ComplaintCategory))
    )
    severity: Severity = attrs.field(default=Severity.ORDINARY, converter=_severity, validator=checks.Member(Severity))
    justified: bool | None = attrs.field(default=None, validator=optional(checks.Truth()))
    channel: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    kind: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    response: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    satisfied: bool | None = attrs.field(default=None, validator=optional(checks.Truth()))

    def promise_state(self, *, as_of: datetime) -> PromiseState:
        """Say whether the answer came when due, as of an instant; see :func:`servicemodel.promise_state`."""
        return promise_state(promised_at=self.due_at, completed_at=self.resolved_at, as_of=as_of)

    def outcome(self, *, as_of: datetime, quickly_within: timedelta) -> ComplaintOutcome:
        """Name what became of it, as of an instant.

        Parameters
        ----------
        as_of : datetime
            With a time zone; an answer after it has not been given yet.
        quickly_within : timedelta
            From receipt to answer: up to this long, and exactly this long, is quick. The study behind the table of
            repurchase intentions gives no figure, so there is no default.

        Raises
        ------
        DomainError
            If ``as_of`` has no zone or is before the receipt, the duration is negative, or the answer is recorded as
            given before the receipt: how quick that was nobody can say.
        TypeError
            If ``as_of`` is no datetime or ``quickly_within`` no timedelta.
        """
        for name, value, kind in (("as_of", as_of, datetime), ("quickly_within", quickly_within, timedelta)):
            if not isinstance(value, kind):
                msg = f"{name} must be {checks.article(kind)}; got {type(value).__name__}"
                raise TypeError(msg)
        no_earlier = f"no earlier than received_at ({self.received_at.isoformat()})"
        if as_of.utcoffset() is None or checks.between(self.received_at, as_of) < timedelta(0):
            raise DomainError("as_of", as_of, f"{checks.INSTANT}, {no_earlier}")
        if quickly_within < timedelta(0):
            raise DomainError("quickly_within", quickly_within, "a duration of at least 0")
        if self.resolved_at is None or checks.between(as_of, self.resolved_at) > timedelta(0):
            return ComplaintOutcome.UNRESOLVED
        taken = checks.between(self.received_at, self.resolved_at)
        if taken < timedelta(0):
            raise DomainError("Complaint.resolved_at", self.resolved_at.isoformat(), no_earlier)
        return ComplaintOutcome.RESOLVED_QUICKLY if taken <= quickly_within else ComplaintOutcome.RESOLVED

    def repurchase_intention(self, *, loss: LossSize, as_of: datetime, quickly_within: timedelta) -> float:
        """Return the share of such customers who mean to buy again; see :func:`servicemodel.repurchase_intention`."""
        return repurchase_intention(outcome=self.outcome(as_of=as_of, quickly_within=quickly_within), loss=loss)
