"""Where complaints stood at an instant, from the steps written in their column ``events``."""

from __future__ import annotations

from datetime import datetime

import attrs
import duckdb

from servicemodel.complaints import ComplaintState
from servicemodel.report import instants
from servicemodel.report.stage import Staged

_RECEIVED, _ANSWERED = ComplaintState.RECEIVED.value, ComplaintState.DECISION_COMMUNICATED.value


def lay_out_steps(connection: duckdb.DuckDBPyConnection, staged: Staged) -> int | None:
    """Lay the steps out as rows of the table ``steps``; return the latest instant among them, in microseconds."""
    if "events" not in staged.columns:
        return None
    at = instants.zoned_sql("split_part(step, ' ', 2)")
    connection.execute(
        f"CREATE TEMP TABLE steps AS SELECT row, nth, split_part(step, ' ', 1) AS state, timezone('UTC', {at}) AS done_at FROM"
        " (SELECT row, unnest(string_split(events, '; ')) AS step, generate_subscripts(string_split(events, '; '), 1) AS nth"
        " FROM complaints)"
    )
    ((latest,),) = connection.execute("SELECT epoch_us(max(done_at)) FROM steps").fetchall()
    return None if latest is None else int(latest)


def add_state(connection: duckdb.DuckDBPyConnection, staged: Staged, as_of: datetime) -> Staged:
    """Add the column ``state`` where the source has steps and says no state itself.

    What happened after the instant has not happened yet. Without a step, a complaint is received, or its decision
    communicated where it was answered; one of which the steps were refused has no state.
    """
    if "events" not in staged.columns or "state" in staged.columns:
        return staged
    now = as_of.isoformat()
    answered = "resolved_at <= CAST($now AS TIMESTAMPTZ)" if "resolved_at" in staged.columns else "$now IS NULL"
    connection.execute("ALTER TABLE complaints ADD COLUMN state VARCHAR")
    connection.execute(
        "UPDATE complaints SET state = coalesce((SELECT arg_max(steps.state, nth) FROM steps WHERE steps.row = complaints.row"
        f" AND done_at <= CAST($now AS TIMESTAMPTZ)), CASE WHEN {answered} THEN '{_ANSWERED}'"
        f" WHEN received_at <= CAST($now AS TIMESTAMPTZ) THEN '{_RECEIVED}' END) WHERE row NOT IN"
        ' (SELECT "row" FROM rejects WHERE "table" = \'complaints\' AND "column" = \'events\')',
        {"now": now},
    )
    return attrs.evolve(staged, columns=(*staged.columns, "state"))
