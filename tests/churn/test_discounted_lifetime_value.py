from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf, isclose, nextafter

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from servicemodel import CashTiming, discounted_lifetime_value, explain, margin_multiple
from servicemodel.errors import DomainError, LabelError, MissingError

retentions = st.floats(0, 0.95)
discounts = st.floats(0, 1)
growths = st.floats(-1, 0.02)
margins = st.floats(0.01, 1e6)
timings = st.sampled_from(CashTiming)

GUPTA = {"margin": 100, "retention": 0.8, "discount": 0.10}


def brute_force(*, margin, retention, discount, growth, periods, timing):
    """Add the margins up one by one, in fractions, as the docstring lists them."""
    m, r, i, g = map(Fraction, (margin, retention, discount, growth))
    total = Fraction(0)
    for n in range(periods):
        if timing is CashTiming.START:
            total += m * (1 + g) ** n * r**n / (1 + i) ** n
        elif timing is CashTiming.END_CERTAIN:
            total += m * (1 + g) ** n * r**n / (1 + i) ** (n + 1)
        else:
            total += m * (1 + g) ** n * r ** (n + 1) / (1 + i) ** (n + 1)
    return float(total)


@settings(deadline=None)
@given(
    margin=st.floats(-1e6, 1e6),
    retention=st.floats(0, 1),
    discount=st.floats(-0.5, 2),
    growth=st.floats(-1, 2),
    periods=st.integers(0, 12),
    timing=timings,
)
def test_over_some_periods_every_timing_is_the_sum_of_its_margins(**inputs):
    assert isclose(discounted_lifetime_value(**inputs), brute_force(**inputs), rel_tol=1e-11, abs_tol=1e-290)


@settings(deadline=None)
@given(margin=margins, retention=retentions, discount=discounts, growth=growths, timing=timings)
def test_for_ever_every_timing_is_the_sum_of_its_margins_cut_far_out(margin, retention, discount, growth, timing):
    value = discounted_lifetime_value(
        margin=margin, retention=retention, discount=discount, growth=growth, timing=timing
    )
    flows = margin if timing is CashTiming.START else margin / (1 + discount)
    flows *= retention if timing is CashTiming.END_CONDITIONAL else 1
    total = 0.0
    for _ in range(1000):  # 0.95 × 1.02 to the thousandth is 2e-14
        total += flows
        flows *= retention * (1 + growth) / (1 + discount)

    assert isclose(value, total, rel_tol=1e-9, abs_tol=1e-300)


@given(margin=margins, retention=retentions, discount=discounts, growth=growths, periods=st.none() | st.integers(0, 60))
def test_the_three_timings_differ_by_one_discount_and_one_retention(margin, retention, discount, growth, periods):
    value = {
        timing: discounted_lifetime_value(
            margin=margin, retention=retention, discount=discount, growth=growth, periods=periods, timing=timing
        )
        for timing in CashTiming
    }

    assert isclose(value[CashTiming.START], (1 + discount) * value[CashTiming.END_CERTAIN], rel_tol=1e-12)
    assert isclose(
        value[CashTiming.END_CONDITIONAL], retention * value[CashTiming.END_CERTAIN], rel_tol=1e-12, abs_tol=1e-300
    )


@given(margin=margins, retention=retentions, discount=discounts)
def test_for_ever_at_the_start_is_one_margin_more_than_at_the_end(margin, retention, discount):
    inputs = {"margin": margin, "retention": retention, "discount": discount}
    at_end = discounted_lifetime_value(**inputs)

    assert isclose(discounted_lifetime_value(**inputs, timing="start"), margin + at_end, rel_tol=1e-12)
    multiple = margin_multiple(retention=retention, discount=discount)
    assert isclose(at_end, margin * multiple, rel_tol=1e-12, abs_tol=1e-300)


@given(
    inputs=st.fixed_dictionaries(
        {"margin": margins, "retention": retentions, "discount": discounts, "growth": growths}
    ),
    periods=st.none() | st.integers(0, 60),
    timing=timings,
    data=st.data(),
)
def test_the_value_rises_with_margin_retention_and_growth_and_falls_with_discount(inputs, periods, timing, data):
    name = data.draw(st.sampled_from(sorted(inputs)))
    ranges = {"margin": (0.01, 1e6), "retention": (0, 0.95), "discount": (0, 1), "growth": (-1, 0.02)}
    other = data.draw(st.floats(*ranges[name]))
    low, high = sorted((inputs[name], other))
    less, more = (
        discounted_lifetime_value(**{**inputs, name: value}, periods=periods, timing=timing) for value in (low, high)
    )
    if name == "discount":
        less, more = more, less

    assert less <= more * (1 + 1e-12)


@given(retention=retentions, discount=discounts, growth=growths, factor=st.floats(-100, 100))
def test_the_value_is_linear_in_the_margin(retention, discount, growth, factor):
    inputs = {"retention": retention, "discount": discount, "growth": growth}
    one = discounted_lifetime_value(margin=1, **inputs)

    assert isclose(discounted_lifetime_value(margin=factor, **inputs), factor * one, rel_tol=1e-12, abs_tol=1e-300)


@given(retention=retentions, discount=discounts, growth=growths, timing=timings, periods=st.integers(0, 50))
def test_more_periods_are_worth_more_and_come_near_to_for_ever(retention, discount, growth, timing, periods):
    inputs = {"margin": 100, "retention": retention, "discount": discount, "growth": growth, "timing": timing}
    value = discounted_lifetime_value(**inputs, periods=periods)
    for_ever = discounted_lifetime_value(**inputs)

    assert value <= discounted_lifetime_value(**inputs, periods=periods + 1) * (1 + 1e-12)
    assert value <= for_ever * (1 + 1e-12)
    assert isclose(discounted_lifetime_value(**inputs, periods=2000), for_ever, rel_tol=1e-9, abs_tol=1e-300)


@given(retention=retentions, discount=discounts, growth=growths)
def test_the_cost_of_winning_a_customer_is_taken_off_once(retention, discount, growth):
    inputs = {"margin": 100, "retention": retention, "discount": discount, "growth": growth}

    for periods in (None, 7):
        value = discounted_lifetime_value(**inputs, periods=periods)
        assert discounted_lifetime_value(**inputs, periods=periods, acquisition_cost=40) == value - 40


@given(discount=st.floats(1e-12, 1e6))
def test_a_customer_who_never_stays_is_worth_nothing_and_one_who_always_does_a_perpetuity(discount):
    assert margin_multiple(retention=0, discount=discount) == 0
    assert margin_multiple(retention=1, discount=discount) == 1 / discount


@given(retention=st.floats(0, 1), discount=st.floats(-0.9, 1), growth=st.floats(-1, 1))
def test_the_multiple_exists_just_where_money_to_come_loses_value(retention, discount, growth):
    left = Fraction(retention) * (1 + Fraction(growth))
    right = 1 + Fraction(discount)
    assume(abs(left - right) > Fraction(1, 10**15))
    inputs = {"retention": retention, "discount": discount, "growth": growth}

    if left < right:
        assert margin_multiple(**inputs) >= 0
    else:
        with pytest.raises(DomainError, match=r"retention must be such that retention × \(1 \+ growth\) < 1 \+ disc"):
            margin_multiple(**inputs)
        with pytest.raises(DomainError, match="retention must be such that"):
            discounted_lifetime_value(margin=1, **inputs)
        assert discounted_lifetime_value(margin=1, **inputs, periods=3) >= 0


def test_everybody_stays_and_nothing_is_discounted_only_for_a_time():
    inputs = {"margin": 100, "retention": 1, "discount": 0}

    with pytest.raises(DomainError, match=r"growth=0"):
        discounted_lifetime_value(**inputs)
    assert [discounted_lifetime_value(**inputs, periods=n) for n in (0, 1, 7)] == [0, 100, 700]
    smallest = discounted_lifetime_value(**{**inputs, "discount": 5e-324, "margin": 0})
    assert smallest == 0
    assert margin_multiple(retention=nextafter(1, 0), discount=0) == nextafter(1, 0) / 2**-53


@pytest.mark.parametrize("timing", CashTiming)
def test_growth_that_makes_up_for_discount_and_losses_is_handled_exactly(timing):
    # q = 0.5 × (1 + 1.5) / 1.25 = 1
    inputs = {"margin": 100, "retention": 0.5, "discount": 0.25, "growth": 1.5, "timing": timing}
    first = {"start": 100, "end_certain": 80, "end_conditional": 40}[timing]

    assert discounted_lifetime_value(**inputs, periods=9) == 9 * first
    assert discounted_lifetime_value(**{**inputs, "growth": 1.5 + 1e-12}, periods=9) == pytest.approx(9 * first)


def test_a_discount_may_be_negative_and_not_minus_one():
    value = discounted_lifetime_value(margin=100, retention=0.8, discount=-0.1)

    assert value == pytest.approx(800)
    assert margin_multiple(retention=0, discount=nextafter(-1, 0)) == 0
    with pytest.raises(DomainError, match="discount must be a finite number above -1"):
        margin_multiple(retention=0.5, discount=-1)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("retention", [0, 1], [nextafter(0, -1), nextafter(1, 2)]),
        ("growth", [-1], [nextafter(-1, -2)]),
        ("acquisition_cost", [0], [-5e-324]),
        ("periods", [0, 1.0, np.int8(3)], [-1, 0.5, 2.5, inf]),
        ("margin", [-1e307, 0, 1e307], [inf, -inf]),
    ],
)
def test_the_edges_of_each_argument_belong_to_it(name, inside, outside):
    for value in inside:
        assert np.isfinite(discounted_lifetime_value(**{**GUPTA, name: value}))
    for value in outside:
        with pytest.raises(DomainError, match=f"{name} must be a"):
            discounted_lifetime_value(**{**GUPTA, name: value})


def test_the_timing_is_a_member_or_its_value_and_one_for_all():
    assert discounted_lifetime_value(**GUPTA, timing="end_certain") == discounted_lifetime_value(
        **GUPTA, timing=CashTiming.END_CERTAIN
    )
    with pytest.raises(LabelError, match="'later' is not a CashTiming; allowed are 'end_conditional'"):
        discounted_lifetime_value(**GUPTA, timing="later")
    for column in (["start", "start"], np.array([0, 1]), 0, None):
        with pytest.raises(TypeError, match="timing must be one of 'end_conditional', 'start', 'end_certain'"):
            discounted_lifetime_value(**GUPTA, timing=column)


def test_decimals_are_exact_where_nothing_has_to_be_divided_off():
    value = discounted_lifetime_value(
        margin=Decimal("99.90"), retention=1, discount=0, growth=Decimal("0.1"), periods=3, timing="start"
    )

    assert isinstance(value, Decimal)
    assert value == Decimal("99.90") * (1 + Decimal("1.1") + Decimal("1.21"))
    assert discounted_lifetime_value(margin=Decimal(7), retention=1, discount=0, periods=4) == 28
    assert discounted_lifetime_value(margin=Decimal(0), retention=1, discount=0, growth=9, periods=10**9) == 0


@given(retention=st.decimals("0", "1", places=3), discount=st.decimals("0.001", "1", places=3), timing=timings)
def test_decimals_agree_with_floats(retention, discount, timing):
    for periods in (None, 25):
        exact = discounted_lifetime_value(
            margin=Decimal(100), retention=retention, discount=discount, timing=timing, periods=periods
        )
        near = discounted_lifetime_value(
            margin=100, retention=float(retention), discount=float(discount), timing=timing, periods=periods
        )
        assert isinstance(exact, Decimal)
        assert isclose(exact, near, rel_tol=1e-9, abs_tol=1e-300)


def test_a_decimal_sum_too_large_for_its_exponent_is_infinite():
    endless = discounted_lifetime_value(margin=Decimal(1), retention=1, discount=0, growth=9, periods=10**7)

    assert endless == Decimal("Infinity")


@pytest.mark.parametrize("name", ["margin", "retention", "discount", "growth", "periods", "acquisition_cost"])
def test_a_float_among_decimals_is_refused_by_name(name):
    exact = {
        "margin": Decimal(100),
        "retention": Decimal("0.8"),
        "discount": Decimal("0.1"),
        "growth": Decimal(0),
        "periods": Decimal(3),
        "acquisition_cost": Decimal(1),
    }

    with pytest.raises(TypeError, match=f"{name} is a float among Decimals"):
        discounted_lifetime_value(**{**exact, name: 1.0})


def test_without_periods_columns_go_on_for_ever_and_with_them_each_has_its_own_end():
    margins_ = np.array([100, 50, 100], dtype=np.uint8)
    retention = np.array([0.8, 0.5, np.nan], dtype=np.float32)

    for_ever = discounted_lifetime_value(margin=margins_, retention=retention, discount=0.1)
    ended = discounted_lifetime_value(margin=margins_, retention=0.8, discount=0.1, periods=[0, 1, None])

    assert for_ever[:2] == pytest.approx([100 * 8 / 3, 50 * 0.5 / 0.6], rel=1e-6)
    assert np.isnan(for_ever[2])
    assert ended[:2] == pytest.approx([0, 50 * 0.8 / 1.1])
    assert np.isnan(ended[2])


def test_a_row_without_end_is_refused_in_a_column_unless_the_periods_are_given():
    inputs = {"margin": 100, "retention": [0.5, 1.0, 1.0], "discount": [0.0, 0.0, 0.0]}

    with pytest.raises(DomainError, match="retention must be such that") as caught:
        discounted_lifetime_value(**inputs)

    assert (caught.value.index, caught.value.count, caught.value.value) == (1, 2, 1.0)
    assert discounted_lifetime_value(**inputs, periods=3).tolist() == [87.5, 300.0, 300.0]


def test_a_frame_leaves_out_and_lists_the_rows_without_end_unless_the_periods_are_given():
    pytest.importorskip("narwhals", reason="needs narwhals")
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    from servicemodel.frames import rejects, score

    book = pandas.DataFrame({"kept": [0.5, 1.0], "rate": [0.0, 0.0], "n": [2, 3]})
    columns = {"margin": 100, "retention": "kept", "discount": "rate"}

    for_ever = score(book, discounted_lifetime_value, **columns)["discounted_lifetime_value"]
    ended = score(book, discounted_lifetime_value, **columns, periods="n")["discounted_lifetime_value"]

    assert for_ever.iloc[0] == 100
    assert for_ever.isna().tolist() == [False, True]
    assert ended.tolist() == [75.0, 300.0]
    assert rejects(book, discounted_lifetime_value, **columns)["kept"].tolist() == [1.0]
    assert rejects(book, discounted_lifetime_value, **columns, periods="n").empty


def test_a_frame_takes_single_rates_beside_a_column():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    inputs = {"margin": 100, "retention": 0.5, "discount": 0.25, "acquisition_cost": nw.col("cost")}
    book = nw.from_native(pandas.DataFrame({"cost": [0.0, 40.0]}))

    for periods in (None, 2):
        answer = book.with_columns(value=discounted_lifetime_value(**inputs, periods=periods))["value"].to_list()
        value = discounted_lifetime_value(**{**inputs, "acquisition_cost": 0}, periods=periods)
        assert answer == pytest.approx([value, value - 40])


def test_single_rates_without_end_are_refused_beside_a_column_too():
    with pytest.raises(DomainError, match="retention must be such that"):
        discounted_lifetime_value(margin=[100, 200], retention=1, discount=0)


@pytest.mark.parametrize("name", ["margin", "retention", "discount"])
def test_a_missing_number_is_an_error_that_names_it(name):
    with pytest.raises(MissingError, match=f"{name} is missing"):
        discounted_lifetime_value(**{**GUPTA, name: None})


def test_missing_periods_mean_no_end_and_nan_periods_are_an_error():
    assert discounted_lifetime_value(**GUPTA, periods=None) == discounted_lifetime_value(**GUPTA)
    with pytest.raises(MissingError, match="periods is missing"):
        discounted_lifetime_value(**GUPTA, periods=float("nan"))


def test_an_explanation_says_when_how_often_and_how_fast_the_margins_come_in():
    english = explain(discounted_lifetime_value, **GUPTA, periods=3, acquisition_cost=40)
    chinese = explain(discounted_lifetime_value, **GUPTA, timing="start", language="zh")

    assert "if the customer stayed, 3 times, each worth 0.727273 of the one before, less 40 for winning" in english
    assert "每期期初（首笔即时）收取，永续，每期价值为上期的 0.727273" in chinese
