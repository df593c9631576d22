"""Why time was counted or skipped, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from servicemodel import ALWAYS_OPEN, MONDAY_TO_FRIDAY, BusinessCalendar, Weekday, render
from servicemodel.errors import DomainError, MissingError, ServiceModelError

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = BusinessCalendar(
    hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"),
    time_zone="Europe/Berlin",
    holidays={date(2024, 5, 1): "Labour <Day>", date(2024, 5, 4): "a Saturday", date(2024, 5, 6): ""},
)


def at(*parts):
    return datetime(*parts, tzinfo=BERLIN)


def test_each_stretch_is_listed_with_its_reason():
    explained = OFFICE.explain(start=at(2024, 4, 30, 16), end=at(2024, 5, 2, 10))

    assert str(explained).splitlines() == [
        "Business time (Europe/Berlin)",
        "  2024-04-30 16:00 → 2024-04-30 17:00: counted 1:00 (open)",
        "  2024-04-30 17:00 → 2024-05-01 09:00: skipped 16:00 (closed)",
        "  2024-05-01 09:00 → 2024-05-01 17:00: skipped 8:00 (holiday: Labour <Day>)",
        "  2024-05-01 17:00 → 2024-05-02 09:00: skipped 16:00 (closed)",
        "  2024-05-02 09:00 → 2024-05-02 10:00: counted 1:00 (open)",
        "  total: 2:00",
    ]
    assert explained.total == timedelta(hours=2)


def test_it_prints_itself_in_chinese_and_in_one_line():
    explained = OFFICE.explain(start=at(2024, 5, 1, 16), end=at(2024, 5, 1, 18), language="zh")

    assert str(explained).splitlines() == [
        "营业时长（Europe/Berlin）",
        "  2024-05-01 16:00 → 2024-05-01 17:00：不计 1:00（节假日：Labour <Day>）",
        "  2024-05-01 17:00 → 2024-05-01 18:00：不计 1:00（非营业时间）",
        "  合计：0:00",
    ]
    assert explained.describe("en").endswith("total: 0:00")
    assert explained.in_language("en").count("; ") == 2


def test_as_a_table_it_is_escaped_and_has_a_row_for_each_stretch():
    explained = OFFICE.explain(start=at(2024, 4, 30, 16), end=at(2024, 5, 2, 10))

    assert "Labour &lt;Day&gt;" in explained._repr_html_()
    assert explained.grid().header == ("from", "to", "counted?", "length", "reason")
    assert explained.grid("zh").rows[0][2:] == ("计入", "1:00", "营业")
    assert explained.grid("zh").notes == ("合计：2:00",)
    assert render.to_markdown(explained, "zh").count("\n|") == 7
    assert 'lang="zh-Hans"' in explained.to_html("zh")


def test_a_holiday_without_a_name_is_one_all_the_same_and_one_without_hours_is_simply_closed():
    explained = OFFICE.explain(start=at(2024, 5, 4), end=at(2024, 5, 6, 12))

    assert [s.reason.en for s in explained.stretches] == ["closed", "holiday"]
    assert explained.stretches[-1].reason.zh == "节假日"


def test_a_change_of_the_clocks_is_said_and_measured():
    night = BusinessCalendar(hours=dict.fromkeys(Weekday, "22:00-06:00"), time_zone="Europe/Berlin")
    for day, change, hours in ((at(2024, 3, 30, 20), "forward", 7), (at(2024, 10, 26, 20), "back", 9)):
        explained = night.explain(start=day, end=day + timedelta(hours=11))

        _, served, _ = explained.stretches
        assert served.reason.en == f"open; the clocks go {change} 1:00"
        assert served.duration == explained.total == timedelta(hours=hours)
        assert "时钟拨" in served.in_language("zh")


def test_seconds_are_shown_where_there_are_any():
    start = datetime(2024, 5, 1, tzinfo=UTC)
    explained = ALWAYS_OPEN.explain(start=start, end=start + timedelta(seconds=61, microseconds=5))

    (stretch,) = explained.stretches
    line = "2024-05-01 00:00 → 2024-05-01 00:01:01.000005: counted 0:01:01.000005 (open)"
    assert stretch.in_language("en") == line
    explained = ALWAYS_OPEN.explain(start=start, end=start + timedelta(hours=100, seconds=9))
    assert str(explained).endswith("total: 100:00:09")


def test_no_time_has_no_stretches():
    explained = OFFICE.explain(start=at(2024, 5, 2, 10), end=at(2024, 5, 2, 10))

    assert explained.stretches == ()
    assert str(explained) == "Business time (Europe/Berlin)\n  total: 0:00"


def test_what_cannot_be_explained_is_refused():
    with pytest.raises(DomainError, match="not before start"):
        OFFICE.explain(start=at(2024, 5, 2), end=at(2024, 5, 1))
    with pytest.raises(DomainError, match="with a time zone"):
        OFFICE.explain(start=at(2024, 5, 2).replace(tzinfo=None), end=at(2024, 5, 1))
    with pytest.raises(MissingError, match="end is missing"):
        OFFICE.explain(start=at(2024, 5, 2), end=None)
    with pytest.raises(ServiceModelError, match="'en' or 'zh'"):
        OFFICE.explain(start=at(2024, 5, 1), end=at(2024, 5, 2), language="de")
