from __future__ import annotations

from math import prod

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, MissingError, SatisfactionState, ServiceModelError, Text, journey, strategies
from servicemodel.errors import LabelError
from servicemodel.journey import (
    FOUR_STEP_PROGRAMME,
    MOMENT_OUTCOMES,
    SERVICES_THEATRE,
    SERVUCTION,
    SUPERMARKET_CYCLE,
    ImpactCard,
    MomentOfTruth,
    MomentOutcome,
    ProgrammeStep,
    ServiceCycle,
    moment_outcome,
    moments_of_truth,
)
from servicemodel.tables import Listing

CYCLES = strategies.service_cycles()
LISTS = {name: value for name, value in vars(journey).items() if isinstance(value, Listing)}
CALL = Text("a call", "一次来电")


def moment(number, success=None):
    return MomentOfTruth(number=number, text=Text(f"m{number}", f"时刻{number}"), success=success)


# --- the cycle -------------------------------------------------------------------------------------------------------


@given(CYCLES, st.data())
def test_turning_the_cycle_keeps_what_follows_what(cycle, data):
    turned = cycle.beginning_with(data.draw(st.integers(1, len(cycle.moments))))

    assert sorted(map(str, turned.pairs())) == sorted(map(str, cycle.pairs()))
    assert [m.number for m in turned.moments] == [m.number for m in cycle.moments]


@given(CYCLES)
def test_following_the_cycle_leads_through_every_moment_and_back(cycle):
    seen, now = [], cycle.moments[0]
    for _ in cycle.moments:
        seen.append(now.number)
        now = cycle.next_after(now.number)

    assert seen == [m.number for m in cycle.moments]
    assert now is cycle.moments[0]
    assert [(m.text, cycle.next_after(m.number).text) for m in cycle.moments] == list(cycle.pairs())


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12))
def test_the_cycle_does_no_better_than_its_weakest_moment(shares):
    cycle = ServiceCycle(title=CALL, moments=[moment(n, share) for n, share in enumerate(shares, start=1)])

    assert cycle.success() == prod(shares) <= cycle.weakest().success == min(shares)
    assert cycle.weakest().number == shares.index(min(shares)) + 1


def test_moments_are_kept_in_the_order_of_their_numbers():
    assert [m.number for m in ServiceCycle(title=CALL, moments=[moment(2), moment(1)]).moments] == [1, 2]


@pytest.mark.parametrize("numbers", [[], [1], [1, 1], [1, 3], [2, 3]])
def test_numbers_run_from_one_without_a_gap(numbers):
    with pytest.raises(ServiceModelError, match="numbered from 1 without a gap"):
        ServiceCycle(title=CALL, moments=[moment(n) for n in numbers])


def test_what_is_no_moment_is_refused():
    with pytest.raises(TypeError, match="MomentOfTruth"):
        ServiceCycle(title=CALL, moments=["wait"])
    with pytest.raises(TypeError, match="title"):
        ServiceCycle(title="a call", moments=[moment(1), moment(2)])
    cycle = ServiceCycle(title=CALL, moments=[moment(1), moment(2, 0.5)])
    for number in (0, 3):
        with pytest.raises(DomainError, match="from 1 to 2"):
            cycle.next_after(number)
        with pytest.raises(DomainError):
            cycle.beginning_with(number)
    for figure in (cycle.success, cycle.weakest):
        with pytest.raises(MissingError, match="moments 1 of"):
            figure()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"number": 0}, DomainError),
        ({"number": True}, TypeError),
        ({"number": 1.0}, TypeError),
        ({"success": 1.01}, DomainError),
        ({"success": -0.01}, DomainError),
        ({"success": float("nan")}, MissingError),
        ({"success": True}, TypeError),
        ({"success": "1"}, TypeError),
        ({"success": [1]}, TypeError),
        ({"text": "wait"}, TypeError),
    ],
)
def test_what_does_not_make_a_moment_is_refused(fields, error):
    with pytest.raises(error):
        MomentOfTruth(**{"number": 1, "text": CALL, **fields})
    assert MomentOfTruth(number=1, text=CALL, success=1).success == 1.0


def _words(name):
    return [row["entry"] for row in printed("journey_lists") if row["list"] == name]


def test_the_cycle_of_the_course_has_its_seventeen_moments():
    assert [m.text.zh for m in SUPERMARKET_CYCLE.moments] == _words("SUPERMARKET_CYCLE")
    assert len(SUPERMARKET_CYCLE.moments) == 17
    assert SUPERMARKET_CYCLE.describe("zh").endswith("再次：开始")
    assert "confidence 0.8" in SUPERMARKET_CYCLE.to_html()
    assert SUPERMARKET_CYCLE._repr_html_() == SUPERMARKET_CYCLE.to_html()
    assert repr(SUPERMARKET_CYCLE) == "<ServiceCycle Cycle of service: a supermarket: 17 moments>"


def test_a_share_that_is_known_is_printed_and_text_from_data_stays_text():
    cycle = ServiceCycle(title=CALL, moments=[moment(1, 0.95), attrs.evolve(moment(2), text=Text("<b>", "<b>"))])

    assert "1. m1 (0.95)" in str(cycle)
    assert "<b>" not in cycle.to_html()
    assert "&lt;b&gt;" in cycle.to_html()


# --- counts, outcomes, lists -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("moments_of_truth"))
def test_carlzons_fifty_million_moments_come_out(row):
    count = moments_of_truth(**{name: int(row[name]) for name in ("customers", "employees_met", "seconds")})

    assert count.moments == int(row["moments"])
    assert count.hours == pytest.approx(float(row["hours"]), rel=1e-12)
    many = moments_of_truth(customers=[int(row["customers"]), None], employees_met=5, seconds=15)
    np.testing.assert_array_equal(many.moments, [int(row["moments"]), np.nan])


def test_a_column_expression_is_refused_as_the_answer_has_two_figures():
    nw = pytest.importorskip("narwhals")
    with pytest.raises(TypeError, match="several figures"):
        moments_of_truth(customers=nw.col("a"), employees_met=1, seconds=1)


@pytest.mark.parametrize("state", SatisfactionState)
def test_each_state_of_satisfaction_has_its_outcome_in_the_same_place(state):
    assert moment_outcome(state) is moment_outcome(state.value) is MomentOutcome.decode(state.code)


@pytest.mark.parametrize(("state", "error"), [("happy", LabelError), (1, LabelError), (None, MissingError)])
def test_what_is_no_state_of_satisfaction_has_no_outcome(state, error):
    with pytest.raises(error, match="state"):
        moment_outcome(state)


def test_outcomes_run_from_worst_to_best():
    assert MomentOutcome.MISERY < MomentOutcome.MEDIOCRE < MomentOutcome.MAGIC
    assert [entry.key for entry in MOMENT_OUTCOMES.entries] == list(MomentOutcome)


@pytest.mark.parametrize("name", ["FOUR_STEP_PROGRAMME", "SERVICES_THEATRE", "TRUST_DEPOSITS"])
def test_the_lists_of_the_course_are_complete_and_in_order(name):
    assert [entry.key.zh for entry in LISTS[name].entries] == _words(name)


def test_the_programme_has_an_order_and_the_theatre_a_flight():
    assert ProgrammeStep.IMAGINE < ProgrammeStep.REVIEW_DAILY
    assert len(FOUR_STEP_PROGRAMME.entries) == 4
    assert [entry.flight.zh for entry in SERVICES_THEATRE.entries] == ["飞行员与空姐", "乘客", "机舱", "飞行全程"]
    assert [entry.key.value for entry in SERVUCTION.entries if not entry.visible] == ["internal_system"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_prints_in_both_languages_and_says_who_stands_behind_it(name):
    listing = LISTS[name]

    assert len(listing.describe().splitlines()) == len(listing.entries) + 1
    for language in ("en", "zh"):
        notes = "".join(listing.grid(language).notes)
        assert listing.citations
        assert all(citation.source.short in notes for citation in listing.citations)


def test_an_impact_card_prints_its_three_sides():
    card = ImpactCard(moment=Text("pay", "付款"), expectations=Text("right price", "价格无误"), detractors=[CALL, CALL])

    assert card.expectations == (Text("right price", "价格无误"),)
    assert "experience detractors: a call; a call" in str(card)
    assert card.describe("zh").startswith("关键时刻：付款\n  基本期望：价格无误\n  加分因素：\n")
    assert "Albrecht" in card.to_html()
    assert card._repr_html_() == card.to_html()
    assert repr(card) == "<ImpactCard pay>"
    with pytest.raises(TypeError, match="enhancers of an ImpactCard are Text"):
        ImpactCard(moment=CALL, enhancers=["thanks"])
    with pytest.raises(TypeError):
        ImpactCard(moment="pay")
