"""The weakest link of a recovery: the dimension of justice with the lowest score."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.complaints.justice import DIMENSIONS, THE_DIMENSIONS, JusticeDimension
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Evidence

_Scale = tuple[float, float] | None


@overload
def weakest_justice(
    *, distributive: Number, procedural: Number, interactional: Number, scale: _Scale = ...
) -> JusticeDimension: ...
@overload
def weakest_justice(
    *,
    distributive: Values | Number,
    procedural: Values | Number,
    interactional: Values | Number,
    scale: _Scale = ...,
) -> Array: ...
@overload
def weakest_justice(
    *,
    distributive: Expression | Number,
    procedural: Expression | Number,
    interactional: Expression | Number,
    scale: _Scale = ...,
) -> Expression: ...
def weakest_justice(*, distributive: Any, procedural: Any, interactional: Any, scale: _Scale = None) -> Any:
    """Name the dimension of justice in which a complaint was handled worst.

    Parameters
    ----------
    distributive, procedural, interactional : number, array or expression [score on [0, 1], or on ``scale``]
        How fair the outcome, the way to it and the manner were, as for
        :func:`~servicemodel.complaints.recovery_justice`.
    scale : (low, high), optional
        The scale of all three scores, if not [0, 1].

    Returns
    -------
    JusticeDimension, array of int8 codes, or string expression
        Codes are positions in :class:`JusticeDimension`; -1 and null where a score is missing.

    Raises
    ------
    DomainError
        If a score is outside the scale, or the scale is empty.
    MissingError
        If a single score is missing.

    Notes
    -----
    ``weakest_justice = the dimension with the lowest score; of equal ones the first, in the order of JusticeDimension``

    No weight counts here: a chain is no stronger for its weakest link being thought unimportant. Where all three are
    equal the first is named all the same.

    References
    ----------
    .. [1] Tax, Brown & Chandrashekaran (1998): the three dimensions.

    Examples
    --------
    >>> weakest_justice(distributive=0.9, procedural=0.3, interactional=0.6)
    <JusticeDimension.PROCEDURAL: 'procedural'>

    Of equal ones the first:

    >>> weakest_justice(distributive=[5, 4, 4], procedural=[4, 4, 5], interactional=[4, 4, 3], scale=(1, 5))
    array([1, 0, 2], dtype=int8)
    """
    scale = check_scale(scale)
    return run(MODEL if scale is None else MODEL.on_scale(scale), _weakest, distributive, procedural, interactional)


def _weakest(do: Verbs, distributive: Any, procedural: Any, interactional: Any) -> Any:
    first = do.both(distributive <= procedural, distributive <= interactional)
    last = do.both(interactional < distributive, interactional < procedural)
    return do.choose(
        (first, JusticeDimension.DISTRIBUTIVE),
        (last, JusticeDimension.INTERACTIONAL),
        (do.both(do.negated(first), do.negated(last)), JusticeDimension.PROCEDURAL),
    )


def _reason(*, scale: _Scale = None, **scores: float) -> Text:
    weakest = weakest_justice(**scores, scale=scale)
    return Text(
        f"{scores[weakest.value]:g} is the lowest of {', '.join(f'{score:g}' for score in scores.values())}",
        f"{scores[weakest.value]:g} 在 {'、'.join(f'{score:g}' for score in scores.values())} 中最低",
    )


MODEL = Model(
    function=weakest_justice,
    title=Text("Weakest justice", "最弱的公正维度"),
    question=Text("In what way was the complaint handled worst?", "投诉处理在哪个方面最不公正？"),
    arguments=DIMENSIONS,
    answer=JusticeDimension,
    equation="weakest_justice = the dimension with the lowest score; of equal ones the first, in the order of JusticeDimension",
    evidence=Evidence.CONVENTION,
    citations=(THE_DIMENSIONS,),
    reason=_reason,
)
