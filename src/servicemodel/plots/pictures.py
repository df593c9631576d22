"""Figures: a page of points with room for words, and the same page as SVG."""

from __future__ import annotations

import html
import io
import re
import warnings
from functools import cache
from typing import Any

import attrs
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font, LoadFlags

from servicemodel.errors import ServiceModelError
from servicemodel.labels import check_language
from servicemodel.plots.fonts import TEXT_STAYS_TEXT, dress

INK, QUIET, RULE, PAPER = "#1a1a1a", "#595959", "#d4d4d4", "#ffffff"
#: Okabe and Ito's colours, told apart also by readers who see fewer.
BLUE, ORANGE, SKY = "#0072b2", "#d55e00", "#56b4e9"

TEXT, SMALL, TITLE = 9.0, 8.0, 11.5
LEADING = 1.35
_HINTING = 1.04  # how much wider letters become when they are fitted to pixels
INCH = 72.0
EDGE = 8.0  # free space around a figure


@cache
def _advance(character: str) -> float:
    """Width of a character in ems; a wide one is one em in every font, others are measured in a font always there."""
    font = _measure()
    if not font.get_char_index(ord(character)):
        return 1.0
    return float(font.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536 / 100


@cache
def _measure() -> FT2Font:
    font = FT2Font(font_manager.findfont("DejaVu Sans"))
    font.set_size(100, 72)
    return font


def width_of(text: str, size: float = TEXT) -> float:
    """Return about how wide a text is, in points; the same on every machine, whatever fonts it has."""
    return _HINTING * size * sum(_advance(character) for character in text)


_PIECES = re.compile(r"\s+|[\u2e80-\uffef]|[^\s\u2e80-\uffef]+")
_NEVER_FIRST = "\u3001\u3002\uff0c\uff1b\uff1a\uff1f\uff01\uff09\u300b\u201d,;:?!)]"


def wrap(text: str, width: float, size: float = TEXT) -> list[str]:
    """Break a text into lines no wider than ``width`` points: at spaces, and between Chinese characters."""
    lines = [""]
    for piece in _PIECES.findall(text):
        fits = width_of(lines[-1] + piece.rstrip(), size) <= width
        if not lines[-1] or fits or piece[0] in _NEVER_FIRST:
            lines[-1] += piece if lines[-1] else piece.lstrip()
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
    return [line.rstrip() for line in lines]


def balanced(text: str, width: float, size: float = TEXT) -> list[str]:
    """Break a text as :func:`wrap` does, into lines of about the same length."""
    lines = wrap(text, width, size)
    room = width
    while room > size and len(wrap(text, room - size / 2, size)) == len(lines):
        room -= size / 2
    return wrap(text, room, size)


def height_of(lines: int, size: float = TEXT) -> float:
    """Return the height of some lines, in points."""
    return lines * size * LEADING


@attrs.frozen(kw_only=True)
class Page:
    """Axes with words around them, all placed in points.

    Attributes
    ----------
    ax : Axes
    language : str
    width, height : float
        Of the axes, in points.
    left, right : float
        Room for words beside the axes, in points.
    below : float
        How far below the axes the notes begin, in points.
    """

    ax: Axes
    language: str
    width: float
    height: float
    left: float
    right: float
    below: float

    def write(
        self,
        lines: str | list[str],
        x: float,
        y: float,
        *,
        at: Any = "data",
        dx: float = 0,
        dy: float = 0,
        size: float = TEXT,
        color: str = INK,
        ha: str = "left",
        middle: bool = False,
        weight: str = "normal",
    ) -> None:
        """Write lines from a place on downwards (or around it), one text each, so that any font sets them alike."""
        several = [lines] if isinstance(lines, str) else lines
        step = size * LEADING
        # the first baseline: capitals are about 0.72 of the size high
        first = dy + ((len(several) - 1) * step - 0.72 * size) / 2 if middle else dy - 0.72 * size
        for number, line in enumerate(several):
            self.ax.annotate(
                line,
                (x, y),
                xycoords=at,
                xytext=(dx, first - number * step),
                textcoords="offset points",
                fontsize=size,
                color=color,
                ha=ha,
                va="baseline",
                weight=weight,
                annotation_clip=False,
            )

    def finish(self) -> Axes:
        """Give every text its font and return the axes."""
        dress(self.ax, self.language)
        return self.ax


def open_page(
    ax: Axes | None,
    language: str,
    *,
    title: str,
    notes: list[str],
    width: float,
    height: float,
    left: float,
    right: float,
    above: float = 0.0,
    below: float = 34.0,
) -> Page:
    """Lay out a page around axes of a size in points, on a figure of its own where none are given.

    ``above`` and ``below`` are the room that the drawing needs beside the axes; the title goes above it, and the notes
    (evidence, n, what is missing) below.
    """
    total = left + width + right
    title_lines = wrap(title, total, TITLE)
    note_lines = [line for note in notes for line in wrap(note, total, SMALL)]
    if ax is None:
        top = EDGE + height_of(len(title_lines), TITLE) + 6 + above
        bottom = EDGE + below + height_of(len(note_lines), SMALL)
        full_width, full_height = total + 2 * EDGE, top + height + bottom
        figure = Figure(figsize=(full_width / INCH, full_height / INCH), facecolor=PAPER)
        ax = figure.add_axes(
            ((EDGE + left) / full_width, bottom / full_height, width / full_width, height / full_height)
        )
    ax.set_facecolor("none")
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0, labelsize=SMALL, labelcolor=QUIET)
    ax.set_axisbelow(True)
    page = Page(
        ax=ax, language=check_language(language), width=width, height=height, left=left, right=right, below=below
    )
    rise = above + 6 + height_of(len(title_lines), TITLE)
    page.write(title_lines, 0, 1, at="axes fraction", dx=-left, dy=rise, size=TITLE)
    page.write(note_lines, 0, 0, at="axes fraction", dx=-left, dy=-below, size=SMALL, color=QUIET)
    return page


_ROOT = re.compile(r'<svg [^>]*viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"[^>]*>')
_STYLE = re.compile(r"\s*<defs>\s*<style type=\"text/css\">[^<]*</style>\s*</defs>")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'( id="|href="#|url\(#)')
_NAME = re.compile(r"[A-Za-z][\w-]*")


def svg(figure: Figure, *, name: str = "chart", title: str | None = None) -> str:
    """Return a figure as an SVG element for an HTML page, its text left as text for the reader's fonts to draw.

    The same figure gives the same string, on any day and machine; no Chinese font is needed.

    Parameters
    ----------
    figure : Figure
    name : str, default "chart"
        Begins every id inside, so that several charts on one page keep apart. A letter, then letters, digits, ``_``, ``-``.
    title : str, optional
        What the picture shows, for those who do not see it.

    Returns
    -------
    str
        ``<svg …>…</svg>``, as wide as drawn but never wider than its place.
    """
    if not _NAME.fullmatch(name):
        msg = f"name must be a letter followed by letters, digits, '_' or '-'; got {name!r}"
        raise ServiceModelError(msg)
    written = io.StringIO()
    options: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "servicemodel",
        "font.sans-serif": ["DejaVu Sans"],
    }
    token = TEXT_STAYS_TEXT.set(True)
    try:
        with mpl.rc_context(options), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"Glyph \d+ .* missing from font")  # the reader's font has it
            figure.savefig(written, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    finally:
        TEXT_STAYS_TEXT.reset(token)
    text = written.getvalue()
    found = _ROOT.search(text)
    assert found is not None  # Matplotlib always writes one
    body = _STYLE.sub("", text[found.end() :], count=1)  # that style would reach into the whole page
    body = _TAG.sub(lambda tag: _ID.sub(rf"\1{name}-", tag[0]), body)
    label = html.escape(title) if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img"'
        f'{f" aria-label={chr(34)}{label}{chr(34)}" if label else ""} width="{found["width"]}pt" '
        f'viewBox="0 0 {found["width"]} {found["height"]}" '
        f'style="max-width:100%;height:auto;stroke-linejoin:round;stroke-linecap:butt">'
        f"{f'<title>{label}</title>' if label else ''}{body.rstrip()}\n"
    )
