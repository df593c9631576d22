"""The call order: what comes first, and what an account is worth."""

from __future__ import annotations

import math
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, strategies as st

from priority.accounts import NOW, Book, ago, order
from servicemodel import (
    ACCOUNT_PORTFOLIO,
    DomainError,
    ServiceModelError,
    account_portfolio,
    call_order,
)

maybe_score = st.none() | st.sampled_from([0.0, 0.4, 0.5, 1.0])
accounts = st.builds(
    Book,
    id=st.text(max_size=3),
    attractiveness=maybe_score,
    strength=maybe_score,
    annual_sales=st.none() | st.decimals(0, 3, places=0),
    last_contact_at=st.none() | st.sampled_from([ago(0), ago(1), ago(30)]),
)
books = st.lists(accounts, unique_by=lambda account: account.id, max_size=12)


# --- the order ----------------------------------------------------------------------------------------------------


def test_the_cell_comes_first():
    assert order(
        Book(id="withdraw", attractiveness=0, strength=0, annual_sales=Decimal(10**9)),
        Book(id="maintain", attractiveness=0),
        Book(id="grow", annual_sales=Decimal(1), last_contact_at=NOW),
        Book(id="select", strength=0),
    ) == ["grow", "select", "maintain", "withdraw"]


def test_then_the_larger_loss_and_an_unknown_one_last():
    assert order(
        Book(id="a"), Book(id="b", annual_sales=Decimal(1)), Book(id="c", annual_sales=Decimal(2)), Book(id="d")
    ) == ["c", "b", "a", "d"]
    assert order(Book(id="a"), Book(id="b", annual_sales=Decimal(0))) == ["b", "a"]


def test_then_whoever_was_never_contacted_and_then_the_longest_ago():
    assert order(
        Book(id="a", last_contact_at=ago(1)), Book(id="b", last_contact_at=ago(2)), Book(id="c", last_contact_at=None)
    ) == ["c", "b", "a"]


def test_then_the_id():
    assert order(Book(id="b"), Book(id="a"), Book(id="10"), Book(id="9")) == ["10", "9", "a", "b"]


def test_an_account_without_a_score_is_called_last_and_told_why():
    calls = call_order(
        accounts=[
            Book(id="a", attractiveness=None, annual_sales=Decimal(9)),
            Book(id="b", strength=math.nan, annual_sales=Decimal(8)),
            Book(id="c", attractiveness=None, strength=None, annual_sales=Decimal(7)),
            Book(id="d", attractiveness=0, strength=0),
        ],
        as_of=NOW,
    )

    assert [call.account_id for call in calls] == ["d", "a", "b", "c"]
    assert [call.cell for call in calls[1:]] == [None, None, None]
    assert calls[1].reason.en.startswith("no cell, as attractiveness is missing;")
    assert calls[2].reason.en.startswith("no cell, as business strength is missing;")
    assert calls[3].reason.en.startswith("no cell, as attractiveness and business strength are missing;")
    assert calls[1].reason.zh.startswith("缺少客户吸引力，")


@given(book=books, data=st.data())
def test_the_order_does_not_depend_on_the_order_given(book, data):
    shuffled = data.draw(st.permutations(book))

    assert call_order(accounts=shuffled, as_of=NOW) == call_order(accounts=iter(book), as_of=NOW)


@given(book=books)
def test_every_account_appears_once_with_ranks_from_one(book):
    calls = call_order(accounts=book, as_of=NOW)

    assert sorted(call.account_id for call in calls) == sorted(account.id for account in book)
    assert [call.rank for call in calls] == list(range(1, len(book) + 1))


@given(book=books)
def test_each_call_carries_what_its_account_says(book):
    by_id = {account.id: account for account in book}

    for call in call_order(accounts=book, as_of=NOW):
        account = by_id[call.account_id]
        if account.attractiveness is None or account.strength is None:
            assert call.cell is None
        else:
            cell = account_portfolio(attractiveness=account.attractiveness, strength=account.strength)
            assert call.cell is cell
            assert ACCOUNT_PORTFOLIO.cells[cell.code // 2][cell.code % 2].strategy.en in call.reason.en
        assert call.expected_loss == account.annual_sales
        expected = None if account.last_contact_at is None else (NOW - account.last_contact_at).days
        assert call.days_without_contact == expected


@given(book=books)
def test_no_call_should_have_come_before_the_one_above_it(book):
    by_id = {account.id: account for account in book}
    calls = call_order(accounts=book, as_of=NOW)

    for first, second in pairwise(calls):
        first_cell = -1 if first.cell is None else first.cell.code
        second_cell = -1 if second.cell is None else second.cell.code
        assert first_cell >= second_cell
        if first_cell == second_cell:
            first_loss = -1 if first.expected_loss is None else first.expected_loss
            second_loss = -1 if second.expected_loss is None else second.expected_loss
            assert first_loss >= second_loss
            if first_loss == second_loss:
                ages = [
                    timedelta.max
                    if by_id[c.account_id].last_contact_at is None
                    else NOW - by_id[c.account_id].last_contact_at
                    for c in (first, second)
                ]
                assert ages[0] >= ages[1]
                assert ages[0] > ages[1] or first.account_id < second.account_id


def test_nobody_to_call_is_an_empty_order():
    assert call_order(accounts=[], as_of=NOW) == ()


# --- losses -------------------------------------------------------------------------------------------------------


def test_a_loss_given_counts_instead_of_a_years_sales():
    book = [Book(id="a", annual_sales=Decimal(5)), Book(id="b", annual_sales=Decimal(4)), Book(id="c")]
    calls = call_order(accounts=book, as_of=NOW, losses={"b": Decimal("372000.50"), "c": 6})

    assert [(call.account_id, call.expected_loss) for call in calls] == [
        ("b", Decimal("372000.50")),
        ("c", Decimal(6)),
        ("a", Decimal(5)),
    ]
    assert "expected loss 372,000.50 CNY" in calls[0].reason.en
    assert "预期损失 372,000.50 CNY" in calls[0].reason.zh
    assert "a year's sales of 5 CNY at stake" in calls[2].reason.en


def test_losses_compare_exactly_however_many_digits_they_have():
    more = Decimal("1." + "0" * 40 + "1")

    assert order(Book(id="a", annual_sales=Decimal(1)), Book(id="b", annual_sales=more)) == ["b", "a"]


def test_a_loss_of_nobody_is_refused():
    with pytest.raises(ServiceModelError, match=r"losses names 'typo', which is not among the accounts \(1 such\)"):
        order(Book(id="a"), losses={"a": 1, "typo": 2})


@pytest.mark.parametrize("loss", [1.5, True, "1", None, np.float64(1)])
def test_a_loss_that_is_no_exact_amount_is_refused_by_name(loss):
    with pytest.raises(TypeError, match=r"losses\['a'\] must be a Decimal or an int"):
        order(Book(id="a"), losses={"a": loss})


def test_a_float_among_the_amounts_is_told_what_to_write():
    with pytest.raises(TypeError, match=r"annual_sales of account 'a' .*; write Decimal\('1\.5'\)"):
        order(Book(id="a", annual_sales=1.5))


@pytest.mark.parametrize("loss", [-1, Decimal("-0.01"), Decimal("inf"), Decimal("nan")])
def test_a_negative_or_endless_loss_is_refused_by_name(loss):
    with pytest.raises(DomainError, match=r"losses\['a'\] must be a finite number at least 0"):
        order(Book(id="a"), losses={"a": loss})


def test_losses_are_a_mapping():
    with pytest.raises(TypeError, match="losses must be a mapping of account id to amount; got list"):
        order(Book(id="a"), losses=[1])
