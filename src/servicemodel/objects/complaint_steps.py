"""The steps of a complaint's life, each by its own name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from servicemodel.complaints.complaint_state import ComplaintState


class ComplaintSteps:
    """Each method takes the step of its name, as ``step`` of the complaint does."""

    __slots__ = ()

    if TYPE_CHECKING:

        def step(self, to: ComplaintState | str, *, at: datetime, note: str | None = None) -> Self:
            """Return the complaint in its next state."""
            ...

    def acknowledge(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that the customer was told it has come in."""
        return self.step(ComplaintState.ACKNOWLEDGED, at=at, note=note)

    def assess(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that it was judged how grave and how urgent it is."""
        return self.step(ComplaintState.ASSESSED, at=at, note=note)

    def investigate(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that finding out what happened has begun."""
        return self.step(ComplaintState.INVESTIGATING, at=at, note=note)

    def respond(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that it was worked out what is to be done."""
        return self.step(ComplaintState.RESPONDED, at=at, note=note)

    def communicate_decision(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that the customer was told the decision; this is the answer, and sets ``resolved_at``."""
        return self.step(ComplaintState.DECISION_COMMUNICATED, at=at, note=note)

    def accept(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that the customer accepts the decision; sets ``satisfied``."""
        return self.step(ComplaintState.ACCEPTED, at=at, note=note)

    def reject(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that the customer does not accept the decision, and what else they can do; it stays open."""
        return self.step(ComplaintState.REJECTED, at=at, note=note)

    def escalate_internally(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that someone higher up in the house has it."""
        return self.step(ComplaintState.ESCALATED_INTERNALLY, at=at, note=note)

    def escalate_externally(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that an ombudsman, a regulator or a court has it."""
        return self.step(ComplaintState.ESCALATED_EXTERNALLY, at=at, note=note)

    def close(self, *, at: datetime, note: str | None = None) -> Self:
        """Record that the file is closed, for good."""
        return self.step(ComplaintState.CLOSED, at=at, note=note)
