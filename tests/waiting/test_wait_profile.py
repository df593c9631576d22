from __future__ import annotations

import math

import attrs
import pytest

from servicemodel import ANCHORED, MEASURED_ONLY, NEUTRAL, TOLERANCE_FACTORS, WAITING_RULES, Evidence, WaitCondition
from servicemodel.errors import TableError

ONES = dict.fromkeys(WaitCondition, 1.0)


@pytest.mark.parametrize(
    ("profile", "base_ratio", "exponent", "factors"),
    [
        (NEUTRAL, 1, 1, ONES),
        (MEASURED_ONLY, 1, 0.9, {**ONES, WaitCondition.UNCERTAIN: 1.15}),
        (ANCHORED, 0.85, 0.90, WAITING_RULES.by_key),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_the_profiles_have_the_published_numbers(profile, base_ratio, exponent, factors):
    assert (profile.base_ratio, profile.exponent, profile.reference_minutes) == (base_ratio, exponent, 5)
    assert profile.rules.by_key == factors


def test_each_profile_says_what_stands_behind_it():
    assert NEUTRAL.evidence is Evidence.CONVENTION
    assert MEASURED_ONLY.evidence is Evidence.DERIVED
    assert ANCHORED.evidence is Evidence.ASSUMED
    assert MEASURED_ONLY.rules.row_of(WaitCondition.UNCERTAIN).evidence is Evidence.DERIVED
    assert MEASURED_ONLY.rules.row_of(WaitCondition.SOLO).evidence is Evidence.CONVENTION


def test_figures_known_at_second_hand_say_so():
    notes = {citation.source.key: citation.note.en for citation in ANCHORED.citations}

    for key in ("eisler_1976", "jones_peppiatt_1996", "mishalani_2006"):
        assert "as reported by" in notes[key]


@pytest.mark.parametrize("field", ["base_ratio", "exponent", "reference_minutes"])
@pytest.mark.parametrize("bad", [0, -1, math.inf, math.nan])
def test_numbers_that_make_no_power_law_are_refused_by_name(field, bad):
    with pytest.raises(TableError, match=f"profile 'anchored': {field} must be above 0 and finite"):
        attrs.evolve(ANCHORED, **{field: bad})


def test_factors_that_are_keyed_by_something_else_are_refused():
    with pytest.raises(TableError, match="the rules are keyed by WaitCondition, not ServiceValue"):
        attrs.evolve(ANCHORED, rules=TOLERANCE_FACTORS)


def test_a_factor_of_zero_is_refused():
    with pytest.raises(TableError, match="by must be above 0"):
        attrs.evolve(WAITING_RULES.rows[0], by=0)


def test_a_profile_cannot_be_changed_in_place():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        NEUTRAL.exponent = 2


def test_rules_that_are_no_factors_are_refused():
    with pytest.raises(TypeError, match="the rules are Factors; got NoneType"):
        attrs.evolve(ANCHORED, rules=None)
