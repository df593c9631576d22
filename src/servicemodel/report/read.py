"""Find the tables of a source and load them as text, every row with its number."""

from __future__ import annotations

import csv
import gzip
import zlib
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import duckdb

from servicemodel.errors import ReportError
from servicemodel.report.kinds import KINDS
from servicemodel.report.match import Raw, match, quoted, select, text
from servicemodel.report.presets import Preset
from servicemodel.report.words import Words

_CSV = (".csv", ".csv.gz")
_DUCKDB = (".duckdb", ".ddb", ".db")
_LONGEST = 1_000_000  # bytes of a header
_ENDINGS = (*_CSV, ".parquet", *_DUCKDB)


def connect() -> duckdb.DuckDBPyConnection:
    """Open an empty database in memory that never reaches for the network."""
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
    connection.execute("SET TimeZone = 'UTC'")
    with suppress(duckdb.InvalidInputException):  # a notebook that cannot show a bar refuses the setting
        connection.execute("SET enable_progress_bar = false")
    connection.execute(
        'CREATE TABLE rejects ("table" VARCHAR, "row" BIGINT, "column" VARCHAR, "value" VARCHAR, reason VARCHAR, set_aside BOOLEAN)'
    )
    return connection


def load(connection: duckdb.DuckDBPyConnection, source: Path, preset: Preset | None, words: Words) -> tuple[Raw, ...]:
    """Load every table of the source; rows that cannot be split into columns go to ``rejects``.

    Raises
    ------
    ReportError
        If there is nothing to read, or it cannot be read.
    """
    if not source.exists():
        msg = f"{source.name}: no such file or folder"
        raise ReportError(msg)
    try:
        if source.is_dir():
            return tuple(_load_file(connection, path, kind, preset, words) for kind, path in _in_folder(source).items())
        if source.name.lower().endswith(_DUCKDB):
            return _load_database(connection, source, preset)
        return (_load_file(connection, source, _guess(source.name, preset), preset, words),)
    except (duckdb.Error, OSError, EOFError, zlib.error) as error:
        first = str(error).strip().splitlines()[0]
        msg = f"{source.name}: cannot be read: {first}"
        raise ReportError(msg) from error


def _in_folder(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for kind in KINDS:
        paths = [folder / (kind + ending) for ending in (*_CSV, ".parquet") if (folder / (kind + ending)).is_file()]
        if len(paths) > 1:
            msg = f"{folder.name}: {paths[0].name} and {paths[1].name} are the same table; leave one"
            raise ReportError(msg)
        found |= dict.fromkeys([kind] * len(paths), *paths)
    if not found:
        names = ", ".join(KINDS)
        msg = f"{folder.name}: the folder holds none of {names} (.csv, .csv.gz or .parquet)"
        raise ReportError(msg)
    return found


def _guess(name: str, preset: Preset | None) -> str:
    """Tell the kind of a single file by its name; what names no kind is taken for encounters."""
    if preset is not None:
        return preset.kind
    named = [kind for kind in KINDS if kind in name.lower() or kind.removesuffix("s") in name.lower()]
    return named[0] if len(named) == 1 else "encounters"


def _load_file(
    connection: duckdb.DuckDBPyConnection, path: Path, kind: str, preset: Preset | None, words: Words
) -> Raw:
    name = path.name.lower()
    if name.endswith(_CSV):
        return _load_csv(connection, path, kind, preset, words)
    if name.endswith(".parquet"):
        connection.execute("CREATE OR REPLACE TEMP VIEW source_rows AS FROM read_parquet(" + _path(path) + ")")
        return _load_view(connection, path.name, kind, preset)
    msg = f"{path.name}: cannot tell what it is; wanted is a name ending in {', '.join(_ENDINGS)}, or a folder"
    raise ReportError(msg)


def _load_csv(connection: duckdb.DuckDBPyConnection, path: Path, kind: str, preset: Preset | None, words: Words) -> Raw:
    header, delimiter = _header(path)
    types = ", ".join(f"{text(name)}: 'VARCHAR'" for name in header)
    raw = match(header, path.name, kind, preset)
    lines = (
        f"read_csv({_path(path)}, auto_detect=false, header=true, delim={text(delimiter)}, quote='\"',"
        f" escape='\"', columns={{{types}}}, store_rejects=true)"
    )
    connection.execute(
        f"CREATE TEMP TABLE lines AS SELECT row_number() OVER () AS good, {select(raw, preset)} FROM {lines}"
    )
    # A line that cannot be split has the number of its line, the header being line 1; good rows count on behind it.
    connection.execute(
        "CREATE TEMP TABLE broken AS SELECT line - 1 AS row, any_value(csv_line) AS csv_line,"
        " min(CAST(error_type AS VARCHAR)) AS fault,"
        " row_number() OVER (ORDER BY line) AS nth, line - 1 - nth AS good_before FROM reject_errors GROUP BY line"
    )
    # A customer's line may hold the card of a person, and which part of it does cannot be told once it is broken.
    line = text(words("reject_withheld")) if any(name.startswith("profile_") for name in header) else "csv_line"
    connection.execute(
        f"INSERT INTO rejects SELECT ?, row, NULL, {line}, CASE WHEN fault LIKE '%COLUMNS' THEN ? WHEN fault LIKE '%QUOTE%'"
        " THEN ? ELSE ? END, true FROM broken ORDER BY row",
        [kind, words("reject_columns", n=len(header)), words("reject_quotes"), words("reject_line")],
    )
    connection.execute(
        f"CREATE TABLE raw_{kind} AS SELECT good + coalesce(broken.nth, 0) AS row, lines.* EXCLUDE (good) FROM lines"
        " ASOF LEFT JOIN broken ON lines.good > broken.good_before ORDER BY good"
    )
    for table in ("lines", "broken", "reject_errors", "reject_scans"):
        connection.execute(f"DROP TABLE {table}")
    return raw


def _header(path: Path) -> tuple[list[str], str]:
    """Return the names in the first line, and what separates them."""
    with _opened(path) as lines:
        first = lines.readline(_LONGEST)
    try:
        line = first.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        msg = f"{path.name}: not UTF-8 text; save it as UTF-8 CSV"
        raise ReportError(msg) from error
    delimiter = max(",;\t|", key=line.count)
    try:
        names = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error as error:
        msg = f"{path.name}: the first line is no header: {error}"
        raise ReportError(msg) from error
    names = [name.strip() for name in names]
    if not any(names):
        msg = f"{path.name}: the first line holds no column names"
        raise ReportError(msg)
    folded = [name.casefold() for name in names]
    for number, name in enumerate(folded):
        if not name or name in folded[:number]:
            msg = f"{path.name}: column {number + 1} {f'repeats the name {names[number]!r}' if name else 'has no name'}"
            raise ReportError(msg)
    return names, delimiter


def _opened(path: Path) -> BinaryIO:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")  # type: ignore[return-value]


def _load_database(connection: duckdb.DuckDBPyConnection, path: Path, preset: Preset | None) -> tuple[Raw, ...]:
    connection.execute(f"ATTACH {text(str(path))} AS source_file (READ_ONLY)")
    rows = connection.execute(
        "SELECT DISTINCT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'source_file'"
        " ORDER BY table_name, table_schema"
    ).fetchall()
    tables: dict[str, tuple[str, str]] = {}
    for schema, table in rows:
        if table.lower() in KINDS:
            tables.setdefault(table.lower(), (schema, table))
    if not tables and len(rows) == 1:
        tables = {_guess(rows[0][1], preset): rows[0]}
    if not tables:
        found = ", ".join(table for _, table in rows) or "no table"
        msg = f"{path.name}: holds {found}; wanted are {', '.join(KINDS)}"
        raise ReportError(msg)
    loaded = []
    for kind in KINDS:
        if kind in tables:
            schema, table = tables[kind]
            connection.execute(
                f"CREATE OR REPLACE TEMP VIEW source_rows AS FROM source_file.{quoted(schema)}.{quoted(table)}"
            )
            loaded.append(_load_view(connection, table, kind, preset))
    return tuple(loaded)


def _load_view(connection: duckdb.DuckDBPyConnection, origin: str, kind: str, preset: Preset | None) -> Raw:
    names = [row[0] for row in connection.execute("DESCRIBE source_rows").fetchall()]
    raw = match(names, origin, kind, preset)
    connection.execute(
        f"CREATE TABLE raw_{kind} AS SELECT row_number() OVER () AS row, {select(raw, preset)} FROM source_rows"
    )
    connection.execute("DROP VIEW source_rows")
    return raw


def _path(path: Path) -> str:
    """Return a path as SQL text in which nothing is a pattern."""
    return text("".join(f"[{letter}]" if letter in "*?[" else letter for letter in str(path)))
