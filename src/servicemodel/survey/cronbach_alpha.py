"""Cronbach's alpha: how consistently items measure the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any, ClassVar

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Label, Text
from servicemodel.markup import Figures, Grid, headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CRONBACH_1951, FELDT_1987
from servicemodel.survey.intervals import z_of
from servicemodel.survey.tally import numbers_of
from servicemodel.tables.table import cite

Matrix = NDArray[np.float64]

#: The variance of the total may be this small a share of the items' before it is rounding and no variance.
_ROUNDING = 1e-12
_PAIR = 2


class MissingAnswers(Label):
    """What becomes of respondents who left an item out."""

    LISTWISE = "listwise", "left out altogether", "整行剔除"
    PAIRWISE = "pairwise", "counted wherever they answered both items of a pair", "成对保留"


@attrs.frozen(kw_only=True)
class CronbachAlpha(Figures):
    """Cronbach's alpha of some items; prints itself.

    Attributes
    ----------
    alpha : float or None
        At most 1, and below 0 where items contradict each other; ``None`` where nobody differs in the total, or fewer
        than two answered.
    standardised : float or None
        Of the items brought to equal variance; ``None`` also where all answered one item alike.
    n : int
        Respondents counted.
    missing : int
        Respondents left out.
    k : int
        Items.
    low, high : float or None
        Feldt's interval; ``None`` where there is no alpha, none was asked for, or missing answers were dropped by
        pairs, for which it does not hold.
    confidence : float or None
    missing_answers : MissingAnswers
    """

    title: ClassVar[Text] = Text("Cronbach's alpha", "克龙巴赫 α 系数")
    citations: ClassVar[tuple[Citation, ...]] = (
        Citation(CRONBACH_1951, Evidence.PUBLISHED),
        Citation(FELDT_1987, Evidence.PUBLISHED, "", Text("the interval", "区间")),
    )

    alpha: float | None = attrs.field(metadata=headed(Text("alpha", "α 系数")))
    standardised: float | None = attrs.field(metadata=headed(Text("standardised alpha", "标准化 α 系数")))
    n: int = attrs.field(metadata=headed(Text("respondents", "受访者数")))
    missing: int = attrs.field(metadata=headed(Text("left out", "剔除人数")))
    k: int = attrs.field(metadata=headed(Text("items", "题项数")))
    low: float | None = attrs.field(metadata=headed(Text("interval from", "区间下限")))
    high: float | None = attrs.field(metadata=headed(Text("interval to", "区间上限")))
    confidence: float | None = attrs.field(metadata=headed(Text("confidence", "置信水平")))
    missing_answers: MissingAnswers = attrs.field(metadata=headed(Text("who left an item out is", "漏答题项者")))

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, and who gives the formulas."""
        return attrs.evolve(super().grid(language), notes=[cite(citation, language) for citation in self.citations])


def feldt_interval(*, alpha: float, n: int, k: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return Feldt's interval around Cronbach's alpha. Needs the extra ``statistics`` (SciPy).

    Parameters
    ----------
    alpha : float
        At most 1.
    n : int [respondents]
        At least 2.
    k : int [items]
        At least 2.
    confidence : float, default 0.95 [share]

    Returns
    -------
    tuple of float
        The lower and the upper end.

    Raises
    ------
    DomainError
        If a number is outside its range.
    ImportError
        If SciPy is missing; it comes with ``pip install servicemodel[statistics]``.
    TypeError
        If ``n`` or ``k`` is no whole number.

    Notes
    -----
    ``low = 1 − (1 − α) F(1 − a/2; n − 1, (n − 1)(k − 1));  high = 1 − (1 − α) F(a/2; n − 1, (n − 1)(k − 1))``

    with ``a = 1 − confidence`` and F the quantile of the F distribution. It supposes complete answers, normal and
    equally good items.

    References
    ----------
    .. [1] Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11(1), 93-103.

    Examples
    --------
    >>> low, high = feldt_interval(alpha=0.5917188485995826, n=15, k=10)
    >>> round(low, 3), round(high, 3)
    (0.195, 0.84)
    """
    z_of(confidence)
    for name, value in (("n", n), ("k", k)):
        if isinstance(value, bool) or not isinstance(value, int | np.integer):
            raise TypeError(f"{name} must be a whole number; got {value!r}")
        if value < _PAIR:
            raise DomainError(name, value, "a whole number at least 2")
    if isinstance(alpha, bool) or not isinstance(alpha, int | float | np.floating):
        raise TypeError(f"alpha must be a number; got {alpha!r}")
    if not -np.inf < alpha <= 1:
        raise DomainError("alpha", alpha, "a finite number at most 1")
    try:
        from scipy.special import fdtri
    except ModuleNotFoundError as error:
        msg = (
            "Feldt's interval needs SciPy; install it with: pip install servicemodel[statistics], "
            "or ask for no interval with confidence=None"
        )
        raise ImportError(msg) from error
    tail = (1 - confidence) / 2
    above, below = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - float(alpha)) * float(fdtri(above, below, p)) for p in (1 - tail, tail))
    return low, high


def cronbach_alpha(
    answers: Mapping[str, Sequence[Any] | NDArray[Any]] | Sequence[Sequence[Any]] | NDArray[Any],
    *,
    confidence: float | None = 0.95,
    missing_answers: MissingAnswers | str = MissingAnswers.LISTWISE,
) -> CronbachAlpha:
    """Return Cronbach's alpha of some items, with Feldt's interval.

    Parameters
    ----------
    answers : mapping of item to list or array, or rows of respondents
        Rows (a list of lists or a two-dimensional array) have a column for each item; at least two items. ``None`` and
        NaN are no answer. Reverse-keyed items must be turned round already, as
        :meth:`Instrument.columns` does.
    confidence : float or None, default 0.95 [share]
        Of the interval, which needs the extra ``statistics`` (SciPy); ``None`` for no interval.
    missing_answers : MissingAnswers, default LISTWISE
        What becomes of respondents who left an item out.

    Returns
    -------
    CronbachAlpha
        Without a value where it is not defined.

    Raises
    ------
    DomainError
        If an answer is infinite.
    ImportError
        If an interval is asked for and SciPy is missing.
    ServiceModelError
        If there are fewer than two items, or they have different numbers of answers.
    TypeError
        If something is no number.

    Notes
    -----
    ``α = k / (k − 1) × (1 − Σ σᵢ² / σ_X²);  standardised = k r̄ / (1 + (k − 1) r̄)``

    with k items of variance σᵢ², σ_X² the variance of the total (the sum of all covariances) and r̄ the mean
    correlation of two items. Alpha does not show that items measure one thing; it grows with the number of items; it is
    the reliability only where all items are equally good (tau-equivalent), and below it otherwise. The limit 0.70 is a
    convention.

    References
    ----------
    .. [1] Cronbach (1951), Psychometrika 16(3), 297-334.
    .. [2] Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11(1), 93-103: the interval.

    Examples
    --------
    >>> answers = {"q1": [5, 4, 2, 3], "q2": [4, 4, 1, 3], "q3": [5, 3, 2, 3]}
    >>> round(cronbach_alpha(answers, confidence=None).alpha, 3)
    0.947

    Everybody has the same total, so nothing tells them apart:

    >>> cronbach_alpha([[1, 5], [5, 1], [3, 3]], confidence=None).alpha is None
    True
    """
    rule = MissingAnswers(missing_answers)
    if confidence is not None:
        z_of(confidence)
    rows = _rows(answers)
    known = ~np.isnan(rows)
    k = rows.shape[1]
    kept = rows[known.all(axis=1) if rule is MissingAnswers.LISTWISE else known.any(axis=1)]
    n = kept.shape[0]
    alpha = standardised = None
    if n >= _PAIR:
        matrix = _listwise(kept) if rule is MissingAnswers.LISTWISE else _pairwise(kept)
        alpha, standardised = _alphas(matrix, k)
    low = high = None
    if alpha is not None and confidence is not None and rule is MissingAnswers.LISTWISE:
        low, high = feldt_interval(alpha=alpha, n=n, k=k, confidence=confidence)
    return CronbachAlpha(
        alpha=alpha,
        standardised=standardised,
        n=n,
        missing=rows.shape[0] - n,
        k=k,
        low=low,
        high=high,
        confidence=confidence,
        missing_answers=rule,
    )


def _rows(answers: Any) -> Matrix:
    if isinstance(answers, Mapping):
        columns = [numbers_of(f"answers[{key!r}]", values) for key, values in answers.items()]
        sizes = {column.shape for column in columns}
        if len(sizes) > 1 or any(len(size) != 1 for size in sizes):
            raise ServiceModelError(f"each item needs one answer a respondent; got the shapes {sorted(sizes)}")
        rows = np.column_stack(columns) if columns else np.zeros((0, 0))
    else:
        rows = numbers_of("answers", answers)
    if rows.ndim != _PAIR or rows.shape[1] < _PAIR:
        raise ServiceModelError(f"alpha needs a column for each of at least two items; got the shape {rows.shape}")
    refused = np.argwhere(np.isinf(rows))
    if refused.size:
        first = (int(refused[0][0]), int(refused[0][1]))
        raise DomainError("answers", float(rows[first]), "a finite number", index=first, count=len(refused))
    return rows


def _listwise(rows: Matrix) -> Matrix:
    centred = rows - rows.mean(axis=0)
    return np.asarray(centred.T @ centred / (len(rows) - 1), np.float64)


def _pairwise(rows: Matrix) -> Matrix:
    """Return covariances, each of those who answered both items; NaN where fewer than two did."""
    k = rows.shape[1]
    matrix = np.full((k, k), np.nan)
    for i in range(k):
        for j in range(i + 1):
            both = rows[~np.isnan(rows[:, i]) & ~np.isnan(rows[:, j])][:, [i, j]]
            if len(both) >= _PAIR:
                matrix[i, j] = matrix[j, i] = _listwise(both)[0, 1]
    return matrix


def _alphas(matrix: Matrix, k: int) -> tuple[float | None, float | None]:
    own = np.diagonal(matrix)
    total = float(matrix.sum())
    if isnan(total) or total <= _ROUNDING * float(own.sum()):
        return None, None
    alpha = k / (k - 1) * (1 - float(own.sum()) / total)
    if not (own > 0).all():
        return alpha, None
    spread = np.sqrt(own)
    mean = float((matrix / np.outer(spread, spread)).sum() - k) / (k * (k - 1))
    whole = 1 + (k - 1) * mean
    return alpha, k * mean / whole if whole > _ROUNDING else None
