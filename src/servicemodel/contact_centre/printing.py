"""How results print themselves: every share with the counts it was made of, in either language."""

from __future__ import annotations

from abc import ABC, abstractmethod

from servicemodel.labels import Language, Text, check_language
from servicemodel.markup import NOTHING, Grid, bracketed, in_words, joined, labelled

_FIGURE = Text("figure", "指标")
_VALUE = Text("value", "数值")
_OF = Text("{part} of {whole}", "{part}/{whole}")
_PERCENT = Text("{:.1f} %", "{:.1f}%")
_SECONDS = Text("{:,.1f} s", "{:,.1f} 秒")


class Printed(ABC):
    """A result that knows its heading and its rows of words; prints itself."""

    __slots__ = ()

    @abstractmethod
    def _heading(self, language: Language) -> str:
        """Return what the figures are, and by what they were taken."""

    @abstractmethod
    def _rows(self, language: Language) -> list[tuple[str, str]]:
        """Return each figure's name and its value in words."""

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself."""
        spoken = check_language(language)
        header = [text.in_language(spoken) for text in (_FIGURE, _VALUE)]
        return Grid(title=self._heading(spoken), header=header, rows=self._rows(spoken), language=spoken)

    def _lines(self, language: str) -> list[str]:
        return [labelled(name, value, language) for name, value in self.grid(language).rows]

    def describe(self, language: Language = "en") -> str:
        """Return the figures as plain text, a line each."""
        return "\n  ".join([self.grid(language).title, *self._lines(language)])

    def in_language(self, language: Language) -> str:
        """Return the figures in one line, after what they were taken by."""
        return labelled(self.grid(language).title, joined(self._lines(language), language), language)

    def to_html(self, language: Language = "en") -> str:
        """Return the figures as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


def shown_share(share: float | None, part: int, whole: int, language: str) -> str:
    """Return a share in per cent, with its counts; nothing where the whole is nothing."""
    if share is None:
        return NOTHING
    counts = _OF.in_language(language).format(part=in_words(part, language), whole=in_words(whole, language))
    return _PERCENT.in_language(language).format(100 * share) + bracketed(counts, language)


def shown_seconds(seconds: float | None, language: str) -> str:
    """Return a duration in seconds, or nothing."""
    return NOTHING if seconds is None else _SECONDS.in_language(language).format(seconds)
