"""Where a number comes from, and how far it was checked."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text


class Evidence(Label):
    """What stands behind a figure or a rule."""

    PUBLISHED = "published", "seen printed in the source", "在来源中见到原文"
    ATTRIBUTED = "attributed", "credited to the source, whose text was not checked", "归于该来源，未核对原文"
    DERIVED = "derived", "computed from a published figure or formula", "由已发表的数字或公式推算"
    COURSE = "course", "from the course texts", "出自课程教材"
    CONVENTION = "convention", "a convention of this library; nothing is published", "本库的约定，未见发表"
    ASSUMED = "assumed", "an assumed size that no study gives", "假定的数值，无研究给出"


@attrs.frozen(kw_only=True)
class Source:
    """A published work.

    Attributes
    ----------
    key : str
        The name of the constant in lower case; what other tools refer to.
    short : str
        Author and year, as cited in a sentence.
    title, where : str
        The work, and where it appeared (journal with volume and pages, or publisher).
    doi : str or None
        Digital object identifier without a prefix.
    """

    key: str
    short: str
    title: str
    where: str
    doi: str | None = None

    def __str__(self) -> str:
        doi = f" doi:{self.doi}" if self.doi else ""
        end = "" if self.title.endswith("?") else "."
        return f"{self.short}: {self.title}{end} {self.where}.{doi}"


@attrs.frozen
class Citation:
    """A source, the place in it, and what was checked there.

    Attributes
    ----------
    source : Source
    evidence : Evidence
    place : str
        Equation, table, section or page, as far as it is known; may be empty.
    note : Text or None
        What a reader must know before relying on it.
    """

    source: Source
    evidence: Evidence
    place: str = ""
    note: Text | None = None

    def __str__(self) -> str:
        place = f", {self.place}" if self.place else ""
        return f"{self.source.short}{place} [{self.evidence.value}]"

    def in_language(self, language: str) -> str:
        """Return the short citation with its evidence in words."""
        place = f", {self.place}" if self.place else ""
        words = self.evidence.in_language(language)
        return f"{self.source.short}{place}" + (f"（{words}）" if language == "zh" else f" ({words})")
