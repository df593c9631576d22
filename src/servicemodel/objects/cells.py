"""One cell of a flat table, read and written: what counts as missing, and which plain forms each kind of column takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np

from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.errors import RecordError
from servicemodel.labels import is_missing
from servicemodel.objects.checks import HIDDEN, INSTANT
from servicemodel.objects.complaint_event import ComplaintEvent
from servicemodel.objects.flat import Column
from servicemodel.waiting.wait_condition import WaitCondition

#: What joins the items of a column of several texts or days.
SEPARATOR = ";"


def absent(value: Any) -> bool:
    """Whether a cell is missing: ``None``, NaN, NaT, NA, a masked value, or empty text as CSV files write it."""
    if value is np.ma.masked or (isinstance(value, str) and value == ""):
        return True
    return len(value) == 0 if isinstance(value, list | tuple | np.ndarray) else is_missing(value)


def read(value: Any, column: Column) -> Any:
    """Return a cell as its field takes it.

    Raises
    ------
    RecordError
        If the cell is of another kind; the message says what is allowed, not where.
    """
    return _READ[column.kind](value, column)


def write(value: Any, column: Column) -> Any:
    """Return a field as its column holds it: a label as its value, conditions as a mask, several items joined."""
    if value is None:
        return None
    if column.kind == "category":
        return value.value
    if column.kind == "mask":
        return int(value)
    if column.kind in ("texts", "dates", "events"):
        items = [_written(item) for item in value]
        for item in items:
            if SEPARATOR in item or item != item.strip():
                raise _bad(
                    item, column, f"items without {SEPARATOR!r} and spaces around them in a flat table; use records"
                )
        return f"{SEPARATOR} ".join(items) or None
    return value


def _written(item: Any) -> str:
    """Return one of several items as text."""
    if isinstance(item, ComplaintEvent):
        return " ".join(filter(None, (item.state.value, item.at.isoformat(), item.note)))
    return item.isoformat() if isinstance(item, date) else str(item)


def _bad(value: Any, column: Column, allowed: str) -> RecordError:
    return RecordError(f"must be {allowed}; got {HIDDEN if column.hidden else value!r}")


def _text(value: Any, column: Column) -> str:
    if not isinstance(value, str):
        line = "" if column.hidden else f" (write {str(value)!r})"
        raise _bad(value, column, f"text{line}")
    return str(value)


def _number(value: Any, column: Column) -> float:
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        line = " (write float(value))" if isinstance(value, Decimal) else ""
        raise _bad(value, column, f"a number{line}")
    try:
        return float(value)
    except OverflowError:
        raise _bad(value, column, "a finite number") from None


def _whole(value: Any, column: Column) -> int:
    number = _number(value, column)
    if not number.is_integer():  # pandas turns whole numbers into floats where some are missing
        raise _bad(value, column, "a whole number")
    return int(value)


def _amount(value: Any, column: Column) -> Decimal:
    if isinstance(value, float | np.floating):
        line = "" if column.hidden else f": write Decimal({str(value)!r})"
        raise _bad(value, column, f"an exact amount{line}")
    if isinstance(value, str):
        try:
            return Decimal(value)
        except InvalidOperation:
            raise _bad(value, column, "an amount such as '12.50'") from None
    if isinstance(value, int | np.integer) and not isinstance(value, bool):
        return Decimal(int(value))
    if not isinstance(value, Decimal):
        raise _bad(value, column, "a Decimal, a whole number or text such as '12.50'")
    return value


def _instant(value: Any, column: Column) -> datetime:
    if isinstance(value, np.datetime64):
        exact = value.astype("datetime64[us]")
        if exact != value or not isinstance(exact.item(), datetime):
            raise _bad(value, column, f"{INSTANT}, to the microsecond")
        return exact.item().replace(tzinfo=UTC)  # type: ignore[no-any-return]
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise _bad(value, column, f"{INSTANT}, such as '2024-05-01T09:30:00+08:00'") from None
    if not isinstance(value, datetime):
        raise _bad(value, column, INSTANT)
    return value


def _date(value: Any, column: Column) -> date:
    if isinstance(value, np.datetime64):
        day = value.astype("datetime64[D]")
        if day != value or not isinstance(day.item(), date):
            raise _bad(value, column, "a whole day")
        return day.item()  # type: ignore[no-any-return]
    if isinstance(value, datetime):  # pandas has no days, only midnights
        midnight = value.tzinfo is None and value == datetime(value.year, value.month, value.day)  # noqa: DTZ001
        if not midnight:
            raise _bad(value, column, "a date, or midnight without a time zone")
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _bad(value, column, "a date such as '2024-05-01'") from None
    if not isinstance(value, date):
        raise _bad(value, column, "a date")
    return value


def read_flag(value: Any) -> bool:
    """Return a cell that says yes or no.

    Raises
    ------
    RecordError
        If it is neither True nor False.
    """
    if not isinstance(value, bool | np.bool_):
        msg = f"must be True or False; got {value!r}"
        raise RecordError(msg)
    return bool(value)


def _flag(value: Any, _: Column) -> bool:
    return read_flag(value)


def _category(value: Any, column: Column) -> Any:
    for member in column.labels or ():
        if isinstance(value, str) and value == member.value:
            return member
    allowed = ", ".join(repr(member.value) for member in column.labels or ())
    raise _bad(value, column, f"one of {allowed}")


def _mask(value: Any, column: Column) -> WaitCondition:
    try:
        return WaitCondition(_whole(value, column))
    except ValueError as error:
        raise error if isinstance(error, RecordError) else RecordError(str(error)) from None


def _items(value: Any, column: Column) -> list[Any]:
    if isinstance(value, str):
        return [item.strip() for item in value.split(SEPARATOR)]
    if isinstance(value, list | tuple | np.ndarray):
        return list(value)
    raise _bad(value, column, f"text with {SEPARATOR!r} between the items, or a list")


def _texts(value: Any, column: Column) -> tuple[str, ...]:
    return tuple(_text(item, column) for item in _items(value, column))


def _dates(value: Any, column: Column) -> tuple[date, ...]:
    return tuple(_date(item, column) for item in _items(value, column))


def _events(value: Any, column: Column) -> tuple[ComplaintEvent, ...]:
    return tuple(_event(_text(item, column), column) for item in _items(value, column))


def _event(item: str, column: Column) -> ComplaintEvent:
    state, _, rest = item.partition(" ")
    at, _, note = rest.partition(" ")
    try:
        return ComplaintEvent(state=ComplaintState(state), at=datetime.fromisoformat(at), note=note or None)
    except ValueError:  # an unknown state, no instant, no zone
        allowed = f"'state instant note', such as 'acknowledged 2024-05-01T09:30:00+08:00', joined by {SEPARATOR!r}"
        raise _bad(item, column, allowed) from None


_READ: dict[str, Callable[[Any, Column], Any]] = {
    "text": _text,
    "number": _number,
    "whole": _whole,
    "amount": _amount,
    "instant": _instant,
    "date": _date,
    "flag": _flag,
    "category": _category,
    "mask": _mask,
    "texts": _texts,
    "dates": _dates,
    "events": _events,
}
