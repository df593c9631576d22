"""The sum behind a value over a number of periods: right near a ratio of 1, and the same in every engine."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf, isclose

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from engines import ENGINES, column
from servicemodel.evaluate.verbs import numbers
from servicemodel.evaluate.verbs.arrays import BlockVerbs

RATIOS = [0.0, 5e-324, 0.5, 0.9, 1 - 1e-12, 1.0, 1 + 1e-12, 1.0000001, 1.05, 2.0, 2.5, 10.0]
ROWS = [(first, ratio, terms) for first in (0.0, 100.0, -3.0) for ratio in RATIOS for terms in (0.0, 1.0, 2.0, 60.0)]
ENDLESS = [
    (1.0, 10.0, 400.0, inf),
    (1.0, inf, 0.0, 0.0),
    (1.0, inf, 1.0, 1.0),
    (-1.0, inf, 2.0, -inf),
    (0.0, 10.0, 400.0, 0.0),
]


def true_sum(first, ratio, terms):
    powers = [Fraction(1)]
    for _ in range(int(terms)):
        powers.append(powers[-1] * Fraction(ratio))
    return float(Fraction(first) * sum(powers[:-1]))


EXPECTED = [true_sum(*row) for row in ROWS] + [row[3] for row in ENDLESS]
CASES = ROWS + [row[:3] for row in ENDLESS]


def _agree(found):
    return [isclose(a, b, rel_tol=1e-14) for a, b in zip(found, EXPECTED, strict=True)]


def test_numbers_add_up():
    assert all(_agree([numbers.geometric_sum(*row) for row in CASES]))


def test_blocks_of_arrays_add_up():
    with np.errstate(all="ignore"):  # as evaluate does around every block
        found = BlockVerbs(np.empty(len(CASES))).geometric_sum(*np.array(CASES).T)

    assert all(_agree(found.tolist()))


@pytest.mark.parametrize("make", ENGINES)
def test_columns_of_every_engine_add_up(make):
    nw = pytest.importorskip("narwhals", reason="needs narwhals")
    from servicemodel.evaluate.verbs import expressions

    names = ("first", "ratio", "terms")
    frame = make({**{name: [row[i] for row in CASES] for i, name in enumerate(names)}, "row": list(range(len(CASES)))})
    total = expressions.geometric_sum(*(nw.col(name).cast(nw.Float64) for name in names))
    scored = nw.from_native(frame).with_columns(total.alias("total")).to_native()
    by_row = dict(zip(column(scored, "row"), column(scored, "total"), strict=True))

    assert all(_agree([by_row[number] for number in range(len(CASES))]))


@settings(deadline=None)
@given(
    first=st.floats(-1e6, 1e6), ratio=st.floats(0, 3), terms=st.integers(0, 80), alone=st.sampled_from(["f", "q", "n"])
)
def test_arrays_beside_single_numbers_add_up(first, ratio, terms, alone):
    given_ = {"f": first, "q": ratio, "n": float(terms)}
    given_[alone] = np.array([given_[alone]])
    with np.errstate(all="ignore"):
        (found,) = BlockVerbs(np.empty(1)).geometric_sum(*given_.values())

    assert isclose(found, true_sum(first, ratio, terms), rel_tol=1e-13, abs_tol=1e-300)


@settings(deadline=None)
@given(ratio=st.decimals("0", "3", places=20), terms=st.integers(0, 40))
def test_decimals_add_up_to_the_figures_of_their_context(ratio, terms):
    found = numbers.geometric_sum(Decimal(1), ratio, Decimal(terms))
    true = sum((Fraction(ratio) ** n for n in range(terms)), Fraction(0))

    assert abs(Fraction(found) - true) <= true * Fraction(1, 10**27)


def test_nothing_to_the_power_of_nothing_is_one_for_every_kind_of_number():
    for zero in (0, 0.0, Decimal(0)):
        assert numbers.power(zero, zero) == 1
        assert type(numbers.power(zero, zero)) is type(zero)
