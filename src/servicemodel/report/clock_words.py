"""The words of the section on clocks: key, English, Chinese."""

from __future__ import annotations

from servicemodel.report.vocabulary import Vocabulary

CLOCK: Vocabulary = {
    "clock_title": ("The service clock", "服务时钟"),
    "clock_question": ("Was each case done within the open time promised?", "各事项是否在承诺的营业时长内完成？"),
    "clock_rule": (
        "due = first instant by which the open time counted reaches the target; breached if due < done, or < as_of while not done",
        "到期 = 所计营业时长首次达到目标的时刻；到期 < 完成，或未完成而到期 < 统计时点，即为超时",
    ),
    "absent_clock": (
        "no promise is given to judge the events by; say it with --hours and --target",
        "未给出据以判断事件的承诺；请用 --hours 与 --target 指定",
    ),
    "clock_terms": (
        "Promised: {target} of open time, from “{start}” to “{stops}”; {pauses}. Open: {hours} ({zone}). {holidays}",
        "承诺：自“{start}”至“{stops}”，营业时长 {target}；{pauses}。营业时间：{hours}（{zone}）。{holidays}",
    ),
    "clock_or": ("” or “", "”或“"),
    "clock_pauses_all": ("pauses do not count", "暂停不计"),
    "clock_pauses_none": ("pauses count too", "暂停也计"),
    "clock_pauses_some": ("pauses for these reasons do not count: {reasons}", "因下列原因的暂停不计：{reasons}"),
    "clock_no_holidays": ("No holidays are given: every day of the week with hours counts.", "未给出节假日：凡有营业时间的日子均计入。"),
    "clock_holidays": ("Closed on {n} holidays from {first} to {last}.", "{first} 至 {last} 间的 {n} 个节假日不营业。"),
    "clock_met_share": ("of cases due were done in time", "到期事项的按时完成率"),
    "clock_still_open": ("{n} of them still open", "其中 {n} 件仍未完成"),
    "clock_undecided": ("not decided yet", "尚无定论"),
    "clock_undecided_note": (
        "open with time left, paused, or nothing promised; never counted as met",
        "仍在期限内、已暂停或未作承诺；不计为按时完成",
    ),
    "clock_median": ("median open time used", "所用营业时长中位数"),
    "clock_refused": (
        "Cases whose events cannot have happened so: {n}. They are left out here; rejects.csv names the event and why.",
        "有 {n} 个事项的事件次序不可能成立，此处不计；所涉事件与原因见 rejects.csv。",
    ),
    "clock_states": ("Cases by the state of their clock", "按时钟状态统计的事项"),
    "clock_states_note": (
        "As of the instant of this report: what happened later has not happened yet. What is open and not yet due is not met.",
        "以统计时点为准：此后发生的事视为尚未发生。未完成且未到期者不算按时完成。",
    ),
    "clock_done": ("all done", "全部已完成"),
    "clock_late": ("done late", "超时完成"),
    "clock_overdue": ("breached and still open", "已超时仍未完成"),
    "clock_running": ("open with time left, or paused", "仍在期限内或已暂停"),
    "clock_times": ("Open time used: quantiles", "所用营业时长：分位数"),
    "clock_times_note": (
        "At 25%, a quarter of the cases used that much or less. Closed hours, holidays and pauses are not in it.",
        "25% 一列表示有四分之一的事项用时不超过此数。不含非营业时间、节假日与暂停。",
    ),
    "clock_worst": ("The {shown} cases furthest over, of {n} breached", "{n} 件超时事项中超出最多的 {shown} 件"),
    "clock_worst_note": (
        "Over: open time used beyond the target. A case is breached once its due instant has passed. clocks.csv has every case.",
        "超出：超过目标的营业时长。到期时刻一过即为超时。全部事项见 clocks.csv。",
    ),
    "clock_case": ("case", "事项"),
    "clock_used": ("open time used", "所用营业时长"),
    "clock_over": ("over", "超出"),
    "clock_breached": ("due; breached from then on", "到期（此后即超时）"),
    "clock_done_at": ("done", "完成"),
    "clock_not_done": ("not done", "未完成"),
    "reject_event": (
        "cannot happen here: the case is {status}; it may go on with {allowed}. The case is left out of the clocks",
        "此处不可能发生：该事项{status}，其后可为：{allowed}。该事项不计入时钟",
    ),
    "reject_target": (
        "a change of promise needs a target such as 8h, 90min or 1h30min. The case is left out of the clocks",
        "承诺变更须写明目标时长，如 8h、90min 或 1h30min。该事项不计入时钟",
    ),
    "reject_years": (
        "the clock answers from {first} to the end of {last}. The case is left out of the clocks",
        "时钟只适用于 {first} 年至 {last} 年末。该事项不计入时钟",
    ),
    "reject_reach": (
        "the target is not reached before the year 2200. The case is left out of the clocks",
        "至 2200 年仍达不到目标时长。该事项不计入时钟",
    ),
}  # fmt: skip
