"""One number at a time: no NumPy, exact with Decimal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from servicemodel.arguments import Argument, Category, Conditions, Flag, Instant, Quantity, Requirement
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.evaluate.instants import instant_of
from servicemodel.evaluate.verbs import numbers as verbs
from servicemodel.labels import is_missing

if TYPE_CHECKING:
    from servicemodel.evaluate.run import Contract


def evaluate(contract: Contract, kernel: Callable[..., Any], values: Mapping[str, Any]) -> Any:
    """Check single values and answer."""
    exact = any(isinstance(value, Decimal) for value in values.values())
    checked = {name: check(contract, name, value, exact=exact) for name, value in values.items()}
    for requirement in contract.requirements:
        if requirement.applies(checked):
            require(requirement, checked, values)
    return kernel(verbs, *checked.values())


def require(requirement: Requirement, checked: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Raise :class:`DomainError` where single values do not fit together; ``values`` are as they were given."""
    if not requirement.holds(**{name: checked[name] for name in requirement.arguments}):
        first, *others = requirement.arguments
        given = ", ".join(f"{name}={values[name]!r}" for name in others)
        raise DomainError(first, values[first], f"such that {requirement.text.en} ({given})")


def check(contract: Contract, name: str, value: Any, *, exact: bool = False) -> Any:
    """Return one value ready for a kernel, or raise what is wrong with it."""
    argument = contract.by_name[name]
    if is_missing(value):
        if argument.optional and (value is None or isinstance(argument, Instant)):  # pandas writes "not yet" as NaT
            return None
        msg = f"{name} is missing; a single value must be {argument.allowed()}"
        raise MissingError(msg)
    if isinstance(argument, Quantity):
        return _quantity(contract, argument, value, exact=exact)
    if isinstance(argument, Conditions):
        return mask_of(argument, value)
    return _other(contract, argument, value)


def _other(contract: Contract, argument: Argument, value: Any) -> Any:
    if isinstance(argument, Category) and isinstance(value, str):
        return argument.labels(value)
    if isinstance(argument, Flag) and isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(argument, Instant) and isinstance(value, datetime | np.datetime64):
        return instant_of(argument, value)
    raise wrong_type(contract, argument, value)


def wrong_type(contract: Contract, argument: Argument, value: Any) -> TypeError:
    """Say what the argument takes, and, where a column was given, the line to type instead."""
    kind = f"{type(value).__module__.partition('.')[0]}.{type(value).__qualname__}"
    message = f"{argument.name} must be {argument.allowed()}; got {kind.removeprefix('builtins.')}"
    if hasattr(value, "__len__") or hasattr(value, "alias"):
        columns = ", ".join(f'{name}="…"' for name in contract.by_name if name not in contract.defaults)
        message += f"; for columns of a frame write frames.score(df, {contract.name}, {columns})"
        message += ", with the names of the columns; an array goes in as it is"
    return TypeError(message)


def _quantity(contract: Contract, argument: Quantity, value: Any, *, exact: bool) -> float | Decimal:
    number: float | Decimal
    if isinstance(value, bool | np.bool_):
        raise wrong_type(contract, argument, value)
    if isinstance(value, Decimal):
        if not contract.decimal:
            msg = f"{argument.name} of {contract.name} takes a float, not a Decimal; write float({value!s})"
            raise TypeError(msg)
        number = value
    elif not isinstance(value, int | float | np.integer | np.floating):
        raise wrong_type(contract, argument, value)
    elif exact:
        number = _exact(contract, argument, value)
    else:
        try:
            number = float(value)
        except OverflowError:
            raise DomainError(argument.name, value, argument.allowed()) from None
    if isinstance(number, Decimal) and not number.is_finite():
        raise DomainError(argument.name, value, argument.allowed())
    if not argument.holds(number):
        raise DomainError(argument.name, value, argument.allowed())
    return number


def _exact(contract: Contract, argument: Quantity, value: Any) -> Decimal:
    if isinstance(value, int | np.integer):
        return Decimal(int(value))
    if value is contract.defaults.get(argument.name):
        return Decimal(repr(value))
    msg = f"{argument.name} is a float among Decimals; write Decimal({str(value)!r}) or use floats throughout"
    raise TypeError(msg)


def mask_of(argument: Conditions, value: Any) -> int:
    """Return the mask of a flag, an integer or a mapping of flags to truth values."""
    if isinstance(value, Mapping):
        mask = 0
        for flag, holds in flags_of(argument, value).items():
            if is_missing(holds):
                msg = f"{argument.name}: {flag.name} is missing; it must be True or False"
                raise MissingError(msg)
            if not isinstance(holds, bool | np.bool_):
                msg = f"{argument.name}: {flag.name} must be True or False; got {holds!r}"
                raise TypeError(msg)
            mask |= flag.value if holds else 0
        return mask
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | np.integer):
        msg = f"{argument.name} must be {argument.allowed()}; got {value!r}"
        raise TypeError(msg)
    try:
        return int(argument.flags(int(value)))
    except LabelError:
        raise DomainError(argument.name, value, argument.allowed()) from None


def flags_of(argument: Conditions, given: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return a mapping of conditions under the flags its keys stand for; a flag may be given once."""
    flags: dict[Any, Any] = {}
    for key, holds in given.items():
        flag = _flag_of(argument, key)
        if flag in flags:
            msg = f"{argument.name}: {flag.name} is given twice, as a member and by its name"
            raise ServiceModelError(msg)
        flags[flag] = holds
    return flags


def _flag_of(argument: Conditions, key: Any) -> Any:
    """Return the single flag a mapping's key stands for: the member itself, or its name in lower case."""
    if isinstance(key, str):
        by_name = {flag.name.lower(): flag for flag in argument.flags}
        if key in by_name:
            return by_name[key]
    elif isinstance(key, argument.flags) and key in tuple(argument.flags):
        return key
    raise DomainError(argument.name, key, argument.allowed())
