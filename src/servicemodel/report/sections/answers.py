"""What complaints were answered, whether in time, and how long it took."""

from __future__ import annotations

from typing import Any

from servicemodel.churn import ComplaintOutcome, LossSize, repurchase_intention
from servicemodel.complaints import Severity
from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section, bar
from servicemodel.report.context import QUANTILES, Context, number, share
from servicemodel.report.sections.complaints import count_grid
from servicemodel.satisfaction import PromiseState

_OUTCOME_TONES = {
    ComplaintOutcome.UNRESOLVED: "bad",
    ComplaintOutcome.RESOLVED: "open",
    ComplaintOutcome.RESOLVED_QUICKLY: "good",
}
#: Any of these says something of an answer.
_OF_ANSWERS = ("response", "timely", "resolved_at")
_TAKEN = "(epoch_us(resolved_at) - epoch_us(received_at)) / 1e6"


def answers(ctx: Context) -> Section | Absent:
    """Count the answers and how many came in time, and measure how long they took."""
    there = [column for column in _OF_ANSWERS if ctx.has("complaints", column)]
    if not there:
        return ctx.absent("answers", "complaints", *_OF_ANSWERS)
    n, rows = ctx.one(
        f"SELECT count(coalesce({', '.join(f'CAST({column} AS VARCHAR)' for column in there)})), count(*)"
        " FROM scored_complaints"
    )
    if not n:
        return ctx.absent("answers", "complaints", *there)
    w = ctx.words
    blocks: list[Any] = []
    figures = [*_timely(ctx, rows), *_due(ctx, rows), *_median(ctx, rows)]
    if figures:
        blocks.append(Figures(figures=figures))
    blocks += _cautions(ctx)
    if ctx.has("complaints", "response"):
        blocks.append(count_grid(ctx, "response", w("answers_by", by=w("by_response")), rows))
    if ctx.has("complaints", "timely"):
        blocks += [
            _timely_by(ctx, column)
            for column in ("response", "channel", "kind", "account_id")
            if ctx.has("complaints", column)
        ]
    return Section(
        key="answers",
        title=w("answers_title"),
        question=w("answers_question"),
        n=n,
        missing=rows - n,
        blocks=[*blocks, *_times(ctx), *_outcomes(ctx)],
    )


def _timely(ctx: Context, rows: int) -> list[Figure]:
    """Return the share answered in time as published."""
    if not ctx.has("complaints", "timely"):
        return []
    timely, known = ctx.one("SELECT count(*) FILTER (timely), count(timely) FROM scored_complaints")
    note = ctx.words("n_of_missing", n=number(timely), whole=number(known), missing=number(rows - known))
    return [Figure(value=share(timely, known), label=ctx.words("timely"), note=note, tone="good")] if known else []


def _due(ctx: Context, rows: int) -> list[Figure]:
    """Return the share of answers due that came by their due instant."""
    if not ctx.has("complaints", "promise_state"):
        return []
    counts = ctx.label_counts("complaints", "promise_state")
    kept = counts.get(PromiseState.KEPT, 0)
    due = kept + counts.get(PromiseState.BROKEN, 0)
    note = ctx.words("n_of_missing", n=number(kept), whole=number(due), missing=number(rows - due))
    return [Figure(value=share(kept, due), label=ctx.words("in_time"), note=note, tone="good")] if due else []


def _answered(ctx: Context) -> str | None:
    """Return SQL for whether a complaint was answered by the instant of the report, and not before it was received."""
    if not ctx.has("complaints", "resolved_at") or ctx.as_of is None:
        return None
    return f"(resolved_at <= CAST('{ctx.as_of.isoformat()}' AS TIMESTAMPTZ) AND resolved_at >= received_at)"


def _median(ctx: Context, rows: int) -> list[Figure]:
    answered = _answered(ctx)
    if answered is None:
        return []
    n, median = ctx.one(f"SELECT count(*), median({_TAKEN}) FROM scored_complaints WHERE {answered}")
    note = ctx.words("answer_median_note", n=number(n), missing=number(rows - n))
    return [Figure(value=ctx.words.span(median), label=ctx.words("answer_median"), note=note)] if n else []


def _cautions(ctx: Context) -> list[Note]:
    notes = []
    if ctx.has("complaints", "timely"):
        notes.append(Note(text=ctx.words("timely_note")))
    if ctx.has("complaints", "resolved_at"):
        (odd,) = ctx.one("SELECT count(*) FROM scored_complaints WHERE resolved_at < received_at")
        if odd:
            notes.append(Note(text=ctx.words("answer_before", n=number(odd))))
    return notes


def _timely_by(ctx: Context, column: str) -> Grid:
    w = ctx.words
    rows = []
    for group in ctx.groups("complaints", column, "timely"):
        yes, no = group.of("true"), group.of("false")
        parts = ((yes, "good", w("timely_yes")), (no, "bad", w("timely_no")))
        unknown = sum(group.counts.values()) - yes - no
        rows.append(
            (group.name, bar(parts), number(yes + no), number(yes), number(no), share(yes, yes + no), number(unknown))
        )
    header = (w(f"by_{column}"), "", "n", w("timely_yes"), w("timely_no"), w("share"), w("missing"))
    legend = (("good", w("timely_yes")), ("bad", w("timely_no")))
    caption = w("timely_by", by=w(f"by_{column}"))
    return Grid(caption=caption, header=header, rows=rows, words=(0, 1), legend=legend)


def _times(ctx: Context) -> list[Grid]:
    """List quantiles of the time to answer, in all, by severity and by how the outcome was taken."""
    answered = _answered(ctx)
    if answered is None:
        return []
    w = ctx.words
    groups = [(w("answer_all"), "true")]
    if ctx.has("complaints", "severity"):
        groups += [(one.in_language(w.language), f"severity = '{one.value}'") for one in Severity]
    if ctx.has("complaints", "satisfied"):
        groups += [(w("answer_accepted"), "satisfied"), (w("answer_disputed"), "NOT satisfied")]
    rows = []
    for name, condition in groups:
        n, all_rows, quantiles = ctx.one(
            f"SELECT count(*) FILTER ({answered}), count(*), quantile_cont({_TAKEN}, {list(QUANTILES)}) FILTER ({answered})"
            f" FROM scored_complaints WHERE {condition}"
        )
        if n:
            rows.append((name, number(n), number(all_rows - n), *(w.span(value) for value in quantiles)))
    header = (w("of"), "n", w("missing"), *(f"{100 * q:g}%" for q in QUANTILES))
    return [Grid(caption=w("answer_caption"), header=header, rows=rows, note=w("answer_note"))] if rows else []


def _outcomes(ctx: Context) -> list[Grid]:
    """Place complaints by their outcome beside the share that would buy again after it."""
    if not ctx.has("complaints", "resolved_at") or ctx.as_of is None:
        return []
    w = ctx.words
    quick = "promise_state = 'kept'" if ctx.has("complaints", "promise_state") else "false"
    refused = "NOT satisfied" if ctx.has("complaints", "satisfied") else "false"
    counts = dict(
        ctx.rows(
            f"SELECT CASE WHEN resolved_at IS NULL OR resolved_at > CAST(? AS TIMESTAMPTZ) OR coalesce({refused}, false)"
            f" THEN '{ComplaintOutcome.UNRESOLVED}' WHEN coalesce({quick}, false) THEN '{ComplaintOutcome.RESOLVED_QUICKLY}'"
            f" ELSE '{ComplaintOutcome.RESOLVED}' END, count(*) FROM scored_complaints"
            " WHERE resolved_at IS NULL OR resolved_at >= received_at GROUP BY ALL",
            ctx.as_of.isoformat(),
        )
    )
    n = sum(counts.values())
    rows = []
    for outcome in ComplaintOutcome:
        found = counts.get(outcome, 0)
        silent = outcome is ComplaintOutcome.NOT_COMPLAINED
        rows.append(
            (
                outcome.in_language(w.language),
                "" if silent else bar(((found, _OUTCOME_TONES[outcome], w("share")), (n - found, "rest", w("rest")))),
                "–" if silent else number(found),
                "–" if silent else share(found, n),
                *(
                    f"{100 * repurchase_intention(outcome=outcome, loss=loss):.0f}%"
                    for loss in (LossSize.MAJOR, LossSize.MINOR)
                ),
            )
        )
    header = (w("outcome"), "", "n", w("share"), w("again_major"), w("again_minor"))
    caption = w("outcome_caption", n=number(n))
    return [Grid(caption=caption, header=header, rows=rows, words=(0, 1), note=w("outcome_note"))]
