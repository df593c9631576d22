"""A model's answer as a column, and the rows it refuses."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import narwhals as nw

from servicemodel.arguments import Category, Conditions, Flag, Instant, Quantity
from servicemodel.catalogue import model_of
from servicemodel.errors import ServiceModelError
from servicemodel.evaluate import expressions
from servicemodel.model import Model

Frame = TypeVar("Frame")


def score(
    frame: Frame,
    model: Callable[..., Any] | Model | str,
    /,
    *,
    name: str | None = None,
    versions: str | None = None,
    **columns: Any,
) -> Frame:
    """Add a model's answer to a frame as a column.

    Parameters
    ----------
    frame : data frame
        pandas, Polars (eager or lazy), PyArrow table, DuckDB relation, or another that Narwhals reads.
    model : function, Model or str
        The model, as its function, such as ``satisfaction_state``, its record or its name.
    name : str, optional
        Name of the new column; the model's name if left out.
    versions : str, optional
        Name of a second column, which says in every row which tables in which version the answer was made with, such
        as ``"waiting_rules 1"``. Left out if not named.
    **columns
        For each argument of the model the **name of a column**, or a constant: a number, a label, an aware datetime.
        A string is always the name of a column. For a mapping of conditions, column names as its values. Options
        such as ``table=`` and ``scale=`` are passed on.

    Returns
    -------
    data frame of the same kind
        Categories are strings; rows with missing or refused values have null (see :func:`rejects`).

    Raises
    ------
    ServiceModelError
        If a column is absent or of the wrong type, the new name is taken, or the model has no form for columns.
    TypeError
        If an argument is unknown to the model.

    Examples
    --------
    >>> import pandas as pd
    >>> from servicemodel import satisfaction_state
    >>> visits = pd.DataFrame({"rating": [4, 5, 6], "expected": [5, 5, 5]})
    >>> score(visits, satisfaction_state, performance="rating", expectation="expected")["satisfaction_state"].to_list()
    ['dissatisfied', 'satisfied', 'delighted']
    """
    record = model_of(model)
    wrapped = wrap(frame)
    schema = wrapped.collect_schema()
    column = name or record.name
    for option, new in (("name", column), ("versions", versions)):
        if new in schema or (option == "versions" and new == column):
            msg = f"the frame already has a column {new!r}; choose another with {option}="
            raise ServiceModelError(msg)
    answer = record.function(**_given(record, wrapped, schema, columns))
    if not isinstance(answer, nw.Expr):  # every argument is a constant
        answer = nw.lit(getattr(answer, "value", answer))
    added = [answer.alias(column)]
    if versions is not None:
        added.append(nw.lit(_versions(record, columns)).alias(versions))
    return wrapped.with_columns(*added).to_native()  # type: ignore[no-any-return]


def _versions(record: Model, given: Mapping[str, Any]) -> str:
    """Say which tables in which version an answer is made with: the user's own, or those the model comes with."""
    bound = inspect.signature(record.function).bind(**given)
    bound.apply_defaults()
    options = [bound.arguments[name] for name in bound.arguments if name not in record.by_name]
    tables = [table for option in options for table in (getattr(option, "rules", None), option)]
    used: Sequence[Any] = [table for table in tables if hasattr(table, "version")] or record.tables
    return "; ".join(f"{table.name} {table.version}" for table in used)


def rejects(frame: Frame, model: Callable[..., Any] | Model | str, /, *, name: str = "reason", **columns: Any) -> Frame:
    """List the rows that a model refuses, with the reasons; a row that merely lacks a value is not refused.

    Parameters
    ----------
    frame, model, **columns
        As for :func:`score`; columns may be left out, and those given are judged.
    name : str, default "reason"
        Name of the column of reasons; a row that is refused for several has them joined by ``"; "``.

    Returns
    -------
    data frame of the same kind
        The refused rows, all columns kept, with the reasons added.

    Raises
    ------
    ServiceModelError, TypeError
        As for :func:`score`.

    Examples
    --------
    >>> import pandas as pd
    >>> from servicemodel import perceived_wait
    >>> waits = pd.DataFrame({"visit": ["a", "b", "c"], "minutes": [3.0, -1.0, None]})
    >>> rejects(waits, perceived_wait, minutes="minutes")[["visit", "reason"]].to_dict("records")
    [{'visit': 'b', 'reason': 'minutes must be a finite number at least 0 [minutes]'}]
    """
    record = model_of(model)
    wrapped = wrap(frame)
    schema = wrapped.collect_schema()
    if name in schema:
        msg = f"the frame already has a column {name!r}; choose another with name="
        raise ServiceModelError(msg)
    given = _given(record, wrapped, schema, columns)
    signature = inspect.signature(record.function)
    signature.bind_partial(**given)  # refuses a name that the model does not know
    if record.by_name.keys() - record.defaults.keys() <= given.keys():
        record.function(**given)  # refuses a wrong option
    if given.get("scale") is not None:
        record = record.on_scale(given["scale"])
    reasons = expressions.reasons(record, {key: given[key] for key in record.by_name if given.get(key) is not None})
    if not reasons:
        return wrapped.head(0).with_columns(nw.lit("").alias(name)).to_native()  # type: ignore[no-any-return]
    words = nw.concat_str(
        [nw.when(refused).then(nw.lit(reason)) for refused, reason in reasons], separator="; ", ignore_nulls=True
    )
    return wrapped.with_columns(words.alias(name)).filter(nw.col(name) != "").to_native()  # type: ignore[no-any-return]


def wrap(frame: Any) -> Any:
    """Return a native frame as Narwhals holds it."""
    try:
        return nw.from_native(frame)
    except TypeError as error:
        msg = f"{type(frame).__module__}.{type(frame).__qualname__} is not a data frame that Narwhals reads"
        raise TypeError(msg) from error


def _given(record: Model, wrapped: Any, schema: Mapping[str, Any], columns: Mapping[str, Any]) -> dict[str, Any]:
    """Turn names of columns into expressions after checking that the columns exist and fit."""
    if not record.columns:
        msg = f"{record.name} answers one case at a time and has no form for columns"
        raise ServiceModelError(msg)
    given: dict[str, Any] = {}
    for key, value in columns.items():
        argument = record.by_name.get(key)
        if argument is None:
            given[key] = value  # an option; the function refuses what it does not know
        elif isinstance(value, Mapping):
            given[key] = {
                flag: _column(f"{key}[{flag!r}]", column, schema, argument) if isinstance(column, str) else column
                for flag, column in value.items()
            }
        elif type(value) is str:  # a label is a string too, but a constant
            given[key] = _column(key, value, schema, argument)
            if isinstance(argument, Instant):
                given[key] = _in_utc(given[key], wrapped, schema[value])
        else:
            given[key] = value
    return given


def _in_utc(column: Any, wrapped: Any, dtype: Any) -> Any:
    """Turn instants to UTC on engines whose zoned types differ by zone and then do not compare; SQL has one type."""
    engine = wrapped.implementation
    by_zone = engine.is_polars() or engine.is_pyarrow() or engine.is_pandas_like()
    named = isinstance(dtype, nw.Datetime) and dtype.time_zone != "UTC"
    return column.dt.convert_time_zone("UTC") if by_zone and named else column


def _constant(argument: Any, value: str) -> str:
    """Say how to write a label that was given as text, which names a column."""
    for label in argument.labels if isinstance(argument, Category) else ():
        if label.value == value:
            return f"; for the constant write {type(label).__name__}.{label.name}"
    return ""


def _column(key: str, name: str, schema: Mapping[str, Any], argument: Any) -> Any:
    if name not in schema:
        constant = _constant(argument, name)
        msg = f"{key}: the frame has no column {name!r}; it has {', '.join(map(repr, schema))}{constant}"
        raise ServiceModelError(msg)
    dtype = schema[name]
    fits = {
        Quantity: dtype.is_numeric,
        Category: lambda: dtype in (nw.String, nw.Categorical, nw.Enum),
        Flag: lambda: dtype == nw.Boolean,
        Conditions: lambda: dtype == nw.Boolean,
        Instant: lambda: isinstance(dtype, nw.Datetime) and dtype.time_zone is not None,
    }[type(argument)]
    if dtype not in (nw.Unknown, nw.Object) and not fits():  # what an engine cannot name it must be trusted with
        needed = {
            Quantity: "numbers",
            Category: "strings",
            Flag: "booleans",
            Conditions: "booleans, one column per condition",
            Instant: "datetimes with a time zone (localise them first; a naive time is not an instant)",
        }[type(argument)]
        msg = f"{key}: column {name!r} holds {dtype}; needed are {needed}"
        raise ServiceModelError(msg)
    return nw.col(name)
