"""The demonstration: a simulated book in both languages, and the report of each."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from servicemodel.labels import LANGUAGES
from servicemodel.objects.columns import FLAT_COLUMNS, columns
from servicemodel.report.kinds import KINDS
from servicemodel.report.make import make_report
from servicemodel.report.write import mark, replacing
from servicemodel.samples import Book, dealership
from servicemodel.survey import TEN_POINT


def make_demo(out: Path, *, progress: Callable[[str], None]) -> dict[str, Path]:
    """Write the simulated book and its report in each language; return where the pages are.

    Raises
    ------
    ReportError
        If the folder holds something else than an earlier demonstration or report.
    """
    with replacing(out) as folder:
        for language in LANGUAGES:
            book = dealership(language=language)
            progress(book.name)
            write_book(book, folder / f"simulated-book-{language}")
            make_report(
                folder / f"simulated-book-{language}",
                folder / language,
                language=language,
                time_zone="Asia/Shanghai",
                clock=book.clock,
                scale=TEN_POINT,
                simulated=True,
                title=book.name,
            )
        mark(folder, {"simulated": True})
    return {language: out / language / "index.html" for language in LANGUAGES}


def write_book(book: Book, folder: Path) -> None:
    """Write a book as a folder of CSV files, as a report reads it."""
    folder.mkdir()
    for kind, owner in KINDS.items():
        if owner in FLAT_COLUMNS:
            table = columns(getattr(book, kind), kind=owner)
            _write(folder / f"{kind}.csv", table, zip(*table.values(), strict=True))
    events = ((case, event.kind.value, event.at, event.reason) for case, log in book.logs.items() for event in log)
    _write(folder / "events.csv", ("case_id", "event", "at", "reason"), events)


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> Any:
    """Write instants and days in ISO 8601."""
    return value.isoformat() if isinstance(value, date | datetime) else value
