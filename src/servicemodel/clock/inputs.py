"""What the questions of a calendar take: instants and durations, checked, as whole microseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.arguments import Instant
from servicemodel.clock.business_calendar import BusinessCalendar
from servicemodel.clock.rungs import Integers
from servicemodel.clock.timeline import END_YEAR, FIRST_YEAR
from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.evaluate.arrays import array_of
from servicemodel.evaluate.instants import common_unit, index_of, instant_of, instants_of
from servicemodel.labels import Text, is_missing

START = Instant(name="start", meaning=Text("from when", "起始时刻"))
END = Instant(name="end", meaning=Text("until when", "结束时刻"))
AT = Instant(name="at", meaning=Text("the instant asked about", "所问的时刻"))

#: How NumPy writes a missing time.
NAT = np.iinfo(np.int64).min

_UNIT = np.dtype("datetime64[us]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIRST, _END = (int(np.datetime64(str(year), "us").astype(np.int64)) for year in (FIRST_YEAR, END_YEAR))
_IN_RANGE = f"from {FIRST_YEAR} to the end of {END_YEAR - 1} in UTC"
_LONGEST = timedelta(microseconds=_END - _FIRST)
_DURATION = f"a duration of at least 0 and at most {_LONGEST.days:,} days"
_EXACT = "to the microsecond"


def check_calendar(calendar: Any, *, opens: bool) -> BusinessCalendar:
    """Return a calendar; where a question needs open time, refuse one that never opens."""
    if not isinstance(calendar, BusinessCalendar):
        msg = f"calendar must be a BusinessCalendar; got {type(calendar).__qualname__}"
        raise TypeError(msg)
    if opens and calendar.never_open:
        msg = "this calendar is never open, so no business time ever passes: give it hours"
        raise ServiceModelError(msg)
    return calendar


def is_many(*values: Any) -> bool:
    """Whether any value is an array or a list."""
    return any(isinstance(value, np.ndarray | list | tuple) for value in values)


def _refused(name: str, kinds: str, value: Any, *, many: bool) -> TypeError:
    line = ": write column.to_numpy()" if many and hasattr(value, "to_numpy") else ""
    these = " or an array of these" if many else ""
    msg = f"{name} must be {kinds}{these}; got {type(value).__qualname__}{line}"
    return TypeError(msg)


# --- instants --------------------------------------------------------------------------------------------------------


def one_instant(argument: Instant, value: Any, *, many: bool = False) -> int:
    """Return a single instant as microseconds since 1970 in UTC; ``many`` where an array would do as well."""
    if is_missing(value):
        msg = f"{argument.name} is missing; a single value must be {argument.allowed()}"
        raise MissingError(msg)
    if not isinstance(value, datetime | np.datetime64):
        raise _refused(argument.name, argument.allowed(), value, many=many)
    microseconds = (instant_of(argument, value) - _EPOCH) // _MICROSECOND
    if not _FIRST <= microseconds < _END:
        raise DomainError(argument.name, value, _IN_RANGE)
    return microseconds


def instants_between(start: Any, end: Any, *, many: bool = False) -> tuple[int, int]:
    """Return two single instants in microseconds, the end not before the start."""
    first, last = one_instant(START, start, many=many), one_instant(END, end, many=many)
    if last < first:
        raise DomainError(END.name, end, f"not before start (start={start!r})")
    return first, last


def many_instants(argument: Instant, value: Any) -> Integers:
    """Return an array of instants as microseconds since 1970 in UTC; ``NAT`` where missing."""
    if not is_many(value):
        return np.asarray(one_instant(argument, value, many=True))
    array = instants_of(argument, array_of(argument.name, value))
    coarse = np.result_type(array, _UNIT) == _UNIT
    if coarse:
        common_unit({argument.name: array, "": np.empty(0, _UNIT)})  # refuses what would wrap around on the way
    exact = array.astype(_UNIT, copy=False)
    if not coarse:
        _refuse(argument.name, array, (exact != array) & ~np.isnat(array), _EXACT)
    whole = exact.astype(np.int64)
    _refuse(argument.name, array, ((whole < _FIRST) | (whole >= _END)) & (whole != NAT), _IN_RANGE)
    return whole


# --- durations -------------------------------------------------------------------------------------------------------


def one_duration(name: str, value: Any, *, many: bool = False) -> int:
    """Return a single duration in microseconds; ``many`` where an array would do as well."""
    if is_missing(value):
        msg = f"{name} is missing; a single value must be {_DURATION}"
        raise MissingError(msg)
    if isinstance(value, np.timedelta64):
        return int(many_durations(name, np.array([value]))[0])
    if not isinstance(value, timedelta):
        raise _refused(name, "a timedelta", value, many=many)
    if not timedelta() <= value <= _LONGEST:
        raise DomainError(name, value, _DURATION)
    if getattr(value, "nanoseconds", 0):  # pandas' own timedelta
        raise DomainError(name, value, _EXACT)
    return value // _MICROSECOND


def many_durations(name: str, value: Any) -> Integers:
    """Return an array of durations in microseconds; ``NAT`` where missing."""
    if not is_many(value):
        return np.asarray(one_duration(name, value, many=True))
    array = array_of(name, value)
    if array.dtype.kind == "O" or array.size == 0:
        return _objects(name, array)
    if array.dtype.kind != "m" or np.datetime_data(array.dtype)[0] in {"Y", "M", "generic"}:
        msg = f"{name} must be an array of timedelta64 in weeks or a smaller unit; got an array of {array.dtype}"
        raise TypeError(msg)
    missing = np.isnat(array)
    raw = array.astype(np.int64)
    outside = raw < 0
    if np.result_type(array, np.dtype("timedelta64[us]")) == np.dtype("timedelta64[us]"):
        outside |= raw > int(np.timedelta64(_LONGEST).astype(array.dtype).astype(np.int64))
    _refuse(name, array, outside & ~missing, _DURATION)
    exact = array.astype("timedelta64[us]")
    _refuse(name, array, (exact != array) & ~missing, _EXACT)
    return exact.astype(np.int64)


def _objects(name: str, array: NDArray[Any]) -> Integers:
    whole = np.full(array.shape, NAT)
    for place, value in np.ndenumerate(array):
        if not is_missing(value):
            whole[place] = one_duration(name, value, many=True)
    return whole


# --- both ------------------------------------------------------------------------------------------------------------


def _refuse(name: str, array: NDArray[Any], outside: NDArray[np.bool_], allowed: str) -> None:
    refused = np.flatnonzero(outside)
    if refused.size:
        first = int(refused[0])
        raise DomainError(
            name, array.ravel()[first], allowed, index=index_of(first, array.shape), count=int(refused.size)
        )


def broadcast(**arrays: Integers) -> list[Integers]:
    """Return arrays of one shape."""
    try:
        return list(np.broadcast_arrays(*arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        msg = f"the arrays have shapes that do not broadcast: {shapes}"
        raise ServiceModelError(msg) from None


def spanned(*arrays: Integers) -> tuple[int, int] | None:
    """Return the earliest and the latest instant of some arrays; ``None`` where all are missing."""
    least = [int(np.min(array, where=array != NAT, initial=_END)) for array in arrays]
    most = [int(np.max(array, where=array != NAT, initial=NAT)) for array in arrays]
    return None if max(most) == NAT else (min(least), max(most))
