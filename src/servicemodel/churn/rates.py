"""What the churn models share: units, rates and growth, and the rule that keeps an endless sum finite."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array
from servicemodel.labels import Text

#: One figure of a result, or one for each of many cases.
Figure: TypeAlias = float | Decimal | Array

#: Money, and rates that meet it, counted exactly; whole numbers may stand beside Decimals, floats may not.
Exact: TypeAlias = Decimal | int

MONEY = Text("currency units", "货币单位")
MONEY_PER_PERIOD = Text("currency units per period", "货币单位/期")
MONEY_PER_YEAR = Text("currency units per year", "货币单位/年")
CUSTOMERS = Text("customers", "客户数")
PERIODS = Text("periods", "期")
SHARE = Text("share", "比例")
SHARE_PER_PERIOD = Text("share per period", "比例/期")

RETENTION = Quantity(
    name="retention",
    unit=SHARE_PER_PERIOD,
    at_least=0,
    at_most=1,
    meaning=Text("share of the customers of one period who stay for the next", "每期客户留到下一期的比例（保持率）"),
)
DISCOUNT = Quantity(
    name="discount",
    unit=SHARE_PER_PERIOD,
    above=-1,
    meaning=Text("rate at which later money counts less", "折现率"),
)
GROWTH = Quantity(
    name="growth",
    unit=SHARE_PER_PERIOD,
    at_least=-1,
    meaning=Text("rate at which the margin of a customer who stays grows", "留存客户的利润增长率"),
)
AT_START = Quantity(
    name="at_start",
    unit=CUSTOMERS,
    above=0,
    meaning=Text("customers at the start of the period", "期初客户数"),
)
COMPLAINTS = Quantity(
    name="complaints",
    unit=Text("complaints", "投诉数"),
    at_least=0,
    meaning=Text("complaints received", "收到的投诉数"),
)
COMPLAINT_RATE = Quantity(
    name="complaint_rate",
    unit=SHARE,
    above=0,
    at_most=1,
    meaning=Text("share of dissatisfied customers who complain", "不满意客户中提出投诉的比例"),
)


ANNUAL_PURCHASE = Quantity(
    name="annual_purchase",
    unit=MONEY_PER_YEAR,
    at_least=0,
    meaning=Text("what one customer buys in an average year", "一位客户的年平均购买额"),
)
PROBLEM_RATE = Quantity(
    name="problem_rate",
    unit=SHARE,
    at_least=0,
    at_most=1,
    meaning=Text("share of the customers who have a problem", "遇到问题的客户比例"),
)
TOLD = Quantity(
    name="told",
    unit=Text("people per customer", "人/客户"),
    at_least=0,
    meaning=Text("how many others a lost customer tells", "每位流失客户告知的人数"),
)
DETERRED = Quantity(
    name="deterred",
    unit=SHARE,
    at_least=0,
    at_most=1,
    meaning=Text("share of those told who do not become customers therefore", "听闻者中因此不再成为客户的比例"),
)


def shrinkage(retention: Any, discount: Any, growth: Any) -> Any:
    """Return ``1 + discount − retention × (1 + growth)``, ordered so that small rates keep their figures."""
    return discount + (1 - retention) - retention * growth


def _shrinks(*, retention: Any, discount: Any, growth: Any) -> Any:
    return shrinkage(retention, discount, growth) > 0


#: What comes in must lose value from period to period, or its sum has no end.
FINITE_VALUE = Requirement(
    arguments=("retention", "discount", "growth"),
    text=Text(
        "retention × (1 + growth) < 1 + discount, as the value has no limit otherwise",
        "retention × (1 + growth) < 1 + discount，否则价值没有上限",
    ),
    holds=_shrinks,
)
