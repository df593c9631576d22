"""Presets: what the columns of a known publication are called here, and how what stands in them is read."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from servicemodel.complaints.cfpb import CFPB_STATES
from servicemodel.errors import ReportError
from servicemodel.labels import Text
from servicemodel.survey import FIVE_POINT, ZERO_TO_TEN, Scale, without
from servicemodel.tables import Table, as_tuple

_HOURS = ("%H", "%I", "%T", "%c")


@attrs.frozen(kw_only=True)
class Reading:
    """How one of our columns is read from a publisher's table.

    Attributes
    ----------
    names : tuple of str
        The spellings of its name, whatever their case and punctuation; the first that is present counts.
    values : mapping of str to str or None
        What the publisher's words mean here, whatever their case; under ``None`` stand those that mean nothing was
        said. A word that is not listed stays as it is.
    formats : tuple of str
        How instants are written there, as ``strptime`` names it, where they are not written year first. A format
        without an hour gives days: the clock time in it, if any, is filling.
    scale : Scale or None
        What a rating was given on. Its missing codes are no answer, words whatever their case; what is neither an
        answer nor one of them is refused.
    title : Text or None
        What was rated, for the page.
    """

    names: tuple[str, ...] = attrs.field(converter=as_tuple)
    values: Mapping[str, str | None] = attrs.field(factory=dict)
    formats: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    scale: Scale | None = None
    title: Text | None = None

    @property
    def days(self) -> tuple[str, ...]:
        """The formats that give a day and no time of it."""
        return tuple(one for one in self.formats if not any(hour in one for hour in _HOURS))

    @property
    def times(self) -> tuple[str, ...]:
        """The formats that give a day and a time."""
        return tuple(one for one in self.formats if one not in self.days)


@attrs.frozen(kw_only=True)
class Preset:
    """How to read one publisher's table.

    Attributes
    ----------
    name : str
        What is typed after ``--preset``.
    title : Text
    kind : str
        Which table it is: customers, accounts, encounters, complaints or events.
    zone : str
        Zone of local times, unless another is given.
    columns : mapping of str to Reading
        How each column of ours is read.
    constants : mapping of str to str
        Columns of ours that hold the same in every row, such as a tolerance that a rule fixes.
    tables : tuple of Table
        The tables behind the values, which the page names with their versions.
    """

    name: str
    title: Text
    kind: str
    zone: str
    columns: Mapping[str, Reading]
    constants: Mapping[str, str] = attrs.field(factory=dict)
    tables: tuple[Table, ...] = attrs.field(default=(), converter=as_tuple)


BOSTON311 = Preset(
    name="boston311",
    title=Text("City of Boston, 311 service requests", "波士顿市 311 服务请求"),
    kind="encounters",
    zone="America/New_York",
    columns={
        "id": Reading(names=("case_enquiry_id",)),
        "started_at": Reading(names=("open_dt",)),
        "promised_at": Reading(names=("target_dt", "sla_target_dt")),
        "completed_at": Reading(names=("closed_dt",)),
        "channel": Reading(names=("source",)),
        "kind": Reading(names=("type",)),
        "account_id": Reading(names=("department",)),
    },
)

# Noon in a fixed offset is how the bureau writes a day since it publishes JSON; no hour is known.
_CFPB_DAYS = ("%m/%d/%Y", "%Y-%m-%dT12:00:00-05:00", "%Y-%m-%dT12:00:00-04:00")

_CFPB_RESPONSE = ("company_response_to_consumer", "company_response")
_CFPB_STATES = {
    row.status.en: None if row.read_as is None else row.read_as.value  # as the bureau writes it, capitals aside
    for row in CFPB_STATES.rows
}

CFPB = Preset(
    name="cfpb",
    title=Text(
        "US Consumer Financial Protection Bureau, consumer complaints", "美国消费者金融保护局（CFPB）消费者投诉"
    ),
    kind="complaints",
    zone="America/New_York",
    columns={
        "id": Reading(names=("complaint_id",)),
        "account_id": Reading(names=("company",)),
        "received_at": Reading(names=("date_received",), formats=_CFPB_DAYS),
        "channel": Reading(names=("submitted_via",)),
        "kind": Reading(names=("product",)),
        "issue": Reading(names=("issue",)),
        "response": Reading(names=_CFPB_RESPONSE),
        "state": Reading(names=_CFPB_RESPONSE, values=_CFPB_STATES),
        "timely": Reading(names=("timely_response", "timely")),
        "satisfied": Reading(names=("consumer_disputed",), values={"yes": "no", "no": "yes", "n/a": None}),
    },
    tables=(CFPB_STATES,),
)

# In every rating 0 is a blank and 6 "not applicable"; a blank overall rating became a word in 2017.
_AIRPORT = without(FIVE_POINT, 0, 6, "Blank")


def _rated(name: str, en: str, zh: str) -> Reading:
    return Reading(names=(name,), scale=_AIRPORT, title=Text(en, zh))


SFO_SURVEY = Preset(
    name="sfo_survey",
    title=Text("San Francisco International Airport, passenger survey", "旧金山国际机场旅客调查"),
    kind="encounters",
    zone="America/Los_Angeles",
    columns={
        "id": Reading(names=("respnum",)),
        "weight": Reading(names=("weight",)),
        "performance": _rated("q7all", "the airport as a whole", "机场整体"),
        "recommend": Reading(names=("netpro",), scale=without(ZERO_TO_TEN, 11)),
        "problem": Reading(names=("q15problem",), values={"1": "yes", "2": "no", "0": None, "3": None}),
        "rating_art": _rated("q7art", "artwork and exhibitions", "艺术品与展览"),
        "rating_food": _rated("q7food", "restaurants", "餐饮"),
        "rating_store": _rated("q7store", "shops", "商店"),
        "rating_sign": _rated("q7sign", "signs inside the airport", "航站楼内指示牌"),
        "rating_walkways": _rated("q7walkways", "escalators, elevators, walkways", "扶梯、电梯与自动步道"),
        "rating_screens": _rated("q7screens", "information on screens", "屏幕信息"),
        "rating_infodown": _rated("q7infodown", "information booths, lower level", "下层问讯处"),
        "rating_infoup": _rated("q7infoup", "information booths, upper level", "上层问讯处"),
        "rating_wifi": _rated("q7wifi", "Wi-Fi", "无线网络"),
        "rating_roads": _rated("q7roads", "signs on the airport's roads", "机场道路指示牌"),
        "rating_park": _rated("q7park", "parking", "停车设施"),
        "rating_airtrain": _rated("q7airtrain", "AirTrain", "机场轻轨"),
        "rating_ltparking": _rated("q7ltparking", "long-term parking shuttle", "长期停车场班车"),
        "rating_rental": _rated("q7rental", "rental car center", "租车中心"),
        "rating_clean_boarding": _rated("q9boarding", "cleanliness: boarding areas", "清洁：候机区"),
        "rating_clean_airtrain": _rated("q9airtrain", "cleanliness: AirTrain", "清洁：机场轻轨"),
        "rating_clean_rental": _rated("q9rental", "cleanliness: rental car center", "清洁：租车中心"),
        "rating_clean_food": _rated("q9food", "cleanliness: restaurants", "清洁：餐饮区"),
        "rating_clean_restroom": _rated("q9restroom", "cleanliness: restrooms", "清洁：洗手间"),
        "rating_clean": _rated("q9all", "cleanliness, overall", "清洁：整体"),
        "rating_safe": _rated("q10safe", "feeling safe", "安全感"),
        "rating_getting_there": _rated("q13getrate", "getting to the airport", "前往机场的便利程度"),
        "rating_find": _rated("q14find", "finding one's way", "在机场内找路的便利程度"),
        "rating_security": _rated("q14passthru", "passing through security", "通过安检的便利程度"),
    },
)

#: The presets by their names, as they are typed after ``--preset``.
PRESETS: Mapping[str, Preset] = {preset.name: preset for preset in (BOSTON311, CFPB, SFO_SURVEY)}


def preset_of(preset: str | Preset) -> Preset:
    """Return a preset itself, or the one called so.

    Raises
    ------
    ReportError
        If there is none.
    """
    if isinstance(preset, Preset):
        return preset
    if preset not in PRESETS:
        msg = f"--preset: {preset!r} is unknown; there are {', '.join(PRESETS)}"
        raise ReportError(msg)
    return PRESETS[preset]
