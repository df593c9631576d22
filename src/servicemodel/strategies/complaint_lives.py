"""Strategies for complaints with their lives, for tables of transitions and for statuses of other systems."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.complaints.classes import ComplaintCategory, Severity
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.django_helpdesk import DjangoHelpdeskStatus
from servicemodel.complaints.status_mapping import StatusMapping, StatusReading
from servicemodel.complaints.transitions import Transition, Transitions
from servicemodel.complaints.zendesk import ClosingRule, ZendeskStatus
from servicemodel.objects.complaint import Complaint
from servicemodel.objects.complaint_event import ComplaintEvent
from servicemodel.sources import Evidence
from servicemodel.strategies.tables import texts
from servicemodel.strategies.values import instants, items, settled, words

_MOST_EVENTS = 10  # the longest life
_GAPS = st.timedeltas(timedelta(0), timedelta(days=30)) | st.just(timedelta(0))
_FREE = st.sampled_from([Evidence.CONVENTION, Evidence.ASSUMED])  # needs no source


def complaint_events() -> SearchStrategy[ComplaintEvent]:
    """Make single events; those of a complaint also follow one another."""
    return st.builds(ComplaintEvent, state=st.sampled_from(ComplaintState), at=instants(), note=st.none() | items())


@st.composite
def complaints(draw: st.DrawFn, *, most_events: int = _MOST_EVENTS) -> Complaint:
    """Make complaints, open, answered and closed; with a log from the receipt on, from the answer on, or without one.

    Parameters
    ----------
    most_events : int, default 10
        How many steps a life may have; ten is the longest there is.

    Returns
    -------
    strategy of Complaint
    """
    received = draw(instants())
    complaint = Complaint(
        id=draw(words()),
        customer_id=draw(st.none() | words()),
        encounter_id=draw(st.none() | words()),
        account_id=draw(st.none() | words()),
        received_at=received,
        due_at=draw(st.none() | instants()),
        resolved_at=draw(st.none() | _GAPS.map(lambda gap: _later(received, gap))),
        category=draw(st.none() | st.sampled_from(ComplaintCategory)),
        severity=draw(st.sampled_from(Severity)),
        justified=draw(st.none() | st.booleans()),
        channel=draw(st.none() | words()),
        kind=draw(st.none() | words()),
        response=draw(st.none() | words()),
        satisfied=draw(st.none() | st.booleans()),
    )
    steps = draw(st.integers(0, most_events) | st.just(most_events))
    while len(complaint.events) < steps and complaint.is_open:
        complaint = complaint.step(
            draw(st.sampled_from(complaint.next_states)),
            at=_later(complaint.history[-1].at, draw(_GAPS)),
            note=draw(st.none() | items()),
        )
    return complaint


def _later(at: datetime, gap: timedelta) -> datetime:
    """Return a later instant, in the same zone unless its clock shows that time twice."""
    later = at.astimezone(UTC) + gap
    there = later.astimezone(at.tzinfo)
    return there if settled(there) else later


@st.composite
def transitions(draw: st.DrawFn) -> Transitions[Any]:
    """Make tables of transitions in which every state can be reached; some states follow themselves."""
    kind = draw(st.sampled_from([ComplaintState, ZendeskStatus, DjangoHelpdeskStatus]))
    states = draw(st.permutations(list(kind)))
    to = {state: set(draw(st.sets(st.sampled_from(states), max_size=2))) for state in states}
    for number, state in enumerate(states[1:], start=1):
        to[draw(st.sampled_from(states[:number]))].add(state)
    words_of_all = draw(texts())
    return Transitions(
        name="drawn",
        title=words_of_all,
        evidence=draw(_FREE),
        start=states[0],
        rows=[
            Transition(state=state, to=sorted(to[state], key=lambda following: following.code), meaning=words_of_all)
            for state in states
        ],
    )


@st.composite
def status_mappings(draw: st.DrawFn) -> StatusMapping[Any]:
    """Make readings of the statuses of another system; some states are said by none."""
    kind = draw(st.sampled_from([ZendeskStatus, DjangoHelpdeskStatus]))
    said = {state: draw(st.none() | st.sampled_from(kind)) for state in ComplaintState}
    words_of_all = draw(texts())
    return StatusMapping(
        name="drawn",
        title=words_of_all,
        evidence=draw(_FREE),
        rows=[
            StatusReading(
                status=status,
                read_as=draw(st.none() | st.sampled_from(ComplaintState)),
                written_for=[state for state in said if said[state] is status],
                note=words_of_all,
            )
            for status in kind
        ],
    )


def closing_rules() -> SearchStrategy[ClosingRule]:
    """Make rules of closing by itself; an interval may also be fixed."""
    spans = st.lists(st.timedeltas(timedelta(0), timedelta(days=365)), min_size=3, max_size=3).map(sorted)
    fixed = st.timedeltas(timedelta(0), timedelta(days=365)).map(lambda span: [span] * 3)
    return st.builds(
        lambda ends, **fields: ClosingRule(shortest=ends[0], after=ends[1], longest=ends[2], citations=(), **fields),
        spans | fixed,
        title=texts(),
        noted_in=st.integers(2000, 2099).map(str),
        evidence=_FREE,
    )
