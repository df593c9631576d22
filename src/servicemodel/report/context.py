"""What the sections share: the scored tables, the language, the instant, and how numbers are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import duckdb

from servicemodel.clock import ServiceClock
from servicemodel.report.blocks import Absent
from servicemodel.report.match import quoted
from servicemodel.report.presets import Preset
from servicemodel.report.stage import Staged
from servicemodel.report.words import Words

#: At which shares of the rows durations are shown.
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_GROUPS = 15
#: Amounts from here on are shown without cents.
_WHOLE_FROM = 1000


@attrs.frozen(kw_only=True)
class Group:
    """The rows that share one value of a column, counted by label; under None those without one."""

    name: str
    counts: Mapping[str | None, int]

    def of(self, *labels: str) -> int:
        """Return how many rows have one of the labels."""
        return sum(self.counts.get(str(label), 0) for label in labels)


@attrs.frozen(kw_only=True)
class Context:
    """Everything a section reads.

    Attributes
    ----------
    connection : DuckDBPyConnection
        Holds ``scored_<kind>`` and ``rejects``.
    words : Words
    as_of : datetime or None
    zone : ZoneInfo
    currency : str or None
        Currency of amounts that name none.
    tables : mapping of str to Staged
    columns : mapping of str to tuple of str
        Columns of each scored table.
    preset : Preset or None
        Whose tables they are.
    clock : ServiceClock or None
        What the cases of the table of events are judged by.
    """

    connection: duckdb.DuckDBPyConnection
    words: Words
    as_of: datetime | None
    zone: ZoneInfo
    currency: str | None
    tables: Mapping[str, Staged]
    columns: Mapping[str, tuple[str, ...]]
    preset: Preset | None
    clock: ServiceClock | None

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Return all rows of a query."""
        return self.connection.execute(sql, list(values)).fetchall()

    def one(self, sql: str, *values: Any) -> Any:
        """Return the first row of a query."""
        return self.rows(sql, *values)[0]

    def has(self, kind: str, *columns: str) -> bool:
        """Whether a scored table has the columns."""
        return set(columns) <= set(self.columns.get(kind, ())) and kind in self.columns

    def absent(self, key: str, kind: str, *columns: str) -> Absent:
        """Return why a section cannot be: the table or the columns are not there, or hold nothing."""
        there = self.columns.get(kind)
        lacking = [column for column in columns if there is None or column not in there]
        if there is None:
            why = self.words("absent_table", table=kind, columns=", ".join(columns))
        elif lacking:
            why = self.words(
                "absent_columns", table=kind, columns=", ".join(self._published(kind, name) for name in lacking)
            )
        else:
            why = self.words("absent_values", table=kind, columns=", ".join(columns))
        return Absent(key=key, title=self.words(f"{key}_title"), why=why)

    def _published(self, kind: str, column: str) -> str:
        """Return a column's name, with what the publisher would call it."""
        if self.preset is None or self.preset.kind != kind or column not in self.preset.columns:
            return column
        names = ", ".join(self.preset.columns[column].names)
        return self.words("absent_published", column=column, preset=self.preset.name, names=names)

    def label_counts(self, kind: str, column: str) -> dict[str | None, int]:
        """Return how many rows of a scored table have each label; the key None counts those without."""
        return dict(self.rows(f"SELECT {quoted(column)}, count(*) FROM scored_{kind} GROUP BY ALL"))

    def groups(self, kind: str, by: str, column: str) -> list[Group]:
        """Return the counts of labels by group, the largest groups first, the small ones as one, the rows of no group last."""
        found: dict[str | None, dict[str | None, int]] = {}
        for name, label, count in self.rows(
            f"SELECT {quoted(by)}, CAST({quoted(column)} AS VARCHAR), count(*) FROM scored_{kind} GROUP BY ALL"
        ):
            found.setdefault(name, {})[label] = count
        unnamed = found.pop(None, {})
        order = sorted(found, key=lambda name: (-sum(found[name].values()), str(name)))
        most = len(order) if len(order) <= MOST_GROUPS + 1 else MOST_GROUPS
        names = self.names() if by == "account_id" else {}
        groups = [Group(name=names.get(str(name), str(name)), counts=found[name]) for name in order[:most]]
        if order[most:]:
            rest: dict[str | None, int] = {}
            for name in order[most:]:
                for label, count in found[name].items():
                    rest[label] = rest.get(label, 0) + count
            groups.append(Group(name=self.words("others", n=f"{len(order) - most:,}"), counts=rest))
        if unnamed:
            groups.append(Group(name=self.words("not_given"), counts=unnamed))
        return groups

    def names(self) -> dict[str, str]:
        """Return the names of the accounts that have one, by id."""
        if not self.has("accounts", "name"):
            return {}
        return dict(self.rows("SELECT id, name FROM scored_accounts WHERE name IS NOT NULL"))

    def money(self, amount: Any, currency: str | None) -> str:
        """Write an amount, rounded for reading, with its currency where one is known."""
        shown = number(amount, 0 if abs(amount) >= _WHOLE_FROM else 2)
        return f"{shown} {currency}" if currency else shown

    def instant(self, instant: datetime | int | None) -> str:
        """Write an instant, or one in microseconds since 1970, in the report's zone."""
        if instant is None:
            return self.words("none")
        local = self.local(instant) if isinstance(instant, int) else instant.astimezone(self.zone)
        return local.strftime("%Y-%m-%d %H:%M:%S %z")

    def local(self, microseconds: int) -> datetime:
        """Return an instant, given in microseconds since 1970, in the report's zone."""
        return (_EPOCH + timedelta(microseconds=microseconds)).astimezone(self.zone)

    def currency_of(self, *kinds: str) -> tuple[str | None, tuple[str, ...]]:
        """Return the one currency of the tables' amounts, and all that occur if there are several."""
        found: set[str] = set()
        for kind in kinds:
            if self.has(kind, "annual_sales"):
                name = "currency" if self.has(kind, "currency") else "NULL"
                found |= {
                    row[0] or self.currency or ""
                    for row in self.rows(f"SELECT DISTINCT {name} FROM scored_{kind} WHERE annual_sales IS NOT NULL")
                }
        if len(found) > 1:
            return None, tuple(sorted(found))
        return (next(iter(found)) or None) if found else self.currency, ()


def number(value: Any, places: int = 0) -> str:
    """Write a number with thousands set apart and a true minus sign."""
    return f"{value:,.{places}f}".replace("-", "−")


def share(part: int, whole: int) -> str:
    """Write a part of a whole in per cent; a dash where there is no whole."""
    return f"{100 * part / whole:.2f}%" if whole else "–"
