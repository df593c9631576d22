"""Presets: what the columns of a known publication are called here, and how what stands in them is read."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from servicemodel.complaints.cfpb import CFPB_STATES
from servicemodel.errors import ReportError
from servicemodel.labels import Text
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
    """

    names: tuple[str, ...] = attrs.field(converter=as_tuple)
    values: Mapping[str, str | None] = attrs.field(factory=dict)
    formats: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

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

#: The presets by their names, as they are typed after ``--preset``.
PRESETS: Mapping[str, Preset] = {preset.name: preset for preset in (BOSTON311, CFPB)}


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
