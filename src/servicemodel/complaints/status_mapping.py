"""How the statuses of another system are read as states of a complaint, and written for them."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Generic

import attrs

from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.transitions import S
from servicemodel.errors import TableError
from servicemodel.labels import Label, Text
from servicemodel.markup import NOTHING, in_words, joined, labelled
from servicemodel.tables import Table
from servicemodel.tables.table import as_tuple


@attrs.frozen(kw_only=True)
class StatusReading(Generic[S]):
    """A status of another system, what it is read as, and what it is written for.

    Attributes
    ----------
    status : Label
    read_as : ComplaintState or None
        The state it says; ``None`` where it says none of ours.
    written_for : tuple of ComplaintState
        The states it is written for; none where none of ours says it.
    note : Text
        What the other system means by it, and what is lost.
    """

    status: S
    read_as: ComplaintState | None = None
    written_for: tuple[ComplaintState, ...] = attrs.field(default=(), converter=as_tuple)
    note: Text


@attrs.frozen(kw_only=True, repr=False)
class StatusMapping(Table, Generic[S]):
    """The statuses of another system beside the states of a complaint, one row for every status; prints itself.

    Other systems have fewer statuses than a complaint has states, so that some of it is lost each way. A status is
    read as the earliest state that it vouches for: no step is claimed that may not have been taken.

    Attributes
    ----------
    rows : tuple of StatusReading

    Raises
    ------
    TableError
        If a status has no row or two, or two are written for one state.

    Examples
    --------
    >>> from servicemodel import ZENDESK_STATES
    >>> ZENDESK_STATES.state_of("pending")
    <ComplaintState.INVESTIGATING: 'investigating'>
    >>> ZENDESK_STATES.status_of("rejected")
    <ZendeskStatus.OPEN: 'open'>
    """

    rows: tuple[StatusReading[S], ...] = attrs.field(converter=as_tuple)

    def _check(self) -> None:
        statuses = [row.status for row in self.rows]
        if not statuses or len(set(statuses)) != len(statuses) or set(statuses) != set(type(statuses[0])):
            msg = f"table {self.name!r}: every status of one system has one row; got {[str(s) for s in statuses]}"
            raise TableError(msg)
        written = [state for row in self.rows for state in row.written_for]
        if len(set(written)) != len(written):
            twice = next(state for state in written if written.count(state) > 1)
            msg = f"table {self.name!r}: two statuses are written for {twice.value!r}"
            raise TableError(msg)

    @cached_property
    def _statuses(self) -> dict[ComplaintState, S]:
        return {state: row.status for row in self.rows for state in row.written_for}

    @property
    def unsaid(self) -> tuple[ComplaintState, ...]:
        """The states that no status of the other system says."""
        return tuple(state for state in ComplaintState if state not in self._statuses)

    def state_of(self, status: S | str) -> ComplaintState | None:
        """Return the state that a status says, or ``None`` where it says none of ours.

        Raises
        ------
        LabelError
            If there is no such status.
        TypeError
            If it is a status of another system: equal words may mean other things there.
        """
        kind = type(self.rows[0].status)
        known = _own(kind, status, self.name)
        return next(row.read_as for row in self.rows if row.status is known)

    def status_of(self, state: ComplaintState | str) -> S | None:
        """Return the status that is written for a state, or ``None`` where the other system cannot say it.

        Raises
        ------
        LabelError
            If there is no such state.
        TypeError
            If it is a status of another system.
        """
        return self._statuses.get(_own(ComplaintState, state, self.name))

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        header = [text.in_language(language) for text in _HEADER]
        rows = [
            [
                row.status.in_language(language),
                in_words(row.read_as, language),
                joined((state.in_language(language) for state in row.written_for), language) or NOTHING,
                row.note.in_language(language),
            ]
            for row in self.rows
        ]
        return header, rows, []

    def _notes(self, language: str) -> list[str]:
        names = joined((state.in_language(language) for state in self.unsaid), language)
        unsaid = [labelled(_UNSAID.in_language(language), names, language)] if names else []
        return [*unsaid, *super()._notes(language)]


def _own(kind: type[Any], value: Any, name: str) -> Any:
    if isinstance(value, Label) and not isinstance(value, kind):
        msg = f"{name} asks for a {kind.__name__}; got {type(value).__name__}.{value.name}"
        raise TypeError(msg)
    return kind(value)


_HEADER = (Text("status", "状态"), Text("read as", "读作"), Text("written for", "用于表示"), Text("meaning", "含义"))
_UNSAID = Text("Said by no status", "无对应状态")
