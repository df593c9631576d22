"""What we owe a complaint."""

from servicemodel.complaints.cfpb import CFPB_STATES, CompanyResponse
from servicemodel.complaints.classes import ComplaintCategory, Severity
from servicemodel.complaints.complaint_life import COMPLAINT_LIFE
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.django_helpdesk import (
    DJANGO_HELPDESK_STATES,
    DJANGO_HELPDESK_TICKET,
    DjangoHelpdeskStatus,
)
from servicemodel.complaints.iso_10002 import (
    ISO_10002_PRINCIPLES,
    ISO_10002_STEPS,
    Clause,
    Iso10002Principle,
    Iso10002Step,
)
from servicemodel.complaints.status_mapping import StatusMapping, StatusReading
from servicemodel.complaints.transitions import Transition, Transitions
from servicemodel.complaints.zendesk import (
    ZENDESK_CLOSING,
    ZENDESK_STATES,
    ZENDESK_TICKET,
    ClosingRule,
    ZendeskStatus,
    zendesk_step,
)

__all__ = [
    "CFPB_STATES",
    "COMPLAINT_LIFE",
    "DJANGO_HELPDESK_STATES",
    "DJANGO_HELPDESK_TICKET",
    "ISO_10002_PRINCIPLES",
    "ISO_10002_STEPS",
    "ZENDESK_CLOSING",
    "ZENDESK_STATES",
    "ZENDESK_TICKET",
    "Clause",
    "ClosingRule",
    "CompanyResponse",
    "ComplaintCategory",
    "ComplaintState",
    "DjangoHelpdeskStatus",
    "Iso10002Principle",
    "Iso10002Step",
    "Severity",
    "StatusMapping",
    "StatusReading",
    "Transition",
    "Transitions",
    "ZendeskStatus",
    "zendesk_step",
]
