"""Presets: what the columns of a known publication are called here."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from servicemodel.errors import ReportError
from servicemodel.labels import Text


@attrs.frozen(kw_only=True)
class Preset:
    """How to read one publisher's table.

    Attributes
    ----------
    name : str
        What is typed after ``--preset``.
    title : Text
    kind : str
        Which table it is.
    zone : str
        Zone of local times.
    columns : mapping of str to tuple of str
        For each column of ours, the spellings it has there; the first that is present counts.
    """

    name: str
    title: Text
    kind: str
    zone: str
    columns: Mapping[str, tuple[str, ...]]


BOSTON311 = Preset(
    name="boston311",
    title=Text("City of Boston, 311 service requests", "波士顿市 311 服务请求"),
    kind="encounters",
    zone="America/New_York",
    columns={
        "id": ("case_enquiry_id",),
        "started_at": ("open_dt",),
        "promised_at": ("target_dt", "sla_target_dt"),
        "completed_at": ("closed_dt",),
        "channel": ("source",),
        "kind": ("type",),
        "account_id": ("department",),
    },
)

PRESETS: Mapping[str, Preset] = {preset.name: preset for preset in (BOSTON311,)}


def preset_of(name: str) -> Preset:
    """Return the preset called ``name``.

    Raises
    ------
    ReportError
        If there is none.
    """
    if name not in PRESETS:
        msg = f"--preset: {name!r} is unknown; there are {', '.join(PRESETS)}"
        raise ReportError(msg)
    return PRESETS[name]
