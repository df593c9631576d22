"""How many syllables an English word has, by rule."""

from __future__ import annotations

import re
import unicodedata

#: Frequent words that the rule gets wrong.
_EXCEPTIONS = {
    "area": 3, "areas": 3, "business": 2, "businesses": 3, "catalogue": 3, "catalogues": 3, "colleague": 2,
    "colleagues": 2, "element": 3, "elements": 3, "elsewhere": 2, "evening": 2, "evenings": 2, "every": 2,
    "everybody": 4, "everyone": 3, "everything": 3, "idea": 3, "ideas": 3, "lifetime": 2, "people": 2, "peoples": 2,
    "queue": 1, "queued": 1, "queues": 1, "real": 2, "really": 2, "rely": 2, "safety": 2, "several": 3, "somebody": 3,
    "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "statement": 2, "statements": 2, "therefore": 2,
    "wednesday": 2,
}  # fmt: skip

_VOWELS = re.compile("[aeiouy]+")

#: A vowel that is written but not spoken.
_SILENT = re.compile(
    r"""
      (?<=[^aeiouy])(?<![^aeiouy]l)(?<![tbc]r)e$                          # make, sale; but table, centre
    | (?<=[^aeiouytd])(?<![^aeiouyrl]l)ed$                                # asked; but wanted, settled
    | (?<=[^aeiouysxzcg])(?<!ch)(?<!sh)(?<![^aeiouy]l)(?<![tbc]r)es$      # times; but boxes, tables
    | (?<=[aeiouy][^aeiouy])e(?=(?:ly|ments?|ful|fully|less|ness|some)$)  # sincerely, careful
    | (?<=[^aeiouyl]{2})e(?=(?:ly|ments?|ful|fully|less|ness)$)           # largely, judgement
    | (?<=ic)a(?=lly$)                                                    # specifically
    | (?<=[gq])ue$                                                        # dialogue, technique
    """,
    re.VERBOSE,
)

#: A place where neighbouring vowels, or a consonant alone, make a syllable more.
_MORE = re.compile(
    r"""
      (?<![ctsg])i(?=a)(?!age)(?!an[ds]$|am$)                             # reliable; but special, marriage
    | (?<=[ct])i(?=at(?:e|es|ed|ing|ions?)$)                              # appreciate
    | (?<=[dmprvb])i(?=o)|i(?=os?$)|i(?=u)                                # period, ratio, medium; but action
    | (?<![gq])u(?=a)                                                     # actual; but language, quality
    | (?<![tg])e(?=ous)|u(?=ous)                                          # continuous; but gorgeous
    | (?<=[aeiouy])(?=ing)                                                # being, paying
    | (?<!p)e(?=o(?![uo]))(?!eo[nr]?[gp])                                 # video; but people
    | (?<=[a-z])y(?=a|o(?!u))                                             # loyalty; but year, your
    | (?<![ct])i(?=e(?:ty|ties|t|rs?|st|nces?|nts?|ntly|ncy)$)            # quiet, experience; but patient
    | (?<=cr)e(?=at)|^re(?=[aiou](?!$)(?!ch|d|l[^i]|[msp]))|^coo(?=[rp])  # create, react, cooperate; but reason
    | (?<=s)m(?=s?$)|thm(?=s?$)|n't$                                      # tourism, rhythm, didn't
    """,
    re.VERBOSE,
)


def syllables(word: str) -> int:
    """Return how many syllables an English word has, at least 1.

    Parameters
    ----------
    word : str
        One word; accents are taken off, capitals and whatever is no letter do not matter. A number counts as one.

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If the word is no text.

    Notes
    -----
    Each group of vowels is one; silent vowels are taken off (sincerely, asked), vowels that are spoken apart are added
    (reliable, being); some forty frequent words are listed. The parts of a compound are counted one by one. A rule
    cannot know every word: readability changes little by one syllable in a hundred.

    Examples
    --------
    >>> [syllables(word) for word in ("sincerely", "apologise", "reliable", "asked", "wanted")]
    [3, 4, 4, 1, 2]
    >>> syllables("well-known"), syllables("café"), syllables("42")
    (2, 2, 1)
    """
    if not isinstance(word, str):
        raise TypeError(f"word must be text; got {word!r}")
    # An accent says that the vowel is spoken: café has two syllables.
    spoken = re.sub(r"e\u0301(?=s?(?!\w))", "ey", unicodedata.normalize("NFKD", word.lower().replace("\u2019", "'")))
    plain = "".join(letter for letter in spoken if not unicodedata.combining(letter))
    return max(1, sum(map(_of_part, re.findall("[a-z']*[a-z]", plain))))


def _of_part(part: str) -> int:
    stem = part.removesuffix("'s")
    if stem in _EXCEPTIONS:
        return _EXCEPTIONS[stem]
    return max(1, len(_VOWELS.findall(stem)) - len(_SILENT.findall(stem)) + len(_MORE.findall(stem)))
