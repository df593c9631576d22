"""What the measures of a contact centre share: units, counts and durations, and rules that join them."""

from __future__ import annotations

from sys import float_info
from typing import Any

from servicemodel.arguments import Quantity, Requirement
from servicemodel.labels import Text

CONTACTS = Text("contacts", "次联络")
SECONDS = Text("seconds", "秒")
SECONDS_PER_CONTACT = Text("seconds per contact", "秒/次")
SHARE_OF_CONTACTS = Text("share of contacts", "联络占比")
SHARE_OF_TIME = Text("share of time", "时间占比")


def contacts(name: str, english: str, chinese: str, *, some: bool = False) -> Quantity:
    """Return an argument that counts contacts; with ``some`` it is a denominator, and there must be any."""
    return _amount(name, CONTACTS, Text(english, chinese), some=some)


def seconds(name: str, english: str, chinese: str, *, some: bool = False) -> Quantity:
    """Return an argument that is a duration; with ``some`` it is a denominator, and there must be any."""
    return _amount(name, SECONDS, Text(english, chinese), some=some)


def _amount(name: str, unit: Text, meaning: Text, *, some: bool) -> Quantity:
    if some:
        return Quantity(name=name, unit=unit, meaning=meaning, above=0)
    return Quantity(name=name, unit=unit, meaning=meaning, at_least=0)


def not_more(part: str, whole: str) -> Requirement:
    """Return the rule that one argument is a part of another."""

    def holds(**given: Any) -> Any:
        return given[part] <= given[whole]

    return Requirement(
        arguments=(part, whole),
        text=Text(f"it is a part of the whole, {part} ≤ {whole}", f"部分不超过整体，即 {part} ≤ {whole}"),
        holds=holds,
    )


def some_time(first: str, second: str) -> Requirement:
    """Return the rule that two durations, which make a denominator, are not both zero."""

    def holds(**given: Any) -> Any:
        total = given[first] + given[second]
        return (total > 0) & (total <= float_info.max)

    return Requirement(
        arguments=(first, second),
        text=Text(
            f"there is time to share, {first} + {second} above 0 and finite",
            f"总时长须大于 0 且为有限数，即 {first} + {second} > 0",
        ),
        holds=holds,
    )
