import attrs
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text as Words

from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.labels import Label, Text
from servicemodel.plots import plot_accounts, plot_table
from servicemodel.plots.matrices import colours
from servicemodel.priority import ACCOUNT_PORTFOLIO, HALVES, Half
from servicemodel.sources import Evidence
from servicemodel.tables import Matrix


class Mood(Label):
    GOOD = "good", "good", "好"
    BAD = "bad", "bad", "坏"


def matrix(cells, rows=HALVES, columns=HALVES):
    return Matrix(
        name="m", title=Text("m", "阵"), evidence=Evidence.ASSUMED, rows=rows, columns=columns,
        row_title=Text("r", "行"), column_title=Text("c", "列"), cells=cells,
    )  # fmt: skip


def texts(ax):
    return [words.get_text() for words in ax.findobj(Words) if words.get_text()]


def test_the_colour_of_a_cell_follows_its_rank_its_place_or_its_name():
    by_number = colours(matrix(((0, 1), (2, 4))))
    assert by_number[0][0] > by_number[0][1] > by_number[1][0] > by_number[1][1]  # paler colours have higher digits
    assert len({tint for row in colours(matrix(((3, 3), (3, 3)))) for tint in row}) == 1
    by_rank = colours(matrix(((Half.LOW, Half.HIGH), (Half.HIGH, Half.LOW))))
    assert by_rank[0][0] == by_rank[1][1] != by_rank[0][1] == by_rank[1][0]
    by_place = colours(ACCOUNT_PORTFOLIO)
    assert by_place[0][1] == by_place[1][0] not in {by_place[0][0], by_place[1][1]}
    by_name = colours(matrix(((Mood.GOOD, Mood.BAD), (Mood.BAD, Mood.GOOD))))
    assert by_name[0][0] == by_name[1][1] != by_name[0][1]


def test_rising_places_are_drawn_upwards_and_others_from_the_top():
    assert plot_table(ACCOUNT_PORTFOLIO).get_ylim() == (0, 2)
    listed = plot_table(matrix(((1, 2), (3, 4)), rows=Mood))
    assert listed.get_ylim() == (2, 0)
    assert "r" in texts(listed)
    assert "r ↑" in texts(plot_table(matrix(((1, 2), (3, 4)))))


def points_of(ax):
    line = next(line for line in ax.lines if line.get_marker() == "o")
    return list(zip(map(float, line.get_xdata()), map(float, line.get_ydata()), strict=True))


def test_accounts_stand_where_their_scores_put_them_and_missing_ones_are_counted():
    ax = plot_accounts(ACCOUNT_PORTFOLIO, [0.8, None, 0.3], [0.6, 0.5, float("nan")], ["Acme", "Bolt", "Cobalt"])
    assert points_of(ax) == [(0.6, 0.8)]
    assert "n = 1; lacking a score, not drawn: 2" in texts(ax)
    assert "Acme" in texts(ax)
    assert "Bolt" not in texts(ax)


def test_the_scale_of_the_scores_is_the_scale_of_the_axes():
    ax = plot_accounts(ACCOUNT_PORTFOLIO, [1, 5], [3, 2.9], scale=(1, 5))
    assert ax.get_xlim() == ax.get_ylim() == (1, 5)
    assert texts(ax).count("3") == 2  # the midpoint on both axes


def test_no_accounts_leave_an_empty_matrix():
    assert points_of(plot_accounts(ACCOUNT_PORTFOLIO, [], [])) == []


def test_names_never_cover_each_other_and_the_first_come_first():
    ax = plot_accounts(ACCOUNT_PORTFOLIO, [0.5] * 20, [0.5] * 20, [f"Account {i}" for i in range(20)])
    FigureCanvasAgg(ax.figure).draw()
    shown = [
        words
        for words in ax.findobj(Words)
        if words.get_text().startswith("Account ") and words.get_text() != "Account portfolio"
    ]
    assert shown[0].get_text() == "Account 0"
    left_out = 20 - len(shown)
    assert left_out > 0
    assert f"{left_out} points without room for a name" in texts(ax)
    boxes = [words.get_window_extent() for words in shown]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_an_open_band_ends_with_the_scale():
    low, high = HALVES.rows
    wide = attrs.evolve(HALVES, rows=(attrs.evolve(low, at_least=None), attrs.evolve(high, at_most=None)))
    ax = plot_accounts(attrs.evolve(ACCOUNT_PORTFOLIO, rows=wide), [0.2], [0.3])
    assert {patch.get_y() for patch in ax.patches} == {0.0, 0.5}


@pytest.mark.parametrize(
    ("rows", "columns", "index"), [([0.5, 1.1], [0.5, 0.5], 1), ([0.5], [-0.1], 0), ([float("inf")], [0.5], 0)]
)
def test_a_score_outside_the_scale_is_refused(rows, columns, index):
    with pytest.raises(DomainError) as caught:
        plot_accounts(ACCOUNT_PORTFOLIO, rows, columns)
    assert caught.value.index == index
    assert caught.value.count == 1


@pytest.mark.parametrize(
    ("rows", "columns", "labels"), [([0.1], [0.1, 0.2], None), ([0.1], [0.1], ["a", "b"]), ([], [0.1], [])]
)
def test_columns_of_different_lengths_are_refused(rows, columns, labels):
    with pytest.raises(ServiceModelError, match="differ in length"):
        plot_accounts(ACCOUNT_PORTFOLIO, rows, columns, labels)


@pytest.mark.parametrize("bad", ["text", [True], {"a": 1}, None])
def test_scores_that_are_no_numbers_are_refused(bad):
    with pytest.raises((TypeError, ValueError)):
        plot_accounts(ACCOUNT_PORTFOLIO, bad, [0.1])


def test_a_matrix_of_categories_has_no_place_for_points():
    with pytest.raises(ServiceModelError, match="two axes of bands"):
        plot_accounts(matrix(((1, 2), (3, 4)), rows=Mood), [0.1], [0.1])


def test_an_account_without_a_name_has_none_drawn_and_a_name_stays_on_one_line():
    names = texts(plot_accounts(ACCOUNT_PORTFOLIO, [0.2, 0.8], [0.8, 0.2], [None, "Acme\tand\r\nSons"]))

    assert "Acme and Sons" in names
    assert "None" not in names


@pytest.mark.parametrize("scale", [(1, 1), (5, 1), "ab"])
def test_an_empty_scale_is_refused_by_name(scale):
    with pytest.raises(DomainError, match="scale must be two finite numbers"):
        plot_accounts(ACCOUNT_PORTFOLIO, [1], [1], scale=scale)
