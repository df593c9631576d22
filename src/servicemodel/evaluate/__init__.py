"""The one place that knows numbers from arrays from frame expressions."""

from servicemodel.evaluate.kinds import Array, Expression, Number, Values, Verbs, is_expression
from servicemodel.evaluate.run import Contract, run

__all__ = ["Array", "Contract", "Expression", "Number", "Values", "Verbs", "is_expression", "run"]
