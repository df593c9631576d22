"""What the fields of objects take: small converters and validators that name the object, the field and what is allowed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import IntFlag
from typing import Any, cast

import attrs
import numpy as np

from servicemodel.arguments import Quantity
from servicemodel.errors import DomainError, LabelError, MissingError
from servicemodel.labels import Label
from servicemodel.model import Model

INSTANT = "a datetime with a time zone"
AMOUNT = "a finite Decimal or whole number"

#: ISO 4217 codes are three capital letters; which of them exist changes over time and is not checked.
_CURRENCY = re.compile(r"[A-Z]{3}")


class _Hidden:
    """Stands in messages for a value that must not reach a log."""

    def __repr__(self) -> str:
        return "<hidden>"


HIDDEN = _Hidden()


def refused(owner: Any, field: attrs.Attribute[Any], value: Any, allowed: str) -> DomainError:
    """Return the error that names the object's class, the field, the value and what is allowed."""
    shown = HIDDEN if _personal(owner) else value
    return DomainError(f"{type(owner).__name__}.{field.name}", shown, allowed)


def wrong_type(owner: Any, field: attrs.Attribute[Any], value: Any, allowed: str) -> TypeError:
    """Return the error for a value of the wrong type; it names the type, not the value."""
    msg = f"{type(owner).__name__}.{field.name} must be {allowed}; got {type(value).__name__}"
    return TypeError(msg)


# --- converters: they change the type where that loses nothing, and leave the rest to the validators ---------------


def as_float(value: float) -> float:
    """Turn a whole number or a NumPy number into a float."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        return value
    try:
        return float(value)
    except OverflowError:  # the validator refuses it by name
        return value


def as_float_or_none(value: float | None) -> float | None:
    """Turn a number into a float; ``None`` stays."""
    return None if value is None else as_float(value)


def as_whole_or_none(value: int | None) -> int | None:
    """Turn a NumPy integer into an int; ``None`` stays."""
    return int(value) if isinstance(value, np.integer) else value


def as_amount_or_none(value: Decimal | int | None) -> Decimal | None:
    """Turn a whole number into a Decimal; ``None`` stays."""
    if isinstance(value, int | np.integer) and not isinstance(value, bool):
        return Decimal(int(value))
    return value  # type: ignore[return-value] # what is left is a Decimal, None, or refused by the validator


def as_instant_or_none(value: datetime | None) -> datetime | None:
    """Turn a pandas timestamp without nanoseconds into a plain datetime; ``None`` stays."""
    if isinstance(value, datetime) and value == value and getattr(value, "nanosecond", 1) == 0:  # noqa: PLR0124 - NaT
        return value.to_pydatetime()  # type: ignore[attr-defined, no-any-return]
    return value


def as_instant(value: datetime) -> datetime:
    """Turn a pandas timestamp without nanoseconds into a plain datetime."""
    return as_instant_or_none(value)  # type: ignore[return-value] # None is refused by the validator


def as_member(labels: type[Any], value: Any) -> Any:
    """Turn a label's string into the member; what is unknown is left to the validator."""
    return labels(value) if type(value) is str and value in labels.__members__.values() else value


def as_tuple(value: Any) -> Any:
    """Turn a list into a tuple; a string stays, and is refused."""
    return tuple(value) if isinstance(value, list) else value


# --- validators ---------------------------------------------------------------------------------------------------


@attrs.frozen
class Words:
    """Takes text that is not blank."""

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse anything else."""
        if value is None:
            msg = f"{type(owner).__name__}.{field.name} is missing; it must be text"
            raise MissingError(msg)
        if not isinstance(value, str):
            raise wrong_type(owner, field, value, "text")
        if not value.strip():
            raise refused(owner, field, value, "text that is not blank")


@attrs.frozen
class Currency:
    """Takes the code of a currency."""

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse anything but three capital letters."""
        allowed = "an ISO 4217 code of three capital letters, such as 'CNY'"
        if not isinstance(value, str):
            raise wrong_type(owner, field, value, allowed)
        if not _CURRENCY.fullmatch(value):
            raise refused(owner, field, value, allowed)


@attrs.frozen
class Within:
    """Takes a number in the range of a model's argument."""

    argument: Quantity

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse a number outside the range, and whatever is no number."""
        allowed = self.argument.allowed()
        if value is None:
            msg = f"{type(owner).__name__}.{field.name} is missing; it must be {allowed}"
            raise MissingError(msg)
        if isinstance(value, bool | np.bool_) or not isinstance(value, int | float):
            line = f"; write float({value!s})" if isinstance(value, Decimal) and not _personal(owner) else ""
            raise wrong_type(owner, field, value, allowed + line)
        if self.argument.whole and not isinstance(value, int):
            raise wrong_type(owner, field, value, allowed)
        if not self.argument.holds(value):
            raise refused(owner, field, value, allowed)


@attrs.frozen
class Amount:
    """Takes an exact amount of money, in the range of a model's argument where one is given."""

    argument: Quantity | None = None

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse floats, infinite amounts and amounts outside the range."""
        allowed = AMOUNT if self.argument is None else self.argument.allowed()
        if isinstance(value, float | np.floating):
            digits = "value" if _personal(owner) else repr(str(value))
            msg = f"{type(owner).__name__}.{field.name} must be an exact amount; got a float: write Decimal({digits})"
            raise TypeError(msg)
        if not isinstance(value, Decimal):
            raise wrong_type(owner, field, value, AMOUNT)
        if not value.is_finite() or (self.argument is not None and not self.argument.holds(value)):
            raise refused(owner, field, value, allowed)


@attrs.frozen
class Aware:
    """Takes an instant."""

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse a datetime without a time zone, or with nanoseconds that a datetime would drop."""
        if value is None:
            msg = f"{type(owner).__name__}.{field.name} is missing; it must be {INSTANT}"
            raise MissingError(msg)
        if not isinstance(value, datetime) or value != value:  # noqa: PLR0124 - NaT is a datetime that differs from itself
            raise wrong_type(owner, field, value, f"{INSTANT}, or None where it is missing")
        if value.tzinfo is None or value.utcoffset() is None:
            line = "write value.replace(tzinfo=ZoneInfo('Area/City'))"
            raise refused(owner, field, value, f"{INSTANT}, and this one has none ({line})")
        if getattr(value, "nanosecond", 0):
            raise refused(owner, field, value, f"{INSTANT} without nanoseconds (write value.floor('us'))")


@attrs.frozen
class Day:
    """Takes a calendar day."""

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse instants: which day they fall on depends on a zone."""
        if isinstance(value, datetime) or not isinstance(value, date):
            raise wrong_type(owner, field, value, "a date (of a datetime write value.date())")


@attrs.frozen
class Truth:
    """Takes true or false."""

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse anything else, whole numbers included."""
        if not isinstance(value, bool):
            raise wrong_type(owner, field, value, "True or False")


@attrs.frozen
class Member:
    """Takes a member of an enum of labels."""

    labels: type[Label]

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse anything else."""
        if isinstance(value, self.labels):
            return
        allowed = ", ".join(repr(member.value) for member in self.labels)
        if value is None:
            msg = f"{type(owner).__name__}.{field.name} is missing; it must be one of {allowed}"
            raise MissingError(msg)
        if not isinstance(value, str):
            raise wrong_type(owner, field, value, f"a {self.labels.__name__}: {allowed}")
        msg = f"{type(owner).__name__}.{field.name}: {value!r} is not a {self.labels.__name__}; allowed are {allowed}"
        raise LabelError(msg)


@attrs.frozen
class Combination:
    """Takes a combination of flags."""

    flags: type[IntFlag]

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse anything else."""
        if not isinstance(value, self.flags):
            raise wrong_type(owner, field, value, f"a {self.flags.__name__}, such as {self.flags.__name__}(0)")


@attrs.frozen
class Several:
    """Takes a tuple whose items all pass another validator."""

    item: Any

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse another container, and an item that is refused."""
        if not isinstance(value, tuple):
            raise wrong_type(owner, field, value, "a tuple")
        for part in value:
            self.item(owner, field, part)


@attrs.frozen
class Instance:
    """Takes an object of a class."""

    kind: type[Any]

    def __call__(self, owner: Any, field: attrs.Attribute[Any], value: Any) -> None:
        """Refuse anything else."""
        if not isinstance(value, self.kind):
            raise wrong_type(owner, field, value, article(self.kind))


def argument_of(model: Model, name: str) -> Within:
    """Return the validator for a field that feeds an argument of a model."""
    return Within(_quantity(model, name))


def amount_of(model: Model, name: str) -> Amount:
    """Return the validator for an amount that feeds an argument of a model."""
    return Amount(_quantity(model, name))


def _quantity(model: Model, name: str) -> Quantity:
    return cast("Quantity", model.by_name[name])


def article(kind: type[Any]) -> str:
    """Return the name of a class as a sentence has it."""
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _personal(owner: Any) -> bool:
    return bool(getattr(owner, "personal", False))


# --- rules that join fields, and what methods need ------------------------------------------------------------------


def between(first: datetime, second: datetime) -> timedelta:
    """Return the time from one instant to another.

    Python subtracts two datetimes of one zone by their clocks, which is an hour off across a change of the clock.
    """
    clocks = second.replace(tzinfo=None) - first.replace(tzinfo=None)
    return clocks - ((second.utcoffset() or timedelta(0)) - (first.utcoffset() or timedelta(0)))


def named(owner: Any) -> str:
    """Return the object's class, with its id where it has one."""
    identity = getattr(owner, "id", None)
    return type(owner).__name__ if identity is None else f"{type(owner).__name__} {identity!r}"


def needed(owner: Any, *names: str) -> tuple[Any, ...]:
    """Return fields of an object, or raise a MissingError that names those it lacks."""
    values = tuple(getattr(owner, name) for name in names)
    lacking = [name for name, value in zip(names, values, strict=True) if value is None]
    if lacking:
        msg = f"{named(owner)} has no {' and no '.join(lacking)}"
        raise MissingError(msg)
    return values
