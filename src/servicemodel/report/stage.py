"""Give every column its type; what cannot be read, or no model takes, goes to ``rejects`` and becomes missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import attrs
import duckdb

from servicemodel import frames
from servicemodel.arguments import Quantity
from servicemodel.complaints import ComplaintState
from servicemodel.errors import ReportError
from servicemodel.objects import ServiceEncounter
from servicemodel.objects.columns import WAIT_FLAG_COLUMNS, Column
from servicemodel.report import instants
from servicemodel.report.kinds import columns_read
from servicemodel.report.match import Raw, quoted
from servicemodel.report.questions import Question, empty_codes
from servicemodel.report.words import Words
from servicemodel.satisfaction import tolerance_zone

_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
_FINER = r"\.\d{10}\d*[1-9]"  # more decimals than an amount is kept with
_TRUE = "'true', 't', 'yes', 'y', '1', '是'"
_FALSE = "'false', 'f', 'no', 'n', '0', '否'"
# A note may have semicolons in it, but none before a blank, which would end the step.
_STEP = f"({'|'.join(ComplaintState)}) {instants.WRITTEN}( ([^;]|;+[^; ])*;*)?"
_STEPS = f"^{_STEP}(; {_STEP})*$"
_EVERY_FLAG = sum(flag.value for flag in WAIT_FLAG_COLUMNS.values())


@attrs.frozen(kw_only=True)
class Staged:
    """One typed table, called by its kind.

    Attributes
    ----------
    kind, origin : str
    columns : tuple of str
        The columns of the table: those of the source, the mask of conditions turned into one column each.
    theirs : mapping of str to str
        What the source calls the columns, where a preset reads them under another name.
    unused : tuple of str
        Columns of the source that mean nothing here.
    days : mapping of str to int
        Columns of instants of which some rows say a day and no time of it, and how many.
    questions : tuple of Question
        The columns answered on a scale.
    read, scored, set_aside, refused : int
        Rows of the source; rows of the table; rows that are not in it because they could not be split into columns
        or lack what a row must have; and rows in it of which a value was refused.
    """

    kind: str
    origin: str
    columns: tuple[str, ...]
    theirs: Mapping[str, str]
    unused: tuple[str, ...]
    days: Mapping[str, int]
    questions: tuple[Question, ...]
    read: int
    scored: int
    set_aside: int
    refused: int


def stage(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    zone: ZoneInfo | None,
    words: Words,
    questions: tuple[Question, ...] = (),
) -> Staged:
    """Turn ``raw_<kind>`` into the typed table ``<kind>``; every row ends there or in ``rejects``.

    Raises
    ------
    ReportError
        If instants are local and no zone is given, or conditions are given twice.
    """
    kind = raw.kind
    columns = _columns(raw)
    empty_codes(connection, kind, questions)
    times = [column.name for column in columns if column.kind == "instant"]
    _parse_instants(connection, raw, times, zone)
    typed = [_typed(column) for column in columns]
    joins = "".join(
        f" LEFT JOIN day_offsets AS {quoted('day_of_' + name)} ON {quoted('day_of_' + name)}.day = CAST(p.{quoted(name + '_local')} AS DATE)"
        for name in times
    )
    connection.execute(
        f"CREATE TABLE {kind} AS SELECT p.row, {', '.join(f'{sql} AS {quoted(column.name)}' for column, sql in zip(columns, typed, strict=True))}"
        f" FROM parsed AS p{joins} ORDER BY p.row"
    )
    days = _days(connection, times)
    connection.execute("DROP TABLE parsed")
    _reject_unread(connection, kind, columns, words)
    _set_aside(connection, kind, columns, words)
    _split_mask(connection, raw)
    _fill_defaults(connection, kind, columns)
    for column in columns:
        if column.domain is not None:
            _reject_outside(connection, kind, column, words)
    for question in questions:
        domain = question.scale.as_argument(question.column, question.title)
        _reject_beyond(connection, kind, question.column, domain, words)
    names = _names(connection, kind)
    if {"started_at", "ended_at"} <= set(names):
        connection.execute("CREATE TABLE refused AS SELECT row FROM encounters WHERE started_at > ended_at")
        _empty(connection, kind, ("started_at", "ended_at"), words("reject_order", low="started_at", high="ended_at"))
    if {"adequate", "desired"} <= set(names):
        zone_rows = connection.sql("SELECT row, adequate, desired FROM encounters")
        # Any performance: only whether the levels fit together is asked.
        refused = frames.rejects(zone_rows, tolerance_zone, performance=0.0, adequate="adequate", desired="desired")
        refused.create("refused")
        _empty(connection, kind, ("adequate", "desired"), words("reject_order", low="adequate", high="desired"))
    counted = _counted(connection, raw, tuple(name for name in names if name != "row"), days, questions)
    connection.execute(f"DROP TABLE raw_{kind}")
    return counted


def _columns(raw: Raw) -> list[Column]:
    """Return the columns that are there, in the order of the objects; flags of a wait come last."""
    flat = [column for column in columns_read(raw.kind, raw.columns) if column.name in raw.columns]
    flags = [
        Column(name=name, kind="flag", owner=ServiceEncounter, field=name)
        for name in WAIT_FLAG_COLUMNS
        if raw.kind == "encounters" and name in raw.columns
    ]
    if flags and "wait_conditions" in raw.columns:
        msg = f"{raw.origin}: wait_conditions and {flags[0].name} say the same twice; leave one of them out"
        raise ReportError(msg)
    return [*flat, *flags]


def _parse_instants(connection: duckdb.DuckDBPyConnection, raw: Raw, times: list[str], zone: ZoneInfo | None) -> None:
    """Create ``parsed``: the text, and for each instant its local or its absolute reading; load the offsets needed."""
    readings = "".join(
        f", {instants.local_sql(quoted(name))} AS {quoted(name + '_local')}"
        f", {instants.zoned_sql(quoted(name))} AS {quoted(name + '_utc')}"
        for name in times
    )
    connection.execute(f"CREATE OR REPLACE TEMP TABLE parsed AS SELECT *{readings} FROM raw_{raw.kind}")
    if not times:
        return
    for name in times if zone is None else ():
        local = quoted(name + "_local")
        found = connection.execute(
            f"SELECT row, {quoted(name)} FROM parsed WHERE {local} IS NOT NULL ORDER BY row LIMIT 1"
        ).fetchall()
        if found:
            msg = (
                f"{raw.origin}: {raw.columns[name]!r} holds local times (row {found[0][0]}: {found[0][1]}); say where with"
                " --time-zone, as in --time-zone Asia/Shanghai"
            )
            raise ReportError(msg)
    days = " UNION ALL ".join(
        f"SELECT CAST({quoted(name + '_local')} AS DATE) AS day FROM parsed WHERE {quoted(name + '_local')} IS NOT NULL"
        for name in times
    )
    rows = connection.execute(f"SELECT DISTINCT day FROM ({days}) ORDER BY day").fetchall()
    instants.load_offsets(connection, zone or ZoneInfo("UTC"), (row[0] for row in rows))


def _days(connection: duckdb.DuckDBPyConnection, times: list[str]) -> dict[str, int]:
    """Count for each column of instants the rows that say a day and no time of it."""
    if not times:
        return {}
    counts = ", ".join(
        f"count(*) FILTER (regexp_matches({quoted(name)}, '{instants.DAY}') AND {quoted(name + '_local')} IS NOT NULL)"
        for name in times
    )
    (row,) = connection.execute(f"SELECT {counts} FROM parsed").fetchall()
    return {name: count for name, count in zip(times, row, strict=True) if count}


def _typed(column: Column) -> str:
    """Return SQL for the typed value of a column, NULL where its text cannot be read."""
    text = f"p.{quoted(column.name)}"
    if column.kind == "instant":
        local, utc = f"p.{quoted(column.name + '_local')}", f"p.{quoted(column.name + '_utc')}"
        shifted = instants.utc_sql(local, quoted("day_of_" + column.name))
        return f"timezone('UTC', coalesce({utc}, {shifted}))"
    if column.name == "currency":
        return f"CASE WHEN regexp_matches({text}, '^[A-Z]{{3}}$') THEN {text} END"
    lower = f"lower({text})"
    return _TYPES[column.kind](text, lower, column)


def _number(text: str) -> str:
    cast = f"CASE WHEN regexp_matches({text}, '{_NUMBER}') THEN try_cast({text} AS DOUBLE) END"
    return f"CASE WHEN isfinite({cast}) THEN {cast} END"


def _whole(text: str) -> str:
    number = _number(text)
    return f"CASE WHEN ({number}) = floor({number}) THEN try_cast({number} AS BIGINT) END"


def _category(lower: str, column: Column) -> str:
    members = ", ".join(f"'{member.value}'" for member in column.labels or ())
    return f"CASE WHEN {lower} IN ({members}) THEN {lower} END"


_TYPES: dict[str, Callable[[str, str, Column], str]] = {
    "text": lambda text, _lower, _column: text,
    "number": lambda text, _lower, _column: _number(text),
    "whole": lambda text, _lower, _column: _whole(text),
    "mask": lambda text, _lower, _column: f"CASE WHEN ({_whole(text)}) & ~{_EVERY_FLAG} = 0 THEN {_whole(text)} END",
    "amount": lambda text, _lower, _column: (
        f"CASE WHEN regexp_matches({text}, '{_NUMBER}') AND NOT regexp_matches({text}, '{_FINER}')"
        f" THEN try_cast({text} AS DECIMAL(38, 10)) END"
    ),
    "date": lambda text, _lower, _column: f"try_cast({text} AS DATE)",
    "flag": lambda _text, lower, _column: (
        f"CASE WHEN {lower} IN ({_TRUE}) THEN true WHEN {lower} IN ({_FALSE}) THEN false END"
    ),
    "events": lambda text, _lower, _column: f"CASE WHEN regexp_matches({text}, '{_STEPS}') THEN {text} END",
    "category": lambda _text, lower, column: _category(lower, column),
}


def _reject_unread(connection: duckdb.DuckDBPyConnection, kind: str, columns: list[Column], words: Words) -> None:
    """List values whose text is there and whose typed value is not."""
    for column in columns:
        name = quoted(column.name)
        connection.execute(
            f'INSERT INTO rejects SELECT ?, row, ?, r.{name}, ?, false FROM raw_{kind} AS r JOIN {kind} AS t USING ("row")'
            f" WHERE t.{name} IS NULL AND r.{name} IS NOT NULL ORDER BY row",
            [kind, column.name, _unreadable(column, words)],
        )


def _unreadable(column: Column, words: Words) -> str:
    if column.name == "currency":
        return words("reject_currency")
    allowed = ", ".join(member.value for member in column.labels or ())
    return words(f"reject_{column.kind}", allowed=allowed)


def _set_aside(connection: duckdb.DuckDBPyConnection, kind: str, columns: list[Column], words: Words) -> None:
    """Move rows without what a row must have, or with an id used before, out of the table."""
    for column in columns:
        if column.required and column.part is None:
            _move(connection, kind, column.name, f"{quoted(column.name)} IS NULL", words("reject_required"))
    if any(column.name == "id" for column in columns):
        repeated = f"row NOT IN (SELECT min(row) FROM {kind} GROUP BY id)"
        _move(connection, kind, "id", repeated, words("reject_repeated"))


def _move(connection: duckdb.DuckDBPyConnection, kind: str, column: str, condition: str, reason: str) -> None:
    connection.execute(
        f"INSERT INTO rejects SELECT ?, row, ?, CAST({quoted(column)} AS VARCHAR), ?, true FROM {kind}"
        f" WHERE {condition} ORDER BY row",
        [kind, column, reason],
    )
    connection.execute(f"DELETE FROM {kind} WHERE {condition}")


def _split_mask(connection: duckdb.DuckDBPyConnection, raw: Raw) -> None:
    """Turn the mask of conditions into one boolean column each, as frames need them."""
    if "wait_conditions" not in raw.columns:
        return
    for name, flag in WAIT_FLAG_COLUMNS.items():
        connection.execute(f"ALTER TABLE {raw.kind} ADD COLUMN {name} BOOLEAN")
        connection.execute(f"UPDATE {raw.kind} SET {name} = (wait_conditions & {flag.value}) <> 0")
    connection.execute(f"ALTER TABLE {raw.kind} DROP COLUMN wait_conditions")


def _fill_defaults(connection: duckdb.DuckDBPyConnection, kind: str, columns: list[Column]) -> None:
    """Write what an object takes where nothing was said; a value that was refused stays missing.

    Conditions of a wait are not guessed: a wait of which nothing is known is missing.
    """
    there = {column.name for column in columns}
    defaults = {column.name: column.default for column in columns if column.kind not in {"mask", "flag"}}
    defaults |= {"influential": False} if "influential" in there else {}
    for name, default in defaults.items():
        value = "?"
        if name == "tolerance_above":  # the band is symmetric where only one half-width is given
            value = "coalesce(?, tolerance)" if "tolerance" in there else "coalesce(?, 0)"
        elif default is None:
            continue
        connection.execute(
            f"UPDATE {kind} SET {quoted(name)} = {value} WHERE {quoted(name)} IS NULL"
            f" AND row IN (SELECT row FROM raw_{kind} WHERE {quoted(name)} IS NULL)",
            [default],
        )


def _reject_outside(connection: duckdb.DuckDBPyConnection, kind: str, column: Column, words: Words) -> None:
    """List and empty the values outside the domain that the object has from the model reading it."""
    assert column.domain is not None
    _reject_beyond(connection, kind, column.name, column.domain, words)


def _reject_beyond(
    connection: duckdb.DuckDBPyConnection, kind: str, column: str, domain: Quantity, words: Words
) -> None:
    low, high = domain.limits
    number = f"CAST({quoted(column)} AS DOUBLE)"
    between = f" OR {number} <> floor({number})" if domain.whole else ""
    connection.execute(
        f"CREATE TABLE refused AS SELECT row FROM {kind} WHERE NOT ({number} BETWEEN ? AND ?){between}", [low, high]
    )
    _empty(connection, kind, (column,), words("reject_domain", allowed=domain.allowed(words.language)))


def _empty(connection: duckdb.DuckDBPyConnection, kind: str, columns: tuple[str, ...], reason: str) -> None:
    for column in columns:
        name = quoted(column)
        connection.execute(
            f'INSERT INTO rejects SELECT ?, row, ?, r.{name}, ?, false FROM raw_{kind} AS r JOIN refused USING ("row")'
            f" WHERE r.{name} IS NOT NULL ORDER BY row",
            [kind, column, reason],
        )
        connection.execute(f"UPDATE {kind} SET {name} = NULL WHERE row IN (SELECT row FROM refused)")
    connection.execute("DROP TABLE refused")


def reject_later(
    connection: duckdb.DuckDBPyConnection, staged: Staged, column: str, as_of: datetime | None, words: Words
) -> Staged:
    """List and empty instants of a column that lie after the one the report counts from; return the new counts."""
    if as_of is None or column not in staged.columns:
        return staged
    kind, name = staged.kind, quoted(column)
    later = f"epoch_us({name}) > {round(as_of.timestamp() * 1_000_000)}"
    connection.execute(
        f"INSERT INTO rejects SELECT ?, row, ?, strftime(timezone('UTC', {name}), '%Y-%m-%d %H:%M:%SZ'), ?, false FROM {kind}"
        f" WHERE {later} ORDER BY row",
        [kind, column, words("reject_later")],
    )
    connection.execute(f"UPDATE {kind} SET {name} = NULL WHERE {later}")
    return attrs.evolve(staged, refused=refused_rows(connection, kind))


def refused_rows(connection: duckdb.DuckDBPyConnection, kind: str) -> int:
    """Count the rows of a table of which a value was refused."""
    rows = connection.execute(
        f'SELECT count(DISTINCT "row") FROM rejects WHERE "table" = ? AND NOT set_aside AND "row" IN (SELECT row FROM {kind})',
        [kind],
    ).fetchall()
    return int(rows[0][0])


def _names(connection: duckdb.DuckDBPyConnection, kind: str) -> list[str]:
    return [row[0] for row in connection.execute(f"DESCRIBE {kind}").fetchall()]


def _counted(
    connection: duckdb.DuckDBPyConnection,
    raw: Raw,
    columns: tuple[str, ...],
    days: Mapping[str, int],
    questions: tuple[Question, ...],
) -> Staged:
    def count(sql: str) -> int:
        return int(connection.execute(sql, [raw.kind] if "?" in sql else []).fetchall()[0][0])

    scored = count(f"SELECT count(*) FROM {raw.kind}")
    set_aside = count('SELECT count(*) FROM rejects WHERE "table" = ? AND set_aside')
    unsplit = count('SELECT count(*) FROM rejects WHERE "table" = ? AND set_aside AND "column" IS NULL')
    return Staged(
        kind=raw.kind,
        origin=raw.origin,
        columns=columns,
        theirs={ours: name for ours, name in raw.columns.items() if name and name.casefold() != ours},
        unused=raw.unused,
        days=days,
        questions=questions,
        read=count(f"SELECT count(*) FROM raw_{raw.kind}") + unsplit,  # counted apart, as a check on the others
        scored=scored,
        set_aside=set_aside,
        refused=refused_rows(connection, raw.kind),
    )
