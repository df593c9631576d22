"""How easily a text reads."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.complaints.text_counts import SENTENCES, SYLLABLE_IN_WORD, SYLLABLES, WORD_IN_SENTENCE, WORDS
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import FLESCH_1948, MICROSOFT_READABILITY


@overload
def flesch_reading_ease(*, words: Number, sentences: Number, syllables: Number) -> float: ...
@overload
def flesch_reading_ease(*, words: Values | Number, sentences: Values | Number, syllables: Values | Number) -> Array: ...
@overload
def flesch_reading_ease(
    *, words: Expression | Number, sentences: Expression | Number, syllables: Expression | Number
) -> Expression: ...
def flesch_reading_ease(*, words: Any, sentences: Any, syllables: Any) -> Any:
    """Return the reading ease of an English text after Flesch; a higher score reads more easily.

    Parameters
    ----------
    words : number, array or expression [words]
        How many words the text has; above 0.
    sentences : number, array or expression [sentences]
        How many sentences; above 0 and at most ``words``.
    syllables : number, array or expression [syllables]
        How many syllables the words have; at least ``words``.

    Returns
    -------
    float, array of float64, or expression [points]
        60 to 70 is standard [1]_; not bounded, and below 0 for very hard texts.

    Raises
    ------
    DomainError
        If a number is outside its range, or there are more sentences than words or more words than
        syllables.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``flesch_reading_ease = 206.835 − 1.015 × words / sentences − 84.6 × syllables / words``

    To count a text as well, use :func:`servicemodel.readability`.

    References
    ----------
    .. [1] Microsoft: the formula and the standard range.
    .. [2] Flesch (1948).

    Examples
    --------
    >>> round(flesch_reading_ease(words=100, sentences=5, syllables=150), 3)
    59.635

    One word of one syllable reads as easily as a text can:

    >>> round(flesch_reading_ease(words=1, sentences=1, syllables=1), 2)
    121.22
    """
    return run(MODEL, _kernel, words, sentences, syllables)


def _kernel(_: Verbs, words: Any, sentences: Any, syllables: Any) -> Any:
    return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)


MODEL = Model(
    function=flesch_reading_ease,
    title=Text("Flesch reading ease", "弗莱什易读度"),
    question=Text("How easily does this text read?", "这段文字读起来有多容易？"),
    arguments=(WORDS, SENTENCES, SYLLABLES),
    answer=Text("points", "分"),
    equation="flesch_reading_ease = 206.835 − 1.015 × words / sentences − 84.6 × syllables / words",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            MICROSOFT_READABILITY, Evidence.PUBLISHED, "", Text("formula; 60 to 70 is standard", "公式；60–70 为标准")
        ),
        Citation(FLESCH_1948, Evidence.ATTRIBUTED),
    ),
    requirements=(WORD_IN_SENTENCE, SYLLABLE_IN_WORD),
)
