import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text as Words

from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.labels import Text
from servicemodel.plots import WaitGroup, plot_wait, plot_wait_groups, plot_waits
from servicemodel.waiting import ANCHORED, NEUTRAL, WaitCondition, perceived_wait


def texts(ax):
    return [words.get_text() for words in ax.findobj(Words) if words.get_text()]


@pytest.mark.parametrize("minutes", [0, 0.01, 10, 10_000])
@pytest.mark.parametrize("conditions", [0, WaitCondition.UNFAIR, 191])
def test_the_steps_lead_from_the_clock_to_the_wait_as_it_feels(minutes, conditions):
    ax = plot_wait(minutes, conditions)
    FigureCanvasAgg(ax.figure).draw()
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in ax.patches]
    (_, clock), (_, felt), *steps = bars
    assert clock == minutes
    assert felt == pytest.approx(perceived_wait(minutes=minutes, conditions=conditions))
    place = clock
    for before, after in steps:
        assert before == pytest.approx(place)
        place = after
    assert place == pytest.approx(felt)
    assert len(steps) == 1 + WaitCondition(conditions).value.bit_count()


def test_a_neutral_profile_changes_nothing():
    assert [bar.get_width() for bar in plot_wait(7, 191, NEUTRAL).patches][2:] == [0] * 8


@pytest.mark.parametrize(
    ("minutes", "conditions", "error"),
    [
        (-1, 0, DomainError),
        (None, 0, MissingError),
        (float("nan"), 0, MissingError),
        (1, 64, LabelError),
        ("1", 0, TypeError),
    ],
)
def test_a_wait_that_the_model_refuses_is_not_drawn(minutes, conditions, error):
    with pytest.raises(error):
        plot_wait(minutes, conditions)


def test_many_waits_are_drawn_by_condition_with_their_n():
    minutes, masks = np.array([10.0, 20.0, np.nan, 4.0]), np.array([1, 1 | 8, 1, 0], dtype=np.uint8)
    ax = plot_waits(minutes, masks)
    felt = perceived_wait(minutes=minutes, conditions=masks)
    assert "3 waits; 1 with something missing are left out" in texts(ax)
    assert f"15.0 → {felt[:2].mean():.1f}   n = 2" in texts(ax)
    assert f"20.0 → {felt[1]:.1f}   n = 1" in texts(ax)
    assert texts(ax).count("no waits") == 5


def test_one_mask_serves_all_waits():
    assert any("n = 2" in text for text in texts(plot_waits([1, 2], WaitCondition.SOLO)))


@pytest.mark.parametrize("minutes", [[], [np.nan], [0.0]])
def test_nothing_to_show_is_shown_as_nothing(minutes):
    FigureCanvasAgg(plot_waits(minutes).figure).draw()


@pytest.mark.parametrize("conditions", [[1, 2], [True], [0.5], "solo", None])
def test_masks_that_do_not_fit_the_waits_are_refused(conditions):
    with pytest.raises(ServiceModelError, match="masks"):
        plot_waits([1.0], conditions)


def test_groups_known_already_are_drawn_as_they_are():
    groups = [WaitGroup(text=Text("all", "全部"), count=1200, actual=4.0, perceived=5.0)]
    ax = plot_wait_groups(groups, ANCHORED, "zh", missing=3)
    assert "4.0 → 5.0   n = 1,200" in texts(ax)
    assert any("1,200" in text and "3" in text for text in texts(ax))


def test_no_groups_are_refused():
    with pytest.raises(ServiceModelError, match="empty"):
        plot_wait_groups([])
