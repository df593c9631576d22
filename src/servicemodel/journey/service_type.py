"""What kind of service it is: procedures against people."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, MARTIN_1986
from servicemodel.tables import Cell, Matrix
from servicemodel.tables.quadrants import check_alike, quadrant_reason


class ServiceHalf(OrderedLabel):
    """One of two halves of a dimension of service."""

    LOW = "low", "low", "低"
    HIGH = "high", "high", "高"


class ServiceType(Label):
    """Martin's four types of service; only the first and the last are worse and better than the two between."""

    FREEZER = "freezer", "the freezer", "漠不关心型"
    FRIENDLY_ZOO = "friendly_zoo", "the friendly zoo", "热情友好型"
    FACTORY = "factory", "the factory", "按部就班型"
    QUALITY = "quality", "quality customer service", "优质服务型"


_T = ServiceType

#: Rows: procedural low, high; columns: personal low, high. The slogans are Martin's, quoted from memory of the field.
SERVICE_TYPES = Matrix(
    name="service_types",
    title=Text("Four types of service", "服务的四种类型"),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(MARTIN_1986, Evidence.ATTRIBUTED, "", Text("the four types and their slogans", "四种类型及其口号")),
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the two axes only", "仅两轴")),
        Citation(
            MARTIN_1986,
            Evidence.CONVENTION,
            "",
            Text("a score on the threshold is high: ours", "恰在界上为高：本库约定"),
        ),
    ),
    rows=ServiceHalf,
    columns=ServiceHalf,
    row_title=Text("procedural", "程序面"),
    column_title=Text("personal", "个人面"),
    cells=(
        (
            Cell(_T.FREEZER, Text("“We don't care”", "“我们不在乎”")),
            Cell(
                _T.FRIENDLY_ZOO,
                Text(
                    "“We are trying hard, but don't really know what we're doing”",
                    "“我们很努力，但不太清楚自己在做什么”",
                ),
            ),
        ),
        (
            Cell(_T.FACTORY, Text("“You are a number; we are here to process you”", "“您是一个号码，我们来处理您”")),
            Cell(_T.QUALITY, Text("“We care and we deliver”", "“我们在乎，而且做得到”")),
        ),
    ),
)


@overload
def service_type(
    *,
    procedural: Number,
    personal: Number,
    threshold: Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> ServiceType: ...
@overload
def service_type(
    *,
    procedural: Values | Number,
    personal: Values | Number,
    threshold: Values | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def service_type(
    *,
    procedural: Expression | Number,
    personal: Expression | Number,
    threshold: Expression | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
def service_type(
    *,
    procedural: Any,
    personal: Any,
    threshold: Any,
    scale: tuple[float, float] | None = None,
    table: Matrix = SERVICE_TYPES,
) -> Any:
    """Name the type of a service by how good its procedures and how good its people are.

    Parameters
    ----------
    procedural : number, array or expression [score on [0, 1], or on ``scale``]
        How well the procedures serve: time, flow, information, organisation.
    personal : number, array or expression [score on [0, 1], or on ``scale``]
        How well the people serve: attitude, attention, tact, guidance.
    threshold : number, array or expression [score on the same scale]
        Where *high* begins on both dimensions; a score on it is high. None is published, so there is no default.
    scale : (low, high), optional
        The scale of the scores and the threshold, if not [0, 1].
    table : Matrix, default SERVICE_TYPES
        Your own advice in the four cells.

    Returns
    -------
    ServiceType, array of int8 codes, or string expression
        Codes are positions in :class:`ServiceType`; -1 and null where an input is missing.

    Raises
    ------
    DomainError
        If a score or the threshold is outside the scale, or the scale is empty.
    MissingError
        If a single number is missing.
    TableError
        If the table has other axes, or its cells hold other labels.

    Notes
    -----
    ``type = table[procedural ≥ threshold][personal ≥ threshold]``

    A typology and no scale: a higher score never makes it worse, but factory and zoo cannot be ranked. The share of
    standards met (:func:`servicemodel.service_compliance`) is a score for each dimension; what counts as good is for each
    culture to say.

    References
    ----------
    .. [1] Martin (1986): procedural and convivial dimensions.
    .. [2] Course text T4: personal against procedural.

    Examples
    --------
    >>> service_type(procedural=0.9, personal=0.4, threshold=0.7)
    <ServiceType.FACTORY: 'factory'>

    A score on the threshold is high:

    >>> service_type(procedural=[0.7, 0.69], personal=0.7, threshold=0.7)
    array([3, 1], dtype=int8)
    """
    scale = check_scale(scale)
    if table is not SERVICE_TYPES:
        check_alike(table, SERVICE_TYPES)

    def kernel(do: Verbs, procedural: Any, personal: Any, threshold: Any) -> Any:
        edges, halves = ((threshold, True),), tuple(ServiceHalf)
        return do.look_up(table, do.place(procedural, edges, halves), do.place(personal, edges, halves))

    return run(MODEL if scale is None else MODEL.on_scale(scale), kernel, procedural, personal, threshold)


def _reason(
    *,
    procedural: float,
    personal: float,
    threshold: float,
    scale: tuple[float, float] | None = None,
    table: Matrix = SERVICE_TYPES,
) -> Text:
    del scale  # the scores and the threshold share it
    return quadrant_reason(table, procedural, personal, threshold)


def _score(name: str, en: str, zh: str) -> Quantity:
    unit = Text("score on [0, 1], or on the scale given", "[0, 1] 上的得分，或所给量表上的得分")
    return Quantity(name=name, unit=unit, at_least=0, at_most=1, scaled=True, meaning=Text(en, zh))


MODEL = Model(
    function=service_type,
    title=Text("Service type", "服务类型"),
    question=Text("What kind of service is this?", "这是哪一种服务？"),
    arguments=(
        _score("procedural", "how well the procedures serve", "程序面得分"),
        _score("personal", "how well the people serve", "个人面得分"),
        _score(
            "threshold",
            "where high begins, on the scale of the scores; a score on it is high",
            "“高”的起点，与得分同一量表；恰在界上为高",
        ),
    ),
    answer=ServiceType,
    equation="type = table[procedural ≥ threshold][personal ≥ threshold]",
    evidence=Evidence.ATTRIBUTED,
    citations=SERVICE_TYPES.citations,
    tables=(SERVICE_TYPES,),
    reason=_reason,
)
