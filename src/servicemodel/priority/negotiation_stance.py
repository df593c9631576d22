"""How to negotiate: what the relationship is worth against what the result is worth."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.priority.levels import (
    CENTRE,
    HALVES,
    MIDPOINT,
    SCORE,
    check_matrix,
    cut_at,
    look_up_halves,
    matrix_reason,
    on_scale,
    rescale,
)
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, SAVAGE_1989
from servicemodel.tables import Cell, Matrix


class NegotiationStance(Label):
    """How to negotiate."""

    AVOID = "avoid", "avoid", "回避"
    COMPETE = "compete", "compete", "竞争"
    ACCOMMODATE = "accommodate", "accommodate", "迁就"
    COLLABORATE = "collaborate", "collaborate", "合作"


_S = NegotiationStance
_COURSE = Citation(
    COURSE_T1,
    Evidence.COURSE,
    "",
    Text("the four cells, their order read off a flattened figure", "四格；原图版式丢失，次序为推读"),
)

#: Rows: importance of the relationship low, high; columns: importance of the result low, high.
NEGOTIATION_STANCES = Matrix(
    name="negotiation_stances",
    title=Text("Relationship against result", "关系的重要性与结果的重要性"),
    evidence=Evidence.COURSE,
    citations=(
        _COURSE,
        Citation(SAVAGE_1989, Evidence.PUBLISHED, "", Text("the grid, as publicly summarised", "矩阵，见公开的摘要")),
        Citation(
            SAVAGE_1989,
            Evidence.ATTRIBUTED,
            "",
            Text(
                "names: active avoidance, firm competition, open subordination, trusting collaboration",
                "其名可译作：主动回避、坚定竞争、公开让步、信任合作",
            ),
        ),
    ),
    rows=HALVES,
    columns=HALVES,
    row_title=Text("importance of the relationship", "关系的重要性"),
    column_title=Text("importance of the result", "结果的重要性"),
    cells=(
        (
            Cell(_S.AVOID, Text("lose-lose: avoid", "双输：回避"), _COURSE),
            Cell(_S.COMPETE, Text("win-lose: compete", "赢输：竞争"), _COURSE),
        ),
        (
            Cell(_S.ACCOMMODATE, Text("lose-win: accommodate", "输赢：迁就"), _COURSE),
            Cell(_S.COLLABORATE, Text("win-win: collaborate", "双赢：合作"), _COURSE),
        ),
    ),
)


@overload
def negotiation_stance(
    *,
    relationship: Number,
    result: Number,
    midpoint: Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> NegotiationStance: ...
@overload
def negotiation_stance(
    *,
    relationship: Values | Number,
    result: Values | Number,
    midpoint: Values | Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def negotiation_stance(
    *,
    relationship: Expression | Number,
    result: Expression | Number,
    midpoint: Expression | Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
def negotiation_stance(
    *,
    relationship: Any,
    result: Any,
    midpoint: Any = CENTRE,
    scale: tuple[float, float] | None = None,
    table: Matrix = NEGOTIATION_STANCES,
) -> Any:
    """Choose a stance by how much the relationship and how much the result matters to us.

    Parameters
    ----------
    relationship, result : number, array or expression [score on [0, 1], or on ``scale``]
        How important the relationship, and the result of this negotiation, is to us.
    midpoint : number, array or expression, default 0.5 [share of the scale]
        Where *high* begins on both axes, above 0 and at most 1; a score on it is high. A share also when ``scale``
        is given: 0.5 is the centre of any scale.
    scale : (low, high), optional
        The scale of both scores, if not [0, 1].
    table : Matrix, default NEGOTIATION_STANCES
        Your own cells, or your own axes of bands on [0, 1], which leave nothing for ``midpoint`` to move.

    Returns
    -------
    NegotiationStance, array of int8 codes, or string expression
        Codes are positions in :class:`NegotiationStance`; -1 and null where a score is missing.

    Raises
    ------
    DomainError
        If a score is outside the scale, the midpoint outside (0, 1], or the scale empty.
    MissingError
        If a single number is missing.
    TableError
        If the table's axes do not cover [0, 1], its cells hold other labels, or it has axes of its own and a
        ``midpoint`` is given.

    Notes
    -----
    ``stance = table[relationship ≥ midpoint][result ≥ midpoint]``

    With the axes swapped, lose-win and win-lose change places and the other two stay. That a score on the midpoint is
    high is a convention of this library.

    References
    ----------
    .. [1] Course text T1: the four cells.
    .. [2] Savage, Blair & Sorenson (1989): relationship against substance.

    Examples
    --------
    >>> negotiation_stance(relationship=0.9, result=0.8)
    <NegotiationStance.COLLABORATE: 'collaborate'>

    A score on the midpoint is high:

    >>> negotiation_stance(relationship=[0.5, 0.49], result=0.2)
    array([2, 0], dtype=int8)
    """
    scale = check_scale(scale)
    if table is not NEGOTIATION_STANCES:
        check_matrix(table, NegotiationStance)

    def kernel(do: Verbs, relationship: Any, result: Any, midpoint: Any) -> Any:
        return look_up_halves(do, table, rescale(relationship, scale), rescale(result, scale), midpoint)

    return run(on_scale(MODEL, scale), kernel, relationship, result, midpoint)


def _reason(
    *,
    relationship: float,
    result: float,
    midpoint: float = CENTRE,
    scale: tuple[float, float] | None = None,
    table: Matrix = NEGOTIATION_STANCES,
) -> Text:
    return matrix_reason(cut_at(table, midpoint), relationship, result, scale)


MODEL = Model(
    function=negotiation_stance,
    title=Text("Negotiation stance", "谈判立场"),
    question=Text("How should we negotiate?", "应如何谈判？"),
    arguments=(
        Quantity(
            name="relationship",
            unit=SCORE,
            at_least=0,
            at_most=1,
            scaled=True,
            meaning=Text("how important the relationship is to us", "关系对我方的重要程度"),
        ),
        Quantity(
            name="result",
            unit=SCORE,
            at_least=0,
            at_most=1,
            scaled=True,
            meaning=Text("how important the result is to us", "结果对我方的重要程度"),
        ),
        MIDPOINT,
    ),
    answer=NegotiationStance,
    equation="stance = table[relationship ≥ midpoint][result ≥ midpoint]",
    evidence=Evidence.COURSE,
    citations=NEGOTIATION_STANCES.citations,
    tables=(NEGOTIATION_STANCES,),
    reason=_reason,
)
