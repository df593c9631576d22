"""Five gaps of one customer as one weighted score."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.quality.rater import RaterDimension
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import PARASURAMAN_1988, ZEITHAML_1990
from servicemodel.tables import Weight, Weights


def _weights(name: str, title: Text, evidence: Evidence, points: dict[RaterDimension, float], **more: Any) -> Weights:
    rows = (
        Weight(key=dimension.value, weight=weight, text=Text(dimension.en, dimension.zh))
        for dimension, weight in points.items()
    )
    return Weights(name=name, title=title, evidence=evidence, rows=tuple(rows), **more)


#: How customers of five large companies shared out a hundred points. Others weigh otherwise: ask your own.
SERVQUAL_WEIGHTS = _weights(
    "servqual_weights",
    Text("Importance of the five dimensions", "五个维度的重要性"),
    Evidence.ATTRIBUTED,
    {
        RaterDimension.RELIABILITY: 32,
        RaterDimension.RESPONSIVENESS: 22,
        RaterDimension.ASSURANCE: 19,
        RaterDimension.EMPATHY: 16,
        RaterDimension.TANGIBLES: 11,
    },
    citations=(
        Citation(
            ZEITHAML_1990,
            Evidence.ATTRIBUTED,
            "p. 28",
            Text(
                "some 1,900 customers of five US companies; a study in several sectors of India found all equally important",
                "美国五家公司约 1900 名客户；印度一项跨行业研究则认为各维度同等重要",
            ),
        ),
    ),
)

#: All five dimensions alike, for the unweighted score.
SERVQUAL_EQUAL = _weights(
    "servqual_equal",
    Text("All five dimensions alike", "五个维度等权重"),
    Evidence.CONVENTION,
    dict.fromkeys(RaterDimension, 1),
)


@overload
def servqual_score(
    *,
    reliability: Number,
    assurance: Number,
    tangibles: Number,
    empathy: Number,
    responsiveness: Number,
    table: Weights = ...,
) -> float: ...
@overload
def servqual_score(
    *,
    reliability: Values | Number,
    assurance: Values | Number,
    tangibles: Values | Number,
    empathy: Values | Number,
    responsiveness: Values | Number,
    table: Weights = ...,
) -> Array: ...
@overload
def servqual_score(
    *,
    reliability: Expression | Number,
    assurance: Expression | Number,
    tangibles: Expression | Number,
    empathy: Expression | Number,
    responsiveness: Expression | Number,
    table: Weights = ...,
) -> Expression: ...
def servqual_score(
    *,
    reliability: Any,
    assurance: Any,
    tangibles: Any,
    empathy: Any,
    responsiveness: Any,
    table: Weights = SERVQUAL_WEIGHTS,
) -> Any:
    """Return the weighted SERVQUAL score of five gaps.

    Parameters
    ----------
    reliability, assurance, tangibles, empathy, responsiveness : number, array or expression [points]
        The gap of each dimension, perceived less expected; negative: below expectation. Perceptions alone give the
        weighted SERVPERF score instead.
    table : Weights, default SERVQUAL_WEIGHTS
        Of the five dimensions; only their proportions count.

    Returns
    -------
    float, array or expression [points]
        NaN or null where one of the five is missing.

    Raises
    ------
    DomainError
        If a number is infinite.
    MissingError
        If a single number is missing.
    TableError
        If the table does not weigh these five.

    Notes
    -----
    ``score = Σ weight × gap / Σ weight``

    With ``table=SERVQUAL_EQUAL`` this is the unweighted SERVQUAL score, a mean over *dimensions*. The mean over all 22 items is
    another number, because the dimensions have four or five items each.

    References
    ----------
    .. [1] Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1), 12-40.
    .. [2] Zeithaml, Parasuraman & Berry (1990), p. 28: the weights.

    Examples
    --------
    >>> gaps = {"reliability": -1, "assurance": -0.4, "tangibles": -0.2, "empathy": -0.5, "responsiveness": -0.6}
    >>> round(servqual_score(**gaps), 12)
    -0.63

    Where all gaps are alike, weights change nothing:

    >>> servqual_score(reliability=-1, assurance=-1, tangibles=-1, empathy=-1, responsiveness=-1)
    -1.0
    """
    return run(
        MODEL,
        lambda do, *gaps: _score(do, table, *gaps),
        reliability,
        assurance,
        tangibles,
        empathy,
        responsiveness,
    )


_KEYS = [dimension.value for dimension in RaterDimension]


def _score(do: Verbs, table: Weights, *gaps: Any) -> Any:
    if not isinstance(table, Weights) or sorted(table.shares) != sorted(_KEYS):
        raise TableError(f"table must be Weights of {', '.join(_KEYS)}")
    return do.weigh(table, dict(zip(_KEYS, gaps, strict=True)))


_POINTS = Text("points", "分")

MODEL = Model(
    function=servqual_score,
    title=Text("Weighted SERVQUAL score", "SERVQUAL 加权得分"),
    question=Text("How far is the service above or below expectation, all told?", "总体上服务比期望高多少或低多少？"),
    arguments=tuple(
        Quantity(
            name=dimension.value,
            unit=_POINTS,
            meaning=Text(f"perceived less expected {dimension.en}", f"{dimension.zh}：感知减期望"),
        )
        for dimension in RaterDimension
    ),
    answer=_POINTS,
    equation="score = Σ weight × gap / Σ weight",
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(PARASURAMAN_1988, Evidence.ATTRIBUTED), Citation(ZEITHAML_1990, Evidence.ATTRIBUTED, "p. 28")),
    tables=(SERVQUAL_WEIGHTS,),
)
