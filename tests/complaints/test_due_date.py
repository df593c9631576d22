"""The last day of a deadline, against days walked one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs
import numpy as np
import pytest
from hypothesis import assume, given, strategies as st

from printed import printed
from servicemodel import (
    ALWAYS_OPEN,
    MONDAY_TO_FRIDAY,
    REGIMES,
    BusinessCalendar,
    DeadlineStage,
    DeadlineUnit,
    FirstDay,
    Text,
    Weekday,
    due_date,
)
from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.strategies import business_calendars, deadline_stages

OFFICE = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="UTC")
DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2029, 12, 31))
calendars = business_calendars()
business = st.just(DeadlineUnit.BUSINESS_DAYS)


def stage(amount, unit="business_days", **more):
    return DeadlineStage(key="answer", name=Text("answer", "答复"), amount=amount, unit=unit, **more)


def is_business_day(day, calendar):
    return bool(calendar.hours_of(day)) and calendar.holiday_of(day) is None


def walked(day, one, calendar):
    """Return the last day, counted one day after another."""
    left = one.amount * (7 if one.unit is DeadlineUnit.WEEKS else 1)
    day -= DAY if one.first_day is FirstDay.SAME_DAY else timedelta()
    while left:
        day += DAY
        left -= one.unit is not DeadlineUnit.BUSINESS_DAYS or is_business_day(day, calendar)
    return day


# --- as printed -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("complaint_deadlines"), ids=lambda row: f"{row['regime']}.{row['stage']}")
def test_a_deadline_ends_on_the_day_that_was_worked_out(row):
    one = REGIMES[row["regime"]].stage_of(row["stage"])
    received = date.fromisoformat(row["received"])

    assert (str(one.amount), one.unit.value) == (row["amount"], row["unit"])
    assert due_date(counted_from=received, stage=one, calendar=OFFICE) == date.fromisoformat(row["due"])


def test_every_stage_of_every_regime_has_a_day_worked_out():
    rows = [(row["regime"], row["stage"]) for row in printed("complaint_deadlines")]

    assert rows == [(regime.key, one.key) for regime in REGIMES for one in regime.stages]


@pytest.mark.parametrize(("received", "due"), [(3, 6), (4, 7), (5, 10), (6, 11), (7, 12), (8, 12), (9, 12), (10, 13)])
def test_what_fca_complaints_of_each_weekday_may_take(received, due):
    three_days = REGIMES["fca_disp"].stage_of("summary_resolution")

    assert due_date(counted_from=date(2024, 6, received), stage=three_days, calendar=OFFICE) == date(2024, 6, due)


def test_eight_weeks_are_56_days():
    assert (
        due_date(counted_from=date(2024, 6, 3), stage=stage(8, "weeks"), calendar=OFFICE) - date(2024, 6, 3) == 56 * DAY
    )


# --- properties -------------------------------------------------------------------------------------------------------


@given(day=days, one=deadline_stages(), calendar=calendars)
def test_it_is_the_day_one_comes_to_by_walking(day, one, calendar):
    assert due_date(counted_from=day, stage=one, calendar=calendar) == walked(day, one, calendar)


@given(day=days, later=st.integers(0, 400), one=deadline_stages(), calendar=calendars)
def test_what_comes_later_is_never_due_earlier(day, later, one, calendar):
    first, last = (due_date(counted_from=at, stage=one, calendar=calendar) for at in (day, day + timedelta(days=later)))

    assert first <= last


@given(day=days, one=deadline_stages(units=business), calendar=calendars)
def test_business_days_never_end_before_as_many_calendar_days(day, one, calendar):
    plain = attrs.evolve(one, unit=DeadlineUnit.CALENDAR_DAYS)

    assert due_date(counted_from=day, stage=one, calendar=calendar) >= due_date(
        counted_from=day, stage=plain, calendar=calendar
    )
    assert due_date(counted_from=day, stage=one, calendar=ALWAYS_OPEN) == due_date(
        counted_from=day, stage=plain, calendar=calendar
    )


@given(day=days, one=deadline_stages(), calendar=calendars, more=st.lists(days, max_size=3))
def test_more_holidays_never_move_it_forward(day, one, calendar, more):
    also = {**dict.fromkeys(more, ""), **dict(calendar.holidays)}
    closed = attrs.evolve(calendar, holidays=also)

    assert due_date(counted_from=day, stage=one, calendar=closed) >= due_date(
        counted_from=day, stage=one, calendar=calendar
    )


@given(day=days, one=deadline_stages(units=business), more=st.integers(1, 40), calendar=calendars)
def test_more_business_days_end_later(day, one, more, calendar):
    longer = attrs.evolve(one, amount=one.amount + more)

    assert due_date(counted_from=day, stage=one, calendar=calendar) < due_date(
        counted_from=day, stage=longer, calendar=calendar
    )


@given(day=days, amount=st.integers(2, 60), calendar=calendars)
def test_counting_the_day_itself_saves_a_day_where_it_is_one(day, amount, calendar):
    assume(is_business_day(day, calendar))
    same, shorter = stage(amount, first_day="same_day"), stage(amount - 1)

    assert due_date(counted_from=day, stage=same, calendar=calendar) == due_date(
        counted_from=day, stage=shorter, calendar=calendar
    )


@given(drawn=st.lists(st.none() | days, min_size=1, max_size=8), one=deadline_stages(), calendar=calendars)
def test_arrays_answer_as_their_days_do(drawn, one, calendar):
    array = np.array([np.datetime64("NaT", "D") if day is None else day for day in drawn], "M8[D]")
    expected = [None if day is None else due_date(counted_from=day, stage=one, calendar=calendar) for day in drawn]

    for given_ in (array, drawn, array.reshape(-1, 1)):
        found = due_date(counted_from=given_, stage=one, calendar=calendar)

        assert found.dtype == "M8[D]"
        assert found.ravel().tolist() == expected
        assert found.shape == np.shape(given_)


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (None, MissingError, "counted_from is missing"),
        (np.datetime64("NaT", "D"), MissingError, "counted_from is missing"),
        (datetime(2024, 6, 3, tzinfo=UTC), TypeError, "must be a date; got .* take its day in the calendar's zone"),
        ("2024-06-03", TypeError, "must be a date; got '2024-06-03'"),
        (date(1899, 12, 31), DomainError, r"a day from 1900 to the end of 2199; got datetime.date\(1899, 12, 31\)$"),
        (date(2200, 1, 1), DomainError, "a day from 1900"),
        ([date(2024, 6, 3), date(1899, 12, 31)], DomainError, r"at index 1 \(1 such value\)"),
        (np.array(["2024-06-03T10:00"], "M8[m]"), TypeError, r"array of datetime64\[D\] of local days"),
        ([1, 2], TypeError, "counted_from must be dates"),
    ],
)
def test_what_is_no_day_is_refused(value, error, message):
    with pytest.raises(error, match=message):
        due_date(counted_from=value, stage=stage(3), calendar=OFFICE)


def test_the_first_and_the_last_day_answered_are_answered():
    for day in (date(1900, 1, 1), date(2199, 12, 31)):
        assert due_date(counted_from=day, stage=stage(1, "calendar_days"), calendar=OFFICE) == day + DAY
    for given_ in ([np.datetime64("2024-06-03")], [np.datetime64("2024-06-03"), None], np.datetime64("2024-06-03")):
        found = due_date(counted_from=given_, stage=stage(1), calendar=OFFICE)
        assert np.ravel(found)[0] == date(2024, 6, 4)
    assert due_date(counted_from=[], stage=stage(1), calendar=OFFICE).shape == (0,)


def test_another_stage_and_a_calendar_that_never_opens_are_refused():
    closed = BusinessCalendar(hours={}, time_zone="UTC")

    with pytest.raises(TypeError, match="stage must be a DeadlineStage"):
        due_date(counted_from=date(2024, 6, 3), stage="final_response", calendar=OFFICE)
    with pytest.raises(TypeError, match="calendar must be a BusinessCalendar"):
        due_date(counted_from=date(2024, 6, 3), stage=stage(1), calendar=None)
    with pytest.raises(ServiceModelError, match="never open"):
        due_date(counted_from=date(2024, 6, 3), stage=stage(1), calendar=closed)


def test_a_day_with_hours_at_night_only_is_a_business_day():
    night = BusinessCalendar(hours={Weekday.SATURDAY: "22:00-06:00"}, time_zone="UTC")

    assert due_date(counted_from=date(2024, 6, 3), stage=stage(1), calendar=night) == date(2024, 6, 8)
