"""Weights: named criteria and how much each counts."""

from __future__ import annotations

from math import inf
from typing import Any

import attrs

from servicemodel.errors import TableError
from servicemodel.labels import Text
from servicemodel.markup import printed
from servicemodel.tables.table import Table, as_number, as_tuple


@attrs.frozen(kw_only=True)
class Weight:
    """One criterion and its weight, at least 0 and finite; ``key`` is what scores are given under."""

    key: str
    weight: float = attrs.field(converter=as_number)
    text: Text

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.weight < inf:
            msg = f"weight {self.key!r} must be at least 0 and finite; got {self.weight!r}"
            raise TableError(msg)


@attrs.frozen(kw_only=True)
class Weights(Table):
    """Criteria with different keys; weights count relative to their sum, which is above 0."""

    rows: tuple[Weight, ...] = attrs.field(converter=as_tuple)

    def _check(self) -> None:
        keys = [row.key for row in self.rows]
        for number, key in enumerate(keys):
            if key in keys[:number]:
                msg = f"table {self.name!r}: rows {keys.index(key) + 1} and {number + 1} have the same key {key!r}"
                raise TableError(msg)
        if not sum(row.weight for row in self.rows) > 0:
            msg = f"table {self.name!r}: at least one weight must be above 0"
            raise TableError(msg)

    @property
    def shares(self) -> dict[str, float]:
        """Each key's share of the total; the shares sum to 1."""
        total = sum(row.weight for row in self.rows)
        return {row.key: row.weight / total for row in self.rows}

    def row_of(self, key: Any) -> Weight:
        """Return the row of ``key``; raise :class:`TableError` where none has it."""
        for row in self.rows:
            if row.key == key:
                return row
        msg = f"no row of table {self.name!r} has the key {key!r}"
        raise TableError(msg)

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        header = [words.in_language(language) for words in _HEADER]
        shares = self.shares
        rows = [
            [row.text.in_language(language), printed(row.weight), f"{100 * shares[row.key]:.1f} %"] for row in self.rows
        ]
        return header, rows, [1, 2]


_HEADER = (Text("criterion", "标准"), Text("weight", "权重"), Text("share", "占比"))
