"""The verbs for one number at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, Overflow, localcontext
from math import inf, log
from typing import Any

from servicemodel.evaluate.verbs import FLAT, STEEP
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
    """Return the smaller of two instants; a missing one (``None``) does not count."""
    if first is None or second is None:
        return second if first is None else first
    return min(first, second)


def known(value: Any) -> Any:
    """Whether an instant is there."""
    return value is not None


def not_after(first: Any, second: Any) -> Any:
    """Whether two instants are there and the first is not after the second."""
    return first is not None and second is not None and first <= second


def both(first: Any, second: Any) -> Any:
    """Whether two conditions hold."""
    return first and second


def negated(condition: Any) -> Any:
    """Whether a condition does not hold."""
    return not condition


def divide(numerator: Any, denominator: Any) -> Any:
    """Divide; a positive number over zero is infinite, as it is in an array."""
    if denominator == 0 and numerator > 0:
        return Decimal(inf) if isinstance(denominator, Decimal) else inf
    return numerator / denominator


def power(base: Any, exponent: Any) -> Any:
    """Raise to a power; too large a result is infinite, as it is in an array."""
    if exponent == 0:
        return type(base)(1)  # also of zero, which Decimal refuses
    try:
        return base**exponent
    except OverflowError:
        return inf


def geometric_sum(first: Any, ratio: Any, terms: Any) -> Any:
    """Return the sum of ``terms`` terms, each ``ratio`` times the one before."""
    if first == 0:
        return first  # zero times an infinite sum, too
    if isinstance(ratio, Decimal):
        return _decimal_sum(first, ratio, terms)
    last = power(ratio, terms)
    if last == 1:
        return first * terms
    if ratio > STEEP:
        return first * (power(ratio, terms - 1) * ((1 - power(ratio, -terms)) / (1 - 1 / ratio)))
    total = (last - 1) / (ratio - 1)
    if FLAT[0] < last < FLAT[1]:
        total *= terms * log(ratio) / log(last)
    return first * total


def _decimal_sum(first: Decimal, ratio: Decimal, terms: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec *= 2  # the quotient of two small differences keeps all its figures
        context.traps[Overflow] = False  # too large a sum is infinite
        last = power(ratio, terms)
        total = terms if last == 1 else (last - 1) / (ratio - 1)
        total *= first
    return +total
