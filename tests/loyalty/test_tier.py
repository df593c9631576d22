from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from servicemodel import LoyaltyTier
from servicemodel.errors import DomainError, ServiceModelError

GOOD = {"key": "gold", "en": "Gold", "zh": "金牌", "minimum_spend": Decimal("19999.99")}


def test_a_tier_keeps_exact_money_and_its_words():
    tier = LoyaltyTier(**GOOD, benefits=["free delivery", "own hotline"])

    assert tier.minimum_spend == Decimal("19999.99")
    assert tier.benefits == ("free delivery", "own hotline")
    assert (tier.in_language("en"), tier.in_language("zh")) == ("Gold", "金牌")
    assert tier.value == tier.key == "gold"
    assert LoyaltyTier(**GOOD).benefits == ()


def test_equal_tiers_are_equal_and_can_be_keys():
    assert LoyaltyTier(**GOOD) == LoyaltyTier(**GOOD)
    assert len({LoyaltyTier(**GOOD), LoyaltyTier(**GOOD), attrs.evolve(LoyaltyTier(**GOOD), key="silver")}) == 2


def test_a_tier_cannot_be_changed_and_is_written_with_names():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        LoyaltyTier(**GOOD).key = "silver"
    with pytest.raises(TypeError):
        LoyaltyTier("gold", "Gold", "金牌", 0)


@pytest.mark.parametrize("whole", [0, 20000, 10**30])
def test_a_whole_number_becomes_a_decimal(whole):
    tier = LoyaltyTier(**{**GOOD, "minimum_spend": whole})

    assert isinstance(tier.minimum_spend, Decimal)
    assert tier.minimum_spend == whole


@pytest.mark.parametrize("bad", [0.1, "100", True, None, [1]])
def test_money_of_another_type_is_refused(bad):
    with pytest.raises(TypeError, match="minimum_spend of a LoyaltyTier must be a Decimal or a whole number"):
        LoyaltyTier(**{**GOOD, "minimum_spend": bad})


def test_a_float_is_refused_with_what_to_write():
    with pytest.raises(TypeError, match=r"write Decimal\('0\.1'\)"):
        LoyaltyTier(**{**GOOD, "minimum_spend": 0.1})


@pytest.mark.parametrize("bad", ["-0.01", "NaN", "sNaN", "Infinity", "-Infinity"])
def test_an_amount_that_is_negative_or_not_finite_is_refused(bad):
    with pytest.raises(DomainError, match="minimum_spend must be a finite amount at least 0"):
        LoyaltyTier(**{**GOOD, "minimum_spend": Decimal(bad)})


@pytest.mark.parametrize("name", ["key", "en", "zh"])
def test_words_are_needed(name):
    for empty in ("", "  "):
        with pytest.raises(DomainError, match=f"{name} must be a string with words in it"):
            LoyaltyTier(**{**GOOD, name: empty})
    with pytest.raises(TypeError, match=f"{name} of a LoyaltyTier must be a string"):
        LoyaltyTier(**{**GOOD, name: None})


def test_benefits_are_several_strings():
    with pytest.raises(TypeError, match=r"write \('free delivery',\)"):
        LoyaltyTier(**GOOD, benefits="free delivery")
    with pytest.raises(TypeError, match="benefits of a LoyaltyTier must be a string; got 5"):
        LoyaltyTier(**GOOD, benefits=(5,))
    with pytest.raises(DomainError, match="benefits must be a string with words"):
        LoyaltyTier(**GOOD, benefits=("",))


def test_another_language_is_refused():
    with pytest.raises(ServiceModelError, match="language must be 'en' or 'zh'"):
        LoyaltyTier(**GOOD).in_language("fr")
