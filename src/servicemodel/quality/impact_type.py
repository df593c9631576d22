"""Five names for how an attribute pleases and annoys."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.quality.impact_asymmetry import PENALTY, REWARD, SOME_IMPACT, asymmetry
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import MIKULIC_PREBEZAC_2008
from servicemodel.tables import Band, Bands


class ImpactType(OrderedLabel):
    """How an attribute pleases and annoys, from one that only annoys to one that only pleases."""

    FRUSTRATOR = "frustrator", "frustrator", "挫败型"
    DISSATISFIER = "dissatisfier", "dissatisfier", "不满型"
    HYBRID = "hybrid", "hybrid", "混合型"
    SATISFIER = "satisfier", "satisfier", "满意型"
    DELIGHTER = "delighter", "delighter", "愉悦型"


_CITATIONS = (
    Citation(
        MIKULIC_PREBEZAC_2008,
        Evidence.ATTRIBUTED,
        "",
        Text("five names; the cuts are recalled, and arbitrary", "五种名称；分界系凭记忆，且为人为设定"),
    ),
)

#: On the index of impact asymmetry. Who owns an edge is a convention: the milder type.
IMPACT_TYPES = Bands(
    name="impact_types",
    title=Text("Types of impact", "影响类型"),
    unit=Text("index from −1 to 1", "−1 至 1 的指数"),
    evidence=Evidence.ATTRIBUTED,
    citations=_CITATIONS,
    rows=(
        Band(label=ImpactType.FRUSTRATOR, at_least=-1, below=-0.4),
        Band(label=ImpactType.DISSATISFIER, at_least=-0.4, below=-0.1),
        Band(label=ImpactType.HYBRID, at_least=-0.1, at_most=0.1),
        Band(label=ImpactType.SATISFIER, above=0.1, at_most=0.4),
        Band(label=ImpactType.DELIGHTER, above=0.4, at_most=1),
    ),
)


@overload
def impact_type(*, penalty: Number, reward: Number, table: Bands = ...) -> ImpactType: ...
@overload
def impact_type(*, penalty: Values | Number, reward: Values | Number, table: Bands = ...) -> Array: ...
@overload
def impact_type(*, penalty: Expression | Number, reward: Expression | Number, table: Bands = ...) -> Expression: ...
def impact_type(*, penalty: Any, reward: Any, table: Bands = IMPACT_TYPES) -> Any:
    """Name how an attribute pleases and annoys.

    Parameters
    ----------
    penalty : number, array or expression [points of overall satisfaction]
        What a low rating takes; at most 0.
    reward : number, array or expression [points of overall satisfaction]
        What a high rating adds; at least 0.
    table : Bands, default IMPACT_TYPES
        Your own cuts of the index, from −1 to 1.

    Returns
    -------
    ImpactType, array of int8 codes, or string expression
        Codes are positions in :class:`ImpactType`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If the penalty is above 0, the reward below 0, or both are 0.
    MissingError
        If a single number is missing.
    TableError
        If the table does not cover −1 to 1, or holds other labels.

    Notes
    -----
    ``type = band of (reward + penalty) / (reward − penalty)``

    The cuts at 0.1 and 0.4 are arbitrary and say nothing about chance: test whether reward and penalty differ
    (:func:`servicemodel.penalty_reward`).

    References
    ----------
    .. [1] Mikulić & Prebežac (2008), Managing Service Quality 18(6), 559-576.

    Examples
    --------
    >>> impact_type(penalty=-1.5, reward=0.1)
    <ImpactType.FRUSTRATOR: 'frustrator'>

    Equal on both sides is a hybrid:

    >>> impact_type(penalty=[-0.8, -0.1, None], reward=[0.8, 1.2, 1])
    array([ 2,  4, -1], dtype=int8)
    """
    if table is not IMPACT_TYPES:
        check_types(table)

    def kernel(do: Verbs, penalty: Any, reward: Any) -> Any:
        return do.classify(table, asymmetry(do, penalty, reward))

    return run(MODEL, kernel, penalty, reward)


def check_types(table: Any) -> None:
    """Refuse a table that does not name every index."""
    if not isinstance(table, Bands):
        raise TypeError(f"table must be Bands; got {type(table).__qualname__}")
    if not isinstance(table.rows[0].label, ImpactType):
        raise TableError(f"table {table.name!r} must hold members of ImpactType")
    if not (-1 in table.rows[0] and 1 in table.rows[-1]):
        raise TableError(f"table {table.name!r} must cover −1 to 1")


def _reason(*, penalty: float, reward: float, table: Bands = IMPACT_TYPES) -> Text:
    index = asymmetry(None, penalty, reward)
    band = table.row_of(index)
    return Text(f"the index is {index:.4g} ({band.in_words('en')})", f"指数为 {index:.4g}（{band.in_words('zh')}）")


MODEL = Model(
    function=impact_type,
    title=Text("Impact type", "影响类型"),
    question=Text("Is this attribute a delighter or a frustrator?", "该属性是愉悦型还是挫败型？"),
    arguments=(PENALTY, REWARD),
    answer=ImpactType,
    equation="type = band of (reward + penalty) / (reward − penalty)",
    evidence=Evidence.ATTRIBUTED,
    citations=_CITATIONS,
    requirements=(SOME_IMPACT,),
    tables=(IMPACT_TYPES,),
    reason=_reason,
)
