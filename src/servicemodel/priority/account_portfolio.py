"""Which accounts to invest in: attractiveness against our strength with them."""

from __future__ import annotations

from typing import Any, overload

import attrs

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.priority.levels import ATTRACTIVENESS, HALVES, SCORE, STRENGTH, rescale
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, IMC_EXHIBIT_31_6, MILLMAN_WILSON_1995
from servicemodel.tables import Cell, Matrix


class PortfolioCell(Label):
    """What to do with an account."""

    WITHDRAW = "withdraw", "withdraw", "撤出"
    MAINTAIN = "maintain", "maintain", "维持"
    INVEST_SELECTIVELY = "invest_selectively", "invest selectively", "选择性投资"
    INVEST_FOR_GROWTH = "invest_for_growth", "invest for growth", "投资增长"


_EXHIBIT = Citation(IMC_EXHIBIT_31_6, Evidence.PUBLISHED, "exhibit 31.6")
_C = PortfolioCell

#: Rows: attractiveness low, high; columns: strength low, high. Both cuts are the midpoint, which counts as high.
ACCOUNT_PORTFOLIO = Matrix(
    name="account_portfolio",
    title=Text("Account portfolio", "目标客户矩阵"),
    evidence=Evidence.PUBLISHED,
    citations=(
        _EXHIBIT,
        Citation(MILLMAN_WILSON_1995, Evidence.ATTRIBUTED),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("the axes and cells, without strategies", "有坐标与格子,无策略")),
    ),
    rows=HALVES,
    columns=HALVES,
    row_title=Text("attractiveness", "客户吸引力"),
    column_title=Text("business strength", "业务优势"),
    cells=(
        (
            Cell(_C.WITHDRAW, Text("withdraw, or manage for cash", "撤出,或收割现金")),
            Cell(_C.MAINTAIN, Text("maintain, or manage for cash", "维持,或收割现金")),
        ),
        (
            Cell(_C.INVEST_SELECTIVELY, Text("invest selectively", "选择性投资")),
            Cell(_C.INVEST_FOR_GROWTH, Text("invest for growth", "投资增长")),
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
    midpoint: Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def account_portfolio(
    *,
    attractiveness: Expression | Number,
    strength: Expression | Number,
    midpoint: Number = ...,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
