"""The verbs for frame expressions, where labels are strings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from servicemodel.evaluate.kinds import is_expression
from servicemodel.evaluate.verbs import FLAT, STEEP, numbers
from servicemodel.labels import Label
from servicemodel.tables import Axis, Bands, Factors, Matrix, Weights, axis_labels


def place(value: Any, edges: Sequence[tuple[Any, bool]], labels: Sequence[Any]) -> Any:
    """Return the label of the stretch that holds each value."""
    return choose(*zip(_stretches(value, edges), labels, strict=True))


def _stretches(value: Any, edges: Sequence[tuple[Any, bool]]) -> list[Any]:
    """Return the condition of every stretch, tested on both sides: none is the default, so missing stays missing."""
    conditions: list[Any] = []
    for number in range(len(edges) + 1):
        tests = []
        if number > 0:
            edge, belongs_to_upper = edges[number - 1]
            tests.append(value >= edge if belongs_to_upper else value > edge)
        if number < len(edges):
            edge, belongs_to_upper = edges[number]
            tests.append(value < edge if belongs_to_upper else value <= edge)
        conditions.append(tests[0] if len(tests) == 1 else tests[0] & tests[1])
    return conditions


def choose(*cases: tuple[Any, Any]) -> Any:
    """Return the label of the one condition that holds; null where none does."""
    chain: Any = nw
    for condition, label in cases:
        chain = chain.when(condition).then(nw.lit(getattr(label, "value", label)))
    return chain


def override(condition: Any, label: Any, answer: Any) -> Any:
    """Return ``label`` where the condition holds, else the answer; a missing condition leaves the answer."""
    if not is_expression(condition):
        return _named(label) if condition else answer
    # Compared with true, as pandas keeps booleans with missing values as objects.
    return nw.when(condition == nw.lit(value=True)).then(_named(label)).otherwise(answer)


def _named(label: Any) -> Any:
    return label if is_expression(label) else nw.lit(label.value)


def classify(bands: Bands, value: Any) -> Any:
    """Return the label of the band that holds each value."""
    return place(value, bands.edges, bands.labels)


def look_up(matrix: Matrix, row: Any, column: Any) -> Any:
    """Return the answers of the cells where two places meet."""
    return choose(
        *(
            (at_row & at_column, cell.answer)
            for at_row, cells in zip(_at_places(matrix.rows, row), matrix.cells, strict=True)
            for at_column, cell in zip(_at_places(matrix.columns, column), cells, strict=True)
        )
    )


def _at_places(axis: Axis, value: Any) -> list[Any]:
    """Return, for each place of the axis, the condition that ``value`` is there."""
    if not is_expression(value) and not isinstance(value, Label):
        value = nw.lit(value)
    if isinstance(axis, Bands):
        return _stretches(value, axis.edges)
    if isinstance(value, Label):
        return [nw.lit(value is label) for label in axis_labels(axis)]
    return [value == label.value for label in axis]


def multiply(factors: Factors, base: Any, condition: Any) -> Any:
    """Multiply ``base`` by the factor of each label, or of every flag whose column is true."""
    by_key = factors.by_key
    if isinstance(condition, Mapping):
        for flag, holds in condition.items():
            if by_key.get(flag, 1.0) != 1:
                # Compared with both truths, as pandas keeps booleans with missing values as objects that ~ cannot turn.
                base = base * choose((holds == nw.lit(value=True), by_key[flag]), (holds == nw.lit(value=False), 1.0))
        return base
    if is_expression(condition):
        return base * choose(*((condition == key.value, by) for key, by in by_key.items()))
    return base * factors.products.item(condition.code if isinstance(condition, Label) else condition)


def power_law(value: Any, *, scale: float, reference: float, exponent: float, factors: Factors, condition: Any) -> Any:
    """Return ``scale × (value / reference) ** exponent × product of factors``."""
    return multiply(factors, scale * power(value / reference, exponent), condition)


def weigh(weights: Weights, scores: Mapping[str, Any]) -> Any:
    """Return the weighted mean of the scores."""
    return sum(share * scores[key] for key, share in weights.shares.items())


def smaller(first: Any, second: Any) -> Any:
    """Return the smaller of two instants; a missing one (null or ``None``) does not count."""
    if not is_expression(first) and not is_expression(second):
        return numbers.smaller(first, second)
    if first is None or second is None:
        return second if first is None else first
    keeps_first = not_after(first, second) | ~known(second)
    return nw.when(keeps_first).then(_expression(first)).otherwise(_expression(second))


def _expression(value: Any) -> Any:
    return value if is_expression(value) else nw.lit(value)


def known(value: Any) -> Any:
    """Whether each instant is there."""
    return ~value.is_null() if is_expression(value) else nw.lit(value is not None)


def not_after(first: Any, second: Any) -> Any:
    """Whether two instants are there and the first is not after the second; never null."""
    if not is_expression(first) and not is_expression(second):
        return nw.lit(numbers.not_after(first, second))
    if first is None or second is None:
        return nw.lit(value=False)
    return known(first) & known(second) & (first <= second)


def both(first: Any, second: Any) -> Any:
    """Whether two conditions hold."""
    return first & second


def negated(condition: Any) -> Any:
    """Whether a condition does not hold."""
    return ~condition if is_expression(condition) else not condition


def divide(numerator: Any, denominator: Any) -> Any:
    """Divide; a positive number over zero is infinite, on engines too that would answer null."""
    denominator = _column(denominator)
    return nw.when(denominator == 0).then(nw.lit(float("inf"))).otherwise(numerator / denominator)


def power(base: Any, exponent: Any) -> Any:
    """Raise to a power."""
    return base**exponent


def geometric_sum(first: Any, ratio: Any, terms: Any) -> Any:
    """Return the sum of ``terms`` terms, each ``ratio`` times the one before."""
    first, ratio, terms = _column(first), _column(ratio), _column(terms)
    last = ratio**terms
    quotient = (last - 1) / (ratio - 1)
    flat = (last != 1) & (last > FLAT[0]) & (last < FLAT[1]) & (ratio <= STEEP)
    # Elsewhere a harmless number, as some engines fail or warn at a logarithm of zero, even below a missing value.
    ratio_near, last_near = (nw.when(flat).then(value).otherwise(nw.lit(STEEP)) for value in (ratio, last))
    regained = quotient * (terms * ratio_near.log() / last_near.log())
    downwards = ratio ** (terms - 1) * ((1 - 1 / ratio**terms) / (1 - 1 / ratio))
    total = (
        nw.when(ratio > STEEP)
        .then(downwards)
        .when(last == 1)
        .then(terms)
        .when(flat)
        .then(regained)
        .when((last <= FLAT[0]) | (last >= FLAT[1]))
        .then(quotient)
    )
    return nw.when(first == 0).then(nw.lit(0.0)).when(first != 0).then(first * total)


def _column(value: Any) -> Any:
    return value if is_expression(value) else nw.lit(float(value))
