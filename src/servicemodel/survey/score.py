"""A score: an index of many answers, with all that is needed to trust it."""

from __future__ import annotations

from math import erfc, hypot, sqrt
from typing import ClassVar

import attrs

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Label, Text
from servicemodel.markup import NOTHING, Figures, Grid, bracketed, headed, in_words, printed
from servicemodel.sources import Citation
from servicemodel.survey.intervals import IntervalMethod, wald, z_of
from servicemodel.survey.scale import Scale
from servicemodel.tables.table import cite


@attrs.frozen(kw_only=True)
class Score(Figures):
    """An index of many answers; prints itself.

    Attributes
    ----------
    measure : Text
        What was computed.
    value : float or None
        The index; ``None`` where nobody answered.
    n, missing : int
        Answers, and rows without one.
    counts : tuple of (label, int)
        Answers by group, before weights; empty for a mean.
    weighted : bool
        Whether survey weights counted.
    effective_n : float or None
        How many answers of equal weight would be as precise.
    standard_error, low, high : float or None
        ``None`` where they cannot be computed: nobody answered, or a single answer to a mean.
    confidence : float
        Of the interval from ``low`` to ``high``.
    interval : IntervalMethod
    scale : Scale
        What was answered on.
    citations : tuple of Citation
        Who defined the measure, its interval and its use of weights.
    """

    title: ClassVar[Text] = Text("Score", "得分")

    measure: Text = attrs.field(metadata=headed(Text("measure", "指标")))
    value: float | None = attrs.field(metadata=headed(Text("value", "数值")))
    n: int = attrs.field(metadata=headed(Text("answers", "有效回答")))
    missing: int = attrs.field(metadata=headed(Text("missing", "缺失")))
    counts: tuple[tuple[Label, int], ...] = ()
    weighted: bool = attrs.field(metadata=headed(Text("weighted", "加权")))
    effective_n: float | None = attrs.field(metadata=headed(Text("effective answers", "有效样本量")))
    standard_error: float | None = attrs.field(metadata=headed(Text("standard error", "标准误")))
    low: float | None
    high: float | None
    confidence: float
    interval: IntervalMethod = attrs.field(metadata=headed(Text("interval", "区间方法")))
    scale: Scale
    citations: tuple[Citation, ...] = ()

    @property
    def variance(self) -> float | None:
        """The variance of one answer, by which samples are planned: the error squared, times the effective answers."""
        if self.standard_error is None or self.effective_n is None:
            return None
        return self.standard_error**2 * self.effective_n

    def grid(self, language: str = "en") -> Grid:
        """Return the score as a table of words."""
        plain = super().grid(language)
        shown = {"measure", "value", "n", "missing", "standard_error", "interval"} | (
            {"weighted", "effective_n"} if self.weighted else set()
        )
        fields = [field for field in attrs.fields(Score) if field.name in shown]
        rows = [
            (field.metadata["header"].in_language(language), in_words(getattr(self, field.name), language))
            for field in fields[1:]
        ]
        groups = [(label.in_language(language), printed(count)) for label, count in self.counts]
        span = NOTHING if self.low is None or self.high is None else f"{printed(self.low)} … {printed(self.high)}"
        level = _LEVEL.in_language(language).format(level=f"{100 * self.confidence:g}")
        scale = (_SCALE.in_language(language), self.scale.title.in_language(language))
        return Grid(
            title=self.measure.in_language(language),
            header=plain.header,
            rows=[*rows[:-1], (level, span + bracketed(rows[-1][1], language)), *groups, scale],
            notes=[cite(citation, language) for citation in self.citations],
            language=plain.language,
        )


_LEVEL = Text("{level} % interval", "{level}% 区间")
_SCALE = Text("scale", "量表")


@attrs.frozen(kw_only=True)
class ScoreDifference(Figures):
    """How far two scores of different people lie apart; prints itself.

    Attributes
    ----------
    value : float
        The first less the second.
    standard_error, z, p_value : float
        Two-sided, by the normal distribution.
    low, high : float
        Wald's interval of the difference.
    confidence : float
    """

    title: ClassVar[Text] = Text("Difference of two scores", "两个得分之差")

    value: float = attrs.field(metadata=headed(Text("difference", "差值")))
    standard_error: float = attrs.field(metadata=headed(Text("standard error", "标准误")))
    z: float = attrs.field(metadata=headed(Text("z", "z 值")))
    p_value: float = attrs.field(metadata=headed(Text("p, two-sided", "双侧 p 值")))
    low: float = attrs.field(metadata=headed(Text("interval from", "区间下限")))
    high: float = attrs.field(metadata=headed(Text("interval to", "区间上限")))
    confidence: float = attrs.field(metadata=headed(Text("confidence", "置信水平")))


def score_difference(first: Score, second: Score, /, *, confidence: float = 0.95) -> ScoreDifference:
    """Compare two scores of different people, and say whether the difference is more than chance.

    Parameters
    ----------
    first, second : Score
        Of the same measure on the same scale, from independent samples.
    confidence : float, default 0.95 [share]

    Returns
    -------
    ScoreDifference

    Raises
    ------
    ServiceModelError
        If they measure different things or on different scales, if one has no value, or if neither varies.
    TypeError
        If one is not a Score.

    Notes
    -----
    ``z = (first − second) / sqrt(SE₁² + SE₂²)``

    Examples
    --------
    >>> from servicemodel.survey import nps, score_difference
    >>> spring, autumn = nps(answers=[6, 7, 7, 9, 9, 9]), nps(answers=[3, 6, 8, 9])
    >>> round(score_difference(spring, autumn).z, 3)
    1.134
    """
    for name, score in (("first", first), ("second", second)):
        if not isinstance(score, Score):
            msg = f"{name} must be a Score; got {type(score).__qualname__}"
            raise TypeError(msg)
    if first.measure != second.measure:
        msg = f"scores of different measures cannot be compared: {first.measure.en} and {second.measure.en}"
        raise ServiceModelError(msg)
    ours, theirs = first.scale, second.scale
    if (ours.low, ours.high, ours.direction) != (theirs.low, theirs.high, theirs.direction):
        msg = f"scores on different scales cannot be compared: {first.scale.title.en} and {second.scale.title.en}"
        raise ServiceModelError(msg)
    z_level = z_of(confidence)
    if first.value is None or second.value is None or first.standard_error is None or second.standard_error is None:
        msg = "a score without a value or without a standard error cannot be compared"
        raise ServiceModelError(msg)
    error = hypot(first.standard_error, second.standard_error)
    if error == 0:
        msg = "neither score varies (all answers of each count the same), so no chance can be told"
        raise ServiceModelError(msg)
    value = first.value - second.value
    low, high = wald(value, error, z_level)
    z = value / error
    return ScoreDifference(
        value=value,
        standard_error=error,
        z=z,
        p_value=erfc(abs(z) / sqrt(2)),
        low=low,
        high=high,
        confidence=confidence,
    )
