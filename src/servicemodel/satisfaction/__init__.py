"""What they felt: performance against expectation, the zone of tolerance, promises."""

from servicemodel.satisfaction.disconfirmation import disconfirmation
from servicemodel.satisfaction.satisfaction_state import SATISFACTION_STATES, SatisfactionState, satisfaction_state

__all__ = ["SATISFACTION_STATES", "SatisfactionState", "disconfirmation", "satisfaction_state"]
