from __future__ import annotations

from fractions import Fraction
from math import ceil, inf, nan

import pytest
from hypothesis import assume, given, strategies as st

from printed import printed
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.survey import contacts_needed, finite_population_correction, response_rate, sample_size

margins = st.floats(0.005, 0.5)
populations = st.integers(1, 10**9)
shares = st.floats(0.01, 0.99)


@pytest.mark.parametrize("row", printed("sample_size"), ids=lambda row: "-".join(row.values()))
def test_the_numbers_in_print_come_out_with_their_rounding(row):
    numbers = {name: float(row[name]) for name in ("margin", "variance", "z") if name in row}
    population = int(row["population"]) if "population" in row else None
    found = sample_size(population=population, correction=row["correction"], rounding=row["rounding"], **numbers)

    assert found.n == int(row["n"])


def test_krejcie_and_morgan_print_the_formula_of_cochran():
    square = Fraction("3.841")
    for people in (10, 100, 1500, 75_000):
        theirs = square * people / 4 / (Fraction("0.0025") * (people - 1) + square / 4)
        ours = sample_size(margin=0.05, population=people, z=3.841**0.5)

        assert ours.exact == pytest.approx(float(theirs), rel=1e-12)


@given(margin=margins, people=populations, share=shares)
def test_nobody_is_asked_twice(margin, people, share):
    found = sample_size(margin=margin, population=people, share=share)

    assert found.n <= people or found.unlimited < 1
    if found.unlimited >= 1:
        assert found.n <= ceil(found.unlimited)
        assert found.exact <= found.unlimited * (1 + 1e-12)


@given(margin=margins, share=shares, people=st.lists(populations, min_size=2, max_size=2, unique=True))
def test_a_larger_population_needs_more_answers_up_to_a_limit(margin, share, people):
    few, many = (sample_size(margin=margin, share=share, population=size) for size in sorted(people))
    assume(few.unlimited >= 1)

    assert few.exact <= many.exact <= many.unlimited


def test_a_huge_population_is_as_good_as_one_without_limit():
    limited, free = sample_size(margin=0.05, population=10**15), sample_size(margin=0.05)

    assert limited.exact == pytest.approx(free.exact, rel=1e-9)
    assert limited.n == free.n == 385


@given(people=populations, share=shares, wide=margins, narrow=margins)
def test_a_narrower_margin_needs_more_answers(people, share, wide, narrow):
    narrow, wide = sorted((narrow, wide))

    assert (
        sample_size(margin=narrow, population=people, share=share).unlimited
        >= sample_size(margin=wide, population=people, share=share).unlimited
    )


@given(margin=margins, share=st.integers(1, 99))
def test_a_share_and_its_rest_need_the_same_and_a_half_most(margin, share):
    found = sample_size(margin=margin, share=share / 100)

    assert found.unlimited == pytest.approx(sample_size(margin=margin, share=1 - share / 100).unlimited, rel=1e-12)
    assert found.exact <= sample_size(margin=margin).exact


def test_a_whole_number_is_not_rounded_up_by_accident():
    assert sample_size(margin=0.1, z=2).n == 100
    assert sample_size(margin=0.05, z=2).n == 400
    assert sample_size(margin=0.1, population=100, correction="yamane").n == 50


def test_a_half_goes_up_and_what_is_less_does_not():
    def half(variance):
        return sample_size(margin=1, z=1, variance=variance, rounding="half_up").n

    assert [half(0.5), half(0.499), half(2.5), half(2.499)] == [1, 0, 3, 2]


@pytest.mark.parametrize(
    ("given_", "error", "words"),
    [
        ({"margin": 0}, DomainError, "margin must be a finite number above 0"),
        ({"margin": nan}, DomainError, "margin"),
        ({"margin": inf}, DomainError, "margin"),
        ({"margin": None}, TypeError, "margin must be a number"),
        ({"margin": True}, TypeError, "margin must be a number"),
        ({"margin": 0.05, "share": 1}, DomainError, "share must be a number above 0 and below 1"),
        ({"margin": 0.05, "share": 0}, DomainError, "share"),
        ({"margin": 0.05, "variance": 0}, DomainError, "variance"),
        ({"margin": 0.05, "share": 0.5, "variance": 0.25}, ServiceModelError, "not both"),
        ({"margin": 0.05, "population": 0}, DomainError, "population"),
        ({"margin": 0.05, "population": 10.0}, TypeError, "whole number"),
        ({"margin": 0.05, "population": True}, TypeError, "whole number"),
        ({"margin": 0.05, "confidence": 1}, DomainError, "confidence"),
        ({"margin": 0.05, "z": -1}, DomainError, "z must be"),
        ({"margin": 0.05, "rounding": "off"}, LabelError, "Rounding"),
        ({"margin": 0.05, "correction": "mine"}, LabelError, "PopulationCorrection"),
        ({"margin": 0.05, "correction": "yamane"}, ServiceModelError, "takes a population"),
        ({"margin": 0.05, "correction": "yamane", "population": 9, "share": 0.5}, ServiceModelError, "fixes share"),
        ({"margin": 0.05, "correction": "yamane", "population": 9, "confidence": 0.9}, ServiceModelError, "fixes z"),
    ],
)
def test_bad_input_is_refused_by_name(given_, error, words):
    with pytest.raises(error, match=words):
        sample_size(**given_)


def test_a_sample_size_prints_itself_with_its_source():
    html = sample_size(margin=0.05, population=500).to_html("zh")

    assert "样本量" in html
    assert "Krejcie &amp; Morgan (1970)" in html
    assert "Yamane" in sample_size(margin=0.05, population=500, correction="yamane").to_html()
    assert sample_size(margin=0.05, population=500, correction="simple").citations == ()


@pytest.mark.parametrize("row", printed("response_rate"))
def test_the_response_rate_in_print(row):
    rate = response_rate(returned=int(row["returned"]), sent=int(row["sent"]))

    assert rate == pytest.approx(float(row["rate"]), rel=1e-12)


def test_the_response_rate_ends_at_nobody_and_everybody():
    assert [response_rate(returned=0, sent=5), response_rate(returned=5, sent=5)] == [0, 1]
    with pytest.raises(DomainError):
        response_rate(returned=6, sent=5)
    with pytest.raises(DomainError, match="sent"):
        response_rate(returned=0, sent=0)
    with pytest.raises(MissingError):
        response_rate(returned=None, sent=5)


@given(answers=st.integers(0, 10**6), rate=st.floats(0.001, 1))
def test_asking_as_many_as_needed_gives_the_answers_wanted(answers, rate):
    asked = contacts_needed(answers_needed=answers, expected_rate=rate)

    assert asked >= answers
    assert asked * rate == pytest.approx(answers)
    with pytest.raises(DomainError, match="expected_rate"):
        contacts_needed(answers_needed=answers, expected_rate=0)


@given(answers=st.integers(1, 10**6), more=st.integers(0, 10**6))
def test_the_error_shrinks_the_more_of_all_people_answered(answers, more):
    factor = finite_population_correction(answers=answers, population=answers + more + 1)

    assert 0 < factor <= 1
    assert factor >= finite_population_correction(answers=answers + 1, population=answers + more + 1)


def test_nobody_is_left_to_chance_where_all_answered_and_one_answer_gains_nothing():
    assert finite_population_correction(answers=50, population=50) == 0
    assert finite_population_correction(answers=1, population=50) == 1
    with pytest.raises(DomainError):
        finite_population_correction(answers=51, population=50)
    with pytest.raises(DomainError, match="population"):
        finite_population_correction(answers=1, population=1)


@given(people=st.integers(100, 10**6), margin=st.floats(0.01, 0.1))
def test_the_sample_size_is_the_one_whose_corrected_error_is_the_margin(people, margin):
    found = sample_size(margin=margin, population=people)
    factor = finite_population_correction(answers=found.exact, population=people)

    assert found.z * (0.25 / found.exact) ** 0.5 * factor == pytest.approx(margin, rel=1e-6)
