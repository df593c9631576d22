"""Every model, listed by hand, in the order of the question it answers; a test proves the list complete."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from servicemodel.churn.asset_lifetime_value import MODEL as ASSET_LIFETIME_VALUE
from servicemodel.churn.churn_cost import MODEL as CHURN_COST
from servicemodel.churn.churn_rate import MODEL as CHURN_RATE
from servicemodel.churn.compound_retention import MODEL as COMPOUND_RETENTION
from servicemodel.churn.discounted_lifetime_value import MODEL as DISCOUNTED_LIFETIME_VALUE
from servicemodel.churn.dissatisfied_behind import MODEL as DISSATISFIED_BEHIND
from servicemodel.churn.expected_lifetime import MODEL as EXPECTED_LIFETIME
from servicemodel.churn.expected_loyalty import MODEL as EXPECTED_LOYALTY
from servicemodel.churn.lifetime_value import MODEL as LIFETIME_VALUE
from servicemodel.churn.margin_multiple import MODEL as MARGIN_MULTIPLE
from servicemodel.churn.market_damage import MODEL as MARKET_DAMAGE
from servicemodel.churn.repurchase_intention import MODEL as REPURCHASE_INTENTION
from servicemodel.churn.resolution_value import MODEL as RESOLUTION_VALUE
from servicemodel.churn.retention_rate import MODEL as RETENTION_RATE
from servicemodel.churn.revenue_at_risk import MODEL as REVENUE_AT_RISK
from servicemodel.churn.sales_behind import MODEL as SALES_BEHIND
from servicemodel.complaints.complaint_likelihood import MODEL as COMPLAINT_LIKELIHOOD
from servicemodel.complaints.complaint_type import MODEL as COMPLAINT_TYPE
from servicemodel.complaints.feedback_kind import MODEL as FEEDBACK_KIND
from servicemodel.complaints.flesch_kincaid_grade import MODEL as FLESCH_KINCAID_GRADE
from servicemodel.complaints.flesch_reading_ease import MODEL as FLESCH_READING_EASE
from servicemodel.complaints.gunning_fog import MODEL as GUNNING_FOG
from servicemodel.complaints.recovery_justice import MODEL as RECOVERY_JUSTICE
from servicemodel.complaints.recovery_paradox import MODEL as RECOVERY_PARADOX
from servicemodel.complaints.smog_grade import MODEL as SMOG_GRADE
from servicemodel.complaints.triage import MODEL as TRIAGE
from servicemodel.complaints.weakest_justice import MODEL as WEAKEST_JUSTICE
from servicemodel.contact_centre.abandonment_rate import MODEL as ABANDONMENT_RATE
from servicemodel.contact_centre.average_handle_time import MODEL as AVERAGE_HANDLE_TIME
from servicemodel.contact_centre.average_speed_of_answer import MODEL as AVERAGE_SPEED_OF_ANSWER
from servicemodel.contact_centre.first_contact_resolution import MODEL as FIRST_CONTACT_RESOLUTION
from servicemodel.contact_centre.occupancy import MODEL as OCCUPANCY
from servicemodel.contact_centre.schedule_adherence import MODEL as SCHEDULE_ADHERENCE
from servicemodel.contact_centre.service_level import MODEL as SERVICE_LEVEL
from servicemodel.errors import ServiceModelError
from servicemodel.journey.moments_of_truth import MODEL as MOMENTS_OF_TRUTH
from servicemodel.journey.service_type import MODEL as SERVICE_TYPE
from servicemodel.journey.trust_state import MODEL as TRUST_STATE
from servicemodel.loyalty.loyalty_tier import MODEL as LOYALTY_TIER
from servicemodel.model import Model
from servicemodel.people.buying_orientation import MODEL as BUYING_ORIENTATION
from servicemodel.people.course_dominant_need import MODEL as COURSE_DOMINANT_NEED
from servicemodel.people.customer_delivered_value import MODEL as CUSTOMER_DELIVERED_VALUE
from servicemodel.people.dominant_need import MODEL as DOMINANT_NEED
from servicemodel.people.expression_feeling import MODEL as EXPRESSION_FEELING
from servicemodel.people.offer_choice import MODEL as OFFER_CHOICE
from servicemodel.people.social_style import MODEL as SOCIAL_STYLE
from servicemodel.people.value_split import MODEL as VALUE_SPLIT
from servicemodel.priority.account_portfolio import MODEL as ACCOUNT_PORTFOLIO
from servicemodel.priority.call_order import MODEL as CALL_ORDER
from servicemodel.priority.directional_policy import MODEL as DIRECTIONAL_POLICY
from servicemodel.priority.negotiation_stance import MODEL as NEGOTIATION_STANCE
from servicemodel.priority.policy_zone import MODEL as POLICY_ZONE
from servicemodel.priority.purchase_class import MODEL as PURCHASE_CLASS
from servicemodel.quality.five_gaps import MODEL as FIVE_GAPS
from servicemodel.quality.impact_asymmetry import MODEL as IMPACT_ASYMMETRY
from servicemodel.quality.impact_type import MODEL as IMPACT_TYPE
from servicemodel.quality.importance_performance_quadrant import MODEL as IMPORTANCE_PERFORMANCE_QUADRANT
from servicemodel.quality.kano_category import MODEL as KANO_CATEGORY
from servicemodel.quality.kano_quadrant import MODEL as KANO_QUADRANT
from servicemodel.quality.quality_state import MODEL as QUALITY_STATE
from servicemodel.quality.servqual_score import MODEL as SERVQUAL_SCORE
from servicemodel.satisfaction.disconfirmation import MODEL as DISCONFIRMATION
from servicemodel.satisfaction.promise_state import MODEL as PROMISE_STATE
from servicemodel.satisfaction.satisfaction_state import MODEL as SATISFACTION_STATE
from servicemodel.satisfaction.service_adequacy import MODEL as SERVICE_ADEQUACY
from servicemodel.satisfaction.service_superiority import MODEL as SERVICE_SUPERIORITY
from servicemodel.satisfaction.tolerance_zone import MODEL as TOLERANCE_ZONE
from servicemodel.survey.acsi_score import MODEL as ACSI_SCORE
from servicemodel.survey.contacts_needed import MODEL as CONTACTS_NEEDED
from servicemodel.survey.difference_score_reliability import MODEL as DIFFERENCE_SCORE_RELIABILITY
from servicemodel.survey.finite_population_correction import MODEL as FINITE_POPULATION_CORRECTION
from servicemodel.survey.nps_group import MODEL as NPS_GROUP
from servicemodel.survey.percent_of_maximum import MODEL as PERCENT_OF_MAXIMUM
from servicemodel.survey.response_rate import MODEL as RESPONSE_RATE
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
    # survey
    PERCENT_OF_MAXIMUM,
    NPS_GROUP,
    ACSI_SCORE,
    DIFFERENCE_SCORE_RELIABILITY,
    RESPONSE_RATE,
    CONTACTS_NEEDED,
    FINITE_POPULATION_CORRECTION,
    # quality
    SERVQUAL_SCORE,
    QUALITY_STATE,
    FIVE_GAPS,
    KANO_CATEGORY,
    KANO_QUADRANT,
    IMPACT_ASYMMETRY,
    IMPACT_TYPE,
    IMPORTANCE_PERFORMANCE_QUADRANT,
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
    EXPECTED_LOYALTY,
    RESOLUTION_VALUE,
    CHURN_COST,
    REVENUE_AT_RISK,
    MARKET_DAMAGE,
    # priority
    ACCOUNT_PORTFOLIO,
    DIRECTIONAL_POLICY,
    POLICY_ZONE,
    PURCHASE_CLASS,
    NEGOTIATION_STANCE,
    CALL_ORDER,
    # people
    CUSTOMER_DELIVERED_VALUE,
    VALUE_SPLIT,
    OFFER_CHOICE,
    BUYING_ORIENTATION,
    DOMINANT_NEED,
    COURSE_DOMINANT_NEED,
    SOCIAL_STYLE,
    EXPRESSION_FEELING,
    # journey
    MOMENTS_OF_TRUTH,
    SERVICE_TYPE,
    TRUST_STATE,
    # loyalty
    LOYALTY_TIER,
    # complaints
    FEEDBACK_KIND,
    COMPLAINT_TYPE,
    COMPLAINT_LIKELIHOOD,
    TRIAGE,
    RECOVERY_JUSTICE,
    WEAKEST_JUSTICE,
    RECOVERY_PARADOX,
    GUNNING_FOG,
    FLESCH_READING_EASE,
    FLESCH_KINCAID_GRADE,
    SMOG_GRADE,
    # contact centre
    SERVICE_LEVEL,
    ABANDONMENT_RATE,
    AVERAGE_SPEED_OF_ANSWER,
    AVERAGE_HANDLE_TIME,
    FIRST_CONTACT_RESOLUTION,
    OCCUPANCY,
    SCHEDULE_ADHERENCE,
)

_BY_FUNCTION = {model.function: model for model in CATALOGUE}
_BY_NAME = {model.name: model for model in CATALOGUE}
_CALLS = re.compile(r":func:`servicemodel\.(\w+)`")


def model_of(model: Callable[..., Any] | Model | str) -> Model:
    """Return the record of a model given as its function, its name or the record itself.

    Raises
    ------
    ServiceModelError
        If there is no such model.
    """
    if isinstance(model, Model):
        return model
    found = _BY_NAME.get(model) if isinstance(model, str) else None
    if isinstance(model, FunctionType):
        found = _BY_FUNCTION.get(model)
    if found is None:
        raise ServiceModelError(_refusal(model))
    return found


def _refusal(model: Any) -> str:
    """Say what was given instead of a model, and what to give; of an object its type alone, as its fields may be private."""
    if isinstance(model, MethodType):
        called = _CALLS.search(f"{model.__doc__}")  # the method says which model it asks
        name = called[1] if called else model.__name__
        known = f"the function servicemodel.{name} with its numbers" if name in _BY_NAME else "a function of CATALOGUE"
        owner = model.__self__ if isinstance(model.__self__, type) else type(model.__self__)
        return f"{model.__name__} is a method of {owner.__name__}; give {known}"
    if not isinstance(model, str | type | FunctionType | BuiltinFunctionType):
        return f"an object of type {type(model).__qualname__} is not a model; CATALOGUE lists all models"
    name = model if isinstance(model, str) else model.__qualname__
    close = get_close_matches(name, _BY_NAME)
    meant = f"; did you mean {' or '.join(map(repr, close))}?" if close else ";"
    return f"{name!r} is not a model{meant} CATALOGUE lists all models"
