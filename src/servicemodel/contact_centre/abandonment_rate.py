"""The share of contacts that were given up before anybody answered."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Requirement
from servicemodel.contact_centre.counts import SHARE_OF_CONTACTS, contacts, not_more
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CONTACT_CENTRE_GLOSSARIES


@overload
def abandonment_rate(*, abandoned: Number, offered: Number, short_abandons: Number = ...) -> float: ...
@overload
def abandonment_rate(
    *, abandoned: Values | Number, offered: Values | Number, short_abandons: Values | Number = ...
) -> Array: ...
@overload
def abandonment_rate(
    *, abandoned: Expression | Number, offered: Expression | Number, short_abandons: Expression | Number = ...
) -> Expression: ...
def abandonment_rate(*, abandoned: Any, offered: Any, short_abandons: Any = 0) -> Any:
    """Return the share of contacts that the customer gave up before they were answered.

    Parameters
    ----------
    abandoned : number, array or expression [contacts]
        Given up while waiting, short ones included; from 0 to ``offered``.
    offered : number, array or expression [contacts]
        All that came in, answered or abandoned; above 0.
    short_abandons : number, array or expression [contacts], default 0
        Of the abandoned, how many gave up so soon that they are not counted as contacts, under 10 seconds for example:
        dropped from both. From 0 to ``abandoned``, and fewer than ``offered``.

    Returns
    -------
    float, array of float64, or expression [share of contacts]
        From 0 to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, or a part is larger than its whole.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``abandonment_rate = (abandoned − short_abandons) / (offered − short_abandons)``

    Of contacts offered, not handled: dividing by those answered gives another, larger figure. Dropping short abandons
    never raises the rate, so state the cut beside it, or that there is none.

    References
    ----------
    .. [1] Contact-centre glossaries (CMA): abandoned over offered; short abandons, under 10 seconds, may be dropped.

    Examples
    --------
    >>> abandonment_rate(abandoned=10, offered=100)
    0.1

    Without those who hung up at once, and where all of the abandoned did:

    >>> abandonment_rate(abandoned=[10, 5], offered=[105, 100], short_abandons=5)
    array([0.05, 0.  ])
    """
    return run(MODEL, _rate, abandoned, offered, short_abandons)


def _rate(_: Verbs, abandoned: Any, offered: Any, short_abandons: Any) -> Any:
    return (abandoned - short_abandons) / (offered - short_abandons)


def _leaves_some(*, short_abandons: Any, offered: Any) -> Any:
    return short_abandons < offered


MODEL = Model(
    function=abandonment_rate,
    title=Text("Abandonment rate", "放弃率"),
    question=Text("What share of contacts gave up waiting?", "多大比例的联络在等待中放弃？"),
    arguments=(
        contacts("abandoned", "contacts given up while waiting, short ones included", "等待中放弃的联络数，含短时放弃"),
        contacts("offered", "all contacts that came in, answered or abandoned", "呼入总数，含应答与放弃", some=True),
        contacts("short_abandons", "of the abandoned, those too short to count", "放弃联络中短到不计的次数"),
    ),
    answer=SHARE_OF_CONTACTS,
    equation="abandonment_rate = (abandoned − short_abandons) / (offered − short_abandons)",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            CONTACT_CENTRE_GLOSSARIES,
            Evidence.PUBLISHED,
            "CMA",
            Text("short abandons may be dropped", "短时放弃可剔除"),
        ),
    ),
    requirements=(
        not_more("abandoned", "offered"),
        not_more("short_abandons", "abandoned"),
        Requirement(
            arguments=("short_abandons", "offered"),
            text=Text(
                "something is left to count, short_abandons < offered", "剔除后须有剩余，即 short_abandons < offered"
            ),
            holds=_leaves_some,
        ),
    ),
)
