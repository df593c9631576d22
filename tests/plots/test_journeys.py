import itertools

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text as Words

from servicemodel.errors import LabelError, MissingError, ServiceModelError
from servicemodel.journey import SUPERMARKET_CYCLE, peak_end
from servicemodel.labels import Text
from servicemodel.plots import plot_journey

NAMES = [Text("arrive", "到达"), Text("wait", "等候"), Text("leave", "离开")]


def texts(ax):
    return [words.get_text() for words in ax.findobj(Words) if words.get_text()]


def level(ax, start):
    """Return the height of the line across whose words begin so."""
    (words,) = [w for w in ax.findobj(Words) if w.get_text().startswith(start)]
    return words.xy[1]


@pytest.mark.parametrize("moments", [[6, 2, 9], [9, 2, 6], [5, 5, 5], [0, 0, 1e-3], [-1e6, 1e6, 3]])
@pytest.mark.parametrize(
    "way", [{"peak": "worst"}, {"peak": "best", "direction": "lower_is_better"}, {"peak": "extreme", "neutral": 4}]
)
def test_the_line_is_the_journey_and_the_levels_are_its_figures(moments, way):
    ax = plot_journey(moments, names=NAMES, **way)
    FigureCanvasAgg(ax.figure).draw()
    found = peak_end(moments=moments, **way)

    assert any(line.get_ydata().tolist() == moments for line in ax.lines if len(line.get_ydata()) == len(moments) == 3)
    assert level(ax, "remembered: ") == found.remembered
    assert level(ax, "mean: ") == found.mean
    low, high = ax.get_ylim()
    assert low < min(moments) <= max(moments) < high
    assert ("lower is better" in texts(ax)) == ("direction" in way)
    assert any(text.startswith("neutral") for text in texts(ax)) == ("neutral" in way)


def test_peak_and_end_are_marked_apart_or_as_one():
    apart, one = plot_journey([6, 2, 9], peak="worst"), plot_journey([6, 2, 9], peak="best")

    assert {"peak", "end"} <= set(texts(apart))
    assert "peak and end" in texts(one)
    assert "peak" not in texts(one)


def test_of_two_moments_as_bad_the_later_is_marked():
    ax = plot_journey([2, 5, 2, 5], peak="worst")

    (peak,) = [words for words in ax.findobj(Words) if words.get_text() == "peak"]
    assert peak.xy == (2, 2)


def test_a_single_moment_has_no_slope_and_chinese_words_are_drawn():
    assert not any(text.startswith("slope") for text in texts(plot_journey([5], peak="best")))
    ax = plot_journey([6, 2, 9], peak="worst", names=NAMES, language="zh")
    FigureCanvasAgg(ax.figure).draw()
    assert {"峰", "终", "等候", "平均：5.67"} <= set(texts(ax))


def test_words_at_the_side_keep_apart():
    ax = plot_journey([4.9, 5.1, 5], peak="extreme", neutral=5)
    side = [w for w in ax.findobj(Words) if w.get_text().split(":")[0] in {"remembered", "mean", "neutral"}]
    heights = sorted(ax.transData.transform((0, w.xy[1]))[1] * 72 / ax.figure.dpi + w.xyann[1] for w in side)

    assert len(heights) == 3
    assert min(upper - lower for lower, upper in itertools.pairwise(heights)) >= 12.9


def test_a_long_journey_keeps_to_the_width_of_a_page():
    cycle = SUPERMARKET_CYCLE.moments
    ax = plot_journey(list(range(17)), peak="best", names=[moment.text for moment in cycle])
    FigureCanvasAgg(ax.figure).draw()

    assert ax.figure.get_size_inches()[0] * 72 < 800


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"moments": [[1, 2], [3]], "peak": "worst"}, ServiceModelError),
        ({"moments": [1, None], "peak": "worst"}, MissingError),
        ({"moments": [1, 2], "peak": "worst", "names": NAMES}, ServiceModelError),
        ({"moments": [1, 2], "peak": "highest"}, LabelError),
        ({"moments": [1, 2], "peak": "worst", "language": "fr"}, ServiceModelError),
    ],
)
def test_what_is_no_journey_is_not_drawn(given, error):
    moments = given.pop("moments")
    with pytest.raises(error):
        plot_journey(moments, **given)
