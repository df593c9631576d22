"""Tables of rows: bands on a number line, factors about one, weights as bars."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, isfinite, log10

from matplotlib.axes import Axes

from servicemodel.labels import Text
from servicemodel.markup import aligned, labelled, printed
from servicemodel.plots.pictures import (
    BLUE,
    INK,
    LEADING,
    PAPER,
    QUIET,
    RULE,
    SMALL,
    TEXT,
    Page,
    open_page,
    width_of,
    wrap,
)
from servicemodel.sources import Evidence
from servicemodel.tables import Band, Bands, Factor, Factors, Table, Weights

WIDTH = 300.0  # of the axes of a table of rows
_SIDE = 190.0  # widest column of words
_GAP = 12.0
_PAD = 10.0  # between rows
_TICK_SPACE = 6.0

_EVIDENCE = Text("Evidence", "依据")
_EDGES = Text("● edge included   ○ edge not included", "● 含端点   ○ 不含端点")
_WEIGHT = Text("share of the total weight [%]", "占总权重的比例 [%]")
_FACTOR = Text("factor on a log scale; the line is the plausible range", "系数（对数刻度）；横线为合理范围")
_NO_FACTOR = Text("does not multiply", "不参与相乘")


def notes_of(table: Table, language: str) -> list[str]:
    """Return what stands below a drawn table: its evidence, and who said so."""
    cited = "; ".join(dict.fromkeys(citation.source.short for citation in table.citations))
    evidence = labelled(_EVIDENCE.in_language(language), table.evidence.in_language(language), language)
    return [f"{evidence} — {cited}" if cited else evidence]


def column(texts: list[str], size: float = TEXT, widest: float = _SIDE) -> tuple[list[list[str]], float]:
    """Wrap the texts of a column; return their lines and the width of the column."""
    lines = [wrap(text, widest, size) for text in texts]
    return lines, max((width_of(line, size) for some in lines for line in some), default=0.0)


def lay_rows(
    table_title: str,
    language: str,
    ax: Axes | None,
    *,
    names: list[str],
    figures: list[str],
    notes: list[str],
    below: float,
    width: float = WIDTH,
) -> Page:
    """Open a page of rows, the first on top, each with its name on the left and its figures on the right."""
    left, left_width = column(names)
    right, right_width = column(figures, SMALL)
    step = max(len(lines) for lines in (*left, *right)) * TEXT * LEADING + _PAD
    page = open_page(
        ax,
        language,
        title=table_title,
        notes=notes,
        width=width,
        height=step * len(names),
        left=left_width + _GAP,
        right=right_width + _GAP,
        below=below,
    )
    page.ax.set_ylim(len(names) - 0.5, -0.5)
    page.ax.set_yticks([])
    for y, (name, said) in enumerate(zip(left, right, strict=True)):
        page.write(name, 0, y, at=("axes fraction", "data"), dx=-_GAP, ha="right", middle=True)
        page.write(said, 1, y, at=("axes fraction", "data"), dx=_GAP, size=SMALL, color=QUIET, middle=True)
    return page


def set_ticks(page: Page, values: list[float], axis_title: str, *, lines: bool = True) -> None:
    """Mark values below the axes, as far as their figures do not touch, and say what is measured."""
    shown: list[float] = []
    low, high = page.ax.get_xlim()
    reach = float("-inf")
    for value in sorted(values):
        place = page.ax.transData.transform((value, 0))[0]
        start, end = page.ax.transData.transform([(low, 0), (high, 0)])[:, 0]
        center = (place - start) / (end - start) * page.width
        half = width_of(printed(value), SMALL) / 2
        if center - half >= reach:
            shown.append(value)
            reach = center + half + _TICK_SPACE
    page.ax.set_xticks(shown, [""] * len(shown))
    page.ax.set_xticks([], minor=True)
    for value in shown:
        page.write(printed(value), value, 0, at=("data", "axes fraction"), dy=-4, size=SMALL, color=QUIET, ha="center")
    if lines:
        page.ax.grid(visible=True, axis="x", color=RULE, linewidth=0.6)
    page.write(axis_title, 0.5, 0, at="axes fraction", dy=-17, size=SMALL, ha="center")


def draw_bands(table: Bands, language: str, ax: Axes | None) -> Axes:
    """Draw stretches of a number line, the lowest at the bottom, each edge filled where it belongs to the stretch."""
    rows = table.rows[::-1]
    said = [row.in_words(language) + (f" — {row.note.in_language(language)}" if row.note else "") for row in rows]
    page = lay_rows(
        table.title.in_language(language),
        language,
        ax,
        names=[row.label.in_language(language) for row in rows],
        figures=said,
        notes=[_EDGES.in_language(language), *notes_of(table, language)],
        below=40,
    )
    edges = sorted({edge for row in rows for edge in (row.low, row.high) if isfinite(edge)})
    span = (edges[-1] - edges[0]) or max(abs(edges[0]), 1.0) if edges else 2.0
    low, high = (edges[0], edges[-1]) if edges else (-1.0, 1.0)
    page.ax.set_xlim(
        low - span * (0.04 if isfinite(table.low) else 0.35), high + span * (0.04 if isfinite(table.high) else 0.35)
    )
    for y, row in enumerate(rows):
        _draw_band(page, y, row)
    set_ticks(page, edges, table.unit.in_language(language) if table.unit else "")
    return page.finish()


def _draw_band(page: Page, y: int, row: Band) -> None:
    start, end = page.ax.get_xlim()
    low, high = max(row.low, start), min(row.high, end)
    page.ax.plot([low, high], [y, y], color=BLUE, linewidth=2.5, solid_capstyle="butt")
    for edge, closed, arrow in (
        (row.low, row.above is None, "<"),
        (row.high, row.below is None, ">"),
    ):
        if isfinite(edge):
            face = BLUE if closed else PAPER
            page.ax.plot(
                edge, y, "o", markersize=7, color=BLUE, markerfacecolor=face, markeredgewidth=1.6, clip_on=False
            )
        else:
            end_of_line = start if arrow == "<" else end
            page.ax.plot(end_of_line, y, arrow, markersize=6, color=BLUE, clip_on=False)


_MARKS = {
    Evidence.PUBLISHED: ("o", BLUE),
    Evidence.DERIVED: ("D", BLUE),
    Evidence.ATTRIBUTED: ("s", PAPER),
    Evidence.COURSE: ("^", PAPER),
    Evidence.ASSUMED: ("o", PAPER),
    Evidence.CONVENTION: ("D", PAPER),
}


def draw_factors(table: Factors, language: str, ax: Axes | None) -> Axes:
    """Draw factors as dots about one, with their plausible ranges; the shape of a dot says what stands behind it."""
    evidence = [kind for kind in Evidence if any(row.evidence is kind and row.key is not None for row in table.rows)]
    page = lay_rows(
        table.title.in_language(language),
        language,
        ax,
        names=[row.text.in_language(language) for row in table.rows],
        figures=_factor_words(table.rows, language),
        notes=notes_of(table, language),
        below=36 + 14.0 * len(evidence),
    )
    page.ax.set_xscale("log")
    ends = [end for row in table.rows for end in (row.low, row.high, row.by) if end is not None]
    reach = max(*(abs(log10(end)) for end in ends), 0.05) * 1.12
    page.ax.set_xlim(10**-reach, 10**reach)
    for y, row in enumerate(table.rows):
        if row.key is None:
            continue
        if row.low is not None and row.high is not None:
            page.ax.plot([row.low, row.high], [y, y], color=BLUE, linewidth=1.4, alpha=0.6, solid_capstyle="butt")
        mark, face = _MARKS[row.evidence]
        page.ax.plot(row.by, y, mark, markersize=7, color=BLUE, markerfacecolor=face, markeredgewidth=1.4)
    page.ax.axvline(1, color=INK, linewidth=0.9, zorder=0.6)
    set_ticks(page, _ratio_ticks(10**reach), _FACTOR.in_language(language))
    for number, kind in enumerate(evidence):
        _draw_key(page, number, kind)
    return page.finish()


def _factor_words(rows: Sequence[Factor], language: str) -> list[str]:
    factors, lows, highs = aligned([[row.by for row in rows], [row.low for row in rows], [row.high for row in rows]])
    words = []
    for row, by, low, high in zip(rows, factors, lows, highs, strict=True):
        ranged = "" if row.low is None else f" ({low}–{high})"
        words.append(_NO_FACTOR.in_language(language) if row.key is None else f"× {by}{ranged}")
    return words


def _ratio_ticks(reach: float) -> list[float]:
    """Return round ratios within 1/reach to reach, the same on both sides of one where they are round there too."""
    steps = (1.1, 1.2, 1.3, 1.4, 1.5) if reach < 1.8 else (1.5, 2, 3, 5, 10, 20, 50, 100)  # noqa: PLR2004 - how many fit
    below = (0.9, 0.8, 0.7) if reach < 1.8 else (0.5, 0.2, 0.1, 0.05, 0.02, 0.01)  # noqa: PLR2004
    return [1.0, *(step for step in steps if step <= reach), *(step for step in below if step >= 1 / reach)]


def _draw_key(page: Page, number: int, kind: Evidence) -> None:
    mark, face = _MARKS[kind]
    drop = -36 - 14.0 * number
    page.ax.annotate("", (0, 0), xycoords="axes fraction")
    page.write(kind.in_language(page.language), 0, 0, at="axes fraction", dx=12, dy=drop, size=SMALL, color=QUIET)
    from matplotlib.transforms import ScaledTranslation  # beside the words, in points whatever the size of the figure

    figure = page.ax.figure
    place = page.ax.transAxes + ScaledTranslation(4 / 72, (drop - SMALL * 0.36) / 72, figure.dpi_scale_trans)
    page.ax.plot(
        0, 0, mark, transform=place, markersize=6, color=BLUE, markerfacecolor=face, markeredgewidth=1.2, clip_on=False
    )


def draw_weights(table: Weights, language: str, ax: Axes | None) -> Axes:
    """Draw each criterion's share of the total weight as a bar, the heaviest on top."""
    rows = sorted(table.rows, key=lambda row: -row.weight)
    shares = [100 * table.shares[row.key] for row in rows]
    page = lay_rows(
        table.title.in_language(language),
        language,
        ax,
        names=[row.text.in_language(language) for row in rows],
        figures=[f"{share:.1f} %" for share in shares],
        notes=notes_of(table, language),
        below=36,
    )
    top = max(shares)
    step = next(step for step in (1, 2, 5, 10, 20, 25) if top / step <= 5 or step == 25)  # noqa: PLR2004 - at most five
    end = step * ceil(top / step)
    page.ax.set_xlim(0, end)
    page.ax.barh(range(len(rows)), shares, height=0.55, color=BLUE)
    set_ticks(page, [float(tick) for tick in range(0, end + 1, step)], _WEIGHT.in_language(language))
    return page.finish()
