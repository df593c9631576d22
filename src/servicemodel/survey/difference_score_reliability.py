"""How reliable the difference of two scores is: usually less than either."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import PETER_1993


@overload
def difference_score_reliability(
    *,
    first_reliability: Number,
    second_reliability: Number,
    correlation: Number,
    first_deviation: Number = ...,
    second_deviation: Number = ...,
) -> float: ...
@overload
def difference_score_reliability(
    *,
    first_reliability: Values | Number,
    second_reliability: Values | Number,
    correlation: Values | Number,
    first_deviation: Values | Number = ...,
    second_deviation: Values | Number = ...,
) -> Array: ...
@overload
def difference_score_reliability(
    *,
    first_reliability: Expression | Number,
    second_reliability: Expression | Number,
    correlation: Expression | Number,
    first_deviation: Expression | Number = ...,
    second_deviation: Expression | Number = ...,
) -> Expression: ...
def difference_score_reliability(
    *,
    first_reliability: Any,
    second_reliability: Any,
    correlation: Any,
    first_deviation: Any = 1,
    second_deviation: Any = 1,
) -> Any:
    """Return how reliable the difference of two scores is, such as perception less expectation.

    Parameters
    ----------
    first_reliability, second_reliability : number, array or expression [reliability]
        Of the two scores, such as their alphas; from 0 to 1.
    correlation : number, array or expression [correlation]
        Of the two scores; from -1 to 1.
    first_deviation, second_deviation : number, array or expression [points], default 1
        Their standard deviations; from 1e-6 to 1e6. Left out, the two are taken as equal.

    Returns
    -------
    float, array or expression [reliability]
        Below 0 where the scores correlate more than their reliabilities allow: then one of the three is wrong.

    Raises
    ------
    DomainError
        If a number is outside its range, or the difference does not vary.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``reliability = (s₁² r₁₁ + s₂² r₂₂ − 2 r₁₂ s₁ s₂) / (s₁² + s₂² − 2 r₁₂ s₁ s₂)``

    With equal deviations this is ``((r₁₁ + r₂₂) / 2 − r₁₂) / (1 − r₁₂)``: the higher the two scores correlate, the less is
    left. Expectations and perceptions of the same people do correlate, which is one of the case against gap scores.

    References
    ----------
    .. [1] Peter, Churchill & Brown (1993), Journal of Consumer Research 19(4), 655-662.

    Examples
    --------
    >>> round(difference_score_reliability(first_reliability=0.8, second_reliability=0.8, correlation=0.5), 12)
    0.6

    Uncorrelated scores lose nothing:

    >>> difference_score_reliability(first_reliability=0.75, second_reliability=0.75, correlation=0)
    0.75
    """
    return run(
        MODEL, _reliability, first_reliability, second_reliability, correlation, first_deviation, second_deviation
    )


def _reliability(_: Verbs, first: Any, second: Any, correlation: Any, spread: Any, other: Any) -> Any:
    shared = 2 * correlation * spread * other
    return (spread * spread * first + other * other * second - shared) / (spread * spread + other * other - shared)


def _varies(*, correlation: Any, first_deviation: Any, second_deviation: Any) -> Any:
    shared = 2 * correlation * first_deviation * second_deviation
    return first_deviation * first_deviation + second_deviation * second_deviation - shared > 0


_RELIABILITY = Text("reliability", "信度")


def _deviation(name: str, meaning: Text) -> Quantity:
    """Return a standard deviation; the range keeps squares of any two within what can be divided."""
    return Quantity(name=name, unit=Text("points", "分"), at_least=1e-6, at_most=1e6, meaning=meaning)


MODEL = Model(
    function=difference_score_reliability,
    title=Text("Reliability of a difference score", "差异分数的信度"),
    question=Text("How reliable is the difference of these two scores?", "这两个分数之差的信度是多少？"),
    arguments=(
        Quantity(
            name="first_reliability",
            unit=_RELIABILITY,
            at_least=0,
            at_most=1,
            meaning=Text("reliability of the first score", "第一个分数的信度"),
        ),
        Quantity(
            name="second_reliability",
            unit=_RELIABILITY,
            at_least=0,
            at_most=1,
            meaning=Text("reliability of the second score", "第二个分数的信度"),
        ),
        Quantity(
            name="correlation",
            unit=Text("correlation", "相关系数"),
            at_least=-1,
            at_most=1,
            meaning=Text("correlation of the two scores", "两个分数的相关系数"),
        ),
        _deviation("first_deviation", Text("standard deviation of the first score", "第一个分数的标准差")),
        _deviation("second_deviation", Text("standard deviation of the second score", "第二个分数的标准差")),
    ),
    answer=_RELIABILITY,
    equation="reliability = (s₁² r₁₁ + s₂² r₂₂ − 2 r₁₂ s₁ s₂) / (s₁² + s₂² − 2 r₁₂ s₁ s₂)",
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(PETER_1993, Evidence.ATTRIBUTED),),
    requirements=(
        Requirement(
            arguments=("correlation", "first_deviation", "second_deviation"),
            text=Text(
                "the difference varies: equal deviations with a correlation of 1 leave nothing",
                "差异有变动：标准差相等且相关系数为 1 时差异不变",
            ),
            holds=_varies,
        ),
    ),
)
