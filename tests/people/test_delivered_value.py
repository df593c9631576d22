from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, MissingError, OfferChoice, ValueState, explain
from servicemodel.people import customer_delivered_value, offer_choice, value_split

AMOUNTS = st.integers(0, 10**9).map(Decimal)
VALUES = ("product_value", "service_value", "personnel_value", "image_value")
COSTS = ("monetary_cost", "time_cost", "energy_cost", "psychic_cost")
OFFERS = st.fixed_dictionaries(dict.fromkeys((*VALUES, *COSTS), AMOUNTS))


@pytest.mark.parametrize("row", printed("delivered_value"), ids=lambda row: row["case"])
def test_printed_examples_come_out(row):
    names = ("product_value", "service_value", "monetary_cost")
    result = customer_delivered_value(**{name: float(row[name]) for name in names})

    assert result.delivered == float(row["delivered"])
    assert result.ratio == pytest.approx(float(row["ratio"]), rel=1e-12)


def test_difference_and_ratio_may_rank_offers_differently():
    rows = {row["case"]: row for row in printed("delivered_value")}
    small, large = (
        customer_delivered_value(product_value=int(row["product_value"]), monetary_cost=int(row["monetary_cost"]))
        for row in (rows["first of two offers"], rows["second of two offers"])
    )

    assert small.delivered < large.delivered
    assert small.ratio > large.ratio


@pytest.mark.parametrize("row", printed("value_split"), ids=lambda row: row["price"])
def test_the_price_shares_out_the_same_total(row):
    result = value_split(**{name: int(row[name]) for name in ("total_value", "price", "production_cost")})

    assert (result.customer, result.firm, result.total) == tuple(int(row[n]) for n in ("customer", "firm", "total"))


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_delivered_value_and_margin_are_value_less_cost_of_making_at_any_price(value, price, other, making):
    first, second = (value_split(total_value=value, price=p, production_cost=making) for p in (price, other))

    assert first.customer + first.firm == first.total == second.total
    assert first.customer - second.customer == second.firm - first.firm == other - price
    assert first.customer == customer_delivered_value(product_value=value, monetary_cost=price).delivered


@given(OFFERS, st.sampled_from(VALUES + COSTS), st.integers(1, 1000))
def test_each_value_raises_and_each_cost_lowers_what_is_delivered_unit_for_unit(offer, name, more):
    before = customer_delivered_value(**offer)
    after = customer_delivered_value(**{**offer, name: offer[name] + more})

    assert after.delivered - before.delivered == (more if name in VALUES else -more)


@given(OFFERS)
def test_it_is_the_sum_of_the_values_less_the_sum_of_the_costs_and_the_state_its_sign(offer):
    result = customer_delivered_value(**offer)

    assert result.value == sum(offer[name] for name in VALUES)
    assert result.cost == sum(offer[name] for name in COSTS)
    assert result.delivered == result.value - result.cost
    assert (result.state < ValueState.INDIFFERENT) == (result.delivered < 0)
    assert (result.state > ValueState.INDIFFERENT) == (result.delivered > 0)
    if result.ratio is not None:
        assert (result.state is ValueState.INDIFFERENT) == (result.ratio == 1) or result.cost == 0


@given(OFFERS.filter(lambda offer: any(offer[name] for name in COSTS)), st.sampled_from([Decimal(2), Decimal(100)]))
def test_another_currency_leaves_the_ratio(offer, rate):
    other = customer_delivered_value(**{name: rate * amount for name, amount in offer.items()})

    assert other.ratio == customer_delivered_value(**offer).ratio
    assert other.delivered == rate * customer_delivered_value(**offer).delivered


@pytest.mark.parametrize(
    ("value", "state"), [(99, ValueState.LOSS), (100, ValueState.INDIFFERENT), (101, ValueState.GAIN)]
)
def test_the_edge_is_where_value_equals_cost(value, state):
    assert customer_delivered_value(product_value=value, monetary_cost=100).state is state


def test_what_costs_nothing_has_an_infinite_ratio_and_of_nothing_at_all_there_is_none():
    assert customer_delivered_value(product_value=1, monetary_cost=0).ratio == float("inf")
    nothing = customer_delivered_value(product_value=0, monetary_cost=0)
    assert nothing.ratio is None
    assert nothing.state is ValueState.INDIFFERENT
    assert "value over cost: —" in str(nothing)
    many = customer_delivered_value(product_value=[0, 1], monetary_cost=0)
    assert np.isnan(many.ratio[0])
    assert many.ratio[1] == np.inf


def test_many_offers_come_out_as_one_by_one_and_a_missing_figure_leaves_all_of_its_offer_missing():
    many = customer_delivered_value(product_value=[9, 5, 1], monetary_cost=[5, None, 5], time_cost=0)

    assert ValueState.decode(many.state).tolist() == [ValueState.GAIN, None, ValueState.LOSS]
    np.testing.assert_array_equal(many.delivered, [4, np.nan, -4])
    assert np.isnan([many.value, many.cost, many.ratio])[:, 1].all()
    assert "delivered value" in many.describe()
    assert [row[-1] for row in many.grid("zh").rows] == ["物超所值", "—", "得不偿失"]
    assert "state: worth more than it costs" in str(many)


@pytest.mark.parametrize(
    ("given_", "error"),
    [
        ({"product_value": -1, "monetary_cost": 1}, DomainError),
        ({"product_value": 1, "monetary_cost": float("inf")}, DomainError),
        ({"product_value": None, "monetary_cost": 1}, MissingError),
        ({"product_value": Decimal(1), "monetary_cost": 0.5}, TypeError),
        ({"product_value": "1", "monetary_cost": 1}, TypeError),
    ],
)
def test_what_is_no_amount_is_refused(given_, error):
    with pytest.raises(error):
        customer_delivered_value(**given_)


@pytest.mark.parametrize("model", [customer_delivered_value, value_split])
def test_a_column_expression_is_refused_as_the_answer_has_several_figures(model):
    nw = pytest.importorskip("narwhals")
    names = {customer_delivered_value: ("product_value", "monetary_cost")}.get(
        model, ("total_value", "price", "production_cost")
    )
    with pytest.raises(TypeError, match="several figures"):
        model(**{name: nw.col("a") for name in names})


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6))
def test_the_offer_with_more_value_is_taken_as_the_ratio_says(first, second):
    choice = offer_choice(first_value=first, second_value=second)

    assert (
        choice
        is {1: OfferChoice.FIRST, 0: OfferChoice.INDIFFERENT, -1: OfferChoice.SECOND}[
            (first > second) - (first < second)
        ]
    )
    if first > 0:
        back = offer_choice(first_value=second, second_value=first)
        assert back.code == 2 - choice.code


@pytest.mark.parametrize("second", [0, -1, Decimal(0)])
def test_the_source_divides_by_the_second_value_so_it_is_above_nothing(second):
    with pytest.raises(DomainError, match="second_value"):
        offer_choice(first_value=1, second_value=second)


def test_decimals_are_compared_exactly():
    assert offer_choice(first_value=Decimal("0.30"), second_value=Decimal("0.3")) is OfferChoice.INDIFFERENT


@pytest.mark.parametrize(("first", "sign"), [(3, ">"), (2, "="), (1, "<")])
def test_the_reason_gives_the_ratio(first, sign):
    assert f"a ratio {sign} 1" in explain(offer_choice, first_value=first, second_value=2)


def test_results_with_the_same_figures_missing_are_the_same():
    offers = {"product_value": [9, None], "monetary_cost": 5}

    assert customer_delivered_value(**offers) == customer_delivered_value(**offers)
    assert customer_delivered_value(**offers) != customer_delivered_value(product_value=[9, 1], monetary_cost=5)
