"""Strategies for the values that fields and arguments hold, edges of their ranges included."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.arguments import Quantity
from servicemodel.waiting.wait_condition import WaitCondition

#: Beyond this a number is valid but its products soon overflow; give ``largest=`` to go further.
LARGEST = 1e9
_LARGEST_WHOLE = 10_000
_CENTS = 2

_FIRST, _LAST = datetime(1970, 1, 1), datetime(2099, 12, 31)  # noqa: DTZ001 - Hypothesis adds the zone


@cache
def words() -> SearchStrategy[str]:
    """Make text that is not blank, of any script."""
    return st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
        lambda text: bool(text.strip())
    )


@cache
def items() -> SearchStrategy[str]:
    """Make text that can stand among several in one cell of a flat table."""
    return words().map(lambda text: text.replace(";", ",").strip())


@cache
def currencies() -> SearchStrategy[str]:
    """Make codes of three capital letters."""
    return st.sampled_from(["CNY", "EUR", "JPY", "USD"]) | st.text("ABCXYZ", min_size=3, max_size=3)


@cache
def amounts(*, at_least: int | None = None, largest: float = LARGEST) -> SearchStrategy[Decimal]:
    """Make exact amounts, with cents or finer, whole and zero included."""
    low = int(-largest) if at_least is None else at_least
    high = int(largest)
    return st.one_of(
        st.decimals(low, high, places=_CENTS),
        st.decimals(low, high, allow_nan=False, allow_infinity=False),
        st.integers(low, high).map(Decimal),
        st.just(Decimal(0)) if low <= 0 else st.just(Decimal(low)),
    )


@cache
def instants(*, utc: bool = False) -> SearchStrategy[datetime]:
    """Make aware datetimes from 1970 to 2099, in UTC or in zones of all kinds.

    Clock times that occur twice or never are left out: Python holds two datetimes in different zones for unequal
    there, whatever instant they mean.
    """
    zone = st.just(UTC) if utc else st.sampled_from(_zones())
    return st.datetimes(_FIRST, _LAST, timezones=zone).filter(settled)


def _zones() -> list[tzinfo]:
    zones: list[tzinfo] = [UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-9, minutes=-30))]
    for name in ("America/New_York", "Asia/Shanghai"):
        try:
            zones.append(ZoneInfo(name))
        except ZoneInfoNotFoundError:  # a system without a zone database
            continue
    return zones


def settled(instant: datetime) -> bool:
    """Whether a clock time occurs exactly once in its zone."""
    return instant.replace(fold=0).utcoffset() == instant.replace(fold=1).utcoffset()


@cache
def days() -> SearchStrategy[date]:
    """Make calendar days from 1900 to 2099."""
    return st.dates(date(1900, 1, 1), _LAST.date())


@cache
def conditions() -> SearchStrategy[WaitCondition]:
    """Make every combination of wait conditions, none and all included."""
    return st.sets(st.sampled_from(list(WaitCondition))).map(lambda flags: WaitCondition(sum(flags)))


@cache
def quantities(argument: Quantity, *, largest: float = LARGEST) -> SearchStrategy[Any]:
    """Make numbers in the range of an argument: floats, or ints where it takes whole numbers; its edges come often."""
    low, high = argument.limits
    if argument.whole:
        reach = int(min(largest, _LARGEST_WHOLE))
        least = int(max(low, -reach))
        most = int(min(high, max(least, 0) + reach))
        return st.integers(least, most) | st.sampled_from([least, most])
    least_float, most_float = max(low, -largest), min(high, largest)
    few = int(min(10, largest))
    return st.one_of(
        st.floats(least_float, most_float).filter(_normal),
        st.sampled_from(_edges(argument, least_float, most_float)),
        st.integers(-few, few).map(float).filter(argument.holds),
    )


def _edges(argument: Quantity, least: float, most: float) -> list[float]:
    """Return the ends of the range and some numbers that often matter, as far as they are in range."""
    edges = [edge for edge in dict.fromkeys((least, most, 0.0, 0.5, 1.0)) if least <= edge <= most]
    return [edge for edge in edges if argument.holds(edge) and _normal(edge)] or [(least + most) / 2]


def _normal(number: float) -> bool:
    """Whether a number is zero or far enough from it to be divided by."""
    return number == 0 or abs(number) >= 1e-9  # noqa: PLR2004


@cache
def exact_quantities(argument: Quantity, *, largest: float = LARGEST) -> SearchStrategy[Any]:
    """Make Decimals in the range of an argument; ints where it takes whole numbers."""
    if argument.whole:
        return quantities(argument, largest=largest)
    low, high = argument.limits
    least, most = Decimal(repr(max(low, -largest))), Decimal(repr(min(high, largest)))
    places = st.sampled_from([_CENTS, 6])
    drawn = places.flatmap(lambda digits: st.decimals(_rounded_up(least, digits), most, places=digits))
    return drawn.filter(argument.holds)


def _rounded_up(value: Decimal, digits: int) -> Decimal:
    """Keep a range that begins just above an edge from having no number of so few digits at its lower end."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding="ROUND_CEILING")
