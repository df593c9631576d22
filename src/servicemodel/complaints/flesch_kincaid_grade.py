"""The school grade a text asks for."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.complaints.text_counts import SENTENCES, SYLLABLE_IN_WORD, SYLLABLES, WORD_IN_SENTENCE, WORDS
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import KINCAID_1975, MICROSOFT_READABILITY


@overload
def flesch_kincaid_grade(*, words: Number, sentences: Number, syllables: Number) -> float: ...
@overload
def flesch_kincaid_grade(
    *, words: Values | Number, sentences: Values | Number, syllables: Values | Number
) -> Array: ...
@overload
def flesch_kincaid_grade(
    *, words: Expression | Number, sentences: Expression | Number, syllables: Expression | Number
) -> Expression: ...
def flesch_kincaid_grade(*, words: Any, sentences: Any, syllables: Any) -> Any:
    """Return the American school grade that an English text asks of its reader.

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
    float, array of float64, or expression [school grade]
        A grade of 7 to 8 is the usual aim [1]_; below 0 for the very simplest texts.

    Raises
    ------
    DomainError
        If a number is outside its range, or there are more sentences than words or more words than
        syllables.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``flesch_kincaid_grade = 0.39 × words / sentences + 11.8 × syllables / words − 15.59``

    To count a text as well, use :func:`servicemodel.readability`.

    References
    ----------
    .. [1] Microsoft: the formula and the aim.
    .. [2] Kincaid et al. (1975).

    Examples
    --------
    >>> round(flesch_kincaid_grade(words=100, sentences=5, syllables=150), 2)
    9.91

    One word of one syllable:

    >>> round(flesch_kincaid_grade(words=1, sentences=1, syllables=1), 2)
    -3.4
    """
    return run(MODEL, _kernel, words, sentences, syllables)


def _kernel(_: Verbs, words: Any, sentences: Any, syllables: Any) -> Any:
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59


MODEL = Model(
    function=flesch_kincaid_grade,
    title=Text("Flesch-Kincaid grade", "弗莱什—金凯德年级"),
    question=Text("Which school grade does this text ask for?", "读懂这段文字需要达到几年级？"),
    arguments=(WORDS, SENTENCES, SYLLABLES),
    answer=Text("school grade", "年级"),
    equation="flesch_kincaid_grade = 0.39 × words / sentences + 11.8 × syllables / words − 15.59",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(MICROSOFT_READABILITY, Evidence.PUBLISHED, "", Text("formula; the aim is 7 to 8", "公式；目标为 7–8")),
        Citation(KINCAID_1975, Evidence.ATTRIBUTED),
    ),
    requirements=(WORD_IN_SENTENCE, SYLLABLE_IN_WORD),
)
