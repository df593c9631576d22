"""How many times a customer's margin a customer is worth."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.churn.rates import DISCOUNT, FINITE_VALUE, GROWTH, RETENTION, Exact, shrinkage
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import FARRIS_MARKETING_METRICS, GUPTA_LEHMANN_2003


@overload
def margin_multiple(*, retention: Number, discount: Number, growth: Number = ...) -> float: ...
@overload
def margin_multiple(*, retention: Exact, discount: Exact, growth: Exact = ...) -> Decimal: ...
@overload
def margin_multiple(
    *, retention: Values | Number, discount: Values | Number, growth: Values | Number = ...
) -> Array: ...
@overload
def margin_multiple(
    *, retention: Expression | Number, discount: Expression | Number, growth: Expression | Number = ...
) -> Expression: ...
def margin_multiple(*, retention: Any, discount: Any, growth: Any = 0) -> Any:
    """Return how many times the margin of one period a customer is worth, now and for ever.

    Parameters
    ----------
    retention : number, Decimal, array or expression [share per period]
        Share of the customers of one period who stay for the next; from 0 to 1.
    discount : number, Decimal, array or expression [share per period]
        Rate at which later money counts less, over the **same period** as ``retention``; above -1.
    growth : number, Decimal, array or expression [share per period], default 0
        Rate at which the margin of a customer who stays grows; at least -1.

    Returns
    -------
    float, Decimal, array of float64, or expression [multiples of one period's margin]
        0 at a retention of 0; ``1 / discount`` at a retention of 1 without growth.

    Raises
    ------
    DomainError
        If a number is outside its range, or unless ``retention × (1 + growth) < 1 + discount``.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``margin_multiple = retention / (1 + discount − retention × (1 + growth))``

    The first margin comes at the end of the first period, from those who stayed; for the other timings see
    :class:`servicemodel.CashTiming`. A yearly retention needs a yearly margin and a yearly discount.

    References
    ----------
    .. [1] Farris et al., Marketing metrics: the margin multiple without growth.
    .. [2] Gupta & Lehmann (2003), with growth and with the table of multiples (Table 1).

    Examples
    --------
    >>> round(margin_multiple(retention=0.8, discount=0.10), 2)
    2.67

    A customer who always stays is worth a perpetuity:

    >>> margin_multiple(retention=1, discount=0.10)
    10.0
    """
    return run(MODEL, _multiple, retention, discount, growth)


def _multiple(do: Verbs, retention: Any, discount: Any, growth: Any) -> Any:
    return do.divide(retention, shrinkage(retention, discount, growth))


MODEL = Model(
    function=margin_multiple,
    title=Text("Margin multiple", "利润倍数"),
    question=Text("How many times its margin is a customer worth?", "一位客户值其每期利润的多少倍？"),
    arguments=(RETENTION, DISCOUNT, GROWTH),
    answer=Text("multiples of one period's margin", "每期利润的倍数"),
    equation="margin_multiple = retention / (1 + discount − retention × (1 + growth))",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(GUPTA_LEHMANN_2003, Evidence.ATTRIBUTED, "Table 1", Text("with growth", "含增长")),
        Citation(FARRIS_MARKETING_METRICS, Evidence.PUBLISHED, "", Text("without growth", "不含增长")),
    ),
    requirements=(FINITE_VALUE,),
    decimal=True,
)
