"""What it is worth that complaints end better: resolved, and quickly."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Category, Quantity
from servicemodel.churn.rates import COMPLAINTS, MONEY, Exact
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

_Outcome = ComplaintOutcome | str
_Column = Values | list[str] | str


@overload
def resolution_value(
    *,
    complaints: Number,
    lifetime_value: Number,
    loss: LossSize | str,
    before: _Outcome = ...,
    after: _Outcome = ...,
    table: Matrix = ...,
) -> float: ...
@overload
def resolution_value(
    *,
    complaints: Exact,
    lifetime_value: Exact,
    loss: LossSize | str,
    before: _Outcome = ...,
    after: _Outcome = ...,
    table: Matrix = ...,
) -> Decimal: ...
@overload
def resolution_value(
    *,
    complaints: Values | Number,
    lifetime_value: Values | Number,
    loss: _Column,
    before: _Column = ...,
    after: _Column = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def resolution_value(
    *,
    complaints: Expression | Number,
    lifetime_value: Expression | Number,
    loss: Expression | LossSize | str,
    before: Expression | _Outcome = ...,
    after: Expression | _Outcome = ...,
    table: Matrix = ...,
) -> Expression: ...
def resolution_value(
    *,
    complaints: Any,
    lifetime_value: Any,
    loss: Any,
    before: Any = ComplaintOutcome.RESOLVED,
    after: Any = ComplaintOutcome.RESOLVED_QUICKLY,
    table: Matrix = REPURCHASE_INTENTION,
) -> Any:
    """Return what it is worth that complaints end in a better way than before.

    Parameters
    ----------
    complaints : number, Decimal, array or expression [complaints]
        How many end in the new way; at least 0.
    lifetime_value : number, Decimal, array or expression [currency units per customer]
        What one customer who stays still brings, from now on; at least 0.
    loss : LossSize or its value, array of codes or values, or string expression
        How much was at stake for the customer.
    before, after : ComplaintOutcome or its value, array of codes or values, or string expression
        How they ended, and how they end now. The defaults give the value of resolving faster: from resolved to resolved
        quickly.
    table : Matrix, default REPURCHASE_INTENTION
        Your own shares, with the same rows and columns.

    Returns
    -------
    float, Decimal, array of float64, or expression [currency units]
        Below 0 where they end worse than before. Exact with Decimal.

    Raises
    ------
    DomainError
        If a number is outside its range, or a code in an array is not the position of a member.
    LabelError
        If a category is unknown.
    MissingError
        If a single input is missing.
    TableError
        If the table has other rows or columns.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``resolution_value = complaints × (table[after][loss] − table[before][loss]) × lifetime_value``

    An upper bound rather than an expectation: the shares are intentions stated in a survey, and no study is cited here
    in which resolving faster alone brought the difference about. What *quickly* means the table does not say.

    References
    ----------
    .. [1] TARP (1979), as printed by Huba (2003): the table; the value is computed from it.

    Examples
    --------
    >>> from decimal import Decimal
    >>> print(resolution_value(complaints=1_000, lifetime_value=Decimal(500), loss="major"))
    140000.00

    Hearing those who would have been silent, and answering them:

    >>> outcomes = {"before": "not_complained", "after": ["resolved", "not_complained"]}
    >>> resolution_value(complaints=100, lifetime_value=500, loss="minor", **outcomes).round(6)
    array([16500.,     0.])
    """
    check_intentions(table)

    def kernel(do: Verbs, complaints: Any, lifetime_value: Any, loss: Any, *outcomes: Any) -> Any:
        old_share, share = (do.look_up(table, outcome, loss) for outcome in outcomes)
        if isinstance(complaints, Decimal):  # then all numbers are
            share, old_share = Decimal(repr(float(share))), Decimal(repr(float(old_share)))
        return complaints * (share - old_share) * lifetime_value

    return run(MODEL, kernel, complaints, lifetime_value, loss, before, after)


MODEL = Model(
    function=resolution_value,
    title=Text("Value of a better resolution", "更好地解决投诉的价值"),
    question=Text("What is it worth to resolve complaints faster?", "更快解决投诉值多少钱？"),
    arguments=(
        COMPLAINTS,
        Quantity(
            name="lifetime_value",
            unit=Text("currency units per customer", "货币单位/客户"),
            at_least=0,
            meaning=Text("what one customer who stays still brings", "每位留下的客户今后带来的价值"),
        ),
        Category(
            name="loss", labels=LossSize, meaning=Text("how much was at stake for the customer", "客户损失的大小")
        ),
        Category(
            name="before", labels=ComplaintOutcome, meaning=Text("how the complaints ended", "投诉原来的处理结果")
        ),
        Category(
            name="after", labels=ComplaintOutcome, meaning=Text("how the complaints end now", "投诉现在的处理结果")
        ),
    ),
    answer=MONEY,
    equation="resolution_value = complaints × (table[after][loss] − table[before][loss]) × lifetime_value",
    evidence=Evidence.DERIVED,
    citations=REPURCHASE_INTENTION.citations,
    tables=(REPURCHASE_INTENTION,),
    decimal=True,
)
