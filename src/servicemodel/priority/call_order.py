"""Whom to call first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import numpy as np

from servicemodel.arguments import Instant
from servicemodel.errors import CurrencyError, DomainError, ServiceModelError
from servicemodel.evaluate.numbers import check
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.priority.account_portfolio import ACCOUNT_PORTFOLIO, PortfolioCell, account_portfolio
from servicemodel.priority.call import ACCOUNTS, Call, CallableAccount, Candidate, amount, candidate, reason
from servicemodel.priority.levels import CENTRE, MIDPOINT
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1
from servicemodel.tables import Matrix


def call_order(
    *,
    accounts: Iterable[CallableAccount],
    as_of: datetime,
    losses: Mapping[str, Decimal | int] | None = None,
    midpoint: float = CENTRE,
    scale: tuple[float, float] | None = None,
    table: Matrix = ACCOUNT_PORTFOLIO,
) -> tuple[Call, ...]:
    """Rank accounts by what to do with them, then by what losing them costs, then by how long nobody called.

    Parameters
    ----------
    accounts : iterable of objects
        Each with ``id``, ``attractiveness``, ``strength``, ``annual_sales``, ``currency`` and ``last_contact_at``;
        all but the id may be ``None``.
    as_of : datetime
        The instant to count from, with a time zone.
    losses : mapping of account id to Decimal or int, optional [currency of the account]
        What losing an account is expected to cost, at least 0. An account that is not in it counts with its
        ``annual_sales``, where known.
    midpoint, scale, table
        As for :func:`~servicemodel.priority.account_portfolio`.

    Returns
    -------
    tuple of Call
        Every account once, first call first.

    Raises
    ------
    CurrencyError
        If the losses to be compared are in several currencies, or some in one and some in none.
    DomainError
        If a score is outside the scale, a loss negative, an instant without a time zone, or a contact after
        ``as_of``; the message names the account.
    ServiceModelError
        If two accounts have the same id, or ``losses`` names one that is not there.
    TypeError
        If an object lacks an attribute or an amount is a float.

    Notes
    -----
    ``order = cell (last of PortfolioCell first), expected loss (largest first), last contact (never, then oldest), id``

    The order is a convention of this library. It does not depend on the order the accounts come in: the id settles
    what is left equal. What is not known ranks behind what is: accounts without a score come last, those without a
    known loss last in their cell. A year's sales stand in for a loss only where no better figure is given, and the
    reason says so.

    References
    ----------
    .. [1] Course text T1: a call plan starts from the customers' priority; it gives no order.

    Examples
    --------
    >>> from datetime import datetime, timezone
    >>> from decimal import Decimal
    >>> from types import SimpleNamespace
    >>> def account(id, attractiveness, sales):
    ...     return SimpleNamespace(
    ...         id=id,
    ...         attractiveness=attractiveness,
    ...         strength=0.7,
    ...         annual_sales=sales,
    ...         currency="CNY",
    ...         last_contact_at=datetime(2024, 5, 1, tzinfo=timezone.utc),
    ...     )
    >>> book = [account("a", 0.2, Decimal(900)), account("b", 0.9, Decimal(100)), account("c", None, Decimal(500))]
    >>> calls = call_order(accounts=book, as_of=datetime(2024, 6, 1, tzinfo=timezone.utc))
    >>> [call.account_id for call in calls]
    ['b', 'a', 'c']
    >>> print(calls[0].reason.en)
    invest for growth; a year's sales of 100 CNY at stake; 31 days without contact

    An account without a score is not dropped:

    >>> print(calls[2].reason.en)
    no cell, as attractiveness is missing; a year's sales of 500 CNY at stake; 31 days without contact
    """
    now = check(MODEL, "as_of", as_of).astimezone(UTC)
    given = _losses(losses)
    entries = [candidate(account, given, now) for account in _iterable(accounts)]
    _check_ids(entries, given)
    _check_currencies(entries)
    cells = _cells(entries, midpoint, scale, table)
    keys = list(map(_key, entries, cells))
    strategies = _strategies(table)
    return tuple(
        Call(
            rank=rank,
            account_id=entry.id,
            cell=cell,
            expected_loss=entry.loss,
            days_without_contact=entry.days,
            reason=reason(entry, None if cell is None else strategies[cell]),
        )
        for rank, (entry, cell) in enumerate(
            ((entries[place], cells[place]) for place in sorted(range(len(keys)), key=keys.__getitem__)), start=1
        )
    )


def _iterable(accounts: Any) -> Iterable[Any]:
    if isinstance(accounts, Iterable):
        return accounts
    msg = f"accounts must be {ACCOUNTS.allowed()}, in a list; got {type(accounts).__qualname__}"
    raise TypeError(msg)


def _losses(losses: Any) -> dict[str, Decimal]:
    if losses is None:
        return {}
    if not isinstance(losses, Mapping):
        msg = f"losses must be a mapping of account id to amount; got {type(losses).__qualname__}"
        raise TypeError(msg)
    return {key: amount(f"losses[{key!r}]", loss) for key, loss in losses.items()}


def _check_ids(entries: list[Candidate], losses: Mapping[str, Decimal]) -> None:
    known: set[str] = set()
    for entry in entries:
        if entry.id in known:
            msg = f"two accounts have the id {entry.id!r}"
            raise ServiceModelError(msg)
        known.add(entry.id)
    unknown = [key for key in losses if key not in known]
    if unknown:
        msg = f"losses names {unknown[0]!r}, which is not among the accounts ({len(unknown)} such)"
        raise ServiceModelError(msg)


def _check_currencies(entries: list[Candidate]) -> None:
    """Refuse to compare amounts of several currencies, or stated with unstated ones."""
    first: dict[str | None, str] = {}
    for entry in entries:
        if entry.loss is not None:
            first.setdefault(entry.currency, entry.id)
    if len(first) > 1:
        shown = ", ".join(f"{currency or 'none stated'} (account {key!r})" for currency, key in first.items())
        msg = f"expected losses compare in one currency only; got {shown}"
        raise CurrencyError(msg)


def _cells(entries: list[Candidate], midpoint: Any, scale: Any, table: Matrix) -> list[PortfolioCell | None]:
    """Return the cell of each account, ``None`` where a score is missing."""
    try:
        codes = account_portfolio(
            attractiveness=np.array([entry.attractiveness for entry in entries], dtype=np.float64),
            strength=np.array([entry.strength for entry in entries], dtype=np.float64),
            midpoint=check(MODEL, "midpoint", midpoint),
            scale=scale,
            table=table,
        )
    except DomainError as error:
        if not isinstance(error.index, int):
            raise
        name = f"{error.argument} of account {entries[error.index].id!r}"
        raise DomainError(name, error.value, error.allowed, count=error.count) from None
    cells: list[PortfolioCell | None] = PortfolioCell.decode(codes).tolist()
    return cells


_EARLIEST = datetime.min.replace(tzinfo=UTC)


def _key(entry: Candidate, cell: PortfolioCell | None) -> tuple[Any, ...]:
    """Return what the order compares; the smallest is called first."""
    return (
        1 if cell is None else -cell.code,
        entry.loss is None,
        None if entry.loss is None else entry.loss.copy_negate(),  # a minus sign would round to the context
        entry.contact or _EARLIEST,
        entry.id,
    )


def _strategies(table: Matrix) -> dict[Any, Text]:
    """Return the strategy of each answer; the answer's own words where cells that share it advise differently."""
    cells = [cell for row in table.cells for cell in row]
    advice = {answer: {cell.strategy for cell in cells if cell.answer is answer} for answer in PortfolioCell.members}
    return {
        answer: (found.pop() if len(found) == 1 else None) or Text(answer.en, answer.zh)
        for answer, found in advice.items()
    }


def _reason(**_: Any) -> Text:
    return Text(
        "what to do with an account counts first, then what losing it costs, then how long nobody called",
        "先看该客户所在的格子，再看失去它的代价，最后看多久未联系",
    )


MODEL = Model(
    function=call_order,
    title=Text("Call order", "拜访次序"),
    question=Text("Whom do we call first?", "先联系谁？"),
    arguments=(ACCOUNTS, Instant(name="as_of", meaning=Text("the instant to count from", "计算的基准时间")), MIDPOINT),
    answer=Call,
    equation=(
        "order = cell (last of PortfolioCell first), expected loss (largest first),"
        " last contact (never, then oldest), id"
    ),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            COURSE_T1,
            Evidence.COURSE,
            "46",
            Text(
                "puts the customers' priority first among the sources of a call plan; gives no order",
                "计划来源首列客户的优先次序；未给出排序规则",
            ),
        ),
        *ACCOUNT_PORTFOLIO.citations,
    ),
    tables=(ACCOUNT_PORTFOLIO,),
    reason=_reason,
    columns=False,
)
