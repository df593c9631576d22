"""What matrices of two halves by two halves share: the check of a table of the user's own, and a reason in words."""

from __future__ import annotations

from typing import Any

from servicemodel.errors import TableError
from servicemodel.labels import Label, Text
from servicemodel.tables.matrix import Matrix, axis_labels


def check_alike(table: Any, model: Matrix) -> None:
    """Refuse a table that could not answer in the place of ``model``.

    Raises
    ------
    TypeError
        If it is not a Matrix.
    TableError
        If it has other axes, or its cells hold other labels.
    """
    if not isinstance(table, Matrix):
        raise TypeError(f"table must be a Matrix; got {type(table).__qualname__}")
    if table.rows is not model.rows or table.columns is not model.columns:
        rows, columns = (getattr(axis, "__name__", axis) for axis in (model.rows, model.columns))
        raise TableError(f"table {table.name!r} must have rows of {rows} and columns of {columns}")
    wanted = type(model.answers[0][0])
    if not isinstance(table.answers[0][0], wanted):
        raise TableError(f"the cells of table {table.name!r} must hold members of {wanted.__name__}")


def quadrant_reason(table: Matrix, row: float, column: float, threshold: float) -> Text:
    """Say which half each of two scores falls into, and what is advised where these meet."""
    places = [
        (title, score, _half(axis_labels(axis), score, threshold))
        for title, score, axis in ((table.row_title, row, table.rows), (table.column_title, column, table.columns))
    ]
    strategy = table.cell_of(places[0][2], places[1][2]).strategy
    english = [
        f"{title.en} {score:g} is {half.en} ({_side(score, threshold, 'en')} {threshold:g})"
        for title, score, half in places
    ]
    chinese = [
        f"{title.zh} {score:g} 为{half.zh}（{_side(score, threshold, 'zh')} {threshold:g}）"
        for title, score, half in places
    ]
    return Text(
        " and ".join(english) + (f": {strategy.en}" if strategy else ""),
        "，".join(chinese) + (f"：{strategy.zh}" if strategy else ""),
    )


def _half(labels: tuple[Label, ...], score: float, threshold: float) -> Label:
    return labels[int(score >= threshold)]


def _side(score: float, threshold: float, language: str) -> str:
    return (_AT_LEAST if score >= threshold else _BELOW).in_language(language)


_AT_LEAST = Text("at least", "不低于")
_BELOW = Text("below", "低于")
