"""A, B, C or VIP: classes of accounts by what they buy now and what they could buy."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Flag, Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.priority.levels import check_matrix, matrix_reason
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1
from servicemodel.tables import Band, Bands, Cell, Matrix


class PurchaseLevel(OrderedLabel):
    """How much an account buys, or could buy."""

    NONE = "none", "none", "不购买"
    LITTLE = "little", "little", "很少"
    AVERAGE = "average", "average", "一般"
    FAIRLY_MUCH = "fairly_much", "fairly much", "较多"
    HEAVY = "heavy", "heavy", "大量"


class PurchaseClass(OrderedLabel):
    """The class of an account, lowest to highest."""

    C = "c", "C", "C 类"
    B = "b", "B", "B 类"
    A = "a", "A", "A 类"
    VIP = "vip", "VIP", "VIP"


_GRID = Text("level on the grid from 0 to 4", "0–4 级")
_COURSE = Citation(COURSE_T1, Evidence.COURSE, "", Text("the five levels and the four classes", "五个级别与四个类别"))

_CURRENT = Quantity(
    name="current", unit=_GRID, at_least=0, at_most=4, whole=True, meaning=Text("what it buys now", "目前购买状况")
)
_CAPACITY = Quantity(
    name="capacity", unit=_GRID, at_least=0, at_most=4, whole=True, meaning=Text("all it could buy", "总体购买能力")
)

#: The five levels of the grid; only whole numbers occur.
PURCHASE_LEVELS = Bands(
    name="purchase_levels",
    title=Text("Levels of purchasing", "购买级别"),
    unit=_GRID,
    evidence=Evidence.COURSE,
    citations=(_COURSE,),
    rows=(
        Band(label=PurchaseLevel.NONE, at_least=0, below=1),
        Band(label=PurchaseLevel.LITTLE, at_least=1, below=2),
        Band(label=PurchaseLevel.AVERAGE, at_least=2, below=3),
        Band(label=PurchaseLevel.FAIRLY_MUCH, at_least=3, below=4),
        Band(label=PurchaseLevel.HEAVY, at_least=4, below=5),
    ),
)

_C = Cell(PurchaseClass.C, Text("low potential, perhaps no key account", "低潜力，可能不是大客户"), _COURSE)
_B = Cell(PurchaseClass.B, Text("ample room for volume", "有充分的销量空间"), _COURSE)
_A = Cell(PurchaseClass.A, Text("very high potential for volume", "销量有极高潜力"), _COURSE)
_VIP_STRATEGY = Text("influence beyond its purchases", "极强影响力，影响超过其购买作用")

#: Rows: current purchases 0 to 4; columns: purchasing capacity 0 to 4. The default rule looks at capacity alone.
PURCHASE_CLASSES = Matrix(
    name="purchase_classes",
    title=Text("Purchase classes", "客户分类系统"),
    evidence=Evidence.CONVENTION,
    citations=(
        _COURSE,
        Citation(
            COURSE_T1,
            Evidence.CONVENTION,
            "",
            Text(
                "does not say which cells make which class: the mapping is ours", "未说明各格属何类：对应关系为本库约定"
            ),
        ),
    ),
    rows=PURCHASE_LEVELS,
    columns=PURCHASE_LEVELS,
    row_title=Text("current purchases", "目前购买状况"),
    column_title=Text("purchasing capacity", "总体购买能力"),
    cells=((_C, _C, _B, _B, _A),) * len(PURCHASE_LEVELS.rows),
)


@overload
def purchase_class(
    *, current: Number, capacity: Number, influential: bool = ..., table: Matrix = ...
) -> PurchaseClass: ...
@overload
def purchase_class(
    *, current: Values | Number, capacity: Values | Number, influential: Values | bool = ..., table: Matrix = ...
) -> Array: ...
@overload
def purchase_class(
    *,
    current: Expression | Number,
    capacity: Expression | Number,
    influential: Expression | bool = ...,
    table: Matrix = ...,
) -> Expression: ...
def purchase_class(*, current: Any, capacity: Any, influential: Any = False, table: Matrix = PURCHASE_CLASSES) -> Any:
    """Class an account by what it buys now and what it could buy; great influence makes it a VIP.

    Parameters
    ----------
    current : number, array or expression [level on the grid from 0 to 4]
        What it buys now: 0 nothing, 1 little, 2 average, 3 fairly much, 4 heavily. Whole numbers.
    capacity : number, array or expression [level on the grid from 0 to 4]
        All it could buy, from us and from others, on the same grid. Whole numbers. More bought than capacity allows
        is doubtful data but no error.
    influential : bool, array or expression, default False
        Whether its influence exceeds what it buys; then it is a VIP whatever it buys.
    table : Matrix, default PURCHASE_CLASSES
        Your own classes for the 25 cells, or your own axes of bands on [0, 4].

    Returns
    -------
    PurchaseClass, array of int8 codes, or string expression
        Codes are positions in :class:`PurchaseClass`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a level is not a whole number from 0 to 4.
    MissingError
        If a single input is missing.
    TableError
        If the table's axes do not cover 0 to 4 or its cells hold other labels.

    Notes
    -----
    ``class = VIP if influential else table[current][capacity]``

    The course text describes the classes but does not say which cells make which [1]_. The default is a convention
    of this library: A where capacity is 4, B where it is 2 or 3, C below; current purchases neither raise nor lower
    the class.

    References
    ----------
    .. [1] Course text T1: the grid and the classes A, B, C and VIP.

    Examples
    --------
    >>> purchase_class(current=1, capacity=4)
    <PurchaseClass.A: 'a'>

    Influence overrides everything, even where nothing is bought:

    >>> purchase_class(current=0, capacity=[0, 2, 4], influential=[True, False, False])
    array([3, 1, 2], dtype=int8)
    """
    if table is not PURCHASE_CLASSES:
        check_matrix(table, PurchaseClass, high=_CAPACITY.limits[1])

    def kernel(do: Verbs, current: Any, capacity: Any, influential: Any) -> Any:
        return do.override(influential, PurchaseClass.VIP, do.look_up(table, current, capacity))

    return run(MODEL, kernel, current, capacity, influential)


def _reason(*, current: float, capacity: float, influential: bool = False, table: Matrix = PURCHASE_CLASSES) -> Text:
    return _VIP_STRATEGY if influential else matrix_reason(table, current, capacity)


MODEL = Model(
    function=purchase_class,
    title=Text("Purchase class", "客户分类"),
    question=Text("Which class of account is this?", "该客户属于哪一类？"),
    arguments=(
        _CURRENT,
        _CAPACITY,
        Flag(
            name="influential",
            meaning=Text("whether its influence exceeds what it buys", "影响力是否超过其购买作用"),
        ),
    ),
    answer=PurchaseClass,
    equation="class = VIP if influential else table[current][capacity]",
    evidence=Evidence.CONVENTION,
    citations=PURCHASE_CLASSES.citations,
    tables=(PURCHASE_LEVELS, PURCHASE_CLASSES),
    reason=_reason,
)
