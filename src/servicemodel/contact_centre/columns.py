"""What the measures made of single contacts take: columns, one row per contact, checked as a model's arguments are."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.arguments import Argument, Category, Flag, Quantity, Requirement
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.evaluate import Array, Verbs, run
from servicemodel.evaluate.arrays import array_of
from servicemodel.evaluate.instants import index_of
from servicemodel.labels import MISSING_CODE, Label, is_missing

Codes = NDArray[np.int64]


@attrs.frozen
class _Column:
    """One argument as a contract of its own: a column is checked as an argument of a model is."""

    name: str
    arguments: tuple[Argument]
    requirements: tuple[Requirement, ...] = ()
    defaults: Mapping[str, Any] = attrs.field(factory=dict)
    decimal: bool = False

    @property
    def by_name(self) -> Mapping[str, Argument]:
        return {argument.name: argument for argument in self.arguments}

    @property
    def limits(self) -> tuple[tuple[float, float], ...]:
        (argument,) = self.arguments
        return (argument.limits if isinstance(argument, Quantity) else (inf, -inf),)

    @property
    def labels(self) -> Any:
        (argument,) = self.arguments
        if isinstance(argument, Flag):
            return bool  # anything but None: answers in codes, so that a missing flag has one of its own
        return argument.labels if isinstance(argument, Category) else None


def _itself(_: Verbs, value: Any) -> Any:
    return value


def column(function: str, argument: Argument, value: Any) -> Array:
    """Return a column as float64 with NaN, as codes with -1 or, of flags, as 1, 0 and -1; a single value as an array.

    Raises
    ------
    DomainError, LabelError, MissingError, TypeError
        As a model's argument does.
    """
    check_kind(argument.name, value)
    if isinstance(value, str) and not isinstance(argument, Category):
        msg = f"{argument.name} must be {argument.allowed()}; got the text {value!r}"
        raise TypeError(msg)
    answer = run(_Column(function, (argument,)), _itself, value)
    if isinstance(answer, np.ndarray):
        return answer
    return np.asarray(answer.code if isinstance(answer, Label) else float(answer))


def check_kind(name: str, value: Any) -> None:
    """Refuse a column of a frame, saying what to type instead, and any other collection."""
    if isinstance(value, np.ndarray | list | tuple | str | bytes):
        return
    if hasattr(value, "__len__") or hasattr(value, "alias"):  # a series has a length, an expression an alias
        line = ": write column.to_numpy()" if hasattr(value, "to_numpy") or hasattr(value, "alias") else ""
        msg = f"{name} must be an array or a list; got {type(value).__qualname__}{line}"
        raise TypeError(msg)


def keys(name: str, value: Any) -> Codes:
    """Return a number for each different key, such as a customer's, and -1 where it is missing.

    Keys are text or whole numbers; a float column is one of whole numbers in which some are missing.
    """
    check_kind(name, value)
    # A list of numbers and text would become all text, and 1 would be "1".
    array = np.array(value, dtype=object) if isinstance(value, list | tuple) else array_of(name, value)
    kind = array.dtype.kind
    if array.size == 0:
        return np.empty(array.shape, np.int64)
    if kind in "iuUS":
        return _numbered(array)
    if kind == "f":
        known = ~np.isnan(array)
        _refuse(name, array, known & (array != np.floor(array)) | np.isinf(array), "text or a whole number")
        codes = np.full(array.shape, MISSING_CODE, np.int64)
        codes[known] = _numbered(array[known])
        return codes
    if kind not in "OT":
        msg = f"{name} must be text or whole numbers; got an array of {array.dtype}"
        raise TypeError(msg)
    return _hashed(name, array)


def _numbered(array: NDArray[Any]) -> Codes:
    return np.unique(array, return_inverse=True)[1].reshape(array.shape).astype(np.int64, copy=False)


def _hashed(name: str, array: NDArray[Any]) -> Codes:
    """Give Python objects their numbers in one pass over them; sorting them, as NumPy would, takes far longer."""
    found: dict[Any, int] = {}
    codes = np.empty(array.size, np.int64)
    for place, key in enumerate(array.ravel().tolist()):
        if _is_key(key):
            codes[place] = found.setdefault(key, len(found))
        elif is_missing(key):
            codes[place] = MISSING_CODE
        else:
            msg = (
                f"{name} must hold text or whole numbers, or None; got {key!r} at index {index_of(place, array.shape)}"
            )
            raise TypeError(msg)
    return codes.reshape(array.shape)


def _is_key(key: Any) -> bool:
    whole = isinstance(key, int | np.integer) or (isinstance(key, float) and key.is_integer())
    return isinstance(key, str) or (whole and not isinstance(key, bool))


def _refuse(name: str, array: NDArray[Any], outside: NDArray[np.bool_], allowed: str) -> None:
    refused = np.flatnonzero(outside)
    if refused.size:
        first = int(refused[0])
        where = index_of(first, array.shape)
        raise DomainError(name, array.ravel()[first].item(), allowed, index=where, count=int(refused.size))


def side_by_side(**columns: NDArray[Any]) -> list[NDArray[Any]]:
    """Return columns as flat arrays of one length; a single value stands beside every row."""
    if len({array.shape for array in columns.values() if array.ndim}) > 1:  # NumPy would repeat a row, or make a square
        shapes = ", ".join(f"{name} {array.shape}" for name, array in columns.items())
        msg = f"the columns must have one row for each contact; got {shapes}"
        raise ServiceModelError(msg)
    return [array.ravel() for array in np.broadcast_arrays(*columns.values())]
