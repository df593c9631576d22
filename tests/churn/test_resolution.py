"""Who would buy again over all the dissatisfied, and what better endings are worth."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    REPURCHASE_INTENTION,
    ComplaintOutcome,
    Evidence,
    LossSize,
    TableError,
    expected_loyalty,
    repurchase_intention,
    resolution_value,
)
from servicemodel.errors import LabelError

shares = st.floats(0, 1)
losses = st.sampled_from(LossSize)
outcomes = st.sampled_from(ComplaintOutcome)
RATES = ("complaint_rate", "resolved_rate", "quick_rate")


@given(rates=st.tuples(shares, shares, shares), loss=losses)
def test_loyalty_lies_between_the_silent_and_the_quickly_answered(rates, loss):
    found = expected_loyalty(**dict(zip(RATES, rates, strict=True)), loss=loss)
    least, most = (
        repurchase_intention(outcome=outcome, loss=loss)
        for outcome in (ComplaintOutcome.NOT_COMPLAINED, ComplaintOutcome.RESOLVED_QUICKLY)
    )

    assert least - 1e-12 <= found <= most + 1e-12


@given(rates=st.tuples(shares, shares, shares), other=shares, loss=losses, moved=st.integers(0, 2))
def test_loyalty_never_falls_as_more_complain_more_are_resolved_or_more_quickly(rates, other, loss, moved):
    lower, higher = ([*rates[:moved], value, *rates[moved + 1 :]] for value in sorted((rates[moved], other)))
    few, many = (expected_loyalty(**dict(zip(RATES, given, strict=True)), loss=loss) for given in (lower, higher))

    assert few <= many + 1e-12


@given(outcome=outcomes, loss=losses)
def test_where_all_end_alike_the_share_is_the_table_s(outcome, loss):
    place = outcome.code
    rates = {"complaint_rate": place > 0, "resolved_rate": place > 1, "quick_rate": place > 2}

    found = expected_loyalty(**{name: float(rate) for name, rate in rates.items()}, loss=loss)

    assert found == repurchase_intention(outcome=outcome, loss=loss)


@given(
    complaints=st.integers(0, 10_000),
    value=st.decimals(min_value=0, max_value=10**5, places=2),
    loss=losses,
    ends=st.tuples(outcomes, outcomes, outcomes),
)
def test_the_value_of_a_better_end_is_exact_turns_its_sign_and_adds_up_over_steps(complaints, value, loss, ends):
    before, after, between = ends

    def worth(first, last):
        return resolution_value(complaints=complaints, lifetime_value=value, loss=loss, before=first, after=last)

    found = worth(before, after)

    assert isinstance(found, Decimal)
    assert found == -worth(after, before) == worth(before, between) + worth(between, after)
    assert (found > 0) == (complaints > 0 and value > 0 and after.code > before.code)


def test_by_default_it_is_the_value_of_resolving_faster():
    for loss, share in (("major", "0.28"), ("minor", "0.25")):
        assert resolution_value(complaints=1, lifetime_value=Decimal(1), loss=loss) == Decimal(share)


def test_floats_and_columns_have_their_value_too():
    faster = {"complaints": 1_000, "loss": "major"}

    assert resolution_value(**faster, lifetime_value=500.0) == pytest.approx(140_000)
    assert resolution_value(**faster, lifetime_value=[500, 0, None])[:2].tolist() == [pytest.approx(140_000), 0]


def test_shares_of_ones_own_count_in_both():
    cells = [[0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.4, 0.4]]
    own = attrs.evolve(REPURCHASE_INTENTION, cells=cells, evidence=Evidence.ASSUMED)

    assert expected_loyalty(complaint_rate=1, resolved_rate=1, quick_rate=0, loss="major", table=own) == 0.3
    assert resolution_value(complaints=10, lifetime_value=Decimal(10), loss="minor", table=own) == 10


@pytest.mark.parametrize(
    "ask",
    [
        lambda **more: expected_loyalty(complaint_rate=1, resolved_rate=1, quick_rate=0, **more),
        lambda **more: resolution_value(complaints=1, lifetime_value=1, **more),
    ],
)
def test_another_table_or_an_unknown_loss_is_refused(ask):
    with pytest.raises(TableError, match="rows ComplaintOutcome, columns LossSize and numbers"):
        ask(loss="major", table=REPURCHASE_INTENTION.transposed())
    with pytest.raises(LabelError, match="'medium' is not a LossSize"):
        ask(loss="medium")
