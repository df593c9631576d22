"""An index of answers by group, computed by the engine of the frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.frames.score import wrap
from servicemodel.survey.measure import MEASURES, Measure
from servicemodel.survey.score import Score
from servicemodel.survey.tally import Tally

_WEIGHT = "a finite number at least 0 [survey weight]"

#: Columns of the answer that every index has, beside the groups' counts.
_FIGURES = ("value", "n", "missing", "effective_n", "standard_error", "low", "high")


def summarise(
    frame: Any,
    index: Callable[..., Score],
    /,
    *,
    answers: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    confidence: float = 0.95,
    **options: Any,
) -> Any:
    """Return an index of answers for each group of rows.

    Parameters
    ----------
    frame : data frame
        pandas, Polars (eager or lazy), PyArrow table, DuckDB relation, or another that Narwhals reads.
    index : function
        ``nps``, ``csat``, ``dsat``, ``ces`` or ``mean_score``.
    answers : str
        Column of answers, of numbers or of numbers as text; null, NaN and the scale's missing codes are no answer.
    by : str or sequence of str
        Columns that make the groups; one group of all rows if left out.
    weight : str, optional
        Column of survey weights.
    confidence : float, default 0.95 [share]
    **options
        What the index takes besides, such as ``scale=`` and ``boxes=``.

    Returns
    -------
    data frame of the same kind
        A row a group, in the order of the groups, with its ``value``, ``n``, ``missing``, ``effective_n``,
        ``standard_error``, ``low`` and ``high``, and a column ``n_…`` for each kind of answer. It is computed at once: of
        a lazy Polars frame it is an eager one, of a DuckDB relation a PyArrow table.

    Raises
    ------
    DomainError
        If an answer is neither on the scale nor a missing code, or a weight is negative.
    ServiceModelError
        If a column is absent, or its name is one of the answer's.
    TypeError
        If the function is no index, or does not know an option.

    Notes
    -----
    Rows are counted and added up by the engine, in one pass; only sums come out of it. They are the sums that the
    function itself would take of the arrays, so both give the same figures.

    Examples
    --------
    >>> import pandas as pd
    >>> from servicemodel.survey import nps
    >>> asked = pd.DataFrame({"shop": ["north", "north", "south"], "recommend": [9, 6, 10]})
    >>> summarise(asked, nps, answers="recommend", by="shop")[["shop", "value", "n"]].to_dict("records")
    [{'shop': 'north', 'value': 0.0, 'n': 2}, {'shop': 'south', 'value': 1.0, 'n': 1}]
    """
    if index not in MEASURES:
        names = ", ".join(sorted(function.__name__ for function in MEASURES))
        msg = f"{getattr(index, '__name__', index)!r} is no index of one column of answers; there are {names}"
        raise TypeError(msg)
    measure = MEASURES[index](**options)
    keys = [by] if isinstance(by, str) else list(by)
    wrapped = wrap(frame)
    _check_columns(wrapped.collect_schema(), [*keys, answers, *([] if weight is None else [weight])], keys, measure)
    sums, called = _sums(wrapped, measure, answers, weight, keys)
    columns = sums.to_dict(as_series=False)
    size = len(columns[called["rows"]])
    rows = [{key: columns[name][row] or 0 for key, name in called.items()} for row in range(size)]
    _refuse_strays(rows, answers, weight, measure)
    scores = [
        measure.of_tally(_tally(row, measure), weighted=weight is not None, confidence=confidence) for row in rows
    ]
    return nw.from_dict(
        {key: columns[key] for key in keys} | _columns(scores, measure), backend=sums.implementation
    ).to_native()


def _check_columns(schema: Mapping[str, Any], used: Iterable[str], keys: list[str], measure: Measure) -> None:
    for name in used:
        if name not in schema:
            msg = f"the frame has no column {name!r}; it has {', '.join(map(repr, schema))}"
            raise ServiceModelError(msg)
    for key in keys:
        if key in {*_FIGURES, *(_count_name(label) for label in measure.groups.labels)}:
            msg = f"by: the name {key!r} is one of the answer's own; rename the column first"
            raise ServiceModelError(msg)


def _sums(
    wrapped: Any, measure: Measure, answers: str, weight: str | None, keys: list[str]
) -> tuple[Any, dict[str, str]]:
    """Return counts and sums by group, and how each is called there."""
    scale, schema = measure.scale, wrapped.collect_schema()
    x = nw.col(answers)
    words = [code for code in scale.missing if isinstance(code, str)]
    if schema[answers] in (nw.String, nw.Categorical, nw.Enum):
        x = nw.when(~x.cast(nw.String).is_in(words)).then(x.cast(nw.String)) if words else x.cast(nw.String)
    number = x.cast(nw.Float64)
    codes = [float(code) for code in scale.missing if not isinstance(code, str)]
    there = ~number.is_null() & ~number.is_nan()
    if codes:
        there = there & ~number.is_in(codes)
    on_scale = (number >= scale.low) & (number <= scale.high)
    if scale.whole:
        on_scale = on_scale & (number == number.floor())
    w = nw.lit(1.0) if weight is None else nw.col(weight).cast(nw.Float64)
    heavy = there if weight is None else there & ~w.is_null() & ~w.is_nan()
    stray_weight = None if weight is None else ~w.is_null() & ~w.is_nan() & ~((w >= 0) & (w < float("inf")))
    off = number - measure.origin

    def flag(condition: Any) -> Any:
        return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))

    def amount(condition: Any, value: Any) -> Any:
        return nw.when(condition).then(value).otherwise(nw.lit(0.0))

    wanted = {
        "rows": flag(nw.lit(value=True)),
        "stray": flag(there & ~on_scale),
        "stray_weight": nw.lit(0) if stray_weight is None else flag(stray_weight),
        "weight": amount(heavy, w),
        "weight_squares": amount(heavy, w * w),
        "total": amount(heavy, w * off),
        "squares": amount(heavy, w * off * off),
    }
    place = sum((flag(number >= edge if upper else number > edge) for edge, upper in measure.groups.edges), nw.lit(0))
    for group in range(len(measure.groups.rows)):
        mine = heavy & (place == group)
        wanted |= {f"n_{group}": flag(mine), f"w_{group}": amount(mine, w)}
    names = {key: f"servicemodel_{key}" for key in wanted}
    computed = wrapped.select(*map(nw.col, keys), *(expression.alias(names[key]) for key, expression in wanted.items()))
    totals = [nw.col(name).sum() for name in names.values()]
    sums = computed.group_by(keys).agg(*totals).sort(*keys, nulls_last=True) if keys else computed.select(*totals)
    return (sums.collect() if isinstance(sums, nw.LazyFrame) else sums), names


def _refuse_strays(rows: list[dict[str, Any]], answers: str, weight: str | None, measure: Measure) -> None:
    stray, stray_weight = (int(sum(row[key] for row in rows)) for key in ("stray", "stray_weight"))
    if stray:
        raise DomainError(answers, f"{stray} other values", measure.scale.allowed())
    if stray_weight:
        raise DomainError(str(weight), f"{stray_weight} other values", _WEIGHT)


def _tally(row: Mapping[str, Any], measure: Measure) -> Tally:
    groups = range(len(measure.groups.rows))
    counts = tuple(int(row[f"n_{group}"]) for group in groups)
    return Tally(
        n=sum(counts),
        missing=int(row["rows"]) - sum(counts),
        counts=counts,
        weights=tuple(float(row[f"w_{group}"]) for group in groups),
        weight=float(row["weight"]),
        weight_squares=float(row["weight_squares"]),
        total=float(row["total"]),
        squares=float(row["squares"]),
        origin=measure.origin,
    )


def _columns(scores: Sequence[Score], measure: Measure) -> dict[str, list[Any]]:
    figures = {name: [getattr(score, name) for score in scores] for name in _FIGURES}
    labels = () if measure.points is None else measure.groups.labels
    return figures | {_count_name(label): [dict(score.counts)[label] for score in scores] for label in labels}


def _count_name(label: str) -> str:
    return f"n_{label}"
