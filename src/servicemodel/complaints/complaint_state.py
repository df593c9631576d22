"""Where a complaint stands on its way from receipt to closing."""

from __future__ import annotations

from servicemodel.labels import Label


class ComplaintState(Label):
    """Where a complaint stands; the steps between are those of ISO 10002, clause 7.

    Tracking (clause 7.3) is no state: it spans them all. A complaint is open in every state but the last.
    """

    RECEIVED = "received", "received", "已受理"
    ACKNOWLEDGED = "acknowledged", "acknowledged", "已确认收到"
    ASSESSED = "assessed", "assessed", "已初步评估"
    INVESTIGATING = "investigating", "under investigation", "调查中"
    RESPONDED = "responded", "responded to", "已响应"
    DECISION_COMMUNICATED = "decision_communicated", "decision communicated", "已告知决定"
    ACCEPTED = "accepted", "decision accepted", "客户已接受"
    REJECTED = "rejected", "decision rejected", "客户不接受"
    ESCALATED_INTERNALLY = "escalated_internally", "escalated internally", "已内部升级"
    ESCALATED_EXTERNALLY = "escalated_externally", "escalated externally", "已外部升级"
    CLOSED = "closed", "closed", "已终止"
