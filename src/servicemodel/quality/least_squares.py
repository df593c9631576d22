"""Ordinary and weighted least squares with the errors of their coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import ServiceModelError
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


def fit(columns: Column, response: Column, weight: Column | None, errors: ContrastErrors, names: Sequence[str]) -> Fit:
    """Fit a response by a constant and columns.

    Raises
    ------
    ServiceModelError
        If there are too few rows, the response does not vary, a column follows from those before it, or a robust error
        cannot be computed because a row alone decides a coefficient.
    """
    n, k = len(response), columns.shape[1] + 1
    if n <= k:
        raise ServiceModelError(f"{n} complete rows are too few for {k} coefficients; at least {k + 1} are needed")
    root = np.ones(n) if weight is None else np.sqrt(weight / weight.mean())
    middle = float(np.average(response, weights=root * root))
    spread = float(((root * (response - middle)) ** 2).sum())
    if spread == 0:
        raise ServiceModelError("overall does not vary: there is nothing to explain")
    design = np.column_stack([np.ones(n), columns]) * root[:, None]
    target = response * root
    _refuse_dependent(design, ["the constant", *names])
    orthogonal, triangle = np.linalg.qr(design)
    coefficients = np.linalg.solve(triangle, orthogonal.T @ target)
    residuals = target - design @ coefficients
    inverse = np.linalg.inv(triangle)
    squares = float(residuals @ residuals)
    if squares <= _EXACT * spread:  # what is left is rounding, which must not be taken for an error or an effect
        coefficients = np.where(np.abs(coefficients) < sqrt(_EXACT * spread), 0.0, coefficients)
        covariance = np.zeros((k, k))
    elif errors is ContrastErrors.CLASSICAL:
        covariance = inverse @ inverse.T * (squares / (n - k))
    else:
        leverage = (orthogonal * orthogonal).sum(axis=1)
        if leverage.max() > _ALONE:
            row = int(leverage.argmax())
            raise ServiceModelError(
                f"complete row {row} alone decides a coefficient, so HC3 errors cannot be computed; leave out the "
                "attribute whose level only that row has, or take errors='classical'"
            )
        half = (inverse @ orthogonal.T) * (residuals / (1 - leverage))
        covariance = half @ half.T
    return Fit(
        coefficients=coefficients, covariance=covariance, r_squared=max(0.0, 1 - squares / spread), degrees=n - k
    )


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
