"""Pictures of what was measured: words apart, in both languages, and what is drawn is what was given."""

from __future__ import annotations

import re

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text as Words

from printed import printed
from servicemodel import DomainError, MissingError, ServiceModelError, Text
from servicemodel.labels import LANGUAGES
from servicemodel.plots import plot_gaps, plot_importance, plot_kano, plot_scores, plot_zones, svg
from servicemodel.plots.names import Box, place_names
from servicemodel.plots.pictures import BLUE, INK, ORANGE
from servicemodel.quality import KanoCategory, RaterDimension, importance_performance, kano_counts
from servicemodel.survey import FIVE_POINT, ZERO_TO_TEN, csat, mean_score, nps

FEATURES = {
    row["feature"]: kano_counts(counts={category: int(row[category.value]) for category in KanoCategory})
    for row in printed("kano")
}
ROWS = printed("importance_performance")
IMPORTANCE, PERFORMANCE = (
    {row["attribute"]: float(row[axis]) for row in ROWS} for axis in ("importance", "performance")
)
MAP = importance_performance(importance=IMPORTANCE, performance=PERFORMANCE, crosshair="means", scale=(1, 4))
APART = importance_performance(importance=IMPORTANCE, performance=PERFORMANCE, crosshair=(3, 3))
GAPS = {
    RaterDimension.TANGIBLES: -0.2,
    RaterDimension.RELIABILITY: -1.0,
    Text("price", "价格"): 0.4,
    RaterDimension.EMPATHY: None,
}
SCORES = {
    RaterDimension.TANGIBLES: nps(answers=[10, 9, 8, 3] * 5, scale=ZERO_TO_TEN),
    Text("second year", "第二年"): nps(answers=[10, 6], scale=ZERO_TO_TEN),
    Text("nobody", "无人"): nps(answers=[], scale=ZERO_TO_TEN),
}
ZONES = {
    RaterDimension.TANGIBLES: (5.5, 7.2, 7.4),
    RaterDimension.RELIABILITY: (7.0, 8.5, 6.4),
    RaterDimension.RESPONSIVENESS: (6.51, 7.88, 7.0),
}
DRAWINGS = {
    "kano": lambda language, ax=None: plot_kano(FEATURES | {"empty": kano_counts(counts={"reverse": 3})}, language, ax),
    "importance": lambda language, ax=None: plot_importance(MAP, language, ax),
    "apart": lambda language, ax=None: plot_importance(APART, language, ax),
    "gaps": lambda language, ax=None: plot_gaps(GAPS, language, ax),
    "scores": lambda language, ax=None: plot_scores(SCORES, language, ax),
    "zones": lambda language, ax=None: plot_zones(ZONES, language, ax),
}
every_drawing = pytest.mark.parametrize("name", DRAWINGS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def words_of(figure):
    return [words for words in figure.findobj(Words) if words.get_text().strip()]


def texts(ax):
    return [words.get_text() for words in words_of(ax.figure)]


def points(ax):
    return [
        (float(x), float(y))
        for line in ax.lines
        if line.get_marker() == "o"
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]


@every_drawing
@every_language
def test_nothing_is_clipped_and_no_words_cover_others(name, language):
    figure = DRAWINGS[name](language).figure
    FigureCanvasAgg(figure).draw()  # a missing glyph is a warning, and a warning is an error
    renderer = figure.canvas.get_renderer()
    boxes = [(words.get_text(), words.get_window_extent(renderer)) for words in words_of(figure)]

    for number, (text, box) in enumerate(boxes):
        assert box.x0 >= 0, text
        assert box.y0 >= 0, text
        assert box.x1 <= figure.bbox.x1, text
        assert box.y1 <= figure.bbox.y1, text
        for other_text, other in boxes[:number]:
            assert not box.shrunk(1, 0.6).overlaps(other.shrunk(1, 0.6)), (text, other_text)


@every_drawing
@every_language
def test_a_picture_goes_on_axes_given_and_is_written_the_same_again(name, language):
    ax = Figure().add_subplot()

    assert DRAWINGS[name](language, ax) is ax
    assert svg(DRAWINGS[name](language).figure) == svg(DRAWINGS[name](language).figure)


@every_drawing
def test_chinese_pictures_are_in_chinese(name):
    assert any(re.search("[\u4e00-\u9fff]", text) for text in texts(DRAWINGS[name]("zh")))
    assert not any(re.search("[\u4e00-\u9fff]", text) for text in texts(DRAWINGS[name]("en")))


# --- quadrants ----------------------------------------------------------------------------------------------------------


def test_features_lie_where_their_coefficients_are():
    ax = DRAWINGS["kano"]("en")

    assert points(ax) == [(-one.worse, one.better) for one in FEATURES.values()]
    assert set(FEATURES) <= set(texts(ax))
    assert "empty" not in texts(ax)
    assert "features without a single M, O, A or I, not drawn: 1" in texts(ax)
    assert not any("not drawn" in text for text in texts(plot_kano(FEATURES)))
    assert any("lines at 0.4" in text for text in texts(plot_kano(FEATURES, cut=0.4)))


def test_attributes_lie_where_they_are_rated_and_every_one_is_named():
    ax = DRAWINGS["importance"]("en")

    assert points(ax) == [(PERFORMANCE[name], IMPORTANCE[name]) for name in IMPORTANCE]
    assert set(IMPORTANCE) <= set(texts(ax))
    assert ax.get_xlim() == ax.get_ylim()


def test_the_iso_rating_line_is_drawn_on_one_scale_only():
    (dashed,) = [line for line in DRAWINGS["importance"]("en").lines if line.is_dashed()]

    assert list(dashed.get_xdata()) == list(dashed.get_ydata())
    assert not [line for line in DRAWINGS["apart"]("en").lines if line.is_dashed()]
    assert not any("dashed" in text for text in texts(DRAWINGS["apart"]("en")))


def test_names_without_room_are_left_out_and_counted():
    same = {f"the same place, number {n}": 3.0 for n in range(30)}
    ax = plot_importance(importance_performance(importance=same, performance=same, crosshair="means"))
    named = sum(name in texts(ax) for name in same)

    assert 0 < named < 30
    assert f"points without room for a name: {30 - named}" in texts(ax)


def test_names_keep_off_lines_where_there_is_room():
    line = [Box(100, 0, 102, 200)]
    at = [(90.0, 100.0, "a name")]

    assert place_names(at, [], 200, 200)[0][2] == "left"
    assert place_names(at, [], 200, 200, line)[0][2] == "right"
    assert place_names(at, [], 200, 200, [Box(0, 0, 200, 200)])[0][2] == "left"
    assert place_names([(1.0, 1.0, "")], [], 200, 200) == [None]


# --- rows -----------------------------------------------------------------------------------------------------------------


def test_gaps_below_expectation_are_drawn_to_the_left_in_another_colour():
    ax = DRAWINGS["gaps"]("en")
    bars = [(bar.get_width(), to_hex(bar.get_facecolor())) for bar in ax.patches]

    assert bars == [(-0.2, ORANGE), (-1.0, ORANGE), (0.4, BLUE)]
    assert {"tangibles", "price", "+0.4", "−1", "—"} <= set(texts(ax))
    assert ax.get_xlim()[0] < -1
    assert ax.get_xlim()[1] > 0.4


def test_scores_are_drawn_with_their_intervals():
    ax = DRAWINGS["scores"]("en")
    spans = [tuple(line.get_xdata()) for line in ax.lines if line.get_marker() != "o"]
    answered = [score for score in SCORES.values() if score.n]

    assert spans == [(score.low, score.high) for score in answered]
    assert [x for x, _ in points(ax)] == [score.value for score in answered]
    assert "nobody answered" in texts(ax)
    single = mean_score(answers=[4], scale=FIVE_POINT)
    assert "4  n = 1" in texts(plot_scores({"one": single}))
    assert "nobody answered" in texts(plot_scores({"none": nps(answers=[])}))
    assert any(text.startswith("0 [−") for text in texts(plot_scores({"two": nps(answers=[10, 0])})))


def test_zones_run_from_adequate_to_desired_and_a_point_says_its_state():
    ax = DRAWINGS["zones"]("en")
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in ax.patches]
    colours = [line.get_color() for line in ax.lines if line.get_marker() == "o"]

    assert np.allclose(bars, [zone[:2] for zone in ZONES.values()])
    assert [x for x, _ in points(ax)] == [zone[2] for zone in ZONES.values()]
    assert colours == [INK, ORANGE, BLUE]
    assert "6.4  below the zone of tolerance" in texts(ax)


# --- bad input ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draw", "error", "words"),
    [
        (lambda: plot_kano({}), ServiceModelError, "features is empty"),
        (lambda: plot_kano({"a": 1}), TypeError, r"features\['a'\] must be a KanoFeature"),
        (lambda: plot_kano(FEATURES, cut=1), DomainError, "cut must be above 0 and below 1"),
        (lambda: plot_kano(FEATURES, cut="a"), TypeError, "cut must be a number"),
        (lambda: plot_kano(FEATURES, "fr"), ServiceModelError, "fr"),
        (lambda: plot_importance({}), TypeError, "must be an ImportanceMap"),
        (lambda: plot_gaps({}), ServiceModelError, "gaps is empty"),
        (lambda: plot_gaps([1]), TypeError, "gaps must map names"),
        (lambda: plot_gaps({"a": float("inf")}), DomainError, "finite"),
        (lambda: plot_gaps({"a": "1"}), TypeError, r"gaps\['a'\] must be a number"),
        (lambda: plot_scores({}), ServiceModelError, "scores is empty"),
        (lambda: plot_scores({"a": 1}), TypeError, r"scores\['a'\] must be a Score"),
        (
            lambda: plot_scores({"a": nps(answers=[1]), "b": csat(answers=[1], scale=FIVE_POINT)}),
            ServiceModelError,
            "one measure",
        ),
        (lambda: plot_zones({}), ServiceModelError, "zones is empty"),
        (lambda: plot_zones({"a": (1, 2)}), ServiceModelError, "adequate, desired, performance"),
        (lambda: plot_zones({"a": (1, 2, None)}), MissingError, r"zones\['a'\] is missing"),
        (lambda: plot_zones({"a": (3, 2, 1)}), DomainError, "adequate at most desired, 2"),
    ],
)
def test_what_cannot_be_drawn_is_refused(draw, error, words):
    with pytest.raises(error, match=words):
        draw()
