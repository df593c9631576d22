"""The service recovery paradox: more satisfied after the recovery than without the failure, as an interval."""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist
from typing import Any, ClassVar, overload

import attrs
import numpy as np

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Number, Values, Verbs, run
from servicemodel.evaluate.numbers import check
from servicemodel.labels import OrderedLabel, Text
from servicemodel.markup import SAME_FIGURES, Figures, Grid, bracketed, headed
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import DE_MATOS_2007, MAGNINI_2007, MCCOLLOUGH_1992

_POINTS = Text("points", "分")


class RecoveryFinding(OrderedLabel):
    """What an interval says of satisfaction after a recovery, worst to best."""

    BELOW = "below", "less satisfied than without the failure", "不如未发生失误时满意"
    UNDECIDED = "undecided", "no difference can be told", "看不出差别"
    PARADOX = "paradox", "more satisfied than without the failure", "比未发生失误时更满意"


@attrs.frozen(kw_only=True)
class RecoveryParadox(Figures):
    """Satisfaction after a recovery against satisfaction without the failure, with its interval; prints itself.

    It speaks of satisfaction alone. Whether those customers buy again or recommend is another question.

    Attributes
    ----------
    difference : float or array [points]
        After the recovery minus without the failure.
    low, high : float or array [points]
        The ends of the interval.
    confidence : float
        How often such intervals hold the true difference.

    Examples
    --------
    >>> print(RecoveryParadox(difference=0.3, low=0.1, high=0.5, confidence=0.95))
    Service recovery paradox (more satisfied than without the failure)
      difference in satisfaction: 0.3
      from: 0.1
      to: 0.5
      confidence: 0.95
    """

    title: ClassVar[Text] = Text("Service recovery paradox", "服务补救悖论")

    difference: float | Array = attrs.field(
        eq=SAME_FIGURES, metadata=headed(Text("difference in satisfaction", "满意度之差"))
    )
    low: float | Array = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("from", "下限")))
    high: float | Array = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("to", "上限")))
    confidence: float = attrs.field(metadata=headed(Text("confidence", "置信水平")))

    @property
    def finding(self) -> Any:
        """What the interval says: a :class:`RecoveryFinding`, or ``int8`` codes, -1 where missing.

        Zero on an end of the interval is not excluded by it, and so undecided.
        """
        low, high = np.asarray(self.low), np.asarray(self.high)
        codes = np.where(low > 0, 2, np.where(high < 0, 0, 1)).astype(np.int8)
        codes = np.where(np.isnan(low), np.int8(-1), codes)
        return codes if codes.ndim else RecoveryFinding.decode(int(codes))

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself."""
        grid = super().grid(language)
        found = self.finding
        if isinstance(found, np.ndarray):
            return grid
        return attrs.evolve(grid, title=grid.title + bracketed(found.in_language(language), language))


@overload
def recovery_paradox(
    *, after: Number, without_failure: Number, standard_error: Number, confidence: float = ...
) -> RecoveryParadox: ...
@overload
def recovery_paradox(
    *,
    after: Values | Number,
    without_failure: Values | Number,
    standard_error: Values | Number,
    confidence: float = ...,
) -> RecoveryParadox: ...
def recovery_paradox(
    *, after: Any, without_failure: Any, standard_error: Any, confidence: float = 0.95
) -> RecoveryParadox:
    """Compare satisfaction after a recovery with satisfaction without the failure, as an interval.

    Parameters
    ----------
    after : number or array [points]
        Mean satisfaction of those whose problem was resolved, after it was.
    without_failure : number or array [points]
        What it is compared with, on the same scale: the mean of the same customers before the failure, or of a control
        group that had none.
    standard_error : number or array [points]
        Standard error of the difference of the two means; above 0. For the same customers take that of their own
        differences, for two groups the root of the sum of the squared errors of both.
    confidence : float, default 0.95
        How often such intervals shall hold the true difference; above 0, below 1. A single number.

    Returns
    -------
    RecoveryParadox
        The difference, the ends of the interval, and what they say; in an array missing where an input is.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.
    TypeError
        If an input is an expression: a result of several figures is no column.

    Notes
    -----
    ``difference = after − without_failure; interval = difference ± z × standard_error, z = normal quantile of
    (1 + confidence) / 2``

    An interval above zero is the paradox in *satisfaction*. Nothing follows for loyalty: over many studies the effect is
    significant for satisfaction and not for the intention to buy again, for word of mouth or for the image of the
    company [1]_. Practitioners claim more; that claim is not made here. And no one should fail on purpose: the paradox
    is said to need a failure that is not severe, the first one, of a cause that will not recur [3]_.

    References
    ----------
    .. [1] de Matos, Henrique & Rossi (2007), a meta-analysis: which effects are significant. Its sizes were not checked.
    .. [2] McCollough & Bharadwaj (1992): the name.
    .. [3] Magnini et al. (2007): the conditions.

    Examples
    --------
    >>> print(recovery_paradox(after=4.4, without_failure=4.1, standard_error=0.1).describe())
    Service recovery paradox (more satisfied than without the failure)
      difference in satisfaction: 0.3
      from: 0.104004
      to: 0.495996
      confidence: 0.95

    A wider interval holds zero:

    >>> recovery_paradox(after=4.4, without_failure=4.1, standard_error=0.2).finding
    <RecoveryFinding.UNDECIDED: 'undecided'>
    """
    values = (after, without_failure, standard_error, check(MODEL, "confidence", confidence))
    MODEL.refuse_expressions(values)
    return RecoveryParadox(
        difference=run(MODEL, _difference, *values),
        low=run(MODEL, _low, *values),
        high=run(MODEL, _high, *values),
        confidence=values[-1],
    )


def _difference(_: Verbs, after: Any, without_failure: Any, *__: Any) -> Any:
    return after - without_failure


def _low(_: Verbs, after: Any, without_failure: Any, standard_error: Any, confidence: Any) -> Any:
    return after - without_failure - _quantile(confidence) * standard_error


def _high(_: Verbs, after: Any, without_failure: Any, standard_error: Any, confidence: Any) -> Any:
    return after - without_failure + _quantile(confidence) * standard_error


@lru_cache(maxsize=64)
def _quantile(confidence: float) -> float:
    """Return how many standard errors reach to either side; from the tail, which keeps its figures near 1."""
    return -NormalDist().inv_cdf((1 - confidence) / 2)


def _mean(name: str, meaning: Text) -> Quantity:
    return Quantity(name=name, unit=_POINTS, meaning=meaning)


MODEL = Model(
    function=recovery_paradox,
    title=RecoveryParadox.title,
    question=Text(
        "Are customers more satisfied after the recovery than without the failure?",
        "补救之后，客户是否比未发生失误时更满意？",
    ),
    arguments=(
        _mean("after", Text("mean satisfaction after the recovery", "补救之后的平均满意度")),
        _mean(
            "without_failure",
            Text("mean satisfaction before the failure, or of a control group", "失误之前或对照组的平均满意度"),
        ),
        Quantity(
            name="standard_error",
            unit=_POINTS,
            above=0,
            meaning=Text("standard error of the difference of the means", "两个均值之差的标准误"),
        ),
        Quantity(
            name="confidence",
            unit=Text("share", "比例"),
            above=0,
            below=1,
            meaning=Text("how often such intervals hold the true difference", "此类区间包含真实差值的频率"),
        ),
    ),
    answer=RecoveryParadox,
    equation=(
        "difference = after − without_failure; interval = difference ± z × standard_error, "
        "z = normal quantile of (1 + confidence) / 2"
    ),
    evidence=Evidence.DERIVED,
    citations=(
        Citation(
            DE_MATOS_2007,
            Evidence.PUBLISHED,
            "",
            Text(
                "significant for satisfaction; not for repurchase intention, word of mouth or image",
                "对满意度显著；对再购意愿、口碑与企业形象不显著",
            ),
        ),
        Citation(MCCOLLOUGH_1992, Evidence.ATTRIBUTED, "", Text("the paradox", "补救悖论")),
        Citation(MAGNINI_2007, Evidence.ATTRIBUTED, "", Text("the conditions", "发生的条件")),
    ),
    columns=False,
)
