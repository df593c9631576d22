"""A complaint asks the models of its family about itself, and hands its life to a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    ALWAYS_OPEN,
    CLEAR,
    COMPLAINT_TYPES,
    LSCIA,
    MONDAY_TO_FRIDAY,
    REGIMES,
    TRIAGE,
    BusinessCalendar,
    ClockEvent,
    ClockPolicy,
    ClockState,
    Complaint,
    ComplaintOutcome,
    ComplaintState,
    ComplaintType,
    CustomerValue,
    DomainError,
    LabelError,
    MissingError,
    ServiceClock,
    TriagePriority,
    complaint_type,
    deadlines,
    draft_reply,
    repurchase_intention,
    triage,
)
from servicemodel.strategies import business_calendars, complaints

S = ComplaintState
HOUR = timedelta(hours=1)
START = datetime(2024, 5, 6, 9, tzinfo=UTC)
NEW = Complaint(id="k1", received_at=START)
OFFICE = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="UTC")
LETTER = {
    "customer": "Ms Wang",
    "product": "the repair of your car",
    "trouble": "It was not ready.",
    "shared_view": "A promise is a promise.",
    "lesson": "We call before the hour now.",
    "findings": "The part came late.",
    "compensation": None,
    "commitment": "We will call you.",
    "company": "Garage",
    "signed_by": "Li Ming",
    "written_on": date(2024, 5, 8),
}


def at(hours):
    return START + hours * HOUR


def lived(*states, notes=None):
    complaint = NEW
    for hours, state in enumerate(states, start=1):
        complaint = complaint.step(state, at=at(hours), note=(notes or {}).get(state))
    return complaint


ANSWERED = (S.ACKNOWLEDGED, S.ASSESSED, S.INVESTIGATING, S.RESPONDED, S.DECISION_COMMUNICATED)


# --- class, triage, script, reply -------------------------------------------------------------------------------------


@given(complaints(most_events=0), st.sampled_from(CustomerValue))
def test_a_complaint_answers_as_the_models_do_or_names_what_is_missing(complaint, value):
    assert complaint.handling_script() is (LSCIA if complaint.severity.value == "ordinary" else CLEAR)
    if complaint.justified is None:
        for ask in (complaint.type, lambda: complaint.triage(value=value)):
            with pytest.raises(MissingError, match=r"Complaint .* has no justified"):
                ask()
        assert complaint.try_type() is None
        asked = {"severity": complaint.severity, "value": value, "justified": True}
        assert complaint.triage(value=value, presume_justified=True) is triage(**asked)
    else:
        found = complaint_type(severity=complaint.severity, justified=complaint.justified)
        asked = {"severity": complaint.severity, "value": value, "justified": complaint.justified}
        assert complaint.type() is complaint.try_type() is found
        assert complaint.triage(value=value) is triage(**asked)
        assert complaint.triage(value=value, presume_justified=True) is triage(**asked)


def test_what_is_known_to_be_unjustified_is_not_presumed_justified():
    complaint = Complaint(id="k", received_at=START, severity="serious", justified=False)

    assert complaint.type() is ComplaintType.UNREASONABLE
    assert complaint.triage(value="low", presume_justified=True) is TriagePriority.NORMAL


def test_a_table_is_passed_on():
    complaint = Complaint(id="k", received_at=START, justified=True)

    assert (
        complaint.type(table=COMPLAINT_TYPES) is complaint.try_type(table=COMPLAINT_TYPES) is ComplaintType.REASONABLE
    )
    assert complaint.triage(value="low", table=TRIAGE) is TriagePriority.NORMAL
    for ask in (complaint.type, complaint.try_type, lambda table: complaint.triage(value="low", table=table)):
        with pytest.raises(TypeError, match="table must be a Matrix"):
            ask(table="mine")
    with pytest.raises(LabelError, match="CustomerValue"):
        complaint.triage(value="golden")


def test_a_reply_is_drafted_for_the_complaint_that_is_asked():
    letter = NEW.draft_reply("The repair is free.", **LETTER)

    assert letter == draft_reply(NEW, "The repair is free.", **LETTER)
    assert letter.complaint_id == "k1"
    assert letter.check().complete
    with pytest.raises(DomainError, match="written_on"):
        NEW.draft_reply("The repair is free.", **LETTER | {"written_on": date(2024, 5, 5)})


# --- what became of it ------------------------------------------------------------------------------------------------


def test_an_answer_the_customer_refused_resolves_nothing():
    refused = Complaint(id="k", received_at=START, resolved_at=at(1), satisfied=False)
    asked = {"as_of": at(2), "quickly_within": 4 * HOUR}

    assert refused.outcome(**asked) is ComplaintOutcome.UNRESOLVED
    assert refused.repurchase_intention(loss="major", **asked) == repurchase_intention(
        outcome="unresolved", loss="major"
    )
    for satisfied in (True, None):
        answered = attrs.evolve(refused, satisfied=satisfied)
        assert answered.outcome(**asked) is ComplaintOutcome.RESOLVED_QUICKLY


def test_a_refusal_counts_from_the_instant_it_was_said():
    refused = lived(*ANSWERED, S.REJECTED)
    asked = {"quickly_within": 5 * HOUR}

    assert refused.outcome(as_of=at(5.9), **asked) is ComplaintOutcome.RESOLVED_QUICKLY
    assert refused.outcome(as_of=at(6), **asked) is ComplaintOutcome.UNRESOLVED
    escalated = refused.escalate_internally(at=at(7)).escalate_externally(at=at(8))
    assert escalated.close(at=at(9)).outcome(as_of=at(9), **asked) is ComplaintOutcome.UNRESOLVED


def test_what_is_accepted_higher_up_was_resolved_then():
    settled = lived(*ANSWERED, S.REJECTED, S.ESCALATED_INTERNALLY, S.ACCEPTED)

    assert settled.outcome(as_of=at(7.9), quickly_within=8 * HOUR) is ComplaintOutcome.UNRESOLVED
    assert settled.outcome(as_of=at(8), quickly_within=8 * HOUR) is ComplaintOutcome.RESOLVED_QUICKLY
    assert settled.outcome(as_of=at(8), quickly_within=7 * HOUR) is ComplaintOutcome.RESOLVED


def test_what_is_accepted_as_it_was_answered_was_resolved_with_the_answer():
    accepted = lived(*ANSWERED, S.ACCEPTED, S.CLOSED)

    assert accepted.outcome(as_of=at(9), quickly_within=5 * HOUR) is ComplaintOutcome.RESOLVED_QUICKLY
    assert accepted.outcome(as_of=at(9), quickly_within=4 * HOUR) is ComplaintOutcome.RESOLVED


@given(complaints(), st.timedeltas(timedelta(0), timedelta(days=400)))
def test_an_outcome_is_unresolved_exactly_without_an_answer_or_with_a_refused_one(complaint, quickly_within):
    end = max(complaint.history[-1].at, complaint.resolved_at or complaint.received_at)
    unresolved = complaint.resolved_at is None or complaint.satisfied is False
    found = complaint.outcome(as_of=end, quickly_within=quickly_within)

    assert (found is ComplaintOutcome.UNRESOLVED) is unresolved
    assert found is not ComplaintOutcome.NOT_COMPLAINED


# --- deadlines --------------------------------------------------------------------------------------------------------


@given(complaint=complaints(most_events=0), calendar=business_calendars(), regime=st.sampled_from(tuple(REGIMES)))
def test_deadlines_are_those_of_the_receipt(complaint, calendar, regime):
    asked = {"regime": regime, "calendar": calendar}

    assert complaint.deadlines(**asked) == deadlines(received_at=complaint.received_at, **asked)


def test_it_was_decided_when_it_was_responded_to_unless_said_otherwise():
    asked = {"regime": "cn_samr", "calendar": OFFICE}
    decided = lived(*ANSWERED[:4])

    assert NEW.deadlines(**asked).of("notice").due_on is None
    assert decided.deadlines(**asked).of("notice").counted_from == at(4).date()
    later = decided.deadlines(**asked, accepted_at=at(24), decided_at=at(48))
    assert later.of("notice").counted_from == at(48).date()
    assert later.of("mediation_end").counted_from == at(24).date()


# --- the clock --------------------------------------------------------------------------------------------------------


def kinds(log):
    return [event.kind.value for event in log]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((), ["opened"]),
        (ANSWERED[:4], ["opened", "responded"]),
        (ANSWERED, ["opened", "responded", "resolved"]),
        ((*ANSWERED, S.ACCEPTED, S.CLOSED), ["opened", "responded", "resolved", "closed"]),
        ((*ANSWERED, S.REJECTED), ["opened", "responded", "resolved", "reopened"]),
        (
            (*ANSWERED, S.REJECTED, S.ESCALATED_INTERNALLY, S.ACCEPTED, S.CLOSED),
            ["opened", "responded", "resolved", "reopened", "resolved", "closed"],
        ),
        (
            (*ANSWERED, S.REJECTED, S.ESCALATED_INTERNALLY, S.ESCALATED_EXTERNALLY, S.CLOSED),
            ["opened", "responded", "resolved", "reopened", "closed"],
        ),
    ],
)
def test_steps_that_the_customer_sees_are_events_of_the_clock(states, expected):
    assert kinds(lived(*states).clock_log()) == expected


@given(complaints())
def test_every_life_is_a_log_a_clock_can_read(complaint):
    clock = ServiceClock(calendar=ALWAYS_OPEN, policy=ClockPolicy(target=8 * HOUR))
    log, history = complaint.clock_log(), complaint.history

    assert (log[0].kind.value, log[0].at) == ("opened", complaint.received_at)
    assert {(event.at, event.reason) for event in log} <= {(event.at, event.note) for event in history}
    assert (log[-1].kind.value == "closed") is not complaint.is_open
    if not complaint.has_been("rejected"):
        assert clock.read(log, as_of=history[-1].at).done_at == complaint.resolved_at


def test_a_life_with_a_pause_is_counted_without_it():
    pause = [
        ClockEvent("resumed", at(24), reason="the invoice is here"),
        ClockEvent("paused", at(3.5), reason="waiting for the customer"),
    ]
    complaint = NEW.acknowledge(at=at(1)).assess(at=at(2)).investigate(at=at(3)).respond(at=at(25))
    complaint = complaint.communicate_decision(at=at(26), note="told by telephone")
    log = complaint.clock_log(pause)
    clock = ServiceClock(calendar=OFFICE, policy=ClockPolicy(target=6 * HOUR))
    reading = clock.read(log, as_of=at(26))

    assert kinds(log) == ["opened", "responded", "paused", "resumed", "resolved"]
    assert log[-1].reason == "told by telephone"
    assert (reading.state, reading.elapsed) == (ClockState.MET, 5.5 * HOUR)


def test_what_is_given_comes_before_a_step_of_its_instant_and_after_the_receipt():
    complaint = lived(*ANSWERED)
    pause, resumption = ClockEvent("paused", START), ClockEvent("resumed", at(5))

    assert kinds(complaint.clock_log([resumption, pause])) == ["opened", "paused", "responded", "resumed", "resolved"]


def test_what_a_log_cannot_hold_is_refused():
    with pytest.raises(DomainError, match="in order of time"):
        NEW.clock_log([ClockEvent("paused", START - HOUR)])
    with pytest.raises(DomainError, match="goes on with"):
        NEW.clock_log([ClockEvent("resumed", at(1))])
    with pytest.raises(TypeError, match="also must be a sequence of ClockEvent; got ClockEvent"):
        NEW.clock_log(ClockEvent("paused", at(1)))
    with pytest.raises(TypeError, match="also must be a sequence of ClockEvent; got int"):
        NEW.clock_log(3)
    with pytest.raises(TypeError, match="got 'paused' at index 0"):
        NEW.clock_log(["paused"])
    with pytest.raises(DomainError, match="1900"):
        Complaint(id="k", received_at=datetime(1899, 12, 31, tzinfo=UTC)).clock_log()
