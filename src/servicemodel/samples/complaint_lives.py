"""What became of simulated complaints, step by step, and how a service clock saw them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs

from servicemodel.clock import BusinessCalendar, ClockEvent, ClockPolicy, ServiceClock, Weekday
from servicemodel.complaints import ComplaintState
from servicemodel.labels import Language
from servicemodel.objects import Complaint, ComplaintEvent
from servicemodel.samples import words as w
from servicemodel.samples.dice import Dice

_S = ComplaintState

#: Steps up to the answer, and within which shares of the time to it each is taken.
_STEPS = (
    (_S.ACKNOWLEDGED, 0.02, 0.15),
    (_S.ASSESSED, 0.15, 0.3),
    (_S.INVESTIGATING, 0.3, 0.5),
    (_S.RESPONDED, 0.7, 0.95),
)
#: How long an answer would take where none came yet.
_USUAL = timedelta(days=4)


def dealers_clock(language: Language) -> ServiceClock:
    """Return what the dealer promises on complaints: an answer within three days of opening, closed on holidays."""
    spring = w.SPRING_FESTIVAL.in_language(language)
    return ServiceClock(
        calendar=BusinessCalendar(
            hours=dict.fromkeys(tuple(Weekday)[:6], "08:30-18:00"),
            time_zone="Asia/Shanghai",
            holidays={
                **{date(2024, 2, day): spring for day in (10, 11, 12)},
                date(2024, 5, 1): w.LABOUR_DAY.in_language(language),
            },
        ),
        policy=ClockPolicy(target=timedelta(hours=28.5), warning=timedelta(hours=4)),
    )


@attrs.frozen
class _Turns:
    """What chance decides about the life of a complaint, all of it drawn for each."""

    shares: tuple[float, ...]
    paused: bool
    silent: bool
    days_to_verdict: float
    escalated: bool
    days_to_settle: float

    @classmethod
    def of(cls, dice: Dice) -> _Turns:
        """Draw all of it."""
        return cls(
            shares=tuple(dice.number(low, high) for _, low, high in _STEPS),
            paused=dice.chance(0.3),
            silent=dice.chance(0.12),
            days_to_verdict=dice.number(0.3, 3),
            escalated=dice.chance(0.7),
            days_to_settle=dice.number(0.5, 4),
        )


def live(
    complaint: Complaint, dice: Dice, closed: datetime, language: Language
) -> tuple[Complaint, tuple[ClockEvent, ...]]:
    """Return a complaint with the steps taken until the book was closed, and its log for a clock.

    Of some complaints nobody wrote the steps down, as in life.
    """
    turns = _Turns.of(dice)
    steps = _steps(complaint, turns, closed)
    log = _log(complaint, steps, turns, language)
    return (complaint if turns.silent else attrs.evolve(complaint, events=steps)), log


def _steps(complaint: Complaint, turns: _Turns, closed: datetime) -> tuple[ComplaintEvent, ...]:
    answered = complaint.resolved_at
    length = _USUAL if answered is None else answered - complaint.received_at
    planned = [
        (state, _to_the_minute(complaint.received_at + share * length))
        for (state, _, _), share in zip(_STEPS, turns.shares, strict=True)
    ]
    if answered is not None:
        planned.append((_S.DECISION_COMMUNICATED, answered))
        verdict = _to_the_minute(answered + timedelta(days=turns.days_to_verdict))
        if complaint.satisfied:
            planned += [(_S.ACCEPTED, verdict), (_S.CLOSED, verdict + timedelta(hours=1))]
        elif complaint.satisfied is not None:
            planned.append((_S.REJECTED, verdict))
            if turns.escalated:
                settled = _to_the_minute(verdict + timedelta(days=turns.days_to_settle))
                planned += [(_S.ESCALATED_INTERNALLY, verdict + timedelta(hours=2)), (_S.CLOSED, settled)]
    return tuple(ComplaintEvent(state=state, at=at) for state, at in planned if at <= closed)


def _to_the_minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _log(
    complaint: Complaint, steps: tuple[ComplaintEvent, ...], turns: _Turns, language: Language
) -> tuple[ClockEvent, ...]:
    """Return the log: opened, assigned, sometimes paused for the customer, resolved, opened again where rejected."""
    at = {step.state: step.at for step in steps}
    log = [ClockEvent("opened", complaint.received_at)]
    for state, kind in (
        (_S.ACKNOWLEDGED, "assigned"),
        (_S.ASSESSED, "paused"),
        (_S.INVESTIGATING, "resumed"),
        (_S.RESPONDED, "responded"),
        (_S.DECISION_COMMUNICATED, "resolved"),
        (_S.REJECTED, "reopened"),
        (_S.CLOSED, "closed"),
    ):
        if state in at and (turns.paused or kind not in {"paused", "resumed"}):
            reason = w.WAITING_FOR_CUSTOMER.in_language(language) if kind == "paused" else None
            log.append(ClockEvent(kind, at[state], reason=reason))
    return tuple(log)
