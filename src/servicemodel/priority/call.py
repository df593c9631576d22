"""What ranking accounts reads of each, what it answers, and the words for why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from math import inf, isnan
from typing import Any, ClassVar, Protocol

import attrs
import numpy as np

from servicemodel.arguments import Instant, Quantity, Records
from servicemodel.errors import DomainError
from servicemodel.evaluate.instants import instant_of
from servicemodel.labels import Text, is_missing
from servicemodel.markup import headed, labelled, record_grid
from servicemodel.priority.account_portfolio import PortfolioCell
from servicemodel.priority.levels import ATTRACTIVENESS, STRENGTH


class CallableAccount(Protocol):
    """What is read of an account; :class:`servicemodel.Account` and any object with these attributes will do."""

    @property
    def id(self) -> str:
        """What tells the account from all others."""

    @property
    def attractiveness(self) -> float | None:
        """Its score, or ``None``."""

    @property
    def strength(self) -> float | None:
        """Our score with it, or ``None``."""

    @property
    def annual_sales(self) -> Decimal | None:
        """What it buys from us in a year, or ``None``."""

    @property
    def currency(self) -> str | None:
        """The currency of its amounts, or ``None``."""

    @property
    def last_contact_at(self) -> datetime | None:
        """When we last spoke with it; ``None`` if never."""


@attrs.frozen(kw_only=True)
class Call:
    """One call to make.

    Attributes
    ----------
    rank : int
        1 is to be called first.
    account_id : str
    cell : PortfolioCell or None
        ``None`` where a score is missing.
    expected_loss : Decimal or None
        What losing the account would cost; ``None`` where not known.
    days_without_contact : int or None
        Whole days since the last contact; ``None`` if there never was one.
    reason : Text
        What put it there, in both languages.
    """

    title: ClassVar[Text] = Text("Call", "拜访")

    rank: int = attrs.field(metadata=headed(Text("rank", "次序")))
    account_id: str = attrs.field(metadata=headed(Text("account", "客户")))
    cell: PortfolioCell | None = attrs.field(metadata=headed(Text("cell", "格子")))
    expected_loss: Decimal | None = attrs.field(metadata=headed(Text("expected loss", "预期损失")))
    days_without_contact: int | None = attrs.field(metadata=headed(Text("days without contact", "未联系天数")))
    reason: Text = attrs.field(metadata=headed(Text("reason", "理由")))

    def in_language(self, language: str) -> str:
        """Return the call in one line: its rank, whom to call and why."""
        return labelled(f"{self.rank}. {self.account_id}", self.reason.in_language(language), language)

    def _repr_html_(self) -> str:
        return record_grid(self).to_html()


SALES = Quantity(
    name="annual_sales",
    unit=Text("currency per year", "货币/年"),
    at_least=0,
    optional=True,
    meaning=Text("what it buys from us in a year", "每年向我方的购买额"),
)
LAST_CONTACT = Instant(
    name="last_contact_at", optional=True, meaning=Text("when we last spoke with it", "最近一次联系的时间")
)
ACCOUNTS = Records(
    name="accounts",
    meaning=Text("the accounts to rank", "待排序的客户"),
    fields=(
        attrs.evolve(ATTRACTIVENESS, optional=True),
        attrs.evolve(STRENGTH, optional=True),
        SALES,
        LAST_CONTACT,
    ),
    texts=("currency",),
)


@attrs.define(kw_only=True)
class Candidate:
    """An account as the ranking sees it: checked, amounts exact, instants in UTC, ``None`` for what is missing."""

    id: str
    attractiveness: float | None
    strength: float | None
    loss: Decimal | None
    is_sales: bool
    currency: str | None
    contact: datetime | None
    days: int | None


def candidate(account: Any, losses: Mapping[str, Decimal], now: datetime) -> Candidate:
    """Read and check an account; the scores are left to the model that knows their scale."""
    try:
        key, attractiveness, strength = account.id, account.attractiveness, account.strength
        sales, currency, contact = account.annual_sales, account.currency, account.last_contact_at
    except AttributeError as error:
        msg = f"accounts must be {ACCOUNTS.allowed()}; {type(account).__qualname__} has no {error.name}"
        raise TypeError(msg) from error
    if not isinstance(key, str):
        msg = f"the id of an account must be a string; got {key!r}"
        raise TypeError(msg)
    loss = losses.get(key)
    is_sales = loss is None and not is_missing(sales)
    if is_sales:
        loss = amount(f"annual_sales of account {key!r}", sales)
    last = None if is_missing(contact) else _in_utc(key, contact, now)
    return Candidate(
        id=key,
        attractiveness=_score(key, "attractiveness", attractiveness),
        strength=_score(key, "strength", strength),
        loss=loss,
        is_sales=is_sales,
        currency=_currency(key, currency),
        contact=last,
        days=None if last is None else (now - last).days,
    )


def _currency(key: str, value: Any) -> str | None:
    """Return a currency, which may be written in any way as long as it is written alike."""
    if isinstance(value, str) and value.strip():
        return value
    if is_missing(value):
        return None
    name = f"currency of account {key!r}"
    if not isinstance(value, str):
        msg = f"{name} must be text; got {value!r}"
        raise TypeError(msg)
    raise DomainError(name, value, "text that is not blank, or None")


def _score(key: str, name: str, value: Any) -> float | None:
    """Return a score as a float; whether it lies on its scale is for the model of the cells to say."""
    if type(value) is float:  # nearly always
        return None if isnan(value) else value
    if is_missing(value):
        return None
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        msg = f"{name} of account {key!r} must be a number; got {value!r}"
        raise TypeError(msg)
    try:
        return float(value)
    except OverflowError:
        return inf


def amount(name: str, value: Any) -> Decimal:
    """Return an amount of money, at least 0, as an exact Decimal."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int | np.integer):
        line = f"; write Decimal({str(value)!r})" if isinstance(value, float | np.floating) else ""
        msg = f"{name} must be a Decimal or an int; got {type(value).__qualname__}{line}"
        raise TypeError(msg)
    exact = value if isinstance(value, Decimal) else Decimal(int(value))
    if not exact.is_finite() or exact < 0:
        raise DomainError(name, value, SALES.allowed())
    return exact


def _in_utc(key: str, contact: Any, now: datetime) -> datetime:
    """Return the last contact in UTC, where no clock is ever set back and differences are exact."""
    name = f"last_contact_at of account {key!r}"
    if not isinstance(contact, datetime):
        msg = f"{name} must be {LAST_CONTACT.allowed()}; got {type(contact).__qualname__}"
        raise TypeError(msg)
    try:
        in_utc = instant_of(LAST_CONTACT, contact)
    except DomainError as error:
        raise DomainError(name, contact, error.allowed) from None
    if in_utc > now:
        raise DomainError(name, contact, f"not after as_of ({now.isoformat()})")
    return in_utc


def reason(entry: Candidate, strategy: Text | None) -> Text:
    """Say what puts an account where it is; without a ``strategy`` it has no cell."""
    first = _NO_CELL[entry.attractiveness is None, entry.strength is None] if strategy is None else strategy
    if entry.loss is None:
        loss, loss_zh = "expected loss unknown", "预期损失未知"
    else:
        shown = f"{entry.loss:,f} {entry.currency}" if entry.currency else f"{entry.loss:,f}"
        if entry.is_sales:
            loss, loss_zh = f"a year's sales of {shown} at stake", f"可能失去一年销售额 {shown}"
        else:
            loss, loss_zh = f"expected loss {shown}", f"预期损失 {shown}"
    if entry.days is None:
        silence, silence_zh = "never contacted", "从未联系"
    else:
        silence = f"{entry.days} day{'' if entry.days == 1 else 's'} without contact"
        silence_zh = f"{entry.days} 天未联系"
    return Text(f"{first.en}; {loss}; {silence}", f"{first.zh}；{loss_zh}；{silence_zh}")


#: Which scores are missing (attractiveness, strength), in words.
_NO_CELL = {
    (True, False): Text("no cell, as attractiveness is missing", "缺少客户吸引力，无法归入矩阵"),
    (False, True): Text("no cell, as business strength is missing", "缺少业务优势，无法归入矩阵"),
    (True, True): Text(
        "no cell, as attractiveness and business strength are missing", "缺少客户吸引力与业务优势，无法归入矩阵"
    ),
}
