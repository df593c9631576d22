"""The eighteen elements of service that standards are written for."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, COURSE_T4, MARTIN_1986
from servicemodel.tables import Entry, Listing


class StandardDimension(Label):
    """The three sides of service that have standards."""

    PROCEDURAL = "procedural", "procedural", "程序面"
    PERSONAL = "personal", "personal", "个人面"
    FACILITY = "facility", "facility", "设施面"


class ServiceElement(Label):
    """Seven procedural, seven personal and four facility elements, in the order of the course texts."""

    TIMELINESS = "timeliness", "timeliness", "时限"
    FLOW = "flow", "incremental flow", "流程"
    ACCOMMODATION = "accommodation", "accommodation", "适应性"
    ANTICIPATION = "anticipation", "anticipation", "预见性"
    COMMUNICATION = "communication", "communication", "信息沟通"
    FEEDBACK = "feedback", "customer feedback", "客户反馈"
    SUPERVISION = "supervision", "organisation and supervision", "组织和监管"
    APPEARANCE = "appearance", "appearance", "仪表"
    ATTITUDE = "attitude", "attitude: body language, tone of voice", "态度"
    ATTENTIVENESS = "attentiveness", "attentiveness", "关注"
    TACT = "tact", "tact", "得体"
    GUIDANCE = "guidance", "guidance", "指导"
    SELLING = "selling", "selling skills", "销售技巧"
    PROBLEM_SOLVING = "problem_solving", "gracious problem solving", "礼貌地解决问题"
    LOCATION = "location", "location", "服务地点"
    EQUIPMENT = "equipment", "facilities and equipment", "服务设施"
    AMBIENCE = "ambience", "ambience", "氛围"
    VISUAL_SPACE = "visual_space", "visual space", "视觉空间"


@attrs.frozen(kw_only=True)
class ElementEntry(Entry):
    """An element of service.

    Attributes
    ----------
    dimension : StandardDimension
    """

    dimension: StandardDimension = attrs.field(metadata=headed(Text("dimension", "维度")))


_E = ServiceElement
_MEANINGS = {
    StandardDimension.PROCEDURAL: (
        (_E.TIMELINESS, "how soon each step is done", "每一步多久完成"),
        (_E.FLOW, "one step after another, none too full, none idle", "各步衔接，不积压，不空转"),
        (_E.ACCOMMODATION, "how far the procedure bends to the customer", "流程在多大程度上迁就客户"),
        (_E.ANTICIPATION, "one step ahead of the need", "先客户一步"),
        (_E.COMMUNICATION, "the right words reach the right people in time", "信息及时、准确地传到"),
        (_E.FEEDBACK, "what customers think is found out and used", "了解客户的想法并加以利用"),
        (_E.SUPERVISION, "somebody sees that it works", "有人负责督促"),
    ),
    StandardDimension.PERSONAL: (
        (_E.APPEARANCE, "what customers see of staff", "员工给客户的观感"),
        (_E.ATTITUDE, "how body and voice meet the customer", "肢体语言与语气"),
        (_E.ATTENTIVENESS, "this customer, not the next one", "关注眼前这一位客户"),
        (_E.TACT, "the right words at the right time", "说话得体"),
        (_E.GUIDANCE, "help to choose", "帮助客户选择"),
        (_E.SELLING, "serve by selling what fits", "推荐合适的产品"),
        (_E.PROBLEM_SOLVING, "calm and kind when something goes wrong", "出现问题时冷静、友善"),
    ),
    StandardDimension.FACILITY: (
        (_E.LOCATION, "where it is and how one gets there", "位置与交通"),
        (_E.EQUIPMENT, "what is there, and whether it works", "设施齐全，运转正常"),
        (_E.AMBIENCE, "light, sound, air, smell", "光线、声音、空气、气味"),
        (_E.VISUAL_SPACE, "room, order, signs", "空间、整洁、标识"),
    ),
}

#: The elements of good service: 7 procedural, 7 personal, 4 facility. The meanings are this library's.
SERVICE_ELEMENTS = Listing(
    title=Text("Elements of service standards", "优质服务标准的要素"),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T1, Evidence.COURSE, "", Text("all eighteen; says 26 factors elsewhere and does not list them", "全部十八项；另提到 26 个因素，未列出")),
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the procedural and the personal ones", "程序面与个人面各项")),
        Citation(MARTIN_1986, Evidence.ATTRIBUTED, "", Text("the English originals", "英文原名")),
    ),
    notes=(
        Text("The explanations are this library's.", "说明文字为本库所加。"),
        Text("Ambience is printed as “features of the atmosphere”, a slip of translation.", "“氛围”原文作“大气特征”，系误译。"),
    ),
    entries=tuple(
        ElementEntry(key=key, meaning=Text(en, zh), dimension=dimension)
        for dimension, rows in _MEANINGS.items()
        for key, en, zh in rows
    ),
)  # fmt: skip
