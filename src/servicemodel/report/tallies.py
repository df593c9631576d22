"""Counts and sums of answers, taken by the database; scores with and without survey weights come of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from servicemodel.labels import Text
from servicemodel.report.context import Context
from servicemodel.report.match import quoted
from servicemodel.report.questions import Question
from servicemodel.survey import Scale, Score
from servicemodel.survey.csat import dissatisfied_measure, satisfied_measure
from servicemodel.survey.mean_score import mean_measure
from servicemodel.survey.measure import Measure
from servicemodel.survey.nps import net_promoter_measure
from servicemodel.survey.tally import Tally

CONFIDENCE = 0.95
#: Scales with more points than these have no boxes: the best two of a hundred are nobody.
_MOST_POINTS = 11
_BOXES = 2
_YES = satisfied_measure(scale=Scale(name="yes_no", title=Text("no 0, yes 1", "否 0，是 1"), low=0, high=1), boxes=1)

MEAN = Text("mean", "平均分")
BEST = Text("share of the {boxes} best answers", "最高 {boxes} 档占比")
WORST = Text("share of the {boxes} worst answers", "最低 {boxes} 档占比")
NET_PROMOTER = Text("net promoter score", "净推荐值（NPS）")
PROBLEM = Text("problem reported", "报告遇到问题")


@attrs.frozen(kw_only=True)
class Index:
    """A measure of a column.

    Attributes
    ----------
    column : str
    title : Text
        What was asked.
    key : str
        Which measure it is: mean, best, worst, nps or share.
    name : Text
        The measure in words.
    measure : Measure
    sql : str
        What stands in the column, as a number.
    """

    column: str
    title: Text
    key: str
    name: Text
    measure: Measure
    sql: str


@attrs.frozen(kw_only=True)
class Scored:
    """A measure with its score, and the one with survey weights where there are any."""

    index: Index
    plain: Score
    weighted: Score | None


def points(scale: Scale) -> tuple[float, ...]:
    """Return the whole points of a scale; none where there are too many, or its ends are not whole."""
    if not (scale.low.is_integer() and scale.high.is_integer()) or scale.width >= _MOST_POINTS:
        return ()
    return tuple(scale.low + step for step in range(int(scale.width) + 1))


def boxes(scale: Scale) -> int:
    """Return how many of the best answers are counted: two, or one where two from each end would meet."""
    size = len(points(scale))
    return 0 if not size else _BOXES if size > 2 * _BOXES - 1 else 1


def asked_mean(question: Question) -> Index:
    """Return the mean of a question."""
    return Index(
        column=question.column,
        title=question.title,
        key="mean",
        name=MEAN,
        measure=mean_measure(scale=question.scale),
        sql=quoted(question.column),
    )


def asked_boxes(question: Question) -> tuple[Index, ...]:
    """Return the shares of the best and of the worst answers, where the scale has points to tell."""
    size = boxes(question.scale)
    if not size:
        return ()
    return tuple(
        Index(
            column=question.column,
            title=question.title,
            key=key,
            name=Text(name.en.format(boxes=size), name.zh.format(boxes=size)),
            measure=make(scale=question.scale, boxes=size),
            sql=quoted(question.column),
        )
        for key, name, make in (("best", BEST, satisfied_measure), ("worst", WORST, dissatisfied_measure))
    )


def asked_nps(question: Question) -> Index:
    """Return the net promoter score of a question."""
    return Index(
        column=question.column,
        title=question.title,
        key="nps",
        name=NET_PROMOTER,
        measure=net_promoter_measure(scale=question.scale),
        sql=quoted(question.column),
    )


def asked_share(column: str, title: Text) -> Index:
    """Return the share of rows in which a column is true."""
    return Index(
        column=column,
        title=title,
        key="share",
        name=title,
        measure=_YES,
        sql=f"CAST({quoted(column)} AS INTEGER)",
    )


def scores(ctx: Context, asked: Sequence[Index], *, where: str = "true") -> tuple[Scored, ...]:
    """Score the encounters that hold ``where``."""
    (found,) = scores_by(ctx, asked, "NULL", where=where).values()
    return found


def scores_by(ctx: Context, asked: Sequence[Index], by: str, *, where: str = "true") -> dict[Any, tuple[Scored, ...]]:
    """Score the encounters by what an SQL expression says of them, in one pass; ``NULL`` makes one group of all."""
    weights = ("", "weight") if ctx.has("encounters", "weight") else ("",)
    sums = [(one, weight, _sums(one, weight)) for one in asked for weight in weights]
    every = ", ".join(sql for _, _, part in sums for sql in part)
    group = "" if by == "NULL" else " GROUP BY 1"
    found = {}
    for key, *row in ctx.rows(f"SELECT {by}, {every} FROM scored_encounters WHERE {where}{group}"):
        made, at = [], 0
        for one, weight, part in sums:
            made.append(_score(one.measure, row[at : at + len(part)], weighted=bool(weight)))
            at += len(part)
        found[key] = tuple(
            Scored(index=one, plain=plain, weighted=weighted)
            for one, plain, weighted in zip(
                asked, made[:: len(weights)], made[1::2] if weights[1:] else [None] * len(asked), strict=True
            )
        )
    return found


def _sums(index: Index, weight: str) -> tuple[str, ...]:
    """Return SQL for the rows, the sums of a tally and, group by group, its counts and weights."""
    x, w = index.sql, weight or "1.0"
    there = f"{x} IS NOT NULL" + (f" AND {weight} IS NOT NULL" if weight else "")
    off = f"({x} - ({index.measure.origin}))"
    sums = [f"sum({part}) FILTER ({there})" for part in (w, f"{w} * {w}", f"{w} * {off}", f"{w} * {off} * {off}")]
    edges = [f"CAST({x} {'>=' if upper else '>'} {edge} AS INTEGER)" for edge, upper in index.measure.groups.edges]
    place = " + ".join(edges) or "0"
    for number in range(len(index.measure.groups.rows)):
        mine = f"FILTER ({there} AND {place} = {number})"
        sums += [f"count(*) {mine}", f"sum({w}) {mine}"]
    return ("count(*)", *sums)


def _score(measure: Measure, row: Sequence[Any], *, weighted: bool) -> Score:
    rows, weight, weight_squares, total, squares = (value or 0 for value in row[:5])
    counts = tuple(row[5::2])
    tally = Tally(
        n=sum(counts),
        missing=rows - sum(counts),
        counts=counts,
        weights=tuple(float(value or 0) for value in row[6::2]),
        weight=float(weight),
        weight_squares=float(weight_squares),
        total=float(total),
        squares=float(squares),
        origin=measure.origin,
    )
    return measure.of_tally(tally, weighted=weighted, confidence=CONFIDENCE)
