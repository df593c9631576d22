"""The command line: ``servicemodel report`` and ``servicemodel demo``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from servicemodel.errors import ServiceModelError
from servicemodel.report.demo import make_demo
from servicemodel.report.make import make_report
from servicemodel.report.presets import PRESETS
from servicemodel.report.questions import scale_of
from servicemodel.report.terms import HOURS_FORM, TARGET_FORM, clock_of
from servicemodel.report.versions import library_version

_BAD_INPUT = 2
T = TypeVar("T")


@click.group()
@click.version_option(library_version(), prog_name="servicemodel")
def main() -> None:
    """Models of customer service, applied to records."""


@main.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder to write; an earlier report is replaced."
)
@click.option("--preset", type=click.Choice(list(PRESETS)), help="Whose columns these are.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.option("--as-of", metavar="INSTANT", help="Count from here; by default the latest instant observed in the data.")
@click.option("--time-zone", metavar="ZONE", help="Where local times are, such as Asia/Shanghai.")
@click.option("--currency", metavar="CODE", help="Currency of amounts that name none, such as CNY.")
@click.option("--scale", metavar="LOW-HIGH", help="What ratings are given on, higher being better, such as 1-5.")
@click.option("--no-answer", metavar="CODES", help="Codes in ratings that are no answer, such as 0,6,Blank.")
@click.option("--hours", metavar="HOURS", help=f"When time counts for the clock: {HOURS_FORM}.")
@click.option("--target", metavar="TIME", help=f"Open time in which a case is to be done: {TARGET_FORM}.")
@click.option("--holidays", metavar="COUNTRY", help="Whose holidays do not count, such as DE or DE-BY.")
def report(
    *,
    source: Path,
    out: Path,
    preset: str | None,
    language: str,
    as_of: str | None,
    time_zone: str | None,
    currency: str | None,
    scale: str | None,
    no_answer: str | None,
    hours: str | None,
    target: str | None,
    holidays: str | None,
) -> None:
    """Score the records of SOURCE and write a page, the scored tables and the rejects.

    SOURCE is a CSV, CSV.gz, Parquet or DuckDB file, or a folder with any of customers, accounts, encounters,
    complaints and events (.csv, .csv.gz, .parquet).
    """
    made = _plainly(
        lambda: make_report(
            source,
            out,
            preset=preset,
            language=language,
            as_of=as_of,
            time_zone=time_zone,
            currency=currency,
            clock=clock_of(
                hours=hours,
                target=target,
                holidays=holidays,
                zone=time_zone or (PRESETS[preset].zone if preset else None),
            ),
            scale=scale_of(scale, no_answer),
            progress=_progress,
        )
    )
    for table in made.tables:
        click.echo(
            f"{table.origin} taken for {table.kind}: {table.read:,} rows read, {table.scored:,} scored,"
            f" {table.set_aside:,} set aside, {table.refused:,} with a refused value"
        )
    click.echo(f"report: {made.index}")


@main.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write.")
def demo(out: Path) -> None:
    """Write the report of a simulated car dealer in English and Chinese."""
    for language, index in _plainly(lambda: make_demo(out, progress=_progress)).items():
        click.echo(f"simulated report ({language}): {index}")


def _progress(step: str) -> None:
    """Say what is being done, to a terminal only."""
    if _on_terminal():
        click.echo(f"{step} …", err=True)


def _on_terminal() -> bool:
    return sys.stderr.isatty()


def _plainly(job: Callable[[], T]) -> T:
    """Run a job; a mistake in its input ends the program with one line and code 2."""
    try:
        return job()
    except (ServiceModelError, OSError) as error:
        click.echo(f"servicemodel: {error}", err=True)
        sys.exit(_BAD_INPUT)
