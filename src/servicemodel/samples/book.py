"""A book: what a business knows of its customers."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from servicemodel.clock import ClockEvent, ServiceClock
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
    logs : mapping of str to tuple of ClockEvent
        What happened to each complaint, by its id, as a clock reads it.
    clock : ServiceClock
        What is promised on complaints: ``book.clock.read(book.logs[complaint.id], as_of=...)``.
    """

    name: str
    simulated: bool
    customers: tuple[Customer, ...] = attrs.field(repr=False)
    accounts: tuple[Account, ...] = attrs.field(repr=False)
    encounters: tuple[ServiceEncounter, ...] = attrs.field(repr=False)
    complaints: tuple[Complaint, ...] = attrs.field(repr=False)
    tiers: tuple[LoyaltyTier, ...] = attrs.field(repr=False)
    logs: Mapping[str, tuple[ClockEvent, ...]] = attrs.field(repr=False, hash=False)
    clock: ServiceClock = attrs.field(repr=False)
