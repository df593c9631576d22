"""django-helpdesk: the statuses of a ticket as they come, and which may follow which."""

from __future__ import annotations

from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.status_mapping import StatusMapping, StatusReading
from servicemodel.complaints.transitions import Transition, Transitions
from servicemodel.labels import Label, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import DJANGO_HELPDESK


class DjangoHelpdeskStatus(Label):
    """The status of a ticket in django-helpdesk, as it comes; open and reopened are the ones still open."""

    OPEN = "open", "open", "打开"
    REOPENED = "reopened", "reopened", "重新打开"
    RESOLVED = "resolved", "resolved", "已解决"
    CLOSED = "closed", "closed", "已关闭"
    DUPLICATE = "duplicate", "duplicate", "重复"


_D, _C = DjangoHelpdeskStatus, ComplaintState

#: Which status of a django-helpdesk ticket may follow which. A ticket is open once only: later it is reopened.
#: Nothing is final. A status may be entered anew, except that a closed ticket has to be reopened first to be resolved.
DJANGO_HELPDESK_TICKET = Transitions(
    name="django_helpdesk_ticket",
    title=Text("Statuses of a django-helpdesk ticket", "django-helpdesk 工单状态"),
    evidence=Evidence.PUBLISHED,
    citations=(Citation(DJANGO_HELPDESK, Evidence.PUBLISHED, "settings", Text("the default", "默认设置")),),
    start=_D.OPEN,
    rows=(
        Transition(
            state=_D.OPEN,
            to=(_D.OPEN, _D.RESOLVED, _D.CLOSED, _D.DUPLICATE),
            meaning=Text("not answered yet", "尚未答复"),
        ),
        Transition(
            state=_D.REOPENED,
            to=(_D.REOPENED, _D.RESOLVED, _D.CLOSED, _D.DUPLICATE),
            meaning=Text("open again after an answer", "答复后再次打开"),
        ),
        Transition(
            state=_D.RESOLVED,
            to=(_D.REOPENED, _D.RESOLVED, _D.CLOSED),
            meaning=Text("answered", "已答复"),
        ),
        Transition(
            state=_D.CLOSED,
            to=(_D.REOPENED, _D.CLOSED),
            meaning=Text("done with, but not for good", "已了结，但可重新打开"),
        ),
        Transition(
            state=_D.DUPLICATE,
            to=(_D.REOPENED, _D.DUPLICATE),
            meaning=Text("the same as another ticket", "与另一工单相同"),
        ),
    ),
)

#: django-helpdesk's statuses and the states of a complaint.
DJANGO_HELPDESK_STATES: StatusMapping[DjangoHelpdeskStatus] = StatusMapping(
    name="django_helpdesk_states",
    title=Text("django-helpdesk and the states of a complaint", "django-helpdesk 状态与投诉状态对照"),
    evidence=Evidence.CONVENTION,
    citations=(Citation(DJANGO_HELPDESK, Evidence.PUBLISHED, "settings", Text("the statuses alone", "仅状态本身")),),
    rows=(
        StatusReading(
            status=_D.OPEN,
            read_as=_C.RECEIVED,
            written_for=(_C.RECEIVED, _C.ACKNOWLEDGED, _C.ASSESSED, _C.INVESTIGATING, _C.RESPONDED),
            note=Text("every ticket begins so; how far it has come is lost", "工单一开始即为此状态；进展到哪一步无从得知"),
        ),
        StatusReading(
            status=_D.REOPENED,
            read_as=_C.REJECTED,
            written_for=(_C.REJECTED, _C.ESCALATED_INTERNALLY, _C.ESCALATED_EXTERNALLY),
            note=Text("the answer was not the last word; who has it now is lost", "答复未获认可；现由谁处理无从得知"),
        ),
        StatusReading(
            status=_D.RESOLVED,
            read_as=_C.DECISION_COMMUNICATED,
            written_for=(_C.DECISION_COMMUNICATED, _C.ACCEPTED),
            note=Text("answered; whether the customer accepts is lost", "已答复；客户是否接受无从得知"),
        ),
        StatusReading(
            status=_D.CLOSED,
            read_as=_C.CLOSED,
            written_for=(_C.CLOSED,),
            note=Text("may be reopened there; here a new grievance is a new complaint", "在该系统中可重新打开；在本库中新的不满另立投诉"),
        ),
        StatusReading(
            status=_D.DUPLICATE,
            note=Text("says nothing of its own: look at the ticket it repeats", "本身不表示进展：请看与之重复的工单"),
        ),
    ),
)  # fmt: skip
