"""How long one contact keeps an agent busy, on average."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.contact_centre.counts import SECONDS_PER_CONTACT, contacts, seconds
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CONTACT_CENTRE_GLOSSARIES


@overload
def average_handle_time(
    *, total_talk_seconds: Number, total_hold_seconds: Number, total_after_call_seconds: Number, handled: Number
) -> float: ...
@overload
def average_handle_time(
    *,
    total_talk_seconds: Values | Number,
    total_hold_seconds: Values | Number,
    total_after_call_seconds: Values | Number,
    handled: Values | Number,
) -> Array: ...
@overload
def average_handle_time(
    *,
    total_talk_seconds: Expression | Number,
    total_hold_seconds: Expression | Number,
    total_after_call_seconds: Expression | Number,
    handled: Expression | Number,
) -> Expression: ...
def average_handle_time(
    *, total_talk_seconds: Any, total_hold_seconds: Any, total_after_call_seconds: Any, handled: Any
) -> Any:
    """Return how long a handled contact keeps an agent busy, on average (AHT).

    Parameters
    ----------
    total_talk_seconds : number, array or expression [seconds]
        Talking, of all handled contacts together; at least 0.
    total_hold_seconds : number, array or expression [seconds]
        Customers on hold while the agent looked something up; at least 0.
    total_after_call_seconds : number, array or expression [seconds]
        After-call work: writing up, when the customer has gone; at least 0.
    handled : number, array or expression [contacts]
        How many contacts that was; above 0.

    Returns
    -------
    float, array of float64, or expression [seconds per contact]
        At least 0.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``average_handle_time = (total_talk_seconds + total_hold_seconds + total_after_call_seconds) / handled``

    None of the three has a default: a handle time without after-call work is another measure, so write 0 where you mean
    it. With talk and hold 0 it is the average after-call work (ACW). Whether talk time has the hold time in it already
    differs between systems; do not count it twice.

    References
    ----------
    .. [1] Contact-centre glossaries (five9): talk, hold and after-call work per handled contact.

    Examples
    --------
    >>> average_handle_time(
    ...     total_talk_seconds=24_000, total_hold_seconds=3_000, total_after_call_seconds=12_000, handled=100
    ... )
    390.0

    After-call work alone, 200 minutes of it:

    >>> average_handle_time(total_talk_seconds=0, total_hold_seconds=0, total_after_call_seconds=200 * 60, handled=100)
    120.0
    """
    return run(MODEL, _mean, total_talk_seconds, total_hold_seconds, total_after_call_seconds, handled)


def _mean(_: Verbs, talk: Any, hold: Any, after_call: Any, handled: Any) -> Any:
    return (talk + hold + after_call) / handled


MODEL = Model(
    function=average_handle_time,
    title=Text("Average handle time", "平均处理时长"),
    question=Text("How long does one contact keep an agent busy?", "处理一次联络平均占用坐席多久？"),
    arguments=(
        seconds("total_talk_seconds", "talking, of all handled contacts", "所有已处理联络的通话时长之和"),
        seconds("total_hold_seconds", "on hold, of all handled contacts", "所有已处理联络的保持时长之和"),
        seconds("total_after_call_seconds", "after-call work, of all handled contacts", "话后处理时长之和"),
        contacts("handled", "contacts handled", "已处理的联络数", some=True),
    ),
    answer=SECONDS_PER_CONTACT,
    equation="average_handle_time = (total_talk_seconds + total_hold_seconds + total_after_call_seconds) / handled",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            CONTACT_CENTRE_GLOSSARIES,
            Evidence.PUBLISHED,
            "five9",
            Text("talk, hold and after-call work", "通话、保持与话后处理"),
        ),
    ),
)
