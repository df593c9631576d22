"""The events of many requests as columns: checked, and put in order a request after the other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_log import NEXT_STATUS, RequestStatus, allowed_after
from servicemodel.clock.inputs import AT, NAT, is_many, many_durations, many_instants
from servicemodel.clock.rungs import Integers
from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.evaluate.arrays import array_of
from servicemodel.labels import is_missing

_CHANGED = ClockEventKind.POLICY_CHANGED.code
_IDS = "text or whole numbers that tell requests apart, all of one type"


@attrs.frozen(eq=False)
class Columns:
    """Events a request after the other, those of one request as listed; the longest logs first."""

    ids: NDArray[Any]  # of the requests, in order of their first event
    place: NDArray[np.intp]  # where in ``ids`` each request of the columns stands
    begin: NDArray[np.intp]  # where the events of each request begin
    lengths: NDArray[np.intp]
    index: NDArray[np.intp]  # where each event stood
    kind: NDArray[np.int8]
    at: Integers
    reason: NDArray[Any] | None
    target: Integers | None

    @property
    def steps(self) -> int:
        """How many events the longest log has."""
        return int(self.lengths[0])

    def events(self, step: int) -> NDArray[np.intp]:
        """Return where the event of this number stands, of each request that has so many."""
        having = int(np.searchsorted(-self.lengths, -step))
        return self.begin[:having] + step

    def check(self) -> None:
        """Refuse events that are out of order or may not stand where they stand.

        Raises
        ------
        DomainError
            Naming the first such event of the columns.
        """
        status = np.full(self.lengths.size, RequestStatus.UNKNOWN.code, np.int8)
        refused: list[tuple[int, DomainError]] = []
        for step in range(self.steps):
            events = self.events(step)
            now, good = status[: events.size], status[: events.size] >= 0
            late = good & (self.at[events] < self.at[events - min(step, 1)])
            following = NEXT_STATUS[now, self.kind[events]]
            for wrong in (late, good & (following < 0) & ~late):
                places = np.flatnonzero(wrong)
                if places.size:
                    first = places[np.argmin(self.index[events[places]])]
                    found = None if wrong is late else tuple(RequestStatus)[now[first]]
                    refused.append((int(self.index[events[first]]), self._error(events[first], first, found)))
            now[:] = np.where(good & ~late, following, -1)
        if refused:
            raise min(refused, key=lambda one: one[0])[1]

    def _error(self, event: np.intp, place: np.intp, status: RequestStatus | None) -> DomainError:
        """Return what is wrong with an event: out of order, or not after what its request is by then."""
        owner, index = self.ids[self.place[place]].item(), int(self.index[event])
        if status is None:
            at = self.at[event : event + 1].view("datetime64[us]")[0]
            allowed = f"not before the event of request {owner!r} that is listed before it"
            return DomainError("at", at, allowed, index=index)
        allowed = f"{allowed_after(status)}, as request {owner!r} is {status.en} there"
        return DomainError("kind", tuple(ClockEventKind)[self.kind[event]].value, allowed, index=index)


def read_columns(*, request: Any, kind: Any, at: Any, reason: Any, target: Any) -> Columns:
    """Check columns and put their events in order."""
    for name, value in {"request": request, "kind": kind, "at": at}.items():
        if not is_many(value):
            line = ": write column.to_numpy()" if hasattr(value, "to_numpy") else ""
            msg = (
                f"{name} must be an array or a list with an entry for each event; got {type(value).__qualname__}{line}"
            )
            raise TypeError(msg)
    ids, codes = _requests(request)
    kinds, instants = _kinds(kind), many_instants(AT, at)
    _complete("at", instants == NAT)
    columns: dict[str, NDArray[Any]] = {"request": codes, "kind": kinds, "at": instants}
    reasons = None if reason is None else np.asarray(reason, dtype=object)
    targets = None if target is None else many_durations("target", target)
    columns |= {name: column for name, column in (("reason", reasons), ("target", targets)) if column is not None}
    if any(column.shape != (codes.size,) for column in columns.values()):
        shapes = ", ".join(f"{name} {column.shape}" for name, column in columns.items())
        msg = f"the columns need one length, an entry for each event; they have {shapes}"
        raise ServiceModelError(msg)
    changes = np.flatnonzero(kinds == _CHANGED)
    if changes.size:
        _check_changes(changes, targets)
    lengths = np.bincount(codes, minlength=ids.size)
    place = np.argsort(-lengths, kind="stable")
    order = np.argsort(codes, kind="stable")
    begin = (np.cumsum(lengths) - lengths)[place]
    return Columns(
        ids,
        place,
        begin,
        lengths[place],
        order,
        kinds[order],
        instants[order],
        None if reasons is None else reasons[order],
        None if targets is None else targets[order],
    )


def _check_changes(changes: NDArray[np.intp], targets: Integers | None) -> None:
    if targets is None:
        msg = "target is missing; where the policy changes it holds the new one"
        raise MissingError(msg)
    none = changes[targets[changes] == 0]
    if none.size:
        allowed = "more than 0, or missing where nothing is promised"
        raise DomainError("target", timedelta(), allowed, index=int(none[0]), count=none.size)


def _complete(name: str, missing: NDArray[np.bool_]) -> None:
    places = np.flatnonzero(missing)
    if places.size:
        msg = f"{name} is missing at index {places[0]} ({places.size} in all); every event needs one"
        raise MissingError(msg)


def _requests(value: Any) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """Return the requests in order of their first event, and for each event the place of its request among them."""
    array = array_of("request", value) if isinstance(value, np.ndarray) else np.array([*value, None], object)[:-1]
    if not array.size:
        msg = "request is empty; there are no events to read"
        raise MissingError(msg)
    if array.ndim != 1:
        msg = f"the columns need one length, an entry for each event; request has the shape {array.shape}"
        raise ServiceModelError(msg)
    if array.dtype.kind in "iuU":
        found, first, codes = np.unique(array, return_index=True, return_inverse=True)
        order = np.argsort(first)
        rank = np.empty_like(order)
        rank[order] = np.arange(order.size)
        return found[order], rank[codes]
    return _objects(array.tolist())


def _objects(values: list[Any]) -> tuple[NDArray[Any], NDArray[np.intp]]:
    values = [value.item() if isinstance(value, np.integer | np.str_) else value for value in values]
    kinds = set(map(type, values))
    if kinds not in ({str}, {int}):
        missing = np.fromiter(map(is_missing, values), np.bool_)
        _complete("request", missing)
        msg = f"request must hold {_IDS}; got {', '.join(sorted(kind.__qualname__ for kind in kinds))}"
        raise TypeError(msg)
    places: dict[Any, int] = {}
    codes = np.fromiter((places.setdefault(value, len(places)) for value in values), np.intp)
    return np.array(list(places)), codes


def _kinds(value: Any) -> NDArray[np.int8]:
    array = array_of("kind", value)
    if array.dtype.kind in "iu":
        last = len(ClockEventKind) - 1
        refused = np.flatnonzero((array < 0) | (array > last))
        if refused.size:
            allowed = f"a code of ClockEventKind, from 0 to {last}"
            raise DomainError("kind", array[refused[0]].item(), allowed, index=int(refused[0]), count=refused.size)
        return array.astype(np.int8)
    if array.dtype.kind == "U":
        found, codes = np.unique(array, return_inverse=True)
        return ClockEventKind.codes(found.tolist())[codes]
    kinds = ClockEventKind.codes(array.ravel().tolist()).reshape(array.shape)
    _complete("kind", kinds < 0)
    return kinds
