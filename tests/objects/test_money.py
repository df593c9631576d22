"""Sums are exact and in one currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from servicemodel.errors import CurrencyError
from servicemodel.objects import Account, ServiceEncounter, Total, total_amount


def visit(number, amount=None, currency=None):
    return ServiceEncounter(id=f"v{number}", amount=amount, currency=currency)


def test_amounts_add_up_exactly_in_one_currency():
    large, small = Decimal(10) ** 40, Decimal("0.01")

    total = total_amount([visit(1, large, "CNY"), visit(2, small, "CNY"), visit(3, None, "EUR")])

    assert total == Total(amount=Decimal("1" + "0" * 40 + ".01"), currency="CNY", count=2, missing=1)
    assert total_amount([]) == Total(amount=Decimal(0), currency=None, count=0, missing=0)
    assert total_amount([Account(id="a", annual_sales=5)], field="annual_sales").amount == 5


@pytest.mark.parametrize("other", ["EUR", None])
def test_currencies_are_not_mixed(other):
    with pytest.raises(
        CurrencyError, match=r"ServiceEncounter 'v1' is in CNY and ServiceEncounter 'v2' in (EUR|no stated)"
    ):
        total_amount([visit(1, 5, "CNY"), visit(2, 5, other)])


def test_a_field_that_holds_no_amounts_is_refused_by_name():
    with pytest.raises(TypeError, match="performance of ServiceEncounter 'v' must be an exact amount; got float"):
        total_amount([ServiceEncounter(id="v", performance=3)], field="performance")
