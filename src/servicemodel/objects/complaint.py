"""A complaint: what it is about, how grave it is, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Self

import attrs
from attrs.validators import optional

from servicemodel.churn.repurchase_intention import ComplaintOutcome, LossSize, repurchase_intention
from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.clock_event import ClockEvent
from servicemodel.complaints.classes import ComplaintCategory, Severity
from servicemodel.complaints.complaint_life import COMPLAINT_LIFE
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.complaint_type import COMPLAINT_TYPES, ComplaintType, complaint_type
from servicemodel.complaints.deadlines import Deadlines, deadlines
from servicemodel.complaints.handling_script import HandlingScript, handling_script
from servicemodel.complaints.regime import Regime
from servicemodel.complaints.reply import draft_reply as _draft_reply
from servicemodel.complaints.triage import TRIAGE, CustomerValue, TriagePriority, triage
from servicemodel.errors import DomainError
from servicemodel.labels import is_missing
from servicemodel.objects import checks
from servicemodel.objects.complaint_clock import log_of
from servicemodel.objects.complaint_event import ComplaintEvent
from servicemodel.objects.complaint_log import TO_THE_ANSWER, VERDICTS, check_events, no_earlier, settled_at
from servicemodel.objects.complaint_steps import ComplaintSteps
from servicemodel.satisfaction.promise_state import PromiseState, promise_state
from servicemodel.tables import Matrix


def _category(value: ComplaintCategory | str | None) -> ComplaintCategory | None:
    return checks.as_member(ComplaintCategory, value)  # type: ignore[no-any-return]


def _severity(value: Severity | str) -> Severity:
    return checks.as_member(Severity, value)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True)
class Complaint(ComplaintSteps):
    """A complaint, and what became of it step by step.

    Its life is that of ``COMPLAINT_LIFE``. A step is a method that returns a new complaint with the event appended:
    communicating the decision is the answer and sets ``resolved_at``; accepting and rejecting it set ``satisfied``. The
    log may also begin after the answer, where the steps before it were not recorded.

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
    events : tuple of ComplaintEvent, default none
        The steps after the receipt, in order; several may share an instant.

    Raises
    ------
    DomainError
        If a text is blank, an instant has no zone, an event comes before the one before it, or the events say
        otherwise than ``resolved_at`` or ``satisfied``.
    TransitionError
        If an event does not follow the one before it.
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

    Step by step:

    >>> complaint = complaint.acknowledge(at=datetime(2024, 5, 1, 9, tzinfo=UTC), note="by telephone")
    >>> complaint.state
    <ComplaintState.ACKNOWLEDGED: 'acknowledged'>
    >>> complaint.close(at=datetime(2024, 5, 1, 10, tzinfo=UTC))
    Traceback (most recent call last):
    servicemodel.errors.TransitionError: Complaint 'k1' is 'acknowledged': it may become 'assessed'; got 'closed'
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
    events: tuple[ComplaintEvent, ...] = attrs.field(
        default=(), converter=checks.as_tuple, validator=checks.Several(checks.Instance(ComplaintEvent))
    )

    def __attrs_post_init__(self) -> None:
        check_events(self)

    # --- its life -----------------------------------------------------------------------------------------------------

    @property
    def history(self) -> tuple[ComplaintEvent, ...]:
        """All that is known of its life: the receipt, then the answer where it was recorded without steps, then the events.

        ``render.to_markdown(complaint.history, "zh")`` prints it.
        """
        history = [ComplaintEvent(state=ComplaintState.RECEIVED, at=self.received_at)]
        if self.resolved_at is not None and not (self.events and self.events[0].state in TO_THE_ANSWER):
            history.append(ComplaintEvent(state=ComplaintState.DECISION_COMMUNICATED, at=self.resolved_at))
        return (*history, *self.events)

    @property
    def state(self) -> ComplaintState:
        """Where it stands after the last event.

        A complaint without events is received, or, where it was answered, its decision is communicated.
        """
        return self.history[-1].state

    @property
    def next_states(self) -> tuple[ComplaintState, ...]:
        """What it may become next; nothing once it is closed."""
        return COMPLAINT_LIFE.allowed(self.state)

    @property
    def is_open(self) -> bool:
        """Whether it is open: in every state but closed, and rejected too."""
        return self.state is not ComplaintState.CLOSED

    def has_been(self, state: ComplaintState | str) -> bool:
        """Whether it is, or ever was, in a state.

        Raises
        ------
        LabelError
            If there is no such state.
        """
        return COMPLAINT_LIFE.state(state) in {event.state for event in self.history}

    def state_at(self, *, as_of: datetime) -> ComplaintState:
        """Return where it stood at an instant; what happened in that instant has happened.

        Raises
        ------
        DomainError
            If ``as_of`` has no zone or is before the receipt.
        TypeError
            If ``as_of`` is no datetime.
        """
        self._check_as_of(as_of)
        return next(event.state for event in reversed(self.history) if checks.between(event.at, as_of) >= timedelta(0))

    def step(self, to: ComplaintState | str, *, at: datetime, note: str | None = None) -> Self:
        """Return the complaint in its next state; every step below does the same for its own.

        Parameters
        ----------
        to : ComplaintState or str
            What it becomes; one of ``next_states``.
        at : datetime
            With a time zone; no earlier than the step before.
        note : str, optional
            What is to be remembered of it.

        Raises
        ------
        TransitionError
            If it may not become that; the error lists what it may become.
        DomainError
            If the instant has no zone or is before the step before it, or the note is blank.
        """
        last = self.history[-1]
        state = COMPLAINT_LIFE.move(last.state, to, owner=checks.named(self))
        event = ComplaintEvent(state=state, at=at, note=note)
        if checks.between(last.at, event.at) < timedelta(0):
            raise DomainError("at", event.at.isoformat(), no_earlier(last))
        return attrs.evolve(
            self,
            events=(*self.events, event),
            resolved_at=event.at if state is ComplaintState.DECISION_COMMUNICATED else self.resolved_at,
            satisfied=VERDICTS.get(state, self.satisfied),
        )

    def clock_log(self, also: Iterable[ClockEvent] = ()) -> tuple[ClockEvent, ...]:
        """Return its life as a log for :class:`~servicemodel.clock.ServiceClock`.

        The receipt opens, the acknowledgement responds, the communicated decision resolves, a rejection reopens, as it
        stays open, and so on to the close; a decision accepted after that resolves again. The other steps happen inside
        the house and are nothing to a clock. Notes are the reasons.

        Parameters
        ----------
        also : iterable of ClockEvent
            What is no step of a complaint: pauses, resumptions, replies of the customer, changes of policy. In any
            order; in the instant of a step they come before it, in that of the receipt after it.

        Raises
        ------
        DomainError
            If such an event may not stand where it stands, or an instant is before 1900 or after 2199.
        TypeError
            If ``also`` holds something else than clock events.
        """
        return log_of(self.history, also)

    # --- what the models say of it --------------------------------------------------------------------------------------

    def type(self, *, table: Matrix = COMPLAINT_TYPES) -> ComplaintType:
        """Name which of the four types it is; see :func:`servicemodel.complaint_type`.

        Raises
        ------
        MissingError
            If it is not known whether it is justified.
        """
        justified: bool = checks.needed(self, "justified")[0]
        return complaint_type(severity=self.severity, justified=justified, table=table)

    def try_type(self, *, table: Matrix = COMPLAINT_TYPES) -> ComplaintType | None:
        """Name which of the four types it is, or return ``None`` where it is not known whether it is justified."""
        return None if self.justified is None else self.type(table=table)

    def triage(
        self, *, value: CustomerValue | str, presume_justified: bool = False, table: Matrix = TRIAGE
    ) -> TriagePriority:
        """Say how soon it is taken up; see :func:`servicemodel.triage`.

        Parameters
        ----------
        value : CustomerValue or its value
            What the customer is worth to us.
        presume_justified : bool, default False
            Whether to take it as justified as long as that is not known; what is known stands.
        table : Matrix, default TRIAGE

        Raises
        ------
        MissingError
            If it is not known whether it is justified, and not presumed.
        """
        if not isinstance(presume_justified, bool):
            raise TypeError(f"presume_justified must be True or False; got {presume_justified!r}")
        unknown = self.justified is None and presume_justified
        justified = True if unknown else checks.needed(self, "justified")[0]
        return triage(severity=self.severity, value=value, justified=justified, table=table)

    def handling_script(self) -> HandlingScript:
        """Return the steps of handling it; see :func:`~servicemodel.complaints.handling_script`."""
        return handling_script(self)

    #: As a method it takes the complaint for its first argument, and all others as they are.
    draft_reply = _draft_reply

    def deadlines(
        self,
        *,
        regime: Regime | str,
        calendar: BusinessCalendar,
        accepted_at: datetime | None = None,
        decided_at: datetime | None = None,
    ) -> Deadlines:
        """Return by when it is owed what, under a regime; see :func:`~servicemodel.complaints.deadlines`.

        ``accepted_at`` is when an authority accepted the case, which no step here says. Where ``decided_at`` is not given,
        it was decided when it was responded to, if it was.
        """
        if decided_at is None:
            decided_at = next((event.at for event in self.events if event.state is ComplaintState.RESPONDED), None)
        return deadlines(
            regime=regime,
            received_at=self.received_at,
            calendar=calendar,
            accepted_at=accepted_at,
            decided_at=decided_at,
        )

    def promise_state(self, *, as_of: datetime) -> PromiseState:
        """Say whether the answer came when due, as of an instant; see :func:`servicemodel.promise_state`."""
        return promise_state(promised_at=self.due_at, completed_at=self.resolved_at, as_of=as_of)

    def outcome(self, *, as_of: datetime, quickly_within: timedelta) -> ComplaintOutcome:
        """Name what became of it, as of an instant.

        An answer that the customer refused leaves it unresolved, from the instant the refusal is recorded among the events,
        or from the answer where ``satisfied`` alone says so. Accepted after that, it was resolved when it was accepted.

        Parameters
        ----------
        as_of : datetime
            With a time zone; an answer after it has not been given yet.
        quickly_within : timedelta
            From receipt to the answer, or to its acceptance after a refusal: up to this long, and exactly this long, is quick. The study behind the table of
            repurchase intentions gives no figure, so there is no default.

        Raises
        ------
        DomainError
            If ``as_of`` has no zone or is before the receipt, the duration is negative, or the answer is recorded as
            given before the receipt: how quick that was nobody can say.
        TypeError
            If ``as_of`` is no datetime or ``quickly_within`` no timedelta.
        """
        self._check_as_of(as_of)
        if not isinstance(quickly_within, timedelta):
            msg = f"quickly_within must be a timedelta; got {type(quickly_within).__name__}"
            raise TypeError(msg)
        if quickly_within < timedelta(0):
            raise DomainError("quickly_within", quickly_within, "a duration of at least 0")
        settled = settled_at(self, as_of=as_of)
        if settled is None:
            return ComplaintOutcome.UNRESOLVED
        taken = checks.between(self.received_at, settled)
        if taken < timedelta(0):
            raise DomainError("Complaint.resolved_at", settled.isoformat(), self._since_receipt)
        return ComplaintOutcome.RESOLVED_QUICKLY if taken <= quickly_within else ComplaintOutcome.RESOLVED

    @property
    def _since_receipt(self) -> str:
        return f"no earlier than received_at ({self.received_at.isoformat()})"

    def _check_as_of(self, as_of: datetime) -> None:
        """Refuse what is no instant since the receipt."""
        if not isinstance(as_of, datetime) or is_missing(as_of):
            raise TypeError(f"as_of must be a datetime; got {type(as_of).__name__}")
        if as_of.utcoffset() is None or checks.between(self.received_at, as_of) < timedelta(0):
            raise DomainError("as_of", as_of, f"{checks.INSTANT}, {self._since_receipt}")

    def repurchase_intention(self, *, loss: LossSize, as_of: datetime, quickly_within: timedelta) -> float:
        """Return the share of such customers who mean to buy again; see :func:`servicemodel.repurchase_intention`."""
        return repurchase_intention(outcome=self.outcome(as_of=as_of, quickly_within=quickly_within), loss=loss)
