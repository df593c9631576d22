"""The life of a complaint, step by step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given

from servicemodel import (
    COMPLAINT_LIFE,
    Complaint,
    ComplaintEvent,
    ComplaintOutcome,
    ComplaintState,
    DomainError,
    LabelError,
    PromiseState,
    TransitionError,
    render,
)
from servicemodel.strategies import complaints

S = ComplaintState
START = datetime(2024, 5, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
NEW = Complaint(id="k1", received_at=START, due_at=START + 8 * HOUR)

#: Every step by its method, in an order that a life may have.
METHODS = {
    S.ACKNOWLEDGED: Complaint.acknowledge,
    S.ASSESSED: Complaint.assess,
    S.INVESTIGATING: Complaint.investigate,
    S.RESPONDED: Complaint.respond,
    S.DECISION_COMMUNICATED: Complaint.communicate_decision,
    S.REJECTED: Complaint.reject,
    S.ESCALATED_INTERNALLY: Complaint.escalate_internally,
    S.ESCALATED_EXTERNALLY: Complaint.escalate_externally,
    S.ACCEPTED: Complaint.accept,
    S.CLOSED: Complaint.close,
}
LONGEST = list(METHODS)
ANSWERED = LONGEST[:5]


def at(hours):
    return START + hours * HOUR


def lived(*states, complaint=NEW):
    """Take steps an hour apart."""
    for hours, state in enumerate(states, start=1):
        complaint = complaint.step(state, at=at(hours))
    return complaint


def test_the_longest_life_passes_through_every_state_by_its_own_method():
    complaint = NEW
    for hours, (state, method) in enumerate(METHODS.items(), start=1):
        before = complaint
        complaint = method(before, at=at(hours), note=f"step {hours}")

        assert complaint.state is state
        assert complaint.events == (*before.events, ComplaintEvent(state=state, at=at(hours), note=f"step {hours}"))
        assert before.events == complaint.events[:-1]  # the one before is as it was
        assert complaint.is_open is (state is not S.CLOSED)
        assert complaint == before.step(state.value, at=at(hours), note=f"step {hours}")
    assert [event.state for event in complaint.history] == [S.RECEIVED, *METHODS]
    assert set(METHODS) == set(S) - {S.RECEIVED}
    assert complaint.next_states == ()


def test_a_complaint_without_events_is_received():
    assert NEW.state is S.RECEIVED
    assert NEW.history == (ComplaintEvent(state=S.RECEIVED, at=START),)
    assert NEW.next_states == (S.ACKNOWLEDGED,)
    assert NEW.is_open


@pytest.mark.parametrize("state", S)
def test_a_step_not_allowed_lists_what_is(state):
    complaint = lived(*ANSWERED)

    if state in (S.ACCEPTED, S.REJECTED):
        assert complaint.step(state, at=at(9)).state is state
        return
    with pytest.raises(TransitionError) as caught:
        complaint.step(state, at=at(9))

    error = caught.value
    assert (error.owner, error.state, error.attempted) == ("Complaint 'k1'", S.DECISION_COMMUNICATED, state)
    assert error.allowed == (S.ACCEPTED, S.REJECTED)
    assert str(error) == (
        f"Complaint 'k1' is 'decision_communicated': it may become 'accepted', 'rejected'; got {state.value!r}"
    )


def test_nothing_follows_the_closing():
    closed = lived(*LONGEST)

    for method in METHODS.values():
        with pytest.raises(TransitionError, match="is 'closed': nothing follows it"):
            method(closed, at=at(99))


def test_a_step_before_the_one_before_is_refused_and_one_in_the_same_instant_is_not():
    complaint = NEW.acknowledge(at=at(1))

    assert complaint.assess(at=at(1)).state is S.ASSESSED
    with pytest.raises(
        DomainError, match=r"at must be no earlier than .*10:00:00.*, when it became 'acknowledged'"
    ) as caught:
        complaint.assess(at=at(1) - timedelta(microseconds=1))
    assert caught.value.argument == "at"
    with pytest.raises(DomainError, match="when it became 'received'"):
        NEW.acknowledge(at=START - timedelta(microseconds=1))


def test_the_order_is_that_of_the_instants_where_the_clocks_go_back():
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2024, 10, 27, 2, 50, tzinfo=berlin)  # summer time
    second = datetime(2024, 10, 27, 2, 10, tzinfo=berlin, fold=1)  # twenty minutes later, in winter time
    complaint = Complaint(id="k", received_at=first)

    assert complaint.acknowledge(at=second).state is S.ACKNOWLEDGED
    with pytest.raises(DomainError, match="no earlier than"):
        Complaint(id="k", received_at=second).acknowledge(at=first)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ({"at": datetime(2024, 5, 2)}, DomainError),  # noqa: DTZ001
        ({"at": None}, ValueError),
        ({"at": "2024-05-02"}, TypeError),
        ({"at": at(1), "note": " "}, DomainError),
        ({"at": at(1), "note": 7}, TypeError),
    ],
)
def test_a_step_takes_an_instant_and_words(bad, error):
    with pytest.raises(error, match=r"ComplaintEvent\.(at|note)"):
        NEW.acknowledge(**bad)


def test_an_unknown_state_is_no_step():
    with pytest.raises(LabelError, match="'solved' is not a ComplaintState; allowed are 'received'"):
        NEW.step("solved", at=at(1))
    with pytest.raises(LabelError, match="is not a ComplaintState"):
        NEW.has_been("solved")


# --- what the steps say of the answer ---------------------------------------------------------------------------------


def test_communicating_the_decision_is_the_answer():
    complaint = lived(*ANSWERED[:4])

    assert complaint.resolved_at is None
    assert complaint.promise_state(as_of=at(5)) is PromiseState.PENDING
    answered = complaint.communicate_decision(at=at(5))
    assert answered.resolved_at == at(5)
    assert answered.promise_state(as_of=at(5)) is PromiseState.KEPT
    assert answered.outcome(as_of=at(5), quickly_within=5 * HOUR) is ComplaintOutcome.RESOLVED_QUICKLY
    assert answered.outcome(as_of=at(4), quickly_within=5 * HOUR) is ComplaintOutcome.UNRESOLVED


def test_the_customers_word_says_whether_they_are_satisfied_and_the_last_one_counts():
    answered = lived(*ANSWERED)

    assert answered.satisfied is None
    assert answered.accept(at=at(6)).satisfied is True
    rejected = answered.reject(at=at(6))
    assert rejected.satisfied is False
    assert rejected.is_open
    escalated = rejected.escalate_internally(at=at(7))
    assert escalated.satisfied is False
    assert escalated.close(at=at(8)).satisfied is False
    accepted = escalated.accept(at=at(8))
    assert accepted.satisfied is True
    assert accepted.resolved_at == at(5)
    assert accepted.has_been("rejected")
    assert not answered.has_been(S.REJECTED)
    assert answered.has_been(S.DECISION_COMMUNICATED)


@pytest.mark.parametrize("last", [S.ESCALATED_INTERNALLY, S.ESCALATED_EXTERNALLY])
def test_a_rejected_complaint_is_open_until_it_is_closed(last):
    rejected = lived(*ANSWERED, S.REJECTED)

    with pytest.raises(
        TransitionError, match="may become 'escalated_internally', 'escalated_externally'; got 'closed'"
    ):
        rejected.close(at=at(9))
    escalated = rejected.step(last, at=at(9))
    assert escalated.is_open
    assert not escalated.close(at=at(9)).is_open


def test_where_it_stood_is_known_for_every_instant_since_the_receipt():
    complaint = lived(*LONGEST)

    for hours, state in enumerate([S.RECEIVED, *LONGEST]):
        assert complaint.state_at(as_of=at(hours)) is state
        assert complaint.state_at(as_of=at(hours) + timedelta(minutes=59)) is state
    for as_of in (START - timedelta(microseconds=1), datetime(2024, 5, 2)):  # noqa: DTZ001
        with pytest.raises(DomainError, match="as_of must be a datetime with a time zone, no earlier than received_at"):
            complaint.state_at(as_of=as_of)
    with pytest.raises(TypeError, match="as_of must be a datetime; got str"):
        complaint.state_at(as_of="2024-05-02")


def test_of_several_steps_in_one_instant_the_last_holds():
    complaint = NEW
    for state in ANSWERED:
        complaint = complaint.step(state, at=at(1))

    assert complaint.state_at(as_of=at(1)) is S.DECISION_COMMUNICATED


# --- what was answered without a log ----------------------------------------------------------------------------------

IMPORTED = Complaint(id="k2", received_at=START, resolved_at=at(2))


def test_a_complaint_answered_without_a_log_goes_on_from_its_answer():
    assert IMPORTED.state is S.DECISION_COMMUNICATED
    assert [event.state for event in IMPORTED.history] == [S.RECEIVED, S.DECISION_COMMUNICATED]
    assert IMPORTED.state_at(as_of=at(1)) is S.RECEIVED
    assert IMPORTED.state_at(as_of=at(2)) is S.DECISION_COMMUNICATED
    closed = IMPORTED.reject(at=at(3)).escalate_externally(at=at(4)).close(at=at(5))
    assert closed.resolved_at == at(2)
    assert len(closed.events) == 3
    with pytest.raises(TransitionError, match="'decision_communicated': it may become 'accepted', 'rejected'"):
        IMPORTED.acknowledge(at=at(3))
    with pytest.raises(DomainError, match=r"at must be no earlier than .*11:00:00.*'decision_communicated'"):
        IMPORTED.accept(at=at(1))


def test_an_answer_before_the_receipt_cannot_be_lived_on_from():
    with pytest.raises(
        DomainError, match=r"Complaint\.resolved_at must be no earlier than .*, when it became 'received'"
    ):
        attrs.evolve(IMPORTED, resolved_at=at(-1)).accept(at=at(3))


# --- what contradicts itself ------------------------------------------------------------------------------------------


def event(state, hours):
    return ComplaintEvent(state=state, at=at(hours))


@pytest.mark.parametrize(
    ("fields", "error", "said"),
    [
        ({"events": (event(S.ASSESSED, 1),)}, TransitionError, "is 'received': it may become 'acknowledged'; got 'assessed'"),
        ({"events": (event(S.RECEIVED, 1),)}, TransitionError, "got 'received'"),
        ({"events": (event(S.ACCEPTED, 1),)}, TransitionError, "got 'accepted'"),
        ({"events": (event(S.ACKNOWLEDGED, -1),)}, DomainError, "Complaint.events must be no earlier than"),
        (
            {"events": (event(S.ACKNOWLEDGED, 2), event(S.ASSESSED, 1))},
            DomainError,
            "when it became 'acknowledged'; got '2024-05-01T10",
        ),
        (
            {"events": (event(S.ACKNOWLEDGED, 1),), "resolved_at": at(2)},
            DomainError,
            "Complaint.resolved_at must be None until the decision is among the events",
        ),
        (
            {"events": lived(*ANSWERED).events, "resolved_at": at(9)},
            DomainError,
            "Complaint.resolved_at must be 2024-05-01T14:00:00+00:00, when the decision was communicated; got '2024-05-01T18",
        ),
        ({"events": lived(*ANSWERED).events}, DomainError, "when the decision was communicated; got None"),
        (
            {"events": (event(S.ACCEPTED, 3),), "resolved_at": at(2)},
            DomainError,
            "Complaint.satisfied must be True, as the events say 'accepted'; got None",
        ),
        (
            {"events": (event(S.REJECTED, 3),), "resolved_at": at(2), "satisfied": True},
            DomainError,
            "Complaint.satisfied must be False, as the events say 'rejected'; got True",
        ),
        ({"events": ("acknowledged",)}, TypeError, "Complaint.events must be a ComplaintEvent; got str"),
    ],
)  # fmt: skip
def test_events_that_contradict_the_rest_are_refused(fields, error, said):
    with pytest.raises(error) as caught:
        attrs.evolve(NEW, **fields)
    assert said in str(caught.value)


def test_the_same_answer_in_another_zone_is_the_same():
    complaint = lived(*ANSWERED)
    shanghai = complaint.resolved_at.astimezone(timezone(timedelta(hours=8)))

    assert attrs.evolve(complaint, resolved_at=shanghai) == complaint
    assert attrs.evolve(complaint, events=list(complaint.events)) == complaint


# --- drawn lives ------------------------------------------------------------------------------------------------------


@given(complaints())
def test_a_drawn_life_is_one_that_the_table_allows(complaint):
    states = [each.state for each in complaint.history]

    assert len(set(states)) == len(states)
    assert all(before.at <= after.at for before, after in pairwise(complaint.history))
    assert complaint.state is states[-1]
    assert complaint.state_at(as_of=complaint.history[-1].at) is complaint.state
    assert complaint.next_states == COMPLAINT_LIFE.allowed(complaint.state)
    assert all(complaint.has_been(state) for state in states)
    assert sum(complaint.has_been(state) for state in S) == len(states)


@given(complaints(most_events=0))
def test_lives_can_be_left_out(complaint):
    assert complaint.events == ()


def test_a_life_prints_itself_in_both_languages():
    complaint = NEW.acknowledge(at=at(1), note="<b>电话</b>")

    english, chinese = (render.to_markdown(complaint.history, language) for language in ("en", "zh"))
    assert "**Steps of a complaint**" in english
    assert "| acknowledged | 2024-05-01 10:00:00+00:00 | &lt;b&gt;电话&lt;/b&gt; |" in english
    assert "| 已受理 | 2024-05-01 09:00:00+00:00 | — |" in chinese
