"""The page: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined

from servicemodel.report.blocks import Absent, Grid, Section
from servicemodel.report.context import Context, number
from servicemodel.report.presets import Preset
from servicemodel.report.tallies import weighs
from servicemodel.report.versions import library_version, models_used
from servicemodel.sources import Evidence
from servicemodel.sources.works import KISH_1965, SATISFACTION_PRACTICE
from servicemodel.waiting import ANCHORED, perceived_wait

_MOST_REASONS = 30
_BEGINS = {"encounters": "started_at", "complaints": "received_at"}


@attrs.frozen(kw_only=True)
class Head:
    """What the head of the page says of the source and the options."""

    source: str
    preset: Preset | None
    zone_known: bool
    as_of_given: bool
    simulated: bool


def page(ctx: Context, parts: Sequence[Section | Absent], head: Head, files: Sequence[str]) -> str:
    """Return the page as HTML."""
    environment = Environment(
        loader=PackageLoader("servicemodel.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html").render(
        w=ctx.words,
        language="zh-Hans" if ctx.words.language == "zh" else "en",
        head=head,
        facts=_facts(ctx, head),
        lead=_lead(ctx),
        overview=_overview(ctx),
        sections=[part for part in parts if isinstance(part, Section)],
        absent=[part for part in parts if isinstance(part, Absent)],
        models=_models(ctx),
        files=files,
        number=number,
    )


def _facts(ctx: Context, head: Head) -> list[tuple[str, str]]:
    w = ctx.words
    as_of = ctx.instant(ctx.as_of)
    if ctx.as_of is not None:
        as_of = w("in_brackets", first=as_of, second=w("as_of_given" if head.as_of_given else "as_of_latest"))
    facts = [(w("as_of"), as_of), (w("time_zone"), str(ctx.zone) if head.zone_known else w("time_zone_none"))]
    if head.preset is not None:
        facts.append((w("preset"), head.preset.name + w("colon") + head.preset.title.in_language(w.language)))
    if ctx.currency is not None:
        facts.append((w("currency"), ctx.currency))
    return [*facts, (w("library"), f"servicemodel {library_version()}")]


def _lead(ctx: Context) -> list[str]:
    w = ctx.words
    read, scored = sum(t.read for t in ctx.tables.values()), sum(t.scored for t in ctx.tables.values())
    aside = sum(t.set_aside for t in ctx.tables.values())
    lead = [
        w(
            "overview_lead",
            read=number(read),
            accounted=number(scored + aside),
            scored=number(scored),
            aside=number(aside),
        )
    ]
    (lines,) = ctx.one("SELECT count(*) FROM rejects")
    lead.append(w("overview_rejects", lines=number(lines)) if lines else w("overview_no_rejects"))
    lead += [
        w(
            "overview_days",
            table=w(f"table_{table.kind}"),
            column=column,
            n=number(n),
            whole=number(table.read),
            zone=str(ctx.zone),
        )
        for table in ctx.tables.values()
        for column, n in table.days.items()
    ]
    for kind, column in _BEGINS.items():
        if ctx.as_of is not None and ctx.has(kind, column):
            (after,) = ctx.one(
                f"SELECT count(*) FROM scored_{kind} WHERE {column} > CAST(? AS TIMESTAMPTZ)", ctx.as_of.isoformat()
            )
            if after:
                lead.append(w("overview_after", n=number(after), table=w(f"table_{kind}")))
    return lead


def _overview(ctx: Context) -> list[Grid]:
    w = ctx.words
    rows = [
        (
            w(f"table_{table.kind}"),
            table.origin,
            number(table.read),
            number(table.scored),
            number(table.refused),
            number(table.set_aside),
        )
        for table in ctx.tables.values()
    ]
    header = (w("table"), w("taken_from"), w("rows_read"), w("rows_scored"), w("rows_refused"), w("rows_aside"))
    used = [
        (
            w(f"table_{table.kind}"),
            ", ".join(
                w("column_read", ours=name, theirs=table.theirs[name]) if name in table.theirs else name
                for name in table.columns
            ),
            ", ".join(table.unused) or w("none"),
        )
        for table in ctx.tables.values()
    ]
    grids = [
        Grid(caption=w("overview_caption"), header=header, rows=rows, words=(0, 1)),
        Grid(
            caption=w("columns_caption"),
            header=(w("table"), w("columns_used"), w("columns_unused")),
            rows=used,
            words=(0, 1, 2),
        ),
    ]
    reasons = ctx.rows(
        'SELECT "table", "column", reason, count(*) AS n FROM rejects GROUP BY ALL ORDER BY n DESC, "table", "column", reason'
    )
    if reasons:
        shown = [
            (w(f"table_{kind}"), column or w("whole_row"), reason, number(n))
            for kind, column, reason, n in reasons[:_MOST_REASONS]
        ]
        note = w("rejects_more", shown=_MOST_REASONS, n=number(len(reasons))) if len(reasons) > _MOST_REASONS else ""
        names = (w("table"), w("column"), w("reason"), w("values"))
        grids.append(Grid(caption=w("rejects_caption"), header=names, rows=shown, words=(0, 1, 2), note=note))
    return grids


def _models(ctx: Context) -> Grid:
    w = ctx.words
    rows: list[tuple[str, ...]] = []
    for model in models_used(ctx):
        tables = [f"{table.title.in_language(w.language)} ({table.name}, v{table.version})" for table in model.tables]
        if model.function is perceived_wait:
            tables.append(w("profile_version", name=ANCHORED.name, version=ANCHORED.version))
        cited = dict.fromkeys(citation.source.short for citation in model.citations)
        rows.append(
            (
                f"{model.title.in_language(w.language)} ({model.name})",
                model.equation,
                "; ".join(tables) or w("no_table"),
                model.evidence.in_language(w.language),
                "; ".join(cited),
            )
        )
    if ctx.preset is not None:
        for table in ctx.preset.tables:
            cited = dict.fromkeys(citation.source.short for citation in table.citations)
            name = f"{table.title.in_language(w.language)} ({table.name}, v{table.version})"
            by = table.evidence.in_language(w.language)
            rows.append((ctx.preset.name, w("preset_reads"), name, by, "; ".join(cited)))
    if ctx.has("clocks"):
        clock = (
            w("clock_title"),
            w("clock_rule"),
            w("no_table"),
            Evidence.CONVENTION.in_language(w.language),
            w("none"),
        )
        rows.append(clock)
    rows += _survey_rules(ctx)
    header = (w("model"), w("rule_of_model"), w("table_version"), w("evidence"), w("sources"))
    return Grid(caption=w("tables_caption"), header=header, rows=rows, words=(0, 1, 2, 3, 4))


def _survey_rules(ctx: Context) -> list[tuple[str, ...]]:
    """Return what stands behind the scores of answers, and behind their weights."""
    if not ctx.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'scores'"):
        return []
    w = ctx.words
    rules = [("ratings_title", "survey_rule", Evidence.PUBLISHED, SATISFACTION_PRACTICE)]
    if weighs(ctx):
        rules.append(("weighted", "weight_rule", Evidence.ATTRIBUTED, KISH_1965))
    return [
        (w(title), w(rule), w("no_table"), evidence.in_language(w.language), source.short)
        for title, rule, evidence, source in rules
    ]
