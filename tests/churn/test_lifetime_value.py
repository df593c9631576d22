from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import asset_lifetime_value, discounted_lifetime_value, lifetime_value
from servicemodel.errors import DomainError, MissingError

amounts = st.decimals(min_value=0, max_value=10**6, places=2)
counts = st.integers(min_value=0, max_value=100)
factors = st.integers(min_value=0, max_value=10)

CAR = {"service_per_year": 2400, "years_per_asset": 10, "assets": 3, "price": 100_000}


@given(sales=amounts, years=counts, more=counts, factor=factors)
def test_the_value_is_linear_and_adds_up_over_years(sales, years, more, factor):
    value = lifetime_value(annual_sales=sales, years=years)

    assert value >= 0
    assert lifetime_value(annual_sales=factor * sales, years=years) == factor * value
    assert lifetime_value(annual_sales=sales, years=factor * years) == factor * value
    assert lifetime_value(annual_sales=sales, years=years + more) == value + lifetime_value(
        annual_sales=sales, years=more
    )
    assert lifetime_value(annual_sales=sales, years=0) == 0


@given(service=amounts, years=counts, assets=counts, price=amounts, factor=factors)
def test_assets_and_their_service_are_two_streams_that_add_up(service, years, assets, price, factor):
    value = asset_lifetime_value(service_per_year=service, years_per_asset=years, assets=assets, price=price)

    assert value == (service * years + price) * assets
    assert value == lifetime_value(annual_sales=service, years=years * assets) + price * assets
    assert value * factor == asset_lifetime_value(
        service_per_year=service, years_per_asset=years, assets=assets * factor, price=price
    )


@given(sales=st.floats(0, 1e6), years=st.integers(0, 60), retention=st.floats(0, 1), discount=st.floats(0, 1))
def test_without_losses_and_discount_the_value_is_an_upper_bound(sales, years, retention, discount):
    bound = lifetime_value(annual_sales=sales, years=years)
    value = discounted_lifetime_value(margin=sales, retention=retention, discount=discount, periods=years)

    assert value <= bound * (1 + 1e-12)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [("0.10", Decimal("0.30")), ("33.333333", Decimal("99.999999")), ("0", Decimal(0))],
)
def test_money_given_as_decimal_stays_exact(given_, expected):
    value = lifetime_value(annual_sales=Decimal(given_), years=3)

    assert isinstance(value, Decimal)
    assert value == expected


def test_a_car_counted_in_decimals_is_exact():
    exact = asset_lifetime_value(**{**CAR, "price": Decimal("99999.99")})

    assert isinstance(exact, Decimal)
    assert exact == Decimal("371999.97")


def test_a_float_among_decimals_is_refused_by_name():
    with pytest.raises(TypeError, match=r"years is a float among Decimals; write Decimal\('1.5'\)"):
        lifetime_value(annual_sales=Decimal(100), years=1.5)
    with pytest.raises(TypeError, match="price is a float among Decimals"):
        asset_lifetime_value(**{**CAR, "assets": Decimal(3), "price": 99_999.99})
    with pytest.raises(TypeError, match="annual_sales is a Decimal beside an array"):
        lifetime_value(annual_sales=Decimal(100), years=[1, 2])


@pytest.mark.parametrize("name", ["annual_sales", "years"])
def test_nothing_sold_is_the_edge_and_less_is_refused(name):
    fine = {"annual_sales": 100, "years": 3}

    assert lifetime_value(**{**fine, name: 0}) == 0
    for value in (-5e-324, Decimal("-1E-40")):
        with pytest.raises(DomainError, match=f"{name} must be a finite number at least 0"):
            lifetime_value(**{**fine, name: value})


def test_short_and_unsigned_columns_do_not_run_over():
    sales = np.array([200, 255], dtype=np.uint8)
    short = np.array([0.1, 0.2], dtype=np.float32)

    assert lifetime_value(annual_sales=sales, years=sales).tolist() == [40_000.0, 65_025.0]
    assert lifetime_value(annual_sales=short, years=3).tolist() == (short.astype(float) * 3).tolist()


def test_a_missing_value_stays_missing_in_an_array_and_is_an_error_alone():
    answer = asset_lifetime_value(**{**CAR, "price": [100_000, None, np.nan]})

    assert answer[0] == 372_000
    assert np.isnan(answer[1:]).all()
    with pytest.raises(MissingError, match="price is missing"):
        asset_lifetime_value(**{**CAR, "price": None})


def test_an_empty_column_gives_an_empty_answer_and_unlike_lengths_are_refused():
    assert lifetime_value(annual_sales=[], years=10).shape == (0,)
    with pytest.raises(ValueError, match=r"do not broadcast: annual_sales \(2,\), years \(3,\)"):
        lifetime_value(annual_sales=[1, 2], years=[1, 2, 3])


@pytest.mark.parametrize("value", ["100", True, {}, object()])
def test_what_is_no_number_is_a_type_error(value):
    with pytest.raises(TypeError, match="annual_sales must be a finite number"):
        lifetime_value(annual_sales=value, years=1)
