"""A complaint walked at random: whatever is tried, its life stays one that the table allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

pytest.importorskip("cattrs", reason="needs cattrs")

from servicemodel import COMPLAINT_LIFE, Complaint, ComplaintState, DomainError, TransitionError
from servicemodel.objects import columns, from_columns
from servicemodel.records import from_json, to_json
from servicemodel.strategies import instants
from thoroughness import at_most

S = ComplaintState
GAPS = st.just(timedelta(0)) | st.timedeltas(timedelta(0), timedelta(days=90))
NOTES = st.none() | st.text("ab 中；.", min_size=1).map(str.strip).filter(bool)


class Life(RuleBasedStateMachine):
    """Steps of all kinds, allowed and not."""

    @initialize(received=instants(utc=True))
    def receive(self, received):
        self.complaint = Complaint(id="k", received_at=received)
        self.tale = [(S.RECEIVED, received)]  # what was done, told apart from the object

    @rule(choice=st.data(), gap=GAPS, note=NOTES)
    @precondition(lambda self: self.complaint.is_open)
    def take_an_allowed_step(self, choice, gap, note):
        state = choice.draw(st.sampled_from(self.complaint.next_states))
        at = self.tale[-1][1] + gap
        before = self.complaint

        self.complaint = before.step(state, at=at, note=note)

        assert self.complaint.history[:-1] == before.history  # it only grows
        self.tale.append((state, at))

    @rule(choice=st.data(), gap=GAPS)
    def try_what_is_not_allowed(self, choice, gap):
        others = [state for state in S if state not in COMPLAINT_LIFE.allowed(self.complaint.state)]
        with pytest.raises(TransitionError) as caught:
            self.complaint.step(choice.draw(st.sampled_from(others)), at=self.tale[-1][1] + gap)
        assert caught.value.allowed == self.complaint.next_states

    @rule(choice=st.data(), back=st.timedeltas(timedelta(microseconds=1), timedelta(days=90)))
    @precondition(lambda self: self.complaint.is_open)
    def try_to_go_back_in_time(self, choice, back):
        state = choice.draw(st.sampled_from(self.complaint.next_states))
        with pytest.raises(DomainError, match="at must be no earlier than"):
            self.complaint.step(state, at=self.tale[-1][1] - back)

    @invariant()
    def the_state_is_what_the_last_event_says(self):
        assert [(event.state, event.at) for event in self.complaint.history] == self.tale
        assert self.complaint.state is self.tale[-1][0]
        assert self.complaint.state_at(as_of=self.tale[-1][1]) is self.tale[-1][0]

    @invariant()
    def closed_is_the_end_and_nothing_else_is(self):
        assert self.complaint.is_open == bool(self.complaint.next_states) == (self.tale[-1][0] is not S.CLOSED)

    @invariant()
    def what_was_rejected_is_open_until_closed(self):
        told = [state for state, _ in self.tale]
        assert self.complaint.has_been(S.REJECTED) == (S.REJECTED in told)
        if S.REJECTED in told and S.CLOSED not in told:
            assert self.complaint.is_open

    @invariant()
    def the_answer_and_the_verdict_are_those_told(self):
        answers = [at for state, at in self.tale if state is S.DECISION_COMMUNICATED]
        verdicts = [state is S.ACCEPTED for state, _ in self.tale if state in (S.ACCEPTED, S.REJECTED)]
        assert self.complaint.resolved_at == (answers[-1] if answers else None)
        assert self.complaint.satisfied is (verdicts[-1] if verdicts else None)

    @invariant()
    def it_comes_back_from_json_and_from_columns(self):
        assert from_json(Complaint, to_json(self.complaint)) == self.complaint
        assert from_columns(Complaint, columns([self.complaint])) == [self.complaint]


Life.TestCase.settings = settings(max_examples=at_most(40), stateful_step_count=25, deadline=None)
TestLife = Life.TestCase


def test_the_walk_can_tell_a_wrong_life():
    """The machine compares with its own tale: an object that tells another one is caught."""
    life = Life()
    life.receive(datetime(2024, 5, 1, tzinfo=UTC))
    life.tale.append((S.ACKNOWLEDGED, datetime(2024, 5, 2, tzinfo=UTC)))

    with pytest.raises(AssertionError):
        life.the_state_is_what_the_last_event_says()
