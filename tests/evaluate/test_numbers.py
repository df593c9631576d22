from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from servicemodel import (
    WaitCondition,
    account_portfolio,
    disconfirmation,
    lifetime_value,
    perceived_wait,
    promise_state,
    purchase_class,
    satisfaction_state,
    tolerance_zone,
    wait_tolerance,
)
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", [int, float, np.float32, np.float64, np.int8, np.uint8, np.int64])
def test_every_plain_number_is_taken(kind):
    assert disconfirmation(performance=kind(4), expectation=kind(5)) == -1


def test_unsigned_and_short_numbers_are_widened_before_arithmetic():
    assert disconfirmation(performance=np.uint8(4), expectation=np.uint8(5)) == -1
    assert disconfirmation(performance=np.float32(0.1), expectation=0) == float(np.float32(0.1))


def test_whole_numbers_past_two_to_the_53_count_as_in_an_array():
    big = 2**53

    assert disconfirmation(performance=big + 1, expectation=big) == 0
    assert disconfirmation(performance=np.array([big + 1]), expectation=big).tolist() == [0]


@pytest.mark.parametrize("value", [None, float("nan"), np.nan, np.float32("nan")])
def test_a_single_missing_number_is_an_error_that_names_it(value):
    with pytest.raises(MissingError, match="expectation is missing"):
        disconfirmation(performance=1, expectation=value)


@pytest.mark.parametrize("value", [float("inf"), -float("inf"), 10**400, np.float64("inf")])
def test_infinite_and_huge_numbers_are_outside_every_domain(value):
    with pytest.raises(DomainError, match="performance must be a finite number") as caught:
        disconfirmation(performance=value, expectation=1)

    assert (caught.value.argument, caught.value.index, caught.value.count) == ("performance", None, 1)
    assert caught.value.value == value


@pytest.mark.parametrize("value", ["4", True, np.True_, 1j, Fraction(1, 2), b"4", {}, object()])
def test_other_kinds_of_value_are_type_errors_that_name_the_argument(value):
    with pytest.raises(TypeError, match="performance must be a finite number"):
        disconfirmation(performance=value, expectation=1)


def test_a_decimal_is_refused_where_no_money_is():
    with pytest.raises(
        TypeError, match=r"performance of disconfirmation takes a float, not a Decimal; write float\(4\)"
    ):
        disconfirmation(performance=Decimal(4), expectation=1)


def test_decimals_are_exact_and_a_float_among_them_is_named():
    assert lifetime_value(annual_sales=Decimal("0.1"), years=3) == Decimal("0.3")
    with pytest.raises(TypeError, match=r"years is a float among Decimals; write Decimal\('2.5'\)"):
        lifetime_value(annual_sales=Decimal(1), years=2.5)
    with pytest.raises(DomainError, match="annual_sales must be a finite number"):
        lifetime_value(annual_sales=Decimal("Infinity"), years=1)
    with pytest.raises(MissingError, match="annual_sales is missing"):
        lifetime_value(annual_sales=Decimal("NaN"), years=1)
    with pytest.raises(DomainError, match="at least 0"):
        lifetime_value(annual_sales=Decimal("-1e-400"), years=1)


def test_arguments_are_keywords_only():
    with pytest.raises(TypeError, match="positional"):
        disconfirmation(4, 5)  # type: ignore[call-overload]


def test_a_series_is_refused_with_the_line_to_type_instead():
    pandas = pytest.importorskip("pandas", reason="needs pandas")

    with pytest.raises(TypeError, match=r'frames.score\(df, satisfaction_state, performance="…", expectation="…"\)'):
        satisfaction_state(performance=pandas.Series([1.0]), expectation=1)


def test_a_polars_expression_is_refused_with_the_line_to_type_instead():
    polars = pytest.importorskip("polars", reason="needs polars")

    with pytest.raises(TypeError, match=r"frames.score\(df, satisfaction_state"):
        satisfaction_state(performance=polars.col("a"), expectation=1)


def test_whole_numbers_are_asked_for_where_half_a_level_means_nothing():
    with pytest.raises(DomainError, match="current must be a whole number at least 0 and at most 4"):
        purchase_class(current=1.5, capacity=2)


def test_flags_take_truth_values_only():
    assert purchase_class(current=0, capacity=0, influential=np.True_) == "vip"
    with pytest.raises(TypeError, match="influential must be True or False"):
        purchase_class(current=0, capacity=0, influential=1)


def test_categories_take_members_and_their_values():
    assert wait_tolerance(minutes=10, value="high") == 15
    with pytest.raises(LabelError, match="'great' is not a ServiceValue"):
        wait_tolerance(minutes=10, value="great")
    with pytest.raises(TypeError, match="value must be one of 'low', 'ordinary', 'high'"):
        wait_tolerance(minutes=10, value=2)


def test_conditions_take_flags_masks_and_mappings():
    both = WaitCondition.UNOCCUPIED | WaitCondition.SOLO
    expected = perceived_wait(minutes=5, conditions=both)

    assert perceived_wait(minutes=5, conditions=129) == expected
    assert perceived_wait(minutes=5, conditions=np.uint8(129)) == expected
    given = {WaitCondition.UNOCCUPIED: True, "solo": np.True_, WaitCondition.UNFAIR: False}
    assert perceived_wait(minutes=5, conditions=given) == expected


@pytest.mark.parametrize(
    ("conditions", "error", "message"),
    [
        ({"lonely": True}, DomainError, "conditions must be a combination of"),
        ({WaitCondition(3): True}, DomainError, "conditions must be a combination of"),
        ({"solo": None}, MissingError, "SOLO is missing"),
        ({"solo": float("nan")}, MissingError, "SOLO is missing"),
        ({"solo": 1}, TypeError, "SOLO must be True or False"),
        (True, TypeError, "conditions must be a combination of"),
        (1.0, TypeError, "conditions must be a combination of"),
        (None, MissingError, "conditions is missing"),
    ],
)
def test_conditions_that_mean_nothing_are_refused(conditions, error, message):
    with pytest.raises(error, match=message):
        perceived_wait(minutes=5, conditions=conditions)


def test_instants_need_a_time_zone():
    with pytest.raises(DomainError, match="promised_at must be a datetime with a time zone, and this one has none"):
        promise_state(promised_at=datetime(2026, 1, 5, 12), completed_at=None, as_of=NOON)  # noqa: DTZ001
    with pytest.raises(TypeError, match="promised_at must be a datetime with a time zone; got str"):
        promise_state(promised_at="2026-01-05", completed_at=None, as_of=NOON)
    with pytest.raises(MissingError, match="as_of is missing"):
        promise_state(promised_at=NOON, completed_at=None, as_of=None)


def test_an_argument_joined_with_another_is_refused_naming_both():
    with pytest.raises(DomainError, match=r"desired must be .*adequate=6"):
        tolerance_zone(performance=5, adequate=6, desired=5)


def test_a_scale_moves_the_domain_with_the_scores():
    with pytest.raises(DomainError, match=r"attractiveness must be a finite number at least 1 and at most 5"):
        account_portfolio(attractiveness=0.5, strength=2, scale=(1, 5))


def test_what_pandas_writes_for_missing_is_missing():
    pd = pytest.importorskip("pandas", reason="needs pandas")

    with pytest.raises(MissingError, match="performance is missing"):
        disconfirmation(performance=pd.NA, expectation=1)


def test_a_signalling_nan_is_missing_too():
    with pytest.raises(MissingError, match="annual_sales is missing"):
        lifetime_value(annual_sales=Decimal("sNaN"), years=1)


@pytest.mark.parametrize("solo", [True, np.array([True])])
def test_a_condition_given_twice_is_refused_as_one_would_win(solo):
    with pytest.raises(ServiceModelError, match="conditions: SOLO is given twice"):
        perceived_wait(minutes=5, conditions={"solo": solo, WaitCondition.SOLO: False})
