"""Importance–performance analysis of many attributes."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean, median
from typing import Any

import numpy as np

from servicemodel.arguments import check_scale
from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.labels import is_missing
from servicemodel.quality.importance_map import AttributePoint, Crosshair, ImportanceMap
from servicemodel.quality.importance_performance_quadrant import (
    IMPORTANCE_PERFORMANCE,
    importance_performance_quadrant,
)
from servicemodel.survey.scale import Scale
from servicemodel.survey.score import Score
from servicemodel.tables import Matrix

#: A scale as users hold it: an object, or its ends.
Ends = Scale | tuple[float, float]


def importance_performance(
    *,
    importance: Mapping[str, float | Score],
    performance: Mapping[str, float | Score],
    crosshair: Crosshair | str | tuple[float, float],
    scale: Ends | None = None,
    importance_scale: Ends | None = None,
    table: Matrix = IMPORTANCE_PERFORMANCE,
) -> ImportanceMap:
    """Place attributes by how important they are and how well we do on them.

    Parameters
    ----------
    importance : mapping of str to number or Score [points]
        Each attribute's mean importance, asked, or derived (:func:`servicemodel.derived_importance`).
    performance : mapping of str to number or Score [points]
        Each attribute's mean rating; the same attributes.
    crosshair : Crosshair, str or (importance, performance)
        ``"means"`` or ``"medians"`` of the attributes, the ``"midpoint"`` of the scales, or a point. There is no
        default: it decides what comes out.
    scale : Scale or (low, high), optional
        Of the ratings, and of the importance too unless that has its own; needed for ``"midpoint"`` and for the
        distance from the iso-rating line.
    importance_scale : Scale or (low, high), optional
        Of the importance, if it is another.
    table : Matrix, default IMPORTANCE_PERFORMANCE
        Your own advice for the four quadrants.

    Returns
    -------
    ImportanceMap

    Raises
    ------
    DomainError
        If a number is not on its scale, or not finite.
    LabelError
        If the crosshair is unknown.
    MissingError
        If a number is missing, or a score has no value.
    ServiceModelError
        If the attributes of the two differ, there is none, or a midpoint is asked for without scales.

    Notes
    -----
    ``quadrant = table[importance ≥ crosshair][performance ≥ crosshair]; surplus = importance − performance``

    With means or medians the lines move with every attribute, so improving one can move another to a new quadrant.
    Asked and derived importance disagree, and where an attribute only annoys or only pleases importance itself depends
    on performance. The names stop at a line; the distances do not.

    References
    ----------
    .. [1] Martilla & James (1977), Journal of Marketing 41(1), 77-79.
    .. [2] Bacon (2003); Abalo, Varela & Manzano (2007): the iso-rating line.

    Examples
    --------
    >>> importance = {"done right": 3.83, "low prices": 3.29, "reminders": 2.05}
    >>> performance = {"done right": 2.63, "low prices": 2.0, "reminders": 3.33}
    >>> print(
    ...     importance_performance(importance=importance, performance=performance, crosshair="midpoint", scale=(1, 4))
    ... )
    Importance–performance analysis
      done right: 3.83; 2.63; 1.20; B Keep up the good work
      low prices: 3.29; 2.00; 1.29; A Concentrate here
      reminders: 2.05; 3.33; −1.28; D Possible overkill
      crosshair: importance: 2.5; performance: 2.5 (middle of the scale)

    The same three with the lines at 3:

    >>> importance_performance(importance=importance, performance=performance, crosshair=(3, 3)).attributes_in(
    ...     "concentrate_here"
    ... )
    ('done right', 'low prices')
    """
    performed, important = _ends("scale", scale), _ends("importance_scale", importance_scale) or _ends("scale", scale)
    x, y = _values("performance", performance, performed), _values("importance", importance, important)
    if set(x) != set(y):
        apart = ", ".join(sorted(map(repr, set(x) ^ set(y))))
        raise ServiceModelError(f"importance and performance must have the same attributes; one of them lacks {apart}")
    if not x:
        raise ServiceModelError("importance is empty; give at least one attribute")
    kind, (cut_y, cut_x) = _crosshair(crosshair, list(y.values()), list(x.values()), (important, performed))
    one_scale = performed is not None and performed == important
    return ImportanceMap(
        points=tuple(
            AttributePoint(
                attribute=name,
                importance=y[name],
                performance=x[name],
                surplus=y[name] - x[name] if one_scale else None,
                quadrant=importance_performance_quadrant(
                    importance=y[name],
                    performance=x[name],
                    importance_cut=cut_y,
                    performance_cut=cut_x,
                    table=table,
                ),
            )
            for name in y
        ),
        importance_cut=cut_y,
        performance_cut=cut_x,
        crosshair=kind,
        scale=performed,
        importance_scale=important,
    )


def _ends(name: str, scale: Ends | None) -> tuple[float, float] | None:
    if isinstance(scale, Scale):
        return scale.low, scale.high
    try:
        return check_scale(scale)
    except DomainError as error:
        raise DomainError(name, scale, error.allowed) from None


def _values(name: str, given: Any, scale: tuple[float, float] | None) -> dict[str, float]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{name} must map each attribute to a number; got {type(given).__qualname__}")
    values = {}
    for attribute, value in given.items():
        called = f"{name}[{attribute!r}]"
        if not isinstance(attribute, str) or not attribute.strip():
            raise TypeError(f"the attributes in {name} are named by a text; got {attribute!r}")
        values[attribute] = _number(called, value.value if isinstance(value, Score) else value)
        if scale is not None and not scale[0] <= values[attribute] <= scale[1]:
            raise DomainError(called, values[attribute], f"from {scale[0]:g} to {scale[1]:g}")
    return values


def _number(name: str, value: Any) -> float:
    if is_missing(value):
        raise MissingError(f"{name} is missing; leave the attribute out, or give its mean")
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError(f"{name} must be a number; got {value!r}")
    if not np.isfinite(value):
        raise DomainError(name, value, "a finite number [points]")
    return float(value)


def _crosshair(
    crosshair: Any,
    importance: list[float],
    performance: list[float],
    scales: tuple[tuple[float, float] | None, tuple[float, float] | None],
) -> tuple[Crosshair, tuple[float, float]]:
    if isinstance(crosshair, tuple | list):
        if len(crosshair) != 2:  # noqa: PLR2004 - a point of the plane
            raise ServiceModelError(f"crosshair must be a name or (importance, performance); got {crosshair!r}")
        first, second = (_number("crosshair", value) for value in crosshair)
        return Crosshair.GIVEN, (first, second)
    kind = Crosshair(crosshair)
    if kind is Crosshair.GIVEN:
        raise ServiceModelError("give the point itself as crosshair=(importance, performance)")
    if kind is Crosshair.MEANS:
        return kind, (fmean(importance), fmean(performance))
    if kind is Crosshair.MEDIANS:
        return kind, (median(importance), median(performance))
    if scales[0] is None or scales[1] is None:
        raise ServiceModelError("crosshair='midpoint' needs the scale: scale=(low, high)")
    return kind, (sum(scales[0]) / 2, sum(scales[1]) / 2)
