"""Detractor, passive or promoter."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import NPS_PACKAGE, REICHHELD_2003
from servicemodel.tables import Band, Bands


class NpsGroup(OrderedLabel):
    """How likely someone is to recommend, worst to best."""

    DETRACTOR = "detractor", "detractor", "贬损者"
    PASSIVE = "passive", "passive", "被动者"
    PROMOTER = "promoter", "promoter", "推荐者"


_POINTS = Text("points, 0 to 10", "分，0 至 10")

#: The three groups. Printed for whole answers (0-6, 7-8, 9-10); an answer in between belongs to the group below, so that
#: every answer has exactly one.
NPS_GROUPS = Bands(
    name="nps_groups",
    title=Text("Groups by likelihood to recommend", "按推荐可能性划分的群体"),
    unit=_POINTS,
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(REICHHELD_2003, Evidence.ATTRIBUTED),
        Citation(NPS_PACKAGE, Evidence.PUBLISHED, "", Text("the same groups, in its tests", "其测试采用同样的划分")),
    ),
    rows=(
        Band(label=NpsGroup.DETRACTOR, at_least=0, below=7),
        Band(label=NpsGroup.PASSIVE, at_least=7, below=9),
        Band(label=NpsGroup.PROMOTER, at_least=9, at_most=10),
    ),
)


@overload
def nps_group(*, likelihood: Number, table: Bands = ...) -> NpsGroup: ...
@overload
def nps_group(*, likelihood: Values, table: Bands = ...) -> Array: ...
@overload
def nps_group(*, likelihood: Expression, table: Bands = ...) -> Expression: ...
def nps_group(*, likelihood: Any, table: Bands = NPS_GROUPS) -> Any:
    """Name the group of an answer to "how likely are you to recommend us?".

    Parameters
    ----------
    likelihood : number, array or expression [points]
        From 0 to 10.
    table : Bands, default NPS_GROUPS
        Groups of your own; its labels are those of :class:`NpsGroup`, in order, and it covers 0 to 10.

    Returns
    -------
    NpsGroup, int8 codes or expression
        -1 or null where the answer is missing.

    Raises
    ------
    DomainError
        If a number is outside 0 to 10.
    MissingError
        If a single number is missing.
    TableError
        If your table does not name the three groups in order over 0 to 10.

    Notes
    -----
    ``group = band of likelihood: detractor below 7, passive from 7, promoter from 9``

    Published for whole answers. An average such as 6.5 is a detractor, 8.5 a passive: nobody falls between the groups.

    References
    ----------
    .. [1] Reichheld (2003), Harvard Business Review 81(12), 46-54.

    Examples
    --------
    >>> nps_group(likelihood=9)
    <NpsGroup.PROMOTER: 'promoter'>
    >>> nps_group(likelihood=6.5)
    <NpsGroup.DETRACTOR: 'detractor'>
    """
    return run(MODEL, lambda do, likelihood: _group(do, likelihood, table), likelihood)


def _group(do: Verbs, likelihood: Any, table: Bands) -> Any:
    return do.classify(check_groups(table), likelihood)


def check_groups(table: Bands) -> Bands:
    """Return a table of the three groups; refuse any other."""
    if not isinstance(table, Bands):
        msg = f"table must be Bands of NpsGroup; got {type(table).__qualname__}"
        raise TypeError(msg)
    if table.labels != tuple(NpsGroup) or (table.low, table.high) != (NPS_GROUPS.low, NPS_GROUPS.high):
        msg = f"table {table.name!r} must name detractor, passive and promoter in this order, from 0 to 10"
        raise TableError(msg)
    return table


MODEL = Model(
    function=nps_group,
    title=Text("Detractor, passive, promoter", "贬损者、被动者、推荐者"),
    question=Text("Would this customer recommend us?", "这位客户会推荐我们吗？"),
    arguments=(
        Quantity(
            name="likelihood",
            unit=_POINTS,
            at_least=0,
            at_most=10,
            meaning=Text("how likely to recommend", "推荐的可能性"),
        ),
    ),
    answer=NpsGroup,
    equation="group = band of likelihood: detractor below 7, passive from 7, promoter from 9",
    evidence=Evidence.PUBLISHED,
    citations=NPS_GROUPS.citations,
    tables=(NPS_GROUPS,),
)
