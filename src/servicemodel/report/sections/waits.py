"""How long waits took, and how long they felt."""

from __future__ import annotations

from servicemodel.labels import Text
from servicemodel.objects.columns import WAIT_FLAG_COLUMNS
from servicemodel.plots import WaitGroup, plot_wait_groups
from servicemodel.report.blocks import Absent, Chart, Figure, Figures, Grid, Note, Section, drawn
from servicemodel.report.context import Context, number, share
from servicemodel.waiting import ANCHORED

_ALL = Text("all waits", "全部等待")


def waits(ctx: Context) -> Section | Absent:
    """Set actual against perceived waits, in all and where each of Maister's rules applied."""
    if not ctx.has("encounters", "perceived_wait"):
        return ctx.absent("waits", "encounters", "wait_minutes")
    w = ctx.words
    n, rows, actual, felt, actual_median, felt_median = ctx.one(
        "SELECT count(perceived_wait), count(*), avg(wait_minutes) FILTER (perceived_wait IS NOT NULL), avg(perceived_wait),"
        " median(wait_minutes) FILTER (perceived_wait IS NOT NULL), median(perceived_wait) FROM scored_encounters"
    )
    if not n:
        return ctx.absent("waits", "encounters", "wait_minutes")
    figures = [
        Figure(
            value=_minutes(ctx, actual),
            label=w("wait_actual"),
            note=w("wait_median", value=_minutes(ctx, actual_median)),
        ),
        Figure(
            value=_minutes(ctx, felt),
            label=w("wait_felt"),
            note=w("wait_median", value=_minutes(ctx, felt_median)),
            tone="bad",
        ),
    ]
    if actual:
        figures.append(
            Figure(value=f"× {felt / actual:.2f}", label=w("wait_ratio"), note=w("wait_profile", name=ANCHORED.name))
        )
    blocks = [
        Figures(figures=[*figures, *_against(ctx, rows)]),
        *_rules(ctx, WaitGroup(text=_ALL, count=n, actual=actual, perceived=felt), rows - n),
    ]
    blocks.append(Note(text=w("wait_caution")))
    return Section(
        key="waits",
        title=w("waits_title"),
        question=w("waits_question"),
        n=n,
        missing=rows - n,
        blocks=blocks,
    )


def _minutes(ctx: Context, value: float) -> str:
    return ctx.words("minutes", value=number(value, 1))


def _against(ctx: Context, rows: int) -> list[Figure]:
    """Compare what was felt with what was expected and with what would have been accepted."""
    figures = []
    if ctx.has("encounters", "wait_disconfirmation"):
        n, longer = ctx.one(
            "SELECT count(wait_disconfirmation), count(*) FILTER (wait_disconfirmation < 0) FROM scored_encounters"
        )
        figures.append(("wait_longer", longer, n))
    if ctx.has("encounters", "wait_tolerance", "perceived_wait"):
        n, beyond = ctx.one(
            "SELECT count(*), count(*) FILTER (perceived_wait > wait_tolerance) FROM scored_encounters"
            " WHERE perceived_wait IS NOT NULL AND wait_tolerance IS NOT NULL"
        )
        figures.append(("wait_beyond", beyond, n))
    return [
        Figure(
            value=share(part, n),
            label=ctx.words(key),
            note=ctx.words("n_of_missing", n=number(part), whole=number(n), missing=number(rows - n)),
            tone="bad",
        )
        for key, part, n in figures
        if n
    ]


def _rules(ctx: Context, every: WaitGroup, missing: int) -> list[Chart | Grid | Note]:
    w = ctx.words
    flags = [name for name in WAIT_FLAG_COLUMNS if ctx.has("encounters", name)]
    if not flags:
        return [Note(text=w("wait_no_conditions"))]
    rows, groups = [], [every]
    for name in flags:
        rule = ANCHORED.rules.row_of(WAIT_FLAG_COLUMNS[name])
        n, actual, felt, other_n = ctx.one(
            f"SELECT count(*) FILTER ({name}), avg(wait_minutes) FILTER ({name}), avg(perceived_wait) FILTER ({name}),"
            f" count(*) FILTER (NOT {name}) FROM scored_encounters WHERE perceived_wait IS NOT NULL"
        )
        label = w("rule", number=rule.number, text=rule.text.in_language(w.language))  # type: ignore[attr-defined]
        if not n:
            rows.append((label, "0", number(other_n), "–", "–", "–", f"× {rule.by:g}", "–"))
            continue
        added = felt - felt / rule.by
        ratio = f"× {felt / actual:.2f}" if actual else "–"
        rows.append(
            (
                label,
                number(n),
                number(other_n),
                number(actual, 1),
                number(felt, 1),
                ratio,
                f"× {rule.by:g}",
                number(added, 1),
            )
        )
        groups.append(WaitGroup(text=rule.text, count=n, actual=actual, perceived=felt))
    header = tuple(w(f"waits_{name}") for name in ("rule", "n", "other", "actual", "felt", "ratio", "factor", "added"))
    grid = Grid(caption=w("waits_by"), header=header, rows=rows, note=w("waits_note"))
    axes = plot_wait_groups(groups, language=w.language, missing=missing)
    return [drawn(axes, "waits", w("waits_chart")), grid]
