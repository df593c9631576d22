"""Arrays in blocks that fit the cache, into one preallocated answer: no temporary is as long as the array."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from math import inf, nan
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from servicemodel.arguments import Category, Conditions, Flag, Instant, Quantity
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.evaluate import numbers
from servicemodel.evaluate.instants import common_unit, datetime64_of, index_of, instants_of
from servicemodel.evaluate.verbs.arrays import BlockVerbs
from servicemodel.labels import MISSING_CODE, is_missing

if TYPE_CHECKING:
    from servicemodel.evaluate.run import Contract

#: Values per block: 1 MiB of float64. Larger blocks leave the cache, smaller ones pay for the calls between them.
BLOCK = 131_072


def evaluate(contract: Contract, kernel: Callable[..., Any], values: Mapping[str, Any]) -> NDArray[Any]:
    """Check arrays (broadcast against each other and against single numbers) and answer in blocks."""
    given = {name: _prepare(contract, name, value) for name, value in values.items()}
    arrays = {name: value for name, value in given.items() if isinstance(value, np.ndarray)}
    constants = {name: value for name, value in given.items() if name not in arrays}
    for requirement in contract.requirements:
        if requirement.applies(given) and constants.keys() >= set(requirement.arguments):
            numbers.require(requirement, constants, values)
    iterator = _iterator(contract, arrays)
    violation = _Violation(contract)
    verbs = BlockVerbs()
    with iterator, np.errstate(all="ignore"):
        for *inputs, out in iterator if iterator.itersize else ():
            block = dict(zip(arrays, inputs, strict=True))
            missing = _missing(contract, block, arrays)
            for name, value in block.items():
                if isinstance(contract.by_name[name], Flag):
                    block[name] = value == 1
            if contract.requirements:
                violation.look(constants | block, missing, len(out))
            verbs.lend(out)
            answer = kernel(verbs, *(block.get(name, constants.get(name)) for name in given))
            if answer is not out:
                out[...] = answer
            if missing is not None:
                out[missing] = np.nan if contract.labels is None else MISSING_CODE
        answers: NDArray[Any] = iterator.operands[-1]
    violation.settle(answers.shape)
    return answers


def _iterator(contract: Contract, arrays: Mapping[str, NDArray[Any]]) -> Any:
    # Quantities are cast to float64 block by block, so that no unsigned or short float takes part in arithmetic, and
    # instants to their finest unit.
    instants = {name: array for name, array in arrays.items() if array.dtype.kind == "M"}
    unit = common_unit(instants) if instants else None
    quantities = {name for name in arrays if isinstance(contract.by_name[name], Quantity)}
    dtypes: list[Any] = [
        np.float64 if name in quantities else unit if name in instants else array.dtype
        for name, array in arrays.items()
    ]
    nditer: Any = np.nditer  # its overloads do not know a mix of given and allocated operands
    try:
        return nditer(
            [*arrays.values(), None],
            flags=["external_loop", "buffered", "zerosize_ok"],
            op_flags=[*(["readonly"] for _ in arrays), ["writeonly", "allocate"]],
            op_dtypes=[*dtypes, np.int8 if contract.labels is not None else np.float64],
            order="C",
            casting="same_kind",
            buffersize=BLOCK,
        )
    except ValueError as error:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        msg = f"the arrays have shapes that do not broadcast: {shapes}"
        raise ServiceModelError(msg) from error


def _missing(
    contract: Contract, block: Mapping[str, NDArray[Any]], arrays: Mapping[str, NDArray[Any]]
) -> NDArray[np.bool_] | None:
    """Return where a block lacks a value it needs, or ``None`` where it lacks none; refuse what is out of range."""
    missing: NDArray[np.bool_] | None = None
    for name, values in block.items():
        argument = contract.by_name[name]
        if isinstance(argument, Quantity):
            absent = _check_quantity(argument, values, arrays[name])
        elif isinstance(argument, Instant):
            absent = None if argument.optional else np.isnat(values)
        else:
            absent = values < 0 if values.dtype.kind == "i" and values.min() < 0 else None
        if absent is not None and absent.any():
            missing = absent if missing is None else missing | absent
    return missing


def _check_quantity(
    argument: Quantity, values: NDArray[np.float64], whole_array: NDArray[Any]
) -> NDArray[np.bool_] | None:
    if _all_good(argument, values):
        return None
    absent = np.isnan(values)
    if _outside(argument, values).any():
        everywhere = whole_array.astype(np.float64, copy=False).ravel()
        refused = np.flatnonzero(_outside(argument, everywhere))
        raise DomainError(
            argument.name,
            whole_array.ravel()[refused[0]].item(),
            argument.allowed(),
            index=index_of(refused[0], whole_array.shape),
            count=len(refused),
        )
    return absent


def _all_good(argument: Quantity, values: NDArray[np.float64]) -> bool:
    """Whether a glance shows that nothing is missing and nothing outside; a false alarm costs only a closer look.

    Read as unsigned integers, the floats from 0 up stand in order, then infinity and NaN, then all that is negative,
    with -infinity and NaN last again. So the largest pattern often tells everything, in one pass.
    """
    low, high = argument.limits
    if argument.whole:
        return False
    largest = np.maximum.reduce(values.view(np.uint64))
    if low <= 0 and largest <= _pattern(high):
        return True
    if not argument.bounded:
        return bool(largest < _pattern(-inf) and np.maximum.reduce(values.view(np.int64)) < _pattern(inf))
    return bool(low <= values.min() and values.max() <= high)


def _pattern(value: float) -> int:
    return int(np.float64(value).view(np.uint64))


def _outside(argument: Quantity, values: NDArray[np.float64]) -> NDArray[np.bool_]:
    low, high = argument.limits
    outside = (values < low) | (values > high)
    if argument.whole:
        outside |= np.floor(values) < values
    return outside


class _Violation:
    """Collects, block by block, where the arguments do not fit together, so that the error can count."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.offset = 0
        self.count = 0
        self.first: tuple[Any, Any, str, int] | None = None

    def look(self, given: Mapping[str, Any], missing: NDArray[np.bool_] | None, size: int) -> None:
        for requirement in self.contract.requirements:
            if not requirement.applies(given):
                continue
            joined = {name: given[name] for name in requirement.arguments}
            broken = np.broadcast_to(~np.asarray(requirement.holds(**joined)), (size,))
            if missing is not None:
                broken = broken & ~missing
            if not broken.any():
                continue
            self.count += int(np.count_nonzero(broken))
            if self.first is None:
                at = int(np.argmax(broken))
                values = {name: np.broadcast_to(joined[name], (size,))[at].item() for name in joined}
                name, *others = requirement.arguments
                also = ", ".join(f"{other}={values[other]!r}" for other in others)
                self.first = (name, values[name], f"such that {requirement.text.en} ({also})", self.offset + at)
        self.offset += size

    def settle(self, shape: tuple[int, ...]) -> None:
        if self.first is not None:
            name, value, allowed, flat = self.first
            raise DomainError(name, value, allowed, index=index_of(flat, shape), count=self.count)


def _prepare(contract: Contract, name: str, value: Any) -> Any:
    """Return a single checked value, or an array whose elements the blocks can check."""
    argument = contract.by_name[name]
    if isinstance(argument, Conditions):
        return _masks(argument, value)
    if not isinstance(value, np.ndarray | list | tuple):
        if isinstance(value, Decimal):
            msg = f"{name} is a Decimal beside an array; arrays are float64, so write float({value!s})"
            raise TypeError(msg)
        single = numbers.check(contract, name, value)
        return np.asarray(datetime64_of(single)) if isinstance(single, datetime) else single
    if isinstance(argument, Category):
        return _codes(argument, value)
    array = array_of(name, value)
    if isinstance(argument, Instant):
        return instants_of(argument, array)
    if isinstance(argument, Flag):
        return _truths(name, array)
    if array.dtype.kind == "O":
        shape = array.shape
        floats = [_float(name, item, flat, shape) for flat, item in enumerate(array.ravel())]
        array = np.array(floats, np.float64).reshape(shape)
    if array.dtype.kind in "US":
        text, where = _first_text(value)
        msg = f"{name} must be {argument.allowed()}; got the text {text!r} at index {where}"
        raise TypeError(msg)
    if array.dtype.kind not in "iuf":
        msg = f"{name} must be {argument.allowed()}; got an array of {array.dtype}"
        raise TypeError(msg)
    return array


def array_of(name: str, value: Any) -> NDArray[Any]:
    """Return an array or a list as an array; masked values come out missing."""
    if isinstance(value, np.ma.MaskedArray):  # np.asarray would silently lay the masked values bare
        array = np.array(value.data, dtype=object if value.dtype.kind in "biuSU" else value.dtype)
        array[np.ma.getmaskarray(value)] = {"O": None, "M": np.datetime64("NaT", "us")}.get(array.dtype.kind, np.nan)
        return array
    try:
        array = np.asarray(value)
    except ValueError as error:
        msg = f"{name} is a list whose parts have different lengths"
        raise ServiceModelError(msg) from error
    if isinstance(value, list | tuple) and array.dtype.kind in "iuf" and _has_truth(value):
        msg = f"{name} holds True or False among its numbers"
        raise TypeError(msg)
    return array.astype(np.float64) if array.size == 0 and isinstance(value, list | tuple) else array


def column_of(name: str, value: Any) -> NDArray[Any]:
    """Return an array or a list as an array; refuse anything else, a data frame's column with what to write."""
    if not isinstance(value, np.ndarray | list | tuple):
        line = ": write column.to_numpy()" if hasattr(value, "to_numpy") else ""
        msg = f"{name} must be a list or an array; got {type(value).__qualname__}{line}"
        raise TypeError(msg)
    return array_of(name, value)


def _has_truth(values: Sequence[Any]) -> bool:
    """Whether a list holds True or False, at any depth; looks at the types, so that long lists stay quick."""
    kinds = set(map(type, values))
    if not kinds.isdisjoint({bool, np.bool_}):
        return True
    nested = not kinds.isdisjoint({list, tuple})
    return nested and any(_has_truth(part) for part in values if isinstance(part, list | tuple))


def _first_text(values: Any) -> tuple[str | bytes, Any]:
    """Return the first text among values, and where it stands; NumPy makes the numbers beside it text too."""
    array = np.asarray(values, dtype=object)
    items = [item.item() if isinstance(item, np.ndarray) else item for item in array.ravel()]  # arrays of no dimension
    flat, text = next((i, item) for i, item in enumerate(items) if isinstance(item, str | bytes))
    return text, index_of(flat, array.shape)


def _float(name: str, value: Any, flat: int, shape: tuple[int, ...]) -> float:
    """Turn one object into a float, what is missing into NaN; anything else that is not a plain number is refused."""
    if isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError:
            return inf if value > 0 else -inf  # no domain holds either
    if is_missing(value):
        return nan
    line = "; arrays are float64: write np.asarray(values, dtype=float)" if isinstance(value, Decimal) else ""
    msg = f"{name} must hold numbers or None; got {value!r} at index {index_of(flat, shape)}{line}"
    raise TypeError(msg)


def _truths(name: str, array: NDArray[Any]) -> NDArray[np.int8]:
    """Turn flags into 1, 0 and -1 for missing."""
    if array.dtype.kind == "b":
        return array.astype(np.int8)
    codes = np.empty(array.shape, np.int8)
    for position, value in enumerate(array.ravel()):
        if is_missing(value):
            codes.flat[position] = MISSING_CODE
        elif isinstance(value, bool | np.bool_):
            codes.flat[position] = value
        else:
            msg = f"{name} must hold True, False or None; got {value!r}"
            raise TypeError(msg)
    return codes


def _codes(argument: Category, value: Any) -> NDArray[Any]:
    array = array_of(argument.name, value)
    if array.dtype.kind not in "iu":
        return argument.labels.codes(array.ravel().tolist()).reshape(array.shape)
    last = len(argument.labels) - 1
    refused = np.flatnonzero((array < MISSING_CODE) | (array > last))
    if refused.size:
        allowed = f"a code from -1 (missing) to {last}, {argument.allowed()}"
        first, where = array.ravel()[refused[0]].item(), index_of(refused[0], array.shape)
        raise DomainError(argument.name, first, allowed, index=where, count=refused.size)
    return array.astype(np.int8)


def _masks(argument: Conditions, value: Any) -> Any:
    """Return one checked mask, or an array of masks in which -1 is missing."""
    if isinstance(value, Mapping):
        if not any(isinstance(holds, np.ndarray | list | tuple) for holds in value.values()):
            return numbers.mask_of(argument, value)
        return _mask_of_columns(argument, numbers.flags_of(argument, value))
    if not isinstance(value, np.ndarray | list | tuple):
        return numbers.mask_of(argument, value)
    array = array_of(argument.name, value)
    absent = None
    if array.size == 0:
        return np.zeros(array.shape, np.int16)
    if array.dtype.kind == "O":
        items = array.ravel().tolist()
        absent = np.array([is_missing(item) for item in items]).reshape(array.shape)
        array = array_of(argument.name, [0 if is_missing(item) else item for item in items]).reshape(array.shape)
    if array.dtype.kind not in "iu":
        first = next(iter(argument.flags)).name.lower()
        line = f"; names go into a mapping, {{{first!r}: True}}" if array.dtype.kind in "US" else ""
        msg = f"{argument.name} must be whole-number masks; got an array of {array.dtype}{line}"
        raise TypeError(msg)
    every = sum(flag.value for flag in argument.flags)
    if (array.dtype.kind == "i" and array.min() < 0) or int(np.bitwise_or.reduce(array, axis=None)) & ~every:
        refused = np.flatnonzero((array < 0) | ((array & ~np.asarray(every).astype(array.dtype)) != 0))
        raise DomainError(
            argument.name,
            array.ravel()[refused[0]].item(),
            argument.allowed(),
            index=index_of(refused[0], array.shape),
            count=len(refused),
        )
    masks = array if array.dtype == np.uint8 else array.astype(np.int16)
    return masks if absent is None else np.where(absent, np.int16(MISSING_CODE), masks.astype(np.int16))


def _mask_of_columns(argument: Conditions, flags: Mapping[Any, Any]) -> NDArray[np.int16]:
    """Return the masks of arrays of truth values, one per flag; -1 where one of them is missing."""
    columns = {flag: _truths(flag.name.lower(), array_of(flag.name.lower(), holds)) for flag, holds in flags.items()}
    try:
        truths = dict(zip(columns, np.broadcast_arrays(*columns.values()), strict=True))
    except ValueError as error:
        shapes = ", ".join(f"{flag.name.lower()} {column.shape}" for flag, column in columns.items())
        msg = f"the arrays of {argument.name} have shapes that do not broadcast: {shapes}"
        raise ServiceModelError(msg) from error
    masks: Any = sum(np.where(column == 1, np.int16(flag.value), np.int16(0)) for flag, column in truths.items())
    missing = np.any([column == MISSING_CODE for column in truths.values()], axis=0)
    return np.where(missing, np.int16(MISSING_CODE), masks)
