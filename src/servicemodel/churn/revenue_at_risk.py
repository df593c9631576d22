"""The revenue a year of problems puts at risk."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.churn.rates import ANNUAL_PURCHASE, CUSTOMERS, MONEY_PER_YEAR, PROBLEM_RATE, SHARE, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CTMA_CALCULATOR, GOODMAN_1999


@overload
def revenue_at_risk(
    *, customers: Number, problem_rate: Number, loyalty_drop: Number, annual_purchase: Number
) -> float: ...
@overload
def revenue_at_risk(
    *, customers: Exact, problem_rate: Exact, loyalty_drop: Exact, annual_purchase: Exact
) -> Decimal: ...
@overload
def revenue_at_risk(
    *,
    customers: Values | Number,
    problem_rate: Values | Number,
    loyalty_drop: Values | Number,
    annual_purchase: Values | Number,
) -> Array: ...
@overload
def revenue_at_risk(
    *,
    customers: Expression | Number,
    problem_rate: Expression | Number,
    loyalty_drop: Expression | Number,
    annual_purchase: Expression | Number,
) -> Expression: ...
def revenue_at_risk(*, customers: Any, problem_rate: Any, loyalty_drop: Any, annual_purchase: Any) -> Any:
    """Return the yearly revenue that is at risk because customers have problems.

    Parameters
    ----------
    customers : number, Decimal, array or expression [customers]
        All of them, with and without a problem; at least 0.
    problem_rate : number, Decimal, array or expression [share]
        Share of the customers who have a problem; from 0 to 1.
    loyalty_drop : number, Decimal, array or expression [share]
        By how much a problem lowers the share of customers who stay; from 0 to 1.
    annual_purchase : number, Decimal, array or expression [currency units per year]
        What one customer buys in an average year; at least 0.

    Returns
    -------
    float, Decimal, array of float64, or expression [currency units per year]
        Exact with Decimal.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``revenue_at_risk = customers × problem_rate × loyalty_drop × annual_purchase``

    With an ``annual_purchase`` of 1 these are the customers at risk. Revenue is not profit, and at risk is not lost. The
    calculator's authors find a drop of 25 % typical, problems with 35 to 50 % of the customers, and about 5 % of these
    complaining [1]_: measure your own. :func:`~servicemodel.churn.market_damage` tells those who complain from
    those who do not.

    References
    ----------
    .. [1] CTMA, Revenue at Risk calculator: its fields and its text.
    .. [2] Goodman (1999), from whom the reckoning comes.

    Examples
    --------
    >>> from decimal import Decimal
    >>> drop = {"problem_rate": Decimal("0.3"), "loyalty_drop": Decimal("0.25")}
    >>> print(revenue_at_risk(customers=100_000, annual_purchase=200, **drop))
    1500000.000

    Without problems nothing is at risk:

    >>> revenue_at_risk(customers=[100_000, None], problem_rate=0, loyalty_drop=0.25, annual_purchase=200)
    array([ 0., nan])
    """
    return run(MODEL, _at_risk, customers, problem_rate, loyalty_drop, annual_purchase)


def _at_risk(_: Verbs, customers: Any, problem_rate: Any, loyalty_drop: Any, annual_purchase: Any) -> Any:
    return customers * problem_rate * loyalty_drop * annual_purchase


MODEL = Model(
    function=revenue_at_risk,
    title=Text("Revenue at risk", "受损风险收入"),
    question=Text("What revenue do our customers' problems put at risk?", "客户遇到的问题使多少收入面临风险？"),
    arguments=(
        Quantity(
            name="customers", unit=CUSTOMERS, at_least=0, meaning=Text("how many customers there are", "客户总数")
        ),
        PROBLEM_RATE,
        Quantity(
            name="loyalty_drop",
            unit=SHARE,
            at_least=0,
            at_most=1,
            meaning=Text("by how much a problem lowers the share who stay", "遇到问题后留存比例的下降幅度"),
        ),
        ANNUAL_PURCHASE,
    ),
    answer=MONEY_PER_YEAR,
    equation="revenue_at_risk = customers × problem_rate × loyalty_drop × annual_purchase",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(CTMA_CALCULATOR, Evidence.PUBLISHED, "", Text("the fields of the calculator", "计算器的各项输入")),
        Citation(GOODMAN_1999, Evidence.ATTRIBUTED),
    ),
    decimal=True,
)
