"""The clock on the page: what was owed to each case, by when, and whether it came."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from report_sources import DATA, Words, rejects, rows, write
from servicemodel.clock import ALWAYS_OPEN, MONDAY_TO_FRIDAY, BusinessCalendar, ClockPolicy, ServiceClock
from servicemodel.errors import ReportError
from servicemodel.labels import LANGUAGES
from servicemodel.report import make_report
from servicemodel.strategies import clock_logs, service_clocks
from thoroughness import at_most

OFFICE = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/Berlin")
CLOCK = ServiceClock(calendar=OFFICE, policy=ClockPolicy(target=timedelta(hours=8), warning=timedelta(hours=1)))

LOG = """case_id,event,at,reason,target
met,opened,2024-05-03 16:00,,
met,resolved,2024-05-06 16:00,,
late,resolved,2024-05-06 16:30,,
late,opened,2024-05-03 16:00,,
overdue,opened,2024-05-03 16:00,,
paused,opened,2024-05-03 16:00,,
paused,paused,2024-05-06 10:00,waiting for the customer,
soon,opened,2024-05-06 10:30,,
track,opened,2024-05-06 17:00,,
changed,opened,2024-05-06 09:00,,
changed,policy_changed,2024-05-06 10:00,,30 min
merged,opened,2024-05-06 09:00,,
merged,merged,2024-05-06 10:00,,
"""


def clocked(tmp_path, text, clock=CLOCK, **options):
    source = write(tmp_path, "events.csv", text)
    options = {"time_zone": "Europe/Berlin", "as_of": "2024-05-07 09:30"} | options
    made = make_report(source, tmp_path / "out", clock=clock, **options)
    return made, Words(made.index.read_text(encoding="utf-8")).text, rejects(made.folder)


def test_each_case_has_its_state_and_its_instants(tmp_path):
    made, words, refused = clocked(tmp_path, LOG)
    assert refused == []
    assert made.sections == ("clock",)
    table = {row["case_id"]: row for row in rows(made.folder / "clocks.csv")}
    assert {case: row["clock_state"] for case, row in table.items()} == {
        "met": "met", "late": "breached", "overdue": "breached", "paused": "paused", "soon": "due_soon",
        "track": "on_track", "changed": "breached", "merged": "not_promised",
    }  # fmt: skip
    assert table["late"]["breached_at"] == "2024-05-06 14:00:00+00"
    assert table["late"]["done_at"] == "2024-05-06 14:30:00+00"
    assert (table["overdue"]["elapsed_minutes"], table["overdue"]["remaining_minutes"]) == ("570.0", "-90.0")
    assert table["changed"]["due_at"] == "2024-05-06 07:30:00+00"
    for line in (
        "n = 8; missing 0",
        "of cases due were done in time 25.00% 1 of 4; missing 4",
        "breached 3 2 of them still open",
        "not decided yet 4",
        "median open time used 8.2 h n = 2; missing 6",
        "Promised: 8.0 h of open time, from “opened” to “resolved” or “closed”; pauses do not count.",
        "Open: Monday–Friday 09:00–17:00 (Europe/Berlin). No holidays are given",
        "due soon 1 12.50%",
        "done late 1 8.5 h",
        "The 3 cases furthest over, of 3 breached",
        "changed 8.5 h 8.0 h 2024-05-06 09:30:00 +0200 not done",
        "late 8.5 h 30.0 min 2024-05-06 16:00:00 +0200 2024-05-06 16:30:00 +0200",
    ):
        assert line in words


def test_what_runs_out_at_the_close_is_over_by_nothing_when_done_that_evening(tmp_path):
    text = "case_id,event,at\na,opened,2024-05-06 09:00\na,resolved,2024-05-06 20:00\n"
    _, words, _ = clocked(tmp_path, text)
    assert "a 8.0 h 0.0 min 2024-05-06 17:00:00 +0200 2024-05-06 20:00:00 +0200" in words


def test_what_happens_after_as_of_has_not_happened_yet(tmp_path):
    made, _, _ = clocked(tmp_path, LOG, as_of="2024-05-06 16:00")
    table = {row["case_id"]: row for row in rows(made.folder / "clocks.csv")}
    assert (table["late"]["clock_state"], table["late"]["done_at"]) == ("due_soon", "")
    assert (table["track"]["clock_state"], table["track"]["started_at"]) == ("not_promised", "")


def test_the_latest_event_is_the_default_instant(tmp_path):
    made, _, _ = clocked(tmp_path, LOG, as_of=None)
    assert made.as_of == datetime(2024, 5, 6, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lines", "column", "value", "why"),
    [
        (
            "bad,resumed,2024-05-06 10:00,,",
            "event",
            "resumed",
            "the case is open; it may go on with assigned, responded",
        ),
        ("bad,opened,2024-05-06 10:00,,", "event", "opened", "the case is open; it may go on with"),
        ("bad,policy_changed,2024-05-06 10:00,,", "target", "", "a change of promise needs a target"),
        ("bad,policy_changed,2024-05-06 10:00,,soon", "target", "soon", "a change of promise needs a target"),
        ("bad,paused,2200-05-06 10:00,,", "at", "2200-05-06T08:00:00+00:00", "from 1900 to the end of 2199"),
        ("bad,policy_changed,2024-05-06 10:00,,400000h", "case_id", "bad", "not reached before the year 2200"),
    ],
)
def test_a_case_that_cannot_be_is_left_out_whole_and_named(tmp_path, lines, column, value, why):
    text = f"case_id,event,at,reason,target\nbad,opened,2024-05-06 09:00,,\n{lines}\ngood,opened,2024-05-06 09:00,,\n"
    made, words, refused = clocked(tmp_path, text)
    assert [row["case_id"] for row in rows(made.folder / "clocks.csv")] == ["good"]
    assert len(rows(made.folder / "events.csv")) == made.rows_read == 3
    (found,) = refused
    assert (found["table"], found["column"], found["value"]) == ("events", column, value)
    assert why in found["reason"]
    assert made.tables[0].refused == 1
    assert "n = 1; missing 1" in words
    assert "Cases whose events cannot have happened so: 1." in words


def test_nothing_may_follow_a_merger(tmp_path):
    text = LOG + "merged,closed,2024-05-06 11:00,,\n"
    _, _, refused = clocked(tmp_path, text)
    assert "it may go on with none" in refused[0]["reason"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_events_of_an_instant_are_read_in_the_order_of_the_rows(tmp_path, language):
    text = "case_id,event,at\na,opened,2024-05-06 09:00\na,resolved,2024-05-06 09:00\nb,resolved,2024-05-06 09:00\nb,opened,2024-05-06 09:00\n"
    made, _, refused = clocked(tmp_path, text, language=language)
    assert [(row["case_id"], row["clock_state"]) for row in rows(made.folder / "clocks.csv")] == [("a", "met")]
    assert refused[0]["row"] == "3"


def test_rows_without_a_case_an_event_or_an_instant_are_set_aside(tmp_path):
    text = (
        "case_id,event,at\n,opened,2024-05-06 09:00\na,started,2024-05-06 09:00\na,opened,\nb,opened,2024-05-06 09:00\n"
    )
    made, words, _ = clocked(tmp_path, text)
    assert (made.tables[0].read, made.tables[0].scored, made.tables[0].set_aside) == (4, 1, 3)
    assert "n = 1; missing 0" in words


def test_without_a_promise_the_section_says_what_to_give(tmp_path):
    made, words, _ = clocked(tmp_path, LOG, clock=None)
    assert made.sections == ()
    assert "no promise is given to judge the events by; say it with --hours and --target" in words
    assert not (made.folder / "clocks.csv").exists()


@pytest.mark.parametrize("text", ["case_id,event,at\n", "case_id,event,at\na,resumed,2024-05-06 09:00\n"])
def test_without_a_case_that_can_be_read_the_section_says_so(tmp_path, text):
    made, words, _ = clocked(tmp_path, text)
    assert "clock" in made.absent
    assert "no row of events has a usable case_id, event, at" in words
    made, words, _ = clocked(tmp_path, text, as_of=None)
    assert "clock" in made.absent


def test_a_promise_of_nothing_has_no_times_and_no_cases_over(tmp_path):
    clock = ServiceClock(calendar=OFFICE, policy=ClockPolicy(target=None))
    _, words, _ = clocked(tmp_path, "case_id,event,at\na,opened,2024-05-06 09:00\n", clock=clock)
    assert "Promised: none of open time" in words
    assert "nothing promised 1 100.00%" in words
    assert "of cases due were done in time – 0 of 0; missing 1" in words
    assert "quantiles" not in words
    assert "furthest over" not in words


@pytest.mark.parametrize(("reasons", "said"), [([], "pauses count too"), (["b", "a"], "do not count: a, b")])
def test_the_pauses_that_stop_the_clock_are_named(tmp_path, reasons, said):
    policy = ClockPolicy(target=timedelta(hours=8), starts_on="assigned", stops_on="responded", paused_by=reasons)
    calendar = attrs.evolve(OFFICE, holidays=[date(2024, 5, 6)])
    clock = ServiceClock(calendar=calendar, policy=policy)
    _, words, _ = clocked(tmp_path, "case_id,event,at\na,opened,2024-05-06 09:00\n", clock=clock)
    assert "from “assigned” to “responded”; " in words
    assert said in words
    assert "Closed on 1 holidays from 2024-05-06 to 2024-05-06." in words
    assert "nothing promised 1 100.00%" in words


def test_what_is_no_clock_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(TypeError, match="clock must be a ServiceClock; got str"):
        clocked(tmp_path, LOG, clock="8h")
    assert not (tmp_path / "out").exists()


def test_an_instant_beyond_the_years_of_the_clock_is_refused(tmp_path):
    with pytest.raises(ReportError, match="--as-of: the clock answers from 1900 to the end of 2199"):
        clocked(tmp_path, LOG, as_of="2300-01-01")


def test_holidays_between_the_first_case_and_the_last_due_are_counted(tmp_path):
    calendar = BusinessCalendar(
        hours={"monday": "09:00-17:00", "wednesday": "09:00-17:00", "thursday": "09:00-17:00", "sunday": "10:00-12:00"},
        time_zone="Europe/Berlin",
        holidays=[date(2024, 5, 2), date(2024, 5, 6), date(2024, 12, 25)],
    )
    clock = ServiceClock(calendar=calendar, policy=ClockPolicy(target=timedelta(hours=1)))
    _, words, _ = clocked(tmp_path, LOG, clock=clock)
    assert "Open: Monday 09:00–17:00; Wednesday–Thursday 09:00–17:00; Sunday 10:00–12:00" in words
    assert "Closed on 1 holidays from 2024-05-03 to 2024-05-08." in words


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_the_log_of_a_real_help_desk_is_judged_by_when_tickets_were_resolved(tmp_path):
    """A ticket opens with its first event, is resolved by its last ``Resolve ticket``, and ``Wait`` pauses it."""
    cases = defaultdict(list)
    with gzip.open(DATA / "helpdesk_events.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            at = datetime.strptime(row["Complete Timestamp"], "%Y/%m/%d %H:%M:%S.%f").replace(tzinfo=UTC)
            cases[row["Case ID"]].append((at, row["Activity"]))
    target, text, used, automatic = timedelta(days=30), ["case_id,event,at"], {}, 0
    for case, log in cases.items():
        ended = [at for at, activity in log if activity == "Resolve ticket"]
        closed = [at for at, activity in log if activity == "Closed"]
        opened, done = log[0][0], max(ended or closed or [None], key=lambda at: (at is not None, at))
        events, waited = [("opened", opened)], timedelta()
        for (at, activity), (following, _) in pairwise(log):
            if activity == "Wait" and (done is None or at < done) and following > at:
                events += [("paused", at), ("resumed", following)]
                waited += following - at
        events += [("resolved", done)] if done is not None else []
        if done is not None and closed and closed[-1] > done:
            events.append(("closed", closed[-1]))
            automatic += closed[-1] - opened - waited > target >= done - opened - waited
        used[case] = None if done is None else done - opened - waited
        text += [f"{case},{event},{at.isoformat()}" for event, at in events]
    clock = ServiceClock(calendar=ALWAYS_OPEN, policy=ClockPolicy(target=target))
    made, words, refused = clocked(tmp_path, "\n".join(text) + "\n", clock=clock, as_of=None, time_zone=None)
    assert refused == []
    table = {row["case_id"]: row for row in rows(made.folder / "clocks.csv")}
    assert len(table) == len(cases) == 4_580
    for case, length in used.items():
        if length is not None:
            assert float(table[case]["elapsed_minutes"]) == pytest.approx(length / timedelta(minutes=1))
            assert table[case]["clock_state"] == ("met" if length <= target else "breached")
    done = [length for length in used.values() if length is not None]
    met = sum(length <= target for length in done)
    breached = sum(row["clock_state"] == "breached" for row in table.values())
    assert f"{met:,} of {met + breached:,}; missing {4_580 - met - breached:,}" in words
    assert automatic > 100  # judged by the closing, which often comes by itself, these would have been breached


@settings(max_examples=at_most(20), deadline=None)
@given(
    clock=service_clocks(),
    logs=st.lists(clock_logs(), min_size=1, max_size=4),
    days=st.integers(0, 40),
    random=st.randoms(use_true_random=False),
)
def test_a_table_of_events_gives_what_the_clock_reads_from_each_log(tmp_path_factory, clock, logs, days, random):
    folder = tmp_path_factory.mktemp("logs")
    as_of = logs[0][0].at + timedelta(days=days)
    waiting = {str(case): list(log) for case, log in enumerate(logs)}
    with (folder / "events.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["case_id", "event", "at", "reason"])
        while waiting:  # the logs mixed, each in its order
            case = random.choice(sorted(waiting))
            event = waiting[case].pop(0)
            writer.writerow([case, event.kind.value, event.at.isoformat(), event.reason])
            waiting = {name: log for name, log in waiting.items() if log}
    made = make_report(folder / "events.csv", folder / "out", clock=clock, as_of=as_of)
    assert made.rows_read == sum(map(len, logs))
    assert made.refused_values == 0
    table = {row["case_id"]: row for row in rows(made.folder / "clocks.csv")}
    assert len(table) == len(logs)
    for case, log in enumerate(logs):
        reading = clock.read(log, as_of=as_of)
        assert table[str(case)]["clock_state"] == reading.state.value
        assert float(table[str(case)]["elapsed_minutes"]) == pytest.approx(reading.elapsed / timedelta(minutes=1))
        due = table[str(case)]["due_at"]
        assert (datetime.fromisoformat(due) if due else None) == reading.due_at
