"""Disconfirmation: performance against expectation."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T0, OLIVER_1980

POINTS = Text("points", "分")

PERFORMANCE = Quantity(
    name="performance",
    unit=POINTS,
    meaning=Text("what the customer received, as the customer saw it", "客户实际感知的绩效"),
)
EXPECTATION = Quantity(
    name="expectation",
    unit=POINTS,
    meaning=Text("what the customer expected, on the same scale", "客户的期望，与绩效用同一量表"),
)


@overload
def disconfirmation(*, performance: Number, expectation: Number) -> float: ...
@overload
def disconfirmation(*, performance: Values | Number, expectation: Values | Number) -> Array: ...
@overload
def disconfirmation(*, performance: Expression | Number, expectation: Expression | Number) -> Expression: ...
def disconfirmation(*, performance: Any, expectation: Any) -> Any:
    """Return how far performance lies above expectation; negative is a shortfall.

    Parameters
    ----------
    performance : number, array or expression [points]
        What the customer received, as the customer saw it. Any finite number.
    expectation : number, array or expression [points]
        What the customer expected, on the same interval scale. Any finite number.

    Returns
    -------
    float, array of float64, or expression [points]
        Positive: better than expected. Missing where an input is missing.

    Raises
    ------
    DomainError
        If a number is infinite.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``disconfirmation = performance − expectation``

    The course text prints the difference the other way round although its own three states need this one [2]_;
    what it prints is the shortfall, ``-disconfirmation``, and is never called satisfaction here.

    References
    ----------
    .. [1] Oliver (1980), the cognitive model: satisfaction rises with this difference.
    .. [2] Course text T0, section 6.1.2.

    Examples
    --------
    >>> disconfirmation(performance=4, expectation=5)
    -1

    Missing stays missing, wherever it stands:

    >>> disconfirmation(performance=[4, None], expectation=5)
    array([-1., nan])
    """
    return run(MODEL, _difference, performance, expectation)


def _difference(_: Verbs, performance: Any, expectation: Any) -> Any:
    return performance - expectation


MODEL = Model(
    function=disconfirmation,
    title=Text("Disconfirmation of expectations", "期望不一致"),
    question=Text("How far was performance above or below expectation?", "实际绩效比期望高多少或低多少？"),
    arguments=(PERFORMANCE, EXPECTATION),
    answer=POINTS,
    equation="disconfirmation = performance − expectation",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(OLIVER_1980, Evidence.ATTRIBUTED),
        Citation(
            COURSE_T0,
            Evidence.COURSE,
            "6.1.2",
            Text(
                "printed with the sign reversed; its three states need this one", "教材公式符号相反，其三种状态需要此式"
            ),
        ),
    ),
)
