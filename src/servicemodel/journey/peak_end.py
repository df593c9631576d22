"""How a journey is remembered: by its peak and its end."""

from __future__ import annotations

from typing import Any, ClassVar, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.evaluate import Array
from servicemodel.evaluate.arrays import array_of
from servicemodel.evaluate.instants import index_of
from servicemodel.labels import Label, Text, is_missing
from servicemodel.markup import SAME_FIGURES, Figures, Grid, headed, record_grid
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import (
    FREDRICKSON_KAHNEMAN_1993,
    KAHNEMAN_1993,
    REDELMEIER_KAHNEMAN_1996,
    VERHOEF_2004,
)
from servicemodel.survey import Direction
from servicemodel.survey.tally import numbers_of
from servicemodel.tables import Entry, Listing

#: One figure of a result, or one for each of many journeys; ``None`` where one journey has none.
Figure: TypeAlias = float | Array | None


class PeakChoice(Label):
    """Which moment of a journey is its peak."""

    WORST = "worst", "the worst moment", "最差时刻"
    BEST = "best", "the best moment", "最佳时刻"
    EXTREME = "extreme", "the moment farthest from neutral", "离中性点最远的时刻"


#: Which peak to choose for which scores. That the worst counts was found for pain; the rest is a convention.
PEAK_CHOICES = Listing(
    title=Text("Choice of the peak", "峰值的选择"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            KAHNEMAN_1993,
            Evidence.PUBLISHED,
            "abstract",
            Text("cold water: most chose to repeat the longer trial with the better end", "冷水试验：多数人选择重复更长但结尾较好的一次"),
        ),
        Citation(FREDRICKSON_KAHNEMAN_1993, Evidence.ATTRIBUTED, "", Text("duration neglect", "过程忽视")),
        Citation(REDELMEIER_KAHNEMAN_1996, Evidence.ATTRIBUTED, "", Text("pain of patients", "患者的疼痛")),
        Citation(
            VERHOEF_2004,
            Evidence.ATTRIBUTED,
            "",
            Text("against: in calls average and peaks matter, no effect of the end", "反对：电话服务中均值与峰值有影响，终值无影响"),
        ),
    ),
    entries=(
        Entry(key=PeakChoice.WORST, meaning=Text("for pain, effort, waiting, and all that only hurts", "用于疼痛、费力、等待等只有负面的评分")),
        Entry(key=PeakChoice.BEST, meaning=Text("for what can only please", "用于只有正面的评分")),
        Entry(key=PeakChoice.EXTREME, meaning=Text("for scores of both kinds, with a neutral point", "用于兼有正负的评分，需给出中性点")),
    ),
)  # fmt: skip


@attrs.frozen(kw_only=True)
class PeakEnd(Figures):
    """How a journey is remembered, beside what it was; prints itself.

    Attributes
    ----------
    journey : array or None
        Which journey each row is, where many were given with ids, in the order of the ids.
    moments : int or array
        How many moments it has.
    remembered : float or array
        Mean of peak and end.
    peak, end : float or array
        The score of the peak, and of the last moment.
    mean, total : float or array
        Of all moments.
    slope : float, None or array [points per moment]
        Of the least-squares line through the moments; none for a single moment.
    """

    title: ClassVar[Text] = Text("Peak and end", "峰终定律")

    journey: Any = attrs.field(default=None, eq=SAME_FIGURES, metadata=headed(Text("journey", "旅程")))
    moments: Any = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("moments", "时刻数")))
    remembered: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("remembered", "记忆中的评价")))
    peak: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("peak", "峰值")))
    end: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("end", "终值")))
    mean: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("mean", "平均")))
    total: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("total", "总和")))
    slope: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("slope per moment", "每时刻的斜率")))

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself."""
        without = ["journey"] if self.journey is None else []
        return record_grid(self, language, title=self.title.in_language(language), without=without)


def peak_end(
    *,
    moments: Any,
    peak: PeakChoice | str,
    neutral: float | None = None,
    direction: Direction | str = Direction.HIGHER_IS_BETTER,
    journeys: Any = None,
) -> PeakEnd:
    """Return how a journey is remembered: the mean of its peak and its end, beside mean, total and slope.

    Parameters
    ----------
    moments : list, list of lists, or array [points]
        Scores of the moments in their order. One journey: a list. Many: a list of lists, or an array with a row for each,
        shorter ones filled up with NaN at the end; or, with ``journeys``, all moments in one column.
    peak : PeakChoice or its value
        ``worst``, ``best``, or ``extreme``: the moment farthest from ``neutral``, of two equally far the worse. None is
        the right one for scores of pleasure and displeasure alike, so there is no default.
    neutral : float, optional [points]
        The score that is neither good nor bad; for ``extreme``, and only for it.
    direction : Direction, default higher is better
        ``lower_is_better`` for pain, effort and waiting.
    journeys : list or array, optional
        The journey of each moment, as a number or a word.

    Returns
    -------
    PeakEnd [points]
        Numbers for one journey; arrays for many. A journey with a missing moment between others has all figures missing; one
        without moments, too.

    Raises
    ------
    DomainError
        If there is no moment, or one is infinite.
    LabelError
        If the choice or the direction is unknown.
    MissingError
        If a moment of a single journey is missing, or the id of a moment.
    ServiceModelError
        If ``neutral`` is lacking or of no use, or ids and moments do not fit.

    Notes
    -----
    ``remembered = (peak + end) / 2``

    The rule was found for pain and discomfort [1]_, where the peak is the worst. **How long it lasts does not enter**: more
    of what lies between peak and end changes nothing, and a better end makes a longer ordeal the better memory. For mixed
    journeys which peak counts is a choice; in calls to a service centre average and peaks mattered and the end did not [4]_,
    so mean and slope stand beside it.

    References
    ----------
    .. [1] Kahneman, Fredrickson, Schreiber & Redelmeier (1993): 60 seconds at 14 °C, and the same with 30 seconds more to 15 °C.
    .. [2] Fredrickson & Kahneman (1993): duration neglect.
    .. [3] Redelmeier & Kahneman (1996).
    .. [4] Verhoef, Antonides & de Hoog (2004).

    Examples
    --------
    Discomfort; the longer trial has more of it and is remembered as the lesser:

    >>> trials = peak_end(moments=[[8, 8], [8, 8, 5]], peak="worst", direction="lower_is_better")
    >>> trials.remembered, trials.total
    (array([8. , 6.5]), array([16., 21.]))

    One journey of a guest, from 1 to 10; a single moment is peak and end at once:

    >>> print(peak_end(moments=[6, 2, 9], peak="extreme", neutral=5))
    Peak and end
      moments: 3
      remembered: 9
      peak: 9
      end: 9
      mean: 17/3
      total: 17
      slope per moment: 1.5
    >>> peak_end(moments=[7], peak="worst").remembered
    7.0
    """
    choice, better = PeakChoice(peak), Direction(direction)
    middle = _neutral(choice, neutral)
    ids, flat, lengths, single = _laid_out(moments, journeys)
    figures = _figures(flat, lengths, choice, middle, higher=better is Direction.HIGHER_IS_BETTER)
    if not single:
        return PeakEnd(journey=ids, moments=lengths, **figures)
    one: dict[str, Any] = {name: None if np.isnan(values[0]) else float(values[0]) for name, values in figures.items()}
    return PeakEnd(moments=int(lengths[0]), **one)


def _neutral(choice: PeakChoice, neutral: Any) -> float:
    if neutral is None:
        if choice is PeakChoice.EXTREME:
            raise ServiceModelError("peak='extreme' needs neutral=, the score that is neither good nor bad")
        return 0.0
    if choice is not PeakChoice.EXTREME:
        raise ServiceModelError(f"neutral= is of use with peak='extreme' only; got peak={choice.value!r}")
    if is_missing(neutral):
        raise MissingError("neutral is missing; give the score that is neither good nor bad")
    if isinstance(neutral, bool | str):
        raise TypeError(f"neutral must be a number; got {neutral!r}")
    if not np.isfinite(float(neutral)):
        raise DomainError("neutral", neutral, "a finite number")
    return float(neutral)


def _laid_out(moments: Any, journeys: Any) -> tuple[Any, NDArray[np.float64], NDArray[np.int64], bool]:
    """Return the ids, all scores journey after journey, how many each has, and whether there is one journey alone."""
    if journeys is None and isinstance(moments, list | tuple) and any(_is_row(row) for row in moments):
        rows = [_row(place, row) for place, row in enumerate(moments)]
        flat, lengths = np.concatenate(rows), np.array([len(row) for row in rows], dtype=np.int64)
        ids, single = None, False
    else:
        scores = numbers_of("moments", moments)
        if scores.ndim not in {1, 2} or (journeys is not None and scores.ndim != 1):
            shape = "one column" if journeys is not None else "one journey, or a row for each"
            raise ServiceModelError(f"moments must be {shape}; got an array of shape {scores.shape}")
        _refuse_infinite(scores)
        if journeys is not None:
            ids, order, lengths = _grouped(journeys, scores.size)
            return ids, scores[order], lengths, False
        if scores.ndim == 1:
            if not scores.size:
                raise DomainError("moments", moments, "at least one moment")
            if np.isnan(scores).any():
                place = int(np.flatnonzero(np.isnan(scores))[0])
                raise MissingError(
                    f"the moment at index {place} of moments is missing; a single journey needs them all"
                )
            return None, scores, np.array([scores.size]), True
        places = np.arange(1, scores.shape[1] + 1)
        lengths = np.where(np.isnan(scores), 0, places).max(axis=1, initial=0).astype(np.int64)  # NaN after all is none
        ids, flat, single = None, scores[np.arange(scores.shape[1]) < lengths[:, None]], False
    return ids, flat, lengths, single


def _is_row(value: Any) -> bool:
    return isinstance(value, list | tuple) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _row(place: int, row: Any) -> NDArray[np.float64]:
    scores = numbers_of(f"moments[{place}]", row)
    if scores.ndim != 1:
        raise ServiceModelError(f"moments[{place}] must be one journey; got an array of shape {scores.shape}")
    _refuse_infinite(scores, f"moments[{place}]")
    known = np.flatnonzero(~np.isnan(scores))
    return scores[: known[-1] + 1 if known.size else 0]  # NaN after all is none


def _refuse_infinite(scores: NDArray[np.float64], name: str = "moments") -> None:
    refused = np.flatnonzero(np.isinf(scores))
    if refused.size:
        where, value = index_of(refused[0], scores.shape), scores.ravel()[refused[0]].item()
        raise DomainError(name, value, "finite numbers", index=where, count=int(refused.size))


def _grouped(journeys: Any, count: int) -> tuple[Any, NDArray[np.int64], NDArray[np.int64]]:
    """Return the ids once each, the order that puts their moments together, and how many each has."""
    if not isinstance(journeys, np.ndarray | list | tuple):
        raise TypeError(f"journeys must be a list or an array; got {type(journeys).__qualname__}")
    ids = array_of("journeys", journeys)
    if ids.shape != (count,):
        raise ServiceModelError(f"journeys has the shape {ids.shape}, the moments are {count}: one id a moment")
    if (ids.dtype.kind == "f" and np.isnan(ids).any()) or (ids.dtype.kind == "O" and any(map(is_missing, ids))):
        raise MissingError("the id of a moment is missing from journeys")
    try:
        once, place, lengths = np.unique(ids, return_inverse=True, return_counts=True)
    except TypeError as error:
        raise TypeError("journeys must be all numbers or all words") from error
    return once, np.argsort(place, kind="stable"), lengths.astype(np.int64)


def _figures(
    flat: NDArray[np.float64], lengths: NDArray[np.int64], choice: PeakChoice, neutral: float, *, higher: bool
) -> dict[str, Any]:
    """Return the figures of each journey, NaN of one without moments or with a missing one."""
    some = lengths > 0
    count = lengths[some]
    starts = np.cumsum(count) - count
    names = ("remembered", "peak", "end", "mean", "total", "slope")
    figures = {name: np.full(lengths.size, np.nan) for name in names}
    if not count.size:
        return figures
    low, high = np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)
    worst, best = (low, high) if higher else (high, low)
    peak = {PeakChoice.WORST: worst, PeakChoice.BEST: best}.get(choice)
    if peak is None:
        peak = np.where(np.abs(best - neutral) > np.abs(worst - neutral), best, worst)
    total = np.add.reduceat(flat, starts)
    end = np.where(np.isnan(total), np.nan, flat[starts + count - 1])
    place = np.arange(flat.size) - np.repeat(starts + (count - 1) / 2, count)
    spread = count * (count.astype(np.float64) ** 2 - 1) / 12
    with np.errstate(invalid="ignore"):  # a single moment has no slope: 0 / 0
        slope = np.add.reduceat(place * (flat - np.repeat(total / count, count)), starts) / spread
    answers = ((peak + end) / 2, peak, end, total / count, total, slope)
    for name, values in zip(names, answers, strict=True):
        figures[name][some] = values
    return figures
