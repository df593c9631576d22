"""How long it felt, and how long people will bear it."""

from servicemodel.waiting.perceived_wait import perceived_wait
from servicemodel.waiting.wait_condition import WaitCondition
from servicemodel.waiting.wait_disconfirmation import wait_disconfirmation
from servicemodel.waiting.wait_profile import ANCHORED, MEASURED_ONLY, NEUTRAL, WaitProfile
from servicemodel.waiting.wait_tolerance import TOLERANCE_FACTORS, ServiceValue, wait_tolerance
from servicemodel.waiting.waiting_rules import WAITING_RULES, EvidenceGrade, RuleEffect, WaitingRule

__all__ = [
    "ANCHORED",
    "MEASURED_ONLY",
    "NEUTRAL",
    "TOLERANCE_FACTORS",
    "WAITING_RULES",
    "EvidenceGrade",
    "RuleEffect",
    "ServiceValue",
    "WaitCondition",
    "WaitProfile",
    "WaitingRule",
    "perceived_wait",
    "wait_disconfirmation",
    "wait_tolerance",
]
