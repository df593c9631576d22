"""What we owe a complaint."""

from servicemodel.complaints.cfpb import (
    CFPB_STATES,
    CompanyResponse,
)
from servicemodel.complaints.classes import (
    ComplaintCategory,
    Severity,
)
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
from servicemodel.complaints.justice import (
    JUSTICE_WEIGHTS,
    JusticeDimension,
)
from servicemodel.complaints.recovery_justice import recovery_justice
from servicemodel.complaints.recovery_paradox import (
    RecoveryFinding,
    RecoveryParadox,
    recovery_paradox,
)
from servicemodel.complaints.status_mapping import (
    StatusMapping,
    StatusReading,
)
from servicemodel.complaints.transitions import (
    Transition,
    Transitions,
)
from servicemodel.complaints.triage import (
    TRIAGE,
    ComplaintGravity,
    CustomerValue,
    TriagePriority,
    triage,
)
from servicemodel.complaints.weakest_justice import weakest_justice
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
    "JUSTICE_WEIGHTS",
    "TRIAGE",
    "ZENDESK_CLOSING",
    "ZENDESK_STATES",
    "ZENDESK_TICKET",
    "Clause",
    "ClosingRule",
    "CompanyResponse",
    "ComplaintCategory",
    "ComplaintGravity",
    "ComplaintState",
    "CustomerValue",
    "DjangoHelpdeskStatus",
    "Iso10002Principle",
    "Iso10002Step",
    "JusticeDimension",
    "RecoveryFinding",
    "RecoveryParadox",
    "Severity",
    "StatusMapping",
    "StatusReading",
    "Transition",
    "Transitions",
    "TriagePriority",
    "ZendeskStatus",
    "recovery_justice",
    "recovery_paradox",
    "triage",
    "weakest_justice",
    "zendesk_step",
]
