"""Which accounts matter most."""

from __future__ import annotations

from servicemodel.plots import plot_accounts
from servicemodel.priority import ACCOUNT_PORTFOLIO, PolicyZone, PortfolioCell, PurchaseClass
from servicemodel.report.blocks import Absent, Chart, Figure, Figures, Grid, Note, Section, bar, drawn
from servicemodel.report.context import Context, number, share

_TONES = {
    PortfolioCell.INVEST_FOR_GROWTH: "good",
    PortfolioCell.INVEST_SELECTIVELY: "open",
    PortfolioCell.MAINTAIN: "calm",
    PortfolioCell.WITHDRAW: "low",
}


#: More points than this would hide each other.
_DRAWN = 300


def priority(ctx: Context) -> Section | Absent:
    """Place accounts in the portfolio, and class them by what they buy."""
    if not ctx.has("accounts", "account_portfolio"):
        return ctx.absent("priority", "accounts", "attractiveness", "strength")
    counts = ctx.label_counts("accounts", "account_portfolio")
    missing = counts.pop(None, 0)
    n = sum(counts.values())
    if not n:
        return ctx.absent("priority", "accounts", "attractiveness", "strength")
    w = ctx.words
    figures = [
        Figure(
            value=number(counts.get(cell, 0)),
            label=cell.in_language(w.language),
            note=w("share_of", share=share(counts.get(cell, 0), n), whole=number(n)),
            tone=_TONES[cell],
        )
        for cell in reversed(PortfolioCell)
    ]
    blocks = [Figures(figures=figures), *_matrix(ctx), _cells(ctx, counts, n), _zones(ctx, n)]
    blocks += _classes(ctx)
    return Section(
        key="priority",
        title=w("priority_title"),
        question=w("priority_question"),
        n=n,
        missing=missing,
        blocks=blocks,
    )


def _matrix(ctx: Context) -> list[Chart | Note]:
    """Draw the accounts into the portfolio, those that sell most first and named."""
    w = ctx.words
    name = "coalesce(name, id)" if ctx.has("accounts", "name") else "id"
    sales = "annual_sales DESC NULLS LAST, row" if ctx.has("accounts", "annual_sales") else "row"
    rows = ctx.rows(
        f"SELECT attractiveness, strength, {name} FROM scored_accounts"
        f" ORDER BY account_portfolio IS NULL, {sales} LIMIT {_DRAWN}"
    )
    attractiveness, strength, names = zip(*rows, strict=True)
    axes = plot_accounts(ACCOUNT_PORTFOLIO, attractiveness, strength, names, language=w.language)
    (every,) = ctx.one("SELECT count(*) FROM scored_accounts")
    chart = drawn(axes, "accounts", w("matrix_chart", n=number(len(rows))))
    if every == len(rows):
        return [chart]
    return [chart, Note(text=w("matrix_first", shown=number(len(rows)), n=number(every)))]


def _cells(ctx: Context, counts: dict[str | None, int], n: int) -> Grid:
    """List each cell with what its source advises and what is sold there."""
    w = ctx.words
    strategies = {cell.answer: cell.strategy for row in ACCOUNT_PORTFOLIO.cells for cell in row}
    currency, several = ctx.currency_of("accounts")
    money = ctx.has("accounts", "annual_sales") and not several
    rows = []
    for cell in reversed(PortfolioCell):
        found = counts.get(cell, 0)
        strategy = strategies[cell]
        row = [
            cell.in_language(w.language),
            bar(((found, _TONES[cell], cell.in_language(w.language)), (n - found, "rest", w("rest")))),
            "" if strategy is None else strategy.in_language(w.language),
            number(found),
        ]
        if money:
            sales, known = ctx.one(
                "SELECT sum(annual_sales), count(annual_sales) FROM scored_accounts WHERE account_portfolio = ?",
                cell.value,
            )
            row += [ctx.money(sales, currency) if known else "–", number(found - known)]
        rows.append(tuple(row))
    header = [w("cell"), "", w("strategy"), "n", *((w("annual_sales"), w("sales_missing")) if money else ())]
    note = w("absent_currencies", currencies=", ".join(name or w("none") for name in several)) if several else ""
    return Grid(caption=w("cells_caption"), header=header, rows=rows, words=(0, 1, 2), note=note)


def _zones(ctx: Context, n: int) -> Grid:
    w = ctx.words
    counts = ctx.label_counts("accounts", "policy_zone")
    rows = [
        (zone.in_language(w.language), number(counts.get(zone, 0)), share(counts.get(zone, 0), n))
        for zone in reversed(PolicyZone)
    ]
    return Grid(caption=w("policy_caption"), header=(w("zone"), "n", w("share")), rows=rows)


def _classes(ctx: Context) -> list[Grid]:
    if not ctx.has("accounts", "purchase_class"):
        return []
    w = ctx.words
    counts = ctx.label_counts("accounts", "purchase_class")
    missing = counts.pop(None, 0)
    n = sum(counts.values())
    rows = [
        (cls.in_language(w.language), number(counts.get(cls, 0)), share(counts.get(cls, 0), n))
        for cls in reversed(PurchaseClass)
    ]
    note = w("n_missing", n=number(n), missing=number(missing))
    return [Grid(caption=w("classes_caption"), header=(w("class"), "n", w("share")), rows=rows, note=note)] if n else []
