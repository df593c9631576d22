"""Which accounts to invest in: attractiveness against our strength with them."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.priority.levels import (
    ATTRACTIVENESS,
    CENTRE,
    HALVES,
    MIDPOINT,
    STRENGTH,
    check_matrix,
    cut_at,
    look_up_halves,
    matrix_reason,
    on_scale,
    rescale,
)
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, IMC_EXHIBIT_31_6, MILLMAN_WILSON_1995
from servicemodel.tables import Cell, Matrix


class PortfolioCell(Label):
    """What to do with an account; listed from the cell to leave to the cell to grow, but not compared with ``<``."""

    WITHDRAW = "withdraw", "withdraw", "撤出"
    MAINTAIN = "maintain", "maintain", "维持"
    INVEST_SELECTIVELY = "invest_selectively", "invest selectively", "选择性投资"
    INVEST_FOR_GROWTH = "invest_for_growth", "invest for growth", "投资增长"


_EXHIBIT = Citation(IMC_EXHIBIT_31_6, Evidence.PUBLISHED)
_C = PortfolioCell

#: Rows: attractiveness low, high; columns: strength low, high. Both cuts are the midpoint, which counts as high.
ACCOUNT_PORTFOLIO = Matrix(
    name="account_portfolio",
    title=Text("Account portfolio", "目标客户矩阵"),
    evidence=Evidence.PUBLISHED,
    citations=(
        _EXHIBIT,
        Citation(MILLMAN_WILSON_1995, Evidence.ATTRIBUTED),
        Citation(
            COURSE_T1, Evidence.COURSE, "", Text("the axes and cells, without strategies", "有坐标与格子，无策略")
        ),
    ),
    rows=HALVES,
    columns=HALVES,
    row_title=Text("attractiveness", "客户吸引力"),
    column_title=Text("business strength", "业务优势"),
    cells=(
        (
            Cell(_C.WITHDRAW, Text("withdraw, or manage for cash", "撤出，或收割现金"), _EXHIBIT),
            Cell(_C.MAINTAIN, Text("maintain, or manage for cash", "维持，或收割现金"), _EXHIBIT),
        ),
        (
            Cell(_C.INVEST_SELECTIVELY, Text("invest selectively", "选择性投资"), _EXHIBIT),
            Cell(_C.INVEST_FOR_GROWTH, Text("invest for growth", "投资增长"), _EXHIBIT),
        ),
    ),
)


@overload
def account_portfolio(
    *,
    attractiveness: Number,
    strength: Number,
    midpoint: Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> PortfolioCell: ...
@overload
def account_portfolio(
    *,
    attractiveness: Values | Number,
    strength: Values | Number,
    midpoint: Values | Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def account_portfolio(
    *,
    attractiveness: Expression | Number,
    strength: Expression | Number,
    midpoint: Expression | Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
def account_portfolio(
    *,
    attractiveness: Any,
    strength: Any,
    midpoint: Any = CENTRE,
    scale: tuple[float, float] | None = None,
    table: Matrix = ACCOUNT_PORTFOLIO,
) -> Any:
    """Place an account by its attractiveness and our strength with it.

    Parameters
    ----------
    attractiveness, strength : number, array or expression [score on [0, 1], or on ``scale``]
        Weighted scores of the account's criteria and of ours.
    midpoint : number, array or expression, default 0.5 [share of the scale]
        Where *high* begins on both axes, above 0 and at most 1; a score on it is high. A share also when ``scale``
        is given: 0.5 is the centre of any scale.
    scale : (low, high), optional
        The scale of both scores, if not [0, 1].
    table : Matrix, default ACCOUNT_PORTFOLIO
        Your own cells, or your own axes of bands on [0, 1], which leave nothing for ``midpoint`` to move.

    Returns
    -------
    PortfolioCell, array of int8 codes, or string expression
        Codes are positions in :class:`PortfolioCell`; -1 and null where a score is missing.

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
    ``cell = table[attractiveness ≥ midpoint][strength ≥ midpoint]``

    The cut is a convention of this library: the centre of the scale, not the median of your accounts, so that an
    account does not move because another does. The course text [2]_ prints the axes and cells without strategies;
    these are the exhibit's [1]_, which prints "manage for cash" between the two cells of low attractiveness. The
    Chinese wording is this library's.

    References
    ----------
    .. [1] Millman & Wilson (1995), as printed in Integrated Marketing Communications, exhibit 31.6.
    .. [2] Course text T1.

    Examples
    --------
    >>> account_portfolio(attractiveness=0.8, strength=0.6)
    <PortfolioCell.INVEST_FOR_GROWTH: 'invest_for_growth'>

    A score on the midpoint is high; on a scale from 1 to 5 the midpoint is 3:

    >>> account_portfolio(attractiveness=3, strength=2.9, scale=(1, 5))
    <PortfolioCell.INVEST_SELECTIVELY: 'invest_selectively'>
    """
    scale = check_scale(scale)
    if table is not ACCOUNT_PORTFOLIO:
        check_matrix(table, PortfolioCell)

    def kernel(do: Verbs, attractiveness: Any, strength: Any, midpoint: Any) -> Any:
        return look_up_halves(do, table, rescale(attractiveness, scale), rescale(strength, scale), midpoint)

    return run(on_scale(MODEL, scale), kernel, attractiveness, strength, midpoint)


def _reason(
    *,
    attractiveness: float,
    strength: float,
    midpoint: float = CENTRE,
    scale: tuple[float, float] | None = None,
    table: Matrix = ACCOUNT_PORTFOLIO,
) -> Text:
    return matrix_reason(cut_at(table, midpoint), attractiveness, strength, scale)


MODEL = Model(
    function=account_portfolio,
    title=Text("Account portfolio", "目标客户矩阵"),
    question=Text("Should we invest in this account?", "是否应向该客户投入？"),
    arguments=(ATTRACTIVENESS, STRENGTH, MIDPOINT),
    answer=PortfolioCell,
    equation="cell = table[attractiveness ≥ midpoint][strength ≥ midpoint]",
    evidence=Evidence.PUBLISHED,
    citations=ACCOUNT_PORTFOLIO.citations,
    tables=(ACCOUNT_PORTFOLIO,),
    reason=_reason,
)
