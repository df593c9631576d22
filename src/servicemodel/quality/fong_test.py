"""Whether the two most frequent categories differ by more than chance: Fong's test, and a sounder one beside it."""

from __future__ import annotations

from math import erfc, sqrt
from typing import ClassVar

import attrs

from servicemodel.errors import DomainError
from servicemodel.labels import Text
from servicemodel.markup import Figures, Grid, headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import FONG_1996, STP25KANO
from servicemodel.tables import source_notes

#: The quantile that Fong's test is printed with: 90 percent, two-sided.
FONG_Z = 1.65

_CITATIONS = (
    Citation(FONG_1996, Evidence.ATTRIBUTED),
    Citation(STP25KANO, Evidence.PUBLISHED, "", Text("the formula, with 1.65", "公式及系数 1.65")),
)


@attrs.frozen(kw_only=True)
class FongTest(Figures):
    """Fong's test of the two largest counts, with McNemar's form of it; prints itself.

    Attributes
    ----------
    first, second : int
        The two counts.
    n : int
        All answers.
    difference : int
        How far the counts lie apart.
    threshold : float
        From where on Fong's test calls the difference significant.
    significant : bool
        What Fong's test says, at 90 percent.
    z : float
        The difference over its standard error, for counts of one sample.
    p_value : float
        Two-sided, by the normal distribution.
    mcnemar_significant : bool
        What McNemar's form says, at the same 90 percent.
    """

    title: ClassVar[Text] = Text("Do the two largest counts differ?", "频数最高的两类是否有别")
    warning: ClassVar[Text] = Text(
        "Fong's test takes the counts for two independent samples. Counts of one sample vary more, so it finds "
        "differences that are chance; McNemar's form does not.",
        "方氏检验把两个频数当作来自两个独立样本；同一样本的频数差波动更大，故该检验会把偶然差异判为显著，McNemar 形式则不会。",
    )

    first: int = attrs.field(metadata=headed(Text("largest count", "最高频数")))
    second: int = attrs.field(metadata=headed(Text("second largest count", "次高频数")))
    n: int = attrs.field(metadata=headed(Text("answers", "有效回答")))
    difference: int = attrs.field(metadata=headed(Text("difference", "差值")))
    threshold: float = attrs.field(metadata=headed(Text("Fong's threshold", "方氏检验临界值")))
    significant: bool = attrs.field(metadata=headed(Text("significant by Fong's test", "方氏检验是否显著")))
    z: float = attrs.field(metadata=headed(Text("z, McNemar's form", "z 值（McNemar 形式）")))
    p_value: float = attrs.field(metadata=headed(Text("p, two-sided", "双侧 p 值")))
    mcnemar_significant: bool = attrs.field(
        metadata=headed(Text("significant by McNemar's form", "McNemar 形式是否显著"))
    )

    def grid(self, language: str = "en") -> Grid:
        """Return both tests as a table of words, with the warning below."""
        notes = [self.warning.in_language(language), *source_notes(Evidence.PUBLISHED, _CITATIONS, language)]
        return attrs.evolve(super().grid(language), notes=notes)


def fong_test(*, first: int, second: int, n: int) -> FongTest:
    """Say whether the two largest counts of categories differ by more than chance.

    Parameters
    ----------
    first, second : int [answers]
        The two counts, in either order; at least 0, and not both 0. Leave questionable answers out.
    n : int [answers]
        All answers, reverse and questionable ones too; at least the two counts together.

    Returns
    -------
    FongTest
        Both tests side by side.

    Raises
    ------
    DomainError
        If a count is below 0, both are 0, or they are more than all.
    TypeError
        If a count is no whole number.

    Notes
    -----
    ``not significant where |a − b| < 1.65 √((a + b)(2n − a − b) / (2n)); McNemar: z = |a − b| / √(a + b)``

    Equality is significant. The first takes both counts for independent samples; for counts of one sample the variance
    is a + b, which is larger, so Fong's test is too quick: trust the second.

    References
    ----------
    .. [1] Fong (1996); package stp25kano for R: the formula.

    Examples
    --------
    >>> test = fong_test(first=101, second=81, n=296)
    >>> test.significant, test.mcnemar_significant
    (True, False)
    >>> fong_test(first=5, second=5, n=10).significant
    False
    """
    for name, count in (("first", first), ("second", second), ("n", n)):
        if isinstance(count, bool) or not isinstance(count, int):
            raise TypeError(f"{name} must be a whole number; got {count!r}")
        if count < 0:
            raise DomainError(name, count, "a whole number at least 0 [answers]")
    both = first + second
    if both == 0:
        raise DomainError("first", first, "a count above 0, where second is 0")
    if both > n:
        raise DomainError("n", n, f"at least first and second together, {both}")
    difference = abs(first - second)
    threshold = FONG_Z * sqrt(both * (2 * n - both) / (2 * n))
    z = difference / sqrt(both)
    return FongTest(
        first=max(first, second),
        second=min(first, second),
        n=n,
        difference=difference,
        threshold=threshold,
        significant=difference >= threshold,
        z=z,
        p_value=erfc(z / sqrt(2)),
        mcnemar_significant=z >= FONG_Z,
    )
