"""Whether an attribute can please more than it can annoy."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import MIKULIC_PREBEZAC_2008

_POINTS = Text("points of overall satisfaction", "总体满意度分值")
_LARGEST = 1e100  # so that sums stay finite

PENALTY = Quantity(
    name="penalty",
    unit=_POINTS,
    at_least=-_LARGEST,
    at_most=0,
    meaning=Text("what a low rating takes from overall satisfaction", "低评价使总体满意度下降的分值"),
)
REWARD = Quantity(
    name="reward",
    unit=_POINTS,
    at_least=0,
    at_most=_LARGEST,
    meaning=Text("what a high rating adds to overall satisfaction", "高评价使总体满意度上升的分值"),
)


def _moves(*, penalty: Any, reward: Any) -> Any:
    return (reward - penalty) > 0


SOME_IMPACT = Requirement(
    arguments=("penalty", "reward"),
    text=Text("penalty and reward are not both 0", "惩罚值与奖励值不同时为 0"),
    holds=_moves,
)


@overload
def impact_asymmetry(*, penalty: Number, reward: Number) -> float: ...
@overload
def impact_asymmetry(*, penalty: Values | Number, reward: Values | Number) -> Array: ...
@overload
def impact_asymmetry(*, penalty: Expression | Number, reward: Expression | Number) -> Expression: ...
def impact_asymmetry(*, penalty: Any, reward: Any) -> Any:
    """Return how much more an attribute can please than annoy.

    Parameters
    ----------
    penalty : number, array or expression [points of overall satisfaction]
        What a low rating takes; at most 0.
    reward : number, array or expression [points of overall satisfaction]
        What a high rating adds; at least 0.

    Returns
    -------
    float, array or expression
        From −1 (it can only annoy) over 0 to 1 (it can only please); NaN or null where an input is missing.

    Raises
    ------
    DomainError
        If the penalty is above 0, the reward below 0, or both are 0: of a wrong sign, or of no impact at all, the
        index has no meaning.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``asymmetry = (reward + penalty) / (reward − penalty)``

    It is the satisfaction-generating potential, reward / (reward − penalty), less the dissatisfaction-generating
    potential, −penalty / (reward − penalty); these add up to 1. It does not change with the unit of overall
    satisfaction.

    References
    ----------
    .. [1] Mikulić & Prebežac (2008), Managing Service Quality 18(6), 559-576: the index and its ends; its formula is
       credited.

    Examples
    --------
    >>> impact_asymmetry(penalty=-1.5, reward=0.1)
    -0.8749999999999999

    >>> impact_asymmetry(penalty=[-0.8, -1, None], reward=[0.8, 0, 1])
    array([ 0., -1., nan])
    """
    return run(MODEL, asymmetry, penalty, reward)


def asymmetry(_: Any, penalty: Any, reward: Any) -> Any:
    """Return the index of checked numbers."""
    return (reward + penalty) / (reward - penalty)


MODEL = Model(
    function=impact_asymmetry,
    title=Text("Impact asymmetry", "影响不对称指数"),
    question=Text("Does this attribute please more than it annoys?", "该属性更能带来满意，还是更易引起不满？"),
    arguments=(PENALTY, REWARD),
    answer=Text("index from −1 to 1", "−1 至 1 的指数"),
    equation="asymmetry = (reward + penalty) / (reward − penalty)",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(
            MIKULIC_PREBEZAC_2008,
            Evidence.ATTRIBUTED,
            "",
            Text(
                "its ends and its parts were seen in a figure; the symbols are credited",
                "两端与组成见于一幅图；符号公式归于该文",
            ),
        ),
    ),
    requirements=(SOME_IMPACT,),
)
