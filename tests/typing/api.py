"""Never run, only type-checked: what users see of the types of a number, an array and an expression."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, assert_type

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from servicemodel import (
    ALWAYS_OPEN,
    REGIMES,
    ClockEvent,
    Complaint,
    ComplaintType,
    Deadlines,
    DriverWeights,
    HandlingScript,
    MarketDamage,
    PortfolioCell,
    SatisfactionState,
    TriagePriority,
    WaitCondition,
    account_portfolio,
    add_business_time,
    business_time,
    complaint_likelihood,
    complaint_type,
    deadlines,
    disconfirmation,
    due_date,
    handling_script,
    is_open,
    lifetime_value,
    market_damage,
    perceived_wait,
    recovery_justice,
    resolution_value,
    revenue_at_risk,
    satisfaction_state,
    triage,
)
from servicemodel.evaluate import Expression

array = np.array([1.0, 2.0])

assert_type(disconfirmation(performance=4, expectation=5.0), float)
assert_type(disconfirmation(performance=np.float64(4), expectation=5), float)
assert_type(disconfirmation(performance=array, expectation=5), NDArray[Any])
assert_type(disconfirmation(performance=[4, None], expectation=array), NDArray[Any])
assert_type(disconfirmation(performance=nw.col("rating"), expectation=5), Expression)

assert_type(satisfaction_state(performance=4, expectation=5), SatisfactionState)
assert_type(satisfaction_state(performance=array, expectation=5, tolerance=1), NDArray[Any])
assert_type(satisfaction_state(performance=nw.col("a"), expectation=nw.col("b")), Expression)

assert_type(perceived_wait(minutes=5, conditions=WaitCondition.SOLO | WaitCondition.UNFAIR), float)
assert_type(perceived_wait(minutes=array, conditions=np.array([1, 2])), NDArray[Any])
assert_type(perceived_wait(minutes=nw.col("minutes"), conditions={WaitCondition.SOLO: nw.col("solo")}), Expression)

assert_type(account_portfolio(attractiveness=0.5, strength=0.5), PortfolioCell)
assert_type(account_portfolio(attractiveness=array, strength=0.5, scale=(1, 5)), NDArray[Any])

assert_type(lifetime_value(annual_sales=2400, years=10), float)
assert_type(lifetime_value(annual_sales=Decimal(2400), years=10), Decimal)

monday = datetime(2024, 5, 6, tzinfo=UTC)
assert_type(business_time(start=monday, end=monday, calendar=ALWAYS_OPEN), timedelta)
assert_type(business_time(start=array, end=monday, calendar=ALWAYS_OPEN), NDArray[Any])
assert_type(add_business_time(start=monday, duration=timedelta(hours=8), calendar=ALWAYS_OPEN), datetime)
assert_type(add_business_time(start=[monday, None], duration=array, calendar=ALWAYS_OPEN), NDArray[Any])
assert_type(is_open(at=monday, calendar=ALWAYS_OPEN), bool)
assert_type(is_open(at=[monday, None], calendar=ALWAYS_OPEN), NDArray[Any])

nw.col("a").alias("b")
scored = satisfaction_state(performance=nw.col("a"), expectation=5).alias("state")

weights = DriverWeights(dissatisfaction=1.0)
assert_type(complaint_type(severity="serious", justified=True), ComplaintType)
assert_type(complaint_type(severity=[0, 1, None], justified=True), NDArray[Any])
assert_type(complaint_likelihood(dissatisfaction=1, weights=weights), float)
assert_type(complaint_likelihood(dissatisfaction=array, importance=1, weights=weights), NDArray[Any])
assert_type(complaint_likelihood(dissatisfaction=nw.col("a"), weights=weights), Expression)
complaint = Complaint(id="k", received_at=datetime(2024, 5, 1, tzinfo=UTC))
assert_type(handling_script(complaint), HandlingScript)
assert_type(complaint.type(), ComplaintType)
assert_type(complaint.triage(value="low"), TriagePriority)
assert_type(complaint.clock_log(), tuple[ClockEvent, ...])

assert_type(triage(severity="serious", value="high", justified=True), TriagePriority)
assert_type(triage(severity=[0, 1, None], value="high", justified=True), NDArray[Any])
assert_type(triage(severity=nw.col("s"), value="high", justified=nw.col("j")), Expression)
assert_type(recovery_justice(distributive=1, procedural=0.5, interactional=0), float)
assert_type(recovery_justice(distributive=array, procedural=0.5, interactional=0), NDArray[Any])
assert_type(revenue_at_risk(customers=9, problem_rate=0.3, loyalty_drop=0.25, annual_purchase=200), float)
assert_type(resolution_value(complaints=9, lifetime_value=Decimal(500), loss="major"), Decimal)
stage = REGIMES["cfpb"].stages[0]
assert_type(due_date(counted_from=date(2024, 5, 6), stage=stage, calendar=ALWAYS_OPEN), date)
assert_type(due_date(counted_from=[date(2024, 5, 6), None], stage=stage, calendar=ALWAYS_OPEN), NDArray[Any])
assert_type(deadlines(regime="cfpb", received_at=monday, calendar=ALWAYS_OPEN), Deadlines)
rates = {"satisfied": 0.4, "mollified": 0.3, "satisfied_loss": 0.1, "mollified_loss": 0.3, "dissatisfied_loss": 0.6}
assert_type(
    market_damage(customers=9, problem_rate=0.3, complaint_rate=0.2, silent_loss=0.4, lifetime_value=200, **rates),
    MarketDamage,
)
