"""Penalty–reward contrast analysis: what a low rating takes, and what a high one adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.quality.contrast import ContrastRule, PenaltyReward, TailDistribution
from servicemodel.quality.contrast_judge import Judge, student
from servicemodel.quality.impact_type import IMPACT_TYPES, check_types
from servicemodel.quality.least_squares import ContrastErrors, fit
from servicemodel.quality.rated import Rated, read_rated
from servicemodel.survey.intervals import z_of
from servicemodel.survey.measure import Answers
from servicemodel.survey.scale import Scale
from servicemodel.tables import Bands


def penalty_reward(
    *,
    overall: Answers,
    ratings: Mapping[str, Answers],
    low: float | Mapping[str, float],
    high: float | Mapping[str, float],
    scale: Scale,
    overall_scale: Scale | None = None,
    weight: Sequence[float | None] | NDArray[Any] | None = None,
    standardised: bool = False,
    errors: ContrastErrors | str = ContrastErrors.HC3,
    distribution: TailDistribution | str = TailDistribution.NORMAL,
    rule: ContrastRule | str = ContrastRule.DIFFERENCE,
    confidence: float = 0.95,
    similar: float = 0.1,
    table: Bands = IMPACT_TYPES,
) -> PenaltyReward:
    """Say of each attribute what a low rating takes from overall satisfaction, and what a high one adds.

    Parameters
    ----------
    overall : list or array [points]
        Each person's overall satisfaction.
    ratings : mapping of str to list or array [points]
        Each attribute's ratings, by the same people in the same order.
    low, high : number or mapping of attribute to number [points]
        A rating of ``low`` or less is low, of ``high`` or more is high; what lies between is the reference. There is no
        default: the literature does not agree.
    scale : Scale
        Of the ratings; its missing codes never enter.
    overall_scale : Scale, optional
        Of the overall satisfaction, if it is another.
    weight : list or array, optional
        Survey weights, at least 0; only with robust errors.
    standardised : bool, default False
        Whether coefficients are in standard deviations: of a level's 0 and 1, and of overall satisfaction. They then
        grow with how common a level is.
    errors : ContrastErrors, default "hc3"
        ``"hc3"`` holds where the spread is not the same everywhere, as on a scale with a ceiling; ``"classical"``
        assumes that it is.
    distribution : TailDistribution, default "normal"
        Of the p-values; ``"t"`` is better below about a hundred people and needs SciPy (extra ``statistics``).
    rule : ContrastRule, default "difference"
        ``"difference"``: neutral where neither coefficient is significant, performance where penalty and reward are not
        significantly different in strength, else basic or excitement by the stronger; ``"significance"``: by which of
        the two is significant; ``"magnitude"``: by the stronger, performance where they differ by no more than
        ``similar`` of their sum.
    confidence : float, default 0.95 [share]
        A p-value below one less this is significant.
    similar : float, default 0.1 [share]
        For the rule ``"magnitude"`` alone.
    table : Bands, default IMPACT_TYPES
        Names of the index of impact asymmetry.

    Returns
    -------
    PenaltyReward
        A row for each attribute; it prints itself.

    Raises
    ------
    DomainError
        If a number is outside its scale or range, or ``low`` is not below ``high``.
    ServiceModelError
        If an attribute has no low, no high or no other ratings, coefficients cannot be told apart, there are too few
        complete rows, or lengths differ.
    ImportError
        If ``distribution="t"`` and SciPy is missing.
    TypeError
        If something is no number, or ``ratings`` no mapping.

    Notes
    -----
    ``overall = constant + Σ (penalty × low + reward × high) + rest``, by least squares over people with all ratings

    Extreme ratings are rare and attributes rise and fall together, so single coefficients are unstable: read the
    errors. Under the rule "difference" a performance factor may be one of which too few were rated low to tell: look at
    ``low`` and at the error of the penalty. A coefficient is what goes with a rating, all else rated equal; it is no proof that changing the one changes
    the other. Means of those who are content less the others are not this analysis.

    References
    ----------
    .. [1] Brandt (1987); Matzler & Sauerwein (2002): the procedure and the three kinds of factor.
    .. [2] Albayrak & Caber (2013): no consensus on levels, coefficients and rule.

    Examples
    --------
    A queue that only annoys, and a gift that only pleases:

    >>> from itertools import product
    >>> from servicemodel import FIVE_POINT, ZERO_TO_TEN
    >>> people = list(product((1, 3, 5), repeat=2))
    >>> queue, gift = ([person[i] for person in people] for i in (0, 1))
    >>> happy = [7 - 2 * (q == 1) + (g == 5) for q, g in people]
    >>> found = penalty_reward(
    ...     overall=happy,
    ...     ratings={"queue": queue, "gift": gift},
    ...     low=2,
    ...     high=4,
    ...     scale=FIVE_POINT,
    ...     overall_scale=ZERO_TO_TEN,
    ... )
    >>> [(one.attribute, round(one.penalty, 6), round(one.reward, 6), one.type.value) for one in found.attributes]
    [('queue', -2.0, 0.0, 'basic'), ('gift', 0.0, 1.0, 'excitement')]

    An attribute that nobody rated low has no penalty to speak of:

    >>> penalty_reward(overall=[1, 5, 3], ratings={"queue": [3, 5, 4]}, low=2, high=5, scale=FIVE_POINT)
    Traceback (most recent call last):
    servicemodel.errors.ServiceModelError: 'queue' has no low rating (at most 2) among 3 complete answers
    """
    kind, by, tails = ContrastErrors(errors), ContrastRule(rule), TailDistribution(distribution)
    z_of(confidence)  # refused before the work
    _share("similar", similar)
    if table is not IMPACT_TYPES:
        check_types(table)
    if tails is TailDistribution.T:
        student()  # missing SciPy is said before the work, too
    if weight is not None and kind is ContrastErrors.CLASSICAL:
        raise ServiceModelError("survey weights need robust errors: take errors='hc3'")
    rated = read_rated(overall=overall, ratings=ratings, scale=scale, overall_scale=overall_scale, weight=weight)
    there = rated.complete
    response, chosen = rated.overall[there], rated.ratings[there]
    heavy = None if rated.weight is None else rated.weight[there]
    lows, highs = _cuts("low", low, rated, scale), _cuts("high", high, rated, scale)
    columns = _levels(rated.names, chosen, lows, highs)
    found = fit(columns, response, heavy, kind, [f"{level} {name!r}" for name in rated.names for level in _LEVELS])
    scales = (
        _spreads(columns, heavy) / _spreads(response[:, None], heavy) if standardised else np.ones(columns.shape[1])
    )
    coefficients = found.coefficients[1:] * scales
    covariance = found.covariance[1:, 1:] * np.outer(scales, scales)
    judge = Judge(by, 1 - confidence, similar, tails, found.degrees, table)
    counts = columns.sum(axis=0).astype(int).tolist()
    return PenaltyReward(
        attributes=tuple(
            judge.contrast(name, counts[at : at + 2], coefficients[at : at + 2], covariance[at : at + 2, at : at + 2])
            for at, name in zip(range(0, len(counts), 2), rated.names, strict=True)
        ),
        intercept=float(found.coefficients[0]),
        n=len(response),
        missing=len(rated.overall) - len(response),
        r_squared=found.r_squared,
        degrees=found.degrees,
        weighted=weight is not None,
        standardised=bool(standardised),
        errors=kind,
        distribution=tails,
        rule=by,
        confidence=float(confidence),
    )


_LEVELS = ("low", "high")


def _share(name: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number; got {value!r}")
    if not 0 <= value < 1:
        raise DomainError(name, value, "at least 0 and below 1 [share]")


def _cuts(name: str, cut: Any, rated: Rated, scale: Scale) -> list[float]:
    """Return the cut of each attribute."""
    if isinstance(cut, Mapping):
        if set(cut) != set(rated.names):
            apart = ", ".join(sorted(repr(one) for one in set(cut) ^ set(rated.names)))
            raise ServiceModelError(f"{name} must give a number for each attribute, and for no other; see {apart}")
        given = [(f"{name}[{attribute!r}]", cut[attribute]) for attribute in rated.names]
    else:
        given = [(name, cut)] * len(rated.names)
    for called, value in given:
        if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
            raise TypeError(f"{called} must be a number; got {value!r}")
        if not scale.low <= value <= scale.high:  # NaN is on no scale
            raise DomainError(called, value, f"a rating from {scale.low:g} to {scale.high:g}")
    return [float(value) for _, value in given]


def _levels(
    names: Sequence[str], ratings: NDArray[np.float64], lows: Sequence[float], highs: Sequence[float]
) -> NDArray[np.bool_]:
    """Return two columns of 0 and 1 for each attribute: rated low, rated high."""
    columns = []
    for at, (name, low, high) in enumerate(zip(names, lows, highs, strict=True)):
        if not low < high:
            raise DomainError("low", low, f"below high, {high:g}, for {name!r}")
        column = ratings[:, at]
        is_low, is_high = column <= low, column >= high
        for words, there in (
            (f"low rating (at most {low:g})", is_low),
            (f"high rating (at least {high:g})", is_high),
            (f"rating between {low:g} and {high:g}", ~(is_low | is_high)),
        ):
            if not there.any():
                raise ServiceModelError(f"{name!r} has no {words} among {len(column)} complete answers")
        columns += [is_low, is_high]
    return np.column_stack(columns)


def _spreads(columns: NDArray[Any], weight: NDArray[np.float64] | None) -> NDArray[np.float64]:
    """Return the standard deviation of each column, weighted where there are weights."""
    middle = np.average(columns, axis=0, weights=weight)
    return np.sqrt(np.average((columns - middle) ** 2, axis=0, weights=weight))
