"""What the questions of a calendar refuse, and what they do with what is missing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from servicemodel import (
    ALWAYS_OPEN,
    MONDAY_TO_FRIDAY,
    BusinessCalendar,
    Weekday,
    add_business_time,
    business_time,
    is_open,
)
from servicemodel.errors import DomainError, MissingError, ServiceModelError

OFFICE = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="UTC")
CLOSED = BusinessCalendar(hours={}, time_zone="UTC")
FRIDAY, MONDAY = datetime(2024, 5, 3, 16, tzinfo=UTC), datetime(2024, 5, 6, 10, tzinfo=UTC)
START = np.array(["2024-05-03T16", "NaT", "2024-05-03T20"], "M8[h]")
NAIVE = FRIDAY.replace(tzinfo=None)
HOUR = timedelta(hours=1)


def questions(value, calendar=OFFICE):
    """Ask every question with a value in the place of each instant."""
    return [
        ("start", lambda: business_time(start=value, end=MONDAY, calendar=calendar)),
        ("end", lambda: business_time(start=FRIDAY, end=value, calendar=calendar)),
        ("start", lambda: add_business_time(start=value, duration=HOUR, calendar=calendar)),
        ("at", lambda: is_open(at=value, calendar=calendar)),
    ]


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (None, MissingError, "{} is missing"),
        (float("nan"), MissingError, "{} is missing"),
        (pd.NaT, MissingError, "{} is missing"),
        (np.datetime64("NaT", "us"), MissingError, "{} is missing"),
        (NAIVE, DomainError, "{} must be a datetime with a time zone"),
        ([NAIVE], DomainError, "{} must be a datetime with a time zone"),
        ("2024-05-03", TypeError, "{} must be a datetime with a time zone"),
        (date(2024, 5, 3), TypeError, "{} must be"),
        (5, TypeError, "{} must be"),
        (pd.Series([FRIDAY]), TypeError, "{} must be .* got Series: write column.to_numpy"),
        ([5], TypeError, "{} must be"),
        (["2024-05-03"], TypeError, "{} must be"),
        (datetime(1899, 12, 31, 23, tzinfo=UTC), DomainError, "{} must be from 1900 to the end of 2199"),
        (datetime(2200, 1, 1, tzinfo=UTC), DomainError, "{} must be from 1900 to the end of 2199"),
        ([None, datetime(2200, 1, 1, tzinfo=UTC)], DomainError, "{} must be from 1900 .* at index 1"),
        (np.array(["9999"], "M8[Y]"), DomainError, "{} must be from 1900"),
        (np.array([2**60], "M8[s]"), DomainError, "{} must be between"),
        (np.datetime64("2024-05-03T16:00:00.000000001"), DomainError, "{} must be .* to the microsecond"),
        (
            np.array(["NaT", "2024-05-03T16:00:00.000000001"], "M8[ns]"),
            DomainError,
            "{} must be to the micro.* index 1",
        ),
    ],
    ids=str,
)
def test_an_instant_that_cannot_be_taken_is_refused_by_name(value, error, message):
    for name, ask in questions(value):
        with pytest.raises(error, match=message.format(name)):
            ask()


def test_the_first_and_the_last_years_are_answered():
    first, last = datetime(1900, 1, 1, tzinfo=UTC), datetime(2199, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)

    assert business_time(start=first, end=last, calendar=ALWAYS_OPEN) == last - first
    assert add_business_time(start=first, duration=last - first, calendar=ALWAYS_OPEN) == last
    assert is_open(at=last, calendar=ALWAYS_OPEN)
    with pytest.raises(DomainError, match="over before the year 2200"):
        add_business_time(start=last, duration=timedelta(microseconds=1), calendar=ALWAYS_OPEN)


@pytest.mark.parametrize("unit", ["h", "m", "s", "ms", "us", "ns"])
def test_any_unit_that_is_exact_will_do(unit):
    start = START.astype(f"M8[{unit}]")

    total = business_time(start=start, end=MONDAY, calendar=OFFICE)

    assert total.dtype == "m8[us]"
    assert total[[0, 2]].tolist() == [2 * HOUR, HOUR]
    assert np.isnat(total[1])
    due = add_business_time(start=start, duration=total.astype("m8[ns]"), calendar=OFFICE)
    assert due[[0, 2]].tolist() == [MONDAY.replace(tzinfo=None)] * 2


def test_single_instants_and_durations_of_numpy_and_pandas_will_do():
    start = np.datetime64("2024-05-03T16")

    assert business_time(start=start, end=pd.Timestamp(MONDAY), calendar=OFFICE) == 2 * HOUR
    for two in (np.timedelta64(2, "h"), pd.Timedelta(hours=2), 2 * HOUR):
        assert add_business_time(start=start, duration=two, calendar=OFFICE) == MONDAY


def test_one_instant_and_many_go_together_and_keep_their_shape():
    starts = np.array([["2024-05-03T16", "2024-05-03T15"]], "M8[s]")
    durations = np.array([[1], [3]]) * np.timedelta64(1, "h")

    assert business_time(start=starts, end=MONDAY, calendar=OFFICE).tolist() == [[2 * HOUR, 3 * HOUR]]
    assert business_time(start=FRIDAY, end=[MONDAY], calendar=OFFICE).tolist() == [2 * HOUR]
    assert add_business_time(start=starts, duration=durations, calendar=OFFICE).shape == (2, 2)
    assert add_business_time(start=FRIDAY, duration=[2 * HOUR, None], calendar=OFFICE).shape == (2,)
    assert add_business_time(start=[FRIDAY], duration=2 * HOUR, calendar=OFFICE).tolist() == [
        MONDAY.replace(tzinfo=None)
    ]
    masked = np.ma.MaskedArray(starts, mask=[[False, True]])
    assert np.isnat(business_time(start=masked, end=MONDAY, calendar=OFFICE)).tolist() == [[False, True]]
    assert is_open(at=masked, calendar=OFFICE).tolist() == [[1, -1]]


@pytest.mark.parametrize("nothing", [[], np.array([], "M8[ns]"), [None, None], np.array(["NaT"], "M8[D]")], ids=str)
def test_nothing_in_gives_nothing_out(nothing):
    assert np.isnat(business_time(start=nothing, end=MONDAY, calendar=OFFICE)).all()
    assert np.isnat(add_business_time(start=nothing, duration=HOUR, calendar=OFFICE)).all()
    assert np.isnat(add_business_time(start=FRIDAY, duration=[None] * len(nothing), calendar=OFFICE)).all()
    assert (is_open(at=nothing, calendar=OFFICE) == -1).all()
    assert is_open(at=nothing, calendar=OFFICE).shape == (len(nothing),)


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ServiceModelError, match=r"do not broadcast: start \(3,\), end \(2,\)"):
        business_time(start=START, end=START[:2], calendar=OFFICE)


def test_an_end_before_its_start_is_refused_with_its_place_and_how_many_there_are():
    with pytest.raises(DomainError, match="end must be not before start"):
        business_time(start=MONDAY, end=FRIDAY, calendar=OFFICE)
    with pytest.raises(DomainError, match="end must be not before start") as caught:
        business_time(start=START, end=START[::-1] - np.timedelta64(1, "h"), calendar=OFFICE)
    assert (caught.value.index, caught.value.count) == (2, 1)
    with pytest.raises(DomainError) as caught:
        business_time(start=np.full((2, 200_000), START[0]), end=START[0] - np.timedelta64(1, "h"), calendar=OFFICE)
    assert (caught.value.index, caught.value.count) == ((0, 0), 400_000)
    assert business_time(start=FRIDAY, end=FRIDAY, calendar=OFFICE) == timedelta()


def test_a_calendar_that_never_opens_is_refused_where_open_time_is_asked_for():
    for _, ask in questions(START, CLOSED)[:3]:
        with pytest.raises(ServiceModelError, match="never open"):
            ask()
    assert is_open(at=FRIDAY, calendar=CLOSED) is False
    assert is_open(at=START, calendar=CLOSED).tolist() == [0, -1, 0]
    assert CLOSED.explain(start=FRIDAY, end=MONDAY).total == timedelta()


@pytest.mark.parametrize("calendar", [None, "office", {"monday": "09:00-17:00"}])
def test_a_calendar_is_a_calendar(calendar):
    for _, ask in questions(FRIDAY, calendar):
        with pytest.raises(TypeError, match="calendar must be a BusinessCalendar"):
            ask()


@pytest.mark.parametrize(
    ("duration", "error", "message"),
    [
        (None, MissingError, "duration is missing"),
        (np.timedelta64("NaT", "us"), MissingError, "duration is missing"),
        (timedelta(microseconds=-1), DomainError, "duration must be a duration of at least 0"),
        (timedelta.max, DomainError, "at most 109,573 days"),
        (np.timedelta64(-1, "s"), DomainError, "at least 0"),
        (8, TypeError, "duration must be a timedelta"),
        ("8h", TypeError, "duration must be a timedelta"),
        (pd.Timedelta(1, "ns"), DomainError, "to the microsecond"),
        (pd.Series([HOUR]), TypeError, "write column.to_numpy"),
        ([HOUR, -HOUR], DomainError, "at least 0"),
        ([8.0], TypeError, "array of timedelta64"),
        (["8h"], TypeError, "array of timedelta64"),
        ([8, None], TypeError, "duration must be a timedelta"),
        (np.array([1], "m8[M]"), TypeError, "in weeks or a smaller unit"),
        (np.array([1, "NaT", -1], "m8[s]"), DomainError, "at least 0.* at index 2"),
        (np.array([2**62], "m8[W]"), DomainError, "at most 109,573 days"),
        (np.array([1, 1001], "m8[ns]"), DomainError, "to the microsecond.* at index 0 .2 such"),
        (timedelta(days=109_573), DomainError, "over before the year 2200"),
        (np.array([1, "NaT", 109_573], "m8[D]"), DomainError, "over before the year 2200.* at index 2"),
    ],
    ids=str,
)
def test_a_duration_that_cannot_be_taken_is_refused(duration, error, message):
    with pytest.raises(error, match=message):
        add_business_time(start=FRIDAY, duration=duration, calendar=ALWAYS_OPEN)


def test_hours_that_holidays_never_leave_open_are_found_out_at_the_last_year_answered():
    mondays = [date(2195, 1, 5) + timedelta(weeks=n) for n in range(400)]
    shut = BusinessCalendar(hours={Weekday.MONDAY: "09:00-17:00"}, time_zone="UTC", holidays=mondays)
    start = datetime(2199, 5, 1, tzinfo=UTC)

    assert business_time(start=start, end=start + timedelta(days=90), calendar=shut) == timedelta()
    with pytest.raises(DomainError, match="over before the year 2200"):
        add_business_time(start=start, duration=HOUR, calendar=shut)
    with pytest.raises(DomainError, match="over before the year 2200"):
        add_business_time(start=[start], duration=HOUR, calendar=shut)


def test_the_years_may_be_asked_about_in_any_order():
    fresh = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="Europe/Berlin")
    asked = [FRIDAY.replace(year=year, month=1, day=1) for year in (2024, 1990, 2050, 2025, 1990)]

    weeks = [business_time(start=at, end=at + timedelta(days=28), calendar=fresh) for at in asked]

    assert weeks == [20 * 8 * HOUR] * 5


def test_what_is_due_years_later_is_found_by_a_calendar_that_was_never_asked():
    fresh = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="UTC")

    due = add_business_time(start=FRIDAY, duration=52 * 10 * 40 * HOUR, calendar=fresh)

    assert due == FRIDAY + timedelta(weeks=520)
