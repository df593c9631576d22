"""The SMOG grade of a text."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.complaints.text_counts import POLYSYLLABLES, SENTENCES
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import MCLAUGHLIN_1969


@overload
def smog_grade(*, polysyllables: Number, sentences: Number) -> float: ...
@overload
def smog_grade(*, polysyllables: Values | Number, sentences: Values | Number) -> Array: ...
@overload
def smog_grade(*, polysyllables: Expression | Number, sentences: Expression | Number) -> Expression: ...
def smog_grade(*, polysyllables: Any, sentences: Any) -> Any:
    """Return the SMOG grade of an English text: about how many years of school its reader needs.

    Parameters
    ----------
    polysyllables : number, array or expression [words]
        Words of three syllables or more, whatever they are; at least 0.
    sentences : number, array or expression [sentences]
        How many sentences; above 0.

    Returns
    -------
    float, array of float64, or expression [years of schooling]
        At least 3.1291.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``smog_grade = 1.043 × √(30 × polysyllables / sentences) + 3.1291``

    Made for samples of 30 sentences: of fewer it says little. To count a text as well, use
    :func:`servicemodel.readability`.

    References
    ----------
    .. [1] McLaughlin (1969), the formula as printed in public copies.

    Examples
    --------
    >>> round(smog_grade(polysyllables=30, sentences=30), 3)
    8.842

    Without a long word:

    >>> smog_grade(polysyllables=0, sentences=30)
    3.1291
    """
    return run(MODEL, _kernel, polysyllables, sentences)


def _kernel(do: Verbs, polysyllables: Any, sentences: Any) -> Any:
    return 1.043 * do.power(30 * polysyllables / sentences, 0.5) + 3.1291


MODEL = Model(
    function=smog_grade,
    title=Text("SMOG grade", "SMOG 等级"),
    question=Text(
        "How much schooling does the reader of this text need, by long words?", "按长词看，读懂这段文字需要多少年教育？"
    ),
    arguments=(POLYSYLLABLES, SENTENCES),
    answer=Text("years of schooling", "受教育年数"),
    equation="smog_grade = 1.043 × √(30 × polysyllables / sentences) + 3.1291",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(MCLAUGHLIN_1969, Evidence.PUBLISHED, "", Text("formula as in public copies", "公式据公开副本")),
    ),
)
