"""What an argument of a model means and which values it takes: said once, read by everything.

The checks of a model, the rejects of a frame, the strategies of the tests, the names page and the catalogue all read
these records; no domain is written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf, isfinite, nextafter
from sys import float_info
from typing import Any

import attrs

from servicemodel.errors import DomainError
from servicemodel.labels import Label, Text, check_language


@attrs.frozen(kw_only=True)
class Argument:
    """Base of the kinds of argument.

    Attributes
    ----------
    name : str
        The keyword.
    meaning : Text
        What it is, in both languages.
    optional : bool
        Whether ``None`` is taken because it has a meaning of its own: no end, not yet done, nothing promised. An
        instant that is missing in a column has it too; a quantity that is missing there stays missing.
    """

    name: str
    meaning: Text
    optional: bool = False

    def allowed(self, language: str = "en") -> str:
        """Return in words what the argument takes."""
        raise NotImplementedError


@attrs.frozen(kw_only=True)
class Quantity(Argument):
    """A number with a unit and a range; infinity and NaN are never in the range.

    Attributes
    ----------
    unit : Text
        The unit, in both languages.
    above, at_least, below, at_most : float or None
        The range; edges in the same words as a band's.
    whole : bool
        Whether only whole numbers are taken.
    scaled : bool
        Whether the model rescales it by ``scale=``; the range then holds after rescaling.
    """

    unit: Text
    above: float | None = None
    at_least: float | None = None
    below: float | None = None
    at_most: float | None = None
    whole: bool = False
    scaled: bool = False
    limits: tuple[float, float] = attrs.field(init=False)

    @limits.default
    def _limits(self) -> tuple[float, float]:
        """Return the range as a closed interval of finite floats."""
        low, high = -float_info.max, float_info.max
        if self.above is not None:
            low = nextafter(self.above, inf)
        if self.at_least is not None:
            low = float(self.at_least)
        if self.below is not None:
            high = nextafter(self.below, -inf)
        if self.at_most is not None:
            high = float(self.at_most)
        return low, high

    @property
    def bounded(self) -> bool:
        """Whether the range has an end besides infinity."""
        return self.limits != (-float_info.max, float_info.max)

    def holds(self, value: Any) -> bool:
        """Whether one number (of any numeric type) lies in the range."""
        low, high = self.limits
        inside = bool(low <= value <= high)
        if self.above is not None:  # exact also for a Decimal between the edge and the next float
            inside = bool(self.above < value <= high)
        return inside and (not self.whole or value == int(value))

    def allowed(self, language: str = "en") -> str:
        """Return the range in words, such as ``a finite number at least 0 [points]``."""
        words = _WORDS[check_language(language)]
        edges = [
            f"{words[edge]} {getattr(self, edge):g}"
            for edge in ("above", "at_least", "below", "at_most")
            if getattr(self, edge) is not None
        ]
        kind = words["whole"] if self.whole else words["finite"]
        limits = words["with"] + words["and"].join(edges) if edges else ""
        return f"{kind}{limits} [{self.unit.in_language(language)}]"


_WORDS = {
    "en": {
        "finite": "a finite number", "whole": "a whole number", "above": "above", "at_least": "at least",
        "below": "below", "at_most": "at most", "and": " and ", "with": " ",
    },
    "zh": {
        "finite": "有限数", "whole": "整数", "above": "高于", "at_least": "不低于",
        "below": "低于", "at_most": "不高于", "and": " 且", "with": "，",
    },
}  # fmt: skip


@attrs.frozen(kw_only=True)
class Category(Argument):
    """A member of an enum of labels, its string value, or codes in an array."""

    labels: type[Label]

    def allowed(self, language: str = "en") -> str:
        """Return the categories in words."""
        members = ", ".join(repr(member.value) for member in self.labels)
        return f"one of {members}" if check_language(language) == "en" else f"{members} 之一"


@attrs.frozen(kw_only=True)
class Flag(Argument):
    """True or False."""

    def allowed(self, language: str = "en") -> str:
        """Return what a flag takes."""
        return "True or False" if check_language(language) == "en" else "True 或 False"


@attrs.frozen(kw_only=True)
class Conditions(Argument):
    """A set of flags: one flag value, an integer mask, an array of masks, or a mapping of flag to true/false.

    Attributes
    ----------
    flags : type of IntFlag
        The enum; its members have single bits below 256.
    note : Text or None
        What to tell whoever gives another bit.
    """

    flags: Any
    note: Text | None = None

    def allowed(self, language: str = "en") -> str:
        """Return the flags in words."""
        names = ", ".join(f"{flag.name}={flag.value}" for flag in self.flags)
        combination = f"a combination of {names}" if check_language(language) == "en" else f"{names} 的组合"
        note = {"en": " ({})", "zh": "（{}）"}[language].format(self.note.in_language(language)) if self.note else ""
        return combination + note


@attrs.frozen(kw_only=True)
class Instant(Argument):
    """A point in time: an aware datetime, a ``datetime64`` array in UTC, or an expression of zoned datetimes."""

    def allowed(self, language: str = "en") -> str:
        """Return what an instant takes."""
        return "a datetime with a time zone" if check_language(language) == "en" else "带时区的日期时间"


@attrs.frozen(kw_only=True)
class Records(Argument):
    """Many objects at once, each told apart by its ``id``, for a model that compares them with each other.

    Attributes
    ----------
    fields : tuple of Argument
        What is read of each object besides its id; an optional field may be ``None``.
    texts : tuple of str
        Names of the fields that hold a string or ``None``.
    """

    fields: tuple[Argument, ...]
    texts: tuple[str, ...] = ()

    def allowed(self, language: str = "en") -> str:
        """Return the fields in words."""
        names = ", ".join(["id", *(field.name for field in self.fields), *self.texts])
        return f"objects with {names}" if check_language(language) == "en" else f"具有 {names} 的对象"


@attrs.frozen(kw_only=True)
class Requirement:
    """A rule that joins several arguments.

    Attributes
    ----------
    arguments : tuple of str
        The names it joins; the first is the one an error is filed under.
    text : Text
        The rule in words.
    holds : callable
        Called with those arguments as keywords: numbers, arrays or expressions; true where the rule holds.
    unless : str or None
        Name of an optional argument that lifts the rule where it is given.
    """

    arguments: tuple[str, ...]
    text: Text
    holds: Callable[..., Any]
    unless: str | None = None

    def applies(self, given: Mapping[str, Any]) -> bool:
        """Whether the rule counts: all it joins is given, and what would lift it is not."""
        lifted = self.unless is not None and given.get(self.unless) is not None
        return not lifted and all(given.get(name) is not None for name in self.arguments)


def check_scale(scale: tuple[float, float] | None) -> tuple[float, float] | None:
    """Return the scale with its ends as floats; raise :class:`DomainError` unless low < high."""
    if scale is None:
        return None
    allowed = "two finite numbers (low, high) with low < high"
    try:
        low, high = (float(end) for end in scale)
    except (TypeError, ValueError):
        raise DomainError("scale", scale, allowed) from None
    if not (isfinite(high - low) and low < high):  # the width of an infinite scale, or of one too wide, is not finite
        raise DomainError("scale", scale, allowed)
    return low, high
