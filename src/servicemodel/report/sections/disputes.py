"""Whether customers accepted what was answered to their complaints."""

from __future__ import annotations

from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section, bar
from servicemodel.report.context import Context, number, share


def disputes(ctx: Context) -> Section | Absent:
    """Count the outcomes accepted and disputed, in all and by response, kind and channel."""
    if not ctx.has("complaints", "satisfied"):
        return ctx.absent("disputes", "complaints", "satisfied")
    accepted, n, rows = ctx.one("SELECT count(*) FILTER (satisfied), count(satisfied), count(*) FROM scored_complaints")
    if not n:
        return ctx.absent("disputes", "complaints", "satisfied")
    w = ctx.words
    figures = [
        Figure(
            value=share(part, n),
            label=w(label),
            note=w("n_of_missing", n=number(part), whole=number(n), missing=number(rows - n)),
            tone=tone,
        )
        for label, part, tone in (("disputed", n - accepted, "bad"), ("accepted", accepted, "good"))
    ]
    columns = ("response", "channel", "kind", "issue", "account_id")
    return Section(
        key="disputes",
        title=w("disputes_title"),
        question=w("disputes_question"),
        n=n,
        missing=rows - n,
        blocks=[
            Figures(figures=figures),
            Note(text=w("disputes_note")),
            *(_by(ctx, column) for column in columns if ctx.has("complaints", column)),
        ],
    )


def _by(ctx: Context, column: str) -> Grid:
    w = ctx.words
    rows = []
    for group in ctx.groups("complaints", column, "satisfied"):
        yes, no = group.of("true"), group.of("false")
        parts = ((yes, "good", w("accepted")), (no, "bad", w("disputed")))
        unknown = sum(group.counts.values()) - yes - no
        rows.append(
            (group.name, bar(parts), number(yes + no), number(yes), number(no), share(no, yes + no), number(unknown))
        )
    header = (w(f"by_{column}"), "", "n", w("accepted"), w("disputed"), w("disputed_share"), w("missing"))
    legend = (("good", w("accepted")), ("bad", w("disputed")))
    caption = w("disputes_by", by=w(f"by_{column}"))
    return Grid(caption=caption, header=header, rows=rows, words=(0, 1), legend=legend)
