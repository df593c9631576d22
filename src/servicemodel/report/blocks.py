"""What a page is made of: figures, tables, charts and notes, gathered in sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from markupsafe import Markup

from servicemodel.plots import svg
from servicemodel.tables import as_tuple


@attrs.frozen(kw_only=True)
class Figure:
    """One number, large, with what it counts and what it is a part of."""

    value: str
    label: str
    note: str = ""
    tone: str = ""
    block: str = attrs.field(default="figure", init=False)


@attrs.frozen(kw_only=True)
class Figures:
    """Numbers side by side."""

    figures: tuple[Figure, ...] = attrs.field(converter=as_tuple)
    block: str = attrs.field(default="figures", init=False)


@attrs.frozen(kw_only=True)
class Grid:
    """A table: the first column names the row; ``words`` are columns of words, the others are numbers.

    ``legend`` explains the colours of its bars, as (tone, label).
    """

    caption: str
    header: tuple[str, ...] = attrs.field(converter=as_tuple)
    rows: tuple[tuple[str | Markup, ...], ...] = attrs.field(converter=as_tuple)
    words: tuple[int, ...] = attrs.field(default=(), converter=as_tuple)
    legend: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=as_tuple)
    note: str = ""
    block: str = attrs.field(default="grid", init=False)


@attrs.frozen(kw_only=True)
class Chart:
    """A picture as SVG, with what it shows in a few words unless the picture says so itself."""

    svg: Markup
    caption: str
    block: str = attrs.field(default="chart", init=False)


@attrs.frozen(kw_only=True)
class Note:
    """A sentence or two."""

    text: str
    block: str = attrs.field(default="note", init=False)


@attrs.frozen(kw_only=True)
class Section:
    """A part of the page under its own heading.

    Attributes
    ----------
    key : str
    title : str
    question : str
        What it answers.
    n, missing : int
        Rows it rests on, and rows that lack what it needs.
    blocks : tuple
    """

    key: str
    title: str
    question: str
    n: int
    missing: int
    blocks: tuple[Any, ...] = attrs.field(converter=as_tuple)


@attrs.frozen(kw_only=True)
class Absent:
    """A section that was left out, and why."""

    key: str
    title: str
    why: str


def bar(parts: Sequence[tuple[int, str, str]]) -> Markup:
    """Return one horizontal bar, 100 wide, of parts (count, tone, what it counts)."""
    total = sum(count for count, _, _ in parts)
    if not total:
        return Markup("")
    pieces, start = [], 0.0
    for count, tone, label in parts:
        width = 100 * count / total
        if count:
            pieces.append(
                Markup(
                    '<rect class="tone-{}" x="{:.2f}" y="0" width="{:.2f}" height="10"><title>{}: {:,}</title></rect>'
                ).format(tone, start, width, label, count)
            )
        start += width
    said = ", ".join(f"{label} {100 * count / total:.1f}%" for count, _, label in parts)
    return Markup(
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>'
    ).format(said, Markup("").join(pieces))


def columns_chart(caption: str, bars: Sequence[tuple[str, int, str]]) -> Chart:
    """Return a chart of upright columns (label, count, tone), the count above each."""
    wide, high, foot, head = 92, 150, 34, 18
    most = max((count for _, count, _ in bars), default=0) or 1
    pieces = []
    for number, (label, count, tone) in enumerate(bars):
        left, height = number * wide, high * count / most
        top, middle = head + high - height, left + wide / 2
        pieces.append(
            Markup(
                '<rect class="tone-{}" x="{:.1f}" y="{:.1f}" width="{}" height="{:.1f}"/>'
                '<text x="{:.1f}" y="{:.1f}" class="count">{:,}</text><text x="{:.1f}" y="{}" class="tick">{}</text>'
            ).format(tone, left + 8, top, wide - 16, height, middle, top - 5, count, middle, head + high + 18, label)
        )
    said = "; ".join(f"{label}: {count:,}" for label, count, _ in bars)
    svg = Markup(
        '<svg class="columns" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>'
        '<line x1="0" x2="{}" y1="{}" y2="{}"/>{}</svg>'
    ).format(
        wide * len(bars), head + high + foot, f"{caption}. {said}", caption,
        wide * len(bars), head + high, head + high, Markup("").join(pieces),
    )  # fmt: skip
    return Chart(svg=svg, caption=caption)


def drawn(axes: Any, name: str, title: str) -> Chart:
    """Return what was drawn with Matplotlib, its own heading included, as a chart whose text stays text."""
    return Chart(svg=Markup(svg(axes.figure, name=name, title=title)), caption="")  # noqa: S704 - our own drawing
