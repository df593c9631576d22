"""Measures: which answers count how much. One function makes every index from a tally."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Any

import attrs
from numpy.typing import NDArray

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Label, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import KISH_1965
from servicemodel.survey.intervals import IntervalMethod, adjusted_wald, wald, wilson, z_of
from servicemodel.survey.scale import Scale
from servicemodel.survey.score import Score
from servicemodel.survey.tally import Tally, tally, weights_of
from servicemodel.tables import Band, Bands

#: Answers as users hold them.
Answers = Sequence[Any] | NDArray[Any]


class Everyone(Label):
    """The one group of a mean."""

    ANSWERED = "answered", "answered", "已作答"


_EVERYONE = Bands(
    name="everyone",
    title=Text("All who answered", "全部作答者"),
    evidence=Evidence.CONVENTION,
    rows=(Band(label=Everyone.ANSWERED),),
)


_EFFECTIVE = Citation(
    KISH_1965, Evidence.ATTRIBUTED, "", Text("the number of answers of equal weight", "等权有效样本量")
)


@attrs.frozen(kw_only=True)
class Measure:
    """Which answers count how much.

    Attributes
    ----------
    title : Text
    scale : Scale
        What is answered on.
    groups : Bands
        Groups of answers.
    points : tuple of float, or None
        What an answer in each group counts, in the order of the rows; ``None`` where each counts what it says.
    interval : IntervalMethod
    added : tuple of float
        Answers that the adjusted interval adds to each group.
    citations : tuple of Citation
        Who says so.
    """

    title: Text
    scale: Scale
    groups: Bands = _EVERYONE
    points: tuple[float, ...] | None = None
    interval: IntervalMethod = IntervalMethod.WALD
    added: tuple[float, ...] = ()
    citations: tuple[Citation, ...] = ()

    def of_answers(self, answers: Answers, weight: Answers | None, confidence: float) -> Score:
        """Return the index of an array of answers."""
        z_of(confidence)  # refused before the work
        values = self.scale.read(answers)
        weights = weights_of(weight, values.shape)
        counted = tally(values, weights, self.groups, origin=self.origin)
        return self.of_tally(counted, weighted=weight is not None, confidence=confidence)

    @property
    def origin(self) -> float:
        """The middle of the scale, from which sums are taken."""
        return (self.scale.low + self.scale.high) / 2

    def of_tally(self, tally: Tally, *, weighted: bool, confidence: float) -> Score:
        """Return the index of counts and sums."""
        z = z_of(confidence)
        value = error = low = high = effective = None
        if tally.weight > 0:
            effective = tally.effective_n
            value, error = self._mean(tally, effective)
            if error is not None:
                low, high = self._interval(tally, value, error, effective, z)
        counts = zip(self.groups.labels, tally.counts, strict=True)
        return Score(
            measure=self.title,
            value=value,
            n=tally.n,
            missing=tally.missing,
            counts=() if self.points is None else tuple(counts),
            weighted=weighted,
            effective_n=effective,
            standard_error=error,
            low=low,
            high=high,
            confidence=confidence,
            interval=self.interval,
            scale=self.scale,
            citations=(*self.citations, *((_EFFECTIVE,) if weighted else ())),
        )

    def _mean(self, tally: Tally, effective: float) -> tuple[float, float | None]:
        if self.points is None:
            off = tally.total / tally.weight
            spread = max(0.0, tally.squares / tally.weight - off * off)
            return self.origin + off, sqrt(spread / (effective - 1)) if effective > 1 else None
        mean = sum(w * point for w, point in zip(tally.weights, self.points, strict=True)) / tally.weight
        square = sum(w * point * point for w, point in zip(tally.weights, self.points, strict=True)) / tally.weight
        return mean, sqrt(max(0.0, square - mean * mean) / effective)

    def _interval(self, tally: Tally, value: float, error: float, effective: float, z: float) -> tuple[float, float]:
        if self.interval is IntervalMethod.WILSON:
            return wilson(value, effective, z)
        if self.interval is IntervalMethod.ADJUSTED_WALD and self.points is not None:
            shares = [w / tally.weight for w in tally.weights]
            return adjusted_wald(shares, self.points, effective, z, self.added)
        return wald(value, error, z)


#: Functions of indices, and what makes the measure of each from the same options; for data frames.
MEASURES: dict[Callable[..., Any], Callable[..., Measure]] = {}


def measured_by(make: Callable[..., Measure]) -> Callable[[Callable[..., Score]], Callable[..., Score]]:
    """Note which measure stands behind a function, so that frames can compute it by group."""

    def note(function: Callable[..., Score]) -> Callable[..., Score]:
        MEASURES[function] = make
        return function

    return note


def check_scale(scale: Scale) -> Scale:
    """Return a scale; refuse anything else."""
    if not isinstance(scale, Scale):
        msg = f"scale must be a Scale, such as FIVE_POINT; got {type(scale).__qualname__}"
        raise TypeError(msg)
    return scale


def check_interval(interval: IntervalMethod | str, allowed: tuple[IntervalMethod, ...]) -> IntervalMethod:
    """Return a method of intervals that fits a measure."""
    method = IntervalMethod(interval)
    if method not in allowed:
        names = ", ".join(repr(one.value) for one in allowed)
        msg = f"interval {method.value!r} does not fit this measure; there are {names}"
        raise ServiceModelError(msg)
    return method
