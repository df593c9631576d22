"""Fold the events of each case into the state of its clock: the table ``scored_clocks``, one row a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

import attrs
import duckdb

from servicemodel.clock import ClockEvent, ClockEventKind, ClockReading, ServiceClock
from servicemodel.clock.clock_log import NEXT_STATUS, RequestStatus
from servicemodel.clock.timeline import END_YEAR, FIRST_YEAR
from servicemodel.errors import DomainError, ReportError
from servicemodel.report.stage import Staged, refused_rows
from servicemodel.report.terms import length_of
from servicemodel.report.words import Words

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND, _MINUTE = timedelta(microseconds=1), timedelta(minutes=1)

CASE_COLUMNS = (
    "case_id", "clock_state", "elapsed_minutes", "remaining_minutes", "started_at", "due_at", "breached_at", "done_at",
)  # fmt: skip


@attrs.frozen
class _Row:
    """An event as it stands in the table."""

    row: int
    case_id: str
    kind: ClockEventKind
    at: int
    reason: str | None
    target: str | None


@attrs.frozen
class _Refusal(Exception):  # noqa: N818 - no error of the program
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
    readings: list[tuple[int, str, ClockReading]] = []
    refusals: list[_Refusal] = []
    for case_id, rows in groupby(_rows(connection, staged), key=lambda row: row.case_id):
        case = list(rows)
        try:
            readings.append((min(row.row for row in case), case_id, _reading(case, clock, as_of, words)))
        except _Refusal as refusal:
            refusals.append(refusal)
    _write(connection, readings)
    _refuse(connection, refusals)
    return attrs.evolve(staged, refused=refused_rows(connection, staged.kind))


def _rows(connection: duckdb.DuckDBPyConnection, staged: Staged) -> Iterator[_Row]:
    reason, target = (name if name in staged.columns else "NULL" for name in ("reason", "target"))
    cursor = connection.execute(
        f'SELECT row, case_id, event, epoch_us("at"), {reason}, {target} FROM events ORDER BY case_id, "at", row'
    )
    kinds = {kind.value: kind for kind in ClockEventKind}
    while found := cursor.fetchmany(10_000):
        for row, case_id, event, at, why, length in found:
            yield _Row(row, case_id, kinds[event], at, why, length)


def _reading(case: list[_Row], clock: ServiceClock, as_of: datetime, words: Words) -> ClockReading:
    status = RequestStatus.UNKNOWN
    for row in case:
        following = int(NEXT_STATUS[status.code, row.kind.code])
        if following < 0:
            allowed = words("comma").join(
                kind.in_language(words.language) for kind in ClockEventKind if NEXT_STATUS[status.code, kind.code] >= 0
            )
            why = words("reject_event", status=status.in_language(words.language), allowed=allowed or words("none"))
            raise _Refusal(row.row, "event", row.kind.value, why)
        status = tuple(RequestStatus)[following]
    log = [_event(row, clock, words) for row in case]
    try:
        return clock.read(log, as_of=as_of)
    except DomainError:  # the log is well formed, so it is the target that no calendar reaches
        raise _Refusal(case[0].row, "case_id", case[0].case_id, words("reject_reach")) from None


def _event(row: _Row, clock: ServiceClock, words: Words) -> ClockEvent:
    policy = None
    if row.kind is ClockEventKind.POLICY_CHANGED:
        target = None if row.target is None else length_of(row.target)
        if target is None:
            raise _Refusal(row.row, "target", row.target or "", words("reject_target"))
        policy = attrs.evolve(clock.policy, target=target)
    at = _EPOCH + row.at * _MICROSECOND
    if not FIRST_YEAR <= at.year < END_YEAR:
        years = words("reject_years", first=FIRST_YEAR, last=END_YEAR - 1)
        raise _Refusal(row.row, "at", at.isoformat(), years)
    return ClockEvent(row.kind, at, reason=row.reason, policy=policy)


def _write(connection: duckdb.DuckDBPyConnection, readings: list[tuple[int, str, ClockReading]]) -> None:
    connection.execute(
        "CREATE TABLE scored_clocks (row BIGINT, case_id VARCHAR, clock_state VARCHAR, elapsed_minutes DOUBLE,"
        " remaining_minutes DOUBLE, started_at TIMESTAMPTZ, due_at TIMESTAMPTZ, breached_at TIMESTAMPTZ, done_at TIMESTAMPTZ)"
    )
    columns: list[list[Any]] = [
        [row for row, _, _ in readings],
        [case_id for _, case_id, _ in readings],
        [reading.state.value for _, _, reading in readings],
        [reading.elapsed / _MINUTE for _, _, reading in readings],
        [None if reading.remaining is None else reading.remaining / _MINUTE for _, _, reading in readings],
        *(
            [_microseconds(getattr(reading, name)) for _, _, reading in readings]
            for name in ("started_at", "due_at", "breached_at", "done_at")
        ),
    ]
    instants = "timezone('UTC', make_timestamp(unnest(?::BIGINT[])))"
    connection.execute(
        "INSERT INTO scored_clocks SELECT unnest(?::BIGINT[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]),"
        f" unnest(?::DOUBLE[]), unnest(?::DOUBLE[]), {', '.join([instants] * 4)}",
        columns,
    )


def _microseconds(at: datetime | None) -> int | None:
    return None if at is None else (at - _EPOCH) // _MICROSECOND


def _refuse(connection: duckdb.DuckDBPyConnection, refusals: list[_Refusal]) -> None:
    if refusals:  # of nothing, executemany makes an error
        connection.executemany(
            "INSERT INTO rejects VALUES ('events', ?, ?, ?, ?, false)",
            [[refusal.row, refusal.column, refusal.value, refusal.why] for refusal in refusals],
        )
