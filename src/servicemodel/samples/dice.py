"""Random draws that stay the same: only ``Random.random`` is used, the one method Python promises never to change."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws from one seeded stream."""

    def __init__(self, seed: int) -> None:
        self._draw = Random(seed).random  # noqa: S311 - a simulation, not a secret

    def chance(self, probability: float) -> bool:
        """Return True with the probability."""
        return self._draw() < probability

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._draw() * (high - low + 1))

    def number(self, low: float, high: float) -> float:
        """Return a number between low and high."""
        return low + self._draw() * (high - low)

    def normal(self, mean: float, spread: float) -> float:
        """Return a number about a mean: a sum of twelve draws, within six spreads of it."""
        return mean + spread * (fsum(self._draw() for _ in range(12)) - 6)  # sum() itself changed in Python 3.12

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.whole(0, len(items) - 1)]

    def weighted(self, items: Sequence[tuple[T, int]]) -> T:
        """Return one of the items (item, weight), the heavier the likelier."""
        left = self._draw() * sum(weight for _, weight in items)
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        return items[-1][0]  # a rounding in the last place
