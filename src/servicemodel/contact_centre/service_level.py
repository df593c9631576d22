"""The share of contacts answered within the threshold, in each of its three definitions."""

from __future__ import annotations

from typing import Any, overload

import numpy as np

from servicemodel.arguments import Category, Requirement
from servicemodel.contact_centre.counts import SHARE_OF_CONTACTS, contacts
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, is_expression, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CISCO_ICM, CONTACT_CENTRE_GLOSSARIES
from servicemodel.tables import Matrix


class AbandonTreatment(Label):
    """What a service level makes of those who hang up within the threshold."""

    NEGATIVE = "negative", "counts against it: offered, not answered", "负向计入：计入呼入，不计应答"
    IGNORED = "ignored", "ignored: neither offered nor answered", "忽略：呼入与应答均不计"
    POSITIVE = "positive", "counts for it: as if answered in time", "正向计入：视同限时内应答"


class _CountedAs(Label):
    """The two places of the ratio in which a quick abandon may count."""

    ANSWERED = "answered", "answered within the threshold", "限时内应答"
    OFFERED = "offered", "offered", "呼入"


#: How often a contact abandoned within the threshold is added to those answered in time, and taken off those offered.
_COUNTS = Matrix(
    name="abandon_treatment",
    title=Text("A contact abandoned within the threshold", "限时内放弃的联络"),
    evidence=Evidence.PUBLISHED,
    citations=(Citation(CISCO_ICM, Evidence.PUBLISHED),),
    rows=AbandonTreatment,
    columns=_CountedAs,
    row_title=Text("treatment", "处理方式"),
    column_title=Text("added to, or taken off", "加入或剔除"),
    cells=((0, 0), (0, 1), (1, 0)),
)


@overload
def service_level(
    *, answered_within: Number, abandoned_within: Number, offered: Number, treatment: AbandonTreatment | str = ...
) -> float: ...
@overload
def service_level(
    *,
    answered_within: Values | Number,
    abandoned_within: Values | Number,
    offered: Values | Number,
    treatment: Values | list[str] | AbandonTreatment | str = ...,
) -> Array: ...
@overload
def service_level(
    *,
    answered_within: Expression | Number,
    abandoned_within: Expression | Number,
    offered: Expression | Number,
    treatment: Expression | AbandonTreatment | str = ...,
) -> Expression: ...
def service_level(
    *, answered_within: Any, abandoned_within: Any, offered: Any, treatment: Any = AbandonTreatment.NEGATIVE
) -> Any:
    """Return the share of contacts answered within a threshold, such as 20 seconds.

    Parameters
    ----------
    answered_within : number, array or expression [contacts]
        Answered within the threshold (exactly at it included); at least 0.
    abandoned_within : number, array or expression [contacts]
        Abandoned within the threshold; at least 0. The two together are at most ``offered``.
    offered : number, array or expression [contacts]
        All of which the threshold has decided: answered or abandoned within it, or still waiting when it passed; above
        0. Where nothing was offered there is no service level, neither 0 nor 1.
    treatment : AbandonTreatment or its value, array of codes or values, or expression, default NEGATIVE
        What becomes of ``abandoned_within``. Say which one you report: the same hour has three service levels.

    Returns
    -------
    float, array of float64, or expression [share of contacts]
        From 0 to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, if more were answered and abandoned than offered, or if all that was offered
        is ignored.
    LabelError
        If the treatment is unknown.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``negative: answered_within / offered; ignored: answered_within / (offered − abandoned_within); positive:
    (answered_within + abandoned_within) / offered``

    Of the same counts, negative ≤ ignored ≤ positive. Who hangs up after the threshold counts against all three. The
    threshold itself is not an argument: the counts were taken with it, so state it beside the figure
    (:func:`servicemodel.contact_figures` does). So do state the channels, and whether short abandons were dropped
    before counting.

    References
    ----------
    .. [1] Cisco ICM manual: the three treatments of abandoned calls.
    .. [2] Contact-centre glossaries (Wikipedia): answered within a threshold, as 80 % in 20 seconds.

    Examples
    --------
    >>> service_level(answered_within=75, abandoned_within=5, offered=100)
    0.75
    >>> round(service_level(answered_within=75, abandoned_within=5, offered=100, treatment="ignored"), 4)
    0.7895
    >>> service_level(answered_within=75, abandoned_within=5, offered=100, treatment=AbandonTreatment.POSITIVE)
    0.8

    Everybody hung up at once, and it is the worst and the best there is; ignoring them all leaves nothing and is refused:

    >>> service_level(answered_within=0, abandoned_within=4, offered=4, treatment=["negative", "positive"])
    array([0., 1.])
    """
    return run(MODEL, _share, answered_within, abandoned_within, offered, treatment)


def _share(do: Verbs, answered_within: Any, abandoned_within: Any, offered: Any, treatment: Any) -> Any:
    added = do.look_up(_COUNTS, treatment, _CountedAs.ANSWERED)
    taken_off = do.look_up(_COUNTS, treatment, _CountedAs.OFFERED)
    return (answered_within + added * abandoned_within) / (offered - taken_off * abandoned_within)


def _among_those_offered(*, answered_within: Any, abandoned_within: Any, offered: Any) -> Any:
    return answered_within + abandoned_within <= offered


def _leaves_some(*, abandoned_within: Any, offered: Any, treatment: Any) -> Any:
    return _is_not_ignored(treatment) | (abandoned_within < offered)


def _is_not_ignored(treatment: Any) -> Any:
    ignored = AbandonTreatment.IGNORED
    if is_expression(treatment):
        return ~treatment.is_in([ignored.value])  # as pandas cannot join != of strings with conditions of numbers
    return treatment != (ignored.code if isinstance(treatment, np.ndarray) else ignored)


def _reason(
    *,
    answered_within: float,
    abandoned_within: float,
    offered: float,
    treatment: AbandonTreatment | str = AbandonTreatment.NEGATIVE,
) -> Text:
    how = AbandonTreatment(treatment)
    counts = Text(
        f"{answered_within:g} of {offered:g} were answered within the threshold",
        f"{offered:g} 次呼入中 {answered_within:g} 次在限时内应答",
    )
    return Text(
        f"{counts.en}, and abandoning within it ({abandoned_within:g}) {how.en}",
        f"{counts.zh}，限时内放弃的 {abandoned_within:g} 次{how.zh}",
    )


MODEL = Model(
    function=service_level,
    title=Text("Service level", "服务水平"),
    question=Text("What share of contacts was answered in time?", "多大比例的联络在限时内得到应答？"),
    arguments=(
        contacts("answered_within", "contacts answered within the threshold", "限时内应答的联络数"),
        contacts("abandoned_within", "contacts abandoned within the threshold", "限时内放弃的联络数"),
        contacts(
            "offered",
            "contacts answered or abandoned within the threshold, or waiting when it passed",
            "限时内应答、放弃或超过限时的联络总数",
            some=True,
        ),
        Category(
            name="treatment",
            labels=AbandonTreatment,
            meaning=Text("what becomes of those abandoned within the threshold", "限时内放弃的联络如何计入"),
        ),
    ),
    answer=SHARE_OF_CONTACTS,
    equation=(
        "negative: answered_within / offered; ignored: answered_within / (offered − abandoned_within);"
        " positive: (answered_within + abandoned_within) / offered"
    ),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            CISCO_ICM,
            Evidence.PUBLISHED,
            "",
            Text("the three treatments, seen in a public copy", "三种处理方式，见于公开副本"),
        ),
        Citation(
            CONTACT_CENTRE_GLOSSARIES,
            Evidence.PUBLISHED,
            "Wikipedia",
            Text("answered within a threshold, as 80 % in 20 s", "限时内应答的比例，如 20 秒内 80%"),
        ),
    ),
    requirements=(
        Requirement(
            arguments=("answered_within", "abandoned_within", "offered"),
            text=Text(
                "both are among those offered, answered_within + abandoned_within ≤ offered",
                "两者之和不超过呼入总数，即 answered_within + abandoned_within ≤ offered",
            ),
            holds=_among_those_offered,
        ),
        Requirement(
            arguments=("abandoned_within", "offered", "treatment"),
            text=Text(
                "not all that was offered is ignored; if treatment is 'ignored', abandoned_within < offered",
                "忽略之后须有剩余：treatment 为 'ignored' 时 abandoned_within < offered",
            ),
            holds=_leaves_some,
        ),
    ),
    reason=_reason,
)
