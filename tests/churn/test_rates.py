from __future__ import annotations

from decimal import Decimal
from math import inf, isclose, nextafter

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from servicemodel import churn_rate, compound_retention, expected_lifetime, retention_rate
from servicemodel.errors import DomainError, MissingError

rates = st.floats(0, 1)


@given(at_start=st.integers(1, 10**9), share=rates, new=st.integers(0, 10**9))
def test_churn_and_retention_of_the_same_period_make_one(at_start, share, new):
    lost = int(at_start * share)
    churn = churn_rate(lost=lost, at_start=at_start)
    retention = retention_rate(at_start=at_start, at_end=at_start - lost + new, new=new)

    assert 0 <= churn <= 1
    assert 0 <= retention <= 1
    assert isclose(churn + retention, 1, rel_tol=1e-12)


@given(retention=rates, first=st.floats(0, 100), second=st.floats(0, 100))
def test_retention_over_one_time_and_another_multiplies(retention, first, second):
    one, other, both = (compound_retention(retention=retention, periods=n) for n in (first, second, first + second))

    assert isclose(one * other, both, rel_tol=1e-12, abs_tol=1e-290)
    assert 0 <= both <= min(one, other) <= 1


@given(retention=st.floats(0.001, 1), periods=st.floats(0.5, 50))
def test_a_rate_turned_into_another_period_and_back_is_itself(retention, periods):
    there = compound_retention(retention=retention, periods=periods)

    assert isclose(compound_retention(retention=there, periods=1 / periods), retention, rel_tol=1e-10)


@given(low=rates, high=rates)
def test_who_is_kept_better_stays_longer(low, high):
    low, high = sorted((low, high))

    assert 1 <= expected_lifetime(retention=low) <= expected_lifetime(retention=high)


@settings(deadline=None)
@given(retention=st.floats(0, 0.95))
def test_the_lifetime_is_the_sum_of_the_chances_to_be_there(retention):
    there = [compound_retention(retention=retention, periods=n) for n in range(600)]

    assert isclose(expected_lifetime(retention=retention), sum(there), rel_tol=1e-9)


def test_who_never_leaves_stays_for_ever_and_who_always_does_one_period():
    assert expected_lifetime(retention=0) == 1
    assert expected_lifetime(retention=nextafter(1, 0)) == 2**53
    assert expected_lifetime(retention=1) == expected_lifetime(retention=1.0) == inf
    assert expected_lifetime(retention=Decimal(1)) == Decimal("Infinity")
    assert expected_lifetime(retention=[1, 0.5, None])[:2].tolist() == [inf, 2.0]


def test_nobody_is_left_of_nobody_except_before_any_time_has_passed():
    assert compound_retention(retention=0, periods=0) == 1
    assert compound_retention(retention=Decimal(0), periods=0) == 1
    assert compound_retention(retention=0, periods=5e-324) == 0
    assert compound_retention(retention=[0.0, 1.0], periods=[0, 1e300]).tolist() == [1.0, 1.0]


def test_as_many_may_be_lost_as_there_were_and_no_more():
    assert churn_rate(lost=0, at_start=7) == 0
    assert churn_rate(lost=7, at_start=7) == 1
    with pytest.raises(DomainError, match=r"lost must be such that .*lost ≤ at_start \(at_start=7\)"):
        churn_rate(lost=nextafter(7, 8), at_start=7)
    with pytest.raises(DomainError, match="lost must be such that") as caught:
        churn_rate(lost=np.array([1, 9, 8], dtype=np.uint8), at_start=[7, 7, 7])
    assert (caught.value.index, caught.value.count) == (1, 2)


def test_new_customers_are_among_those_at_the_end_and_the_kept_among_those_at_the_start():
    assert retention_rate(at_start=100, at_end=15, new=15) == 0
    assert retention_rate(at_start=100, at_end=115, new=15) == 1
    with pytest.raises(DomainError, match=r"new must be such that .*new ≤ at_end \(at_end=15\)"):
        retention_rate(at_start=100, at_end=15, new=16)
    with pytest.raises(
        DomainError, match=r"at_end must be such that .*at_end − new ≤ at_start \(new=15, at_start=100\)"
    ):
        retention_rate(at_start=100, at_end=116, new=15)


def test_unsigned_and_short_columns_neither_wrap_nor_lose_figures():
    counts = {"at_start": [200, 200], "at_end": [250, 100], "new": [100, 100]}
    unsigned = {name: np.array(values, dtype=np.uint8) for name, values in counts.items()}

    assert retention_rate(**unsigned).tolist() == [0.75, 0.0]
    assert (
        compound_retention(retention=np.array([0.98], np.float32), periods=np.array([12], np.uint8))
        == float(np.float32(0.98)) ** 12
    )
    with pytest.raises(DomainError, match="new must be such that"):
        retention_rate(at_start=200, at_end=np.array([50], np.uint8), new=np.array([60], np.uint8))


@pytest.mark.parametrize("function", [churn_rate, retention_rate])
def test_there_must_be_somebody_at_the_start(function):
    rest = {"lost": 0} if function is churn_rate else {"at_end": 0, "new": 0}

    assert function(at_start=5e-324, **rest) == 0
    for value in (0, -1, Decimal("-1E-40")):
        with pytest.raises(DomainError, match="at_start must be a finite number above 0"):
            function(at_start=value, **rest)


def test_a_rate_is_a_share():
    for value in (nextafter(0, -1), nextafter(1, 2), 2, inf):
        with pytest.raises(DomainError, match="retention must be a finite number at least 0 and at most 1"):
            expected_lifetime(retention=value)
        with pytest.raises(DomainError, match="retention"):
            compound_retention(retention=value, periods=1)
    with pytest.raises(DomainError, match="periods must be a finite number at least 0"):
        compound_retention(retention=0.5, periods=-1)


def test_rates_for_money_are_decimals():
    assert churn_rate(lost=5, at_start=Decimal(100)) == Decimal("0.05")
    assert retention_rate(at_start=Decimal(100), at_end=110, new=15) == Decimal("0.95")
    assert compound_retention(retention=Decimal("0.9"), periods=3) == Decimal("0.729")
    assert expected_lifetime(retention=Decimal("0.95")) == 20
    with pytest.raises(TypeError, match="periods is a float among Decimals"):
        compound_retention(retention=Decimal("0.9"), periods=1.5)
    with pytest.raises(TypeError, match="lost is a float among Decimals"):
        churn_rate(lost=5.0, at_start=Decimal(100))
    with pytest.raises(TypeError, match="new is a float among Decimals"):
        retention_rate(at_start=Decimal(100), at_end=110, new=15.0)


@pytest.mark.parametrize("value", [None, float("nan")])
def test_a_missing_rate_is_an_error_alone_and_stays_missing_in_a_column(value):
    with pytest.raises(MissingError, match="retention is missing"):
        expected_lifetime(retention=value)
    assert np.isnan(churn_rate(lost=[value, 1], at_start=4)).tolist() == [True, False]
