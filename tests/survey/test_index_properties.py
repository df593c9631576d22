"""What holds of every index, whatever was answered."""

from __future__ import annotations

import math

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel.survey import (
    ACSI_OHIO,
    CES_2,
    FIVE_POINT,
    TEN_POINT,
    Effort,
    acsi_score,
    ces,
    csat,
    dsat,
    mean_score,
    nps,
    percent_of_maximum,
)

likelihoods = st.lists(st.integers(0, 10), min_size=1, max_size=30)
ratings = st.lists(st.integers(1, 5), min_size=1, max_size=30)
efforts = st.lists(st.integers(1, 7), min_size=1, max_size=30)
asked = st.tuples(*[st.floats(1, 10, allow_subnormal=False)] * 3)


def near(value, other):
    return value == pytest.approx(other, rel=1e-9, abs=1e-9)


def index(answers, **table):
    return acsi_score(**dict(zip(ACSI_OHIO.shares, answers, strict=True)), **table)


# --- net promoter score ----------------------------------------------------------------------------------------------


@given(likelihoods, st.data())
def test_only_the_group_of_an_answer_counts_for_the_net_promoter_score(answers, data):
    inside = {**dict.fromkeys(range(7), (0, 6)), 7: (7, 8), 8: (7, 8), 9: (9, 10), 10: (9, 10)}
    others = [data.draw(st.integers(*inside[answer])) for answer in answers]
    one, other = nps(answers=answers), nps(answers=others)

    assert (one.value, one.counts, one.low, one.high) == (other.value, other.counts, other.low, other.high)
    assert -1 <= one.value <= 1
    assert near(one.value * len(answers), round(one.value * len(answers)))


@given(likelihoods)
def test_the_variance_is_that_of_plus_one_nothing_and_minus_one(answers):
    points = [(answer >= 9) - (answer <= 6) for answer in answers]

    assert near(nps(answers=answers).variance, np.var(points))


# --- shares of the best and the worst --------------------------------------------------------------------------------


@given(ratings, st.integers(0, 29))
def test_a_better_answer_never_lowers_the_share_of_the_satisfied(answers, place):
    place %= len(answers)
    better = [*answers[:place], min(5, answers[place] + 1), *answers[place + 1 :]]

    assert 0 <= csat(answers=answers, scale=FIVE_POINT).value <= csat(answers=better, scale=FIVE_POINT).value <= 1
    assert 1 >= dsat(answers=answers, scale=FIVE_POINT).value >= dsat(answers=better, scale=FIVE_POINT).value >= 0


@given(ratings, st.integers(2, 5))
def test_the_same_answers_several_times_leave_the_share_and_shrink_the_error(answers, times):
    once, often = csat(answers=answers, scale=FIVE_POINT), csat(answers=answers * times, scale=FIVE_POINT)

    assert near(often.value, once.value)
    assert near(often.standard_error * math.sqrt(times), once.standard_error)
    assert near(once.variance, once.value * (1 - once.value))


@given(ratings)
def test_only_the_box_of_an_answer_counts_for_the_shares(answers):
    recoded = [{5: 4, 4: 5, 3: 3, 2: 1, 1: 2}[answer] for answer in answers]

    for share in (csat, dsat):
        assert share(answers=answers, scale=FIVE_POINT).value == share(answers=recoded, scale=FIVE_POINT).value


# --- effort ----------------------------------------------------------------------------------------------------------


@given(efforts)
def test_turning_the_answers_of_effort_round_swaps_easy_and_difficult(answers):
    turned = [CES_2.reverse(answer) for answer in answers]
    one, other = (ces(answers=given, scale=CES_2, method="net_easy") for given in (answers, turned))
    here, there = dict(one.counts), dict(other.counts)

    assert (here[Effort.EASY], here[Effort.DIFFICULT]) == (there[Effort.DIFFICULT], there[Effort.EASY])
    assert near(one.value, -other.value)
    assert -1 <= one.value <= 1
    assert 1 <= ces(answers=answers, scale=CES_2).value <= 7
    assert 0 <= ces(answers=answers, scale=CES_2, method="easy_share").value <= 1


# --- index of three questions ----------------------------------------------------------------------------------------


@given(asked)
def test_the_index_is_the_percentage_of_the_weighted_mean(answers):
    mean = sum(share * answer for share, answer in zip(ACSI_OHIO.shares.values(), answers, strict=True))

    assert near(index(answers, table=ACSI_OHIO), TEN_POINT.percent_of_maximum(mean))
    assert -1e-9 <= index(answers, table=ACSI_OHIO) <= 100 + 1e-9


@given(asked, st.integers(0, 2), st.floats(0, 9))
def test_the_index_rises_with_each_answer_by_its_share(answers, place, more):
    more = min(more, 10 - answers[place])
    raised = [*answers[:place], answers[place] + more, *answers[place + 1 :]]
    share = list(ACSI_OHIO.shares.values())[place]

    assert near(index(raised, table=ACSI_OHIO) - index(answers, table=ACSI_OHIO), 100 * share * more / 9)


@given(asked, st.floats(0.01, 1000))
def test_only_the_proportions_of_weights_count_for_the_index(answers, times):
    rows = [attrs.evolve(row, weight=times * row.weight) for row in ACSI_OHIO.rows]
    table = attrs.evolve(ACSI_OHIO, rows=rows)

    assert near(index(answers, table=table), index(answers, table=ACSI_OHIO))


# --- percent of maximum ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("percent_of_maximum"), ids=lambda row: f"{row['answer']} of {row['highest']}")
def test_percentages_of_the_maximum_are_as_printed(row):
    numbers = {name: float(row[name]) for name in ("answer", "lowest", "highest")}

    assert percent_of_maximum(**numbers) == float(row["percent"])


@given(st.integers(-100, 100), st.integers(0, 50), st.integers(0, 50), st.integers(-100, 100), st.integers(1, 10))
def test_percentages_have_their_ends_their_middle_and_no_unit(low, below, above, shift, unit):
    answer, high = low + below, low + below + above + 1
    there = percent_of_maximum(answer=answer, lowest=low, highest=high)
    other = percent_of_maximum(answer=unit * answer + shift, lowest=unit * low + shift, highest=unit * high + shift)

    assert percent_of_maximum(answer=low, lowest=low, highest=high) == 0
    assert percent_of_maximum(answer=high, lowest=low, highest=high) == 100
    assert percent_of_maximum(answer=(low + high) / 2, lowest=low, highest=high) == 50
    assert near(percent_of_maximum(answer=low + high - answer, lowest=low, highest=high), 100 - there)
    assert near(other, there)


@given(ratings)
def test_the_percentage_of_the_mean_is_the_mean_of_the_percentages(answers):
    mean = mean_score(answers=answers, scale=FIVE_POINT).value
    percentages = [percent_of_maximum(answer=answer, lowest=1, highest=5) for answer in answers]

    assert near(percent_of_maximum(answer=min(max(mean, 1), 5), lowest=1, highest=5), np.mean(percentages))


def test_nobody_answered_has_no_variance():
    assert nps(answers=[]).variance is None
    assert mean_score(answers=[4], scale=FIVE_POINT).variance is None
    assert mean_score(answers=[4, 2], scale=FIVE_POINT).variance == pytest.approx(2)
