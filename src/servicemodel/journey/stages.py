"""The service seen as a system of production (servuction), and as a theatre."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, EIGLIER_LANGEARD_1987, GROVE_FISK_1992
from servicemodel.tables import Entry, Listing


class ServuctionPart(Label):
    """The parts of a system that produces a service."""

    INTERNAL_SYSTEM = "internal_system", "internal system", "内部体系"
    ENVIRONMENT = "environment", "physical environment", "服务设施或服务环境"
    CONTACT_STAFF = "contact_staff", "contact staff", "服务人员"
    CUSTOMER = "customer", "customer", "顾客A"
    OTHER_CUSTOMERS = "other_customers", "other customers", "顾客B"


@attrs.frozen(kw_only=True)
class ServuctionEntry(Entry):
    """A part of the system.

    Attributes
    ----------
    visible : bool
        Whether the customer sees it.
    direct : bool or None
        Whether it touches the customer directly; nothing of the customer himself.
    """

    visible: bool = attrs.field(metadata=headed(Text("the customer sees it", "顾客可见")))
    direct: bool | None = attrs.field(metadata=headed(Text("touches the customer directly", "直接接触")))


def _part(key: ServuctionPart, en: str, zh: str, *, visible: bool, direct: bool | None) -> ServuctionEntry:
    return ServuctionEntry(key=key, meaning=Text(en, zh), visible=visible, direct=direct)


#: The servuction system; the course's slide of the system of service is this model.
SERVUCTION = Listing(
    title=Text("Servuction: how a service is produced", "服务生产体系"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(EIGLIER_LANGEARD_1987, Evidence.PUBLISHED, "", Text("the parts, as reported", "各组成部分，转引")),
        Citation(COURSE_T4, Evidence.COURSE, "", Text("what touches the customer directly, confidence 0.7", "直接与间接接触，推读，把握约 0.7")),
    ),
    entries=(
        _part(ServuctionPart.INTERNAL_SYSTEM, "organisation and systems behind the scenes", "幕后的组织与系统", visible=False, direct=False),
        _part(ServuctionPart.ENVIRONMENT, "rooms and things", "场所与设施", visible=True, direct=True),
        _part(ServuctionPart.CONTACT_STAFF, "those who serve", "提供服务的人", visible=True, direct=True),
        _part(ServuctionPart.CUSTOMER, "the one whose experience counts here, and who takes part", "参与服务并获得体验的顾客", visible=True, direct=None),
        _part(ServuctionPart.OTHER_CUSTOMERS, "the others, who make it better or worse", "其他顾客，可使体验变好或变坏", visible=True, direct=False),
    ),
)  # fmt: skip


class TheatrePart(Label):
    """The four parts of a service seen as theatre."""

    ACTORS = "actors", "actors", "服务人员"
    AUDIENCE = "audience", "audience", "服务顾客"
    SETTING = "setting", "setting", "服务设施"
    PERFORMANCE = "performance", "performance", "服务过程"


@attrs.frozen(kw_only=True)
class TheatreEntry(Entry):
    """A part of the theatre.

    Attributes
    ----------
    flight : Text
        What it is on a flight, the course's example.
    """

    flight: Text = attrs.field(metadata=headed(Text("on a flight", "以航班为例")))


def _theatre(key: TheatrePart, meaning: Text, flight: Text) -> TheatreEntry:
    return TheatreEntry(key=key, meaning=meaning, flight=flight)


#: Actors, audience, setting, performance.
SERVICES_THEATRE = Listing(
    title=Text("Services theatre", "服务剧场"),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the four parts and the flight", "四要素与航班之例")),
        Citation(GROVE_FISK_1992, Evidence.ATTRIBUTED, "", Text("origin", "出处")),
    ),
    entries=(
        _theatre(TheatrePart.ACTORS, Text("who serves", "提供服务的人"), Text("pilots and cabin crew", "飞行员与空姐")),
        _theatre(TheatrePart.AUDIENCE, Text("who is served", "接受服务的人"), Text("passengers", "乘客")),
        _theatre(TheatrePart.SETTING, Text("where it happens", "服务发生之处"), Text("the cabin", "机舱")),
        _theatre(TheatrePart.PERFORMANCE, Text("what happens", "服务的全过程"), Text("the whole flight", "飞行全程")),
    ),
)
