"""The kinds of table a source may hold, and the columns a report reads of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import attrs

from servicemodel.clock import ClockEventKind
from servicemodel.complaints import ComplaintState
from servicemodel.objects import Account, Complaint, Customer, ServiceEncounter
from servicemodel.objects.columns import FLAT_COLUMNS, Column


@attrs.frozen(kw_only=True)
class Published:
    """What tables of complaints say besides, of which the object knows nothing.

    Attributes
    ----------
    issue : str or None
        What the complaint is about, more closely than its kind.
    state : ComplaintState or None
        Where it stands.
    timely : bool or None
        Whether the answer came in time, as whoever keeps the table says; no due instant tells it.
    """

    issue: str | None = None
    state: ComplaintState | None = None
    timely: bool | None = None


@attrs.frozen(kw_only=True)
class CaseEvent:
    """An event in the log of a case: a ticket, a complaint, an order.

    Attributes
    ----------
    case_id : str
    event : ClockEventKind
    at : datetime
    reason : str or None
        Why it was paused.
    target : str or None
        The new open time, such as ``8h``, where the event changes the promise.
    """

    case_id: str
    event: ClockEventKind
    at: datetime
    reason: str | None = None
    target: str | None = None


@attrs.frozen(kw_only=True)
class Asked:
    """What customers were asked besides, of which the encounter knows nothing.

    Attributes
    ----------
    problem : bool or None
        Whether they had a problem.
    recommend : float or None
        How likely they are to recommend, from 0 to 10.
    """

    problem: bool | None = None
    recommend: float | None = None


#: Name of each table and what a row of it describes.
KINDS: Mapping[str, type[Any]] = {
    "customers": Customer,
    "accounts": Account,
    "encounters": ServiceEncounter,
    "complaints": Complaint,
    "events": CaseEvent,
}

#: Columns that are read beside those of the objects.
BESIDES: Mapping[str, tuple[Column, ...]] = {
    "encounters": (
        Column(name="problem", kind="flag", owner=Asked, field="problem"),
        Column(name="recommend", kind="number", owner=Asked, field="recommend"),
    ),
    "complaints": (
        Column(name="issue", kind="text", owner=Published, field="issue"),
        Column(name="state", kind="category", owner=Published, field="state", labels=ComplaintState),
        Column(name="timely", kind="flag", owner=Published, field="timely"),
    ),
    "events": (
        Column(name="case_id", kind="text", owner=CaseEvent, field="case_id", required=True),
        Column(name="event", kind="category", owner=CaseEvent, field="event", required=True, labels=ClockEventKind),
        Column(name="at", kind="instant", owner=CaseEvent, field="at", required=True),
        Column(name="reason", kind="text", owner=CaseEvent, field="reason"),
        Column(name="target", kind="text", owner=CaseEvent, field="target"),
    ),
}


#: How columns begin that hold a rating of one thing, such as ``rating_signs``.
RATING = "rating_"


def columns_read(kind: str, names: Iterable[str] = ()) -> tuple[Column, ...]:
    """Return the columns a report reads, of ``names`` those with a rating; a customer's personal card is left alone."""
    own = tuple(column for column in FLAT_COLUMNS.get(KINDS[kind], ()) if not column.personal)
    ratings = tuple(
        Column(name=name, kind="number", owner=Asked, field=name)
        for name in names
        if kind == "encounters" and name.startswith(RATING)
    )
    return own + BESIDES.get(kind, ()) + ratings
