"""The main job: from a source to a folder with the page, the scored tables and the rejects."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import duckdb

from servicemodel.clock import ServiceClock
from servicemodel.errors import ReportError
from servicemodel.labels import check_language
from servicemodel.report import instants
from servicemodel.report.blocks import Section
from servicemodel.report.clocks import CASE_COLUMNS, fold_cases
from servicemodel.report.context import Context
from servicemodel.report.match import quoted
from servicemodel.report.page import Head, page
from servicemodel.report.presets import Preset, preset_of
from servicemodel.report.questions import check_answerable, questions_of
from servicemodel.report.read import connect, load
from servicemodel.report.score import score
from servicemodel.report.sections import SECTIONS
from servicemodel.report.stage import Staged, reject_later, stage
from servicemodel.report.steps import add_state, lay_out_steps
from servicemodel.report.words import Words
from servicemodel.report.write import replacing, write_summary, write_tables
from servicemodel.survey import Scale

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: Columns of instants that were observed; a promise is none.
_OBSERVED: Mapping[str, tuple[str, ...]] = {
    "customers": (),
    "accounts": ("last_contact_at",),
    "encounters": ("started_at", "ended_at", "completed_at"),
    "complaints": ("received_at", "resolved_at"),
    "events": ("at",),
}


@attrs.frozen(kw_only=True)
class Report:
    """What was made.

    Attributes
    ----------
    folder, index : Path
        Where it is; ``index`` is the page.
    as_of : datetime or None
        The instant it counts from, in UTC; ``None`` where the data hold none and none was given.
    tables : tuple of Staged
        Each table with its counts of rows: read, scored, set aside, with a refused value.
    refused_values : int
        Lines of ``rejects.csv``.
    sections, absent : tuple of str
        The sections of the page, and those left out for want of data.
    """

    folder: Path
    index: Path
    as_of: datetime | None
    tables: tuple[Staged, ...]
    refused_values: int
    sections: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def rows_read(self) -> int:
        """Rows of all tables of the source; each was scored or set aside."""
        return sum(table.read for table in self.tables)


def _quiet(_: str) -> None:
    """Tell nobody."""


def make_report(
    source: str | Path,
    out: str | Path,
    *,
    preset: str | Preset | None = None,
    language: str = "en",
    as_of: datetime | str | None = None,
    time_zone: str | None = None,
    currency: str | None = None,
    clock: ServiceClock | None = None,
    scale: Scale | None = None,
    simulated: bool = False,
    title: str | None = None,
    progress: Callable[[str], None] = _quiet,
) -> Report:
    """Score the records of a source and write the report.

    Parameters
    ----------
    source : path
        A CSV, gzip CSV, Parquet or DuckDB file, or a folder with any of customers, accounts, encounters, complaints
        and events (``.csv``, ``.csv.gz``, ``.parquet``).
    out : path
        The folder to write. It must not exist, be empty, or hold an earlier report, which is then replaced.
    preset : str or Preset, optional
        A publication whose columns are known, such as ``"boston311"``, or one of your own.
    language : {"en", "zh"}
    as_of : datetime or ISO text, optional
        The instant to count from; by default the latest that was observed in the data.
    time_zone : str, optional
        Zone of instants that are written without an offset, and of those on the page.
    currency : str, optional
        ISO 4217 code of amounts that name none.
    clock : ServiceClock, optional
        What the cases of a table of events are judged by: a calendar and a policy.
    scale : Scale, optional
        What performance, what was expected of it and the columns ``rating_…`` of encounters are given on, higher being
        better, with the codes that are no answer. Without it they are not read as answers of a survey.
    simulated : bool, default False
        Mark the page as made from simulated data.
    title : str, optional
        What the page is about; the name of the source if left out.
    progress : callable, optional
        Told what is being done.

    Returns
    -------
    Report

    Raises
    ------
    ReportError
        If the source cannot be read, an option is wrong or the folder is not to be written. Nothing is written then.
    TypeError
        If ``clock`` is no clock or ``scale`` no scale.
    """
    words = Words(check_language(language))
    known = None if preset is None else preset_of(preset)
    zone_name = time_zone or (None if known is None else known.zone)
    zone = None if zone_name is None else instants.zone_of(zone_name)
    if currency is not None and re.fullmatch(r"[A-Z]{3}", currency) is None:
        msg = f"--currency: {currency!r} is not a code of three capital letters, such as CNY"
        raise ReportError(msg)
    if clock is not None and not isinstance(clock, ServiceClock):
        msg = f"clock must be a ServiceClock; got {type(clock).__qualname__}"
        raise TypeError(msg)
    if scale is not None:
        check_answerable(scale)
    given = _given(as_of, zone)
    with replacing(Path(out)) as folder, connect() as connection:
        ctx = _scored(
            connection,
            Path(source),
            preset=known,
            words=words,
            zone=zone,
            given=given,
            currency=currency,
            clock=clock,
            scale=scale,
            progress=progress,
        )
        progress("writing")
        parts = [section(ctx) for section in SECTIONS]
        report = Report(
            folder=Path(out),
            index=Path(out) / "index.html",
            as_of=ctx.as_of,
            tables=tuple(ctx.tables.values()),
            refused_values=ctx.one("SELECT count(*) FROM rejects")[0],
            sections=tuple(part.key for part in parts if isinstance(part, Section)),
            absent=tuple(part.key for part in parts if not isinstance(part, Section)),
        )
        head = Head(
            source=title or Path(source).resolve().name,
            preset=known,
            zone_known=zone is not None,
            as_of_given=given is not None,
            simulated=simulated,
        )
        files = write_tables(ctx, folder)
        (folder / "index.html").write_text(page(ctx, parts, head, files), encoding="utf-8")
        write_summary(ctx, report, folder, simulated=simulated)
    return report


def _given(as_of: datetime | str | None, zone: ZoneInfo | None) -> datetime | None:
    if as_of is None:
        return None
    return instants.instant_of(as_of.isoformat() if isinstance(as_of, datetime) else as_of, zone)


def _scored(
    connection: duckdb.DuckDBPyConnection,
    source: Path,
    *,
    preset: Preset | None,
    words: Words,
    zone: ZoneInfo | None,
    given: datetime | None,
    currency: str | None,
    clock: ServiceClock | None,
    scale: Scale | None,
    progress: Callable[[str], None],
) -> Context:
    """Load, type and score every table."""
    progress("reading")
    raw_tables = load(connection, source, preset, words)
    progress("scoring")
    tables = {raw.kind: stage(connection, raw, zone, words, questions_of(raw, preset, scale)) for raw in raw_tables}
    step = None
    if "complaints" in tables:
        tables["complaints"], step = lay_out_steps(connection, tables["complaints"], words)
    as_of = given or _latest(connection, tables, step)
    if "complaints" in tables and as_of is not None:
        tables["complaints"] = add_state(connection, tables["complaints"], as_of)
    if "accounts" in tables:  # a contact to come is no contact yet; every other later instant has a meaning of its own
        tables["accounts"] = reject_later(connection, tables["accounts"], "last_contact_at", as_of, words)
    folded = {}
    if "events" in tables and clock is not None and as_of is not None:
        tables["events"] = fold_cases(connection, tables["events"], clock, as_of, words)
        folded = {"clocks": CASE_COLUMNS}
    columns = {kind: score(connection, table, as_of) for kind, table in tables.items()} | folded
    return Context(
        connection=connection,
        words=words,
        as_of=as_of,
        zone=zone or ZoneInfo("UTC"),
        currency=currency,
        tables=tables,
        columns=columns,
        preset=preset,
        clock=clock,
    )


def _latest(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Staged], step: int | None) -> datetime | None:
    """Return the latest instant that was observed, the last step of a complaint among them."""
    found = [] if step is None else [step]
    for kind, table in tables.items():
        for column in _OBSERVED[kind]:
            if column in table.columns:
                rows = connection.execute(f"SELECT epoch_us(max({quoted(column)})) FROM {kind}").fetchall()
                found += [latest for (latest,) in rows if latest is not None]
    return _EPOCH + timedelta(microseconds=max(found)) if found else None
