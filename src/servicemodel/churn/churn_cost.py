"""What it costs when customers leave."""

from __future__ import annotations

from typing import Any, ClassVar, overload

import attrs

from servicemodel.arguments import Quantity
from servicemodel.churn.rates import CUSTOMERS, DETERRED, MONEY, TOLD, Exact, Figure
from servicemodel.evaluate import Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.markup import SAME_FIGURES, Figures, headed
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, GOODMAN_1999


@attrs.frozen(kw_only=True)
class ChurnCost(Figures):
    """What it costs when customers leave, in three parts and their sum; prints itself.

    Attributes
    ----------
    direct : float, Decimal or array [currency units]
        What the lost customers would have brought.
    replacement : float, Decimal or array [currency units]
        What it costs to win as many new ones.
    word_of_mouth : float, Decimal or array [currency units]
        What those would have brought whom the lost customers' tales deter.
    total : float, Decimal or array [currency units]
        Their sum; not given but computed.

    Examples
    --------
    >>> print(ChurnCost(direct=50_000, replacement=3_000, word_of_mouth=0))
    Churn cost [currency units]
      direct: 50,000
      replacement: 3,000
      word of mouth: 0
      total: 53,000
    """

    title: ClassVar[Text] = Text("Churn cost", "流失成本")
    unit: ClassVar[Text] = MONEY

    direct: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("direct", "直接损失")))
    replacement: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("replacement", "补充新客户")))
    word_of_mouth: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("word of mouth", "口碑损失")))
    total: Figure = attrs.field(init=False, eq=SAME_FIGURES, metadata=headed(Text("total", "合计")))

    @total.default
    def _total(self) -> Any:
        return self.direct + self.replacement + self.word_of_mouth  # type: ignore[operator]


@overload
def churn_cost(
    *,
    customers: Number,
    lifetime_value: Number,
    replacement_cost: Number = ...,
    told: Number = ...,
    deterred: Number = ...,
) -> ChurnCost: ...
@overload
def churn_cost(
    *, customers: Exact, lifetime_value: Exact, replacement_cost: Exact = ..., told: Exact = ..., deterred: Exact = ...
) -> ChurnCost: ...
@overload
def churn_cost(
    *,
    customers: Values | Number,
    lifetime_value: Values | Number,
    replacement_cost: Values | Number = ...,
    told: Values | Number = ...,
    deterred: Values | Number = ...,
) -> ChurnCost: ...
def churn_cost(
    *, customers: Any, lifetime_value: Any, replacement_cost: Any = 0, told: Any = 0, deterred: Any = 0
) -> ChurnCost:
    """Return what it costs when customers leave: their value, their replacement, and what they tell others.

    Parameters
    ----------
    customers : number, Decimal or array [customers]
        How many are lost; at least 0.
    lifetime_value : number, Decimal or array [currency units per customer]
        What one of them would still have brought, from now on; at least 0.
    replacement_cost : number, Decimal or array [currency units per customer], default 0
        What winning a new one costs; at least 0.
    told : number, Decimal or array [people per customer], default 0
        How many others a lost customer tells; at least 0.
    deterred : number, Decimal or array [share], default 0
        Share of those told who would have become customers and now do not; from 0 to 1.

    Returns
    -------
    ChurnCost [currency units]
        Its figures are numbers, Decimals or arrays as the inputs are; in an array a missing input makes all figures
        of its case missing. Exact with Decimal.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals, or an input is an expression: a result of several figures is no column.

    Warnings
    --------
    **Direct and replacement cost count the same loss twice if the successor is worth as much as the customer lost**:
    then nothing but the replacement is lost. Give both only for customers whose place stays empty for long, or
    leave ``replacement_cost`` at 0.

    Notes
    -----
    ``direct = customers × lifetime_value; replacement = customers × replacement_cost;
    word_of_mouth = customers × told × deterred × lifetime_value; total = direct + replacement + word_of_mouth``

    References
    ----------
    .. [1] Course text T1: the price of losing a customer is the lifetime value.
    .. [2] Goodman (1999), market damage: value of those lost, and of those deterred by word of mouth.

    Examples
    --------
    >>> churn_cost(customers=10, lifetime_value=5000).total
    50000

    With replacement, and each telling ten people of whom 2 % are deterred:

    >>> print(churn_cost(customers=10, lifetime_value=5000, replacement_cost=300, told=10, deterred=0.02))
    Churn cost [currency units]
      direct: 50,000
      replacement: 3,000
      word of mouth: 10,000
      total: 63,000
    """
    values = (customers, lifetime_value, replacement_cost, told, deterred)
    MODEL.refuse_expressions(values)
    return ChurnCost(
        direct=run(MODEL, _direct, *values),
        replacement=run(MODEL, _replacement, *values),
        word_of_mouth=run(MODEL, _word_of_mouth, *values),
    )


def _direct(_: Verbs, customers: Any, lifetime_value: Any, *__: Any) -> Any:
    return customers * lifetime_value


def _replacement(_: Verbs, customers: Any, __: Any, replacement_cost: Any, *___: Any) -> Any:
    return customers * replacement_cost


def _word_of_mouth(_: Verbs, customers: Any, lifetime_value: Any, __: Any, told: Any, deterred: Any) -> Any:
    return customers * told * deterred * lifetime_value


MODEL = Model(
    function=churn_cost,
    title=ChurnCost.title,
    question=Text("What does it cost us that these customers leave?", "这些客户流失给我们造成多少损失？"),
    arguments=(
        Quantity(
            name="customers", unit=CUSTOMERS, at_least=0, meaning=Text("how many customers are lost", "流失的客户数")
        ),
        Quantity(
            name="lifetime_value",
            unit=Text("currency units per customer", "货币单位/客户"),
            at_least=0,
            meaning=Text("what one of them would still have brought", "每位流失客户本可带来的价值"),
        ),
        Quantity(
            name="replacement_cost",
            unit=Text("currency units per customer", "货币单位/客户"),
            at_least=0,
            meaning=Text("what winning a new one costs", "赢得一位新客户的成本"),
        ),
        TOLD,
        DETERRED,
    ),
    answer=ChurnCost,
    equation=(
        "direct = customers × lifetime_value; replacement = customers × replacement_cost; "
        "word_of_mouth = customers × told × deterred × lifetime_value; total = direct + replacement + word_of_mouth"
    ),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            COURSE_T1,
            Evidence.COURSE,
            "",
            Text("losing a customer loses the lifetime value", "失去客户即失去其终身价值"),
        ),
        Citation(GOODMAN_1999, Evidence.ATTRIBUTED, "", Text("market damage by word of mouth", "口碑造成的市场损害")),
    ),
    decimal=True,
    columns=False,
)
