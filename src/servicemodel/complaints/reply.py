"""The reply to a complaint: nine parts, checked or drafted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Protocol

import attrs

from servicemodel.complaints import reply_words as w
from servicemodel.complaints.reply_words import ReplyPart
from servicemodel.complaints.step_order import OrderCheck, check_order
from servicemodel.errors import DomainError, MissingError
from servicemodel.labels import Language, Text, check_language, is_missing
from servicemodel.markup import Grid
from servicemodel.tables.table import as_tuple


class AnswerableComplaint(Protocol):
    """What is read of a complaint; :class:`servicemodel.Complaint` and any object with these attributes will do."""

    @property
    def id(self) -> str:
        """The number of the case, which the letter quotes."""

    @property
    def received_at(self) -> datetime:
        """When it was received; the letter quotes the date there."""


@attrs.frozen(kw_only=True)
class Reply:
    """A letter that answers a complaint; prints itself, and can be sent as it is.

    Attributes
    ----------
    complaint_id : str
    language : {"en", "zh"}
    heading, closing : str
        What stands above and below the parts.
    parts : tuple of (ReplyPart, str)
        In the order written.
    """

    title: ClassVar[Text] = Text("Reply to a complaint", "投诉回复函")

    complaint_id: str
    language: Language
    heading: str
    parts: tuple[tuple[ReplyPart, str], ...] = attrs.field(converter=as_tuple)
    closing: str

    @property
    def text(self) -> str:
        """The whole letter."""
        paragraphs = [w.INDENT[self.language] + words for _, words in self.parts]
        return "\n\n".join([self.heading, *paragraphs, self.closing])

    @property
    def body(self) -> str:
        """The nine parts alone, a paragraph each: what a measure of readability is about."""
        return "\n\n".join(words for _, words in self.parts)

    def part(self, part: ReplyPart | str) -> str:
        """Return the words of one part.

        Raises
        ------
        LabelError
            If there is no such part.
        """
        return dict(self.parts)[ReplyPart(part)]

    def check(self) -> OrderCheck:
        """Say whether all nine parts are there, in order; of a drafted letter they are."""
        return check_reply([part for part, _ in self.parts])

    def grid(self, language: str | None = None) -> Grid:
        """Return the letter as a table: what each part is called, and its words in the letter's own language."""
        spoken = check_language(language or self.language)
        rows = [
            [_ABOVE.in_language(spoken), self.heading],
            *([part.in_language(spoken), words] for part, words in self.parts),
            [_BELOW.in_language(spoken), self.closing],
        ]
        header = [text.in_language(spoken) for text in _HEADER]
        return Grid(title=self.title.in_language(spoken), header=header, rows=rows, language=spoken)

    def to_html(self, language: Language | None = None) -> str:
        """Return the letter as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.text


_HEADER = (Text("part", "部分"), Text("words", "内容"))
_ABOVE = Text("heading", "开头")
_BELOW = Text("closing", "结尾")


def check_reply(parts: Iterable[ReplyPart | str] | Mapping[ReplyPart | str, str]) -> OrderCheck:
    """Say which of the nine parts a reply has, which lack, and which stand in the wrong place.

    Parameters
    ----------
    parts : iterable of ReplyPart, or mapping of ReplyPart to words
        In the order they stand in the letter. In a mapping a part without words is missing.

    Returns
    -------
    OrderCheck
        ``complete`` where all nine are there, once, in order: the apology before the decision, the decision before the
        compensation.

    Raises
    ------
    LabelError
        If a part is unknown.
    TypeError
        If the parts are neither a sequence nor a mapping of them, or words are no text.

    References
    ----------
    .. [1] Course text T4: the nine parts and their order.

    Examples
    --------
    >>> check_reply(ReplyPart).complete
    True
    >>> print(check_reply(["empathy", "decision", "apology"]).describe())
    Check of the order
      present: empathy; decision; apology for the company
      missing: shared view; credit from the complaint; specifics of the case; compensation; commitment; welcome back
      skipped: shared view; credit from the complaint; specifics of the case
      out of order: apology for the company stands behind decision
      not complete and in order
    """
    if not isinstance(parts, Mapping):
        return check_order(ReplyPart.members, parts, "parts")
    for part, words in parts.items():
        if not isinstance(words, str) and not is_missing(words):
            raise TypeError(f"parts[{str(part)!r}] must be text; got {words!r}")
    said = [part for part, words in parts.items() if not is_missing(words) and words.strip()]
    unsaid = [part for part in parts if part not in said]
    check_order(ReplyPart.members, unsaid, "parts")  # an unknown part is refused even where it is empty
    return check_order(ReplyPart.members, said, "parts")


def draft_reply(
    complaint: AnswerableComplaint,
    decision: str,
    *,
    customer: str,
    product: str,
    trouble: str,
    shared_view: str,
    lesson: str,
    findings: str,
    compensation: str | None,
    commitment: str,
    company: str,
    signed_by: str,
    written_on: date,
    honorary_supervisor: bool = False,
    contact: str | None = None,
    language: Language = "en",
) -> Reply:
    """Draft the letter that answers a complaint, all nine parts in order, in English or Chinese.

    Nothing is invented: what happened, what is decided and what is promised are your sentences, in the language of the
    letter; the letter frames them. A full stop that lacks at their end is added.

    Parameters
    ----------
    complaint : object with id and received_at
        A :class:`servicemodel.Complaint`, or any object with these attributes. The letter quotes the number and the
        date of receipt, in the time zone it was recorded in.
    decision : str
        A sentence or more: what will be done.
    customer : str
        As addressed: "Ms Wang", "王女士".
    product : str
        What it is about, as a noun: "the washing machine you bought in May".
    trouble : str
        A sentence or more: what the customer went through, told as the customer would.
    shared_view : str
        A sentence or more: what both sides expect.
    lesson : str
        A sentence or more: what the complaint taught the company or already set in motion.
    findings : str
        A sentence or more: what looking into the case has shown.
    compensation : str or None
        A sentence or more: what is offered beyond the decision, such as a voucher. ``None`` is said openly.
    commitment : str
        A sentence or more: what is promised for the future.
    company, signed_by : str
        In whose name, and by whom, with the position if you like: "Li Ming, service manager".
    written_on : date
        The date of the letter, no earlier than the day of receipt.
    honorary_supervisor : bool, default False
        Whether the customer is asked to watch over the service from now on.
    contact : str, optional
        How the writer is reached.
    language : {"en", "zh"}, default "en"

    Returns
    -------
    Reply
        Its ``check()`` finds nothing missing and nothing out of order.

    Raises
    ------
    DomainError
        If an ingredient is blank, or the letter is dated before the complaint.
    MissingError
        If an ingredient is missing.
    TypeError
        If an ingredient is no text, or the date no date.

    Notes
    -----
    The parts and their order are the course's [1]_; the sentences around yours are this library's.

    References
    ----------
    .. [1] Course text T4: the nine parts.

    Examples
    --------
    >>> from datetime import UTC
    >>> from types import SimpleNamespace
    >>> letter = draft_reply(
    ...     SimpleNamespace(id="K-17", received_at=datetime(2024, 5, 1, 9, tzinfo=UTC)),
    ...     "We will replace the machine on 6 May, free of charge",
    ...     customer="Ms Wang",
    ...     product="your new washing machine",
    ...     trouble="It stopped in its first week, and you waited at home for a mechanic who did not come.",
    ...     shared_view="A new machine should run, and an appointment should be kept.",
    ...     lesson="Because of your letter, our workshop now confirms every appointment the day before.",
    ...     findings="The pump was faulty, and the appointment had not been passed on to the mechanic.",
    ...     compensation="A voucher for 200 yuan is enclosed.",
    ...     commitment="Should we ever be late again, we will call you before the hour agreed.",
    ...     company="Hua Mei Appliances",
    ...     signed_by="Li Ming, service manager",
    ...     written_on=date(2024, 5, 3),
    ... )
    >>> print(letter.part("decision"))
    This is what we have decided. We will replace the machine on 6 May, free of charge.
    >>> letter.check().complete
    True
    """
    spoken = check_language(language)
    received = _received(complaint)
    if not isinstance(written_on, date) or isinstance(written_on, datetime):
        raise TypeError(f"written_on must be a date; got {written_on!r}")
    if written_on < received:
        raise DomainError("written_on", written_on, f"no earlier than the complaint ({received.isoformat()})")
    names = {"customer": customer, "product": product, "company": company, "signed_by": signed_by}
    sentences = {
        "trouble": trouble, "shared_view": shared_view, "lesson": lesson, "findings": findings, "decision": decision,
        "commitment": commitment,
    }  # fmt: skip
    if compensation is not None:
        sentences["compensation"] = compensation
    if contact is not None:
        names["contact"] = contact
    if not isinstance(honorary_supervisor, bool):
        raise TypeError(f"honorary_supervisor must be True or False; got {honorary_supervisor!r}")
    said = {name: _words(name, value) for name, value in names.items()}
    said |= {name: _sentence(_words(name, value), spoken) for name, value in sentences.items()}
    said |= {"id": _words("complaint.id", complaint.id), "received": w.written_date(received, spoken)}
    templates = dict(w.TEMPLATES)
    if compensation is None:
        templates[ReplyPart.COMPENSATION] = w.NO_COMPENSATION
    more = [w.HONORARY_SUPERVISOR] * honorary_supervisor + [w.CONTACT] * (contact is not None)
    space = {"en": " ", "zh": ""}[spoken]
    welcome = [templates[ReplyPart.WELCOME], *more]
    parts = {part: templates[part].in_language(spoken).format_map(said) for part in ReplyPart}
    parts[ReplyPart.WELCOME] = space.join(text.in_language(spoken).format_map(said) for text in welcome)
    day = w.written_date(written_on, spoken)
    return Reply(
        complaint_id=said["id"],
        language=spoken,
        heading=_HEADING[spoken].format(
            day=day,
            subject=w.SUBJECT.in_language(spoken).format_map(said),
            salutation=w.SALUTATION.in_language(spoken).format_map(said),
        ),
        parts=tuple(parts.items()),
        closing=_CLOSING[spoken].format(closing=w.CLOSING.in_language(spoken), day=day, **said),
    )


#: An English letter has its date above, a Chinese one below.
_HEADING = {"en": "{day}\n\n{subject}\n\n{salutation}", "zh": "{subject}\n\n{salutation}"}
_CLOSING = {"en": "{closing}\n\n{signed_by}\n{company}", "zh": "{closing}\n\n{company}\n{signed_by}\n{day}"}

_ENDS = ".!?…。！？”\"’'）)"
_STOP = {"en": ".", "zh": "。"}


def _words(name: str, value: Any) -> str:
    if is_missing(value):
        raise MissingError(f"{name} is missing; the letter does not invent it")
    if not isinstance(value, str):
        raise TypeError(f"{name} must be text; got {value!r}")
    if not value.strip():
        raise DomainError(name, value, "words; the letter does not invent them")
    return value.strip()


def _sentence(words: str, language: Language) -> str:
    """Return words as a sentence: a capital first, unless the first word has its own spelling, and a stop last."""
    first = words.split(maxsplit=1)[0]
    opened = words[0].upper() + words[1:] if first.islower() else words
    return opened if opened[-1] in _ENDS else opened + _STOP[language]


def _received(complaint: Any) -> date:
    """Return the day of receipt, where it was received."""
    for name in ("id", "received_at"):
        if not hasattr(complaint, name):
            raise TypeError(f"complaint must have an id and received_at; {type(complaint).__name__} has no {name}")
    at = complaint.received_at
    if is_missing(at):
        raise MissingError("complaint.received_at is missing; the letter quotes its date")
    if not isinstance(at, datetime):
        raise TypeError(f"complaint.received_at must be a datetime; got {at!r}")
    return at.date()
