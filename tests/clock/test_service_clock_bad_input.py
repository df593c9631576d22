"""What events, policies, logs and clocks refuse, and how they say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from clock.office import HOUR, OFFICE, at, clock_of, log_of
from servicemodel import BusinessCalendar, ClockEvent, ClockPolicy, ServiceClock, merge_logs
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_log import RequestStatus, following
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError

OPENED = ("opened", at(6, 9))
CHANGED = ClockPolicy(target=HOUR)


def asked(log, as_of=None):
    """Ask every question of a log."""
    when = at(8) if as_of is None else as_of
    return [
        lambda: clock_of(4).read(log, as_of=when),
        lambda: clock_of(4).explain(log, as_of=when),
        lambda: merge_logs(log, merged=log_of(OPENED)),
        lambda: merge_logs(log_of(OPENED), merged=log),
    ]


@pytest.mark.parametrize(
    ("events", "position", "words"),
    [
        ([("assigned", at(6, 9)), OPENED], 0, "begins with 'opened'; got ClockEvent\\('assigned', 2024-05-06T09:00"),
        ([("resumed", at(6, 9))], 0, "begins with 'opened'"),
        ([OPENED, OPENED], 1, "a request that is open goes on with 'assigned'.*'merged'; got ClockEvent\\('opened'"),
        ([OPENED, ("resumed", at(6, 10))], 1, "a request that is open .* got ClockEvent\\('resumed'"),
        ([OPENED, ("reopened", at(6, 10))], 1, "a request that is open "),
        ([OPENED, ("paused", at(6, 10)), ("paused", at(6, 11))], 2, "that is paused goes on with .*'resumed'"),
        ([OPENED, ("resolved", at(6, 10)), ("paused", at(6, 11))], 2, "that is resolved goes on with .*'reopened'"),
        ([OPENED, ("resolved", at(6, 10)), ("resolved", at(6, 11))], 2, "that is resolved "),
        ([OPENED, ("closed", at(6, 10)), ("resolved", at(6, 11))], 2, "that is closed "),
        ([OPENED, ("merged", at(6, 10)), ("responded", at(6, 11))], 2, "ends where the request is merged"),
        ([OPENED, ("assigned", at(6, 8))], 1, "in order of time.*before the one listed before it"),
        ([OPENED, ("assigned", at(6, 11)), ("responded", at(6, 10))], 2, "in order of time"),
    ],
    ids=str,
)
def test_a_log_that_cannot_be_is_refused_with_the_event_and_its_position(events, position, words):
    for ask in asked(log_of(*events)):
        with pytest.raises(DomainError, match=f"log must be one .*{words}") as caught:
            ask()
        assert caught.value.index == position
        assert caught.value.value == log_of(*events)[position]


def test_events_that_are_still_to_come_are_checked_all_the_same():
    with pytest.raises(DomainError, match=r"that is resolved .* at index 2"):
        clock_of(4).read(log_of(OPENED, ("resolved", at(7)), ("paused", at(8))), as_of=at(6))


def test_every_event_may_follow_somewhere_and_every_status_is_reached():
    follows = [following(status) for status in RequestStatus]

    assert {kind for allowed in follows for kind in allowed} == set(ClockEventKind)
    assert {after for allowed in follows for after in allowed.values()} == set(RequestStatus) - {"unknown"}


@pytest.mark.parametrize("log", [None, 5, ClockEvent(*OPENED), ["opened"], [("opened", at(6))]], ids=str)
def test_what_is_no_log_is_a_type_error(log):
    for ask in asked(log):
        with pytest.raises(TypeError, match="log must be a sequence of ClockEvent; got"):
            ask()


def test_an_empty_log_is_missing():
    for ask in asked([]):
        with pytest.raises(MissingError, match="log is empty"):
            ask()


@pytest.mark.parametrize(
    ("as_of", "error", "words"),
    [
        (None, MissingError, "as_of is missing"),
        (pd.NaT, MissingError, "as_of is missing"),
        ("2024-05-06", TypeError, "as_of must be a datetime"),
        (datetime(2024, 5, 6), DomainError, "as_of must be a datetime with a time zone"),  # noqa: DTZ001
        (datetime(2200, 1, 1, tzinfo=UTC), DomainError, "as_of must be from 1900"),
    ],
    ids=str,
)
def test_an_instant_that_cannot_be_taken_is_refused(as_of, error, words):
    for ask in (clock_of(4).read, clock_of(4).explain):
        with pytest.raises(error, match=words):
            ask(log_of(OPENED), as_of=as_of)


def test_an_unknown_language_is_refused():
    with pytest.raises(ServiceModelError, match="'en' or 'zh'"):
        clock_of(4).explain(log_of(OPENED), as_of=at(6, 10), language="de")


@pytest.mark.parametrize(
    ("arguments", "more", "error", "words"),
    [
        (("open", at(6)), {}, LabelError, "'open' is not a ClockEventKind; allowed are 'opened'"),
        ((None, at(6)), {}, LabelError, "None is not a ClockEventKind"),
        (("opened", None), {}, MissingError, "at is missing"),
        (("opened", "2024-05-06"), {}, TypeError, "at must be a datetime"),
        (("opened", datetime(2024, 5, 6)), {}, DomainError, "at must be a datetime with a time zone"),  # noqa: DTZ001
        (("opened", datetime(1899, 1, 1, tzinfo=UTC)), {}, DomainError, "at must be from 1900"),
        (("paused", at(6)), {"reason": " "}, DomainError, "reason must be text that is not blank"),
        (("paused", at(6)), {"reason": 5}, TypeError, "reason must be text that is not blank"),
        (("paused", at(6)), {"policy": CHANGED}, ServiceModelError, "no other does; this is 'paused'"),
        (("policy_changed", at(6)), {}, MissingError, "policy is missing"),
        (("policy_changed", at(6)), {"policy": HOUR}, TypeError, "policy must be a ClockPolicy"),
    ],
    ids=str,
)
def test_an_event_that_cannot_be_is_refused(arguments, more, error, words):
    with pytest.raises(error, match=words):
        ClockEvent(*arguments, **more)


def test_instants_of_numpy_and_pandas_will_do():
    expected = clock_of(4).read(log_of(("opened", datetime(2024, 5, 6, 9, tzinfo=UTC))), as_of=at(6, 12))

    for instant in (np.datetime64("2024-05-06T09:00"), pd.Timestamp("2024-05-06T09:00", tz="UTC")):
        assert clock_of(4).read(log_of(("opened", instant)), as_of=at(6, 12)) == expected


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"target": timedelta()}, DomainError, "target must be more than 0, or None"),
        ({"target": -HOUR}, DomainError, "target must be a duration of at least 0"),
        ({"target": 8}, TypeError, "target must be a timedelta"),
        ({"name": None}, TypeError, "name must be text"),
        ({"starts_on": "resolved"}, DomainError, "starts_on must be one of 'opened'.*got 'resolved'"),
        ({"starts_on": "start"}, LabelError, "'start' is not a ClockEventKind"),
        ({"stops_on": "opened"}, DomainError, "stops_on must be one or more of 'assigned'"),
        ({"stops_on": ()}, DomainError, "stops_on must be one or more of"),
        ({"stops_on": None}, TypeError, "stops_on must be kinds of events"),
        ({"starts_on": "assigned", "stops_on": "assigned"}, ServiceModelError, "cannot stop on what starts it"),
        ({"paused_by": "on hold"}, TypeError, "paused_by must be the reasons of pauses"),
        ({"paused_by": 5}, TypeError, "paused_by must be the reasons of pauses"),
        ({"paused_by": [5]}, TypeError, "paused_by must hold the reasons of pauses as text; got 5"),
        ({"reopening": "again"}, LabelError, "'again' is not a Reopening"),
        ({"repeats": 1}, TypeError, "repeats must be True or False"),
        ({"warning": -HOUR}, DomainError, "warning must be a duration of at least 0"),
        ({"warning_share": 1.1}, DomainError, "warning_share must be from 0 to 1"),
        ({"warning_share": -0.1}, DomainError, "warning_share must be from 0 to 1"),
        ({"warning_share": float("nan")}, DomainError, "warning_share must be from 0 to 1"),
        ({"warning_share": True}, TypeError, "warning_share must be a number"),
        ({"warning_share": "0.5"}, TypeError, "warning_share must be a number"),
        ({"warning": HOUR, "warning_share": 0.5}, ServiceModelError, "a policy has one warning"),
    ],
    ids=str,
)
def test_a_policy_that_cannot_be_is_refused(arguments, error, words):
    with pytest.raises(error, match=words):
        ClockPolicy(**{"target": HOUR, **arguments})


def test_kinds_and_reasons_are_kept_in_order_and_once():
    policy = ClockPolicy(target=HOUR, stops_on=["closed", "responded", "closed"], paused_by=["b", "a", "b"])

    assert policy.stops_on == ("responded", "closed")
    assert policy.paused_by == ("a", "b")
    assert policy == ClockPolicy(target=HOUR, stops_on=("responded", "closed"), paused_by=("a", "b"))


def test_a_change_to_a_policy_that_starts_on_something_else_is_refused():
    changed = ClockPolicy(target=HOUR, starts_on="assigned")
    log = [*log_of(OPENED), ClockEvent("policy_changed", at(6, 10), policy=changed)]

    with pytest.raises(DomainError, match=r"starts on 'opened' as well; got .* at index 1"):
        clock_of(4).read(log, as_of=at(6, 12))


def test_a_clock_needs_a_calendar_that_opens_and_a_policy():
    with pytest.raises(ServiceModelError, match="never open"):
        ServiceClock(calendar=BusinessCalendar(hours={}, time_zone="UTC"), policy=CHANGED)
    with pytest.raises(TypeError, match="calendar must be a BusinessCalendar"):
        ServiceClock(calendar=None, policy=CHANGED)
    with pytest.raises(TypeError, match="policy"):
        ServiceClock(calendar=OFFICE, policy=8 * HOUR)


def test_a_target_that_is_over_after_the_years_answered_is_refused_by_name():
    with pytest.raises(DomainError, match="target must be a duration that is over before the year 2200"):
        clock_of(24 * 365 * 100).read(log_of(OPENED), as_of=at(6, 12))
