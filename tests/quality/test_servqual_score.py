from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel.errors import MissingError, TableError
from servicemodel.labels import Text
from servicemodel.quality import (
    QUALITY_MEASURES,
    RATER_DIMENSIONS,
    RATER_ORDER,
    SERVQUAL_1988,
    SERVQUAL_1994,
    SERVQUAL_EQUAL,
    SERVQUAL_ORDER,
    SERVQUAL_WEIGHTS,
    TEN_DIMENSIONS,
    QualityDeterminant,
    QualityMeasure,
    QualityState,
    RaterDimension,
    quality_state,
    servqual_score,
)
from servicemodel.sources import Evidence
from servicemodel.tables import Band, Bands, Weight, Weights

R = RaterDimension
PRINTED = printed("servqual")[0]
GAPS = {dimension: float(PRINTED[dimension.value]) for dimension in R}
gaps = st.fixed_dictionaries({dimension.value: st.floats(-6, 6) for dimension in R})


def weights_of(points):
    rows = [Weight(key=key, weight=weight, text=Text(key, key)) for key, weight in points.items()]
    return Weights(name="mine", title=Text("mine", "自定"), evidence=Evidence.CONVENTION, rows=rows)


points = st.fixed_dictionaries({dimension.value: st.integers(0, 100) for dimension in R}).filter(
    lambda found: any(found.values())
)


def near(value, other):
    return value == pytest.approx(other, rel=1e-9, abs=1e-9)


# --- items and dimensions --------------------------------------------------------------------------------------------


def test_the_items_of_1988_lie_in_their_dimensions_and_nine_are_keyed_in_reverse():
    numbers = {d: [SERVQUAL_1988.ids.index(item.id) + 1 for item in SERVQUAL_1988.items_of(d)] for d in SERVQUAL_ORDER}

    assert list(numbers.values()) == [
        [1, 2, 3, 4],
        [5, 6, 7, 8, 9],
        [10, 11, 12, 13],
        [14, 15, 16, 17],
        [18, 19, 20, 21, 22],
    ]
    reverse = [place for place, item in enumerate(SERVQUAL_1988.items, start=1) if item.reverse_keyed]
    assert reverse == [10, 11, 12, 13, 18, 19, 20, 21, 22]
    assert (SERVQUAL_1988.scale.low, SERVQUAL_1988.scale.high) == (1, 7)


def test_the_21_items_of_1994_lie_in_their_dimensions_and_none_is_keyed_in_reverse():
    sizes = {d.key: len(SERVQUAL_1994.items_of(d.key)) for d in SERVQUAL_1994.dimensions}

    assert sizes == {"reliability": 5, "responsiveness": 3, "assurance": 4, "empathy": 4, "tangibles": 5}
    assert not any(item.reverse_keyed for item in SERVQUAL_1994.items)


def test_the_two_orders_hold_the_same_five():
    assert "".join(dimension.value[0] for dimension in RATER_ORDER) == "rater"
    assert set(RATER_ORDER) == set(SERVQUAL_ORDER) == set(R)
    assert [entry.place for entry in RATER_DIMENSIONS.entries] == [2, 4, 1, 5, 3]
    assert [entry.course_word.zh for entry in RATER_DIMENSIONS.entries] == [
        "信赖度",
        "专业度",
        "有形度",
        "同理度",
        "反应度",
    ]


def test_the_ten_dimensions_of_1985_went_into_the_five():
    became = {entry.key: entry.became for entry in TEN_DIMENSIONS.entries}

    assert len(became) == 10
    assert [became[QualityDeterminant(name)] for name in ("tangibles", "reliability", "responsiveness")] == [
        R.TANGIBLES,
        R.RELIABILITY,
        R.RESPONSIVENESS,
    ]
    names = ("communication", "credibility", "security", "competence", "courtesy")
    assert {became[QualityDeterminant(name)] for name in names} == {R.ASSURANCE}
    assert {became[QualityDeterminant(name)] for name in ("understanding", "access")} == {R.EMPATHY}


def test_cronin_and_taylor_compare_four_measures():
    assert [entry.key for entry in QUALITY_MEASURES.entries] == list(QualityMeasure)


# --- the score of five gaps ------------------------------------------------------------------------------------------


def test_the_weights_in_print_sum_to_a_hundred():
    points = {row.key: row.weight for row in SERVQUAL_WEIGHTS.rows}

    assert points == {"reliability": 32, "responsiveness": 22, "assurance": 19, "empathy": 16, "tangibles": 11}
    assert SERVQUAL_WEIGHTS.evidence is Evidence.ATTRIBUTED


def test_the_constructed_example_of_five_gaps():
    found = {dimension.value: gap for dimension, gap in GAPS.items()}

    assert near(servqual_score(**found), float(PRINTED["weighted"]))
    assert near(servqual_score(**found, table=SERVQUAL_EQUAL), float(PRINTED["unweighted"]))


@given(found=gaps, points=points, factor=st.sampled_from([0.5, 3, 100]))
def test_the_score_lies_between_the_gaps_and_only_proportions_of_weights_count(found, points, factor):
    score = servqual_score(**found, table=weights_of(points))

    assert min(found.values()) - 1e-9 <= score <= max(found.values()) + 1e-9
    assert near(score, servqual_score(**found, table=weights_of({k: factor * w for k, w in points.items()})))


@given(found=gaps, other=gaps, factor=st.floats(-3, 3))
def test_the_score_is_linear(found, other, factor):
    mixed = {key: found[key] + factor * other[key] for key in found}

    assert near(servqual_score(**mixed), servqual_score(**found) + factor * servqual_score(**other))


def test_weights_of_other_things_are_refused():
    zero = dict.fromkeys((d.value for d in R), 0)
    for table in (weights_of({"reliability": 1}), {"reliability": 1}):
        with pytest.raises(TableError, match="table must be Weights of reliability"):
            servqual_score(**zero, table=table)


# --- states ----------------------------------------------------------------------------------------------------------


@given(gap=st.floats(-6, 6))
def test_a_gap_has_the_state_of_its_sign(gap):
    assert quality_state(gap=gap).code == 1 + np.sign(gap)


def test_states_have_their_edges_at_zero():
    assert [quality_state(gap=gap) for gap in (-5e-324, 0, 5e-324)] == list(QualityState)
    with pytest.raises(MissingError):
        quality_state(gap=None)


def test_a_small_gap_may_count_as_none():
    rows = (
        Band(label=QualityState.BELOW, below=-0.5),
        Band(label=QualityState.MEETS, at_least=-0.5, at_most=0.5),
        Band(label=QualityState.EXCEEDS, above=0.5),
    )
    table = Bands(name="mine", title=Text("mine", "自定"), evidence=Evidence.CONVENTION, rows=rows)

    assert quality_state(gap=[-0.6, -0.5, 0.5, 0.6], table=table).tolist() == [0, 1, 1, 2]
