"""Who stays after a problem, by how many complain and how their complaints end."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Category, Quantity
from servicemodel.churn.rates import SHARE
from servicemodel.churn.repurchase_intention import (
    REPURCHASE_INTENTION,
    ComplaintOutcome,
    LossSize,
    check_intentions,
)
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Evidence
from servicemodel.tables import Matrix


@overload
def expected_loyalty(
    *,
    complaint_rate: Number,
    resolved_rate: Number,
    quick_rate: Number,
    loss: LossSize | str,
    table: Matrix = ...,
) -> float: ...
@overload
def expected_loyalty(
    *,
    complaint_rate: Values | Number,
    resolved_rate: Values | Number,
    quick_rate: Values | Number,
    loss: Values | list[str] | str,
    table: Matrix = ...,
) -> Array: ...
@overload
def expected_loyalty(
    *,
    complaint_rate: Expression | Number,
    resolved_rate: Expression | Number,
    quick_rate: Expression | Number,
    loss: Expression | LossSize | str,
    table: Matrix = ...,
) -> Expression: ...
def expected_loyalty(
    *, complaint_rate: Any, resolved_rate: Any, quick_rate: Any, loss: Any, table: Matrix = REPURCHASE_INTENTION
) -> Any:
    """Return the share of dissatisfied customers who would buy again, over all of them.

    Parameters
    ----------
    complaint_rate : number, array or expression [share]
        Share of dissatisfied customers who complain; from 0 to 1.
    resolved_rate : number, array or expression [share]
        Share of their complaints that are resolved; from 0 to 1.
    quick_rate : number, array or expression [share]
        Share of the resolved that are resolved quickly; from 0 to 1.
    loss : LossSize or its value, array of codes or values, or string expression
        How much was at stake for the customer.
    table : Matrix, default REPURCHASE_INTENTION
        Your own shares, with the same rows and columns.

    Returns
    -------
    float, array of float64, or expression [share of customers]
        Missing where an input is missing.

    Raises
    ------
    DomainError
        If a share is outside 0 to 1, or a code in an array is not the position of a member.
    LabelError
        If a category is unknown.
    MissingError
        If a single input is missing.
    TableError
        If the table has other rows or columns.

    Notes
    -----
    ``expected_loyalty = (1 − complaint_rate) × not complained + complaint_rate × ((1 − resolved_rate) × unresolved
    + resolved_rate × ((1 − quick_rate) × resolved + quick_rate × resolved quickly))``

    The shares are those of the table in the column of the loss. In the printed table each step is a gain: to complain
    rather than be silent, to be answered, to be answered quickly. They are intentions, and who complains is not
    chosen by lot: read the answer as a comparison of two ways to run complaints, not as a forecast.

    References
    ----------
    .. [1] TARP (1979), as printed by Huba (2003): the table; the mean over it is computed.

    Examples
    --------
    >>> round(expected_loyalty(complaint_rate=0.05, resolved_rate=0.6, quick_rate=0.5, loss="major"), 4)
    0.1097

    All complain and are answered quickly; nobody complains:

    >>> expected_loyalty(complaint_rate=[1, 0], resolved_rate=1, quick_rate=1, loss="minor")
    array([0.95, 0.37])
    """
    check_intentions(table)

    def kernel(do: Verbs, complaint_rate: Any, resolved_rate: Any, quick_rate: Any, loss: Any) -> Any:
        silent, unresolved, resolved, quickly = (do.look_up(table, outcome, loss) for outcome in ComplaintOutcome)
        answered = (1 - quick_rate) * resolved + quick_rate * quickly
        complained = (1 - resolved_rate) * unresolved + resolved_rate * answered
        return (1 - complaint_rate) * silent + complaint_rate * complained

    return run(MODEL, kernel, complaint_rate, resolved_rate, quick_rate, loss)


def _share(name: str, meaning: Text) -> Quantity:
    return Quantity(name=name, unit=SHARE, at_least=0, at_most=1, meaning=meaning)


MODEL = Model(
    function=expected_loyalty,
    title=Text("Expected loyalty after problems", "遇到问题后的预期忠诚度"),
    question=Text(
        "What share of our dissatisfied customers would buy again?", "不满意的客户中总共有多大比例会再次购买？"
    ),
    arguments=(
        _share("complaint_rate", Text("share of dissatisfied customers who complain", "不满意客户中提出投诉的比例")),
        _share("resolved_rate", Text("share of the complaints that are resolved", "投诉得到解决的比例")),
        _share("quick_rate", Text("share of the resolved that are resolved quickly", "已解决的投诉中迅速解决的比例")),
        Category(
            name="loss", labels=LossSize, meaning=Text("how much was at stake for the customer", "客户损失的大小")
        ),
    ),
    answer=Text("share of customers who would buy again", "愿意再次购买的客户比例"),
    equation=(
        "expected_loyalty = (1 − complaint_rate) × not complained + complaint_rate × ((1 − resolved_rate) × unresolved "
        "+ resolved_rate × ((1 − quick_rate) × resolved + quick_rate × resolved quickly))"
    ),
    evidence=Evidence.DERIVED,
    citations=REPURCHASE_INTENTION.citations,
    tables=(REPURCHASE_INTENTION,),
)
