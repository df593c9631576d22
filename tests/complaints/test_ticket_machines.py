"""Tickets of other help desks walked at random: they keep to their tables, and what was once solved stays so in memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from servicemodel import (
    DJANGO_HELPDESK_STATES,
    DJANGO_HELPDESK_TICKET,
    ZENDESK_CLOSING,
    ZENDESK_STATES,
    ZENDESK_TICKET,
    DjangoHelpdeskStatus,
    DomainError,
    TransitionError,
    ZendeskStatus,
    zendesk_step,
)
from thoroughness import at_most

Z, D = ZendeskStatus, DjangoHelpdeskStatus
LAPSES = st.timedeltas(timedelta(0), timedelta(days=40))
LONGEST = ZENDESK_CLOSING.longest


class Zendesk(RuleBasedStateMachine):
    """Agents, customers and the automation that closes."""

    @initialize()
    def open(self):
        self.path, self.assigned, self.ever_solved = [Z.NEW], False, False
        self.now, self.solved_at, self.closed_at = datetime(2024, 5, 1, tzinfo=UTC), None, None

    @property
    def status(self):
        return self.path[-1]

    def _become(self, to):
        self.path.append(zendesk_step(status=self.status, to=to, assigned=self.assigned))
        if to is Z.SOLVED:
            self.ever_solved, self.solved_at = True, self.now

    @rule()
    @precondition(lambda self: self.status is Z.NEW)
    def assign(self):
        self.assigned = True
        self._become(Z.OPEN)

    @rule(choice=st.data())
    def an_agent_changes_it(self, choice):
        to = choice.draw(st.sampled_from([status for status in Z if status is not Z.CLOSED]))
        if not ZENDESK_TICKET.allows(self.status, to):
            with pytest.raises(TransitionError):
                self._become(to)
        elif to is Z.SOLVED and not self.assigned:
            with pytest.raises(DomainError):
                self._become(to)
        else:
            self._become(to)

    @rule()
    @precondition(lambda self: self.status in (Z.PENDING, Z.HOLD, Z.SOLVED))
    def the_customer_comments(self):
        self._become(Z.OPEN)

    @rule(lapse=LAPSES)
    def time_passes(self, lapse):
        self.now += lapse
        if self.status is Z.SOLVED:
            closes = ZENDESK_CLOSING.closes_at(solved_at=self.solved_at)
            if closes <= self.now:
                self._become(Z.CLOSED)
                self.closed_at = closes

    @invariant()
    def it_keeps_to_the_table(self):
        assert ZENDESK_TICKET.walk(self.path[1:]) is self.status
        assert Z.NEW not in self.path[1:]

    @invariant()
    def once_solved_is_solved_once_for_all(self):
        assert self.ever_solved == (Z.SOLVED in self.path)
        if self.status in (Z.SOLVED, Z.CLOSED):
            assert self.ever_solved
            assert self.assigned

    @invariant()
    def closed_is_the_end_and_comes_in_time(self):
        assert Z.CLOSED not in self.path[:-1]
        if self.closed_at is not None:
            assert self.solved_at <= self.closed_at <= self.solved_at + LONGEST

    @invariant()
    def every_status_says_something_of_the_complaint(self):
        assert ZENDESK_STATES.state_of(self.status) is not None


class DjangoHelpdesk(RuleBasedStateMachine):
    """Any change is tried."""

    @initialize()
    def open(self):
        self.path = [D.OPEN]

    @rule(to=st.sampled_from(D))
    def change(self, to):
        allowed = DJANGO_HELPDESK_TICKET.allowed(self.path[-1])
        if to in allowed:
            self.path.append(DJANGO_HELPDESK_TICKET.move(self.path[-1], to))
        else:
            with pytest.raises(TransitionError) as caught:
                DJANGO_HELPDESK_TICKET.move(self.path[-1], to)
            assert caught.value.allowed == allowed

    @invariant()
    def it_keeps_to_the_table(self):
        assert DJANGO_HELPDESK_TICKET.walk(self.path[1:]) is self.path[-1]

    @invariant()
    def open_is_never_entered_again(self):
        opened = [number for number, status in enumerate(self.path) if status is D.OPEN]
        assert opened == list(range(len(opened)))

    @invariant()
    def something_always_follows(self):
        assert DJANGO_HELPDESK_TICKET.allowed(self.path[-1])
        assert (DJANGO_HELPDESK_STATES.state_of(self.path[-1]) is None) == (self.path[-1] is D.DUPLICATE)


for machine in (Zendesk, DjangoHelpdesk):
    machine.TestCase.settings = settings(max_examples=at_most(40), stateful_step_count=25, deadline=None)
TestZendesk = Zendesk.TestCase
TestDjangoHelpdesk = DjangoHelpdesk.TestCase
