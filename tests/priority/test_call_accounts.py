"""What a call order takes and refuses: currencies, instants, scores, options, records."""

from __future__ import annotations

import math
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import attrs
import numpy as np
import pytest

from priority.accounts import NOW, Book, ago, order
from servicemodel import (
    ACCOUNT_PORTFOLIO,
    HALVES,
    Call,
    Cell,
    CurrencyError,
    DomainError,
    MissingError,
    PortfolioCell,
    ServiceModelError,
    TableError,
    Text,
    call_order,
    explain,
)

# --- currencies ---------------------------------------------------------------------------------------------------


def test_amounts_in_several_currencies_are_not_compared():
    with pytest.raises(CurrencyError, match=r"CNY \(account 'a'\), USD \(account 'b'\)"):
        order(
            Book(id="a", annual_sales=Decimal(1), currency="CNY"), Book(id="b", annual_sales=Decimal(1), currency="USD")
        )


def test_an_amount_without_a_currency_is_not_compared_with_one_that_has_one():
    with pytest.raises(CurrencyError, match=r"none stated \(account 'b'\)"):
        order(Book(id="a", annual_sales=Decimal(1)), Book(id="b", annual_sales=Decimal(1), currency=None))


def test_amounts_that_all_lack_a_currency_compare():
    calls = call_order(
        accounts=[Book(id=key, annual_sales=Decimal(n), currency=None) for n, key in enumerate("ab", 1)], as_of=NOW
    )

    assert calls[0].reason.en == "invest for growth; a year's sales of 2 at stake; never contacted"


def test_a_currency_without_an_amount_is_no_conflict():
    assert order(Book(id="a", annual_sales=Decimal(1)), Book(id="b", currency="USD")) == ["a", "b"]


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("elapsed", "days", "words"),
    [
        (timedelta(0), 0, "0 days"),
        (timedelta(hours=23, minutes=59), 0, "0 days"),
        (timedelta(days=1), 1, "1 day"),
        (timedelta(days=2) - timedelta(microseconds=1), 1, "1 day"),
        (timedelta(days=2), 2, "2 days"),
    ],
)
def test_days_without_contact_are_whole_days_gone_by(elapsed, days, words):
    (call,) = call_order(accounts=[Book(id="a", last_contact_at=NOW - elapsed)], as_of=NOW)

    assert call.days_without_contact == days
    assert call.reason.en.endswith(f"; {words} without contact")
    assert call.reason.zh.endswith(f"；{days} 天未联系")


def test_zones_do_not_matter_only_instants_do():
    tokyo = ago(1).astimezone(ZoneInfo("Asia/Tokyo"))
    far = ago(2).astimezone(timezone(timedelta(hours=-11)))

    assert order(Book(id="a", last_contact_at=tokyo), Book(id="b", last_contact_at=far)) == ["b", "a"]


def test_the_hour_that_a_clock_shows_twice_is_told_apart():
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2023, 10, 29, 2, 40, tzinfo=berlin)
    later = datetime(2023, 10, 29, 2, 20, tzinfo=berlin, fold=1)

    assert order(Book(id="a", last_contact_at=later), Book(id="b", last_contact_at=first)) == ["b", "a"]


def test_a_contact_after_as_of_is_refused_by_name():
    late = NOW + timedelta(microseconds=1)

    with pytest.raises(DomainError, match=r"last_contact_at of account 'b' must be not after as_of"):
        order(Book(id="a", last_contact_at=NOW), Book(id="b", last_contact_at=late))


def test_a_contact_without_a_zone_or_that_is_no_instant_is_refused_by_name():
    with pytest.raises(DomainError, match="last_contact_at of account 'a' must be a datetime with a time zone"):
        order(Book(id="a", last_contact_at=datetime(2024, 1, 1)))  # noqa: DTZ001
    with pytest.raises(TypeError, match="last_contact_at of account 'a' must be a datetime with a time zone; got str"):
        order(Book(id="a", last_contact_at="2024-01-01"))


def test_a_contact_that_pandas_calls_missing_is_missing():
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    (call,) = call_order(accounts=[Book(id="a", last_contact_at=pandas.NaT, annual_sales=math.nan)], as_of=NOW)

    assert call.days_without_contact is None
    assert call.expected_loss is None
    assert call.reason.zh == "投资增长；预期损失未知；从未联系"


@pytest.mark.parametrize(("clock", "hours"), [((1, 1, 1, 7, 59), 8), ((9999, 12, 31, 16), -8)])
def test_a_contact_that_utc_cannot_write_is_refused_by_name(clock, hours):
    contact = datetime(*clock, tzinfo=timezone(timedelta(hours=hours)))

    with pytest.raises(DomainError, match=r"last_contact_at of account 'a' must be .* in the years 1 to 9999"):
        order(Book(id="a", last_contact_at=contact))


@pytest.mark.parametrize("as_of", [datetime(2024, 1, 1), None, "2024-01-01"])  # noqa: DTZ001
def test_as_of_is_an_instant_with_a_zone(as_of):
    with pytest.raises((DomainError, MissingError, TypeError), match="as_of"):
        call_order(accounts=[], as_of=as_of)


# --- what NumPy and pandas hand over ----------------------------------------------------------------------------------


def test_missing_numbers_of_numpy_are_missing():
    (call,) = call_order(
        accounts=[Book(id="a", attractiveness=np.float64("nan"), annual_sales=np.float32("nan"), currency=math.nan)],
        as_of=NOW,
    )

    assert (call.cell, call.expected_loss) == (None, None)
    assert call.reason.en == "no cell, as attractiveness is missing; expected loss unknown; never contacted"


def test_a_missing_value_of_pandas_is_missing_wherever_it_stands():
    missing = pytest.importorskip("pandas", reason="needs pandas").NA
    fields = ("attractiveness", "strength", "annual_sales", "currency", "last_contact_at")
    (call,) = call_order(accounts=[Book(id="a", **dict.fromkeys(fields, missing))], as_of=NOW)

    assert call.reason.en == (
        "no cell, as attractiveness and business strength are missing; expected loss unknown; never contacted"
    )


def test_whole_amounts_of_numpy_are_exact_and_its_floats_are_refused():
    (call,) = call_order(accounts=[Book(id="a", annual_sales=np.int64(2**53 + 1))], as_of=NOW)

    assert call.expected_loss == Decimal(2**53 + 1)
    with pytest.raises(
        TypeError, match=r"losses\['a'\] must be a Decimal or an int; got float32; write Decimal\('1.5'\)"
    ):
        order(Book(id="a"), losses={"a": np.float32(1.5)})


@pytest.mark.parametrize(("currency", "error"), [("", DomainError), (" ", DomainError), (5, TypeError)])
def test_a_currency_that_is_no_text_is_refused_with_the_name_of_the_account(currency, error):
    with pytest.raises(error, match="currency of account 'a' must be text"):
        order(Book(id="a", currency=currency))


# --- scores, scale, midpoint, table -------------------------------------------------------------------------------


def test_scores_may_be_numbers_of_any_kind_on_any_scale():
    (call,) = call_order(
        accounts=[Book(id="a", attractiveness=4, strength=np.int8(2))], as_of=NOW, scale=(1, 5), midpoint=0.75
    )

    assert call.cell is PortfolioCell.INVEST_SELECTIVELY


@pytest.mark.parametrize("score", [1.5, -1, 10**400, math.inf])
def test_a_score_off_the_scale_is_refused_with_the_name_of_the_account(score):
    with pytest.raises(DomainError, match="strength of account 'b' must be a finite number at least 0 and at most 1"):
        order(Book(id="a"), Book(id="b", strength=score))


@pytest.mark.parametrize("score", ["0.5", True, Decimal("0.5"), np.True_])
def test_a_score_that_is_no_number_is_refused_with_the_name_of_the_account(score):
    with pytest.raises(TypeError, match="attractiveness of account 'b' must be a number"):
        order(Book(id="a"), Book(id="b", attractiveness=score))


def test_a_bad_option_is_refused_even_where_there_is_nobody_to_call():
    with pytest.raises(DomainError, match="midpoint"):
        order(midpoint=0)
    with pytest.raises(DomainError, match=r"^scale"):
        order(scale=(1, 1))
    with pytest.raises(TypeError, match="table must be a Matrix"):
        order(table=HALVES)
    with pytest.raises(TableError, match="the cells must hold PortfolioCell"):
        order(table=attrs.evolve(ACCOUNT_PORTFOLIO, cells=((1.0, 1.0), (1.0, 1.0))))


def test_a_table_of_ones_own_says_its_own_strategies():
    grow, leave = PortfolioCell.INVEST_FOR_GROWTH, PortfolioCell.WITHDRAW
    table = attrs.evolve(
        ACCOUNT_PORTFOLIO,
        cells=((Cell(leave), Cell(grow, Text("visit", "走访"))), (Cell(leave), Cell(grow, Text("visit", "走访")))),
    )
    calls = call_order(accounts=[Book(id="a", attractiveness=0), Book(id="b", strength=0)], as_of=NOW, table=table)

    assert [call.reason.en.partition(";")[0] for call in calls] == ["visit", "withdraw"]


def test_where_cells_with_one_answer_advise_differently_the_answer_speaks():
    grow = PortfolioCell.INVEST_FOR_GROWTH
    cells = [[Cell(grow, Text(words, "走访")) for words in pair] for pair in (("phone", "write"), ("visit", "wait"))]
    (call,) = call_order(accounts=[Book(id="a")], as_of=NOW, table=attrs.evolve(ACCOUNT_PORTFOLIO, cells=cells))

    assert call.reason.en.startswith("invest for growth;")


# --- records ------------------------------------------------------------------------------------------------------


def test_two_accounts_with_one_id_are_refused():
    with pytest.raises(ServiceModelError, match="two accounts have the id 'a'"):
        order(Book(id="a"), Book(id="b"), Book(id="a"))


def test_an_object_that_lacks_an_attribute_is_told_what_is_needed():
    with pytest.raises(TypeError, match=r"accounts must be objects with id, .*, currency; str has no id"):
        order("a")
    with pytest.raises(TypeError, match="the id of an account must be a string; got 7"):
        order(Book(id=7))
    with pytest.raises(TypeError, match=r"accounts must be objects with id, .* in a list; got int"):
        call_order(accounts=5, as_of=NOW)


def test_a_call_shows_itself_in_a_line_and_as_a_table():
    (call,) = call_order(accounts=[Book(id="<a>", last_contact_at=ago(3))], as_of=NOW)

    assert call.in_language("en") == "1. <a>: invest for growth; expected loss unknown; 3 days without contact"
    assert call.in_language("zh") == "1. <a>：投资增长；预期损失未知；3 天未联系"
    assert "&lt;a&gt;" in call._repr_html_()
    with pytest.raises(ServiceModelError, match="language"):
        call.in_language("de")


def test_a_call_cannot_be_changed():
    (call,) = call_order(accounts=[Book(id="a")], as_of=NOW)

    assert isinstance(call, Call)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        call.rank = 2


def test_the_order_is_explained_call_by_call():
    said = explain(call_order, accounts=(Book(id=key) for key in "ba"), as_of=NOW)

    assert said.startswith("Call order: 1. a: invest for growth;")
    assert "2. b: invest for growth;" in said
    assert "a convention of this library" in said
    assert "先看该客户所在的格子" in explain(call_order, accounts=[], as_of=NOW, language="zh")
