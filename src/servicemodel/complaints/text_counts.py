"""What the formulas of readability count: their quantities, and how a text is counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs

from servicemodel.arguments import Quantity, Requirement
from servicemodel.complaints.syllables import syllables
from servicemodel.errors import DomainError, MissingError
from servicemodel.labels import Text, is_missing

_WORDS, _SYLLABLES, _SENTENCES = Text("words", "词"), Text("syllables", "音节"), Text("sentences", "句")

WORDS = Quantity(name="words", unit=_WORDS, above=0, meaning=Text("how many words the text has", "文本的词数"))
SENTENCES = Quantity(
    name="sentences", unit=_SENTENCES, above=0, meaning=Text("how many sentences the text has", "文本的句数")
)
SYLLABLES = Quantity(
    name="syllables", unit=_SYLLABLES, above=0, meaning=Text("how many syllables its words have", "全部词的音节数")
)
COMPLEX_WORDS = Quantity(
    name="complex_words",
    unit=_WORDS,
    at_least=0,
    meaning=Text("how many of the words are hard by the Fog index's rule", "按迷雾指数规则属于难词的词数"),
)
POLYSYLLABLES = Quantity(
    name="polysyllables",
    unit=_WORDS,
    at_least=0,
    meaning=Text("how many words have three syllables or more", "三个音节及以上的词数"),
)


def _as_many_words(*, words: Any, sentences: Any) -> Any:
    return sentences <= words


def _among_the_words(*, words: Any, complex_words: Any) -> Any:
    return complex_words <= words


def _a_syllable_a_word(*, words: Any, syllables: Any) -> Any:
    return words <= syllables


#: Every sentence has a word.
WORD_IN_SENTENCE = Requirement(
    arguments=("words", "sentences"),
    text=Text("every sentence has a word, sentences ≤ words", "每句至少一词，即 sentences ≤ words"),
    holds=_as_many_words,
)
#: The hard words are among the words.
COMPLEX_AMONG_WORDS = Requirement(
    arguments=("words", "complex_words"),
    text=Text("hard words are words, complex_words ≤ words", "难词不多于词数，即 complex_words ≤ words"),
    holds=_among_the_words,
)
#: Every word has a syllable.
SYLLABLE_IN_WORD = Requirement(
    arguments=("words", "syllables"),
    text=Text("every word has a syllable, words ≤ syllables", "每词至少一个音节，即 words ≤ syllables"),
    holds=_a_syllable_a_word,
)

_HARD = 3  # syllables

#: What ends in a full stop without ending a sentence.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "nos",
        "e.g",
        "i.e",
        "etc",
        "vs",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "approx",
        "dept",
        "est",
        "tel",
        "fig",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
    ]
)

# A row of points is looked at once: without the look behind, each of its points would begin the search anew.
_END = re.compile(r"(?<![.!?\u2026])[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)|\n\s*\n")
_WORD = re.compile(r"[^\W_]+(?:[.'\u2019,:/@&-][^\W_]+)*")
_FAR_ENOUGH = 40  # characters: no abbreviation is longer, with what opens before it
_SPOKEN_ENDING = re.compile(r"(?:ing|[td]ed|(?:[sxzcg]|ch|sh)es)$")  # elsewhere -ed and -es add no syllable


@attrs.frozen(kw_only=True)
class TextCounts:
    """What an English text was found to have."""

    sentences: int
    words: int
    syllables: int
    complex_words: int
    polysyllables: int


def checked_text(text: Any) -> str:
    """Return a text that has something in it."""
    if is_missing(text):
        raise MissingError("text is missing")
    if not isinstance(text, str):
        raise TypeError(f"text must be text; got {text!r}")
    if not _WORD.search(text):
        raise DomainError("text", text, "a text with at least one word")
    return text


def sentences_of(text: str) -> list[list[str]]:
    """Return the words of each sentence of an English text."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _is_abbreviation(text[max(start, end.start() - _FAR_ENOUGH) : end.start()], end.group()):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    return [words for words in (_WORD.findall(part) for part in [*found, text[start:]]) if words]


def _is_abbreviation(before: str, stop: str) -> bool:
    """Whether a full stop belongs to the word before it: a known abbreviation, or a single capital, an initial."""
    if stop != ".":
        return False
    last = before.rsplit(maxsplit=1)[-1].strip("(\"'\u201c") if before.split() else ""
    return last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isupper() and last != "I")


def count_text(text: str, count: Callable[[str], int] = syllables) -> TextCounts:
    """Count an English text; ``count`` says how many syllables a word has."""
    every = sentences_of(text)
    sizes = [[_checked_size(count(word), word) for word in words] for words in every]
    return TextCounts(
        sentences=len(every),
        words=sum(map(len, every)),
        syllables=sum(map(sum, sizes)),
        complex_words=sum(
            _is_complex(word, size, first=place == 0)
            for words, found in zip(every, sizes, strict=True)
            for place, (word, size) in enumerate(zip(words, found, strict=True))
        ),
        polysyllables=sum(size >= _HARD for found in sizes for size in found),
    )


def _checked_size(size: Any, word: str) -> int:
    if isinstance(size, bool) or not isinstance(size, int) or size < 1:
        raise DomainError(f"syllables({word!r})", size, "a whole number of at least 1")
    return size


def _is_complex(word: str, size: int, *, first: bool) -> bool:
    """Whether a word is hard: not a name, not a compound, and long without -es, -ed or -ing."""
    if "-" in word or (word[0].isupper() and not first):
        return False
    return size - bool(_SPOKEN_ENDING.search(word.lower())) >= _HARD
