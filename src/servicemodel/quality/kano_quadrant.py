"""Mean scores of Kano answers, and the quadrant they lie in."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.quality.kano_labels import KanoAnswer, KanoCategory, KanoForm
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import BERGER_1993
from servicemodel.tables import Band, Bands, Matrix

_POINTS = Text("points from −2 to 4", "−2 至 4 分")
LOWEST, HIGHEST = -2, 4

_DUMOUCHEL = Citation(
    BERGER_1993,
    Evidence.ATTRIBUTED,
    "",
    Text("DuMouchel's scores; the text was not checked", "DuMouchel 的记分；未核对原文"),
)

#: Rows: the answer; columns: asked about having the feature, and about not having it.
KANO_SCORES = Matrix(
    name="kano_scores",
    title=Text("Scores of Kano answers", "卡诺回答的记分"),
    evidence=Evidence.ATTRIBUTED,
    citations=(_DUMOUCHEL,),
    rows=KanoAnswer,
    columns=KanoForm,
    row_title=Text("answer", "回答"),
    column_title=Text("question", "问题"),
    cells=((4, -2), (2, -1), (0, 0), (-1, 2), (-2, 4)),
)


class KanoScoreLevel(OrderedLabel):
    """Whether a mean score is low or high."""

    LOW = "low", "low", "低"
    HIGH = "high", "high", "高"


#: A score of 2 is high: it is what one sided answer gives, "must be" to having it or "live with" to not having it.
KANO_SCORE_LEVELS = Bands(
    name="kano_score_levels",
    title=Text("Levels of a mean Kano score", "卡诺平均分的高低"),
    unit=_POINTS,
    evidence=Evidence.ATTRIBUTED,
    citations=(_DUMOUCHEL,),
    rows=(
        Band(label=KanoScoreLevel.LOW, at_least=LOWEST, below=2),
        Band(label=KanoScoreLevel.HIGH, at_least=2, at_most=HIGHEST),
    ),
)

#: Rows: the score of having the feature; columns: the score of not having it.
KANO_QUADRANTS = Matrix(
    name="kano_quadrants",
    title=Text("Quadrants of mean Kano scores", "卡诺平均分象限"),
    evidence=Evidence.ATTRIBUTED,
    citations=(_DUMOUCHEL,),
    rows=KANO_SCORE_LEVELS,
    columns=KANO_SCORE_LEVELS,
    row_title=Text("score of having the feature", "具备该特性的得分"),
    column_title=Text("score of not having it", "不具备该特性的得分"),
    cells=(
        (KanoCategory.INDIFFERENT, KanoCategory.MUST_BE),
        (KanoCategory.ATTRACTIVE, KanoCategory.ONE_DIMENSIONAL),
    ),
)


@overload
def kano_quadrant(*, functional_score: Number, dysfunctional_score: Number, table: Matrix = ...) -> KanoCategory: ...
@overload
def kano_quadrant(
    *, functional_score: Values | Number, dysfunctional_score: Values | Number, table: Matrix = ...
) -> Array: ...
@overload
def kano_quadrant(
    *, functional_score: Expression | Number, dysfunctional_score: Expression | Number, table: Matrix = ...
) -> Expression: ...
def kano_quadrant(*, functional_score: Any, dysfunctional_score: Any, table: Matrix = KANO_QUADRANTS) -> Any:
    """Place a feature in the quadrants of its two mean scores.

    Parameters
    ----------
    functional_score : number, array or expression [points]
        Mean score of the answers about having the feature; from −2 to 4.
    dysfunctional_score : number, array or expression [points]
        Mean score of the answers about not having it; from −2 to 4.
    table : Matrix, default KANO_QUADRANTS
        Your own cuts.

    Returns
    -------
    KanoCategory, array of int8 codes, or string expression
        Codes are positions in :class:`KanoCategory`; -1 and null where a score is missing.

    Raises
    ------
    DomainError
        If a score is outside −2 to 4.
    MissingError
        If a single score is missing.
    TableError
        If an axis of the table is no bands of −2 to 4, or its cells hold other labels.

    Notes
    -----
    ``category = table[functional_score ≥ 2][dysfunctional_score ≥ 2]``

    The scores ``KANO_SCORES`` are not symmetrical: "must be" and "live with" are taken to say less than "like" and
    "dislike", and answers that contradict each other count less than those that agree. A score of exactly 2 is high,
    which is a convention of this library.

    References
    ----------
    .. [1] Berger et al. (1993): DuMouchel's scores.

    Examples
    --------
    >>> kano_quadrant(functional_score=3.1, dysfunctional_score=0.5)
    <KanoCategory.ATTRACTIVE: 'attractive'>

    A score of 2 is high:

    >>> kano_quadrant(functional_score=[2, 1.99, None], dysfunctional_score=2)
    array([ 1,  0, -1], dtype=int8)
    """
    if table is not KANO_QUADRANTS:
        _check(table)

    def kernel(do: Verbs, functional_score: Any, dysfunctional_score: Any) -> Any:
        return do.look_up(table, functional_score, dysfunctional_score)

    return run(MODEL, kernel, functional_score, dysfunctional_score)


def _check(table: Any) -> None:
    if not isinstance(table, Matrix):
        raise TypeError(f"table must be a Matrix; got {type(table).__qualname__}")
    for axis, title in ((table.rows, table.row_title), (table.columns, table.column_title)):
        if not isinstance(axis, Bands) or not (LOWEST in axis.rows[0] and HIGHEST in axis.rows[-1]):
            raise TableError(f"table {table.name!r}: the axis {title.en!r} must be bands that cover −2 to 4")
    if not isinstance(table.answers[0][0], KanoCategory):
        raise TableError(f"the cells of table {table.name!r} must hold members of KanoCategory")


def _reason(*, functional_score: float, dysfunctional_score: float, table: Matrix = KANO_QUADRANTS) -> Text:
    said = []
    for axis, title, score in (
        (table.rows, table.row_title, functional_score),
        (table.columns, table.column_title, dysfunctional_score),
    ):
        assert isinstance(axis, Bands)  # the table was checked when it answered
        band = axis.row_of(float(score))
        said.append((title, score, band))
    english = (f"{title.en} {score:g} is {band.label.en} ({band.in_words('en')})" for title, score, band in said)
    chinese = (f"{title.zh} {score:g} 为{band.label.zh}（{band.in_words('zh')}）" for title, score, band in said)
    return Text(" and ".join(english), "，".join(chinese))


MODEL = Model(
    function=kano_quadrant,
    title=Text("Kano quadrant", "卡诺象限"),
    question=Text("Which kind of quality do the mean answers point to?", "平均回答指向哪一类质量？"),
    arguments=(
        Quantity(
            name="functional_score",
            unit=_POINTS,
            at_least=LOWEST,
            at_most=HIGHEST,
            meaning=Text("mean score of the answers about having the feature", "“具备该特性”各回答的平均分"),
        ),
        Quantity(
            name="dysfunctional_score",
            unit=_POINTS,
            at_least=LOWEST,
            at_most=HIGHEST,
            meaning=Text("mean score of the answers about not having it", "“不具备该特性”各回答的平均分"),
        ),
    ),
    answer=KanoCategory,
    equation="category = table[functional_score ≥ 2][dysfunctional_score ≥ 2]",
    evidence=Evidence.ATTRIBUTED,
    citations=KANO_QUADRANTS.citations,
    tables=(KANO_QUADRANTS, KANO_SCORE_LEVELS, KANO_SCORES),
    reason=_reason,
)
