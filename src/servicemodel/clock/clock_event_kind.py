"""What can happen to a request, as far as a clock is concerned."""

from __future__ import annotations

from servicemodel.labels import Label


class ClockEventKind(Label):
    """What happened to a request: a ticket, a complaint, an order."""

    OPENED = "opened", "opened", "提出"
    ASSIGNED = "assigned", "assigned", "分派"
    RESPONDED = "responded", "responded", "答复"
    CUSTOMER_REPLIED = "customer_replied", "customer replied", "客户回复"
    PAUSED = "paused", "paused", "暂停"
    RESUMED = "resumed", "resumed", "恢复"
    RESOLVED = "resolved", "resolved", "解决"
    REOPENED = "reopened", "reopened", "重新打开"
    CLOSED = "closed", "closed", "关闭"
    POLICY_CHANGED = "policy_changed", "policy changed", "承诺变更"
    MERGED = "merged", "merged into another", "并入其他请求"
