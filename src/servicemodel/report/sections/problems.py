"""Who reported a problem, and how they rated."""

from __future__ import annotations

from collections.abc import Sequence

from servicemodel.errors import ServiceModelError
from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section
from servicemodel.report.context import Context, number
from servicemodel.report.questions import Question
from servicemodel.report.scored import cells, header, interval, shown, write_scores
from servicemodel.report.tallies import CONFIDENCE, PROBLEM, asked_mean, asked_share, points, scores, scores_by
from servicemodel.survey import Score, score_difference

_CERTAIN = 0.0005


def problems(ctx: Context) -> Section | Absent:
    """Set problems reported against the rating."""
    if not ctx.has("encounters", "problem"):
        return ctx.absent("problems", "encounters", "problem")
    w = ctx.words
    index = asked_share("problem", PROBLEM)
    (reported,) = scores(ctx, [index])
    if not reported.plain.n:
        return ctx.absent("problems", "encounters", "problem")
    write_scores(ctx, [reported])
    figures = [
        Figure(
            value=shown(index, score.value),
            label=w("in_brackets", first=PROBLEM.in_language(w.language), second=w(weights)),
            note=w("score_note", interval=interval(index, score), n=number(score.n), missing=number(score.missing)),
            tone=tone,
        )
        for score, weights, tone in ((reported.plain, "unweighted", "open"), (reported.weighted, "weighted", "calm"))
        if score is not None
    ]
    overall = next((one for one in ctx.tables["encounters"].questions if one.column == "performance"), None)
    against = [Note(text=w("problems_unrated"))] if overall is None else _against(ctx, overall)
    return Section(
        key="problems",
        title=w("problems_title"),
        question=w("problems_question"),
        n=reported.plain.n,
        missing=reported.plain.missing,
        blocks=[Figures(figures=figures), *against],
    )


def _against(ctx: Context, overall: Question) -> list[Grid | Note]:
    w = ctx.words
    groups = scores_by(ctx, [asked_mean(overall)], "problem")
    title = overall.title.in_language(w.language)
    called = ((True, w("problem_yes")), (False, w("problem_no")), (None, w("not_given")))
    rows = [(name, *cells(groups[key][0])) for key, name in called if key in groups]
    blocks: list[Grid | Note] = [
        Grid(caption=w("problems_ratings", title=title), header=(w("problems_title"), *header(ctx)), rows=rows)
    ]
    if {True, False} <= set(groups):
        with_one, without = groups[True][0], groups[False][0]
        pairs = [("unweighted", with_one.plain, without.plain)]
        if with_one.weighted is not None and without.weighted is not None:
            pairs.append(("weighted", with_one.weighted, without.weighted))
        told = [_difference(ctx, weights, first, second) for weights, first, second in pairs]
        blocks += [Note(text=text) for text in (*told, w("problems_caution"))]
    return [*blocks, *_by_rating(ctx, overall)]


def _difference(ctx: Context, weights: str, first: Score, second: Score) -> str:
    """Say how far apart those with a problem and those without one rate."""
    w = ctx.words
    try:
        found = score_difference(first, second, confidence=CONFIDENCE)
    except ServiceModelError:  # nobody answered, or nobody differs
        return w("problems_untold", weights=w(weights))
    return w(
        "problems_difference",
        weights=w(weights),
        value=_signed(found.value),
        low=_signed(found.low),
        high=_signed(found.high),
        p="< 0.001" if found.p_value < _CERTAIN else f"= {found.p_value:.3f}",
    )


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _by_rating(ctx: Context, overall: Question) -> list[Grid]:
    """Return the share with a problem at each point of the rating."""
    places: Sequence[float] = points(overall.scale)
    if not places:
        return []
    w = ctx.words
    groups = scores_by(
        ctx,
        [asked_share("problem", PROBLEM)],
        "CASE WHEN performance = floor(performance) THEN performance END",
        where="performance IS NOT NULL",
    )
    called = [*((place, f"{place:g}") for place in places), (None, w("between_points"))]
    rows = [(name, *cells(groups[key][0])) for key, name in called if key in groups]
    title = overall.title.in_language(w.language)
    return [Grid(caption=w("problems_by_rating", title=title), header=(title, *header(ctx)), rows=rows)]
