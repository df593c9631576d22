"""How much of their time agents who are signed in spend on contacts."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.contact_centre.counts import SHARE_OF_TIME, seconds, some_time
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CONTACT_CENTRE_GLOSSARIES


@overload
def occupancy(*, handle_seconds: Number, available_seconds: Number) -> float: ...
@overload
def occupancy(*, handle_seconds: Values | Number, available_seconds: Values | Number) -> Array: ...
@overload
def occupancy(*, handle_seconds: Expression | Number, available_seconds: Expression | Number) -> Expression: ...
def occupancy(*, handle_seconds: Any, available_seconds: Any) -> Any:
    """Return how much of the time in which agents could take contacts they spent on contacts.

    Parameters
    ----------
    handle_seconds : number, array or expression [seconds]
        Handling contacts: talk, hold and after-call work; at least 0.
    available_seconds : number, array or expression [seconds]
        Ready and waiting for the next one; at least 0. The two are not both 0. Breaks and meetings are in neither.

    Returns
    -------
    float, array of float64, or expression [share of time]
        From 0 to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, or there was no time at all.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``occupancy = handle_seconds / (handle_seconds + available_seconds)``

    Higher is not better: the queue decides it, not the agent, and nobody can work at 1 for long.

    References
    ----------
    .. [1] Contact-centre glossaries: recalled usage, not checked.

    Examples
    --------
    >>> occupancy(handle_seconds=2_700, available_seconds=900)
    0.75

    No contact came, or no pause:

    >>> occupancy(handle_seconds=[0, 900], available_seconds=[900, 0])
    array([0., 1.])
    """
    return run(MODEL, _share, handle_seconds, available_seconds)


def _share(_: Verbs, handle_seconds: Any, available_seconds: Any) -> Any:
    return handle_seconds / (handle_seconds + available_seconds)


MODEL = Model(
    function=occupancy,
    title=Text("Occupancy", "占用率"),
    question=Text("How much of their ready time are agents busy?", "坐席在岗可接时间有多大比例在处理联络？"),
    arguments=(
        seconds("handle_seconds", "time spent on contacts", "处理联络的时长"),
        seconds("available_seconds", "time ready and waiting for the next contact", "空闲待接的时长"),
    ),
    answer=SHARE_OF_TIME,
    equation="occupancy = handle_seconds / (handle_seconds + available_seconds)",
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(CONTACT_CENTRE_GLOSSARIES, Evidence.ATTRIBUTED),),
    requirements=(some_time("handle_seconds", "available_seconds"),),
)
