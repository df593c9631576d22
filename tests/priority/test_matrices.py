"""What the four matrices of scores have in common: partition, cuts, scales, bad input."""

from __future__ import annotations

import math
from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from priority.matrices import TABLES, ask, cut_in_halves, every_matrix, why
from servicemodel import (
    ACCOUNT_PORTFOLIO,
    DIRECTIONAL_POLICY,
    HALVES,
    LEVELS,
    NEGOTIATION_STANCES,
    POLICY_ZONES,
    DomainError,
    MissingError,
    TableError,
    account_portfolio,
    directional_policy,
    negotiation_stance,
    policy_zone,
)
from servicemodel.catalogue import model_of

scores = st.floats(0, 1)
printed_cells = printed("priority")


def place(score, size):
    """Say which of ``size`` equal parts holds a score, in exact arithmetic."""
    exact = Decimal(score)
    return sum(exact >= Decimal(number / size) for number in range(1, size))


# --- what is printed ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", printed_cells, ids=lambda c: f"{c['model']}-{c['row']}-{c['column']}")
def test_a_cell_answers_and_advises_as_printed(cell):
    model = model_of(cell["model"]).function
    row, column = float(cell["row"]), float(cell["column"])

    assert ask(model, row, column).value == cell["answer"]
    assert any(f": {cell['strategy']}{end}" in why(model, row, column) for end in (" (", "; cuts: "))


@every_matrix
def test_every_cell_is_printed_and_tested(model):
    cells = [c for c in printed_cells if c["model"] == model.__name__]

    assert len(cells) == sum(len(row) for row in TABLES[model].cells)
    assert {c["answer"] for c in cells} == {label.value for label in model_of(model).labels}


@every_matrix
def test_every_cell_carries_its_strategy_in_both_languages_and_its_source(model):
    for cell in (cell for row in TABLES[model].cells for cell in row):
        assert cell.strategy.en.isascii()
        assert not cell.strategy.zh.isascii()
        assert cell.citation in TABLES[model].citations


@pytest.mark.parametrize("table", [ACCOUNT_PORTFOLIO, DIRECTIONAL_POLICY, NEGOTIATION_STANCES], ids=lambda t: t.name)
def test_each_cell_has_an_answer_of_its_own_in_the_order_of_the_enum(table):
    answers = [answer for row in table.answers for answer in row]

    assert answers == list(type(answers[0]))


def test_each_zone_has_three_cells():
    answers = [answer for row in POLICY_ZONES.answers for answer in row]

    assert {answers.count(zone) for zone in set(answers)} == {3}


# --- partition, monotony, cuts ------------------------------------------------------------------------------------


@every_matrix
@given(row=scores, column=scores)
def test_every_pair_of_scores_falls_into_exactly_the_cell_of_its_parts(model, row, column):
    table = TABLES[model]
    size = len(table.cells)

    assert ask(model, row, column) is table.answers[place(row, size)][place(column, size)]


@every_matrix
def test_a_score_on_a_cut_belongs_to_the_higher_part_and_one_just_below_does_not(model):
    table = TABLES[model]
    for number, (cut, belongs_to_upper) in enumerate(table.rows.edges):
        assert belongs_to_upper
        below = math.nextafter(cut, 0)
        assert ask(model, cut, 0) is table.answers[number + 1][0]
        assert ask(model, below, 0) is table.answers[number][0]
        assert ask(model, 0, cut) is table.answers[0][number + 1]
        assert ask(model, 0, below) is table.answers[0][number]


def test_the_cuts_lie_at_the_centre_and_at_the_thirds():
    assert [cut for cut, _ in HALVES.edges] == [0.5]
    assert [cut for cut, _ in LEVELS.edges] == [1 / 3, 2 / 3]


@given(low=scores, high=scores, other=scores)
def test_a_higher_score_never_leads_to_a_lower_zone(low, high, other):
    low, high = sorted((low, high))

    assert policy_zone(attractiveness=low, strength=other) <= policy_zone(attractiveness=high, strength=other)
    assert policy_zone(attractiveness=other, strength=low) <= policy_zone(attractiveness=other, strength=high)


@cut_in_halves
@given(low=scores, high=scores, other=scores, midpoint=st.floats(0, 1, exclude_min=True))
def test_raising_a_score_never_leaves_the_high_half(model, low, high, other, midpoint):
    low, high = sorted((low, high))
    table = TABLES[model]
    upper_row, upper_column = set(table.answers[1]), {row[1] for row in table.answers}

    if ask(model, low, other, midpoint=midpoint) in upper_row:
        assert ask(model, high, other, midpoint=midpoint) in upper_row
    if ask(model, other, low, midpoint=midpoint) in upper_column:
        assert ask(model, other, high, midpoint=midpoint) in upper_column


@every_matrix
@given(row=scores, column=scores)
def test_swapping_the_axes_transposes_the_matrix(model, row, column):
    assert ask(model, row, column, table=TABLES[model].transposed()) is ask(model, column, row)


def test_swapping_the_axes_turns_accommodating_into_competing_and_leaves_the_rest():
    swapped = [
        negotiation_stance(relationship=column, result=row).name for row, column in [(0, 0), (0, 1), (1, 0), (1, 1)]
    ]

    assert swapped == ["AVOID", "ACCOMMODATE", "COMPETE", "COLLABORATE"]


def test_the_nine_cells_become_the_four_when_the_middle_collapses():
    low, medium, high = LEVELS.rows
    edge = math.nextafter(0.5, 0)
    thin = attrs.evolve(
        LEVELS,
        name="thin",
        rows=(
            attrs.evolve(low, below=edge),
            attrs.evolve(medium, at_least=edge, below=0.5),
            attrs.evolve(high, at_least=0.5),
        ),
    )
    nine = attrs.evolve(DIRECTIONAL_POLICY, rows=thin, columns=thin)
    counterpart = {
        DIRECTIONAL_POLICY.answers[i][j]: ACCOUNT_PORTFOLIO.answers[i // 2][j // 2] for i in (0, 2) for j in (0, 2)
    }

    for row in (0, 0.3, math.nextafter(edge, 0), 0.5, 0.8, 1):
        for column in (0, 0.3, math.nextafter(edge, 0), 0.5, 0.8, 1):
            cell = directional_policy(attractiveness=row, strength=column, table=nine)
            assert counterpart[cell] is account_portfolio(attractiveness=row, strength=column)


# --- midpoint -----------------------------------------------------------------------------------------------------


@cut_in_halves
@given(midpoint=st.floats(0, 1, exclude_min=True))
def test_a_score_on_the_midpoint_is_high_and_one_just_below_is_low(model, midpoint):
    below = math.nextafter(midpoint, 0)

    assert ask(model, midpoint, midpoint, midpoint=midpoint) is TABLES[model].answers[1][1]
    assert ask(model, below, below, midpoint=midpoint) is TABLES[model].answers[0][0]


@cut_in_halves
def test_with_a_midpoint_of_one_only_the_highest_score_is_high(model):
    assert ask(model, 1, 1, midpoint=1) is TABLES[model].answers[1][1]
    assert ask(model, math.nextafter(1, 0), 1, midpoint=1) is TABLES[model].answers[0][1]


@cut_in_halves
@pytest.mark.parametrize("midpoint", [0, -0.1, math.nextafter(1, 2), math.inf])
def test_a_midpoint_outside_its_range_is_refused(model, midpoint):
    with pytest.raises(DomainError, match="midpoint must be a finite number above 0 and at most 1"):
        ask(model, 0.5, 0.5, midpoint=midpoint)


@cut_in_halves
def test_the_midpoint_may_differ_from_row_to_row(model):
    table = TABLES[model]

    assert ask(model, 0.5, [0.5, 0.5, 0.2], midpoint=[0.5, 0.6, None]).tolist() == [
        table.answers[1][1].code,
        table.answers[0][0].code,
        -1,
    ]


@cut_in_halves
def test_the_midpoint_is_a_share_of_the_scale(model):
    table = TABLES[model]

    assert ask(model, 20, 19.9, scale=(0, 100), midpoint=0.2) is table.answers[1][0]


@cut_in_halves
def test_a_midpoint_cannot_move_axes_of_ones_own(model):
    low, high = HALVES.rows
    own = attrs.evolve(HALVES, name="own", rows=(attrs.evolve(low, below=0.4), attrs.evolve(high, at_least=0.4)))
    for table in (
        attrs.evolve(TABLES[model], rows=own, columns=own),
        attrs.evolve(TABLES[model], columns=own),
    ):
        with pytest.raises(TableError, match="axes of its own, which no midpoint can move"):
            ask(model, 0.5, 0.5, midpoint=0.6, table=table)
        with pytest.raises(TableError, match="axes of its own"):
            ask(model, [0.5], 0.5, midpoint=[0.6], table=table)


# --- scale --------------------------------------------------------------------------------------------------------


@every_matrix
@given(row=st.integers(0, 12), column=st.integers(0, 12), low=st.integers(-50, 50), step=st.integers(1, 9))
def test_a_whole_number_scale_answers_as_its_shares_do(model, row, column, low, step):
    scale = (low, low + 12 * step)

    assert ask(model, low + row * step, low + column * step, scale=scale) is ask(model, row / 12, column / 12)


@every_matrix
@pytest.mark.parametrize(("low", "medium", "high"), [(2.33, 7 / 3, 11 / 3)])
def test_a_scale_from_one_to_five_is_cut_at_its_thirds_or_its_centre(model, low, medium, high):
    table = TABLES[model]
    size = len(table.cells)
    expected = (0, 1, 2) if size == 3 else (0, 0, 1)

    for score, position in zip((low, medium, high), expected, strict=True):
        assert ask(model, score, 1, scale=(1, 5)) is table.answers[position][0]


@every_matrix
@pytest.mark.parametrize("scale", [(0, 0), (5, 1), (0, math.inf), (math.nan, 1), (-1e308, 1e308), (0, 1, 2), 5, "ab"])
def test_a_scale_without_width_or_end_is_refused(model, scale):
    with pytest.raises(DomainError, match=r"scale must be two finite numbers \(low, high\) with low < high"):
        ask(model, 0, 0, scale=scale)


@every_matrix
def test_a_score_off_the_scale_is_refused_with_the_scale_in_words(model):
    with pytest.raises(DomainError, match="at least 1 and at most 5"):
        ask(model, 0, 3, scale=(1, 5))
    with pytest.raises(DomainError, match="at least 1 and at most 5") as caught:
        ask(model, [3, 5.1, 6], 3, scale=(1, 5))
    assert (caught.value.index, caught.value.count) == (1, 2)


# --- explanation and bad input ------------------------------------------------------------------------------------


@every_matrix
def test_an_explanation_says_where_each_score_falls_in_both_languages(model):
    table = TABLES[model]
    english, chinese = why(model, 1, 0.1), why(model, 1, 0.1, language="zh")
    cell = table.cells[-1][0]

    for language, text in (("en", english), ("zh", chinese)):
        for words in (table.row_title, table.column_title, cell.strategy, cell.answer):
            assert words.in_language(language) in text
    assert f"{table.row_title.en} 1 is high" in english
    assert f"{table.column_title.en} 0.1 is low" in english
    assert f"{table.row_title.zh} 1 为高" in chinese


@every_matrix
def test_an_explanation_on_another_scale_says_how_far_up_the_score_is(model):
    assert "2 is low (0.25 of the way from 1 to 5, " in why(model, 5, 2, scale=(1, 5))
    assert "（位于 1 至 5 的 0.25 处，" in why(model, 5, 2, scale=(1, 5), language="zh")


@every_matrix
def test_who_cut_the_axes_is_said_where_it_is_not_who_filled_the_cells(model):
    table = TABLES[model]
    apart = table.rows.evidence is not table.evidence

    for language, cuts in (("en", "; cuts: "), ("zh", "；分界：")):
        words = table.rows.evidence.in_language(language)
        assert (cuts + words in why(model, 0.5, 0.5, language=language)) is apart
        below = [
            note
            for note in table.grid(language).notes
            if words in note and table.row_title.in_language(language) in note
        ]
        assert len(below) == apart


def test_the_centre_is_called_a_convention_though_the_cells_are_printed():
    assert "; cuts: a convention of this library" in why(account_portfolio, 0.5, 0.5)
    assert "; cuts: a convention of this library" in why(account_portfolio, 0.5, 0.5, midpoint=0.4)


@cut_in_halves
def test_an_explanation_names_the_midpoint_given(model):
    assert "(at least 0.3 and at most 1)" in why(model, 0.3, 0.1, midpoint=0.3)


@every_matrix
@pytest.mark.parametrize("score", [-1e-9, math.nextafter(1, 2), math.inf, -math.inf, 10**400])
def test_a_score_outside_zero_to_one_is_refused(model, score):
    with pytest.raises(DomainError):
        ask(model, score, 0.5)
    with pytest.raises(DomainError):
        ask(model, 0.5, score)


@every_matrix
def test_a_missing_score_is_an_error_alone_and_missing_in_an_array(model):
    for nothing in (None, math.nan):
        with pytest.raises(MissingError):
            ask(model, nothing, 0.5)
        assert ask(model, 0.5, [nothing, 0.5]).tolist()[0] == -1
    assert ask(model, [], 0.5).tolist() == []


@every_matrix
@pytest.mark.parametrize("score", ["0.5", True, Decimal("0.5"), {"a": 1}, object()])
def test_a_score_of_the_wrong_type_is_refused(model, score):
    with pytest.raises(TypeError):
        ask(model, score, 0.5)


@every_matrix
def test_short_and_unsigned_arrays_answer_as_their_numbers_do(model):
    table = TABLES[model]

    assert ask(model, np.array([0, 1], np.uint8), np.float32(1)).tolist() == [
        table.answers[0][-1].code,
        table.answers[-1][-1].code,
    ]
