"""Every model of what is owed has a worked example in print, or a note that there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from printed import printed
from servicemodel import CATALOGUE

FILES = sorted((Path(__file__).parent / "published").glob("*.csv"))
WITHOUT = {row["model"]: row["instead"] for row in printed("none")}
FAMILIES = {"churn", "complaints", "contact_centre"}
NAMES = {model.name for model in CATALOGUE if model.family in FAMILIES}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_model_has_a_worked_example_or_a_note_that_none_is_printed(name):
    found = [
        file.stem
        for file in FILES
        if file.stem != "none" and re.search(rf"^{name}[.,]|,{name},", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert bool(found) is (name not in WITHOUT), (
        f"{name}: add an example to a file in tests/published, or a line to tests/published/none.csv; found in {found}"
    )


def test_what_has_no_worked_example_is_tested_otherwise():
    assert WITHOUT.keys() <= NAMES
    assert all(WITHOUT.values())
