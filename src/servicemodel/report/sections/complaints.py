"""What was complained about, and what hides behind it."""

from __future__ import annotations

from decimal import Decimal

from servicemodel.catalogue import model_of
from servicemodel.churn import ComplaintOutcome, LossSize, dissatisfied_behind, repurchase_intention, sales_behind
from servicemodel.complaints import ComplaintCategory, Severity
from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section, bar
from servicemodel.report.context import Context, number, share
from servicemodel.satisfaction import PromiseState

_OUTCOME_TONES = {
    ComplaintOutcome.UNRESOLVED: "bad",
    ComplaintOutcome.RESOLVED: "open",
    ComplaintOutcome.RESOLVED_QUICKLY: "good",
}


def complaints(ctx: Context) -> Section | Absent:
    """Count complaints, how they ended, and what a complaint stands for."""
    if not ctx.has("complaints"):
        return ctx.absent("complaints", "complaints", "received_at")
    (n,) = ctx.one("SELECT count(*) FROM scored_complaints")
    if not n:
        return ctx.absent("complaints", "complaints", "received_at")
    w = ctx.words
    return Section(
        key="complaints",
        title=w("complaints_title"),
        question=w("complaints_question"),
        n=n,
        missing=0,
        blocks=[_figures(ctx, n), *_cautions(ctx), *_kinds(ctx, n), *_outcomes(ctx, n)],
    )


def _figures(ctx: Context, n: int) -> Figures:
    w = ctx.words
    behind = dissatisfied_behind(complaints=n)
    rate = model_of(dissatisfied_behind).defaults["complaint_rate"]
    note = w("behind_note", silent=number(behind - n), rate=f"{100 * rate:g}")
    figures = [
        Figure(value=number(n), label=w("complaints_n")),
        Figure(value=number(behind), label=w("behind"), note=note, tone="bad"),
    ]
    currency, several = ctx.currency_of("customers")
    if not several and ctx.has("customers", "annual_sales"):
        total, known, unknown = ctx.one(
            "SELECT sum(annual_sales), count(annual_sales), count(*) - count(annual_sales) FROM scored_customers"
        )
        if known:
            mean = Decimal(total) / known
            sales = sales_behind(complaints=n, annual_purchase=mean)
            note = w("sales_behind_note", mean=ctx.money(mean, currency), n=number(known), missing=number(unknown))
            figures.append(Figure(value=ctx.money(sales, currency), label=w("sales_behind"), note=note, tone="bad"))
    if ctx.has("complaints", "satisfied"):
        accepted, asked = ctx.one("SELECT count(*) FILTER (satisfied), count(satisfied) FROM scored_complaints")
        if asked:
            note = w("n_of_missing", n=number(accepted), whole=number(asked), missing=number(n - asked))
            figures.append(Figure(value=share(accepted, asked), label=w("accepted"), note=note, tone="good"))
    if ctx.has("complaints", "promise_state"):
        counts = ctx.label_counts("complaints", "promise_state")
        kept = counts.get(PromiseState.KEPT, 0)
        due = kept + counts.get(PromiseState.BROKEN, 0)
        if due:
            note = w("n_of_missing", n=number(kept), whole=number(due), missing=number(n - due))
            figures.append(Figure(value=share(kept, due), label=w("in_time"), note=note, tone="good"))
    return Figures(figures=figures)


def _cautions(ctx: Context) -> list[Note]:
    """Say how far the ratio goes, and why there is no amount where amounts cannot be added."""
    w = ctx.words
    _, several = ctx.currency_of("customers")
    names = ", ".join(name or w("none") for name in several)
    mixed = [Note(text=w("absent_currencies", currencies=names))] if several else []
    return [Note(text=w("iceberg_caution")), *mixed]


def _kinds(ctx: Context, n: int) -> list[Grid]:
    """Count by category and severity, and by what else is known."""
    w = ctx.words
    grids = []
    for column, labels in (("category", ComplaintCategory), ("severity", Severity)):
        if ctx.has("complaints", column):
            counts = ctx.label_counts("complaints", column)
            rows = [
                (label.in_language(w.language), number(counts.get(label, 0)), share(counts.get(label, 0), n))
                for label in labels
            ]
            if None in counts:
                rows.append((w("not_given"), number(counts[None]), share(counts[None], n)))
            grids.append(
                Grid(caption=w(f"complaints_by_{column}"), header=(w(f"by_{column}"), "n", w("share")), rows=rows)
            )
    return grids


def _outcomes(ctx: Context, n: int) -> list[Grid | Note]:
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
            f" ELSE '{ComplaintOutcome.RESOLVED}' END, count(*) FROM scored_complaints GROUP BY ALL",
            ctx.as_of.isoformat(),
        )
    )
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
    return [Grid(caption=w("outcome_caption"), header=header, rows=rows, words=(0, 1), note=w("outcome_note"))]
