"""What a customer needs first, by the five levels of course text T4."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.people.needs import NEED_THRESHOLD, CourseMaslowNeed, lowest_unmet, need_reason, satisfaction_of
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, MASLOW_1943

_LEVELS = tuple(CourseMaslowNeed)


@overload
def course_dominant_need(
    *,
    survival: Number,
    safety: Number,
    development: Number,
    esteem: Number,
    threshold: Number,
    scale: tuple[float, float] | None = ...,
) -> CourseMaslowNeed: ...
@overload
def course_dominant_need(
    *,
    survival: Values | Number,
    safety: Values | Number,
    development: Values | Number,
    esteem: Values | Number,
    threshold: Values | Number,
    scale: tuple[float, float] | None = ...,
) -> Array: ...
@overload
def course_dominant_need(
    *,
    survival: Expression | Number,
    safety: Expression | Number,
    development: Expression | Number,
    esteem: Expression | Number,
    threshold: Expression | Number,
    scale: tuple[float, float] | None = ...,
) -> Expression: ...
def course_dominant_need(
    *,
    survival: Any,
    safety: Any,
    development: Any,
    esteem: Any,
    threshold: Any,
    scale: tuple[float, float] | None = None,
) -> Any:
    """Name the need that rules a customer now, among the five levels of course text T4.

    Parameters
    ----------
    survival, safety, development, esteem : number, array or expression [score on [0, 1], or on ``scale``]
        How well each need is satisfied; the highest, self-actualisation, is not asked, as for
        :func:`servicemodel.dominant_need`.
    threshold : number, array or expression [score on the same scale]
        From where a need counts as satisfied, itself included. None is published, so there is no default.
    scale : (low, high), optional
        The scale of the scores and the threshold, if not [0, 1].

    Returns
    -------
    CourseMaslowNeed, array of int8 codes, or string expression
        Codes are positions in :class:`CourseMaslowNeed`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a score or the threshold is outside the scale, or the scale is empty.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``need = the lowest level whose satisfaction < threshold; the highest where there is none``

    The course text [1]_ prints survival, safety, development, esteem, self-actualisation under Maslow's name. Maslow [2]_
    has love and belonging where it has development: the two lists are different answers and are kept apart.

    References
    ----------
    .. [1] Course text T4: the five levels.
    .. [2] Maslow (1943).

    Examples
    --------
    >>> course_dominant_need(survival=0.9, safety=0.8, development=0.2, esteem=0.1, threshold=0.5)
    <CourseMaslowNeed.DEVELOPMENT: 'development'>

    A need on the threshold is satisfied; where all are, the highest remains:

    >>> course_dominant_need(survival=1, safety=1, development=0.5, esteem=[0.5, 0.49], threshold=0.5)
    array([4, 3], dtype=int8)
    """
    scale = check_scale(scale)
    model = MODEL if scale is None else MODEL.on_scale(scale)
    return run(model, _kernel, survival, safety, development, esteem, threshold)


def _kernel(do: Verbs, *values: Any) -> Any:
    *scores, threshold = values
    return lowest_unmet(do, _LEVELS, tuple(scores), threshold)


def _reason(*, threshold: float, scale: tuple[float, float] | None = None, **scores: float) -> Text:
    del scale  # the scores and the threshold share it
    return need_reason(_LEVELS, scores, threshold)


MODEL = Model(
    function=course_dominant_need,
    title=Text("Dominant need, course text", "主导需要（教材版本）"),
    question=Text(
        "Which need rules this customer now, in the words of the course?",
        "按教材的五层需要，这位客户当前的主导需要是哪一层？",
    ),
    arguments=(*(satisfaction_of(need) for need in _LEVELS[:-1]), NEED_THRESHOLD),
    answer=CourseMaslowNeed,
    equation="need = the lowest level whose satisfaction < threshold; the highest where there is none",
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the five levels as printed", "五个层次，照录原文")),
        Citation(MASLOW_1943, Evidence.ATTRIBUTED, "", Text("belonging, not development", "原为归属，而非发展")),
        Citation(COURSE_T4, Evidence.CONVENTION, "", Text("the threshold is ours", "界限为本库约定")),
    ),
    reason=_reason,
)
