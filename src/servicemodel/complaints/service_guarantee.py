"""Service guarantees: what we promise, how long the promise holds, and what is owed where we fail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import attrs

from servicemodel.arguments import Instant
from servicemodel.complaints import fields
from servicemodel.complaints.guarantee_cost import money
from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.evaluate.instants import instant_of
from servicemodel.labels import Label, Language, Text, check_language, is_missing
from servicemodel.markup import headed, joined, labelled
from servicemodel.sources import Citation, Evidence


class Remedy(Label):
    """What a guarantee gives the customer."""

    FREE_DELIVERY = "free_delivery", "free delivery to any place named", "免费送到指定地点"
    EXCHANGE = "exchange", "exchange", "换货"
    REFUND = "refund", "refund", "退款"
    FREE_REPLACEMENT = "free_replacement", "free replacement", "免费更换"
    OBTAIN = (
        "obtain",
        "obtain it, if need be from a competitor, at our own price",
        "设法购得（必要时向同行购买），按原价售予",
    )
    MAKE_TO_ORDER = "make_to_order", "make it to order", "定制"
    PRICE_DIFFERENCE = "price_difference", "refund of the price difference", "退还差价"


class RemedyChooser(Label):
    """Who chooses among several remedies."""

    CUSTOMER = "customer", "the customer", "客户"
    PROVIDER = "provider", "the provider", "服务方"


class GuaranteeUnit(Label):
    """What the window of a guarantee is counted in."""

    HOURS = "hours", "hours", "小时"
    DAYS = "days", "days", "天"
    MONTHS = "months", "months", "个月"


class WindowUse(Label):
    """What the window of a guarantee limits."""

    CLAIM = "claim", "time to claim it", "客户提出的期限"
    PERFORM = "perform", "time for us to perform", "我方兑现的期限"


def _remedies(value: Any) -> tuple[Remedy, ...]:
    given = [value] if isinstance(value, str) else value  # one alone need not be in a list
    if not isinstance(given, Iterable):
        msg = f"remedies must be kinds of remedy, as ['refund']; got {value!r}"
        raise TypeError(msg)
    return tuple(Remedy(item) for item in given)


def _amount(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None:
        money(attribute.name, value)


@attrs.frozen(kw_only=True, repr=False)
class ServiceGuarantee:
    """One promise: what triggers it, how long it holds, what the customer gets and who chooses.

    Attributes
    ----------
    key : str
        What it is asked for under.
    trigger : Text
        What must happen for the remedy to be owed.
    remedies : tuple of Remedy or its values
        At least one, each once; one alone need not be in a list.
    chooser : RemedyChooser or its value, default CUSTOMER
        Who chooses, where there are several.
    window : int or None
        How long it holds, in ``unit``, at least 1; ``None`` without an end. Give both or neither.
    unit : GuaranteeUnit or its value, or None
    window_use : WindowUse or its value, default CLAIM
        Whether the customer has so long to claim, or we have so long to perform.
    start : Text or None
        The event the window begins with.
    cap : Decimal or None [currency units]
        The most it pays; ``None`` without a limit.
    evidence : Evidence
    citations : tuple of Citation

    Raises
    ------
    ServiceModelError
        If there is no remedy or one twice, the key is blank, or a window has no unit.
    DomainError
        If the window is below 1 or the cap below 0.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> breakage = ServiceGuarantee(
    ...     key="breakage",
    ...     trigger=Text("it breaks", "破损"),
    ...     remedies=["free_replacement"],
    ...     window=12,
    ...     unit="months",
    ...     evidence=Evidence.COURSE,
    ... )
    >>> fitted = datetime(2024, 2, 29, 15, tzinfo=UTC)
    >>> str(breakage.ends_at(fitted))
    '2025-02-28 15:00:00+00:00'
    >>> breakage.is_valid(start=fitted, at=datetime(2025, 2, 28, 15, tzinfo=UTC))
    True
    """

    title: ClassVar[Text] = Text("Service guarantee", "服务承诺")

    key: str = attrs.field(metadata=headed(Text("key", "键")))
    trigger: Text = attrs.field(validator=fields.words, metadata=headed(Text("where", "触发情形")))
    remedies: tuple[Remedy, ...] = attrs.field(converter=_remedies, metadata=headed(Text("remedy", "补偿")))
    chooser: RemedyChooser = attrs.field(
        default=RemedyChooser.CUSTOMER, converter=RemedyChooser, metadata=headed(Text("chosen by", "由谁选择"))
    )
    window: int | None = attrs.field(default=None, metadata=headed(Text("window", "期限")))
    unit: GuaranteeUnit | None = attrs.field(
        default=None, converter=attrs.converters.optional(GuaranteeUnit), metadata=headed(Text("unit", "单位"))
    )
    window_use: WindowUse = attrs.field(
        default=WindowUse.CLAIM, converter=WindowUse, metadata=headed(Text("the window is", "期限的含义"))
    )
    start: Text | None = attrs.field(
        default=None, validator=fields.words_or_none, metadata=headed(Text("from", "起点"))
    )
    cap: Decimal | None = attrs.field(default=None, validator=_amount, metadata=headed(Text("at most", "上限")))
    evidence: Evidence = attrs.field(converter=Evidence)
    citations: tuple[Citation, ...] = attrs.field(
        default=(), converter=fields.as_items, validator=fields.several(Citation)
    )

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.key, str) or not self.key.strip():
            msg = f"key must be text that is not blank; got {self.key!r}"
            raise ServiceModelError(msg)
        if not self.remedies or len(set(self.remedies)) != len(self.remedies):
            msg = f"guarantee {self.key!r}: at least one remedy is needed, each once; got {self.remedies}"
            raise ServiceModelError(msg)
        if (self.window is None) != (self.unit is None):
            msg = (
                f"guarantee {self.key!r}: give both window and unit, or neither; got {self.window!r} and {self.unit!r}"
            )
            raise ServiceModelError(msg)
        if self.window is not None:
            if isinstance(self.window, bool) or not isinstance(self.window, int):
                msg = f"window must be a whole number or None; got {self.window!r}"
                raise TypeError(msg)
            if not 1 <= self.window <= _MOST:
                raise DomainError("window", self.window, f"from 1 to {_MOST:,}, or None")

    def __repr__(self) -> str:
        return f"<ServiceGuarantee {self.key}: {self.length('en')}>"

    def ends_at(self, start: datetime) -> datetime | None:
        """Return the last instant at which it holds, in the zone of ``start``; ``None`` where it has no end.

        Hours are true hours. Days and months keep the clock on the wall, and a month ends no later than its last day: from 31
        January one month is to the end of February.

        Raises
        ------
        DomainError
            If ``start`` has no time zone, or the end lies outside the years 1 to 9999.
        """
        begun = _instant(_START, start)
        if self.window is None:
            return None
        try:
            if self.unit is GuaranteeUnit.HOURS:
                return (begun + timedelta(hours=self.window)).astimezone(start.tzinfo)
            wall = start.replace(tzinfo=None)
            days = self.unit is GuaranteeUnit.DAYS
            later = wall + timedelta(days=self.window) if days else _months_later(wall, self.window)
            return later.replace(tzinfo=start.tzinfo)
        except (OverflowError, ValueError):
            raise DomainError("start", start, "so that the window ends within the years 1 to 9999") from None

    def is_valid(self, *, start: datetime, at: datetime) -> bool:
        """Say whether it holds at an instant: from its start to the end of its window, both included.

        For a promise to perform within a time this says whether there is still time; the remedy is owed after it.

        Parameters
        ----------
        start : datetime
            When its window began, with a time zone.
        at : datetime
            The instant asked about, with a time zone.

        Raises
        ------
        DomainError
            If an instant has no time zone.
        MissingError
            If one is missing.
        """
        end = self.ends_at(start)
        asked = _instant(_AT, at)
        return _instant(_START, start) <= asked and (end is None or asked <= end.astimezone(UTC))

    def payout(self, amount: Decimal | int) -> Decimal:
        """Return what it pays of an amount: all of it, or its cap where that is less.

        Raises
        ------
        DomainError
            If the amount is below 0.
        TypeError
            If it is a float.
        """
        exact = money("amount", amount)
        return exact if self.cap is None else min(exact, Decimal(self.cap))

    def length(self, language: str) -> str:
        """Return its window in words."""
        if self.window is None or self.unit is None:
            return _NO_END.in_language(language)
        unit = self.unit.in_language(language)
        one = check_language(language) == "en" and self.window == 1
        return f"{self.window} {unit.removesuffix('s') if one else unit}"

    def in_language(self, language: Language) -> str:
        """Return it in one line: the trigger, the window and the remedies."""
        either = {"en": " or ", "zh": "或"}[check_language(language)]
        given = either.join(remedy.in_language(language) for remedy in self.remedies)
        return labelled(self.trigger.in_language(language), joined((self.length(language), given), language), language)


_MOST = 10_000
_NO_END = Text("no end stated", "未注明期限")
_START = Instant(name="start", meaning=Text("when the window began", "期限的起点"))
_AT = Instant(name="at", meaning=Text("the instant asked about", "所问的时刻"))


def _instant(argument: Instant, value: Any) -> datetime:
    if is_missing(value):
        msg = f"{argument.name} is missing; it must be {argument.allowed()}"
        raise MissingError(msg)
    if not isinstance(value, datetime):
        msg = f"{argument.name} must be {argument.allowed()}; got {type(value).__qualname__}"
        raise TypeError(msg)
    return instant_of(argument, value)


def _months_later(wall: datetime, months: int) -> datetime:
    """Return the same day of a later month, or the last day of that month where it is shorter."""
    year, month = divmod(wall.year * 12 + wall.month - 1 + months, 12)
    for day in (wall.day, 30, 29, 28):
        if day <= wall.day:
            try:
                return wall.replace(year=year, month=month + 1, day=day)
            except ValueError:
                continue
    raise OverflowError  # the year is past the last that datetime holds
