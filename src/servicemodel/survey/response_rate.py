"""How many of those asked answered."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Evidence

_QUESTIONNAIRES = Text("questionnaires", "份问卷")
SHARE_OF_ASKED = Text("share of those asked", "占发出问卷的比例")


@overload
def response_rate(*, returned: Number, sent: Number) -> float: ...
@overload
def response_rate(*, returned: Values | Number, sent: Values | Number) -> Array: ...
@overload
def response_rate(*, returned: Expression | Number, sent: Expression | Number) -> Expression: ...
def response_rate(*, returned: Any, sent: Any) -> Any:
    """Return the share of questionnaires that came back and can be used.

    Parameters
    ----------
    returned : number, array or expression [questionnaires]
        From 0 to ``sent``. Say whether useless ones are among them.
    sent : number, array or expression [questionnaires]
        All that went out; above 0. Say whether those that never arrived are among them.

    Returns
    -------
    float, array or expression [share of those asked]
        From 0 to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, or more came back than went out.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``response_rate = returned / sent``

    A high rate makes it likelier that the silent are like those who answered; it does not prove it, and no sample size
    makes up for it.

    Examples
    --------
    >>> round(response_rate(returned=284, sent=634), 4)
    0.4479
    >>> response_rate(returned=[0, 50], sent=50)
    array([0., 1.])
    """
    return run(MODEL, _rate, returned, sent)


def _rate(_: Verbs, returned: Any, sent: Any) -> Any:
    return returned / sent


def _not_more(*, returned: Any, sent: Any) -> Any:
    return returned <= sent


MODEL = Model(
    function=response_rate,
    title=Text("Response rate", "问卷回收率"),
    question=Text("What share of those asked answered?", "发出的问卷有多大比例收回？"),
    arguments=(
        Quantity(
            name="returned",
            unit=_QUESTIONNAIRES,
            at_least=0,
            meaning=Text("questionnaires that came back and can be used", "收回的有效问卷数"),
        ),
        Quantity(
            name="sent", unit=_QUESTIONNAIRES, above=0, meaning=Text("questionnaires that went out", "发出的问卷数")
        ),
    ),
    answer=SHARE_OF_ASKED,
    equation="response_rate = returned / sent",
    evidence=Evidence.CONVENTION,
    citations=(),
    requirements=(
        Requirement(
            arguments=("returned", "sent"),
            text=Text("returned ≤ sent", "returned ≤ sent，收回数不超过发出数"),
            holds=_not_more,
        ),
    ),
)
