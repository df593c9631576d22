"""Tables of transitions: what may follow what, and what a table refuses."""

from __future__ import annotations

import copy
import pickle
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    COMPLAINT_LIFE,
    DJANGO_HELPDESK_TICKET,
    ISO_10002_PRINCIPLES,
    ISO_10002_STEPS,
    ZENDESK_TICKET,
    ComplaintState,
    DjangoHelpdeskStatus,
    LabelError,
    TableError,
    Text,
    Transition,
    TransitionError,
    ZendeskStatus,
    render,
)
from servicemodel.strategies import transitions

S, Z, D = ComplaintState, ZendeskStatus, DjangoHelpdeskStatus
TABLES = [COMPLAINT_LIFE, ZENDESK_TICKET, DJANGO_HELPDESK_TICKET]
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def as_words(table):
    return {row.state.value: [state.value for state in row.to] for row in table.rows}


def test_the_life_of_a_complaint_is_the_one_stated():
    assert as_words(COMPLAINT_LIFE) == {
        "received": ["acknowledged"],
        "acknowledged": ["assessed"],
        "assessed": ["investigating"],
        "investigating": ["responded"],
        "responded": ["decision_communicated"],
        "decision_communicated": ["accepted", "rejected"],
        "accepted": ["closed"],
        "rejected": ["escalated_internally", "escalated_externally"],
        "escalated_internally": ["accepted", "escalated_externally", "closed"],
        "escalated_externally": ["accepted", "closed"],
        "closed": [],
    }


def test_zendesks_transitions_are_those_of_its_rules():
    assert as_words(ZENDESK_TICKET) == {
        "new": ["open", "pending", "hold", "solved"],
        "open": ["pending", "hold", "solved"],
        "pending": ["open", "hold", "solved"],
        "hold": ["open", "pending", "solved"],
        "solved": ["open", "pending", "hold", "closed"],
        "closed": [],
    }


def test_django_helpdesks_transitions_are_those_of_its_documentation():
    assert as_words(DJANGO_HELPDESK_TICKET) == {
        "open": ["open", "resolved", "closed", "duplicate"],
        "reopened": ["reopened", "resolved", "closed", "duplicate"],
        "resolved": ["reopened", "resolved", "closed"],
        "closed": ["reopened", "closed"],
        "duplicate": ["reopened", "duplicate"],
    }


@pytest.mark.parametrize("table", [COMPLAINT_LIFE, ZENDESK_TICKET], ids=lambda table: table.name)
def test_closed_is_the_only_end_and_every_state_leads_to_it(table):
    (closed,) = table.final

    assert closed.value == "closed"
    assert all(closed in table.reachable(row.state) for row in table.rows if row.state is not closed)
    assert table.reachable(closed) == frozenset()


def test_a_complaint_passes_no_state_twice_and_a_ticket_may():
    assert not any(state in COMPLAINT_LIFE.reachable(state) for state in S)
    assert [state for state in Z if state in ZENDESK_TICKET.reachable(state)] == [Z.OPEN, Z.PENDING, Z.HOLD, Z.SOLVED]
    assert DJANGO_HELPDESK_TICKET.final == ()
    assert [state for state in D if D.OPEN in DJANGO_HELPDESK_TICKET.allowed(state)] == [D.OPEN]  # never again


@given(transitions(), st.data())
def test_what_is_allowed_is_what_moves(table, data):
    kind = type(table.start)
    state, to = data.draw(st.sampled_from(kind)), data.draw(st.sampled_from(kind))

    assert table.allows(state, to) == (to in table.allowed(state))
    assert table.allows(state.value, to.value) == table.allows(state, to)
    if table.allows(state, to):
        assert table.move(state, to, owner="it") is to
    else:
        with pytest.raises(TransitionError) as caught:
            table.move(state, to, owner="it")
        assert caught.value.allowed == table.allowed(state)


@given(transitions(), st.data())
def test_a_walk_stays_among_what_can_be_reached(table, data):
    states, state = [], table.start
    for _ in range(data.draw(st.integers(0, 8))):
        if not table.allowed(state):
            break
        state = data.draw(st.sampled_from(table.allowed(state)))
        states.append(state)

    assert table.walk(states) is state
    assert set(states) <= table.reachable(table.start)
    assert all(later in table.reachable(earlier) for earlier, later in pairwise(states))


@given(transitions())
def test_what_comes_after_what_comes_after_comes_after(table):
    for state in type(table.start):
        beyond = table.reachable(state)
        assert set(table.allowed(state)) <= beyond
        assert all(table.reachable(following) <= beyond for following in beyond)


def test_a_walk_stops_where_it_may_not_go_on():
    assert ZENDESK_TICKET.walk([]) is Z.NEW
    with pytest.raises(TransitionError, match=r"zendesk_ticket is 'solved': it may become 'open', .*; got 'new'"):
        ZENDESK_TICKET.walk(["solved", "new"])


def test_a_self_loop_is_only_where_it_is_said():
    assert DJANGO_HELPDESK_TICKET.allows("open", "open")
    assert not ZENDESK_TICKET.allows("open", "open")
    with pytest.raises(TransitionError, match="got 'open'"):
        ZENDESK_TICKET.move("open", "open")


@every_table
def test_unknown_states_and_those_of_another_table_are_refused(table):
    with pytest.raises(LabelError, match="'asleep' is not a"):
        table.allowed("asleep")
    stranger = Z.CLOSED if table is not ZENDESK_TICKET else S.CLOSED
    with pytest.raises(TypeError, match=rf"the states of {table.name} are \w+; got {type(stranger).__name__}.CLOSED"):
        table.move(stranger, stranger)


def rows(**changed):
    return [attrs.evolve(row, **changed.get(row.state.value, {})) for row in ZENDESK_TICKET.rows]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (rows()[1:], "table 'zendesk_ticket': each state of ZendeskStatus has one row; got ['open'"),
        ([*rows(), rows()[0]], "each state of ZendeskStatus has one row"),
        (COMPLAINT_LIFE.rows, "each state of ZendeskStatus has one row; got ['received'"),
        (rows(new={"to": (Z.OPEN, Z.OPEN)}), "what follows 'new' are states, each once; got ['open', 'open']"),
        (rows(new={"to": (S.CLOSED,)}), "what follows 'new' are states, each once; got ['closed']"),
        (rows(solved={"to": (Z.OPEN,)}), "nothing leads from 'new' to 'closed'"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(wrong, said):
    with pytest.raises(TableError) as caught:
        attrs.evolve(ZENDESK_TICKET, rows=wrong)
    assert said in str(caught.value)


def test_a_house_may_change_the_rules_of_its_own():
    strict = attrs.evolve(ZENDESK_TICKET, rows=rows(solved={"to": (Z.OPEN, Z.CLOSED)}))

    assert not strict.allows("solved", "pending")
    assert ZENDESK_TICKET.allows("solved", "pending")


@every_table
def test_a_table_prints_itself_in_both_languages(table):
    english, chinese = table.grid("en"), table.grid("zh")

    assert english.header == ("state", "may become", "meaning")
    assert len(english.rows) == len(chinese.rows) == len(table.rows)
    assert [row[0] for row in chinese.rows] == [row.state.zh for row in table.rows]
    assert str(table).startswith(f"**{table.title.en}**")
    assert table.title.zh in render.to_html(table, "zh")
    assert render.to_dict(table)["shape"] == "transitions"
    assert render.to_dict(table)["rows"][0]["to"] == [state.value for state in table.rows[0].to]


def test_what_was_only_recalled_is_not_called_seen():
    notes = ZENDESK_TICKET.grid("en").notes

    assert any("credited to the source" in note and "to pending and on-hold" in note for note in notes)
    assert ZENDESK_TICKET.grid("en").rows[-1][1] == "—"


def test_text_in_a_table_is_never_markup():
    tricky = attrs.evolve(ZENDESK_TICKET, rows=rows(new={"meaning": Text("<script>|", "<b>")}))

    assert "<script>" not in tricky.grid("en").to_html() + tricky.grid("en").to_markdown()


def test_a_transition_error_survives_pickling_and_copying():
    error = TransitionError("Complaint 'k'", S.RECEIVED, S.CLOSED, (S.ACKNOWLEDGED,))

    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert str(twin) == str(error) == "Complaint 'k' is 'received': it may become 'acknowledged'; got 'closed'"
        assert (twin.owner, twin.state, twin.attempted, twin.allowed) == (
            "Complaint 'k'", S.RECEIVED, S.CLOSED, (S.ACKNOWLEDGED,),
        )  # fmt: skip


def test_a_row_takes_a_list():
    row = Transition(state=Z.NEW, to=[Z.OPEN], meaning=Text("a", "甲"))

    assert row.to == (Z.OPEN,)


# --- ISO 10002 --------------------------------------------------------------------------------------------------------


def test_the_clauses_are_numbered_as_in_the_standard():
    principles = {entry.key.value: entry.clause for entry in ISO_10002_PRINCIPLES.entries}
    steps = {entry.key.value: entry.clause for entry in ISO_10002_STEPS.entries}

    assert len(principles) == 14
    assert (principles["commitment"], principles["timeliness"]) == ("4.2", "4.15")
    assert (steps["communication"], steps["tracking"], steps["closing"]) == ("7.1", "7.3", "7.9")
    assert ISO_10002_STEPS.entry_of("receipt").clause == "7.2"


@pytest.mark.parametrize("table", [ISO_10002_PRINCIPLES, ISO_10002_STEPS], ids=lambda table: table.title.en)
def test_the_clauses_print_themselves_in_both_languages(table):
    assert "4.2" in table.describe("en") or "7.1" in table.describe("en")
    assert all(entry.key.zh in table.describe("zh") for entry in table.entries)
    assert any("credited to the source" in note for note in table.grid("en").notes)
