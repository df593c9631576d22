"""A customer, and the card that holds what is personal about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from attrs.validators import optional

from servicemodel.churn.lifetime_value import MODEL as LIFETIME_VALUE, lifetime_value
from servicemodel.labels import Label
from servicemodel.loyalty.loyalty_tier import loyalty_tier
from servicemodel.loyalty.tier import LoyaltyTier
from servicemodel.objects import checks


class CustomerKind(Label):
    """Whom a survey asks: the subjects named by course text T0, one for each customer."""

    END_USER = "end_user", "end user", "使用者"
    PURCHASER = "purchaser", "purchaser", "购买者"
    INTERMEDIARY = "intermediary", "intermediary", "中间商"
    INTERNAL = "internal", "internal customer", "内部客户"


def _kind(value: CustomerKind | str) -> CustomerKind:
    return checks.as_member(CustomerKind, value)  # type: ignore[no-any-return]


def _texts(value: Sequence[str]) -> tuple[str, ...]:
    return checks.as_tuple(value)  # type: ignore[no-any-return]


def _days(value: Sequence[date]) -> tuple[date, ...]:
    return checks.as_tuple(value)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True, repr=False)
class CustomerProfile:
    """The personal card of a customer: the twelve fields of course text T0, table 6-1.

    Its ``repr`` shows none of them, nor does an error about one of them, so that they stay out of logs.

    Parameters
    ----------
    name : str
        The one field the card must have.
    sex, address, education : str, optional
    birth_date : date, optional
        The card's age, which would be wrong within a year; see :meth:`age`.
    character, occupation : str, optional
    average_income : Decimal, optional
        A year, in the customer's currency.
    purchases : tuple of str
        Goods bought.
    purchase_dates : tuple of date
    payment, remarks : str, optional
        How they pay; anything else.

    Examples
    --------
    >>> CustomerProfile(name="王芳", birth_date=date(1990, 3, 1))
    CustomerProfile(<12 personal fields hidden>)
    """

    personal: ClassVar[bool] = True

    name: str = attrs.field(validator=checks.Words())
    sex: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    address: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    education: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    birth_date: date | None = attrs.field(default=None, validator=optional(checks.Day()))
    character: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    occupation: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    average_income: Decimal | None = attrs.field(
        default=None, converter=checks.as_amount_or_none, validator=optional(checks.Amount())
    )
    purchases: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=checks.Several(checks.Words()))
    purchase_dates: tuple[date, ...] = attrs.field(default=(), converter=_days, validator=checks.Several(checks.Day()))
    payment: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    remarks: str | None = attrs.field(default=None, validator=optional(checks.Words()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(<{len(attrs.fields(type(self)))} personal fields hidden>)"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: FBT001 - IPython and Hypothesis call it so
        """Keep pretty printers, which look at the fields themselves, from showing them."""
        del cycle
        printer.text(repr(self))

    def age(self, *, on: date) -> int:
        """Return the age in whole years on a day; who is born on 29 February turns a year older on 1 March.

        Raises
        ------
        MissingError
            If the birth date is missing.
        DomainError
            If the day is before the birth.
        """
        (born,) = checks.needed(self, "birth_date")
        years: int = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        if years < 0:
            fields = attrs.fields(CustomerProfile)
            raise checks.refused(self, fields.birth_date, born, "no later than the day asked for")
        return years


@attrs.frozen(kw_only=True)
class Customer:
    """Someone who is served.

    Parameters
    ----------
    id : str
    name : str, optional
        Left out of ``repr``: it may be a person's.
    kind : CustomerKind, default END_USER
    joined_on : date, optional
    annual_sales : Decimal, optional
        What they buy in a year; a float is refused.
    expected_years : float, optional
        How long they are expected to stay, in years.
    currency : str, optional
        ISO 4217 code of ``annual_sales`` and of the profile's income.
    tier : str, optional
        Key of a loyalty tier.
    account_id : str, optional
    profile : CustomerProfile, optional

    Raises
    ------
    DomainError
        If a number or a text is outside what its field allows.
    MissingError
        If the id is missing.
    LabelError
        If the kind is unknown.
    TypeError
        If a value is of a type its field does not take.

    Examples
    --------
    >>> Customer(id="c1", annual_sales=2400, expected_years=10).lifetime_value()
    Decimal('24000')

    An amount is exact; a float is refused with the line to type:

    >>> Customer(id="c1", annual_sales=2400.5)
    Traceback (most recent call last):
    TypeError: Customer.annual_sales must be an exact amount; got a float: write Decimal('2400.5')
    """

    id: str = attrs.field(validator=checks.Words())
    name: str | None = attrs.field(default=None, validator=optional(checks.Words()), repr=False)
    kind: CustomerKind = attrs.field(
        default=CustomerKind.END_USER, converter=_kind, validator=checks.Member(CustomerKind)
    )
    joined_on: date | None = attrs.field(default=None, validator=optional(checks.Day()))
    annual_sales: Decimal | None = attrs.field(
        default=None,
        converter=checks.as_amount_or_none,
        validator=optional(checks.amount_of(LIFETIME_VALUE, "annual_sales")),
    )
    expected_years: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(LIFETIME_VALUE, "years")),
    )
    currency: str | None = attrs.field(default=None, validator=optional(checks.Currency()))
    tier: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    account_id: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    profile: CustomerProfile | None = attrs.field(default=None, validator=optional(checks.Instance(CustomerProfile)))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: FBT001 - IPython and Hypothesis call it so
        """Keep pretty printers, which look at the fields themselves, from showing the name."""
        del cycle
        printer.text(repr(self))

    def lifetime_value(self) -> Decimal:
        """Return annual sales times expected years, exact; see :func:`servicemodel.lifetime_value`.

        Raises
        ------
        MissingError
            If annual sales or expected years are missing.
        """
        sales, years = checks.needed(self, "annual_sales", "expected_years")
        exact = Decimal(int(years)) if years.is_integer() else Decimal(repr(years))
        answer: Decimal = lifetime_value(annual_sales=sales, years=exact)
        return answer

    def loyalty_tier(self, *, tiers: Sequence[LoyaltyTier]) -> LoyaltyTier:
        """Return the tier that a year's sales reach; see :func:`servicemodel.loyalty_tier`.

        The customer's own ``tier`` is the one recorded; it may differ.

        Raises
        ------
        MissingError
            If annual sales are missing.
        """
        (sales,) = checks.needed(self, "annual_sales")
        answer: LoyaltyTier = loyalty_tier(spend=sales, tiers=tiers)
        return answer
