"""The verbs for one number at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import inf
from typing import Any

from servicemodel.labels import Label
from servicemodel.tables import Axis, Bands, Factors, Matrix, Weights


def place(value: Any, edges: Sequence[tuple[Any, bool]], labels: Sequence[Any]) -> Any:
    """Return the label of the stretch that holds ``value``."""
    position = 0
    for edge, belongs_to_upper in edges:
        if value >= edge if belongs_to_upper else value > edge:
            position += 1
    return labels[position]


def choose(*cases: tuple[Any, Any]) -> Any:
    """Return the label of the one condition that holds."""
    return next(label for condition, label in cases if condition)


def override(condition: Any, label: Any, answer: Any) -> Any:
    """Return ``label`` if the condition holds, else the answer."""
    return label if condition else answer


def classify(bands: Bands, value: Any) -> Any:
    """Return the label of the band that holds ``value``."""
    return place(value, bands.edges, bands.labels)


def look_up(matrix: Matrix, row: Any, column: Any) -> Any:
    """Return the answer of the cell where two places meet."""
    return matrix.cells[_position(matrix.rows, row)][_position(matrix.columns, column)].answer


def _position(axis: Axis, value: Any) -> int:
    if isinstance(axis, Bands):
        return place(value, axis.edges, range(len(axis.rows)))  # type: ignore[no-any-return]
    return int(value.code)


def multiply(factors: Factors, base: Any, condition: Any) -> Any:
    """Multiply ``base`` by the factor of a label, or of every flag in a mask."""
    code = condition.code if isinstance(condition, Label) else condition
    return base * factors.products.item(code)


def power_law(value: Any, *, scale: float, reference: float, exponent: float, factors: Factors, condition: Any) -> Any:
    """Return ``scale × (value / reference) ** exponent × product of factors``."""
    return multiply(factors, scale * power(value / reference, exponent), condition)


def weigh(weights: Weights, scores: Mapping[str, Any]) -> Any:
    """Return the weighted mean of the scores."""
    return sum(share * scores[key] for key, share in weights.shares.items())


def smaller(first: Any, second: Any) -> Any:
    """Return the smaller of two; a missing one (``None``) does not count."""
    if first is None or second is None:
        return second if first is None else first
    return min(first, second)


def known(value: Any) -> Any:
    """Whether a value is there."""
    return value is not None


def both(first: Any, second: Any) -> Any:
    """Whether two conditions hold; the second is not looked at where the first fails."""
    return first and second


def divide(numerator: Any, denominator: Any) -> Any:
    """Divide; a positive number over zero is infinite, as it is in an array."""
    if denominator == 0 and numerator > 0:
        return Decimal(inf) if isinstance(denominator, Decimal) else inf
    return numerator / denominator


def power(base: Any, exponent: Any) -> Any:
    """Raise to a power; too large a result is infinite, as it is in an array."""
    try:
        return base**exponent
    except OverflowError:
        return inf
