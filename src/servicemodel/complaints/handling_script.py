"""What to do with a complaint, step by step: LSCIA for ordinary ones, CLEAR for serious ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import attrs

from servicemodel.complaints.classes import Severity
from servicemodel.complaints.step_order import OrderCheck, check_order, member_of
from servicemodel.errors import DomainError
from servicemodel.labels import Label, Language, OrderedLabel, Text, is_missing
from servicemodel.markup import Grid
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CLEAR_JIANGSHITAI, COURSE_T3, COURSE_T4, LSCIA_PINGGU
from servicemodel.tables.listing import Entry, Listing


class GraveComplaint(Protocol):
    """What is read of a complaint; :class:`servicemodel.Complaint` and any object with this attribute will do."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""


class LsciaStep(OrderedLabel):
    """The five steps of LSCIA, first to last; not to be confused with LSCPA, another list."""

    LISTEN = "listen", "Listen", "Listen 倾听"
    SHARE = "share", "Share", "Share 分担"
    CLARIFY = "clarify", "Clarify", "Clarify 澄清"
    ILLUSTRATE = "illustrate", "Illustrate", "Illustrate 陈述"
    ASK = "ask", "Ask", "Ask 要求"


class ClearStep(OrderedLabel):
    """The five steps of CLEAR, first to last."""

    CONTROL = "control", "Control", "Control 控制"
    LISTEN = "listen", "Listen", "Listen 倾听"
    ESTABLISH = "establish", "Establish", "Establish 建立"
    APOLOGIZE = "apologize", "Apologize", "Apologize 道歉"
    RESOLVE = "resolve", "Resolve", "Resolve 解决"


class SequenceStep(OrderedLabel):
    """The six steps of course text T4, first to last; the order is reconstructed."""

    LISTEN = "listen", "listen patiently", "耐心倾听"
    SYMPATHISE = "sympathise", "sympathise and empathise", "表示同情并移情"
    APOLOGISE = "apologise", "apologise sincerely", "真诚致歉"
    PROPOSE = "propose", "propose a fair remedy", "提出公平化解方案"
    AGREE = "agree", "get agreement and act at once", "获得认同立即执行"
    FOLLOW_UP = "follow_up", "follow up", "跟进实施"


@attrs.frozen(kw_only=True)
class HandlingScript:
    """Steps in order, none of which can be jumped; prints itself in both languages.

    Attributes
    ----------
    listing : Listing
        The steps with what to do in each, and their sources.
    acronym : str or None
        The initials of the steps, where they make a word.

    Raises
    ------
    DomainError
        If the acronym is not made of the initials.

    Examples
    --------
    >>> LSCIA.acronym, LSCIA.next_after(None), LSCIA.next_after("ask")
    ('LSCIA', <LsciaStep.LISTEN: 'listen'>, None)

    Nothing is resolved before somebody apologized:

    >>> print(CLEAR.check_order(["control", "listen", "resolve"]))
    Check of the order
      present: Control; Listen; Resolve
      missing: Establish; Apologize
      skipped: Establish; Apologize
      not complete and in order
    """

    listing: Listing
    acronym: str | None = None

    def __attrs_post_init__(self) -> None:
        initials = "".join(step.en[0].upper() for step in self.steps)
        if self.acronym is not None and self.acronym != initials:
            raise DomainError("acronym", self.acronym, f"the initials of the steps, {initials!r}")

    @property
    def title(self) -> Text:
        """What the script is called."""
        return self.listing.title

    @property
    def steps(self) -> tuple[Any, ...]:
        """The steps, in order."""
        return tuple(entry.key for entry in self.listing.entries)

    def next_after(self, step: Label | str | None) -> Any:
        """Return the step that follows, the first after ``None``; ``None`` after the last.

        Raises
        ------
        LabelError
            If there is no such step.
        TypeError
            If it is a step of another script.
        """
        if is_missing(step):
            return self.steps[0]
        place = self.steps.index(member_of(type(self.steps[0]), step, "step")) + 1
        return self.steps[place] if place < len(self.steps) else None

    def check_order(self, done: Iterable[Label | str]) -> OrderCheck:
        """Say which of the steps done are in order, and which lack or were skipped.

        Raises
        ------
        LabelError
            If there is no such step.
        TypeError
            If ``done`` is no sequence of steps of this script.
        """
        return check_order(self.steps, done, "done")

    def grid(self, language: str = "en") -> Grid:
        """Return the steps as a table of words, as every table gives itself."""
        return self.listing.grid(language)

    def describe(self, language: Language = "en") -> str:
        """Return the steps as plain text, a line each."""
        return self.listing.describe(language)

    def to_html(self, language: Language = "en") -> str:
        """Return the steps as a small HTML table."""
        return self.listing.to_html(language)

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


_ROUTE = Text("names the script in a task; its steps are not printed", "任务标题中提到该方法，未列出步骤")

#: For ordinary complaints. The steps are in a public copy; what to do in each is its advice in this library's words.
LSCIA = HandlingScript(
    acronym="LSCIA",
    listing=Listing(
        title=Text("LSCIA, for ordinary complaints", "LSCIA（一般投诉）"),
        evidence=Evidence.PUBLISHED,
        citations=(
            Citation(LSCIA_PINGGU, Evidence.PUBLISHED, "", Text("the five steps", "五个步骤")),
            Citation(COURSE_T3, Evidence.COURSE, "", _ROUTE),
        ),
        notes=(
            Text(
                "Not to be confused with LSCPA (listen, sympathize, confirm or clarify, propose, act or ask).",
                "勿与 LSCPA（倾听、同情、确认或澄清、提议、行动或询问）混淆。",
            ),
        ),
        entries=(
            Entry(
                key=LsciaStep.LISTEN,
                meaning=Text(
                    "hear the customer out, write the facts down, find the heart of the matter",
                    "耐心听完，记录事实，抓住问题的实质",
                ),
            ),
            Entry(
                key=LsciaStep.SHARE,
                meaning=Text(
                    "share the burden: never blame the customer, whatever the cause",
                    "分担客户的心情：无论原因何在，都不责怪客户",
                ),
            ),
            Entry(
                key=LsciaStep.CLARIFY,
                meaning=Text(
                    "say what the problem is: if the product failed, apologise and put it right fast; "
                    "if it was used wrongly, explain",
                    "界定问题：属产品问题，道歉并尽快解决；属使用不当，耐心说明",
                ),
            ),
            Entry(
                key=LsciaStep.ILLUSTRATE,
                meaning=Text(
                    "state the solution, and thank or reward the customer", "说明解决方案，表示感谢或给予奖励"
                ),
            ),
            Entry(key=LsciaStep.ASK, meaning=Text("ask whether anything else is wanted", "询问客户还有什么要求")),
        ),
    ),
)

#: For serious complaints.
CLEAR = HandlingScript(
    acronym="CLEAR",
    listing=Listing(
        title=Text("CLEAR, for serious complaints", "CLEAR（严重投诉）"),
        evidence=Evidence.PUBLISHED,
        citations=(
            Citation(
                CLEAR_JIANGSHITAI,
                Evidence.PUBLISHED,
                "",
                Text("the five steps; the advice of the last is recalled", "五个步骤；末步的说明未核对原文"),
            ),
            Citation(COURSE_T3, Evidence.COURSE, "", _ROUTE),
        ),
        notes=(Text("Its motto: make the customer's mood clear up.", "口号：令顾客心情晴朗。"),),
        entries=(
            Entry(key=ClearStep.CONTROL, meaning=Text("control your own emotions", "控制自己的情绪")),
            Entry(key=ClearStep.LISTEN, meaning=Text("listen to the customer", "倾听客户诉说")),
            Entry(
                key=ClearStep.ESTABLISH,
                meaning=Text("establish rapport with the customer", "建立与客户的共鸣"),
            ),
            Entry(key=ClearStep.APOLOGIZE, meaning=Text("apologize for the situation", "对客户的遭遇表示歉意")),
            Entry(
                key=ClearStep.RESOLVE,
                meaning=Text("offer a solution for now, and one that prevents the next case", "提出应急和预见性的方案"),
            ),
        ),
    ),
)

#: The six steps of any complaint.
SIX_STEPS = HandlingScript(
    listing=Listing(
        title=Text("Six steps of handling a complaint", "投诉处理六步骤"),
        evidence=Evidence.COURSE,
        citations=(
            Citation(COURSE_T4, Evidence.COURSE, "", Text("the phrases", "各步骤的用语")),
            Citation(
                COURSE_T4,
                Evidence.CONVENTION,
                "",
                Text(
                    "the order is reconstructed, about 80 % sure: the apology and the follow-up are printed apart",
                    "顺序为重建，把握约 80%：致歉与跟进在原文中单独列出",
                ),
            ),
        ),
        entries=(
            Entry(key=SequenceStep.LISTEN, meaning=Text("with full attention", "专心致志")),
            Entry(
                key=SequenceStep.SYMPATHISE,
                meaning=Text(
                    "feelings first, then the problem: “I share your feelings”", "先情绪后问题：“认同您的感受”"
                ),
            ),
            Entry(
                key=SequenceStep.APOLOGISE,
                meaning=Text("its place is the least sure of the six", "其位置在六步中最不确定"),
            ),
            Entry(key=SequenceStep.PROPOSE, meaning=Text("one both sides can call fair", "双方都觉得公平的方案")),
            Entry(
                key=SequenceStep.AGREE, meaning=Text("first the customer's yes, then action", "先征得同意，随即执行")
            ),
            Entry(key=SequenceStep.FOLLOW_UP, meaning=Text("see that what was agreed is done", "确认约定的事项已落实")),
        ),
    ),
)

_SCRIPTS = {Severity.ORDINARY: LSCIA, Severity.SERIOUS: CLEAR}


def handling_script(complaint: GraveComplaint) -> HandlingScript:
    """Return the script for a complaint: LSCIA if it is ordinary, CLEAR if it is serious.

    Parameters
    ----------
    complaint : object with a severity
        A :class:`servicemodel.Complaint`, or any object with that attribute.

    Returns
    -------
    HandlingScript
        Five steps, in order.

    Raises
    ------
    LabelError
        If the severity is unknown.
    TypeError
        If the object has no severity.

    Notes
    -----
    ``script = LSCIA if ordinary, CLEAR if serious``

    The textbook names LSCIA for ordinary and CLEAR for serious complaints in the titles of two tasks [1]_. Whether the
    complaint is justified plays no part: that is found out on the way.

    References
    ----------
    .. [1] Course text T3, tasks 4-6 and 4-7.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> script = handling_script(SimpleNamespace(severity=Severity.SERIOUS))
    >>> print(script.describe("zh"))
    CLEAR（严重投诉）
      1. Control 控制：控制自己的情绪
      2. Listen 倾听：倾听客户诉说
      3. Establish 建立：建立与客户的共鸣
      4. Apologize 道歉：对客户的遭遇表示歉意
      5. Resolve 解决：提出应急和预见性的方案

    An ordinary one:

    >>> handling_script(SimpleNamespace(severity="ordinary")).acronym
    'LSCIA'
    """
    if not hasattr(complaint, "severity"):
        raise TypeError(f"complaint must have a severity; got {type(complaint).__name__}")
    return _SCRIPTS[Severity(complaint.severity)]
