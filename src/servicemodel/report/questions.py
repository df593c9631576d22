"""The questions of a survey: which columns of encounters are answers, and on which scale."""

from __future__ import annotations

import re

import attrs
import duckdb

from servicemodel.errors import ReportError, ServiceModelError
from servicemodel.labels import Text
from servicemodel.report.kinds import RATING
from servicemodel.report.match import Raw, quoted, text
from servicemodel.report.presets import Preset
from servicemodel.survey import ZERO_TO_TEN, Direction, Scale

#: The columns that are answered on the scale of performance.
_RATED = ("performance", "expected", "adequate", "desired")
_NUMBER = r"([+-]?\d+(?:\.\d+)?)"
_SCALE = re.compile(rf"{_NUMBER}\s*-\s*{_NUMBER}")

SCALE_FORM = "'1-5'"
OVERALL = Text("overall", "总体")
RECOMMEND = Text("likelihood to recommend", "推荐可能性")


@attrs.frozen(kw_only=True)
class Question:
    """A column of answers.

    Attributes
    ----------
    column : str
    title : Text
        What was rated.
    scale : Scale
    """

    column: str
    title: Text
    scale: Scale


def questions_of(raw: Raw, preset: Preset | None, scale: Scale | None) -> tuple[Question, ...]:
    """Return the columns of a table that are answers, with their scales: a preset's own, or the one given.

    Raises
    ------
    ReportError
        If a scale is given for columns of which the preset knows it.
    """
    if raw.kind != "encounters":
        return ()
    readings = preset.columns if preset is not None and preset.kind == raw.kind else {}
    questions = []
    for column in raw.columns:
        reading = readings.get(column)
        known = None if reading is None else reading.scale
        title = _title(column) if reading is None or reading.title is None else reading.title
        if known is None and column == "recommend":
            known = ZERO_TO_TEN
        if column in _RATED or column.startswith(RATING):
            if known is not None and scale is not None and preset is not None:
                msg = f"--scale: {preset.name} says itself on which scale was answered; leave it out"
                raise ReportError(msg)
            known = known or scale
        if known is not None:
            questions.append(Question(column=column, title=title, scale=known))
    return tuple(questions)


def _title(column: str) -> Text:
    """Return what a column of ours without a title of its own asks for."""
    if column == "recommend":
        return RECOMMEND
    if not column.startswith(RATING):
        return OVERALL
    name = column.removeprefix(RATING).replace("_", " ").strip() or column
    return Text(name, name)


def check_answerable(scale: Scale) -> Scale:
    """Return a scale on which performance can be given.

    Raises
    ------
    ReportError
        If lower is better on it: performance above expectation would then be bad.
    TypeError
        If it is no scale.
    """
    if not isinstance(scale, Scale):
        msg = f"scale must be a Scale, such as FIVE_POINT; got {type(scale).__qualname__}"
        raise TypeError(msg)
    if scale.direction is Direction.LOWER_IS_BETTER:
        msg = f"scale {scale.name!r}: of performance, higher is better; turn the answers round first (Scale.reverse)"
        raise ReportError(msg)
    return scale


def scale_of(scale: str | None, no_answer: str | None) -> Scale | None:
    """Return the scale that the options describe; none where none is given.

    Raises
    ------
    ReportError
        If an option is wrong, or codes are given without a scale.
    """
    if scale is None:
        if no_answer is not None:
            msg = f"--no-answer: say with --scale which numbers are answers, as in --scale {SCALE_FORM}"
            raise ReportError(msg)
        return None
    found = _SCALE.fullmatch(scale.strip())
    if found is None:
        msg = f"--scale: {scale!r} cannot be read; write the lowest and the highest answer, {SCALE_FORM}"
        raise ReportError(msg)
    low, high = map(float, found.groups())
    title = Text(f"scale from {low:g} to {high:g}", f"{low:g} 至 {high:g} 分量表")
    codes = [] if no_answer is None else [code.strip() for code in no_answer.split(",") if code.strip()]
    try:
        return Scale(name="scale", title=title, low=low, high=high, missing=[_code(code) for code in codes])
    except ServiceModelError as error:
        msg = f"--scale: {error}"
        raise ReportError(msg) from error


def _code(code: str) -> float | str:
    try:
        return float(code)
    except ValueError:
        return code


def empty_codes(connection: duckdb.DuckDBPyConnection, kind: str, questions: tuple[Question, ...]) -> None:
    """Make the codes that stand for no answer missing in the text of a table, before it is read as numbers."""
    emptied = []
    for question in questions:
        name = quoted(question.column)
        codes = [
            f"lower({name}) = {text(code.casefold())}"
            if isinstance(code, str)
            else f"coalesce(try_cast({name} AS DOUBLE) = CAST('{float(code)}' AS DOUBLE), false)"
            for code in question.scale.missing
        ]
        if codes:
            emptied.append(f"CASE WHEN {' OR '.join(codes)} THEN NULL ELSE {name} END AS {name}")
    if emptied:
        connection.execute(
            f"CREATE OR REPLACE TABLE raw_{kind} AS SELECT * REPLACE ({', '.join(emptied)}) FROM raw_{kind} ORDER BY row"
        )
