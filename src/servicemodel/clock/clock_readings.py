"""What a clock shows of many requests at once."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.clock.clock_state import ClockState
from servicemodel.labels import Language, Text, check_language
from servicemodel.markup import Grid, bracketed, joined, labelled, printed


def _equal(one: Any, other: Any) -> bool:
    """Whether two arrays hold the same; what is missing in both is the same."""
    return bool(one.dtype == other.dtype and one.tolist() == other.tolist())


_SAME = attrs.cmp_using(eq=_equal, class_name="Column")
_HEADER = (Text("state", "状态"), Text("requests", "请求数"), Text("share", "占比"))


@attrs.frozen(kw_only=True)
class ClockReadings:
    """What :func:`read_clocks` answers: a value for each request in each array; prints how many are in which state.

    Attributes
    ----------
    request : array
        The requests, in order of their first event.
    state : array of int8
        Codes of :class:`ClockState`.
    elapsed, remaining : array of timedelta64[us] [open time]
    due_at, breached_at, started_at, done_at : array of datetime64[us], in UTC
        As in :class:`ClockReading`; NaT for ``None``.
    """

    title: ClassVar[Text] = Text("Service clocks", "服务时钟")

    request: NDArray[Any] = attrs.field(eq=_SAME)
    state: NDArray[np.int8] = attrs.field(eq=_SAME)
    elapsed: NDArray[np.timedelta64] = attrs.field(eq=_SAME)
    remaining: NDArray[np.timedelta64] = attrs.field(eq=_SAME)
    due_at: NDArray[np.datetime64] = attrs.field(eq=_SAME)
    breached_at: NDArray[np.datetime64] = attrs.field(eq=_SAME)
    started_at: NDArray[np.datetime64] = attrs.field(eq=_SAME)
    done_at: NDArray[np.datetime64] = attrs.field(eq=_SAME)

    @property
    def counts(self) -> dict[ClockState, int]:
        """How many requests are in each state, all states named."""
        found = np.bincount(self.state, minlength=len(ClockState)).tolist()
        return dict(zip(ClockState, found, strict=True))

    def grid(self, language: Language = "en") -> Grid:
        """Return how many requests are in which state, as a table of words."""
        spoken = check_language(language)
        rows = [
            [state.in_language(spoken), printed(count), f"{count / self.state.size:.2%}"]
            for state, count in self.counts.items()
        ]
        header = [text.in_language(spoken) for text in _HEADER]
        return Grid(title=self.title.in_language(spoken), header=header, rows=rows, numbers=(1, 2), language=spoken)

    def _lines(self, language: Language) -> list[str]:
        return [
            labelled(state, count + bracketed(share, language), language)
            for state, count, share in self.grid(language).rows
        ]

    def describe(self, language: Language = "en") -> str:
        """Return how many requests are in which state as plain text, a line each."""
        return "\n  ".join([self.title.in_language(language), *self._lines(language)])

    def in_language(self, language: Language) -> str:
        """Return the same in one line."""
        return joined(self._lines(language), language)

    def to_html(self, language: Language = "en") -> str:
        """Return the same as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()
