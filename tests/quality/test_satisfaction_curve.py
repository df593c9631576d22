"""Curves of satisfaction by kind of quality."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.quality import satisfaction_curve

CURVES = ("attractive", "one_dimensional", "must_be")
SHARES = st.floats(0, 1)
X = np.linspace(0, 1, 101)


@pytest.mark.parametrize("row", printed("satisfaction_curves"), ids=lambda row: row["category"])
def test_the_computed_points_come_out(row):
    numbers = {name: float(row[name]) for name in ("fulfilment", "better", "worse")}

    found = satisfaction_curve(**numbers, category=row["category"])

    assert type(found) is float
    assert found == pytest.approx(float(row["expected"]), abs=5e-7)


@pytest.mark.parametrize("category", CURVES)
@given(better=SHARES, worse=SHARES)
def test_every_curve_runs_from_worse_to_better_and_never_falls(category, better, worse):
    y = satisfaction_curve(fulfilment=X, better=better, worse=-worse, category=category)

    assert (y[0], y[-1]) == (-worse, better)
    assert (np.diff(y) >= -1e-15).all()


@given(better=SHARES, worse=SHARES)
def test_attractive_lies_below_the_line_and_must_be_above_it(better, worse):
    attractive, line, must_be = (
        satisfaction_curve(fulfilment=X, better=better, worse=-worse, category=category) for category in CURVES
    )

    assert (attractive <= line + 1e-15).all()
    assert (line <= must_be + 1e-15).all()
    assert (np.diff(attractive, 2) >= -1e-14).all()
    assert (np.diff(must_be, 2) <= 1e-14).all()


@given(SHARES)
def test_a_number_is_answered_as_in_an_array(x):
    for category in CURVES:
        one = satisfaction_curve(fulfilment=x, better=0.6, worse=-0.5, category=category)
        many = satisfaction_curve(fulfilment=[x, None], better=0.6, worse=-0.5, category=category)

        assert many[0] == one
        assert np.isnan(many[1])


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({"fulfilment": 1.01}, DomainError, "fulfilment must be from 0 to 1"),
        ({"fulfilment": -0.01}, DomainError, "fulfilment"),
        ({"fulfilment": None}, MissingError, "fulfilment is missing"),
        ({"fulfilment": True}, TypeError, "fulfilment must be a number"),
        ({"fulfilment": "1"}, TypeError, "fulfilment must be a number"),
        ({"fulfilment": [0.5, 2, 3]}, DomainError, "index 1 .2 such values"),
        ({"fulfilment": ["a"]}, TypeError, "fulfilment must be numbers"),
        ({"better": -0.1}, DomainError, "better must be from 0 to 1"),
        ({"worse": 0.1}, DomainError, "worse must be from -1 to 0"),
        ({"worse": float("nan")}, MissingError, "worse is missing"),
        ({"better": float("inf")}, DomainError, "better"),
        ({"category": "indifferent"}, ServiceModelError, "which have a curve; got 'indifferent'"),
        ({"category": "best"}, LabelError, "'best' is not a KanoCategory"),
    ],
)
def test_what_has_no_curve_is_refused(changed, error, words):
    with pytest.raises(error, match=words):
        satisfaction_curve(**({"fulfilment": 0.5, "better": 0.6, "worse": -0.5, "category": "must_be"} | changed))
