"""Calendars: what they take, what they refuse, and the days on which clocks change."""

from __future__ import annotations

import copy
import pickle
import sys
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import find, given

from servicemodel import (
    ALWAYS_OPEN,
    MONDAY_TO_FRIDAY,
    BusinessCalendar,
    OpeningSpan,
    Weekday,
    add_business_time,
    business_time,
    holidays_of,
    is_open,
)
from servicemodel.clock.timeline import microseconds_of
from servicemodel.errors import LabelError, ServiceModelError
from servicemodel.strategies import business_calendars

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
OFFICE = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/Berlin")
HOUR = timedelta(hours=1)


def calendar(spans, zone="Europe/Berlin", **more):
    return BusinessCalendar(hours=dict.fromkeys(Weekday, spans), time_zone=zone, **more)


def open_hours(one, start, end):
    return business_time(start=start, end=end, calendar=one) / HOUR


# --- golden cases -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "due"), [(8, (6, 16)), (2, (6, 10)), (1, (3, 17)), (9, (6, 17)), (0, (3, 16))])
def test_what_begins_on_friday_at_four_is_due_on_monday(hours, due):
    friday = datetime(2024, 5, 3, 16, tzinfo=BERLIN)
    day, hour = due

    found = add_business_time(start=friday, duration=hours * HOUR, calendar=OFFICE)

    assert found == datetime(2024, 5, day, hour, tzinfo=BERLIN)
    assert found.tzinfo.key == "Europe/Berlin"
    assert business_time(start=friday, end=found, calendar=OFFICE) == hours * HOUR


def test_nothing_added_outside_hours_is_the_start_and_a_moment_is_after_the_opening():
    saturday = datetime(2024, 5, 4, 12, tzinfo=BERLIN)

    assert add_business_time(start=saturday, duration=timedelta(), calendar=OFFICE) == saturday
    moment = timedelta(microseconds=1)
    opening = datetime(2024, 5, 6, 9, tzinfo=BERLIN)
    assert add_business_time(start=saturday, duration=moment, calendar=OFFICE) == opening + moment


def test_an_opening_instant_is_the_same_open_time_as_the_close_before_it():
    close, opening = datetime(2024, 5, 3, 17, tzinfo=BERLIN), datetime(2024, 5, 6, 9, tzinfo=BERLIN)

    assert open_hours(OFFICE, close, opening) == 0
    assert is_open(at=opening, calendar=OFFICE)
    assert not is_open(at=close, calendar=OFFICE)
    assert is_open(at=close - timedelta(microseconds=1), calendar=OFFICE)


def test_a_reopened_evening_stretch_and_a_lunch_break_are_left_out():
    shop = calendar("09:00-12:00, 14:00-18:00")

    assert open_hours(shop, datetime(2024, 5, 3, 11, tzinfo=BERLIN), datetime(2024, 5, 3, 15, tzinfo=BERLIN)) == 2


# --- the clocks change ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "spring", "autumn"),
    [
        ("00:00-24:00", 23, 25),
        ("01:00-06:00", 4, 6),
        ("02:00-03:00", 0, 2),  # the hour that is missing, or comes twice
        ("02:30-06:00", 3, 4.5),  # opens at the jump; opens at the first 02:30
        ("01:00-02:30", 1, 1.5),  # closes at the jump; closes at the first 02:30
        ("02:10-02:20, 02:20-02:40", 0, 0.5),  # both jumped over; each at its first time
        ("09:00-17:00", 8, 8),
    ],
)  # fmt: skip
def test_a_night_in_which_the_clocks_change_is_as_long_as_it_is(spans, spring, autumn):
    for day, hours in ((date(2024, 3, 31), spring), (date(2024, 10, 27), autumn)):
        midnight = datetime(day.year, day.month, day.day, tzinfo=BERLIN)
        assert open_hours(calendar(spans), midnight, midnight + timedelta(days=1)) == hours


def test_a_night_shift_gains_and_loses_the_hour_too():
    night = BusinessCalendar(hours={"saturday": "22:00-06:00"}, time_zone="America/New_York")

    for month, day, hours in ((3, 9, 7), (11, 2, 9), (6, 1, 8)):
        noon = datetime(2024, month, day, 12, tzinfo=NEW_YORK)
        assert open_hours(night, noon, noon + timedelta(days=1)) == hours


def test_half_an_hour_is_gained_where_clocks_change_by_half_an_hour():
    howe = ZoneInfo("Australia/Lord_Howe")
    midnight = datetime(2024, 4, 7, tzinfo=howe)

    assert open_hours(calendar("00:00-24:00", "Australia/Lord_Howe"), midnight, midnight + timedelta(days=1)) == 24.5


def test_a_day_that_the_calendar_skipped_has_no_hours():
    apia = ZoneInfo("Pacific/Apia")  # went from 29 to 31 December 2011
    start, end = datetime(2011, 12, 29, tzinfo=apia), datetime(2012, 1, 1, tzinfo=apia)

    assert open_hours(calendar("09:00-17:00", "Pacific/Apia"), start, end) == 16
    assert open_hours(calendar("00:00-24:00", "Pacific/Apia"), start, end) == 48


def test_a_time_that_never_occurs_is_the_instant_of_the_jump_to_the_microsecond():
    def at(*clock):
        return microseconds_of(BERLIN, datetime.combine(date(2024, 3, 31), time(*clock)))

    jump = at(3)
    assert [at(2), at(2, 30), at(2, 59, 59, 999_999)] == [jump] * 3
    assert at(1, 59) == jump - 60_000_000
    assert datetime.fromtimestamp(jump / 1e6, UTC) == datetime(2024, 3, 31, 1, tzinfo=UTC)


# --- holidays ---------------------------------------------------------------------------------------------------------


def test_a_holiday_closes_the_spans_that_open_on_it_and_the_night_before_is_served_to_its_end():
    night = calendar("22:00-06:00", holidays={date(2024, 5, 1): "Labour Day"})
    noon = datetime(2024, 4, 30, 12, tzinfo=BERLIN)

    assert open_hours(night, noon, noon + timedelta(days=1)) == 8
    assert open_hours(night, noon + timedelta(days=1), noon + timedelta(days=2)) == 0


def test_holidays_are_dates_or_named_dates_and_are_kept_in_order():
    first, second = date(2024, 1, 1), date(2024, 5, 1)

    plain = calendar("09:00-17:00", holidays=[second, first, first])
    named = calendar("09:00-17:00", holidays={second: "Labour Day", first: "New Year"})

    assert plain.holidays == ((first, ""), (second, ""))
    assert plain.holiday_of(first) == ""
    assert plain.holiday_of(date(2024, 1, 2)) is None
    assert named.holidays == ((first, "New Year"), (second, "Labour Day"))
    assert named != plain


@pytest.mark.parametrize(
    "bad", [3, "2024-05-01", [datetime(2024, 5, 1, tzinfo=UTC)], ["2024-05-01"], {date(2024, 5, 1): 1}]
)
def test_holidays_that_are_no_dates_are_refused(bad):
    with pytest.raises(TypeError, match="holidays must be dates"):
        calendar("09:00-17:00", holidays=bad)


def test_public_holidays_come_with_their_names():
    pytest.importorskip("holidays", reason="needs holidays")
    found = holidays_of("DE", [2024, 2025], "BY")

    assert found[date(2024, 12, 25)] == "Erster Weihnachtstag"
    assert {day.year for day in found} == {2024, 2025}
    assert list(found) == sorted(found)
    assert holidays_of("DE", 2024).items() < found.items()
    christmas = datetime(2024, 12, 24, 16, tzinfo=BERLIN)
    due = add_business_time(start=christmas, duration=2 * HOUR, calendar=attrs.evolve(OFFICE, holidays=found))
    assert due == datetime(2024, 12, 27, 10, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("place", "named"), [(("XX", 2024), "'XX'"), (("DE", 2024, "ZZ"), "'DE' with subdivision 'ZZ'")]
)
def test_a_place_without_known_holidays_is_refused(place, named):
    pytest.importorskip("holidays", reason="needs holidays")
    with pytest.raises(ServiceModelError, match=f"knows no {named}"):
        holidays_of(*place)


def test_no_year_at_all_is_refused():
    pytest.importorskip("holidays", reason="needs holidays")
    with pytest.raises(ServiceModelError, match="at least one year"):
        holidays_of("DE", [])


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(ImportError, match=r"pip install servicemodel\[calendars\]"):
        holidays_of("DE", 2024)


# --- hours ------------------------------------------------------------------------------------------------------------


def test_hours_can_be_written_in_several_ways():
    written = BusinessCalendar(hours={"monday": "13:00–17:00, 09:00-12:00"}, time_zone="UTC")
    pairs = BusinessCalendar(hours={Weekday.MONDAY: [("09:00", "12:00"), (time(13), time(17))]}, time_zone="UTC")
    spans = BusinessCalendar(hours={Weekday.MONDAY: [OpeningSpan("9:00", "12:00"), "13:00-17:00"]}, time_zone="UTC")
    single = BusinessCalendar(hours={Weekday.MONDAY: OpeningSpan("09:00", "12:00")}, time_zone="UTC")

    assert written == pairs == spans
    assert hash(written) == hash(spans)
    assert single.hours_of(date(2024, 5, 6)) == (OpeningSpan(time(9), time(12)),)
    assert single.hours_of(date(2024, 5, 7)) == ()


def test_a_span_says_itself_and_whether_it_passes_midnight():
    assert str(OpeningSpan("00:00", "24:00")) == "00:00–24:00"
    assert str(OpeningSpan("08:00:30", "12:00")) == "08:00:30–12:00"
    assert OpeningSpan("22:00", "06:00").past_midnight
    assert OpeningSpan("18:00", "24:00").end == timedelta(days=1)
    assert not OpeningSpan("09:00", "17:00").past_midnight
    assert Weekday.of(date(2024, 5, 5)) is Weekday.SUNDAY


@pytest.mark.parametrize(
    ("hours", "names"),
    [
        ({"monday": "09:00-12:00, 11:59-13:00"}, "Monday 09:00–12:00 and Monday 11:59–13:00"),
        ({"monday": "09:00-12:00, 09:00-12:00"}, "Monday 09:00–12:00 and Monday 09:00–12:00"),
        ({"monday": "22:00-06:00", "tuesday": "05:00-06:00"}, "Monday 22:00–06:00 and Tuesday 05:00–06:00"),
        ({"sunday": "22:00-06:00", "monday": "05:00-06:00"}, "Sunday 22:00–06:00 and Monday 05:00–06:00"),
    ],
)
def test_spans_that_overlap_are_refused_by_name(hours, names):
    with pytest.raises(ServiceModelError, match=names):
        BusinessCalendar(hours=hours, time_zone="UTC")


def test_spans_may_touch():
    touching = {"sunday": "22:00-06:00", "monday": "06:00-12:00, 12:00-24:00", "tuesday": "00:00-01:00"}
    one = BusinessCalendar(hours=touching, time_zone="UTC")
    sunday = datetime(2024, 5, 5, 22, tzinfo=UTC)

    assert open_hours(one, sunday, sunday + timedelta(days=4)) == 27


@pytest.mark.parametrize(
    ("hours", "error", "message"),
    [
        ({"funday": "09:00-17:00"}, LabelError, "funday"),
        ({"monday": "nine to five"}, ServiceModelError, "written like '09:00-17:00'"),
        ({"monday": "09:00-25:00"}, ServiceModelError, "written like '09:00'"),
        ({"monday": "09:00-5pm"}, ServiceModelError, "written like '09:00'"),
        ({"monday": ("09:00", "17:00")}, ServiceModelError, "a span of opening hours"),
        ({"monday": [(9, 17)]}, TypeError, "must be a datetime.time"),
        ({"monday": 9}, TypeError, "the hours of a day are written"),
        ({"monday": [None]}, TypeError, "the hours of a day are written"),
        ({"monday": [(time(9, tzinfo=UTC), time(17))]}, ServiceModelError, "carry none of their own"),
        ("09:00-17:00", TypeError, "hours must be a mapping"),
        (None, TypeError, "hours must be a mapping"),
    ],
)
def test_hours_that_cannot_be_read_are_refused(hours, error, message):
    with pytest.raises(error, match=message):
        BusinessCalendar(hours=hours, time_zone="UTC")


# --- zones ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "../etc/passwd", "Europe", "\0"])
def test_an_unknown_zone_is_refused(zone):
    with pytest.raises(ServiceModelError, match="there is no time zone"):
        calendar("09:00-17:00", zone)


@pytest.mark.parametrize("zone", [None, 1, UTC])
def test_a_zone_is_a_name(zone):
    with pytest.raises(TypeError, match="time_zone must be the name of a zone"):
        calendar("09:00-17:00", zone)


def test_a_zone_may_be_given_as_itself():
    assert calendar("09:00-17:00", BERLIN) == calendar("09:00-17:00")


# --- the object -------------------------------------------------------------------------------------------------------


@given(business_calendars(time_zones=["UTC", "Europe/Berlin"]))
def test_calendars_travel_and_can_be_changed_by_copying(made):
    start = datetime(2024, 3, 30, tzinfo=UTC)
    hours = open_hours(made, start, start + timedelta(days=9))

    for other in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made), attrs.evolve(made)):
        assert other == made
        assert hash(other) == hash(made)
        assert open_hours(other, start, start + timedelta(days=9)) == hours


@pytest.mark.parametrize(
    "reached",
    [
        lambda c: c.never_open,
        lambda c: len(c.hours) == 7,
        lambda c: any(len(spans) > 1 for _, spans in c.hours),
        lambda c: any(span.past_midnight and span.closes > time(0) for _, spans in c.hours for span in spans),
        lambda c: len(c.holidays) > 1,
    ],
)
def test_drawn_calendars_are_of_all_kinds(reached):
    assert reached(find(business_calendars(never_open=True), reached))


def test_drawn_calendars_open_unless_told_otherwise():
    assert find(business_calendars(), lambda c: len(c.hours) == 1).never_open is False


def test_the_calendar_that_never_closes_needs_no_zone_database():
    assert ALWAYS_OPEN.zone is UTC
    assert not ALWAYS_OPEN.never_open
