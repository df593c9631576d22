"""How a promise stands."""

from __future__ import annotations

from servicemodel.labels import Label


class ClockState(Label):
    """How a promise stands at an instant; what is open and not yet due is never met."""

    NOT_PROMISED = "not_promised", "nothing promised", "未作承诺"
    ON_TRACK = "on_track", "on track", "正常计时"
    DUE_SOON = "due_soon", "due soon", "即将到期"
    PAUSED = "paused", "paused", "已暂停"
    MET = "met", "met", "按时完成"
    BREACHED = "breached", "breached", "已超时"
