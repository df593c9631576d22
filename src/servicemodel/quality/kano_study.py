"""What many people's answers make of one feature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import erfc, exp, isfinite, pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.quality.fong_test import FongTest, fong_test
from servicemodel.quality.kano_category import KANO_TABLE, check_table, kano_category
from servicemodel.quality.kano_feature import KanoFeature, KanoRule, KanoScores
from servicemodel.quality.kano_labels import KanoAnswer, KanoCategory
from servicemodel.quality.kano_quadrant import KANO_SCORES, kano_quadrant
from servicemodel.tables import Matrix

_M, _O, _A, _I, _R, _Q = KanoCategory
_KNOWN = (_M, _O, _A, _I)

Answers = Sequence[KanoAnswer | str | int | None] | NDArray[Any]


def kano_study(
    *,
    functional: Answers,
    dysfunctional: Answers,
    rule: KanoRule | str = KanoRule.MODE,
    tie_tolerance: float = 0.0,
    table: Matrix = KANO_TABLE,
) -> KanoFeature:
    """Say what kind of quality a feature is to many people.

    Parameters
    ----------
    functional, dysfunctional : list or array
        Each person's answer about having the feature and about not having it: members of :class:`KanoAnswer`, their
        values, or codes from 0; ``None``, NaN and -1 are no answer. Who gave only one answer is missing.
    rule : KanoRule, default "mode"
        How the category is chosen; see :func:`servicemodel.kano_counts`.
    tie_tolerance : float, default 0 [share]
        How much smaller a share may be and still tie with the largest; 0.05 are five percentage points.
    table : Matrix, default KANO_TABLE
        ``KANO_POULIOT``, or your own cells.

    Returns
    -------
    KanoFeature
        With everything :func:`servicemodel.kano_counts` gives, and DuMouchel's mean scores.

    Raises
    ------
    LabelError
        If an answer is unknown.
    ServiceModelError
        If the two lists differ in length.

    Notes
    -----
    The mode hides segments: half who are delighted and half who do not care are not a "must-be" crowd between them.
    Report the share of questionable answers; above a few percent the questions were not understood.

    Examples
    --------
    >>> study = kano_study(functional=["like", "like", "neutral"], dysfunctional=["neutral", "dislike", "dislike"])
    >>> study.category, study.better, study.worse
    (<KanoCategory.MUST_BE: 'must_be'>, 0.6666666666666666, -0.6666666666666666)

    Nobody answered both questions:

    >>> kano_study(functional=["like", None], dysfunctional=[None, "like"]).category
    """
    check_table(table)
    codes = [_codes("functional", functional), _codes("dysfunctional", dysfunctional)]
    if codes[0].shape != codes[1].shape:
        sizes = f"{codes[0].size} and {codes[1].size}"
        raise ServiceModelError(f"functional and dysfunctional differ in length: {sizes}")
    there = (codes[0] >= 0) & (codes[1] >= 0)
    first, second = codes[0][there], codes[1][there]
    found = kano_category(functional=first, dysfunctional=second, table=table)
    counted = np.bincount(found, minlength=len(KanoCategory)).tolist()
    counts = dict(zip(KanoCategory, counted, strict=True))
    scores = _scores(first, second) if first.size else None
    return _feature(counts, rule, tie_tolerance, missing=int(codes[0].size - first.size), scores=scores)


def kano_counts(
    *,
    counts: Mapping[KanoCategory | str, int],
    rule: KanoRule | str = KanoRule.MODE,
    tie_tolerance: float = 0.0,
) -> KanoFeature:
    """Say what kind of quality a feature is, from how many people put it in each category.

    Parameters
    ----------
    counts : mapping of KanoCategory to int [answers]
        A category left out has none.
    rule : KanoRule, default "mode"
        ``"mode"`` takes the largest count; ``"half"``, Berger's rule, the largest of M, O and A where these three
        together outnumber I, R and Q, else the largest of those. Ties go to the first of M, O, A, I, R, Q: M > O > A > I
        is published, R and Q behind them are a convention of this library.
    tie_tolerance : float, default 0 [share]
        How much smaller a share may be and still tie with the largest; at least 0 and below 1.

    Returns
    -------
    KanoFeature

    Raises
    ------
    DomainError
        If a count is below 0, or the tolerance outside its range.
    LabelError
        If a category or the rule is unknown.
    TypeError
        If a count is no whole number.

    Notes
    -----
    ``better = (A + O) / (A + O + M + I); worse = −(O + M) / (A + O + M + I); total strength = (A + O + M) / n``

    Category strength is the largest share less the second largest. Without a single M, O, A or I better and worse are
    undefined and ``None``. Whether M, O, A and I are equally frequent is tested by chi-square with three degrees of
    freedom; no extra is needed for it.

    References
    ----------
    .. [1] Berger et al. (1993): better and worse (Timko), the rules.
    .. [2] Lee & Newcomb (1997): category strength and total strength.
    .. [3] Package stp25kano for R: all of them on one table.

    Examples
    --------
    >>> feature = kano_counts(counts={"must_be": 95, "one_dimensional": 123, "attractive": 45, "indifferent": 33})
    >>> feature.category, round(feature.better, 3), round(feature.worse, 3)
    (<KanoCategory.ONE_DIMENSIONAL: 'one_dimensional'>, 0.568, -0.736)

    With ten percentage points of tolerance the two largest tie, and must-be goes first:

    >>> counts = {"must_be": 95, "one_dimensional": 123, "attractive": 45, "indifferent": 33}
    >>> kano_counts(counts=counts, tie_tolerance=0.1).category
    <KanoCategory.MUST_BE: 'must_be'>
    """
    given = dict.fromkeys(KanoCategory, 0)
    for key, count in counts.items():
        category = KanoCategory(key)
        if isinstance(count, bool) or not isinstance(count, int | np.integer):
            raise TypeError(f"counts[{category.value!r}] must be a whole number; got {count!r}")
        if count < 0:
            raise DomainError(f"counts[{category.value!r}]", count, "a whole number at least 0 [answers]")
        given[category] = int(count)
    return _feature(given, rule, tie_tolerance, missing=None, scores=None)


def _codes(name: str, answers: Answers) -> NDArray[np.int8]:
    if isinstance(answers, str) or not isinstance(answers, np.ndarray | list | tuple):
        line = ": write column.to_list()" if hasattr(answers, "to_list") else ""
        raise TypeError(f"{name} must be a list or an array; got {type(answers).__qualname__}{line}")
    array = np.asarray(answers)
    if array.ndim != 1:
        raise ServiceModelError(f"{name} must have one dimension; got an array of {array.shape}")
    if array.size and array.dtype.kind in "iu":
        KanoAnswer.decode([int(array.min()), int(array.max())])  # refuses what is no code
        return array.astype(np.int8)
    return KanoAnswer.codes(array.tolist())


def _scores(functional: NDArray[np.int8], dysfunctional: NDArray[np.int8]) -> KanoScores:
    points = KANO_SCORES.answer_table
    first, second = float(points[functional, 0].mean()), float(points[dysfunctional, 1].mean())
    return KanoScores(
        functional=first,
        dysfunctional=second,
        category=kano_quadrant(functional_score=first, dysfunctional_score=second),
    )


def _feature(
    counts: dict[KanoCategory, int],
    rule: KanoRule | str,
    tie_tolerance: float,
    *,
    missing: int | None,
    scores: KanoScores | None,
) -> KanoFeature:
    chosen_by = KanoRule(rule)
    if isinstance(tie_tolerance, bool) or not isinstance(tie_tolerance, int | float):
        raise TypeError(f"tie_tolerance must be a number; got {tie_tolerance!r}")
    if not (isfinite(tie_tolerance) and 0 <= tie_tolerance < 1):
        raise DomainError("tie_tolerance", tie_tolerance, "at least 0 and below 1 [share]")
    n = sum(counts.values())
    four = sum(counts[one] for one in _KNOWN)
    tied = _tied(counts, chosen_by, tie_tolerance) if n else ()
    largest = sorted(counts.values(), reverse=True)
    square = _chi_square(counts) if four else None
    return KanoFeature(
        category=tied[0] if tied else None,
        tied=tied,
        rule=chosen_by,
        counts=tuple(counts.items()),
        n=n,
        missing=missing,
        better=(counts[_A] + counts[_O]) / four if four else None,
        worse=-(counts[_O] + counts[_M]) / four if four else None,
        category_strength=(largest[0] - largest[1]) / n if n else None,
        total_strength=(counts[_A] + counts[_O] + counts[_M]) / n if n else None,
        questionable_share=counts[_Q] / n if n else None,
        test=_test(counts, n),
        chi_square=square,
        chi_square_p=None if square is None else _three_degrees(square),
        scores=scores,
    )


def _tied(counts: dict[KanoCategory, int], rule: KanoRule, tolerance: float) -> tuple[KanoCategory, ...]:
    """Return the largest categories, those within the tolerance too, in the order that settles a tie."""
    field = list(counts)
    if rule is KanoRule.HALF:
        wanted = {_M, _O, _A}
        more = sum(counts[one] for one in wanted) > sum(counts[one] for one in field if one not in wanted)
        field = [one for one in field if (one in wanted) is more]
    most = max(counts[one] for one in field)
    room = Fraction(str(tolerance)) * sum(counts.values())  # exact: five points of 100 answers are five answers
    return tuple(one for one in field if most - counts[one] <= room)


def _test(counts: dict[KanoCategory, int], n: int) -> FongTest | None:
    first, second = sorted((count for one, count in counts.items() if one is not _Q), reverse=True)[:2]
    return fong_test(first=first, second=second, n=n) if first else None


def _chi_square(counts: dict[KanoCategory, int]) -> float:
    expected = sum(counts[one] for one in _KNOWN) / len(_KNOWN)
    return sum((counts[one] - expected) ** 2 for one in _KNOWN) / expected


def _three_degrees(square: float) -> float:
    """Return the upper tail of chi-square with three degrees of freedom, which has a closed form."""
    return erfc(sqrt(square / 2)) + sqrt(2 * square / pi) * exp(-square / 2)
