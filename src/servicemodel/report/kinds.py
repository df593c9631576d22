"""The kinds of table a source may hold, and the columns a report reads of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from servicemodel.complaints.complaint_state import ComplaintState
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


#: Name of each table and the object a row of it describes.
KINDS: Mapping[str, type[Any]] = {
    "customers": Customer,
    "accounts": Account,
    "encounters": ServiceEncounter,
    "complaints": Complaint,
}

_BESIDES: Mapping[str, tuple[Column, ...]] = {
    "complaints": (
        Column(name="issue", kind="text", owner=Published, field="issue"),
        Column(name="state", kind="category", owner=Published, field="state", labels=ComplaintState),
        Column(name="timely", kind="flag", owner=Published, field="timely"),
    ),
}


def columns_read(kind: str) -> tuple[Column, ...]:
    """Return the columns a report reads; a customer's personal card is left alone."""
    own = tuple(column for column in FLAT_COLUMNS[KINDS[kind]] if not column.personal)
    return own + _BESIDES.get(kind, ())
