"""What a customer needs first: Maslow's hierarchy."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.people.needs import NEED_THRESHOLD, MaslowNeed, lowest_unmet, need_reason, satisfaction_of
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import MASLOW_1943, WAHBA_BRIDWELL_1976

_LEVELS = tuple(MaslowNeed)


@overload
def dominant_need(
    *,
    physiological: Number,
    safety: Number,
    belonging: Number,
    esteem: Number,
    threshold: Number,
    scale: tuple[float, float] | None = ...,
) -> MaslowNeed: ...
@overload
def dominant_need(
    *,
    physiological: Values | Number,
    safety: Values | Number,
    belonging: Values | Number,
    esteem: Values | Number,
    threshold: Values | Number,
    scale: tuple[float, float] | None = ...,
) -> Array: ...
@overload
def dominant_need(
    *,
    physiological: Expression | Number,
    safety: Expression | Number,
    belonging: Expression | Number,
    esteem: Expression | Number,
    threshold: Expression | Number,
    scale: tuple[float, float] | None = ...,
) -> Expression: ...
def dominant_need(
    *,
    physiological: Any,
    safety: Any,
    belonging: Any,
    esteem: Any,
    threshold: Any,
    scale: tuple[float, float] | None = None,
) -> Any:
    """Name the need that rules a customer now: the lowest one that is not satisfied.

    Parameters
    ----------
    physiological, safety, belonging, esteem : number, array or expression [score on [0, 1], or on ``scale``]
        How well each need is satisfied. The highest, self-actualisation, is not asked: it rules when all below it are
        satisfied, whatever its own score.
    threshold : number, array or expression [score on the same scale]
        From where a need counts as satisfied, itself included. None is published, so there is no default.
    scale : (low, high), optional
        The scale of the scores and the threshold, if not [0, 1].

    Returns
    -------
    MaslowNeed, array of int8 codes, or string expression
        Codes are positions in :class:`MaslowNeed`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a score or the threshold is outside the scale, or the scale is empty.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``need = the lowest level whose satisfaction < threshold; the highest where there is none``

    A teaching device, not a diagnosis: the strict hierarchy lacks support [2]_, and a customer is not at one level in
    everything he buys. That the lowest unsatisfied need rules is Maslow's idea [1]_; the threshold, and that a score on it
    counts as satisfied, are conventions of this library.

    References
    ----------
    .. [1] Maslow (1943).
    .. [2] Wahba & Bridwell (1976).

    Examples
    --------
    >>> dominant_need(physiological=0.9, safety=0.3, belonging=0.1, esteem=0.8, threshold=0.5)
    <MaslowNeed.SAFETY: 'safety'>

    A need on the threshold is satisfied; where all are, the highest remains:

    >>> dominant_need(physiological=1, safety=1, belonging=0.5, esteem=[0.5, 0.49], threshold=0.5)
    array([4, 3], dtype=int8)
    """
    scale = check_scale(scale)
    model = MODEL if scale is None else MODEL.on_scale(scale)
    return run(model, _kernel, physiological, safety, belonging, esteem, threshold)


def _kernel(do: Verbs, *values: Any) -> Any:
    *scores, threshold = values
    return lowest_unmet(do, _LEVELS, tuple(scores), threshold)


def _reason(*, threshold: float, scale: tuple[float, float] | None = None, **scores: float) -> Text:
    del scale  # the scores and the threshold share it
    return need_reason(_LEVELS, scores, threshold)


MODEL = Model(
    function=dominant_need,
    title=Text("Dominant need", "主导需要"),
    question=Text("Which need rules this customer now?", "这位客户当前的主导需要是哪一层？"),
    arguments=(*(satisfaction_of(need) for need in _LEVELS[:-1]), NEED_THRESHOLD),
    answer=MaslowNeed,
    equation="need = the lowest level whose satisfaction < threshold; the highest where there is none",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(MASLOW_1943, Evidence.ATTRIBUTED, "", Text("the five levels", "五个层次")),
        Citation(
            WAHBA_BRIDWELL_1976,
            Evidence.ATTRIBUTED,
            "",
            Text("against: a strict hierarchy lacks support", "反对：严格的层次缺乏支持"),
        ),
        Citation(MASLOW_1943, Evidence.CONVENTION, "", Text("the threshold is ours", "界限为本库约定")),
    ),
    reason=_reason,
)
