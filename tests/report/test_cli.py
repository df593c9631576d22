"""The command line: plain messages, exit codes, progress on a terminal only."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import servicemodel.report
from report_sources import VISITS, Words, write
from servicemodel.errors import ReportError
from servicemodel.report import cli, make_report, presets, versions


def run(*arguments):
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def test_a_report_says_what_was_taken_for_what_and_where_it_is(tmp_path):
    source = write(tmp_path, "visits.csv", VISITS)
    done = run(
        "report",
        source,
        "--out",
        tmp_path / "out",
        "--time-zone",
        "Asia/Shanghai",
        "--language",
        "zh",
        "--currency",
        "CNY",
    )
    assert done.exit_code == 0
    assert done.stdout == (
        "visits.csv taken for encounters: 5 rows read, 5 scored, 0 set aside, 0 with a refused value\n"
        f"report: {tmp_path / 'out' / 'index.html'}\n"
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "say where with --time-zone"),
        (("--time-zone", "Nowhere"), "'Nowhere' is not a known zone"),
        (("--time-zone", "UTC", "--as-of", "soon"), "--as-of: 'soon' is not an instant"),
        (("--time-zone", "UTC", "--currency", "yuan"), "--currency: 'yuan' is not a code of three capital letters"),
        (("--preset", "boston311"), "has none of their columns"),
    ],
)
def test_bad_input_ends_with_one_plain_line_and_code_2(tmp_path, options, message):
    text = VISITS if "--preset" not in options else "a,b\n1,2\n"
    source = write(tmp_path, "visits.csv", text)
    done = run("report", source, "--out", tmp_path / "out", *options)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_unknown_preset_names_the_known_ones(tmp_path):
    assert "boston311" in run("report", tmp_path, "--out", tmp_path / "out", "--preset", "x").stderr
    with pytest.raises(ReportError, match="there are boston311"):
        presets.preset_of("x")


def test_the_demonstration_is_written_in_both_languages_and_marked(tmp_path):
    done = run("demo", "--out", tmp_path / "demo")
    assert done.exit_code == 0, done.stderr
    for language, words in (("en", "Simulated data."), ("zh", "模拟数据。")):
        page = tmp_path / "demo" / language / "index.html"
        assert f"simulated report ({language}): {page}" in done.stdout
        assert words in Words(page.read_text(encoding="utf-8")).text
    assert run("demo", "--out", tmp_path / "demo").exit_code == 0
    again = make_report(tmp_path / "demo" / "simulated-book-en", tmp_path / "again")
    assert again.refused_values == 0
    assert again.absent == ("clock", "ratings", "problems")  # no option says what was promised, or the scale


def test_progress_is_told_to_a_terminal_only(tmp_path, monkeypatch):
    source = write(tmp_path, "visits.csv", "id,performance\na,1\n")
    monkeypatch.setattr(cli, "_on_terminal", lambda: True)
    assert run("report", source, "--out", tmp_path / "out").stderr == "reading …\nscoring …\nwriting …\n"
    monkeypatch.undo()
    assert run("report", source, "--out", tmp_path / "out").stderr == ""


def test_the_program_runs_as_a_program(tmp_path):
    source = write(tmp_path, "visits.csv", VISITS)
    code = "from servicemodel.report.cli import main; main()"
    package = Path(cli.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, "report", source, "--out", tmp_path / "out"],
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("servicemodel: visits.csv: 'started_at' holds local times")


def test_without_the_extra_the_message_names_it(monkeypatch):
    code = "import sys; sys.modules['duckdb'] = None; import servicemodel.report.cli"
    package = Path(cli.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "servicemodel.report needs duckdb; install it with: pip install servicemodel[report]" in done.stderr
    monkeypatch.setitem(sys.modules, "servicemodel.report.make", None)
    with pytest.raises(ImportError, match=r"pip install servicemodel\[report\]"):
        importlib.reload(servicemodel.report)


def test_a_checkout_that_is_not_installed_has_a_version_too(monkeypatch):
    def missing(name):
        raise versions.PackageNotFoundError(name)

    monkeypatch.setattr(versions, "version", missing)
    assert versions.library_version() == "0+unknown"
    monkeypatch.setattr(versions, "version", lambda name: f"{name}-1")
    assert versions.library_version() == "servicemodel-1"
