"""Which strategy makes which class."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from hypothesis.strategies import SearchStrategy

from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_policy import ClockPolicy
from servicemodel.clock.service_clock import ServiceClock
from servicemodel.complaints.driver_weights import DriverWeights
from servicemodel.complaints.regime import DeadlineStage, Regime
from servicemodel.complaints.service_guarantee import ServiceGuarantee
from servicemodel.complaints.status_mapping import StatusMapping
from servicemodel.complaints.transitions import Transitions
from servicemodel.complaints.zendesk import ClosingRule
from servicemodel.journey import (
    Blueprint,
    BlueprintAction,
    BlueprintLink,
    ImpactCard,
    MomentOfTruth,
    ServiceCycle,
    ServiceStandard,
    TrustEntry,
)
from servicemodel.labels import Text
from servicemodel.objects import (
    Account,
    Complaint,
    ComplaintEvent,
    Customer,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Wait,
)
from servicemodel.survey.instrument import Instrument
from servicemodel.survey.item import Dimension, Item
from servicemodel.survey.scale import Scale
from servicemodel.survey.score import Score
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
    Blueprint: _late("journeys", "blueprints"),
    BlueprintAction: _late("journeys", "blueprint_actions"),
    BlueprintLink: _late("journeys", "blueprint_links"),
    BusinessCalendar: _late("clock", "business_calendars"),
    ClockEvent: _late("clock", "clock_events"),
    ClockPolicy: _late("clock", "clock_policies"),
    Complaint: _late("complaint_lives", "complaints"),
    ComplaintEvent: _late("complaint_lives", "complaint_events"),
    ClosingRule: _late("complaint_lives", "closing_rules"),
    Customer: _late("objects", "customers"),
    CustomerProfile: _late("objects", "customer_profiles"),
    DeadlineStage: _late("promises", "deadline_stages"),
    DriverWeights: _late("complaint_drivers", "driver_weights"),
    Dimension: _late("questionnaires", "dimensions"),
    Expectation: _late("objects", "expectations"),
    Factors: _late("tables", "factors"),
    Instrument: _late("questionnaires", "instruments"),
    Item: _late("questionnaires", "items"),
    ImpactCard: _late("journeys", "impact_cards"),
    LoyaltyTier: _late("objects", "loyalty_tiers"),
    Matrix: _late("tables", "matrices"),
    MomentOfTruth: _late("journeys", "moments_of_truth"),
    Regime: _late("promises", "regimes"),
    Scale: _late("survey", "scales"),
    Score: _late("survey", "scores"),
    ServiceClock: _late("clock", "service_clocks"),
    ServiceCycle: _late("journeys", "service_cycles"),
    ServiceEncounter: _late("objects", "encounters"),
    ServiceGuarantee: _late("promises", "service_guarantees"),
    ServiceStandard: _late("journeys", "service_standards"),
    StatusMapping: _late("complaint_lives", "status_mappings"),
    Text: _late("tables", "texts"),
    Transitions: _late("complaint_lives", "transitions"),
    TrustEntry: _late("journeys", "trust_entries"),
    Wait: _late("objects", "waits"),
    WaitProfile: _late("tables", "wait_profiles"),
    Weights: _late("tables", "weights"),
}
