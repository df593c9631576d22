"""A book: what a business knows of its customers."""

from __future__ import annotations

import attrs

from servicemodel.objects import Account, Complaint, Customer, LoyaltyTier, ServiceEncounter


@attrs.frozen(kw_only=True)
class Book:
    """Customers, accounts, encounters and complaints of one business.

    Attributes
    ----------
    name : str
    simulated : bool
        Whether it was made up; say so wherever it is shown.
    customers : tuple of Customer
    accounts : tuple of Account
    encounters : tuple of ServiceEncounter
    complaints : tuple of Complaint
    tiers : tuple of LoyaltyTier
    """

    name: str
    simulated: bool
    customers: tuple[Customer, ...] = attrs.field(repr=False)
    accounts: tuple[Account, ...] = attrs.field(repr=False)
    encounters: tuple[ServiceEncounter, ...] = attrs.field(repr=False)
    complaints: tuple[Complaint, ...] = attrs.field(repr=False)
    tiers: tuple[LoyaltyTier, ...] = attrs.field(repr=False)
