"""What losing customers would cost."""

from __future__ import annotations

from decimal import Decimal

from servicemodel.churn import churn_cost
from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section
from servicemodel.report.context import Context, number


def churn(ctx: Context) -> Section | Absent:
    """Value customers, and cost the loss of those whose latest visit or complaint went wrong."""
    if not ctx.has("customers", "lifetime_value"):
        return ctx.absent("churn", "customers", "annual_sales", "expected_years")
    w = ctx.words
    currency, several = ctx.currency_of("customers")
    if several:
        why = w("absent_currencies", currencies=", ".join(name or w("none") for name in several))
        return Absent(key="churn", title=w("churn_title"), why=why)
    n, rows, total, middle = ctx.one(
        "SELECT count(lifetime_value), count(*), sum(lifetime_value), median(lifetime_value) FROM scored_customers"
    )
    if not n:
        return ctx.absent("churn", "customers", "annual_sales", "expected_years")
    figures = Figures(
        figures=(
            Figure(value=ctx.money(total / n, currency), label=w("value_mean"), note=w("value_mean_note", n=number(n))),
            Figure(value=ctx.money(middle, currency), label=w("value_median")),
            Figure(value=ctx.money(total, currency), label=w("value_total"), note=w("value_total_note")),
        )
    )
    return Section(
        key="churn",
        title=w("churn_title"),
        question=w("churn_question"),
        n=n,
        missing=rows - n,
        blocks=[figures, *_at_risk(ctx, currency), Note(text=w("churn_caution"))],
    )


def _at_risk(ctx: Context, currency: str | None) -> list[Grid]:
    """Cost three groups, were all of each to leave."""
    w = ctx.words
    rows = []
    for key, sql in _groups(ctx):
        customers, known, value = ctx.one(
            f"SELECT count(*), count(lifetime_value), sum(lifetime_value) FROM scored_customers WHERE id IN ({sql})"
        )
        if not known:
            rows.append((w(key), number(customers), number(customers), "0", "–", "–"))
            continue
        mean = Decimal(repr(value)) / known
        cost = churn_cost(customers=known, lifetime_value=mean)
        share_of_sales = ctx.money(mean, currency)
        rows.append(
            (
                w(key),
                number(customers),
                number(customers - known),
                number(known),
                share_of_sales,
                ctx.money(cost.total, currency),
            )
        )
    if not rows:
        return []
    header = (
        w("churn_group"), w("customers"), w("value_unknown"), w("value_known"), w("value_mean"), w("churn_total"),
    )  # fmt: skip
    return [Grid(caption=w("churn_caption"), header=header, rows=rows, note=w("churn_note"))]


def _groups(ctx: Context) -> list[tuple[str, str]]:
    """Return the groups that can be told, each as SQL for ids of customers."""
    groups = []
    if ctx.has("encounters", "customer_id", "satisfaction_state"):
        latest = "started_at DESC NULLS LAST, row DESC" if ctx.has("encounters", "started_at") else "row DESC"
        last = (
            "SELECT customer_id, satisfaction_state FROM scored_encounters"
            " WHERE satisfaction_state IS NOT NULL AND customer_id IS NOT NULL"
            f" QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY {latest}) = 1"
        )
        groups.append(
            ("churn_dissatisfied", f"SELECT customer_id FROM ({last}) WHERE satisfaction_state = 'dissatisfied'")
        )
    if ctx.has("encounters", "customer_id", "promise_state"):
        groups.append(
            (
                "churn_broken",
                "SELECT customer_id FROM scored_encounters WHERE promise_state = 'broken' AND customer_id IS NOT NULL",
            )
        )
    if ctx.has("complaints", "customer_id", "resolved_at"):
        later = "" if ctx.as_of is None else f" OR resolved_at > CAST('{ctx.as_of.isoformat()}' AS TIMESTAMPTZ)"
        refused = " OR NOT satisfied" if ctx.has("complaints", "satisfied") else ""
        unsettled = f"resolved_at IS NULL{later}{refused}"
        sql = f"SELECT customer_id FROM scored_complaints WHERE customer_id IS NOT NULL AND ({unsettled})"
        groups.append(("churn_complaint", sql))
    return groups
