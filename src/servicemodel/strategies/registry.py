"""Which strategy makes which class."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis.strategies import SearchStrategy

from servicemodel.labels import Text
from servicemodel.objects import (
    Account,
    Complaint,
    Customer,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Wait,
)
from servicemodel.strategies import objects, tables
from servicemodel.tables import Bands, Factors, Matrix, Weights
from servicemodel.waiting.wait_profile import WaitProfile


def _late(make: Callable[[], SearchStrategy[Any]]) -> Callable[[Any], SearchStrategy[Any]]:
    """Build a strategy only when it is asked for, so that importing Hypothesis stays cheap."""
    return lambda _: make()


#: Hypothesis takes functions of the type asked for.
REGISTRY: dict[type[Any], Callable[[Any], SearchStrategy[Any]]] = {
    Account: _late(objects.accounts),
    Bands: _late(tables.bands),
    Complaint: _late(objects.complaints),
    Customer: _late(objects.customers),
    CustomerProfile: _late(objects.customer_profiles),
    Expectation: _late(objects.expectations),
    Factors: _late(tables.factors),
    LoyaltyTier: _late(objects.loyalty_tiers),
    Matrix: _late(tables.matrices),
    ServiceEncounter: _late(objects.encounters),
    Text: _late(tables.texts),
    Wait: _late(objects.waits),
    WaitProfile: _late(tables.wait_profiles),
    Weights: _late(tables.weights),
}
