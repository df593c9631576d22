"""The net promoter score."""

from __future__ import annotations

from typing import Any

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import NPS_PACKAGE, REICHHELD_2003, ROCKS_2016
from servicemodel.survey.intervals import IntervalMethod
from servicemodel.survey.measure import Answers, Measure, check_interval, check_scale, measured_by
from servicemodel.survey.nps_group import NPS_GROUPS, check_groups
from servicemodel.survey.scale import ZERO_TO_TEN, Direction, Scale
from servicemodel.survey.score import Score
from servicemodel.tables import Bands

_INTERVALS = (IntervalMethod.ADJUSTED_WALD, IntervalMethod.WALD)

#: Answers that the adjusted interval adds to detractors, passives and promoters: three in all.
_ADDED = (0.75, 1.5, 0.75)

_CITATIONS = (
    Citation(REICHHELD_2003, Evidence.ATTRIBUTED),
    Citation(NPS_PACKAGE, Evidence.PUBLISHED, "", Text("variance, intervals and tests", "方差、区间与检验")),
    Citation(ROCKS_2016, Evidence.ATTRIBUTED, "", Text("the adjusted interval", "调整区间")),
)


def net_promoter_measure(
    *, scale: Scale = ZERO_TO_TEN, table: Bands = NPS_GROUPS, interval: Any = IntervalMethod.ADJUSTED_WALD
) -> Measure:
    """Return what a net promoter score counts."""
    check_scale(scale)
    if (scale.low, scale.high) != (ZERO_TO_TEN.low, ZERO_TO_TEN.high) or scale.direction is Direction.LOWER_IS_BETTER:
        msg = (
            f"a net promoter score is asked on 0 to 10, higher is better; got {scale.name!r} from {scale.low:g} to"
            f" {scale.high:g}, {scale.direction.en}"
        )
        raise ServiceModelError(msg)
    return Measure(
        title=Text("Net promoter score", "净推荐值（NPS）"),
        scale=scale,
        groups=check_groups(table),
        points=(-1.0, 0.0, 1.0),
        interval=check_interval(interval, _INTERVALS),
        added=_ADDED,
        citations=_CITATIONS,
    )


@measured_by(net_promoter_measure)
def nps(
    *,
    answers: Answers,
    weight: Answers | None = None,
    scale: Scale = ZERO_TO_TEN,
    table: Bands = NPS_GROUPS,
    interval: IntervalMethod | str = IntervalMethod.ADJUSTED_WALD,
    confidence: float = 0.95,
) -> Score:
    """Return the net promoter score of many answers: share of promoters less share of detractors.

    Parameters
    ----------
    answers : list or array [points, 0 to 10]
        ``None``, NaN and the scale's missing codes are no answer.
    weight : list or array, optional
        Survey weights, one an answer, at least 0. A row without a weight counts as missing.
    scale : Scale, default ZERO_TO_TEN
        With the missing codes of your file: ``attrs.evolve(ZERO_TO_TEN, missing=(11,))``.
    table : Bands, default NPS_GROUPS
        See :func:`nps_group`.
    interval : {"adjusted_wald", "wald"}
        The adjusted one adds three answers, ¾ detractor, 1½ passive and ¾ promoter, so that few answers do not look
        certain.
    confidence : float, default 0.95 [share]

    Returns
    -------
    Score [share]
        ``value`` from −1 to 1, as people quote it times 100; ``None`` where nobody answered.

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code, a weight is negative, or the confidence is not a share.
    ServiceModelError
        If the scale is not 0 to 10.
    TypeError
        If something is no number.

    Notes
    -----
    ``NPS = promoters / n − detractors / n;  variance of one answer = p + d − (p − d)²;  SE = √(variance / n)``

    With weights, shares are of weight, and ``n`` in the error is the number of equal answers that would be as precise,
    (Σw)² / Σw² (Kish), which leaves strata and clusters out of account.

    One number from eleven loses most of what was answered; the cut points are a convention and answer styles differ
    between countries, so compare like with like. NPS is a registered mark of Bain, Satmetrix and Reichheld.

    References
    ----------
    .. [1] Reichheld (2003), Harvard Business Review 81(12), 46-54.
    .. [2] Variance and tests: package NPS for R. Adjusted interval: Rocks (2016), The American Statistician 70(4).
    .. [3] Kish (1965), Survey Sampling: the effective number of answers.

    Examples
    --------
    >>> print(nps(answers=[0, 7, 7, 9, 9, 9, None]))
    Net promoter score
      value: 1/3
      answers: 6
      missing: 1
      standard error: 0.30429
      95 % interval: −0.267433 … 0.711877 (adjusted Wald)
      detractor: 1
      passive: 2
      promoter: 3
      scale: scale from 0 to 10

    The variance of one answer says how many answers the next survey needs:

    >>> from servicemodel.survey import sample_size
    >>> answered = nps(answers=[0, 7, 7, 9, 9, 9])
    >>> round(answered.variance, 4), sample_size(margin=0.05, variance=answered.variance).n
    (0.5556, 854)

    Nobody answered: there is no score, and it is not an error either.

    >>> nps(answers=[None, float("nan")]).value
    """
    measure = net_promoter_measure(scale=scale, table=table, interval=interval)
    return measure.of_answers(answers, weight, confidence)
