"""How scores are shown: a number with its interval, its answers and its missing ones, without and with weights."""

from __future__ import annotations

from collections.abc import Sequence

from servicemodel.report.context import Context, number
from servicemodel.report.tallies import Index, Scored, weighs
from servicemodel.survey import Score

_FIGURES = {
    "value": "DOUBLE",
    "n": "BIGINT",
    "missing": "BIGINT",
    "effective_n": "DOUBLE",
    "standard_error": "DOUBLE",
    "low": "DOUBLE",
    "high": "DOUBLE",
}
_DASH = "–"


def shown(index: Index, value: float | None, places: int = 2) -> str:
    """Write a value: a share in per cent, a net promoter score times 100, a mean in points."""
    if value is None:
        return _DASH
    if index.key == "mean":
        return number(value, places)
    return number(100 * value, 2) + ("" if index.key == "nps" else "%")


def interval(index: Index, score: Score, places: int = 2) -> str:
    """Write the interval of a score."""
    if score.low is None:
        return _DASH
    return f"{shown(index, score.low, places)} … {shown(index, score.high, places)}"


def cells(scored: Scored, *, places: int = 2) -> tuple[str, ...]:
    """Return what stands behind a measure in a table; see :func:`header`."""
    row: tuple[str, ...] = ()
    for score in (scored.plain, scored.weighted):
        if score is not None:
            value, span = shown(scored.index, score.value, places), interval(scored.index, score, places)
            row += (number(score.n), number(score.missing), value, span)
    return row


def header(ctx: Context) -> tuple[str, ...]:
    """Return the header of :func:`cells`."""
    w = ctx.words
    plain = ("n", w("missing"), w("unweighted"), w("interval"))
    return plain + (("n", w("missing"), w("weighted"), w("interval")) if weighs(ctx) else ())


def write_scores(ctx: Context, scored: Sequence[Scored]) -> None:
    """Write scores in full into the table ``scores``, behind those that are there."""
    ctx.connection.execute(
        "CREATE TABLE IF NOT EXISTS scores (place BIGINT, question VARCHAR, title VARCHAR, measure VARCHAR,"
        f" weighted BOOLEAN, {', '.join(f'{name} {kind}' for name, kind in _FIGURES.items())})"
    )
    (place,) = ctx.one("SELECT count(*) FROM scores")
    for one in scored:
        for score in (one.plain, one.weighted):
            if score is not None:
                place += 1
                figures = [getattr(score, name) for name in _FIGURES]
                title = one.index.title.in_language(ctx.words.language)
                row = [place, one.index.column, title, one.index.key, score.weighted, *figures]
                ctx.connection.execute(f"INSERT INTO scores VALUES ({', '.join('?' * len(row))})", row)
