"""Whether customers were satisfied."""

from __future__ import annotations

from typing import Any

from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Section, bar
from servicemodel.report.context import Context, number, share
from servicemodel.satisfaction import SatisfactionState, ToleranceZone

_TONES = {
    SatisfactionState.DISSATISFIED: "bad",
    SatisfactionState.SATISFIED: "open",
    SatisfactionState.DELIGHTED: "good",
}


def satisfaction(ctx: Context) -> Section | Absent:
    """Count the states that performance against expectation left customers in, and place it in their zones."""
    if not ctx.has("encounters", "satisfaction_state"):
        return ctx.absent("satisfaction", "encounters", "performance", "expected")
    counts = ctx.label_counts("encounters", "satisfaction_state")
    missing = counts.pop(None, 0)
    n = sum(counts.values())
    if not n:
        return ctx.absent("satisfaction", "encounters", "performance", "expected")
    w = ctx.words
    (mean,) = ctx.one("SELECT avg(disconfirmation) FROM scored_encounters WHERE satisfaction_state IS NOT NULL")
    figures = [
        Figure(
            value=share(counts.get(state, 0), n),
            label=state.in_language(w.language),
            note=w("n_of", n=number(counts.get(state, 0)), whole=number(n)),
            tone=_TONES[state],
        )
        for state in reversed(SatisfactionState)
    ]
    figures.append(
        Figure(value=_signed(mean), label=w("disconfirmation_mean"), note=w("disconfirmation_note", n=number(n)))
    )
    blocks: list[Any] = [Figures(figures=figures)]
    blocks += [_by(ctx, column) for column in ("channel", "kind", "account_id") if ctx.has("encounters", column)]
    blocks += _zones(ctx)
    return Section(
        key="satisfaction",
        title=w("satisfaction_title"),
        question=w("satisfaction_question"),
        n=n,
        missing=missing,
        blocks=blocks,
    )


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _by(ctx: Context, column: str) -> Grid:
    w = ctx.words
    rows = []
    for group in ctx.groups("encounters", column, "satisfaction_state"):
        states = [(group.of(state), _TONES[state], state.in_language(w.language)) for state in SatisfactionState]
        rated = sum(count for count, _, _ in states)
        rows.append(
            (
                group.name,
                bar(states),
                number(rated),
                *(number(count) for count, _, _ in states),
                share(states[0][0], rated),
                number(sum(group.counts.values()) - rated),
            )
        )
    header = (
        w(f"by_{column}"), "", "n", *(state.in_language(w.language) for state in SatisfactionState),
        w("dissatisfied_share"), w("missing"),
    )  # fmt: skip
    legend = [(tone, state.in_language(w.language)) for state, tone in _TONES.items()]
    caption = w("satisfaction_by", by=w(f"by_{column}"))
    return Grid(caption=caption, header=header, rows=rows, words=(0, 1), legend=legend)


def _zones(ctx: Context) -> list[Grid]:
    if not ctx.has("encounters", "tolerance_zone"):
        return []
    w = ctx.words
    counts = ctx.label_counts("encounters", "tolerance_zone")
    missing = counts.pop(None, 0)
    n = sum(counts.values())
    if not n:
        return []
    rows = [
        (zone.in_language(w.language), number(counts.get(zone, 0)), share(counts.get(zone, 0), n))
        for zone in ToleranceZone
    ]
    adequacy, superiority = ctx.one(
        "SELECT avg(service_adequacy), avg(service_superiority) FROM scored_encounters WHERE tolerance_zone IS NOT NULL"
    )
    note = w(
        "zones_note", n=number(n), missing=number(missing), adequacy=_signed(adequacy), superiority=_signed(superiority)
    )
    return [Grid(caption=w("zones_caption"), header=(w("zone"), "n", w("share")), rows=rows, note=note)]
