"""Waits: what the clock says against what is felt, condition by condition."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
from matplotlib.axes import Axes

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Text
from servicemodel.markup import aligned, bracketed, labelled, printed
from servicemodel.plots.pictures import BLUE, INK, ORANGE, PAPER, RULE, SKY
from servicemodel.plots.rows import lay_rows, set_ticks
from servicemodel.waiting import ANCHORED, WaitCondition, WaitProfile, perceived_wait

_MINUTES = Text("minutes", "分钟")
_CLOCK = Text("by the clock", "实际时长")
_FELT = Text("as it feels", "感知时长")
_BASE = Text("base ratio and exponent", "基准比与指数")
_ONE_TITLE = Text("From a wait by the clock to the wait as it feels", "从实际等待到感知等待")
_MANY_TITLE = Text("Waits by the clock and as they feel, by condition", "各条件下的实际等待与感知等待")
_PROFILE = Text("Profile {}", "参数组 {}")
_KEY = Text("○ mean by the clock   ● mean as it feels", "○ 实际时长均值   ● 感知时长均值")
_ALL = Text("all waits", "全部等待")
_COUNTS = Text("{} waits; {} with something missing are left out", "共 {} 次等待；另有 {} 次因数据缺失未计入")
_NONE = Text("no waits", "无等待记录")


@attrs.frozen(kw_only=True)
class WaitGroup:
    """Waits that share something: how many, and their mean length by the clock and as felt, in minutes."""

    text: Text
    count: int
    actual: float | None
    perceived: float | None


def _profile_note(profile: WaitProfile, language: str) -> str:
    words = profile.title.in_language(language) + bracketed(profile.evidence.in_language(language), language)
    return labelled(_PROFILE.in_language(language).format(profile.name), words, language)


def plot_wait(
    minutes: float,
    conditions: int = 0,
    profile: WaitProfile = ANCHORED,
    language: str = "en",
    ax: Axes | None = None,
) -> Axes:
    """Draw the steps from one wait by the clock to the wait as it feels.

    Parameters
    ----------
    minutes : float
        Clock length; at least 0.
    conditions : WaitCondition
        The adverse states that hold.
    profile : WaitProfile
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes
    """
    flags = WaitCondition(conditions)
    felt = perceived_wait(minutes=minutes, conditions=flags, profile=profile)
    now = perceived_wait(minutes=minutes, profile=profile)
    steps = [(_BASE.in_language(language), float(minutes), now, "")]
    keyed = profile.rules.by_key
    factors = dict(zip(keyed, (f"× {by}" for by in aligned([list(keyed.values())])[0]), strict=True))
    for row in profile.rules.rows:
        if row.key is not None and row.key in flags:
            steps.append((row.text.in_language(language), now, now * row.by, factors[row.key]))
            now *= row.by
    unit = _MINUTES.in_language(language)
    ends = [(_CLOCK.in_language(language), float(minutes)), (_FELT.in_language(language), felt)]
    figures = [f"{after - before:+.2f}".replace("-", "−") + f"   {by}".rstrip() for _, before, after, by in steps]
    totals = [f"{value:.2f} {unit}" for _, value in ends]
    page = lay_rows(
        _ONE_TITLE.in_language(language),
        language,
        ax,
        names=[ends[0][0], *(name for name, *_ in steps), ends[1][0]],
        figures=[totals[0], *figures, totals[1]],
        notes=[_profile_note(profile, language)],
        below=36,
    )
    last = len(steps) + 1
    page.ax.barh([0, last], [minutes, felt], height=0.55, color=[INK, BLUE])
    for y, (_, before, after, _by) in enumerate(steps, start=1):
        page.ax.barh(y, after - before, left=before, height=0.55, color=ORANGE if after > before else SKY)
        page.ax.plot([before, before], [y - 0.72, y + 0.28], color=RULE, linewidth=0.8, zorder=0.8)
    page.ax.plot([felt, felt], [last - 0.72, last], color=RULE, linewidth=0.8, zorder=0.8)
    highest = max(float(minutes), felt, *(after for _, _, after, _ in steps))
    _minute_axis(page, highest, language)
    return page.finish()


def _minute_axis(page: Any, highest: float, language: str) -> None:
    steps = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440)
    step = next((step for step in steps if highest / step <= 8), highest / 5)  # noqa: PLR2004 - eight ticks fit
    page.ax.set_xlim(0, highest * 1.02 or 1)
    set_ticks(page, [round(n * step, 6) for n in range(int(highest / step) + 1)], _MINUTES.in_language(language))


def plot_waits(
    minutes: Any,
    conditions: Any = 0,
    profile: WaitProfile = ANCHORED,
    language: str = "en",
    ax: Axes | None = None,
) -> Axes:
    """Draw many waits by the clock against as they feel: all of them, and those under each adverse condition.

    Parameters
    ----------
    minutes : array
        Clock lengths; a missing one is left out and counted.
    conditions : integer array of masks
        The adverse states of each wait, as bits of :class:`servicemodel.WaitCondition`.
    profile : WaitProfile
    language : {"en", "zh"}
    ax : Axes, optional

    Returns
    -------
    Axes
    """
    clock = np.atleast_1d(np.asarray(minutes, dtype=np.float64))
    masks = np.asarray(conditions)
    if masks.dtype.kind not in "iu" or masks.shape not in {(), clock.shape}:
        msg = (
            f"conditions must be integer masks, one for each of the {clock.size} waits; got {masks.dtype} {masks.shape}"
        )
        raise ServiceModelError(msg)
    masks = np.broadcast_to(masks, clock.shape)
    felt = perceived_wait(minutes=clock, conditions=masks, profile=profile)
    known = ~np.isnan(felt)
    groups = [_group(_ALL, clock, felt, known)]
    groups += [
        _group(row.text, clock, felt, known & ((masks & int(row.key)) != 0))
        for row in profile.rules.rows
        if row.key is not None
    ]
    return plot_wait_groups(groups, profile, language, ax, missing=int(clock.size - known.sum()))


def _group(text: Text, clock: Any, felt: Any, chosen: Any) -> WaitGroup:
    count = int(chosen.sum())
    if not count:
        return WaitGroup(text=text, count=0, actual=None, perceived=None)
    return WaitGroup(text=text, count=count, actual=float(clock[chosen].mean()), perceived=float(felt[chosen].mean()))


def plot_wait_groups(
    groups: list[WaitGroup],
    profile: WaitProfile = ANCHORED,
    language: str = "en",
    ax: Axes | None = None,
    *,
    missing: int = 0,
) -> Axes:
    """Draw groups of waits whose means are known already; the first group is that of all waits.

    Parameters
    ----------
    groups : list of WaitGroup
    profile : WaitProfile
        The profile the felt lengths were computed with; it is named below.
    language : {"en", "zh"}
    ax : Axes, optional
    missing : int, default 0
        How many waits were left out because something is missing.

    Returns
    -------
    Axes

    Raises
    ------
    ServiceModelError
        If there is no group.
    """
    if not groups:
        msg = "groups is empty; give at least the group of all waits"
        raise ServiceModelError(msg)
    page = lay_rows(
        _MANY_TITLE.in_language(language),
        language,
        ax,
        names=[group.text.in_language(language) for group in groups],
        figures=[_figures(group, language) for group in groups],
        notes=[
            _KEY.in_language(language),
            _COUNTS.in_language(language).format(printed(groups[0].count), printed(missing)),
            _profile_note(profile, language),
        ],
        below=40,
    )
    for y, group in enumerate(groups):
        if group.actual is None or group.perceived is None:
            continue
        page.ax.plot([group.actual, group.perceived], [y, y], color=BLUE, linewidth=1.6, alpha=0.6)
        page.ax.plot(group.actual, y, "o", markersize=7, color=INK, markerfacecolor=PAPER, markeredgewidth=1.4)
        page.ax.plot(group.perceived, y, "o", markersize=7, color=BLUE)
    page.ax.axhline(0.5, color=RULE, linewidth=0.8)
    highest = max((max(g.actual or 0, g.perceived or 0) for g in groups), default=0) or 1
    _minute_axis(page, highest * 1.03, language)
    return page.finish()


def _figures(group: WaitGroup, language: str) -> str:
    if group.actual is None or group.perceived is None:
        return _NONE.in_language(language)
    return f"{group.actual:.1f} → {group.perceived:.1f}   n = {printed(group.count)}"
