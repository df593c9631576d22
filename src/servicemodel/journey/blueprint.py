"""Service blueprints: five lanes, three lines between them, and the links that cross the lines."""

from __future__ import annotations

from typing import Any

import attrs

from servicemodel.errors import LabelError, ServiceModelError
from servicemodel.labels import Label, Language, OrderedLabel, Text, check_language
from servicemodel.markup import Grid, headed, joined, labelled
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import (
    BITNER_2008,
    BLUEPRINT_GUIDES,
    KINGMAN_BRUNDAGE_1989,
    SHOSTACK_1982,
    SHOSTACK_1984,
)
from servicemodel.tables import Entry, Listing, as_tuple


class BlueprintLane(Label):
    """The five lanes of a blueprint, from the top down."""

    EVIDENCE = "evidence", "physical evidence", "有形展示"
    CUSTOMER = "customer", "customer actions", "顾客行为"
    ONSTAGE = "onstage", "onstage contact-employee actions", "前台行为"
    BACKSTAGE = "backstage", "backstage contact-employee actions", "后台行为"
    SUPPORT = "support", "support processes", "支持过程"

    @property
    def visible(self) -> bool:
        """Whether the customer sees it: whether it lies above the line of visibility."""
        return self.code <= BlueprintLane.ONSTAGE.code


class BlueprintLine(Label):
    """The three lines between the lanes, from the top down."""

    INTERACTION = "interaction", "line of interaction", "互动线"
    VISIBILITY = "visibility", "line of visibility", "可视线"
    INTERNAL_INTERACTION = "internal_interaction", "line of internal interaction", "内部互动线"


#: Code of the lane right above each line.
_ABOVE = {
    BlueprintLine.INTERACTION: BlueprintLane.CUSTOMER.code,
    BlueprintLine.VISIBILITY: BlueprintLane.ONSTAGE.code,
    BlueprintLine.INTERNAL_INTERACTION: BlueprintLane.BACKSTAGE.code,
}


def lines_crossed(*, source: BlueprintLane | str, target: BlueprintLane | str) -> tuple[BlueprintLine, ...]:
    """Return the lines that a link between two lanes crosses, in the order it meets them.

    Parameters
    ----------
    source, target : BlueprintLane or its value

    Returns
    -------
    tuple of BlueprintLine
        Those with the two lanes on different sides; none within a lane.

    Raises
    ------
    LabelError
        If a lane is unknown.

    Examples
    --------
    >>> lines_crossed(source="customer", target="onstage")
    (<BlueprintLine.INTERACTION: 'interaction'>,)

    Past all contact employees, all three:

    >>> [line.value for line in lines_crossed(source="support", target="customer")]
    ['internal_interaction', 'visibility', 'interaction']
    """
    start, end = BlueprintLane(source).code, BlueprintLane(target).code
    low, high = min(start, end), max(start, end)
    crossed = tuple(line for line, above in _ABOVE.items() if low <= above < high)
    return crossed if start <= end else crossed[::-1]


@attrs.frozen(kw_only=True)
class LaneEntry(Entry):
    """A lane of a blueprint.

    Attributes
    ----------
    visible : bool
        Whether the customer sees it.
    """

    visible: bool = attrs.field(metadata=headed(Text("the customer sees it", "顾客可见")))


def _lane(key: BlueprintLane, en: str, zh: str) -> LaneEntry:
    return LaneEntry(key=key, meaning=Text(en, zh), visible=key.visible)


_FIELD = (
    Citation(BLUEPRINT_GUIDES, Evidence.PUBLISHED, "", Text("lanes, lines and steps, as reported", "区域、界线与步骤，转引")),
    Citation(SHOSTACK_1982, Evidence.ATTRIBUTED),
    Citation(SHOSTACK_1984, Evidence.ATTRIBUTED),
    Citation(KINGMAN_BRUNDAGE_1989, Evidence.ATTRIBUTED),
    Citation(BITNER_2008, Evidence.ATTRIBUTED),
)  # fmt: skip

#: The five lanes, from the top down.
BLUEPRINT_LANES = Listing(
    title=Text("Lanes of a service blueprint", "服务蓝图的五个区域"),
    evidence=Evidence.PUBLISHED,
    citations=_FIELD,
    notes=(
        Text(
            "Below customer actions runs the line of interaction, below onstage actions the line of visibility, below "
            "backstage actions the line of internal interaction.",
            "顾客行为之下为互动线，前台行为之下为可视线，后台行为之下为内部互动线。",
        ),
    ),
    entries=(
        _lane(BlueprintLane.EVIDENCE, "what the customer meets: rooms, papers, pages", "顾客所见的场所、单据、页面"),
        _lane(BlueprintLane.CUSTOMER, "what the customer does", "顾客的行动"),
        _lane(BlueprintLane.ONSTAGE, "what employees do before the customer's eyes", "员工在顾客面前的行动"),
        _lane(BlueprintLane.BACKSTAGE, "what contact employees do out of sight", "接触员工在幕后的行动"),
        _lane(BlueprintLane.SUPPORT, "what others and systems do to help them", "其他人员与系统的支持"),
    ),
)


class BlueprintStep(OrderedLabel):
    """The six steps of building a blueprint, in order."""

    IDENTIFY = "identify", "identify the process", "识别过程"
    SEGMENT = "segment", "identify the segment", "识别细分顾客"
    CUSTOMER_VIEW = "customer_view", "map it from the customer's view", "从顾客角度描绘过程"
    CONTACT = "contact", "map contact employees and technology", "描绘接触员工与技术的行动"
    SUPPORT = "support", "link to support functions", "连接内部支持"
    EVIDENCE = "evidence", "add the evidence at each step", "为每步加上有形展示"


#: Six steps of building a blueprint.
BLUEPRINT_STEPS = Listing(
    title=Text("Building a service blueprint", "绘制服务蓝图的步骤"),
    evidence=Evidence.PUBLISHED,
    citations=_FIELD[:1],
    notes=(Text("The explanations are this library's.", "说明文字为本库所加。"),),
    entries=tuple(
        Entry(key=key, meaning=Text(en, zh))
        for key, en, zh in (
            (BlueprintStep.IDENTIFY, "one service, one beginning, one end", "一项服务，一个起点，一个终点"),
            (BlueprintStep.SEGMENT, "another kind of customer may need another blueprint", "不同顾客可能需要不同蓝图"),
            (BlueprintStep.CUSTOMER_VIEW, "begin where the customer begins", "从顾客开始之处开始"),
            (BlueprintStep.CONTACT, "onstage and backstage", "前台与后台"),
            (BlueprintStep.SUPPORT, "what each contact action depends on", "每个接触行动依赖什么"),
            (BlueprintStep.EVIDENCE, "what the customer sees and takes away", "顾客看到什么、带走什么"),
        )
    ),
)


def _word(_: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} of a blueprint must be a string; got {value!r}")
    if not value.strip():
        raise ServiceModelError(f"{attribute.name} of a blueprint must not be blank")


@attrs.frozen(kw_only=True)
class BlueprintAction:
    """Something that happens in a lane of a blueprint.

    Attributes
    ----------
    key : str
        What links refer to; its own within a blueprint.
    lane : BlueprintLane or its value
    text : Text
    """

    key: str = attrs.field(validator=_word)
    lane: BlueprintLane = attrs.field(converter=BlueprintLane)
    text: Text = attrs.field(validator=attrs.validators.instance_of(Text))


@attrs.frozen(kw_only=True)
class BlueprintLink:
    """A flow from one action to another.

    Attributes
    ----------
    source, target : str
        Keys of the two actions.
    """

    source: str = attrs.field(validator=_word)
    target: str = attrs.field(validator=_word)


@attrs.frozen(kw_only=True, repr=False)
class Blueprint:
    """A service as it is seen and as it is made.

    Attributes
    ----------
    title : Text
    actions : tuple of BlueprintAction
        In each lane in the order given.
    links : tuple of BlueprintLink

    Raises
    ------
    ServiceModelError
        If there is no action, a key stands twice, or a link refers to none or to itself.

    Examples
    --------
    >>> hotel = Blueprint(
    ...     title=Text("Check-in", "入住登记"),
    ...     actions=[
    ...         BlueprintAction(key="ask", lane="customer", text=Text("asks for the room", "询问房间")),
    ...         BlueprintAction(key="greet", lane="onstage", text=Text("greets and looks it up", "问候并查询")),
    ...         BlueprintAction(key="book", lane="support", text=Text("booking system", "预订系统")),
    ...     ],
    ...     links=[BlueprintLink(source="ask", target="greet"), BlueprintLink(source="greet", target="book")],
    ... )
    >>> [line.value for line in hotel.lines_of(hotel.links[1])]
    ['visibility', 'internal_interaction']
    >>> [action.key for action in hotel.visible()], hotel.links_past_contact()
    (['ask', 'greet'], ())
    """

    title: Text = attrs.field(validator=attrs.validators.instance_of(Text))
    actions: tuple[BlueprintAction, ...] = attrs.field(
        converter=as_tuple, validator=attrs.validators.deep_iterable(attrs.validators.instance_of(BlueprintAction))
    )
    links: tuple[BlueprintLink, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=attrs.validators.deep_iterable(attrs.validators.instance_of(BlueprintLink)),
    )

    def __attrs_post_init__(self) -> None:
        keys = [action.key for action in self.actions]
        if not keys or len(set(keys)) != len(keys):
            raise ServiceModelError(
                f"actions of {self.title.en!r} need at least one, each with a key of its own; got {keys}"
            )
        for link in self.links:
            if link.source == link.target or not {link.source, link.target} <= set(keys):
                raise ServiceModelError(
                    f"a link of {self.title.en!r} joins two of {', '.join(map(repr, keys))}; got {link.source!r} to {link.target!r}"
                )

    def action(self, key: str) -> BlueprintAction:
        """Return the action of a key.

        Raises
        ------
        LabelError
            If there is none.
        """
        found = next((action for action in self.actions if action.key == key), None)
        if found is None:
            raise LabelError(
                f"{self.title.en!r} has no action {key!r}; it has {', '.join(a.key for a in self.actions)}"
            )
        return found

    def in_lane(self, lane: BlueprintLane | str) -> tuple[BlueprintAction, ...]:
        """Return the actions of a lane, in order."""
        wanted = BlueprintLane(lane)
        return tuple(action for action in self.actions if action.lane is wanted)

    def visible(self) -> tuple[BlueprintAction, ...]:
        """Return the actions the customer sees."""
        return tuple(action for action in self.actions if action.lane.visible)

    def lines_of(self, link: BlueprintLink) -> tuple[BlueprintLine, ...]:
        """Return the lines a link crosses, in the order it meets them."""
        return lines_crossed(source=self.action(link.source).lane, target=self.action(link.target).lane)

    def links_across(self, line: BlueprintLine | str) -> tuple[BlueprintLink, ...]:
        """Return the links that cross a line; across the line of interaction, these are the moments of truth."""
        wanted = BlueprintLine(line)
        return tuple(link for link in self.links if wanted in self.lines_of(link))

    def links_past_contact(self) -> tuple[BlueprintLink, ...]:
        """Return the links that cross all three lines: customer and support meet with no contact employee between."""
        return tuple(link for link in self.links if len(self.lines_of(link)) == len(BlueprintLine))

    def grid(self, language: str = "en") -> Grid:
        """Return the blueprint as a table: a row for each lane, and a row for each line between them."""
        below = {above: line for line, above in _ABOVE.items()}
        rows: list[list[str]] = []
        for lane in BlueprintLane:
            words = joined((action.text.in_language(language) for action in self.in_lane(lane)), language)
            rows.append([lane.in_language(language), words])
            if lane.code in below:
                line = below[lane.code]
                crossing = str(len(self.links_across(line)))
                rows.append(
                    [f"— {line.in_language(language)} —", labelled(_LINKS.in_language(language), crossing, language)]
                )
        header = [_LANE.in_language(language), _ACTIONS.in_language(language)]
        return Grid(title=self.title.in_language(language), header=header, rows=rows, language=check_language(language))

    def describe(self, language: Language = "en") -> str:
        """Return the blueprint as plain text, from the top down."""
        grid = self.grid(language)
        return "\n  ".join([grid.title, *(labelled(name, words, language) for name, words in grid.rows)])

    def to_html(self, language: Language = "en") -> str:
        """Return the blueprint as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return f"<Blueprint {self.title.en}: {len(self.actions)} actions, {len(self.links)} links>"


_LINKS = Text("links across", "跨越的连接")
_LANE = Text("lane", "区域")
_ACTIONS = Text("actions", "行动")
