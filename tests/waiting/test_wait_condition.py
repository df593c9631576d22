from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from servicemodel import WAITING_RULES, WaitCondition
from servicemodel.errors import LabelError, ServiceModelError


def test_bit_k_minus_1_belongs_to_rule_k():
    assert {flag.name: flag.value for flag in WaitCondition} == {
        "UNOCCUPIED": 1,
        "PRE_PROCESS": 2,
        "ANXIOUS": 4,
        "UNCERTAIN": 8,
        "UNEXPLAINED": 16,
        "UNFAIR": 32,
        "SOLO": 128,
    }
    for rule in WAITING_RULES.rows:
        assert rule.number == 7 or rule.key.value == 2 ** (rule.number - 1)


@given(st.sets(st.sampled_from(list(WaitCondition))))
def test_states_combine_and_come_apart_again(flags):
    combined = WaitCondition(sum(flag.value for flag in flags))

    assert set(combined) == flags


@pytest.mark.parametrize("value", [64, 65, 255])
def test_the_bit_of_rule_7_is_refused_and_the_message_says_where_it_belongs(value):
    with pytest.raises(LabelError, match=r"rule 7 .* acts on tolerance, so give it to wait_tolerance"):
        WaitCondition(value)


@pytest.mark.parametrize("value", [256, -1, 64 + 256, "unoccupied", 1.5, None])
def test_what_is_no_combination_is_refused_with_what_is_allowed(value):
    with pytest.raises(ServiceModelError, match="not a combination of wait conditions; allowed are UNOCCUPIED=1"):
        WaitCondition(value)


def test_a_state_cannot_be_turned_into_one_with_the_forbidden_bit():
    with pytest.raises(LabelError, match="rule 7"):
        _ = WaitCondition.SOLO | 64
