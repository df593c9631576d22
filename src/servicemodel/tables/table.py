"""What every table has: a name, words, a version, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from servicemodel.errors import TableError
from servicemodel.labels import Text
from servicemodel.sources import Citation, Evidence


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Make a field immutable; mypy cannot infer the bare ``tuple`` as a converter."""
    return tuple(items)


@attrs.frozen(kw_only=True)
class Table:
    """Base of the four table shapes; holds no rows itself.

    Attributes
    ----------
    name : str
        The constant's name in lower case.
    title : Text
        What the table is called, in both languages.
    evidence : Evidence
        What stands behind the figures as a whole.
    citations : tuple of Citation
        Where they come from; at least one unless the evidence is a convention or an assumption.
    version : int
        Raised whenever a number changes; scored output carries it.
    """

    name: str
    title: Text
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)
    version: int = 1

    def __attrs_post_init__(self) -> None:
        free = (Evidence.CONVENTION, Evidence.ASSUMED)
        if not self.citations and self.evidence not in free:
            msg = f"table {self.name!r}: evidence {self.evidence.value!r} needs at least one citation"
            raise TableError(msg)
        if self.version < 1:
            msg = f"table {self.name!r}: version starts at 1; got {self.version}"
            raise TableError(msg)
        self._check()

    def _check(self) -> None:
        """Refuse rows that contradict each other; every shape has its own rule."""
        raise AssertionError  # a shape without a rule would accept anything
