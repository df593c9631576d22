"""Objects as plain dicts and JSON, and back. Needs the extra ``records`` (cattrs).

Amounts are written as text so that they stay exact, instants in ISO 8601 with their offset from UTC, durations in ISO
8601 (``PT8H``), labels as their value, wait conditions as an integer mask, tuples as lists.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar

import attrs

from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_policy import ClockPolicy
from servicemodel.complaints.regime import Regime
from servicemodel.complaints.service_guarantee import ServiceGuarantee
from servicemodel.errors import RecordError, ServiceModelError
from servicemodel.journey import Blueprint, ServiceCycle, ServiceStandard
from servicemodel.labels import Label
from servicemodel.objects import (
    Account,
    Complaint,
    ComplaintEvent,
    Customer,
    CustomerProfile,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Wait,
)
from servicemodel.objects.checks import HIDDEN, article
from servicemodel.survey.instrument import Instrument
from servicemodel.survey.scale import Scale
from servicemodel.waiting.wait_condition import WaitCondition

try:
    import cattrs
except ImportError as error:  # the sentence a user can act on
    msg = "servicemodel.records needs cattrs; install it with: pip install servicemodel[records]"
    raise ImportError(msg) from error

T = TypeVar("T")

#: The objects with a record.
KINDS: tuple[type[Any], ...] = (
    Customer,
    CustomerProfile,
    Account,
    Expectation,
    Wait,
    ServiceEncounter,
    Complaint,
    ComplaintEvent,
    LoyaltyTier,
    Regime,
    ServiceGuarantee,
    ClockPolicy,
    ClockEvent,
    Scale,
    Instrument,
    ServiceCycle,
    Blueprint,
    ServiceStandard,
)


def to_dict(obj: Any) -> dict[str, Any]:
    """Return an object as a dict of plain values; missing fields are ``None``.

    Raises
    ------
    TypeError
        If it is of no class in ``KINDS``.

    Examples
    --------
    >>> to_dict(Expectation(level=4))
    {'level': 4.0, 'adequate': None, 'desired': None, 'tolerance': 0.0, 'tolerance_above': None}
    """
    _check_kind(type(obj))
    return _converter().unstructure(obj)  # type: ignore[no-any-return]


def from_dict(kind: type[T], data: Mapping[str, Any]) -> T:
    """Make an object from a dict; a field that is left out takes its default.

    Raises
    ------
    RecordError
        If a field is unknown or lacking, or a value is refused; the message says where and what is allowed.
    TypeError
        If the class is not in ``KINDS``.

    Examples
    --------
    >>> from_dict(Customer, {"id": "c1", "annual_sales": "2400.50"}).annual_sales
    Decimal('2400.50')
    >>> from_dict(ServiceEncounter, {"id": "v1", "expectation": {"level": 5, "tolerence": 1}})
    Traceback (most recent call last):
    servicemodel.errors.RecordError: expectation.tolerence: no such field; an Expectation has level, adequate, desired, tolerance, tolerance_above
    """
    _check_kind(kind)
    try:
        return _converter().structure(data, kind)
    except (cattrs.BaseValidationError, ServiceModelError) as error:
        raise RecordError("; ".join(_faults(error, kind, ()))) from None


def to_json(obj: Any) -> str:
    """Return an object as JSON text; Chinese stays readable.

    Examples
    --------
    >>> to_json(Expectation(level=4, tolerance=1))
    '{"level": 4.0, "adequate": null, "desired": null, "tolerance": 1.0, "tolerance_above": null}'
    """
    return json.dumps(to_dict(obj), ensure_ascii=False, allow_nan=False)


def from_json(kind: type[T], text: str | bytes) -> T:
    """Make an object from JSON text.

    Raises
    ------
    RecordError
        If the text is not JSON, or as for :func:`from_dict`.

    Examples
    --------
    >>> from_json(Expectation, '{"level": 4}').level
    4.0
    """
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except RecordError:
        raise
    except ValueError as error:
        msg = f"the text is not JSON: {error}"
        raise RecordError(msg) from None
    return from_dict(kind, data)


def _check_kind(kind: type[Any]) -> None:
    if kind not in KINDS:
        shown = kind.__name__ if isinstance(kind, type) else repr(kind)
        msg = f"{shown} has no record; these have: {', '.join(known.__name__ for known in KINDS)}"
        raise TypeError(msg)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dict of a JSON object, which may say each field once only."""
    data = dict(pairs)
    if len(data) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        msg = f"the field {twice!r} is given twice"
        raise RecordError(msg)
    return data


# --- what each type of field takes --------------------------------------------------------------------------------


class _RefusedError(ServiceModelError):
    """A plain value is of another kind than its field takes; where it stands is found out later."""

    def __init__(self, value: Any, allowed: str, *, shown: str = "") -> None:
        self.shown = shown or repr(value)
        self.allowed = allowed
        super().__init__(allowed)


def _only(*kinds: type[Any], allowed: str) -> Callable[[Any, Any], Any]:
    """Return a hook that takes values of some types as they are; a bool is no number."""

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise _RefusedError(value, allowed)
        return value

    return hook


def _parsed(parse: Callable[[str], Any], *kinds: type[Any], allowed: str) -> Callable[[Any, Any], Any]:
    """Return a hook that reads text, and takes values of some types as they are."""

    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, kinds) and not isinstance(value, bool):
            return value
        if not isinstance(value, str):
            raise _RefusedError(value, allowed)
        try:
            return parse(value)
        except (ValueError, InvalidOperation):
            raise _RefusedError(value, allowed) from None

    return hook


def _label(value: Any, labels: type[Label]) -> Label:
    if isinstance(value, str) and value in labels.__members__.values():
        return labels(value)
    raise _RefusedError(value, f"one of {', '.join(repr(member.value) for member in labels)}")


def _conditions(value: Any, _: Any) -> WaitCondition:
    allowed = f"a sum of {', '.join(f'{flag.value} ({flag.name})' for flag in WaitCondition)}"
    if not isinstance(value, int) or isinstance(value, bool):
        raise _RefusedError(value, allowed)
    return WaitCondition(value)


_DURATION = re.compile(r"P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,6}))?S)?)?", re.ASCII)


def _duration(text: str) -> timedelta:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    days, hours, minutes, seconds, fraction = (
        int(part or 0) for part in (*found.groups()[:4], found[5] and f"{found[5]:0<6}")
    )
    return timedelta(days, seconds, fraction, minutes=minutes, hours=hours)


def _written_duration(duration: timedelta) -> str:
    """Return a duration, at least 0, in hours, minutes and seconds."""
    minutes, rest = divmod(duration, timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    seconds = (
        f"{rest.seconds}.{rest.microseconds:06}".rstrip("0").rstrip(".") if rest.microseconds else f"{rest.seconds}"
    )
    parts = ((f"{hours}H", hours), (f"{minutes}M", minutes), (f"{seconds}S", rest))
    return "PT" + ("".join(part for part, some in parts if some) or "0S")


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    hooks: dict[Any, Callable[[Any, Any], Any]] = {
        str: _only(str, allowed="text"),
        bool: _only(bool, allowed="true or false"),
        int: _only(int, allowed="a whole number"),
        float: _only(int, float, allowed="a number"),
        Decimal: _parsed(Decimal, Decimal, int, allowed="an exact amount as text, such as '12.50'"),
        datetime: _parsed(
            datetime.fromisoformat, datetime, allowed="an ISO 8601 instant such as '2024-05-01T09:30:00+08:00'"
        ),
        date: _parsed(date.fromisoformat, date, allowed="an ISO 8601 date such as '2024-05-01'"),
        timedelta: _parsed(_duration, timedelta, allowed="an ISO 8601 duration in days or less such as 'PT8H'"),
        float | str: _only(int, float, str, allowed="a number or a word"),
        WaitCondition: _conditions,
        Label: _label,
    }
    for kind, hook in hooks.items():
        converter.register_structure_hook(kind, hook)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(timedelta, _written_duration)
    converter.register_unstructure_hook(WaitCondition, int)
    converter.register_unstructure_hook(Label, lambda member: member.value)
    converter.register_structure_hook_factory(attrs.has, lambda kind: _fields_of(converter, kind))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _items_of(converter, kind))
    converter.register_unstructure_hook(tuple, lambda items: [converter.unstructure(item) for item in items])
    return converter


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _fields_of(converter: cattrs.Converter, kind: type[Any]) -> Callable[[Any, Any], Any]:
    """Return cattrs' own hook for a class, behind a check that it is given a dict."""
    inner = converter.gen_structure_attrs_fromdict(kind)

    def hook(value: Any, type_: Any) -> Any:
        if not isinstance(value, Mapping):
            # what stands in place of a whole object may hold anything, personal fields too
            raise _RefusedError(value, f"a dict with the fields of {article(kind)}", shown=type(value).__name__)
        return inner(value, type_)

    return hook


def _items_of(converter: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return cattrs' own hook for a tuple, behind a check that it is given a list."""
    items: Any = types.GenericAlias(list, kind.__args__[:1])

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise _RefusedError(value, "a list")
        return tuple(converter.structure(value, items))

    return hook


# --- where it went wrong ------------------------------------------------------------------------------------------


_NOTES = (cattrs.AttributeValidationNote, cattrs.IterableValidationNote)


def _faults(error: BaseException, kind: Any, path: tuple[str, ...]) -> Iterator[str]:
    """Say for each fault where it stands, as in ``waits[0].minutes``, and what is allowed there."""
    if isinstance(error, cattrs.BaseValidationError):
        owner = error.cl if isinstance(error, cattrs.ClassValidationError) else kind
        for inner in error.exceptions:
            steps = [_step(note) for note in getattr(inner, "__notes__", ()) if isinstance(note, _NOTES)]
            yield from _faults(inner, owner, (*path, *steps[-1:]))
        return
    where = "".join(path).removeprefix(".")
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        allowed = ", ".join(field.name for field in attrs.fields(error.cl))
        for name in sorted(map(str, error.extra_fields)):
            yield f"{where}.{name}: no such field; {article(error.cl)} has {allowed}".removeprefix(".")
    elif isinstance(error, KeyError):
        yield f"{where}: the field is missing, and {article(kind)} needs it"
    elif isinstance(error, _RefusedError):
        shown = HIDDEN if _is_hidden(kind, path) else error.shown
        yield f"{where or kind.__name__}: must be {error.allowed}; got {shown}"
    else:
        yield f"{where}: {error}" if where else str(error)


def _is_hidden(kind: Any, path: tuple[str, ...]) -> bool:
    """Whether what stands there must stay out of messages, as it stays out of ``repr``."""
    field = attrs.fields_dict(kind).get(path[-1].removeprefix(".")) if path else None
    return kind is CustomerProfile or (field is not None and field.repr is False)


def _step(note: Any) -> str:
    return f".{note.name}" if isinstance(note, cattrs.AttributeValidationNote) else f"[{note.index}]"
