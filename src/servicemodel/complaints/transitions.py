"""Tables of transitions: which state may follow which."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from servicemodel.errors import TableError, TransitionError
from servicemodel.labels import Label, Text
from servicemodel.markup import NOTHING, in_words, joined
from servicemodel.sources import Citation
from servicemodel.tables import Table
from servicemodel.tables.table import as_tuple

S = TypeVar("S", bound=Label)


@attrs.frozen(kw_only=True)
class Transition(Generic[S]):
    """A state and what may follow it.

    Attributes
    ----------
    state : Label
    to : tuple of Label
        The states that may follow; the state itself among them where it may be entered anew; none where it is final.
    meaning : Text
        What holds in this state.
    citations : tuple of Citation
        Where the row comes from, if it needs more than the table's own sources.
    """

    state: S
    to: tuple[S, ...] = attrs.field(default=(), converter=as_tuple)
    meaning: Text
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)


@attrs.frozen(kw_only=True, repr=False)
class Transitions(Table, Generic[S]):
    """Which state may follow which: one row for every state of an enum; prints itself.

    States are given as members or as their values. A state may follow itself only where its row says so.

    Attributes
    ----------
    start : Label
        The state in which everything begins.
    rows : tuple of Transition

    Raises
    ------
    TableError
        If a state has no row or two, follows another twice, or can never be reached from the start.

    Examples
    --------
    >>> from servicemodel import COMPLAINT_LIFE, ComplaintState
    >>> COMPLAINT_LIFE.allowed("decision_communicated")
    (<ComplaintState.ACCEPTED: 'accepted'>, <ComplaintState.REJECTED: 'rejected'>)
    >>> COMPLAINT_LIFE.allows("received", "closed")
    False
    >>> COMPLAINT_LIFE.final
    (<ComplaintState.CLOSED: 'closed'>,)
    """

    start: S
    rows: tuple[Transition[S], ...] = attrs.field(converter=as_tuple)

    def _check(self) -> None:
        states = [row.state for row in self.rows]
        if len(set(states)) != len(states) or set(states) != set(type(self.start)):
            msg = f"table {self.name!r}: each state of {type(self.start).__name__} has one row; got {[str(s) for s in states]}"
            raise TableError(msg)
        for row in self.rows:
            if len(set(row.to)) != len(row.to) or not all(isinstance(state, type(self.start)) for state in row.to):
                msg = f"table {self.name!r}: what follows {row.state.value!r} are states, each once; got {[str(s) for s in row.to]}"
                raise TableError(msg)
        lost = set(states) - self.reachable(self.start) - {self.start}
        if lost:
            names = ", ".join(repr(state.value) for state in states if state in lost)
            msg = f"table {self.name!r}: nothing leads from {self.start.value!r} to {names}"
            raise TableError(msg)

    @cached_property
    def _allowed(self) -> dict[S, tuple[S, ...]]:
        return {row.state: row.to for row in self.rows}

    def state(self, state: S | str) -> S:
        """Return a state given as the member or its value.

        Raises
        ------
        LabelError
            If there is no such state.
        TypeError
            If it is a state of another table: equal words may mean other things there.
        """
        kind = type(self.start)
        if isinstance(state, Label) and not isinstance(state, kind):
            msg = f"the states of {self.name} are {kind.__name__}; got {type(state).__name__}.{state.name}"
            raise TypeError(msg)
        return kind(state)

    def allowed(self, state: S | str) -> tuple[S, ...]:
        """Return what may follow a state."""
        return self._allowed[self.state(state)]

    def allows(self, state: S | str, to: S | str) -> bool:
        """Whether a state may follow another."""
        return self.state(to) in self.allowed(state)

    def move(self, state: S | str, to: S | str, *, owner: str = "") -> S:
        """Return the state that follows.

        Parameters
        ----------
        state, to : Label or str
            The present state, and the one to follow.
        owner : str, optional
            What takes the step, for the message; the table's name where nothing is said.

        Raises
        ------
        TransitionError
            If it may not follow; the error lists what may.
        """
        following = self.state(to)
        if following not in self.allowed(state):
            raise TransitionError(owner or self.name, self.state(state), following, self.allowed(state))
        return following

    def walk(self, states: Iterable[S | str]) -> S:
        """Go through states from the start, which is not among them, and return the last.

        Raises
        ------
        TransitionError
            If one may not follow the one before.
        TypeError
            If the states are no sequence.

        Examples
        --------
        >>> from servicemodel import ZENDESK_TICKET
        >>> ZENDESK_TICKET.walk(["open", "solved", "open", "solved", "closed"])
        <ZendeskStatus.CLOSED: 'closed'>
        """
        if isinstance(states, str) or not isinstance(states, Iterable):
            msg = f"states must be a sequence of states; got {states!r}"
            raise TypeError(msg)
        state = self.start
        for following in states:
            state = self.move(state, following)
        return state

    def reachable(self, state: S | str) -> frozenset[S]:
        """Return every state that may come after a state, sooner or later."""
        found: set[S] = set()
        ahead = list(self.allowed(state))
        while ahead:
            following = ahead.pop()
            if following not in found:
                found.add(following)
                ahead += self.allowed(following)
        return frozenset(found)

    @property
    def final(self) -> tuple[S, ...]:
        """The states that nothing follows."""
        return tuple(row.state for row in self.rows if not row.to)

    def _view(self, language: str) -> tuple[list[str], list[list[str]], list[int]]:
        header = [text.in_language(language) for text in _HEADER]
        rows = [
            [
                row.state.in_language(language),
                joined((state.in_language(language) for state in row.to), language) or NOTHING,
                in_words(row.meaning, language),
            ]
            for row in self.rows
        ]
        return header, rows, []

    def _row_citations(self, language: str) -> list[tuple[str, tuple[Citation, ...]]]:
        return [(row.state.in_language(language), row.citations) for row in self.rows]


_HEADER = (Text("state", "状态"), Text("may become", "可转为"), Text("meaning", "含义"))
