"""A tier of a loyalty programme, as its owner defines it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import attrs

from servicemodel.errors import DomainError
from servicemodel.labels import Text, check_language
from servicemodel.markup import headed


def _words(tier: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    del tier
    if not isinstance(value, str):
        msg = f"{attribute.name} of a LoyaltyTier must be a string; got {value!r}"
        raise TypeError(msg)
    if not value.strip():
        raise DomainError(attribute.name, value, "a string with words in it")


def _money(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    msg = f"minimum_spend of a LoyaltyTier must be a Decimal or a whole number; got {value!r}"
    if isinstance(value, float):
        msg += f"; write Decimal({str(value)!r})"
    raise TypeError(msg)


def _not_negative(tier: Any, attribute: attrs.Attribute[Decimal], value: Decimal) -> None:
    del tier
    if not value.is_finite() or value < 0:
        raise DomainError(attribute.name, value, "a finite amount at least 0")


def _benefits(values: Any) -> tuple[Any, ...]:
    if isinstance(values, str):
        msg = f"benefits of a LoyaltyTier are several strings; write ({values!r},)"
        raise TypeError(msg)
    return tuple(values)


def _every_word(tier: Any, attribute: attrs.Attribute[tuple[str, ...]], values: tuple[Any, ...]) -> None:
    for value in values:
        _words(tier, attribute, value)  # type: ignore[arg-type]


@attrs.frozen(kw_only=True)
class LoyaltyTier:
    """One tier of a loyalty programme.

    Attributes
    ----------
    key : str
        What a column of tiers holds; not empty, and its own among the tiers of a programme.
    en, zh : str
        Its name in both languages.
    minimum_spend : Decimal [currency]
        Spend from which the tier is reached, itself included; at least 0. A whole number is taken, a float is not.
    benefits : tuple of str
        What members of the tier are given.

    Examples
    --------
    >>> gold = LoyaltyTier(key="gold", en="Gold", zh="金牌", minimum_spend=20000, benefits=("free delivery",))
    >>> gold.minimum_spend
    Decimal('20000')
    >>> gold.in_language("zh")
    '金牌'
    """

    title: ClassVar[Text] = Text("Loyalty tier", "会员等级")

    key: str = attrs.field(validator=_words, metadata=headed(Text("key", "代码")))
    en: str = attrs.field(validator=_words, metadata=headed(Text("name in English", "英文名称")))
    zh: str = attrs.field(validator=_words, metadata=headed(Text("name in Chinese", "中文名称")))
    minimum_spend: Decimal = attrs.field(
        converter=_money, validator=_not_negative, metadata=headed(Text("minimum spend", "最低消费"))
    )
    benefits: tuple[str, ...] = attrs.field(
        default=(), converter=_benefits, validator=_every_word, metadata=headed(Text("benefits", "权益"))
    )

    @property
    def value(self) -> str:
        """The key, under the name that labels use."""
        return self.key

    def in_language(self, language: str) -> str:
        """Return the tier's name in ``"en"`` or ``"zh"``."""
        return self.zh if check_language(language) == "zh" else self.en
