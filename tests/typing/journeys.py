"""Never run, only type-checked: what users see of the types of journeys, of customers and of what offers are worth."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, assert_type

import numpy as np
from numpy.typing import NDArray

from servicemodel import (
    Blueprint,
    BlueprintAction,
    BlueprintLine,
    BlueprintLink,
    DeliveredValue,
    MaslowNeed,
    MomentOfTruth,
    OfferChoice,
    PeakEnd,
    ServiceCompliance,
    ServiceCycle,
    ServiceStandard,
    ServiceType,
    SocialStyle,
    Text,
    TrustAccount,
    TrustEntry,
    TrustState,
    customer_delivered_value,
    dominant_need,
    emotional_bank_account,
    lines_crossed,
    offer_choice,
    peak_end,
    service_compliance,
    service_type,
    social_style,
    trust_state,
)

desk = Text("desk", "柜台")
many = np.array([0.1, 0.9])

assert_type(customer_delivered_value(product_value=Decimal(5), monetary_cost=3), DeliveredValue)
assert_type(customer_delivered_value(product_value=many, monetary_cost=3.5), DeliveredValue)
assert_type(offer_choice(first_value=1, second_value=2), OfferChoice)
assert_type(social_style(assertiveness=0.2, responsiveness=0.9, threshold=0.5), SocialStyle)
assert_type(social_style(assertiveness=many, responsiveness=0.9, threshold=0.5), NDArray[Any])
assert_type(dominant_need(physiological=1, safety=1, belonging=0.2, esteem=0.4, threshold=0.5), MaslowNeed)
assert_type(service_type(procedural=3, personal=4, threshold=3, scale=(1, 5)), ServiceType)
assert_type(trust_state(balance=Decimal("0.5")), TrustState)
assert_type(trust_state(balance=many), NDArray[Any])

assert_type(peak_end(moments=[6, 2, 9], peak="worst"), PeakEnd)
cycle = ServiceCycle(title=desk, moments=[MomentOfTruth(number=n, text=desk, success=0.9) for n in (1, 2)])
assert_type(cycle.success(), float)
plan = Blueprint(
    title=desk,
    actions=[
        BlueprintAction(key="ask", lane="customer", text=desk),
        BlueprintAction(key="go", lane="support", text=desk),
    ],
    links=[BlueprintLink(source="ask", target="go")],
)
assert_type(plan.lines_of(plan.links[0]), tuple[BlueprintLine, ...])
assert_type(lines_crossed(source="customer", target="onstage"), tuple[BlueprintLine, ...])
standard = ServiceStandard(
    element="tact", metric="no rude word", unit="%", target=99, direction="higher_is_better", owner="desk"
)
assert_type(service_compliance(standards=[standard], measured={"no rude word": 99.5}), ServiceCompliance)
entry = TrustEntry(move="deposit", amount=3, kind="apology")
assert_type(emotional_bank_account(entries=[entry]), TrustAccount)
