"""The measures from single contacts: against a plain count of the rows, at the threshold, with nothing, with rubbish."""

from __future__ import annotations

from math import inf, isclose, nan, nextafter
from statistics import fmean

import attrs
import narwhals as nw
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies as st

from servicemodel import AbandonTreatment, ContactFigures, ContactOutcome, contact_figures, render, service_level
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError

ANSWERED, ABANDONED = ContactOutcome
THRESHOLD, CUT = 20, 5
waits = st.sampled_from([0.0, 4.5, 5.0, 19.5, 20.0, 20.5, 300.0, None])
parts = st.sampled_from([0.0, 30.0, 61.5, None])
rows = st.lists(st.tuples(waits, st.sampled_from([ANSWERED, ABANDONED, None]), parts, parts, parts), max_size=12)

HANDLED = {"talk_seconds": [60, 120], "hold_seconds": 0, "after_call_seconds": [30, None]}
ONE_MINUTE = {"wait_seconds": [10, 30], "outcome": ["answered", "answered"], "threshold_seconds": 20}


def figures_of(drawn, **options):
    options = {"threshold_seconds": THRESHOLD} | options
    columns = [list(column) for column in zip(*drawn, strict=True)] or [[], [], [], [], []]
    names = ("wait_seconds", "outcome", "talk_seconds", "hold_seconds", "after_call_seconds")
    return contact_figures(**dict(zip(names, columns, strict=True)), **options)


def share(part, whole):
    return len(part) / len(whole) if whole else None


@given(drawn=rows)
def test_the_figures_are_those_of_a_plain_count(drawn):
    found = figures_of(drawn, short_abandon_seconds=CUT)

    known = [row for row in drawn if row[0] is not None and row[1] is not None]
    answered = [row for row in known if row[1] is ANSWERED]
    abandoned = [row for row in known if row[1] is ABANDONED]
    counted = answered + [row for row in abandoned if row[0] >= CUT]
    in_time = [row for row in counted if row[0] <= THRESHOLD]
    served, lost = ([row for row in in_time if row[1] is how] for how in (ANSWERED, ABANDONED))
    handled = [row for row in answered if None not in row[2:]]
    assert (found.answered, found.abandoned, found.offered) == (len(answered), len(abandoned), len(known))
    assert (found.counted, found.short_abandons) == (len(counted), len(known) - len(counted))
    assert (found.answered_within, found.abandoned_within) == (len(served), len(lost))
    assert (found.missing, found.handled) == (len(drawn) - len(known), len(handled))
    assert found.missing_handle_times == len(answered) - len(handled)
    assert found.service_level_negative == share(served, counted)
    assert found.service_level_ignored == share(served, [row for row in counted if row not in lost])
    assert found.service_level_positive == share(in_time, counted)
    assert found.abandonment_rate == share([row for row in counted if row[1] is ABANDONED], counted)
    for value, sample in (
        (found.average_speed_of_answer, [row[0] for row in answered]),
        (found.average_handle_time, [sum(row[2:]) for row in handled]),
        (found.average_after_call_work, [row[4] for row in handled]),
    ):
        assert (value is None) == (not sample)
        assert value is None or isclose(value, fmean(sample), rel_tol=1e-12)


@given(drawn=rows, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(drawn, seed):
    shuffled = seed.sample(drawn, len(drawn))

    assert figures_of(shuffled) == figures_of(drawn)


@given(drawn=rows, more=st.sampled_from([0, 0.5, 1, 1000]))
def test_a_longer_threshold_never_lowers_the_service_level_that_ignores_nobody(drawn, more):
    short, long = figures_of(drawn), figures_of(drawn, threshold_seconds=THRESHOLD + more)

    assert short.counted == long.counted
    if short.counted:
        assert short.service_level_negative <= long.service_level_negative
        assert short.service_level_positive <= long.service_level_positive


def test_an_answer_exactly_at_the_threshold_is_in_time_and_a_moment_later_it_is_not():
    found = [
        contact_figures(wait_seconds=[wait], outcome=["answered"], threshold_seconds=20).service_level_negative
        for wait in (nextafter(20, 0), 20, nextafter(20, inf))
    ]

    assert found == [1, 1, 0]


def test_who_gives_up_exactly_at_the_cut_is_counted_and_a_moment_sooner_is_not():
    found = [
        contact_figures(
            wait_seconds=[wait], outcome=["abandoned"], threshold_seconds=20, short_abandon_seconds=10
        ).counted
        for wait in (nextafter(10, 0), 10, nextafter(10, inf))
    ]

    assert found == [0, 1, 1]


def test_a_quick_answer_is_never_short():
    found = contact_figures(wait_seconds=[1], outcome=["answered"], threshold_seconds=20, short_abandon_seconds=10)

    assert (found.counted, found.short_abandons, found.service_level_negative) == (1, 0, 1)


def test_of_nothing_there_are_counts_of_zero_and_no_figures():
    empty = figures_of([])

    assert (empty.offered, empty.missing, empty.handled) == (0, 0, 0)
    assert {getattr(empty, field.name) for field in attrs.fields(ContactFigures) if "None" in f"{field.type}"} == {
        0,
        None,
    }
    assert "service level, abandons ignored: —" in str(empty)
    assert "平均应答速度：—" in empty.describe("zh")


def test_where_all_give_up_at_once_the_service_level_that_ignores_them_has_nothing_to_say():
    found = contact_figures(wait_seconds=[6, 7], outcome=["abandoned"] * 2, threshold_seconds=20)

    assert (found.service_level_negative, found.service_level_ignored, found.service_level_positive) == (0, None, 1)
    assert found.average_speed_of_answer is None


def test_the_figures_agree_with_the_models_on_the_same_counts():
    found = contact_figures(
        wait_seconds=[1, 2, 30, 4], outcome=["answered", "answered", "answered", "abandoned"], threshold_seconds=20
    )
    levels = (found.service_level_negative, found.service_level_ignored, found.service_level_positive)

    assert levels == tuple(
        service_level(answered_within=2, abandoned_within=1, offered=4, treatment=how) for how in AbandonTreatment
    )


def test_outcomes_may_be_members_words_or_codes_and_one_may_stand_for_all():
    words = contact_figures(**ONE_MINUTE)

    for outcome in ([ANSWERED, ANSWERED], np.zeros(2, np.int8), ANSWERED, "answered"):
        assert contact_figures(**{**ONE_MINUTE, "outcome": outcome}) == words
    assert contact_figures(**{**ONE_MINUTE, "outcome": [0, -1]}).missing == 1


def test_columns_of_every_width_and_kind_give_the_same():
    floats = contact_figures(**ONE_MINUTE)

    for wait in (np.array([10, 30], np.uint8), np.array([10, 30], np.float32), np.ma.array([10, 30])):
        assert contact_figures(**{**ONE_MINUTE, "wait_seconds": wait}) == floats
    masked = np.ma.array([10, 30], mask=[False, True])
    assert contact_figures(**{**ONE_MINUTE, "wait_seconds": masked}).missing == 1


def test_a_time_that_a_system_does_not_have_is_written_as_zero_and_never_left_out():
    found = contact_figures(**ONE_MINUTE, **HANDLED)

    assert (found.handled, found.missing_handle_times) == (1, 1)
    assert (found.average_handle_time, found.average_after_call_work) == (90, 30)
    with pytest.raises(MissingError, match="hold_seconds and after_call_seconds missing: a handle time has all three"):
        contact_figures(**ONE_MINUTE, talk_seconds=[60, 120])


def test_without_handle_times_there_is_no_word_of_them():
    without, with_them = contact_figures(**ONE_MINUTE), contact_figures(**ONE_MINUTE, **HANDLED)

    assert without.handled is None
    assert without.average_handle_time is None
    assert "handle" not in str(without)
    assert "average handle time: 90.0 s (of 1 handled)" in str(with_them)
    assert "answered, a handle time missing: 1" in str(with_them)


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"wait_seconds": [10, -1]}, DomainError, "wait_seconds must be .* at least 0 .* at index 1"),
        ({"wait_seconds": [10, inf]}, DomainError, "wait_seconds must be .* at index 1"),
        ({"wait_seconds": ["10", "30"]}, TypeError, "wait_seconds must be .* got the text '10' at index 0"),
        ({"wait_seconds": "10"}, TypeError, "wait_seconds must be .* got the text '10'"),
        ({"wait_seconds": [True, False]}, TypeError, "wait_seconds"),
        ({"wait_seconds": None}, MissingError, "wait_seconds is missing"),
        ({"wait_seconds": pd.Series([10, 30])}, TypeError, r"wait_seconds .* got Series: write column.to_numpy\(\)"),
        ({"wait_seconds": nw.col("wait")}, TypeError, r"wait_seconds .* got Expr: write column.to_numpy\(\)"),
        ({"wait_seconds": {10, 30}}, TypeError, "wait_seconds must be an array or a list; got set$"),
        ({"wait_seconds": [10, 30, 50]}, ServiceModelError, r"one row for each contact; got .* \(3,\), outcome \(2,\)"),
        ({"outcome": ["answered"]}, ServiceModelError, "one row for each contact"),
        ({"outcome": np.zeros((2, 1), np.int8)}, ServiceModelError, "one row for each contact"),
        ({"outcome": ["answered", "lost"]}, LabelError, "'lost' is not a ContactOutcome"),
        ({"outcome": [0, 2]}, DomainError, "outcome must be a code from -1"),
        ({"outcome": pd.Series(["answered"])}, TypeError, "outcome .* write column.to_numpy"),
        ({"outcome": 1.5}, TypeError, "outcome must be one of"),
        ({"threshold_seconds": None}, MissingError, "threshold_seconds is missing"),
        ({"threshold_seconds": nan}, MissingError, "threshold_seconds is missing"),
        ({"threshold_seconds": -1}, DomainError, "threshold_seconds must be"),
        ({"threshold_seconds": inf}, DomainError, "threshold_seconds must be"),
        ({"threshold_seconds": [20, 30]}, TypeError, "threshold_seconds is one number for all contacts; got list"),
        ({"short_abandon_seconds": -1}, DomainError, "short_abandon_seconds must be"),
        ({**HANDLED, "talk_seconds": [60, -1]}, DomainError, "talk_seconds must be .* at index 1"),
    ],
)
def test_bad_input_is_refused_by_name(changed, error, message):
    with pytest.raises(error, match=message):
        contact_figures(**{**ONE_MINUTE, **changed})


def test_the_result_prints_itself_in_both_languages_and_as_a_table():
    found = contact_figures(**ONE_MINUTE, short_abandon_seconds=5)

    assert str(found) == found.describe("en")
    assert found.describe("en").startswith(
        "Contact figures (threshold 20 s; abandons under 5 s not counted)\n  offered: 2"
    )
    assert found.describe("zh").startswith("联络中心指标（限时 20 秒；不足 5 秒的放弃不计）\n  呼入：2\n")
    assert found.in_language("zh").startswith("联络中心指标（限时 20 秒；不足 5 秒的放弃不计）：呼入：2；应答：2；")
    assert found._repr_html_() == found.to_html("en") == render.to_html(found)
    assert "<td" in found.to_html("zh")
    assert "| abandonment rate | 0.0 % (0 of 2) |" in render.to_markdown(found)
    assert "short" not in str(contact_figures(**ONE_MINUTE))
    with pytest.raises(ServiceModelError, match="language must be 'en' or 'zh'"):
        found.describe("fr")


def test_counts_that_contradict_each_other_make_no_result():
    with pytest.raises(DomainError, match="answered_within must be such that"):
        ContactFigures(
            threshold_seconds=20, answered=1, abandoned=0, answered_within=2, abandoned_within=0, total_wait_seconds=3
        )
