"""When a respondent left items out: which answers are enough, and the mean of those given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from servicemodel.labels import Label
from servicemodel.survey.scale import Scale

Column = NDArray[np.float64]


class MissingItems(Label):
    """Which respondents get a score although they left items out."""

    COMPLETE = "complete", "those who answered every item", "只计答完全部题项者"
    HALF = "half", "those who answered at least half of the items", "计答完至少一半题项者"
    AVAILABLE = "available", "those who answered any item", "计答过任一题项者"

    def least(self, items: int) -> int:
        """Return how many of so many items must be answered."""
        return {MissingItems.COMPLETE: items, MissingItems.HALF: (items + 1) // 2, MissingItems.AVAILABLE: 1}[self]


class Sums:
    """What is kept of each respondent while items are added one by one."""

    def __init__(self) -> None:
        self.items = 0
        self.total: Column = np.zeros(0)
        self.count: NDArray[np.int32] = np.zeros(0, np.int32)

    def add(self, column: Column) -> None:
        """Add the answers to one item."""
        if not self.items:
            self.total, self.count = np.zeros(column.shape), np.zeros(column.shape, np.int32)
        known = ~np.isnan(column)
        np.add(self.total, column, out=self.total, where=known)
        self.count += known
        self.items += 1

    def means(self, rule: MissingItems, scale: Scale) -> Column:
        """Return each respondent's mean over the items answered, NaN where too few were."""
        means = np.full(self.total.shape, np.nan)
        np.divide(self.total, self.count, out=means, where=self.count >= rule.least(self.items))
        return np.clip(means, scale.low, scale.high, out=means)  # a rounded sum may lie a hair beyond the end


def respondent_means(columns: Iterable[Column], rule: MissingItems, scale: Scale) -> Column:
    """Return each respondent's mean over the items answered, NaN where too few were."""
    sums = Sums()
    for column in columns:
        sums.add(column)
    return sums.means(rule, scale)


def combine(means: Mapping[str, Column], shares: Mapping[str, float], scale: Scale) -> Column:
    """Return each respondent's weighted mean of dimensions, NaN where one that counts has no score."""
    counting = [key for key in means if shares[key] > 0]
    total = np.zeros(means[counting[0]].shape)
    for key in counting:
        total += shares[key] * means[key]
    return np.clip(total, scale.low, scale.high, out=total)
