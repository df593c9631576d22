"""What a customer who may leave is worth today."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

import attrs

from servicemodel.arguments import Quantity
from servicemodel.churn.rates import (
    DISCOUNT,
    FINITE_VALUE,
    GROWTH,
    MONEY,
    MONEY_PER_PERIOD,
    PERIODS,
    RETENTION,
    Exact,
    shrinkage,
)
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import FADER_HARDIE_NOTE_024, GUPTA_LEHMANN_2003, GUPTA_LEHMANN_2005


class CashTiming(Label):
    """When the margins of a customer come in; mixing these up is the usual mistake with lifetime values."""

    END_CONDITIONAL = (
        "end_conditional",
        "at the end of each period, if the customer stayed",
        "每期期末（客户留下才收）",
    )
    START = "start", "at the start of each period, the first one now", "每期期初（首笔即时）"
    END_CERTAIN = "end_certain", "at the end of each period already contracted", "每期期末（该期已签约）"


@overload
def discounted_lifetime_value(
    *,
    margin: Number,
    retention: Number,
    discount: Number,
    timing: CashTiming | str = ...,
    growth: Number = ...,
    periods: Number | None = ...,
    acquisition_cost: Number = ...,
) -> float: ...
@overload
def discounted_lifetime_value(
    *,
    margin: Exact,
    retention: Exact,
    discount: Exact,
    timing: CashTiming | str = ...,
    growth: Exact = ...,
    periods: Exact | None = ...,
    acquisition_cost: Exact = ...,
) -> Decimal: ...
@overload
def discounted_lifetime_value(
    *,
    margin: Values | Number,
    retention: Values | Number,
    discount: Values | Number,
    timing: CashTiming | str = ...,
    growth: Values | Number = ...,
    periods: Values | Number | None = ...,
    acquisition_cost: Values | Number = ...,
) -> Array: ...
@overload
def discounted_lifetime_value(
    *,
    margin: Expression | Number,
    retention: Expression | Number,
    discount: Expression | Number,
    timing: CashTiming | str = ...,
    growth: Expression | Number = ...,
    periods: Expression | Number | None = ...,
    acquisition_cost: Expression | Number = ...,
) -> Expression: ...
def discounted_lifetime_value(
    *,
    margin: Any,
    retention: Any,
    discount: Any,
    timing: CashTiming | str = CashTiming.END_CONDITIONAL,
    growth: Any = 0,
    periods: Any = None,
    acquisition_cost: Any = 0,
) -> Any:
    """Return what a customer is worth today: the margins to come, each as likely and as discounted as it is.

    Parameters
    ----------
    margin : number, Decimal, array or expression [currency units per period]
        The first margin; any finite number (a customer may cost more than they bring).
    retention : number, Decimal, array or expression [share per period]
        Share of the customers of one period who stay for the next; from 0 to 1.
    discount : number, Decimal, array or expression [share per period]
        Rate at which later money counts less, over the **same period** as margin and retention; above -1.
    timing : CashTiming or its value, default END_CONDITIONAL
        When the margins come in; one for all customers.
    growth : number, Decimal, array or expression [share per period], default 0
        Rate at which the margin of a customer who stays grows; at least -1.
    periods : number, Decimal, array or expression, optional [periods]
        How many margins are counted: a whole number, at least 0; with every timing ``N`` periods have ``N`` margins.
        Without it (``None``) the margins go on for ever; a value that is missing in a column stays missing.
    acquisition_cost : number, Decimal, array or expression [currency units], default 0
        What winning the customer costs today; at least 0; subtracted once. Leave it at 0 for a customer already won.

    Returns
    -------
    float, Decimal, array of float64, or expression [currency units]

    Raises
    ------
    DomainError
        If a number is outside its range, or, without ``periods``, unless ``retention × (1 + growth) < 1 + discount``.
    LabelError
        If the timing is unknown.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals, or ``timing`` is a column.

    Notes
    -----
    ``value = first × (1 + q + q² + …) − acquisition_cost, q = retention × (1 + growth) / (1 + discount)``

    ``first`` is the first margin as seen today. Of ``N`` margins, with ``r``, ``i`` and ``g`` for the rates:

    =================== ==================== =========================================== =====================
    timing              first                margins                                     for ever, g = 0
    =================== ==================== =========================================== =====================
    ``END_CONDITIONAL`` margin × r / (1 + i) t = 1 … N: margin (1+g)^(t−1) r^t / (1+i)^t margin r / (1+i−r)
    ``START``           margin               t = 0 … N−1: margin (1+g)^t r^t / (1+i)^t   margin (1+i) / (1+i−r)
    ``END_CERTAIN``     margin / (1 + i)     t = 1 … N: margin ((1+g) r)^(t−1) / (1+i)^t margin / (1+i−r)
    =================== ==================== =========================================== =====================

    So ``START = (1 + i) × END_CERTAIN`` and ``END_CONDITIONAL = r × END_CERTAIN`` for any number of periods, and, for
    ever and without growth, ``START = margin + END_CONDITIONAL``. With ``periods``, ``q`` may be 1 or more.

    A retention measured over a whole customer base understates the value of those who have stayed long already.

    References
    ----------
    .. [1] Gupta & Lehmann (2003), (2005): END_CONDITIONAL, with and without growth.
    .. [2] Fader & Hardie, note 024: the three timings.

    Examples
    --------
    >>> round(discounted_lifetime_value(margin=100, retention=0.8, discount=0.10), 3)
    266.667
    >>> round(discounted_lifetime_value(margin=100, retention=0.8, discount=0.10, timing="start"), 3)
    366.667

    Over a few periods a customer may gain as fast as the discount takes away:

    >>> discounted_lifetime_value(margin=100, retention=1, discount=0.25, growth=0.25, periods=4, timing="start")
    400.0
    """
    when = _timing(timing)

    def kernel(do: Verbs, margin: Any, retention: Any, discount: Any, *others: Any) -> Any:
        growth, periods, acquisition_cost = others
        if periods is None:
            due = _first_due(when, margin, retention, discount)
            return do.divide(due, shrinkage(retention, discount, growth)) - acquisition_cost
        first = margin if when is CashTiming.START else _first_due(when, margin, retention, discount) / (1 + discount)
        ratio = retention * (1 + growth) / (1 + discount)
        return do.geometric_sum(first, ratio, periods) - acquisition_cost

    return run(MODEL, kernel, margin, retention, discount, growth, periods, acquisition_cost)


def _timing(timing: Any) -> CashTiming:
    if not isinstance(timing, str):
        allowed = ", ".join(repr(member.value) for member in CashTiming)
        msg = f"timing must be one of {allowed}, one for all customers; got {type(timing).__name__}"
        raise TypeError(msg)
    return CashTiming(timing)


def _first_due(timing: CashTiming, margin: Any, retention: Any, discount: Any) -> Any:
    """Return what the first margin is worth at the end of the first period."""
    if timing is CashTiming.START:
        return margin * (1 + discount)
    return margin * retention if timing is CashTiming.END_CONDITIONAL else margin


def _reason(
    *,
    margin: float,
    retention: float,
    discount: float,
    timing: CashTiming | str = CashTiming.END_CONDITIONAL,
    growth: float = 0,
    periods: float | None = None,
    acquisition_cost: float = 0,
) -> Text:
    when = CashTiming(timing)
    ratio = retention * (1 + growth) / (1 + discount)
    many = Text("for ever", "永续") if periods is None else Text(f"{periods} times", f"共 {periods} 期")
    cost = (
        Text(f", less {acquisition_cost} for winning the customer", f"，减去获客成本 {acquisition_cost}")
        if acquisition_cost
        else None
    )

    def words(language: str) -> str:
        said = {
            "en": f"a margin of {margin} comes in {when.en}, {many.en}, each worth {ratio:.6g} of the one before",
            "zh": f"利润 {margin} 于{when.zh}收取，{many.zh}，每期价值为上期的 {ratio:.6g}",
        }[language]
        return said + (cost.in_language(language) if cost else "")

    return Text(words("en"), words("zh"))


MODEL = Model(
    function=discounted_lifetime_value,
    title=Text("Discounted lifetime value", "折现客户终身价值"),
    question=Text("What is a customer who may leave worth today?", "一位可能流失的客户今天值多少？"),
    arguments=(
        Quantity(name="margin", unit=MONEY_PER_PERIOD, meaning=Text("the first margin", "首期利润")),
        RETENTION,
        DISCOUNT,
        GROWTH,
        Quantity(
            name="periods",
            unit=PERIODS,
            at_least=0,
            whole=True,
            optional=True,
            meaning=Text("how many margins are counted; without it they never end", "计入的利润期数；不填则永续"),
        ),
        Quantity(
            name="acquisition_cost",
            unit=MONEY,
            at_least=0,
            meaning=Text("what winning the customer costs today", "今天的获客成本"),
        ),
    ),
    answer=MONEY,
    equation="value = first × (1 + q + q² + …) − acquisition_cost, q = retention × (1 + growth) / (1 + discount)",
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(GUPTA_LEHMANN_2003, Evidence.ATTRIBUTED),
        Citation(GUPTA_LEHMANN_2005, Evidence.ATTRIBUTED),
        Citation(FADER_HARDIE_NOTE_024, Evidence.ATTRIBUTED, "", Text("the three timings", "三种现金流时点")),
    ),
    requirements=(attrs.evolve(FINITE_VALUE, unless="periods"),),
    reason=_reason,
    decimal=True,
)
