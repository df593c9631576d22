"""The share of satisfied customers, and the share of dissatisfied ones."""

from __future__ import annotations

from typing import Any

from servicemodel.labels import Text
from servicemodel.survey.boxes import box, check_boxes, points_of
from servicemodel.survey.intervals import IntervalMethod
from servicemodel.survey.measure import Answers, Measure, check_interval, check_scale, measured_by
from servicemodel.survey.scale import Scale
from servicemodel.survey.score import Score

_INTERVALS = (IntervalMethod.WILSON, IntervalMethod.WALD)


def satisfied_measure(*, scale: Scale, boxes: int = 2, interval: Any = IntervalMethod.WILSON) -> Measure:
    """Return what a share of satisfied customers counts."""
    return _measure(scale, boxes, interval, best=True)


def dissatisfied_measure(*, scale: Scale, boxes: int = 2, interval: Any = IntervalMethod.WILSON) -> Measure:
    """Return what a share of dissatisfied customers counts."""
    return _measure(scale, boxes, interval, best=False)


def _measure(scale: Scale, boxes: int, interval: Any, *, best: bool) -> Measure:
    groups = box(check_scale(scale), check_boxes(scale, boxes), best=best)
    title = (
        Text(f"CSAT, the {boxes} best answers", f"满意度（CSAT，前 {boxes} 档）")
        if best
        else Text(f"DSAT, the {boxes} worst answers", f"不满意度（DSAT，后 {boxes} 档）")
    )
    return Measure(
        title=title,
        scale=scale,
        groups=groups,
        points=points_of(groups),
        interval=check_interval(interval, _INTERVALS),
        citations=groups.citations,
    )


@measured_by(satisfied_measure)
def csat(
    *,
    answers: Answers,
    scale: Scale,
    weight: Answers | None = None,
    boxes: int = 2,
    interval: IntervalMethod | str = IntervalMethod.WILSON,
    confidence: float = 0.95,
) -> Score:
    """Return the share of satisfied customers: those who gave one of the best answers.

    Parameters
    ----------
    answers : list or array [points]
        ``None``, NaN and the scale's missing codes are no answer.
    scale : Scale
        There is no default: 4 is a good answer on five points and a middling one on seven.
    weight : list or array, optional
        Survey weights, one an answer, at least 0.
    boxes : int, default 2
        How many of the best answers count.
    interval : {"wilson", "wald"}
    confidence : float, default 0.95 [share]

    Returns
    -------
    Score [share]
        From 0 to 1; ``None`` where nobody answered.

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code, or there are not so many boxes.
    TypeError
        If something is no number.

    Notes
    -----
    ``CSAT = answers of at least (highest − boxes + 1) / all answers;  SE = √(p (1 − p) / n)``

    It is not the mean. An answer between two points, such as 3.9 of five, is not yet in the box. Two boxes are 40 % of a
    five-point scale and 20 % of a ten-point one, so shares on different scales cannot be compared.

    References
    ----------
    .. [1] Guides of survey vendors: the two best answers over all answers.

    Examples
    --------
    >>> from servicemodel.survey import FIVE_POINT
    >>> csat(answers=[5, 4, 3, 2, None], scale=FIVE_POINT).value
    0.5
    >>> csat(answers=[3.99], scale=FIVE_POINT).value
    0.0
    """
    return satisfied_measure(scale=scale, boxes=boxes, interval=interval).of_answers(answers, weight, confidence)


@measured_by(dissatisfied_measure)
def dsat(
    *,
    answers: Answers,
    scale: Scale,
    weight: Answers | None = None,
    boxes: int = 2,
    interval: IntervalMethod | str = IntervalMethod.WILSON,
    confidence: float = 0.95,
) -> Score:
    """Return the share of dissatisfied customers: those who gave one of the worst answers.

    Parameters
    ----------
    answers, scale, weight, boxes, interval, confidence
        As for :func:`csat`; ``boxes`` counts from the worst answer.

    Returns
    -------
    Score [share]
        From 0 to 1; ``None`` where nobody answered.

    Raises
    ------
    DomainError, TypeError
        As for :func:`csat`.

    Notes
    -----
    ``DSAT = answers of at most (lowest + boxes − 1) / all answers``

    On three points two boxes from each end overlap: the middle answer then counts in both.

    References
    ----------
    .. [1] As for :func:`csat`; the two shares are reported together.

    Examples
    --------
    >>> from servicemodel.survey import FIVE_POINT
    >>> dsat(answers=[5, 4, 3, 2, None], scale=FIVE_POINT).value
    0.25
    """
    return dissatisfied_measure(scale=scale, boxes=boxes, interval=interval).of_answers(answers, weight, confidence)
