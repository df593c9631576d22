"""Every model, listed by hand, in the order of the question it answers; a test proves the list complete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from servicemodel.churn.asset_lifetime_value import MODEL as ASSET_LIFETIME_VALUE
from servicemodel.churn.churn_cost import MODEL as CHURN_COST
from servicemodel.churn.churn_rate import MODEL as CHURN_RATE
from servicemodel.churn.compound_retention import MODEL as COMPOUND_RETENTION
from servicemodel.churn.discounted_lifetime_value import MODEL as DISCOUNTED_LIFETIME_VALUE
from servicemodel.churn.dissatisfied_behind import MODEL as DISSATISFIED_BEHIND
from servicemodel.churn.expected_lifetime import MODEL as EXPECTED_LIFETIME
from servicemodel.churn.lifetime_value import MODEL as LIFETIME_VALUE
from servicemodel.churn.margin_multiple import MODEL as MARGIN_MULTIPLE
from servicemodel.churn.repurchase_intention import MODEL as REPURCHASE_INTENTION
from servicemodel.churn.retention_rate import MODEL as RETENTION_RATE
from servicemodel.churn.sales_behind import MODEL as SALES_BEHIND
from servicemodel.errors import ServiceModelError
from servicemodel.loyalty.loyalty_tier import MODEL as LOYALTY_TIER
from servicemodel.model import Model
from servicemodel.priority.account_portfolio import MODEL as ACCOUNT_PORTFOLIO
from servicemodel.priority.call_order import MODEL as CALL_ORDER
from servicemodel.priority.directional_policy import MODEL as DIRECTIONAL_POLICY
from servicemodel.priority.negotiation_stance import MODEL as NEGOTIATION_STANCE
from servicemodel.priority.policy_zone import MODEL as POLICY_ZONE
from servicemodel.priority.purchase_class import MODEL as PURCHASE_CLASS
from servicemodel.satisfaction.disconfirmation import MODEL as DISCONFIRMATION
from servicemodel.satisfaction.promise_state import MODEL as PROMISE_STATE
from servicemodel.satisfaction.satisfaction_state import MODEL as SATISFACTION_STATE
from servicemodel.satisfaction.service_adequacy import MODEL as SERVICE_ADEQUACY
from servicemodel.satisfaction.service_superiority import MODEL as SERVICE_SUPERIORITY
from servicemodel.satisfaction.tolerance_zone import MODEL as TOLERANCE_ZONE
from servicemodel.waiting.perceived_wait import MODEL as PERCEIVED_WAIT
from servicemodel.waiting.wait_disconfirmation import MODEL as WAIT_DISCONFIRMATION
from servicemodel.waiting.wait_tolerance import MODEL as WAIT_TOLERANCE

CATALOGUE: tuple[Model, ...] = (
    # satisfaction
    DISCONFIRMATION,
    SATISFACTION_STATE,
    SERVICE_ADEQUACY,
    SERVICE_SUPERIORITY,
    TOLERANCE_ZONE,
    PROMISE_STATE,
    # waiting
    PERCEIVED_WAIT,
    WAIT_TOLERANCE,
    WAIT_DISCONFIRMATION,
    # churn
    LIFETIME_VALUE,
    ASSET_LIFETIME_VALUE,
    MARGIN_MULTIPLE,
    DISCOUNTED_LIFETIME_VALUE,
    CHURN_RATE,
    RETENTION_RATE,
    COMPOUND_RETENTION,
    EXPECTED_LIFETIME,
    DISSATISFIED_BEHIND,
    SALES_BEHIND,
    REPURCHASE_INTENTION,
    CHURN_COST,
    # priority
    ACCOUNT_PORTFOLIO,
    DIRECTIONAL_POLICY,
    POLICY_ZONE,
    PURCHASE_CLASS,
    NEGOTIATION_STANCE,
    CALL_ORDER,
    # loyalty
    LOYALTY_TIER,
)

_BY_FUNCTION = {model.function: model for model in CATALOGUE}
_BY_NAME = {model.name: model for model in CATALOGUE}


def model_of(model: Callable[..., Any] | Model | str) -> Model:
    """Return the record of a model given as its function, its name or the record itself.

    Raises
    ------
    ServiceModelError
        If there is no such model.
    """
    if isinstance(model, Model):
        return model
    found = _BY_NAME.get(model) if isinstance(model, str) else _BY_FUNCTION.get(model)
    if found is None:
        shown = model if isinstance(model, str) else getattr(model, "__name__", repr(model))
        msg = f"{shown!r} is not a model; the catalogue has {', '.join(_BY_NAME)}"
        raise ServiceModelError(msg)
    return found
