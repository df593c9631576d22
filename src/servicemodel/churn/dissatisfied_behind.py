"""How many dissatisfied customers stand behind the complaints: the iceberg."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.churn.rates import COMPLAINT_RATE, COMPLAINTS, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, GOODMAN_1999, TARP_1979


@overload
def dissatisfied_behind(*, complaints: Number, complaint_rate: Number = ...) -> float: ...
@overload
def dissatisfied_behind(*, complaints: Exact, complaint_rate: Exact = ...) -> Decimal: ...
@overload
def dissatisfied_behind(*, complaints: Values | Number, complaint_rate: Values | Number = ...) -> Array: ...
@overload
def dissatisfied_behind(
    *, complaints: Expression | Number, complaint_rate: Expression | Number = ...
) -> Expression: ...
def dissatisfied_behind(*, complaints: Any, complaint_rate: Any = 0.04) -> Any:
    """Return how many dissatisfied customers stand behind the complaints that were heard, those included.

    Parameters
    ----------
    complaints : number, Decimal, array or expression [complaints]
        Complaints received; at least 0.
    complaint_rate : number, Decimal, array or expression [share], default 0.04
        Share of dissatisfied customers who complain; above 0, at most 1. Among Decimals the default is exactly
        ``Decimal("0.04")``.

    Returns
    -------
    float, Decimal, array of float64, or expression [dissatisfied customers]
        The silent ones are these less the complaints.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``dissatisfied_behind = complaints / complaint_rate``

    Of 25 dissatisfied customers one complains and 24 are silent; 6 of the 24 (a quarter of the silent, not of all)
    have a serious problem [1]_. The rate is no constant: other texts print 1 in 27 and 8 %, and Goodman warns that
    4 % holds for small purchases and complaints to headquarters, while about half complain to the front line [3]_.
    Measure your own.

    References
    ----------
    .. [1] Course text T1: the iceberg of 25.
    .. [2] TARP (1979), to which it goes back.
    .. [3] Goodman (1999), as reported in notes of it.

    Examples
    --------
    >>> dissatisfied_behind(complaints=1)
    25.0

    Where everybody complains nobody is silent:

    >>> dissatisfied_behind(complaints=7, complaint_rate=1)
    7.0
    """
    return run(MODEL, _behind, complaints, complaint_rate)


def _behind(_: Verbs, complaints: Any, complaint_rate: Any) -> Any:
    return complaints / complaint_rate


MODEL = Model(
    function=dissatisfied_behind,
    title=Text("Complaint iceberg", "投诉冰山"),
    question=Text("How many dissatisfied customers stand behind these complaints?", "这些投诉背后有多少不满意的客户？"),
    arguments=(COMPLAINTS, COMPLAINT_RATE),
    answer=Text("dissatisfied customers", "不满意的客户数"),
    equation="dissatisfied_behind = complaints / complaint_rate",
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T1, Evidence.COURSE, "", Text("1 of 25 complains", "25 位不满意客户中 1 位投诉")),
        Citation(TARP_1979, Evidence.ATTRIBUTED),
        Citation(
            GOODMAN_1999,
            Evidence.PUBLISHED,
            "",
            Text(
                "reported by notes of it: the rate holds for small purchases and complaints to headquarters",
                "据其摘记：该比例适用于小额购买及向总部的投诉",
            ),
        ),
    ),
    decimal=True,
)
