from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel.errors import DomainError, MissingError
from servicemodel.quality import COURSE_GAPS, FIVE_GAPS, CourseGap, GapActor, ServiceGap, ServiceNode, five_gaps
from servicemodel.sources import Evidence

NODES = [node.value for node in ServiceNode]
scores = st.fixed_dictionaries({node: st.floats(1, 7) for node in NODES})
EXAMPLE = {
    "expectation": 6.5, "management_view": 6, "standard": 5.5, "delivery": 4, "promise": 6, "performance": 4.5,
}  # fmt: skip


def near(value, other):
    return value == pytest.approx(other, rel=1e-9, abs=1e-9)


@given(found=scores)
def test_gaps_one_to_three_and_what_is_perceived_beyond_delivery_add_up_to_gap_five(found):
    gaps = five_gaps(**found)

    assert near(gaps.customer, gaps.knowledge + gaps.standards + gaps.delivery + gaps.perceived_beyond)


@given(found=scores)
def test_each_gap_is_the_first_node_less_the_second(found):
    gaps = five_gaps(**found)

    for entry in FIVE_GAPS.entries:
        first, second = entry.between
        assert getattr(gaps, entry.key.value) == found[first.value] - found[second.value]


@given(score=st.floats(1, 7), performance=st.floats(1, 7))
def test_without_gaps_one_to_four_gap_five_is_what_is_perceived_beyond_delivery(score, performance):
    gaps = five_gaps(**{**dict.fromkeys(NODES, score), "performance": performance})

    assert gaps.knowledge == gaps.standards == gaps.delivery == gaps.communication == 0
    assert gaps.customer == gaps.perceived_beyond


@given(found=scores, shift=st.floats(-3, 3))
def test_a_shift_of_all_six_changes_nothing(found, shift):
    one, other = five_gaps(**found), five_gaps(**{node: score + shift for node, score in found.items()})

    assert all(near(getattr(one, gap.value), getattr(other, gap.value)) for gap in ServiceGap)


@given(found=scores)
def test_the_largest_gap_is_the_lowest_of_the_four_of_the_provider(found):
    gaps = five_gaps(**found)
    own = [gaps.knowledge, gaps.standards, gaps.delivery, gaps.communication]

    assert gaps.largest_gap is list(ServiceGap)[own.index(min(own))]


def test_arrays_have_codes_and_a_missing_score_leaves_its_case_out():
    gaps = five_gaps(**{**EXAMPLE, "standard": [5.5, None, 3]})

    assert gaps.largest_gap.tolist() == [3, -1, 1]
    np.testing.assert_array_equal(gaps.standards, [-0.5, np.nan, -3])
    np.testing.assert_array_equal(gaps.customer, [-2, np.nan, -2])
    assert "差距 5 = 差距 1 + 差距 2 + 差距 3 +（感知减实际提供）" in gaps.to_html("zh")


def test_the_result_shows_how_the_gaps_add_up():
    gaps = five_gaps(**EXAMPLE)

    assert "= (−0.5) + (−0.5) + (−1.5) + 0.5 = −2" in gaps.to_html()
    assert "lowest of gaps 1 to 4: communication gap" in gaps.to_html()
    assert "差距 1：管理者认识差距：−0.5" in gaps.describe("zh")


def test_what_is_no_score_is_refused():
    with pytest.raises(DomainError, match="standard"):
        five_gaps(**{**EXAMPLE, "standard": inf})
    with pytest.raises(MissingError, match="promise"):
        five_gaps(**{**EXAMPLE, "promise": None})


def test_a_column_of_a_frame_is_refused():
    nw = pytest.importorskip("narwhals")

    with pytest.raises(TypeError, match="delivery is a frame expression"):
        five_gaps(**{**EXAMPLE, "delivery": nw.col("delivery")})


def test_every_gap_has_its_own_pair_of_nodes_and_of_actors():
    nodes = [frozenset(entry.between) for entry in FIVE_GAPS.entries]
    actors = [frozenset(entry.actors) for entry in FIVE_GAPS.entries]

    assert [entry.key for entry in FIVE_GAPS.entries] == list(ServiceGap)
    assert len(set(nodes)) == len(set(actors)) == 5
    assert set().union(*actors) == set(GapActor)
    assert set().union(*nodes) == set(ServiceNode)


def test_the_variant_of_the_course_says_that_its_order_is_our_reading():
    assert [entry.key for entry in COURSE_GAPS.entries] == list(CourseGap)
    assert COURSE_GAPS.evidence is Evidence.CONVENTION
    assert COURSE_GAPS.citations[0].evidence is Evidence.COURSE
    assert ServiceGap.COMMUNICATION not in [entry.nearest for entry in COURSE_GAPS.entries]
    assert "variant" in COURSE_GAPS.title.en


def test_gaps_with_the_same_ones_missing_are_the_same():
    nodes = {name: np.array([5.0, np.nan]) for name in NODES}

    assert five_gaps(**nodes) == five_gaps(**nodes)
