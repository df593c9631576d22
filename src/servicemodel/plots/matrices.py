"""Matrices: a coloured grid with the cells' names, and what the source advises in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from servicemodel.labels import Label, OrderedLabel
from servicemodel.plots.pictures import (
    INK,
    LEADING,
    PAPER,
    QUIET,
    SMALL,
    TEXT,
    Page,
    balanced,
    open_page,
    width_of,
    wrap,
)
from servicemodel.plots.rows import notes_of
from servicemodel.tables import Bands, Cell, Matrix, axis_labels

_NARROW, _WIDE = 64.0, 134.0
_MOST_COLUMNS = 480.0  # points for all columns together, unless the narrowest need more
_LEAST = 260.0  # points for all columns together
_PAD = 8.0
_GAP = 10.0
_PALE, _DEEP = (0xEE, 0xF4, 0xF9), (0x7F, 0xB8, 0xDE)
_TINTS = ("#d6e8f5", "#fbe3cf", "#d5efe4", "#f6dbe8", "#fdf3c4", "#e3e3e3", "#d9f0fa", "#efe0d0")


@attrs.frozen
class _Words:
    """What is written in one cell, wrapped."""

    answer: list[str]
    strategy: list[str]

    @property
    def height(self) -> float:
        return (len(self.answer) * TEXT + len(self.strategy) * SMALL) * LEADING


def grows(axis: Any) -> bool:
    """Whether the places of an axis rise, so that the first belongs at the bottom or on the left of a plot."""
    return isinstance(axis, Bands) or issubclass(axis, OrderedLabel)


def places(axis: Any, language: str) -> list[tuple[str, str]]:
    """Return each place of an axis in words, and its range where it has one."""
    if isinstance(axis, Bands):
        return [(row.label.in_language(language), row.in_words(language)) for row in axis.rows]
    return [(label.in_language(language), "") for label in axis_labels(axis)]


def shade(share: float) -> str:
    """Return a colour between pale (0) and deep (1), on which dark text can be read."""
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in zip(_PALE, _DEEP, strict=True))


def colours(table: Matrix, depth: float = 1.0) -> list[list[str]]:
    """Return the colour of each cell: by rank where the answers have one, by place where all differ, else by answer.

    ``depth`` below 1 makes the ground paler, for what is drawn upon it.
    """
    answers = [answer for row in table.answers for answer in row]
    height, width = len(table.answers), len(table.answers[0])
    if not isinstance(answers[0], Label):
        low, span = min(answers), (max(answers) - min(answers)) or 1
        return [[shade(depth * (answer - low) / span) for answer in row] for row in table.answers]
    if isinstance(answers[0], OrderedLabel):
        last = max(len(type(answers[0])) - 1, 1)
        return [[shade(depth * answer.code / last) for answer in row] for row in table.answers]
    if len(set(answers)) == len(answers) and grows(table.rows) and grows(table.columns):
        last = max(height + width - 2, 1)
        return [[shade(depth * (i + j) / last) for j in range(width)] for i in range(height)]
    return [[_TINTS[answer.code % len(_TINTS)] for answer in row] for row in table.answers]


def _cell_width(table: Matrix, language: str) -> float:
    cells = [cell for row in table.cells for cell in row]
    if any(cell.strategy for cell in cells):
        return max(_NARROW + 2 * _PAD, min(_WIDE, _MOST_COLUMNS / len(table.cells[0])))
    longest = _longest_word(answer for row in table.answer_words(language) for answer in row)
    names = _longest_word(name for name, _ in places(table.columns, language))
    return max(_NARROW, longest + 2 * _PAD, min(names + 2 * _PAD, _WIDE), _LEAST / len(table.cells[0]))


def _longest_word(texts: Iterable[str]) -> float:
    """Return the width of the longest piece that cannot be broken."""
    return max(width_of(line) for text in texts for line in wrap(text, 0))


def _cell(cell: Cell, answer: str, language: str, width: float) -> _Words:
    strategy = cell.strategy.in_language(language) if cell.strategy else ""
    if strategy == answer:
        strategy = ""
    room = width - 2 * _PAD
    return _Words(balanced(answer, room), balanced(strategy, room, SMALL) if strategy else [])


def draw_matrix(table: Matrix, language: str, ax: Axes | None) -> Axes:
    """Draw a matrix as a grid; places that rise do so upwards and to the right, others are listed from the top."""
    width = _cell_width(table, language)
    cells = [
        [_cell(cell, answer, language, width) for cell, answer in zip(row, answers, strict=True)]
        for row, answers in zip(table.cells, table.answer_words(language), strict=True)
    ]
    height = max(max(words.height for row in cells for words in row) + 2 * _PAD, 34.0)
    rows = [_place(place, 110.0) for place in places(table.rows, language)]
    columns = [_place(place, width - 6) for place in places(table.columns, language)]
    height = max(height, *(words.height + 4 for words in rows))
    row_title = f"{table.row_title.in_language(language)}{' ↑' if grows(table.rows) else ''}"
    column_title = f"{table.column_title.in_language(language)}{' →' if grows(table.columns) else ''}"
    head = max(words.height for words in columns)
    left = max(width_of(line, TEXT) for words in rows for line in (*words.answer, *words.strategy)) + _GAP
    total = left + width * len(columns)
    title_lines = wrap(row_title, total)
    page = open_page(
        ax,
        language,
        title=table.title.in_language(language),
        notes=notes_of(table, language),
        width=width * len(columns),
        height=height * len(rows),
        left=left,
        right=0,
        above=len(title_lines) * TEXT * LEADING + 6,
        below=head + TEXT * LEADING * len(wrap(column_title, width * len(columns))) + 20,
    )
    _draw_cells(page, table, cells)
    page.write(title_lines, 0, 1, at="axes fraction", dx=-left, dy=6 + len(title_lines) * TEXT * LEADING)
    for i, words in enumerate(rows):
        _write_place(page, words, 0, i + 0.5, ("axes fraction", "data"), dx=-_GAP, ha="right")
    for j, words in enumerate(columns):
        _write_place(page, words, j + 0.5, 0, ("data", "axes fraction"), dy=-6 - words.height / 2, ha="center")
    page.write(wrap(column_title, width * len(columns)), 0.5, 0, at="axes fraction", dy=-head - 12, ha="center")
    return page.finish()


def _place(place: tuple[str, str], room: float) -> _Words:
    name, range_words = place
    return _Words(balanced(name, room), balanced(range_words, room, SMALL) if range_words else [])


def _write_place(
    page: Page, words: _Words, x: float, y: float, at: Any, *, ha: str, dx: float = 0, dy: float = 0
) -> None:
    top = dy + words.height / 2 - (TEXT * LEADING - TEXT) / 2
    page.write(words.answer, x, y, at=at, dx=dx, dy=top, ha=ha)
    if words.strategy:
        below = top - len(words.answer) * TEXT * LEADING
        page.write(words.strategy, x, y, at=at, dx=dx, dy=below, ha=ha, size=SMALL, color=QUIET)


def _draw_cells(page: Page, table: Matrix, cells: list[list[_Words]]) -> None:
    ax = page.ax
    ax.set_xlim(0, len(cells[0]))
    ax.set_ylim((0, len(cells)) if grows(table.rows) else (len(cells), 0))
    ax.set_xticks([])
    ax.set_yticks([])
    for i, (row, tints) in enumerate(zip(cells, colours(table), strict=True)):
        for j, (words, tint) in enumerate(zip(row, tints, strict=True)):
            ax.add_patch(Rectangle((j, i), 1, 1, facecolor=tint, edgecolor=PAPER, linewidth=2))
            top = words.height / 2 - (TEXT * LEADING - TEXT) / 2
            page.write(words.answer, j + 0.5, i + 0.5, dy=top, ha="center", color=INK, weight="bold")
            if words.strategy:
                below = top - len(words.answer) * TEXT * LEADING
                page.write(words.strategy, j + 0.5, i + 0.5, dy=below, ha="center", color=INK, size=SMALL)
