"""Find our columns among those of a source, and say how each is read as text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import attrs

from servicemodel.errors import ReportError
from servicemodel.objects.columns import WAIT_FLAG_COLUMNS
from servicemodel.report.kinds import columns_read
from servicemodel.report.presets import PRESETS, Preset, Reading

_FOUR_DIGITS = 1000  # a year written with two digits is no year of antiquity


@attrs.frozen(kw_only=True)
class Raw:
    """One table of the source, loaded as text into ``raw_<kind>``.

    Attributes
    ----------
    kind : str
        customers, accounts, encounters, complaints or events.
    origin : str
        Name of the file or table it came from.
    columns : mapping of str to str
        Our columns that are there, and what the source calls them; empty for one that a preset fills by itself.
    unused : tuple of str
        Columns of the source that mean nothing here.
    """

    kind: str
    origin: str
    columns: Mapping[str, str]
    unused: tuple[str, ...]


def match(names: list[str], origin: str, kind: str, preset: Preset | None) -> Raw:
    """Find our columns among the source's names: ours whatever their case, a publisher's also whatever its punctuation.

    Raises
    ------
    ReportError
        If none is there, or one that every row needs is not.
    """
    known = preset if preset is not None and preset.kind == kind else None
    readings = _ours(kind, names) if known is None else known.columns
    there = _by_spelling(names, loosely=known is not None)
    columns = {}
    for ours, reading in readings.items():
        present = [there[_spelled(name, loosely=known is not None)] for name in reading.names]
        present = [name for name in present if name]
        if present:
            columns[ours] = present[0]
    if not set(columns) - {"id"}:
        wanted = ", ".join(name for reading in readings.values() for name in reading.names)
        msg = f"{origin}: taken for {kind}, but it has none of their columns; it has {', '.join(names)}; known are {wanted}"
        raise ReportError(msg + _preset_hint(names))
    if known is not None:
        columns |= dict.fromkeys(known.constants, "")
    lacking = [column.name for column in columns_read(kind) if column.required and column.part is None]
    lacking = [name for name in lacking if name not in columns]
    if lacking:
        msg = f"{origin}: taken for {kind}, of which every row needs {' and '.join(lacking)}; there is no such column"
        raise ReportError(msg + _preset_hint(names))
    return Raw(
        kind=kind,
        origin=origin,
        columns=columns,
        unused=tuple(name for name in names if name not in columns.values()),
    )


def _ours(kind: str, names: list[str]) -> dict[str, Reading]:
    read = columns_read(kind, map(str.casefold, names))
    ours = [*(column.name for column in read), *(WAIT_FLAG_COLUMNS if kind == "encounters" else ())]
    return {name: Reading(names=(name,)) for name in ours}


def _spelled(name: str, *, loosely: bool) -> str:
    folded = name.casefold()
    return "".join(letter for letter in folded if letter.isalnum()) if loosely else folded


def _by_spelling(names: list[str], *, loosely: bool) -> defaultdict[str, str]:
    """Return the source's names by how they are spelled; of two spelled alike, the first."""
    there: defaultdict[str, str] = defaultdict(str)
    for name in reversed(names):
        there[_spelled(name, loosely=loosely)] = name
    return there


def _preset_hint(names: list[str]) -> str:
    """Name the preset whose columns these are, most of them at least."""
    there = _by_spelling(names, loosely=True)
    for known in PRESETS.values():
        found = [
            reading
            for reading in known.columns.values()
            if any(there[_spelled(name, loosely=True)] for name in reading.names)
        ]
        if 2 * len(found) > len(known.columns):
            return f"; the columns look like those of {known.name}: add --preset {known.name}"
    return ""


def select(raw: Raw, preset: Preset | None) -> str:
    """Return SQL for the columns as trimmed text under our names; empty text is missing, and so is NaN among numbers."""
    known = preset if preset is not None and preset.kind == raw.kind else None
    read = columns_read(raw.kind, raw.columns)
    numbers = {column.name for column in read if column.kind in {"number", "whole", "amount"}}
    columns = []
    for ours, theirs in raw.columns.items():
        if not theirs and known is not None:
            columns.append(f"{text(known.constants[ours])} AS {quoted(ours)}")
            continue
        found = f"nullif(trim(CAST({quoted(theirs)} AS VARCHAR), e' \\t\\r\\n'), '')"
        found = f"CASE WHEN lower({found}) <> 'nan' THEN {found} END" if ours in numbers else found
        found = found if known is None else _read(found, known.columns[ours])
        columns.append(f"{found} AS {quoted(ours)}")
    return ", ".join(columns)


def _read(found: str, reading: Reading) -> str:
    """Return SQL for a publisher's text as we write it; what is not understood stays, to be refused as it stands."""
    sql = found
    for formats, ours in ((reading.times, "%Y-%m-%d %H:%M:%S.%f"), (reading.days, "%Y-%m-%d")):
        if formats:
            parsed = f"try_strptime({found}, [{', '.join(map(text, formats))}])"
            sql = f"CASE WHEN year({parsed}) >= {_FOUR_DIGITS} THEN strftime({parsed}, {text(ours)}) ELSE {sql} END"
    cases = "".join(
        f" WHEN {text(theirs.casefold())} THEN {'NULL' if ours is None else text(ours)}"
        for theirs, ours in reading.values.items()
    )
    return f"CASE lower({found}){cases} ELSE {sql} END" if cases else sql


def quoted(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"
