"""The hierarchy of needs, as Maslow has it and as the course prints it; and what both models share."""

from __future__ import annotations

from typing import Any

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Verbs
from servicemodel.labels import OrderedLabel, Text
from servicemodel.people.words import SCORE


class MaslowNeed(OrderedLabel):
    """Maslow's five levels of need, lowest first."""

    PHYSIOLOGICAL = "physiological", "physiological needs", "生理需要"
    SAFETY = "safety", "safety", "安全需要"
    BELONGING = "belonging", "love and belonging", "社交与归属需要"
    ESTEEM = "esteem", "esteem", "尊重需要"
    SELF_ACTUALISATION = "self_actualisation", "self-actualisation", "自我实现需要"


class CourseMaslowNeed(OrderedLabel):
    """The five levels as course text T4 prints them, lowest first: development stands where Maslow has belonging."""

    SURVIVAL = "survival", "survival", "生存"
    SAFETY = "safety", "safety", "安全"
    DEVELOPMENT = "development", "development", "发展"
    ESTEEM = "esteem", "esteem", "尊重"
    SELF_ACTUALISATION = "self_actualisation", "self-actualisation", "自我实现"


NEED_THRESHOLD = Quantity(
    name="threshold",
    unit=SCORE,
    at_least=0,
    at_most=1,
    scaled=True,
    meaning=Text("the score from which a need counts as satisfied, itself included", "视为已满足的最低得分（含）"),
)


def satisfaction_of(need: OrderedLabel) -> Quantity:
    """Return the argument that says how well a need is satisfied."""
    meaning = Text(f"how well this need is satisfied: {need.en}", f"该层需要的满足程度：{need.zh}")
    return Quantity(name=need.value, unit=SCORE, at_least=0, at_most=1, scaled=True, meaning=meaning)


def lowest_unmet(do: Verbs, levels: tuple[Any, ...], scores: tuple[Any, ...], threshold: Any) -> Any:
    """Name the lowest level whose score is below the threshold; the last level where none is."""
    unmet = scores[-1] < threshold
    answer = do.choose((unmet, levels[-2]), (do.negated(unmet), levels[-1]))
    for level, score in zip(levels[-3::-1], scores[-2::-1], strict=True):
        answer = do.override(score < threshold, level, answer)
    return answer


def need_reason(levels: tuple[Any, ...], scores: dict[str, float], threshold: float) -> Text:
    """Say which need is the lowest that is not satisfied, or that all below the highest are."""
    for level in levels[:-1]:
        if scores[level.value] < threshold:
            return Text(
                f"the lowest need below {threshold:g} is {level.en}, at {scores[level.value]:g}",
                f"低于 {threshold:g} 的最低一层是{level.zh}，得分 {scores[level.value]:g}",
            )
    return Text(f"no need below the highest is under {threshold:g}", f"最高层以下各层均不低于 {threshold:g}")
