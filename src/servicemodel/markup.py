"""Small tables of words, written as Markdown or HTML; text from data stays text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from enum import IntFlag
from fractions import Fraction
from math import isnan
from typing import Any, ClassVar

import attrs
import numpy as np

from servicemodel.labels import Language, Text, check_language

#: What stands where there is nothing to say.
NOTHING = "—"

_COLON = {"en": ": ", "zh": "："}
_SEMICOLON = {"en": "; ", "zh": "；"}
_TRUTH = {True: Text("yes", "是"), False: Text("no", "否")}
_LARGEST_DENOMINATOR = 12


def headed(header: Text, *, first: bool = False) -> dict[str, Any]:
    """Return the metadata that makes a field of an attrs class a column (or a row) when it is shown.

    Parameters
    ----------
    header : Text
        What the field is called, in both languages.
    first : bool, default False
        Whether it stands before the columns that every table of its shape has.
    """
    return {"header": header, "first": first}


def header_of(field: attrs.Attribute[Any], language: str) -> str:
    """Return what a field is called: the words it was given, else its name."""
    header = field.metadata.get("header")
    return field.name.replace("_", " ") if header is None else str(header.in_language(language))


def labelled(label: str, words: str, language: str) -> str:
    """Return ``label: words`` with the colon of the language."""
    return f"{label}{_COLON[check_language(language)]}{words}"


def bracketed(words: str, language: str) -> str:
    """Return words in the brackets of the language, with the space it puts before them."""
    return f" ({words})" if check_language(language) == "en" else f"（{words}）"


def joined(words: Iterable[str], language: str) -> str:
    """Return words in a row, with the semicolon of the language."""
    return _SEMICOLON[check_language(language)].join(words)


def printed(value: Any) -> str:
    """Return a number as one prints it: short, with a real minus sign, and a third as ``1/3``.

    Examples
    --------
    >>> printed(2 / 3), printed(-0.5), printed(1e6)
    ('2/3', '−0.5', '1,000,000')
    """
    if isinstance(value, Decimal):
        text = f"{value:,f}" if value.is_finite() else str(value)
    elif isinstance(value, int | np.integer):
        text = f"{int(value):,}"
    elif isnan(value):
        return NOTHING
    else:
        text = f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.10g}"  # noqa: PLR2004 - six digits, then whole ones
        if "e" not in text and float(text.replace(",", "")) != value and value not in {np.inf, -np.inf}:
            fraction = Fraction(float(value)).limit_denominator(_LARGEST_DENOMINATOR)
            if float(fraction) == value:
                text = str(fraction)
    return text.replace("inf", "∞").replace("-", "−")


def aligned(columns: Sequence[Sequence[float | None]]) -> list[list[str]]:
    """Return columns of numbers with as many digits after the point as the one that has most; nothing for ``None``.

    Examples
    --------
    >>> aligned([[1, 1.25, None]])
    [['1.00', '1.25', '—']]
    """
    digits = max((_decimals(value) for column in columns for value in column if value is not None), default=0)
    return [
        [NOTHING if value is None else f"{value:,.{digits}f}".replace("-", "−") for value in column]
        for column in columns
    ]


def _decimals(value: float) -> int:
    """Return how many digits stand after the point where a number is written to six figures."""
    exponent = Decimal(f"{value:.6g}").normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def in_words(value: Any, language: str) -> str:
    """Return any value as the words or figures a reader sees."""
    if value is None:
        return NOTHING
    if isinstance(value, bool | np.bool_):
        return _TRUTH[bool(value)].in_language(language)
    if isinstance(value, IntFlag):
        return ", ".join(str(flag.name).lower() for flag in value) or NOTHING
    if hasattr(value, "in_language"):
        return str(value.in_language(language))
    if isinstance(value, int | float | Decimal | np.integer | np.floating):
        return printed(value)
    if isinstance(value, timedelta):
        return printed(value / timedelta(minutes=1)) + Text(" min", " 分钟").in_language(language)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, tuple | list):
        return joined((in_words(item, language) for item in value), language) or NOTHING
    return str(value)


def _cells(value: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


def _positions(value: Iterable[int]) -> tuple[int, ...]:
    return tuple(value)


def _rows(value: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in value)


@attrs.frozen(kw_only=True)
class Grid:
    """A table of plain text, ready to be written; a line break inside a cell is kept.

    Attributes
    ----------
    title : str
        Stands above the table.
    header : tuple of str
        One name per column.
    rows : tuple of tuple of str
    numbers : tuple of int
        Positions of the columns that hold numbers, which are set to the right.
    notes : tuple of str
        Stand below: evidence, sources, what was left out.
    language : {"en", "zh"}
        The language all of it is in.
    """

    title: str
    header: tuple[str, ...] = attrs.field(converter=_cells)
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_rows)
    numbers: tuple[int, ...] = attrs.field(default=(), converter=_positions)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_cells)
    language: Language = "en"

    def to_html(self) -> str:
        """Return the table as an HTML fragment; everything in it is escaped."""
        head = "".join(self._html_cell("th", i, name, ' scope="col"') for i, name in enumerate(self.header))
        body = "".join(
            "<tr>"
            + "".join(
                self._html_cell("td" if i else "th", i, cell, "" if i else ' scope="row"') for i, cell in enumerate(row)
            )
            + "</tr>\n"
            for row in self.rows
        )
        notes = "".join(f"<li>{escape(note)}</li>\n" for note in self.notes)
        return (
            f'<div class="servicemodel-table" lang="{_HTML_LANGUAGE[self.language]}">\n<table>\n'
            f"<caption>{escape(self.title)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
            + (f'<ul class="notes">\n{notes}</ul>\n' if notes else "")
            + "</div>\n"
        )

    def _html_cell(self, tag: str, column: int, text: str, more: str) -> str:
        side = "right" if column in self.numbers else "left"  # notebooks set all cells to the right otherwise
        return f'<{tag}{more} style="text-align:{side}">{escape(text)}</{tag}>'

    def to_markdown(self) -> str:
        """Return the table in the Markdown that GitHub and MyST read; everything in it is escaped."""
        rule = ["---:" if i in self.numbers else ":---" for i in range(len(self.header))]
        lines = [self.header, *self.rows]
        head, *body = ["| " + " | ".join(escape_markdown(cell) for cell in line) + " |" for line in lines]
        table = "\n".join([head, "| " + " | ".join(rule) + " |", *body])
        notes = "".join(f"- {escape_markdown(note)}\n" for note in self.notes)
        return f"**{escape_markdown(self.title)}**\n\n{table}\n" + (f"\n{notes}" if notes else "")


_HTML_LANGUAGE = {"en": "en", "zh": "zh-Hans"}
_LINE_END = re.compile(r"\r\n?|\n")
_AMPERSAND = re.compile(r"&(?=\w+;|#)")
_MARKDOWN_SIGNS = re.compile(r"([\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_]))")


def escape(text: str) -> str:
    """Return text for HTML: nothing in it is markup, and a line break is one."""
    return html.escape(text).replace("\n", "<br>")


def escape_markdown(text: str) -> str:
    """Return text for one line of Markdown: nothing in it is markup."""
    plain = _AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_END.sub("<br>", _MARKDOWN_SIGNS.sub(r"\\\1", plain))


def record_grid(thing: Any, language: str = "en", *, title: str | None = None, without: Iterable[str] = ()) -> Grid:
    """Return the fields of an attrs object as a table: one row per field, or one column per field where they are arrays.

    Fields named with :func:`headed` carry those words; fields left out of ``repr``, and those named in ``without``,
    are left out.
    """
    spoken = check_language(language)
    left_out = set(without)
    fields = [f for f in attrs.fields(type(thing)) if f.repr is not False and f.name not in left_out]
    headers = [header_of(field, language) for field in fields]
    values = [getattr(thing, field.name) for field in fields]
    name = title or class_title(thing, language)
    if any(isinstance(value, np.ndarray) and value.ndim for value in values):
        columns = [column.ravel() for column in np.broadcast_arrays(*values)]
        length = len(columns[0])
        rows = [[in_words(column[i].item(), language) for column in columns] for i in range(min(length, _SHOWN_ROWS))]
        notes = [_CUT.in_language(language).format(shown=_SHOWN_ROWS, length=length)] if length > _SHOWN_ROWS else []
        every = tuple(range(len(fields)))
        return Grid(title=name, header=headers, rows=rows, numbers=every, notes=notes, language=spoken)
    rows = [[header, in_words(value, language)] for header, value in zip(headers, values, strict=True)]
    names = [_FIELD.in_language(language), _VALUE.in_language(language)]
    numeric = all(isinstance(value, int | float | Decimal | np.number) for value in values)
    return Grid(title=name, header=names, rows=rows, numbers=(1,) if numeric else (), language=spoken)


def class_title(thing: Any, language: str) -> str:
    """Return the title an object (or its class) carries, else the name of its class."""
    title = getattr(thing, "title", None)
    return title.in_language(language) if isinstance(title, Text) else type(thing).__name__


_SHOWN_ROWS = 20
_CUT = Text("the first {shown} of {length} rows", "前 {shown} 行，共 {length} 行")
_FIELD = Text("item", "项目")
_VALUE = Text("value", "数值")


def same_figures(one: Any, other: Any) -> bool:
    """Whether two figures, numbers or arrays, are the same; what is missing in both is the same."""
    first, second = np.asarray(one), np.asarray(other)
    return np.array_equal(first, second, equal_nan=first.dtype.kind == second.dtype.kind == "f")


#: How attrs compares figures: ``attrs.field(eq=SAME_FIGURES)``.
SAME_FIGURES = attrs.cmp_using(eq=same_figures, class_name="Figure")


class Figures:
    """Base of a result of several figures, each a number or an array; it prints itself in both languages.

    A subclass is an attrs class whose fields carry their words (:func:`headed`).

    Attributes
    ----------
    title : Text
        What the result is called.
    unit : Text or None
        The unit of all its figures, where they share one.
    """

    __slots__ = ()

    title: ClassVar[Text]
    unit: ClassVar[Text | None] = None

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself."""
        unit = "" if self.unit is None else f" [{self.unit.in_language(language)}]"
        return record_grid(self, language, title=self.title.in_language(language) + unit)

    def _lines(self, language: str) -> list[str]:
        grid = self.grid(language)
        values = (getattr(self, field.name) for field in attrs.fields(type(self)))  # type: ignore[arg-type]
        if not any(isinstance(value, np.ndarray) and value.ndim for value in values):  # a row for each figure
            return [labelled(name, value, language) for name, value in grid.rows]
        cases = [zip(grid.header, row, strict=True) for row in grid.rows]
        lines = [joined((labelled(*figure, language) for figure in case), language) for case in cases]
        return [*lines, *grid.notes]

    def describe(self, language: Language = "en") -> str:
        """Return the figures as plain text, a line each; of arrays, a line for each case."""
        return "\n  ".join([self.grid(language).title, *self._lines(language)])

    def in_language(self, language: Language) -> str:
        """Return the figures in one line."""
        return joined(self._lines(language), language)

    def to_html(self, language: Language = "en") -> str:
        """Return the figures as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()
