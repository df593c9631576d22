"""Importance derived from how an attribute goes with overall satisfaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Label
from servicemodel.quality.least_squares import ContrastErrors, fit
from servicemodel.quality.rated import Rated, read_rated
from servicemodel.survey.measure import Answers
from servicemodel.survey.scale import Scale


class ImportanceMethod(Label):
    """How importance is derived."""

    CORRELATION = "correlation", "correlation with overall satisfaction", "与总体满意度的相关系数"
    REGRESSION = "regression", "standardised regression coefficient", "标准化回归系数"


def derived_importance(
    *,
    overall: Answers,
    ratings: Mapping[str, Answers],
    scale: Scale,
    method: ImportanceMethod | str,
    overall_scale: Scale | None = None,
    weight: Sequence[float | None] | NDArray[Any] | None = None,
) -> dict[str, float]:
    """Return how strongly each attribute goes with overall satisfaction.

    Parameters
    ----------
    overall : list or array [points]
        Each person's overall satisfaction.
    ratings : mapping of str to list or array [points]
        Each attribute's ratings, by the same people in the same order.
    scale : Scale
        Of the ratings; its missing codes never enter.
    method : ImportanceMethod
        ``"correlation"``: of each attribute alone, over the people who rated it. ``"regression"``: standardised
        coefficients of all attributes together, over the people who rated all. There is no default: they rank
        attributes differently.
    overall_scale : Scale, optional
        Of the overall satisfaction, if it is another.
    weight : list or array, optional
        Survey weights, at least 0.

    Returns
    -------
    dict of str to float
        In the order given. Correlations lie between −1 and 1; coefficients usually do.

    Raises
    ------
    DomainError
        If a number is outside its scale.
    LabelError
        If the method is unknown.
    ServiceModelError
        If there are too few answers, one side does not vary, or attributes cannot be told apart.
    TypeError
        If something is no number, or ``ratings`` no mapping.

    Notes
    -----
    ``importance = Σ w (x − x̄)(y − ȳ) / √(Σ w (x − x̄)² Σ w (y − ȳ)²)``

    Of two attributes that rise and fall together the regression may give all to one. What varies little among those
    asked seems unimportant, however much they care: a safe airport makes safety look idle.

    Examples
    --------
    >>> from servicemodel import FIVE_POINT
    >>> happy, clean = [1, 2, 4, 5], [1, 3, 3, 5]
    >>> found = derived_importance(overall=happy, ratings={"clean": clean}, scale=FIVE_POINT, method="correlation")
    >>> round(found["clean"], 4)
    0.8944

    With a single attribute the standardised coefficient is the correlation:

    >>> found = derived_importance(overall=happy, ratings={"clean": clean}, scale=FIVE_POINT, method="regression")
    >>> round(found["clean"], 4)
    0.8944
    """
    how = ImportanceMethod(method)
    rated = read_rated(overall=overall, ratings=ratings, scale=scale, overall_scale=overall_scale, weight=weight)
    return _alone(rated) if how is ImportanceMethod.CORRELATION else _together(rated)


def _alone(rated: Rated) -> dict[str, float]:
    found = {}
    for at, name in enumerate(rated.names):
        x, y = rated.ratings[:, at], rated.overall
        w = np.ones(len(y)) if rated.weight is None else rated.weight
        there = ~(np.isnan(x) | np.isnan(y)) & (w > 0)  # a missing weight is not above 0
        x, y, w = x[there], y[there], w[there]
        if not x.size or np.ptp(x) == 0 or np.ptp(y) == 0:
            raise ServiceModelError(
                f"{name!r} and overall do not both vary over the {x.size} who answered both: no correlation"
            )
        x, y = x - np.average(x, weights=w), y - np.average(y, weights=w)
        found[name] = float((w * x * y).sum() / np.sqrt((w * x * x).sum() * (w * y * y).sum()))
    return found


def _together(rated: Rated) -> dict[str, float]:
    there = rated.complete
    y, x = rated.overall[there], rated.ratings[there]
    w = None if rated.weight is None else rated.weight[there]
    coefficients = fit(x, y, w, ContrastErrors.CLASSICAL, [repr(name) for name in rated.names]).coefficients[1:]
    spread_x = np.sqrt(np.average((x - np.average(x, axis=0, weights=w)) ** 2, axis=0, weights=w))
    spread_y = np.sqrt(np.average((y - np.average(y, weights=w)) ** 2, weights=w))
    return dict(zip(rated.names, (coefficients * spread_x / spread_y).tolist(), strict=True))
