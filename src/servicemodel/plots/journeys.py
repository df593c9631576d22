"""One journey as a line, with the moments that are remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from servicemodel.errors import ServiceModelError
from servicemodel.journey import PeakChoice, PeakEnd, peak_end
from servicemodel.labels import Text
from servicemodel.markup import labelled, printed
from servicemodel.plots.pictures import BLUE, INK, ORANGE, PAPER, QUIET, RULE, SMALL, balanced, open_page
from servicemodel.survey import Direction

_TITLE = Text("A journey, and what is remembered of it", "客户旅程与记忆")
_PEAK = Text("peak", "峰")
_END = Text("end", "终")
_BOTH = Text("peak and end", "峰与终")
_REMEMBERED = Text("remembered", "记忆")
_MEAN = Text("mean", "平均")
_NEUTRAL = Text("neutral", "中性")
_NOTE = Text("remembered = (peak + end) / 2; how long it lasts does not count", "记忆 =（峰值 + 终值）/ 2，与时长无关")
_SLOPE = Text("slope per moment", "每时刻斜率")
_WORSE = Text("lower is better", "越低越好")
_STEP, _HEIGHT, _LABEL = 62.0, 150.0, 84.0
_NARROWEST, _WIDEST = 240.0, 620.0
_LINE = 13.0  # two words at the side must be so far apart


def plot_journey(
    moments: Sequence[float],
    *,
    peak: PeakChoice | str,
    neutral: float | None = None,
    direction: Direction | str = Direction.HIGHER_IS_BETTER,
    names: Sequence[Text] | None = None,
    language: str = "en",
    ax: Axes | None = None,
) -> Axes:
    """Draw one journey as a line, its peak and its end marked, with its mean and what is remembered beside it.

    Parameters
    ----------
    moments : sequence of float
        Scores in their order, none missing.
    peak, neutral, direction
        As for :func:`servicemodel.peak_end`.
    names : sequence of Text, optional
        What each moment is; their numbers where left out.
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    ServiceModelError
        If there are many journeys, or not as many names as moments.
    """
    found = peak_end(moments=moments, peak=peak, neutral=neutral, direction=direction)
    if not isinstance(found.moments, int):
        raise ServiceModelError("one journey is drawn at a time; choose one of the rows")
    scores = np.asarray(moments, dtype=np.float64)
    if names is not None and len(names) != scores.size:
        raise ServiceModelError(f"names must be as many as the moments, {scores.size}; got {len(names)}")
    said = [str(place) for place in range(1, scores.size + 1)]
    if names is not None:
        said = [name.in_language(language) for name in names]
    width = min(max(_STEP * scores.size, _NARROWEST), _WIDEST)
    lines = [balanced(words, width / scores.size - 4, SMALL) for words in said]
    notes = [_NOTE.in_language(language)]
    if found.slope is not None:
        slope = printed(round(float(found.slope), 3))
        notes.append(labelled(_SLOPE.in_language(language), slope, language))
    if Direction(direction) is Direction.LOWER_IS_BETTER:
        notes.append(_WORSE.in_language(language))
    page = open_page(
        ax,
        language,
        title=_TITLE.in_language(language),
        notes=notes,
        width=width,
        height=_HEIGHT,
        left=34,
        right=_LABEL,
        above=14,
        below=18 + 11 * max(map(len, lines)),
    )
    low, high = _span([*scores.tolist(), *([] if neutral is None else [float(neutral)])])
    page.ax.set_xlim(-0.5, scores.size - 0.5)
    page.ax.set_ylim(low, high)
    page.ax.set_xticks([])
    page.ax.set_yticks([])
    for value in _ticks(low, high):
        page.ax.axhline(value, color=RULE, linewidth=0.6, zorder=0.5)
        page.write(
            printed(value),
            0,
            value,
            at=("axes fraction", "data"),
            dx=-6,
            size=SMALL,
            color=QUIET,
            ha="right",
            middle=True,
        )
    _side(page, found, neutral, language)
    page.ax.plot(range(scores.size), scores, "o-", color=INK, linewidth=1.4, markersize=5, markerfacecolor=PAPER)
    _mark(page, scores, found, language)
    for place, words in enumerate(lines):
        page.write(words, place, 0, at=("data", "axes fraction"), dy=-6, size=SMALL, color=QUIET, ha="center")
    return page.finish()


def _span(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = 0.16 * (high - low) or max(abs(high), 1.0) / 2
    return low - room, high + room


def _ticks(low: float, high: float) -> list[float]:
    """Return round values between two ends, about five of them."""
    rough = (high - low) / 5
    size = 10.0 ** np.floor(np.log10(rough))
    step = size * next(factor for factor in (1, 2, 5, 10) if factor * size >= rough)
    first = int(np.ceil(low / step))
    return [round(number * step, 12) for number in range(first, int(np.floor(high / step)) + 1)]


def _side(page: Any, found: PeakEnd, neutral: float | None, language: str) -> None:
    """Draw the level lines and name them at the side, moved apart where they would touch."""
    levels = [(_REMEMBERED, float(found.remembered), BLUE, "-"), (_MEAN, float(found.mean), QUIET, "--")]  # type: ignore[arg-type]
    if neutral is not None:
        levels.append((_NEUTRAL, float(neutral), RULE, ":"))
    low, high = page.ax.get_ylim()
    points = _HEIGHT / (high - low)
    below = float("inf")
    for name, value, colour, style in sorted(levels, key=lambda level: -level[1]):
        page.ax.axhline(value, color=colour, linestyle=style, linewidth=1.2, zorder=0.8)
        place = min(value * points, below - _LINE)
        below = place
        words = labelled(name.in_language(language), printed(round(value, 2)), language)
        ink = QUIET if colour == RULE else colour
        page.write(
            words,
            1,
            value,
            at=("axes fraction", "data"),
            dx=6,
            dy=place - value * points,
            size=SMALL,
            color=ink,
            middle=True,
        )


def _mark(page: Any, scores: Any, found: PeakEnd, language: str) -> None:
    """Mark the peak, the last one where it is reached more than once, and the end; one mark where they are one."""
    last = scores.size - 1
    top = int(np.flatnonzero(scores == found.peak)[-1])
    marks = {last: _BOTH} if top == last else {top: _PEAK, last: _END}
    middle = sum(page.ax.get_ylim()) / 2
    for place, name in marks.items():
        colour = BLUE if name is _END else ORANGE
        page.ax.plot(place, scores[place], "o", markersize=9, color=colour)
        words = name.in_language(language)
        over = scores[place] >= middle
        page.write(
            words,
            place,
            scores[place],
            dy=16 if over else -8,
            size=SMALL,
            color=colour,
            ha="center",
            weight="bold",
        )
