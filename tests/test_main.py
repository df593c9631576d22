"""The package as a program."""

from __future__ import annotations

import runpy
import sys

import pytest


@pytest.fixture(autouse=True)
def _not_imported_yet(monkeypatch):
    """Another test may have imported every module, and runpy warns where the one it runs is there already."""
    monkeypatch.delitem(sys.modules, "servicemodel.__main__", raising=False)


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["servicemodel", *arguments])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("servicemodel", run_name="__main__")
    return caught.value.code


def test_the_package_runs_the_command_line(monkeypatch, capsys):
    for module in ("click", "duckdb", "jinja2", "matplotlib", "narwhals"):
        pytest.importorskip(module, reason="needs the extra 'report'")

    assert run(monkeypatch, "--help") == 0
    assert "Usage: servicemodel" in capsys.readouterr().out


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "click", None)
    monkeypatch.delitem(sys.modules, "servicemodel.report.cli", raising=False)

    assert run(monkeypatch, "--help") == (
        "servicemodel: click is missing; the command line needs: pip install 'servicemodel[report]'"
    )


def test_a_module_of_ours_that_is_missing_is_not_blamed_on_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "servicemodel.report.cli", None)
    monkeypatch.setattr(sys, "argv", ["servicemodel"])

    with pytest.raises(ModuleNotFoundError, match=r"servicemodel\.report\.cli"):
        runpy.run_module("servicemodel", run_name="__main__")


def test_importing_it_runs_nothing():
    assert runpy.run_module("servicemodel.__main__", run_name="imported")["main"]
