"""The customer effort score, in its two versions."""

from __future__ import annotations

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import DIXON_2010, DIXON_2013, EFFORT_PRACTICE
from servicemodel.survey.measure import Answers, Measure, check_scale, measured_by
from servicemodel.survey.scale import Direction, Scale
from servicemodel.survey.score import Score
from servicemodel.tables import Band, Bands

#: 2010: "how much effort did you have to put forth", 1 very low to 5 very high.
CES_1 = Scale(
    name="ces_1",
    title=Text("effort 1.0, 1 very low to 5 very high", "费力度 1.0，1 很低至 5 很高"),
    low=1,
    high=5,
    direction=Direction.LOWER_IS_BETTER,
)

#: 2013: "they made it easy for me to handle my issue", 1 strongly disagree to 7 strongly agree.
CES_2 = Scale(
    name="ces_2",
    title=Text("effort 2.0, 1 disagree to 7 agree that it was easy", "费力度 2.0，1 不同意至 7 同意“很容易”"),
    low=1,
    high=7,
)


class CesMethod(Label):
    """How effort is summed up; no formula is official."""

    MEAN = "mean", "mean answer", "平均分"
    EASY_SHARE = "easy_share", "share who found it easy", "认为容易的比例"
    NET_EASY = "net_easy", "share easy less share difficult", "容易比例减困难比例"


class Effort(OrderedLabel):
    """How hard it was, worst to best."""

    DIFFICULT = "difficult", "difficult", "困难"
    NEUTRAL = "neutral", "neither", "一般"
    EASY = "easy", "easy", "容易"


_POINTS = {
    CesMethod.EASY_SHARE: {Effort.DIFFICULT: 0.0, Effort.NEUTRAL: 0.0, Effort.EASY: 1.0},
    CesMethod.NET_EASY: {Effort.DIFFICULT: -1.0, Effort.NEUTRAL: 0.0, Effort.EASY: 1.0},
}


_CITATIONS = (
    Citation(DIXON_2010, Evidence.ATTRIBUTED, "", Text("version 1.0", "1.0 版")),
    Citation(DIXON_2013, Evidence.ATTRIBUTED, "", Text("version 2.0", "2.0 版")),
    Citation(EFFORT_PRACTICE, Evidence.PUBLISHED, "", Text("mean and shares", "平均分与比例")),
)


def effort_groups(scale: Scale) -> Bands:
    """Return who found it easy or difficult: at least a point to the good or the bad side of the middle."""
    middle = (scale.low + scale.high) / 2
    low, high = (
        (Effort.DIFFICULT, Effort.EASY)
        if scale.direction is Direction.HIGHER_IS_BETTER
        else (Effort.EASY, Effort.DIFFICULT)
    )
    return Bands(
        name="effort_groups",
        title=Text("Easy or difficult", "容易或困难"),
        unit=scale.title,
        evidence=Evidence.PUBLISHED,
        citations=(
            Citation(
                EFFORT_PRACTICE,
                Evidence.PUBLISHED,
                "",
                Text("5 to 7 of seven is easy; the rest by symmetry", "七点中 5 至 7 为容易；其余依对称"),
            ),
        ),
        rows=(
            Band(label=low, at_least=scale.low, at_most=middle - 1),
            Band(label=Effort.NEUTRAL, above=middle - 1, below=middle + 1),
            Band(label=high, at_least=middle + 1, at_most=scale.high),
        ),
    )


def effort_measure(*, scale: Scale, method: CesMethod | str = CesMethod.MEAN) -> Measure:
    """Return what an effort score counts."""
    if check_scale(scale).width < 2:  # noqa: PLR2004 - a point on each side of the middle
        msg = f"an effort score needs a scale of three points or more; {scale.name!r} has {scale.width + 1:g}"
        raise ServiceModelError(msg)
    how = CesMethod(method)
    title = Text(f"Customer effort score, {how.en}", f"客户费力度（CES），{how.zh}")
    if how is CesMethod.MEAN:
        return Measure(title=title, scale=scale, citations=_CITATIONS)
    groups = effort_groups(scale)
    points = tuple(_POINTS[how][label] for label in groups.labels)
    return Measure(title=title, scale=scale, groups=groups, points=points, citations=_CITATIONS)


@measured_by(effort_measure)
def ces(
    *,
    answers: Answers,
    scale: Scale,
    method: CesMethod | str = CesMethod.MEAN,
    weight: Answers | None = None,
    confidence: float = 0.95,
) -> Score:
    """Return the customer effort score of many answers.

    Parameters
    ----------
    answers : list or array [points]
        ``None``, NaN and the scale's missing codes are no answer.
    scale : Scale
        ``CES_1`` (effort, lower is better) or ``CES_2`` (ease, higher is better), or one of your own. There is no
        default, as the two run in opposite directions.
    method : {"mean", "easy_share", "net_easy"}
        Easy is at least one point to the good side of the middle: 5 to 7 of CES 2.0, 1 and 2 of CES 1.0.
    weight : list or array, optional
        Survey weights, one an answer, at least 0.
    confidence : float, default 0.95 [share]

    Returns
    -------
    Score
        In points for a mean, else a share; ``None`` where nobody answered. Scores of the two versions refuse to be
        compared (:func:`score_difference`).

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code.
    LabelError
        If the method is unknown.
    TypeError
        If something is no number.

    Notes
    -----
    ``mean = Σ answers / n``, ``easy_share = easy / n``, ``net_easy = easy / n − difficult / n``

    Turning the scale round (:meth:`Scale.reverse`, and its direction) leaves the shares as they are.

    References
    ----------
    .. [1] Dixon, Freeman & Toman (2010), Harvard Business Review 88(7/8): version 1.0.
    .. [2] Dixon, Toman & DeLisi (2013), The Effortless Experience: version 2.0.

    Examples
    --------
    >>> ces(answers=[7, 6, 4, 1], scale=CES_2).value
    4.5
    >>> ces(answers=[7, 6, 4, 1], scale=CES_2, method="net_easy").value
    0.25
    """
    return effort_measure(scale=scale, method=method).of_answers(answers, weight, confidence)
