"""The four kinds of table a source may hold."""

from __future__ import annotations

from collections.abc import Mapping

from servicemodel.objects import Account, Complaint, Customer, ServiceEncounter
from servicemodel.objects.columns import FLAT_COLUMNS, Column

#: Name of each table and the object a row of it describes.
KINDS: Mapping[str, type] = {
    "customers": Customer,
    "accounts": Account,
    "encounters": ServiceEncounter,
    "complaints": Complaint,
}


def columns_read(kind: str) -> tuple[Column, ...]:
    """Return the columns a report reads; a customer's personal card is left alone."""
    return tuple(column for column in FLAT_COLUMNS[KINDS[kind]] if not column.personal)
