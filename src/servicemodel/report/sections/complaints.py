"""What was complained about, and what hides behind it."""

from __future__ import annotations

from decimal import Decimal

from servicemodel.catalogue import model_of
from servicemodel.churn import dissatisfied_behind, sales_behind
from servicemodel.complaints import ComplaintType
from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section, bar
from servicemodel.report.context import Context, number, share
from servicemodel.report.kinds import columns_read


def complaints(ctx: Context) -> Section | Absent:
    """Count complaints, by what is known of them, and say what a complaint stands for."""
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
        blocks=[_figures(ctx, n), *_cautions(ctx), *_labelled(ctx, n), *_named(ctx, n)],
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
    return Figures(figures=figures)


def _cautions(ctx: Context) -> list[Note]:
    """Say how far the ratio goes, and why there is no amount where amounts cannot be added."""
    w = ctx.words
    _, several = ctx.currency_of("customers")
    names = ", ".join(name or w("none") for name in several)
    mixed = [Note(text=w("absent_currencies", currencies=names))] if several else []
    return [Note(text=w("iceberg_caution")), *mixed]


def _labelled(ctx: Context, n: int) -> list[Grid]:
    """Count by category, severity, state and type, whose words are known: those that no complaint has are shown too."""
    w = ctx.words
    grids = []
    known = {column.name: column.labels for column in columns_read("complaints")} | {"complaint_type": ComplaintType}
    for column, labels in known.items():
        if labels is None or not ctx.has("complaints", column):
            continue
        counts = ctx.label_counts("complaints", column)
        rows = [
            (label.in_language(w.language), number(counts.get(label, 0)), share(counts.get(label, 0), n))
            for label in labels
        ]
        if None in counts:
            rows.append((w("not_given"), number(counts[None]), share(counts[None], n)))
        header = (w(f"by_{column}"), "n", w("share"))
        grids.append(Grid(caption=w(f"complaints_by_{column}"), header=header, rows=rows))
    return grids


def _named(ctx: Context, n: int) -> list[Grid]:
    """Count by what the source names in words of its own."""
    w = ctx.words
    columns = (name for name in ("channel", "kind", "issue", "account_id") if ctx.has("complaints", name))
    return [count_grid(ctx, column, w("complaints_by", by=w(f"by_{column}")), n) for column in columns]


def count_grid(ctx: Context, column: str, caption: str, n: int) -> Grid:
    """Count complaints by a column of words; those without one stand last."""
    w = ctx.words
    rows = []
    for group in ctx.groups("complaints", column, column):
        count = sum(group.counts.values())
        rows.append(
            (
                group.name,
                bar(((count, "calm", group.name), (n - count, "rest", w("rest")))),
                number(count),
                share(count, n),
            )
        )
    return Grid(caption=caption, header=(w(f"by_{column}"), "", "n", w("share")), rows=rows, words=(0, 1))
