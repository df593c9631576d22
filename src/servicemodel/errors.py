"""Every error this library raises on purpose.

All derive from :class:`ServiceModelError`, itself a ``ValueError``; a value of the wrong *type* raises Python's own
``TypeError``. Messages name the argument, the value and what is allowed.
"""

from __future__ import annotations

from typing import Any


class ServiceModelError(ValueError):
    """Base of all errors of this library."""


class DomainError(ServiceModelError):
    """A number lies outside what a model allows.

    Attributes
    ----------
    argument : str
        Name of the argument.
    value : Any
        The first value refused.
    allowed : str
        What is allowed, in words.
    index : int or tuple of int or None
        Where the first refused value stands in an array; ``None`` for a single number.
    count : int
        How many values of the argument are refused (1 for a single number).
    """

    def __init__(
        self, argument: str, value: Any, allowed: str, *, index: int | tuple[int, ...] | None = None, count: int = 1
    ) -> None:
        self.argument = argument
        self.value = value
        self.allowed = allowed
        self.index = index
        self.count = count
        where = "" if index is None else f" at index {index} ({count} such value{'s' if count != 1 else ''})"
        super().__init__(f"{argument} must be {allowed}; got {_shown(value)}{where}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild_domain_error, (self.argument, self.value, self.allowed, self.index, self.count)


def _rebuild_domain_error(
    argument: str, value: Any, allowed: str, index: int | tuple[int, ...] | None, count: int
) -> DomainError:
    return DomainError(argument, value, allowed, index=index, count=count)


_LONGEST = 80  # characters of a refused value that a message repeats


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text)} characters)"


class MissingError(ServiceModelError):
    """A value that is needed is missing: a single NaN or None, or an object's empty field."""


class LabelError(ServiceModelError):
    """A category is unknown, or an enum of labels is not well formed."""


class TableError(ServiceModelError):
    """A table contradicts itself: a gap, an overlap, an edge owned twice, a missing cell."""


class TransitionError(ServiceModelError):
    """A step leads to a state that does not follow the present one.

    Attributes
    ----------
    owner : str
        What was to take the step, in words, such as ``Complaint 'k1'``.
    state, attempted : label
        The present state, and the one that was to follow.
    allowed : tuple of labels
        What may follow; empty where the state is final.
    """

    def __init__(self, owner: str, state: Any, attempted: Any, allowed: tuple[Any, ...]) -> None:
        self.owner = owner
        self.state = state
        self.attempted = attempted
        self.allowed = allowed
        names = ", ".join(repr(label.value) for label in allowed)
        follows = f"it may become {names}" if names else "nothing follows it"
        super().__init__(f"{owner} is {state.value!r}: {follows}; got {attempted.value!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.owner, self.state, self.attempted, self.allowed)


class CurrencyError(ServiceModelError):
    """Amounts in different currencies were about to be mixed."""


class RecordError(ServiceModelError):
    """A plain record (dict, JSON, row) does not describe the object asked for; the message says where."""


class ReportError(ServiceModelError):
    """A report cannot be made from the source or the options given."""


class FontError(ServiceModelError):
    """No installed font can draw the Chinese text of a plot."""
