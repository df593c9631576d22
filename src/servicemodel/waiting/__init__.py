"""How long it felt, and how long people will bear it."""

from servicemodel.waiting.perceived_wait import perceived_wait
from servicemodel.waiting.wait_condition import WaitCondition
from servicemodel.waiting.wait_profile import ANCHORED, MEASURED_ONLY, NEUTRAL, WaitProfile
from servicemodel.waiting.waiting_rules import WAITING_RULES, EvidenceGrade, RuleEffect, WaitingRule

__all__ = [
    "ANCHORED",
    "MEASURED_ONLY",
    "NEUTRAL",
    "WAITING_RULES",
    "EvidenceGrade",
    "RuleEffect",
    "WaitCondition",
    "WaitProfile",
    "WaitingRule",
    "perceived_wait",
]
