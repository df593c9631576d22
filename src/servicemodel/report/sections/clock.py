"""What was owed to each case, by when, and whether it came in open time."""

from __future__ import annotations

from itertools import groupby

from servicemodel.clock import BusinessCalendar, ClockState, ServiceClock
from servicemodel.report.blocks import Absent, Figure, Figures, Grid, Note, Section, bar
from servicemodel.report.context import QUANTILES, Context, number, share

_TONES = {
    ClockState.MET: "good",
    ClockState.BREACHED: "bad",
    ClockState.ON_TRACK: "calm",
    ClockState.DUE_SOON: "open",
    ClockState.PAUSED: "low",
    ClockState.NOT_PROMISED: "none",
}
_SHOWN = 15


def clock(ctx: Context) -> Section | Absent:
    """Count the states of the clocks, measure the open time used, and name the cases furthest over."""
    needed = ("clock", "events", "case_id", "event", "at")
    if not ctx.has("events", "case_id", "event", "at"):
        return ctx.absent(*needed)
    w = ctx.words
    if ctx.clock is None:
        return Absent(key="clock", title=w("clock_title"), why=w("absent_clock"))
    (cases,) = ctx.one("SELECT count(DISTINCT case_id) FROM scored_events")
    counts = ctx.label_counts("clocks", "clock_state") if ctx.has("clocks") else {}
    n = sum(counts.values())
    if not n:
        return ctx.absent(*needed)
    return Section(
        key="clock",
        title=w("clock_title"),
        question=w("clock_question"),
        n=n,
        missing=cases - n,
        blocks=[
            _figures(ctx, counts, n, cases),
            Note(text=_terms(ctx, ctx.clock)),
            *([Note(text=w("clock_refused", n=number(cases - n)))] if cases > n else []),
            _states(ctx, counts, n),
            *_times(ctx),
            *_worst(ctx),
        ],
    )


def _figures(ctx: Context, counts: dict[str | None, int], n: int, cases: int) -> Figures:
    w = ctx.words
    met, breached = counts.get(ClockState.MET, 0), counts.get(ClockState.BREACHED, 0)
    due = met + breached
    open_breached, done, median = ctx.one(
        f"SELECT count(*) FILTER (clock_state = '{ClockState.BREACHED}' AND done_at IS NULL), count(done_at),"
        " median(elapsed_minutes) FILTER (done_at IS NOT NULL) FROM scored_clocks"
    )
    figures = [
        Figure(
            value=share(met, due),
            label=w("clock_met_share"),
            note=w("n_of_missing", n=number(met), whole=number(due), missing=number(cases - due)),
            tone="good",
        ),
        Figure(
            value=number(breached),
            label=ClockState.BREACHED.in_language(w.language),
            note=w("clock_still_open", n=number(open_breached)),
            tone="bad",
        ),
        Figure(
            value=number(n - due),
            label=w("clock_undecided"),
            note=w("clock_undecided_note"),
            tone="open",
        ),
    ]
    if done:
        note = w("n", n=number(done), missing=number(cases - done))
        figures.append(Figure(value=w.span(60 * median, days=False), label=w("clock_median"), note=note))
    return Figures(figures=figures)


def _terms(ctx: Context, clock: ServiceClock) -> str:
    """Say what was promised, and when time counts."""
    w, policy, calendar = ctx.words, clock.policy, clock.calendar
    pauses = w("clock_pauses_none") if policy.paused_by == () else w("clock_pauses_all")
    if policy.paused_by:
        pauses = w("clock_pauses_some", reasons=w("comma").join(policy.paused_by))
    holidays = w("clock_no_holidays")
    if calendar.holidays:
        first, last = ctx.one(
            'SELECT epoch_us(min("at")), coalesce((SELECT epoch_us(max(due_at)) FROM scored_clocks), epoch_us(max("at")))'
            " FROM scored_events"
        )
        first, last = ctx.local(first).date(), ctx.local(last).date()
        closed = sum(first <= day <= last for day, _ in calendar.holidays)
        holidays = w("clock_holidays", n=number(closed), first=first, last=last)
    return w(
        "clock_terms",
        target=w("none") if policy.target is None else w.span(policy.target.total_seconds(), days=False),
        start=policy.starts_on.in_language(w.language),
        stops=w("clock_or").join(kind.in_language(w.language) for kind in policy.stops_on),
        pauses=pauses,
        hours=_hours(ctx, calendar),
        zone=calendar.time_zone,
        holidays=holidays,
    )


def _hours(ctx: Context, calendar: BusinessCalendar) -> str:
    """Write the hours of the week, days in a row with the same hours as one."""
    w = ctx.words
    parts = []
    row = enumerate(calendar.hours)  # days in a row have codes that run as their places do
    for (spans, _), same in groupby(row, key=lambda item: (item[1][1], item[1][0].code - item[0])):
        days = [day.in_language(w.language) for _, (day, _) in same]
        name = days[0] if len(days) == 1 else f"{days[0]}–{days[-1]}"
        parts.append(f"{name} {', '.join(map(str, spans))}")
    return w("semicolon").join(parts)


def _states(ctx: Context, counts: dict[str | None, int], n: int) -> Grid:
    w = ctx.words
    rows = []
    for state, tone in _TONES.items():
        found, name = counts.get(state, 0), state.in_language(w.language)
        rows.append((name, bar(((found, tone, name), (n - found, "rest", w("rest")))), number(found), share(found, n)))
    header = (w("by_state"), "", "n", w("share"))
    return Grid(caption=w("clock_states"), header=header, rows=rows, words=(0, 1), note=w("clock_states_note"))


def _times(ctx: Context) -> list[Grid]:
    """List quantiles of the open time used, by how the promise stands."""
    w = ctx.words
    rows = []
    for name, condition in (
        (w("clock_done"), "done_at IS NOT NULL"),
        (ClockState.MET.in_language(w.language), f"clock_state = '{ClockState.MET}'"),
        (w("clock_late"), f"clock_state = '{ClockState.BREACHED}' AND done_at IS NOT NULL"),
        (w("clock_overdue"), f"clock_state = '{ClockState.BREACHED}' AND done_at IS NULL"),
        (
            w("clock_running"),
            f"clock_state IN ('{ClockState.ON_TRACK}', '{ClockState.DUE_SOON}', '{ClockState.PAUSED}')",
        ),
    ):
        n, quantiles = ctx.one(
            f"SELECT count(*), quantile_cont(elapsed_minutes, {list(QUANTILES)}) FROM scored_clocks WHERE {condition}"
        )
        if n:
            rows.append((name, number(n), *(w.span(60 * value, days=False) for value in quantiles)))
    header = (w("of"), "n", *(f"{100 * q:g}%" for q in QUANTILES))
    return [Grid(caption=w("clock_times"), header=header, rows=rows, note=w("clock_times_note"))] if rows else []


def _worst(ctx: Context) -> list[Grid]:
    """List the cases that are furthest over, with when they were due and when they were done."""
    w = ctx.words
    (over,) = ctx.one(f"SELECT count(*) FROM scored_clocks WHERE clock_state = '{ClockState.BREACHED}'")
    if not over:
        return []
    rows = [
        (
            case_id,
            w.span(60 * elapsed, days=False),
            w.span(-60 * remaining, days=False),
            ctx.instant(due),
            w("clock_not_done") if done is None else ctx.instant(done),
        )
        for case_id, elapsed, remaining, due, done in ctx.rows(
            "SELECT case_id, elapsed_minutes, remaining_minutes, epoch_us(breached_at), epoch_us(done_at)"
            f" FROM scored_clocks WHERE clock_state = '{ClockState.BREACHED}' ORDER BY remaining_minutes, row LIMIT {_SHOWN}"
        )
    ]
    header = (w("clock_case"), w("clock_used"), w("clock_over"), w("clock_breached"), w("clock_done_at"))
    caption = w("clock_worst", shown=number(len(rows)), n=number(over))
    return [Grid(caption=caption, header=header, rows=rows, note=w("clock_worst_note"))]
