"""Points in four quadrants: features by Kano's coefficients, attributes by importance and performance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from typing import Any

import attrs
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Text
from servicemodel.markup import bracketed, joined, labelled, printed
from servicemodel.plots.names import DOT, Box, dot_box, place_names
from servicemodel.plots.pictures import (
    BLUE,
    INK,
    LEADING,
    ORANGE,
    PAPER,
    QUIET,
    SMALL,
    TEXT,
    Page,
    open_page,
    width_of,
    wrap,
)
from servicemodel.plots.rows import set_ticks
from servicemodel.quality import ImportanceMap, ImportanceQuadrant, KanoCategory, KanoFeature

_WIDTH, _HEIGHT = 420.0, 360.0
_LEFT = 40.0
_TICKS = 6
_BOLD = 1.15  # how much wider bold letters are
_GROUND = ("#f4f4f4", "#e6f0f7")  # so that neighbours differ; what is written upon it stays dark
_KANO = Text("Kano: how much a feature can please, and its lack annoy", "卡诺 Better–Worse 象限图")
_WORSE = Text("what its lack takes: worse, without its sign", "Worse 系数（绝对值）")
_BETTER = Text("what it brings: better", "Better 系数")
_CUT = Text("lines at {}: a habit of the field, not a published rule", "分界线为 {}：业内惯例，非公开发表的规则")
_LEFT_OUT = Text("features without a single M, O, A or I, not drawn: {}", "没有 M、O、A、I 回答而未画出的特性数：{}")
_UNNAMED = Text("points without room for a name: {}", "因空间不足未标名称的点数：{}")
_MAP = Text("Importance and performance", "重要性与绩效")
_IMPORTANCE = Text("importance", "重要性")
_PERFORMANCE = Text("performance", "绩效")
_CROSSHAIR = Text("crosshair", "交叉线")
_ISO = Text("dashed: importance equals performance", "虚线：重要性与绩效相等")


@attrs.frozen(kw_only=True)
class _Plane:
    """Two axes, where they are cut, and what the four quadrants are called."""

    x: tuple[float, float]
    y: tuple[float, float]
    cut: tuple[float, float]
    x_title: str
    y_title: str
    names: Sequence[Sequence[str]]  # the lower row first, the left one first in it

    def to_page(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the plane in points of the page."""
        return (
            (x - self.x[0]) / (self.x[1] - self.x[0]) * _WIDTH,
            (y - self.y[0]) / (self.y[1] - self.y[0]) * _HEIGHT,
        )


def plot_kano(
    features: Mapping[str, KanoFeature], language: str = "en", ax: Axes | None = None, *, cut: float = 0.5
) -> Axes:
    """Draw features by how much they can please (upwards) and how much their lack annoys (to the right).

    Parameters
    ----------
    features : mapping of str to KanoFeature
        As :func:`servicemodel.kano_study` and :func:`servicemodel.kano_counts` give them, the most important first: a
        name without room is left out, and counted.
    language : {"en", "zh"}
    ax : Axes, optional
    cut : float, default 0.5
        Where the lines stand; above 0 and below 1.

    Returns
    -------
    Axes

    Raises
    ------
    DomainError
        If the cut is outside its range.
    ServiceModelError
        If there is no feature.
    """
    if not features:
        raise ServiceModelError("features is empty; give at least one")
    if isinstance(cut, bool) or not isinstance(cut, int | float):
        raise TypeError(f"cut must be a number; got {cut!r}")
    if not 0 < cut < 1:
        raise DomainError("cut", cut, "above 0 and below 1")
    points, without = [], 0
    for name, feature in features.items():
        if not isinstance(feature, KanoFeature):
            raise TypeError(f"features[{name!r}] must be a KanoFeature; got {type(feature).__qualname__}")
        if feature.better is None or feature.worse is None:
            without += 1
        else:
            points.append((-feature.worse, feature.better, name))
    kinds = (
        (KanoCategory.INDIFFERENT, KanoCategory.MUST_BE),
        (KanoCategory.ATTRACTIVE, KanoCategory.ONE_DIMENSIONAL),
    )
    plane = _Plane(
        x=(0.0, 1.0),
        y=(0.0, 1.0),
        cut=(cut, cut),
        x_title=_WORSE.in_language(language),
        y_title=_BETTER.in_language(language),
        names=[[_kano_name(kind, language) for kind in row] for row in kinds],
    )
    notes = [_CUT.in_language(language).format(printed(cut))]
    if without:
        notes.append(_LEFT_OUT.in_language(language).format(printed(without)))
    return _draw(plane, points, language, ax, title=_KANO.in_language(language), notes=notes)


def _kano_name(kind: KanoCategory, language: str) -> str:
    return f"{kind.letter} {kind.in_language(language)}"


def plot_importance(found: ImportanceMap, language: str = "en", ax: Axes | None = None) -> Axes:
    """Draw attributes by importance (upwards) and performance (to the right), with the crosshair.

    Parameters
    ----------
    found : ImportanceMap
        As :func:`servicemodel.importance_performance` gives it, the most important attribute first: a name without room
        is left out, and counted. Where both axes are one scale, they are drawn alike, with the iso-rating line.
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    TypeError
        If it is no ImportanceMap.
    """
    if not isinstance(found, ImportanceMap):
        raise TypeError(f"found must be an ImportanceMap; got {type(found).__qualname__}")
    x = _span([point.performance for point in found.points] + [found.performance_cut])
    y = _span([point.importance for point in found.points] + [found.importance_cut])
    if found.one_scale:
        x = y = min(x[0], y[0]), max(x[1], y[1])
    q = ImportanceQuadrant
    kinds = ((q.LOW_PRIORITY, q.POSSIBLE_OVERKILL), (q.CONCENTRATE_HERE, q.KEEP_UP))
    plane = _Plane(
        x=x,
        y=y,
        cut=(found.performance_cut, found.importance_cut),
        x_title=_PERFORMANCE.in_language(language),
        y_title=_IMPORTANCE.in_language(language),
        names=[[f"{kind.letter} {kind.in_language(language)}" for kind in row] for row in kinds],
    )
    cuts = joined(
        (
            labelled(_IMPORTANCE.in_language(language), _short(found.importance_cut), language),
            labelled(_PERFORMANCE.in_language(language), _short(found.performance_cut), language),
        ),
        language,
    )
    where = cuts + bracketed(found.crosshair.in_language(language), language)
    notes = [labelled(_CROSSHAIR.in_language(language), where, language)]
    if found.one_scale:
        notes.append(_ISO.in_language(language))
    points = [(point.performance, point.importance, point.attribute) for point in found.points]
    return _draw(plane, points, language, ax, title=_MAP.in_language(language), notes=notes, diagonal=found.one_scale)


def _short(value: float) -> str:
    return printed(float(f"{value:.4g}"))


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis that holds all values, with air around them."""
    low, high = min(values), max(values)
    air = 0.12 * (high - low) or max(abs(high), 1.0) * 0.1
    return low - air, high + air


def _draw(
    plane: _Plane,
    points: Sequence[tuple[float, float, str]],
    language: str,
    ax: Axes | None,
    *,
    title: str,
    notes: list[str],
    diagonal: bool = False,
) -> Axes:
    on_page = [(*plane.to_page(x, y), " ".join(name.split())) for x, y, name in points]
    lines = _line_boxes(plane, diagonal=diagonal)
    corners = _corner_names(plane, [*(dot_box(x, y) for x, y, _ in on_page), *lines])
    placed = place_names(on_page, [box for _, box, _ in corners], _WIDTH, _HEIGHT, lines)
    unnamed = sum(1 for spot in placed if spot is None)
    if unnamed:
        notes = [*notes, _UNNAMED.in_language(language).format(printed(unnamed))]
    page = open_page(
        ax,
        language,
        title=title,
        notes=notes,
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        right=12,
        above=TEXT * LEADING + 6,
        below=40,
    )
    _draw_ground(page, plane, corners, diagonal=diagonal)
    page.ax.plot(
        [x for x, _, _ in points],
        [y for _, y, _ in points],
        "o",
        markersize=DOT,
        color=BLUE,
        markeredgecolor=PAPER,
        markeredgewidth=0.8,
        clip_on=False,
    )
    for (x, y, _), (_, _, name), spot in zip(points, on_page, placed, strict=True):
        if spot is not None:
            dx, dy, ha = spot
            page.write(name, x, y, dx=dx, dy=dy, ha=ha, size=SMALL)
    return page.finish()


def _line_boxes(plane: _Plane, *, diagonal: bool) -> list[Box]:
    """Return what the crosshair and the diagonal take of the page."""
    x, y = plane.to_page(*plane.cut)
    boxes = [Box(x - 1, 0, x + 1, _HEIGHT), Box(0, y - 1, _WIDTH, y + 1)]
    if diagonal:
        wide, high = _WIDTH / _STEPS, _HEIGHT / _STEPS
        boxes += [Box(n * wide, n * high, (n + 1) * wide, (n + 1) * high) for n in range(_STEPS)]
    return boxes


_STEPS = 80  # boxes that cover a diagonal


def _corner_names(plane: _Plane, drawn: Sequence[Box]) -> list[tuple[list[str], Box, str]]:
    """Return the quadrants' names, each in the corner of its quadrant that covers least, the outer one first."""
    cut_x, cut_y = plane.to_page(*plane.cut)
    found = []
    for row, (bottom, top) in enumerate(((0.0, cut_y), (cut_y, _HEIGHT))):
        for column, (left, right) in enumerate(((0.0, cut_x), (cut_x, _WIDTH))):
            lines = wrap(plane.names[row][column], max(right - left - 12, 60), SMALL)
            width = _BOLD * max(width_of(line, SMALL) for line in lines)
            height = len(lines) * SMALL * LEADING
            high, low = top - 6 - height, bottom + 6
            start, end = left + 6, right - 6 - width
            corners = [
                Box(x, y, x + width, y + height)
                for y in ((low, high)[row], (high, low)[row])
                for x in ((start, end)[column], (end, start)[column])
            ]
            best = min(corners, key=lambda box: sum(box.meets(one) for one in drawn))
            found.append((lines, best, _GROUND[(row + column) % 2]))
    return found


def _draw_ground(page: Page, plane: _Plane, corners: Any, *, diagonal: bool) -> None:
    ax = page.ax
    ax.set_xlim(plane.x)
    ax.set_ylim(plane.y)
    cut_x, cut_y = plane.cut
    spans_x, spans_y = ((plane.x[0], cut_x), (cut_x, plane.x[1])), ((plane.y[0], cut_y), (cut_y, plane.y[1]))
    areas = [(x, y) for y in spans_y for x in spans_x]
    for (x, y), (lines, box, tint) in zip(areas, corners, strict=True):
        patch = Rectangle((x[0], y[0]), x[1] - x[0], y[1] - y[0], facecolor=tint, edgecolor="none")
        patch.set_zorder(0.3)
        ax.add_patch(patch)
        at = box.left / _WIDTH, box.top / _HEIGHT
        page.write(lines, *at, at="axes fraction", size=SMALL, color=QUIET, weight="bold")
    ax.axvline(cut_x, color=INK, linewidth=0.9, zorder=0.6)
    ax.axhline(cut_y, color=INK, linewidth=0.9, zorder=0.6)
    if diagonal:
        ax.plot(plane.x, plane.x, color=ORANGE, linewidth=1.0, linestyle=(0, (4, 3)), zorder=0.7)
    ax.set_yticks([])
    for value in round_values(*plane.y):
        at = ("axes fraction", "data")
        page.write(printed(value), 0, value, at=at, dx=-5, ha="right", size=SMALL, color=QUIET, middle=True)
    set_ticks(page, round_values(*plane.x), f"{plane.x_title} →", lines=False)
    page.write(f"{plane.y_title} ↑", 0, 1, at="axes fraction", dx=-_LEFT, dy=6 + TEXT * LEADING, size=SMALL, color=INK)


def round_values(low: float, high: float) -> list[float]:
    """Return round values between two ends, at most six."""
    power = 10.0 ** floor(log10((high - low) / _TICKS))
    step = next(times * power for times in (1, 2, 5, 10) if (high - low) / (times * power) <= _TICKS)
    return [round(n * step, 12) for n in range(ceil(low / step), floor(high / step) + 1)]
