"""What was done against what was to be done, in order: for scripts and for the parts of a reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

import attrs

from servicemodel.labels import Label, Language, Text, check_language
from servicemodel.markup import NOTHING, Grid, joined, labelled
from servicemodel.tables.table import as_tuple


@attrs.frozen
class Misplaced:
    """A step that stands behind one it should come before.

    Attributes
    ----------
    step : Label
        What comes too late.
    behind : Label
        The first one before it that should follow it.
    """

    step: Label
    behind: Label

    def in_language(self, language: str) -> str:
        """Return it in words."""
        words = _BEHIND.in_language(language)
        return words.format(step=self.step.in_language(language), behind=self.behind.in_language(language))


@attrs.frozen(kw_only=True)
class OrderCheck:
    """Which steps are there, which lack, and which stand in the wrong place; prints itself.

    Attributes
    ----------
    present : tuple of Label
        In the order given, each once.
    missing : tuple of Label
        In the order they belong in.
    skipped : tuple of Label
        Those missing that come before one that is present: they were jumped.
    out_of_order : tuple of Misplaced
    repeated : tuple of Label
        Those given more than once; where they stand first counts.
    """

    title: ClassVar[Text] = Text("Check of the order", "顺序检查")

    present: tuple[Label, ...] = attrs.field(converter=as_tuple)
    missing: tuple[Label, ...] = attrs.field(converter=as_tuple)
    skipped: tuple[Label, ...] = attrs.field(converter=as_tuple)
    out_of_order: tuple[Misplaced, ...] = attrs.field(converter=as_tuple)
    repeated: tuple[Label, ...] = attrs.field(converter=as_tuple)

    @property
    def complete(self) -> bool:
        """Whether every step is there, once, in order."""
        return not (self.missing or self.out_of_order or self.repeated)

    @property
    def in_order(self) -> bool:
        """Whether what is there is in order and nothing was jumped; what is still to come may lack."""
        return not (self.skipped or self.out_of_order or self.repeated)

    def grid(self, language: str = "en") -> Grid:
        """Return the findings as a table of words, as every table gives itself."""
        rows = [
            [words.in_language(language), joined((item.in_language(language) for item in items), language) or NOTHING]
            for words, items in (
                (_PRESENT, self.present),
                (_MISSING, self.missing),
                (_SKIPPED, self.skipped),
                (_OUT_OF_ORDER, self.out_of_order),
                (_REPEATED, self.repeated),
            )
        ]
        return Grid(
            title=self.title.in_language(language),
            header=[text.in_language(language) for text in _HEADER],
            rows=rows,
            language=check_language(language),
        )

    def describe(self, language: Language = "en") -> str:
        """Return the findings as plain text, a line each; what there is none of is left out."""
        grid = self.grid(language)
        lines = [labelled(name, words, language) for name, words in grid.rows if words != NOTHING]
        return "\n  ".join([grid.title, *lines, (_COMPLETE if self.complete else _NOT_COMPLETE).in_language(language)])

    def to_html(self, language: Language = "en") -> str:
        """Return the findings as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


_BEHIND = Text("{step} stands behind {behind}", "“{step}”排在“{behind}”之后")
_PRESENT = Text("present", "已有")
_MISSING = Text("missing", "缺少")
_SKIPPED = Text("skipped", "跳过")
_OUT_OF_ORDER = Text("out of order", "顺序有误")
_REPEATED = Text("repeated", "重复")
_COMPLETE = Text("complete and in order", "齐全，顺序正确")
_NOT_COMPLETE = Text("not complete and in order", "尚未齐全或顺序有误")
_HEADER = (Text("finding", "检查项"), Text("steps", "步骤"))


def check_order(expected: Sequence[Label], given: Iterable[Any], name: str) -> OrderCheck:
    """Compare steps as they were given with their proper order.

    Parameters
    ----------
    expected : sequence of Label
        Members of one enum, in their proper order.
    given : iterable of Label or str
    name : str
        What ``given`` is called, for messages.

    Raises
    ------
    LabelError
        If a step is unknown.
    TypeError
        If the steps are no iterable of labels or their values.
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(f"{name} must be a sequence of steps; got {given!r}")
    enum = type(expected[0])
    every = [member_of(enum, step, name) for step in given]
    found = list(dict.fromkeys(every))
    place = {step: number for number, step in enumerate(expected)}
    last = max((place[step] for step in found), default=-1)
    misplaced = []
    for number, step in enumerate(found):
        behind = next((earlier for earlier in found[:number] if place[earlier] > place[step]), None)
        if behind is not None:
            misplaced.append(Misplaced(step, behind))
    return OrderCheck(
        present=found,
        missing=[step for step in expected if step not in found],
        skipped=[step for step in expected if step not in found and place[step] < last],
        out_of_order=misplaced,
        repeated=[step for step in found if every.count(step) > 1],
    )


def member_of(enum: type[Label], step: Any, name: str) -> Label:
    """Return a step as a member; equal words of another enum may mean other things, and are refused."""
    if not isinstance(step, str) or (isinstance(step, Label) and not isinstance(step, enum)):
        raise TypeError(f"{name} must hold members of {enum.__name__} or their values; got {step!r}")
    return enum(step)
