"""Strategies for customers, accounts, encounters, complaints and their parts."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.arguments import Quantity
from servicemodel.objects import (
    Account,
    Complaint,
    ComplaintCategory,
    Customer,
    CustomerKind,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Severity,
    Wait,
)
from servicemodel.objects.flat import columns_of
from servicemodel.strategies.values import (
    amounts,
    conditions,
    currencies,
    days,
    instants,
    items,
    quantities,
    settled,
    words,
)
from servicemodel.waiting.wait_tolerance import ServiceValue

_MOST_WAITS = 3


def _maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Make a value or leave it missing."""
    return st.none() | strategy


def _number(kind: type[Any], field: str, owner: type[Any] | None = None) -> SearchStrategy[Any]:
    """Make numbers in the range of a field, as its column states it."""
    domain = next(c.domain for c in columns_of(kind) if c.field == field and c.owner is (owner or kind))
    return quantities(cast("Quantity", domain))


def customer_profiles() -> SearchStrategy[CustomerProfile]:
    """Make personal cards."""
    return st.builds(
        CustomerProfile,
        name=words(),
        sex=_maybe(words()),
        address=_maybe(words()),
        education=_maybe(words()),
        birth_date=_maybe(days()),
        character=_maybe(words()),
        occupation=_maybe(words()),
        average_income=_maybe(amounts()),
        purchases=_several(items()),
        purchase_dates=_several(days()),
        payment=_maybe(words()),
        remarks=_maybe(words()),
    )


def _several(items: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=3).map(tuple)


def customers() -> SearchStrategy[Customer]:
    """Make customers."""
    return st.builds(
        Customer,
        id=words(),
        name=_maybe(words()),
        kind=st.sampled_from(CustomerKind),
        joined_on=_maybe(days()),
        annual_sales=_maybe(amounts(at_least=0)),
        expected_years=_maybe(_number(Customer, "expected_years")),
        currency=_maybe(currencies()),
        tier=_maybe(words()),
        account_id=_maybe(words()),
        profile=_maybe(customer_profiles()),
    )


def accounts(*, currency: str | None = None) -> SearchStrategy[Account]:
    """Make accounts; with ``currency`` all amounts are in that one."""
    return st.builds(
        Account,
        id=words(),
        name=_maybe(words()),
        attractiveness=_maybe(_number(Account, "attractiveness")),
        strength=_maybe(_number(Account, "strength")),
        current=_maybe(_number(Account, "current")),
        capacity=_maybe(_number(Account, "capacity")),
        influential=st.booleans(),
        annual_sales=_maybe(amounts(at_least=0)),
        currency=_maybe(currencies()) if currency is None else st.just(currency),
        last_contact_at=_maybe(instants()),
    )


@st.composite
def expectations(draw: st.DrawFn) -> Expectation:
    """Make expectations: a level, a zone or both; a zone may be one point."""
    points = _number(ServiceEncounter, "level", Expectation)
    level = draw(_maybe(points))
    adequate = draw(points if level is None else _maybe(points))
    desired = draw(_maybe(points))
    if adequate is not None and desired is not None:
        adequate, desired = sorted((adequate, draw(st.sampled_from([adequate, desired]))))
    widths = _number(ServiceEncounter, "tolerance", Expectation)
    return Expectation(
        level=level, adequate=adequate, desired=desired, tolerance=draw(widths), tolerance_above=draw(_maybe(widths))
    )


def waits() -> SearchStrategy[Wait]:
    """Make waits, in every combination of conditions."""
    minutes = _number(ServiceEncounter, "minutes", Wait)
    return st.builds(
        Wait,
        minutes=minutes,
        conditions=conditions(),
        expected_minutes=_maybe(minutes),
        acceptable_minutes=_maybe(minutes),
        value=st.sampled_from(ServiceValue),
    )


@st.composite
def encounters(draw: st.DrawFn, *, most_waits: int = _MOST_WAITS) -> ServiceEncounter:
    """Make encounters; a flat table takes those with ``most_waits=1``."""
    started = draw(_maybe(instants()))
    lasted = st.timedeltas(timedelta(0), timedelta(days=30)) | st.just(timedelta(0))
    ended = draw(_maybe(instants() if started is None else lasted.map(lambda length: started + length).filter(settled)))
    return ServiceEncounter(
        id=draw(words()),
        customer_id=draw(_maybe(words())),
        account_id=draw(_maybe(words())),
        started_at=started,
        ended_at=ended,
        promised_at=draw(_maybe(instants())),
        completed_at=draw(_maybe(instants())),
        channel=draw(_maybe(words())),
        kind=draw(_maybe(words())),
        performance=draw(_maybe(_number(ServiceEncounter, "performance"))),
        expectation=draw(_maybe(expectations())),
        waits=tuple(draw(st.lists(waits(), max_size=most_waits))),
        amount=draw(_maybe(amounts())),
        currency=draw(_maybe(currencies())),
        weight=draw(_maybe(_number(ServiceEncounter, "weight"))),
    )


def complaints() -> SearchStrategy[Complaint]:
    """Make complaints, open and answered."""
    return st.builds(
        Complaint,
        id=words(),
        customer_id=_maybe(words()),
        encounter_id=_maybe(words()),
        account_id=_maybe(words()),
        received_at=instants(),
        due_at=_maybe(instants()),
        resolved_at=_maybe(instants()),
        category=_maybe(st.sampled_from(ComplaintCategory)),
        severity=st.sampled_from(Severity),
        justified=_maybe(st.booleans()),
        channel=_maybe(words()),
        kind=_maybe(words()),
        response=_maybe(words()),
        satisfied=_maybe(st.booleans()),
    )


def loyalty_tiers() -> SearchStrategy[LoyaltyTier]:
    """Make single tiers."""
    return st.builds(
        LoyaltyTier,
        key=words(),
        en=words(),
        zh=words(),
        minimum_spend=amounts(at_least=0),
        benefits=_several(items()),
    )


@st.composite
def tier_lists(draw: st.DrawFn, *, most: int = 5) -> tuple[LoyaltyTier, ...]:
    """Make the tiers of one programme: minima strictly increasing from zero, each key once."""
    above = draw(st.lists(amounts(at_least=0).filter(bool), max_size=most - 1, unique=True))
    minima = [Decimal(0), *sorted(above)]
    keys = draw(st.lists(words(), min_size=len(minima), max_size=len(minima), unique=True))
    return tuple(
        LoyaltyTier(
            key=key, en=draw(words()), zh=draw(words()), minimum_spend=minimum, benefits=draw(_several(items()))
        )
        for key, minimum in zip(keys, minima, strict=True)
    )
