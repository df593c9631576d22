"""Service guarantees: windows closed on both sides, months that end with the month, and what promises cost."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import (
    GRAND_OPTICAL,
    GUARANTEE_QUALITIES,
    Evidence,
    GuaranteeQuality,
    Remedy,
    ServiceGuarantee,
    ServiceGuarantees,
    Text,
    guarantee_cost,
    price_match,
)
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.strategies import amounts, instants, service_guarantees

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2024, 3, 30, 12, tzinfo=PARIS)
MICROSECOND = timedelta(microseconds=1)
shares = st.decimals(min_value=0, max_value=1, places=3)
prices = st.decimals(min_value=0, max_value=10**6, places=2)


def guarantee(**more):
    fields = {"key": "own", "trigger": Text("late", "迟到"), "remedies": ["refund"], "evidence": "assumed"}
    return ServiceGuarantee(**{**fields, **more})


# --- as the course text has them --------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("guarantees"), ids=lambda row: row["key"])
def test_the_seven_promises_are_those_of_the_course_text(row):
    found = GRAND_OPTICAL[row["key"]]

    assert (str(found.window), found.unit or "None") == (row.get("window", "None"), row.get("unit", "None"))
    assert [remedy.value for remedy in found.remedies] == row["remedies"].split(" ")
    assert found.chooser == "customer"
    assert found.evidence is Evidence.COURSE


def test_there_are_seven_in_the_order_of_the_course_text():
    assert [one.key for one in GRAND_OPTICAL] == [row["key"] for row in printed("guarantees")]
    assert len(GRAND_OPTICAL) == 7


# --- windows ----------------------------------------------------------------------------------------------------------


@given(made=service_guarantees(), start=instants(), after=st.timedeltas(timedelta(), timedelta(days=9000)))
def test_it_holds_from_its_start_to_its_end_and_neither_before_nor_after(made, start, after):
    end = made.ends_at(start)
    begun = start.astimezone(UTC)

    assert made.is_valid(start=start, at=start)
    assert not made.is_valid(start=start, at=begun - MICROSECOND)
    if end is None:
        assert made.window is None
        assert made.is_valid(start=start, at=begun + after)
        return
    assert made.is_valid(start=start, at=end)
    assert not made.is_valid(start=start, at=end.astimezone(UTC) + MICROSECOND)
    assert made.is_valid(start=start, at=begun + after) == (begun + after <= end.astimezone(UTC))


@given(start=instants(utc=True), months=st.integers(1, 240))
def test_a_month_ends_on_the_same_day_or_the_last_of_a_shorter_month(start, months):
    end = guarantee(window=months, unit="months").ends_at(start)

    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == min(start.day, monthrange(end.year, end.month)[1])
    assert end.timetz() == start.timetz()


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2023, 1, 31), 1, (2023, 2, 28)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2024, 8, 31), 1, (2024, 9, 30)),
        ((2024, 12, 30), 2, (2025, 2, 28)),
        ((2024, 12, 31), 12, (2025, 12, 31)),
    ],
)
def test_months_are_clamped_to_their_end(start, months, end):
    found = guarantee(window=months, unit="months").ends_at(datetime(*start, 9, tzinfo=UTC))

    assert found == datetime(*end, 9, tzinfo=UTC)


def test_hours_are_true_hours_and_days_keep_the_clock_on_the_wall():
    one_day, all_day = guarantee(window=24, unit="hours"), guarantee(window=1, unit="days")

    assert one_day.ends_at(NOON).isoformat() == "2024-03-31T13:00:00+02:00"
    assert all_day.ends_at(NOON).isoformat() == "2024-03-31T12:00:00+02:00"


def test_a_window_past_the_last_year_is_refused():
    for unit in ("hours", "days", "months"):
        with pytest.raises(DomainError, match="start must be so that the window ends within the years 1 to 9999"):
            guarantee(window=10_000, unit=unit).ends_at(datetime(9999, 12, 31, tzinfo=UTC))


# --- money ------------------------------------------------------------------------------------------------------------


@given(paid=prices, elsewhere=prices)
def test_a_price_match_pays_the_difference_and_never_takes(paid, elsewhere):
    found = price_match(paid=paid, elsewhere=elsewhere)

    assert found == (paid - elsewhere if paid > elsewhere else 0)
    assert isinstance(found, Decimal)


@given(made=service_guarantees(), amount=amounts(at_least=0))
def test_no_payout_is_above_the_cap_or_the_amount(made, amount):
    assert made.payout(amount) == (amount if made.cap is None or made.cap > amount else made.cap)


@given(cases=st.lists(st.tuples(shares, prices), max_size=6), more=st.tuples(shares, prices))
def test_the_cost_of_guarantees_is_the_sum_of_what_each_is_expected_to_cost(cases, more):
    def cost(rows):
        return guarantee_cost(probabilities=[p for p, _ in rows], payouts=[amount for _, amount in rows])

    assert cost([*cases, more]) == cost(cases) + more[0] * more[1]
    assert cost(cases) == cost(cases[::-1]) <= sum((amount for _, amount in cases), Decimal(0))


def test_promises_may_be_invoked_together_so_their_shares_need_no_sum():
    assert guarantee_cost(probabilities=[1, 1], payouts=[5, Decimal("7.50")]) == Decimal("12.50")


# --- what it says -----------------------------------------------------------------------------------------------------


def test_a_guarantee_says_itself_in_both_languages():
    made = guarantee(window=1, unit="hours", remedies=["exchange", "refund"])

    assert made.in_language("en") == "late: 1 hour; exchange or refund"
    assert made.in_language("zh") == "迟到：1 小时；换货或退款"
    assert repr(made) == "<ServiceGuarantee own: 1 hour>"
    assert repr(GRAND_OPTICAL["nothing_suits"]) == "<ServiceGuarantee nothing_suits: no end stated>"


def test_the_seven_print_themselves_as_a_table_with_their_source():
    own = ServiceGuarantees(title=Text("own", "自定"), rows=[guarantee(cap=Decimal("1500.50"))])

    assert "| they break | 12 months | time to claim it | fitting | free replacement | — | — |" in str(GRAND_OPTICAL)
    assert "exchange<br>or refund | the customer |" in str(GRAND_OPTICAL)
    assert "或退款" in GRAND_OPTICAL.grid("zh").to_html()
    assert any("Course text T1" in note for note in GRAND_OPTICAL.grid().notes)
    assert repr(own) == "<ServiceGuarantees: own>"
    assert "1,500.50" in own._repr_html_()


def test_five_qualities_make_a_guarantee_good():
    assert [entry.key for entry in GUARANTEE_QUALITIES.entries] == list(GuaranteeQuality)
    assert len(GuaranteeQuality) == 5


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "error", "message"),
    [
        ({"key": ""}, ServiceModelError, "key must be text"),
        ({"key": 3}, ServiceModelError, "key must be text"),
        ({"trigger": "late"}, TypeError, "trigger"),
        ({"start": "order"}, TypeError, "start"),
        ({"remedies": []}, ServiceModelError, "at least one remedy is needed, each once"),
        ({"remedies": ["refund", Remedy.REFUND]}, ServiceModelError, "each once"),
        ({"remedies": ["apology"]}, LabelError, "'apology' is not a Remedy"),
        ({"window": 3}, ServiceModelError, "give both window and unit, or neither"),
        ({"unit": "days"}, ServiceModelError, "give both window and unit"),
        ({"window": 0, "unit": "days"}, DomainError, "window must be from 1"),
        ({"window": 10_001, "unit": "days"}, DomainError, "window must be from 1"),
        ({"window": 1.5, "unit": "days"}, TypeError, "window must be a whole number"),
        ({"window": True, "unit": "days"}, TypeError, "window must be a whole number"),
        ({"window": 1, "unit": "years"}, LabelError, "'years' is not a GuaranteeUnit"),
        ({"cap": Decimal(-1)}, DomainError, "cap must be a finite amount at least 0"),
        ({"cap": 1.5}, TypeError, r"cap must be a Decimal or an int; got float; write Decimal\('1.5'\)"),
        ({"cap": "5"}, TypeError, "cap must be a Decimal or an int; got str$"),
        ({"cap": Decimal("NaN")}, DomainError, "cap must be a finite amount"),
    ],
)
def test_a_guarantee_that_contradicts_itself_is_refused(more, error, message):
    with pytest.raises(error, match=message):
        guarantee(**more)


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda one: one.is_valid(start=NOON, at=None), MissingError, "at is missing"),
        (lambda one: one.is_valid(start=None, at=NOON), MissingError, "start is missing"),
        (lambda one: one.is_valid(start=NOON, at=date(2024, 4, 1)), TypeError, "at must be a datetime"),
        (lambda one: one.is_valid(start=datetime(2024, 4, 1), at=NOON), DomainError, "start must be"),  # noqa: DTZ001 - refused
        (lambda one: one.payout(-1), DomainError, "amount must be"),
        (lambda one: one.payout(0.5), TypeError, "amount must be a Decimal"),
        (lambda _: price_match(paid=True, elsewhere=1), TypeError, "paid must be a Decimal"),
        (lambda _: price_match(paid=1, elsewhere=Decimal("Infinity")), DomainError, "elsewhere must be"),
        (lambda _: guarantee_cost(probabilities=[1], payouts=[]), ServiceModelError, "1 probabilities and 0 payouts"),
        (lambda _: guarantee_cost(probabilities=[2], payouts=[1]), DomainError, r"probabilities\[0\] must be a share"),
        (lambda _: guarantee_cost(probabilities=[0, 1], payouts=[1, -1]), DomainError, r"payouts\[1\] must be"),
        (lambda _: GRAND_OPTICAL["speed"], ServiceModelError, "there is no guarantee 'speed'; there are one_hour, "),
        (lambda one: attrs.evolve(GRAND_OPTICAL, rows=[one, one]), ServiceModelError, "a key of its own; got own, own"),
        (lambda _: attrs.evolve(GRAND_OPTICAL, rows=[]), ServiceModelError, "at least one, .* got none"),
    ],
)
def test_bad_input_is_refused(ask, error, message):
    with pytest.raises(error, match=message):
        ask(guarantee(window=1, unit="days"))
