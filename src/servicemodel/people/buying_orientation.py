"""What a customer buys by: the price, or the value."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, LICHTENSTEIN_1993, ZEITHAML_1988


class BuyingOrientation(Label):
    """What a customer buys by; neither is better."""

    VALUE = "value", "value", "价值取向"
    PRICE = "price", "price", "价格取向"


@overload
def buying_orientation(*, cost_weight: Number, value_weight: Number) -> BuyingOrientation: ...
@overload
def buying_orientation(*, cost_weight: Values | Number, value_weight: Values | Number) -> Array: ...
@overload
def buying_orientation(*, cost_weight: Expression | Number, value_weight: Expression | Number) -> Expression: ...
def buying_orientation(*, cost_weight: Any, value_weight: Any) -> Any:
    """Name what a customer buys by: the price where cost weighs at least as much as all else.

    Parameters
    ----------
    cost_weight : number, array or expression [points]
        Weight of price and other costs among the customer's own criteria; at least 0.
    value_weight : number, array or expression [points]
        Weight of all his other criteria together; at least 0. Not both are 0.

    Returns
    -------
    BuyingOrientation, array of int8 codes, or string expression
        Codes are positions in :class:`BuyingOrientation`; -1 and null where a weight is missing.

    Raises
    ------
    DomainError
        If a weight is negative or infinite, or both are 0.
    MissingError
        If a single weight is missing.

    Notes
    -----
    ``price if cost_weight ≥ value_weight, that is, if cost has at least half of all weight; else value``

    The course text [1]_ names the two orientations and nothing more; the rule is a convention of this library. Research
    measures price consciousness and value consciousness as two scales [2]_, on which a customer may be high on both.

    References
    ----------
    .. [1] Course text T4: price orientation against value orientation.
    .. [2] Lichtenstein, Ridgway & Netemeyer (1993).
    .. [3] Zeithaml (1988): four meanings of value, of which low price is one.

    Examples
    --------
    >>> buying_orientation(cost_weight=30, value_weight=70)
    <BuyingOrientation.VALUE: 'value'>

    Half of all weight is enough:

    >>> buying_orientation(cost_weight=[50, 49], value_weight=[50, 51])
    array([1, 0], dtype=int8)
    """
    return run(MODEL, _orientation, cost_weight, value_weight)


def _orientation(do: Verbs, cost_weight: Any, value_weight: Any) -> Any:
    return do.place(cost_weight, ((value_weight, True),), tuple(BuyingOrientation))


def _reason(*, cost_weight: float, value_weight: float) -> Text:
    less = cost_weight < value_weight
    return Text(
        f"cost weighs {cost_weight:g}, {'less than' if less else 'at least as much as'} all else at {value_weight:g}",
        f"成本权重 {cost_weight:g}，{'低于' if less else '不低于'}其余标准之和 {value_weight:g}",
    )


_POINTS = Text("points", "分")

MODEL = Model(
    function=buying_orientation,
    title=Text("Buying orientation", "购买取向"),
    question=Text("Does this customer buy by price or by value?", "这位客户是价格取向还是价值取向？"),
    arguments=(
        Quantity(
            name="cost_weight",
            unit=_POINTS,
            at_least=0,
            meaning=Text(
                "weight of price and other costs among the customer's criteria", "价格等成本在客户标准中的权重"
            ),
        ),
        Quantity(
            name="value_weight",
            unit=_POINTS,
            at_least=0,
            meaning=Text("weight of all other criteria together", "其余各项标准的权重之和"),
        ),
    ),
    answer=BuyingOrientation,
    equation="price if cost_weight ≥ value_weight, that is, if cost has at least half of all weight; else value",
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("names the two orientations", "提出两种取向的名称")),
        Citation(LICHTENSTEIN_1993, Evidence.ATTRIBUTED, "", Text("two separate scales", "价格意识与价值意识分别测量")),
        Citation(ZEITHAML_1988, Evidence.ATTRIBUTED, "", Text("four meanings of value", "价值的四种含义")),
    ),
    requirements=(
        Requirement(
            arguments=("cost_weight", "value_weight"),
            text=Text("the two weights are not both 0", "两个权重不同时为 0"),
            holds=lambda *, cost_weight, value_weight: cost_weight + value_weight > 0,
        ),
    ),
    reason=_reason,
)
