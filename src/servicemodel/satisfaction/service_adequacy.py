"""Service adequacy: performance against the least a customer accepts."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.satisfaction.disconfirmation import PERFORMANCE, POINTS
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import LIBQUAL, PARASURAMAN_1994, ZEITHAML_1993

ADEQUATE = Quantity(
    name="adequate",
    unit=POINTS,
    meaning=Text("adequate service: the least the customer accepts", "适当服务：客户可以接受的最低水平"),
)


@overload
def service_adequacy(*, performance: Number, adequate: Number) -> float: ...
@overload
def service_adequacy(*, performance: Values | Number, adequate: Values | Number) -> Array: ...
@overload
def service_adequacy(*, performance: Expression | Number, adequate: Expression | Number) -> Expression: ...
def service_adequacy(*, performance: Any, adequate: Any) -> Any:
    """Return how far performance lies above adequate service; negative is below what the customer accepts.

    Parameters
    ----------
    performance : number, array or expression [points]
        What the customer received, as the customer saw it. Any finite number.
    adequate : number, array or expression [points]
        The least the customer accepts, on the same interval scale. Any finite number.

    Returns
    -------
    float, array of float64, or expression [points]
        The measure of service adequacy (MSA). Missing where an input is missing.

    Raises
    ------
    DomainError
        If a number is infinite.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``adequacy = performance − adequate``

    Libraries report it as the *adequacy gap*, perceived minus minimum [1]_. It exceeds
    :func:`~servicemodel.satisfaction.service_superiority` by exactly the width of the zone of tolerance.

    References
    ----------
    .. [1] LibQUAL+, the adequacy gap.
    .. [2] Parasuraman, Zeithaml & Berry (1994), the measure of service adequacy.
    .. [3] Zeithaml, Berry & Parasuraman (1993), p. 6: adequate service is what the customer will accept.

    Examples
    --------
    >>> round(service_adequacy(performance=7.00, adequate=6.51), 2)
    0.49

    Exactly adequate service is accepted:

    >>> service_adequacy(performance=[6, None], adequate=6)
    array([ 0., nan])
    """
    return run(MODEL, _difference, performance, adequate)


def _difference(_: Verbs, performance: Any, adequate: Any) -> Any:
    return performance - adequate


MODEL = Model(
    function=service_adequacy,
    title=Text("Measure of service adequacy", "服务适当度"),
    question=Text(
        "How far was performance above the least the customer accepts?", "绩效比客户可接受的最低水平高多少？"
    ),
    arguments=(PERFORMANCE, ADEQUATE),
    answer=POINTS,
    equation="adequacy = performance − adequate",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(LIBQUAL, Evidence.PUBLISHED, "adequacy gap", Text("perceived minus minimum", "感知减最低")),
        Citation(PARASURAMAN_1994, Evidence.ATTRIBUTED),
        Citation(
            ZEITHAML_1993,
            Evidence.PUBLISHED,
            "p. 6",
            Text("the term adequate service, as quoted by others", "“适当服务”一词，据他人引文"),
        ),
    ),
)
