"""What guarantees cost: one that matches prices, and many together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from servicemodel.errors import DomainError, ServiceModelError


def money(name: str, value: Any) -> Decimal:
    """Return an amount of money, at least 0, as an exact Decimal."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        line = f"; write Decimal({str(value)!r})" if isinstance(value, float) else ""
        msg = f"{name} must be a Decimal or an int; got {type(value).__qualname__}{line}"
        raise TypeError(msg)
    exact = Decimal(value)
    if not exact.is_finite() or exact < 0:
        raise DomainError(name, value, "a finite amount at least 0 [currency units]")
    return exact


def price_match(*, paid: Decimal | int, elsewhere: Decimal | int) -> Decimal:
    """Return what a promise to match prices pays back: the difference, and nothing where it costs more elsewhere.

    Parameters
    ----------
    paid, elsewhere : Decimal or int [currency units]
        What the customer paid here, and the price of the same thing elsewhere; at least 0, in one currency.

    Returns
    -------
    Decimal [currency units]

    Raises
    ------
    DomainError
        If an amount is below 0.
    TypeError
        If one is a float.

    Notes
    -----
    ``price_match = the larger of 0 and paid − elsewhere``

    Examples
    --------
    >>> from decimal import Decimal
    >>> price_match(paid=Decimal("899.00"), elsewhere=Decimal("849.50"))
    Decimal('49.50')
    >>> price_match(paid=800, elsewhere=850)
    Decimal('0')
    """
    return max(Decimal(0), money("paid", paid) - money("elsewhere", elsewhere))


def guarantee_cost(*, probabilities: Sequence[Decimal | int], payouts: Sequence[Decimal | int]) -> Decimal:
    """Return what guarantees are expected to cost for one customer: each payout as often as it falls due.

    Parameters
    ----------
    probabilities : sequence of Decimal or int [share]
        For each guarantee, the share of customers to whom it falls due; from 0 to 1. They need not sum to 1: one customer
        may invoke two promises, and most invoke none.
    payouts : sequence of Decimal or int [currency units]
        What each costs when it does; at least 0.

    Returns
    -------
    Decimal [currency units per customer]

    Raises
    ------
    DomainError
        If a number is outside its range.
    ServiceModelError
        If there are not equally many of both.
    TypeError
        If a number is a float.

    Notes
    -----
    ``guarantee_cost = sum of probability × payout``

    Examples
    --------
    >>> from decimal import Decimal
    >>> guarantee_cost(probabilities=[Decimal("0.02"), Decimal("0.001")], payouts=[50, 300])
    Decimal('1.300')
    >>> guarantee_cost(probabilities=[], payouts=[])
    Decimal('0')
    """
    for name, given in (("probabilities", probabilities), ("payouts", payouts)):
        if isinstance(given, str) or not hasattr(given, "__len__"):
            msg = f"{name} must be a sequence of numbers; got {given!r}"
            raise TypeError(msg)
    if len(probabilities) != len(payouts):
        msg = f"each probability needs its payout; got {len(probabilities)} probabilities and {len(payouts)} payouts"
        raise ServiceModelError(msg)
    total = Decimal(0)
    for place, (share, payout) in enumerate(zip(probabilities, payouts, strict=True)):
        name = f"probabilities[{place}]"
        if (exact := money(name, share)) > 1:
            raise DomainError(name, share, "a share from 0 to 1")
        total += exact * money(f"payouts[{place}]", payout)
    return total
