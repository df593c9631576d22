"""How the price splits what an offer is worth between the customer and the firm."""

from __future__ import annotations

from typing import Any, ClassVar, overload

import attrs

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.markup import SAME_FIGURES, Figures, headed
from servicemodel.model import Model
from servicemodel.people.customer_delivered_value import Exact, Figure
from servicemodel.people.words import MONEY
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import KOTLER_1994


@attrs.frozen(kw_only=True)
class ValueSplit(Figures):
    """What the customer keeps, what the firm keeps, and both together; prints itself.

    Attributes
    ----------
    customer : float, Decimal or array [currency units]
        Value to the customer less the price.
    firm : float, Decimal or array [currency units]
        The price less what the offer costs to make.
    total : float, Decimal or array [currency units]
        Value less cost of making: the same at any price.
    """

    title: ClassVar[Text] = Text("Split of the value", "价值的分配")
    unit: ClassVar[Text] = MONEY

    customer: Figure = attrs.field(
        eq=SAME_FIGURES, metadata=headed(Text("delivered to the customer", "客户所得（让渡价值）"))
    )
    firm: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("margin of the firm", "企业所得（毛利）")))
    total: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("together", "合计")))


@overload
def value_split(*, total_value: Number, price: Number, production_cost: Number) -> ValueSplit: ...
@overload
def value_split(*, total_value: Exact, price: Exact, production_cost: Exact) -> ValueSplit: ...
@overload
def value_split(
    *, total_value: Values | Number, price: Values | Number, production_cost: Values | Number
) -> ValueSplit: ...
def value_split(*, total_value: Any, price: Any, production_cost: Any) -> ValueSplit:
    """Return what customer and firm each keep of what an offer is worth.

    Parameters
    ----------
    total_value : number, Decimal or array [currency units]
        What the offer is worth to the customer, after his time, effort and worry; at least 0.
    price : number, Decimal or array [currency units]
        What he pays; at least 0.
    production_cost : number, Decimal or array [currency units]
        What making and delivering it costs the firm; at least 0.

    Returns
    -------
    ValueSplit [currency units]
        Its figures are numbers, Decimals or arrays as the inputs are. Exact with Decimal.

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
    ``customer = total_value − price; firm = price − production_cost; total = total_value − production_cost``

    The price moves value from one to the other, unit for unit, and makes none: only more value or a lower cost does.

    References
    ----------
    .. [1] Kotler (1994), chapter 2: a worked example.

    Examples
    --------
    >>> print(value_split(total_value=20_000, price=19_000, production_cost=14_000))
    Split of the value [currency units]
      delivered to the customer: 1,000
      margin of the firm: 5,000
      together: 6,000

    A lower price gives to the customer what it takes from the firm:

    >>> value_split(total_value=20_000, price=[19_000, 16_000], production_cost=14_000).customer
    array([1000., 4000.])
    """
    values = (total_value, price, production_cost)
    MODEL.refuse_expressions(values)
    return ValueSplit(
        customer=run(MODEL, _customer, *values), firm=run(MODEL, _firm, *values), total=run(MODEL, _total, *values)
    )


def _customer(_: Verbs, total_value: Any, price: Any, __: Any) -> Any:
    return total_value - price


def _firm(_: Verbs, __: Any, price: Any, production_cost: Any) -> Any:
    return price - production_cost


def _total(_: Verbs, total_value: Any, __: Any, production_cost: Any) -> Any:
    return total_value - production_cost


MODEL = Model(
    function=value_split,
    title=ValueSplit.title,
    question=Text("How does the price share out what the offer is worth?", "价格如何分配方案的价值？"),
    arguments=(
        Quantity(
            name="total_value",
            unit=MONEY,
            at_least=0,
            meaning=Text("what the offer is worth to the customer", "方案对客户的价值"),
        ),
        Quantity(name="price", unit=MONEY, at_least=0, meaning=Text("what the customer pays", "客户支付的价格")),
        Quantity(
            name="production_cost",
            unit=MONEY,
            at_least=0,
            meaning=Text("what making and delivering it costs the firm", "企业的生产与交付成本"),
        ),
    ),
    answer=ValueSplit,
    equation="customer = total_value − price; firm = price − production_cost; total = total_value − production_cost",
    evidence=Evidence.DERIVED,
    citations=(
        Citation(KOTLER_1994, Evidence.ATTRIBUTED, "chapter 2", Text("a worked example", "一个例题")),
        Citation(KOTLER_1994, Evidence.DERIVED, "", Text("the sum is the same at any price", "两者之和与价格无关")),
    ),
    decimal=True,
    columns=False,
)
