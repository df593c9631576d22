"""Bands: a number line cut into named stretches, each edge owned exactly once."""

from __future__ import annotations

from functools import cached_property
from math import inf, isnan
from typing import Any

import attrs

from servicemodel.errors import TableError
from servicemodel.labels import Label, Text
from servicemodel.markup import NOTHING, bracketed, printed
from servicemodel.tables.table import Table, as_number, as_tuple


def _edge(value: float | None) -> float | None:
    return None if value is None else as_number(value)


@attrs.frozen(kw_only=True)
class Band:
    """One stretch of a number line.

    Say each edge in words: ``above`` (not included) or ``at_least`` (included) for the lower one, ``below`` (not
    included) or ``at_most`` (included) for the upper one; leave both out where the stretch has no end.
    """

    label: Label
    above: float | None = attrs.field(default=None, converter=_edge)
    at_least: float | None = attrs.field(default=None, converter=_edge)
    below: float | None = attrs.field(default=None, converter=_edge)
    at_most: float | None = attrs.field(default=None, converter=_edge)
    note: Text | None = None

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.label, Label):
            msg = f"a band is named by a label; got {self.label!r}"
            raise TableError(msg)
        if self.above is not None and self.at_least is not None:
            self._refuse("has both 'above' and 'at_least'")
        if self.below is not None and self.at_most is not None:
            self._refuse("has both 'below' and 'at_most'")
        if isnan(self.low) or isnan(self.high):
            self._refuse("has an edge that is not a number")
        holds_one_point = self.low == self.high and self.at_least is not None and self.at_most is not None
        if not (self.low < self.high or holds_one_point):
            self._refuse("is empty")

    def _refuse(self, fault: str) -> None:
        msg = f"band {self} {fault}"
        raise TableError(msg)

    @property
    def low(self) -> float:
        """Lower edge; minus infinity where there is none."""
        edge = self.at_least if self.above is None else self.above
        return -inf if edge is None else edge

    @property
    def high(self) -> float:
        """Upper edge; infinity where there is none."""
        edge = self.at_most if self.below is None else self.below
        return inf if edge is None else edge

    def __contains__(self, value: float) -> bool:
        over = value > self.low if self.above is not None else value >= self.low
        return over and (value < self.high if self.below is not None else value <= self.high)

    def __str__(self) -> str:
        return f"{self.label.name} ({self.in_words('en')})"

    def in_words(self, language: str) -> str:
        """Return the stretch in words, such as ``at least 0.5`` or ``不低于 0.5``."""
        words = _EDGE_WORDS[language]
        if self.low == self.high:
            return f"{words['exactly']} {printed(self.low)}"
        edges = [
            f"{words[name]} {printed(getattr(self, name))}"
            for name in ("above", "at_least", "below", "at_most")
            if getattr(self, name) is not None
        ]
        return words["and"].join(edges) if edges else words["any"]


_EDGE_WORDS = {
    "en": {
        "above": "above", "at_least": "at least", "below": "below", "at_most": "at most",
        "and": " and ", "any": "any value", "exactly": "exactly",
    },
    "zh": {
        "above": "高于", "at_least": "不低于", "below": "低于", "at_most": "不高于",
        "and": " 且", "any": "任意值", "exactly": "恰为",
    },
}  # fmt: skip


@attrs.frozen(kw_only=True)
class Bands(Table):
    """Bands in rising order that cover their range without a gap, an overlap or an edge owned twice.

    Parameters
    ----------
    rows : tuple of Band
        Rising; labels all members of one enum, each used once.
    unit : Text or None
        Unit of the edges.

    Raises
    ------
    TableError
        If two neighbouring rows leave a gap, overlap or both own an edge; the message names both.

    Examples
    --------
    >>> from servicemodel.priority import LEVELS
    >>> LEVELS.row_of(0.5).label
    <Level.MEDIUM: 'medium'>
    """

    rows: tuple[Band, ...] = attrs.field(converter=as_tuple)
    unit: Text | None = None

    def _check(self) -> None:
        if not self.rows:
            msg = f"table {self.name!r} has no rows"
            raise TableError(msg)
        kinds = {type(row.label) for row in self.rows}
        labels = [row.label for row in self.rows]
        if len(kinds) != 1 or len(set(labels)) != len(labels):
            msg = f"table {self.name!r}: each row needs its own label of one enum; got {[str(b) for b in self.rows]}"
            raise TableError(msg)
        for number, (low, high) in enumerate(zip(self.rows, self.rows[1:], strict=False), start=1):
            self._check_neighbours(number, low, high)

    def _check_neighbours(self, number: int, low: Band, high: Band) -> None:
        names = f"row {number} {low} and row {number + 1} {high}"
        if low.high > high.low:
            fault = "overlap"
        elif low.high < high.low:
            fault = "leave a gap between them"
        elif low.at_most is not None and high.at_least is not None:
            fault = f"both own the edge {low.high:g}"
        elif low.at_most is None and high.at_least is None:
            fault = f"leave a gap: neither owns the edge {low.high:g}"
        else:
            return
        msg = f"table {self.name!r}: {names} {fault}"
        raise TableError(msg)

    @cached_property
    def labels(self) -> tuple[Any, ...]:
        """Labels of the rows, in the order of the rows."""
        return tuple(row.label for row in self.rows)

    @cached_property
    def edges(self) -> tuple[tuple[float, bool], ...]:
        """Inner edges from low to high: the value, and whether it belongs to the upper row."""
        return tuple((row.low, row.at_least is not None) for row in self.rows[1:])

    @property
    def low(self) -> float:
        """Lower end of the range covered."""
        return self.rows[0].low

    @property
    def high(self) -> float:
        """Upper end of the range covered."""
        return self.rows[-1].high

    def row_of(self, value: float) -> Band:
        """Return the row that holds ``value``; raise :class:`TableError` where none does."""
        for row in self.rows:
            if value in row:
                return row
        msg = f"no row of table {self.name!r} holds {value!r}"
        raise TableError(msg)

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        unit = bracketed(self.unit.in_language(language), language) if self.unit else ""
        header = [_CATEGORY.in_language(language), _RANGE.in_language(language) + unit]
        rows = [[row.label.in_language(language), row.in_words(language)] for row in self.rows]
        if any(row.note for row in self.rows):
            header.append(_NOTE.in_language(language))
            for cells, row in zip(rows, self.rows, strict=True):
                cells.append(row.note.in_language(language) if row.note else NOTHING)
        return header, rows, []


_CATEGORY = Text("category", "类别")
_RANGE = Text("range", "范围")
_NOTE = Text("note", "说明")
