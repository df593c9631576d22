"""Who would buy again, by what became of the complaint and how much was at stake."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Category
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import GOODMAN_1999, HUBA_2003, TARP_1979
from servicemodel.tables import Cell, Matrix


class ComplaintOutcome(Label):
    """What a dissatisfied customer did, and what became of it."""

    NOT_COMPLAINED = "not_complained", "did not complain", "未投诉"
    UNRESOLVED = "unresolved", "complained, not resolved", "投诉未解决"
    RESOLVED = "resolved", "complained, resolved", "投诉已解决"
    RESOLVED_QUICKLY = "resolved_quickly", "complained, resolved quickly", "投诉迅速解决"


class LossSize(Label):
    """How much was at stake for the customer."""

    MAJOR = "major", "major loss (over $100)", "重大损失（100 美元以上）"
    MINOR = "minor", "minor loss ($1 to $5)", "轻微损失（1 至 5 美元）"


_NOTES_OF_GOODMAN = Text(
    "reported by notes of it: 54 and 70 if resolved, 82 and 95 if quickly",
    "据其摘记：已解决 54 与 70，迅速解决 82 与 95",
)

#: Rows: outcome of the complaint; columns: **major loss first, then minor**. Popular copies quote only one column.
REPURCHASE_INTENTION = Matrix(
    name="repurchase_intention",
    title=Text("Would buy again, by outcome of the complaint", "再次购买意愿（按投诉结果）"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(HUBA_2003, Evidence.PUBLISHED, "", Text("both columns", "两列完整")),
        Citation(TARP_1979, Evidence.ATTRIBUTED),
        Citation(GOODMAN_1999, Evidence.PUBLISHED, "", _NOTES_OF_GOODMAN),
    ),
    rows=ComplaintOutcome,
    columns=LossSize,
    row_title=Text("outcome of the complaint", "投诉结果"),
    column_title=Text("loss of the customer", "客户损失"),
    cells=(
        (Cell(0.09), Cell(0.37)),
        (Cell(0.19), Cell(0.46)),
        (Cell(0.54), Cell(0.70)),
        (Cell(0.82), Cell(0.95)),
    ),
)


@overload
def repurchase_intention(*, outcome: ComplaintOutcome | str, loss: LossSize | str, table: Matrix = ...) -> float: ...
@overload
def repurchase_intention(
    *, outcome: Values | list[str] | str, loss: Values | list[str] | str, table: Matrix = ...
) -> Array: ...
@overload
def repurchase_intention(
    *, outcome: Expression | ComplaintOutcome | str, loss: Expression | LossSize | str, table: Matrix = ...
) -> Expression: ...
def repurchase_intention(*, outcome: Any, loss: Any, table: Matrix = REPURCHASE_INTENTION) -> Any:
    """Return the share of dissatisfied customers who would buy again.

    Parameters
    ----------
    outcome : ComplaintOutcome or its value, array of codes or values, or string expression
        What the customer did and what became of it.
    loss : LossSize or its value, array of codes or values, or string expression
        How much was at stake: major is over $100, minor $1 to $5; nothing is published between.
    table : Matrix, default REPURCHASE_INTENTION
        Your own shares, with the same rows and columns.

    Returns
    -------
    float, array of float64, or expression [share of customers]
        Missing where an input is missing.

    Raises
    ------
    LabelError
        If a category is unknown.
    DomainError
        If a code in an array is not the position of a member.
    MissingError
        If a single category is missing.
    TableError
        If the table has other rows or columns.

    Notes
    -----
    ``repurchase_intention = table[outcome][loss]``

    An intention stated in a survey, not a purchase.

    References
    ----------
    .. [1] TARP (1979), as printed by Huba (2003); Goodman (1999), as reported in notes of it, has the same.

    Examples
    --------
    >>> repurchase_intention(outcome=ComplaintOutcome.RESOLVED_QUICKLY, loss=LossSize.MAJOR)
    0.82

    Codes are positions in the enums; -1 is missing:

    >>> repurchase_intention(outcome=["not_complained", "resolved", None], loss=[0, 1, -1])
    array([0.09, 0.7 ,  nan])
    """
    check_intentions(table)

    def kernel(do: Verbs, outcome: Any, loss: Any) -> Any:
        return do.look_up(table, outcome, loss)

    return run(MODEL, kernel, outcome, loss)


def check_intentions(table: Matrix) -> None:
    """Refuse a table whose axes are others, or that holds no numbers."""
    if table.rows is not ComplaintOutcome or table.columns is not LossSize or table.answer_table.dtype.kind != "f":
        msg = f"table {table.name!r}: needed are rows ComplaintOutcome, columns LossSize and numbers in the cells"
        raise TableError(msg)


def _reason(*, outcome: Any, loss: Any, **_: Any) -> Text:
    row, column = ComplaintOutcome(outcome), LossSize(loss)
    return Text(f"the customer {row.en}, with a {column.en}", f"客户{row.zh}，{column.zh}")


MODEL = Model(
    function=repurchase_intention,
    title=Text("Repurchase intention", "再购意愿"),
    question=Text("What share of such customers would buy again?", "这样的客户有多大比例会再次购买？"),
    arguments=(
        Category(
            name="outcome",
            labels=ComplaintOutcome,
            meaning=Text("what the customer did and what became of it", "客户是否投诉及其结果"),
        ),
        Category(
            name="loss", labels=LossSize, meaning=Text("how much was at stake for the customer", "客户损失的大小")
        ),
    ),
    answer=Text("share of customers who would buy again", "愿意再次购买的客户比例"),
    equation="repurchase_intention = table[outcome][loss]",
    evidence=Evidence.PUBLISHED,
    citations=REPURCHASE_INTENTION.citations,
    tables=(REPURCHASE_INTENTION,),
    reason=_reason,
)
