"""The five gaps of service quality: between what they lie, and who can close them."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, GAPS_COPIES, PARASURAMAN_1985, ZEITHAML_1988
from servicemodel.tables import Entry, Listing


class ServiceNode(Label):
    """A place in the gaps model; its value is the argument of :func:`five_gaps` that scores it."""

    EXPECTATION = "expectation", "what customers expect", "顾客期望的服务"
    MANAGEMENT_VIEW = "management_view", "what management believes they expect", "管理者对期望的认识"
    STANDARD = "standard", "the standards set", "服务质量标准"
    DELIVERY = "delivery", "the service delivered", "服务传递"
    PROMISE = "promise", "what is communicated to customers", "对外沟通的承诺"
    PERFORMANCE = "performance", "the service perceived", "顾客感知的服务"


class ServiceGap(Label):
    """A gap of service quality, 1 to 5."""

    KNOWLEDGE = "knowledge", "knowledge gap", "管理者认识差距"
    STANDARDS = "standards", "standards gap", "质量标准差距"
    DELIVERY = "delivery", "delivery gap", "服务传递差距"
    COMMUNICATION = "communication", "communication gap", "市场沟通差距"
    CUSTOMER = "customer", "customer gap", "感知服务质量差距"


class GapActor(Label):
    """Who stands at an end of a gap."""

    CUSTOMER = "customer", "customer", "顾客"
    MANAGEMENT = "management", "management", "管理者"
    DESIGNERS = "designers", "service designers and those who set standards", "服务设计与标准制定者"
    FRONT_LINE = "front_line", "front-line staff", "一线员工"
    MARKETING = "marketing", "marketing and sales", "市场与销售"


@attrs.frozen(kw_only=True)
class GapEntry(Entry):
    """A gap.

    Attributes
    ----------
    newer_name : Text
        What newer textbooks call it.
    between : tuple of ServiceNode
        The gap is the first less the second; negative: falls short.
    actors : tuple of GapActor
        Between whom it lies; in the customer gap the customer stands at both ends.
    """

    newer_name: Text = attrs.field(metadata=headed(Text("newer name", "新名称")))
    between: tuple[ServiceNode, ServiceNode] = attrs.field(metadata=headed(Text("first less second", "前者减后者")))
    actors: tuple[GapActor, GapActor] = attrs.field(metadata=headed(Text("between", "双方")))


_G, _N, _A = ServiceGap, ServiceNode, GapActor

#: The five gaps of Parasuraman, Zeithaml and Berry.
FIVE_GAPS = Listing(
    title=Text("The five gaps of service quality", "服务质量五差距模型"),
    entries=(
        GapEntry(
            key=_G.KNOWLEDGE,
            newer_name=Text("listening gap", "倾听差距"),
            meaning=Text("not knowing what customers expect", "不了解顾客的期望"),
            between=(_N.MANAGEMENT_VIEW, _N.EXPECTATION),
            actors=(_A.CUSTOMER, _A.MANAGEMENT),
        ),
        GapEntry(
            key=_G.STANDARDS,
            newer_name=Text("design gap", "设计差距"),
            meaning=Text("not having the right designs and standards", "没有合适的服务设计与标准"),
            between=(_N.STANDARD, _N.MANAGEMENT_VIEW),
            actors=(_A.MANAGEMENT, _A.DESIGNERS),
        ),
        GapEntry(
            key=_G.DELIVERY,
            newer_name=Text("performance gap", "绩效差距"),
            meaning=Text("not delivering to standards", "未按标准提供服务"),
            between=(_N.DELIVERY, _N.STANDARD),
            actors=(_A.DESIGNERS, _A.FRONT_LINE),
        ),
        GapEntry(
            key=_G.COMMUNICATION,
            newer_name=Text("communication gap", "沟通差距"),
            meaning=Text("not matching performance to promises", "提供的服务与承诺不符"),
            between=(_N.DELIVERY, _N.PROMISE),
            actors=(_A.FRONT_LINE, _A.MARKETING),
        ),
        GapEntry(
            key=_G.CUSTOMER,
            newer_name=Text("customer gap", "顾客差距"),
            meaning=Text(
                "perceiving another service than was expected; what the other four make",
                "感知与期望不符，由前四个差距造成",
            ),
            between=(_N.PERFORMANCE, _N.EXPECTATION),
            actors=(_A.CUSTOMER, _A.CUSTOMER),
        ),
    ),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(PARASURAMAN_1985, Evidence.ATTRIBUTED),
        Citation(
            ZEITHAML_1988, Evidence.ATTRIBUTED, "", Text("what widens and closes gaps 1 to 4", "差距 1 至 4 的成因")
        ),
        Citation(GAPS_COPIES, Evidence.PUBLISHED, "", Text("names and meanings", "名称与含义")),
    ),
    notes=(
        Text(
            "Some pages call the difference between the service delivered and perceived gap 5; that is another gap, not this one.",
            "有的网页把“实际提供与感知之差”称为差距 5，那是另一种差距，并非此处的差距 5。",
        ),
    ),
)


class CourseGap(Label):
    """A gap of the figure in course text T4, by its digit as this library reads it."""

    NEED_AND_MANAGER = "need_and_manager", "customers' need and manager's perception", "顾客需求—经理的感知"
    MANAGER_AND_DESIGN = "manager_and_design", "manager's perception and process design", "经理的感知—程序设计"
    DESIGN_AND_STAFF = "design_and_staff", "process design and staff's acceptance", "程序设计—员工认同度"
    STAFF_AND_CONTACT = "staff_and_contact", "staff's acceptance and contact with customers", "员工认同度—顾客接触"
    FEELING_AND_NEED = "feeling_and_need", "customers' feeling and need", "顾客感觉—顾客需求"


@attrs.frozen(kw_only=True)
class CourseGapEntry(Entry):
    """A gap of the course's figure.

    Attributes
    ----------
    nearest : ServiceGap or None
        Which of the five of 1985 it is; ``None``: none of them.
    """

    nearest: ServiceGap | None = attrs.field(metadata=headed(Text("nearest of the five", "对应的差距")))


_C = CourseGap

#: The variant of course text T4: its nodes are printed, the order of its digits is our reading. It has no promises to
#: customers, and so no communication gap.
COURSE_GAPS = Listing(
    title=Text("The five gaps as course text T4 draws them (a variant)", "教材 T4 的五差距图（变体）"),
    entries=(
        CourseGapEntry(
            key=_C.NEED_AND_MANAGER,
            meaning=Text("the manager sees another need", "经理看到的需求有偏差"),
            nearest=_G.KNOWLEDGE,
        ),
        CourseGapEntry(
            key=_C.MANAGER_AND_DESIGN,
            meaning=Text("the process does not serve what was seen", "程序未体现所认识的需求"),
            nearest=_G.STANDARDS,
        ),
        CourseGapEntry(
            key=_C.DESIGN_AND_STAFF,
            meaning=Text("the staff do not make the process their own", "员工不认同程序"),
            nearest=None,
        ),
        CourseGapEntry(
            key=_C.STAFF_AND_CONTACT,
            meaning=Text("what the staff accept does not reach the customer", "员工的认同未体现在接触中"),
            nearest=_G.DELIVERY,
        ),
        CourseGapEntry(
            key=_C.FEELING_AND_NEED,
            meaning=Text("the customer feels another service than needed", "顾客感受与需求不符"),
            nearest=_G.CUSTOMER,
        ),
    ),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            COURSE_T4,
            Evidence.COURSE,
            "",
            Text(
                "six nodes and the digits 1 to 5; the order on the slide is lost, so that this reading is ours",
                "六个节点与数字 1 至 5；幻灯片中的次序已失，此为本库的解读",
            ),
        ),
    ),
)
