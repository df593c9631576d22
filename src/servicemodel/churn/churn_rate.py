"""The share of customers lost in a period."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.churn.rates import AT_START, CUSTOMERS, SHARE_PER_PERIOD, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import REICHHELD_SASSER_1990


@overload
def churn_rate(*, lost: Number, at_start: Number) -> float: ...
@overload
def churn_rate(*, lost: Exact, at_start: Exact) -> Decimal: ...
@overload
def churn_rate(*, lost: Values | Number, at_start: Values | Number) -> Array: ...
@overload
def churn_rate(*, lost: Expression | Number, at_start: Expression | Number) -> Expression: ...
def churn_rate(*, lost: Any, at_start: Any) -> Any:
    """Return the share of the customers at the start of a period who are gone at its end.

    Parameters
    ----------
    lost : number, Decimal, array or expression [customers]
        How many of those were lost during the period; from 0 to ``at_start``. Customers won and lost again within
        the period do not count.
    at_start : number, Decimal, array or expression [customers]
        Customers at the start of the period; above 0.

    Returns
    -------
    float, Decimal, array of float64, or expression [share per period]
        From 0 to 1; of the period the customers were lost in.

    Raises
    ------
    DomainError
        If a number is outside its range, or more are lost than there were.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``churn_rate = lost / at_start``

    One minus the retention rate. A monthly rate is not a twelfth of the yearly one: turn it into a retention and
    compound that (:func:`servicemodel.compound_retention`).

    References
    ----------
    .. [1] Reichheld & Sasser (1990): the defection rate.

    Examples
    --------
    >>> churn_rate(lost=5, at_start=100)
    0.05

    Nobody lost, and everybody:

    >>> churn_rate(lost=[0, 100], at_start=100)
    array([0., 1.])
    """
    return run(MODEL, _rate, lost, at_start)


def _rate(_: Verbs, lost: Any, at_start: Any) -> Any:
    return lost / at_start


def _some_of_those(*, lost: Any, at_start: Any) -> Any:
    return lost <= at_start


MODEL = Model(
    function=churn_rate,
    title=Text("Churn rate", "流失率"),
    question=Text("What share of our customers did we lose?", "我们失去了多大比例的客户？"),
    arguments=(
        Quantity(
            name="lost",
            unit=CUSTOMERS,
            at_least=0,
            meaning=Text("customers of the start of the period who are gone at its end", "期初客户中期末已流失的人数"),
        ),
        AT_START,
    ),
    answer=SHARE_PER_PERIOD,
    equation="churn_rate = lost / at_start",
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(REICHHELD_SASSER_1990, Evidence.ATTRIBUTED, "", Text("the defection rate", "客户流失率")),),
    requirements=(
        Requirement(
            arguments=("lost", "at_start"),
            text=Text(
                "no more are lost than there were, lost ≤ at_start", "流失客户数不超过期初客户数，即 lost ≤ at_start"
            ),
            holds=_some_of_those,
        ),
    ),
    decimal=True,
)
