"""The four types of complaint, by how grave it is and whether it is justified."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Category, Flag
from servicemodel.complaints.classes import Severity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Values, Verbs, run
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4
from servicemodel.tables import Cell, Matrix


class ComplaintType(Label):
    """The four types of complaint of course text T4; they have no order."""

    SERIOUS = "serious", "serious", "重大投诉"
    REASONABLE = "reasonable", "reasonable", "有理投诉"
    UNREASONABLE = "unreasonable", "unreasonable", "无理投诉"
    MINOR = "minor", "minor", "轻微投诉"


class Legitimacy(OrderedLabel):
    """Whether a complaint is justified."""

    UNJUSTIFIED = "unjustified", "not justified", "无理"
    JUSTIFIED = "justified", "justified", "有理"


_T = ComplaintType

#: Rows: ordinary, serious; columns: not justified, justified. Each type has one cell. What to do there names the
#: principle of handling; the course lists types and principles without saying which belong together.
COMPLAINT_TYPES = Matrix(
    name="complaint_types",
    title=Text("Types of complaint", "投诉类型"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the four types and the five principles", "四种类型与五项原则")),
        Citation(
            COURSE_T4,
            Evidence.CONVENTION,
            "",
            Text(
                "has neither axes nor a principle for each type: both are ours",
                "未给坐标，也未说明各类型适用的原则：均为本库约定",
            ),
        ),
    ),
    rows=Severity,
    columns=Legitimacy,
    row_title=Text("severity", "严重程度"),
    column_title=Text("legitimacy", "是否有理"),
    cells=(
        (
            Cell(_T.MINOR, Text("calm: explain and thank", "平和：解释清楚，表示感谢")),
            Cell(_T.REASONABLE, Text("calm: put it right", "平和：按理解决")),
        ),
        (
            Cell(_T.UNREASONABLE, Text("grounds, advantage, restraint", "有理、有利、有节")),
            Cell(_T.SERIOUS, Text("fairness, both sides gain", "公平、双赢")),
        ),
    ),
)


@overload
def complaint_type(*, severity: Severity | str, justified: bool, table: Matrix = ...) -> ComplaintType: ...
@overload
def complaint_type(*, severity: Values | Severity | str, justified: Values | bool, table: Matrix = ...) -> Array: ...
@overload
def complaint_type(
    *, severity: Expression | Severity | str, justified: Expression | bool, table: Matrix = ...
) -> Expression: ...
def complaint_type(*, severity: Any, justified: Any, table: Matrix = COMPLAINT_TYPES) -> Any:
    """Name the type of a complaint by how grave it is and whether it is justified.

    Parameters
    ----------
    severity : Severity, str, array of codes or expression
        How grave it is.
    justified : bool, array or expression
        Whether it was found justified. Not yet known is missing, and not the same as not justified.
    table : Matrix, default COMPLAINT_TYPES
        Your own types or advice for the four cells.

    Returns
    -------
    ComplaintType, array of int8 codes, or string expression
        Codes are positions in :class:`ComplaintType`; -1 and null where an input is missing.

    Raises
    ------
    LabelError
        If the severity is unknown.
    MissingError
        If a single input is missing.
    TableError
        If the table has other axes, or its cells hold other labels.
    TypeError
        If ``justified`` is no truth value.

    Notes
    -----
    ``type = table[severity][justified]``

    The course text [1]_ lists the types serious, reasonable, unreasonable and minor. That they lie on two axes, and
    which cell is which, is a convention of this library: a grave complaint without ground is unreasonable, an ordinary
    one minor. The **script** follows the severity alone (:func:`servicemodel.handling_script`): a grave complaint is
    handled as grave before anyone knows whether it is justified.

    References
    ----------
    .. [1] Course text T4: the four types.

    Examples
    --------
    >>> complaint_type(severity="ordinary", justified=True)
    <ComplaintType.REASONABLE: 'reasonable'>

    Whether the second is justified is not known yet:

    >>> complaint_type(severity=[1, 0], justified=[False, None])
    array([ 2, -1], dtype=int8)
    """
    if table is not COMPLAINT_TYPES:
        _check(table)

    def kernel(do: Verbs, severity: Any, justified: Any) -> Any:
        legitimacy = do.choose((justified, Legitimacy.JUSTIFIED), (do.negated(justified), Legitimacy.UNJUSTIFIED))
        return do.look_up(table, severity, legitimacy)

    return run(MODEL, kernel, severity, justified)


def _check(table: Any) -> None:
    """Refuse a table this model cannot read, before an answer comes out wrong."""
    if not isinstance(table, Matrix):
        raise TypeError(f"table must be a Matrix; got {type(table).__name__}")
    if table.rows is not Severity or table.columns is not Legitimacy:
        raise TableError(f"table {table.name!r} must have rows of Severity and columns of Legitimacy")
    if not isinstance(table.cells[0][0].answer, ComplaintType):
        raise TableError(f"the cells of table {table.name!r} must hold members of ComplaintType")


def _reason(*, severity: Severity | str, justified: bool, table: Matrix = COMPLAINT_TYPES) -> Text:
    grave = Severity(severity)
    legitimacy = Legitimacy.JUSTIFIED if justified else Legitimacy.UNJUSTIFIED
    advice = table.cell_of(grave, legitimacy).strategy
    english = f"it is {grave.en} and {legitimacy.en}"
    chinese = f"严重程度为{grave.zh}，且{legitimacy.zh}"
    if advice is None:
        return Text(english, chinese)
    return Text(f"{english}; {advice.en}", f"{chinese}；{advice.zh}")


MODEL = Model(
    function=complaint_type,
    title=Text("Complaint type", "投诉类型"),
    question=Text("Which of the four types is this complaint?", "这是四种投诉中的哪一种？"),
    arguments=(
        Category(name="severity", labels=Severity, meaning=Text("how grave it is", "严重程度")),
        Flag(name="justified", meaning=Text("whether it was found justified", "经查是否有理")),
    ),
    answer=ComplaintType,
    equation="type = table[severity][justified]",
    evidence=Evidence.CONVENTION,
    citations=COMPLAINT_TYPES.citations,
    tables=(COMPLAINT_TYPES,),
    reason=_reason,
)
