"""Service superiority: performance against what a customer hopes for."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.satisfaction.disconfirmation import PERFORMANCE, POINTS
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import LIBQUAL, PARASURAMAN_1994, ZEITHAML_1993

DESIRED = Quantity(
    name="desired",
    unit=POINTS,
    meaning=Text("desired service: what the customer hopes to receive", "渴望服务：客户希望得到的水平"),
)


@overload
def service_superiority(*, performance: Number, desired: Number) -> float: ...
@overload
def service_superiority(*, performance: Values | Number, desired: Values | Number) -> Array: ...
@overload
def service_superiority(*, performance: Expression | Number, desired: Expression | Number) -> Expression: ...
def service_superiority(*, performance: Any, desired: Any) -> Any:
    """Return how far performance lies above desired service; negative is below what the customer hoped for.

    Parameters
    ----------
    performance : number, array or expression [points]
        What the customer received, as the customer saw it. Any finite number.
    desired : number, array or expression [points]
        What the customer hopes to receive, on the same interval scale. Any finite number.

    Returns
    -------
    float, array of float64, or expression [points]
        The measure of service superiority (MSS). Missing where an input is missing.

    Raises
    ------
    DomainError
        If a number is infinite.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``superiority = performance − desired``

    Libraries report it as the *superiority gap*, perceived minus desired [1]_. It is usually negative, and performance
    alone often predicts satisfaction better than this gap does.

    References
    ----------
    .. [1] LibQUAL+, the superiority gap.
    .. [2] Parasuraman, Zeithaml & Berry (1994), the measure of service superiority.
    .. [3] Zeithaml, Berry & Parasuraman (1993), p. 6: desired service is what the customer hopes to receive.

    Examples
    --------
    >>> round(service_superiority(performance=7.00, desired=7.88), 2)
    -0.88

    Exactly what was hoped for is not superior:

    >>> service_superiority(performance=[8, None], desired=8)
    array([ 0., nan])
    """
    return run(MODEL, _difference, performance, desired)


def _difference(_: Verbs, performance: Any, desired: Any) -> Any:
    return performance - desired


MODEL = Model(
    function=service_superiority,
    title=Text("Measure of service superiority", "服务优越度"),
    question=Text("How far was performance above what the customer hoped for?", "绩效比客户希望得到的水平高多少？"),
    arguments=(PERFORMANCE, DESIRED),
    answer=POINTS,
    equation="superiority = performance − desired",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(LIBQUAL, Evidence.PUBLISHED, "superiority gap", Text("perceived minus desired", "感知减渴望")),
        Citation(PARASURAMAN_1994, Evidence.ATTRIBUTED),
        Citation(
            ZEITHAML_1993,
            Evidence.PUBLISHED,
            "p. 6",
            Text("the term desired service, as quoted by others", "“渴望服务”一词，据他人引文"),
        ),
    ),
)
