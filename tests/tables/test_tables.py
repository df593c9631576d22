from __future__ import annotations

from math import inf, nan

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    ACCOUNT_PORTFOLIO,
    ANCHORED,
    WAITING_RULES,
    Band,
    Bands,
    Cell,
    Citation,
    Evidence,
    Factor,
    Factors,
    Matrix,
    OrderedLabel,
    SatisfactionState,
    Table,
    Text,
    WaitCondition,
    Weight,
    Weights,
)
from servicemodel.errors import TableError
from servicemodel.priority import HALVES, Half, PortfolioCell
from servicemodel.sources.works import OLIVER_1980

TEXT = Text("test", "测试")
LOW, HIGH = Half.LOW, Half.HIGH


class Third(OrderedLabel):
    A = "a", "a", "甲"
    B = "b", "b", "乙"
    C = "c", "c", "丙"


def bands(*rows: Band) -> Bands:
    return Bands(name="test", title=TEXT, evidence=Evidence.CONVENTION, rows=rows)


def test_bands_that_tile_are_accepted_and_find_their_rows():
    table = bands(
        Band(label=Third.A, below=0), Band(label=Third.B, at_least=0, at_most=1), Band(label=Third.C, above=1)
    )

    assert [table.row_of(x).label for x in (-1, 0, 0.5, 1, 1.5)] == [Third.A, Third.B, Third.B, Third.B, Third.C]
    assert table.edges == ((0.0, True), (1.0, False))
    assert table.labels == (Third.A, Third.B, Third.C)
    assert table == attrs.evolve(table)
    assert table != attrs.evolve(table, version=2)


@pytest.mark.parametrize(
    ("low", "high", "fault"),
    [
        ({"below": 0}, {"at_least": 1}, "leave a gap between them"),
        ({"below": 1}, {"at_least": 0}, "overlap"),
        ({"at_most": 0}, {"at_least": 0}, "both own the edge 0"),
        ({"below": 0}, {"above": 0}, "neither owns the edge 0"),
        ({}, {"above": 0}, "overlap"),
    ],
)
def test_bands_that_do_not_tile_are_refused_naming_both_rows(low, high, fault):
    with pytest.raises(TableError, match=fault) as caught:
        bands(Band(label=LOW, **low), Band(label=HIGH, **high))

    assert "row 1 LOW" in str(caught.value)
    assert "row 2 HIGH" in str(caught.value)


@pytest.mark.parametrize(
    ("edges", "fault"),
    [
        ({"above": 0, "at_least": 0}, "both 'above' and 'at_least'"),
        ({"below": 0, "at_most": 0}, "both 'below' and 'at_most'"),
        ({"at_least": 1, "below": 0}, "is empty"),
        ({"at_least": 1, "below": 1}, "is empty"),
        ({"at_least": nan}, "not a number"),
    ],
)
def test_a_band_that_contradicts_itself_is_refused(edges, fault):
    with pytest.raises(TableError, match=fault):
        Band(label=LOW, **edges)


@given(st.floats(0, 1, exclude_min=True, exclude_max=True).filter(lambda edge: edge != 0.5))
def test_moving_one_inner_edge_alone_is_refused(edge):
    low, high = HALVES.rows

    with pytest.raises(TableError):
        attrs.evolve(HALVES, rows=(low, attrs.evolve(high, at_least=edge)))
    with pytest.raises(TableError):
        attrs.evolve(HALVES, rows=(attrs.evolve(low, below=edge), high))


def test_flipping_who_owns_one_inner_edge_is_refused():
    low, high = HALVES.rows

    with pytest.raises(TableError):
        attrs.evolve(HALVES, rows=(low, attrs.evolve(high, at_least=None, above=0.5)))
    with pytest.raises(TableError):
        attrs.evolve(HALVES, rows=(attrs.evolve(low, below=None, at_most=0.5), high))


def test_bands_refuse_no_rows_repeated_labels_and_labels_of_two_enums():
    with pytest.raises(TableError, match="has no rows"):
        bands()
    for second in (LOW, Third.B):
        with pytest.raises(TableError, match="its own label of one enum"):
            bands(Band(label=LOW, below=0), Band(label=second, at_least=0))


def test_a_value_outside_all_bands_has_no_row():
    with pytest.raises(TableError, match=r"no row of table 'halves' holds 1.5"):
        HALVES.row_of(1.5)


@pytest.mark.parametrize(
    ("language", "edges", "words"),
    [
        ("en", {"at_least": 0, "below": 0.5}, "at least 0 and below 0.5"),
        ("zh", {"above": 0, "at_most": 1}, "高于 0 且不高于 1"),
        ("en", {}, "any value"),
        ("zh", {}, "任意值"),
    ],
)
def test_a_band_says_its_edges_in_words(language, edges, words):
    assert Band(label=LOW, **edges).in_words(language) == words


def test_the_range_of_bands_is_that_of_its_outer_rows():
    assert (HALVES.low, HALVES.high) == (0, 1)


def test_a_table_needs_a_citation_unless_it_is_ours_and_a_version_from_one():
    with pytest.raises(TableError, match="needs at least one citation"):
        attrs.evolve(HALVES, evidence=Evidence.PUBLISHED)
    with pytest.raises(TableError, match="version starts at 1; got 0"):
        attrs.evolve(HALVES, version=0)
    cited = attrs.evolve(HALVES, evidence=Evidence.PUBLISHED, citations=[Citation(OLIVER_1980, Evidence.PUBLISHED)])
    assert cited.citations[0].source is OLIVER_1980


def test_a_shape_without_a_rule_of_its_own_is_refused():
    with pytest.raises(AssertionError):
        Table(name="test", title=TEXT, evidence=Evidence.CONVENTION)


def factor(key, by=1.0, **more) -> Factor:
    return Factor(key=key, by=by, text=TEXT, evidence=Evidence.ASSUMED, **more)


def factors(*rows: Factor) -> Factors:
    return Factors(name="test", title=TEXT, evidence=Evidence.ASSUMED, rows=rows)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"by": 0}, "by must be above 0"),
        ({"by": nan}, "by must be above 0"),
        ({"low": 1.0}, "both low and high"),
        ({"by": 2, "low": 1.0, "high": 1.5}, "low <= by <= high"),
    ],
)
def test_a_factor_that_contradicts_itself_is_refused(fields, fault):
    with pytest.raises(TableError, match=fault):
        factor(LOW, **fields)


def test_a_factor_is_keyed_by_a_label_or_a_flag():
    with pytest.raises(TableError, match="a label or a flag; got 'low'"):
        factor("low")


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ((None,), "no row with a key"),
        ((LOW, Third.A), "members of one enum"),
        ((LOW, LOW, HIGH), "rows 1 and 2 have the same key"),
        ((LOW,), "no row for high"),
        ((WaitCondition.SOLO | WaitCondition.UNFAIR,), "one single flag"),
    ],
)
def test_factors_refuse_keys_that_do_not_fit(keys, fault):
    with pytest.raises(TableError, match=fault):
        factors(*map(factor, keys))


@given(st.integers(0, 255).filter(lambda mask: not mask & 64))
def test_the_product_of_a_mask_is_the_product_of_its_flags(mask):
    product = 1.0
    for flag in WaitCondition:
        if flag.value & mask:
            product *= WAITING_RULES.row_of(flag).by

    assert WAITING_RULES.products[mask] == pytest.approx(product, rel=1e-15)


def test_products_of_labels_stand_at_their_positions():
    assert factors(factor(HIGH, 2), factor(LOW, 0.5)).products.tolist() == [0.5, 2]


def test_own_factors_replace_the_number_and_drop_what_was_said_about_the_old_one():
    own = WAITING_RULES.with_factors({WaitCondition.SOLO: 1.5}, evidence=Evidence.PUBLISHED, name="own", title=TEXT)

    row = own.row_of(WaitCondition.SOLO)
    assert (row.by, row.low, row.high, row.citations) == (1.5, None, None, ())
    assert own.row_of(WaitCondition.UNFAIR) == WAITING_RULES.row_of(WaitCondition.UNFAIR)
    with pytest.raises(TableError, match="has no key"):
        WAITING_RULES.with_factors({LOW: 1.5}, evidence=Evidence.PUBLISHED, name="own", title=TEXT)


def test_a_factor_that_is_not_there_has_no_row():
    with pytest.raises(TableError, match="no row of table 'waiting_rules' has the key"):
        WAITING_RULES.row_of(LOW)


def weights(**given: float) -> Weights:
    rows = tuple(Weight(key=key, weight=weight, text=TEXT) for key, weight in given.items())
    return Weights(name="test", title=TEXT, evidence=Evidence.CONVENTION, rows=rows)


@given(st.dictionaries(st.sampled_from("abcd"), st.floats(0, 100), min_size=1).filter(lambda d: sum(d.values()) > 1e-9))
def test_shares_sum_to_one_and_do_not_depend_on_the_unit_of_the_weights(given_weights):
    shares = weights(**given_weights).shares
    doubled = weights(**{key: 2 * weight for key, weight in given_weights.items()}).shares

    assert sum(shares.values()) == pytest.approx(1)
    assert shares == pytest.approx(doubled)


def test_weights_refuse_what_cannot_be_weighed():
    with pytest.raises(TableError, match="at least 0 and finite; got -1"):
        weights(a=-1)
    with pytest.raises(TableError, match="at least one weight must be above 0"):
        weights(a=0)
    with pytest.raises(TableError, match="rows 1 and 2 have the same key 'a'"):
        attrs.evolve(weights(a=1), rows=weights(a=1).rows * 2)
    assert weights(a=1).row_of("a").weight == 1
    with pytest.raises(TableError, match="has the key 'b'"):
        weights(a=1).row_of("b")


def test_a_matrix_refuses_a_missing_cell_and_mixed_answers():
    cells = ACCOUNT_PORTFOLIO.cells
    for wrong, fault in (
        (cells[:1], "2 rows of cells needed; got 1"),
        ((cells[0], cells[1][:1]), "row 'high' needs 2 cells; got 1"),
        ((cells[0], (Cell(1.0), Cell(2.0))), "labels of one enum or numbers"),
        ((cells[0], (Cell(SatisfactionState.SATISFIED), Cell(PortfolioCell.MAINTAIN))), "labels of one enum"),
    ):
        with pytest.raises(TableError, match=fault):
            attrs.evolve(ACCOUNT_PORTFOLIO, cells=wrong)


def test_swapping_the_axes_of_a_matrix_transposes_it():
    swapped = ACCOUNT_PORTFOLIO.transposed()

    for row in Half:
        for column in Half:
            assert swapped.cell_of(row, column) == ACCOUNT_PORTFOLIO.cell_of(column, row)
    assert swapped.transposed() == ACCOUNT_PORTFOLIO


def test_each_axis_that_stands_on_something_else_is_named_with_its_sources_below_a_matrix():
    cited = attrs.evolve(HALVES, evidence=Evidence.PUBLISHED, citations=(Citation(OLIVER_1980, Evidence.PUBLISHED),))
    titles = {"row_title": Text("row", "行"), "column_title": Text("column", "列")}
    table = Matrix(
        name="own",
        title=Text("own", "自有"),
        evidence=Evidence.ASSUMED,
        rows=cited,
        columns=HALVES,
        cells=((1, 2), (3, 4)),
        **titles,
    )

    notes = table.grid("en").notes
    assert f"Cuts of row: {Evidence.PUBLISHED.en}" in notes
    assert f"Cuts of column: {Evidence.CONVENTION.en}" in notes
    assert f"Source: {OLIVER_1980}" in notes
    assert f"行的分界：{Evidence.PUBLISHED.zh}" in table.grid("zh").notes
    assert table.cut_evidence == (Evidence.PUBLISHED, Evidence.CONVENTION)
    same = attrs.evolve(table, rows=Half, columns=attrs.evolve(HALVES, evidence=Evidence.ASSUMED))
    assert same.cut_evidence == ()


def test_a_matrix_of_numbers_keeps_them_as_float64():
    matrix = Matrix(
        name="test",
        title=TEXT,
        evidence=Evidence.CONVENTION,
        rows=Half,
        columns=Third,
        row_title=TEXT,
        column_title=TEXT,
        cells=((1, 2, 3), (4, 5, 6)),
    )

    assert matrix.answer_table.tolist() == [[1, 2, 3], [4, 5, 6]]
    assert matrix.cell_of(HIGH, Third.C).answer == 6


@pytest.mark.parametrize("figure", ["1.5", True, b"2", [1]])
@pytest.mark.parametrize(
    "make",
    [
        lambda figure: Band(label=LOW, below=figure),
        lambda figure: Factor(key=LOW, by=figure, text=TEXT, evidence=Evidence.ASSUMED),
        lambda figure: Factor(key=LOW, by=1, low=figure, high=2, text=TEXT, evidence=Evidence.ASSUMED),
        lambda figure: Weight(key="a", weight=figure, text=TEXT),
        lambda figure: attrs.evolve(ANCHORED, exponent=figure),
        lambda figure: attrs.evolve(ACCOUNT_PORTFOLIO, cells=((1, 2), (3, figure))),
    ],
)
def test_text_and_truth_values_are_no_figures(make, figure):
    with pytest.raises(TypeError, match="the figures of a table are numbers"):
        make(figure)


@pytest.mark.parametrize("figure", [nan, inf])
def test_a_cell_without_a_finite_number_is_refused(figure):
    with pytest.raises(TableError, match="a cell holds a label or a finite number"):
        attrs.evolve(ACCOUNT_PORTFOLIO, cells=((1, 2), (3, figure)))


def test_a_band_without_a_label_is_refused():
    with pytest.raises(TableError, match="a band is named by a label; got 'low'"):
        Band(label="low", below=1)
