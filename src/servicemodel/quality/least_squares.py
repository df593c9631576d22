"""Ordinary and weighted least squares with the errors of their coefficients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import ServiceModelError
from servicemodel.evaluate.arrays import BLOCK
from servicemodel.labels import Label

Column = NDArray[np.float64]


class ContrastErrors(Label):
    """How the errors of coefficients are computed."""

    CLASSICAL = "classical", "classical: the same spread everywhere", "经典标准误（同方差）"
    HC3 = "hc3", "robust (HC3)", "稳健标准误（HC3）"


@attrs.frozen(kw_only=True)
class Fit:
    """Coefficients with their covariances.

    Attributes
    ----------
    coefficients : array
        The constant first.
    covariance : array
    r_squared : float
    degrees : int
        Rows less coefficients.
    """

    coefficients: Column
    covariance: Column
    r_squared: float
    degrees: int


def fit(
    columns: NDArray[Any], response: Column, weight: Column | None, errors: ContrastErrors, names: Sequence[str]
) -> Fit:
    """Fit a response by a constant and columns, block by block.

    Raises
    ------
    ServiceModelError
        If there are too few rows, the response does not vary, a column follows from those before it, or a robust error
        cannot be computed because a row alone decides a coefficient.
    """
    n, k = len(response), columns.shape[1] + 1
    if n <= k:
        raise ServiceModelError(f"{n} complete rows are too few for {k} coefficients; at least {k + 1} are needed")
    if np.ptp(response) == 0:
        raise ServiceModelError("overall does not vary: there is nothing to explain")
    middle = float(np.average(response, weights=weight))
    triangle = np.zeros((0, k + 1))  # of the columns with the response last; each block is folded into it
    for design, target, _ in _blocks(columns, response - middle, weight):
        triangle = np.asarray(np.linalg.qr(np.vstack([triangle, np.column_stack([design, target])]), mode="r"))
    spread = float((triangle[:, k] ** 2).sum())
    _refuse_dependent(triangle[:k, :k], ["the constant", *names])
    inverse = np.linalg.inv(triangle[:k, :k])
    coefficients = inverse @ triangle[:k, k]
    squares, covariance = 0.0, np.zeros((k, k))
    highest, alone = 0.0, 0
    for design, target, at in _blocks(columns, response - middle, weight):
        residuals = target - design @ coefficients
        squares += float(residuals @ residuals)
        if errors is ContrastErrors.HC3:
            rotated = design @ inverse
            leverage = (rotated * rotated).sum(axis=1)
            highest, alone = max((highest, alone), (float(leverage.max()), at + int(leverage.argmax())))
            half = rotated * (residuals / np.maximum(1 - leverage, 1 - _ALONE))[:, None]
            covariance += half.T @ half
    if squares <= _EXACT * spread:  # what is left is rounding, which must not be taken for an error or an effect
        coefficients = np.where(np.abs(coefficients) < sqrt(_EXACT * spread), 0.0, coefficients)
        covariance = np.zeros((k, k))
    elif errors is ContrastErrors.CLASSICAL:
        covariance = inverse @ inverse.T * (squares / (n - k))
    elif highest > _ALONE:
        raise ServiceModelError(
            f"complete row {alone} alone decides a coefficient, so HC3 errors cannot be computed; leave out the "
            "attribute whose level only that row has, or take errors='classical'"
        )
    else:
        covariance = inverse @ covariance @ inverse.T
    coefficients[0] += middle
    return Fit(
        coefficients=coefficients, covariance=covariance, r_squared=max(0.0, 1 - squares / spread), degrees=n - k
    )


def _blocks(columns: NDArray[Any], response: Column, weight: Column | None) -> Iterator[tuple[Column, Column, int]]:
    """Yield stretches of the design and the response, multiplied by the root of the weights, with their first row."""
    mean = 1.0 if weight is None else float(weight.mean())
    for at in range(0, len(response), BLOCK):
        rows = slice(at, at + BLOCK)
        target = response[rows]
        design = np.column_stack([np.ones(len(target)), columns[rows]])
        root = np.ones(len(target)) if weight is None else np.sqrt(weight[rows] / mean)
        yield design * root[:, None], target * root, at


_EXACT = 1e-24  # share of the spread left by a fit without an error
_ALONE = 1 - 1e-9  # leverage of a row that is fitted exactly, whatever it says


def _refuse_dependent(design: Column, names: Sequence[str]) -> None:
    scaled = design / np.linalg.norm(design, axis=0)
    if np.linalg.matrix_rank(scaled) == design.shape[1]:
        return
    first = next(k for k in range(1, len(names) + 1) if np.linalg.matrix_rank(scaled[:, :k]) < k)
    raise ServiceModelError(
        f"the coefficients cannot be told apart: {names[first - 1]} follows from those before it; leave an attribute out"
    )
