"""The zone of tolerance: between the least a customer accepts and what the customer hopes for."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.satisfaction.disconfirmation import PERFORMANCE
from servicemodel.satisfaction.service_adequacy import ADEQUATE
from servicemodel.satisfaction.service_superiority import DESIRED
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import BERRY_PARASURAMAN_1991, LIBQUAL, ZEITHAML_1993
from servicemodel.tables import Band, Bands


class ToleranceZone(OrderedLabel):
    """Where performance lies about the zone of tolerance, worst to best."""

    BELOW_ZONE = "below_zone", "below the zone of tolerance", "低于容忍区域"
    WITHIN_ZONE = "within_zone", "within the zone of tolerance", "在容忍区域内"
    ABOVE_ZONE = "above_zone", "above the zone of tolerance", "高于容忍区域"


_ZONES = tuple(ToleranceZone)

#: The zone on a scale where adequate service is 0 and desired service is 1, for printing and drawing; the function
#: itself compares with the two levels given. The notes are the competitive positions of Berry & Parasuraman.
TOLERANCE_ZONE = Bands(
    name="tolerance_zone",
    title=Text("The zone of tolerance and the competitive position it gives", "容忍区域及相应的竞争地位"),
    unit=Text("zone width above adequate service", "高于适当服务的量，以区域宽度为单位"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            BERRY_PARASURAMAN_1991,
            Evidence.PUBLISHED,
            "p. 58",
            Text(
                "the zone, as quoted by others; the positions were not checked",
                "容忍区域据他人引文；竞争地位未核对原文",
            ),
        ),
        Citation(LIBQUAL, Evidence.PUBLISHED, "", Text("both edges belong to the zone", "两端均属于区域")),
    ),
    rows=(
        Band(label=ToleranceZone.BELOW_ZONE, below=0, note=Text("competitive disadvantage", "竞争劣势")),
        Band(label=ToleranceZone.WITHIN_ZONE, at_least=0, at_most=1, note=Text("competitive advantage", "竞争优势")),
        Band(label=ToleranceZone.ABOVE_ZONE, above=1, note=Text("customer franchise", "客户专属优势")),
    ),
)


@overload
def tolerance_zone(*, performance: Number, adequate: Number, desired: Number) -> ToleranceZone: ...
@overload
def tolerance_zone(*, performance: Values | Number, adequate: Values | Number, desired: Values | Number) -> Array: ...
@overload
def tolerance_zone(
    *, performance: Expression | Number, adequate: Expression | Number, desired: Expression | Number
) -> Expression: ...
def tolerance_zone(*, performance: Any, adequate: Any, desired: Any) -> Any:
    """Say whether performance lies below, within or above a customer's zone of tolerance.

    Parameters
    ----------
    performance : number, array or expression [points]
        What the customer received, as the customer saw it. Any finite number.
    adequate : number, array or expression [points]
        The least the customer accepts, on the same interval scale; at most ``desired``.
    desired : number, array or expression [points]
        What the customer hopes to receive, on the same interval scale; at least ``adequate``.

    Returns
    -------
    ToleranceZone, array of int8 codes, or string expression
        Codes are positions in :class:`ToleranceZone`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a number is infinite, or desired service lies below adequate service. Respondents do mix the two up:
        count how often before dropping anyone (in a frame, ``frames.rejects`` lists them).
    MissingError
        If a single number is missing.

    Notes
    -----
    ``below if performance < adequate; above if performance > desired; else within``

    The zone is closed: adequate service is by definition accepted, and desired service is not exceeded by meeting it.
    Where both levels coincide these are the three states of :func:`~servicemodel.satisfaction.satisfaction_state`.

    References
    ----------
    .. [1] Berry & Parasuraman (1991), p. 58: a range of performance that a customer considers satisfactory.
    .. [2] Zeithaml, Berry & Parasuraman (1993), p. 6.
    .. [3] LibQUAL+: below at a negative adequacy gap, above at a positive superiority gap.

    Examples
    --------
    >>> tolerance_zone(performance=7.00, adequate=6.51, desired=7.88)
    <ToleranceZone.WITHIN_ZONE: 'within_zone'>

    Both edges are within:

    >>> tolerance_zone(performance=[5.9, 6, 8, 8.1], adequate=6, desired=8)
    array([0, 1, 1, 2], dtype=int8)
    """
    return run(MODEL, _zone, performance, adequate, desired)


def _zone(do: Verbs, performance: Any, adequate: Any, desired: Any) -> Any:
    return do.place(performance, ((adequate, True), (desired, False)), _ZONES)


def _in_order(*, desired: Any, adequate: Any) -> Any:
    return desired >= adequate


def _reason(*, performance: float, adequate: float, desired: float) -> Text:
    band = TOLERANCE_ZONE.rows[tolerance_zone(performance=performance, adequate=adequate, desired=desired).code]
    english, chinese = (band.note.in_language(language) if band.note else "" for language in ("en", "zh"))
    return Text(
        f"performance {performance:g} lies {performance - adequate:+g} from adequate {adequate:g} and"
        f" {performance - desired:+g} from desired {desired:g}; the position, not checked in the source, is {english}",
        f"绩效 {performance:g} 与适当服务 {adequate:g} 相差 {performance - adequate:+g}，"
        f"与渴望服务 {desired:g} 相差 {performance - desired:+g}；竞争地位（未核对原文）：{chinese}",
    )


MODEL = Model(
    function=tolerance_zone,
    title=Text("Zone of tolerance", "容忍区域"),
    question=Text("Was the service acceptable to this customer?", "这位客户能接受这次服务吗？"),
    arguments=(PERFORMANCE, ADEQUATE, DESIRED),
    requirements=(
        Requirement(
            arguments=("desired", "adequate"),
            text=Text("desired is at least adequate", "渴望服务不低于适当服务"),
            holds=_in_order,
        ),
    ),
    answer=ToleranceZone,
    equation="below if performance < adequate; above if performance > desired; else within",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            BERRY_PARASURAMAN_1991,
            Evidence.PUBLISHED,
            "p. 58",
            Text("as quoted by others", "据他人引文"),
        ),
        Citation(ZEITHAML_1993, Evidence.PUBLISHED, "p. 6", Text("as quoted by others", "据他人引文")),
        Citation(LIBQUAL, Evidence.PUBLISHED, "", Text("which edges belong to the zone", "边界的归属")),
    ),
    tables=(TOLERANCE_ZONE,),
    reason=_reason,
)
