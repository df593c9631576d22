"""Counted time drawn by days says what explain() says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text as Words

from servicemodel import MONDAY_TO_FRIDAY, BusinessCalendar, ClockEvent, ClockPolicy, ServiceClock, Weekday
from servicemodel.errors import ServiceModelError
from servicemodel.plots import plot_counted_time, svg
from servicemodel.strategies import business_calendars
from thoroughness import at_most

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = BusinessCalendar(
    hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"),
    time_zone="Europe/Berlin",
    holidays={date(2024, 5, 1): "Labour Day", date(2024, 5, 2): "Fair"},
)
TUESDAY = datetime(2024, 4, 30, 16, tzinfo=BERLIN)


def texts(ax):
    return [words.get_text() for words in ax.findobj(Words) if words.get_text()]


def bars(ax):
    """Row, start, end and colour of each bar."""
    return [
        (round(b.get_y() + b.get_height() / 2), b.get_x(), b.get_x() + b.get_width(), b.get_facecolor())
        for b in ax.patches
    ]


def test_each_day_is_a_row_with_its_hours_and_what_was_counted():
    ax = plot_counted_time(OFFICE.explain(start=TUESDAY, end=datetime(2024, 5, 3, 10, tzinfo=BERLIN)))
    drawn = bars(ax)

    assert [(row, start, end) for row, start, end, _ in drawn] == [
        (0, 16, 17), (0, 17, 24), (1, 0, 9), (1, 9, 17), (1, 17, 24), (2, 0, 9), (2, 9, 17), (2, 17, 24), (3, 0, 9),
        (3, 9, 10),
    ]  # fmt: skip
    assert drawn[0][3] == drawn[-1][3] != drawn[1][3]
    assert len({colour for *_, colour in drawn}) == 4, "counted, closed, and a colour for each holiday"
    for words in ("2024-04-30 Tuesday", "2024-05-03 Friday", "1:00", "total: 2:00", "Europe/Berlin"):
        assert words in texts(ax)
    assert texts(ax).count("1:00") == 2
    assert texts(ax).count("—") == 2
    for reason in ("counted", "closed", "holiday: Labour Day", "holiday: Fair"):
        assert reason in texts(ax)


def test_a_pause_goes_on_through_the_night():
    clock = ServiceClock(calendar=OFFICE, policy=ClockPolicy(target=timedelta(hours=8)))
    log = [ClockEvent("opened", TUESDAY), ClockEvent("paused", TUESDAY.replace(minute=30), reason="waiting")]
    ax = plot_counted_time(clock.explain(log, as_of=TUESDAY + timedelta(days=1), language="zh"))

    assert [(row, start, end) for row, start, end, _ in bars(ax)] == [(0, 16, 16.5), (0, 16.5, 24), (1, 0, 16)]
    assert {"2024-04-30 星期二", "0:30", "合计：0:30", "计入", "暂停：waiting"} <= set(texts(ax))
    assert "逐日计时" in texts(ax)


def test_the_language_is_that_of_what_is_drawn_unless_given():
    counted = OFFICE.explain(start=TUESDAY, end=TUESDAY + timedelta(hours=1), language="zh")

    assert "逐日计时" in texts(plot_counted_time(counted))
    assert "What the clock counted, day by day" in texts(plot_counted_time(counted, "en"))
    with pytest.raises(ServiceModelError, match="language must be"):
        plot_counted_time(counted, "fr")


@pytest.mark.parametrize(("month", "day", "length"), [(3, 31, "23:00"), (10, 27, "25:00")], ids=["forward", "back"])
def test_a_day_on_which_the_clocks_change_is_as_long_as_it_was(month, day, length):
    start = datetime(2024, month, day, tzinfo=BERLIN)
    always = BusinessCalendar(hours=dict.fromkeys(Weekday, "00:00-24:00"), time_zone="Europe/Berlin")
    ax = plot_counted_time(always.explain(start=start, end=start + timedelta(days=1)))

    assert [bar[:3] for bar in bars(ax)] == [(0, 0, 24)]
    assert length in texts(ax)


@given(business_calendars(), st.integers(0, 60 * 24 * 20), st.integers(1, 60 * 24 * 20))
@settings(max_examples=at_most(25), deadline=None)
def test_the_days_add_up_to_the_total(calendar, begin, minutes):
    start = datetime(2024, 3, 20, tzinfo=UTC) + timedelta(minutes=begin)
    counted = calendar.explain(start=start, end=start + timedelta(minutes=minutes))
    ax = plot_counted_time(counted)
    FigureCanvasAgg(ax.figure).draw()
    lengths = [text.split(":") for text in texts(ax) if text.replace(":", "").isdigit() and ":" in text]

    assert sum((timedelta(hours=int(h), minutes=int(m)) for h, m in lengths), timedelta()) == counted.total


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ServiceModelError, match="nothing to draw"):
        plot_counted_time(OFFICE.explain(start=TUESDAY, end=TUESDAY))
    with pytest.raises(ServiceModelError, match="at most 62 days can be drawn; got 63"):
        plot_counted_time(OFFICE.explain(start=TUESDAY, end=TUESDAY + timedelta(days=62)))
    assert plot_counted_time(OFFICE.explain(start=TUESDAY, end=TUESDAY + timedelta(days=61)))
    with pytest.raises(TypeError, match="counted must be a CountedTime"):
        plot_counted_time(timedelta(hours=1))


def test_a_drawing_becomes_a_picture_for_a_page():
    picture = svg(plot_counted_time(OFFICE.explain(start=TUESDAY, end=TUESDAY + timedelta(days=3))).figure, name="k")

    assert picture.startswith("<svg")
    assert "holiday: Labour Day" in picture
