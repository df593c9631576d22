"""Which strategy makes which class."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from hypothesis.strategies import SearchStrategy

from servicemodel.clock.business_calendar import BusinessCalendar
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
from servicemodel.tables import Bands, Factors, Matrix, Weights
from servicemodel.waiting.wait_profile import WaitProfile


def _late(module: str, name: str) -> Callable[[Any], SearchStrategy[Any]]:
    """Look a strategy up only when it is asked for.

    Importing Hypothesis stays cheap, and may itself be started by the import of a module of strategies, which then
    has no strategies yet.
    """

    def make(_: Any) -> SearchStrategy[Any]:
        made: SearchStrategy[Any] = getattr(import_module(f"servicemodel.strategies.{module}"), name)()
        return made

    return make


#: Hypothesis takes functions of the type asked for.
REGISTRY: dict[type[Any], Callable[[Any], SearchStrategy[Any]]] = {
    Account: _late("objects", "accounts"),
    Bands: _late("tables", "bands"),
    BusinessCalendar: _late("clock", "business_calendars"),
    Complaint: _late("objects", "complaints"),
    Customer: _late("objects", "customers"),
    CustomerProfile: _late("objects", "customer_profiles"),
    Expectation: _late("objects", "expectations"),
    Factors: _late("tables", "factors"),
    LoyaltyTier: _late("objects", "loyalty_tiers"),
    Matrix: _late("tables", "matrices"),
    ServiceEncounter: _late("objects", "encounters"),
    Text: _late("tables", "texts"),
    Wait: _late("objects", "waits"),
    WaitProfile: _late("tables", "wait_profiles"),
    Weights: _late("tables", "weights"),
}
