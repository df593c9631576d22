"""What a clock shows at an instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

import attrs

from servicemodel.clock.clock_state import ClockState
from servicemodel.clock.counted_time import length
from servicemodel.labels import Language, Text, check_language
from servicemodel.markup import Grid, headed, header_of, in_words, joined, labelled

_FIELD, _VALUE = Text("item", "项目"), Text("value", "数值")


@attrs.frozen(kw_only=True)
class ClockReading:
    """What :meth:`ServiceClock.read` answers: how a promise stands at an instant; prints itself.

    Attributes
    ----------
    state : ClockState
    elapsed : timedelta [open time]
        What has been counted so far; at the end where the clock has stopped.
    remaining : timedelta or None [open time]
        The target less what has elapsed, below 0 where it is over; ``None`` where nothing is promised.
    due_at : datetime or None
        The first instant by which as much open time as the target has been counted, or will have been if nothing
        pauses the clock from here; of a clock stopped before, if it had gone on. ``None`` where nothing is promised,
        and of a paused clock with time left, which is not due before it is resumed.
    breached_at : datetime or None
        When it was due, where that has passed; ``None`` where the promise was not breached.
    started_at, done_at : datetime or None
        When the clock started and stopped; ``None`` where it did not yet.
    as_of : datetime
        The instant of the reading. All are in the calendar's zone.
    """

    title: ClassVar[Text] = Text("Service clock", "服务时钟")

    state: ClockState = attrs.field(metadata=headed(Text("state", "状态")))
    elapsed: timedelta = attrs.field(metadata=headed(Text("elapsed", "已计时长")))
    remaining: timedelta | None = attrs.field(metadata=headed(Text("remaining", "剩余时长")))
    due_at: datetime | None = attrs.field(metadata=headed(Text("due", "到期时刻")))
    breached_at: datetime | None = attrs.field(metadata=headed(Text("breached", "超时时刻")))
    started_at: datetime | None = attrs.field(metadata=headed(Text("started", "起算时刻")))
    done_at: datetime | None = attrs.field(metadata=headed(Text("done", "完成时刻")))
    as_of: datetime = attrs.field(metadata=headed(Text("as of", "截至")))

    def _lines(self, language: Language) -> list[tuple[str, str]]:
        return [
            (header_of(field, language), _shown(getattr(self, field.name), language))
            for field in attrs.fields(type(self))
        ]

    def grid(self, language: Language = "en") -> Grid:
        """Return the reading as a table of words, as every table gives itself."""
        names = [text.in_language(language) for text in (_FIELD, _VALUE)]
        title = self.title.in_language(language)
        return Grid(title=title, header=names, rows=self._lines(language), language=check_language(language))

    def describe(self, language: Language = "en") -> str:
        """Return the reading as plain text, a line for each figure."""
        lines = [labelled(name, value, language) for name, value in self._lines(language)]
        return "\n  ".join([self.title.in_language(language), *lines])

    def in_language(self, language: Language) -> str:
        """Return the reading in one line."""
        return joined([labelled(name, value, language) for name, value in self._lines(language)], language)

    def to_html(self, language: Language = "en") -> str:
        """Return the reading as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


def _shown(value: ClockState | timedelta | datetime | None, language: Language) -> str:
    return length(value) if isinstance(value, timedelta) else in_words(value, language)
