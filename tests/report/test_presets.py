"""What a publication calls its columns, and how its words and days are read."""

from __future__ import annotations

import json

import pytest

from report_sources import DATA, Words, rejects, report, rows, write
from servicemodel.errors import ReportError
from servicemodel.labels import Text
from servicemodel.report import make_report
from servicemodel.report.presets import CFPB, PRESETS, Preset, Reading

CFPB_HEADER = (
    "Date received,Product,Issue,Company,Submitted via,Company response to consumer,Timely response?,"
    "Consumer disputed?,Complaint ID"
)
OLD = (
    "8/30/2013,Mortgage,Servicing,First Bank,Web,Closed with explanation,Yes,Yes,1\n"
    "08/31/2013,Mortgage,Servicing,First Bank,Phone,Closed,Yes,No,2\n"
    "9/1/2013,Debt,Calls,,Web,In progress,No,N/A,3\n"
    "9/2/2013,Debt,Calls,Second Bank,Web,In progress,no,,4\n"
)

SURVEY = Preset(
    name="survey",
    title=Text("A survey", "一项调查"),
    kind="encounters",
    zone="America/Los_Angeles",
    columns={
        "id": Reading(names=("RESPNUM",)),
        "performance": Reading(names=("Q7ALL",), values={"0": None, "6": None, "blank": None}),
        "weight": Reading(names=("WEIGHT",)),
    },
    constants={"expected": "4", "kind": "it's a visit"},
)

LOG = Preset(
    name="log",
    title=Text("A log", "一份日志"),
    kind="encounters",
    zone="Europe/Rome",
    columns={
        "id": Reading(names=("case",)),
        "started_at": Reading(names=("at",), formats=("%Y/%m/%d %H:%M:%S.%g", "%d.%m.%y")),
    },
)


def read_with(tmp_path, preset, text, **options):
    source = write(tmp_path, "some.csv", text)
    made = make_report(source, tmp_path / "out", preset=preset, **options)
    return made, Words(made.index.read_text(encoding="utf-8")).text, rejects(made.folder)


def test_the_words_of_the_bureau_are_read_as_ours(tmp_path):
    made, words, refused = read_with(tmp_path, "cfpb", f"{CFPB_HEADER}\n{OLD}")
    assert refused == []
    assert made.sections == ("complaints", "answers", "disputes")
    table = rows(made.folder / "complaints.csv")
    assert [row["satisfied"] for row in table] == ["false", "true", "", ""]
    assert [row["state"] for row in table] == [
        "decision_communicated",
        "decision_communicated",
        "acknowledged",
        "acknowledged",
    ]
    assert [row["timely"] for row in table] == ["true", "true", "false", "false"]
    assert [row["received_at"] for row in table] == [
        "2013-08-30 04:00:00+00", "2013-08-31 04:00:00+00", "2013-09-01 04:00:00+00", "2013-09-02 04:00:00+00",
    ]  # fmt: skip
    assert "disputed the outcome 50.00% 1 of 2; missing 2" in words
    assert "answered in time, as published 50.00% 2 of 4; missing 0" in words
    assert "Time zone America/New_York" in words
    assert "received_at (from Date received)" in words
    assert (
        "cfpb how the preset reads its words CFPB company responses and the states of a complaint (cfpb_states, v1)"
        in words
    )
    assert json.loads((made.folder / "report.json").read_text(encoding="utf-8"))["table_versions"]["cfpb_states"] == 1


def test_days_are_said_to_have_no_time_and_begin_in_the_zone_given(tmp_path):
    made, words, _ = read_with(tmp_path, "cfpb", f"{CFPB_HEADER}\n{OLD}", time_zone="UTC")
    assert "received_at says a day and no time of it in 4 of 4 rows." in words
    assert "such a day counts from its start in UTC" in words
    assert rows(made.folder / "complaints.csv")[0]["received_at"] == "2013-08-30 00:00:00+00"


def test_a_day_in_our_own_format_is_said_to_be_one_too(tmp_path):
    text = "id,started_at,performance\na,2024-05-01,1\nb,2024-05-01 10:00,1\nc,2024-05-40,1\n"
    _, page, _ = report(tmp_path, text)
    assert "In encounters, started_at says a day and no time of it in 1 of 3 rows." in Words(page).text


@pytest.mark.parametrize("noon", ["2023-05-31T12:00:00-05:00", "2023-05-31T12:00:00-04:00", "5/31/2023"])
def test_noon_that_only_fills_a_day_is_not_taken_for_a_time(tmp_path, noon):
    made, words, _ = read_with(tmp_path, "cfpb", f"complaint_id,date_received,product\n1,{noon},x\n")
    assert rows(made.folder / "complaints.csv")[0]["received_at"] == "2023-05-31 04:00:00+00"
    assert "in 1 of 1 rows" in words


@pytest.mark.parametrize("day", ["30/8/2013", "8/30/13", "2/30/2013", "soon"])
def test_a_day_that_cannot_be_read_is_refused_as_it_stands(tmp_path, day):
    _, _, refused = read_with(tmp_path, "cfpb", f"complaint_id,date_received,product\n1,{day},x\n2,8/30/2013,x\n")
    assert {(row["row"], row["column"], row["value"]) for row in refused} >= {("1", "received_at", day)}


def test_a_word_that_the_preset_does_not_know_is_refused_as_it_stands(tmp_path):
    text = "complaint_id,date_received,consumer_disputed\n1,8/30/2013,Perhaps\n"
    made, _, refused = read_with(tmp_path, "cfpb", text)
    assert [(row["column"], row["value"]) for row in refused] == [("satisfied", "Perhaps")]
    assert rows(made.folder / "complaints.csv")[0]["satisfied"] == ""


@pytest.mark.parametrize(
    "spelled", [str.upper, lambda name: name.replace(" ", "_"), lambda name: name.replace(" ", "")]
)
def test_case_and_punctuation_of_a_publishers_header_do_not_matter(tmp_path, spelled):
    plain, _, _ = read_with(tmp_path, "cfpb", f"{CFPB_HEADER}\n{OLD}")
    before = (plain.folder / "complaints.csv").read_bytes()
    other, _, _ = read_with(tmp_path, "cfpb", f"{spelled(CFPB_HEADER)}\n{OLD}")
    assert (other.folder / "complaints.csv").read_bytes() == before


def test_of_two_names_spelled_alike_the_first_counts_and_the_other_is_not_used(tmp_path):
    made, _, _ = read_with(tmp_path, "cfpb", "Complaint ID,complaint_id,date_received\n1,2,8/30/2013\n")
    assert rows(made.folder / "complaints.csv")[0]["id"] == "1"
    assert made.tables[0].unused == ("complaint_id",)


def test_a_section_without_its_column_names_what_the_publisher_calls_it(tmp_path):
    made, words, _ = read_with(tmp_path, "cfpb", "complaint_id,date_received\n1,8/30/2013\n")
    assert {"answers", "disputes"} <= set(made.absent)
    assert "no column satisfied (cfpb: consumer_disputed)" in words
    assert "timely (cfpb: timely_response, timely), resolved_at" in words


@pytest.mark.parametrize("name", ["complaints.csv", "cfpb.csv"])
def test_the_columns_of_the_bureau_are_recognised_when_the_preset_was_forgotten(tmp_path, name):
    with pytest.raises(ReportError, match="look like those of cfpb: add --preset cfpb"):
        report(tmp_path, "complaint_id,date_received,product,issue,company,timely\n", name)


def test_a_preset_reads_its_own_table_and_leaves_the_others_as_they_are(tmp_path):
    source = tmp_path / "book"
    source.mkdir()
    write(source, "complaints.csv", f"{CFPB_HEADER}\n{OLD}")
    write(source, "accounts.csv", "id,name\nFirst Bank,The First\n")
    made = make_report(source, tmp_path / "out", preset="cfpb")
    assert [table.kind for table in made.tables] == ["accounts", "complaints"]
    assert "The First 2 2 0 100.00% 0" in Words(made.index.read_text(encoding="utf-8")).text


def test_a_preset_of_ones_own_fills_what_is_the_same_in_every_row_and_empties_what_means_nothing(tmp_path):
    text = "RESPNUM,Q7ALL,WEIGHT\n1,4,0.5\n2,0,1\n3,6,1\n4,Blank,1\n5,5,1\n"
    made, words, refused = read_with(tmp_path, SURVEY, text)
    assert refused == []
    table = rows(made.folder / "encounters.csv")
    assert [row["performance"] for row in table] == ["4.0", "", "", "", "5.0"]
    assert {(row["expected"], row["kind"]) for row in table} == {("4.0", "it's a visit")}
    assert [row["satisfaction_state"] for row in table] == ["satisfied", "", "", "", "delighted"]
    assert "n = 2; missing 3" in words
    assert "Preset survey: A survey" in words


def test_times_are_read_as_the_preset_says_they_are_written(tmp_path):
    text = "case,at\na,2012/10/09 14:50:17.250\nb,09.10.12\nc,2012-10-09T12:00+00:00\nd,10/09/2012\n"
    made, words, refused = read_with(tmp_path, LOG, text)
    assert [row["started_at"] for row in rows(made.folder / "encounters.csv")] == [
        "2012-10-09 12:50:17.25+00", "2012-10-08 22:00:00+00", "2012-10-09 12:00:00+00", "",
    ]  # fmt: skip
    assert [row["value"] for row in refused] == ["10/09/2012"]
    assert "started_at says a day and no time of it in 1 of 4 rows" in words


def test_presets_read_columns_that_there_are():
    from servicemodel.report.kinds import columns_read

    for name, preset in PRESETS.items():
        assert preset.name == name
        assert set(preset.columns) <= {column.name for column in columns_read(preset.kind, preset.columns)}


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_the_bureaus_complaints_of_2013_give_the_published_counts(tmp_path):
    made = make_report(DATA / "cfpb_2013_1000.csv", tmp_path / "out", preset=CFPB)
    assert (made.rows_read, made.tables[0].scored, made.refused_values) == (1_000, 1_000, 0)
    assert made.sections == ("complaints", "answers", "disputes")
    words = Words(made.index.read_text(encoding="utf-8")).text
    for line in (
        "1,000 rows were read and all 1,000 are accounted for",
        "received_at says a day and no time of it in 1,000 of 1,000 rows",
        "disputed the outcome 21.10% 211 of 1,000; missing 0",
        "answered in time, as published 98.40% 984 of 1,000; missing 0",
        "Closed with explanation 729 72.90%",
        "decision communicated 999 99.90%",
        "(not given) 1 0.10%",
        "Closed with explanation 729 554 175 24.01% 0",
        "Mortgage 343 255 88 25.66% 0",
        "dissatisfied customers they stand for 25,000",
    ):
        assert line in words
    raw = rows(DATA / "cfpb_2013_1000.csv")
    ours = {row["id"]: row for row in rows(made.folder / "complaints.csv")}
    for row in raw:
        mine = ours.pop(row["complaint_id"])
        assert mine["satisfied"] == {"Yes": "false", "No": "true", "": ""}[row["consumer_disputed"]]
        month, day, year = map(int, row["date_received"].split("/"))
        assert mine["received_at"] == f"{year}-{month:02d}-{day:02d} 04:00:00+00"  # midnight of New York's summer
        assert (mine["kind"], mine["account_id"]) == (row["product"], row["company"])
    assert ours == {}


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_the_bureaus_complaints_of_2023_say_nothing_of_disputes_and_why(tmp_path):
    made = make_report(DATA / "cfpb_2023_10000.csv.gz", tmp_path / "out", preset="cfpb")
    assert (made.rows_read, made.tables[0].scored, made.refused_values) == (10_000, 10_000, 0)
    assert made.sections == ("complaints", "answers")
    assert "disputes" in made.absent
    words = Words(made.index.read_text(encoding="utf-8")).text
    for line in (
        "received_at says a day and no time of it in 10,000 of 10,000 rows",
        "the table of complaints has no column satisfied (cfpb: consumer_disputed)",
        "answered in time, as published 99.58% 9,958 of 10,000; missing 0",
        "In progress 242 2.42%",
        "acknowledged 242 2.42%",
        "Web Referral 9 0.09%",
    ):
        assert line in words


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_blanks_of_a_survey_stay_out_of_its_mean(tmp_path):
    made = make_report(DATA / "sfo_survey_2017.csv", tmp_path / "out", preset=SURVEY)
    table = rows(made.folder / "encounters.csv")
    rated = [(float(row["performance"]), float(row["weight"])) for row in table if row["performance"]]
    assert (len(table), len(rated), made.refused_values) == (2_831, 2_688, 0)
    assert sum(rating for rating, _ in rated) / len(rated) == pytest.approx(4.0644, abs=5e-5)
    weighted = sum(rating * weight for rating, weight in rated) / sum(weight for _, weight in rated)
    assert weighted == pytest.approx(4.0712, abs=5e-5)
