"""What a customer spends over a lifetime on goods and on their service."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.churn.rates import MONEY, MONEY_PER_YEAR, Exact
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T2


@overload
def asset_lifetime_value(
    *, service_per_year: Number, years_per_asset: Number, assets: Number, price: Number
) -> float: ...
@overload
def asset_lifetime_value(
    *, service_per_year: Exact, years_per_asset: Exact, assets: Exact, price: Exact
) -> Decimal: ...
@overload
def asset_lifetime_value(
    *,
    service_per_year: Values | Number,
    years_per_asset: Values | Number,
    assets: Values | Number,
    price: Values | Number,
) -> Array: ...
@overload
def asset_lifetime_value(
    *,
    service_per_year: Expression | Number,
    years_per_asset: Expression | Number,
    assets: Expression | Number,
    price: Expression | Number,
) -> Expression: ...
def asset_lifetime_value(*, service_per_year: Any, years_per_asset: Any, assets: Any, price: Any) -> Any:
    """Return what a customer spends over the years on assets, such as cars, and on their service, undiscounted.

    Parameters
    ----------
    service_per_year : number, Decimal, array or expression [currency units per year]
        What the service of one asset brings in a year; at least 0.
    years_per_asset : number, Decimal, array or expression [years]
        How long one asset is kept; at least 0.
    assets : number, Decimal, array or expression [assets]
        How many the customer buys one after another; at least 0. The years of the relationship divided by
        ``years_per_asset``, so it need not be whole.
    price : number, Decimal, array or expression [currency units]
        Price of one asset; at least 0.

    Returns
    -------
    float, Decimal, array of float64, or expression [currency units]
        Exact with Decimal. Missing where an input is missing.

    Raises
    ------
    DomainError
        If a number is negative or infinite.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``asset_lifetime_value = service_per_year × years_per_asset × assets + price × assets``

    Sales, not profit, undiscounted.

    References
    ----------
    .. [1] Course text T2: 2400 a year over ten years a car, three cars at 100 000.

    Examples
    --------
    >>> asset_lifetime_value(service_per_year=2400, years_per_asset=10, assets=3, price=100_000)
    372000

    Without service the price alone is left:

    >>> asset_lifetime_value(service_per_year=0, years_per_asset=10, assets=3, price=100_000)
    300000
    """
    return run(MODEL, _value, service_per_year, years_per_asset, assets, price)


def _value(_: Verbs, service_per_year: Any, years_per_asset: Any, assets: Any, price: Any) -> Any:
    return service_per_year * years_per_asset * assets + price * assets


MODEL = Model(
    function=asset_lifetime_value,
    title=Text("Lifetime value of assets and their service", "产品加服务的终身价值"),
    question=Text(
        "What does this customer spend on goods and on their service?", "这位客户一生在产品及其服务上花费多少？"
    ),
    arguments=(
        Quantity(
            name="service_per_year",
            unit=MONEY_PER_YEAR,
            at_least=0,
            meaning=Text("what the service of one asset brings in a year", "每件产品每年的服务收入"),
        ),
        Quantity(
            name="years_per_asset",
            unit=Text("years", "年"),
            at_least=0,
            meaning=Text("how long one asset is kept", "每件产品的使用年数"),
        ),
        Quantity(
            name="assets",
            unit=Text("assets", "件"),
            at_least=0,
            meaning=Text("how many the customer buys one after another", "客户先后购买的件数"),
        ),
        Quantity(
            name="price",
            unit=MONEY,
            at_least=0,
            meaning=Text("price of one asset", "每件产品的价格"),
        ),
    ),
    answer=MONEY,
    equation="asset_lifetime_value = service_per_year × years_per_asset × assets + price × assets",
    evidence=Evidence.COURSE,
    citations=(Citation(COURSE_T2, Evidence.COURSE),),
    decimal=True,
)
