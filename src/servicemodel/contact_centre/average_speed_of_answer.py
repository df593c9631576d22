"""How long those who were answered waited, on average."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.contact_centre.counts import SECONDS_PER_CONTACT, contacts, seconds
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CONTACT_CENTRE_GLOSSARIES


@overload
def average_speed_of_answer(*, total_wait_seconds: Number, answered: Number) -> float: ...
@overload
def average_speed_of_answer(*, total_wait_seconds: Values | Number, answered: Values | Number) -> Array: ...
@overload
def average_speed_of_answer(
    *, total_wait_seconds: Expression | Number, answered: Expression | Number
) -> Expression: ...
def average_speed_of_answer(*, total_wait_seconds: Any, answered: Any) -> Any:
    """Return how long a contact that was answered had waited, on average (ASA).

    Parameters
    ----------
    total_wait_seconds : number, array or expression [seconds]
        How long all that were answered had waited, together; at least 0. The waits of those who gave up are not in it.
    answered : number, array or expression [contacts]
        How many were answered; above 0.

    Returns
    -------
    float, array of float64, or expression [seconds per contact]
        At least 0; shorter is better, for all that it is called a speed.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``average_speed_of_answer = total_wait_seconds / answered``

    A mean hides the long waits, and those who waited longest may have given up and are not in it: read it beside the
    abandonment rate. To average over hours, add up waits and counts first; the mean of means is another number.

    References
    ----------
    .. [1] Contact-centre glossaries (Pipeline): total wait of those answered over their number.

    Examples
    --------
    >>> average_speed_of_answer(total_wait_seconds=500, answered=100)
    5.0

    Everybody answered at once; a missing sum stays missing:

    >>> average_speed_of_answer(total_wait_seconds=[0, None], answered=3)
    array([ 0., nan])
    """
    return run(MODEL, _mean, total_wait_seconds, answered)


def _mean(_: Verbs, total_wait_seconds: Any, answered: Any) -> Any:
    return total_wait_seconds / answered


MODEL = Model(
    function=average_speed_of_answer,
    title=Text("Average speed of answer", "平均应答速度"),
    question=Text("How long did those who were answered wait?", "得到应答的联络平均等待多久？"),
    arguments=(
        seconds("total_wait_seconds", "waits of all that were answered, together", "所有得到应答的联络等待时长之和"),
        contacts("answered", "contacts answered", "得到应答的联络数", some=True),
    ),
    answer=SECONDS_PER_CONTACT,
    equation="average_speed_of_answer = total_wait_seconds / answered",
    evidence=Evidence.PUBLISHED,
    citations=(Citation(CONTACT_CENTRE_GLOSSARIES, Evidence.PUBLISHED, "Pipeline"),),
)
