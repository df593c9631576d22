"""An account: a customer that is managed, usually a firm."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs
from attrs.validators import optional

from servicemodel.churn.lifetime_value import MODEL as LIFETIME_VALUE
from servicemodel.objects import checks
from servicemodel.priority.account_portfolio import MODEL as ACCOUNT_PORTFOLIO, PortfolioCell, account_portfolio
from servicemodel.priority.directional_policy import PolicyCell, directional_policy
from servicemodel.priority.policy_zone import PolicyZone, policy_zone
from servicemodel.priority.purchase_class import MODEL as PURCHASE_CLASS, PurchaseClass, purchase_class


@attrs.frozen(kw_only=True)
class Account:
    """A customer that is managed.

    Parameters
    ----------
    id : str
    name : str, optional
    attractiveness, strength : float, optional
        Scores on [0, 1]: how attractive the account is to us, and how strong we are with it.
    current, capacity : int, optional
        Purchases now, and total purchasing capacity, on the grid 0 to 4.
    influential : bool, default False
    annual_sales : Decimal, optional
        What the account buys in a year; a float is refused.
    currency : str, optional
        ISO 4217 code of ``annual_sales``.
    last_contact_at : datetime, optional
        With a time zone.

    Raises
    ------
    DomainError
        If a number or a text is outside what its field allows, or an instant has no zone.
    MissingError
        If the id is missing.
    TypeError
        If a value is of a type its field does not take.

    Examples
    --------
    >>> account = Account(id="a1", attractiveness=0.8, strength=0.6)
    >>> account.portfolio_cell()
    <PortfolioCell.INVEST_FOR_GROWTH: 'invest_for_growth'>

    What is missing is named:

    >>> account.purchase_class()
    Traceback (most recent call last):
    servicemodel.errors.MissingError: Account 'a1' has no current and no capacity
    """

    id: str = attrs.field(validator=checks.Words())
    name: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    attractiveness: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(ACCOUNT_PORTFOLIO, "attractiveness")),
    )
    strength: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(ACCOUNT_PORTFOLIO, "strength")),
    )
    current: int | None = attrs.field(
        default=None,
        converter=checks.as_whole_or_none,
        validator=optional(checks.argument_of(PURCHASE_CLASS, "current")),
    )
    capacity: int | None = attrs.field(
        default=None,
        converter=checks.as_whole_or_none,
        validator=optional(checks.argument_of(PURCHASE_CLASS, "capacity")),
    )
    influential: bool = attrs.field(default=False, validator=checks.Truth())
    annual_sales: Decimal | None = attrs.field(
        default=None,
        converter=checks.as_amount_or_none,
        validator=optional(checks.amount_of(LIFETIME_VALUE, "annual_sales")),
    )
    currency: str | None = attrs.field(default=None, validator=optional(checks.Currency()))
    last_contact_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )

    def portfolio_cell(self, **options: Any) -> PortfolioCell:
        """Place the account by attractiveness and strength; options as for :func:`servicemodel.account_portfolio`.

        Raises
        ------
        MissingError
            If a score is missing.
        """
        attractiveness, strength = checks.needed(self, "attractiveness", "strength")
        answer: PortfolioCell = account_portfolio(attractiveness=attractiveness, strength=strength, **options)
        return answer

    def directional_policy(self, **options: Any) -> PolicyCell:
        """Place the account in the nine cells; options as for :func:`servicemodel.directional_policy`.

        Raises
        ------
        MissingError
            If a score is missing.
        """
        attractiveness, strength = checks.needed(self, "attractiveness", "strength")
        answer: PolicyCell = directional_policy(attractiveness=attractiveness, strength=strength, **options)
        return answer

    def policy_zone(self, **options: Any) -> PolicyZone:
        """Say whether to harvest, hold or grow; options as for :func:`servicemodel.policy_zone`.

        Raises
        ------
        MissingError
            If a score is missing.
        """
        attractiveness, strength = checks.needed(self, "attractiveness", "strength")
        answer: PolicyZone = policy_zone(attractiveness=attractiveness, strength=strength, **options)
        return answer

    def purchase_class(self, **options: Any) -> PurchaseClass:
        """Class the account by what it buys and could buy; options as for :func:`servicemodel.purchase_class`.

        Raises
        ------
        MissingError
            If the current purchases or the capacity are missing.
        """
        current, capacity = checks.needed(self, "current", "capacity")
        answer: PurchaseClass = purchase_class(
            current=current, capacity=capacity, influential=self.influential, **options
        )
        return answer
