"""Factors: named conditions, each with the number it multiplies by and how sure that number is."""

from __future__ import annotations

from enum import IntFlag
from functools import cached_property
from math import inf
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import TableError
from servicemodel.labels import Label, Text
from servicemodel.markup import NOTHING, aligned, header_of, in_words
from servicemodel.sources import Citation, Evidence
from servicemodel.tables.table import Table, as_number, as_tuple


@attrs.frozen(kw_only=True)
class Factor:
    """One condition and its factor.

    Attributes
    ----------
    key : Label, IntFlag member or None
        The condition; ``None`` for a row that is printed but never multiplied.
    by : float
        The factor, above 0 and finite.
    low, high : float or None
        Plausible range of the factor, ``low <= by <= high``; both or neither.
    text : Text
        The condition in words.
    evidence : Evidence
        What stands behind ``by``.
    citations : tuple of Citation
    """

    key: Any
    by: float = attrs.field(converter=as_number)
    text: Text
    low: float | None = attrs.field(default=None, converter=attrs.converters.optional(as_number))
    high: float | None = attrs.field(default=None, converter=attrs.converters.optional(as_number))
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if self.key is not None and not isinstance(self.key, Label | IntFlag):
            msg = f"the key of a factor is a label or a flag; got {self.key!r}"
            raise TableError(msg)
        if not 0 < self.by < inf:
            msg = f"factor {self.key!r}: by must be above 0 and finite; got {self.by!r}"
            raise TableError(msg)
        if (self.low is None) != (self.high is None):
            msg = f"factor {self.key!r}: give both low and high, or neither"
            raise TableError(msg)
        if self.low is not None and self.high is not None and not 0 < self.low <= self.by <= self.high < inf:
            msg = f"factor {self.key!r}: 0 < low <= by <= high must hold; got {self.low}, {self.by}, {self.high}"
            raise TableError(msg)


@attrs.frozen(kw_only=True)
class Factors(Table):
    """Rows of factors whose keys are members of one enum, each used once.

    Keys that are flags combine (their factors multiply); keys that are labels exclude each other (one applies), and
    then every member needs a row.
    """

    rows: tuple[Factor, ...] = attrs.field(converter=as_tuple)

    def _check(self) -> None:
        keys = [row.key for row in self.rows if row.key is not None]
        if not keys:
            msg = f"table {self.name!r} has no row with a key"
            raise TableError(msg)
        if len({type(key) for key in keys}) != 1:
            msg = f"table {self.name!r}: all keys must be members of one enum; got {keys}"
            raise TableError(msg)
        for number, key in enumerate(keys):
            if key in keys[:number]:
                msg = f"table {self.name!r}: rows {keys.index(key) + 1} and {number + 1} have the same key {key!r}"
                raise TableError(msg)
        if isinstance(keys[0], Label) and len(keys) != len(type(keys[0])):
            missing = sorted(set(type(keys[0])) - set(keys), key=str)
            msg = f"table {self.name!r}: no row for {', '.join(m.value for m in missing)}"
            raise TableError(msg)
        for key in keys:
            if isinstance(key, IntFlag) and key.value.bit_count() != 1:
                msg = f"table {self.name!r}: a key is one single flag; got {key!r}"
                raise TableError(msg)

    @property
    def key_type(self) -> type[Any]:
        """The enum of the keys."""
        return next(type(row.key) for row in self.rows if row.key is not None)

    @property
    def by_key(self) -> dict[Any, float]:
        """Factor of each key."""
        return {row.key: row.by for row in self.rows if row.key is not None}

    @cached_property
    def products(self) -> NDArray[np.float64]:
        """The factor of every code: of each of the 256 combinations of flags, or of each label by position."""
        if issubclass(self.key_type, IntFlag):
            masks = np.arange(256)
            table = np.ones(256)
            for flag, by in self.by_key.items():
                table[(masks & flag.value) != 0] *= by
        else:
            table = np.array([self.by_key[label] for label in self.key_type])
        table.setflags(write=False)
        return table

    def row_of(self, key: Any) -> Factor:
        """Return the row of ``key``; raise :class:`TableError` where none has it."""
        for row in self.rows:
            if row.key is not None and row.key == key:
                return row
        msg = f"no row of table {self.name!r} has the key {key!r}"
        raise TableError(msg)

    def with_factors(self, factors: dict[Any, float], *, evidence: Evidence, name: str, title: Text) -> Factors:
        """Return a table of your own numbers: ``factors`` replaces ``by`` where given, ranges and sources go.

        Rows that are replaced carry the evidence you state and no plausible range: the old one was not about them.
        """
        unknown = [key for key in factors if key not in self.by_key]
        if unknown:
            msg = f"table {self.name!r} has no key {unknown[0]!r}"
            raise TableError(msg)
        rows = [
            attrs.evolve(row, by=factors[row.key], low=None, high=None, evidence=evidence, citations=())
            if row.key in factors
            else row
            for row in self.rows
        ]
        return attrs.evolve(self, rows=tuple(rows), evidence=evidence, name=name, title=title)

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        fields = {f.name: f for row in self.rows for f in attrs.fields(type(row)) if "header" in f.metadata}
        first = [field for field in fields.values() if field.metadata["first"]]
        last = [field for field in fields.values() if not field.metadata["first"]]

        def shown(row: Factor, some: list[Any]) -> list[str]:
            return [in_words(getattr(row, field.name, None), language) for field in some]

        header = [
            *(header_of(field, language) for field in first),
            *(words.in_language(language) for words in _HEADER),
            *(header_of(field, language) for field in last),
        ]
        factors, lows, highs = aligned(
            [
                [None if row.key is None else row.by for row in self.rows],
                [row.low for row in self.rows],
                [row.high for row in self.rows],
            ]
        )
        rows = [
            [
                *shown(row, first),
                row.text.in_language(language),
                by,
                NOTHING if row.low is None else f"{low}–{high}",
                row.evidence.in_language(language),
                *shown(row, last),
            ]
            for row, by, low, high in zip(self.rows, factors, lows, highs, strict=True)
        ]
        return header, rows, [len(first) + 1, len(first) + 2]

    def _row_citations(self, language: str) -> list[tuple[str, tuple[Citation, ...]]]:
        return [(row.text.in_language(language), row.citations) for row in self.rows]


_HEADER = (
    Text("condition", "条件"),
    Text("factor", "系数"),
    Text("plausible range", "合理范围"),
    Text("evidence", "依据"),
)
