"""The statuses of Zendesk, django-helpdesk and the CFPB, read as states of a complaint and written for them."""

from __future__ import annotations

import csv
import gzip
import math
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    CFPB_STATES,
    COMPLAINT_LIFE,
    DJANGO_HELPDESK_STATES,
    DJANGO_HELPDESK_TICKET,
    ZENDESK_CLOSING,
    ZENDESK_STATES,
    ZENDESK_TICKET,
    CompanyResponse,
    ComplaintState,
    DjangoHelpdeskStatus,
    DomainError,
    LabelError,
    MissingError,
    TableError,
    TransitionError,
    ZendeskStatus,
    render,
    zendesk_step,
)
from servicemodel.strategies import closing_rules, complaints, instants, status_mappings

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"
S, Z, D, R = ComplaintState, ZendeskStatus, DjangoHelpdeskStatus, CompanyResponse
MAPPINGS = {ZENDESK_STATES: ZENDESK_TICKET, DJANGO_HELPDESK_STATES: DJANGO_HELPDESK_TICKET, CFPB_STATES: None}
every_mapping = pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.name)
every_desk = pytest.mark.parametrize(
    ("mapping", "ticket"), [pair for pair in MAPPINGS.items() if pair[1]], ids=["zendesk", "django_helpdesk"]
)


@every_mapping
def test_every_status_is_read_and_every_state_written_or_said_to_have_none(mapping):
    for row in mapping.rows:
        assert mapping.state_of(row.status) is mapping.state_of(row.status.value) is row.read_as
    for state in S:
        status = mapping.status_of(state)
        assert (status is None) == (state in mapping.unsaid)
        assert status is mapping.status_of(state.value)


def test_the_help_desks_say_every_state():
    assert ZENDESK_STATES.unsaid == DJANGO_HELPDESK_STATES.unsaid == ()
    assert [row.status for row in ZENDESK_STATES.rows if not row.written_for] == [Z.PENDING]
    assert [row.status for row in DJANGO_HELPDESK_STATES.rows if row.read_as is None] == [D.DUPLICATE]
    assert [row.status for row in CFPB_STATES.rows if row.read_as is None] == [R.UNTIMELY_RESPONSE]


@every_mapping
def test_what_is_read_back_never_claims_a_step_that_was_not_taken(mapping):
    for state in set(S) - set(mapping.unsaid):
        back = mapping.state_of(mapping.status_of(state))
        assert back is state or state in COMPLAINT_LIFE.reachable(back)


@every_mapping
def test_reading_what_was_written_is_settled_after_once(mapping):
    for state in set(S) - set(mapping.unsaid):
        back = mapping.state_of(mapping.status_of(state))
        again = mapping.state_of(mapping.status_of(back))
        assert again is mapping.state_of(mapping.status_of(again))


@every_desk
def test_every_step_of_a_complaint_can_be_followed_in_the_help_desk(mapping, ticket):
    for row in COMPLAINT_LIFE.rows:
        for following in row.to:
            before, after = mapping.status_of(row.state), mapping.status_of(following)
            assert before is after or after in ticket.reachable(before)
    assert mapping.status_of(S.RECEIVED) is ticket.start


@every_desk
@given(complaint=complaints())
def test_the_status_of_a_drawn_complaint_reads_as_something_it_has_been_or_could_have(mapping, ticket, complaint):
    assert mapping.status_of(complaint.state) in {row.state for row in ticket.rows}
    read = mapping.state_of(mapping.status_of(complaint.state))
    assert read is complaint.state or complaint.state in COMPLAINT_LIFE.reachable(read)


@pytest.mark.parametrize(
    ("mapping", "stranger"), [(ZENDESK_STATES, D.CLOSED), (DJANGO_HELPDESK_STATES, Z.CLOSED), (CFPB_STATES, S.CLOSED)]
)
def test_equal_words_of_another_system_are_refused(mapping, stranger):
    with pytest.raises(TypeError, match=rf"{mapping.name} asks for a \w+; got {type(stranger).__name__}.CLOSED"):
        mapping.state_of(stranger)
    with pytest.raises(TypeError, match="asks for a ComplaintState; got ZendeskStatus"):
        mapping.status_of(Z.CLOSED)
    with pytest.raises(LabelError, match="'asleep' is not a"):
        mapping.state_of("asleep")
    with pytest.raises(LabelError, match="'asleep' is not a ComplaintState"):
        mapping.status_of("asleep")


@given(status_mappings())
def test_a_mapping_of_ones_own_is_read_both_ways(mapping):
    for row in mapping.rows:
        assert mapping.state_of(row.status) is row.read_as
        assert all(mapping.status_of(state) is row.status for state in row.written_for)


def rows(**changed):
    return [attrs.evolve(row, **changed.get(row.status.value, {})) for row in ZENDESK_STATES.rows]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (rows()[1:], "table 'zendesk_states': every status of one system has one row; got ['open'"),
        ([*rows(), rows()[0]], "every status of one system has one row"),
        ([*rows()[1:], DJANGO_HELPDESK_STATES.rows[0]], "every status of one system has one row"),
        ([], "every status of one system has one row; got []"),
        (rows(new={"written_for": [S.CLOSED]}), "two statuses are written for 'closed'"),
    ],
)
def test_a_mapping_that_contradicts_itself_is_refused(wrong, said):
    with pytest.raises(TableError) as caught:
        attrs.evolve(ZENDESK_STATES, rows=wrong)
    assert said in str(caught.value)


@every_mapping
def test_a_mapping_prints_itself_in_both_languages(mapping):
    grid = mapping.grid("zh")

    assert grid.header == ("状态", "读作", "用于表示", "含义")
    assert [row[0] for row in grid.rows] == [row.status.zh for row in mapping.rows]
    assert any(note.startswith("无对应状态") for note in grid.notes) == bool(mapping.unsaid)
    assert mapping.title.en in str(mapping)
    assert render.to_dict(mapping)["rows"][0]["status"] == mapping.rows[0].status.value


# --- the CFPB's words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("Closed with explanation", R.CLOSED_WITH_EXPLANATION),
        ("Closed with monetary relief", R.CLOSED_WITH_MONETARY_RELIEF),
        ("Closed with non-monetary relief", R.CLOSED_WITH_NON_MONETARY_RELIEF),
        ("Closed with relief", R.CLOSED_WITH_RELIEF),
        ("Closed without relief", R.CLOSED_WITHOUT_RELIEF),
        ("Closed", R.CLOSED),
        ("In progress", R.IN_PROGRESS),
        ("Untimely response", R.UNTIMELY_RESPONSE),
        (" UNTIMELY_RESPONSE ", R.UNTIMELY_RESPONSE),
    ],
)
def test_the_words_of_the_file_are_known(text, response):
    assert R.from_text(text) is response


@pytest.mark.parametrize(
    ("text", "error"), [("Closed for lunch", LabelError), ("", LabelError), (None, MissingError), (math.nan, MissingError), (3, TypeError)]
)  # fmt: skip
def test_other_words_are_not(text, error):
    with pytest.raises(error):
        R.from_text(text)


@pytest.mark.parametrize(
    ("name", "column", "count", "answered"),
    [("cfpb_2013_1000.csv", "company_response_to_consumer", 1000, 999), ("cfpb_2023_10000.csv.gz", "company_response", 10000, 9742)],
)  # fmt: skip
def test_every_response_of_the_real_files_is_known(name, column, count, answered):
    """Answered are all but those in progress and those without an answer in time: one in 2013, 242 and 16 in 2023."""
    path = DATA / name
    if not path.exists():
        pytest.skip("the files of the CFPB are not here")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        read = [CFPB_STATES.state_of(R.from_text(row[column])) for row in csv.DictReader(lines)]

    assert len(read) == count
    assert read.count(S.DECISION_COMMUNICATED) == answered


# --- Zendesk's rules --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("assigned", [True, False])
@pytest.mark.parametrize("to", Z)
@pytest.mark.parametrize("status", Z)
def test_a_ticket_is_solved_with_an_assignee_only(status, to, assigned):
    if not ZENDESK_TICKET.allows(status, to):
        with pytest.raises(TransitionError):
            zendesk_step(status=status, to=to, assigned=assigned)
    elif to is Z.SOLVED and not assigned:
        with pytest.raises(DomainError, match="assigned must be True before a ticket is solved; got False"):
            zendesk_step(status=status, to=to, assigned=assigned)
    else:
        assert zendesk_step(status=status.value, to=to.value, assigned=assigned) is to


def test_whether_it_is_assigned_is_true_or_false():
    with pytest.raises(TypeError, match="assigned must be True or False; got str"):
        zendesk_step(status="new", to="open", assigned="Ann")


def test_a_solved_ticket_is_closed_after_four_days_unless_set_otherwise():
    solved = datetime(2024, 10, 25, 9, tzinfo=ZoneInfo("Europe/Berlin"))  # the clocks go back within the four days

    assert ZENDESK_CLOSING.closes_at(solved_at=solved) - solved.astimezone(UTC) == timedelta(hours=96)
    assert ZENDESK_CLOSING.closes_at(solved_at=solved, after=timedelta(days=28)) - solved.astimezone(UTC) == timedelta(
        28
    )
    assert ZENDESK_CLOSING.closes_at(solved_at=solved, after=timedelta(hours=1)) - solved.astimezone(UTC) == timedelta(
        hours=1
    )


@pytest.mark.parametrize(
    ("bad", "error", "said"),
    [
        (
            {"after": timedelta(days=28, microseconds=1)},
            DomainError,
            "after must be a duration from 1:00:00 to 28 days",
        ),
        ({"after": timedelta(hours=1) - timedelta(microseconds=1)}, DomainError, "after must be a duration from"),
        ({"after": 4}, TypeError, "after must be a timedelta; got int"),
        ({"solved_at": None}, TypeError, "solved_at must be a datetime; got NoneType"),
        ({"solved_at": datetime(2024, 5, 1)}, DomainError, "solved_at must be a datetime with a time zone"),  # noqa: DTZ001
    ],
)
def test_what_cannot_be_set_is_refused(bad, error, said):
    with pytest.raises(error) as caught:
        ZENDESK_CLOSING.closes_at(**{"solved_at": datetime(2024, 5, 1, tzinfo=UTC), **bad})
    assert said in str(caught.value)


@given(closing_rules(), instants())
def test_what_closes_by_itself_closes_after_it_was_solved_and_no_later_than_it_must(rule, solved):
    closes = rule.closes_at(solved_at=solved)

    assert solved + timedelta(0) <= closes <= rule.closes_at(solved_at=solved, after=rule.longest)


@pytest.mark.parametrize("after", [timedelta(minutes=59), timedelta(days=29), timedelta(-1)])
def test_a_rule_that_cannot_be_set_is_refused(after):
    with pytest.raises(TableError, match="0 <= shortest <= after <= longest"):
        attrs.evolve(ZENDESK_CLOSING, after=after)


def test_the_rule_prints_itself_in_both_languages():
    assert ZENDESK_CLOSING.grid("en").rows[0] == ("closed after", "4 days")
    assert ZENDESK_CLOSING.grid("zh").rows[1] == ("可设的最短间隔", "1 小时")
    assert attrs.evolve(ZENDESK_CLOSING, after=timedelta(hours=36)).grid("en").rows[0][1] == "36 h"
    assert "Zendesk closes solved tickets" in str(ZENDESK_CLOSING)
    assert ZENDESK_CLOSING._repr_html_() == render.to_html(ZENDESK_CLOSING)
    assert render.to_dict(ZENDESK_CLOSING)["longest"] == 28 * 86400


@given(st.sampled_from(Z))
def test_nothing_leads_back_to_new(status):
    assert not ZENDESK_TICKET.allows(status, Z.NEW)
