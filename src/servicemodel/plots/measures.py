"""What was measured, a row each: gaps, scores with their intervals, zones of tolerance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.labels import Label, Text, is_missing
from servicemodel.markup import NOTHING, bracketed, printed
from servicemodel.plots.pictures import BLUE, INK, ORANGE, PAPER, SKY
from servicemodel.plots.quadrants import round_values
from servicemodel.plots.rows import lay_rows, set_ticks
from servicemodel.satisfaction import ToleranceZone, tolerance_zone
from servicemodel.survey import Score

_GAPS = Text("Gaps: what was perceived less what was expected", "差距：感知减期望")
_GAP = Text("perceived − expected", "感知−期望")
_GAP_KEY = Text("left of 0: below what was expected", "0 左侧：低于期望")
_INTERVAL = Text("line: {level} % interval", "横线：{level}% 区间")
_NOBODY = Text("nobody answered", "无人作答")
_ZONES = Text("Zones of tolerance", "容忍区域")
_ZONE_KEY = Text("bar: from adequate to desired; ● performance", "横条：适当服务至渴望服务；● 绩效")
_SCORE = Text("score", "得分")
_COLOURS = {ToleranceZone.BELOW_ZONE: ORANGE, ToleranceZone.WITHIN_ZONE: BLUE, ToleranceZone.ABOVE_ZONE: INK}
_BAR = 0.55
_AIR = 0.06  # beside the outermost value, as a share of the axis

Name = str | Label | Text


def plot_gaps(gaps: Mapping[Any, float | None], language: str = "en", ax: Axes | None = None) -> Axes:
    """Draw gaps between perception and expectation as bars, those below expectation to the left.

    Parameters
    ----------
    gaps : mapping of str, Label or Text to number
        In the order drawn, from the top; a missing gap leaves its row empty.
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    DomainError
        If a gap is infinite.
    ServiceModelError
        If there is no gap.
    """
    names = _names("gaps", gaps, language)
    values = [None if is_missing(gap) else _number(f"gaps[{name!r}]", gap) for name, gap in gaps.items()]
    said = [NOTHING if value is None else _signed(value) for value in values]
    page = lay_rows(
        _GAPS.in_language(language),
        language,
        ax,
        names=names,
        figures=said,
        notes=[_GAP_KEY.in_language(language)],
        below=40,
    )
    known = [value for value in values if value is not None]
    _axis(page, [0.0, *known], _GAP.in_language(language))
    for y, value in enumerate(values):
        if value is not None:
            page.ax.barh(y, value, height=_BAR, color=ORANGE if value < 0 else BLUE)
    page.ax.axvline(0, color=INK, linewidth=0.9, zorder=1.5)
    return page.finish()


def plot_scores(scores: Mapping[Any, Score], language: str = "en", ax: Axes | None = None) -> Axes:
    """Draw scores of one measure with their intervals, such as the NPS of several years.

    Parameters
    ----------
    scores : mapping of str, Label or Text to Score
        In the order drawn, from the top; all of one measure, on one scale, with one confidence.
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    ServiceModelError
        If there is no score, or they measure different things.
    TypeError
        If something is no Score.
    """
    names = _names("scores", scores, language)
    for name, score in scores.items():
        if not isinstance(score, Score):
            raise TypeError(f"scores[{name!r}] must be a Score; got {type(score).__qualname__}")
    first, *others = scores.values()
    for other in others:
        if (other.measure, other.scale.low, other.scale.high, other.confidence) != (
            first.measure,
            first.scale.low,
            first.scale.high,
            first.confidence,
        ):
            raise ServiceModelError(
                "scores must be of one measure, on one scale, with one confidence; got "
                f"{first.measure.en} ({first.scale.title.en}) and {other.measure.en} ({other.scale.title.en})"
            )
    title = first.measure.in_language(language)
    page = lay_rows(
        title,
        language,
        ax,
        names=names,
        figures=[_said(score, language) for score in scores.values()],
        notes=[
            _INTERVAL.in_language(language).format(level=f"{100 * first.confidence:g}")
            + bracketed(first.interval.in_language(language), language)
        ],
        below=40,
    )
    ends = [v for one in scores.values() for v in (one.value, one.low, one.high) if v is not None]
    _axis(page, ends or [0.0], title)
    for y, score in enumerate(scores.values()):
        if score.low is not None and score.high is not None:
            page.ax.plot([score.low, score.high], [y, y], color=BLUE, linewidth=2.0, alpha=0.55)
        if score.value is not None:
            page.ax.plot(score.value, y, "o", markersize=7, color=BLUE, markeredgecolor=PAPER)
    return page.finish()


def plot_zones(zones: Mapping[Any, tuple[float, float, float]], language: str = "en", ax: Axes | None = None) -> Axes:
    """Draw zones of tolerance as bars, with the performance perceived as a point in, below or above each.

    Parameters
    ----------
    zones : mapping of str, Label or Text to (adequate, desired, performance)
        In the order drawn, from the top, all on one scale; ``adequate`` is at most ``desired``.
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    DomainError
        If a number is infinite, or adequate service lies above desired service.
    MissingError
        If a number is missing.
    ServiceModelError
        If there is no zone, or one has not three numbers.
    """
    names = _names("zones", zones, language)
    rows = [_zone(f"zones[{name!r}]", zone) for name, zone in zones.items()]
    states = [tolerance_zone(adequate=a, desired=d, performance=p) for a, d, p in rows]
    page = lay_rows(
        _ZONES.in_language(language),
        language,
        ax,
        names=names,
        figures=[f"{printed(p)}  {state.in_language(language)}" for (_, _, p), state in zip(rows, states, strict=True)],
        notes=[_ZONE_KEY.in_language(language)],
        below=40,
    )
    _axis(page, [value for row in rows for value in row], _SCORE.in_language(language))
    for y, ((adequate, desired, performance), state) in enumerate(zip(rows, states, strict=True)):
        page.ax.barh(y, desired - adequate, left=adequate, height=_BAR, color=SKY, alpha=0.45, edgecolor=SKY)
        page.ax.plot(performance, y, "o", markersize=8, color=_COLOURS[state], markeredgecolor=PAPER)
    return page.finish()


def _names(argument: str, given: Any, language: str) -> list[str]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{argument} must map names to what is drawn; got {type(given).__qualname__}")
    if not given:
        raise ServiceModelError(f"{argument} is empty; give at least one")
    return [" ".join(str(k.in_language(language) if isinstance(k, Label | Text) else k).split()) for k in given]


def _number(name: str, value: Any) -> float:
    if is_missing(value):
        raise MissingError(f"{name} is missing")
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError(f"{name} must be a number; got {value!r}")
    if not isfinite(value):
        raise DomainError(name, value, "a finite number")
    return float(value)


def _zone(name: str, zone: Any) -> tuple[float, float, float]:
    if not isinstance(zone, tuple | list) or len(zone) != 3:  # noqa: PLR2004 - two edges and a point
        raise ServiceModelError(f"{name} must be (adequate, desired, performance); got {zone!r}")
    adequate, desired, performance = (_number(name, value) for value in zone)
    if adequate > desired:
        raise DomainError(name, adequate, f"adequate at most desired, {desired:g}")
    return adequate, desired, performance


def _signed(value: float) -> str:
    text = printed(float(f"{value:.3g}"))
    return f"+{text}" if value > 0 else text


def _said(score: Score, language: str) -> str:
    if score.value is None:
        return _NOBODY.in_language(language)
    ends = ""
    if score.low is not None and score.high is not None:
        ends = f" [{_short(score.low)}, {_short(score.high)}]"
    return f"{_short(score.value)}{ends}  n = {printed(score.n)}"


def _short(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".").replace("-", "−") or "0"


def _axis(page: Any, values: Sequence[float], title: str) -> None:
    low, high = min(values), max(values)
    air = _AIR * (high - low) or max(abs(high), 1.0) * _AIR
    page.ax.set_xlim(low - air, high + air)
    set_ticks(page, round_values(low - air, high + air), title)
