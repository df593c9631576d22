"""A step in the life of a complaint."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import attrs
from attrs.validators import optional

from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.labels import Text
from servicemodel.markup import headed
from servicemodel.objects import checks


def _state(value: ComplaintState | str) -> ComplaintState:
    return checks.as_member(ComplaintState, value)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True)
class ComplaintEvent:
    """A step that brought a complaint into a state.

    Parameters
    ----------
    state : ComplaintState
        What the complaint became.
    at : datetime
        With a time zone.
    note : str, optional
        What is to be remembered of it: who, why, what was offered instead.

    Raises
    ------
    DomainError
        If the instant has no zone or the note is blank.
    MissingError
        If the instant is missing.
    LabelError
        If the state is unknown.
    TypeError
        If a value is of a type its field does not take.

    Examples
    --------
    >>> from datetime import UTC
    >>> ComplaintEvent(state="acknowledged", at=datetime(2024, 5, 1, 10, tzinfo=UTC)).state
    <ComplaintState.ACKNOWLEDGED: 'acknowledged'>
    """

    title: ClassVar[Text] = Text("Steps of a complaint", "投诉的步骤")

    state: ComplaintState = attrs.field(
        converter=_state, validator=checks.Member(ComplaintState), metadata=headed(Text("state", "状态"))
    )
    at: datetime = attrs.field(
        converter=checks.as_instant, validator=checks.Aware(), metadata=headed(Text("at", "时刻"))
    )
    note: str | None = attrs.field(
        default=None, validator=optional(checks.Words()), metadata=headed(Text("note", "备注"))
    )
