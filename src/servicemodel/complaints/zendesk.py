"""Zendesk: the statuses of a ticket, which may follow which, and when a solved ticket is closed."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from servicemodel.arguments import Instant
from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.status_mapping import StatusMapping, StatusReading
from servicemodel.complaints.transitions import Transition, Transitions
from servicemodel.errors import DomainError, TableError
from servicemodel.evaluate.instants import instant_of
from servicemodel.labels import Label, Text, check_language
from servicemodel.markup import Grid, headed, header_of, printed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import AVAILABLE_ZENDESK, ZENDESK_TICKET_RULES
from servicemodel.tables.table import as_tuple, source_notes


class ZendeskStatus(Label):
    """The status of a Zendesk ticket; the values are those of its API."""

    NEW = "new", "new", "新建"
    OPEN = "open", "open", "处理中"
    PENDING = "pending", "pending", "等待客户"
    HOLD = "hold", "on-hold", "等待第三方"
    SOLVED = "solved", "solved", "已解决"
    CLOSED = "closed", "closed", "已关闭"


_Z, _C = ZendeskStatus, ComplaintState
_SOLVED_AT = Instant(name="solved_at", meaning=Text("when the ticket was last solved", "工单最近一次解决的时刻"))

#: Which status of a Zendesk ticket may follow which. A ticket never becomes new again, and closed is final.
ZENDESK_TICKET = Transitions(
    name="zendesk_ticket",
    title=Text("Statuses of a Zendesk ticket", "Zendesk 工单状态"),
    evidence=Evidence.PUBLISHED,
    citations=(Citation(ZENDESK_TICKET_RULES, Evidence.PUBLISHED),),
    start=_Z.NEW,
    rows=(
        Transition(
            state=_Z.NEW,
            to=(_Z.OPEN, _Z.PENDING, _Z.HOLD, _Z.SOLVED),
            meaning=Text("no one has it yet; assigning it makes it open", "尚未分派；分派后变为处理中"),
        ),
        Transition(
            state=_Z.OPEN,
            to=(_Z.PENDING, _Z.HOLD, _Z.SOLVED),
            meaning=Text("someone works on it", "有人在处理"),
        ),
        Transition(
            state=_Z.PENDING,
            to=(_Z.OPEN, _Z.HOLD, _Z.SOLVED),
            meaning=Text("the customer was asked something; a comment of theirs opens it", "等待客户答复；客户留言后变为处理中"),
        ),
        Transition(
            state=_Z.HOLD,
            to=(_Z.OPEN, _Z.PENDING, _Z.SOLVED),
            meaning=Text(
                "a third party is awaited; optional, and the customer sees it as open",
                "等待第三方；可不启用，客户看到的是处理中",
            ),
        ),
        Transition(
            state=_Z.SOLVED,
            to=(_Z.OPEN, _Z.PENDING, _Z.HOLD, _Z.CLOSED),
            meaning=Text("answered, with an assignee; a comment of the customer opens it", "已答复，须有受理人；客户留言后变为处理中"),
            citations=(
                Citation(ZENDESK_TICKET_RULES, Evidence.PUBLISHED, "", Text("to open and closed", "转为处理中、已关闭")),
                Citation(ZENDESK_TICKET_RULES, Evidence.ATTRIBUTED, "", Text("to pending and on-hold", "转为等待客户、等待第三方")),
            ),
        ),
        Transition(
            state=_Z.CLOSED,
            meaning=Text("final; whoever writes again opens a follow-up ticket", "终结；再来信则另立后续工单"),
        ),
    ),
)  # fmt: skip


def zendesk_step(*, status: ZendeskStatus | str, to: ZendeskStatus | str, assigned: bool) -> ZendeskStatus:
    """Return the status that follows, or say why it may not.

    Parameters
    ----------
    status, to : ZendeskStatus or str
        The present status, and the one to follow.
    assigned : bool
        Whether the ticket has an assignee; without one it cannot be solved.

    Returns
    -------
    ZendeskStatus

    Raises
    ------
    TransitionError
        If it may not follow; the error lists what may.
    DomainError
        If a ticket without an assignee is to be solved.
    LabelError
        If a status is unknown.
    TypeError
        If ``assigned`` is not True or False.

    References
    ----------
    .. [1] Zendesk help pages: native system ticket rules.

    Examples
    --------
    >>> zendesk_step(status="new", to="solved", assigned=True)
    <ZendeskStatus.SOLVED: 'solved'>
    >>> zendesk_step(status="closed", to="open", assigned=True)
    Traceback (most recent call last):
    servicemodel.errors.TransitionError: zendesk_ticket is 'closed': nothing follows it; got 'open'
    """
    if not isinstance(assigned, bool):
        msg = f"assigned must be True or False; got {type(assigned).__name__}"
        raise TypeError(msg)
    following = ZENDESK_TICKET.move(status, to)
    if following is ZendeskStatus.SOLVED and not assigned:
        raise DomainError("assigned", assigned, "True before a ticket is solved")
    return following


@attrs.frozen(kw_only=True)
class ClosingRule:
    """When a solved ticket is closed by itself.

    Attributes
    ----------
    after : timedelta
        How long after it was solved, unless set otherwise.
    shortest, longest : timedelta
        The least and the most that can be set.
    noted_in : str
        The year in which the figures were noted: the vendor may change them.
    evidence : Evidence
    citations : tuple of Citation
    title : Text

    Raises
    ------
    TableError
        If the interval lies outside those that can be set.
    """

    title: Text
    after: timedelta = attrs.field(metadata=headed(Text("closed after", "自动关闭间隔")))
    shortest: timedelta = attrs.field(metadata=headed(Text("shortest that can be set", "可设的最短间隔")))
    longest: timedelta = attrs.field(metadata=headed(Text("longest that can be set", "可设的最长间隔")))
    noted_in: str = attrs.field(metadata=headed(Text("noted in", "记录年份")))
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        if not timedelta(0) <= self.shortest <= self.after <= self.longest:
            msg = (
                f"{self.title.en}: 0 <= shortest <= after <= longest; got {self.shortest}, {self.after}, {self.longest}"
            )
            raise TableError(msg)

    def grid(self, language: str = "en") -> Grid:
        """Return the rule as a table of words, as every table gives itself."""
        fields = attrs.fields_dict(type(self))
        rows = [
            [header_of(fields[name], language), _lasting(getattr(self, name), language)]
            for name in ("after", "shortest", "longest")
        ]
        rows.append([header_of(fields["noted_in"], language), self.noted_in])
        return Grid(
            title=self.title.in_language(language),
            header=[text.in_language(language) for text in _HEADER],
            rows=rows,
            notes=source_notes(self.evidence, self.citations, language),
            language=check_language(language),
        )

    def __str__(self) -> str:
        return self.grid("en").to_markdown()

    def _repr_html_(self) -> str:
        return self.grid("en").to_html()

    def closes_at(self, *, solved_at: datetime, after: timedelta | None = None) -> datetime:
        """Return the instant at which a ticket that stays solved is closed, in UTC.

        Parameters
        ----------
        solved_at : datetime
            With a time zone: when it was last solved.
        after : timedelta, optional
            What is set in your system.

        Raises
        ------
        DomainError
            If the instant has no zone, or the interval cannot be set.
        TypeError
            If a value is of another type.

        Examples
        --------
        >>> from datetime import UTC
        >>> from servicemodel import ZENDESK_CLOSING
        >>> ZENDESK_CLOSING.closes_at(solved_at=datetime(2024, 5, 1, 9, tzinfo=UTC)).isoformat()
        '2024-05-05T09:00:00+00:00'
        """
        lasting = self.after if after is None else after
        for name, value, kind in (("solved_at", solved_at, datetime), ("after", lasting, timedelta)):
            if not isinstance(value, kind):
                msg = f"{name} must be a {kind.__name__}; got {type(value).__name__}"
                raise TypeError(msg)
        solved = instant_of(_SOLVED_AT, solved_at)
        if not self.shortest <= lasting <= self.longest:
            raise DomainError("after", lasting, f"a duration from {self.shortest} to {self.longest}")
        try:
            return solved + lasting
        except OverflowError:
            raise DomainError("solved_at", solved_at, "so that the ticket is closed before the year 10000") from None


def _lasting(span: timedelta, language: str) -> str:
    """Return a duration in whole days where it has them, else in hours."""
    words = _DAYS if span and not span % timedelta(days=1) else _HOURS
    unit = timedelta(days=1) if words is _DAYS else timedelta(hours=1)
    return words.in_language(language).format(printed(span / unit))


_HEADER = (Text("item", "项目"), Text("value", "数值"))
_DAYS = Text("{} days", "{} 天")
_HOURS = Text("{} h", "{} 小时")

#: Zendesk closes a solved ticket after four days (96 hours); the interval can be set, up to 28 days.
ZENDESK_CLOSING = ClosingRule(
    title=Text("Zendesk closes solved tickets", "Zendesk 自动关闭已解决工单"),
    after=timedelta(days=4),
    shortest=timedelta(hours=1),
    longest=timedelta(days=28),
    noted_in="2026",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(ZENDESK_TICKET_RULES, Evidence.PUBLISHED, "", Text("4 days, and 28 at most", "4 天，最长 28 天")),
        Citation(AVAILABLE_ZENDESK, Evidence.PUBLISHED, "", Text("from 1 hour to 28 days", "1 小时至 28 天")),
    ),
)

#: Zendesk's statuses and the states of a complaint.
ZENDESK_STATES: StatusMapping[ZendeskStatus] = StatusMapping(
    name="zendesk_states",
    title=Text("Zendesk and the states of a complaint", "Zendesk 状态与投诉状态对照"),
    evidence=Evidence.CONVENTION,
    citations=(Citation(ZENDESK_TICKET_RULES, Evidence.PUBLISHED, "", Text("the statuses alone", "仅状态本身")),),
    rows=(
        StatusReading(
            status=_Z.NEW,
            read_as=_C.RECEIVED,
            written_for=(_C.RECEIVED, _C.ACKNOWLEDGED),
            note=Text("no one has it yet; whether it was acknowledged is lost", "尚未分派；是否已确认收到无从得知"),
        ),
        StatusReading(
            status=_Z.OPEN,
            read_as=_C.ASSESSED,
            written_for=(_C.ASSESSED, _C.INVESTIGATING, _C.RESPONDED, _C.REJECTED, _C.ESCALATED_INTERNALLY),
            note=Text("someone has it; how far they are is lost", "已有人处理；进展到哪一步无从得知"),
        ),
        StatusReading(
            status=_Z.PENDING,
            read_as=_C.INVESTIGATING,
            note=Text("the customer was asked something; no state of ours awaits the customer", "等待客户答复；本库没有此状态"),
        ),
        StatusReading(
            status=_Z.HOLD,
            read_as=_C.INVESTIGATING,
            written_for=(_C.ESCALATED_EXTERNALLY,),
            note=Text("a third party is awaited, an ombudsman among others", "等待第三方，申诉机构是其中之一"),
        ),
        StatusReading(
            status=_Z.SOLVED,
            read_as=_C.DECISION_COMMUNICATED,
            written_for=(_C.DECISION_COMMUNICATED, _C.ACCEPTED),
            note=Text("answered; whether the customer accepts is lost", "已答复；客户是否接受无从得知"),
        ),
        StatusReading(
            status=_Z.CLOSED,
            read_as=_C.CLOSED,
            written_for=(_C.CLOSED,),
            note=Text("final; reached through solved only", "终结；只能由已解决转入"),
        ),
    ),
)  # fmt: skip
