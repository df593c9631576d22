from __future__ import annotations

import math

import attrs
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel.errors import DomainError, LabelError, ServiceModelError, TableError
from servicemodel.sources import Evidence
from servicemodel.survey import (
    ACSI_OHIO,
    CES_1,
    CES_2,
    FIVE_POINT,
    NPS_GROUPS,
    TEN_POINT,
    ZERO_TO_TEN,
    Box,
    CesMethod,
    Effort,
    NpsGroup,
    acsi,
    acsi_score,
    ces,
    csat,
    dsat,
    nps,
    nps_group,
    score_difference,
)
from servicemodel.tables import Band, Bands

likelihoods = st.lists(st.integers(0, 10), min_size=1, max_size=30)
ratings = st.lists(st.floats(1, 5, allow_subnormal=False), min_size=1, max_size=30)


def near(value, other):
    return value == pytest.approx(other, rel=1e-9, abs=1e-9)


# --- worked examples -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("nps"), ids=lambda row: row["counts"])
def test_net_promoter_scores_are_as_printed(row):
    detractors, passives, promoters = map(int, row["counts"].split("-"))
    score = nps(answers=[6] * detractors + [8] * passives + [9] * promoters, interval="wald")

    assert score.value == pytest.approx(float(row["value"]), abs=5e-5)
    assert score.variance == pytest.approx(float(row["variance"]), abs=5e-10)
    assert score.standard_error == pytest.approx(float(row["standard_error"]), abs=5e-4)
    if "low" in row:
        adjusted = nps(answers=[0] * detractors + [7] * passives + [10] * promoters)
        assert (score.low, score.high) == pytest.approx((float(row["low"]), float(row["high"])), abs=5e-5)
        assert (adjusted.low, adjusted.high) == pytest.approx(
            (float(row["adjusted_low"]), float(row["adjusted_high"])), abs=5e-5
        )


@pytest.mark.parametrize("row", printed("csat"), ids=lambda row: row["counts"])
def test_the_share_of_satisfied_customers_is_as_printed(row):
    counts = [int(count) for count in row["counts"].split("-")]
    answers = [point for point, count in zip((5, 4, 3, 2, 1), counts, strict=True) for _ in range(count)]
    score = csat(answers=answers, scale=FIVE_POINT)

    assert score.value == pytest.approx(float(row["value"]), abs=5e-10)
    assert dict(score.counts) == {Box.OUTSIDE: sum(counts[2:]), Box.INSIDE: sum(counts[:2])}
    if "low" in row:
        assert (score.low, score.high) == pytest.approx((float(row["low"]), float(row["high"])), abs=5e-5)


@pytest.mark.parametrize("row", printed("acsi"), ids=lambda row: row["table"] + row["answers"])
def test_the_satisfaction_index_is_as_printed(row):
    satisfaction, disconfirmation, ideal = map(int, row["answers"].split("-"))
    given = {"satisfaction": satisfaction, "disconfirmation": disconfirmation, "ideal": ideal}
    table = {"table": ACSI_OHIO} if row["table"] == "ohio" else {}

    assert acsi_score(**given, **table) == pytest.approx(float(row["value"]), rel=1e-9, abs=1e-9)
    assert acsi(**{name: [value] for name, value in given.items()}, **table).value == pytest.approx(
        float(row["value"]), rel=1e-9, abs=1e-9
    )


# --- groups ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "group"),
    [
        (0, "detractor"),
        (6, "detractor"),
        (6.5, "detractor"),
        (math.nextafter(7, 0), "detractor"),
        (7, "passive"),
        (8, "passive"),
        (8.5, "passive"),
        (math.nextafter(9, 0), "passive"),
        (9, "promoter"),
        (10, "promoter"),
    ],
)
def test_every_answer_has_exactly_one_group(answer, group):
    assert nps_group(likelihood=answer) is NpsGroup(group)
    assert dict(nps(answers=[answer]).counts) == {one: int(one is NpsGroup(group)) for one in NpsGroup}


def test_answers_between_whole_numbers_are_counted_and_missing_ones_are_not():
    score = nps(answers=[10, 10, math.nan, None, 8.5, 6.5])

    assert score.value == 0.25
    assert (score.n, score.missing) == (4, 2)
    assert [count for _, count in score.counts] == [1, 1, 2]


@pytest.mark.parametrize("answer", [-1, 11, 10.0001])
def test_an_answer_off_the_scale_is_refused(answer):
    with pytest.raises(DomainError, match="a number from 0 to 10"):
        nps(answers=[5, answer])
    with pytest.raises(DomainError):
        nps_group(likelihood=answer)


@pytest.mark.parametrize("scale", [TEN_POINT, FIVE_POINT, attrs.evolve(ZERO_TO_TEN, direction="lower_is_better")])
def test_a_net_promoter_score_on_another_scale_is_refused(scale):
    with pytest.raises(ServiceModelError, match="asked on 0 to 10, higher is better"):
        nps(answers=[5], scale=scale)


def test_a_table_of_your_own_moves_the_edges_and_another_kind_is_refused():
    detractor, passive, promoter = NPS_GROUPS.rows
    strict = attrs.evolve(
        NPS_GROUPS, rows=(detractor, attrs.evolve(passive, below=10), attrs.evolve(promoter, at_least=10))
    )

    assert nps(answers=[9, 10], table=strict).value == 0.5
    assert nps_group(likelihood=9, table=strict) is NpsGroup.PASSIVE
    with pytest.raises(TypeError, match="Bands of NpsGroup"):
        nps(answers=[9], table=ACSI_OHIO)
    other = Bands(name="x", title=NPS_GROUPS.title, evidence=Evidence.CONVENTION, rows=(Band(label=NpsGroup.PASSIVE),))
    with pytest.raises(TableError, match="must name detractor, passive and promoter"):
        nps_group(likelihood=9, table=other)


@pytest.mark.parametrize(("boxes", "best", "worst"), [(1, 1, 1), (2, 2, 2), (3, 4, 3), (4, 5, 4)])
def test_boxes_count_from_both_ends_and_their_edges_belong_to_them(boxes, best, worst):
    answers = [1, 2, 3, 3.5, 4, 5][:6]

    assert csat(answers=answers, scale=FIVE_POINT, boxes=boxes).value * 6 == pytest.approx(best)
    assert dsat(answers=answers, scale=FIVE_POINT, boxes=boxes).value * 6 == pytest.approx(
        {1: 1, 2: 2, 3: 3, 4: 5}[worst]
    )


def test_just_below_the_box_is_outside():
    assert csat(answers=[math.nextafter(4, 0)], scale=FIVE_POINT).value == 0
    assert csat(answers=[4], scale=FIVE_POINT).value == 1
    assert dsat(answers=[math.nextafter(2, 3)], scale=FIVE_POINT).value == 0


def test_where_lower_is_better_the_boxes_change_ends():
    effort = attrs.evolve(FIVE_POINT, direction="lower_is_better")

    assert csat(answers=[1, 2, 3], scale=effort).value == pytest.approx(2 / 3)
    assert dsat(answers=[1, 2, 5], scale=effort).value == pytest.approx(1 / 3)


@pytest.mark.parametrize("boxes", [0, -1, 5, 100])
def test_boxes_that_the_scale_does_not_have_are_refused(boxes):
    with pytest.raises(DomainError, match="boxes must be from 1 to 4, fewer than the answers of 'five_point'"):
        csat(answers=[1], scale=FIVE_POINT, boxes=boxes)


@pytest.mark.parametrize("boxes", [True, 2.0, "2"])
def test_boxes_are_a_whole_number(boxes):
    with pytest.raises(TypeError, match="boxes must be a whole number"):
        dsat(answers=[1], scale=FIVE_POINT, boxes=boxes)


@given(ratings)
def test_best_middle_and_worst_are_everyone(answers):
    best, worst = csat(answers=answers, scale=FIVE_POINT), dsat(answers=answers, scale=FIVE_POINT)
    middle = sum(2 < answer < 4 for answer in answers) / len(answers)

    assert near(best.value + middle + worst.value, 1)


@pytest.mark.parametrize(
    ("answer", "effort"),
    [(1, "difficult"), (3, "difficult"), (3.01, "neutral"), (4.99, "neutral"), (5, "easy"), (7, "easy")],
)
def test_ease_is_a_point_from_the_middle(answer, effort):
    score = ces(answers=[answer], scale=CES_2, method="net_easy")

    assert dict(score.counts)[Effort(effort)] == 1


def test_the_first_version_of_effort_runs_the_other_way():
    assert ces(answers=[1, 2, 5], scale=CES_1, method=CesMethod.EASY_SHARE).value == pytest.approx(2 / 3)
    assert ces(answers=[1, 2, 5], scale=CES_1).value == pytest.approx(8 / 3)
    with pytest.raises(ServiceModelError, match="different scales cannot be compared"):
        score_difference(ces(answers=[1, 2], scale=CES_1), ces(answers=[1, 2], scale=CES_2))


@given(st.lists(st.integers(1, 7), min_size=1, max_size=20), st.sampled_from(["easy_share", "net_easy"]))
def test_turning_the_scale_of_effort_round_leaves_the_shares(answers, method):
    turned = attrs.evolve(CES_2, direction="lower_is_better")

    assert near(
        ces(answers=answers, scale=CES_2, method=method).value,
        ces(answers=[CES_2.reverse(a) for a in answers], scale=turned, method=method).value,
    )


def test_an_unknown_method_and_a_scale_of_two_points_are_refused():
    with pytest.raises(LabelError, match="is not a CesMethod"):
        ces(answers=[1], scale=CES_2, method="median")
    with pytest.raises(ServiceModelError, match="three points or more; 'five_point' has 2"):
        ces(answers=[1], scale=attrs.evolve(FIVE_POINT, high=2))
