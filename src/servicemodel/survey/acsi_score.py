"""One customer's three answers as an index of 0 to 100, after the American Customer Satisfaction Index."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ACSI_PRACTICE, FORNELL_1996
from servicemodel.survey.scale import TEN_POINT
from servicemodel.tables import Weight, Weights

_ITEMS = (
    ("satisfaction", Text("overall satisfaction", "总体满意度")),
    ("disconfirmation", Text("falls short of, or exceeds, what was expected", "低于或超出期望的程度")),
    ("ideal", Text("how close to the ideal", "与理想的接近程度")),
)


def _weights(name: str, title: Text, evidence: Evidence, numbers: tuple[float, ...]) -> Weights:
    return Weights(
        name=name,
        title=title,
        evidence=evidence,
        citations=(Citation(ACSI_PRACTICE, evidence),),
        rows=tuple(
            Weight(key=key, weight=weight, text=text) for (key, text), weight in zip(_ITEMS, numbers, strict=True)
        ),
    )


#: Equal weights: what those without the proprietary ones use.
ACSI_EQUAL = _weights("acsi_equal", Text("ACSI with equal weights", "ACSI 等权重"), Evidence.PUBLISHED, (1, 1, 1))

#: The one set of weights seen in print.
ACSI_OHIO = _weights(
    "acsi_ohio",
    Text("ACSI weights of the State of Ohio", "俄亥俄州 ACSI 权重"),
    Evidence.PUBLISHED,
    (0.3885, 0.3190, 0.2925),
)


@overload
def acsi_score(*, satisfaction: Number, disconfirmation: Number, ideal: Number, table: Weights = ...) -> float: ...
@overload
def acsi_score(
    *, satisfaction: Values | Number, disconfirmation: Values | Number, ideal: Values | Number, table: Weights = ...
) -> Array: ...
@overload
def acsi_score(
    *,
    satisfaction: Expression | Number,
    disconfirmation: Expression | Number,
    ideal: Expression | Number,
    table: Weights = ...,
) -> Expression: ...
def acsi_score(*, satisfaction: Any, disconfirmation: Any, ideal: Any, table: Weights = ACSI_EQUAL) -> Any:
    """Return three answers of one customer as an index from 0 to 100, in the manner of the ACSI.

    Parameters
    ----------
    satisfaction, disconfirmation, ideal : number, array or expression [points]
        Overall satisfaction; falls short of (1) or exceeds (10) what was expected; how close to the ideal. From 1 to 10.
    table : Weights, default ACSI_EQUAL
        Weights of the three; only their proportions count. The real ones differ by firm and are proprietary.

    Returns
    -------
    float, array or expression [index, 0 to 100]
        NaN or null where one of the three is missing.

    Raises
    ------
    DomainError
        If a number is outside 1 to 10.
    MissingError
        If a single number is missing.
    TableError
        If the table does not weigh these three.

    Notes
    -----
    ``index = 100 × (weighted mean of the three − 1) / 9``

    The mean of these over customers (:func:`mean_score` on 0 to 100, or :func:`acsi`) is the index of the formula in
    print, which weighs the means of the items, when nobody left one out.

    References
    ----------
    .. [1] Fornell, Johnson, Anderson, Cha & Bryant (1996), Journal of Marketing 60(4), 7-18.
    .. [2] Formula and weights as pages on the index print them.

    Examples
    --------
    >>> round(acsi_score(satisfaction=8, disconfirmation=7, ideal=7), 4)
    70.3704
    >>> acsi_score(satisfaction=1, disconfirmation=1, ideal=1)
    0.0
    """
    return run(MODEL, lambda do, *scores: _index(do, table, *scores), satisfaction, disconfirmation, ideal)


def _index(do: Verbs, table: Weights, *scores: Any) -> Any:
    names = [name for name, _ in _ITEMS]
    if not isinstance(table, Weights) or sorted(table.shares) != sorted(names):
        msg = f"table must be Weights of {', '.join(names)}"
        raise TableError(msg)
    mean = do.weigh(table, dict(zip(names, scores, strict=True)))
    return 100 * (mean - TEN_POINT.low) / TEN_POINT.width


MODEL = Model(
    function=acsi_score,
    title=Text("Satisfaction index after the ACSI", "ACSI 式满意度指数"),
    question=Text(
        "How satisfied is this customer, all told, from 0 to 100?", "这位客户的总体满意度（0 至 100）是多少？"
    ),
    arguments=tuple(TEN_POINT.as_argument(name, meaning) for name, meaning in _ITEMS),
    answer=Text("index, 0 to 100", "指数（0 至 100）"),
    equation="index = 100 × (weighted mean of the three − 1) / 9",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(FORNELL_1996, Evidence.ATTRIBUTED),
        Citation(ACSI_PRACTICE, Evidence.PUBLISHED, "", Text("the formula", "公式")),
    ),
    tables=(ACSI_EQUAL,),
)
