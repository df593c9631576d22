"""What every table has: a name, words, a version, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Number
from typing import Any

import attrs

from servicemodel.errors import TableError
from servicemodel.labels import Text, check_language
from servicemodel.markup import Grid, joined, labelled
from servicemodel.sources import Citation, Evidence


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Make a field immutable; mypy cannot infer the bare ``tuple`` as a converter."""
    return tuple(items)


def as_number(value: Any) -> float:
    """Make a figure of a table a float; ``float`` alone would also take text and truth values."""
    if isinstance(value, bool) or not isinstance(value, Number):
        msg = f"the figures of a table are numbers; got {value!r}"
        raise TypeError(msg)
    return float(value)  # type: ignore[arg-type]


@attrs.frozen(kw_only=True)
class Table:
    """Base of the four table shapes; holds no rows itself.

    Attributes
    ----------
    name : str
        The constant's name in lower case.
    title : Text
        What the table is called, in both languages.
    evidence : Evidence
        What stands behind the figures as a whole.
    citations : tuple of Citation
        Where they come from; at least one unless the evidence is a convention or an assumption.
    version : int
        Raised whenever a number changes; scored output carries it.
    """

    name: str
    title: Text
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)
    version: int = 1

    def __attrs_post_init__(self) -> None:
        free = (Evidence.CONVENTION, Evidence.ASSUMED)
        if not self.citations and self.evidence not in free:
            msg = f"table {self.name!r}: evidence {self.evidence.value!r} needs at least one citation"
            raise TableError(msg)
        if self.version < 1:
            msg = f"table {self.name!r}: version starts at 1; got {self.version}"
            raise TableError(msg)
        self._check()

    def _check(self) -> None:
        """Refuse rows that contradict each other; every shape has its own rule."""
        raise AssertionError  # a shape without a rule would accept anything

    def grid(self, language: str = "en") -> Grid:
        """Return the table as rows of words, with its evidence and sources below, ready to be written."""
        header, rows, numbers = self._view(language)
        return Grid(
            title=self.title.in_language(language),
            header=header,
            rows=rows,
            numbers=numbers,
            notes=self._notes(language),
            language=check_language(language),
        )

    def _repr_html_(self) -> str:
        return self.grid("en").to_html()

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        """Return the header, the rows, and which columns hold numbers."""
        raise AssertionError(language)  # a shape that cannot be shown is not finished

    def _row_citations(self, language: str) -> list[tuple[str, tuple[Citation, ...]]]:
        """Return what single rows cite: the row in words, and its citations."""
        del language
        return []

    def _notes(self, language: str) -> list[str]:
        return [
            *source_notes(self.evidence, self.citations, language, self._row_citations(language)),
            labelled(_VERSION.in_language(language), f"{self.name} {self.version}", language),
        ]


_EVIDENCE = Text("Evidence", "依据")
_WORK = Text("Source", "来源")
_VERSION = Text("Version of the table", "表的版本")


def source_notes(
    evidence: Evidence,
    citations: Iterable[Citation],
    language: str,
    by_row: Iterable[tuple[str, tuple[Citation, ...]]] = (),
) -> list[str]:
    """Return what stands below a table: its evidence, what it and its rows cite, and each work cited once in full."""
    whole, rows = list(citations), [(row, cited) for row, cited in by_row if cited]
    works = dict.fromkeys(str(c.source) for cited in (whole, *(cited for _, cited in rows)) for c in cited)
    return [
        labelled(_EVIDENCE.in_language(language), evidence.in_language(language), language),
        *(cite(citation, language) for citation in whole),
        *(
            labelled(row, joined((cite(citation, language) for citation in cited), language), language)
            for row, cited in rows
        ),
        *(labelled(_WORK.in_language(language), work, language) for work in works),
    ]


def cite(citation: Citation, language: str) -> str:
    """Return a citation with its evidence and its note in words."""
    words = citation.in_language(language)
    return labelled(words, citation.note.in_language(language), language) if citation.note else words
