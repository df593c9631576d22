"""What the events of a complaint and its fields must say of one another."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from servicemodel.complaints.complaint_life import COMPLAINT_LIFE
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.errors import DomainError
from servicemodel.objects import checks
from servicemodel.objects.complaint_event import ComplaintEvent

if TYPE_CHECKING:
    from servicemodel.objects.complaint import Complaint

#: The steps up to the answer: a log that begins with one of them begins at the receipt.
TO_THE_ANSWER = frozenset(
    {
        ComplaintState.ACKNOWLEDGED,
        ComplaintState.ASSESSED,
        ComplaintState.INVESTIGATING,
        ComplaintState.RESPONDED,
        ComplaintState.DECISION_COMMUNICATED,
    }
)
#: What the customer says to the decision, and whether that is satisfaction.
VERDICTS = {ComplaintState.ACCEPTED: True, ComplaintState.REJECTED: False}


def check_events(complaint: Complaint) -> None:
    """Refuse a log that cannot be, or that says otherwise than the fields."""
    events, history = complaint.events, complaint.history
    if not events:
        return
    first = len(history) - len(events)  # of the log; what stands before it was not logged
    for place, (before, event) in enumerate(pairwise(history), start=1):
        if place >= first:
            COMPLAINT_LIFE.move(before.state, event.state, owner=checks.named(complaint))
        if checks.between(before.at, event.at) < timedelta(0):
            field = "events" if place >= first else "resolved_at"
            raise DomainError(f"Complaint.{field}", event.at.isoformat(), no_earlier(before))
    _check_answer(complaint)
    _check_verdict(complaint)


def _check_answer(complaint: Complaint) -> None:
    """Refuse events that tell of another answer than the field."""
    answers = [event.at for event in complaint.history if event.state is ComplaintState.DECISION_COMMUNICATED]
    resolved_at = complaint.resolved_at
    given = None if resolved_at is None else resolved_at.isoformat()
    if not answers and resolved_at is not None:
        raise DomainError("Complaint.resolved_at", given, "None until the decision is among the events")
    for at in answers:
        if resolved_at is None or checks.between(at, resolved_at):
            raise DomainError("Complaint.resolved_at", given, f"{at.isoformat()}, when the decision was communicated")


def _check_verdict(complaint: Complaint) -> None:
    """Refuse events that tell of another verdict than the field."""
    for event in reversed(complaint.events):
        if event.state in VERDICTS:
            said = VERDICTS[event.state]
            if complaint.satisfied is not said:
                allowed = f"{said}, as the events say {event.state.value!r}"
                raise DomainError("Complaint.satisfied", complaint.satisfied, allowed)
            return


def settled_at(complaint: Complaint, *, as_of: datetime) -> datetime | None:
    """Return when a complaint got the answer that stands, as of an instant: not one refused, nor one still to come."""
    answered_at = complaint.resolved_at
    if answered_at is None or checks.between(as_of, answered_at) > timedelta(0):
        return None
    verdicts = [event for event in complaint.events if event.state in VERDICTS]
    if not verdicts:
        return None if complaint.satisfied is False else answered_at
    refused = False
    for event in verdicts:
        if checks.between(as_of, event.at) > timedelta(0):
            break
        if not VERDICTS[event.state]:
            refused = True
        elif refused:
            return event.at
    return None if refused else answered_at


def no_earlier(event: ComplaintEvent) -> str:
    """Say what instant may follow an event."""
    return f"no earlier than {event.at.isoformat()}, when it became {event.state.value!r}"
