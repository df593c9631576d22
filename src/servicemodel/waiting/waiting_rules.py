"""Maister's eight propositions about waiting, with the size this library gives each and how little is known of it."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence, works as w
from servicemodel.tables import Factor, Factors
from servicemodel.waiting.wait_condition import WaitCondition


class RuleEffect(Label):
    """What a rule acts on."""

    PERCEPTION = "perception", "how long the wait feels", "感觉到的等待长短"
    TOLERANCE = "tolerance", "how long people are willing to wait", "愿意等待的长短"


class EvidenceGrade(OrderedLabel):
    """How a rule's effect was studied, least to most direct."""

    C = "c", "no measurement found", "未找到测量"
    B = "b", "indirect or scenario evidence", "间接或情景证据"
    A = "a", "measured directly; the sign may still be contested", "直接测量（方向仍可能有争议）"


@attrs.frozen(kw_only=True)
class WaitingRule(Factor):
    """One of Maister's propositions.

    Attributes
    ----------
    number : int
        1 to 8, in Maister's order.
    heading : Text
        Maister's heading, and the wording of course text T2.
    effect : RuleEffect
    grade_duration, grade_evaluation : EvidenceGrade or None
        How well its effect on felt duration, and on evaluation or behaviour, was studied; ``None``: does not apply.
    consistency : Text
        Whether studies agree on the direction.
    """

    number: int = attrs.field(metadata=headed(Text("rule", "原则"), first=True))
    heading: Text = attrs.field(metadata=headed(Text("proposition", "命题"), first=True))
    effect: RuleEffect = attrs.field(metadata=headed(Text("acts on", "作用于")))
    grade_duration: EvidenceGrade | None = attrs.field(metadata=headed(Text("studied on duration", "对时长的研究")))
    grade_evaluation: EvidenceGrade = attrs.field(metadata=headed(Text("studied on evaluation", "对评价的研究")))
    consistency: Text = attrs.field(metadata=headed(Text("do studies agree?", "研究是否一致")))


_A, _B, _C = EvidenceGrade.A, EvidenceGrade.B, EvidenceGrade.C
_SEEN, _RECALLED = Evidence.PUBLISHED, Evidence.ATTRIBUTED


def _heading(number: int) -> Citation:
    return Citation(
        w.MAISTER_1985,
        Evidence.PUBLISHED,
        f"proposition {number}",
        Text(
            "wording as reported by secondary sources; Maister gives directions, not sizes",
            "措辞据二手来源；只给方向，未给数值",
        ),
    )


#: The eight rules. ``by`` is the default factor on perceived time when the adverse state holds. Maister gives
#: directions, not sizes: only the factor of rule 4 rests on published ratios, and rule 7 has none (it acts on
#: tolerance). ``low`` and ``high`` are the plausible range.
WAITING_RULES = Factors(
    name="waiting_rules",
    title=Text("Maister's eight propositions about waiting", "梅斯特关于等待的八条原则"),
    evidence=Evidence.ASSUMED,
    citations=(
        Citation(w.MAISTER_1985, Evidence.PUBLISHED, "the eight headings", Text("directions, no sizes", "只有方向，没有数值")),
        Citation(w.COURSE_T2, Evidence.COURSE, "", Text("says seven rules, lists eight", "标题称七项，实列八项")),
    ),
    rows=(
        WaitingRule(
            number=1,
            key=WaitCondition.UNOCCUPIED,
            text=Text("unoccupied", "无事可做"),
            heading=Text("Occupied Time Feels Shorter Than Unoccupied Time", "等待时无事可干比有事可干感觉更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.10, low=1.00, high=1.40,
            evidence=Evidence.ASSUMED,
            grade_duration=_A,
            grade_evaluation=_A,
            consistency=Text(
                "mixed: reverses for judgements made afterwards and for unwanted music", "不一：事后判断和不想听的音乐会使方向相反"
            ),
            citations=(
                _heading(1),
                Citation(w.VAN_HAGEN_2007, _SEEN, "", Text("for: nothing to do, more overestimation", "支持：无事可做则高估更多")),
                Citation(w.HARRISON_2010, _SEEN, "", Text("for: an animated progress bar felt 11 % shorter", "支持：动画进度条感觉短 11%")),
                Citation(w.WHITING_DONTHU_2006, _SEEN, "", Text("for: liked hold music", "支持：喜欢的等待音乐")),
                Citation(w.PRUYN_SMIDTS_1998, _SEEN, "", Text("against: television did not distract", "反对：电视没有分散注意")),
                Citation(w.WHITING_DONTHU_2009, _SEEN, "", Text("against: music adds error unless chosen", "反对：非自选音乐增大误差")),
            ),
        ),
        WaitingRule(
            number=2,
            key=WaitCondition.PRE_PROCESS,
            text=Text("before the service starts", "服务开始之前"),
            heading=Text("People Want to Get Started", "过程前等待的时间感觉比过程中等待的时间更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.08, low=1.00, high=1.30,
            evidence=Evidence.ASSUMED,
            grade_duration=_C,
            grade_evaluation=_B,
            consistency=Text("depends on the setting: fast food reverses it", "视情境而定：快餐业相反"),
            citations=(
                _heading(2),
                Citation(w.DUBE_RIOUX_1989, _SEEN, "", Text("for, on evaluation, not on duration", "支持（对评价而非时长）")),
                Citation(w.VON_BERGH_2014, _SEEN, "", Text("against in fast food", "快餐业中相反")),
            ),
        ),
        WaitingRule(
            number=3,
            key=WaitCondition.ANXIOUS,
            text=Text("anxious", "焦虑"),
            heading=Text("Anxiety Makes Waits Seem Longer", "焦虑使等待看起来时间更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.10, low=0.95, high=1.50,
            evidence=Evidence.ASSUMED,
            grade_duration=_A,
            grade_evaluation=_A,
            consistency=Text("mixed: found in the field, null in the laboratory", "不一：实地研究支持，实验室未见影响"),
            citations=(
                _heading(3),
                Citation(w.FAN_2016, _SEEN, "", Text("for: insecure surroundings", "支持：不安全的环境")),
                Citation(w.WHITING_DONTHU_2009, _SEEN, "", Text("for: urgent callers overestimate more", "支持：紧急来电者高估更多")),
                Citation(w.SPECHBACH_2019, _SEEN, "", Text("for: the feeling of being forgotten", "支持：被遗忘的感觉")),
            ),
        ),
        WaitingRule(
            number=4,
            key=WaitCondition.UNCERTAIN,
            text=Text("of unknown length", "时长未知"),
            heading=Text("Uncertain Waits Are Longer than Known, Finite Waits", "不确定的等待比已知的、有限的等待时间更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.15, low=1.00, high=1.25,
            evidence=Evidence.DERIVED,
            grade_duration=_A,
            grade_evaluation=_A,
            consistency=Text(
                "mixed: two field effects, one field null, two laboratory nulls", "不一：两项实地研究支持，一项实地、两项实验室研究未见影响"
            ),
            citations=(
                _heading(4),
                Citation(w.DZIEKAN_VERMEULEN_2006, Evidence.DERIVED, "", Text("for: −20 %, so 1/0.80 = 1.25", "支持：−20%，即 1/0.80 = 1.25")),
                Citation(w.WATKINS_2011, Evidence.DERIVED, "", Text("for: −13 %, so 1/0.87 = 1.149", "支持：−13%，即 1/0.87 = 1.149")),
                Citation(w.WHITING_DONTHU_2006, _SEEN, "", Text("against: information cues had no effect", "反对：信息提示无影响")),
                Citation(w.HUI_ZHOU_1996, _SEEN, "", Text("against: no effect on perceived duration", "反对：对感知时长无影响")),
                Citation(w.DUBE_RIOUX_1989, _SEEN, "experiment 2", Text("against: certainty unsupported", "反对：确定性的作用未获支持")),
            ),
        ),
        WaitingRule(
            number=5,
            key=WaitCondition.UNEXPLAINED,
            text=Text("unexplained", "没有解释"),
            heading=Text("Unexplained Waits Are Longer than Explained Waits", "没有说明理由的等待比说明理由的等待时间更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.05, low=1.00, high=1.20,
            evidence=Evidence.ASSUMED,
            grade_duration=_C,
            grade_evaluation=_A,
            consistency=Text(
                "behaviour can reverse: an avoidable reason drives people away", "行为可能相反：原因本可避免时，说明了反而使人离开"
            ),
            citations=(
                _heading(5),
                Citation(w.TAYLOR_1994, _SEEN, "", Text("for, on evaluation: delay, anger, lower marks", "支持（对评价）：延误引起愤怒，评价降低")),
                Citation(
                    w.IBRAGIMOV_2026,
                    Evidence.DERIVED,
                    "",
                    Text("null on duration: 4.45 against 4.35 minutes, p = .79", "对时长未见影响：4.45 对 4.35 分钟，p = .79"),
                ),
            ),
        ),
        WaitingRule(
            number=6,
            key=WaitCondition.UNFAIR,
            text=Text("unfair", "不公平"),
            heading=Text("Unfair Waits Are Longer than Equitable Waits", "不公平的等待比平等的等待时间更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.10, low=1.00, high=1.50,
            evidence=Evidence.ASSUMED,
            grade_duration=_C,
            grade_evaluation=_B,
            consistency=Text("consistent on feelings; duration was not measured", "对情绪一致；时长未测量"),
            citations=(
                _heading(6),
                Citation(w.LARSON_1987, _SEEN, "", Text("for: injustice is a breach of first come, first served", "支持：不公即违反先到先服务")),
                Citation(w.PRUYN_SMIDTS_1993, _SEEN, "", Text("for, on evaluation: fairness matters most", "支持（对评价）：公平最重要")),
            ),
        ),
        WaitingRule(
            number=7,
            key=None,
            text=Text("value of the service", "服务的价值"),
            heading=Text("The More Valuable the Service, the Longer the Customer Will Wait", "服务的价值越高，人们愿意等待的时间就更长"),
            effect=RuleEffect.TOLERANCE,
            by=1.00,
            evidence=Evidence.CONVENTION,
            grade_duration=None,
            grade_evaluation=_A,
            consistency=Text("acts on willingness to wait, never on felt duration", "作用于等待意愿，不作用于感知时长"),
            citations=(_heading(7), Citation(w.BROWN_2005, Evidence.DERIVED, "", Text("patience measured in call records", "由呼叫记录测得耐心"))),
        ),
        WaitingRule(
            number=8,
            key=WaitCondition.SOLO,
            text=Text("alone", "独自一人"),
            heading=Text("Solo Waits Feel Longer than Group Waits", "单个人等待比许多人一起等待感觉时间更长"),
            effect=RuleEffect.PERCEPTION,
            by=1.03, low=0.90, high=1.25,
            evidence=Evidence.ASSUMED,
            grade_duration=_A,
            grade_evaluation=_A,
            consistency=Text("contested: long waits are less acceptable in company", "有争议：长时间等待时结伴反而更难接受"),
            citations=(
                _heading(8),
                Citation(w.PRUYN_SMIDTS_1999, _SEEN, "", Text("against, for long waits", "反对（长时间等待）")),
                Citation(w.JONES_PEPPIATT_1996, _RECALLED, "", Text("tested; result not found", "曾检验；未找到结果")),
            ),
        ),
    ),
)  # fmt: skip
