"""What holds of every calendar, checked against one that is read minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import assume, example, given, settings, strategies as st

from clock.reference import MINUTE, TURNS, ZONES, minutes_open, utc
from servicemodel import ALWAYS_OPEN, BusinessCalendar, add_business_time, business_time, is_open
from servicemodel.errors import DomainError
from servicemodel.strategies import business_calendars
from thoroughness import at_most

HOLIDAYS = st.sampled_from([turn.date() + timedelta(days=n) for turn in TURNS for n in range(-3, 4)])
CALENDARS = business_calendars(time_zones=ZONES, holidays=HOLIDAYS | st.dates(date(2023, 1, 1), date(2024, 12, 31)))
NEAR_TURNS = st.builds(
    lambda turn, shift: turn + shift,
    st.sampled_from(TURNS),
    st.timedeltas(-3 * MINUTE * 1440, 3 * MINUTE * 1440),
)
INSTANTS = NEAR_TURNS | st.timedeltas(timedelta(), timedelta(days=730)).map(lambda since: utc(2023, 1, 1) + since)


@st.composite
def in_order(draw, count):
    return sorted(draw(st.lists(INSTANTS, min_size=count, max_size=count)))


@settings(max_examples=at_most(60))
@given(CALENDARS, st.sampled_from(TURNS), st.integers(-2880, 1440), st.integers(0, 2880))
def test_every_answer_agrees_with_a_clock_watched_minute_by_minute(calendar, turn, first, length):
    start = turn + first * MINUTE
    minutes = minutes_open(calendar, start, start + length * MINUTE)
    instants = np.datetime64(start.replace(tzinfo=None), "us") + np.arange(length) * np.timedelta64(1, "m")

    total = business_time(start=start, end=start + length * MINUTE, calendar=calendar)

    assert total == sum(minutes) * MINUTE
    assert is_open(at=instants, calendar=calendar).tolist() == minutes
    seen = {calendar.explain(start=start, end=start + length * MINUTE).total}
    assert seen == {total}
    if total:
        due = add_business_time(start=start, duration=total, calendar=calendar)
        last = max(n for n, open_ in enumerate(minutes) if open_)
        assert due.astimezone(UTC) == start + (last + 1) * MINUTE


@pytest.mark.parametrize("zone", ZONES)
def test_the_years_hold_a_change_of_the_clocks_near_the_days_tested(zone):
    offsets = {(turn + timedelta(days=n)).astimezone(ZoneInfo(zone)).utcoffset() for turn in TURNS for n in (-3, 3)}
    assert len(offsets) == (1 if zone == "Asia/Shanghai" else 2)


@given(CALENDARS, in_order(3))
def test_business_time_adds_up_over_any_split(calendar, instants):
    start, middle, end = instants

    whole = business_time(start=start, end=end, calendar=calendar)

    parts = (business_time(start=a, end=b, calendar=calendar) for a, b in ((start, middle), (middle, end)))
    assert sum(parts, timedelta()) == whole


@given(CALENDARS, in_order(3))
def test_business_time_never_falls_as_the_end_moves_on_and_never_exceeds_real_time(calendar, instants):
    start, sooner, later = instants

    less, more = (business_time(start=start, end=end, calendar=calendar) for end in (sooner, later))

    assert timedelta() <= less <= more <= less + (later - sooner)


@given(CALENDARS, in_order(2))
def test_adding_the_business_time_up_to_an_open_instant_leads_back_to_it(calendar, instants):
    start, end = instants
    assume(is_open(at=end, calendar=calendar) and is_open(at=end - timedelta(microseconds=1), calendar=calendar))

    open_time = business_time(start=start, end=end, calendar=calendar)

    assert add_business_time(start=start, duration=open_time, calendar=calendar).astimezone(UTC) == end


@given(CALENDARS, in_order(2))
def test_adding_the_business_time_up_to_a_close_leads_to_that_close(calendar, instants):
    start, at = instants
    counted = [s for s in calendar.explain(start=start, end=at + timedelta(days=8)).stretches if s.counted]
    assume(counted)
    close = counted[-1].end.astimezone(UTC)

    open_time = business_time(start=start, end=close, calendar=calendar)

    assert add_business_time(start=start, duration=open_time, calendar=calendar).astimezone(UTC) == close


@given(CALENDARS, INSTANTS, st.timedeltas(timedelta(), timedelta(days=60)))
@example(BusinessCalendar(hours={"monday": "09:00-09:01"}, time_zone="UTC"), utc(2023, 1, 1), timedelta(days=7))
def test_so_much_open_time_has_passed_when_it_is_due_and_not_a_moment_before(calendar, start, duration):
    try:
        due = add_business_time(start=start, duration=duration, calendar=calendar)
    except DomainError:  # a calendar open for a minute a week takes centuries
        last = datetime(2199, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
        assert business_time(start=start, end=last, calendar=calendar) < duration
        return

    assert due.astimezone(UTC) >= start
    assert str(due.tzinfo) == calendar.time_zone
    assert business_time(start=start, end=due, calendar=calendar) == duration
    if duration:
        moment = due.astimezone(UTC) - timedelta(microseconds=1)
        assert business_time(start=start, end=moment, calendar=calendar) < duration


@given(CALENDARS, in_order(2), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_the_zone_of_whoever_asks_does_not_matter(calendar, instants, one, other):
    start, end = instants
    seen = {"start": start.astimezone(ZoneInfo(one)), "end": end.astimezone(ZoneInfo(other))}

    assert business_time(**seen, calendar=calendar) == business_time(start=start, end=end, calendar=calendar)
    assert is_open(at=seen["end"], calendar=calendar) == is_open(at=end, calendar=calendar)


@given(in_order(2))
def test_a_calendar_that_never_closes_measures_plain_time(instants):
    start, end = instants

    assert business_time(start=start, end=end, calendar=ALWAYS_OPEN) == end - start
    assert add_business_time(start=start, duration=end - start, calendar=ALWAYS_OPEN) == end
    assert is_open(at=start, calendar=ALWAYS_OPEN)


@given(CALENDARS, st.lists(st.none() | st.tuples(INSTANTS, INSTANTS).map(sorted), max_size=6))
def test_an_array_answers_as_its_instants_do(calendar, pairs):
    starts, ends = ([None if pair is None else pair[n] for pair in pairs] for n in (0, 1))
    arrays = [
        np.array([None if v is None else v.replace(tzinfo=None) for v in one], "M8[us]") for one in (starts, ends)
    ]

    for start, end in ((starts, ends), arrays):
        total = business_time(start=start, end=end, calendar=calendar)
        due = add_business_time(start=start, duration=total, calendar=calendar)
        opened = is_open(at=start, calendar=calendar)
        assert (total.dtype, due.dtype, opened.dtype) == (np.dtype("m8[us]"), np.dtype("M8[us]"), np.int8)
        for n, pair in enumerate(pairs):
            if pair is None:
                assert np.isnat(total[n])
                assert np.isnat(due[n])
                assert opened[n] == -1
                continue
            one = business_time(start=pair[0], end=pair[1], calendar=calendar)
            assert total[n].item() == one
            at = add_business_time(start=pair[0], duration=one, calendar=calendar)
            assert due[n].item().replace(tzinfo=UTC) == at.astimezone(UTC)
            assert opened[n] == is_open(at=pair[0], calendar=calendar)


@given(CALENDARS, in_order(2))
def test_an_explanation_leaves_no_gap_and_adds_up_to_business_time(calendar, instants):
    start, end = instants

    explained = calendar.explain(start=start, end=end)

    edges = [start, *(s.end for s in explained.stretches)]
    assert [s.start.astimezone(UTC) for s in explained.stretches] == [e.astimezone(UTC) for e in edges[:-1]]
    assert edges[-1].astimezone(UTC) == end
    assert all(s.duration > timedelta() for s in explained.stretches)
    assert explained.total == business_time(start=start, end=end, calendar=calendar)
    for stretch in explained.stretches:
        assert is_open(at=stretch.start, calendar=calendar) is stretch.counted
