"""Any scale on 0 to 100: percent of maximum possible (POMP)."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COHEN_1999, RAND_SF36

_POINTS = Text("points", "分")


@overload
def percent_of_maximum(*, answer: Number, lowest: Number, highest: Number) -> float: ...
@overload
def percent_of_maximum(*, answer: Values | Number, lowest: Values | Number, highest: Values | Number) -> Array: ...
@overload
def percent_of_maximum(
    *, answer: Expression | Number, lowest: Expression | Number, highest: Expression | Number
) -> Expression: ...
def percent_of_maximum(*, answer: Any, lowest: Any, highest: Any) -> Any:
    """Return an answer as a percentage of the way from the lowest to the highest possible one.

    Parameters
    ----------
    answer : number, array or expression [points]
        From ``lowest`` to ``highest``.
    lowest, highest : number, array or expression [points]
        The ends of the scale; ``lowest`` below ``highest``.

    Returns
    -------
    float, array or expression [percent]
        From 0 to 100; NaN or null where an input is missing.

    Raises
    ------
    DomainError
        If a number is not finite, the ends are not in order, or the answer is outside them.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``percent = 100 × (answer − lowest) / (highest − lowest)``

    Not ``answer / highest``: that would make the worst of five answers 20 percent.

    References
    ----------
    .. [1] Cohen, Cohen, Aiken & West (1999), Multivariate Behavioral Research 34(3), 315-346.
    .. [2] Scoring of the SF-36: (raw score − lowest) / range × 100.

    Examples
    --------
    >>> percent_of_maximum(answer=12, lowest=4, highest=24)
    40.0

    The worst answer is 0, not one fifth:

    >>> percent_of_maximum(answer=1, lowest=1, highest=5)
    0.0
    """
    return run(MODEL, _percent, answer, lowest, highest)


def _percent(do: Verbs, answer: Any, lowest: Any, highest: Any) -> Any:
    return do.divide(100 * (answer - lowest), highest - lowest)


def _in_order(*, lowest: Any, highest: Any) -> Any:
    return lowest < highest


def _on_the_scale(*, answer: Any, lowest: Any, highest: Any) -> Any:
    return (lowest <= answer) & (answer <= highest)


MODEL = Model(
    function=percent_of_maximum,
    title=Text("Percent of maximum possible (POMP)", "最大可能百分比（POMP）"),
    question=Text("How far up its scale is this answer?", "这个回答位于量表的百分之几？"),
    arguments=(
        Quantity(name="answer", unit=_POINTS, meaning=Text("what was answered", "所作的回答")),
        Quantity(name="lowest", unit=_POINTS, meaning=Text("the lowest possible answer", "可能的最低分")),
        Quantity(name="highest", unit=_POINTS, meaning=Text("the highest possible answer", "可能的最高分")),
    ),
    requirements=(
        Requirement(
            arguments=("highest", "lowest"), text=Text("lowest is below highest", "最低分低于最高分"), holds=_in_order
        ),
        Requirement(
            arguments=("answer", "lowest", "highest"),
            text=Text("the answer is from lowest to highest", "回答在最低分与最高分之间"),
            holds=_on_the_scale,
        ),
    ),
    answer=Text("percent", "百分比"),
    equation="percent = 100 × (answer − lowest) / (highest − lowest)",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(COHEN_1999, Evidence.ATTRIBUTED),
        Citation(RAND_SF36, Evidence.PUBLISHED, "", Text("formula and an example", "公式与示例")),
    ),
)
