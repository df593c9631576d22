"""The verbs for blocks of arrays, where labels are ``int8`` codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.evaluate.verbs import FLAT, STEEP
from servicemodel.labels import MISSING_CODE, Label
from servicemodel.tables import Axis, Bands, Factors, Matrix, Weights


class BlockVerbs:
    """The verbs for blocks; the first result of the answer's shape and type is written where the answer goes.

    Parameters
    ----------
    out : array, optional
        The block of the first answer; :meth:`lend` brings the next.
    """

    def __init__(self, out: NDArray[Any] | None = None) -> None:
        self._out = out
        self._spare = np.empty(0)

    def lend(self, out: NDArray[Any]) -> None:
        """Take the block of an answer, once: a kernel may use a verb twice."""
        self._out = out

    def _space(self, shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray[Any]:
        out = self._out
        if out is not None and out.shape == shape and out.dtype == dtype:
            self._out = None
            return out
        return np.empty(shape, dtype)

    def place(self, value: Any, edges: Sequence[tuple[Any, bool]], labels: Sequence[Any]) -> Any:
        """Return the code of the label of the stretch that holds each value."""
        position = self._count_passed(value, edges)
        order = [label.code if isinstance(label, Label) else place for place, label in enumerate(labels)]
        return position if order == list(range(len(order))) else np.array(order, dtype=np.int8)[position]

    def _count_passed(self, value: Any, edges: Sequence[tuple[Any, bool]]) -> Any:
        """Count the edges passed: that is the position of the stretch."""
        arrays = [edge for edge, _ in edges if isinstance(edge, np.ndarray)]
        shape = np.broadcast_shapes(np.shape(value), *(edge.shape for edge in arrays)) if arrays else np.shape(value)
        position = self._space(shape, np.int8)
        if not edges:
            position[...] = 0
        for number, (edge, belongs_to_upper) in enumerate(edges):
            compare = np.greater_equal if belongs_to_upper else np.greater
            if number == 0:
                compare(value, edge, out=position.view(np.bool_))
            else:
                position += np.asarray(compare(value, edge)).view(np.int8)
        return position

    def choose(self, *cases: tuple[Any, Any]) -> Any:
        """Return the code of the label of the one condition that holds; -1 where none does."""
        codes = np.full(np.broadcast_shapes(*(np.shape(condition) for condition, _ in cases)), MISSING_CODE, np.int8)
        for condition, label in cases:
            codes[np.broadcast_to(condition, codes.shape)] = label.code
        return codes

    def override(self, condition: Any, label: Any, answer: Any) -> Any:
        """Return the code of ``label`` where the condition holds, else the answer."""
        return np.where(condition, np.int8(label.code) if isinstance(label, Label) else label, answer)

    def classify(self, bands: Bands, value: Any) -> Any:
        """Return the code of the label of the band that holds each value."""
        return self.place(value, bands.edges, bands.labels)

    def look_up(self, matrix: Matrix, row: Any, column: Any) -> Any:
        """Return the answers of the cells where two places meet."""
        return matrix.answer_table[self._position(matrix.rows, row), self._position(matrix.columns, column)]

    def _position(self, axis: Axis, value: Any) -> Any:
        if isinstance(axis, Bands):
            return self._count_passed(value, axis.edges)
        return value.code if isinstance(value, Label) else value

    def multiply(self, factors: Factors, base: Any, condition: Any) -> Any:
        """Multiply ``base`` by the factor of each code, or of every flag in each mask."""
        if not isinstance(condition, np.ndarray):
            return base * factors.products.item(condition.code if isinstance(condition, Label) else condition)
        product = factors.products.take(condition, mode="clip")  # checked before; clip spares the checking index
        product *= base
        return product

    def power_law(
        self, value: Any, *, scale: float, reference: float, exponent: float, factors: Factors, condition: Any
    ) -> Any:
        """Return ``scale × (value / reference) ** exponent × product of factors``."""
        if exponent == 1 or not isinstance(value, np.ndarray):
            powered = (np.asarray(value) / reference) ** exponent  # infinite where Python's power would raise
            return self.multiply(factors, scale * powered, condition)
        # In logarithms: one table look-up brings the factors and all constants, and exp and log together take two
        # thirds of the time of a power. Agrees with the equation to 2e-13 as long as ``value / reference`` is a normal
        # float64; below that (2e-308), where the quotient loses its figures, the logarithms keep them.
        # To base 2 at the end, which is the quicker power.
        result = np.log(value, out=self._space(value.shape, np.float64))
        result *= exponent / log(2)
        constants = np.log2(factors.products) + (log(scale) - exponent * log(reference)) / log(2)
        if isinstance(condition, np.ndarray):
            result += constants.take(condition, mode="clip", out=self._room(condition.shape))
        else:
            result += constants[condition]
        return np.exp2(result, out=result)

    def _room(self, shape: tuple[int, ...]) -> NDArray[np.float64]:
        """Return room for numbers that are needed within one verb, the same for every block."""
        if self._spare.shape != shape:
            self._spare = np.empty(shape)
        return self._spare

    def weigh(self, weights: Weights, scores: Mapping[str, Any]) -> Any:
        """Return the weighted mean of the scores."""
        return sum(share * scores[key] for key, share in weights.shares.items())

    def smaller(self, first: Any, second: Any) -> Any:
        """Return the smaller of two instants; a missing one (NaT or ``None``) does not count."""
        if first is None or second is None:
            return second if first is None else first
        return np.fmin(first, second)

    def known(self, value: Any) -> Any:
        """Whether each instant is there."""
        return np.False_ if value is None else ~np.isnat(value)

    def not_after(self, first: Any, second: Any) -> Any:
        """Whether two instants are there and the first is not after the second; NaT compares as false."""
        return np.False_ if first is None or second is None else np.less_equal(first, second)

    def both(self, first: Any, second: Any) -> Any:
        """Whether two conditions hold."""
        return np.logical_and(first, second)

    def negated(self, condition: Any) -> Any:
        """Whether a condition does not hold."""
        return np.logical_not(condition)

    def divide(self, numerator: Any, denominator: Any) -> Any:
        """Divide; a positive number over zero is infinite."""
        return np.divide(numerator, denominator)

    def power(self, base: Any, exponent: Any) -> Any:
        """Raise to a power."""
        return np.power(base, exponent)

    def geometric_sum(self, first: Any, ratio: Any, terms: Any) -> Any:
        """Return the sum of ``terms`` terms, each ``ratio`` times the one before."""
        last = np.power(ratio, terms)
        total = np.where(last == 1, terms, np.divide(last - 1, ratio - 1))
        flat = (last != 1) & (last > FLAT[0]) & (last < FLAT[1])
        if flat.any():
            total = np.where(flat, total * (terms * np.log(ratio) / np.log(last)), total)
        steep = np.greater(ratio, STEEP)
        if steep.any():
            down = np.divide(1 - np.power(ratio, np.negative(terms)), 1 - np.divide(1, ratio))
            total = np.where(steep, np.power(ratio, terms - 1) * down, total)
        return np.where(np.equal(first, 0), 0.0, first * total)
