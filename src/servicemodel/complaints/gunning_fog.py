"""The Fog index of a text."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.complaints.text_counts import COMPLEX_AMONG_WORDS, COMPLEX_WORDS, SENTENCES, WORD_IN_SENTENCE, WORDS
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import FOG_WEILINCERAMIC, GUNNING_1952


@overload
def gunning_fog(*, words: Number, sentences: Number, complex_words: Number) -> float: ...
@overload
def gunning_fog(*, words: Values | Number, sentences: Values | Number, complex_words: Values | Number) -> Array: ...
@overload
def gunning_fog(
    *, words: Expression | Number, sentences: Expression | Number, complex_words: Expression | Number
) -> Expression: ...
def gunning_fog(*, words: Any, sentences: Any, complex_words: Any) -> Any:
    """Return the Fog index of an English text: about how many years of school its reader needs.

    Parameters
    ----------
    words : number, array or expression [words]
        How many words the text has; above 0.
    sentences : number, array or expression [sentences]
        How many sentences; above 0 and at most ``words``.
    complex_words : number, array or expression [words]
        Words of three syllables or more, but no names, no compounds, and none that is that long only by -es, -ed or
        -ing; from 0 to ``words``.

    Returns
    -------
    float, array of float64, or expression [years of schooling]
        Above 0; a tabloid has about 10, a broadsheet 13 to 14, a scientific paper 18 to 22 [1]_.

    Raises
    ------
    DomainError
        If a number is outside its range, or there are more sentences or hard words than words.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``gunning_fog = 0.4 × (words / sentences + 100 × complex_words / words)``

    The text counted twice over has the same index; a sentence cut in two lowers it. To count a text as well, use
    :func:`servicemodel.readability`.

    References
    ----------
    .. [1] weilinceramic, 迷雾指数: the formula and the usual values.
    .. [2] Gunning (1952).

    Examples
    --------
    >>> gunning_fog(words=100, sentences=5, complex_words=10)
    12.0

    Without a hard word only the length of the sentences counts:

    >>> gunning_fog(words=[120, 120], sentences=8, complex_words=[6, 0])
    array([8., 6.])
    """
    return run(MODEL, _kernel, words, sentences, complex_words)


def _kernel(_: Verbs, words: Any, sentences: Any, complex_words: Any) -> Any:
    return 0.4 * (words / sentences + 100 * complex_words / words)


MODEL = Model(
    function=gunning_fog,
    title=Text("Gunning Fog index", "迷雾指数"),
    question=Text(
        "How much schooling does the reader of this text need, by sentences and hard words?",
        "按句长和难词看，读懂这段文字需要多少年教育？",
    ),
    arguments=(WORDS, SENTENCES, COMPLEX_WORDS),
    answer=Text("years of schooling", "受教育年数"),
    equation="gunning_fog = 0.4 × (words / sentences + 100 × complex_words / words)",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(FOG_WEILINCERAMIC, Evidence.PUBLISHED, "", Text("formula and usual values", "公式与常见取值")),
        Citation(GUNNING_1952, Evidence.ATTRIBUTED),
    ),
    requirements=(WORD_IN_SENTENCE, COMPLEX_AMONG_WORDS),
)
