"""Instants: all are in UTC before any comparison, and none is rounded or wraps around on the way."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.arguments import Instant
from servicemodel.errors import DomainError
from servicemodel.labels import is_missing

_MICROSECONDS = np.dtype("datetime64[us]")
_LAST = np.iinfo(np.int64).max


def index_of(flat: int | np.integer[Any], shape: tuple[int, ...]) -> int | tuple[int, ...] | None:
    """Return where an element stands, as errors say it: ``None`` where the array is a single value."""
    place = tuple(int(i) for i in np.unravel_index(flat, shape))
    return place[0] if len(place) == 1 else place or None


def instant_of(argument: Instant, value: datetime | np.datetime64, index: Any = None) -> datetime:
    """Return a single instant in UTC; Python compares two times of one zone by their clocks, wrong where these go back.

    Parameters
    ----------
    argument : Instant
    value : aware datetime, or datetime64 in UTC
    index : int or tuple of int, optional
        Where it stands in an array, for the error.

    Raises
    ------
    DomainError
        If it has no time zone, is finer than a microsecond, or lies outside the years 1 to 9999 in UTC.
    """
    exact = f"{argument.allowed()}, to the microsecond and in the years 1 to 9999"
    if isinstance(value, np.datetime64):
        plain = value.astype(_MICROSECONDS).item()
        if not isinstance(plain, datetime) or np.datetime64(plain) != value:
            raise DomainError(argument.name, value, exact, index=index)
        return plain.replace(tzinfo=UTC)
    if value.tzinfo is None or value.utcoffset() is None:
        line = "write value.replace(tzinfo=ZoneInfo('Area/City'))"
        allowed = f"{argument.allowed()}, and this one has none ({line})"
        raise DomainError(argument.name, value, allowed, index=index)
    try:
        utc = value.astimezone(UTC)
    except OverflowError:
        raise DomainError(argument.name, value, exact, index=index) from None
    if getattr(utc, "nanosecond", 0):  # pandas' own datetime
        raise DomainError(argument.name, value, exact, index=index)
    return utc if type(utc) is datetime else datetime.combine(utc.date(), utc.time(), UTC)


def datetime64_of(instant: datetime) -> np.datetime64:
    """Return an instant in UTC as NumPy writes it."""
    return np.datetime64(instant.replace(tzinfo=None), "us")


def instants_of(argument: Instant, array: NDArray[Any]) -> NDArray[np.datetime64]:
    """Return an array as ``datetime64`` in UTC; objects may be aware datetimes, single ``datetime64`` or missing."""
    if array.dtype.kind == "M":
        has_unit = np.datetime_data(array.dtype)[0] != "generic"  # without a unit there can be nothing but NaT
        return array if has_unit else array.astype(_MICROSECONDS)
    if array.size == 0:
        return np.empty(array.shape, _MICROSECONDS)
    if array.dtype.kind != "O":
        msg = f"{argument.name} must be a datetime64 array in UTC; got an array of {array.dtype}"
        raise TypeError(msg)
    instants = np.full(array.shape, np.datetime64("NaT", "us"), _MICROSECONDS)
    for flat, value in enumerate(array.ravel()):
        if is_missing(value):
            continue
        if not isinstance(value, datetime | np.datetime64):
            msg = f"{argument.name} must hold datetimes with a time zone, or None; got {value!r}"
            raise TypeError(msg)
        instants.flat[flat] = datetime64_of(instant_of(argument, value, index_of(flat, array.shape)))
    return instants


def common_unit(arrays: dict[str, NDArray[np.datetime64]]) -> np.dtype[Any]:
    """Return the finest unit of some arrays; refuse an instant that it cannot hold, as NumPy would wrap it around.

    Raises
    ------
    DomainError
        Naming the argument and the first such value.
    """
    finest = np.result_type(*arrays.values())
    unit: Any = np.datetime_data(finest)
    for name, array in arrays.items():
        if array.dtype == finest or not array.size:
            continue
        last = np.datetime64(_LAST, unit).astype(array.dtype)
        own: Any = np.datetime_data(array.dtype)
        first = np.datetime64(-int(last.astype(np.int64)), own)  # NumPy gets this wrong when it coarsens
        refused = np.flatnonzero((array <= first) | (array >= last))
        if refused.size:
            allowed = f"between {first} and {last} beside instants in {unit[0]}; give all in a coarser unit"
            value, index = array.ravel()[refused[0]], index_of(refused[0], array.shape)
            raise DomainError(name, value, allowed, index=index, count=refused.size)
    return finest
