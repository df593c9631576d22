"""How many answers a survey needs, of a population of known size too."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from numbers import Integral
from typing import Any, ClassVar

import attrs
import numpy as np

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Label, Text
from servicemodel.markup import Figures, Grid, headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COCHRAN_1977, KREJCIE_1970, YAMANE_1967
from servicemodel.survey.intervals import z_of
from servicemodel.tables.table import cite


class Rounding(Label):
    """What becomes of a fraction of an answer."""

    UP = "up", "rounded up", "向上取整"
    HALF_UP = "half_up", "rounded, a half up", "四舍五入"
    DOWN = "down", "rounded down", "向下取整"


class PopulationCorrection(Label):
    """How a population of known size lowers the number of answers."""

    COCHRAN = (
        "cochran",
        "Cochran, and Krejcie and Morgan: n₀ / (1 + (n₀ − 1) / N)",
        "科克伦公式：n₀ / (1 + (n₀ − 1) / N)",
    )
    SIMPLE = "simple", "simple: n₀ / (1 + n₀ / N)", "简式：n₀ / (1 + n₀ / N)"
    YAMANE = (
        "yamane",
        "Yamane: N / (1 + N e²), z taken as 2 and the share as a half",
        "山根公式：N / (1 + N e²)，取 z = 2、比例为 1/2",
    )


@attrs.frozen(kw_only=True)
class SampleSize(Figures):
    """How many answers a survey needs; prints itself.

    Attributes
    ----------
    n : int
        Answers needed, rounded.
    exact : float
        The same before rounding.
    unlimited : float
        Answers that a population without limit would need, before rounding.
    population : int or None
        How many people there are; ``None``: without limit.
    margin : float
        How far off the figure may be.
    z : float
        The normal quantile behind it.
    correction : PopulationCorrection
    rounding : Rounding

    Examples
    --------
    >>> print(sample_size(margin=0.05, population=500, rounding="half_up").describe())
    Sample size
      answers needed: 217
      before rounding: 217.487
      for a population without limit: 384.146
      population: 500
      margin of error: 0.05
      z: 1.95996
      correction: Cochran, and Krejcie and Morgan: n₀ / (1 + (n₀ − 1) / N)
      rounding: rounded, a half up
    """

    title: ClassVar[Text] = Text("Sample size", "样本量")

    n: int = attrs.field(metadata=headed(Text("answers needed", "所需回答数")))
    exact: float = attrs.field(metadata=headed(Text("before rounding", "取整前")))
    unlimited: float = attrs.field(metadata=headed(Text("for a population without limit", "总体无限时")))
    population: int | None = attrs.field(metadata=headed(Text("population", "总体人数")))
    margin: float = attrs.field(metadata=headed(Text("margin of error", "允许误差")))
    z: float = attrs.field(metadata=headed(Text("z", "z 值")))
    correction: PopulationCorrection = attrs.field(metadata=headed(Text("correction", "有限总体修正")))
    rounding: Rounding = attrs.field(metadata=headed(Text("rounding", "取整方式")))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Who gives the formula."""
        return _CITED.get(self.correction, ())

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, and who gives the formula."""
        return attrs.evolve(super().grid(language), notes=[cite(citation, language) for citation in self.citations])


_CITED = {
    PopulationCorrection.COCHRAN: (
        Citation(COCHRAN_1977, Evidence.ATTRIBUTED),
        Citation(
            KREJCIE_1970, Evidence.PUBLISHED, "", Text("the same formula, reported by others", "同一公式，据他人转述")
        ),
    ),
    PopulationCorrection.YAMANE: (Citation(YAMANE_1967, Evidence.ATTRIBUTED),),
}


_HALF = Fraction(1, 2)
_YAMANE_Z = 2
_DEFAULT_CONFIDENCE = 0.95


def sample_size(
    *,
    margin: float,
    population: int | None = None,
    share: float | None = None,
    variance: float | None = None,
    confidence: float = _DEFAULT_CONFIDENCE,
    z: float | None = None,
    correction: PopulationCorrection | str = PopulationCorrection.COCHRAN,
    rounding: Rounding | str = Rounding.UP,
) -> SampleSize:
    """Return how many answers are needed so that a figure is off by no more than a margin.

    Parameters
    ----------
    margin : float [share, or points where ``variance`` is given]
        Half the width of the interval; above 0.
    population : int, optional [people]
        How many there are; at least 1. Left out: without limit.
    share : float, optional [share]
        The share you expect, above 0 and below 1; left out, a half, which needs most answers.
    variance : float, optional [points²]
        Variance of one answer instead of a share: at most 1 for NPS as a share; above 0.
    confidence : float, default 0.95 [share]
    z : float, optional
        The normal quantile itself instead of ``confidence``, such as the 1.96 of the textbooks; above 0.
    correction : PopulationCorrection, default COCHRAN
    rounding : Rounding, default UP
        Tables in print round each in its own way.

    Returns
    -------
    SampleSize [answers]

    Raises
    ------
    DomainError
        If a number is outside its range.
    ServiceModelError
        If both ``share`` and ``variance`` are given, or Yamane's formula is given what it fixes itself, or no population.
    TypeError
        If something is no number.

    Notes
    -----
    ``n₀ = z² p (1 − p) / e²;  n = n₀ / (1 + (n₀ − 1) / N)``

    The table of Krejcie and Morgan is this with z² = 3.841, p = ½ and e = 0.05, rounded with a half up: the two formulas are
    the same. Its entry for a population of 100,000 is recalled as 384, where the formula gives 383. Size alone does not make
    a sample right: it says nothing of those who do not answer. Fractions are computed exactly, so that a whole number is never
    rounded up by accident.

    References
    ----------
    .. [1] Cochran (1977), Sampling Techniques, section 4.4.
    .. [2] Krejcie & Morgan (1970), Educational and Psychological Measurement 30, 607-610.
    .. [3] Yamane (1967): N / (1 + N e²).

    Examples
    --------
    >>> sample_size(margin=0.05).n
    385
    >>> sample_size(margin=0.05, population=2000).n
    323

    The one person there is:

    >>> sample_size(margin=0.05, population=1).n
    1
    """
    way, how = PopulationCorrection(correction), Rounding(rounding)
    e = _positive("margin", margin)
    people = None if population is None else _whole(population)
    if way is PopulationCorrection.YAMANE:
        if people is None or share is not None or variance is not None or z is not None:
            raise ServiceModelError("Yamane's formula takes a population and a margin, and fixes share, variance and z")
        if confidence != _DEFAULT_CONFIDENCE:
            raise ServiceModelError(f"Yamane's formula fixes z at 2; got a confidence of {confidence!r}")
        quantile = Fraction(_YAMANE_Z)
    else:
        quantile = Fraction(z_of(confidence)) if z is None else _positive("z", z)
    unlimited = quantile**2 * _spread(share, variance) / e**2
    exact = unlimited if people is None else _corrected(unlimited, people, way)
    return SampleSize(
        n=_rounded(exact, how),
        exact=float(exact),
        unlimited=float(unlimited),
        population=people,
        margin=float(margin),
        z=float(quantile),
        correction=way,
        rounding=how,
    )


def _spread(share: float | None, variance: float | None) -> Fraction:
    if variance is None:
        p = _HALF if share is None else _positive("share", share)
        if not p < 1:
            raise DomainError("share", share, "a number above 0 and below 1 [share]")
        return p * (1 - p)
    if share is not None:
        raise ServiceModelError("give share or variance, not both: the variance of a share p is p (1 − p)")
    return _positive("variance", variance)


def _corrected(unlimited: Fraction, people: int, way: PopulationCorrection) -> Fraction:
    if way is PopulationCorrection.COCHRAN:
        return unlimited / (1 + (unlimited - 1) / people)
    return unlimited / (1 + unlimited / people)


def _rounded(exact: Fraction, how: Rounding) -> int:
    return {Rounding.UP: ceil(exact), Rounding.HALF_UP: floor(exact + _HALF), Rounding.DOWN: floor(exact)}[how]


def _positive(name: str, value: Any) -> Fraction:
    """Return a number as the exact fraction of its decimal writing."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError(f"{name} must be a number; got {value!r}")
    number = float(value)
    if not 0 < number < float("inf"):
        raise DomainError(name, value, "a finite number above 0")
    return Fraction(str(number))


def _whole(population: Any) -> int:
    if isinstance(population, bool) or not isinstance(population, Integral):
        raise TypeError(f"population must be a whole number, or None for one without limit; got {population!r}")
    if population < 1:
        raise DomainError("population", population, "a whole number at least 1 [people]")
    return int(population)
