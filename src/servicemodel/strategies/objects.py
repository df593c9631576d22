"""Strategies for customers, accounts, encounters and their parts."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.arguments import Quantity
from servicemodel.objects import (
    Account,
    Customer,
    CustomerKind,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
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


def expectations() -> SearchStrategy[Expectation]:
    """Make expectations: a level, a zone or both; a zone may be one point."""
    points = _number(ServiceEncounter, "level", Expectation)
    widths = _number(ServiceEncounter, "tolerance", Expectation)
    zones = st.tuples(points, points).map(lambda ends: (min(ends), max(ends))) | points.map(lambda end: (end, end))
    from_below = zones | st.tuples(points, st.none())
    any_zone = from_below | st.tuples(st.none(), points) | st.just((None, None))
    return st.builds(
        lambda drawn, tolerance, tolerance_above: Expectation(
            level=drawn[0],
            adequate=drawn[1][0],
            desired=drawn[1][1],
            tolerance=tolerance,
            tolerance_above=tolerance_above,
        ),
        st.tuples(points, any_zone) | st.tuples(st.none(), from_below),
        widths,
        _maybe(widths),
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


def encounters(*, most_waits: int = _MOST_WAITS) -> SearchStrategy[ServiceEncounter]:
    """Make encounters; a flat table takes those with ``most_waits=1``."""
    return st.builds(
        lambda span, **fields: ServiceEncounter(started_at=span[0], ended_at=span[1], **fields),
        _spans(),
        id=words(),
        customer_id=_maybe(words()),
        account_id=_maybe(words()),
        promised_at=_maybe(instants()),
        completed_at=_maybe(instants()),
        channel=_maybe(words()),
        kind=_maybe(words()),
        performance=_maybe(_number(ServiceEncounter, "performance")),
        expectation=_maybe(expectations()),
        waits=st.lists(waits(), max_size=most_waits).map(tuple),
        amount=_maybe(amounts()),
        currency=_maybe(currencies()),
        weight=_maybe(_number(ServiceEncounter, "weight")),
    )


def _spans() -> SearchStrategy[Any]:
    """Make a start and an end, each of which may be missing."""
    return _whole_spans() | st.tuples(_maybe(instants()), st.none()) | st.tuples(st.none(), instants())


def _whole_spans() -> SearchStrategy[Any]:
    """Make a start and an end; what begins may end in the same instant."""
    lasted = st.timedeltas(timedelta(0), timedelta(days=30)) | st.just(timedelta(0))
    whole = st.tuples(instants(), lasted).map(lambda drawn: (drawn[0], drawn[0] + drawn[1]))
    return whole.filter(lambda span: settled(span[1]))


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
