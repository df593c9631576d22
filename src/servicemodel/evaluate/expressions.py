"""Frame expressions: the same checks and kernels, built lazily; rows outside the domain become null."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import numpy as np

from servicemodel.arguments import Argument, Category, Conditions, Flag, Instant, Quantity
from servicemodel.evaluate import numbers
from servicemodel.evaluate.kinds import is_expression
from servicemodel.evaluate.verbs import expressions as verbs

if TYPE_CHECKING:
    from servicemodel.evaluate.run import Contract


def evaluate(contract: Contract, kernel: Callable[..., Any], values: Mapping[str, Any]) -> Any:
    """Build the expression of the answer: null where a value is missing or outside the domain."""
    import narwhals as nw

    given = {name: ready(contract, name, value) for name, value in values.items()}
    valid = [test for name, value in given.items() for test in _valid(contract.by_name[name], value)]
    for requirement in contract.requirements:
        if requirement.applies(given):
            joined = {name: given[name] for name in requirement.arguments}
            if any(map(is_expression, joined.values())):
                valid.append(requirement.holds(**joined))
            else:
                numbers.require(requirement, given, values)
    answer = kernel(verbs, *given.values())
    return nw.when(reduce(and_, valid)).then(answer) if valid else answer


def ready(contract: Contract, name: str, value: Any) -> Any:
    """Return an expression cast for a kernel, or a single checked value."""
    import narwhals as nw

    argument = contract.by_name[name]
    if isinstance(argument, Conditions):
        return _flags(contract, argument, value)
    if isinstance(value, np.ndarray | list | tuple):
        msg = f"{name} is an array beside frame expressions; put it into the frame as a column"
        raise TypeError(msg)
    if isinstance(value, Decimal):
        msg = f"{name} is a Decimal beside frame expressions, which are float64; write float({value!s})"
        raise TypeError(msg)
    if not is_expression(value):
        return numbers.check(contract, name, value)
    return value.cast(nw.Float64) if isinstance(argument, Quantity) else value


def _flags(contract: Contract, argument: Conditions, value: Any) -> Any:
    import narwhals as nw

    if is_expression(value):
        columns = ", ".join(f"{flag.name}: column" for flag in list(argument.flags)[:2])
        msg = (
            f"{argument.name} of {contract.name} cannot be a column of masks: engines disagree on bit operations;"
            f" give one boolean column per condition, as in {{{columns}, …}}"
        )
        raise TypeError(msg)
    if isinstance(value, Mapping):
        flags = numbers.flags_of(argument, value)
        if not any(is_expression(holds) for holds in flags.values()):
            return numbers.mask_of(argument, flags)
        return {
            flag: holds if is_expression(holds) else nw.lit(numbers.mask_of(argument, {flag: holds}) != 0)
            for flag, holds in flags.items()
        }
    return numbers.mask_of(argument, value)


def _valid(argument: Argument, value: Any) -> list[Any]:
    """Return the tests that a value is there and in the domain."""
    if isinstance(value, Mapping):
        return [~holds.is_null() for holds in value.values()]
    if not is_expression(value):
        return []
    if isinstance(argument, Quantity):
        return [inside(argument, value)]
    if isinstance(argument, Category):
        return [value.is_in([member.value for member in argument.labels])]
    if isinstance(argument, Flag) or (isinstance(argument, Instant) and not argument.optional):
        return [~value.is_null()]
    return []


def inside(argument: Quantity, value: Any) -> Any:
    """Return the condition that a Float64 expression is in range; the finite edges keep NaN out on every engine."""
    low, high = argument.limits
    test = (value >= low) & (value <= high)
    return test & (value == value.floor()) if argument.whole else test


def refused(argument: Argument, value: Any) -> Any | None:
    """Return the condition that a value is there but outside the domain, or ``None`` where that cannot be."""
    import narwhals as nw

    if not is_expression(value):
        return None
    if isinstance(argument, Quantity):
        number = value.cast(nw.Float64)
        return ~number.is_null() & ~number.is_nan() & ~inside(argument, number)
    if isinstance(argument, Category):
        return ~value.is_null() & ~value.is_in([member.value for member in argument.labels])
    return None


def reasons(contract: Contract, values: Mapping[str, Any]) -> list[tuple[Any, str]]:
    """Return (condition that a row is refused, reason in words) for each way a row can be refused."""
    given = {name: ready(contract, name, value) for name, value in values.items()}
    found = []
    for name, value in given.items():
        argument = contract.by_name[name]
        condition = refused(argument, value)
        if condition is not None:
            found.append((condition, f"{name} must be {argument.allowed()}"))
    everything = {**contract.defaults, **given}
    for requirement in contract.requirements:
        if not requirement.applies(everything):
            continue
        joined = {name: everything[name] for name in requirement.arguments}
        if not any(map(is_expression, joined.values())):
            numbers.require(requirement, joined, joined)
            continue
        there = [test for name, value in joined.items() for test in _valid(contract.by_name[name], value)]
        first = requirement.arguments[0]
        found.append(
            (reduce(and_, there) & ~requirement.holds(**joined), f"{first} must be such that {requirement.text.en}")
        )
    return found
