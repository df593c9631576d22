"""What an offer is worth to the customer, after all it costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar, TypeAlias, overload

import attrs
import numpy as np

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text, check_language
from servicemodel.markup import NOTHING, SAME_FIGURES, Figures, Grid, headed
from servicemodel.model import Model
from servicemodel.people.words import MONEY
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, KOTLER_1994, KOTLER_COPIES

#: One figure of a result, or one for each of many offers.
Figure: TypeAlias = float | Decimal | Array

#: Money counted exactly; whole numbers may stand beside Decimals, floats may not.
Exact: TypeAlias = Decimal | int


class ValueState(OrderedLabel):
    """What is delivered against what it costs, worst to best."""

    LOSS = "loss", "worth less than it costs", "得不偿失"
    INDIFFERENT = "indifferent", "worth what it costs", "无差异"
    GAIN = "gain", "worth more than it costs", "物超所值"


@attrs.frozen(kw_only=True)
class DeliveredValue(Figures):
    """What an offer is worth to the customer, what it costs, and what remains; prints itself.

    Attributes
    ----------
    value : float, Decimal or array [currency units]
        Total customer value: product, service, personnel, image.
    cost : float, Decimal or array [currency units]
        Total customer cost: money, time, energy, psychic cost.
    delivered : float, Decimal or array [currency units]
        Value less cost.
    ratio : float, Decimal, array or None
        Value over cost: infinite where it is worth something and costs nothing, missing where both are 0.
    state : ValueState or array of int8 codes
        By the sign of what remains; -1 where something is missing.
    """

    title: ClassVar[Text] = Text("Customer delivered value", "顾客让渡价值")

    value: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("total customer value", "整体顾客价值")))
    cost: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("total customer cost", "整体顾客成本")))
    delivered: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("delivered value", "让渡价值")))
    ratio: Figure | None = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("value over cost", "价值成本比")))
    state: Any = attrs.field(init=False, eq=SAME_FIGURES, metadata=headed(Text("state", "状态")))

    @state.default
    def _state(self) -> Any:
        if isinstance(self.delivered, np.ndarray):
            signs = np.sign(self.delivered)
            return np.where(np.isnan(signs), -1, signs + 1).astype(np.int8)
        return ValueState.decode((self.delivered > 0) - (self.delivered < 0) + 1)

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself; states of many offers are words too."""
        table = super().grid(language)
        if not isinstance(self.state, np.ndarray):
            return table
        words = ValueState.decode(self.state.ravel()[: len(table.rows)], check_language(language))
        rows = [(*row[:-1], word or NOTHING) for row, word in zip(table.rows, words, strict=True)]
        return attrs.evolve(table, rows=rows, numbers=table.numbers[:-1])


@overload
def customer_delivered_value(
    *,
    product_value: Number,
    service_value: Number = ...,
    personnel_value: Number = ...,
    image_value: Number = ...,
    monetary_cost: Number,
    time_cost: Number = ...,
    energy_cost: Number = ...,
    psychic_cost: Number = ...,
) -> DeliveredValue: ...
@overload
def customer_delivered_value(
    *,
    product_value: Exact,
    service_value: Exact = ...,
    personnel_value: Exact = ...,
    image_value: Exact = ...,
    monetary_cost: Exact,
    time_cost: Exact = ...,
    energy_cost: Exact = ...,
    psychic_cost: Exact = ...,
) -> DeliveredValue: ...
@overload
def customer_delivered_value(
    *,
    product_value: Values | Number,
    service_value: Values | Number = ...,
    personnel_value: Values | Number = ...,
    image_value: Values | Number = ...,
    monetary_cost: Values | Number,
    time_cost: Values | Number = ...,
    energy_cost: Values | Number = ...,
    psychic_cost: Values | Number = ...,
) -> DeliveredValue: ...
def customer_delivered_value(
    *,
    product_value: Any,
    service_value: Any = 0,
    personnel_value: Any = 0,
    image_value: Any = 0,
    monetary_cost: Any,
    time_cost: Any = 0,
    energy_cost: Any = 0,
    psychic_cost: Any = 0,
) -> DeliveredValue:
    """Return what an offer is worth to a customer, what it costs him, and what remains.

    Parameters
    ----------
    product_value : number, Decimal or array [currency units]
        What the product is worth to the customer; at least 0, as all eight.
    service_value, personnel_value, image_value : number, Decimal or array [currency units], default 0
        What service, the people he meets and the standing of the house are worth to him.
    monetary_cost : number, Decimal or array [currency units]
        The price and all else he pays.
    time_cost, energy_cost, psychic_cost : number, Decimal or array [currency units], default 0
        What his time, his effort and his worry are worth to him. The price belongs in none of them.

    Returns
    -------
    DeliveredValue [currency units]
        Its figures are numbers, Decimals or arrays as the inputs are; in an array a missing input makes all figures of
        its offer missing. Exact with Decimal where nothing is divided.

    Raises
    ------
    DomainError
        If a number is negative or infinite.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals, or an input is an expression: a result of several figures is no column.

    Notes
    -----
    ``value = product_value + service_value + personnel_value + image_value;
    cost = monetary_cost + time_cost + energy_cost + psychic_cost; delivered = value − cost; ratio = value / cost``

    Difference and ratio may rank two offers differently: worth 10 for 5 has the better ratio, worth 30 for 22 the larger
    difference. Nobody sees the cost of effort and worry; those figures are judgements. Sums of floats such as 0.1 may miss
    *indifferent* by a rounding; with Decimal they do not.

    References
    ----------
    .. [1] Public copies of Kotler: the four values and the four costs.
    .. [2] Course text T1: the same eight.
    .. [3] Kotler (1994), chapter 2.

    Examples
    --------
    A tractor worth 90,000 as a competitor's is, 13,000 more for durability and reliability, and 7,000 more for service and
    warranty, sold for 100,000:

    >>> print(customer_delivered_value(product_value=103_000, service_value=7_000, monetary_cost=100_000))
    Customer delivered value
      total customer value: 110,000
      total customer cost: 100,000
      delivered value: 10,000
      value over cost: 1.1
      state: worth more than it costs

    At the edge, nothing is gained and nothing lost:

    >>> customer_delivered_value(
    ...     product_value=Decimal("0.3"), monetary_cost=Decimal("0.1"), time_cost=Decimal("0.2")
    ... ).state
    <ValueState.INDIFFERENT: 'indifferent'>
    """
    values = (
        product_value, service_value, personnel_value, image_value, monetary_cost, time_cost, energy_cost, psychic_cost,
    )  # fmt: skip
    MODEL.refuse_expressions(values)
    value, cost = run(MODEL, _value, *values), run(MODEL, _cost, *values)
    free = not isinstance(value, np.ndarray) and value == cost == 0
    return DeliveredValue(
        value=value,
        cost=cost,
        delivered=run(MODEL, _delivered, *values),
        ratio=None if free else run(MODEL, _ratio, *values),
    )


def _value(_: Verbs, *values: Any) -> Any:
    product, service, personnel, image = values[:4]
    return product + service + personnel + image


def _cost(_: Verbs, *values: Any) -> Any:
    monetary, time, energy, psychic = values[4:]
    return monetary + time + energy + psychic


def _delivered(do: Verbs, *values: Any) -> Any:
    return _value(do, *values) - _cost(do, *values)


def _ratio(do: Verbs, *values: Any) -> Any:
    return do.divide(_value(do, *values), _cost(do, *values))


def _component(name: str, en: str, zh: str) -> Quantity:
    return Quantity(name=name, unit=MONEY, at_least=0, meaning=Text(en, zh))


MODEL = Model(
    function=customer_delivered_value,
    title=DeliveredValue.title,
    question=Text("Was it worth it to the customer?", "对客户来说值得吗？"),
    arguments=(
        _component("product_value", "what the product is worth to the customer", "产品价值"),
        _component("service_value", "what the service is worth to the customer", "服务价值"),
        _component("personnel_value", "what the people met are worth to the customer", "人员价值"),
        _component("image_value", "what the standing of the house is worth to the customer", "形象价值"),
        _component("monetary_cost", "the price and all else the customer pays", "货币成本"),
        _component("time_cost", "what the customer's time is worth to him", "时间成本"),
        _component("energy_cost", "what the customer's effort is worth to him", "体力成本"),
        _component("psychic_cost", "what the customer's worry is worth to him", "精神成本"),
    ),
    answer=DeliveredValue,
    equation=(
        "value = product_value + service_value + personnel_value + image_value; "
        "cost = monetary_cost + time_cost + energy_cost + psychic_cost; delivered = value − cost; ratio = value / cost"
    ),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            KOTLER_COPIES,
            Evidence.PUBLISHED,
            "",
            Text("values, costs and their difference", "四种价值、四种成本及其差"),
        ),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("the same eight components", "同样的八个组成部分")),
        Citation(KOTLER_1994, Evidence.ATTRIBUTED, "chapter 2", Text("the ratio of value to cost", "价值与成本之比")),
        Citation(
            KOTLER_1994,
            Evidence.CONVENTION,
            "",
            Text("what is worth exactly its cost is called indifferent", "价值恰等于成本时称为无差异"),
        ),
    ),
    decimal=True,
    columns=False,
)
