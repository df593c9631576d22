"""How long people will wait: the seventh rule, the value of the service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from servicemodel.arguments import Category, Quantity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import BROWN_2005, COURSE_T2, MAISTER_1985
from servicemodel.tables import Factor, Factors
from servicemodel.waiting.perceived_wait import MINUTES


class ServiceValue(OrderedLabel):
    """How much the service waited for is worth to the customer."""

    LOW = "low", "low", "低"
    ORDINARY = "ordinary", "ordinary", "一般"
    HIGH = "high", "high", "高"


#: Factors on the wait that people tolerate. The sizes are assumed; the ranges come from patience measured in the call
#: records of one bank, January and October 1999 (queueing time over abandonments; the kind of call is also a kind of
#: caller, and the hazard is not constant, so these are no laws).
TOLERANCE_FACTORS = Factors(
    name="tolerance_factors",
    title=Text("How the value of a service stretches the wait people tolerate", "服务价值如何改变人们容忍的等待"),
    evidence=Evidence.ASSUMED,
    citations=(
        Citation(MAISTER_1985, Evidence.PUBLISHED, "proposition 7", Text("direction, no size", "只有方向，没有数值")),
        Citation(
            BROWN_2005, Evidence.DERIVED, "", Text("ratios of patience between kinds of call", "各类来电耐心之比")
        ),
    ),
    rows=(
        Factor(
            key=ServiceValue.LOW,
            by=0.6,
            low=0.36,
            high=1.0,
            text=Text("a service of low value", "低价值服务"),
            evidence=Evidence.ASSUMED,
            citations=(
                Citation(
                    BROWN_2005,
                    Evidence.DERIVED,
                    "",
                    Text(
                        "prospects against regular callers: 0.48 (0.44 to 0.51) and 0.40 (0.36 to 0.44)",
                        "潜在客户与普通来电之比：0.48（0.44 至 0.51）与 0.40（0.36 至 0.44）",
                    ),
                ),
            ),
        ),
        Factor(
            key=ServiceValue.ORDINARY,
            by=1.0,
            text=Text("an ordinary service", "一般服务"),
            evidence=Evidence.CONVENTION,
        ),
        Factor(
            key=ServiceValue.HIGH,
            by=1.5,
            low=1.0,
            high=2.4,
            text=Text("a service of high value", "高价值服务"),
            evidence=Evidence.ASSUMED,
            citations=(
                Citation(
                    BROWN_2005,
                    Evidence.DERIVED,
                    "",
                    Text(
                        "stock trading against regular callers: 1.90 (1.53 to 2.37) and 2.18 (1.67 to 2.86)",
                        "证券交易与普通来电之比：1.90（1.53 至 2.37）与 2.18（1.67 至 2.86）",
                    ),
                ),
            ),
        ),
    ),
)


@overload
def wait_tolerance(*, minutes: Number, value: ServiceValue | str, table: Factors = ...) -> float: ...
@overload
def wait_tolerance(
    *, minutes: Values | Number, value: Array | Sequence[str | None] | ServiceValue | str, table: Factors = ...
) -> Array: ...
@overload
def wait_tolerance(
    *, minutes: Expression | Number, value: Expression | ServiceValue | str, table: Factors = ...
) -> Expression: ...
def wait_tolerance(*, minutes: Any, value: Any, table: Factors = TOLERANCE_FACTORS) -> Any:
    """Return how long a customer will wait for a service of this value.

    Parameters
    ----------
    minutes : number, array or expression [minutes]
        How long customers wait for an ordinary service; at least 0.
    value : ServiceValue, array or expression
        How much the service is worth to the customer: a member or its value, an array of codes or values, or an
        expression of values.
    table : Factors, default TOLERANCE_FACTORS
        Your own factors, keyed by :class:`ServiceValue`.

    Returns
    -------
    float, array of float64, or expression [minutes]
        The wait that is tolerated: a **perceived** wait of at most this is accepted. Missing where an input is missing.

    Raises
    ------
    DomainError
        If a wait is negative or infinite, or a code is none of :class:`ServiceValue`.
    LabelError
        If a value is no :class:`ServiceValue`.
    MissingError
        If a single input is missing.
    TableError
        If the factors are not keyed by :class:`ServiceValue`.
    TypeError
        If the table is no :class:`~servicemodel.tables.Factors`.

    Notes
    -----
    ``tolerance = minutes × factor of the value``

    Rule 7 is about willingness: the value of a service changes how long people wait, never how long a wait feels
    (:func:`~servicemodel.waiting.perceived_wait` does not depend on it). Maister gives no sizes [1]_. Patience was
    measured in call records [2]_; the default factors are assumed within what these allow, so set your own.

    References
    ----------
    .. [1] Maister (1985), proposition 7.
    .. [2] Brown et al. (2005): the call records; ratios of patience computed from them.

    Examples
    --------
    >>> wait_tolerance(minutes=10, value=ServiceValue.HIGH)
    15.0

    No patience at all stays none; missing stays missing:

    >>> wait_tolerance(minutes=[0, 10, 10], value=["high", "low", None])
    array([ 0.,  6., nan])
    """
    factors = _keyed_by_value(table)

    def kernel(do: Verbs, minutes: Any, value: Any) -> Any:
        return do.multiply(factors, minutes, value)

    return run(MODEL, kernel, minutes, value)


def _keyed_by_value(table: Any) -> Factors:
    if not isinstance(table, Factors):
        msg = f"table must be Factors; got {type(table).__qualname__}"
        raise TypeError(msg)
    if table.key_type is not ServiceValue:
        msg = f"table {table.name!r} is keyed by {table.key_type.__name__}; wait_tolerance needs ServiceValue"
        raise TableError(msg)
    return table


def _reason(*, minutes: float, value: Any, table: Factors = TOLERANCE_FACTORS) -> Text:
    row = table.row_of(ServiceValue(value))
    evidence = row.evidence
    return Text(
        f"{minutes:g} minutes × {row.by:g} for {row.text.en}; the factor is {evidence.en}",
        f"{minutes:g} 分钟 × {row.by:g}（{row.text.zh}）；系数的依据：{evidence.zh}",
    )


MODEL = Model(
    function=wait_tolerance,
    title=Text("Wait tolerance", "等待容忍度"),
    question=Text("How long will they wait for it?", "客户愿意等多久？"),
    arguments=(
        Quantity(
            name="minutes",
            unit=MINUTES,
            at_least=0,
            meaning=Text("how long customers wait for an ordinary service", "客户为一般服务愿意等待的时长"),
        ),
        Category(
            name="value",
            labels=ServiceValue,
            meaning=Text("how much the service is worth to the customer", "服务对客户的价值"),
        ),
    ),
    answer=MINUTES,
    equation="tolerance = minutes × factor of the value",
    evidence=Evidence.ASSUMED,
    citations=(
        Citation(MAISTER_1985, Evidence.PUBLISHED, "proposition 7", Text("direction, no size", "只有方向，没有数值")),
        Citation(COURSE_T2, Evidence.COURSE),
        Citation(
            BROWN_2005,
            Evidence.DERIVED,
            "",
            Text("patience computed from the call records", "由呼叫记录计算的耐心"),
        ),
    ),
    tables=(TOLERANCE_FACTORS,),
    reason=_reason,
)
