"""The sales that stand behind the complaints."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.churn.rates import ANNUAL_PURCHASE, COMPLAINT_RATE, COMPLAINTS, MONEY_PER_YEAR, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, TARP_1979


@overload
def sales_behind(*, complaints: Number, annual_purchase: Number, complaint_rate: Number = ...) -> float: ...
@overload
def sales_behind(*, complaints: Exact, annual_purchase: Exact, complaint_rate: Exact = ...) -> Decimal: ...
@overload
def sales_behind(
    *, complaints: Values | Number, annual_purchase: Values | Number, complaint_rate: Values | Number = ...
) -> Array: ...
@overload
def sales_behind(
    *,
    complaints: Expression | Number,
    annual_purchase: Expression | Number,
    complaint_rate: Expression | Number = ...,
) -> Expression: ...
def sales_behind(*, complaints: Any, annual_purchase: Any, complaint_rate: Any = 0.04) -> Any:
    """Return the annual sales of all dissatisfied customers behind the complaints that were heard.

    Parameters
    ----------
    complaints : number, Decimal, array or expression [complaints]
        Complaints received; at least 0.
    annual_purchase : number, Decimal, array or expression [currency units per year]
        What one customer buys in an average year; at least 0.
    complaint_rate : number, Decimal, array or expression [share], default 0.04
        Share of dissatisfied customers who complain; above 0, at most 1. Among Decimals the default is exactly
        ``Decimal("0.04")``.

    Returns
    -------
    float, Decimal, array of float64, or expression [currency units per year]
        The sales at risk, not the sales lost: how many leave is another question
        (:func:`servicemodel.repurchase_intention`).

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
    ``sales_behind = complaints × annual_purchase / complaint_rate``

    References
    ----------
    .. [1] Course text T1: average annual purchase times 25 for one complaint.
    .. [2] TARP (1979), to which the ratio goes back.

    Examples
    --------
    >>> sales_behind(complaints=1, annual_purchase=200)
    5000.0

    Money counted exactly, the default rate included:

    >>> from decimal import Decimal
    >>> sales_behind(complaints=1, annual_purchase=Decimal("19.90"))
    Decimal('497.5')
    """
    return run(MODEL, _sales, complaints, annual_purchase, complaint_rate)


def _sales(_: Verbs, complaints: Any, annual_purchase: Any, complaint_rate: Any) -> Any:
    return complaints * annual_purchase / complaint_rate


MODEL = Model(
    function=sales_behind,
    title=Text("Sales behind complaints", "投诉背后的销售额"),
    question=Text("What annual sales stand behind these complaints?", "这些投诉背后有多少年销售额？"),
    arguments=(
        COMPLAINTS,
        ANNUAL_PURCHASE,
        COMPLAINT_RATE,
    ),
    answer=MONEY_PER_YEAR,
    equation="sales_behind = complaints × annual_purchase / complaint_rate",
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T1, Evidence.COURSE, "", Text("annual purchase × 25", "年平均购买额 × 25")),
        Citation(TARP_1979, Evidence.ATTRIBUTED),
    ),
    decimal=True,
)
