"""The nine cells of the directional policy matrix: what to do with an account, in thirds of each axis."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.priority.levels import (
    ATTRACTIVENESS,
    LEVELS,
    STRENGTH,
    check_matrix,
    matrix_reason,
    on_scale,
    rescale,
)
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import DAY_1986, ROBINSON_1978
from servicemodel.tables import Cell, Matrix


class PolicyCell(Label):
    """What to do with an account, row by row from low to high attractiveness, low to high strength within a row.

    The source prints *build selectively* in two cells; ``_FROM_WEAKNESS`` and ``_FROM_STRENGTH`` tell them apart and
    are this library's words.
    """

    DIVEST = "divest", "divest", "退出"
    MANAGE_FOR_EARNINGS = "manage_for_earnings", "manage for earnings", "以收益为先"
    PROTECT_AND_REFOCUS = "protect_and_refocus", "protect and refocus", "保护并重新聚焦"
    LIMITED_EXPANSION_OR_HARVEST = "limited_expansion_or_harvest", "limited expansion or harvest", "有限扩张或收割"
    MANAGE_SELECTIVELY_FOR_EARNINGS = (
        "manage_selectively_for_earnings",
        "selectivity, manage for earnings",
        "有所选择，以收益为先",
    )
    BUILD_SELECTIVELY_FROM_STRENGTH = (
        "build_selectively_from_strength",
        "build selectively, from strength",
        "选择性发展（依托优势）",
    )
    BUILD_SELECTIVELY_FROM_WEAKNESS = (
        "build_selectively_from_weakness",
        "build selectively, from weakness",
        "选择性发展（优势不足）",
    )
    INVEST_TO_BUILD = "invest_to_build", "invest to build", "投资发展"
    PROTECT_POSITION = "protect_position", "protect position", "保住地位"


_C = PolicyCell
_DAY = Citation(
    DAY_1986,
    Evidence.ATTRIBUTED,
    "",
    Text("the English wording of the nine cells; the Chinese is ours", "九格的英文用语；中文为本库所译"),
)


def _cell(answer: PolicyCell, en: str, zh: str) -> Cell:
    return Cell(answer, Text(en, zh), _DAY)


#: Rows: attractiveness low, medium, high; columns: strength low, medium, high.
DIRECTIONAL_POLICY = Matrix(
    name="directional_policy",
    title=Text("Directional policy matrix", "定向政策矩阵"),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        _DAY,
        Citation(ROBINSON_1978, Evidence.ATTRIBUTED, "", Text("the matrix by this name", "以此命名的矩阵")),
    ),
    rows=LEVELS,
    columns=LEVELS,
    row_title=Text("attractiveness", "客户吸引力"),
    column_title=Text("business strength", "业务优势"),
    cells=(
        (
            _cell(_C.DIVEST, "divest", "退出"),
            _cell(_C.MANAGE_FOR_EARNINGS, "manage for earnings", "以收益为先"),
            _cell(_C.PROTECT_AND_REFOCUS, "protect and refocus", "保护并重新聚焦"),
        ),
        (
            _cell(_C.LIMITED_EXPANSION_OR_HARVEST, "limited expansion or harvest", "有限扩张或收割"),
            _cell(_C.MANAGE_SELECTIVELY_FOR_EARNINGS, "selectivity, manage for earnings", "有所选择，以收益为先"),
            _cell(_C.BUILD_SELECTIVELY_FROM_STRENGTH, "build selectively", "选择性发展"),
        ),
        (
            _cell(_C.BUILD_SELECTIVELY_FROM_WEAKNESS, "build selectively", "选择性发展"),
            _cell(_C.INVEST_TO_BUILD, "invest to build", "投资发展"),
            _cell(_C.PROTECT_POSITION, "protect position", "保住地位"),
        ),
    ),
)


@overload
def directional_policy(
    *, attractiveness: Number, strength: Number, scale: tuple[float, float] | None = ..., table: Matrix = ...
) -> PolicyCell: ...
@overload
def directional_policy(
    *,
    attractiveness: Values | Number,
    strength: Values | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def directional_policy(
    *,
    attractiveness: Expression | Number,
    strength: Expression | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
def directional_policy(
    *,
    attractiveness: Any,
    strength: Any,
    scale: tuple[float, float] | None = None,
    table: Matrix = DIRECTIONAL_POLICY,
) -> Any:
    """Place an account in the nine cells of the GE matrix.

    Parameters
    ----------
    attractiveness, strength : number, array or expression [score on [0, 1], or on ``scale``]
        Weighted scores of the account's criteria and of ours.
    scale : (low, high), optional
        The scale of both scores, if not [0, 1].
    table : Matrix, default DIRECTIONAL_POLICY
        Your own cells, or your own axes of bands on [0, 1].

    Returns
    -------
    PolicyCell, array of int8 codes, or string expression
        Codes are positions in :class:`PolicyCell`; -1 and null where a score is missing.

    Raises
    ------
    DomainError
        If a score is outside the scale, or the scale is empty.
    MissingError
        If a single score is missing.
    TableError
        If the table's axes do not cover [0, 1] or its cells hold other labels.

    Notes
    -----
    ``cell = table[third of attractiveness][third of strength]``

    The cuts lie at one and two thirds of the scale (on 1 to 5: about 2.33 and 3.67); a score on a cut belongs to the
    higher third, which is a convention of this library.

    References
    ----------
    .. [1] Day (1986), in Kotler's rendering: the nine cells.
    .. [2] Robinson, Hichens & Wade (1978): the directional policy matrix.

    Examples
    --------
    >>> directional_policy(attractiveness=0.9, strength=0.5)
    <PolicyCell.INVEST_TO_BUILD: 'invest_to_build'>

    A score on a cut belongs to the higher third; a missing one leaves the cell missing:

    >>> directional_policy(attractiveness=[3, 2.99, None], strength=9, scale=(0, 9))
    array([ 5,  2, -1], dtype=int8)
    """
    scale = check_scale(scale)
    if table is not DIRECTIONAL_POLICY:
        check_matrix(table, PolicyCell)

    def kernel(do: Verbs, attractiveness: Any, strength: Any) -> Any:
        return do.look_up(table, rescale(attractiveness, scale), rescale(strength, scale))

    return run(on_scale(MODEL, scale), kernel, attractiveness, strength)


def _reason(
    *,
    attractiveness: float,
    strength: float,
    scale: tuple[float, float] | None = None,
    table: Matrix = DIRECTIONAL_POLICY,
) -> Text:
    return matrix_reason(table, attractiveness, strength, scale)


MODEL = Model(
    function=directional_policy,
    title=Text("Directional policy", "定向政策"),
    question=Text("Which of nine policies suits this account?", "九种政策中哪一种适合该客户？"),
    arguments=(ATTRACTIVENESS, STRENGTH),
    answer=PolicyCell,
    equation="cell = table[third of attractiveness][third of strength]",
    evidence=Evidence.ATTRIBUTED,
    citations=DIRECTIONAL_POLICY.citations,
    tables=(DIRECTIONAL_POLICY,),
    reason=_reason,
)
