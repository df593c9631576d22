"""Complaints on the page: what they were about, what was answered, in which time, and whether it was accepted."""

from __future__ import annotations

import pytest

from report_sources import Words, report, rows
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.labels import LANGUAGES

LIFE = (
    "id,received_at,resolved_at,due_at,channel,kind,issue,state,severity,satisfied,response\n"
    "k1,2024-05-01 09:00,2024-05-01 10:00,2024-05-02 09:00,phone,repair,noise,closed,ordinary,true,apology\n"
    "k2,2024-05-01 09:00,2024-05-01 12:00,2024-05-02 09:00,phone,repair,noise,closed,serious,false,refund\n"
    "k3,2024-05-01 09:00,2024-05-03 09:00,2024-05-02 09:00,web,sale,price,accepted,,true,apology\n"
    "k4,2024-05-01 09:00,,2024-05-02 09:00,web,sale,,received,,,\n"
    "k5,2024-05-01 09:00,2024-04-30 09:00,2024-05-02 09:00,,sale,,,,,\n"
)


def words_of(tmp_path, text, **options):
    made, page, refused = report(tmp_path, text, "complaints.csv", **options)
    return made, Words(page).text, refused


def test_complaints_are_counted_by_what_is_known_of_them(tmp_path):
    made, words, _ = words_of(tmp_path, LIFE)
    assert made.sections == ("complaints", "answers", "disputes")
    for line in (
        "phone 2 40.00%",
        "web 2 40.00% (not given) 1 20.00%",
        "sale 3 60.00% repair 2 40.00%",
        "noise 2 40.00%",
        "under investigation 0 0.00%",
        "closed 2 40.00% (not given) 1 20.00%",
        "apology 2 40.00% refund 1 20.00% (not given) 2 40.00%",
    ):
        assert line in words


def test_a_state_that_no_complaint_has_is_refused_with_those_it_has(tmp_path):
    _, _, refused = words_of(tmp_path, "id,received_at,state\nk,2024-05-01,solved\n")
    assert refused[0]["value"] == "solved"
    for state in ComplaintState:
        assert state.value in refused[0]["reason"]


def test_times_to_answer_leave_out_the_unanswered_and_those_answered_before_they_came(tmp_path):
    _, words, _ = words_of(tmp_path, LIFE)
    assert "median time to answer 3.0 h n = 3; missing 2" in words
    assert "all answered 3 2 1.2 h 2.0 h 3.0 h 1.1 days 1.8 days" in words
    assert "serious 1 0 3.0 h 3.0 h 3.0 h 3.0 h 3.0 h" in words
    assert "outcome disputed 1 0 3.0 h" in words
    assert "Complaints answered before they were received: 1." in words
    assert "How 4 complaints ended" in words
    assert "complained, resolved quickly 1 25.00%" in words
    assert "complained, not resolved 2 50.00%" in words


def test_what_is_answered_only_after_as_of_has_no_time_yet(tmp_path):
    _, words, _ = words_of(tmp_path, LIFE, as_of="2024-05-01 11:00")
    assert "median time to answer 1.0 h n = 1; missing 4" in words
    _, words, _ = words_of(tmp_path, LIFE, as_of="2024-05-01 09:59")
    assert "median time to answer" not in words
    assert "Time to answer" not in words


def test_answers_exactly_at_receipt_took_no_time_and_count(tmp_path):
    _, words, _ = words_of(tmp_path, "id,received_at,resolved_at\nk,2024-05-01 09:00,2024-05-01 09:00\n")
    assert "median time to answer 0.0 min n = 1; missing 0" in words
    assert "Complaints answered before" not in words


def test_timeliness_as_published_is_told_by_group(tmp_path):
    text = "id,received_at,timely,channel\na,2024-05-01,yes,web\nb,2024-05-01,no,web\nc,2024-05-01,,phone\n"
    made, words, _ = words_of(tmp_path, text)
    assert made.sections == ("complaints", "answers")
    assert "n = 2; missing 1" in words
    assert "answered in time, as published 50.00% 1 of 2; missing 1" in words
    assert "web 2 1 1 50.00% 0" in words
    assert "phone 0 0 0 – 1" in words


def test_responses_alone_make_a_section_without_figures(tmp_path):
    made, words, _ = words_of(tmp_path, "id,received_at,response\na,2024-05-01,sorry\n")
    assert "answers" in made.sections
    assert "sorry 1 100.00%" in words
    assert "median time to answer" not in words
    assert "as published" not in words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("id,received_at\na,2024-05-01\n", "no column response, timely, resolved_at"),
        ("id,received_at,response,timely\na,2024-05-01,,\n", "no row of complaints has a usable response, timely"),
    ],
)
def test_complaints_without_an_answer_say_why(tmp_path, text, why):
    made, words, _ = words_of(tmp_path, text)
    assert "answers" in made.absent
    assert why in words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("id,received_at,response\na,2024-05-01,x\n", "no column satisfied"),
        ("id,received_at,satisfied\na,2024-05-01,\n", "no row of complaints has a usable satisfied"),
    ],
)
def test_complaints_without_a_verdict_say_why(tmp_path, text, why):
    made, words, _ = words_of(tmp_path, text)
    assert "disputes" in made.absent
    assert why in words


def test_disputes_are_told_by_group_with_what_is_missing(tmp_path):
    _, words, _ = words_of(tmp_path, LIFE)
    assert "disputed the outcome 33.33% 1 of 3; missing 2" in words
    assert "accepted the outcome 66.67% 2 of 3; missing 2" in words
    assert "phone 2 1 1 50.00% 0" in words
    assert "(not given) 0 0 0 – 1" in words


def test_a_timeliness_of_which_nothing_is_known_has_no_figure(tmp_path):
    _, words, _ = words_of(tmp_path, "id,received_at,timely,response\na,2024-05-01,,sorry\n")
    assert "answered in time, as published" not in words


def test_one_column_of_days_that_come_again_does_not_multiply_rows(tmp_path):
    text = "id,received_at\n" + "".join(f"k{n},2024-05-0{1 + n % 2}\n" for n in range(40))
    made, words, _ = words_of(tmp_path, text)
    assert (made.tables[0].read, made.tables[0].scored) == (40, 40)
    assert len(rows(made.folder / "complaints.csv")) == 40
    assert "40 rows were read and all 40 are accounted for" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_no_empty_figure_or_cell_of_words(tmp_path, language):
    _, page, _ = report(tmp_path, LIFE, "complaints.csv", language=language)
    assert "None" not in page
    assert '<dd class="value"></dd>' not in page
    assert '<th scope="row" class="words"></th>' not in page
