"""A tier of a loyalty programme; it is defined beside the model that answers with it."""

from servicemodel.loyalty.tier import LoyaltyTier

__all__ = ["LoyaltyTier"]
