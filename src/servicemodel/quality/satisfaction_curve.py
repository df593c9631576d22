"""How satisfaction grows with how far a feature is fulfilled, by its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.labels import is_missing
from servicemodel.quality.kano_labels import KanoCategory
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ATLASON_2018, WANG_JI_2010

#: Who printed the curves; neither text was checked.
SATISFACTION_CURVES = (
    Citation(WANG_JI_2010, Evidence.ATTRIBUTED),
    Citation(ATLASON_2018, Evidence.ATTRIBUTED),
)


@overload
def satisfaction_curve(*, fulfilment: float, better: float, worse: float, category: KanoCategory | str) -> float: ...
@overload
def satisfaction_curve(
    *, fulfilment: NDArray[Any] | Sequence[float | None], better: float, worse: float, category: KanoCategory | str
) -> NDArray[np.float64]: ...
def satisfaction_curve(*, fulfilment: Any, better: float, worse: float, category: KanoCategory | str) -> Any:
    """Return how satisfied people are where a feature is fulfilled so far.

    Parameters
    ----------
    fulfilment : number, list or array [share]
        How far the feature is fulfilled; from 0 to 1. Missing ones in an array stay missing.
    better : float
        What full fulfilment brings; from 0 to 1. :class:`servicemodel.KanoFeature` has it.
    worse : float
        What its lack costs; from −1 to 0.
    category : KanoCategory
        Must-be, one-dimensional or attractive; the others have no curve.

    Returns
    -------
    float or array
        From ``worse`` at 0 to ``better`` at 1: a line where one-dimensional, below it where attractive (convex), above
        it where must-be (concave).

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.
    LabelError
        If the category is unknown.
    ServiceModelError
        If the category has no curve.

    Notes
    -----
    ``O: (CS − DS)x + DS; A: (CS − DS)(eˣ − 1)/(e − 1) + DS; M: (CS − DS)(1 − e⁻ˣ)e/(e − 1) + DS``

    with x the fulfilment, CS better and DS worse. The curves are drawn through two points by assumption; nobody
    measured the shape between them.

    References
    ----------
    .. [1] Wang & Ji (2010); Atlason & Giacalone (2018).

    Examples
    --------
    >>> round(satisfaction_curve(fulfilment=0.5, better=0.6, worse=-0.5, category="attractive"), 6)
    -0.084705
    >>> satisfaction_curve(fulfilment=[0, 1, None], better=0.6, worse=-0.5, category="must_be")
    array([-0.5,  0.6,  nan])
    """
    kind = KanoCategory(category)
    if kind not in _SHAPES:
        curves = ", ".join(repr(one.value) for one in _SHAPES)
        raise ServiceModelError(f"category must be one of {curves}, which have a curve; got {kind.value!r}")
    top, bottom = _number("better", better, 0, 1), _number("worse", worse, -1, 0)
    several = isinstance(fulfilment, np.ndarray | list | tuple)
    x = _numbers(fulfilment) if several else _number("fulfilment", fulfilment, 0, 1)
    # a weighted mean of both ends, so that the ends are exact
    share = _SHAPES[kind](x)
    answer = top * share + bottom * (1 - share)
    return answer if several else float(answer)


_SHAPES = {
    KanoCategory.MUST_BE: lambda x: np.expm1(-x) / np.expm1(-1.0),
    KanoCategory.ONE_DIMENSIONAL: lambda x: x,
    KanoCategory.ATTRACTIVE: lambda x: np.expm1(x) / np.expm1(1.0),
}


def _number(name: str, value: Any, low: float, high: float) -> float:
    if is_missing(value):
        raise MissingError(f"{name} is missing; {low} to {high} is needed")
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError(f"{name} must be a number; got {value!r}")
    if not low <= value <= high:
        raise DomainError(name, value, f"from {low} to {high} [share]")
    return float(value)


def _numbers(values: Any) -> NDArray[np.float64]:
    array = np.asarray(values)
    if array.dtype.kind not in "iufO":
        raise TypeError(f"fulfilment must be numbers; got an array of {array.dtype}")
    x = array.astype(np.float64)
    outside = np.flatnonzero((x < 0) | (x > 1))
    if outside.size:
        first = int(outside[0])
        raise DomainError(
            "fulfilment", x.ravel()[first].item(), "from 0 to 1 [share]", index=first, count=int(outside.size)
        )
    return x
