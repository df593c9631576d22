"""Kano's evaluation table: what two answers about a feature make of it."""

from __future__ import annotations

from typing import Any, overload

import attrs

from servicemodel.arguments import Category
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.quality.kano_labels import KanoAnswer, KanoCategory
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ATLASON_2018, BERGER_1993, KANO_1984, STP25KANO
from servicemodel.tables import Cell, Matrix

_M, _O, _A, _I, _R, _Q = KanoCategory

_CITATIONS = (
    Citation(STP25KANO, Evidence.PUBLISHED, "", Text("the 25 cells", "25 个格")),
    Citation(ATLASON_2018, Evidence.PUBLISHED, "", Text("the same cells in their code", "其代码中的同一表格")),
    Citation(KANO_1984, Evidence.ATTRIBUTED, "", Text("the kinds of quality", "各类质量特性")),
)

#: Rows: how one would feel if the feature is there; columns: if it is not.
KANO_TABLE = Matrix(
    name="kano_table",
    title=Text("Kano evaluation table", "卡诺评价表"),
    evidence=Evidence.PUBLISHED,
    citations=_CITATIONS,
    rows=KanoAnswer,
    columns=KanoAnswer,
    row_title=Text("if the feature is there", "具备该特性时"),
    column_title=Text("if the feature is not there", "不具备该特性时"),
    cells=(
        (_Q, _A, _A, _A, _O),
        (_R, _I, _I, _I, _M),
        (_R, _I, _I, _I, _M),
        (_R, _I, _I, _I, _M),
        (_R, _R, _R, _R, _Q),
    ),
)

#: The same with two more contradictions: "it must be" and "I can live with it", each given twice.
KANO_POULIOT = attrs.evolve(
    KANO_TABLE,
    name="kano_pouliot",
    title=Text("Kano evaluation table, Pouliot's variant", "卡诺评价表（Pouliot 变体）"),
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(BERGER_1993, Evidence.ATTRIBUTED, "section Vc"),),
    cells=tuple(
        tuple(Cell(_Q) if (i, j) in {(1, 1), (3, 3)} else cell for j, cell in enumerate(row))
        for i, row in enumerate(KANO_TABLE.cells)
    ),
)


@overload
def kano_category(
    *, functional: KanoAnswer | str, dysfunctional: KanoAnswer | str, table: Matrix = ...
) -> KanoCategory: ...
@overload
def kano_category(
    *, functional: Values | KanoAnswer | str, dysfunctional: Values | KanoAnswer | str, table: Matrix = ...
) -> Array: ...
@overload
def kano_category(
    *, functional: Expression | KanoAnswer | str, dysfunctional: Expression | KanoAnswer | str, table: Matrix = ...
) -> Expression: ...
def kano_category(*, functional: Any, dysfunctional: Any, table: Matrix = KANO_TABLE) -> Any:
    """Say what kind of quality a feature is to somebody, from both answers.

    Parameters
    ----------
    functional : KanoAnswer, str, array of codes or expression
        How one would feel if the feature is there. Codes are positions in :class:`KanoAnswer`, from 0: of a file that
        numbers the answers from 1, take one away.
    dysfunctional : KanoAnswer, str, array of codes or expression
        How one would feel if it is not there.
    table : Matrix, default KANO_TABLE
        ``KANO_POULIOT``, or your own cells.

    Returns
    -------
    KanoCategory, array of int8 codes, or string expression
        Codes are positions in :class:`KanoCategory`; -1 and null where an answer is missing.

    Raises
    ------
    LabelError
        If an answer is unknown.
    MissingError
        If a single answer is missing.
    TableError
        If the table has other axes, or its cells hold other labels.

    Notes
    -----
    ``category = table[functional][dysfunctional]``

    Only nine of the 25 cells fit the definition of their category exactly, and the questions are hypothetical: one
    person's category is weak evidence. Ask many (:func:`servicemodel.kano_study`).

    References
    ----------
    .. [1] Package stp25kano for R: the 25 cells.
    .. [2] Atlason & Giacalone (2018): the same cells.
    .. [3] Kano, Seraku, Takahashi & Tsuji (1984): the kinds of quality.

    Examples
    --------
    >>> kano_category(functional="like", dysfunctional="neutral")
    <KanoCategory.ATTRACTIVE: 'attractive'>

    Who likes it both ways contradicts himself; a missing answer leaves the category missing:

    >>> kano_category(functional=["like", "must_be", None], dysfunctional=["like", "dislike", "dislike"])
    array([ 5,  0, -1], dtype=int8)
    """
    check_table(table)

    def kernel(do: Verbs, functional: Any, dysfunctional: Any) -> Any:
        return do.look_up(table, functional, dysfunctional)

    return run(MODEL, kernel, functional, dysfunctional)


def check_table(table: Any) -> None:
    """Refuse a table that two answers cannot be looked up in."""
    if table is KANO_TABLE or table is KANO_POULIOT:
        return
    if not isinstance(table, Matrix):
        raise TypeError(f"table must be a Matrix; got {type(table).__qualname__}")
    if table.rows is not KanoAnswer or table.columns is not KanoAnswer:
        raise TableError(f"table {table.name!r} must have rows and columns of KanoAnswer")
    if not isinstance(table.answers[0][0], KanoCategory):
        raise TableError(f"the cells of table {table.name!r} must hold members of KanoCategory")


def _reason(*, functional: KanoAnswer | str, dysfunctional: KanoAnswer | str, table: Matrix = KANO_TABLE) -> Text:
    there, gone = KanoAnswer(functional), KanoAnswer(dysfunctional)
    return Text(
        f"{table.row_title.en}: {there.en}; {table.column_title.en}: {gone.en}",
        f"{table.row_title.zh}：{there.zh}；{table.column_title.zh}：{gone.zh}",
    )


MODEL = Model(
    function=kano_category,
    title=Text("Kano category", "卡诺类别"),
    question=Text("What kind of quality is this feature?", "该特性属于哪一类质量？"),
    arguments=(
        Category(
            name="functional",
            labels=KanoAnswer,
            meaning=Text("how one would feel if the feature is there", "具备该特性时的感受"),
        ),
        Category(
            name="dysfunctional",
            labels=KanoAnswer,
            meaning=Text("how one would feel if the feature is not there", "不具备该特性时的感受"),
        ),
    ),
    answer=KanoCategory,
    equation="category = table[functional][dysfunctional]",
    evidence=Evidence.PUBLISHED,
    citations=KANO_TABLE.citations,
    tables=(KANO_TABLE, KANO_POULIOT),
    reason=_reason,
)
