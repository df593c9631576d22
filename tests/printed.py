"""Worked examples: the files in ``published``, whose first line says where they come from."""

from __future__ import annotations

import csv
from pathlib import Path

_FOLDER = Path(__file__).parent / "published"


def printed(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of worked examples; an empty cell is left out."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert file.readline().startswith("# "), f"{name}.csv does not say where it comes from"
        rows = [{column: cell for column, cell in row.items() if cell} for row in csv.DictReader(file)]
    assert rows, f"{name}.csv is empty"
    return rows
