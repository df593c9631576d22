"""A car dealer: private buyers and fleets, visits with waits and promises, complaints. Simulated."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import attrs

from servicemodel.complaints import ComplaintCategory, Severity
from servicemodel.errors import DomainError
from servicemodel.labels import Language, Text, check_language
from servicemodel.loyalty import loyalty_tier
from servicemodel.objects import (
    Account,
    Complaint,
    Customer,
    CustomerKind,
    Expectation,
    LoyaltyTier,
    ServiceEncounter,
    Wait,
)
from servicemodel.samples import words as w
from servicemodel.samples.book import Book
from servicemodel.samples.complaint_lives import dealers_clock, live
from servicemodel.samples.dice import Dice
from servicemodel.satisfaction import PromiseState, SatisfactionState
from servicemodel.waiting import ServiceValue, WaitCondition

_ACCOUNTS, _CUSTOMERS, _VISITS = 60, 180, 420
_CURRENCY = "CNY"
#: The book is closed on this evening.
_CLOSED = datetime(2024, 9, 30, 18, 0, tzinfo=timezone(timedelta(hours=8)))
_DAYS = 270


@attrs.frozen
class _Work:
    """A kind of visit: how often, what it is worth, how long it takes and makes people wait, how often it is late."""

    kind: Text
    weight: int
    value: ServiceValue
    price: tuple[int, int]
    hours: float | None
    late: float
    wait: float


_WORK = (
    _Work(w.MAINTENANCE, 150, ServiceValue.ORDINARY, (300, 1_800), 4, 0.10, 9),
    _Work(w.REPAIR, 100, ServiceValue.ORDINARY, (500, 9_000), 24, 0.26, 12),
    _Work(w.BODY, 45, ServiceValue.ORDINARY, (1_500, 20_000), 96, 0.42, 11),
    _Work(w.SALE, 45, ServiceValue.HIGH, (90_000, 320_000), 240, 0.20, 8),
    _Work(w.PARTS, 50, ServiceValue.LOW, (50, 2_500), 48, 0.16, 6),
    _Work(w.TEST_DRIVE, 30, ServiceValue.ORDINARY, (0, 0), None, 0, 5),
)
_CHANNELS = ((w.WALK_IN, 55), (w.PHONE, 25), (w.APP, 13), (w.WEB, 7))


def dealership(seed: int = 1, language: Language = "en") -> Book:
    """Return the book of a car dealer who does not exist.

    Parameters
    ----------
    seed : int, default 1
        A whole number of at least 0; another seed, another book.
    language : {"en", "zh"}, default "en"
        Language of names and words; the numbers are the same in both.

    Returns
    -------
    Book
        60 accounts, 180 customers, 420 visits and the complaints about them, over nine months of 2024; every state
        occurs, and here and there a field is missing, as in life.

    Raises
    ------
    DomainError
        If the seed is negative: Python would draw what its positive counterpart gives.
    TypeError
        If the seed is no int.

    Examples
    --------
    >>> book = dealership()
    >>> book.name, book.simulated, len(book.accounts), len(book.encounters)
    ('Fernbrook Motors (simulated)', True, 60, 420)
    >>> dealership(language="zh").name
    '杉溪汽车（模拟）'
    """
    check_language(language)
    if not isinstance(seed, int) or isinstance(seed, bool):
        msg = f"seed must be an int; got {type(seed).__name__}"
        raise TypeError(msg)
    if seed < 0:
        raise DomainError("seed", seed, "a whole number of at least 0")
    dice = Dice(seed)
    tiers = _tiers(language)
    accounts = tuple(_account(dice, number, language) for number in range(_ACCOUNTS))
    customers = tuple(_customer(dice, number, accounts, tiers, language) for number in range(_CUSTOMERS))
    starts = sorted(_start(dice) for _ in range(_VISITS))
    encounters = tuple(_visit(dice, number, start, customers, language) for number, start in enumerate(starts))
    complaints = tuple(_complaints(dice, encounters, language))
    apart = Dice(seed)  # so that what became of complaints moves nothing else
    lives = [live(complaint, apart, _CLOSED, language) for complaint in complaints]
    return Book(
        name=w.DEALER.in_language(language),
        simulated=True,
        customers=customers,
        accounts=accounts,
        encounters=encounters,
        complaints=tuple(complaint for complaint, _ in lives),
        tiers=tiers,
        logs={complaint.id: log for complaint, log in lives},
        clock=dealers_clock(language),
    )


def _tiers(language: Language) -> tuple[LoyaltyTier, ...]:
    return tuple(
        LoyaltyTier(key=key, en=name.en, zh=name.zh, minimum_spend=spend, benefits=zh if language == "zh" else en)
        for key, name, spend, en, zh in w.TIERS
    )


def _account(dice: Dice, number: int, language: Language) -> Account:
    place, trade = w.PLACES[number % len(w.PLACES)], w.TRADES[(number * 5 + number // len(w.PLACES)) % len(w.TRADES)]
    attractiveness = min(1.0, max(0.0, round(dice.normal(0.52, 0.2), 2)))
    strength = min(1.0, max(0.0, round(dice.normal(0.35 + 0.35 * attractiveness, 0.19), 2)))
    capacity = dice.whole(0, 4)
    current = min(capacity, dice.whole(0, 4))
    sales = Decimal(round((8_000 + 240_000 * attractiveness * dice.number(0.3, 1)) / 100) * 100)
    contacted = _CLOSED - timedelta(days=dice.whole(1, 260), hours=dice.whole(0, 8))
    scored, known, reached = dice.chance(0.93), dice.chance(0.95), dice.chance(0.9)
    space = "" if language == "zh" else " "
    return Account(
        id=f"A{number + 1:03d}",
        name=place.in_language(language) + space + trade.in_language(language),
        attractiveness=attractiveness,
        strength=strength if scored else None,
        current=current,
        capacity=capacity if known else None,
        influential=dice.chance(0.08),
        annual_sales=sales if known else None,
        currency=_CURRENCY,
        last_contact_at=contacted if reached else None,
    )


def _customer(
    dice: Dice, number: int, accounts: tuple[Account, ...], tiers: tuple[LoyaltyTier, ...], language: Language
) -> Customer:
    fleet = dice.chance(0.35)
    account = dice.pick(accounts)
    given, family = dice.pick(w.GIVEN), dice.pick(w.FAMILY)
    sales = Decimal(dice.whole(8, 60) * 100 if dice.chance(0.8) else dice.whole(60, 900) * 100)
    years = round(dice.number(2, 15), 1)
    priced, staying = dice.chance(0.94), dice.chance(0.9)
    name = family.zh + given.zh if language == "zh" else f"{given.en} {family.en}"
    return Customer(
        id=f"C{number + 1:03d}",
        name=name,
        kind=CustomerKind.PURCHASER if fleet else CustomerKind.END_USER,
        joined_on=date(dice.whole(2012, 2023), dice.whole(1, 12), dice.whole(1, 28)),
        annual_sales=sales if priced else None,
        expected_years=years if staying else None,
        currency=_CURRENCY,
        tier=loyalty_tier(spend=sales, tiers=tiers).key if priced else None,
        account_id=account.id if fleet else None,
    )


def _start(dice: Dice) -> datetime:
    """Return when a visit begins: in opening hours, on some day before the book was closed."""
    day = _CLOSED.replace(hour=8, minute=30) - timedelta(days=dice.whole(0, _DAYS))
    return day + timedelta(minutes=dice.whole(0, 8 * 60))


def _visit(
    dice: Dice, number: int, start: datetime, customers: tuple[Customer, ...], language: Language
) -> ServiceEncounter:
    customer = dice.pick(customers)
    work = dice.weighted([(work, work.weight) for work in _WORK])
    channel = dice.weighted(_CHANNELS)
    promised, completed, late = _promise(dice, start, work)
    wait = _wait(dice, work, channel)
    rated, priced = dice.chance(0.78), dice.chance(0.96)
    felt = 7.7 - (1.9 if late else 0) - wait.minutes / 25 + (0.4 if channel is w.APP else 0)
    performance = float(min(10, max(1, round(dice.normal(felt, 1.1)))))
    amount = Decimal(dice.whole(*work.price))
    expectation = _expectation(dice)
    return ServiceEncounter(
        id=f"V{number + 1:04d}",
        customer_id=customer.id,
        account_id=customer.account_id,
        started_at=start,
        ended_at=start + timedelta(minutes=dice.whole(10, 55) + round(wait.minutes)),
        promised_at=promised,
        completed_at=completed,
        channel=channel.in_language(language),
        kind=work.kind.in_language(language),
        performance=performance if rated else None,
        expectation=expectation if dice.chance(0.93) else None,
        waits=(wait,) if dice.chance(0.85) else (),
        amount=amount if priced and amount else None,
        currency=_CURRENCY,
    )


def _promise(dice: Dice, start: datetime, work: _Work) -> tuple[datetime | None, datetime | None, bool]:
    """Return when the work was promised and done, and whether that was late."""
    late, slip, spare = dice.chance(work.late), dice.number(0.05, 1.3), dice.number(0.02, 0.6)
    told, forgotten = dice.chance(0.9), dice.chance(0.02)
    if work.hours is None:
        return None, start + timedelta(minutes=dice.whole(20, 50)), False
    span = timedelta(hours=work.hours)
    done = start + span * (1 + slip if late else 1 - spare)
    done = done.replace(second=0, microsecond=0)
    completed = None if forgotten or done > _CLOSED else done
    return (start + span if told else None), completed, told and late


def _wait(dice: Dice, work: _Work, channel: Text) -> Wait:
    """Return a wait; by telephone nothing occupies the caller, and in the app the length is announced."""
    minutes = round(max(0.0, dice.normal(work.wait, work.wait * 0.55)) * (0.6 if channel is w.PHONE else 1), 1)
    chances = (
        (WaitCondition.UNOCCUPIED, 0.85 if channel is w.PHONE else 0.6),
        (WaitCondition.PRE_PROCESS, 0.75),
        (WaitCondition.ANXIOUS, 0.55 if work.kind in {w.REPAIR, w.BODY} else 0.2),
        (WaitCondition.UNCERTAIN, 0.15 if channel is w.APP else 0.7),
        (WaitCondition.UNEXPLAINED, 0.55),
        (WaitCondition.UNFAIR, 0.12),
        (WaitCondition.SOLO, 0.65),
    )
    conditions = WaitCondition(0)
    for condition, probability in chances:
        if dice.chance(probability):
            conditions |= condition
    expected, bearable = float(dice.whole(3, 15)), float(dice.whole(10, 30))
    asked = dice.chance(0.7)
    return Wait(
        minutes=minutes,
        conditions=conditions,
        expected_minutes=expected if asked else None,
        acceptable_minutes=bearable if asked else None,
        value=work.value,
    )


def _expectation(dice: Dice) -> Expectation:
    level = float(dice.weighted(((6, 2), (7, 5), (8, 3))))
    adequate, desired = level - dice.whole(1, 2), min(10.0, level + dice.whole(1, 2))
    zoned, tolerance = dice.chance(0.6), dice.weighted(((0.5, 1), (1.0, 2)))
    return Expectation(
        level=level,
        adequate=adequate if zoned else None,
        desired=desired if zoned else None,
        tolerance=tolerance,
    )


def _complaints(dice: Dice, encounters: tuple[ServiceEncounter, ...], language: Language) -> list[Complaint]:
    """Return the complaints: few of those who had a reason complain, and now and then one who had none."""
    complaints: list[Complaint] = []
    for visit in encounters:
        broken = visit.promise_state(as_of=_CLOSED) is PromiseState.BROKEN
        dissatisfied = visit.try_satisfaction_state() is SatisfactionState.DISSATISFIED
        complains = dice.chance(0.5 if broken and dissatisfied else 0.25 if broken or dissatisfied else 0.03)
        draws = _Draws.of(dice)
        received = (visit.ended_at or _CLOSED) + timedelta(hours=draws.hours)
        if complains and received < _CLOSED:
            complaints.append(_complaint(len(complaints), visit, received, draws, justified=broken, language=language))
    return complaints


@attrs.frozen
class _Draws:
    """What chance decides about a complaint, drawn for every visit so that one complaint does not move the next."""

    hours: int
    category: ComplaintCategory
    serious: bool
    days: float
    response: Text
    accepted: bool
    asked: bool

    @classmethod
    def of(cls, dice: Dice) -> _Draws:
        """Draw all of it."""
        return cls(
            hours=dice.whole(2, 120),
            category=dice.pick(tuple(ComplaintCategory)),
            serious=dice.chance(0.2),
            days=dice.number(0.2, 4.2),
            response=dice.pick((w.APOLOGY, w.REWORK, w.REFUND, w.EXPLANATION)),
            accepted=dice.chance(0.7),
            asked=dice.chance(0.85),
        )


def _complaint(
    number: int, visit: ServiceEncounter, received: datetime, draws: _Draws, *, justified: bool, language: Language
) -> Complaint:
    resolved = (received + timedelta(days=draws.days)).replace(second=0, microsecond=0)
    done = resolved <= _CLOSED
    return Complaint(
        id=f"K{number + 1:03d}",
        customer_id=visit.customer_id,
        encounter_id=visit.id,
        account_id=visit.account_id,
        received_at=received,
        due_at=received + timedelta(days=1 if draws.serious else 3),
        resolved_at=resolved if done else None,
        category=ComplaintCategory.TRANSACTION_PROCESS if justified else draws.category,
        severity=Severity.SERIOUS if draws.serious else Severity.ORDINARY,
        justified=justified if done else None,
        channel=visit.channel,
        kind=visit.kind,
        response=draws.response.in_language(language) if done else None,
        satisfied=draws.accepted if done and draws.asked else None,
    )
