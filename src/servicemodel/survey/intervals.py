"""Intervals of confidence around an index."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

from servicemodel.errors import DomainError
from servicemodel.labels import Label


class IntervalMethod(Label):
    """How an interval of confidence is computed."""

    WALD = "wald", "Wald", "Wald 区间"
    ADJUSTED_WALD = "adjusted_wald", "adjusted Wald", "调整 Wald 区间"
    WILSON = "wilson", "Wilson", "Wilson 区间"


def z_of(confidence: float) -> float:
    """Return the standard normal quantile that leaves half of what is not confident above it.

    Raises
    ------
    DomainError
        If the confidence is not above 0 and below 1.
    """
    if isinstance(confidence, bool) or not isinstance(confidence, int | float):
        msg = f"confidence must be a number above 0 and below 1; got {confidence!r}"
        raise TypeError(msg)
    if not 0 < confidence < 1:
        raise DomainError("confidence", confidence, "a number above 0 and below 1 [share]")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wald(value: float, standard_error: float, z: float) -> tuple[float, float]:
    """Return ``value ± z · standard error``."""
    return value - z * standard_error, value + z * standard_error


def wilson(share: float, n: float, z: float) -> tuple[float, float]:
    """Return Wilson's interval of a share: the shares that a score test at this level would not reject."""
    middle = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    below, above = (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)
    return max(0.0, below), min(1.0, above)


def adjusted_wald(
    shares: Sequence[float], points: Sequence[float], n: float, z: float, added: Sequence[float]
) -> tuple[float, float]:
    """Return Wald's interval after so many answers are added to each group.

    Parameters
    ----------
    shares : sequence of float
        Share of each group.
    points : sequence of float
        What an answer in each group counts.
    n : float
        Answers, or as many as they are worth.
    z : float
        The normal quantile.
    added : sequence of float
        Answers added to each group.
    """
    whole = n + sum(added)
    new = [(share * n + more) / whole for share, more in zip(shares, added, strict=True)]
    value = sum(share * point for share, point in zip(new, points, strict=True))
    variance = sum(share * point * point for share, point in zip(new, points, strict=True)) - value * value
    return wald(value, sqrt(max(0.0, variance) / whole), z)
