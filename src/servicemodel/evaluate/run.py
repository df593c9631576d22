"""Check what was given, then let a kernel answer: a number at a time, an array in blocks, or an expression.

A kernel is an equation written once: ``kernel(do, *values)``. It is called with plain numbers, with blocks of float64
arrays, or with expressions cast to Float64; ``do`` holds the verbs for that kind. Categories arrive as members, as
integer codes or as string expressions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np

from servicemodel.arguments import Argument, Requirement
from servicemodel.evaluate import arrays, numbers
from servicemodel.evaluate.kinds import is_expression
from servicemodel.evaluate.verbs import numbers as number_verbs

#: Whole numbers up to here are exact in float64, so Python's arithmetic and an array's agree.
_EXACT = 2**53


class Contract(Protocol):
    """What ``run`` needs to know of a model; :class:`servicemodel.model.Model` is one."""

    @property
    def name(self) -> str:
        """The function's name, for messages."""

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The arguments, in the order of the kernel."""

    @property
    def by_name(self) -> Mapping[str, Argument]:
        """The arguments by name."""

    @property
    def limits(self) -> tuple[tuple[float, float], ...]:
        """Closed range of each argument; an empty one for what a comparison alone cannot check."""

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """Rules that join arguments."""

    @property
    def defaults(self) -> Mapping[str, Any]:
        """Default of each argument that has one."""

    @property
    def labels(self) -> Any:
        """The enum of the answer, or None where the answer is a number."""

    @property
    def decimal(self) -> bool:
        """Whether Decimal is taken."""


def run(contract: Contract, kernel: Callable[..., Any], /, *values: Any) -> Any:
    """Answer ``kernel(do, *values)`` after checking every value against the model's record.

    Raises
    ------
    DomainError
        If a number, or a value of an array, is outside what its argument allows.
    MissingError
        If a single number is missing.
    TypeError
        If a value is of a kind the argument does not take.
    """
    # The short path: plain numbers in range. It must stay free of calls: it is what makes one number cheap.
    for value, (low, high) in zip(values, contract.limits):  # noqa: B905 - strict= would cost a quarter of the call
        kind = type(value)
        if kind is not float and (kind is not int or not -_EXACT <= value <= _EXACT):
            break
        if not low <= value <= high:
            break
    else:
        if not contract.requirements:
            return kernel(number_verbs, *values)
    given = dict(zip(contract.by_name, values, strict=True))
    return _evaluator(given)(contract, kernel, given)


def _evaluator(given: Mapping[str, Any]) -> Callable[..., Any]:
    flat = [v for value in given.values() for v in (value.values() if isinstance(value, Mapping) else (value,))]
    if any(is_expression(value) for value in flat):
        from servicemodel.evaluate import expressions

        return expressions.evaluate
    if any(isinstance(value, np.ndarray | list | tuple) for value in flat):
        return arrays.evaluate
    return numbers.evaluate
