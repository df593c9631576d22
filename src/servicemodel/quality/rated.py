"""Ratings of attributes beside an overall rating, as arrays of one length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import ServiceModelError
from servicemodel.survey.scale import Scale
from servicemodel.survey.tally import weights_of


@attrs.frozen(kw_only=True)
class Rated:
    """What people said, NaN where they said nothing.

    Attributes
    ----------
    names : tuple of str
        The attributes.
    overall : array
    ratings : array of (people, attributes)
    weight : array or None
    """

    names: tuple[str, ...]
    overall: NDArray[np.float64]
    ratings: NDArray[np.float64]
    weight: NDArray[np.float64] | None

    @property
    def complete(self) -> NDArray[np.bool_]:
        """Who answered everything, and weighs something."""
        there = ~(np.isnan(self.overall) | np.isnan(self.ratings).any(axis=1))
        return there if self.weight is None else there & (self.weight > 0)  # a missing weight is not above 0


def read_rated(*, overall: Any, ratings: Any, scale: Any, overall_scale: Any, weight: Any) -> Rated:
    """Read all answers on their scales; refuse what has another length."""
    scale = _scale("scale", scale)
    of_overall = scale if overall_scale is None else _scale("overall_scale", overall_scale)
    if not isinstance(ratings, Mapping):
        raise TypeError(f"ratings must map each attribute to its ratings; got {type(ratings).__qualname__}")
    if not ratings:
        raise ServiceModelError("ratings is empty; give at least one attribute")
    for name in ratings:
        if not isinstance(name, str) or not name.strip():
            raise TypeError(f"the attributes in ratings are named by a text; got {name!r}")
    satisfied = of_overall.read(overall, name="overall")
    if satisfied.ndim != 1:
        raise ServiceModelError(f"overall must have one dimension; got an array of {satisfied.shape}")
    columns = []
    for name, given in ratings.items():
        column = scale.read(given, name=f"ratings[{name!r}]")
        if column.shape != satisfied.shape:
            raise ServiceModelError(
                f"ratings[{name!r}] has the shape {column.shape}, overall has {satisfied.shape}: one rating a person"
            )
        columns.append(column)
    return Rated(
        names=tuple(ratings),
        overall=satisfied,
        ratings=np.column_stack(columns),
        weight=weights_of(weight, satisfied.shape),
    )


def _scale(name: str, scale: Any) -> Scale:
    if not isinstance(scale, Scale):
        raise TypeError(f"{name} must be a Scale, such as FIVE_POINT; got {type(scale).__qualname__}")
    return scale
