"""The simulated book."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import attrs
import pytest

from servicemodel.clock import ClockEventKind, ClockState
from servicemodel.complaints import ComplaintState
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.loyalty import loyalty_tier
from servicemodel.objects.columns import columns
from servicemodel.samples import Book, dealership
from servicemodel.samples.dice import Dice
from servicemodel.satisfaction import PromiseState, SatisfactionState, ToleranceZone

KINDS = ("customers", "accounts", "encounters", "complaints", "tiers")


@pytest.fixture(scope="module")
def book() -> Book:
    return dealership()


def latest(book):
    return max(visit.completed_at or visit.started_at for visit in book.encounters)


def test_a_book_says_that_it_is_simulated(book):
    assert book.simulated is True
    assert "simulated" in book.name
    assert "模拟" in dealership(language="zh").name


def test_the_same_seed_gives_the_same_book_and_another_seed_another(book):
    assert dealership(seed=1) == book
    assert dealership(seed=2).encounters != book.encounters


def test_the_numbers_do_not_change_from_one_python_to_the_next(book):
    """The digest pins the stream of draws; change it only together with the simulation itself."""
    text = repr([(a.id, a.attractiveness, a.strength, str(a.annual_sales)) for a in book.accounts])
    text += repr([(v.id, v.performance, v.started_at.isoformat(), str(v.completed_at)) for v in book.encounters])
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert digest == "4cd994868ce64a5776bb26559c41246d2b5b2f4e6e9aa4835aca49f5c85fb677"


def test_both_languages_hold_the_same_numbers_and_other_words(book):
    chinese = dealership(language="zh")
    words = {"name", "channel", "kind", "response", "benefits"}
    for kind in KINDS:
        english_columns, chinese_columns = columns(getattr(book, kind)), columns(getattr(chinese, kind))
        for name, values in english_columns.items():
            if name not in words or (kind == "customers" and name == "kind"):
                assert values == chinese_columns[name], (kind, name)
    assert {visit.channel for visit in chinese.encounters} == {"到店", "电话", "手机应用", "网站"}


def test_an_unknown_language_is_refused():
    with pytest.raises(ServiceModelError, match="language"):
        dealership(language="fr")


def test_every_state_occurs(book):
    as_of = latest(book)
    assert {visit.promise_state(as_of=as_of) for visit in book.encounters} == set(PromiseState)
    assert {visit.try_satisfaction_state() for visit in book.encounters} == {*SatisfactionState, None}
    zoned = [
        v.tolerance_zone()
        for v in book.encounters
        if v.performance is not None and v.expectation is not None and v.expectation.adequate is not None
    ]
    assert set(zoned) == set(ToleranceZone)


def test_some_fields_are_missing_as_in_life(book):
    assert any(account.strength is None for account in book.accounts)
    assert any(account.annual_sales is None for account in book.accounts)
    assert any(account.last_contact_at is None for account in book.accounts)
    assert any(customer.annual_sales is None for customer in book.customers)
    assert any(visit.performance is None for visit in book.encounters)
    assert any(not visit.waits for visit in book.encounters)


def test_sizes_are_as_documented_and_ids_are_unique(book):
    assert (len(book.accounts), len(book.customers), len(book.encounters)) == (60, 180, 420)
    assert 20 <= len(book.complaints) <= 80
    for kind in KINDS[:4]:
        ids = [thing.id for thing in getattr(book, kind)]
        assert len(set(ids)) == len(ids)
    names = [account.name for account in book.accounts]
    assert len(set(names)) == len(names)


def test_what_refers_to_something_refers_to_something_there(book):
    customers = {customer.id for customer in book.customers}
    accounts = {account.id for account in book.accounts} | {None}
    visits = {visit.id: visit for visit in book.encounters}
    assert {customer.account_id for customer in book.customers} <= accounts
    assert {visit.customer_id for visit in book.encounters} <= customers
    for complaint in book.complaints:
        visit = visits[complaint.encounter_id]
        assert (complaint.customer_id, complaint.account_id) == (visit.customer_id, visit.account_id)
        assert complaint.received_at > visit.ended_at


def test_every_customer_has_the_tier_that_their_sales_reach(book):
    for customer in book.customers:
        expected = (
            None if customer.annual_sales is None else loyalty_tier(spend=customer.annual_sales, tiers=book.tiers)
        )
        assert customer.tier == (None if expected is None else expected.key)


def test_nothing_happens_after_the_book_is_closed(book):
    closed = max(visit.started_at for visit in book.encounters).replace(hour=18, minute=0) + timedelta(days=1)
    seen = [visit.completed_at for visit in book.encounters] + [c.resolved_at for c in book.complaints]
    seen += [event.at for log in book.logs.values() for event in log]
    assert all(instant <= closed for instant in seen if instant is not None)


def test_complaints_have_lived_and_their_logs_tell_the_same(book):
    states = {complaint.state for complaint in book.complaints}
    assert {ComplaintState.DECISION_COMMUNICATED, ComplaintState.REJECTED, ComplaintState.CLOSED} <= states
    assert any(not complaint.events for complaint in book.complaints)  # nobody wrote them down
    assert list(book.logs) == [complaint.id for complaint in book.complaints]
    for complaint in book.complaints:
        log = book.logs[complaint.id]
        assert (log[0].kind, log[0].at) == (ClockEventKind.OPENED, complaint.received_at)
        resolved = [event.at for event in log if event.kind is ClockEventKind.RESOLVED]
        assert resolved == ([] if complaint.resolved_at is None else [complaint.resolved_at])
        if complaint.events:
            assert (log[-1].kind is ClockEventKind.CLOSED) == (complaint.state is ComplaintState.CLOSED)


def test_the_dealers_clock_reads_every_log_and_some_promises_are_broken(book):
    as_of = latest(book) + timedelta(days=30)
    states = [book.clock.read(log, as_of=as_of).state for log in book.logs.values()]
    assert {ClockState.MET, ClockState.BREACHED} <= set(states)
    early = book.complaints[0].received_at + timedelta(hours=2)
    assert book.clock.read(book.logs[book.complaints[0].id], as_of=early).state is ClockState.ON_TRACK
    assert any(event.kind is ClockEventKind.PAUSED for log in book.logs.values() for event in log)


def test_the_dealer_says_the_same_in_chinese(book):
    chinese = dealership(language="zh")
    assert chinese.clock.calendar.hours == book.clock.calendar.hours
    assert [day for day, _ in chinese.clock.calendar.holidays] == [day for day, _ in book.clock.calendar.holidays]
    for complaint, log in book.logs.items():
        assert [(event.kind, event.at) for event in chinese.logs[complaint]] == [
            (event.kind, event.at) for event in log
        ]
    assert {event.reason for log in chinese.logs.values() for event in log} == {None, "等待客户"}


def test_a_book_shows_its_name_and_not_its_people(book):
    assert repr(book) == "Book(name='Fernbrook Motors (simulated)', simulated=True)"
    assert attrs.fields(Book).customers.repr is False


def test_dice_fall_within_their_limits_and_reach_both_ends():
    dice = Dice(7)
    assert {dice.whole(1, 6) for _ in range(500)} == {1, 2, 3, 4, 5, 6}
    assert all(2 <= dice.number(2, 3) < 3 for _ in range(200))
    assert all(abs(dice.normal(0, 1)) <= 6 for _ in range(200))
    assert {dice.pick("ab") for _ in range(50)} == {"a", "b"}
    assert {dice.weighted((("a", 1), ("b", 0), ("c", 3))) for _ in range(200)} == {"a", "c"}
    assert not dice.chance(0)
    assert dice.chance(1)


def test_a_draw_that_rounding_pushes_past_the_end_takes_the_last_item():
    dice = Dice(1)
    dice._draw = lambda: 1.0
    assert dice.weighted((("a", 1), ("b", 2))) == "b"


@pytest.mark.parametrize(("seed", "error"), [(-1, DomainError), (None, TypeError), (1.0, TypeError), (True, TypeError)])
def test_a_seed_that_would_not_give_its_own_book_each_time_is_refused(seed, error):
    with pytest.raises(error, match="seed must be"):
        dealership(seed)
