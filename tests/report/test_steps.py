"""Where complaints stand, by the steps written beside them."""

from __future__ import annotations

import csv
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings, strategies as st

from report_sources import report, rows
from servicemodel.labels import LANGUAGES
from servicemodel.objects import Complaint, columns
from servicemodel.report import make_report
from servicemodel.strategies import complaints
from thoroughness import at_most

HEADER = "id,received_at,resolved_at,events\n"
AS_OF = "2024-05-10T12:00:00+00:00"


def states_of(tmp_path, lines, **options):
    made, _, refused = report(
        tmp_path, HEADER + "\n".join(lines) + "\n", "complaints.csv", **{"as_of": AS_OF, "time_zone": "UTC"} | options
    )
    return {row["id"]: row["state"] for row in rows(made.folder / "complaints.csv")}, refused, made


def test_the_last_step_by_the_instant_is_where_a_complaint_stands(tmp_path):
    found, refused, _ = states_of(
        tmp_path,
        [
            "a,2024-05-01 09:00,,acknowledged 2024-05-01T10:00:00+00:00 by mail; assessed 2024-05-10T12:00:00Z; investigating 2024-05-10T12:00:01Z",
            "b,2024-05-01 09:00,2024-05-02 09:00,",
            "c,2024-05-01 09:00,2024-05-02 09:00,accepted 2024-05-11T09:00+00:00",
            "d,2024-05-01 09:00,,",
            "e,2024-05-11 09:00,,",
            "f,2024-05-01 09:00,,acknowledged 2024-05-01T10:00Z; assessed 2024-05-01T10:00Z",
        ],
    )
    assert refused == []
    assert found == {
        "a": "assessed", "b": "decision_communicated", "c": "decision_communicated", "d": "received", "e": "", "f": "assessed",
    }  # fmt: skip


@pytest.mark.parametrize(
    "events",
    [
        "nonsense",
        "solved 2024-05-01T10:00:00Z",
        "acknowledged 2024-05-01 10:00",
        "acknowledged 2024-05-01T10:00:00",
        "acknowledged",
        "acknowledged 2024-05-01T10:00:00Z;assessed 2024-05-01T11:00:00Z; ",
        "acknowledged 2024-05-01T10:00:00Z; ; assessed 2024-05-01T11:00:00Z",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_list_of_steps_is_refused_and_leaves_no_state(tmp_path, events, language):
    found, refused, _ = states_of(tmp_path, [f"a,2024-05-01 09:00,,{events}"], language=language)
    assert [(row["column"], row["value"]) for row in refused] == [("events", events.strip())]
    assert found == {"a": ""}


@pytest.mark.parametrize(
    ("resolved_at", "events", "step"),
    [
        ("", "acknowledged 2024-05-01T10:00Z; closed 2024-05-02T10:00Z", ("closed", "acknowledged")),
        ("", "accepted 2024-05-01T10:00Z", ("accepted", "received")),
        ("", "acknowledged 2024-05-01T08:59Z", ("acknowledged", "received")),
        (
            "",
            "acknowledged 2024-05-02T10:00Z; assessed 2024-05-02T09:59Z; closed 2024-05-03T10:00Z",
            ("assessed", "acknowledged"),
        ),
        ("2024-05-02 09:00", "rejected 2024-05-02T08:00Z", ("rejected", "decision_communicated")),
        ("2024-05-02 09:00", "closed 2024-05-03T08:00Z", ("closed", "decision_communicated")),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_that_cannot_have_happened_so_are_refused(tmp_path, resolved_at, events, step, language):
    found, refused, made = states_of(
        tmp_path,
        [f"a,2024-05-01 09:00,{resolved_at},{events}", "b,2024-05-01 09:00,,acknowledged 2024-05-01T10:00Z"],
        language=language,
    )
    assert [(row["row"], row["column"], row["value"]) for row in refused] == [("1", "events", events)]
    assert all(f"“{state}”" in refused[0]["reason"] for state in step)
    assert found == {"a": "", "b": "acknowledged"}
    assert made.rows_read == 2


def test_semicolons_within_a_note_do_not_end_the_step(tmp_path):
    found, refused, _ = states_of(
        tmp_path, ["a,2024-05-01 09:00,,acknowledged 2024-05-01T10:00Z x;y;; assessed 2024-05-02T10:00Z"]
    )
    assert refused == []
    assert found == {"a": "assessed"}


def test_the_last_step_may_be_the_latest_instant_observed(tmp_path):
    _, _, made = states_of(tmp_path, ["a,2024-05-01 09:00,,acknowledged 2024-06-01T10:00:00Z"], as_of=None)
    assert made.as_of == datetime(2024, 6, 1, 10, tzinfo=UTC)


def test_a_state_that_the_source_says_is_kept(tmp_path):
    text = "id,received_at,state,events\na,2024-05-01,escalated_externally,acknowledged 2024-05-01T10:00:00Z\n"
    made, _, _ = report(tmp_path, text, "complaints.csv")
    assert rows(made.folder / "complaints.csv")[0]["state"] == "escalated_externally"


def test_steps_alone_without_answers_are_received_until_the_first(tmp_path):
    text = "id,received_at,events\na,2024-05-01,\nb,2024-05-01,acknowledged 2024-05-01T10:00:00Z\n"
    made, _, _ = report(tmp_path, text, "complaints.csv")
    assert [row["state"] for row in rows(made.folder / "complaints.csv")] == ["received", "acknowledged"]


def _written(value):
    return value.isoformat() if isinstance(value, datetime) else value


@settings(max_examples=at_most(20), deadline=None)
@given(
    lives=st.lists(complaints(), min_size=1, max_size=5, unique_by=lambda complaint: complaint.id.strip()),
    data=st.data(),
)
def test_the_state_is_what_the_complaint_says_of_itself(tmp_path_factory, lives, data):
    folder = tmp_path_factory.mktemp("lives")
    table = columns(lives, kind=Complaint)
    with (folder / "complaints.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows([_written(value) for value in row] for row in zip(*table.values(), strict=True))
    as_of = data.draw(st.sampled_from([event.at for life in lives for event in life.history]))
    made = make_report(folder / "complaints.csv", folder / "out", as_of=as_of)
    assert made.rows_read == len(lives)
    refused = {row["row"] for row in rows(made.folder / "rejects.csv")}
    for row in rows(made.folder / "complaints.csv"):
        life = lives[int(row["row"]) - 1]
        if row["row"] not in refused:
            assert row["state"] == (life.state_at(as_of=as_of).value if life.received_at <= as_of else "")
