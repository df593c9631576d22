"""Accounts to rank, and their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import attrs

from servicemodel import call_order

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


@attrs.frozen(kw_only=True)
class Book:
    """An account as another program might keep it."""

    id: str
    attractiveness: float | None = 0.8
    strength: float | None = 0.8
    annual_sales: Decimal | None = None
    currency: str | None = "CNY"
    last_contact_at: datetime | None = None


def order(*accounts, **options):
    return [call.account_id for call in call_order(accounts=accounts, as_of=NOW, **options)]


def ago(days):
    return NOW - timedelta(days=days)
