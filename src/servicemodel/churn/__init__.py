"""What losing them costs, and what keeping them is worth."""

from servicemodel.churn.asset_lifetime_value import asset_lifetime_value
from servicemodel.churn.churn_cost import ChurnCost, churn_cost
from servicemodel.churn.churn_rate import churn_rate
from servicemodel.churn.compound_retention import compound_retention
from servicemodel.churn.discounted_lifetime_value import CashTiming, discounted_lifetime_value
from servicemodel.churn.dissatisfied_behind import dissatisfied_behind
from servicemodel.churn.expected_lifetime import expected_lifetime
from servicemodel.churn.expected_loyalty import expected_loyalty
from servicemodel.churn.lifetime_value import lifetime_value
from servicemodel.churn.margin_multiple import margin_multiple
from servicemodel.churn.market_damage import MarketDamage, market_damage
from servicemodel.churn.repurchase_intention import (
    REPURCHASE_INTENTION,
    ComplaintOutcome,
    LossSize,
    repurchase_intention,
)
from servicemodel.churn.resolution_value import resolution_value
from servicemodel.churn.retention_rate import retention_rate
from servicemodel.churn.revenue_at_risk import revenue_at_risk
from servicemodel.churn.sales_behind import sales_behind

__all__ = [
    "REPURCHASE_INTENTION",
    "CashTiming",
    "ChurnCost",
    "ComplaintOutcome",
    "LossSize",
    "MarketDamage",
    "asset_lifetime_value",
    "churn_cost",
    "churn_rate",
    "compound_retention",
    "discounted_lifetime_value",
    "dissatisfied_behind",
    "expected_lifetime",
    "expected_loyalty",
    "lifetime_value",
    "margin_multiple",
    "market_damage",
    "repurchase_intention",
    "resolution_value",
    "retention_rate",
    "revenue_at_risk",
    "sales_behind",
]
