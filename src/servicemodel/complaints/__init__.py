"""What we owe a complaint."""

from servicemodel.complaints.cfpb import (
    CFPB_STATES,
    CompanyResponse,
)
from servicemodel.complaints.channels import (
    DETECTION_METHODS,
    FEEDBACK_CHANNELS,
    ChannelEntry,
    ChannelLevel,
    DetectionMethod,
    FeedbackChannel,
    check_case_id,
)
from servicemodel.complaints.classes import (
    COMPLAINT_CATEGORIES,
    FIVE_BITS_MORE,
    HANDLING_PRINCIPLES,
    BitMore,
    ComplaintCategory,
    ComplaintSubject,
    HandlingPrinciple,
    Severity,
)
from servicemodel.complaints.complaint_life import COMPLAINT_LIFE
from servicemodel.complaints.complaint_likelihood import complaint_likelihood
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.complaint_type import (
    COMPLAINT_TYPES,
    ComplaintType,
    Legitimacy,
    complaint_type,
)
from servicemodel.complaints.deadlines import (
    Deadline,
    Deadlines,
    SkippedDay,
    deadlines,
)
from servicemodel.complaints.django_helpdesk import (
    DJANGO_HELPDESK_STATES,
    DJANGO_HELPDESK_TICKET,
    DjangoHelpdeskStatus,
)
from servicemodel.complaints.driver_weights import (
    COMPLAINT_DRIVERS,
    ComplaintDriver,
    DriverEntry,
    DriverSign,
    DriverWeights,
)
from servicemodel.complaints.due_date import due_date
from servicemodel.complaints.feedback_kind import (
    ComplaintScope,
    FeedbackKind,
    feedback_kind,
)
from servicemodel.complaints.flesch_kincaid_grade import flesch_kincaid_grade
from servicemodel.complaints.flesch_reading_ease import flesch_reading_ease
from servicemodel.complaints.grand_optical import (
    GRAND_OPTICAL,
    GUARANTEE_QUALITIES,
    GuaranteeQuality,
    ServiceGuarantees,
)
from servicemodel.complaints.guarantee_cost import (
    guarantee_cost,
    price_match,
)
from servicemodel.complaints.gunning_fog import gunning_fog
from servicemodel.complaints.handling_script import (
    CLEAR,
    LSCIA,
    SIX_STEPS,
    ClearStep,
    HandlingScript,
    LsciaStep,
    SequenceStep,
    handling_script,
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
from servicemodel.complaints.readability import (
    ChineseReadability,
    Readability,
    chinese_readability,
    readability,
)
from servicemodel.complaints.recovery_justice import recovery_justice
from servicemodel.complaints.recovery_paradox import (
    RecoveryFinding,
    RecoveryParadox,
    recovery_paradox,
)
from servicemodel.complaints.regime import (
    NOT_LAW,
    DeadlineStage,
    DeadlineStart,
    DeadlineUnit,
    FirstDay,
    Regime,
    Regimes,
)
from servicemodel.complaints.regimes import REGIMES
from servicemodel.complaints.reply import (
    Reply,
    check_reply,
    draft_reply,
)
from servicemodel.complaints.reply_words import (
    REPLY_PARTS,
    ReplyPart,
)
from servicemodel.complaints.responses import (
    COMPLAINER_KINDS,
    DISSATISFACTION_RESPONSES,
    ComplainerEntry,
    ComplainerKind,
    DissatisfactionResponse,
    ResponseEntry,
)
from servicemodel.complaints.service_guarantee import (
    GuaranteeUnit,
    Remedy,
    RemedyChooser,
    ServiceGuarantee,
    WindowUse,
)
from servicemodel.complaints.smog_grade import smog_grade
from servicemodel.complaints.status_mapping import (
    StatusMapping,
    StatusReading,
)
from servicemodel.complaints.step_order import (
    Misplaced,
    OrderCheck,
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
    "CLEAR",
    "COMPLAINER_KINDS",
    "COMPLAINT_CATEGORIES",
    "COMPLAINT_DRIVERS",
    "COMPLAINT_LIFE",
    "COMPLAINT_TYPES",
    "DETECTION_METHODS",
    "DISSATISFACTION_RESPONSES",
    "DJANGO_HELPDESK_STATES",
    "DJANGO_HELPDESK_TICKET",
    "FEEDBACK_CHANNELS",
    "FIVE_BITS_MORE",
    "GRAND_OPTICAL",
    "GUARANTEE_QUALITIES",
    "HANDLING_PRINCIPLES",
    "ISO_10002_PRINCIPLES",
    "ISO_10002_STEPS",
    "JUSTICE_WEIGHTS",
    "LSCIA",
    "NOT_LAW",
    "REGIMES",
    "REPLY_PARTS",
    "SIX_STEPS",
    "TRIAGE",
    "ZENDESK_CLOSING",
    "ZENDESK_STATES",
    "ZENDESK_TICKET",
    "BitMore",
    "ChannelEntry",
    "ChannelLevel",
    "ChineseReadability",
    "Clause",
    "ClearStep",
    "ClosingRule",
    "CompanyResponse",
    "ComplainerEntry",
    "ComplainerKind",
    "ComplaintCategory",
    "ComplaintDriver",
    "ComplaintGravity",
    "ComplaintScope",
    "ComplaintState",
    "ComplaintSubject",
    "ComplaintType",
    "CustomerValue",
    "Deadline",
    "DeadlineStage",
    "DeadlineStart",
    "DeadlineUnit",
    "Deadlines",
    "DetectionMethod",
    "DissatisfactionResponse",
    "DjangoHelpdeskStatus",
    "DriverEntry",
    "DriverSign",
    "DriverWeights",
    "FeedbackChannel",
    "FeedbackKind",
    "FirstDay",
    "GuaranteeQuality",
    "GuaranteeUnit",
    "HandlingPrinciple",
    "HandlingScript",
    "Iso10002Principle",
    "Iso10002Step",
    "JusticeDimension",
    "Legitimacy",
    "LsciaStep",
    "Misplaced",
    "OrderCheck",
    "Readability",
    "RecoveryFinding",
    "RecoveryParadox",
    "Regime",
    "Regimes",
    "Remedy",
    "RemedyChooser",
    "Reply",
    "ReplyPart",
    "ResponseEntry",
    "SequenceStep",
    "ServiceGuarantee",
    "ServiceGuarantees",
    "Severity",
    "SkippedDay",
    "StatusMapping",
    "StatusReading",
    "Transition",
    "Transitions",
    "TriagePriority",
    "WindowUse",
    "ZendeskStatus",
    "check_case_id",
    "check_reply",
    "chinese_readability",
    "complaint_likelihood",
    "complaint_type",
    "deadlines",
    "draft_reply",
    "due_date",
    "feedback_kind",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "guarantee_cost",
    "gunning_fog",
    "handling_script",
    "price_match",
    "readability",
    "recovery_justice",
    "recovery_paradox",
    "smog_grade",
    "triage",
    "weakest_justice",
    "zendesk_step",
]
