"""What a customer buys over a lifetime, undiscounted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.churn.rates import MONEY, MONEY_PER_YEAR, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1


@overload
def lifetime_value(*, annual_sales: Number, years: Number) -> float: ...
@overload
def lifetime_value(*, annual_sales: Exact, years: Exact) -> Decimal: ...
@overload
def lifetime_value(*, annual_sales: Values | Number, years: Values | Number) -> Array: ...
@overload
def lifetime_value(*, annual_sales: Expression | Number, years: Expression | Number) -> Expression: ...
def lifetime_value(*, annual_sales: Any, years: Any) -> Any:
    """Return what a customer buys from us over the years, undiscounted.

    Parameters
    ----------
    annual_sales : number, Decimal, array or expression [currency units per year]
        What the customer buys in an average year; at least 0.
    years : number, Decimal, array or expression [years]
        How long the customer may keep buying; at least 0, parts of a year count.

    Returns
    -------
    float, Decimal, array of float64, or expression [currency units]
        Exact with Decimal. Missing where an input is missing.

    Raises
    ------
    DomainError
        If a number is negative or infinite.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``lifetime_value = annual_sales × years``

    Sales, not profit, with nobody lost on the way and nothing discounted: an upper bound. For the value of a
    customer who may leave see :func:`servicemodel.discounted_lifetime_value`.

    References
    ----------
    .. [1] Course text T1: average annual sales times the years the customer may stay.

    Examples
    --------
    >>> lifetime_value(annual_sales=2400, years=10)
    24000

    Money counted exactly; no years, no value:

    >>> from decimal import Decimal
    >>> lifetime_value(annual_sales=Decimal("0.10"), years=3), lifetime_value(annual_sales=2400, years=0)
    (Decimal('0.30'), 0)
    """
    return run(MODEL, _value, annual_sales, years)


def _value(_: Verbs, annual_sales: Any, years: Any) -> Any:
    return annual_sales * years


MODEL = Model(
    function=lifetime_value,
    title=Text("Simple lifetime value", "简单终身价值"),
    question=Text("What does this customer buy over a lifetime?", "这位客户一生购买多少？"),
    arguments=(
        Quantity(
            name="annual_sales",
            unit=MONEY_PER_YEAR,
            at_least=0,
            meaning=Text("what the customer buys in an average year", "客户的年平均购买额"),
        ),
        Quantity(
            name="years",
            unit=Text("years", "年"),
            at_least=0,
            meaning=Text("how long the customer may keep buying", "客户可能的购买年数"),
        ),
    ),
    answer=MONEY,
    equation="lifetime_value = annual_sales × years",
    evidence=Evidence.COURSE,
    citations=(Citation(COURSE_T1, Evidence.COURSE),),
    decimal=True,
)
