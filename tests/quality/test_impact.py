"""Impact asymmetry, its five names, and the reasons the models of this page give."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import explain
from servicemodel.quality import (
    IMPACT_TYPES,
    ImpactType,
    impact_asymmetry,
    impact_type,
    kano_category,
    kano_quadrant,
)


@given(st.floats(-1e6, 0), st.floats(0, 1e6), st.floats(0.01, 100))
def test_asymmetry_stays_between_its_ends_and_turns_round(penalty, reward, times):
    if reward - penalty < 1e-6:
        return
    index = impact_asymmetry(penalty=penalty, reward=reward)

    assert -1 <= index <= 1
    assert impact_asymmetry(penalty=-reward, reward=-penalty) == -index
    assert impact_asymmetry(penalty=times * penalty, reward=times * reward) == pytest.approx(index)


@pytest.mark.parametrize(
    ("penalty", "reward", "expected"),
    [
        (-7, 3, "dissatisfier"), (-7.01, 2.99, "frustrator"), (-1, 0, "frustrator"),
        (-11, 9, "hybrid"), (-11.01, 8.99, "dissatisfier"), (-9, 11, "hybrid"), (-8.99, 11.01, "satisfier"),
        (-3, 7, "satisfier"), (-2.99, 7.01, "delighter"), (0, 1, "delighter"),
    ],
)  # fmt: skip
def test_an_edge_belongs_to_the_milder_type(penalty, reward, expected):
    assert impact_type(penalty=penalty, reward=reward).value == expected


def test_other_cuts_may_be_given():
    milder = [attrs.evolve(row) for row in IMPACT_TYPES.rows]
    milder[0] = attrs.evolve(milder[0], below=-0.8)
    milder[1] = attrs.evolve(milder[1], at_least=-0.8)
    own = attrs.evolve(IMPACT_TYPES, name="own", rows=milder)

    assert impact_type(penalty=-7.01, reward=2.99, table=own) is ImpactType.DISSATISFIER


@pytest.mark.parametrize(
    ("model", "given_", "words"),
    [
        (impact_type, {"penalty": -1, "reward": 3}, "the index is 0.5 (above 0.4 and at most 1)"),
        (kano_category, {"functional": "like", "dysfunctional": "dislike"}, "I like it that way"),
        (kano_quadrant, {"functional_score": 2, "dysfunctional_score": 1}, "score of having the feature 2 is high"),
    ],
)
def test_an_answer_says_what_decided_it(model, given_, words):
    assert words in explain(model, **given_)
    assert "因" in explain(model, language="zh", **given_)
