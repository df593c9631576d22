"""How a customer deals with people: the four social styles."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, check_scale
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.people.words import SCORE, THRESHOLD
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, COURSE_T4, MERRILL_REID_1981, SOCIAL_STYLE_GUIDES
from servicemodel.tables import Cell, Matrix
from servicemodel.tables.quadrants import check_alike, quadrant_reason


class Assertiveness(OrderedLabel):
    """How people try to move others: by asking or by telling."""

    ASK = "ask", "low (asks)", "低（询问）"
    TELL = "tell", "high (tells)", "高（告知）"


class Responsiveness(OrderedLabel):
    """What people do with their feelings: control them or show them."""

    CONTROL = "control", "low (controls feelings)", "低（克制）"
    EMOTE = "emote", "high (shows feelings)", "高（外露）"


class SocialStyle(Label):
    """The four social styles; they have no order.

    Examples
    --------
    >>> SocialStyle.DRIVING.opposite
    <SocialStyle.AMIABLE: 'amiable'>
    >>> SocialStyle.DRIVING.steps_to(SocialStyle.EXPRESSIVE)
    1
    """

    ANALYTICAL = "analytical", "analytical", "分析型"
    AMIABLE = "amiable", "amiable", "亲切型"
    DRIVING = "driving", "driving", "驾驭型"
    EXPRESSIVE = "expressive", "expressive", "表现型"

    @property
    def axes(self) -> tuple[Assertiveness, Responsiveness]:
        """The halves of the two axes that meet in the style."""
        tells = Assertiveness.TELL if self in {SocialStyle.DRIVING, SocialStyle.EXPRESSIVE} else Assertiveness.ASK
        shows = self in {SocialStyle.AMIABLE, SocialStyle.EXPRESSIVE}
        return tells, Responsiveness.EMOTE if shows else Responsiveness.CONTROL

    @property
    def opposite(self) -> SocialStyle:
        """The style on the other side of both axes."""
        return next(style for style in SocialStyle if self.steps_to(style) == len(self.axes))

    def steps_to(self, other: SocialStyle | str) -> int:
        """Return on how many of the two axes the styles differ: how far one must move to meet the other."""
        return sum(mine is not theirs for mine, theirs in zip(self.axes, SocialStyle(other).axes, strict=True))


_S = SocialStyle

#: Rows: asks, tells; columns: controls feelings, shows them. The advice is this library's.
SOCIAL_STYLES = Matrix(
    name="social_styles",
    title=Text("Social styles", "社交风格"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            SOCIAL_STYLE_GUIDES, Evidence.PUBLISHED, "", Text("axes and cells, as reported there", "坐标与四格，转引")
        ),
        Citation(MERRILL_REID_1981, Evidence.ATTRIBUTED, "", Text("origin of the styles", "四种风格的出处")),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("adjust your own style to the customer's", "调整自己以适应客户")),
        Citation(COURSE_T4, Evidence.COURSE, "", Text("expression and feeling as axes, no names", "以表达与情感为轴，未命名")),
        Citation(
            MERRILL_REID_1981,
            Evidence.CONVENTION,
            "",
            Text("the advice in the cells, and that a score on the threshold is high, are ours", "格中建议，以及恰在界上为高，均为本库约定"),
        ),
    ),
    rows=Assertiveness,
    columns=Responsiveness,
    row_title=Text("assertiveness", "表达度"),
    column_title=Text("responsiveness", "情感度"),
    cells=(
        (
            Cell(_S.ANALYTICAL, Text("give facts and time", "给事实，给时间")),
            Cell(_S.AMIABLE, Text("give support and patience", "给支持，有耐心")),
        ),
        (
            Cell(_S.DRIVING, Text("come to the point, offer choices", "直入主题，给出选择")),
            Cell(_S.EXPRESSIVE, Text("share the enthusiasm, then settle details", "呼应热情，再谈细节")),
        ),
    ),
)  # fmt: skip


@overload
def social_style(
    *,
    assertiveness: Number,
    responsiveness: Number,
    threshold: Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> SocialStyle: ...
@overload
def social_style(
    *,
    assertiveness: Values | Number,
    responsiveness: Values | Number,
    threshold: Values | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Array: ...
@overload
def social_style(
    *,
    assertiveness: Expression | Number,
    responsiveness: Expression | Number,
    threshold: Expression | Number,
    scale: tuple[float, float] | None = ...,
    table: Matrix = ...,
) -> Expression: ...
def social_style(
    *,
    assertiveness: Any,
    responsiveness: Any,
    threshold: Any,
    scale: tuple[float, float] | None = None,
    table: Matrix = SOCIAL_STYLES,
) -> Any:
    """Name a customer's social style by how much he tells and how much feeling he shows.

    Parameters
    ----------
    assertiveness : number, array or expression [score on [0, 1], or on ``scale``]
        From asking (low) to telling (high), as others see it.
    responsiveness : number, array or expression [score on [0, 1], or on ``scale``]
        From controlling feelings (low) to showing them (high), as others see it.
    threshold : number, array or expression [score on the same scale]
        Where *high* begins on both axes; a score on it is high. None is published, so there is no default.
    scale : (low, high), optional
        The scale of the scores and the threshold, if not [0, 1].
    table : Matrix, default SOCIAL_STYLES
        Your own advice in the four cells.

    Returns
    -------
    SocialStyle, array of int8 codes, or string expression
        Codes are positions in :class:`SocialStyle`; -1 and null where an input is missing.

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
    ``style = table[assertiveness ≥ threshold][responsiveness ≥ threshold]``

    The styles describe behaviour that **others** see, against a norm group; a customer's own answers measure
    something else. With quartiles from 1 to 4, where 3 and 4 are said to count as high, the threshold is 3.
    A threshold says nothing about how far from it a customer is: do not treat a score beside it as a type.

    References
    ----------
    .. [1] Guides to the social styles: axes and cells.
    .. [2] Merrill & Reid (1981).
    .. [3] Course text T1: clash of styles; T4: expression and feeling.

    Examples
    --------
    >>> social_style(assertiveness=0.8, responsiveness=0.3, threshold=0.5)
    <SocialStyle.DRIVING: 'driving'>

    Quartiles; a score on the threshold is high:

    >>> social_style(assertiveness=[3, 2], responsiveness=[3, 3], threshold=3, scale=(1, 4))
    array([3, 1], dtype=int8)
    """
    scale = check_scale(scale)
    if table is not SOCIAL_STYLES:
        check_alike(table, SOCIAL_STYLES)

    def kernel(do: Verbs, assertiveness: Any, responsiveness: Any, threshold: Any) -> Any:
        edges = ((threshold, True),)
        tells = do.place(assertiveness, edges, tuple(Assertiveness))
        shows = do.place(responsiveness, edges, tuple(Responsiveness))
        return do.look_up(table, tells, shows)

    return run(MODEL if scale is None else MODEL.on_scale(scale), kernel, assertiveness, responsiveness, threshold)


def _reason(
    *,
    assertiveness: float,
    responsiveness: float,
    threshold: float,
    scale: tuple[float, float] | None = None,
    table: Matrix = SOCIAL_STYLES,
) -> Text:
    del scale  # the scores and the threshold share it
    return quadrant_reason(table, assertiveness, responsiveness, threshold)


MODEL = Model(
    function=social_style,
    title=Text("Social style", "社交风格"),
    question=Text("How does this customer deal with people?", "这位客户属于哪种社交风格？"),
    arguments=(
        Quantity(
            name="assertiveness",
            unit=SCORE,
            at_least=0,
            at_most=1,
            scaled=True,
            meaning=Text("from asking to telling, as others see it", "表达度：由询问到告知，由旁人评定"),
        ),
        Quantity(
            name="responsiveness",
            unit=SCORE,
            at_least=0,
            at_most=1,
            scaled=True,
            meaning=Text(
                "from controlling feelings to showing them, as others see it", "情感度：由克制到外露，由旁人评定"
            ),
        ),
        THRESHOLD,
    ),
    answer=SocialStyle,
    equation="style = table[assertiveness ≥ threshold][responsiveness ≥ threshold]",
    evidence=Evidence.PUBLISHED,
    citations=SOCIAL_STYLES.citations,
    tables=(SOCIAL_STYLES,),
    reason=_reason,
)
