"""How easily a written reply is read: four published formulas for English, a convention for Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import ClassVar

import attrs

from servicemodel.complaints.flesch_kincaid_grade import MODEL as GRADE, flesch_kincaid_grade
from servicemodel.complaints.flesch_reading_ease import MODEL as EASE, flesch_reading_ease
from servicemodel.complaints.gunning_fog import MODEL as FOG, gunning_fog
from servicemodel.complaints.smog_grade import MODEL as SMOG, smog_grade
from servicemodel.complaints.syllables import syllables
from servicemodel.complaints.text_counts import checked_text, count_text
from servicemodel.errors import DomainError
from servicemodel.labels import Language, Text
from servicemodel.markup import NOTHING, Grid, headed, labelled, record_grid
from servicemodel.sources import Citation
from servicemodel.tables.table import cite

_SMOG_SAMPLE = 30  # sentences


@attrs.frozen(kw_only=True)
class Readability:
    """How easily an English text is read, and what was counted for it; prints itself.

    Attributes
    ----------
    sentences, words, syllables, complex_words, polysyllables : int
        What the text has; hard words are those of the Fog index, polysyllables those of SMOG.
    gunning_fog, flesch_reading_ease, flesch_kincaid_grade, smog_grade : float
        Not given but computed from the counts.
    """

    title: ClassVar[Text] = Text("Readability", "易读性")

    sentences: int = attrs.field(metadata=headed(Text("sentences", "句数")))
    words: int = attrs.field(metadata=headed(Text("words", "词数")))
    syllables: int = attrs.field(metadata=headed(Text("syllables", "音节数")))
    complex_words: int = attrs.field(metadata=headed(Text("hard words (Fog)", "难词数（迷雾指数）")))
    polysyllables: int = attrs.field(metadata=headed(Text("words of 3 syllables or more", "三音节及以上词数")))
    gunning_fog: float = attrs.field(init=False, metadata=headed(FOG.title))
    flesch_reading_ease: float = attrs.field(init=False, metadata=headed(EASE.title))
    flesch_kincaid_grade: float = attrs.field(init=False, metadata=headed(GRADE.title))
    smog_grade: float = attrs.field(init=False, metadata=headed(SMOG.title))

    @gunning_fog.default
    def _fog(self) -> float:
        return gunning_fog(words=self.words, sentences=self.sentences, complex_words=self.complex_words)

    @flesch_reading_ease.default
    def _ease(self) -> float:
        return flesch_reading_ease(words=self.words, sentences=self.sentences, syllables=self.syllables)

    @flesch_kincaid_grade.default
    def _grade(self) -> float:
        return flesch_kincaid_grade(words=self.words, sentences=self.sentences, syllables=self.syllables)

    @smog_grade.default
    def _smog(self) -> float:
        return smog_grade(polysyllables=self.polysyllables, sentences=self.sentences)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the formulas come from."""
        return tuple(citation for model in (FOG, EASE, GRADE, SMOG) for citation in model.citations)

    def grid(self, language: str = "en") -> Grid:
        """Return counts and scores as a table of words, as every table gives itself."""
        grid = record_grid(self, language)
        notes = [cite(citation, language) for citation in self.citations]
        if self.sentences < _SMOG_SAMPLE:
            notes.insert(0, _FEW.in_language(language).format(sentences=self.sentences))
        return attrs.evolve(grid, notes=notes)

    def describe(self, language: Language = "en") -> str:
        """Return counts and scores as plain text, a line each."""
        return _lines(self.grid(language), language)

    def to_html(self, language: Language = "en") -> str:
        """Return counts and scores as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


@attrs.frozen(kw_only=True)
class ChineseReadability:
    """How easily a Chinese text is read, by the convention of this library; prints itself.

    Attributes
    ----------
    sentences, characters : int
        What the text has; punctuation is no character.
    hard_characters : int or None
        How many of the characters belong to hard words; ``None`` where no hard words were named.
    sentence_length : float
        Characters per sentence; not given but computed.
    hard_share : float or None
        Share of the characters that belong to hard words; not given but computed.
    """

    title: ClassVar[Text] = Text("Readability of a Chinese text", "中文易读性")

    sentences: int = attrs.field(metadata=headed(Text("sentences", "句数")))
    characters: int = attrs.field(metadata=headed(Text("characters", "字数")))
    hard_characters: int | None = attrs.field(
        default=None, metadata=headed(Text("characters in hard words", "难词字数"))
    )
    sentence_length: float = attrs.field(
        init=False, metadata=headed(Text("characters per sentence", "平均句长（字/句）"))
    )
    hard_share: float | None = attrs.field(init=False, metadata=headed(Text("share of hard words", "难词占比")))

    @sentence_length.default
    def _length(self) -> float:
        return self.characters / self.sentences

    @hard_share.default
    def _share(self) -> float | None:
        return None if self.hard_characters is None else self.hard_characters / self.characters

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself."""
        return attrs.evolve(record_grid(self, language), notes=[_CONVENTION.in_language(language)])

    def describe(self, language: Language = "zh") -> str:
        """Return the figures as plain text, a line each."""
        return _lines(self.grid(language), language)

    def to_html(self, language: Language = "zh") -> str:
        """Return the figures as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()


_FEW = Text(
    "SMOG is made for samples of 30 sentences and says little of fewer; {sentences} here",
    "共 {sentences} 句：SMOG 适用于 30 句的样本，句数过少时参考价值有限",
)
_CONVENTION = Text(
    "a convention of this library: the course texts name a readability test and give no formula",
    "本库的约定：课程教材只提到易读指数测试，未给出公式",
)


def _lines(grid: Grid, language: Language) -> str:
    rows = [labelled(name, value, language) for name, value in grid.rows if value != NOTHING]
    return "\n  ".join([grid.title, *rows])


def readability(text: str, *, syllables: Callable[[str], int] = syllables) -> Readability:
    """Measure how easily an English text is read.

    Parameters
    ----------
    text : str
        In English; a text with letters of another script is refused, as the formulas count English syllables.
    syllables : callable, optional
        Your own count of the syllables of a word, such as a look-up in a dictionary of pronunciation.

    Returns
    -------
    Readability
        The counts, the Gunning Fog index, Flesch reading ease, Flesch-Kincaid grade and SMOG grade.

    Raises
    ------
    DomainError
        If the text has no word, or letters that are not Latin; or ``syllables`` answers with anything but a whole
        number of at least 1.
    MissingError
        If the text is missing.
    TypeError
        If the text is no text.

    Notes
    -----
    A sentence ends at a full stop, question mark, exclamation mark or ellipsis before a space, or at an empty line; a
    text without any is one sentence. Abbreviations (Mr., e.g., No.) and initials do not end one. A word is a run of
    letters and digits, joined by apostrophes, hyphens, points, commas or the signs of an address; a number has one
    syllable. Syllables are counted by rule, which agrees with the CMU pronouncing dictionary for 93 % of its entries and
    98 % of the running words of English documentation.

    The text counted twice over has the same scores, if it ends with a sentence.

    Examples
    --------
    >>> print(readability("We are sorry. We will replace the machine on Monday, free of charge.").describe())
    Readability
      sentences: 2
      words: 13
      syllables: 17
      hard words (Fog): 0
      words of 3 syllables or more: 0
      Gunning Fog index: 2.6
      Flesch reading ease: 89.6067
      Flesch-Kincaid grade: 2.37577
      SMOG grade: 3.1291

    One word is one sentence:

    >>> readability("Sorry").sentences
    1
    """
    for letter in checked_text(text):
        if letter.isalpha() and not _is_latin(letter):
            raise DomainError("text", letter, f"English; for Chinese use chinese_readability; {_name(letter)} is not")
    if not callable(syllables):
        raise TypeError(f"syllables must be a function of a word; got {syllables!r}")
    counts = count_text(text, syllables)
    return Readability(**attrs.asdict(counts))


def _is_latin(letter: str) -> bool:
    return letter.isascii() or _name(letter).startswith(("LATIN ", "MICRO ", "MASCULINE ", "FEMININE "))


def _name(letter: str) -> str:
    return unicodedata.name(letter, "a letter without a name")


_SENTENCE = re.compile("[\u3002\uff01\uff1f\u2026!?\n]+|\\.(?!\\S)")
_CHARACTER = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]|[A-Za-z]+|[0-9]+(?:[.,:][0-9]+)*")


def chinese_readability(text: str, *, hard_words: Iterable[str] | None = None) -> ChineseReadability:
    """Measure how easily a Chinese text is read: the length of its sentences and the share of its hard words.

    Parameters
    ----------
    text : str
        In Chinese.
    hard_words : iterable of str, optional
        The idioms and technical terms to count, as you list them; the library brings no list.

    Returns
    -------
    ChineseReadability
        Without ``hard_words`` their share is ``None``, not 0.

    Raises
    ------
    DomainError
        If the text has no Chinese character, or a hard word is blank.
    MissingError
        If the text is missing.
    TypeError
        If the text is no text, or the hard words are no sequence of texts.

    Notes
    -----
    ``sentence_length = characters / sentences; hard_share = hard_characters / characters``

    A convention of this library: the course texts name a readability test and give no formula, and the English ones
    count syllables, which say nothing here. A sentence ends at a full stop, question mark, exclamation mark, ellipsis or
    line break. A Latin word or a number counts as one character. Where hard words overlap the longest counts.

    Examples
    --------
    >>> print(chinese_readability("我们深表歉意。周一将免费更换水泵。", hard_words=["水泵"]))
    中文易读性
      句数：2
      字数：15
      难词字数：2
      平均句长（字/句）：7.5
      难词占比：0.133333

    Without a list nothing is said of hard words:

    >>> chinese_readability("抱歉").hard_share is None
    True
    """
    checked_text(text)
    found = _CHARACTER.findall(text)
    if not any(ord(character[0]) > _LAST_ASCII for character in found):
        raise DomainError("text", text, "a text with Chinese characters; for English use readability")
    sentences = sum(bool(_CHARACTER.search(part)) for part in _SENTENCE.split(text))
    return ChineseReadability(
        sentences=sentences, characters=len(found), hard_characters=_hard_characters(text, hard_words)
    )


_LAST_ASCII = 0x7F


def _hard_characters(text: str, hard_words: Iterable[str] | None) -> int | None:
    if hard_words is None:
        return None
    if isinstance(hard_words, str) or not isinstance(hard_words, Iterable):
        raise TypeError(f"hard_words must be a sequence of words; got {hard_words!r}")
    listed = list(hard_words)
    for place, word in enumerate(listed):
        if not isinstance(word, str):
            raise TypeError(f"hard_words[{place}] must be text; got {word!r}")
        if not _CHARACTER.search(word):
            raise DomainError(f"hard_words[{place}]", word, "a word")
    if not listed:
        return 0
    longest_first = "|".join(map(_whole, sorted(listed, key=len, reverse=True)))
    return sum(len(_CHARACTER.findall(word)) for word in re.findall(longest_first, text))


def _whole(word: str) -> str:
    """Return a pattern for a word that does not begin or end within a Latin word or a number, each one character."""
    before = _NO_MORE.get(_kind(word[0]), ("", ""))[0]
    after = _NO_MORE.get(_kind(word[-1]), ("", ""))[1]
    return before + re.escape(word) + after


def _kind(character: str) -> str:
    return "" if not character.isascii() else "letter" if character.isalpha() else "digit" * character.isdigit()


#: What may not stand before and after.
_NO_MORE = {
    "letter": ("(?<![A-Za-z])", "(?![A-Za-z])"),
    "digit": ("(?<![0-9])(?<![0-9][.,:])", "(?![.,:]?[0-9])"),
}
