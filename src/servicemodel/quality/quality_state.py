"""Below, at or above expectation: the name of a gap."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Evidence
from servicemodel.tables import Band, Bands

_POINTS = Text("points", "分")


class QualityState(OrderedLabel):
    """How perceived quality stands to what was expected, worst to best."""

    BELOW = "below", "below expectation", "低于期望"
    MEETS = "meets", "meets expectation", "符合期望"
    EXCEEDS = "exceeds", "exceeds expectation", "超越期望"


#: The sign of the gap, named; nothing is published.
QUALITY_STATES = Bands(
    name="quality_states",
    title=Text("Perceived quality against expectation", "感知质量与期望"),
    unit=_POINTS,
    evidence=Evidence.CONVENTION,
    rows=(
        Band(label=QualityState.BELOW, below=0),
        Band(label=QualityState.MEETS, at_least=0, at_most=0),
        Band(label=QualityState.EXCEEDS, above=0),
    ),
)


@overload
def quality_state(*, gap: Number, table: Bands = ...) -> QualityState: ...
@overload
def quality_state(*, gap: Values, table: Bands = ...) -> Array: ...
@overload
def quality_state(*, gap: Expression, table: Bands = ...) -> Expression: ...
def quality_state(*, gap: Any, table: Bands = QUALITY_STATES) -> Any:
    """Name a gap of service quality: below, at or above expectation.

    Parameters
    ----------
    gap : number, array or expression [points]
        Perceived less expected.
    table : Bands, default QUALITY_STATES
        With bands of your own, a small gap may count as none.

    Returns
    -------
    QualityState, array of int8 codes, or string expression
        Codes are positions in :class:`QualityState`; -1 and null where the gap is missing.

    Raises
    ------
    DomainError
        If a number is infinite.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``state = band of gap: below 0, exactly 0, above 0``

    A mean of many answers is hardly ever exactly 0; whether it differs from 0 by more than chance is what its interval says.

    Examples
    --------
    >>> quality_state(gap=-0.63)
    <QualityState.BELOW: 'below'>
    >>> quality_state(gap=[0, 1e-12, None])
    array([ 1,  2, -1], dtype=int8)
    """
    return run(MODEL, lambda do, gap: do.classify(table, gap), gap)


MODEL = Model(
    function=quality_state,
    title=Text("State of perceived quality", "感知质量状态"),
    question=Text("Is the service below, at or above expectation?", "服务低于、符合还是超越期望？"),
    arguments=(
        Quantity(name="gap", unit=_POINTS, meaning=Text("perceived less expected quality", "感知质量减期望质量")),
    ),
    answer=QualityState,
    equation="state = band of gap: below 0, exactly 0, above 0",
    evidence=Evidence.CONVENTION,
    citations=(),
    tables=(QUALITY_STATES,),
)
