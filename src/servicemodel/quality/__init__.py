"""What the quality of a service is made of, and where it falls short."""

from servicemodel.quality.rater import RATER_DIMENSIONS, RATER_ORDER, SERVQUAL_ORDER, DimensionEntry, RaterDimension

__all__ = ["RATER_DIMENSIONS", "RATER_ORDER", "SERVQUAL_ORDER", "DimensionEntry", "RaterDimension"]
