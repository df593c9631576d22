"""Where numbers fall among sorted ones: a table finds the neighbourhood, a comparison or two the place."""

from __future__ import annotations

from typing import TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

Integers: TypeAlias = NDArray[np.int64]

_SHIFT = 33  # a neighbourhood is 2**33 microseconds, 2.4 hours: most hold one opening or none
_WIDTH = 1 << _SHIFT
_LAST = np.iinfo(np.int64).max


@attrs.frozen(eq=False)
class Rungs:
    """Sorted whole numbers, the first below all that will be asked; finds the last one at or below a number.

    A binary search reads the memory in a dozen far places for every number; this reads two near ones, several times
    faster.
    """

    base: int
    table: NDArray[np.intp]  # the last rung at or below the start of each neighbourhood
    following: Integers  # the rung after each
    most: int  # how many rungs a neighbourhood holds at most

    @classmethod
    def of(cls, rungs: Integers) -> Rungs:
        """Make the table."""
        inner = rungs[1:] if rungs.size > 1 else np.zeros(1, np.int64)
        base = int(inner[0]) - _WIDTH
        edges = base + np.arange(((int(inner[-1]) - base) >> _SHIFT) + 2) * _WIDTH
        table = np.searchsorted(rungs, edges, side="right") - 1
        table[0] = 0
        return cls(base, table[:-1], np.append(rungs[1:], _LAST), int(np.diff(table).max()))

    def below(self, numbers: Integers) -> NDArray[np.intp]:
        """Return the place of the last rung at or below each number; 0 for those below the second rung."""
        neighbourhood = np.maximum(numbers, self.base)
        neighbourhood -= self.base
        neighbourhood >>= _SHIFT
        place: NDArray[np.intp] = self.table.take(neighbourhood, mode="clip")
        for _ in range(self.most):
            place += numbers >= self.following.take(place)
        return place
