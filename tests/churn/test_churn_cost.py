from __future__ import annotations

from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import ChurnCost, churn_cost, explain
from servicemodel.errors import DomainError, MissingError, ServiceModelError

amounts = st.decimals(min_value=0, max_value=10**6, places=2)
counts = st.integers(min_value=0, max_value=1000)
shares = st.decimals(min_value=0, max_value=1, places=3)

LOST = {"customers": 10, "lifetime_value": 5000, "replacement_cost": 300, "told": 10, "deterred": 0.02}
FIGURES = ("direct", "replacement", "word_of_mouth", "total")


@given(
    n=counts,
    factor=st.integers(0, 9),
    lifetime_value=amounts,
    replacement_cost=amounts,
    told=counts,
    deterred=shares,
)
def test_the_cost_is_the_sum_of_its_parts_and_grows_with_the_number_lost(n, factor, **inputs):
    value, new, told, deterred = (inputs[name] for name in ("lifetime_value", "replacement_cost", "told", "deterred"))
    cost = churn_cost(customers=n, **inputs)

    assert cost.direct == n * value
    assert cost.replacement == n * new
    assert cost.word_of_mouth == n * told * deterred * value
    assert cost.total == cost.direct + cost.replacement + cost.word_of_mouth
    assert cost.total >= 0
    assert churn_cost(customers=factor * n, **inputs).total == factor * cost.total


def test_without_the_optional_parts_only_the_value_is_lost():
    cost = churn_cost(customers=10, lifetime_value=Decimal("4999.90"))

    assert isinstance(cost.total, Decimal)
    assert (cost.direct, cost.replacement, cost.word_of_mouth, cost.total) == (Decimal("49999.00"), 0, 0, cost.direct)


def test_the_total_cannot_contradict_the_parts():
    with pytest.raises(TypeError, match="total"):
        ChurnCost(direct=1, replacement=1, word_of_mouth=1, total=4)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        churn_cost(**LOST).total = 0


def test_columns_give_columns_and_a_missing_input_empties_its_case():
    cost = churn_cost(**{**LOST, "customers": np.array([1, 200, 3], np.uint8), "told": [10, 20, None]})

    assert cost.direct[:2].tolist() == [5_000.0, 1_000_000.0]
    assert cost.word_of_mouth[:2].tolist() == [1_000.0, 400_000.0]
    assert cost.total[:2].tolist() == [6_300.0, 1_460_000.0]
    assert all(np.isnan(getattr(cost, name)[2]) for name in FIGURES)


def test_equal_costs_are_equal_for_numbers_and_for_columns():
    columns = {**LOST, "customers": [1, 2]}

    assert churn_cost(**LOST) == churn_cost(**LOST)
    assert churn_cost(**LOST) != churn_cost(**{**LOST, "customers": 11})
    assert churn_cost(**columns) == churn_cost(**columns)
    assert churn_cost(**columns) != churn_cost(**{**columns, "customers": [1, 3]})


@pytest.mark.parametrize("name", list(LOST))
def test_no_argument_may_be_negative_infinite_or_missing(name):
    assert churn_cost(**{**LOST, name: 0}).total >= 0
    for value in (-1e-300, float("inf")):
        with pytest.raises(DomainError, match=f"{name} must be a finite number at least 0"):
            churn_cost(**{**LOST, name: value})
    with pytest.raises(MissingError, match=f"{name} is missing"):
        churn_cost(**{**LOST, name: None})
    with pytest.raises(TypeError, match=f"{name} must be a finite number"):
        churn_cost(**{**LOST, name: "1"})


def test_at_most_all_of_those_told_are_deterred():
    assert churn_cost(**{**LOST, "deterred": 1}).word_of_mouth == 500_000
    with pytest.raises(DomainError, match=r"deterred must be .* at most 1"):
        churn_cost(**{**LOST, "deterred": 1.0000001})


def test_a_float_among_decimals_is_refused_by_name():
    with pytest.raises(TypeError, match=r"deterred is a float among Decimals; write Decimal\('0.02'\)"):
        churn_cost(**{**LOST, "lifetime_value": Decimal(5000)})


def test_an_expression_is_refused_as_a_result_is_no_column():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    from servicemodel.frames import score

    with pytest.raises(TypeError, match="told is a frame expression; churn_cost answers with several figures"):
        churn_cost(**{**LOST, "told": nw.col("told")})
    with pytest.raises(ServiceModelError, match="churn_cost"):
        score(pandas.DataFrame({"n": [1]}), churn_cost, customers="n", lifetime_value=1)


def test_a_cost_prints_itself_in_both_languages():
    cost = churn_cost(**LOST)

    assert (
        str(cost)
        == cost.describe()
        == (
            "Churn cost [currency units]\n  direct: 50,000\n  replacement: 3,000\n  word of mouth: 10,000\n  total: 63,000"
        )
    )
    assert cost.describe("zh").splitlines() == [
        "流失成本 [货币单位]",
        "  直接损失：50,000",
        "  补充新客户：3,000",
        "  口碑损失：10,000",
        "  合计：63,000",
    ]
    assert cost.in_language("en") == "direct: 50,000; replacement: 3,000; word of mouth: 10,000; total: 63,000"
    with pytest.raises(ServiceModelError, match="language must be 'en' or 'zh'"):
        cost.describe("fr")


def test_a_cost_shows_itself_as_a_small_table_in_both_languages():
    cost = churn_cost(customers=Decimal(3), lifetime_value=Decimal("1234567.89"))

    assert cost._repr_html_() == cost.to_html()
    assert "<table>" in cost.to_html()
    assert "3,703,703.67" in cost.to_html()
    assert 'lang="zh-Hans"' in cost.to_html("zh")
    assert "合计" in cost.to_html("zh")
    assert cost.to_html().count("<script") == 0


def test_a_cost_of_many_cases_shows_a_line_for_each_and_says_where_it_stops():
    cost = churn_cost(customers=[1, 2], lifetime_value=100)
    many = churn_cost(customers=np.arange(1000), lifetime_value=100)

    assert str(cost).splitlines() == [
        "Churn cost [currency units]",
        "  direct: 100; replacement: 0; word of mouth: 0; total: 100",
        "  direct: 200; replacement: 0; word of mouth: 0; total: 200",
    ]
    assert str(many).splitlines()[-1].strip() == "the first 20 of 1000 rows"
    assert cost.to_html().count("<tr>") == 3


def test_an_explanation_shows_the_figures_and_the_equation():
    said = explain(churn_cost, **LOST)

    assert said.startswith("Churn cost: direct: 50,000; replacement: 3,000; word of mouth: 10,000; total: 63,000")
    assert "word_of_mouth = customers × told × deterred × lifetime_value" in said
