from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from servicemodel import disconfirmation, explain, perceived_wait, wait_disconfirmation
from servicemodel.errors import DomainError, MissingError

minutes_ = st.floats(0, 1e300)


@given(expected=minutes_, perceived=minutes_)
def test_it_is_positive_exactly_where_the_wait_felt_shorter_than_expected(expected, perceived):
    found = wait_disconfirmation(expected_minutes=expected, perceived_minutes=perceived)

    assert (found > 0) == (perceived < expected)
    assert (found < 0) == (perceived > expected)


@given(expected=minutes_, perceived=minutes_)
def test_swapping_the_two_turns_the_sign(expected, perceived):
    forward = wait_disconfirmation(expected_minutes=expected, perceived_minutes=perceived)

    assert forward == -wait_disconfirmation(expected_minutes=perceived, perceived_minutes=expected)


@given(expected=minutes_, perceived=minutes_)
def test_its_sign_is_turned_against_perception_minus_expectation(expected, perceived):
    law = disconfirmation(performance=perceived, expectation=expected)

    assert wait_disconfirmation(expected_minutes=expected, perceived_minutes=perceived) == -law


def test_a_wait_that_only_felt_longer_counts_as_longer():
    felt = perceived_wait(minutes=5, conditions=1 | 2 | 8 | 16 | 128)

    assert wait_disconfirmation(expected_minutes=5, perceived_minutes=felt) < 0


@pytest.mark.parametrize("name", ["expected_minutes", "perceived_minutes"])
def test_bad_waits_are_refused_by_name(name):
    good = {"expected_minutes": 5, "perceived_minutes": 5}
    cases = (
        (-1, DomainError),
        (math.inf, DomainError),
        (None, MissingError),
        (math.nan, MissingError),
        ("5", TypeError),
    )
    for bad, error in cases:
        with pytest.raises(error, match=name):
            wait_disconfirmation(**{**good, name: bad})


def test_it_is_explained_in_both_languages():
    assert "3 [minutes]" in explain(wait_disconfirmation, expected_minutes=10, perceived_minutes=7)
    assert "分钟" in explain(wait_disconfirmation, expected_minutes=10, perceived_minutes=7, language="zh")
