"""The folder appears whole or not at all, and nothing in it runs."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from report_sources import VISITS, report, rows, write
from servicemodel.errors import ReportError
from servicemodel.report import make_report, write as writing


def test_the_folder_holds_the_page_the_tables_the_rejects_and_a_summary(tmp_path):
    made, _, _ = report(tmp_path, VISITS)
    assert sorted(path.name for path in made.folder.iterdir()) == [
        "encounters.csv", "encounters.parquet", "index.html", "rejects.csv", "report.json",
    ]  # fmt: skip
    summary = json.loads((made.folder / "report.json").read_text(encoding="utf-8"))
    assert summary["tables"]["encounters"]["rows_read"] == 5
    assert summary["as_of"] == made.as_of.isoformat()
    assert summary["table_versions"]["satisfaction_states"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["encounters.csv", "out"]


def test_the_same_source_gives_the_same_bytes(tmp_path):
    first, _, _ = report(tmp_path, VISITS)
    before = {path.name: path.read_bytes() for path in first.folder.iterdir() if path.suffix != ".parquet"}
    second, _, _ = report(tmp_path, VISITS)
    assert {path.name: path.read_bytes() for path in second.folder.iterdir() if path.suffix != ".parquet"} == before


def test_parquet_holds_the_same_rows_and_carries_the_versions(tmp_path):
    made, _, _ = report(tmp_path, VISITS)
    path = str(made.folder / "encounters.parquet")
    with duckdb.connect() as connection:
        states = connection.execute("SELECT promise_state FROM read_parquet(?) ORDER BY row", [path]).fetchall()
        facts = dict(connection.execute("SELECT key, value FROM parquet_kv_metadata(?)", [path]).fetchall())
    assert [state for (state,) in states] == [row["promise_state"] for row in rows(made.folder / "encounters.csv")]
    assert facts[b"table satisfaction_states"] == b"1"
    assert facts[b"as_of"] == made.as_of.isoformat().encode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A0", "＝SUM(A1)", "＠SUM(A1)"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(tmp_path, text):
    made, _, refused = report(tmp_path, f'id,kind,performance\n"{text}","{text}","{text}x"\n')
    (row,) = rows(made.folder / "encounters.csv")
    assert (row["id"], row["kind"]) == (f"'{text}", f"'{text}")
    assert refused[0]["value"] == f"'{text}x"
    with duckdb.connect() as connection:
        path = str(made.folder / "encounters.parquet")
        assert connection.execute("SELECT kind FROM read_parquet(?)", [path]).fetchall() == [(text,)]


def test_negative_numbers_stay_numbers(tmp_path):
    made, _, _ = report(tmp_path, "id,performance,expected\na,-4,5\n")
    (row,) = rows(made.folder / "encounters.csv")
    assert (row["performance"], row["disconfirmation"]) == ("-4.0", "-9.0")


def test_an_earlier_report_is_replaced_and_an_empty_folder_is_used(tmp_path):
    (tmp_path / "out").mkdir()
    report(tmp_path, VISITS)
    made, _, _ = report(tmp_path, "id,performance\na,1\n")
    assert len(rows(made.folder / "encounters.csv")) == 1


@pytest.mark.parametrize("mark", [None, "no json", "[]", '{"made_by": "someone"}', b"\xff"])
def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, mark):
    out = tmp_path / "out"
    out.mkdir()
    write(out, "thesis.txt", "years of work")
    if mark is not None:
        (out / "report.json").write_bytes(mark if isinstance(mark, bytes) else mark.encode())
    with pytest.raises(ReportError, match="out' holds something else than an earlier report"):
        report(tmp_path, VISITS)
    assert (out / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_a_file_in_the_way_is_refused(tmp_path):
    write(tmp_path, "out", "")
    with pytest.raises(ReportError, match="out' is a file"):
        report(tmp_path, VISITS)


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    blocker = write(tmp_path, "blocker", "")
    source = write(tmp_path, "encounters.csv", VISITS)
    with pytest.raises(ReportError, match=r"--out: cannot write beside .*out"):
        make_report(source, blocker / "out", time_zone="UTC")


def test_a_report_that_fails_leaves_the_earlier_one(tmp_path, monkeypatch):
    made, page, _ = report(tmp_path, VISITS)
    with pytest.raises(ReportError):
        report(tmp_path, "id,started_at\na,2024-05-01 09:00\n", time_zone=None)
    assert made.index.read_text(encoding="utf-8") == page

    real = Path.rename

    def fail(self, target):
        if self.name == "new":
            message = "no room"
            raise OSError(message)
        return real(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="no room"):
        report(tmp_path, VISITS)
    assert made.index.read_text(encoding="utf-8") == page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["encounters.csv", "out"]
    with pytest.raises(OSError, match="no room"), writing.replacing(tmp_path / "fresh"):
        pass
    assert not (tmp_path / "fresh").exists()
