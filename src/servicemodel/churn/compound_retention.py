"""The share of customers kept over several periods."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.churn.rates import PERIODS, RETENTION, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import GUPTA_LEHMANN_2003


@overload
def compound_retention(*, retention: Number, periods: Number) -> float: ...
@overload
def compound_retention(*, retention: Exact, periods: Exact) -> Decimal: ...
@overload
def compound_retention(*, retention: Values | Number, periods: Values | Number) -> Array: ...
@overload
def compound_retention(*, retention: Expression | Number, periods: Expression | Number) -> Expression: ...
def compound_retention(*, retention: Any, periods: Any) -> Any:
    """Return the share of customers who stay over several periods.

    Parameters
    ----------
    retention : number, Decimal, array or expression [share per period]
        Share of the customers of one period who stay for the next, the same in each; from 0 to 1.
    periods : number, Decimal, array or expression [periods]
        How many; at least 0. Parts of a period count: from a yearly retention, 1/12 gives the monthly one.

    Returns
    -------
    float, Decimal, array of float64, or expression [share over all periods]
        1 after no period, also at a retention of 0.

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
    ``compound_retention = retention ** periods``

    Never multiply a churn rate by the number of periods: 2 % a month is 21.5 % a year, not 24 %.

    References
    ----------
    .. [1] Gupta & Lehmann (2003): the constant retention their lifetime value rests on; the power follows from it.

    Examples
    --------
    Of customers leaving at 2 % a month, 21.528 % are gone in a year:

    >>> round(1 - compound_retention(retention=0.98, periods=12), 5)
    0.21528

    Back from a year to a month, and no time at all:

    >>> round(1 - compound_retention(retention=0.80, periods=1 / 12), 6), compound_retention(retention=0, periods=0)
    (0.018423, 1)
    """
    return run(MODEL, _compound, retention, periods)


def _compound(do: Verbs, retention: Any, periods: Any) -> Any:
    return do.power(retention, periods)


MODEL = Model(
    function=compound_retention,
    title=Text("Compound retention", "多期保持率"),
    question=Text("What share of customers stays over several periods?", "经过多期，还能留住多大比例的客户？"),
    arguments=(
        RETENTION,
        Quantity(
            name="periods",
            unit=PERIODS,
            at_least=0,
            meaning=Text("how many periods; parts of one count", "期数，可以不是整数"),
        ),
    ),
    answer=Text("share over all periods", "全部各期之后仍留下的比例"),
    equation="compound_retention = retention ** periods",
    evidence=Evidence.DERIVED,
    citations=(
        Citation(GUPTA_LEHMANN_2003, Evidence.DERIVED, "", Text("from a constant retention", "由恒定保持率推得")),
    ),
    decimal=True,
)
