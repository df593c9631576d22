"""How much of the scheduled time an agent kept to the schedule."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.contact_centre.counts import SHARE_OF_TIME, not_more, seconds
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CONTACT_CENTRE_GLOSSARIES


@overload
def schedule_adherence(*, adherent_seconds: Number, scheduled_seconds: Number) -> float: ...
@overload
def schedule_adherence(*, adherent_seconds: Values | Number, scheduled_seconds: Values | Number) -> Array: ...
@overload
def schedule_adherence(
    *, adherent_seconds: Expression | Number, scheduled_seconds: Expression | Number
) -> Expression: ...
def schedule_adherence(*, adherent_seconds: Any, scheduled_seconds: Any) -> Any:
    """Return the share of the scheduled time in which an agent did what the schedule said.

    Parameters
    ----------
    adherent_seconds : number, array or expression [seconds]
        Doing what was scheduled when it was scheduled; from 0 to ``scheduled_seconds``.
    scheduled_seconds : number, array or expression [seconds]
        Scheduled in all; above 0.

    Returns
    -------
    float, array of float64, or expression [share of time]
        From 0 to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, or more time was kept than scheduled.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``schedule_adherence = adherent_seconds / scheduled_seconds``

    Not conformance: an hour worked too late makes up for an hour missed there, but not here. So it is never above 1.

    References
    ----------
    .. [1] Contact-centre glossaries: time adhered to over time scheduled.

    Examples
    --------
    Seven hours of eight:

    >>> schedule_adherence(adherent_seconds=7 * 3600, scheduled_seconds=8 * 3600)
    0.875

    Never there, and always:

    >>> schedule_adherence(adherent_seconds=[0, 3600], scheduled_seconds=3600)
    array([0., 1.])
    """
    return run(MODEL, _share, adherent_seconds, scheduled_seconds)


def _share(_: Verbs, adherent_seconds: Any, scheduled_seconds: Any) -> Any:
    return adherent_seconds / scheduled_seconds


MODEL = Model(
    function=schedule_adherence,
    title=Text("Schedule adherence", "排班遵守率"),
    question=Text("How much of the schedule was kept?", "排班时间有多大比例得到遵守？"),
    arguments=(
        seconds("adherent_seconds", "time on which the schedule was kept", "按排班执行的时长"),
        seconds("scheduled_seconds", "time scheduled", "排班总时长", some=True),
    ),
    answer=SHARE_OF_TIME,
    equation="schedule_adherence = adherent_seconds / scheduled_seconds",
    evidence=Evidence.PUBLISHED,
    citations=(Citation(CONTACT_CENTRE_GLOSSARIES, Evidence.PUBLISHED),),
    requirements=(not_more("adherent_seconds", "scheduled_seconds"),),
)
