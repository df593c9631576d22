"""Whom to serve first."""

from servicemodel.priority.account_portfolio import ACCOUNT_PORTFOLIO, PortfolioCell, account_portfolio
from servicemodel.priority.call import Call, CallableAccount
from servicemodel.priority.call_order import call_order
from servicemodel.priority.directional_policy import DIRECTIONAL_POLICY, PolicyCell, directional_policy
from servicemodel.priority.levels import HALVES, LEVELS, Half, Level
from servicemodel.priority.negotiation_stance import NEGOTIATION_STANCES, NegotiationStance, negotiation_stance
from servicemodel.priority.policy_zone import POLICY_ZONES, PolicyZone, policy_zone
from servicemodel.priority.purchase_class import (
    PURCHASE_CLASSES,
    PURCHASE_LEVELS,
    PurchaseClass,
    PurchaseLevel,
    purchase_class,
)

__all__ = [
    "ACCOUNT_PORTFOLIO",
    "DIRECTIONAL_POLICY",
    "HALVES",
    "LEVELS",
    "NEGOTIATION_STANCES",
    "POLICY_ZONES",
    "PURCHASE_CLASSES",
    "PURCHASE_LEVELS",
    "Call",
    "CallableAccount",
    "Half",
    "Level",
    "NegotiationStance",
    "PolicyCell",
    "PolicyZone",
    "PortfolioCell",
    "PurchaseClass",
    "PurchaseLevel",
    "account_portfolio",
    "call_order",
    "directional_policy",
    "negotiation_stance",
    "policy_zone",
    "purchase_class",
]
