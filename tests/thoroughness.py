"""How many examples a costly property draws: never more than the profile of the run."""

from __future__ import annotations

from hypothesis import settings


def at_most(examples: int) -> int:
    """Return a number of examples, or the profile's if that is smaller."""
    return min(examples, settings.default.max_examples)
