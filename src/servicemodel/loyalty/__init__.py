"""Who stays, and why."""

from servicemodel.loyalty.loyalty_tier import ERPNEXT_TIERS, loyalty_tier
from servicemodel.loyalty.tier import LoyaltyTier

__all__ = ["ERPNEXT_TIERS", "LoyaltyTier", "loyalty_tier"]
