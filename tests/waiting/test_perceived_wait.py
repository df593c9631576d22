from __future__ import annotations

import inspect
import math

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import (
    ANCHORED,
    MEASURED_ONLY,
    NEUTRAL,
    WAITING_RULES,
    Evidence,
    Text,
    WaitCondition,
    explain,
    perceived_wait,
)
from servicemodel.errors import DomainError, LabelError, MissingError
from servicemodel.evaluate.arrays import BLOCK

EVERY = sum(flag.value for flag in WaitCondition)
minutes_ = st.floats(0.01, 10_000)
masks = st.sets(st.sampled_from(list(WaitCondition))).map(lambda flags: sum(flag.value for flag in flags))
profiles = st.sampled_from([NEUTRAL, MEASURED_ONLY, ANCHORED])
close = {"rel": 1e-12, "abs": 0}


def felt(minutes, conditions=0, profile=ANCHORED):
    return perceived_wait(minutes=minutes, conditions=conditions, profile=profile)


# --- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("waiting"), ids=lambda row: row["anchor"])
def test_the_worked_examples_come_out(row):
    minutes, digits = float(row["minutes"]), int(row["digits"])
    mask = sum(2 ** (int(rule) - 1) for rule in row.get("rules", "").split())

    ratio = felt(minutes, mask) / minutes

    if digits == 3:
        assert f"{ratio:.3f}" == row["ratio"]
    else:
        assert ratio == pytest.approx(float(row["ratio"]), rel=10**-digits)


def test_the_golden_values():
    assert felt(5) == 4.25
    assert felt(10, 1 | 2 | 8 | 16 | 128) == pytest.approx(11.718087346816272, **close)


# --- invariants ------------------------------------------------------------------------------------------------------


@given(conditions=masks, profile=profiles)
def test_no_wait_feels_like_none(conditions, profile):
    assert felt(0, conditions, profile) == 0
    assert felt([0.0], [conditions], profile).tolist() == [0]


@given(minutes=minutes_, more=st.floats(1.001, 100), conditions=masks, profile=profiles)
def test_a_longer_wait_feels_longer(minutes, more, conditions, profile):
    assert felt(minutes * more, conditions, profile) > felt(minutes, conditions, profile)


@given(minutes=minutes_, factor=st.floats(0.01, 100), conditions=masks, profile=profiles)
def test_stretching_the_wait_stretches_the_feeling_by_the_power(minutes, factor, conditions, profile):
    stretched = felt(minutes * factor, conditions, profile)

    assert stretched == pytest.approx(factor**profile.exponent * felt(minutes, conditions, profile), **close)


@given(minutes=minutes_, conditions=masks, profile=profiles)
def test_seconds_give_the_same_answer_as_minutes_when_the_reference_is_in_seconds_too(minutes, conditions, profile):
    in_seconds = attrs.evolve(profile, reference_minutes=60 * profile.reference_minutes)

    assert felt(60 * minutes, conditions, in_seconds) == pytest.approx(60 * felt(minutes, conditions, profile), **close)


@given(minutes=minutes_, conditions=masks, flag=st.sampled_from(list(WaitCondition)), profile=profiles)
def test_one_more_adverse_state_never_shortens_the_wait(minutes, conditions, flag, profile):
    assert felt(minutes, conditions | flag, profile) >= felt(minutes, conditions & ~flag, profile)


@given(minutes=minutes_, conditions=masks)
def test_a_factor_below_1_of_ones_own_shortens_it(minutes, conditions):
    pleasant = attrs.evolve(
        ANCHORED,
        rules=WAITING_RULES.with_factors(
            {WaitCondition.SOLO: 0.9},
            evidence=Evidence.ASSUMED,
            name="own",
            title=Text("solo waits are a relief", "独自等待反而轻松"),
        ),
    )

    assert felt(minutes, conditions | 128, pleasant) < felt(minutes, conditions & ~128, pleasant)


@given(minutes=minutes_, conditions=masks, flag=st.sampled_from(list(WaitCondition)))
def test_a_state_multiplies_by_its_own_factor_whatever_else_holds(minutes, conditions, flag):
    ratio = felt(minutes, conditions | flag) / felt(minutes, conditions & ~flag)

    assert ratio == pytest.approx(WAITING_RULES.by_key[flag], **close)


@given(minutes=minutes_, conditions=masks, profile=profiles)
def test_the_joint_ratio_is_the_product_of_the_single_ones(minutes, conditions, profile):
    singles = math.prod(
        felt(minutes, flag, profile) / felt(minutes, 0, profile) for flag in WaitCondition if flag & conditions
    )

    assert felt(minutes, conditions, profile) / felt(minutes, 0, profile) == pytest.approx(singles, **close)


@given(flags=st.permutations(list(WaitCondition)), minutes=minutes_)
def test_the_order_of_the_states_does_not_matter(flags, minutes):
    assert felt(minutes, dict.fromkeys(flags, True)) == felt(minutes, EVERY)


@given(one=masks, other=masks, first=minutes_, second=minutes_)
def test_the_ratio_of_two_conditions_does_not_depend_on_the_wait(one, other, first, second):
    assert felt(first, one) / felt(first, other) == pytest.approx(felt(second, one) / felt(second, other), **close)


@given(minutes=st.floats(0, 1e300), conditions=masks)
def test_in_the_neutral_profile_a_minute_is_a_minute(minutes, conditions):
    assert felt(minutes, conditions, NEUTRAL) == pytest.approx(minutes, rel=1e-15)


@given(minutes=minutes_, more=st.floats(1.01, 100), exponent=st.floats(0.44, 1.87))
def test_shorter_waits_are_overestimated_more_below_an_exponent_of_1_and_less_above(minutes, more, exponent):
    profile = attrs.evolve(ANCHORED, exponent=exponent)
    short, long = felt(minutes, 0, profile) / minutes, felt(minutes * more, 0, profile) / (minutes * more)

    if exponent < 1 - 1e-9:
        assert long < short
    elif exponent > 1 + 1e-9:
        assert long > short


def test_the_value_of_the_service_is_no_part_of_how_long_a_wait_feels():
    assert "value" not in inspect.signature(perceived_wait).parameters


# --- conditions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("conditions", [64, np.uint8(64), [64], np.array([0, 64], np.uint8), 65])
def test_the_bit_of_rule_7_is_refused_saying_that_it_acts_on_tolerance(conditions):
    with pytest.raises(DomainError, match="64 is rule 7, the value of the service, which acts on tolerance"):
        felt(5, conditions)


@pytest.mark.parametrize(
    "conditions", [256, -1, [-1], np.array([300]), {"bored": True}, {WaitCondition(3): True}, {1: True}]
)
def test_other_bits_and_names_are_refused(conditions):
    with pytest.raises(DomainError, match="conditions must be a combination of UNOCCUPIED=1"):
        felt(5, conditions)


@pytest.mark.parametrize("conditions", [True, 1.0, "solo", None, {WaitCondition.SOLO: 1}, [0.5], ["solo"]])
def test_conditions_of_another_type_are_refused(conditions):
    with pytest.raises((TypeError, MissingError), match=r"conditions|solo"):
        felt(5, conditions)


def test_conditions_may_be_a_mapping_by_member_or_by_name():
    assert felt(5, {WaitCondition.SOLO: True, "anxious": True, "unfair": False}) == felt(5, 4 | 128)
    assert felt(5, {}) == felt(5)
    assert felt([5, 5], {"solo": [True, False]}).tolist() == pytest.approx([felt(5, 128), felt(5)], **close)


def test_a_missing_state_makes_the_row_missing_and_not_calm():
    found = felt([5, 5, 5], {WaitCondition.SOLO: [True, None, False]})

    assert np.isnan(found).tolist() == [False, True, False]
    with pytest.raises(MissingError, match="SOLO is missing"):
        felt(5, {WaitCondition.SOLO: None})


def test_the_flag_itself_refuses_rule_7_before_any_wait_is_asked_about():
    with pytest.raises(LabelError, match="rule 7"):
        WaitCondition(64)


# --- bad waits -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-1, -5e-324, math.inf, -math.inf, 10**400])
def test_a_negative_or_infinite_wait_is_refused(bad):
    with pytest.raises(DomainError, match="minutes must be a finite number at least 0"):
        felt(bad)


def test_an_array_says_where_and_how_often():
    with pytest.raises(DomainError) as caught:
        felt([1.0, -2.0, math.nan, -3.0])

    assert (caught.value.argument, caught.value.value, caught.value.index, caught.value.count) == ("minutes", -2, 1, 2)


@pytest.mark.parametrize("missing", [None, math.nan])
def test_a_missing_wait_is_an_error(missing):
    with pytest.raises(MissingError, match="minutes is missing"):
        felt(missing)


@pytest.mark.parametrize("bad", ["5", True, object()])
def test_what_is_no_number_is_a_type_error(bad):
    with pytest.raises(TypeError, match="minutes must be"):
        felt(bad)


def test_the_reason_shows_every_factor():
    english = explain(perceived_wait, minutes=10, conditions=WaitCondition.UNOCCUPIED | WaitCondition.SOLO)
    chinese = explain(perceived_wait, minutes=10, conditions=129, language="zh")

    assert "0.85 × 5 × (10/5)^0.9 × 1.1 (unoccupied) × 1.03 (alone)" in english
    assert "1.03（独自一人）" in chinese


def test_the_reason_says_what_stands_behind_a_factor_where_the_profile_stands_on_something_else():
    rule = WAITING_RULES.row_of(WaitCondition.UNCERTAIN)

    for language, name in (("en", "(of unknown length: "), ("zh", "（时长未知：")):
        said = explain(perceived_wait, minutes=10, conditions=WaitCondition.UNCERTAIN, language=language)
        alike = explain(
            perceived_wait, minutes=10, conditions=WaitCondition.UNCERTAIN, profile=MEASURED_ONLY, language=language
        )
        assert f"1.15 {name}{rule.evidence.in_language(language)}".replace(" （", "（") in said
        assert "Watkins et al. (2011)" in said
        assert "Whiting" not in said  # speaks against it: the factor does not rest on that
        assert "Watkins et al. (2011)" not in alike.split(" (Maister")[0].split("（Maister")[0]


@pytest.mark.parametrize("profile", [None, "ANCHORED", WAITING_RULES])
def test_what_is_no_profile_is_refused(profile):
    with pytest.raises(TypeError, match="profile must be a WaitProfile"):
        perceived_wait(minutes=5, profile=profile)


def test_an_array_of_several_blocks_answers_as_its_parts_do():
    size = 2 * BLOCK + 7
    minutes = np.linspace(0, 90, size)
    flags = (np.arange(size) % 64).astype(np.uint8)
    whole = perceived_wait(minutes=minutes, conditions=flags)

    for place in (0, 1, BLOCK - 1, BLOCK, 2 * BLOCK - 1, 2 * BLOCK, size - 1):
        one = perceived_wait(minutes=float(minutes[place]), conditions=int(flags[place]))
        assert whole[place] == pytest.approx(one, rel=1e-12)
