"""The order to call accounts in, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs

from servicemodel.errors import ServiceModelError
from servicemodel.priority import Call, call_order
from servicemodel.report.blocks import Absent, Grid, Note, Section
from servicemodel.report.context import Context, number

_SHOWN = 25
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@attrs.frozen
class _Account:
    """What a call order reads of an account."""

    id: str
    attractiveness: float | None
    strength: float | None
    annual_sales: Decimal | None
    currency: str | None
    last_contact_at: Any


def calls(ctx: Context) -> Section | Absent:
    """Rank the accounts, and write the whole ranking into the table ``calls``."""
    if not ctx.has("accounts", "attractiveness", "strength"):
        return ctx.absent("calls", "accounts", "attractiveness", "strength")
    w = ctx.words
    if ctx.as_of is None:
        return Absent(key="calls", title=w("calls_title"), why=w("absent_as_of"))
    try:
        order = call_order(accounts=_accounts(ctx), as_of=ctx.as_of)
    except ServiceModelError as error:
        return Absent(key="calls", title=w("calls_title"), why=w("absent_refused", error=str(error)))
    if not order:
        return ctx.absent("calls", "accounts", "attractiveness", "strength")
    names = ctx.names()
    _write(ctx, order, names)
    placed = sum(call.cell is not None for call in order)
    rows = [
        (
            str(call.rank),
            names.get(call.account_id, call.account_id),
            w("none") if call.cell is None else call.cell.in_language(w.language),
            call.reason.in_language(w.language),
        )
        for call in order[:_SHOWN]
    ]
    grid = Grid(
        caption=w("calls_caption", shown=number(len(rows)), n=number(len(order))),
        header=(w("rank"), w("account"), w("cell"), w("reason")),
        rows=rows,
        words=(0, 1, 2, 3),
        note=w("calls_note"),
    )
    return Section(
        key="calls",
        title=w("calls_title"),
        question=w("calls_question"),
        n=placed,
        missing=len(order) - placed,
        blocks=[grid] if len(order) <= _SHOWN else [grid, Note(text=w("calls_more"))],
    )


def _accounts(ctx: Context) -> list[_Account]:
    """Read the accounts; instants come as microseconds, which needs no further library."""
    optional = {
        "annual_sales": "annual_sales",
        "currency": "currency",
        "last_contact_at": "epoch_us(last_contact_at)",
    }
    columns = [sql if ctx.has("accounts", name) else "NULL" for name, sql in optional.items()]
    return [
        _Account(
            key,
            attractiveness,
            strength,
            None if sales is None else _plain(sales),
            None if sales is None else currency or ctx.currency,
            None if contact is None else _EPOCH + timedelta(microseconds=contact),
        )
        for key, attractiveness, strength, sales, currency, contact in ctx.rows(
            f"SELECT id, attractiveness, strength, {', '.join(columns)} FROM scored_accounts ORDER BY row"
        )
    ]


def _plain(amount: Decimal) -> Decimal:
    """Return an amount without the zeros that a column of fixed places adds."""
    whole = amount.to_integral_value()
    return whole if whole == amount else amount.normalize()


def _write(ctx: Context, order: tuple[Call, ...], names: dict[str, str]) -> None:
    """Write the ranking into the table ``calls``."""
    language = ctx.words.language
    ctx.connection.execute(
        "CREATE TABLE calls (call_rank BIGINT, account_id VARCHAR, name VARCHAR, account_portfolio VARCHAR,"
        " expected_loss DECIMAL(38, 10), days_without_contact BIGINT, reason VARCHAR)"
    )
    columns = [
        [call.rank for call in order],
        [call.account_id for call in order],
        [names.get(call.account_id) for call in order],
        [None if call.cell is None else call.cell.value for call in order],
        [None if call.expected_loss is None else str(call.expected_loss) for call in order],
        [call.days_without_contact for call in order],
        [call.reason.in_language(language) for call in order],
    ]
    ctx.connection.execute(
        "INSERT INTO calls SELECT unnest(?::BIGINT[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), unnest(?::VARCHAR[]),"
        " unnest(?::DECIMAL(38, 10)[]), unnest(?::BIGINT[]), unnest(?::VARCHAR[])",
        columns,
    )
