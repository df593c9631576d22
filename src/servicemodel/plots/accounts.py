"""Accounts: a matrix drawn to scale with the accounts in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, nan
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from servicemodel.arguments import check_scale
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Text
from servicemodel.markup import in_words, printed
from servicemodel.plots.matrices import colours
from servicemodel.plots.names import DOT, Box, dot_box, place_names
from servicemodel.plots.pictures import BLUE, INK, LEADING, PAPER, QUIET, SMALL, TEXT, Page, open_page, width_of, wrap
from servicemodel.plots.rows import notes_of, set_ticks
from servicemodel.tables import Bands, Matrix

_SIDE = 400.0
_LEFT = 34.0
_DEPTH = 0.6
_BOLD = 1.15  # how much wider bold letters are
_CELL = "#00395a"
_COUNT = Text("n = {}; lacking a score, not drawn: {}", "n = {}；缺少得分未画出：{}")
_UNNAMED = Text("{} points without room for a name", "{} 个点因空间不足未标名称")


def plot_accounts(
    matrix: Matrix,
    rows: Any,
    columns: Any,
    labels: Sequence[str | None] | None = None,
    *,
    language: str = "en",
    scale: tuple[float, float] = (0.0, 1.0),
    ax: Axes | None = None,
) -> Axes:
    """Draw a matrix to scale with accounts as points in it.

    Parameters
    ----------
    matrix : Matrix
        Both axes bands, such as ``ACCOUNT_PORTFOLIO``.
    rows, columns : array of float
        Each account's score on the matrix's rows (drawn upwards) and columns (to the right); an account that lacks
        one is left out and counted.
    labels : sequence of str or None, optional
        Names, the most important first: a name that would cover another is left out, and counted.
    language : {"en", "zh"}
    scale : (low, high), default (0, 1)
        The scale of the scores; the bands of the matrix are shares of it.
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    DomainError
        If a score lies outside the scale, or the scale is empty.
    ServiceModelError
        If the matrix has axes of categories, or the lengths differ.

    Examples
    --------
    >>> from servicemodel import ACCOUNT_PORTFOLIO
    >>> ax = plot_accounts(ACCOUNT_PORTFOLIO, [0.8, 0.3], [0.6, None], ["Acme", "Bolt"])
    """
    if not (isinstance(matrix.rows, Bands) and isinstance(matrix.columns, Bands)):
        msg = f"matrix {matrix.name!r} has an axis of categories; points need two axes of bands"
        raise ServiceModelError(msg)
    scale = check_scale(scale) or (0.0, 1.0)
    y, x = _scores("rows", rows, scale), _scores("columns", columns, scale)
    names = [""] * y.size if labels is None else ["" if name is None else " ".join(name.split()) for name in labels]
    if not y.size == x.size == len(names):
        msg = f"rows, columns and labels differ in length: {y.size}, {x.size} and {len(names)}"
        raise ServiceModelError(msg)
    known = ~(np.isnan(x) | np.isnan(y))
    points = [(float(x[i]), float(y[i]), names[i]) for i in np.flatnonzero(known)]
    low, high = scale
    on_page = [((px - low) / (high - low) * _SIDE, (py - low) / (high - low) * _SIDE, name) for px, py, name in points]
    boxes = _cell_boxes(matrix, language, [dot_box(px, py) for px, py, _ in on_page])
    placed = place_names(on_page, [box for *_, box in boxes], _SIDE, _SIDE)
    unnamed = sum(1 for (_, _, name), spot in zip(points, placed, strict=True) if name and spot is None)
    notes = [_COUNT.in_language(language).format(printed(len(points)), printed(int(y.size - len(points))))]
    if unnamed:
        notes.append(_UNNAMED.in_language(language).format(printed(unnamed)))
    page = open_page(
        ax,
        language,
        title=matrix.title.in_language(language),
        notes=[*notes, *notes_of(matrix, language)],
        width=_SIDE,
        height=_SIDE,
        left=_LEFT,
        right=12,
        above=TEXT * LEADING + 6,
        below=40,
    )
    _draw_ground(page, matrix, scale, boxes)
    page.ax.plot(
        [px for px, _, _ in points],
        [py for _, py, _ in points],
        "o",
        markersize=DOT,
        color=BLUE,
        markeredgecolor=PAPER,
        markeredgewidth=0.8,
        clip_on=False,
    )
    for (px, py, name), spot in zip(points, placed, strict=True):
        if spot is not None:
            dx, dy, ha = spot
            page.write(name, px, py, dx=dx, dy=dy, ha=ha, size=SMALL)
    return page.finish()


def _scores(name: str, values: Any, scale: tuple[float, float]) -> Any:
    for value in values:
        if isinstance(value, bool | np.bool_) or not (value is None or isinstance(value, int | float | np.number)):
            msg = f"{name} holds numbers, and None or NaN where a score is missing; got {value!r}"
            raise TypeError(msg)
    scores = np.array([nan if value is None else value for value in values], dtype=np.float64)
    low, high = scale
    outside = np.flatnonzero((scores < low) | (scores > high))
    if outside.size:
        first = int(outside[0])
        allowed = f"from {low:g} to {high:g}"
        raise DomainError(name, float(scores[first]), allowed, index=first, count=int(outside.size))
    return scores


def _edges(axis: Bands) -> list[tuple[float, float]]:
    """Return the ends of each band as shares of the scale, an open end at the end of the scale."""
    return [(row.low if isfinite(row.low) else 0.0, row.high if isfinite(row.high) else 1.0) for row in axis.rows]


def _cell_boxes(matrix: Matrix, language: str, dots: list[Box]) -> list[tuple[int, int, list[str], Box]]:
    """Return where the names of the cells stand: in the corner of each that covers the fewest points."""
    assert isinstance(matrix.rows, Bands)
    assert isinstance(matrix.columns, Bands)
    boxes = []
    for i, (bottom, top) in enumerate(_edges(matrix.rows)):
        for j, (left, right) in enumerate(_edges(matrix.columns)):
            lines = wrap(in_words(matrix.cells[i][j].answer, language), (right - left) * _SIDE - 12, SMALL)
            width = _BOLD * max(width_of(line, SMALL) for line in lines)
            height = len(lines) * SMALL * LEADING
            corners = [
                Box(x, y, x + width, y + height)
                for y in (top * _SIDE - 6 - height, bottom * _SIDE + 6)
                for x in (left * _SIDE + 6, right * _SIDE - 6 - width)
            ]
            boxes.append((i, j, lines, min(corners, key=lambda box: sum(box.meets(dot) for dot in dots))))
    return boxes


def _draw_ground(
    page: Page, matrix: Matrix, scale: tuple[float, float], boxes: list[tuple[int, int, list[str], Box]]
) -> None:
    assert isinstance(matrix.rows, Bands)
    assert isinstance(matrix.columns, Bands)
    low, high = scale
    span = high - low
    ax = page.ax
    ax.set_xlim(low, high)
    ax.set_ylim(low, high)
    ax.set_yticks([])
    rows, columns, tints = _edges(matrix.rows), _edges(matrix.columns), colours(matrix, _DEPTH)
    for i, j, lines, box in boxes:
        (bottom, top), (left, right) = rows[i], columns[j]
        corner = low + left * span, low + bottom * span
        patch = Rectangle(
            corner, (right - left) * span, (top - bottom) * span, facecolor=tints[i][j], edgecolor=PAPER, linewidth=2
        )
        patch.set_zorder(0.4)
        ax.add_patch(patch)
        page.write(lines, box.left / _SIDE, box.top / _SIDE, at="axes fraction", size=SMALL, color=_CELL, weight="bold")
    for value in sorted({end for pair in rows for end in pair}):
        at = ("axes fraction", "data")
        words = printed(low + value * span)
        page.write(words, 0, low + value * span, at=at, dx=-5, ha="right", size=SMALL, color=QUIET, middle=True)
    ticks = sorted({low + end * span for pair in columns for end in pair})
    set_ticks(page, ticks, f"{matrix.column_title.in_language(page.language)} →", lines=False)
    title = f"{matrix.row_title.in_language(page.language)} ↑"
    page.write(title, 0, 1, at="axes fraction", dx=-_LEFT, dy=6 + TEXT * LEADING, size=SMALL, color=INK)
