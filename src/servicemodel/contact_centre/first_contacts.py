"""First contact resolution from the contacts themselves: nobody came back within the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import attrs
import numpy as np

from servicemodel.arguments import Flag, Instant
from servicemodel.clock.inputs import NAT, many_instants, one_duration, one_instant
from servicemodel.contact_centre.columns import check_kind, column, keys, side_by_side
from servicemodel.contact_centre.first_contact_resolution import first_contact_resolution
from servicemodel.contact_centre.printing import Printed, shown_share
from servicemodel.errors import DomainError
from servicemodel.evaluate import Array, Values
from servicemodel.labels import Language, Text
from servicemodel.markup import bracketed, in_words, joined

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class FirstContacts(Printed):
    """How many contacts were resolved the first time, with the window it was judged by; prints itself.

    Attributes
    ----------
    window : timedelta
        Nobody came back within it, to its last instant.
    as_of : datetime
        When it was judged, in UTC; contacts whose window was not over then are pending.
    marked : bool
        Whether somebody also had to say that it was resolved.
    resolved, repeated, unresolved : int
        The contacts judged: nobody came back; somebody did; nobody did, but it was marked as not resolved.
    pending : int
        The window is not over, whatever has happened in it so far.
    later : int
        Contacts after ``as_of``, which had not happened.
    missing : int
        Left out: customer, time, topic, or the mark that would decide, is missing.
    issues, issues_resolved : int
        Of the contacts judged, those that follow no other of the same customer within the window, and of these the
        resolved ones.
    n : int
        Contacts judged; not given but computed, as what follows.
    value : float or None
        Resolved over judged, by contact; ``None`` where none is judged.
    value_by_issue : float or None
        The same of the contacts that open an issue.
    """

    title: ClassVar[Text] = Text("First contact resolution", "首次联系解决率")

    window: timedelta
    as_of: datetime
    marked: bool = False
    resolved: int
    repeated: int
    unresolved: int = 0
    pending: int = 0
    later: int = 0
    missing: int = 0
    issues: int
    issues_resolved: int
    n: int = attrs.field(init=False)
    value: float | None = attrs.field(init=False)
    value_by_issue: float | None = attrs.field(init=False)

    @n.default
    def _judged(self) -> int:
        return self.resolved + self.repeated + self.unresolved

    @value.default
    def _value(self) -> float | None:
        return _share(self.resolved, self.n)

    @value_by_issue.default
    def _value_by_issue(self) -> float | None:
        return _share(self.issues_resolved, self.issues)

    def _heading(self, language: Language) -> str:
        said = [
            (_MARKED if self.marked else _SILENT).in_language(language).format(_length(self.window, language)),
            _AS_OF.in_language(language).format(in_words(self.as_of, language)),
        ]
        return self.title.in_language(language) + bracketed(joined(said, language), language)

    def _rows(self, language: Language) -> list[tuple[str, str]]:
        counts = ["repeated", *(["unresolved"] if self.marked else []), "pending", "later", "missing"]
        rows = [
            ("value", shown_share(self.value, self.resolved, self.n, language)),
            ("value_by_issue", shown_share(self.value_by_issue, self.issues_resolved, self.issues, language)),
            *((name, in_words(getattr(self, name), language)) for name in counts),
        ]
        return [(_NAMES[name].in_language(language), words) for name, words in rows]


def _share(part: int, whole: int) -> float | None:
    return first_contact_resolution(resolved_first=part, total_contacts=whole) if whole else None


def _length(window: timedelta, language: Language) -> str:
    days, rest = divmod(window, _DAY)
    if rest:
        return in_words(window, language)
    return (Text("1 day", "1 天") if days == 1 else Text(f"{days:,} days", f"{days:,} 天")).in_language(language)


_SILENT = Text("nobody came back within {}", "{}内未再次联系")
_MARKED = Text("marked as resolved, and nobody came back within {}", "标记为已解决，且 {}内未再次联系")
_AS_OF = Text("as of {}", "截至 {}")
_NAMES = {
    "value": Text("by contact", "按联络次数"),
    "value_by_issue": Text("by issue, its first contact", "按事项（首次联络）"),
    "repeated": Text("came back within the window", "观察期内再次联系"),
    "unresolved": Text("marked as not resolved", "标记为未解决"),
    "pending": Text("pending, the window is not over", "观察期未满，待定"),
    "later": Text("left out, after that instant", "截止时刻之后，未计入"),
    "missing": Text("left out, something missing", "资料缺失，未计入"),
}

_NAME = "first_contacts"
_CONTACTED_AT = Instant(name="contacted_at", meaning=Text("when the customer made contact", "客户联络的时刻"))
_AS_OF_INSTANT = Instant(name="as_of", meaning=Text("the instant of the judgement", "判断所依据的时刻"))
_RESOLVED = Flag(name="resolved", meaning=Text("whether it was said to be resolved", "是否标记为已解决"))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def first_contacts(
    *,
    customer_id: Values | Sequence[str | None],
    contacted_at: Array | Sequence[datetime | None],
    window: timedelta,
    as_of: datetime,
    topic: Values | Sequence[str | None] | None = None,
    resolved: Values | Sequence[bool | None] | None = None,
) -> FirstContacts:
    """Return how many contacts were resolved the first time: nobody came back within a window.

    Parameters
    ----------
    customer_id : array or list of text or whole numbers
        Whose contact it was.
    contacted_at : array of datetime64 in UTC, or list of datetimes with a time zone [instant]
        When. In any order.
    window : timedelta
        Within how long coming back counts as not resolved; above 0. A contact exactly that much later counts. There is
        no default: state it beside the figure.
    as_of : datetime [instant]
        The instant of the judgement. What came later had not happened yet. The clock is never read.
    topic : array or list of text or whole numbers, optional
        What it was about; only a contact about the same topic then counts as coming back.
    resolved : array or list of True, False or None, optional
        What the customer, or the agent, said. A contact then has to be said to be resolved, too; silence alone is not
        enough.

    Returns
    -------
    FirstContacts
        Of no contacts all counts are 0 and the values ``None``.

    Raises
    ------
    DomainError
        If the window is not above 0, or an instant has no time zone, is finer than a microsecond or outside the years
        1900 to 2199.
    MissingError
        If ``as_of`` or the window is missing.
    TypeError
        If a column is of the wrong kind; a column of a frame goes in as ``column.to_numpy()``.
    ServiceModelError
        If the columns differ in length.

    Notes
    -----
    A contact is *repeated* if another of the same customer (and topic) follows at most ``window`` later, be it the next
    one or one at the same instant; otherwise it is *resolved*, unless marked as not. It is judged only when its window is over,
    ``contacted_at + window ≤ as_of``, and *pending* until then, even if the customer is back already: counting early
    returns before early silence would pull the figure down.

    ``value`` is by contact: who calls three times in a row is two repeated contacts and one resolved one. ``value_by_issue``
    takes the first of such a row alone, which was not resolved. Both are called first contact resolution, and either may be
    the larger: say which one you report. Near the beginning of the records a contact may follow one that is not in them, and then only seems to
    open an issue.

    References
    ----------
    .. [1] A convention of this library, after the definition of :func:`first_contact_resolution`.

    Examples
    --------
    >>> from datetime import UTC, datetime, timedelta
    >>> days = [datetime(2024, 5, day, 9, tzinfo=UTC) for day in (1, 3, 6, 20, 29)]
    >>> figures = first_contacts(
    ...     customer_id=["li", "wang", "li", "li", "wang"],
    ...     contacted_at=days,
    ...     window=timedelta(days=7),
    ...     as_of=datetime(2024, 5, 31, tzinfo=UTC),
    ... )
    >>> print(figures)
    First contact resolution (nobody came back within 7 days; as of 2024-05-31 00:00:00+00:00)
      by contact: 75.0 % (3 of 4)
      by issue, its first contact: 66.7 % (2 of 3)
      came back within the window: 1
      pending, the window is not over: 1
      left out, after that instant: 0
      left out, something missing: 0

    Exactly a window later still counts as coming back:

    >>> first_contacts(customer_id=[1, 1], contacted_at=days[:2], window=timedelta(days=2), as_of=days[-1]).repeated
    1
    """
    length = one_duration("window", window)
    if not length:
        raise DomainError("window", window, "a duration above 0")
    judged_at = one_instant(_AS_OF_INSTANT, as_of)
    check_kind("contacted_at", contacted_at)
    columns = {
        "customer_id": keys("customer_id", customer_id),
        "contacted_at": many_instants(_CONTACTED_AT, contacted_at),
        "topic": keys("topic", 0 if topic is None else topic),
        "resolved": column(_NAME, _RESOLVED, True if resolved is None else resolved),
    }
    customers, instants, topics, marks = side_by_side(**columns)
    there = (customers >= 0) & (topics >= 0) & (instants != NAT)
    known = there & (instants <= judged_at)
    counts = _judged(marks[known], instants[known], topics[known], customers[known], window=length, as_of=judged_at)
    counts["missing"] += int(np.count_nonzero(~there))
    return FirstContacts(
        window=window,
        as_of=_EPOCH + timedelta(microseconds=judged_at),
        marked=resolved is not None,
        later=int(np.count_nonzero(there & ~known)),
        **counts,
    )


def _judged(*columns: Array, window: int, as_of: int) -> dict[str, int]:
    # Of contacts at one instant those marked as resolved come first, so that the order of the rows does not matter.
    order = np.lexsort((-columns[0], *columns[1:]))
    marks, instants, topics, customers = (column[order] for column in columns)
    comes_back = (customers[1:] == customers[:-1]) & (topics[1:] == topics[:-1]) & (np.diff(instants) <= window)
    repeated, follows = np.zeros((2, order.size), np.bool_)
    repeated[:-1], follows[1:] = comes_back, comes_back
    over = instants <= as_of - window
    resolved = over & ~repeated & (marks == 1)
    judged = over & (repeated | (marks >= 0))
    conditions = {
        "resolved": resolved,
        "repeated": over & repeated,
        "unresolved": over & ~repeated & (marks == 0),
        "pending": ~over,
        "missing": over & ~judged,
        "issues": judged & ~follows,
        "issues_resolved": resolved & ~follows,
    }
    return {name: int(np.count_nonzero(condition)) for name, condition in conditions.items()}
