"""What the priority matrices share: scores on [0, 1], other scales, and the cuts into halves and thirds."""

from __future__ import annotations

from math import isfinite
from typing import Any

import attrs

from servicemodel.arguments import Quantity
from servicemodel.errors import DomainError
from servicemodel.labels import OrderedLabel, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import DAY_1986
from servicemodel.tables import Band, Bands, Matrix

SCORE = Text("score on [0, 1], or on the scale given", "[0, 1] 上的得分,或给定量尺上的得分")

ATTRACTIVENESS = Quantity(
    name="attractiveness",
    unit=SCORE,
    at_least=0,
    at_most=1,
    scaled=True,
    meaning=Text(
        "how attractive the account is to us: potential, growth, prestige, margin", "客户吸引力:潜力、增长、声望、利润"
    ),
)
STRENGTH = Quantity(
    name="strength",
    unit=SCORE,
    at_least=0,
    at_most=1,
    scaled=True,
    meaning=Text("how strong we are with it: range, support, price, reputation", "我方业务优势:产品、支持、价格、声誉"),
)
MIDPOINT = Quantity(
    name="midpoint",
    unit=Text("share of the scale", "占量尺的比例"),
    above=0,
    at_most=1,
    meaning=Text(
        "where high begins, as a share of the scale; a score on it is high", "“高”的起点,占量尺的比例;恰在其上为高"
    ),
)


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
    rows=(Band(label=Half.LOW, at_least=0, below=0.5), Band(label=Half.HIGH, at_least=0.5, at_most=1)),
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


def check_scale(scale: tuple[float, float] | None) -> tuple[float, float]:
    """Return the scale in use; raise :class:`DomainError` unless low < high."""
    if scale is None:
        return 0.0, 1.0
    allowed = "two finite numbers (low, high) with low < high"
    try:
        low, high = (float(end) for end in scale)
    except (TypeError, ValueError):
        raise DomainError("scale", scale, allowed) from None
    if not (isfinite(low) and isfinite(high) and low < high):
        raise DomainError("scale", scale, allowed)
    return low, high


def cut_at(table: Matrix, midpoint: float) -> Matrix:
    """Return a two-by-two matrix whose halves meet at ``midpoint``; the table itself where that is the centre."""
    if midpoint == 0.5:  # noqa: PLR2004 - the centre of [0, 1]
        return table
    low, high = HALVES.rows
    halves = attrs.evolve(
        HALVES,
        rows=(attrs.evolve(low, below=midpoint), attrs.evolve(high, at_least=midpoint)),
        name="halves_at_midpoint",
    )
    return attrs.evolve(table, rows=halves, columns=halves)


def matrix_reason(table: Matrix, row: float, column: float, scale: tuple[float, float] | None) -> Text:
    """Say which bands two scores fall into and what the source advises in the cell where these meet."""
    low, high = check_scale(scale)
    bands = [
        axis.row_of(rescale(float(score), scale))
        for axis, score in ((table.rows, row), (table.columns, column))
        if isinstance(axis, Bands)
    ]
    cell = table.cell_of(bands[0].label, bands[1].label)

    def words(language: str) -> str:
        said = [
            f"{title.in_language(language)} {score:g} → {band.label.in_language(language)} ({band.in_words(language)})"
            for title, score, band in zip((table.row_title, table.column_title), (row, column), bands, strict=True)
        ]
        where = "" if scale is None else f" [{low:g}–{high:g} → 0–1]"
        advice = f": {cell.strategy.in_language(language)}" if cell.strategy else ""
        return "; ".join(said) + where + advice

    return Text(words("en"), words("zh"))
