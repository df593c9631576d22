"""Hypothesis strategies for every public object, and for the inputs of every model.

Needs Hypothesis, which nothing else in this library imports. Where it is installed, the objects are registered with it
by themselves: ``st.from_type(Customer)`` works in any project that has this library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from servicemodel.strategies.clock import (
        business_calendars as business_calendars,
        clock_events as clock_events,
        clock_logs as clock_logs,
        clock_policies as clock_policies,
        service_clocks as service_clocks,
    )
    from servicemodel.strategies.complaint_drivers import driver_weights as driver_weights
    from servicemodel.strategies.complaint_lives import (
        closing_rules as closing_rules,
        complaint_events as complaint_events,
        complaints as complaints,
        status_mappings as status_mappings,
        transitions as transitions,
    )
    from servicemodel.strategies.journeys import (
        blueprint_actions as blueprint_actions,
        blueprint_links as blueprint_links,
        blueprints as blueprints,
        impact_cards as impact_cards,
        moments_of_truth as moments_of_truth,
        service_cycles as service_cycles,
        service_standards as service_standards,
        trust_entries as trust_entries,
    )
    from servicemodel.strategies.model_inputs import columns_for as columns_for, inputs as inputs
    from servicemodel.strategies.objects import (
        accounts as accounts,
        customer_profiles as customer_profiles,
        customers as customers,
        encounters as encounters,
        expectations as expectations,
        loyalty_tiers as loyalty_tiers,
        tier_lists as tier_lists,
        waits as waits,
    )
    from servicemodel.strategies.promises import (
        deadline_stages as deadline_stages,
        regimes as regimes,
        service_guarantees as service_guarantees,
    )
    from servicemodel.strategies.questionnaires import (
        dimensions as dimensions,
        instruments as instruments,
        items as items,
    )
    from servicemodel.strategies.survey import scales as scales, scores as scores
    from servicemodel.strategies.tables import (
        bands as bands,
        factors as factors,
        matrices as matrices,
        texts as texts,
        wait_profiles as wait_profiles,
        weights as weights,
    )
    from servicemodel.strategies.values import amounts as amounts, instants as instants, quantities as quantities

#: Names load when they are first used: Hypothesis imports this package on its way to the hook.
_HOMES = {
    "clock": "business_calendars clock_events clock_logs clock_policies service_clocks",
    "complaint_drivers": "driver_weights",
    "complaint_lives": "closing_rules complaint_events complaints status_mappings transitions",
    "journeys": (
        "blueprint_actions blueprint_links blueprints impact_cards moments_of_truth service_cycles service_standards "
        "trust_entries"
    ),
    "model_inputs": "columns_for inputs",
    "objects": ("accounts customer_profiles customers encounters expectations loyalty_tiers tier_lists waits"),
    "promises": "deadline_stages regimes service_guarantees",
    "questionnaires": "dimensions instruments items",
    "survey": "scales scores",
    "tables": "bands factors matrices texts wait_profiles weights",
    "values": "amounts instants quantities",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - a list, sorted, of the names above


def __getattr__(name: str) -> Any:
    """Load a strategy from its home."""
    if name not in _HOME_OF:
        msg = f"module 'servicemodel.strategies' has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"servicemodel.strategies.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    """List the strategies."""
    return list(__all__)
