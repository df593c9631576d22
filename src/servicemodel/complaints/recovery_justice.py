"""How fairly a complaint was handled, over the three dimensions of justice."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.complaints.justice import DIMENSIONS, JUSTICE_WEIGHTS, SCORE, THE_DIMENSIONS, JusticeDimension
from servicemodel.complaints.weakest_justice import weakest_justice
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Evidence
from servicemodel.tables import Weights

_Scale = tuple[float, float] | None


@overload
def recovery_justice(
    *, distributive: Number, procedural: Number, interactional: Number, scale: _Scale = ..., table: Weights = ...
) -> float: ...
@overload
def recovery_justice(
    *,
    distributive: Values | Number,
    procedural: Values | Number,
    interactional: Values | Number,
    scale: _Scale = ...,
    table: Weights = ...,
) -> Array: ...
@overload
def recovery_justice(
    *,
    distributive: Expression | Number,
    procedural: Expression | Number,
    interactional: Expression | Number,
    scale: _Scale = ...,
    table: Weights = ...,
) -> Expression: ...
def recovery_justice(
    *,
    distributive: Any,
    procedural: Any,
    interactional: Any,
    scale: _Scale = None,
    table: Weights = JUSTICE_WEIGHTS,
) -> Any:
    """Return how fairly a complaint was handled: the weighted mean of outcome, procedure and interaction.

    Parameters
    ----------
    distributive : number, array or expression [score on [0, 1], or on ``scale``]
        How fair the outcome was to the customer.
    procedural : number, array or expression [score on [0, 1], or on ``scale``]
        How fair the way to it was: control over the process, timeliness, flexibility.
    interactional : number, array or expression [score on [0, 1], or on ``scale``]
        How fairly the customer was met: honesty, empathy, effort, politeness.
    scale : (low, high), optional
        The scale of all three scores, if not [0, 1].
    table : Weights, default JUSTICE_WEIGHTS
        Your own weights, under the same three keys.

    Returns
    -------
    float, array of float64, or expression [score on the same scale]
        Between the lowest and the highest of the three, but for rounding in the last digit.

    Raises
    ------
    DomainError
        If a score is outside the scale, or the scale is empty.
    MissingError
        If a single score is missing.
    TableError
        If the weights have other keys.
    TypeError
        If the table is no Weights.

    Notes
    -----
    ``recovery_justice = sum of weight × score / sum of weights``

    A mean hides what went wrong: a generous refund, given late and with contempt, scores well. Ask
    :func:`~servicemodel.complaints.weakest_justice` too. Equal weights are a convention; the studies find that the three
    act together, and differ on which counts most.

    References
    ----------
    .. [1] Tax, Brown & Chandrashekaran (1998): justice, satisfaction with complaint handling, trust and commitment.

    Examples
    --------
    >>> round(recovery_justice(distributive=0.9, procedural=0.3, interactional=0.6), 9)
    0.6

    Three equal scores are their own mean, on any scale:

    >>> recovery_justice(distributive=[7, 7], procedural=[7, None], interactional=7, scale=(1, 7)).round(9)
    array([ 7., nan])
    """
    _check(table)
    scale = check_scale(scale)

    def kernel(do: Verbs, *scores: Any) -> Any:
        return do.weigh(table, dict(zip(_KEYS, scores, strict=True)))

    return run(MODEL if scale is None else MODEL.on_scale(scale), kernel, distributive, procedural, interactional)


_KEYS = tuple(member.value for member in JusticeDimension)


def _check(table: Any) -> None:
    if not isinstance(table, Weights):
        msg = f"table must be Weights; got {type(table).__qualname__}"
        raise TypeError(msg)
    if {row.key for row in table.rows} != set(_KEYS):
        msg = (
            f"table {table.name!r}: the keys must be {', '.join(_KEYS)}; got {', '.join(row.key for row in table.rows)}"
        )
        raise TableError(msg)


def _reason(*, scale: _Scale = None, table: Weights = JUSTICE_WEIGHTS, **scores: float) -> Text:
    weakest = weakest_justice(**scores, scale=scale)
    shares = table.shares

    def words(language: str) -> str:
        parts = [
            f"{member.in_language(language)} {scores[member.value]:g} × {100 * shares[member.value]:.0f} %"
            for member in JusticeDimension
        ]
        return {"en": ", ", "zh": "，"}[language].join(parts)

    return Text(
        f"{words('en')}; the weakest is {weakest.en}",
        f"{words('zh')}；最弱的是{weakest.zh}",
    )


MODEL = Model(
    function=recovery_justice,
    title=Text("Justice of a recovery", "服务补救的公正性"),
    question=Text("How fairly was the complaint handled?", "投诉处理得有多公正？"),
    arguments=DIMENSIONS,
    answer=SCORE,
    equation="recovery_justice = sum of weight × score / sum of weights",
    evidence=Evidence.CONVENTION,
    citations=(THE_DIMENSIONS,),
    tables=(JUSTICE_WEIGHTS,),
    reason=_reason,
)
