"""A numbered list of words and where it comes from: for what a course prints as a list and not as a table of numbers."""

from __future__ import annotations

from typing import Any

import attrs

from servicemodel.errors import TableError
from servicemodel.labels import Label, Language, Text, check_language
from servicemodel.markup import Grid, headed, header_of, in_words, joined, labelled
from servicemodel.sources import Citation, Evidence
from servicemodel.tables.table import as_tuple, source_notes


@attrs.frozen(kw_only=True)
class Entry:
    """One entry of a list; a subclass adds columns, each named with ``servicemodel.markup.headed``.

    Attributes
    ----------
    key : Label
        The category listed.
    meaning : Text
        What it is, or what to do.
    """

    key: Label = attrs.field(metadata=headed(Text("entry", "条目")))
    meaning: Text = attrs.field(metadata=headed(Text("meaning", "说明")))


@attrs.frozen(kw_only=True, repr=False)
class Listing:
    """Entries in order, one for every member of an enum of labels; prints itself in both languages.

    Attributes
    ----------
    title : Text
    entries : tuple of Entry
        In the order printed; every member of the enum of their keys has one.
    evidence : Evidence
        What stands behind the list as a whole.
    citations : tuple of Citation
    notes : tuple of Text
        What a reader must know.

    Raises
    ------
    TableError
        If the keys are not the members of one enum, each once.

    Examples
    --------
    >>> from servicemodel import DETECTION_METHODS
    >>> print(DETECTION_METHODS.describe().splitlines()[1])
      1. survey of customers: ask and publish the results; plan, do, check, act
    """

    title: Text
    entries: tuple[Entry, ...] = attrs.field(converter=as_tuple)
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)
    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        keys = [entry.key for entry in self.entries]
        if not keys or len(set(keys)) != len(keys) or set(keys) != set(type(keys[0])):
            raise TableError(f"{self.title.en}: every member of one enum has one entry; got {[str(k) for k in keys]}")

    def entry_of(self, key: Label | str) -> Any:
        """Return the entry of a member, given as the member or its value.

        Raises
        ------
        LabelError
            If there is no such member.
        """
        member = type(self.entries[0].key)(key)
        return next(entry for entry in self.entries if entry.key is member)

    def grid(self, language: str = "en") -> Grid:
        """Return the list as a table of words, as every table gives itself."""
        spoken = check_language(language)
        fields = attrs.fields(type(self.entries[0]))
        rows = [
            [str(place), *(in_words(getattr(entry, field.name), language) for field in fields)]
            for place, entry in enumerate(self.entries, start=1)
        ]
        header = [_NUMBER.in_language(language), *(header_of(field, language) for field in fields)]
        notes = [note.in_language(language) for note in self.notes]
        notes += source_notes(self.evidence, self.citations, language)
        return Grid(
            title=self.title.in_language(language), header=header, rows=rows, numbers=(0,), notes=notes, language=spoken
        )

    def describe(self, language: Language = "en") -> str:
        """Return the list as plain text, a line each."""
        grid = self.grid(language)
        lines = []
        for number, words, meaning, *more in grid.rows:
            columns = [labelled(*pair, language) for pair in zip(grid.header[3:], more, strict=True)]
            lines.append(f"  {number}. {labelled(words, joined([meaning, *columns], language), language)}")
        return "\n".join([self.title.in_language(language), *lines])

    def to_html(self, language: Language = "en") -> str:
        """Return the list as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return f"<Listing {self.title.en}: {len(self.entries)} entries, {self.evidence.value}>"


_NUMBER = Text("no.", "序号")
