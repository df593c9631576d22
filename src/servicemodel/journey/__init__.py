"""What customers go through: moments of truth, blueprints, memory, standards of service, trust."""

from servicemodel.journey.blueprint import (
    BLUEPRINT_LANES,
    BLUEPRINT_STEPS,
    Blueprint,
    BlueprintAction,
    BlueprintLane,
    BlueprintLine,
    BlueprintLink,
    BlueprintStep,
    LaneEntry,
    lines_crossed,
)
from servicemodel.journey.emotional_bank_account import (
    TRUST_DEPOSITS,
    TrustAccount,
    TrustDeposit,
    TrustEntry,
    TrustMove,
    emotional_bank_account,
)
from servicemodel.journey.moment_lists import (
    FOUR_STEP_PROGRAMME,
    MOMENT_OUTCOMES,
    ImpactCard,
    MomentOutcome,
    MomentOutcomeEntry,
    ProgrammeStep,
    moment_outcome,
)
from servicemodel.journey.moments import MomentOfTruth, ServiceCycle
from servicemodel.journey.moments_of_truth import MomentCount, moments_of_truth
from servicemodel.journey.peak_end import PEAK_CHOICES, PeakChoice, PeakEnd, peak_end
from servicemodel.journey.service_elements import SERVICE_ELEMENTS, ElementEntry, ServiceElement, StandardDimension
from servicemodel.journey.service_standard import (
    DimensionCompliance,
    ServiceCompliance,
    ServiceStandard,
    service_compliance,
)
from servicemodel.journey.service_type import SERVICE_TYPES, ServiceHalf, ServiceType, service_type
from servicemodel.journey.stages import (
    SERVICES_THEATRE,
    SERVUCTION,
    ServuctionEntry,
    ServuctionPart,
    TheatreEntry,
    TheatrePart,
)
from servicemodel.journey.supermarket import SUPERMARKET_CYCLE
from servicemodel.journey.trust_state import TRUST_STATES, TrustState, trust_state

__all__ = [
    "BLUEPRINT_LANES",
    "BLUEPRINT_STEPS",
    "FOUR_STEP_PROGRAMME",
    "MOMENT_OUTCOMES",
    "PEAK_CHOICES",
    "SERVICES_THEATRE",
    "SERVICE_ELEMENTS",
    "SERVICE_TYPES",
    "SERVUCTION",
    "SUPERMARKET_CYCLE",
    "TRUST_DEPOSITS",
    "TRUST_STATES",
    "Blueprint",
    "BlueprintAction",
    "BlueprintLane",
    "BlueprintLine",
    "BlueprintLink",
    "BlueprintStep",
    "DimensionCompliance",
    "ElementEntry",
    "ImpactCard",
    "LaneEntry",
    "MomentCount",
    "MomentOfTruth",
    "MomentOutcome",
    "MomentOutcomeEntry",
    "PeakChoice",
    "PeakEnd",
    "ProgrammeStep",
    "ServiceCompliance",
    "ServiceCycle",
    "ServiceElement",
    "ServiceHalf",
    "ServiceStandard",
    "ServiceType",
    "ServuctionEntry",
    "ServuctionPart",
    "StandardDimension",
    "TheatreEntry",
    "TheatrePart",
    "TrustAccount",
    "TrustDeposit",
    "TrustEntry",
    "TrustMove",
    "TrustState",
    "emotional_bank_account",
    "lines_crossed",
    "moment_outcome",
    "moments_of_truth",
    "peak_end",
    "service_compliance",
    "service_type",
    "trust_state",
]
