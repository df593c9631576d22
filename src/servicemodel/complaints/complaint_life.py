"""The life of a complaint: which state may follow which."""

from __future__ import annotations

from servicemodel.complaints.complaint_state import ComplaintState as S
from servicemodel.complaints.transitions import Transition, Transitions
from servicemodel.labels import Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ISO_10002_2018

#: The life of a complaint. ISO 10002 names the steps and says that a rejected complaint stays open; that each step
#: follows the one before, and only that one, is this library's reading. No state comes twice in a life. Steps may
#: share an instant, as where a complaint is settled at the counter.
COMPLAINT_LIFE = Transitions(
    name="complaint_life",
    title=Text("Life of a complaint", "投诉的处理过程"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            ISO_10002_2018,
            Evidence.ATTRIBUTED,
            "clauses 7.2 and 7.4-7.9",
            Text("the steps; the strict order is this library's", "步骤出自标准；严格的先后次序为本库所定"),
        ),
    ),
    start=S.RECEIVED,
    rows=(
        Transition(
            state=S.RECEIVED,
            to=(S.ACKNOWLEDGED,),
            meaning=Text("recorded; the customer has not been told yet", "已登记，尚未告知客户"),
        ),
        Transition(
            state=S.ACKNOWLEDGED,
            to=(S.ASSESSED,),
            meaning=Text("the customer knows that it has come in", "客户已知投诉收到"),
        ),
        Transition(
            state=S.ASSESSED,
            to=(S.INVESTIGATING,),
            meaning=Text("how grave and how urgent it is has been judged", "已判断轻重缓急"),
        ),
        Transition(
            state=S.INVESTIGATING,
            to=(S.RESPONDED,),
            meaning=Text("what happened is being found out", "正在查明经过"),
        ),
        Transition(
            state=S.RESPONDED,
            to=(S.DECISION_COMMUNICATED,),
            meaning=Text("what is to be done has been worked out", "已拟定处理办法"),
        ),
        Transition(
            state=S.DECISION_COMMUNICATED,
            to=(S.ACCEPTED, S.REJECTED),
            meaning=Text("the customer has been told; their word is awaited", "已告知客户，等待答复"),
        ),
        Transition(
            state=S.ACCEPTED,
            to=(S.CLOSED,),
            meaning=Text("the customer agrees; what was decided is carried out", "客户同意，执行决定"),
        ),
        Transition(
            state=S.REJECTED,
            to=(S.ESCALATED_INTERNALLY, S.ESCALATED_EXTERNALLY),
            meaning=Text(
                "stays open; the rejection is recorded and the customer told what else can be done",
                "保持未结；记录客户不接受，并告知其他途径",
            ),
        ),
        Transition(
            state=S.ESCALATED_INTERNALLY,
            to=(S.ACCEPTED, S.ESCALATED_EXTERNALLY, S.CLOSED),
            meaning=Text("someone higher up in the house has it", "由内部更高一级处理"),
            citations=(
                Citation(
                    ISO_10002_2018,
                    Evidence.ATTRIBUTED,
                    "clause 7.9",
                    Text(
                        "open until the customer is satisfied or the ways, internal and external, are exhausted",
                        "直至客户满意，或内外部途径用尽，方可终止",
                    ),
                ),
            ),
        ),
        Transition(
            state=S.ESCALATED_EXTERNALLY,
            to=(S.ACCEPTED, S.CLOSED),
            meaning=Text("an ombudsman, a regulator or a court has it", "由申诉机构、监管机构或法院处理"),
        ),
        Transition(
            state=S.CLOSED,
            meaning=Text("final; a new grievance is a new complaint", "终结；新的不满另立投诉"),
        ),
    ),
)
