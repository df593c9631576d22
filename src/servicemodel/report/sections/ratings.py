"""What customers answered on scales: means, shares and recommendation, with survey weights and without them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from servicemodel.report.blocks import Absent, Chart, Figure, Figures, Grid, Note, Section, bar, columns_chart
from servicemodel.report.context import MOST_GROUPS, Context, number, share
from servicemodel.report.kinds import RATING
from servicemodel.report.match import quoted, text
from servicemodel.report.questions import Question
from servicemodel.report.scored import cells, header, interval, shown, write_scores
from servicemodel.report.tallies import Scored, asked_boxes, asked_mean, asked_nps, points, scores, scores_by, weighs
from servicemodel.survey import NpsGroup

_TONES = {NpsGroup.DETRACTOR: "bad", NpsGroup.PASSIVE: "open", NpsGroup.PROMOTER: "good"}


def ratings(ctx: Context) -> Section | Absent:
    """Score the answers to every question that has a scale."""
    there = [column for column in ctx.columns.get("encounters", ()) if _is_answer(column)]
    if not there:
        return ctx.absent("ratings", "encounters", "performance")
    w = ctx.words
    asked = {one.column: one for one in ctx.tables["encounters"].questions if _is_answer(one.column)}
    unscaled = ", ".join(column for column in there if column not in asked)
    if not asked:
        return Absent(key="ratings", title=w("ratings_title"), why=w("absent_scale", columns=unscaled))
    n, rows = ctx.one(f"SELECT count(coalesce({', '.join(map(quoted, asked))})), count(*) FROM scored_encounters")
    if not n:
        return ctx.absent("ratings", "encounters", *asked)
    overall, recommend = asked.get("performance"), asked.get("recommend")
    items = [question for question in asked.values() if question.column.startswith(RATING)]
    main = _main(ctx, overall, recommend)
    each = scores(ctx, [index for item in items for index in (asked_mean(item), *asked_boxes(item))]) if items else ()
    write_scores(ctx, [*main, *each])
    blocks: list[Any] = [Figures(figures=_figures(ctx, main)), _scores(ctx, main)] if main else []
    blocks += [Note(text=w("absent_scale", columns=unscaled))] if unscaled else []
    blocks.append(Note(text=w("weights_note" if weighs(ctx) else "weights_none")))
    blocks += [] if overall is None else _points(ctx, overall)
    blocks += [] if recommend is None else [_recommenders(ctx)]
    blocks += [_items(ctx, each)] if items else []
    if overall is not None:
        blocks += [_by(ctx, overall, name) for name in ("channel", "kind", "account_id") if ctx.has("encounters", name)]
    return Section(
        key="ratings",
        title=w("ratings_title"),
        question=w("ratings_question"),
        n=n,
        missing=rows - n,
        blocks=blocks,
    )


def _is_answer(column: str) -> bool:
    return column in {"performance", "recommend"} or column.startswith(RATING)


def _main(ctx: Context, overall: Question | None, recommend: Question | None) -> tuple[Scored, ...]:
    asked = [] if overall is None else [asked_mean(overall), *asked_boxes(overall)]
    asked += [] if recommend is None else [asked_nps(recommend)]
    return scores(ctx, asked) if asked else ()


def _figures(ctx: Context, main: Sequence[Scored]) -> list[Figure]:
    w = ctx.words
    return [
        Figure(
            value=shown(one.index, score.value),
            label=w("in_brackets", first=one.index.name.in_language(w.language), second=w(weights)),
            note=w("score_note", interval=interval(one.index, score), n=number(score.n), missing=number(score.missing)),
            tone=tone,
        )
        for one in main
        if one.index.key != "worst"
        for score, weights, tone in ((one.plain, "unweighted", "open"), (one.weighted, "weighted", "calm"))
        if score is not None
    ]


def _scores(ctx: Context, main: Sequence[Scored]) -> Grid:
    w = ctx.words
    rows = [
        (
            one.index.title.in_language(w.language) + w("colon") + one.index.name.in_language(w.language),
            one.index.measure.scale.title.in_language(w.language),
            w(weights),
            number(score.n),
            number(score.missing),
            "–" if score.effective_n is None else number(score.effective_n),
            shown(one.index, score.value, places=4),
            interval(one.index, score, places=4),
        )
        for one in main
        for score, weights in ((one.plain, "unweighted"), (one.weighted, "weighted"))
        if score is not None
    ]
    note = "scores_note_nps" if any(one.index.key == "nps" for one in main) else "scores_note"
    names = (w("measure"), w("scale"), "", "n", w("missing"), w("effective_n"), w("score"), w("interval"))
    return Grid(caption=w("scores_caption"), header=names, rows=rows, words=(0, 1, 2), note=w(note))


def _points(ctx: Context, overall: Question) -> list[Chart | Grid]:
    """Count the answers point by point."""
    places = points(overall.scale)
    if not places:
        return []
    w = ctx.words
    title = overall.title.in_language(w.language)
    counts = _counted(
        ctx, "CASE WHEN performance = floor(performance) THEN performance ELSE 0.5 + floor(performance) END"
    )
    missing = counts.pop(None, (0, 0, 0.0))[0]
    between = [counts.pop(place) for place in list(counts) if place not in places]
    rows = [(f"{place:g}", counts.get(place, (0, 0, 0.0))) for place in places]
    if between:
        rows.append((w("between_points"), tuple(map(sum, zip(*between, strict=True)))))
    caption = w("points_caption", title=title, missing=number(missing))
    chart = columns_chart(caption, [(label, count[0], "calm") for label, count in rows])
    return [chart, _shares(ctx, w("points_shares", title=title), w("answer"), rows, ["calm"] * len(rows))]


def _recommenders(ctx: Context) -> Grid:
    w = ctx.words
    counts = _counted(ctx, "nps_group")
    rows = [(group.in_language(w.language), counts.get(group.value, (0, 0, 0.0))) for group in NpsGroup]
    return _shares(ctx, w("recommend_caption"), w("group"), rows, list(_TONES.values()))


def _counted(ctx: Context, sql: str) -> dict[Any, Any]:
    """Return by what an SQL expression gives: rows, those of them with a weight, and their weight."""
    weight = "weight" if weighs(ctx) else "CAST(NULL AS DOUBLE)"
    return {
        key: (count, weighty, total or 0.0)
        for key, count, weighty, total in ctx.rows(
            f"SELECT {sql}, count(*), count({weight}), sum({weight}) FROM scored_encounters GROUP BY 1"
        )
    }


def _shares(ctx: Context, caption: str, first: str, rows: Sequence[tuple[str, Any]], tones: Sequence[str]) -> Grid:
    w, heavy = ctx.words, weighs(ctx)
    n, weighty, total = (sum(count[part] for _, count in rows) for part in range(3))
    shown_rows = []
    for (label, count), tone in zip(rows, tones, strict=True):
        row = [
            label,
            bar(((count[0], tone, label), (n - count[0], "rest", w("rest")))),
            number(count[0]),
            share(count[0], n),
        ]
        if heavy:
            row += [number(count[1]), share(count[2], total)]
        shown_rows.append(tuple(row))
    names = [first, "", "n", w("unweighted")]
    if heavy:
        names += [w("n_weighted"), w("weighted")]
    note = w("shares_note", n=number(n), weighted=number(weighty)) if heavy else ""
    return Grid(caption=caption, header=names, rows=shown_rows, words=(0, 1), note=note)


def _items(ctx: Context, each: Sequence[Scored]) -> Grid:
    """List what was rated, the lowest mean first."""
    w = ctx.words
    by_column: dict[str, list[Scored]] = {}
    for one in each:
        by_column.setdefault(one.index.column, []).append(one)
    means = sorted(by_column.values(), key=lambda found: (found[0].plain.value is None, found[0].plain.value))
    rows = [(found[0].index.title.in_language(w.language), _boxed(ctx, found), *cells(found[0])) for found in means]
    legend = [(tone, w(f"box_{tone}")) for tone in ("bad", "open", "good")]
    names = (w("rated"), "", *header(ctx))
    return Grid(caption=w("items_caption"), header=names, rows=rows, words=(0, 1), legend=legend, note=w("items_note"))


def _boxed(ctx: Context, found: Sequence[Scored]) -> str:
    """Return a bar of the best, the worst and the other answers; nothing where the scale has no boxes."""
    if len(found) == 1:
        return ""
    n = found[0].plain.n
    best, worst = (round(n * (one.plain.value or 0)) for one in found[1:])
    parts = ((worst, "bad"), (n - best - worst, "open"), (best, "good"))
    return bar([(count, tone, ctx.words(f"box_{tone}")) for count, tone in parts])


def _by(ctx: Context, overall: Question, column: str) -> Grid:
    """Return the mean by a column of words, the largest groups first and the small ones as one."""
    w = ctx.words
    found = [
        name
        for (name,) in ctx.rows(
            f"SELECT {quoted(column)} FROM scored_encounters WHERE {quoted(column)} IS NOT NULL"
            " GROUP BY 1 ORDER BY count(*) DESC, 1"
        )
    ]
    most = found if len(found) <= MOST_GROUPS + 1 else found[:MOST_GROUPS]
    place = f"coalesce(list_position([{', '.join(map(text, most))}]::VARCHAR[], {quoted(column)}), 0)"
    by = f"CASE WHEN {quoted(column)} IS NOT NULL THEN {place} END"
    groups = scores_by(ctx, [asked_mean(overall)], by)
    names = ctx.names() if column == "account_id" else {}
    called: dict[int | None, str] = {number: names.get(name, name) for number, name in enumerate(most, start=1)}
    called[0] = w("others", n=number(len(found) - len(most)))
    called[None] = w("not_given")
    rows = [(name, *cells(groups[key][0])) for key, name in called.items() if key in groups]
    caption = w("ratings_by", title=overall.title.in_language(w.language), by=w(f"by_{column}"))
    return Grid(caption=caption, header=(w(f"by_{column}"), *header(ctx)), rows=rows)
