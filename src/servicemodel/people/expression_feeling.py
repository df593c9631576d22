"""What customers say against what they feel."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Flag
from servicemodel.evaluate import Array, Expression, Values, Verbs, run
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4
from servicemodel.tables import Cell, Matrix
from servicemodel.tables.quadrants import check_alike


class Valence(OrderedLabel):
    """Whether what is said, or felt, is satisfaction."""

    DISSATISFIED = "dissatisfied", "not satisfied", "不满意"
    SATISFIED = "satisfied", "satisfied", "满意"


class ExpressionFeelingType(Label):
    """Four types of customer by what they say and what they feel; the names are this library's."""

    OPEN_DISSATISFACTION = "open_dissatisfaction", "openly dissatisfied", "公开不满"
    BARGAINER = "bargainer", "bargaining: finds fault but likes it", "褒贬是买主"
    SILENT_DISSATISFACTION = "silent_dissatisfaction", "silently dissatisfied", "沉默不满"
    TRUE_SATISFACTION = "true_satisfaction", "truly satisfied", "真满意"


_T = ExpressionFeelingType

#: Rows: what is said; columns: what is felt.
EXPRESSION_FEELING = Matrix(
    name="expression_feeling",
    title=Text("What is said and what is felt", "表达与情感"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            COURSE_T4,
            Evidence.COURSE,
            "",
            Text("four types by expression and feeling alike or not, without names", "按表达与情感的异同分四种类型，未命名"),
        ),
        Citation(
            COURSE_T4,
            Evidence.CONVENTION,
            "",
            Text("this reading, the names and the advice are ours", "此种读法、名称与建议均为本库约定"),
        ),
    ),
    rows=Valence,
    columns=Valence,
    row_title=Text("says", "所说"),
    column_title=Text("feels", "所感"),
    cells=(
        (
            Cell(_T.OPEN_DISSATISFACTION, Text("take up the complaint", "受理投诉")),
            Cell(_T.BARGAINER, Text("show the value; do not cut the price at once", "说明价值，不急于降价")),
        ),
        (
            Cell(_T.SILENT_DISSATISFACTION, Text("ask again: silence is no satisfaction", "主动追问：不说不等于满意")),
            Cell(_T.TRUE_SATISFACTION, Text("thank, and ask for a recommendation", "感谢，并请其推荐")),
        ),
    ),
)  # fmt: skip


@overload
def expression_feeling(
    *, says_satisfied: bool, feels_satisfied: bool, table: Matrix = ...
) -> ExpressionFeelingType: ...
@overload
def expression_feeling(
    *, says_satisfied: Values | bool, feels_satisfied: Values | bool, table: Matrix = ...
) -> Array: ...
@overload
def expression_feeling(
    *, says_satisfied: Expression | bool, feels_satisfied: Expression | bool, table: Matrix = ...
) -> Expression: ...
def expression_feeling(*, says_satisfied: Any, feels_satisfied: Any, table: Matrix = EXPRESSION_FEELING) -> Any:
    """Name a customer's type by whether what is said agrees with what is felt.

    Parameters
    ----------
    says_satisfied : bool, array or expression
        Whether the customer says so. Whoever says nothing is taken for satisfied by those who count complaints;
        so give True where nothing bad was said.
    feels_satisfied : bool, array or expression
        Whether the customer is, as found by a survey, an interview or what was bought afterwards.
    table : Matrix, default EXPRESSION_FEELING
        Your own advice in the four cells.

    Returns
    -------
    ExpressionFeelingType, array of int8 codes, or string expression
        Codes are positions in :class:`ExpressionFeelingType`; -1 and null where an input is missing.

    Raises
    ------
    MissingError
        If a single input is missing.
    TableError
        If the table has other axes, or its cells hold other labels.
    TypeError
        If an input is no truth value.

    Notes
    -----
    ``type = table[says_satisfied][feels_satisfied]``

    The course text [1]_ speaks of four types "by the likeness and difference of expression and feeling" and names
    none. Two readings are open. (a) Expression and feeling as two scales: these are the social styles
    (:func:`servicemodel.social_style`). (b) Whether what is said is what is felt, as here. Which one was meant is not
    known.

    References
    ----------
    .. [1] Course text T4: the four types of customer.

    Examples
    --------
    >>> expression_feeling(says_satisfied=True, feels_satisfied=False)
    <ExpressionFeelingType.SILENT_DISSATISFACTION: 'silent_dissatisfaction'>

    What the second customer feels is not known:

    >>> expression_feeling(says_satisfied=[False, True], feels_satisfied=[True, None])
    array([ 1, -1], dtype=int8)
    """
    if table is not EXPRESSION_FEELING:
        check_alike(table, EXPRESSION_FEELING)

    said_no, said_yes = table.answers

    def kernel(do: Verbs, says_satisfied: Any, feels_satisfied: Any) -> Any:
        yes, no = (
            do.choose((feels_satisfied, pleased), (do.negated(feels_satisfied), displeased))
            for displeased, pleased in (said_yes, said_no)
        )
        return do.override(says_satisfied, yes, no)

    return run(MODEL, kernel, says_satisfied, feels_satisfied)


def _reason(*, says_satisfied: bool, feels_satisfied: bool, table: Matrix = EXPRESSION_FEELING) -> Text:
    said, felt = (tuple(Valence)[int(holds)] for holds in (says_satisfied, feels_satisfied))
    strategy = table.cell_of(said, felt).strategy
    english, chinese = f"the customer says {said.en} and is {felt.en}", f"客户表示{said.zh}，内心{felt.zh}"
    if strategy is None:
        return Text(english, chinese)
    return Text(f"{english}: {strategy.en}", f"{chinese}：{strategy.zh}")


MODEL = Model(
    function=expression_feeling,
    title=Text("Expression and feeling", "表达与情感类型"),
    question=Text("Does this customer mean what is said?", "这位客户所说与所感一致吗？"),
    arguments=(
        Flag(name="says_satisfied", meaning=Text("whether the customer says so", "客户是否表示满意")),
        Flag(name="feels_satisfied", meaning=Text("whether the customer is satisfied", "客户内心是否满意")),
    ),
    answer=ExpressionFeelingType,
    equation="type = table[says_satisfied][feels_satisfied]",
    evidence=Evidence.CONVENTION,
    citations=EXPRESSION_FEELING.citations,
    tables=(EXPRESSION_FEELING,),
    reason=_reason,
)
