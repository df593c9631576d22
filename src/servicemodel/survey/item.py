"""What an instrument is made of: items, and the dimensions they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from servicemodel.errors import LabelError
from servicemodel.labels import Label, Text
from servicemodel.markup import headed


def a(kind: type[Any], *, optional: bool = False) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """Return a validator that refuses what is of another kind."""

    def check(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind) and not (optional and value is None):
            end = " or None" if optional else ""
            raise TypeError(f"{attribute.name} must be of type {kind.__name__}{end}; got {value!r}")

    return check


def worded(_: Any, attribute: attrs.Attribute[str], value: str) -> None:
    """Refuse a text that says nothing."""
    if not isinstance(value, str) or not value.strip():
        msg = f"{attribute.name} must be a text that is not empty; got {value!r}"
        raise LabelError(msg)


def key_of(value: Any) -> Any:
    """Return the key of a dimension given as its label, or as the key itself."""
    return value.value if isinstance(value, Label) else value


@attrs.frozen(kw_only=True)
class Item:
    """One statement or question of an instrument.

    Attributes
    ----------
    id : str
        What its answers are given under.
    text : Text
        What it asks, in both languages.
    dimension : str or Label
        Which dimension it belongs to; kept as its key.
    reverse_keyed : bool, default False
        Whether agreeing is bad: its answers are counted from the other end of the scale, once, when they are read.

    Examples
    --------
    >>> Item(id="q1", text=Text("Answers come quickly", "答复及时"), dimension="speed").reverse_keyed
    False
    """

    id: str = attrs.field(validator=worded, metadata=headed(Text("item", "题项")))
    text: Text = attrs.field(validator=a(Text), metadata=headed(Text("asks", "内容")))
    dimension: str = attrs.field(converter=key_of, validator=worded, metadata=headed(Text("dimension", "维度")))
    reverse_keyed: bool = attrs.field(
        default=False,
        validator=a(bool),
        metadata=headed(Text("reverse-keyed", "反向计分")),
    )


@attrs.frozen(kw_only=True)
class Dimension:
    """What some items of an instrument measure together; a :class:`~servicemodel.Label` is taken for one too.

    Attributes
    ----------
    key : str
        What items and weights refer to.
    title : Text
    """

    key: str = attrs.field(validator=worded)
    title: Text = attrs.field(validator=a(Text))


def listed(kind: type[Any], name: str, values: Any) -> list[Any]:
    """Return things of one kind as a list; refuse others."""
    if not isinstance(values, Iterable) or isinstance(values, str):
        raise TypeError(f"{name} must be a list of {kind.__name__}; got {values!r}")
    found = list(values)
    for value in found:
        if not isinstance(value, kind):
            raise TypeError(f"{name} holds {value!r}; give {kind.__name__}s")
    return found


def items_given(values: Iterable[Item]) -> tuple[Item, ...]:
    """Return items as a tuple; refuse anything else."""
    return tuple(listed(Item, "items", values))


def dimensions_given(values: Iterable[Dimension | Label]) -> tuple[Dimension, ...]:
    """Return dimensions as a tuple, labels among them made into dimensions; refuse anything else."""
    made = (
        Dimension(key=value.value, title=Text(value.en, value.zh)) if isinstance(value, Label) else value
        for value in (values if isinstance(values, Iterable) and not isinstance(values, str) else [values])
    )
    return tuple(listed(Dimension, "dimensions", made))
