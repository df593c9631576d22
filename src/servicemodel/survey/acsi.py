"""The satisfaction index of many customers, after the American Customer Satisfaction Index."""

from __future__ import annotations

import numpy as np

from servicemodel.errors import ServiceModelError
from servicemodel.labels import Text
from servicemodel.survey.acsi_score import ACSI_EQUAL, acsi_score
from servicemodel.survey.measure import Answers, Measure, check_scale
from servicemodel.survey.scale import TEN_POINT, Direction, Scale
from servicemodel.survey.score import Score
from servicemodel.tables import Weights

#: What the index is given on.
_INDEX = Scale(name="index", title=Text("index, 0 to 100", "指数（0 至 100）"), low=0, high=100)


def acsi(
    *,
    satisfaction: Answers,
    disconfirmation: Answers,
    ideal: Answers,
    weight: Answers | None = None,
    scale: Scale = TEN_POINT,
    table: Weights = ACSI_EQUAL,
    confidence: float = 0.95,
) -> Score:
    """Return the satisfaction index of many customers from three questions.

    Parameters
    ----------
    satisfaction, disconfirmation, ideal : list or array [points]
        As for :func:`acsi_score`, one a customer.
    weight : list or array, optional
        Survey weights, one a customer, at least 0.
    scale : Scale, default TEN_POINT
        With the missing codes of your file; from 1 to 10.
    table : Weights, default ACSI_EQUAL
    confidence : float, default 0.95 [share]

    Returns
    -------
    Score [index, 0 to 100]
        Of those who answered all three; the others count as missing.

    Raises
    ------
    DomainError
        If a number is neither an answer nor a missing code.
    ServiceModelError
        If the scale is not 1 to 10, or the questions have different numbers of answers.
    TypeError
        If something is no number.

    Notes
    -----
    ``index = mean over customers of 100 × (weighted mean of the three − 1) / 9``

    References
    ----------
    .. [1] Fornell, Johnson, Anderson, Cha & Bryant (1996), Journal of Marketing 60(4), 7-18.

    Examples
    --------
    >>> from servicemodel.survey import ACSI_OHIO, acsi
    >>> score = acsi(satisfaction=[8, 8], disconfirmation=[7, None], ideal=[7, 9], table=ACSI_OHIO)
    >>> round(score.value, 4), score.n, score.missing
    (70.9833, 1, 1)
    """
    if (check_scale(scale).low, scale.high) != (TEN_POINT.low, TEN_POINT.high):
        msg = f"the index is asked on 1 to 10; got {scale.name!r} from {scale.low:g} to {scale.high:g}"
        raise ServiceModelError(msg)
    if scale.direction is Direction.LOWER_IS_BETTER:
        msg = f"the index is asked on 1 to 10, higher is better; {scale.name!r} has {scale.direction.en}"
        raise ServiceModelError(msg)
    given = {"satisfaction": satisfaction, "disconfirmation": disconfirmation, "ideal": ideal}
    read = {name: scale.read(answers, name=name) for name, answers in given.items()}
    shapes = {values.shape for values in read.values()}
    if len(shapes) > 1:
        sizes = ", ".join(f"{name} {values.shape}" for name, values in read.items())
        msg = f"the three questions need one answer each a customer; got {sizes}"
        raise ServiceModelError(msg)
    scores = np.asarray(acsi_score(**read, table=table))
    title = Text(f"Satisfaction index, {table.title.en}", f"满意度指数，{table.title.zh}")
    return Measure(title=title, scale=_INDEX, citations=table.citations).of_answers(scores, weight, confidence)
