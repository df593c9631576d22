"""Data frames of every engine from the same rows, and their columns back as plain lists."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib.util import find_spec
from typing import Any

import pytest

Columns = Mapping[str, Sequence[Any]]


def _arrow(columns: Columns) -> Any:
    import pyarrow as pa

    def array(values: Sequence[Any]) -> Any:
        present = next((v for v in values if v is not None), None)
        if isinstance(present, datetime):
            return pa.array(values, pa.timestamp("us", "UTC"))
        if isinstance(present, bool) or present is None or isinstance(present, str):
            return pa.array(
                values, pa.bool_() if isinstance(present, bool) else pa.string() if present else pa.float64()
            )
        return pa.array(values, pa.float64())

    return pa.table({name: array(values) for name, values in columns.items()})


def pandas_frame(columns: Columns) -> Any:
    import pandas as pd

    def series(values: Sequence[Any]) -> Any:
        present = next((v for v in values if v is not None), None)
        if isinstance(present, datetime):
            return pd.Series(pd.to_datetime(list(values), utc=True))
        if isinstance(present, bool | str):
            return pd.Series(list(values), dtype=object if None in values or isinstance(present, str) else bool)
        return pd.Series([math.nan if v is None else v for v in values], dtype="float64")

    return pd.DataFrame({name: series(values) for name, values in columns.items()})


def pandas_nullable_frame(columns: Columns) -> Any:
    return _arrow(columns).to_pandas().convert_dtypes()


def pandas_arrow_frame(columns: Columns) -> Any:
    import pandas as pd

    return _arrow(columns).to_pandas(types_mapper=pd.ArrowDtype)


def polars_frame(columns: Columns) -> Any:
    import polars as pl

    frame = pl.from_arrow(_arrow(columns))
    assert isinstance(frame, pl.DataFrame)
    # A NaN beside the nulls: Polars and DuckDB order NaN above every number, where NumPy compares it false.
    floats = [name for name, dtype in frame.schema.items() if dtype.is_float()]
    return frame.with_columns(
        pl.when(pl.int_range(pl.len()) % 2 == 0)
        .then(pl.col(name))
        .otherwise(pl.col(name).fill_null(math.nan))
        .alias(name)
        for name in floats
    )


def polars_lazy_frame(columns: Columns) -> Any:
    return polars_frame(columns).lazy()


def arrow_table(columns: Columns) -> Any:
    return _arrow(columns)


def duckdb_relation(columns: Columns) -> Any:
    import duckdb

    connection = duckdb.connect()
    connection.register("rows", _arrow(columns))
    connection.execute("create table kept as select * from rows")
    return connection.table("kept")


_ENGINES: dict[Callable[[Columns], Any], tuple[str, ...]] = {
    pandas_frame: ("narwhals", "pandas"),
    pandas_nullable_frame: ("narwhals", "pandas", "pyarrow"),
    pandas_arrow_frame: ("narwhals", "pandas", "pyarrow"),
    polars_frame: ("narwhals", "polars", "pyarrow"),
    polars_lazy_frame: ("narwhals", "polars", "pyarrow"),
    arrow_table: ("narwhals", "pyarrow"),
    duckdb_relation: ("narwhals", "duckdb", "pyarrow"),
}

#: One parameter per engine; those whose packages are not installed are skipped (``.ci/run`` installs all).
ENGINES = [
    pytest.param(
        make,
        id=make.__name__,
        marks=pytest.mark.skipif(
            any(find_spec(package) is None for package in packages), reason=f"needs {', '.join(packages)}"
        ),
    )
    for make, packages in _ENGINES.items()
]


def column(frame: Any, name: str) -> list[Any]:
    """Return a column as a list in which every kind of missing is ``None``."""
    if hasattr(frame, "collect"):
        frame = frame.collect()
    if type(frame).__module__.startswith(("duckdb", "_duckdb")):
        values = [row[0] for row in frame.project(f'"{name}"').fetchall()]
    elif hasattr(frame[name], "to_pylist"):
        values = frame[name].to_pylist()
    else:
        values = frame[name].to_list()
    return [None if _absent(value) else value for value in values]


def _absent(value: Any) -> bool:
    return (
        value is None
        or type(value).__name__ in {"NAType", "NaTType"}
        or (isinstance(value, float) and math.isnan(value))
    )
