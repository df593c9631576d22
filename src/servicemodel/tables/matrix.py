"""Matrix: two axes and a cell for every pair of their places."""

from __future__ import annotations

from functools import cached_property
from math import isfinite
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import TableError
from servicemodel.labels import Label, Text
from servicemodel.markup import aligned, in_words, labelled
from servicemodel.sources import Citation, Evidence
from servicemodel.tables.bands import Bands
from servicemodel.tables.table import Table, as_number

#: An axis is a number line cut into bands, or an enum of labels.
Axis = Bands | type[Label]


@attrs.frozen
class Cell:
    """What stands in a cell: a label or a number, and what the source advises there.

    Attributes
    ----------
    answer : Label or float
    strategy : Text or None
        What to do with whoever falls into the cell, in both languages.
    citation : Citation or None
        Where the strategy's wording comes from, if not from the matrix's own source.
    """

    answer: Any
    strategy: Text | None = None
    citation: Citation | None = None


def _cells(cells: Any) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in cells)


def axis_labels(axis: Axis) -> tuple[Any, ...]:
    """Return the places of an axis in order, as labels."""
    return axis.labels if isinstance(axis, Bands) else tuple(axis)


@attrs.frozen(kw_only=True)
class Matrix(Table):
    """A table of two axes; ``cells[i][j]`` belongs to place ``i`` of ``rows`` and place ``j`` of ``columns``.

    Every pair has a cell, and all cells hold labels of one enum or all hold numbers.

    Attributes
    ----------
    rows, columns : Bands or type of Label
    row_title, column_title : Text
        What each axis measures.
    """

    rows: Axis
    columns: Axis
    row_title: Text
    column_title: Text
    cells: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_cells)

    def _check(self) -> None:
        height, width = len(axis_labels(self.rows)), len(axis_labels(self.columns))
        if len(self.cells) != height:
            msg = f"table {self.name!r}: {height} rows of cells needed; got {len(self.cells)}"
            raise TableError(msg)
        for label, row in zip(axis_labels(self.rows), self.cells, strict=True):
            if len(row) != width:
                msg = f"table {self.name!r}: row {label.value!r} needs {width} cells; got {len(row)}"
                raise TableError(msg)
        answers = [answer for row in self.answers for answer in row]
        for answer in answers:
            if not isinstance(answer, Label) and not isfinite(as_number(answer)):
                msg = f"table {self.name!r}: a cell holds a label or a finite number; got {answer!r}"
                raise TableError(msg)
        kinds = {type(answer) if isinstance(answer, Label) else float for answer in answers}
        if len(kinds) != 1:
            msg = f"table {self.name!r}: cells hold labels of one enum or numbers, not {sorted(k.__name__ for k in kinds)}"
            raise TableError(msg)

    @property
    def answers(self) -> tuple[tuple[Any, ...], ...]:
        """The cells' answers alone."""
        return tuple(tuple(cell.answer for cell in row) for row in self.cells)

    @cached_property
    def answer_table(self) -> NDArray[Any]:
        """The answers as an array: ``int8`` codes of labels, or numbers."""
        if isinstance(self.answers[0][0], Label):
            table: NDArray[Any] = np.array([[answer.code for answer in row] for row in self.answers], dtype=np.int8)
        else:
            table = np.array(self.answers, dtype=np.float64)
        table.setflags(write=False)
        return table

    def cell_of(self, row: Label, column: Label) -> Cell:
        """Return the cell where two places meet."""
        return self.cells[axis_labels(self.rows).index(row)][axis_labels(self.columns).index(column)]

    def transposed(self) -> Matrix:
        """Return the same matrix with its axes swapped."""
        return attrs.evolve(
            self,
            rows=self.columns,
            columns=self.rows,
            row_title=self.column_title,
            column_title=self.row_title,
            cells=tuple(zip(*self.cells, strict=True)),
        )

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        corner = f"{self.row_title.in_language(language)} ↓  {self.column_title.in_language(language)} →"
        rows = [
            [place, *(_cell_words(*pair, language) for pair in zip(row, words, strict=True))]
            for place, row, words in zip(
                _places(self.rows, language), self.cells, self.answer_words(language), strict=True
            )
        ]
        numeric = not isinstance(self.cells[0][0].answer, Label)
        return [corner, *_places(self.columns, language)], rows, list(range(1, len(rows[0]))) if numeric else []

    def answer_words(self, language: str) -> list[list[str]]:
        """Return the cells' answers as words, or as numbers with equally many digits."""
        if isinstance(self.cells[0][0].answer, Label):
            return [[cell.answer.in_language(language) for cell in row] for row in self.cells]
        return aligned(self.answers)

    @property
    def cut_evidence(self) -> tuple[Evidence, ...]:
        """What stands behind the cuts of the axes, where that is another thing than what stands behind the cells."""
        return tuple(dict.fromkeys(axis.evidence for axis, _ in self._axes_apart()))

    def _axes_apart(self) -> list[tuple[Bands, Text]]:
        """Return the axes of bands, with their titles, whose evidence is not the table's."""
        axes = ((self.rows, self.row_title), (self.columns, self.column_title))
        return [(axis, title) for axis, title in axes if isinstance(axis, Bands) and axis.evidence is not self.evidence]

    def _notes(self, language: str) -> list[str]:
        evidence, *rest = super()._notes(language)
        cuts = [labelled(words, axis.evidence.in_language(language), language) for words, axis in self._cuts(language)]
        return [evidence, *cuts, *rest]

    def _cuts(self, language: str) -> list[tuple[str, Bands]]:
        """Return the axes that stand on something else, each once, with the words for what they cut."""
        titles: dict[Bands, list[str]] = {}
        for axis, title in self._axes_apart():
            titles.setdefault(axis, []).append(title.in_language(language))
        cuts, both = _CUTS.in_language(language), _AND.in_language(language)
        return [(cuts.format(both.join(said)), axis) for axis, said in titles.items()]

    def _row_citations(self, language: str) -> list[tuple[str, tuple[Citation, ...]]]:
        cells = [cell for row in self.cells for cell in row if cell.citation]
        return [
            *((words, axis.citations) for words, axis in self._cuts(language)),
            *((in_words(cell.answer, language), (cell.citation,)) for cell in cells if cell.citation),
        ]


_CUTS = Text("Cuts of {}", "{}的分界")
_AND = Text(" and ", "与")


def _places(axis: Axis, language: str) -> list[str]:
    if isinstance(axis, Bands):
        return [f"{row.label.in_language(language)}\n{row.in_words(language)}" for row in axis.rows]
    return [label.in_language(language) for label in axis]


def _cell_words(cell: Cell, answer: str, language: str) -> str:
    strategy = cell.strategy.in_language(language) if cell.strategy else ""
    if strategy.startswith(answer):  # the advice begins with the cell's name: said once
        return strategy
    return labelled(answer, strategy, language) if strategy else answer
