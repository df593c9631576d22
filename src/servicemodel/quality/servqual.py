"""SERVQUAL and SERVPERF: the quality of a service from many answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Text
from servicemodel.quality.service_quality import QualityGap, ServiceQuality
from servicemodel.quality.servqual_items import SERVQUAL_1988
from servicemodel.survey import Direction, Instrument, InstrumentScores, MissingItems, Scale, Score
from servicemodel.survey.instrument import ItemAnswers
from servicemodel.survey.instrument_scores import OVER_ITEMS, TOTAL, WEIGHTED_TOTAL, score_of
from servicemodel.survey.intervals import z_of
from servicemodel.survey.missing_items import Column, Sums, combine
from servicemodel.tables import Weights

_KINDS = ("expectation", "perception", "gap")


def servqual(
    *,
    expectations: ItemAnswers,
    perceptions: ItemAnswers,
    instrument: Instrument = SERVQUAL_1988,
    table: Weights | None = None,
    weight: Sequence[Any] | NDArray[Any] | None = None,
    missing_items: MissingItems | str = MissingItems.COMPLETE,
    confidence: float = 0.95,
) -> ServiceQuality:
    """Return how far a service is above or below what customers expect, by item, by dimension and as a whole.

    Parameters
    ----------
    expectations, perceptions : mapping of item id to list or array, or rows of respondents [points]
        Answers of the same respondents in the same order. Give them as they were ticked: reverse-keyed items are
        turned round here, once.
    instrument : Instrument, default SERVQUAL_1988
    table : Weights, optional
        Importance of the dimensions, such as ``SERVQUAL_WEIGHTS`` or what your customers say; left out, that of the
        instrument, if it has one.
    weight : list or array, optional
        Survey weights, one a respondent, at least 0.
    missing_items : MissingItems, default COMPLETE
        Which respondents get a score in a dimension although they left items of it out. An item counts as answered when
        both its expectation and its perception are there.
    confidence : float, default 0.95 [share]

    Returns
    -------
    ServiceQuality [points]

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code.
    ServiceModelError
        If items or numbers of respondents differ, weights are of other dimensions, or lower answers are better.
    TypeError
        If something is no number.

    Notes
    -----
    ``gap = perception − expectation;  dimension = mean of its gaps;  SERVQUAL = mean of dimensions, or Σ weight × dimension``

    first within each respondent, then over respondents; this equals the pooled mean of all answers for complete data only.
    Expectations, perceptions and gaps are of the same respondents, so that gap = perception − expectation holds for the
    means too.

    Nearly everybody expects nearly everything, so that gaps are hardly ever above 0; see ``at_ceiling``. Perceptions alone
    (:func:`servperf`) often predict satisfaction better than gaps, a difference is less reliable than what it is made of
    (:func:`difference_score_reliability`), and the five dimensions did not come out again in other data.

    References
    ----------
    .. [1] Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1), 12-40.
    .. [2] Carman (1990); Babakus & Boller (1992); Teas (1993); Buttle (1996): what speaks against it.

    Examples
    --------
    >>> ideal, found = [[7] * 22, [6] * 22], [[5] * 22, [6] * 22]
    >>> for row in (*ideal, *found):  # items 10 to 13 and 18 to 22 ask the opposite
    ...     row[9:13] = [8 - answer for answer in row[9:13]]
    ...     row[17:22] = [8 - answer for answer in row[17:22]]
    >>> result = servqual(expectations=ideal, perceptions=found)
    >>> result.unweighted.gap.value, result.dimension("empathy").gap.value
    (-1.0, -1.0)

    Nobody answered: the value is missing, and no error.

    >>> servqual(expectations=[[None] * 22], perceptions=[[None] * 22]).unweighted.gap.value
    """
    rule = MissingItems(missing_items)
    z_of(confidence)
    scale, weights = _checked(instrument).scale, instrument.weights if table is None else table
    if scale.direction is Direction.LOWER_IS_BETTER:
        raise ServiceModelError(f"a gap is read as perceived less expected; on {scale.name!r} lower is better")
    shares = instrument.shares(weights)
    difference = attrs.evolve(
        scale, name="gap", title=_GAPS, low=-scale.width, high=scale.width, missing=(), whole=False
    )
    scales = dict(zip(_KINDS, (scale, scale, difference), strict=True))

    def found(title: Text, values: dict[str, Column]) -> QualityGap:
        scores: dict[str, Score] = {
            kind: score_of(title, scales[kind], values[kind], weight, confidence) for kind in _KINDS
        }
        return QualityGap(**scores)

    asked = instrument.by_item(expectations, name="expectations")
    told = instrument.by_item(perceptions, name="perceptions")
    of_dimension = {dimension.key: _sums() for dimension in instrument.dimensions}
    of_all, items, best, both = _sums(), {}, 0, 0
    for item in instrument.items:
        expected = instrument.column(asked, item, name="expectations")
        perceived = instrument.column(told, item, name="perceptions")
        triple = _paired(expected, perceived)
        items[item.id] = found(item.text, triple)
        for kind in _KINDS:
            of_dimension[item.dimension][kind].add(triple[kind])
            of_all[kind].add(triple[kind])
        best += int((triple["expectation"] == scale.high).sum())
        both += int((~np.isnan(triple["gap"])).sum())
    means = {key: _means(sums, rule, scales) for key, sums in of_dimension.items()}

    def whole(title: Text, shares: dict[str, float]) -> QualityGap:
        return found(
            title,
            {kind: combine({key: mean[kind] for key, mean in means.items()}, shares, scales[kind]) for kind in _KINDS},
        )

    return ServiceQuality(
        instrument=instrument,
        dimensions={dimension.key: found(dimension.title, means[dimension.key]) for dimension in instrument.dimensions},
        items=items,
        unweighted=whole(TOTAL, instrument.shares(None)),
        weighted=None if weights is None else whole(WEIGHTED_TOTAL, shares),
        over_items=found(OVER_ITEMS, _means(of_all, rule, scales)),
        at_ceiling=best / both if both else None,
        missing_items=rule,
        table=weights,
        respondents={key: mean["gap"] for key, mean in means.items()},
    )


_GAPS = Text("perceived less expected", "感知减期望")


def _checked(instrument: Instrument) -> Instrument:
    if not isinstance(instrument, Instrument):
        raise TypeError(f"instrument must be an Instrument, such as SERVQUAL_1988; got {type(instrument).__qualname__}")
    return instrument


def _sums() -> dict[str, Sums]:
    return {kind: Sums() for kind in _KINDS}


def _means(sums: dict[str, Sums], rule: MissingItems, scales: dict[str, Scale]) -> dict[str, Column]:
    return {kind: sums[kind].means(rule, scales[kind]) for kind in _KINDS}


def _paired(expected: Column, perceived: Column) -> dict[str, Column]:
    """Return expectations, perceptions and gaps of those who answered both."""
    if expected.shape != perceived.shape:
        msg = (
            f"expectations are of {expected.size} respondents, perceptions of {perceived.size}: give those of the same"
        )
        raise ServiceModelError(msg)
    gap = perceived - expected
    alone = np.isnan(gap)
    return dict(zip(_KINDS, (np.where(alone, np.nan, expected), np.where(alone, np.nan, perceived), gap), strict=True))


def servperf(
    *,
    perceptions: ItemAnswers,
    instrument: Instrument = SERVQUAL_1988,
    table: Weights | None = None,
    weight: Sequence[Any] | NDArray[Any] | None = None,
    missing_items: MissingItems | str = MissingItems.COMPLETE,
    confidence: float = 0.95,
) -> InstrumentScores:
    """Return the quality that customers perceive, without asking what they expect.

    Parameters
    ----------
    perceptions : mapping of item id to list or array, or rows of respondents [points]
        As they were ticked: reverse-keyed items are turned round here, once.
    instrument : Instrument, default SERVQUAL_1988
    table : Weights, optional
        Importance of the dimensions, for the weighted form; left out, that of the instrument, if it has one.
    weight : list or array, optional
        Survey weights, one a respondent, at least 0.
    missing_items : MissingItems, default COMPLETE
        Which respondents get a score in a dimension although they left items of it out.
    confidence : float, default 0.95 [share]

    Returns
    -------
    InstrumentScores [points]
        Means, from 1 to 7. ``over_items`` times the number of items is the sum that Cronin and Taylor print.

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code.
    ServiceModelError
        If items or numbers of respondents differ, or weights are of other dimensions.
    TypeError
        If something is no number.

    Notes
    -----
    ``SERVPERF = mean of dimensions of perception, or Σ weight × dimension``

    Cronin and Taylor sum over items and weigh each item; with five weights for five dimensions, those of one dimension
    count alike.

    References
    ----------
    .. [1] Cronin & Taylor (1992), Journal of Marketing 56(3), 55-68.

    Examples
    --------
    >>> from servicemodel.quality import SERVQUAL_1994
    >>> servperf(perceptions=[[6] * 21, [5] * 21], instrument=SERVQUAL_1994).total.value
    5.5

    A 6 on an item that asks the opposite is a 2:

    >>> servperf(perceptions=[[6] * 22]).dimension("responsiveness").value
    2.0
    """
    instrument = _checked(instrument)
    weighed = instrument if table is None else attrs.evolve(instrument, weights=table)
    return weighed.read(perceptions, weight=weight, missing_items=missing_items, confidence=confidence)
