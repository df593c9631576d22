"""Which complaint to take up first: by what it is and whose it is, never by how loud it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any, overload

import attrs

from servicemodel.arguments import Category, Flag
from servicemodel.complaints.classes import Severity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Values, Verbs, run
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, ISO_10002_2018
from servicemodel.tables import Cell, Matrix


class TriagePriority(OrderedLabel):
    """How soon a complaint is taken up, latest to soonest."""

    LOW = "low", "low", "低"
    NORMAL = "normal", "normal", "普通"
    HIGH = "high", "high", "高"
    URGENT = "urgent", "urgent", "紧急"


class CustomerValue(OrderedLabel):
    """What a customer is worth to us, lowest to highest; where the cuts lie is for you to say."""

    LOW = "low", "low value", "低价值"
    MEDIUM = "medium", "medium value", "中等价值"
    HIGH = "high", "high value", "高价值"


class ComplaintGravity(Label):
    """What a complaint is: how grave, and whether it is justified. The two middle ones have no order between them."""

    ORDINARY_UNJUSTIFIED = "ordinary_unjustified", "ordinary, not justified", "一般、无理"
    ORDINARY_JUSTIFIED = "ordinary_justified", "ordinary, justified", "一般、有理"
    SERIOUS_UNJUSTIFIED = "serious_unjustified", "serious, not justified", "重大、无理"
    SERIOUS_JUSTIFIED = "serious_justified", "serious, justified", "重大、有理"

    @classmethod
    def of(cls, severity: Severity, *, justified: bool) -> ComplaintGravity:
        """Return what a complaint of this severity is, justified or not."""
        return cls(f"{severity.value}_{'justified' if justified else 'unjustified'}")


_P = TriagePriority

#: Rows: what the complaint is; columns: what the customer is worth to us. A convention: no study prints such a table.
TRIAGE = Matrix(
    name="triage",
    title=Text("Triage of complaints", "投诉分级"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the classes of complaints", "投诉的分类")),
        Citation(
            ISO_10002_2018,
            Evidence.ATTRIBUTED,
            "7.5",
            Text("severity among the criteria of the initial assessment", "初步评估的准则包括严重程度"),
        ),
    ),
    rows=ComplaintGravity,
    columns=CustomerValue,
    row_title=Text("complaint", "投诉"),
    column_title=Text("customer", "客户"),
    cells=(
        (Cell(_P.LOW), Cell(_P.LOW), Cell(_P.NORMAL)),
        (Cell(_P.NORMAL), Cell(_P.NORMAL), Cell(_P.HIGH)),
        (Cell(_P.NORMAL), Cell(_P.NORMAL), Cell(_P.HIGH)),
        (Cell(_P.HIGH), Cell(_P.URGENT), Cell(_P.URGENT)),
    ),
)


@overload
def triage(
    *, severity: Severity | str, value: CustomerValue | str, justified: bool, table: Matrix = ...
) -> TriagePriority: ...
@overload
def triage(
    *,
    severity: Values | list[str] | str,
    value: Values | list[str] | str,
    justified: Values | Sequence[bool | None] | bool,
    table: Matrix = ...,
) -> Array: ...
@overload
def triage(
    *,
    severity: Expression | Severity | str,
    value: Expression | CustomerValue | str,
    justified: Expression | bool,
    table: Matrix = ...,
) -> Expression: ...
def triage(*, severity: Any, value: Any, justified: Any, table: Matrix = TRIAGE) -> Any:
    """Say how soon a complaint is taken up.

    Parameters
    ----------
    severity : Severity or its value, array of codes or values, or string expression
        How grave it is.
    value : CustomerValue or its value, array of codes or values, or string expression
        What the customer is worth to us. Cut your own figures into the three classes; ask again when they change.
    justified : bool, array of bool, or boolean expression
        Whether the complaint is justified. Until that is known, treat it as justified: give True.
    table : Matrix, default TRIAGE
        Your own priorities, with the same rows and columns.

    Returns
    -------
    TriagePriority, array of int8 codes, or string expression
        Codes are positions in :class:`TriagePriority`; -1 and null where an input is missing.

    Raises
    ------
    LabelError
        If a category is unknown.
    DomainError
        If a code in an array is not the position of a member.
    MissingError
        If a single input is missing.
    TableError
        If the table has other rows, columns or answers, or a graver, a justified or a more valuable customer's
        complaint would come later than a lesser one.
    TypeError
        If the table is no Matrix, or ``justified`` is neither true nor false.

    Notes
    -----
    ``priority = table[severity, justified][value]``

    Tone, loudness, the number of reminders and how high up a complaint was addressed are no arguments, on purpose. Where
    they count, whoever shouts becomes urgent, soon all are urgent, and the quiet customer with the worse trouble waits.
    What a loud complaint is about counts here as if it had been said calmly.

    The default is a convention. In it no complaint that is serious and justified is less than high, whoever's it is.

    References
    ----------
    .. [1] Course text T4: complaints are serious, reasonable, unreasonable or minor; it gives no priorities.
    .. [2] ISO 10002:2018, 7.5: initial assessment, severity among its criteria; text not checked.

    Examples
    --------
    >>> triage(severity="serious", value="low", justified=True)
    <TriagePriority.HIGH: 'high'>

    The value of the customer alone does not make a complaint urgent; what is missing stays missing:

    >>> triage(severity=["ordinary", "serious", None], value="high", justified=[True, True, True])
    array([ 2,  3, -1], dtype=int8)
    """
    with_grounds, without = _HALVES if table is TRIAGE else _halves(table)

    def kernel(do: Verbs, severity: Any, value: Any, justified: Any) -> Any:
        grounded, groundless = (do.look_up(half, severity, value) for half in (with_grounds, without))
        return do.override(justified, grounded, groundless)

    return run(MODEL, kernel, severity, value, justified)


def _halves(table: Any) -> tuple[Matrix, Matrix]:
    """Return the table for complaints that are justified and for those that are not, by severity and value."""
    if not isinstance(table, Matrix):
        msg = f"table must be a Matrix; got {type(table).__qualname__}"
        raise TypeError(msg)
    needed = (ComplaintGravity, CustomerValue, TriagePriority)
    if (table.rows, table.columns, type(table.answers[0][0])) != needed:
        msg = f"table {table.name!r}: needed are rows {', columns '.join(k.__name__ for k in needed[:2])} and answers TriagePriority"
        raise TableError(msg)
    _check_order(table)
    by_grounds = ([table.cells[ComplaintGravity.of(s, justified=j).code] for s in Severity] for j in (True, False))
    grounded, groundless = (attrs.evolve(table, rows=Severity, cells=cells) for cells in by_grounds)
    return grounded, groundless


def _check_order(table: Matrix) -> None:
    """Refuse a table in which what is graver, justified or from a more valuable customer comes later."""
    places: list[tuple[Any, ...]] = [(s, j, v) for s in Severity for j in (False, True) for v in CustomerValue]
    answers = {place: table.cell_of(ComplaintGravity.of(place[0], justified=place[1]), place[2]) for place in places}
    for lesser, greater in product(places, places):
        below = all(one <= other for one, other in zip(lesser, greater, strict=True))
        if below and answers[greater].answer < answers[lesser].answer:
            one, other = (f"{ComplaintGravity.of(s, justified=j).en}, {v.en}" for s, j, v in (lesser, greater))
            late, soon = answers[greater].answer.value, answers[lesser].answer.value
            msg = (
                f"table {table.name!r}: a complaint that is {other} is {late!r}, but the lesser one, {one}, is {soon!r}"
            )
            raise TableError(msg)


_HALVES = _halves(TRIAGE)


def _reason(*, severity: Any, value: Any, justified: bool, table: Matrix = TRIAGE) -> Text:
    gravity, worth = ComplaintGravity.of(Severity(severity), justified=justified), CustomerValue(value)
    strategy = table.cell_of(gravity, worth).strategy
    advice = Text(f"; {strategy.en}", f"；{strategy.zh}") if strategy else None
    return Text(
        f"the complaint is {gravity.en}, and the customer of {worth.en}{advice.en if advice else ''}",
        f"该投诉属于“{gravity.zh}”，客户属于“{worth.zh}”{advice.zh if advice else ''}",
    )


MODEL = Model(
    function=triage,
    title=Text("Triage of complaints", "投诉分级"),
    question=Text("How soon do we take up this complaint?", "这件投诉应该多快处理？"),
    arguments=(
        Category(name="severity", labels=Severity, meaning=Text("how grave the complaint is", "投诉的严重程度")),
        Category(
            name="value", labels=CustomerValue, meaning=Text("what the customer is worth to us", "客户对我方的价值")
        ),
        Flag(name="justified", meaning=Text("whether the complaint is justified", "投诉是否有理")),
    ),
    answer=TriagePriority,
    equation="priority = table[severity, justified][value]",
    evidence=Evidence.CONVENTION,
    citations=TRIAGE.citations,
    tables=(TRIAGE,),
    reason=_reason,
)
