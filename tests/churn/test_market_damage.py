"""Revenue at risk, and the tree of customers lost with and without a complaint."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import MarketDamage, explain, market_damage, revenue_at_risk
from servicemodel.errors import DomainError, MissingError

shares = st.decimals(min_value=0, max_value=1, places=2)
counts = st.integers(min_value=0, max_value=100_000)
amounts = st.decimals(min_value=0, max_value=10**5, places=2)
LOSSES = ("satisfied_loss", "mollified_loss", "dissatisfied_loss", "silent_loss")

TREE = {
    "customers": 100_000,
    "problem_rate": 0.3,
    "complaint_rate": 0.25,
    "satisfied": 0.4,
    "mollified": 0.35,
    "satisfied_loss": 0.08,
    "mollified_loss": 0.3,
    "dissatisfied_loss": 0.6,
    "silent_loss": 0.4,
    "lifetime_value": 200,
}


@st.composite
def trees(draw):
    satisfied = draw(shares)
    return {
        "customers": draw(counts),
        "problem_rate": draw(shares),
        "complaint_rate": draw(shares),
        "satisfied": satisfied,
        "mollified": draw(st.decimals(min_value=0, max_value=1 - satisfied, places=2)),
        **{name: draw(shares) for name in LOSSES},
        "lifetime_value": draw(amounts),
    }


def _loss_of_a_complainer(tree):
    rest = 1 - tree["satisfied"] - tree["mollified"]
    kinds = zip((tree["satisfied"], tree["mollified"], rest), LOSSES, strict=False)
    return sum(share * tree[name] for share, name in kinds)


# --- revenue at risk --------------------------------------------------------------------------------------------------


@given(customers=counts, problem_rate=shares, loyalty_drop=shares, annual_purchase=amounts, factor=st.integers(0, 9))
def test_revenue_at_risk_grows_with_each_of_its_factors_and_is_never_all_of_it(factor, **inputs):
    revenue = revenue_at_risk(**inputs)

    assert 0 <= revenue <= inputs["customers"] * inputs["annual_purchase"]
    for name in ("customers", "annual_purchase"):
        assert revenue_at_risk(**{**inputs, name: factor * inputs[name]}) == factor * revenue
    for name in ("problem_rate", "loyalty_drop"):
        assert revenue_at_risk(**{**inputs, name: Decimal(1)}) >= revenue
        assert revenue_at_risk(**{**inputs, name: Decimal(0)}) == 0


def test_a_purchase_of_one_leaves_the_customers_at_risk():
    assert revenue_at_risk(customers=100_000, problem_rate=0.3, loyalty_drop=0.25, annual_purchase=1) == 7500


@pytest.mark.parametrize("name", ["problem_rate", "loyalty_drop"])
def test_a_share_at_risk_is_at_most_one(name):
    inputs = {"customers": 10, "problem_rate": 1, "loyalty_drop": 1, "annual_purchase": 2}

    assert revenue_at_risk(**inputs) == 20
    with pytest.raises(DomainError, match=f"{name} must be .* at most 1"):
        revenue_at_risk(**{**inputs, name: 1.0000001})


# --- market damage ----------------------------------------------------------------------------------------------------


@given(tree=trees(), factor=st.integers(0, 9))
def test_the_damage_is_linear_in_customers_and_value_and_never_more_than_all_with_a_problem_are_worth(tree, factor):
    found = market_damage(**tree)
    with_problem = tree["customers"] * tree["problem_rate"]

    assert found.lost == found.complainers_lost + found.silent_lost
    assert found.damage == found.lost * tree["lifetime_value"] == found.total
    assert 0 <= found.damage <= with_problem * tree["lifetime_value"]
    for name in ("customers", "lifetime_value"):
        assert market_damage(**{**tree, name: factor * tree[name]}).damage == factor * found.damage


@given(tree=trees(), other=shares)
def test_more_problems_do_more_damage_and_none_do_none(tree, other):
    fewer, more = sorted((tree["problem_rate"], other))

    assert (
        market_damage(**{**tree, "problem_rate": fewer}).damage
        <= market_damage(**{**tree, "problem_rate": more}).damage
    )
    assert market_damage(**{**tree, "problem_rate": 0}, told=10, deterred=Decimal("0.1")).total == 0


@given(tree=trees(), other=shares)
def test_hearing_more_complaints_pays_exactly_as_long_as_complainers_leave_less_often_than_the_silent(tree, other):
    fewer, more = sorted((tree["complaint_rate"], other))
    few, many = (market_damage(**{**tree, "complaint_rate": rate}).damage for rate in (fewer, more))

    if _loss_of_a_complainer(tree) <= tree["silent_loss"]:
        assert many <= few
    else:
        assert many >= few


@given(tree=trees(), told=st.integers(0, 20), deterred=shares)
def test_all_who_had_a_problem_and_were_not_satisfied_talk(tree, told, deterred):
    found = market_damage(**tree, told=told, deterred=deterred)
    content = tree["complaint_rate"] * tree["satisfied"]
    talking = tree["customers"] * tree["problem_rate"] * (1 - content)

    assert found.word_of_mouth == talking * told * deterred * tree["lifetime_value"]
    assert found.total == found.damage + found.word_of_mouth
    everyone = market_damage(
        **{**tree, "complaint_rate": 1, "satisfied": 1, "mollified": 0}, told=told, deterred=deterred
    )
    assert everyone.word_of_mouth == 0


def test_satisfied_and_mollified_are_at_most_all():
    whole = {**TREE, "satisfied": 0.6, "mollified": 0.4}

    assert market_damage(**whole).complainers_lost == pytest.approx(7500 * (0.6 * 0.08 + 0.4 * 0.3))
    with pytest.raises(DomainError, match=r"satisfied must be such that .* at most 1 \(mollified=0.41\)"):
        market_damage(**{**whole, "mollified": 0.41})
    with pytest.raises(DomainError, match="at index 1"):
        market_damage(**{**whole, "mollified": [0.1, 0.5]})


@pytest.mark.parametrize("name", [*TREE, "told", "deterred"])
def test_no_input_of_the_damage_may_be_negative_infinite_or_missing(name):
    for value in (-1e-300, float("inf")):
        with pytest.raises(DomainError, match=f"{name} must be a finite number"):
            market_damage(**{**TREE, name: value})
    with pytest.raises(MissingError, match=f"{name} is missing"):
        market_damage(**{**TREE, name: None})


def test_columns_give_columns_of_damage():
    found = market_damage(**{**TREE, "customers": [100_000, 0, None], "told": 8, "deterred": 0.01})

    assert found.damage[:2].tolist() == [2_230_500, 0]
    assert found.word_of_mouth[0] == pytest.approx(30_000 * 0.9 * 8 * 0.01 * 200)
    assert all(
        np.isnan(getattr(found, name)[2]) for name in ("complainers_lost", "silent_lost", "lost", "damage", "total")
    )
    assert "complainers lost [customers]: 0; " in found.describe()


def test_an_expression_is_refused_as_damage_has_several_figures():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")

    with pytest.raises(TypeError, match="satisfied is a frame expression; market_damage answers with several figures"):
        market_damage(**{**TREE, "satisfied": nw.col("s")})


def test_damage_prints_itself_in_both_languages():
    found = MarketDamage(complainers_lost=20, silent_lost=90, damage=22_000, word_of_mouth=Decimal("0.50"))

    assert found.total == Decimal("22000.50")
    assert found.describe("zh").splitlines() == [
        "市场损害",
        "  流失的投诉客户 [客户数]：20",
        "  流失的沉默客户 [客户数]：90",
        "  流失客户合计 [客户数]：110",
        "  损害 [货币单位]：22,000",
        "  口碑损失 [货币单位]：0.50",
        "  合计 [货币单位]：22,000.50",
    ]
    assert "<caption>Market damage</caption>" in found._repr_html_()
    assert "damage [currency units]: 22,000; word" in found.in_language("en")


def test_damage_can_be_explained():
    assert explain(market_damage, **TREE).startswith("Market damage: complainers lost [customers]: 2,152.5; ")
