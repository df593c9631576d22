"""How many periods a customer is expected to stay."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.churn.rates import PERIODS, RETENTION
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import REICHHELD_SASSER_1990


@overload
def expected_lifetime(*, retention: Number) -> float: ...
@overload
def expected_lifetime(*, retention: Decimal) -> Decimal: ...
@overload
def expected_lifetime(*, retention: Values) -> Array: ...
@overload
def expected_lifetime(*, retention: Expression) -> Expression: ...
def expected_lifetime(*, retention: Any) -> Any:
    """Return for how many periods a customer is expected to stay, the first one included.

    Parameters
    ----------
    retention : number, Decimal, array or expression [share per period]
        Share of the customers of one period who stay for the next, the same in each; from 0 to 1.

    Returns
    -------
    float, Decimal, array of float64, or expression [periods]
        In the periods the retention is measured over; at least 1, infinite at a retention of 1.

    Raises
    ------
    DomainError
        If the retention is outside its range.
    MissingError
        If a single retention is missing.

    Notes
    -----
    ``expected_lifetime = 1 / (1 − retention)``

    The periods **after** the first are one fewer, ``retention / (1 − retention)``. Half of the customers are gone
    earlier, after ``log(0.5) / log(retention)``.

    References
    ----------
    .. [1] Reichheld & Sasser (1990): losing 20, 10 or 5 % a year means staying 5, 10 or 20 years.

    Examples
    --------
    >>> expected_lifetime(retention=0.5)
    2.0

    Whoever never leaves stays for ever:

    >>> expected_lifetime(retention=[0, 0.75, 1])
    array([ 1.,  4., inf])
    """
    return run(MODEL, _lifetime, retention)


def _lifetime(do: Verbs, retention: Any) -> Any:
    return do.divide(1, 1 - retention)


MODEL = Model(
    function=expected_lifetime,
    title=Text("Expected lifetime", "预期寿命"),
    question=Text("For how long will a customer stay?", "客户预计能留多久？"),
    arguments=(RETENTION,),
    answer=PERIODS,
    equation="expected_lifetime = 1 / (1 − retention)",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(REICHHELD_SASSER_1990, Evidence.ATTRIBUTED, "", Text("the credit-card figures", "信用卡业务的数字")),
    ),
    decimal=True,
)
