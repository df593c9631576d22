"""Write the folder: whole or not at all, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from servicemodel.errors import ReportError
from servicemodel.report.context import Context
from servicemodel.report.match import quoted
from servicemodel.report.versions import library_version, tables_used

if TYPE_CHECKING:
    from servicemodel.report.make import Report

#: The file that marks a folder as ours to replace.
MARK = "report.json"
_MADE_BY = "servicemodel report"


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a new folder beside ``folder`` and, when all went well, put it in its place.

    Raises
    ------
    ReportError
        If ``folder`` holds something else than an earlier report, or cannot be written.
    """
    _check_free(folder)
    parent = folder.absolute().parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=parent))
    except OSError as error:
        msg = f"--out: cannot write beside {str(folder)!r}: {error.strerror}"
        raise ReportError(msg) from error
    try:
        new = building / "new"
        new.mkdir()
        yield new
        if folder.exists():
            folder.rename(building / "old")
        try:
            new.rename(folder)
        except OSError:
            if (building / "old").exists():
                (building / "old").rename(folder)
            raise
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _check_free(folder: Path) -> None:
    if folder.is_dir():
        if not any(folder.iterdir()) or _is_ours(folder / MARK):
            return
        msg = f"--out: {str(folder)!r} holds something else than an earlier report (no {MARK}); name another folder or empty it"
        raise ReportError(msg)
    if folder.exists() or folder.is_symlink():
        msg = f"--out: {str(folder)!r} is a file; name a folder"
        raise ReportError(msg)


def _is_ours(mark: Path) -> bool:
    try:
        found = json.loads(mark.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("made_by") == _MADE_BY


def write_tables(ctx: Context, folder: Path) -> tuple[str, ...]:
    """Write each scored table as CSV and Parquet, and the rejects; return the names of the files."""
    files = []
    for name, table in _tables(ctx).items():
        for ending, options in ((".csv", "FORMAT csv, HEADER"), (".parquet", f"FORMAT parquet, {_metadata(ctx)}")):
            if name == "rejects" and ending == ".parquet":
                continue
            rows = _harmless(ctx, table) if ending == ".csv" else f"SELECT * FROM {table} ORDER BY {_order(table)}"
            path = str(folder / (name + ending)).replace("'", "''")
            ctx.connection.execute(f"COPY ({rows}) TO '{path}' ({options})")
            files.append(name + ending)
    return tuple(files)


def _tables(ctx: Context) -> dict[str, str]:
    tables = {kind: f"scored_{kind}" for kind in ctx.columns}
    written = {name for (name,) in ctx.rows("SELECT table_name FROM duckdb_tables()")}
    return {**tables, **{name: name for name in ("scores", "calls") if name in written}, "rejects": "rejects"}


def _harmless(ctx: Context, table: str) -> str:
    """Return a query of the table with every text that a spreadsheet would run marked as text."""
    columns = []
    for name, kind, *_ in ctx.rows(f"DESCRIBE {table}"):
        column = quoted(name)
        if kind == "VARCHAR":
            column = f"CASE WHEN regexp_matches({column}, '^[=+@\\t\\r＝＋－＠-]') THEN '''' || {column} ELSE {column} END AS {column}"
        if name != "set_aside":
            columns.append(column)
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {_order(table)}"


def _order(table: str) -> str:
    """Return what the rows of a table are sorted by."""
    return {"rejects": '"table", "row", "column"', "calls": "call_rank", "scores": "place"}.get(table, '"row"')


def _metadata(ctx: Context) -> str:
    """Return the versions that a scored table carries with it."""
    facts = {"servicemodel": library_version(), "as_of": "" if ctx.as_of is None else ctx.as_of.isoformat()}
    facts |= {f"table {table.name}": str(table.version) for table in tables_used(ctx)}
    pairs = ", ".join(f"'{key}': '{value}'" for key, value in facts.items())
    return f"KV_METADATA {{{pairs}}}"


def write_summary(ctx: Context, report: Report, folder: Path, *, simulated: bool) -> None:
    """Write what was made as JSON, which also marks the folder as a report."""
    facts = {
        "simulated": simulated,
        "language": ctx.words.language,
        "as_of": None if ctx.as_of is None else ctx.as_of.isoformat(),
        "time_zone": str(ctx.zone),
        "tables": {
            table.kind: {
                "taken_from": table.origin,
                "rows_read": table.read,
                "rows_scored": table.scored,
                "rows_set_aside": table.set_aside,
                "rows_with_refused_value": table.refused,
            }
            for table in report.tables
        },
        "refused_values": report.refused_values,
        "sections": report.sections,
        "absent": report.absent,
        "table_versions": {table.name: table.version for table in tables_used(ctx)},
    }
    mark(folder, facts)


def mark(folder: Path, facts: dict[str, Any]) -> None:
    """Write ``report.json`` with the facts, by which the folder is known as ours."""
    summary = {"made_by": _MADE_BY, "version": library_version(), **facts}
    text = json.dumps(summary, ensure_ascii=False, indent=2)
    (folder / MARK).write_text(text + "\n", encoding="utf-8")
