"""Counted time: the days of a clock, a row each, with what was counted and why the rest was not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import attrs
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from servicemodel.clock import CountedStretch, CountedTime, Weekday
from servicemodel.clock.counted_time import CLOSED, length
from servicemodel.errors import ServiceModelError
from servicemodel.labels import Text, check_language
from servicemodel.markup import NOTHING, labelled
from servicemodel.plots.pictures import BLUE, INCH, ORANGE, QUIET, RULE, SKY, SMALL, Page
from servicemodel.plots.rows import lay_rows, set_ticks

_TITLE = Text("What the clock counted, day by day", "逐日计时")
_AXIS = Text("hour of the day", "时刻（时）")
_COUNTED = Text("counted", "计入")
_TOTAL = Text("total", "合计")
_MOST_DAYS = 62
_DAY = timedelta(days=1)
_HOURS = 24.0
_BAR = 0.6
_KEY = 14.0  # points for a line of the key
#: Okabe and Ito's other colours, for what is neither counted nor simply closed.
_SKIPPED = (ORANGE, SKY, "#009e73", "#cc79a7", "#e69f00")


@attrs.frozen
class _Piece:
    """The part of a stretch that lies on one day, in hours on the clock on the wall."""

    day: date
    start: float
    end: float
    duration: timedelta
    stretch: CountedStretch


def plot_counted_time(counted: CountedTime, language: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw the stretches of :meth:`ServiceClock.explain` or :meth:`BusinessCalendar.explain`, a row for each day.

    Parameters
    ----------
    counted : CountedTime
        Of at most 62 days. Where the clocks change, a day is drawn as the clock on the wall shows it; the length beside
        it is true.
    language : {"en", "zh"}, optional
        That of ``counted`` unless given.
    ax : Axes, optional

    Returns
    -------
    Axes

    Raises
    ------
    ServiceModelError
        If there is nothing to draw, or more days than can be told apart.
    TypeError
        If it is no counted time.
    """
    if not isinstance(counted, CountedTime):
        msg = f"counted must be a CountedTime, as explain() of a clock gives it; got {type(counted).__qualname__}"
        raise TypeError(msg)
    spoken = check_language(language or counted.language)
    pieces = [piece for stretch in counted.stretches for piece in _pieces(stretch)]
    if not pieces:
        msg = "there is nothing to draw between an instant and itself"
        raise ServiceModelError(msg)
    first, last = pieces[0].day, pieces[-1].day
    days = [first + number * _DAY for number in range((last - first).days + 1)]
    if len(days) > _MOST_DAYS:
        msg = f"at most {_MOST_DAYS} days can be drawn; got {len(days)}"
        raise ServiceModelError(msg)
    sums = dict.fromkeys(days, timedelta())
    for piece in pieces:
        if piece.stretch.counted:
            sums[piece.day] += piece.duration
    key = _key(counted, spoken)
    page = lay_rows(
        _TITLE.in_language(spoken),
        spoken,
        ax,
        names=[f"{day.isoformat()} {Weekday.of(day).in_language(spoken)}" for day in days],
        figures=[length(sums[day]) if sums[day] else NOTHING for day in days],
        notes=[labelled(_TOTAL.in_language(spoken), length(counted.total), spoken), counted.time_zone],
        below=36 + _KEY * len(key),
    )
    page.ax.set_xlim(0, _HOURS)
    for piece in pieces:
        colour = key[_words(piece.stretch, spoken)]
        row = (piece.day - first).days
        page.ax.barh(row, max(piece.end - piece.start, 0), left=piece.start, height=_BAR, color=colour)
    set_ticks(page, [float(hour) for hour in range(0, 25, 3)], _AXIS.in_language(spoken))
    for number, (words, colour) in enumerate(key.items()):
        _draw_key(page, number, words, colour)
    return page.finish()


def _pieces(stretch: CountedStretch) -> Iterator[_Piece]:
    """Cut a stretch at midnight."""
    zone: Any = stretch.start.tzinfo
    start, end = stretch.start, stretch.end
    day = start.date()
    while day <= end.date():
        begin = start if day == start.date() else datetime.combine(day, time(), zone)
        midnight = datetime.combine(day + _DAY, time(), zone)
        stop = end if day == end.date() else midnight
        if begin.astimezone(UTC) < stop.astimezone(UTC):
            until = _hour(stop) if stop.date() == day else _HOURS
            yield _Piece(day, _hour(begin), until, stop.astimezone(UTC) - begin.astimezone(UTC), stretch)
        day += _DAY


def _hour(at: datetime) -> float:
    return (at.replace(tzinfo=None) - datetime.combine(at.date(), time())) / timedelta(hours=1)


def _words(stretch: CountedStretch, language: str) -> str:
    return (_COUNTED if stretch.counted else stretch.reason).in_language(language)


def _key(counted: CountedTime, language: str) -> dict[str, str]:
    """Return the colour of each kind of stretch, in the order they come: blue is counted, grey is closed."""
    colours = {_COUNTED.in_language(language): BLUE, CLOSED.in_language(language): RULE}
    found = dict.fromkeys(_words(stretch, language) for stretch in counted.stretches)
    others = [words for words in found if words not in colours]
    colours |= {words: _SKIPPED[number % len(_SKIPPED)] for number, words in enumerate(others)}
    return {words: colours[words] for words in found}


def _draw_key(page: Page, number: int, words: str, colour: str) -> None:
    drop = -36 - _KEY * number
    page.write(words, 0, 0, at="axes fraction", dx=12, dy=drop, size=SMALL, color=QUIET)
    scale = page.ax.figure.dpi_scale_trans
    place = page.ax.transAxes + ScaledTranslation(4 / INCH, (drop - SMALL * 0.36) / INCH, scale)
    page.ax.plot(0, 0, "s", transform=place, markersize=6, color=colour, clip_on=False)
