"""The four quadrants of importance and performance."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import MARTILLA_JAMES_1977
from servicemodel.tables import Cell, Matrix

_POINTS = Text("points", "分")


class ImportanceQuadrant(Label):
    """What to do about an attribute."""

    CONCENTRATE_HERE = "concentrate_here", "Concentrate here", "重点改进区"
    KEEP_UP = "keep_up", "Keep up the good work", "继续保持区"
    LOW_PRIORITY = "low_priority", "Low priority", "低优先区"
    POSSIBLE_OVERKILL = "possible_overkill", "Possible overkill", "过度供给区"

    @property
    def letter(self) -> str:
        """The letter of the quadrant: A, B, C or D."""
        return "ABCD"[self.code]


class CrosshairSide(OrderedLabel):
    """On which side of the crosshair a point lies."""

    BELOW = "below", "below the crosshair", "低于交叉线"
    NOT_BELOW = "not_below", "on the crosshair or above", "不低于交叉线"


_SIDES = tuple(CrosshairSide)
_PRINTED = Citation(
    MARTILLA_JAMES_1977,
    Evidence.PUBLISHED,
    "p. 78",
    Text("the names; the letters are credited", "各象限名称；字母归于该文"),
)

#: Rows: importance; columns: performance.
IMPORTANCE_PERFORMANCE = Matrix(
    name="importance_performance",
    title=Text("Importance–performance grid", "重要性—绩效矩阵"),
    evidence=Evidence.PUBLISHED,
    citations=(
        _PRINTED,
        Citation(
            MARTILLA_JAMES_1977,
            Evidence.CONVENTION,
            "",
            Text("says nothing of a point on a line: it counts as above", "未说明恰在线上的点：本库按不低于处理"),
        ),
    ),
    rows=CrosshairSide,
    columns=CrosshairSide,
    row_title=Text("importance", "重要性"),
    column_title=Text("performance", "绩效"),
    cells=(
        (Cell(ImportanceQuadrant.LOW_PRIORITY), Cell(ImportanceQuadrant.POSSIBLE_OVERKILL)),
        (Cell(ImportanceQuadrant.CONCENTRATE_HERE), Cell(ImportanceQuadrant.KEEP_UP)),
    ),
)


@overload
def importance_performance_quadrant(
    *, importance: Number, performance: Number, importance_cut: Number, performance_cut: Number, table: Matrix = ...
) -> ImportanceQuadrant: ...
@overload
def importance_performance_quadrant(
    *,
    importance: Values | Number,
    performance: Values | Number,
    importance_cut: Values | Number,
    performance_cut: Values | Number,
    table: Matrix = ...,
) -> Array: ...
@overload
def importance_performance_quadrant(
    *,
    importance: Expression | Number,
    performance: Expression | Number,
    importance_cut: Expression | Number,
    performance_cut: Expression | Number,
    table: Matrix = ...,
) -> Expression: ...
def importance_performance_quadrant(
    *,
    importance: Any,
    performance: Any,
    importance_cut: Any,
    performance_cut: Any,
    table: Matrix = IMPORTANCE_PERFORMANCE,
) -> Any:
    """Place one attribute in the quadrants of importance and performance.

    Parameters
    ----------
    importance, performance : number, array or expression [points]
        Of the attribute, each on whatever scale its cut is on.
    importance_cut, performance_cut : number, array or expression [points]
        Where the crosshair stands. There is no default: it decides the answer, and nothing published says where it
        belongs.
    table : Matrix, default IMPORTANCE_PERFORMANCE
        Your own advice for the four quadrants.

    Returns
    -------
    ImportanceQuadrant, array of int8 codes, or string expression
        Codes are positions in :class:`ImportanceQuadrant`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a number is not finite.
    MissingError
        If a single number is missing.
    TableError
        If the table has other axes, or its cells hold other labels.

    Notes
    -----
    ``quadrant = table[importance ≥ importance_cut][performance ≥ performance_cut]``

    A point on a line counts as above it. Two attributes that differ by nothing worth speaking of can lie on two sides
    of a line: look at the distances, not at the names alone.

    References
    ----------
    .. [1] Martilla & James (1977), Journal of Marketing 41(1), 77-79.

    Examples
    --------
    >>> importance_performance_quadrant(importance=3.83, performance=2.63, importance_cut=3, performance_cut=3)
    <ImportanceQuadrant.CONCENTRATE_HERE: 'concentrate_here'>

    A point on both lines is to be kept up:

    >>> importance_performance_quadrant(importance=3, performance=[3, 2.9, None], importance_cut=3, performance_cut=3)
    array([ 1,  0, -1], dtype=int8)
    """
    if table is not IMPORTANCE_PERFORMANCE:
        check_table(table)

    def kernel(do: Verbs, importance: Any, performance: Any, importance_cut: Any, performance_cut: Any) -> Any:
        row = do.place(importance, ((importance_cut, True),), _SIDES)
        return do.look_up(table, row, do.place(performance, ((performance_cut, True),), _SIDES))

    return run(MODEL, kernel, importance, performance, importance_cut, performance_cut)


def check_table(table: Any) -> None:
    """Refuse a table that a point cannot be looked up in."""
    if not isinstance(table, Matrix):
        raise TypeError(f"table must be a Matrix; got {type(table).__qualname__}")
    if table.rows is not CrosshairSide or table.columns is not CrosshairSide:
        raise TableError(f"table {table.name!r} must have rows and columns of CrosshairSide")
    if not isinstance(table.answers[0][0], ImportanceQuadrant):
        raise TableError(f"the cells of table {table.name!r} must hold members of ImportanceQuadrant")


def _reason(
    *,
    importance: float,
    performance: float,
    importance_cut: float,
    performance_cut: float,
    table: Matrix = IMPORTANCE_PERFORMANCE,
) -> Text:
    english, chinese = [], []
    for title, value, cut in (
        (table.row_title, importance, importance_cut),
        (table.column_title, performance, performance_cut),
    ):
        above = value >= cut
        english.append(f"{title.en} {value:g} is {'not below' if above else 'below'} {cut:g}")
        chinese.append(f"{title.zh} {value:g} {'不低于' if above else '低于'} {cut:g}")
    return Text(" and ".join(english), "，".join(chinese))


def _quantity(name: str, en: str, zh: str) -> Quantity:
    return Quantity(name=name, unit=_POINTS, meaning=Text(en, zh))


MODEL = Model(
    function=importance_performance_quadrant,
    title=Text("Importance–performance quadrant", "重要性—绩效象限"),
    question=Text("Should we work on this attribute?", "是否应着力改进该属性？"),
    arguments=(
        _quantity("importance", "how important the attribute is to customers", "该属性对客户的重要性"),
        _quantity("performance", "how well we do on it", "我方在该属性上的绩效"),
        _quantity("importance_cut", "from where on an attribute is important", "重要性交叉线的位置"),
        _quantity("performance_cut", "from where on performance is good", "绩效交叉线的位置"),
    ),
    answer=ImportanceQuadrant,
    equation="quadrant = table[importance ≥ importance_cut][performance ≥ performance_cut]",
    evidence=Evidence.PUBLISHED,
    citations=IMPORTANCE_PERFORMANCE.citations,
    tables=(IMPORTANCE_PERFORMANCE,),
    reason=_reason,
)
