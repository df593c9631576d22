"""An object's method is the model applied to its fields; what is missing is named."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    NEUTRAL,
    PolicyZone,
    PortfolioCell,
    PromiseState,
    PurchaseClass,
    SatisfactionState,
    ToleranceZone,
    WaitCondition,
    account_portfolio,
    directional_policy,
    lifetime_value,
    loyalty_tier,
    perceived_wait,
    policy_zone,
    promise_state,
    purchase_class,
    repurchase_intention,
    satisfaction_state,
    service_adequacy,
    service_superiority,
    tolerance_zone,
    wait_disconfirmation,
    wait_tolerance,
)
from servicemodel.churn import ComplaintOutcome, LossSize
from servicemodel.complaints import Severity
from servicemodel.errors import DomainError, MissingError
from servicemodel.objects import (
    FLAT_COLUMNS,
    Account,
    Complaint,
    Customer,
    CustomerProfile,
    Expectation,
    ServiceEncounter,
    Wait,
)
from servicemodel.strategies import (
    accounts,
    complaints,
    customers,
    encounters,
    expectations,
    instants,
    tier_lists,
    waits,
)
from servicemodel.strategies.registry import REGISTRY

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")


# --- expectation and encounter ----------------------------------------------------------------------------------------


def test_an_expectation_needs_a_level_or_an_adequate():
    assert Expectation(adequate=3).level is None
    for values in ({}, {"desired": 5}, {"tolerance": 1}):
        with pytest.raises(MissingError, match="no level and no adequate"):
            Expectation(**values)


def test_desired_is_at_least_adequate():
    assert Expectation(adequate=6, desired=6).desired == 6
    with pytest.raises(DomainError, match=r"Expectation\.desired must be at least adequate \(6\.0\); got 5\.9"):
        Expectation(adequate=6, desired=5.9)


@pytest.mark.parametrize(
    ("performance", "state"), [(3.9, "dissatisfied"), (4, "satisfied"), (7, "satisfied"), (7.1, "delighted")]
)
def test_an_encounter_uses_both_tolerances_of_its_expectation(performance, state):
    visit = ServiceEncounter(
        id="v", performance=performance, expectation=Expectation(level=5, tolerance=1, tolerance_above=2)
    )

    assert visit.satisfaction_state() is SatisfactionState(state)
    assert visit.try_satisfaction_state() is SatisfactionState(state)


def test_an_encounter_in_the_zone_of_tolerance():
    visit = ServiceEncounter(id="v", performance=7.00, expectation=Expectation(adequate=6.51, desired=7.88))

    assert visit.tolerance_zone() is ToleranceZone.WITHIN_ZONE
    assert visit.service_adequacy() == pytest.approx(0.49)
    assert visit.service_superiority() == pytest.approx(-0.88)
    with pytest.raises(MissingError, match=r"ServiceEncounter 'v' has no expectation\.level"):
        visit.satisfaction_state()
    assert visit.try_satisfaction_state() is None


@given(encounters())
def test_an_encounter_answers_as_the_models_do_or_names_what_is_missing(visit):
    expectation = visit.expectation
    cases = [
        (visit.disconfirmation, {"expectation.level"}, lambda p, e: p - e.level),
        (
            visit.satisfaction_state,
            {"expectation.level"},
            lambda p, e: satisfaction_state(
                performance=p, expectation=e.level, tolerance=e.tolerance, tolerance_above=e.tolerance_above
            ),
        ),
        (
            visit.tolerance_zone,
            {"expectation.adequate", "expectation.desired"},
            lambda p, e: tolerance_zone(performance=p, adequate=e.adequate, desired=e.desired),
        ),
        (
            visit.service_adequacy,
            {"expectation.adequate"},
            lambda p, e: service_adequacy(performance=p, adequate=e.adequate),
        ),
        (
            visit.service_superiority,
            {"expectation.desired"},
            lambda p, e: service_superiority(performance=p, desired=e.desired),
        ),
    ]
    for ask, fields, model in cases:
        lacking = {name for name in ("performance", "expectation") if getattr(visit, name) is None} or {
            name for name in fields if getattr(expectation, name.partition(".")[2]) is None
        }
        if lacking:
            with pytest.raises(MissingError) as caught:
                ask()
            assert all(f"no {name}" in str(caught.value) for name in lacking)
            assert repr(visit.id) in str(caught.value)
        else:
            assert ask() == model(visit.performance, expectation)


@given(encounters())
def test_trying_answers_none_only_where_asking_would_raise(visit):
    answer = visit.try_satisfaction_state()

    if answer is None:
        with pytest.raises(MissingError):
            visit.satisfaction_state()
    else:
        assert answer is visit.satisfaction_state()


@given(encounters(), instants())
def test_an_encounter_and_a_complaint_keep_promises_as_the_model_says(visit, as_of):
    expected = promise_state(promised_at=visit.promised_at, completed_at=visit.completed_at, as_of=as_of)
    complaint = Complaint(id="k", received_at=NOON, due_at=visit.promised_at, resolved_at=visit.completed_at)

    assert visit.promise_state(as_of=as_of) is expected
    assert complaint.promise_state(as_of=as_of) is expected


def test_an_encounter_may_end_when_it_starts_but_not_before():
    assert ServiceEncounter(id="v", started_at=NOON, ended_at=NOON).ended_at == NOON
    with pytest.raises(
        DomainError, match=r"ServiceEncounter\.ended_at must be no earlier than started_at \(2024-05-01T12:00"
    ):
        ServiceEncounter(id="v", started_at=NOON, ended_at=NOON - timedelta(microseconds=1))


def test_the_order_of_instants_is_told_by_time_and_not_by_the_clock_on_the_wall():
    before = datetime(2024, 11, 3, 1, 50, tzinfo=NEW_YORK, fold=0)  # summer time; ten minutes later it is 1:00 again
    after = datetime(2024, 11, 3, 1, 10, tzinfo=NEW_YORK, fold=1)

    assert ServiceEncounter(id="v", started_at=before, ended_at=after).started_at == before
    with pytest.raises(DomainError, match="no earlier than started_at"):
        ServiceEncounter(id="v", started_at=after, ended_at=before)


def test_instants_at_the_ends_of_the_calendar_compare_too():
    first = datetime.min.replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    last = datetime.max.replace(tzinfo=NEW_YORK)

    assert ServiceEncounter(id="v", started_at=first, ended_at=last).ended_at == last


def test_promised_before_started_is_kept_as_recorded():
    assert ServiceEncounter(id="v", started_at=NOON, promised_at=NOON - timedelta(days=1)).promised_at < NOON


# --- wait -------------------------------------------------------------------------------------------------------------


@given(waits())
def test_a_wait_answers_as_the_models_do(wait):
    felt = perceived_wait(minutes=wait.minutes, conditions=wait.conditions)

    assert wait.perceived() == felt
    assert wait.perceived(profile=NEUTRAL) == pytest.approx(wait.minutes, rel=1e-12)
    if wait.expected_minutes is None:
        with pytest.raises(MissingError, match="Wait has no expected_minutes"):
            wait.disconfirmation()
    else:
        expected = wait_disconfirmation(expected_minutes=wait.expected_minutes, perceived_minutes=felt)
        assert wait.disconfirmation() == expected
    if wait.acceptable_minutes is None:
        with pytest.raises(MissingError, match="Wait has no acceptable_minutes"):
            wait.tolerance()
    else:
        assert wait.tolerance() == wait_tolerance(minutes=wait.acceptable_minutes, value=wait.value)


def test_a_wait_feels_as_long_as_published_and_the_profile_is_passed_on():
    wait = Wait(minutes=10, conditions=WaitCondition(1 | 2 | 8 | 16 | 128), expected_minutes=10)

    assert wait.perceived() == pytest.approx(11.718087346816, rel=1e-12)
    assert wait.disconfirmation(profile=NEUTRAL) == pytest.approx(0, abs=1e-12)


# --- customer and account ---------------------------------------------------------------------------------------------


@given(customers(), tier_lists())
def test_a_customer_answers_as_the_models_do_or_names_what_is_missing(customer, tiers):
    if customer.annual_sales is None:
        with pytest.raises(MissingError, match="no annual_sales"):
            customer.loyalty_tier(tiers=tiers)
    else:
        assert customer.loyalty_tier(tiers=tiers) == loyalty_tier(spend=customer.annual_sales, tiers=tiers)
    if customer.annual_sales is None or customer.expected_years is None:
        with pytest.raises(MissingError, match=r"Customer .* has no (annual_sales|expected_years)"):
            customer.lifetime_value()
    else:
        value = customer.lifetime_value()
        assert type(value) is Decimal
        assert value == lifetime_value(annual_sales=customer.annual_sales, years=Decimal(repr(customer.expected_years)))


def test_what_a_customer_is_worth_is_exact():
    assert str(Customer(id="c", annual_sales=Decimal("0.10"), expected_years=3).lifetime_value()) == "0.30"
    assert Customer(id="c", annual_sales=Decimal("0.10"), expected_years=0.1).lifetime_value() == Decimal("0.01")


@given(accounts())
def test_an_account_answers_as_the_models_do_or_names_what_is_missing(account):
    scores = {"attractiveness": account.attractiveness, "strength": account.strength}
    for ask, model in (
        (account.portfolio_cell, account_portfolio),
        (account.directional_policy, directional_policy),
        (account.policy_zone, policy_zone),
    ):
        lacking = [name for name, score in scores.items() if score is None]
        if lacking:
            with pytest.raises(MissingError, match=" and no ".join(f"{name}" for name in lacking)):
                ask()
        else:
            assert ask() is model(**scores)
    if account.current is None or account.capacity is None:
        with pytest.raises(MissingError, match=r"Account .* has no (current|capacity)"):
            account.purchase_class()
    else:
        assert account.purchase_class() is purchase_class(
            current=account.current, capacity=account.capacity, influential=account.influential
        )


def test_an_account_passes_options_on():
    account = Account(id="a", attractiveness=0.4, strength=0.6, current=0, capacity=0, influential=True)

    assert account.portfolio_cell() is PortfolioCell.MAINTAIN
    assert account.portfolio_cell(midpoint=0.4) is PortfolioCell.INVEST_FOR_GROWTH
    assert account.policy_zone() in PolicyZone
    assert account.purchase_class() is PurchaseClass.VIP


# --- complaint --------------------------------------------------------------------------------------------------------


def test_severity_is_ordered_and_ordinary_unless_said():
    assert Severity.ORDINARY < Severity.SERIOUS
    assert Complaint(id="k", received_at=NOON).severity is Severity.ORDINARY


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [(None, "unresolved"), (23, "resolved_quickly"), (24, "resolved_quickly"), (24.01, "resolved"), (49, "unresolved")],
)
def test_an_outcome_is_quick_up_to_and_at_the_time_given(hours, outcome):
    resolved = None if hours is None else NOON + timedelta(hours=hours)
    complaint = Complaint(id="k", received_at=NOON, resolved_at=resolved)
    asked = {"as_of": NOON + timedelta(hours=48), "quickly_within": timedelta(hours=24)}

    assert complaint.outcome(**asked) is ComplaintOutcome(outcome)
    assert complaint.repurchase_intention(loss=LossSize.MAJOR, **asked) == repurchase_intention(
        outcome=outcome, loss=LossSize.MAJOR
    )


def test_an_answer_given_at_the_instant_asked_about_has_been_given():
    complaint = Complaint(id="k", received_at=NOON, resolved_at=NOON + timedelta(hours=2))

    assert complaint.outcome(as_of=NOON + timedelta(hours=2), quickly_within=timedelta(0)) is ComplaintOutcome.RESOLVED


def test_an_outcome_before_the_complaint_or_without_a_zone_is_refused():
    complaint = Complaint(id="k", received_at=NOON)

    for as_of in (NOON - timedelta(seconds=1), NOON.replace(tzinfo=None)):
        with pytest.raises(DomainError, match="as_of must be a datetime with a time zone, no earlier than received_at"):
            complaint.outcome(as_of=as_of, quickly_within=timedelta(1))
    with pytest.raises(DomainError, match="quickly_within must be a duration of at least 0"):
        complaint.outcome(as_of=NOON, quickly_within=timedelta(-1))
    with pytest.raises(TypeError, match="as_of must be a datetime; got str"):
        complaint.outcome(as_of="2024-05-01", quickly_within=timedelta(1))
    with pytest.raises(TypeError, match="quickly_within must be a timedelta; got int"):
        complaint.outcome(as_of=NOON, quickly_within=1)


def test_an_answer_recorded_before_the_complaint_is_not_called_quick():
    complaint = Complaint(id="k", received_at=NOON, resolved_at=NOON - timedelta(microseconds=1))

    with pytest.raises(DomainError, match=r"Complaint\.resolved_at must be no earlier than received_at"):
        complaint.outcome(as_of=NOON, quickly_within=timedelta(1))
    assert attrs.evolve(complaint, resolved_at=NOON).outcome(as_of=NOON, quickly_within=timedelta(0)) is (
        ComplaintOutcome.RESOLVED_QUICKLY
    )


@given(complaints())
def test_a_promise_of_an_answer_is_not_made_by_itself(complaint):
    state = complaint.promise_state(as_of=complaint.received_at)

    assert (state is PromiseState.NOT_PROMISED) == (complaint.due_at is None)


@given(st.one_of([REGISTRY[kind](kind) for kind in (*FLAT_COLUMNS, CustomerProfile, Expectation, Wait)]))
def test_objects_travel_between_processes_and_can_be_changed_by_copying(made):
    assert pickle.loads(pickle.dumps(made)) == made
    assert attrs.evolve(made) == made


@given(expectations())
def test_an_expectation_is_always_usable(expectation):
    assert expectation.level is not None or expectation.adequate is not None
    assert expectation.tolerance >= 0
