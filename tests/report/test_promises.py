"""Promises on the page."""

from __future__ import annotations

import pytest

from report_sources import DATA, VISITS, Words, report, rows
from servicemodel.report import make_report

OPTIONS = {"as_of": "2024-05-04 12:00"}


def test_a_small_table_is_counted_as_by_hand(tmp_path):
    made, page, _ = report(tmp_path, VISITS, **OPTIONS)
    text = Words(page).text
    assert [row["promise_state"] for row in rows(made.folder / "encounters.csv")] == [
        "kept", "broken", "broken", "not_promised", "pending",
    ]  # fmt: skip
    assert "1 of 2 closed with a promise (50.00%)" in text.replace("kept 1 of", "1 of")
    assert "33.33% " in text
    assert "of 3 due" in text
    assert "1 closed, 0 open; neither kept nor broken" in text


def test_the_latest_observed_instant_is_the_default_and_never_a_promise(tmp_path):
    made, page, _ = report(tmp_path, VISITS)
    assert made.as_of.isoformat() == "2024-05-03T04:00:00+00:00"
    assert "2024-05-03 12:00:00 +0800 (the latest instant observed in the data)" in Words(page).text


def test_without_any_observed_instant_the_section_says_what_to_give(tmp_path):
    text = "id,promised_at\na,2024-05-01 09:00\n"
    made, page, _ = report(tmp_path, text)
    assert made.as_of is None
    assert "promises" in made.absent
    assert "give one with --as-of" in Words(page).text
    later, _, _ = report(tmp_path, text, as_of="2024-05-01 09:00")
    assert [row["promise_state"] for row in rows(later.folder / "encounters.csv")] == ["pending"]


def test_promises_alone_are_never_closed(tmp_path):
    _, page, _ = report(tmp_path, "id,promised_at\na,2024-05-01 09:00\nb,\n", as_of="2024-05-01 09:01")
    text = Words(page).text
    assert "of 1 due" in text
    assert "0 closed, 1 open" in text
    assert "quantiles" not in text


def test_where_nothing_promised_is_closed_yet_there_is_no_lateness(tmp_path):
    text = "id,started_at,promised_at,completed_at\na,2024-05-02,2024-05-01,\nb,2024-05-02,,2024-05-02\n"
    _, page, _ = report(tmp_path, text)
    assert "broken: still open 1" in Words(page).text
    assert "quantiles" not in page


def test_where_nothing_was_promised_the_section_is_absent(tmp_path):
    made, page, _ = report(tmp_path, "id,started_at,promised_at\na,2024-05-01 09:00,\n")
    assert made.absent[0] == "promises"
    assert "no row of encounters has a usable promised_at" in Words(page).text


def test_odd_rows_are_kept_and_noted(tmp_path):
    text = "id,started_at,promised_at,completed_at\na,2024-05-02,2024-05-01,2024-05-01\n"
    made, page, _ = report(tmp_path, text)
    assert made.tables[0].scored == 1
    words = Words(page).text
    assert "Rows with a promise before they were opened: 1." in words
    assert "Rows done before they were opened: 1." in words


def test_what_is_done_only_after_as_of_is_still_open_then(tmp_path):
    made, page, _ = report(tmp_path, VISITS, as_of="2024-05-02 09:30")
    states = [row["promise_state"] for row in rows(made.folder / "encounters.csv")]
    assert states == ["kept", "pending", "pending", "not_promised", "pending"]
    assert "0 closed, 1 open" in Words(page).text


def test_small_groups_are_summed_and_the_nameless_stand_apart(tmp_path):
    lines = [f"v{n},2024-05-01 09:00,2024-05-02 09:00,2024-05-01 10:00,kind{n % 20:02d}" for n in range(60)]
    lines += ["x,2024-05-01 09:00,2024-05-02 09:00,2024-05-01 10:00,"]
    _, page, _ = report(tmp_path, "\n".join(["id,started_at,promised_at,completed_at,kind", *lines]) + "\n")
    words = Words(page).text
    assert "kind14" in words
    assert "kind15" not in words
    assert "(5 others together) 15 15 0 100.00%" in words
    assert "(not given) 1 1 0 100.00%" in words


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_the_full_boston_file_gives_the_published_counts(tmp_path):
    made = make_report(DATA / "boston311_2011_full.csv.gz", tmp_path / "out", preset="boston311")
    assert (made.rows_read, made.tables[0].scored, made.refused_values) == (58_251, 58_251, 0)
    assert made.sections == ("promises",)
    assert made.as_of.isoformat() == "2019-10-31T19:25:56+00:00"
    text = Words(made.index.read_text(encoding="utf-8")).text
    for words in (
        "58,251 rows were read and all 58,251 are accounted for",
        "kept 35,591 of 43,821 closed with a promise (81.22%)",
        "broken: closed late 8,230",
        "broken: still open 3,449",
        "of promises due were kept 75.29% of 47,270 due",
        "nothing promised 10,981 10,749 closed, 232 open",
        "Rows with a promise before they were opened: 3.",
        "2019-10-31 15:25:56 -0400",
    ):
        assert words in text


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_the_boston_sample_agrees_with_the_label_that_the_city_printed(tmp_path):
    made = make_report(DATA / "boston311_2011_sample.csv", tmp_path / "out", preset="boston311")
    states = {row["id"]: row["promise_state"] for row in rows(made.folder / "encounters.csv")}
    assert len(states) == made.rows_read == 2_913
    checked = 0
    for row in rows(DATA / "boston311_2011_sample.csv"):
        state = states[row["case_enquiry_id"]]
        assert (state == "not_promised") == (not row["target_dt"])
        if row["target_dt"] and row["closed_dt"] and row["ontime"]:
            assert state == {"ONTIME": "kept", "OVERDUE": "broken"}[row["ontime"]]
            checked += 1
    assert checked > 2_000


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_both_spellings_of_the_boston_columns_give_the_same(tmp_path):
    text = (DATA / "boston311_2011_sample.csv").read_text(encoding="utf-8")
    header, _, body = text.partition("\n")
    renamed = header.replace("target_dt", "SLA_TARGET_DT").replace("ontime", "on_time") + "\n" + body
    assert renamed != text
    first, _, _ = report(tmp_path, text, "a.csv", preset="boston311", time_zone=None)
    before = (first.folder / "encounters.csv").read_bytes()
    second, _, _ = report(tmp_path, renamed, "b.csv", preset="boston311", time_zone=None)
    assert (second.folder / "encounters.csv").read_bytes() == before
