"""Objects as flat columns, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from servicemodel.errors import DomainError, RecordError, ServiceModelError
from servicemodel.objects import cells
from servicemodel.objects.checks import article
from servicemodel.objects.flat import FLAT_COLUMNS, WAIT_FLAG_COLUMNS, Column, columns_of
from servicemodel.waiting.wait_condition import WaitCondition

T = TypeVar("T")

__all__ = ["FLAT_COLUMNS", "WAIT_FLAG_COLUMNS", "Column", "columns", "from_columns"]

_MASK = "wait_conditions"


def columns(objects: Iterable[Any], *, kind: type[Any] | None = None, wait_flags: bool = False) -> dict[str, list[Any]]:
    """Lay objects of one class out as flat columns, one row an object.

    Parameters
    ----------
    objects : iterable of Customer, Account, ServiceEncounter, Complaint or LoyaltyTier
    kind : type, optional
        The class; needed only where there may be no objects.
    wait_flags : bool, default False
        Write one true-or-false column for each wait condition (``wait_unoccupied`` …) instead of the mask, as
        :func:`servicemodel.frames.score` takes them.

    Returns
    -------
    dict of str to list
        For ``pandas.DataFrame(...)``, ``polars.DataFrame(...)`` or ``pyarrow.table(...)``. Missing is ``None``; a label
        is its value, conditions are a mask, amounts are Decimal, instants are aware datetimes.

    Raises
    ------
    RecordError
        If an encounter has more than one wait, or a text of several has a semicolon in it.
    TypeError
        If the objects are of several classes, or of one without a flat form.

    Examples
    --------
    >>> from servicemodel.objects import Expectation, ServiceEncounter
    >>> visits = [ServiceEncounter(id="v1", performance=4, expectation=Expectation(level=5))]
    >>> flat = columns(visits)
    >>> flat["performance"], flat["expected"], flat["wait_minutes"]
    ([4.0], [5.0], [None])
    >>> from_columns(ServiceEncounter, flat) == visits
    True
    """
    rows = list(objects)
    if kind is None:
        if not rows:
            msg = "there are no objects to tell the class from; give kind=, such as kind=Customer"
            raise ServiceModelError(msg)
        kind = type(rows[0])
    table = columns_of(kind)
    answer: dict[str, list[Any]] = {column.name: [] for column in table}
    for number, row in enumerate(rows):
        if type(row) is not kind:
            msg = (
                f"row {number} is a {type(row).__name__}; a flat table holds objects of one class, here {kind.__name__}"
            )
            raise TypeError(msg)
        parts = _parts(number, row)
        for column in table:
            owner = parts.get(column.part, row)
            value = None if owner is None else getattr(owner, column.field)
            try:
                answer[column.name].append(cells.write(value, column))
            except RecordError as error:
                raise _at(number, column.name, error) from None
    return _with_flags(answer) if wait_flags else answer


def _parts(number: int, row: Any) -> dict[str | None, Any]:
    """Return what the parts of a row are: its expectation, its only wait, its profile."""
    waits = getattr(row, "waits", ())
    if len(waits) > 1:
        msg = f"row {number}: {row.id!r} has {len(waits)} waits; a flat row has at most one (use records for more)"
        raise RecordError(msg)
    return {
        "expectation": getattr(row, "expectation", None),
        "profile": getattr(row, "profile", None),
        "waits": waits[0] if waits else None,
    }


def _with_flags(answer: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Replace the mask by a column for each condition."""
    flat: dict[str, list[Any]] = {}
    for name, values in answer.items():
        if name == _MASK:
            for column, flag in WAIT_FLAG_COLUMNS.items():
                flat[column] = [None if mask is None else bool(mask & flag.value) for mask in values]
        else:
            flat[name] = values
    return flat


def from_columns(kind: type[T], columns: Mapping[str, Iterable[Any]]) -> list[T]:
    """Make objects from flat columns, one a row.

    Parameters
    ----------
    kind : type
        Customer, Account, ServiceEncounter, Complaint or LoyaltyTier.
    columns : mapping of str to list or array
        Columns by name, such as ``frame.to_dict("list")`` (pandas) or ``frame.to_dict(as_series=False)`` (Polars). A
        column may be left out unless it is required. ``None``, NaN, NaT and empty text are missing, and a missing
        value takes the field's default. Amounts may be text, instants ISO text or ``datetime64`` in UTC. Wait
        conditions are a mask or one true-or-false column each, not both.

    Returns
    -------
    list of objects

    Raises
    ------
    RecordError
        If a column is unknown or lacking, columns differ in length, or a value is refused; the message says in which
        row, counted from 0, and in which column.
    TypeError
        If the class has no flat form, or ``columns`` is no mapping.

    Examples
    --------
    >>> from servicemodel.objects import Customer
    >>> from_columns(Customer, {"id": ["c1", "c2"], "kind": ["purchaser", None]})[1].kind
    <CustomerKind.END_USER: 'end_user'>
    >>> from_columns(Customer, {"id": ["c1"], "knd": ["purchaser"]})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    servicemodel.errors.RecordError: column 'knd' is unknown; a Customer has 'id', 'name', 'kind', ...
    """
    table = columns_of(kind)
    given, length = _given(kind, table, columns)
    return [_row(kind, table, given, number) for number in range(length)]


def _given(kind: type[Any], table: tuple[Column, ...], columns: Any) -> tuple[dict[str, list[Any]], int]:
    """Check names and lengths."""
    if not isinstance(columns, Mapping):
        line = 'a mapping of names to lists, such as frame.to_dict("list")'
        msg = f"columns must be {line}; got {type(columns).__name__}"
        raise TypeError(msg)
    known = [column.name for column in table]
    flags = [name for name in WAIT_FLAG_COLUMNS if _MASK in known]
    for name in columns:
        if name not in known and name not in flags:
            allowed = ", ".join(map(repr, [*known, *flags]))
            msg = f"column {name!r} is unknown; {article(kind)} has {allowed}"
            raise RecordError(msg)
    if _MASK in columns and any(name in columns for name in flags):
        first = next(name for name in flags if name in columns)
        msg = f"columns {_MASK!r} and {first!r} say the same thing; give the mask or the flags, not both"
        raise RecordError(msg)
    for column in table:
        if column.required and column.part is None and column.name not in columns:
            msg = f"column {column.name!r} is lacking; {article(kind)} needs it"
            raise RecordError(msg)
    given: dict[str, list[Any]] = {}
    for name, values in columns.items():
        if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
            msg = f"column {name!r} must be a list or an array; got {type(values).__name__}"
            raise RecordError(msg)
        given[name] = list(values)
    lengths = {name: len(values) for name, values in given.items()}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{name!r}: {length}" for name, length in lengths.items())
        msg = f"columns differ in length: {shown}"
        raise RecordError(msg)
    return given, next(iter(lengths.values()))


def _row(kind: type[T], table: tuple[Column, ...], given: Mapping[str, list[Any]], number: int) -> T:
    fields: dict[str | None, dict[str, Any]] = {None: {}}
    for column in table:
        values = given.get(column.name)
        value = None if values is None or cells.absent(values[number]) else values[number]
        if value is None:
            continue
        try:
            fields.setdefault(column.part, {})[column.field] = cells.read(value, column)
        except RecordError as error:
            raise _at(number, column.name, error) from None
    _read_flags(fields, given, number)
    for column in table:
        if column.required and column.part in fields and column.field not in fields[column.part]:
            msg = (
                "is missing" if column.part is None else f"is missing, although the row says more of its {column.part}"
            )
            raise _at(number, column.name, msg)
    values_of = fields.pop(None)
    for part, inner in fields.items():
        owner = next(column.owner for column in table if column.part == part)
        made = _make(owner, inner, table, number)
        values_of[str(part)] = (made,) if part == "waits" else made
    made_of: T = _make(kind, values_of, table, number)
    return made_of


def _read_flags(fields: dict[str | None, dict[str, Any]], given: Mapping[str, list[Any]], number: int) -> None:
    """Put the conditions together where they came as a column each; a missing one is not guessed."""
    flags = {name: given[name][number] for name in WAIT_FLAG_COLUMNS if name in given}
    known = {name for name, holds in flags.items() if not cells.absent(holds)}
    if _MASK in given and "waits" in fields and "conditions" not in fields["waits"]:
        raise _at(
            number, _MASK, "is missing, although the row says more of its waits; 0 says that nothing adverse held"
        )
    if not flags or (not known and "waits" not in fields):
        return
    mask = 0
    for name, holds in flags.items():
        if name not in known:
            raise _at(number, name, "is missing, although the row says more of its waits; say True or False")
        try:
            mask |= WAIT_FLAG_COLUMNS[name].value if cells.read_flag(holds) else 0
        except RecordError as error:
            raise _at(number, name, error) from None
    fields.setdefault("waits", {})["conditions"] = WaitCondition(mask)


def _make(owner: type[Any], values: Mapping[str, Any], table: tuple[Column, ...], number: int) -> Any:
    """Make an object, and say in which row and column it was refused."""
    try:
        return owner(**values)
    except DomainError as error:
        field = error.argument.rpartition(".")[2]
        name = next(column.name for column in table if column.owner is owner and column.field == field)
        raise _at(number, name, error) from None
    except ServiceModelError as error:
        msg = f"row {number}: {error}"
        raise RecordError(msg) from None


def _at(number: int, column: str, fault: object) -> RecordError:
    text = str(fault)
    if isinstance(fault, DomainError):
        text = text.partition(" ")[2]  # the column stands for the field
    return RecordError(f"row {number}, column {column!r}: {text}")
