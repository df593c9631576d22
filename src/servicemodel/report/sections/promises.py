"""Whether promises were kept."""

from __future__ import annotations

from typing import Any

from servicemodel.report.blocks import Absent, Chart, Figure, Figures, Grid, Note, Section, bar, columns_chart
from servicemodel.report.context import QUANTILES, Context, number, share
from servicemodel.satisfaction import PromiseState

_KEPT, _BROKEN, _PENDING, _NONE = (
    PromiseState.KEPT,
    PromiseState.BROKEN,
    PromiseState.PENDING,
    PromiseState.NOT_PROMISED,
)
_TONES = {_KEPT: "good", _BROKEN: "bad", _PENDING: "open", _NONE: "none"}
_DAY = 86_400

#: Edges of the columns of lateness, in days: early is negative.
_EDGES = (-30, -7, -1, 0, 1, 7, 30)


def promises(ctx: Context) -> Section | Absent:
    """Count promises kept, broken, pending and never made; say how early or late, and where."""
    if not ctx.has("encounters", "promised_at"):
        return ctx.absent("promises", "encounters", "promised_at")
    if ctx.as_of is None:
        return Absent(key="promises", title=ctx.words("promises_title"), why=ctx.words("absent_as_of"))
    counts = _counts(ctx)
    made = sum(n for (state, _), n in counts.items() if state not in {None, _NONE})
    if not made:
        return ctx.absent("promises", "encounters", "promised_at")
    missing = sum(n for (state, _), n in counts.items() if state is None)
    blocks: list[Any] = [_figures(ctx, counts), *_notes(ctx), *_lateness(ctx)]
    blocks += [_by(ctx, column) for column in ("channel", "kind", "account_id") if ctx.has("encounters", column)]
    return Section(
        key="promises",
        title=ctx.words("promises_title"),
        question=ctx.words("promises_question"),
        n=sum(counts.values()) - missing,
        missing=missing,
        blocks=blocks,
    )


def _closed(ctx: Context) -> str:
    """Return SQL for whether a row was done by the instant of the report."""
    if not ctx.has("encounters", "completed_at"):
        return "false"
    return "(completed_at IS NOT NULL AND completed_at <= CAST(? AS TIMESTAMPTZ))"


def _instants(ctx: Context) -> list[str]:
    """Return what ``_closed`` asks for."""
    return [] if ctx.as_of is None or not ctx.has("encounters", "completed_at") else [ctx.as_of.isoformat()]


def _counts(ctx: Context) -> dict[tuple[str | None, bool], int]:
    return {
        (state, closed): n
        for state, closed, n in ctx.rows(
            f"SELECT promise_state, {_closed(ctx)} AS closed, count(*) FROM scored_encounters GROUP BY ALL",
            *_instants(ctx),
        )
    }


def _figures(ctx: Context, counts: dict[tuple[str | None, bool], int]) -> Figures:
    w = ctx.words
    kept = counts.get((_KEPT, True), 0)
    late = counts.get((_BROKEN, True), 0)
    overdue = counts.get((_BROKEN, False), 0)
    pending = counts.get((_PENDING, False), 0)
    nothing_closed, nothing_open = counts.get((_NONE, True), 0), counts.get((_NONE, False), 0)
    closed, due = kept + late, kept + late + overdue
    return Figures(
        figures=(
            Figure(
                value=number(kept),
                label=w("promises_kept"),
                note=w("promises_kept_note", closed=number(closed), share=share(kept, closed)),
                tone="good",
            ),
            Figure(value=number(late), label=w("promises_late"), note=w("promises_late_note"), tone="bad"),
            Figure(value=number(overdue), label=w("promises_overdue"), note=w("promises_overdue_note"), tone="bad"),
            Figure(
                value=share(kept, due),
                label=w("promises_share"),
                note=w("promises_share_note", due=number(due)),
                tone="good",
            ),
            Figure(value=number(pending), label=w("promises_pending"), note=w("promises_pending_note"), tone="open"),
            Figure(
                value=number(nothing_closed + nothing_open),
                label=w("promises_none"),
                note=w("promises_none_note", closed=number(nothing_closed), open=number(nothing_open)),
                tone="none",
            ),
        )
    )


def _notes(ctx: Context) -> list[Note]:
    """Point at rows that are kept although they look odd."""
    notes = []
    for column, key in (("promised_at", "promises_before"), ("completed_at", "promises_done_before")):
        if ctx.has("encounters", column, "started_at"):
            (odd,) = ctx.one(f"SELECT count(*) FROM scored_encounters WHERE {column} < started_at")
            if odd:
                notes.append(Note(text=ctx.words(key, n=number(odd))))
    return notes


def _lateness(ctx: Context) -> list[Chart | Grid]:
    if not ctx.has("encounters", "completed_at"):
        return []
    w = ctx.words
    where = f"WHERE promised_at IS NOT NULL AND promise_state IS NOT NULL AND {_closed(ctx)}"
    late = "(epoch_us(completed_at) - epoch_us(promised_at)) / 1e6"
    rows = []
    for label, condition in (
        (w("lateness_all"), ""),
        (w("lateness_kept"), f" AND promise_state = '{_KEPT}'"),
        (w("lateness_late"), f" AND promise_state = '{_BROKEN}'"),
    ):
        n, quantiles = ctx.one(
            f"SELECT count(*), quantile_cont({late}, {list(QUANTILES)}) FROM scored_encounters {where}{condition}",
            *_instants(ctx),
        )
        if n:
            rows.append((label, number(n), *(w.span(value) for value in quantiles)))
    if not rows:
        return []
    open_n, open_quantiles = ctx.one(
        f"SELECT count(*), quantile_cont((epoch_us(CAST(? AS TIMESTAMPTZ)) - epoch_us(promised_at)) / 1e6, {list(QUANTILES)})"
        f" FROM scored_encounters WHERE promise_state = '{_BROKEN}' AND NOT {_closed(ctx)}",
        *_instants(ctx) * 2,
    )
    if open_n:
        rows.append((w("lateness_open"), number(open_n), *(w.span(value) for value in open_quantiles)))
    header = (w("of"), "n", *(f"{100 * q:g}%" for q in QUANTILES))
    return [
        _histogram(ctx, late, where),
        Grid(caption=w("lateness_caption"), header=header, rows=rows, note=w("lateness_note")),
    ]


def _histogram(ctx: Context, late: str, where: str) -> Chart:
    w = ctx.words
    # On time belongs to the early side: done exactly when promised is kept.
    place = " + ".join(f"CAST(late > {edge * _DAY} AS INTEGER)" for edge in _EDGES)
    found = dict(
        ctx.rows(
            f"SELECT {place}, count(*) FROM (SELECT {late} AS late FROM scored_encounters {where}) GROUP BY ALL",
            *_instants(ctx),
        )
    )
    labels = [w(f"lateness_{number}") for number in range(len(_EDGES) + 1)]
    half = len(labels) // 2
    bars = [(label, found.get(place, 0), "good" if place < half else "bad") for place, label in enumerate(labels)]
    return columns_chart(w("lateness_chart"), bars)


def _by(ctx: Context, column: str) -> Grid:
    w = ctx.words
    rows = []
    for group in ctx.groups("encounters", column, "promise_state"):
        kept, broken = group.of(_KEPT), group.of(_BROKEN)
        pending, nothing = group.of(_PENDING), group.of(_NONE)
        parts = [(group.of(state), tone, state.in_language(w.language)) for state, tone in _TONES.items()]
        rows.append(
            (
                group.name,
                bar(parts),
                number(kept + broken),
                number(kept),
                number(broken),
                share(kept, kept + broken),
                number(pending),
                number(nothing),
                number(sum(group.counts.values()) - kept - broken - pending - nothing),
            )
        )
    states = [state.in_language(w.language) for state in _TONES]
    legend = list(zip(_TONES.values(), states, strict=True))
    header = (
        w(f"by_{column}"), "", w("promises_due"), states[0], states[1], w("promises_share_short"), states[2], states[3],
        w("missing"),
    )  # fmt: skip
    return Grid(caption=w("promises_by", by=w(f"by_{column}")), header=header, rows=rows, words=(0, 1), legend=legend)
