"""What is kept of answers: counts and sums, from which every index is computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.evaluate.arrays import BLOCK, column_of
from servicemodel.evaluate.instants import index_of
from servicemodel.evaluate.verbs.arrays import BlockVerbs
from servicemodel.tables import Bands


@attrs.frozen(kw_only=True)
class Tally:
    """Counts and sums of answers; those of two groups add up to those of both together.

    Attributes
    ----------
    n : int
        Answers.
    missing : int
        Rows without an answer, or without a weight.
    counts : tuple of int
        Answers in each group of a table, in the order of its rows.
    weights : tuple of float
        Their weights added up.
    weight : float
        All weights, 1 each where there are none.
    weight_squares : float
        The sum of their squares.
    total, squares : float
        Weighted sum of the answers less ``origin``, and of the squares of that.
    origin : float
        A point near the answers, so that the squares keep their figures.
    """

    n: int
    missing: int
    counts: tuple[int, ...]
    weights: tuple[float, ...]
    weight: float
    weight_squares: float
    total: float
    squares: float
    origin: float

    @property
    def effective_n(self) -> float:
        """How many answers of equal weight would be as precise: the square of the weights' sum over that of squares."""
        return self.weight**2 / self.weight_squares


def numbers_of(name: str, given: Any) -> NDArray[np.float64]:
    """Return a list or an array as numbers, NaN where there is none; refuse anything else."""
    array = column_of(name, given)
    if array.dtype.kind not in "iufO":
        msg = f"{name} must be numbers; got an array of {array.dtype}"
        raise TypeError(msg)
    try:
        return array.astype(np.float64)
    except (TypeError, ValueError) as error:
        msg = f"{name} must hold numbers or None: {error}"
        raise TypeError(msg) from error


def weights_of(
    weight: Sequence[float | None] | NDArray[Any] | None, shape: tuple[int, ...]
) -> NDArray[np.float64] | None:
    """Return survey weights as an array of the answers' shape, NaN where missing; ``None`` where there are none."""
    if weight is None:
        return None
    values = numbers_of("weight", weight)
    if values.shape != shape:
        msg = f"weight has the shape {values.shape}, the answers have {shape}: one weight an answer"
        raise ServiceModelError(msg)
    refused = np.flatnonzero((values < 0) | np.isinf(values))
    if refused.size:
        first = int(refused[0])
        allowed = "a finite number at least 0 [survey weight]"
        where = index_of(first, shape)
        raise DomainError("weight", values.ravel()[first].item(), allowed, index=where, count=int(refused.size))
    return values


def tally(answers: NDArray[np.float64], weight: NDArray[np.float64] | None, groups: Bands, *, origin: float) -> Tally:
    """Count answers by the groups of a table, and add them up, block by block."""
    size = len(groups.rows)
    counts = np.zeros(size, np.int64)
    weights = np.zeros(size)
    sums = np.zeros(4)
    flat = answers.reshape(-1)
    heavy = None if weight is None else weight.reshape(-1)
    for at in range(0, flat.size, BLOCK):
        x = flat[at : at + BLOCK]
        w = np.ones(x.size) if heavy is None else heavy[at : at + BLOCK]
        there = ~(np.isnan(x) | np.isnan(w))
        x, w = x[there], w[there]
        place = BlockVerbs().place(x, groups.edges, range(size))
        counts += np.bincount(place, minlength=size)
        weights += np.bincount(place, weights=w, minlength=size)
        off = x - origin
        sums += (w.sum(), (w * w).sum(), (w * off).sum(), (w * off * off).sum())
    n = int(counts.sum())
    return Tally(
        n=n,
        missing=flat.size - n,
        counts=tuple(counts.tolist()),
        weights=tuple(weights.tolist()),
        weight=float(sums[0]),
        weight_squares=float(sums[1]),
        total=float(sums[2]),
        squares=float(sums[3]),
        origin=origin,
    )
