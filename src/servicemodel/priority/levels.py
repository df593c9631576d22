"""What the priority matrices share: scores on [0, 1], other scales, and the cuts into halves and thirds."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import attrs

from servicemodel.arguments import Quantity, check_scale
from servicemodel.errors import TableError
from servicemodel.evaluate import Verbs
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import DAY_1986
from servicemodel.tables import Band, Bands, Matrix

SCORE = Text("score on [0, 1], or on the scale given", "[0, 1] 上的得分，或所给量表上的得分")

ATTRACTIVENESS = Quantity(
    name="attractiveness",
    unit=SCORE,
    at_least=0,
    at_most=1,
    scaled=True,
    meaning=Text(
        "how attractive the account is to us: potential, growth, prestige, profit", "客户吸引力：潜力、增长、声望、利润"
    ),
)
STRENGTH = Quantity(
    name="strength",
    unit=SCORE,
    at_least=0,
    at_most=1,
    scaled=True,
    meaning=Text(
        "how strong we are with it: range, support, price, reputation", "我方业务优势：产品、支持、价格、声誉"
    ),
)
MIDPOINT = Quantity(
    name="midpoint",
    unit=Text("share of the scale", "占量表全距的比例"),
    above=0,
    at_most=1,
    meaning=Text(
        "where high begins, as a share of the scale; a score on it is high",
        "“高”的起点，占量表全距的比例；恰在起点上为高",
    ),
)
CENTRE = 0.5


class Half(OrderedLabel):
    """One of two halves of a scale."""

    LOW = "low", "low", "低"
    HIGH = "high", "high", "高"


class Level(OrderedLabel):
    """One of three thirds of a scale."""

    LOW = "low", "low", "低"
    MEDIUM = "medium", "medium", "中"
    HIGH = "high", "high", "高"


#: A scale in two halves; the midpoint belongs to the upper one. No cut is published: the centre is a convention.
HALVES = Bands(
    name="halves",
    title=Text("Halves of a score", "得分的高低两半"),
    unit=SCORE,
    evidence=Evidence.CONVENTION,
    rows=(Band(label=Half.LOW, at_least=0, below=CENTRE), Band(label=Half.HIGH, at_least=CENTRE, at_most=1)),
)

#: A scale in three thirds; a score on a cut belongs to the higher one (the ownership of the cut is a convention).
LEVELS = Bands(
    name="levels",
    title=Text("Thirds of a score", "得分的三等分"),
    unit=SCORE,
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(DAY_1986, Evidence.ATTRIBUTED, "", Text("cuts at one and two thirds", "以三分之一与三分之二为界")),
    ),
    rows=(
        Band(label=Level.LOW, at_least=0, below=1 / 3),
        Band(label=Level.MEDIUM, at_least=1 / 3, below=2 / 3),
        Band(label=Level.HIGH, at_least=2 / 3, at_most=1),
    ),
)


def rescale(score: Any, scale: tuple[float, float] | None) -> Any:
    """Move a score from ``scale`` to [0, 1]."""
    if scale is None:
        return score
    low, high = scale
    return (score - low) / (high - low)


@lru_cache(maxsize=64)
def on_scale(model: Model, scale: tuple[float, float] | None) -> Model:
    """Return the model with its scores taken on ``scale``; remembered, as a model costs more to make than to ask."""
    return model if scale is None else model.on_scale(scale)


def check_matrix(table: Any, labels: type[Label], *, high: float = 1) -> None:
    """Refuse a table that could not answer for every pair of numbers from 0 to ``high`` with one of ``labels``.

    Raises
    ------
    TypeError
        If it is not a Matrix.
    TableError
        If an axis does not cover the range, or the cells hold something else.
    """
    if not isinstance(table, Matrix):
        msg = f"table must be a Matrix; got {type(table).__qualname__}"
        raise TypeError(msg)
    for axis, title in ((table.rows, table.row_title), (table.columns, table.column_title)):
        if not isinstance(axis, Bands) or not (0 in axis.rows[0] and high in axis.rows[-1]):
            msg = f"table {table.name!r}: the axis {title.en!r} must be bands that cover 0 to {high:g}"
            raise TableError(msg)
    if not isinstance(table.answers[0][0], labels):
        msg = f"table {table.name!r}: the cells must hold {labels.__name__}; the first holds {table.answers[0][0]!r}"
        raise TableError(msg)


def look_up_halves(do: Verbs, table: Matrix, row: Any, column: Any, midpoint: Any) -> Any:
    """Answer with the cell where two scores meet, each low or high as ``midpoint`` divides them."""
    if is_centre(midpoint):
        return do.look_up(table, row, column)
    halves, edges = tuple(Half), ((midpoint, True),)
    return do.look_up(by_half(table), do.place(row, edges, halves), do.place(column, edges, halves))


def is_centre(midpoint: Any) -> bool:
    """Whether the midpoint is the default: then a table's own axes count."""
    return isinstance(midpoint, float | int) and midpoint == CENTRE


def by_half(table: Matrix) -> Matrix:
    """Return the same cells to be looked up by :class:`Half` instead of by score.

    Raises
    ------
    TableError
        If the table has axes of its own: a midpoint cannot move those.
    """
    if table.rows != HALVES or table.columns != HALVES:
        msg = f"table {table.name!r} has axes of its own, which no midpoint can move; leave midpoint at {CENTRE}"
        raise TableError(msg)
    return attrs.evolve(table, rows=Half, columns=Half)


def cut_at(table: Matrix, midpoint: float) -> Matrix:
    """Return the table with its halves meeting at ``midpoint``, for printing and for giving reasons."""
    if is_centre(midpoint):
        return table
    low, high = HALVES.rows
    rows = (attrs.evolve(low, below=midpoint), attrs.evolve(high, at_least=midpoint))
    halves = attrs.evolve(HALVES, rows=rows, name="halves_at_midpoint")
    return attrs.evolve(by_half(table), rows=halves, columns=halves)


def matrix_reason(table: Matrix, row: float, column: float, scale: tuple[float, float] | None = None) -> Text:
    """Say which bands two numbers fall into, what the source advises where these meet, and who cut them."""
    scale = check_scale(scale)
    (at_row, row_words), (at_column, column_words) = (
        _place_in_words(axis, title, number, scale)
        for axis, title, number in (
            (table.rows, table.row_title, row),
            (table.columns, table.column_title, column),
        )
    )
    strategy, cuts = table.cell_of(at_row, at_column).strategy, table.cut_evidence
    return Text(
        f"{row_words.en} and {column_words.en}"
        + (f": {strategy.en}" if strategy else "")
        + "".join(f"; cuts: {evidence.en}" for evidence in cuts),
        f"{row_words.zh}，{column_words.zh}"
        + (f"：{strategy.zh}" if strategy else "")
        + "".join(f"；分界：{evidence.zh}" for evidence in cuts),
    )


def _place_in_words(axis: Any, title: Text, number: float, scale: tuple[float, float] | None) -> tuple[Label, Text]:
    """Return the place of a number on an axis of bands, and say it: ``business strength 0.6 is high (at least 0.5)``."""
    share = rescale(float(number), scale)
    band = axis.row_of(share)
    english, chinese = band.in_words("en"), band.in_words("zh")
    if scale is not None:
        low, high = scale
        english = f"{share:.4g} of the way from {low:g} to {high:g}, {english}"
        chinese = f"位于 {low:g} 至 {high:g} 的 {share:.4g} 处，{chinese}"
    return band.label, Text(
        f"{title.en} {number:g} is {band.label.en} ({english})", f"{title.zh} {number:g} 为{band.label.zh}（{chinese}）"
    )
