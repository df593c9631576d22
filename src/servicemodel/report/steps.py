"""Where complaints stood at an instant, from the steps written in their column ``events``."""

from __future__ import annotations

from datetime import datetime

import attrs
import duckdb

from servicemodel.complaints import COMPLAINT_LIFE, ComplaintState
from servicemodel.objects.complaint_log import TO_THE_ANSWER
from servicemodel.report import instants
from servicemodel.report.stage import Staged, refused_rows
from servicemodel.report.words import Words

_RECEIVED, _ANSWERED = ComplaintState.RECEIVED.value, ComplaintState.DECISION_COMMUNICATED.value


#: Which step may follow which, as rows of SQL.
_FOLLOWING = ", ".join(f"('{row.state}', '{state}')" for row in COMPLAINT_LIFE.rows for state in row.to)
_TO_THE_ANSWER = ", ".join(f"'{state}'" for state in ComplaintState if state in TO_THE_ANSWER)


def lay_out_steps(connection: duckdb.DuckDBPyConnection, staged: Staged, words: Words) -> tuple[Staged, int | None]:
    """Lay the steps out as rows of the table ``steps``; return the latest instant among them too, in microseconds.

    Steps that cannot have happened so go to ``rejects``, all of the complaint with them.
    """
    if "events" not in staged.columns:
        return staged, None
    at = instants.zoned_sql("split_part(step, ' ', 2)")
    connection.execute(
        f"CREATE TEMP TABLE steps AS SELECT row, nth, split_part(step, ' ', 1) AS state, timezone('UTC', {at}) AS done_at FROM"
        " (SELECT row, unnest(string_split(events, '; ')) AS step, generate_subscripts(string_split(events, '; '), 1) AS nth"
        " FROM complaints)"
    )
    _reject_impossible(connection, staged, words)
    ((latest,),) = connection.execute("SELECT epoch_us(max(done_at)) FROM steps").fetchall()
    refused = attrs.evolve(staged, refused=refused_rows(connection, staged.kind))
    return refused, None if latest is None else int(latest)


def _reject_impossible(connection: duckdb.DuckDBPyConnection, staged: Staged, words: Words) -> None:
    """Refuse the steps of a complaint that do not follow one another, as :class:`Complaint` does."""
    resolved_at = "resolved_at" if "resolved_at" in staged.columns else "CAST(NULL AS TIMESTAMPTZ)"
    reason = words("reject_steps", state="{0}", before="{1}")
    connection.execute(
        "CREATE TEMP TABLE impossible AS SELECT row, arg_min(state, nth) AS state, arg_min(before, nth) AS before FROM"
        " (SELECT row, nth, steps.state, done_at,"
        f" coalesce(lag(steps.state) OVER life, CASE WHEN {resolved_at} IS NULL OR steps.state IN ({_TO_THE_ANSWER}) THEN '{_RECEIVED}'"
        f" ELSE '{_ANSWERED}' END) AS before,"
        f" coalesce(lag(done_at) OVER life, CASE WHEN steps.state IN ({_TO_THE_ANSWER}) THEN received_at"
        f" ELSE coalesce({resolved_at}, received_at) END) AS no_earlier"
        ' FROM steps JOIN complaints USING ("row") WINDOW life AS (PARTITION BY row ORDER BY nth))'
        f" WHERE (before, state) NOT IN ({_FOLLOWING}) OR done_at < no_earlier GROUP BY row"
    )
    connection.execute(
        "INSERT INTO rejects SELECT 'complaints', row, 'events', events, replace(replace(?, '{0}', impossible.state), '{1}', before), false"
        ' FROM impossible JOIN complaints USING ("row") ORDER BY row',
        [reason],
    )
    connection.execute("DELETE FROM steps WHERE row IN (SELECT row FROM impossible)")


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
