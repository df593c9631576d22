"""How many moments of truth there are, and how little time each has."""

from __future__ import annotations

from typing import Any, ClassVar, TypeAlias, overload

import attrs

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.markup import SAME_FIGURES, Figures, headed
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ALBRECHT_ZEMKE_1985, CARLZON_1987, COURSE_T1, NORMANN_1984

#: One figure of a result, or one for each of many cases.
Figure: TypeAlias = float | Array


@attrs.frozen(kw_only=True)
class MomentCount(Figures):
    """How many moments of truth there are, and how long all of them take; prints itself.

    Attributes
    ----------
    moments : float or array [moments]
    hours : float or array [hours]
        All contact together.
    """

    title: ClassVar[Text] = Text("Moments of truth", "关键时刻")

    moments: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("moments", "次数")))
    hours: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("hours of contact", "接触时长（小时）")))


@overload
def moments_of_truth(*, customers: Number, employees_met: Number, seconds: Number) -> MomentCount: ...
@overload
def moments_of_truth(
    *, customers: Values | Number, employees_met: Values | Number, seconds: Values | Number
) -> MomentCount: ...
def moments_of_truth(*, customers: Any, employees_met: Any, seconds: Any) -> MomentCount:
    """Return in how many moments customers meet employees, and how many hours that is in all.

    Parameters
    ----------
    customers : number or array [customers]
        Customers of the period; at least 0.
    employees_met : number or array [employees per customer]
        How many employees each of them meets; at least 0.
    seconds : number or array [seconds]
        How long one such meeting takes; at least 0.

    Returns
    -------
    MomentCount
        In an array a missing input makes both figures of its case missing.

    Raises
    ------
    DomainError
        If a number is negative or infinite.
    MissingError
        If a single number is missing.
    TypeError
        If an input is an expression: a result of several figures is no column.

    Notes
    -----
    ``moments = customers × employees_met; hours = moments × seconds / 3600``

    References
    ----------
    .. [1] Carlzon (1987): ten million customers, about five employees each, about 15 seconds at a time.
    .. [2] Albrecht & Zemke (1985): what a moment of truth is. Normann (1984): the term.
    .. [3] Course text T1: judged in the first seconds.

    Examples
    --------
    An airline's year:

    >>> year = moments_of_truth(customers=10_000_000, employees_met=5, seconds=15)
    >>> year.moments, round(year.hours)
    (50000000, 208333)

    Nobody met, nothing shown:

    >>> moments_of_truth(customers=100, employees_met=0, seconds=15).moments
    0
    """
    values = (customers, employees_met, seconds)
    MODEL.refuse_expressions(values)
    return MomentCount(moments=run(MODEL, _moments, *values), hours=run(MODEL, _hours, *values))


def _moments(_: Verbs, customers: Any, employees_met: Any, __: Any) -> Any:
    return customers * employees_met


def _hours(_: Verbs, customers: Any, employees_met: Any, seconds: Any) -> Any:
    return customers * employees_met * seconds / 3600


MODEL = Model(
    function=moments_of_truth,
    title=MomentCount.title,
    question=Text("In how many moments do customers judge us?", "客户有多少次机会评判我们？"),
    arguments=(
        Quantity(
            name="customers",
            unit=Text("customers", "客户数"),
            at_least=0,
            meaning=Text("customers of the period", "该时期的客户数"),
        ),
        Quantity(
            name="employees_met",
            unit=Text("employees per customer", "员工数/客户"),
            at_least=0,
            meaning=Text("how many employees each customer meets", "每位客户接触的员工数"),
        ),
        Quantity(
            name="seconds",
            unit=Text("seconds", "秒"),
            at_least=0,
            meaning=Text("how long one meeting takes", "每次接触的时长"),
        ),
    ),
    answer=MomentCount,
    equation="moments = customers × employees_met; hours = moments × seconds / 3600",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(CARLZON_1987, Evidence.PUBLISHED, "", Text("50 million moments a year", "每年五千万次关键时刻")),
        Citation(ALBRECHT_ZEMKE_1985, Evidence.PUBLISHED, "", Text("the definition, as reported", "定义，转引")),
        Citation(NORMANN_1984, Evidence.ATTRIBUTED, "", Text("the term", "术语的出处")),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("judged in the first seconds", "最初几秒即作出评判")),
    ),
    columns=False,
)
