from __future__ import annotations

import math
from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from engines import ENGINES, column
from printed import printed
from servicemodel import ERPNEXT_TIERS, LoyaltyTier, explain, loyalty_tier
from servicemodel.errors import DomainError, MissingError, ServiceModelError, TableError

BRONZE, SILVER, GOLD = ERPNEXT_TIERS
amounts = st.decimals(0, 10**9, places=2)
spends = st.one_of(amounts, st.floats(0, 1e12), st.integers(0, 10**12))


def tier(key, minimum):
    return LoyaltyTier(key=key, en=key.title(), zh="级", minimum_spend=minimum)


@st.composite
def programmes(draw):
    minimums = sorted(draw(st.sets(amounts.filter(bool), max_size=6)))
    return tuple(tier(f"tier{number}", minimum) for number, minimum in enumerate([Decimal(0), *minimums]))


def key_of(spend, tiers=ERPNEXT_TIERS):
    return loyalty_tier(spend=spend, tiers=tiers).key


# --- the rule --------------------------------------------------------------------------------------------------------


def test_the_example_has_the_thresholds_of_the_source():
    assert [(t.key, t.minimum_spend) for t in ERPNEXT_TIERS] == [("bronze", 0), ("silver", 10000), ("gold", 20000)]


@pytest.mark.parametrize("row", printed("loyalty"), ids=lambda row: f"{row['spent_before']}+{row['purchase']}")
def test_the_sources_own_tests_come_out(row):
    assert key_of(int(row["spent_before"]) + int(row["purchase"])) == row["tier"]


@pytest.mark.parametrize(
    "row", [row for row in printed("loyalty") if "tier_until_2021" in row], ids=lambda row: row["purchase"]
)
def test_the_sources_old_bug_of_one_tier_too_high_does_not_come_back(row):
    spend = int(row["spent_before"]) + int(row["purchase"])
    from_the_top = None
    for candidate in reversed(ERPNEXT_TIERS):  # the rule as it was written wrongly: the last tier not yet reached wins
        if spend <= candidate.minimum_spend:
            from_the_top = candidate

    assert from_the_top.key == row["tier_until_2021"]
    assert key_of(spend) == row["tier"] != from_the_top.key


@pytest.mark.parametrize(
    ("spend", "expected"),
    [
        (0, "bronze"),
        (math.nextafter(10000, 0), "bronze"),
        (Decimal("9999.99"), "bronze"),
        (10000, "silver"),
        (10000.0, "silver"),
        (Decimal(10000), "silver"),
        (Decimal("19999.999999999999999999999999999"), "silver"),
        (20000, "gold"),
        (10**300, "gold"),
        (Decimal("1e300"), "gold"),
    ],
)
def test_a_minimum_belongs_to_its_tier(spend, expected):
    assert key_of(spend) == expected


@given(first=amounts, second=amounts, tiers=programmes())
def test_more_spend_never_lowers_the_tier(first, second, tiers):
    less, more = sorted((first, second))
    lower, higher = (loyalty_tier(spend=spend, tiers=tiers) for spend in (less, more))

    assert tiers.index(lower) <= tiers.index(higher)


@given(spend=spends, tiers=programmes())
def test_its_minimum_is_reached_and_that_of_the_next_is_not(spend, tiers):
    reached = tiers.index(loyalty_tier(spend=spend, tiers=tiers))
    minimums = [t.minimum_spend if isinstance(spend, Decimal) else float(t.minimum_spend) for t in tiers]

    assert spend >= minimums[reached]
    assert all(spend < minimum for minimum in minimums[reached + 1 :])


@given(values=st.lists(st.none() | st.floats(0, 1e12), max_size=8), tiers=programmes())
def test_an_array_holds_the_places_of_the_same_tiers(values, tiers):
    codes = loyalty_tier(spend=values, tiers=tiers)

    assert codes.dtype == np.int8
    expected = [-1 if v is None else tiers.index(loyalty_tier(spend=v, tiers=tiers)) for v in values]
    assert codes.tolist() == expected


def test_a_float_meets_the_minimum_it_would_be_written_as():
    tiers = (tier("all", 0), tier("some", Decimal("0.3")))

    assert Decimal(0.3) < Decimal("0.3")  # noqa: RUF032 - the float itself lies below
    assert key_of(0.3, tiers) == "some"
    assert loyalty_tier(spend=[0.3], tiers=tiers).tolist() == [1]
    assert key_of(Decimal("0.2999999999999999999"), tiers) == "all"


def test_the_tier_given_is_the_tier_returned():
    tiers = [tier("one", 0), tier("two", 5)]

    assert loyalty_tier(spend=5, tiers=tiers) is tiers[1]
    again = [attrs.evolve(t) for t in tiers]
    assert loyalty_tier(spend=5, tiers=again) is again[1]


def test_one_tier_takes_everybody():
    assert key_of(0, [tier("all", 0)]) == "all"
    assert loyalty_tier(spend=[0, 7, None], tiers=[tier("all", 0)]).tolist() == [0, 0, -1]


# --- tiers that contradict each other --------------------------------------------------------------------------------


@pytest.mark.parametrize("spend", [5, [5], Decimal(5), None])
@pytest.mark.parametrize(
    ("tiers", "message"),
    [
        ([], "1 to 128 tiers; got 0"),
        ([tier(f"t{n}", n) for n in range(129)], "1 to 128 tiers; got 129"),
        ([tier("low", 1)], "'low' begins at 1"),
        ([tier("a", 0), tier("b", 10), tier("c", 10)], "'b' begins at 10 and 'c', which follows it, at 10"),
        ([tier("a", 0), tier("b", 20), tier("c", 10)], "'b' begins at 20 and 'c', which follows it, at 10"),
        ([tier("a", 0), tier("b", 0)], "'a' begins at 0 and 'b', which follows it, at 0"),
        ([tier("a", 0), tier("b", 1), tier("a", 2)], "two tiers have the key 'a'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_tiers_that_contradict_each_other_are_refused_naming_them(spend, tiers, message):
    with pytest.raises(TableError, match=message):
        loyalty_tier(spend=spend, tiers=tiers)


@pytest.mark.parametrize("tiers", [None, 5, "gold", [BRONZE, "silver"], [{"key": "gold"}], BRONZE])
def test_what_is_no_tier_is_refused(tiers):
    with pytest.raises(TypeError, match="tiers must be a sequence of LoyaltyTier"):
        loyalty_tier(spend=5, tiers=tiers)


def test_128_tiers_are_told_apart_in_an_array():
    tiers = [tier(f"t{n}", n) for n in range(128)]

    assert loyalty_tier(spend=np.arange(130), tiers=tiers).tolist() == [*range(128), 127, 127]


# --- bad spends ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [-1, -0.01, Decimal("-0.01"), math.inf, Decimal("Infinity"), 10**400, Decimal("1e400")])
def test_a_negative_or_infinite_spend_is_refused(bad):
    with pytest.raises(DomainError, match="spend must be a finite number at least 0"):
        key_of(bad)


def test_an_array_says_where_the_returns_exceed_the_purchases():
    with pytest.raises(DomainError) as caught:
        loyalty_tier(spend=[1.0, -5.0, -7.0], tiers=ERPNEXT_TIERS)

    assert (caught.value.argument, caught.value.index, caught.value.count) == ("spend", 1, 2)


@pytest.mark.parametrize("missing", [None, math.nan, np.float64("nan")])
def test_a_missing_spend_is_an_error(missing):
    with pytest.raises(MissingError, match="spend is missing"):
        key_of(missing)


@pytest.mark.parametrize("bad", ["5", True, 1j, [Decimal(5)]])
def test_a_spend_of_another_type_is_refused(bad):
    with pytest.raises(TypeError, match="spend must"):
        loyalty_tier(spend=bad, tiers=ERPNEXT_TIERS)


# --- frames and words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", ENGINES)
def test_a_frame_holds_the_keys(make):
    frames = pytest.importorskip("servicemodel.frames")
    customers = make({"spend": [0.0, 10000.0, None, -1.0, 25000.0]})

    scored = frames.score(customers, loyalty_tier, spend="spend", tiers=ERPNEXT_TIERS)
    constant = frames.score(customers, loyalty_tier, spend=Decimal(12000), tiers=ERPNEXT_TIERS)
    refused = frames.rejects(customers, loyalty_tier, spend="spend", tiers=ERPNEXT_TIERS)

    assert column(scored, "loyalty_tier") == ["bronze", "silver", None, None, "gold"]
    assert column(constant, "loyalty_tier") == ["silver"] * 5
    assert column(refused, "reason") == ["spend must be a finite number at least 0 [currency]"]


def test_a_frame_with_tiers_that_contradict_each_other_is_refused():
    pd = pytest.importorskip("pandas", reason="needs pandas")
    frames = pytest.importorskip("servicemodel.frames")

    with pytest.raises(ServiceModelError, match="tiers must rise"):
        frames.score(pd.DataFrame({"spend": [1.0]}), loyalty_tier, spend="spend", tiers=[tier("a", 0), tier("b", 0)])


@pytest.mark.parametrize(
    ("spend", "english", "chinese"),
    [
        (
            Decimal(15000),
            "Silver, because a spend of 15,000 reaches its minimum of 10,000; Gold begins at 20,000",
            "银牌",
        ),
        (25000.5, "Gold, because a spend of 25,000.5 reaches its minimum of 20,000 (", "金牌"),
    ],
)
def test_the_reason_names_the_minimum_reached_and_the_next(spend, english, chinese):
    assert english in explain(loyalty_tier, spend=spend, tiers=ERPNEXT_TIERS)
    assert chinese in explain(loyalty_tier, spend=spend, tiers=ERPNEXT_TIERS, language="zh")
