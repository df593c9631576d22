"""The mean of answers."""

from __future__ import annotations

from servicemodel.labels import Text
from servicemodel.survey.measure import Answers, Measure, check_scale, measured_by
from servicemodel.survey.scale import Scale
from servicemodel.survey.score import Score


def mean_measure(*, scale: Scale) -> Measure:
    """Return what a mean counts: each answer what it says."""
    return Measure(title=Text("Mean answer", "平均分"), scale=check_scale(scale))


@measured_by(mean_measure)
def mean_score(*, answers: Answers, scale: Scale, weight: Answers | None = None, confidence: float = 0.95) -> Score:
    """Return the mean of many answers, with its error.

    Parameters
    ----------
    answers : list or array [points]
        ``None``, NaN and the scale's missing codes are no answer.
    scale : Scale
        It says what is an answer: a 6 that stands for "not applicable" never enters the mean.
    weight : list or array, optional
        Survey weights, one an answer, at least 0.
    confidence : float, default 0.95 [share]

    Returns
    -------
    Score [points]
        ``None`` where nobody answered; no error from a single answer.

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code.
    TypeError
        If something is no number.

    Notes
    -----
    ``mean = Σ w x / Σ w;  SE = √(Σ w (x − mean)² / Σ w / (n − 1))``

    where ``n`` is the number of equal answers that would be as precise, (Σw)² / Σw² (Kish), the number of answers
    where there are no weights. The interval is Wald's; for fewer than thirty answers it is a little too narrow.

    References
    ----------
    .. [1] Kish (1965), Survey Sampling: the effective number of answers.

    Examples
    --------
    >>> from servicemodel.survey import FIVE_POINT, without
    >>> airport = without(FIVE_POINT, 0, 6)
    >>> mean_score(answers=[5, 4, 6, 0, 3], scale=airport).value
    4.0
    >>> mean_score(answers=[4], scale=airport).standard_error
    """
    return mean_measure(scale=scale).of_answers(answers, weight, confidence)
