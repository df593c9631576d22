"""Fold the events of each case into the state of its clock: the table ``scored_clocks``, one row a case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

import attrs
import duckdb
import numpy as np

from servicemodel.clock import ClockEventKind, ClockReadings, ClockState, ServiceClock, read_clocks
from servicemodel.clock.clock_log import NEXT_STATUS, RequestStatus
from servicemodel.clock.timeline import END_YEAR, FIRST_YEAR
from servicemodel.errors import DomainError, ReportError
from servicemodel.report.stage import Staged, refused_rows
from servicemodel.report.terms import length_of
from servicemodel.report.words import Words

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = 60_000_000  # in microseconds
_FIRST, _END = (int(np.datetime64(str(year), "us").astype(np.int64)) for year in (FIRST_YEAR, END_YEAR))
_NAT = np.iinfo(np.int64).min
_CODES = {kind.value: kind.code for kind in ClockEventKind}
_NEXT = NEXT_STATUS.tolist()

CASE_COLUMNS = (
    "case_id",
    "clock_state",
    "elapsed_minutes",
    "remaining_minutes",
    "started_at",
    "due_at",
    "breached_at",
    "done_at",
)


@attrs.frozen
class _Row:
    """An event as it stands in the table, its instant in microseconds."""

    row: int
    case_id: str
    event: str
    at: int
    reason: str | None
    target: str | None


@attrs.frozen
class _Refusal:
    """An event that keeps its case from being read: where it is, what stands there and why it is refused."""

    row: int
    column: str
    value: str
    why: str


def fold_cases(
    connection: duckdb.DuckDBPyConnection, staged: Staged, clock: ServiceClock, as_of: datetime, words: Words
) -> Staged:
    """Write ``scored_clocks``; a case whose events cannot be is left out, and the event named in ``rejects``.

    Events of a case are read in order of time, those of one instant in the order of the rows.

    Raises
    ------
    ReportError
        If the instant is outside the years for which the clock answers.
    """
    if not FIRST_YEAR <= as_of.year < END_YEAR:
        msg = f"--as-of: the clock answers from {FIRST_YEAR} to the end of {END_YEAR - 1}; got {as_of.isoformat()}"
        raise ReportError(msg)
    cases, refusals = [], []
    for _, rows in groupby(_rows(connection, staged), key=attrgetter("case_id")):
        case = list(rows)
        refusal = _refusal(case, words)
        if refusal is None:
            cases.append(case)
        else:
            refusals.append(refusal)
    _create(connection)
    refusals += _read(connection, cases, clock, as_of, words)
    if refusals:  # of nothing, executemany makes an error
        connection.executemany(
            "INSERT INTO rejects VALUES ('events', ?, ?, ?, ?, false)", [attrs.astuple(refusal) for refusal in refusals]
        )
    return attrs.evolve(staged, refused=refused_rows(connection, staged.kind))


def _rows(connection: duckdb.DuckDBPyConnection, staged: Staged) -> list[_Row]:
    reason, target = (name if name in staged.columns else "NULL" for name in ("reason", "target"))
    found = connection.execute(
        f'SELECT row, case_id, event, epoch_us("at"), {reason}, {target} FROM events ORDER BY case_id, "at", row'
    ).fetchall()
    return [_Row(*row) for row in found]


def _refusal(case: list[_Row], words: Words) -> _Refusal | None:
    """Return the first event that cannot be where it stands."""
    status = RequestStatus.UNKNOWN.code
    for row in case:
        following = _NEXT[status][_CODES[row.event]]
        if following < 0:
            return _Refusal(row.row, "event", row.event, _may_follow(status, words))
        status = following
        if row.event == ClockEventKind.POLICY_CHANGED.value and (row.target is None or length_of(row.target) is None):
            return _Refusal(row.row, "target", row.target or "", words("reject_target"))
        if not _FIRST <= row.at < _END:
            years = words("reject_years", first=FIRST_YEAR, last=END_YEAR - 1)
            return _Refusal(row.row, "at", (_EPOCH + row.at * _MICROSECOND).isoformat(), years)
    return None


def _may_follow(status: int, words: Words) -> str:
    allowed = [kind.in_language(words.language) for kind in ClockEventKind if _NEXT[status][kind.code] >= 0]
    name = tuple(RequestStatus)[status].in_language(words.language)
    return words("reject_event", status=name, allowed=words("comma").join(allowed) or words("none"))


def _read(
    connection: duckdb.DuckDBPyConnection, cases: list[list[_Row]], clock: ServiceClock, as_of: datetime, words: Words
) -> list[_Refusal]:
    """Read the clocks of the cases; what no calendar reaches is found by halves and returned as refused."""
    if not cases:
        return []
    try:
        readings = _readings(cases, clock, as_of)
    except DomainError:  # the logs are well formed, so it is a target that is not over in the years of the clock
        if len(cases) == 1:
            return [_Refusal(cases[0][0].row, "case_id", cases[0][0].case_id, words("reject_reach"))]
        halves = cases[: len(cases) // 2], cases[len(cases) // 2 :]
        return [refusal for half in halves for refusal in _read(connection, half, clock, as_of, words)]
    _write(connection, cases, readings)
    return []


def _readings(cases: list[list[_Row]], clock: ServiceClock, as_of: datetime) -> ClockReadings:
    rows = [row for case in cases for row in case]
    changed = ClockEventKind.POLICY_CHANGED.value
    targets = [length_of(row.target or "") if row.event == changed else None for row in rows]
    return read_clocks(
        clock=clock,
        request=np.repeat(np.arange(len(cases)), [len(case) for case in cases]),
        kind=np.array([_CODES[row.event] for row in rows], np.int8),
        at=np.array([row.at for row in rows], np.int64).view("datetime64[us]"),
        as_of=as_of,
        reason=[row.reason for row in rows],
        target=targets,
    )


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "CREATE TABLE scored_clocks (row BIGINT, case_id VARCHAR, clock_state VARCHAR, elapsed_minutes DOUBLE,"
        " remaining_minutes DOUBLE, started_at TIMESTAMPTZ, due_at TIMESTAMPTZ, breached_at TIMESTAMPTZ, done_at TIMESTAMPTZ)"
    )


def _write(connection: duckdb.DuckDBPyConnection, cases: list[list[_Row]], readings: ClockReadings) -> None:
    order = [cases[place] for place in np.asarray(readings.request).tolist()]
    columns: list[list[Any]] = [
        [min(row.row for row in case) for case in order],
        [case[0].case_id for case in order],
        [state.value for state in ClockState.decode(readings.state)],
        *(_microseconds(readings, name) for name in ("elapsed", "remaining", *CASE_COLUMNS[4:])),
    ]
    instants = "timezone('UTC', make_timestamp(unnest(?::BIGINT[])))"
    connection.execute(
        "INSERT INTO scored_clocks SELECT unnest(?::BIGINT[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]),"
        f" unnest(?::BIGINT[]) / {_MINUTE}, unnest(?::BIGINT[]) / {_MINUTE}, {', '.join([instants] * 4)}",
        columns,
    )


def _microseconds(readings: ClockReadings, name: str) -> list[int | None]:
    return [None if value == _NAT else value for value in np.asarray(getattr(readings, name)).view(np.int64).tolist()]
