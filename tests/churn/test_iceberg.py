from __future__ import annotations

from decimal import Decimal
from math import isclose, nextafter

import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import dissatisfied_behind, lifetime_value, sales_behind
from servicemodel.errors import DomainError, MissingError

heard = st.floats(0, 1e9)
rates = st.floats(1e-6, 1)


@given(complaints=heard, rate=rates)
def test_those_behind_are_those_who_complained_and_the_silent(complaints, rate):
    total = dissatisfied_behind(complaints=complaints, complaint_rate=rate)
    silent = total - complaints

    assert silent >= 0
    assert isclose(silent, total * (1 - rate), rel_tol=1e-9, abs_tol=1e-6 * complaints)
    assert isclose(total * rate, complaints, rel_tol=1e-12)


@given(complaints=heard, low=rates, high=rates)
def test_the_more_complain_the_fewer_stand_behind_a_complaint(complaints, low, high):
    low, high = sorted((low, high))
    fewer, more = (dissatisfied_behind(complaints=complaints, complaint_rate=rate) for rate in (high, low))

    assert fewer <= more


@given(complaints=heard)
def test_nobody_is_silent_where_all_complain(complaints):
    assert dissatisfied_behind(complaints=complaints, complaint_rate=1) == complaints


@given(complaints=heard, purchase=st.floats(0, 1e6), rate=rates)
def test_the_sales_are_those_of_everybody_behind_the_complaints(complaints, purchase, rate):
    people = dissatisfied_behind(complaints=complaints, complaint_rate=rate)
    sales = sales_behind(complaints=complaints, annual_purchase=purchase, complaint_rate=rate)

    assert isclose(sales, lifetime_value(annual_sales=purchase, years=people), rel_tol=1e-12, abs_tol=1e-300)


def test_the_default_rate_is_exact_among_decimals():
    assert dissatisfied_behind(complaints=Decimal(3)) == 75
    assert sales_behind(complaints=1, annual_purchase=Decimal("19.99")) == Decimal("499.75")


@pytest.mark.parametrize(
    "inputs",
    [
        {"complaints": Decimal(1), "annual_purchase": 10, "complaint_rate": float("0.04")},
        {"complaints": 1, "annual_purchase": Decimal(10), "complaint_rate": float("0.05")},
    ],
)
def test_another_float_rate_is_refused_among_decimals_even_one_equal_to_the_default(inputs):
    with pytest.raises(TypeError, match="complaint_rate is a float among Decimals; write Decimal"):
        sales_behind(**inputs)


def test_a_rate_is_above_nothing_and_at_most_one():
    assert dissatisfied_behind(complaints=0, complaint_rate=5e-324) == 0
    for rate in (0, -0.04, nextafter(1, 2), 4, float("inf")):
        with pytest.raises(DomainError, match="complaint_rate must be a finite number above 0 and at most 1"):
            dissatisfied_behind(complaints=1, complaint_rate=rate)
        with pytest.raises(DomainError, match="complaint_rate"):
            sales_behind(complaints=1, annual_purchase=1, complaint_rate=rate)


def test_complaints_and_purchases_are_not_negative():
    assert sales_behind(complaints=0, annual_purchase=10) == sales_behind(complaints=10, annual_purchase=0) == 0
    for name in ("complaints", "annual_purchase"):
        with pytest.raises(DomainError, match=f"{name} must be a finite number at least 0"):
            sales_behind(**{"complaints": 1, "annual_purchase": 1, name: -1})
    with pytest.raises(DomainError, match=r"complaints must be .* at index 1 \(1 such value\)"):
        dissatisfied_behind(complaints=[1, -1])


def test_columns_of_small_whole_numbers_do_not_run_over():
    assert dissatisfied_behind(complaints=np.array([200, 255], np.uint8)).tolist() == [5_000.0, 6_375.0]
    assert sales_behind(complaints=np.array([200], np.uint8), annual_purchase=np.array([0.5], np.float32)).tolist() == [
        2_500.0
    ]


def test_missing_complaints_are_an_error_alone_and_missing_in_a_column():
    assert np.isnan(dissatisfied_behind(complaints=[None, 1])).tolist() == [True, False]
    with pytest.raises(MissingError, match="complaints is missing"):
        dissatisfied_behind(complaints=None)
