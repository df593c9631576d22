"""Boxes: the best and the worst answers of a scale."""

from __future__ import annotations

from servicemodel.errors import DomainError
from servicemodel.labels import OrderedLabel, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import SATISFACTION_PRACTICE
from servicemodel.survey.scale import Direction, Scale
from servicemodel.tables import Band, Bands


class Box(OrderedLabel):
    """Whether an answer is among those counted."""

    OUTSIDE = "outside", "other answers", "其他回答"
    INSIDE = "inside", "in the box", "计入档"


def check_boxes(scale: Scale, boxes: int) -> int:
    """Return how many answers are counted; fewer than the scale has."""
    if isinstance(boxes, bool) or not isinstance(boxes, int):
        msg = f"boxes must be a whole number; got {boxes!r}"
        raise TypeError(msg)
    if not 1 <= boxes <= scale.width:
        raise DomainError("boxes", boxes, f"from 1 to {scale.width:g}, fewer than the answers of {scale.name!r}")
    return boxes


def box(scale: Scale, boxes: int, *, best: bool) -> Bands:
    """Return the best (or worst) ``boxes`` answers of a scale of whole steps, and all others, as two bands."""
    high = best is (scale.direction is Direction.HIGHER_IS_BETTER)
    if high:
        edge = scale.high - boxes + 1
        rows = (
            Band(label=Box.OUTSIDE, at_least=scale.low, below=edge),
            Band(label=Box.INSIDE, at_least=edge, at_most=scale.high),
        )
    else:
        edge = scale.low + boxes - 1
        rows = (
            Band(label=Box.INSIDE, at_least=scale.low, at_most=edge),
            Band(label=Box.OUTSIDE, above=edge, at_most=scale.high),
        )
    seen = Evidence.PUBLISHED if best else Evidence.ATTRIBUTED  # the share of the worst is recalled, not read
    return Bands(
        name="top_box" if best else "bottom_box",
        title=Text("Best answers and all others", "最佳档与其他")
        if best
        else Text("Worst answers and all others", "最差档与其他"),
        unit=scale.title,
        evidence=seen,
        citations=(Citation(SATISFACTION_PRACTICE, seen),),
        rows=rows,
    )


def points_of(groups: Bands) -> tuple[float, ...]:
    """Return 1 for the box and 0 for the rest."""
    return tuple(float(label is Box.INSIDE) for label in groups.labels)
