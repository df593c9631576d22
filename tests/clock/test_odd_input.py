"""Input that production sends: times that carry a zone in their text, durations and numbers of other libraries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from servicemodel import (
    ALWAYS_OPEN,
    BusinessCalendar,
    ClockEvent,
    ClockPolicy,
    OpeningSpan,
    ServiceClock,
    holidays_of,
    is_open,
    read_clocks,
)
from servicemodel.errors import ServiceModelError

NINE = datetime(2024, 5, 6, 9, tzinfo=UTC)
HOURS = timedelta(hours=8)


def test_the_midnight_that_ends_a_day_does_not_open_it():
    with pytest.raises(ServiceModelError, match="'24:00' ends a day; a span that opens at midnight opens at '00:00'"):
        BusinessCalendar(hours={"monday": "24:00-02:00"}, time_zone="UTC")
    assert str(OpeningSpan("22:00", "24:00")) == "22:00–24:00"


@pytest.mark.parametrize("span", ["09:00Z-17:00", "09:00-17:00Z", ("09:00+02:00", "17:00+02:00")])
def test_a_zone_within_the_text_of_a_time_is_refused(span):
    with pytest.raises(ServiceModelError, match="carry none of their own; got '"):
        BusinessCalendar(hours={"monday": [span]}, time_zone="UTC")


@pytest.mark.parametrize("holiday", [(date(2024, 5, 1), "Labour Day", "DE"), (date(2024, 5, 1),), ()])
def test_a_holiday_is_a_date_or_a_date_and_its_name(holiday):
    with pytest.raises(TypeError, match="holidays must be dates, or a mapping of dates to names; got"):
        BusinessCalendar(hours={"monday": "09:00-17:00"}, time_zone="UTC", holidays=[holiday])


@pytest.mark.parametrize("make", [lambda hours: np.timedelta64(hours, "h"), lambda hours: pd.Timedelta(hours=hours)])
def test_durations_of_other_libraries_become_plain_ones(make):
    policy = ClockPolicy(target=make(8), warning=make(1))
    reading = ServiceClock(calendar=ALWAYS_OPEN, policy=policy).read([ClockEvent("opened", NINE)], as_of=NINE)

    assert type(policy.target) is type(policy.warning) is type(reading.remaining) is timedelta
    assert repr(policy) == repr(ClockPolicy(target=HOURS, warning=timedelta(hours=1)))


@pytest.mark.parametrize(
    "request_",
    [
        [np.int64(7), np.int64(7)],
        [np.int64(7), 7],
        [np.str_("a"), "a"],
        np.array([np.int32(7), 7], dtype=object),
    ],
)
def test_numbers_of_numpy_in_a_list_tell_requests_apart(request_):
    clock = ServiceClock(calendar=ALWAYS_OPEN, policy=ClockPolicy(target=HOURS))
    readings = read_clocks(
        clock=clock, request=request_, kind=["opened", "resolved"], at=[NINE, NINE + HOURS], as_of=NINE + HOURS
    )

    assert readings.request.tolist() == [np.asarray(request_, dtype=object).tolist()[1]]
    assert readings.state.tolist() == [4]


def test_where_one_instant_is_asked_for_no_array_is_offered():
    clock = ServiceClock(calendar=ALWAYS_OPEN, policy=ClockPolicy(target=HOURS))

    with pytest.raises(TypeError, match=r"as_of must be a datetime with a time zone; got ndarray$"):
        clock.read([ClockEvent("opened", NINE)], as_of=np.array([NINE]))
    with pytest.raises(TypeError, match=r"target must be a timedelta; got int$"):
        ClockPolicy(target=8)
    with pytest.raises(TypeError, match=r"at must be a datetime with a time zone; got Series$"):
        ClockEvent("opened", pd.Series([NINE]))
    with pytest.raises(TypeError, match="at must be a datetime with a time zone or an array of these; got date"):
        is_open(at=date(2024, 5, 6), calendar=ALWAYS_OPEN)


@pytest.mark.parametrize("years", ["2024", 2024.0, [2024.5], ["2024"], [True], True, None])
def test_years_are_whole_numbers(years):
    with pytest.raises(TypeError, match="years must be a whole number or several; got"):
        holidays_of("DE", years)  # a text would be taken for the years 2, 0, 2 and 4, which have no holidays


@pytest.mark.parametrize("place", [(None, None), (49, None), ("DE", 9)])
def test_places_are_named_in_text(place):
    with pytest.raises(TypeError, match=r"(country|subdivision) must be text, such as '(DE|BY)'; got"):
        holidays_of(place[0], 2024, place[1])


def test_years_of_numpy_will_do():
    assert holidays_of("DE", np.arange(2024, 2026)) == holidays_of("DE", [2024, 2025])
