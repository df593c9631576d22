"""Counts and sums of answers, taken by the database; scores with and without survey weights come of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
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


def weighs(ctx: Context) -> bool:
    """Whether any encounter has a survey weight."""
    return ctx.has("encounters", "weight") and bool(ctx.one("SELECT count(weight) FROM scored_encounters")[0])


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
    """Score the encounters by what an SQL expression says of them; ``NULL`` makes one group of all.

    Equal answers are counted first, so that the sums are taken of a few rows however many encounters there are.
    """
    weights = (False, True) if weighs(ctx) else (False,)
    weight = "weight" if len(weights) > 1 else "CAST(NULL AS DOUBLE)"
    found: dict[Any, dict[int, Scored]] = {}
    for sql in dict.fromkeys(one.sql for one in asked):
        mine = [place for place, one in enumerate(asked) if one.sql == sql]
        sums = [
            (place, weighted, _sums(asked[place].measure, weighted=weighted)) for place in mine for weighted in weights
        ]
        every = ", ".join(part for _, _, parts in sums for part in parts)
        counted = (
            f"SELECT {by} AS part, {sql} AS x, count(*) AS n, count({weight}) AS nw, sum({weight}) AS w,"
            f" sum({weight} * {weight}) AS ww FROM scored_encounters WHERE {where} GROUP BY 1, 2"
        )
        parts = "SELECT NULL" if by == "NULL" else "SELECT part"
        for key, *row in ctx.rows(f"{parts}, {every} FROM ({counted}){'' if by == 'NULL' else ' GROUP BY 1'}"):
            figures = iter(row)
            made: dict[int, list[Score]] = {}
            for place, weighted, names in sums:
                own = list(islice(figures, len(names)))
                made.setdefault(place, []).append(_score(asked[place].measure, own, weighted=weighted))
            for place, (plain, *other) in made.items():
                one = Scored(index=asked[place], plain=plain, weighted=other[0] if other else None)
                found.setdefault(key, {})[place] = one
    return {key: tuple(scored[place] for place in range(len(asked))) for key, scored in found.items()}


def _sums(measure: Measure, *, weighted: bool) -> tuple[str, ...]:
    """Return SQL for the rows, the sums of a tally and, group by group, its counts and weights."""
    n, w, squares = ("nw", "w", "ww") if weighted else ("n", "n", "n")
    off = f"(x - ({measure.origin}))"
    sums = [f"sum({part}) FILTER (x IS NOT NULL)" for part in (w, squares, f"{w} * {off}", f"{w} * {off} * {off}")]
    edges = [f"CAST(x {'>=' if upper else '>'} {edge} AS INTEGER)" for edge, upper in measure.groups.edges]
    place = " + ".join(edges) or "0"
    for number in range(len(measure.groups.rows)):
        mine = f"FILTER (x IS NOT NULL AND {place} = {number})"
        sums += [f"sum({n}) {mine}", f"sum({w}) {mine}"]
    return ("sum(n)", *sums)


def _score(measure: Measure, row: Sequence[Any], *, weighted: bool) -> Score:
    rows, weight, weight_squares, total, squares = (value or 0 for value in row[:5])
    counts = tuple(int(value or 0) for value in row[5::2])
    tally = Tally(
        n=sum(counts),
        missing=int(rows) - sum(counts),
        counts=counts,
        weights=tuple(float(value or 0) for value in row[6::2]),
        weight=float(weight),
        weight_squares=float(weight_squares),
        total=float(total),
        squares=float(squares),
        origin=measure.origin,
    )
    return measure.of_tally(tally, weighted=weighted, confidence=CONFIDENCE)
