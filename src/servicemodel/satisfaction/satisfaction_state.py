"""The three states of satisfaction, with a band in which a difference does not count."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.satisfaction.disconfirmation import EXPECTATION, PERFORMANCE, POINTS
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T0, OLIVER_1980, WOODRUFF_1983
from servicemodel.tables import Band, Bands


class SatisfactionState(OrderedLabel):
    """What performance against expectation leaves behind, worst to best."""

    DISSATISFIED = "dissatisfied", "dissatisfied", "不满意"
    SATISFIED = "satisfied", "satisfied", "满意"
    DELIGHTED = "delighted", "delighted", "惊喜"


_STATES = tuple(SatisfactionState)

#: The states without a tolerance, for printing and drawing; the function itself compares with the tolerance given.
SATISFACTION_STATES = Bands(
    name="satisfaction_states",
    title=Text("Satisfaction states by disconfirmation, no tolerance", "满意状态（按期望差异，无容忍带）"),
    unit=POINTS,
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(OLIVER_1980, Evidence.ATTRIBUTED), Citation(COURSE_T0, Evidence.COURSE, "6.1.2")),
    rows=(
        Band(label=SatisfactionState.DISSATISFIED, below=0, note=Text("negative disconfirmation", "负向不一致")),
        Band(
            label=SatisfactionState.SATISFIED, at_least=0, at_most=0, note=Text("confirmation", "一致（期望得到验证）")
        ),
        Band(label=SatisfactionState.DELIGHTED, above=0, note=Text("positive disconfirmation", "正向不一致")),
    ),
)


@overload
def satisfaction_state(
    *, performance: Number, expectation: Number, tolerance: Number = ..., tolerance_above: Number | None = ...
) -> SatisfactionState: ...
@overload
def satisfaction_state(
    *,
    performance: Values | Number,
    expectation: Values | Number,
    tolerance: Values | Number = ...,
    tolerance_above: Values | Number | None = ...,
) -> Array: ...
@overload
def satisfaction_state(
    *,
    performance: Expression | Number,
    expectation: Expression | Number,
    tolerance: Expression | Number = ...,
    tolerance_above: Expression | Number | None = ...,
) -> Expression: ...
def satisfaction_state(*, performance: Any, expectation: Any, tolerance: Any = 0.0, tolerance_above: Any = None) -> Any:
    """Name the state that performance against expectation leaves a customer in.

    Parameters
    ----------
    performance : number, array or expression [points]
        What the customer received, as the customer saw it. Any finite number.
    expectation : number, array or expression [points]
        What the customer expected, on the same interval scale. Any finite number.
    tolerance : number, array or expression [points], default 0
        Half-width of the band around the expectation in which a difference does not count; at least 0.
    tolerance_above : number, array or expression [points], optional
        Another half-width on the upper side; at least 0. Without it the band is symmetric.

    Returns
    -------
    SatisfactionState, array of int8 codes, or string expression
        Codes are positions in :class:`SatisfactionState`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a number is infinite or a tolerance is negative.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``d = performance − expectation; dissatisfied if d < −tolerance; delighted if d > tolerance_above; else satisfied``

    The band is closed on both sides: a difference of exactly the tolerance still satisfies, so that a tolerance of 0
    gives the three states of the source. No width is published; the band is a convention of this library after the
    zone of indifference [2]_.

    References
    ----------
    .. [1] Oliver (1980): negative disconfirmation, confirmation, positive disconfirmation.
    .. [2] Woodruff, Cadotte & Jenkins (1983): a zone of indifference around a norm.

    Examples
    --------
    >>> satisfaction_state(performance=4, expectation=5)
    <SatisfactionState.DISSATISFIED: 'dissatisfied'>

    The edge of the band still satisfies; past it the customer is delighted:

    >>> satisfaction_state(performance=[6, 6.0001], expectation=5, tolerance=1)
    array([1, 2], dtype=int8)
    """
    return run(
        MODEL,
        _state,
        performance,
        expectation,
        tolerance,
        tolerance if tolerance_above is None else tolerance_above,
    )


def _state(do: Verbs, performance: Any, expectation: Any, tolerance: Any, tolerance_above: Any) -> Any:
    return do.place(performance - expectation, ((-tolerance, True), (tolerance_above, False)), _STATES)


def _reason(
    *, performance: float, expectation: float, tolerance: float = 0.0, tolerance_above: float | None = None
) -> Text:
    above = tolerance if tolerance_above is None else tolerance_above
    gap = performance - expectation
    if tolerance == above == 0:
        return Text(f"performance minus expectation is {gap:+g}", f"实际绩效减期望为 {gap:+g}")
    return Text(
        f"performance minus expectation is {gap:+g}, and {-tolerance:g} to {above:+g} counts as what was expected",
        f"实际绩效减期望为 {gap:+g}，而 {-tolerance:g} 至 {above:+g} 视为符合期望",
    )


_TOLERANCE = Text("half-width of the band in which a difference does not count", "差异不计的容忍带半宽")

MODEL = Model(
    function=satisfaction_state,
    title=Text("Satisfaction state", "满意状态"),
    question=Text("Was this customer satisfied?", "这位客户满意吗？"),
    arguments=(
        PERFORMANCE,
        EXPECTATION,
        Quantity(name="tolerance", unit=POINTS, at_least=0, meaning=_TOLERANCE),
        Quantity(
            name="tolerance_above",
            unit=POINTS,
            at_least=0,
            meaning=Text("the half-width above the expectation, if another", "期望以上的容忍带半宽（若不同）"),
        ),
    ),
    answer=SatisfactionState,
    equation=(
        "d = performance − expectation; dissatisfied if d < −tolerance; delighted if d > tolerance_above;"
        " else satisfied"
    ),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(OLIVER_1980, Evidence.ATTRIBUTED),
        Citation(COURSE_T0, Evidence.COURSE, "6.1.2"),
        Citation(
            WOODRUFF_1983,
            Evidence.ATTRIBUTED,
            "",
            Text("the idea of a band; no width is published", "容忍带这一思想；宽度未见发表"),
        ),
    ),
    tables=(SATISFACTION_STATES,),
    reason=_reason,
)
