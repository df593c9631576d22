"""What they felt: performance against expectation, the zone of tolerance, promises."""

from servicemodel.satisfaction.disconfirmation import disconfirmation
from servicemodel.satisfaction.promise_state import PromiseState, promise_state
from servicemodel.satisfaction.satisfaction_state import SATISFACTION_STATES, SatisfactionState, satisfaction_state
from servicemodel.satisfaction.service_adequacy import service_adequacy
from servicemodel.satisfaction.service_superiority import service_superiority
from servicemodel.satisfaction.tolerance_zone import TOLERANCE_ZONE, ToleranceZone, tolerance_zone

__all__ = [
    "SATISFACTION_STATES",
    "TOLERANCE_ZONE",
    "PromiseState",
    "SatisfactionState",
    "ToleranceZone",
    "disconfirmation",
    "promise_state",
    "satisfaction_state",
    "service_adequacy",
    "service_superiority",
    "tolerance_zone",
]
