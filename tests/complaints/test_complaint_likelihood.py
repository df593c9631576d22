"""How likely a dissatisfied customer is to complain: signs, the mean customer, and what is refused."""

from __future__ import annotations

import math

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    COMPLAINT_DRIVERS,
    ComplaintDriver,
    DriverSign,
    DriverWeights,
    complaint_likelihood,
    dissatisfied_behind,
    explain,
    render,
)
from servicemodel.errors import DomainError, MissingError
from servicemodel.strategies import driver_weights

scores = st.floats(-3, 3)
rates = st.floats(0.001, 0.999)
NONE = dict.fromkeys([driver.value for driver in ComplaintDriver], 0.0)
MINE = DriverWeights(dissatisfaction=0.9, expected_cost=-0.6)


def everyone():
    return st.fixed_dictionaries(dict.fromkeys(NONE, scores))


@given(driver_weights(), rates)
def test_the_mean_customer_complains_as_often_as_said(weights, rate):
    assert complaint_likelihood(**NONE, complaint_rate=rate, weights=weights) == pytest.approx(rate, rel=1e-12)


def test_the_default_rate_is_one_in_twenty_five():
    likelihood = complaint_likelihood(dissatisfaction=0, weights=MINE)

    assert likelihood == 0.04
    assert dissatisfied_behind(complaints=1, complaint_rate=likelihood) == 25


@given(driver_weights(), everyone(), rates)
def test_a_likelihood_lies_between_nothing_and_certainty(weights, drivers, rate):
    assert 0 <= complaint_likelihood(**drivers, complaint_rate=rate, weights=weights) <= 1


@given(everyone(), rates)
def test_with_moderate_weights_it_is_strictly_between(drivers, rate):
    weights = DriverWeights(dissatisfaction=1.0, own_fault=-1.0, personality=-0.5)

    assert 0 < complaint_likelihood(**drivers, complaint_rate=rate, weights=weights) < 1


@given(driver_weights(), everyone(), st.sampled_from(ComplaintDriver), scores)
def test_each_driver_moves_it_as_its_sign_says(weights, drivers, driver, other):
    low, high = sorted((drivers[driver], other))
    before = complaint_likelihood(**{**drivers, driver.value: low}, weights=weights)
    after = complaint_likelihood(**{**drivers, driver.value: high}, weights=weights)

    sign = COMPLAINT_DRIVERS.entry_of(driver).sign
    rises = sign is DriverSign.RAISES or (sign is DriverSign.EITHER and getattr(weights, driver.value) >= 0)
    assert after >= before - 1e-15 if rises else after <= before + 1e-15


@given(driver_weights(), everyone())
def test_the_log_odds_are_the_weighted_sum(weights, drivers):
    likelihood = complaint_likelihood(**drivers, complaint_rate=0.5, weights=weights)
    total = sum(getattr(weights, name) * value for name, value in drivers.items())

    assert math.log(likelihood / (1 - likelihood)) == pytest.approx(total, abs=1e-6)


@given(driver_weights(), everyone(), rates, rates)
def test_it_rises_with_the_rate(weights, drivers, first, second):
    low, high = sorted((first, second))

    assert complaint_likelihood(**drivers, complaint_rate=low, weights=weights) <= complaint_likelihood(
        **drivers, complaint_rate=high, weights=weights
    )


def test_the_seven_drivers_are_eight_terms_as_benefit_and_cost_are_told_apart():
    numbers = [entry.number for entry in COMPLAINT_DRIVERS.entries]

    assert sorted(set(numbers)) == list(range(1, 8))
    assert [e.key.value for e in COMPLAINT_DRIVERS.entries if e.number == 3] == ["expected_benefit", "expected_cost"]
    assert [field.name for field in attrs.fields(DriverWeights)] == [driver.value for driver in ComplaintDriver]


def test_very_large_weights_end_at_certainty_without_a_warning():
    steep = DriverWeights(dissatisfaction=1e6)

    assert complaint_likelihood(dissatisfaction=10, weights=steep) == 1
    assert complaint_likelihood(dissatisfaction=-10, weights=steep) == 0
    assert complaint_likelihood(dissatisfaction=[10.0, -10.0], weights=steep).tolist() == [1, 0]


@pytest.mark.parametrize("rate", [0, 1, -0.1, 1.1])
def test_a_rate_of_nobody_or_everybody_leaves_nothing_to_move(rate):
    with pytest.raises(DomainError, match="complaint_rate must be a finite number above 0 and below 1"):
        complaint_likelihood(dissatisfaction=0, complaint_rate=rate, weights=MINE)


def test_a_driver_that_is_no_standard_score_is_refused():
    with pytest.raises(DomainError, match="importance must be a finite number at least -10 and at most 10"):
        complaint_likelihood(dissatisfaction=0, importance=85, weights=MINE)
    assert np.isfinite(complaint_likelihood(dissatisfaction=10, importance=-10, weights=MINE))


@pytest.mark.parametrize("weights", [None, {"dissatisfaction": 1}, 0.9])
def test_the_weights_must_be_yours_and_checked(weights):
    with pytest.raises(TypeError, match="weights must be a DriverWeights"):
        complaint_likelihood(dissatisfaction=0, weights=weights)


@pytest.mark.parametrize("entry", COMPLAINT_DRIVERS.entries, ids=lambda entry: entry.key.value)
def test_a_weight_of_the_wrong_sign_is_refused(entry):
    name = entry.key.value
    for value in (-0.5, 0.5):
        if (value < 0 and entry.sign is DriverSign.RAISES) or (value > 0 and entry.sign is DriverSign.LOWERS):
            with pytest.raises(DomainError, match=rf"weights\.{name} must be a finite number of at"):
                DriverWeights(**{name: value})
        else:
            assert getattr(DriverWeights(**{name: value}), name) == value


def test_a_weight_that_is_no_finite_number_is_refused():
    with pytest.raises(MissingError, match=r"weights\.importance is missing"):
        DriverWeights(importance=None)
    with pytest.raises(MissingError, match=r"weights\.importance is missing"):
        DriverWeights(importance=math.nan)
    for value in (math.inf, -math.inf):
        with pytest.raises(DomainError, match=r"weights\.personality must be a finite number"):
            DriverWeights(personality=value)
    for value in (True, "1"):
        with pytest.raises(TypeError, match=r"weights\.own_fault must be a number"):
            DriverWeights(own_fault=value)


def test_weights_print_themselves_in_both_languages():
    assert "degree of dissatisfaction: 0.9" in str(MINE)
    assert "预期的代价：−0.6" in MINE.describe("zh")
    assert MINE._repr_html_() == MINE.to_html()
    assert render.to_html(MINE, "zh") == MINE.to_html("zh")


@pytest.mark.parametrize(
    ("drivers", "english", "chinese"),
    [
        ({"dissatisfaction": 0}, "nothing moves it from the 4 %", "没有因素使其偏离平均顾客的 4%"),
        ({"dissatisfaction": 1, "expected_cost": 0.5}, "dissatisfaction moves it up most, by 0.9", "提高 0.9"),
        ({"dissatisfaction": 1, "expected_cost": 2}, "cost of complaining moves it down most, by 1.2", "降低 1.2"),
    ],
)
def test_the_driver_that_moves_it_most_is_named(drivers, english, chinese):
    assert english in explain(complaint_likelihood, **drivers, weights=MINE)
    assert chinese in explain(complaint_likelihood, language="zh", **drivers, weights=MINE)
