"""What the strategies make is valid, reaches the edges, and is what the models take."""

from __future__ import annotations

import importlib
import math
import sys
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs
import pytest
from hypothesis import HealthCheck, find, given, settings, strategies as st

from servicemodel import (
    CATALOGUE,
    Bands,
    Factors,
    Text,
    WaitCondition,
    Weights,
    loyalty_tier,
    model_of,
    perceived_wait,
    strategies,
)
from servicemodel.arguments import Argument, Quantity, Requirement
from servicemodel.errors import MissingError, ServiceModelError
from servicemodel.objects import Customer, Expectation, ServiceEncounter
from servicemodel.strategies import hook, values
from servicemodel.strategies.model_inputs import _values
from servicemodel.strategies.registry import REGISTRY
from thoroughness import at_most

NUMBER = Quantity(name="number", unit=Text("points", "分"), meaning=Text("a number", "数"))
patient = settings(
    max_examples=at_most(40), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def quantity(**edges):
    return attrs.evolve(NUMBER, **edges)


# --- objects ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", REGISTRY, ids=lambda kind: kind.__name__)
@settings(patient, max_examples=at_most(15))
@given(data=st.data())
def test_every_registered_class_is_made_by_its_strategy(kind, data):
    made = data.draw(REGISTRY[kind](kind))

    assert type(made) is kind
    assert attrs.evolve(made) == made


@pytest.mark.parametrize("name", strategies.__all__)
def test_a_public_strategy_is_found_under_its_name_however_often(name):
    for _ in range(2):
        assert callable(getattr(strategies, name))
    assert name in dir(strategies)
    assert getattr(strategies, name).__doc__


def test_an_unknown_strategy_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'unheard_of'"):
        strategies.unheard_of  # noqa: B018


@pytest.mark.slow  # a search of thousands of examples
@pytest.mark.parametrize(
    ("make", "reached"),
    [
        (strategies.encounters, lambda v: v.started_at is not None and v.started_at == v.ended_at),
        (strategies.encounters, lambda v: len(v.waits) > 1),
        (strategies.expectations, lambda e: e.adequate is not None and e.adequate == e.desired),
        (strategies.expectations, lambda e: e.level is None),
        (strategies.waits, lambda w: w.minutes == 0),
        (strategies.waits, lambda w: w.conditions == sum(WaitCondition)),
        (strategies.waits, lambda w: w.conditions == 0),
        (strategies.accounts, lambda a: a.attractiveness == 1 and a.strength == 0.5),
        (strategies.accounts, lambda a: a.current == 4),
        (strategies.customers, lambda c: c.profile is not None and c.profile.purchases),
        (strategies.customers, lambda c: c.annual_sales == 0),
        (strategies.tier_lists, lambda tiers: len(tiers) == 1),
        (strategies.tier_lists, lambda tiers: len(tiers) == 5),
        (strategies.bands, lambda b: any(row.low == row.high for row in b.rows)),
        (strategies.factors, lambda f: f.key_type is WaitCondition and len(f.rows) < len(WaitCondition)),
        (strategies.weights, lambda w: any(row.weight == 0 for row in w.rows)),
        (strategies.complaints, lambda c: c.resolved_at is not None and not c.events),
        (strategies.complaints, lambda c: c.has_been("rejected") and not c.is_open and c.satisfied),
        (strategies.complaints, lambda c: c.has_been("escalated_internally") and c.has_been("escalated_externally")),
        (strategies.complaints, lambda c: c.events and c.events[0].state == "accepted"),
        (strategies.closing_rules, lambda rule: rule.shortest == rule.longest),
    ],
)  # fmt: skip
def test_edges_are_reached(make, reached):
    found = find(make(), reached, settings=settings(patient, max_examples=5000))

    assert reached(found)


@settings(patient)
@given(strategies.tier_lists(), strategies.amounts(at_least=0))
def test_tiers_are_a_programme(tiers, spend):
    assert loyalty_tier(spend=spend, tiers=tiers) in tiers


@settings(patient)
@given(strategies.encounters(most_waits=1))
def test_the_number_of_waits_can_be_limited(visit):
    assert len(visit.waits) <= 1


@settings(patient)
@given(strategies.accounts(currency="EUR"))
def test_accounts_can_share_a_currency(account):
    assert account.currency == "EUR"


@settings(patient)
@given(strategies.wait_profiles(), strategies.waits())
def test_a_drawn_profile_works(profile, wait):
    assert perceived_wait(minutes=wait.minutes, conditions=wait.conditions, profile=profile) >= 0


@settings(patient)
@given(strategies.bands(), st.floats(-1e10, 1e10))
def test_drawn_bands_hold_every_number_once(bands, number):
    assert isinstance(bands, Bands)
    assert sum(number in row for row in bands.rows) == 1


@settings(patient)
@given(strategies.factors(), strategies.weights())
def test_drawn_factors_and_weights_can_be_used(factors, weights):
    assert isinstance(factors, Factors)
    assert isinstance(weights, Weights)
    assert (factors.products > 0).all()
    assert math.isclose(sum(weights.shares.values()), 1)


# --- values -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "argument",
    [
        quantity(),
        quantity(at_least=0),
        quantity(above=0),
        quantity(above=0, below=1),
        quantity(at_least=0, at_most=1),
        quantity(above=-1),
        quantity(at_least=0, whole=True),
        quantity(at_least=0, at_most=4, whole=True),
        quantity(above=0, at_most=1e-12),
        quantity(whole=True),
    ],
    ids=lambda argument: argument.allowed(),
)
@settings(patient)
@given(data=st.data())
def test_numbers_are_in_the_range_of_their_argument(argument, data):
    number = data.draw(values.quantities(argument))

    assert argument.holds(number)
    assert type(number) is (int if argument.whole else float)
    if argument.limits[1] > 1e-9:
        exact = data.draw(values.exact_quantities(argument))
        assert argument.holds(exact)
        assert type(exact) is (int if argument.whole else Decimal)


@settings(patient)
@given(strategies.instants(), strategies.instants(utc=True))
def test_instants_are_aware_and_stand_for_one_instant_only(instant, in_utc):
    assert instant == instant.astimezone(UTC)
    assert in_utc.tzinfo is UTC


def test_a_system_without_a_zone_database_has_instants_too(monkeypatch):
    def unknown(name):
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(values, "ZoneInfo", unknown)

    assert len(values._zones()) == 3


def test_a_clock_time_that_occurs_twice_or_never_is_known():
    zone = ZoneInfo("America/New_York")

    assert not values.settled(datetime(2024, 11, 3, 1, 30, tzinfo=zone))
    assert not values.settled(datetime(2024, 3, 10, 2, 30, tzinfo=zone))
    assert values.settled(datetime(2024, 7, 1, 2, 30, tzinfo=zone))


# --- inputs of models -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", CATALOGUE, ids=lambda model: model.name)
@patient
@given(data=st.data())
def test_inputs_are_taken_whatever_is_left_out(model, data):
    drawn = data.draw(strategies.inputs(model))
    left_out = data.draw(st.sets(st.sampled_from(sorted(model.defaults)))) if model.defaults else set()

    assert list(drawn) == [argument.name for argument in model.arguments]
    model.function(**{name: value for name, value in drawn.items() if name not in left_out}, **model.example)


@pytest.mark.parametrize("model", [m for m in CATALOGUE if m.decimal], ids=lambda model: model.name)
@patient
@given(data=st.data())
def test_money_is_exact_or_not_as_asked(model, data):
    numbers = [a.name for a in model.arguments if isinstance(a, Quantity) and not a.whole]
    exact = data.draw(strategies.inputs(model, exact=True))
    inexact = data.draw(strategies.inputs(model, exact=False))

    assert {type(exact[name]) for name in numbers} <= {Decimal, type(None)}
    assert {type(inexact[name]) for name in numbers} <= {float, type(None)}


@pytest.mark.parametrize("exact", [True, False])
@patient
@given(data=st.data())
def test_requirements_hold_with_an_inexact_default_among_exact_numbers_too(exact, data):
    few = Requirement(
        arguments=("complaints", "complaint_rate"),
        text=Text("complaints × complaint_rate < 100", "complaints × complaint_rate < 100"),
        holds=lambda complaints, complaint_rate: complaints * complaint_rate < 100,
    )
    model = attrs.evolve(model_of("dissatisfied_behind"), requirements=(few,))

    drawn = data.draw(strategies.inputs(model, exact=exact))

    assert drawn["complaints"] * drawn["complaint_rate"] < 100
    assert float(drawn["complaints"]) * 0.04 < 100


@pytest.mark.parametrize("name", ["satisfaction_state", "tolerance_zone"])
def test_equal_values_come_together(name):
    found = find(
        strategies.inputs(name),
        lambda drawn: len(set(list(drawn.values())[:2])) == 1,
        settings=settings(patient, max_examples=2000),
    )

    assert len(found) >= 2


def test_a_done_on_time_promise_is_reached():
    found = find(
        strategies.inputs("promise_state"),
        lambda drawn: drawn["promised_at"] is not None and drawn["promised_at"] == drawn["completed_at"],
        settings=settings(patient, max_examples=5000),
    )

    assert found["promised_at"].tzinfo is UTC


@pytest.mark.parametrize("model", [m for m in CATALOGUE if m.columns], ids=lambda model: model.name)
@settings(patient, max_examples=at_most(15))
@given(data=st.data())
def test_columns_have_a_row_each_of_what_a_model_takes(model, data):
    whole = data.draw(strategies.columns_for(model, missing=False, most_rows=4))
    holed = data.draw(strategies.columns_for(model, most_rows=4))

    assert {len(column) for column in whole.values()} <= {1, 2, 3, 4}
    assert len({len(column) for column in whole.values()}) == 1
    for row in zip(*whole.values(), strict=True):
        model.function(**dict(zip(whole, row, strict=True)), **model.example)
    for row in zip(*holed.values(), strict=True):
        given_values = dict(zip(holed, row, strict=True))
        needed = [a.name for a in model.arguments if not a.optional and a.name not in model.defaults]
        if any(given_values[name] is None for name in needed):
            with pytest.raises(MissingError):
                model.function(**given_values, **model.example)


def test_an_argument_of_a_new_kind_needs_a_strategy_of_its_own():
    with pytest.raises(TypeError, match="there is no strategy for arguments of the kind Argument"):
        _values(Argument(name="x", meaning=Text("x", "甲")), exact=False, largest=1.0)


# --- the hook ---------------------------------------------------------------------------------------------------------


def test_the_hook_registers_every_class():
    hook.register()

    for kind in (Customer, Expectation, ServiceEncounter):
        assert isinstance(find(st.from_type(kind), lambda _: True), kind)


def test_the_hook_leaves_hypothesis_alone_where_a_part_cannot_be_imported(monkeypatch):
    monkeypatch.delitem(sys.modules, "servicemodel.strategies.registry")
    monkeypatch.setitem(sys.modules, "servicemodel.objects", None)

    hook.register()

    with pytest.raises(ImportError):
        importlib.import_module("servicemodel.strategies.registry")


@settings(patient)
@given(strategies.complaints())
def test_no_complaint_is_answered_before_it_is_received(complaint):
    assert complaint.resolved_at is None or complaint.resolved_at >= complaint.received_at


@pytest.mark.parametrize("largest", [0.001, 1, 3])
@settings(patient)
@given(data=st.data())
def test_no_number_is_larger_than_asked(largest, data):
    for argument in (NUMBER, quantity(whole=True)):
        assert abs(data.draw(values.quantities(argument, largest=largest))) <= largest


def test_decimals_are_not_promised_for_a_model_that_takes_none():
    with pytest.raises(ServiceModelError, match="satisfaction_state takes no Decimal; leave exact out"):
        strategies.inputs("satisfaction_state", exact=True)
