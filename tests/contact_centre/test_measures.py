"""The measures on counts and durations: worked examples, the order of the three service levels, edges, refusals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import inf, isclose, nan, nextafter
from sys import float_info

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, strategies as st

import servicemodel
from printed import printed
from servicemodel import (
    AbandonTreatment,
    Evidence,
    abandonment_rate,
    average_handle_time,
    average_speed_of_answer,
    explain,
    first_contact_resolution,
    occupancy,
    schedule_adherence,
    service_level,
)
from servicemodel.errors import DomainError, LabelError, MissingError

ROWS = printed("contact_centre")
counts = st.integers(0, 10**9)
seconds = st.floats(0, 1e9)
NEGATIVE, IGNORED, POSITIVE = AbandonTreatment


def _value(text):
    return float(text) if text[0].isdigit() else text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['model']}({row['inputs']})")
def test_a_worked_example_comes_out_as_it_is_printed(row):
    inputs = {name: _value(text) for name, _, text in (pair.partition("=") for pair in row["inputs"].split(";"))}

    answer = Decimal(getattr(servicemodel, row["model"])(**inputs))

    places = Decimal(1).scaleb(-int(row["places"]))
    assert answer.quantize(places, ROUND_HALF_UP) == Decimal(row["expected"])


def test_every_worked_example_says_where_it_comes_from_and_what_was_checked():
    assert {Evidence(row["evidence"]) for row in ROWS} == {Evidence.PUBLISHED, Evidence.DERIVED}
    assert all(row["source"] for row in ROWS)


# --- service level ----------------------------------------------------------------------------------------------------


@given(answered=counts, abandoned=counts, beyond=counts)
def test_the_three_service_levels_stand_in_their_order(answered, abandoned, beyond):
    assume(answered + beyond > 0)
    given_ = {
        "answered_within": answered,
        "abandoned_within": abandoned,
        "offered": answered + abandoned + beyond,
    }

    negative, ignored, positive = (service_level(**given_, treatment=how) for how in AbandonTreatment)

    assert 0 <= negative <= ignored <= positive <= 1
    assert isclose(ignored, Fraction(answered, answered + beyond), rel_tol=1e-15)
    if abandoned == 0:
        assert negative == ignored == positive


@given(answered=counts, beyond=st.integers(1, 10**9), abandoned=counts)
def test_one_more_who_gives_up_in_time_never_raises_the_negative_nor_lowers_the_positive(answered, beyond, abandoned):
    def level(more, how):
        total = answered + beyond + abandoned + more
        return service_level(answered_within=answered, abandoned_within=abandoned + more, offered=total, treatment=how)

    assert level(1, NEGATIVE) <= level(0, NEGATIVE)
    assert level(1, IGNORED) == level(0, IGNORED)
    assert level(1, POSITIVE) >= level(0, POSITIVE)


def test_negative_is_the_treatment_unless_another_is_named():
    assert service_level(answered_within=75, abandoned_within=5, offered=100) == 0.75
    assert service_level(answered_within=75, abandoned_within=5, offered=100, treatment="positive") == 0.8


def test_each_row_of_an_interval_table_may_have_a_treatment_of_its_own():
    names = ["negative", "ignored", "positive", None]
    codes = AbandonTreatment.codes(names)

    by_name = service_level(answered_within=75, abandoned_within=5, offered=100, treatment=names)
    by_code = service_level(answered_within=[75] * 4, abandoned_within=5, offered=100, treatment=codes)

    assert by_name[:3].tolist() == [0.75, 75 / 95, 0.8]
    assert np.isnan(by_name[3])
    np.testing.assert_array_equal(by_name, by_code)


def test_those_answered_and_those_who_gave_up_are_among_those_offered():
    assert service_level(answered_within=75, abandoned_within=25, offered=100, treatment=POSITIVE) == 1
    with pytest.raises(
        DomainError, match=r"answered_within must be .*≤ offered \(abandoned_within=25, offered=100\); got 76"
    ):
        service_level(answered_within=76, abandoned_within=25, offered=100)
    with pytest.raises(DomainError, match="answered_within must be such that") as caught:
        service_level(answered_within=np.array([200, 250], np.uint8), abandoned_within=np.uint8(10), offered=250)
    assert (caught.value.index, caught.value.count) == (1, 1)


def test_to_ignore_all_that_was_offered_leaves_nothing_to_divide_by():
    every = {"answered_within": 0, "abandoned_within": 4, "offered": 4}

    assert service_level(**every, treatment=NEGATIVE) == 0
    assert service_level(**every, treatment=POSITIVE) == 1
    assert service_level(**every | {"offered": 5}, treatment=IGNORED) == 0
    for treatment in (IGNORED, "ignored", ["positive", "ignored"]):
        with pytest.raises(DomainError, match="not all that was offered is ignored"):
            service_level(**every, treatment=treatment)


def test_an_unknown_treatment_is_refused():
    with pytest.raises(LabelError, match="'neutral' is not an AbandonTreatment"):
        service_level(answered_within=1, abandoned_within=0, offered=1, treatment="neutral")
    with pytest.raises(MissingError, match="treatment is missing"):
        service_level(answered_within=1, abandoned_within=0, offered=1, treatment=None)


def test_frames_leave_out_intervals_that_have_no_service_level_and_list_them():
    frames = pytest.importorskip("servicemodel.frames", reason="needs narwhals")
    table = pd.DataFrame({"a": [75, 0, 0, None], "b": [5, 0, 4, 1], "n": [100, 0, 4, 9]})
    columns = {"answered_within": "a", "abandoned_within": "b", "offered": "n", "treatment": IGNORED}

    scored = frames.score(table, service_level, **columns)["service_level"]
    refused = frames.rejects(table, service_level, **columns)["reason"]

    assert scored.isna().tolist() == [False, True, True, True]
    assert scored[0] == 75 / 95
    assert refused.index.tolist() == [1, 2]
    assert "offered must be a finite number above 0" in refused[1]
    assert "not all that was offered is ignored" in refused[2]


def test_a_frame_may_have_a_column_of_treatments():
    frames = pytest.importorskip("servicemodel.frames", reason="needs narwhals")
    table = pd.DataFrame({"b": [5, 5, 5, 100], "how": ["negative", "ignored", None, "ignored"]})
    columns = {"answered_within": 0, "abandoned_within": "b", "offered": 100, "treatment": "how"}

    assert frames.score(table, service_level, **columns)["service_level"].isna().tolist() == [False, False, True, True]
    assert frames.rejects(table, service_level, **columns).index.tolist() == [3]


def test_an_explanation_names_the_treatment():
    said = [
        explain(
            service_level, answered_within=75, abandoned_within=5, offered=100, treatment="ignored", language=language
        )
        for language in ("en", "zh")
    ]

    assert "75 of 100 were answered within the threshold, and abandoning within it (5) ignored" in said[0]
    assert "限时内放弃的 5 次忽略" in said[1]


# --- the others -------------------------------------------------------------------------------------------------------


@given(answered=st.integers(1, 10**9), long=counts, short=counts)
def test_dropping_short_abandons_never_raises_the_abandonment_rate(answered, long, short):
    abandoned, offered = long + short, answered + long + short
    every = abandonment_rate(abandoned=abandoned, offered=offered)
    without = abandonment_rate(abandoned=abandoned, offered=offered, short_abandons=short)

    assert 0 <= without <= every < 1
    assert isclose(without, Fraction(long, answered + long), rel_tol=1e-15)


def test_short_abandons_are_among_the_abandoned_and_leave_something():
    assert abandonment_rate(abandoned=4, offered=5, short_abandons=4) == 0
    with pytest.raises(DomainError, match=r"short_abandons must be such that .* short_abandons ≤ abandoned"):
        abandonment_rate(abandoned=4, offered=5, short_abandons=nextafter(4, 5))
    with pytest.raises(DomainError, match=r"short_abandons must be such that something is left"):
        abandonment_rate(abandoned=5, offered=5, short_abandons=5)
    with pytest.raises(DomainError, match=r"abandoned must be such that .* abandoned ≤ offered \(offered=5\)"):
        abandonment_rate(abandoned=6, offered=5)


@given(busy=seconds, free=seconds, factor=st.sampled_from([0.5, 2, 1024]))
def test_occupancy_is_a_share_and_needs_no_unit(busy, free, factor):
    assume(busy + free > 1e-9)
    share = occupancy(handle_seconds=busy, available_seconds=free)

    assert 0 <= share <= 1
    assert isclose(share + occupancy(handle_seconds=free, available_seconds=busy), 1, rel_tol=1e-12)
    assert isclose(share, occupancy(handle_seconds=factor * busy, available_seconds=factor * free), rel_tol=1e-12)


def test_occupancy_needs_some_time_and_a_sum_that_float64_holds():
    assert occupancy(handle_seconds=0, available_seconds=5e-324) == 0
    assert occupancy(handle_seconds=float_info.max, available_seconds=0) == 1
    for busy, free in ((0, 0), (float_info.max, float_info.max)):
        with pytest.raises(DomainError, match="handle_seconds must be such that there is time to share"):
            occupancy(handle_seconds=busy, available_seconds=free)
    with pytest.raises(DomainError, match="there is time to share") as caught:
        occupancy(handle_seconds=[0, 0], available_seconds=[1, 0])
    assert caught.value.index == 1


@given(talk=seconds, hold=seconds, after_call=seconds, handled=st.integers(1, 10**6))
def test_a_handle_time_is_the_sum_of_its_three_parts(talk, hold, after_call, handled):
    def mean(talk=0, hold=0, after_call=0):
        return average_handle_time(
            total_talk_seconds=talk, total_hold_seconds=hold, total_after_call_seconds=after_call, handled=handled
        )

    assert isclose(
        mean(talk, hold, after_call), mean(talk) + mean(hold=hold) + mean(after_call=after_call), rel_tol=1e-12
    )


@given(waits=st.lists(seconds, min_size=1, max_size=20))
def test_the_average_speed_of_answer_lies_between_the_shortest_and_the_longest_wait(waits):
    speed = average_speed_of_answer(total_wait_seconds=sum(waits), answered=len(waits))

    assert min(waits) * (1 - 1e-12) <= speed <= max(waits) * (1 + 1e-12)


DENOMINATORS = [
    (service_level, {"answered_within": 0, "abandoned_within": 0}, "offered"),
    (abandonment_rate, {"abandoned": 0}, "offered"),
    (average_speed_of_answer, {"total_wait_seconds": 0}, "answered"),
    (
        average_handle_time,
        {"total_talk_seconds": 0, "total_hold_seconds": 0, "total_after_call_seconds": 0},
        "handled",
    ),
    (first_contact_resolution, {"resolved_first": 0}, "total_contacts"),
    (schedule_adherence, {"adherent_seconds": 0}, "scheduled_seconds"),
]


@pytest.mark.parametrize(("function", "rest", "denominator"), DENOMINATORS)
def test_nothing_to_divide_by_is_refused_and_the_least_there_is_is_not(function, rest, denominator):
    assert function(**rest, **{denominator: 5e-324}) == 0
    for value in (0, -1, inf):
        with pytest.raises(DomainError, match=f"{denominator} must be a finite number above 0"):
            function(**rest, **{denominator: value})
        with pytest.raises(DomainError, match=f"{denominator} must be .* at index 1"):
            function(**rest, **{denominator: [1, value]})
    for value in (None, nan):
        with pytest.raises(MissingError, match=f"{denominator} is missing"):
            function(**rest, **{denominator: value})
        assert np.isnan(function(**rest, **{denominator: [1, value]})).tolist() == [False, True]


@pytest.mark.parametrize(
    ("function", "part", "whole"),
    [
        (first_contact_resolution, "resolved_first", "total_contacts"),
        (schedule_adherence, "adherent_seconds", "scheduled_seconds"),
    ],
)
@given(whole_value=st.integers(1, 10**9), share=st.floats(0, 1))
def test_a_part_is_at_most_its_whole(function, part, whole, whole_value, share):
    assert 0 <= function(**{part: int(whole_value * share), whole: whole_value}) <= 1
    assert function(**{part: whole_value, whole: whole_value}) == 1
    with pytest.raises(DomainError, match=f"{part} must be such that it is a part of the whole, {part} ≤ {whole}"):
        function(**{part: nextafter(whole_value, inf), whole: whole_value})
