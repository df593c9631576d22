"""What may be given to a model, and the verbs its kernel may use."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from servicemodel.tables import Bands, Factors, Matrix, Weights

#: One number. ``Decimal`` is taken, too, where a model deals in money.
Number: TypeAlias = float | np.floating[Any] | np.integer[Any]

#: Many numbers: an array of any shape, or a list; ``None`` and NaN are missing.
Values: TypeAlias = NDArray[Any] | Sequence[float | None]

#: What arrays are answered with.
Array: TypeAlias = NDArray[Any]


class Expression(Protocol):
    """A Narwhals expression, described by what it can do, so that Narwhals need not be installed to type-check."""

    def alias(self, name: str) -> Any:
        """Name the column."""

    def is_null(self) -> Any:
        """Whether a value is missing."""

    def over(self, *partition_by: Any, order_by: Any = None) -> Any:
        """Evaluate within groups."""


class Verbs(Protocol):
    """What a kernel can say; there is a module of these for numbers, one for arrays and one for expressions."""

    def place(self, value: Any, edges: Sequence[tuple[Any, bool]], labels: Sequence[Any]) -> Any:
        """Name the stretch that holds ``value``.

        ``edges`` rise, each with whether it belongs to the upper stretch; ``labels`` are one more, members of one
        enum, or classes of the user's own whose codes are their places.
        """

    def choose(self, *cases: tuple[Any, Any]) -> Any:
        """Name the one (condition, label) whose condition holds."""

    def override(self, condition: Any, label: Any, answer: Any) -> Any:
        """Name ``label`` where the condition holds, and leave the ``answer`` of another verb elsewhere.

        What stands there instead of a label may be the answer of another verb, too.
        """

    def classify(self, bands: Bands, value: Any) -> Any:
        """Name the band that holds ``value``."""

    def look_up(self, matrix: Matrix, row: Any, column: Any) -> Any:
        """Answer with the cell where two places meet."""

    def multiply(self, factors: Factors, base: Any, condition: Any) -> Any:
        """Multiply by the factor of a label, or of every flag that holds."""

    def power_law(
        self, value: Any, *, scale: float, reference: float, exponent: float, factors: Factors, condition: Any
    ) -> Any:
        """Return ``scale × (value / reference) ** exponent × product of factors``."""

    def weigh(self, weights: Weights, scores: Mapping[str, Any]) -> Any:
        """Take the weighted mean of scores given under the keys of the weights."""

    def smaller(self, first: Any, second: Any) -> Any:
        """Take the smaller of two instants; a missing one does not count."""

    def known(self, value: Any) -> Any:
        """Whether an instant is there."""

    def not_after(self, first: Any, second: Any) -> Any:
        """Whether two instants are there and the first is not after the second."""

    def both(self, first: Any, second: Any) -> Any:
        """Whether two conditions hold."""

    def negated(self, condition: Any) -> Any:
        """Whether a condition does not hold."""

    def divide(self, numerator: Any, denominator: Any) -> Any:
        """Divide; a positive number over zero is infinite."""

    def power(self, base: Any, exponent: Any) -> Any:
        """Raise to a power; too large a result is infinite."""

    def geometric_sum(self, first: Any, ratio: Any, terms: Any) -> Any:
        """Return ``first + first × ratio + first × ratio² + …``, ``terms`` of them; ``ratio`` is at least 0."""


def is_expression(value: object) -> bool:
    """Whether ``value`` is a Narwhals expression; Narwhals is not imported to find out."""
    narwhals = sys.modules.get("narwhals")
    return narwhals is not None and isinstance(value, narwhals.Expr)
