"""The three zones of the directional policy matrix: grow, hold or harvest."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
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
from servicemodel.sources.works import DAY_1986
from servicemodel.tables import Cell, Matrix


class PolicyZone(OrderedLabel):
    """How much to put into an account, least to most."""

    HARVEST = "harvest", "harvest", "收割"
    HOLD = "hold", "hold", "保持"
    GROW = "grow", "grow", "增长"


_DAY = Citation(DAY_1986, Evidence.ATTRIBUTED, "", Text("three cells to each zone", "每区三格"))
_HARVEST = Cell(PolicyZone.HARVEST, Text("harvest or divest", "收割或退出"), _DAY)
_HOLD = Cell(PolicyZone.HOLD, Text("hold, be selective", "保持，有所选择"), _DAY)
_GROW = Cell(PolicyZone.GROW, Text("grow, invest", "增长，投资"), _DAY)

#: Rows: attractiveness low, medium, high; columns: strength low, medium, high.
POLICY_ZONES = Matrix(
    name="policy_zones",
    title=Text("Zones of the directional policy matrix", "定向政策矩阵的三个区"),
    evidence=Evidence.ATTRIBUTED,
    citations=(_DAY,),
    rows=LEVELS,
    columns=LEVELS,
    row_title=Text("attractiveness", "客户吸引力"),
    column_title=Text("business strength", "业务优势"),
    cells=(
        (_HARVEST, _HARVEST, _HOLD),
        (_HARVEST, _HOLD, _GROW),
        (_HOLD, _GROW, _GROW),
    ),
)


@overload
def policy_zone(
    *, attractiveness: Number, strength: Number, scale: tuple[float, float] | None = ..., table: Matrix = ...
) -> PolicyZone: ...
@overload
def policy_zone(
    *,
    attractiveness: Values | Number,
    strength: Values | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def policy_zone(
    *,
    attractiveness: Expression | Number,
    strength: Expression | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
def policy_zone(
    *,
    attractiveness: Any,
    strength: Any,
    scale: tuple[float, float] | None = None,
    table: Matrix = POLICY_ZONES,
) -> Any:
    """Place an account in one of the three zones of the GE matrix.

    Parameters
    ----------
    attractiveness, strength : number, array or expression [score on [0, 1], or on ``scale``]
        Weighted scores of the account's criteria and of ours.
    scale : (low, high), optional
        The scale of both scores, if not [0, 1].
    table : Matrix, default POLICY_ZONES
        Your own cells, or your own axes of bands on [0, 1].

    Returns
    -------
    PolicyZone, array of int8 codes, or string expression
        Codes are positions in :class:`PolicyZone`; -1 and null where a score is missing.

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
    ``zone = table[third of attractiveness][third of strength]``

    A higher score on either axis never leads to a lower zone. The cuts are those of
    :func:`~servicemodel.priority.directional_policy`: a score on one belongs to the higher third.

    References
    ----------
    .. [1] Day (1986): the zones.

    Examples
    --------
    >>> policy_zone(attractiveness=0.5, strength=0.9)
    <PolicyZone.GROW: 'grow'>

    The cut at one third belongs to the middle:

    >>> policy_zone(attractiveness=[1 / 3, 0.333], strength=0.5)
    array([1, 0], dtype=int8)
    """
    scale = check_scale(scale)
    if table is not POLICY_ZONES:
        check_matrix(table, PolicyZone)

    def kernel(do: Verbs, attractiveness: Any, strength: Any) -> Any:
        return do.look_up(table, rescale(attractiveness, scale), rescale(strength, scale))

    return run(on_scale(MODEL, scale), kernel, attractiveness, strength)


def _reason(
    *,
    attractiveness: float,
    strength: float,
    scale: tuple[float, float] | None = None,
    table: Matrix = POLICY_ZONES,
) -> Text:
    return matrix_reason(table, attractiveness, strength, scale)


MODEL = Model(
    function=policy_zone,
    title=Text("Policy zone", "政策区"),
    question=Text("Grow, hold or harvest this account?", "对该客户应投资增长、保持，还是收割？"),
    arguments=(ATTRACTIVENESS, STRENGTH),
    answer=PolicyZone,
    equation="zone = table[third of attractiveness][third of strength]",
    evidence=Evidence.ATTRIBUTED,
    citations=POLICY_ZONES.citations,
    tables=(POLICY_ZONES,),
    reason=_reason,
)
