"""The share of customers kept over a period."""

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
def retention_rate(*, at_start: Number, at_end: Number, new: Number) -> float: ...
@overload
def retention_rate(*, at_start: Exact, at_end: Exact, new: Exact) -> Decimal: ...
@overload
def retention_rate(*, at_start: Values | Number, at_end: Values | Number, new: Values | Number) -> Array: ...
@overload
def retention_rate(
    *, at_start: Expression | Number, at_end: Expression | Number, new: Expression | Number
) -> Expression: ...
def retention_rate(*, at_start: Any, at_end: Any, new: Any) -> Any:
    """Return the share of the customers at the start of a period who are still there at its end.

    Parameters
    ----------
    at_start : number, Decimal, array or expression [customers]
        Customers at the start of the period; above 0.
    at_end : number, Decimal, array or expression [customers]
        Customers at its end, new ones included; at least 0.
    new : number, Decimal, array or expression [customers]
        Of those at the end, how many were won during the period; at least 0.

    Returns
    -------
    float, Decimal, array of float64, or expression [share per period]
        From 0 to 1; of the period between the two counts.

    Raises
    ------
    DomainError
        If a number is outside its range, or unless ``0 ≤ at_end − new ≤ at_start``.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``retention_rate = (at_end − new) / at_start``

    One minus the churn rate. New customers are in neither the numerator nor the denominator.

    References
    ----------
    .. [1] Reichheld & Sasser (1990): one minus the defection rate.

    Examples
    --------
    >>> retention_rate(at_start=100, at_end=110, new=15)
    0.95

    A base that grows may still have lost everybody it started with:

    >>> retention_rate(at_start=100, at_end=120, new=120)
    0.0
    """
    return run(MODEL, _rate, at_start, at_end, new)


def _rate(_: Verbs, at_start: Any, at_end: Any, new: Any) -> Any:
    return (at_end - new) / at_start


def _among_the_last(*, new: Any, at_end: Any) -> Any:
    return new <= at_end


def _among_the_first(*, at_end: Any, new: Any, at_start: Any) -> Any:
    return at_end - new <= at_start


MODEL = Model(
    function=retention_rate,
    title=Text("Retention rate", "保持率"),
    question=Text("What share of our customers did we keep?", "我们留住了多大比例的客户？"),
    arguments=(
        AT_START,
        Quantity(
            name="at_end",
            unit=CUSTOMERS,
            at_least=0,
            meaning=Text("customers at the end of the period, new ones included", "期末客户数，含新客户"),
        ),
        Quantity(
            name="new",
            unit=CUSTOMERS,
            at_least=0,
            meaning=Text("of those at the end, how many were won during the period", "期末客户中当期新增的人数"),
        ),
    ),
    answer=SHARE_PER_PERIOD,
    equation="retention_rate = (at_end − new) / at_start",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(REICHHELD_SASSER_1990, Evidence.ATTRIBUTED, "", Text("one minus the defection rate", "1 减流失率")),
    ),
    requirements=(
        Requirement(
            arguments=("new", "at_end"),
            text=Text("new customers are among those at the end, new ≤ at_end", "新客户计入期末客户，即 new ≤ at_end"),
            holds=_among_the_last,
        ),
        Requirement(
            arguments=("at_end", "new", "at_start"),
            text=Text(
                "no more are kept than there were, at_end − new ≤ at_start",
                "留住的客户数不超过期初客户数，即 at_end − new ≤ at_start",
            ),
            holds=_among_the_first,
        ),
    ),
    decimal=True,
)
