"""Instants in text: offsets are honoured, local time is localised as Python's ``zoneinfo`` does with ``fold=0``.

DuckDB's own ``timezone()`` takes the later of two possible instants in the repeated hour of autumn; ``zoneinfo`` takes
the earlier. So the offsets come from ``zoneinfo``, one row for each local day that occurs, and SQL only looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import duckdb

from servicemodel.errors import ReportError

_DATE, _TIME = r"\d{4}-\d{1,2}-\d{1,2}", r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?"
_OFFSET = r" ?(Z|UTC|[+-]\d{2}(:?\d{2})?)"
#: What text is taken for a day, what for a local time or day, and what for an instant with its offset.
DAY = f"^{_DATE}$"
LOCAL = f"^{_DATE}({_TIME})?$"
ZONED = f"^{_DATE}{_TIME}{_OFFSET}$"
#: The same within a sentence, where a blank would end it.
WRITTEN = rf"{_DATE}T\d{{1,2}}:\d{{2}}(:\d{{2}}(\.\d+)?)?(Z|[+-]\d{{2}}(:?\d{{2}})?)"

# One year is kept free at both ends of Python's calendar, so that no offset leads out of it.
_FIRST, _LAST = "0002-01-01", "9998-12-31"


def zone_of(name: str) -> ZoneInfo:
    """Return the zone called ``name``, such as ``Asia/Shanghai``.

    Raises
    ------
    ReportError
        If there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        msg = f"--time-zone: {name!r} is not a known zone; write one such as 'Asia/Shanghai' or 'America/New_York'"
        raise ReportError(msg) from error


def instant_of(text: str, zone: ZoneInfo | None) -> datetime:
    """Read an instant given as an option.

    Raises
    ------
    ReportError
        If it is not an ISO 8601 instant, or is local and no zone is known.
    """
    wrong = f"--as-of: {text!r} is not an instant; write it as 2024-05-31T18:00:00+08:00"
    if re.fullmatch(f"{_DATE}({_TIME}({_OFFSET})?)?", text) is None:  # Python takes the sign after a date for a T
        raise ReportError(wrong)
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise ReportError(wrong) from error
    if instant.tzinfo is None:
        if zone is None:
            example = text if ":" in text else f"{text}T00:00"
            msg = f"--as-of: {text!r} has no offset; add one, as in {example}+08:00, or give --time-zone"
            raise ReportError(msg)
        instant = instant.replace(tzinfo=zone)
    if not 1 < instant.year < MAXYEAR:
        msg = f"--as-of: {text!r} is too near the end of the calendar"
        raise ReportError(msg)
    return instant.astimezone(UTC)


def local_sql(text: str) -> str:
    """Return SQL for the naive timestamp in ``text``, NULL where it is none."""
    return _in_calendar(f"CASE WHEN regexp_matches({text}, '{LOCAL}') THEN try_cast({text} AS TIMESTAMP) END")


def zoned_sql(text: str) -> str:
    """Return SQL for the instant in ``text`` as a naive timestamp in UTC, NULL where it has no offset."""
    # Written out in full, as not every version of DuckDB reads 18:00Z or a blank before the offset.
    full = f"regexp_replace({text}, ' ?(Z|UTC)$', '+00')"
    full = rf"regexp_replace({full}, ' ([+-]\d{{2}}(:?\d{{2}})?)$', '\1')"
    full = rf"regexp_replace({full}, '([ T]\d{{1,2}}:\d{{2}})([+-])', '\1:00\2')"
    cast = f"CASE WHEN regexp_matches({text}, '{ZONED}') THEN try_cast({full} AS TIMESTAMPTZ) END"
    return _in_calendar(f"timezone('UTC', {cast})")


def _in_calendar(sql: str) -> str:
    return f"CASE WHEN ({sql}) BETWEEN TIMESTAMP '{_FIRST}' AND TIMESTAMP '{_LAST}' THEN {sql} END"


def day_offsets(zone: ZoneInfo, days: Iterable[date]) -> list[tuple[date, datetime, int, int]]:
    """Return for each local day: the local second its offset changes, and the offsets before and after, in seconds.

    A day without a change has the same offset twice.
    """
    return [_of_day(zone, day) for day in days]


def _of_day(zone: ZoneInfo, day: date) -> tuple[date, datetime, int, int]:
    start = datetime.combine(day, time())
    before, after = _offset(zone, start), _offset(zone, start + timedelta(days=1))
    low, high = 0, 86_400
    while before != after and high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, start + timedelta(seconds=middle)) == before:
            low = middle
        else:
            high = middle
    return day, start + timedelta(seconds=high), before, after


def _offset(zone: ZoneInfo, local: datetime) -> int:
    offset = local.replace(tzinfo=zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def load_offsets(connection: duckdb.DuckDBPyConnection, zone: ZoneInfo, days: Iterable[date]) -> None:
    """Write the offsets of the days into the table ``day_offsets``."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE day_offsets (day DATE, change TIMESTAMP, before BIGINT, after BIGINT)"
    )
    rows = day_offsets(zone, days)
    if rows:
        connection.execute(
            "INSERT INTO day_offsets SELECT unnest(?::DATE[]), unnest(?::TIMESTAMP[]), unnest(?::BIGINT[]), unnest(?::BIGINT[])",
            [list(column) for column in zip(*rows, strict=True)],
        )


def utc_sql(local: str, offsets: str) -> str:
    """Return SQL for the UTC timestamp of a local one, joined with its day's row of ``day_offsets``."""
    seconds = f"CASE WHEN {local} < {offsets}.change THEN {offsets}.before ELSE {offsets}.after END"
    return f"{local} - to_seconds({seconds})"
