"""Whom we serve: what they need, how they deal with us, and whether it was worth it to them."""

from servicemodel.people.buying_orientation import BuyingOrientation, buying_orientation
from servicemodel.people.course_dominant_need import course_dominant_need
from servicemodel.people.customer_delivered_value import DeliveredValue, ValueState, customer_delivered_value
from servicemodel.people.dominant_need import dominant_need
from servicemodel.people.expression_feeling import (
    EXPRESSION_FEELING,
    ExpressionFeelingType,
    Valence,
    expression_feeling,
)
from servicemodel.people.lists import (
    BUYER_VALUES,
    CHECKING_METHODS,
    DRIVER_LEVELS,
    FIVE_SATISFACTIONS,
    SATISFACTION_LEVELS,
    BuyerValue,
    BuyerValueEntry,
    CheckingMethod,
    DriverLevel,
    DriverLevelEntry,
    SatisfactionContent,
    SatisfactionLevel,
)
from servicemodel.people.needs import CourseMaslowNeed, MaslowNeed
from servicemodel.people.offer_choice import OfferChoice, offer_choice
from servicemodel.people.social_style import (
    SOCIAL_STYLES,
    Assertiveness,
    Responsiveness,
    SocialStyle,
    social_style,
)
from servicemodel.people.value_split import ValueSplit, value_split

__all__ = [
    "BUYER_VALUES",
    "CHECKING_METHODS",
    "DRIVER_LEVELS",
    "EXPRESSION_FEELING",
    "FIVE_SATISFACTIONS",
    "SATISFACTION_LEVELS",
    "SOCIAL_STYLES",
    "Assertiveness",
    "BuyerValue",
    "BuyerValueEntry",
    "BuyingOrientation",
    "CheckingMethod",
    "CourseMaslowNeed",
    "DeliveredValue",
    "DriverLevel",
    "DriverLevelEntry",
    "ExpressionFeelingType",
    "MaslowNeed",
    "OfferChoice",
    "Responsiveness",
    "SatisfactionContent",
    "SatisfactionLevel",
    "SocialStyle",
    "Valence",
    "ValueSplit",
    "ValueState",
    "buying_orientation",
    "course_dominant_need",
    "customer_delivered_value",
    "dominant_need",
    "expression_feeling",
    "offer_choice",
    "social_style",
    "value_split",
]
