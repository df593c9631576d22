"""Sums of amounts that refuse to mix currencies."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Any

import attrs

from servicemodel.errors import CurrencyError
from servicemodel.objects.checks import named

#: Adds without rounding; the usual context keeps 28 digits.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


@attrs.frozen(kw_only=True)
class Total:
    """A sum of amounts in one currency.

    Attributes
    ----------
    amount : Decimal
        Exact; 0 where nothing was summed.
    currency : str or None
        ``None`` where no amount names one.
    count, missing : int
        How many objects had an amount, and how many had none.
    """

    amount: Decimal
    currency: str | None
    count: int
    missing: int


def total_amount(objects: Iterable[Any], *, field: str = "amount") -> Total:
    """Add up an amount over objects.

    Parameters
    ----------
    objects : iterable
        Objects with the field and a ``currency``: encounters, customers, accounts.
    field : str, default "amount"
        The field to add up, such as ``"annual_sales"``.

    Returns
    -------
    Total

    Raises
    ------
    CurrencyError
        If two amounts are in different currencies, or one names its currency and another does not.
    TypeError
        If the field holds something else than amounts.

    Examples
    --------
    >>> from servicemodel.objects import ServiceEncounter
    >>> visits = [ServiceEncounter(id="v1", amount=20, currency="CNY"), ServiceEncounter(id="v2")]
    >>> total_amount(visits)
    Total(amount=Decimal('20'), currency='CNY', count=1, missing=1)
    >>> total_amount([*visits, ServiceEncounter(id="v3", amount=5, currency="EUR")])
    Traceback (most recent call last):
    servicemodel.errors.CurrencyError: ServiceEncounter 'v1' is in CNY and ServiceEncounter 'v3' in EUR; convert one first
    """
    amount, count, missing, first = Decimal(0), 0, 0, None
    for each in objects:
        value = getattr(each, field)
        if value is None:
            missing += 1
            continue
        if not isinstance(value, Decimal):
            msg = f"{field} of {named(each)} must be an exact amount; got {type(value).__name__}"
            raise TypeError(msg)
        if first is None:
            first = each
        elif each.currency != first.currency:
            words = [f"in {one.currency}" if one.currency else "in no stated currency" for one in (first, each)]
            msg = f"{named(first)} is {words[0]} and {named(each)} {words[1]}; convert one first"
            raise CurrencyError(msg)
        amount = _EXACT.add(amount, value)
        count += 1
    return Total(amount=amount, currency=None if first is None else first.currency, count=count, missing=missing)
