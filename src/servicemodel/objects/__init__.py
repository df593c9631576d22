"""Customers, accounts, encounters, complaints: the objects that ask the models about themselves."""

from servicemodel.objects.account import Account
from servicemodel.objects.columns import columns, from_columns
from servicemodel.objects.complaint import Complaint
from servicemodel.objects.complaint_event import ComplaintEvent
from servicemodel.objects.customer import Customer, CustomerKind, CustomerProfile
from servicemodel.objects.encounter import ServiceEncounter
from servicemodel.objects.expectation import Expectation
from servicemodel.objects.flat import FLAT_COLUMNS, WAIT_FLAG_COLUMNS, Column
from servicemodel.objects.loyalty_tier import LoyaltyTier
from servicemodel.objects.money import Total, total_amount
from servicemodel.objects.wait import Wait

__all__ = [
    "FLAT_COLUMNS",
    "WAIT_FLAG_COLUMNS",
    "Account",
    "Column",
    "Complaint",
    "ComplaintEvent",
    "Customer",
    "CustomerKind",
    "CustomerProfile",
    "Expectation",
    "LoyaltyTier",
    "ServiceEncounter",
    "Total",
    "Wait",
    "columns",
    "from_columns",
    "total_amount",
]
