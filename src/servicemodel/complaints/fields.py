"""What the fields of regimes and guarantees take: one line that names the field, what it takes and what was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from servicemodel.labels import Text


def _refused(field: attrs.Attribute[Any], allowed: str, value: Any) -> TypeError:
    return TypeError(f"{field.name} must be {allowed}; got {value!r}")


def words(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Take words in both languages."""
    if not isinstance(value, Text):
        raise _refused(field, "a Text", value)


def words_or_none(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Take words in both languages, or nothing."""
    if value is not None and not isinstance(value, Text):
        raise _refused(field, "a Text or None", value)


def text(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Take text, blank too."""
    if not isinstance(value, str):
        raise _refused(field, "text", value)


def truth(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Take True or False."""
    if not isinstance(value, bool):
        raise _refused(field, "True or False", value)


def as_items(value: Any) -> Any:
    """Make a sequence a tuple; what is none is left to the validator."""
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


def several(kind: type[Any]) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """Take a tuple of objects of one kind."""

    def check(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
        allowed = f"a sequence of {kind.__name__}"
        if not isinstance(value, tuple):
            raise _refused(field, allowed, value)
        for place, item in enumerate(value):
            if not isinstance(item, kind):
                raise TypeError(f"{field.name} must be {allowed}; got {item!r} at index {place}")

    return check
