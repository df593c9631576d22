"""What moves a dissatisfied customer to complain, in which direction, and how strongly where you have measured it."""

from __future__ import annotations

from math import isfinite
from typing import Any, ClassVar

import attrs

from servicemodel.errors import DomainError, MissingError
from servicemodel.labels import Label, Language, Text, is_missing
from servicemodel.markup import Grid, headed, labelled, record_grid
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4, DAY_LANDON_1977, SINGH_WILKES_1996
from servicemodel.tables.listing import Entry, Listing


class DriverSign(Label):
    """In which direction a driver moves the likelihood of complaining."""

    RAISES = "raises", "raises it", "提高可能性"
    LOWERS = "lowers", "lowers it", "降低可能性"
    EITHER = "either", "either way", "方向不定"


class ComplaintDriver(Label):
    """What decides whether a dissatisfied customer complains.

    Course text T4 lists seven; expected benefit and expected cost are one of them, told apart here as they pull in
    opposite directions.
    """

    DISSATISFACTION = "dissatisfaction", "degree of dissatisfaction", "不满程度"
    IMPORTANCE = "importance", "importance of the product or service", "产品与服务的重要性"
    EXPECTED_BENEFIT = "expected_benefit", "expected benefit of complaining", "预期的收益"
    EXPECTED_COST = "expected_cost", "expected cost of complaining", "预期的代价"
    PERSONALITY = "personality", "personality", "顾客的个性特征"
    OWN_FAULT = "own_fault", "own fault", "自己是否有责任"
    PRIOR_EXPERIENCE = "prior_experience", "experience with earlier complaints", "既往投诉经历"
    CHANNEL_AVAILABILITY = "channel_availability", "availability of a channel", "投诉通道"


@attrs.frozen(kw_only=True)
class DriverEntry(Entry):
    """A driver and its direction.

    Attributes
    ----------
    number : int
        Its place among the seven of the course text; benefit and cost share one.
    sign : DriverSign
    """

    number: int = attrs.field(metadata=headed(Text("of the seven", "七因素之")))
    sign: DriverSign = attrs.field(metadata=headed(Text("likelihood", "对可能性的影响")))


_D = ComplaintDriver

#: The seven drivers of complaining, with their directions. No source gives sizes.
COMPLAINT_DRIVERS = Listing(
    title=Text("Why customers do or do not complain", "顾客为什么（不）投诉"),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the seven drivers", "七项因素")),
        Citation(SINGH_WILKES_1996, Evidence.ATTRIBUTED, "", Text("directions, no sizes", "只取方向，不取数值")),
        Citation(DAY_LANDON_1977, Evidence.ATTRIBUTED, "", Text("directions, no sizes", "只取方向，不取数值")),
    ),
    entries=(
        DriverEntry(
            key=_D.DISSATISFACTION,
            number=1,
            sign=DriverSign.RAISES,
            meaning=Text("how far short it fell of what was expected", "与期望的差距有多大"),
        ),
        DriverEntry(
            key=_D.IMPORTANCE,
            number=2,
            sign=DriverSign.RAISES,
            meaning=Text("how much it matters to the customer", "对顾客有多重要"),
        ),
        DriverEntry(
            key=_D.EXPECTED_BENEFIT,
            number=3,
            sign=DriverSign.RAISES,
            meaning=Text("what a complaint is expected to bring", "预期投诉能带来什么"),
        ),
        DriverEntry(
            key=_D.EXPECTED_COST,
            number=3,
            sign=DriverSign.LOWERS,
            meaning=Text("time, money and trouble it is expected to take", "预期要花的时间、金钱和精力"),
        ),
        DriverEntry(
            key=_D.PERSONALITY,
            number=4,
            sign=DriverSign.EITHER,
            meaning=Text("depends on the trait measured", "视所测的性格特征而定"),
        ),
        DriverEntry(
            key=_D.OWN_FAULT,
            number=5,
            sign=DriverSign.LOWERS,
            meaning=Text("how far customers blame themselves", "顾客自责的程度"),
        ),
        DriverEntry(
            key=_D.PRIOR_EXPERIENCE,
            number=6,
            sign=DriverSign.EITHER,
            meaning=Text("encourages if it went well, discourages if not", "结果好则鼓励，不好则使人却步"),
        ),
        DriverEntry(
            key=_D.CHANNEL_AVAILABILITY,
            number=7,
            sign=DriverSign.RAISES,
            meaning=Text("how easily somebody is found who listens", "找到受理人员是否容易"),
        ),
    ),
)

_ALLOWED = {
    DriverSign.RAISES: "a finite number of at least 0, as it raises the likelihood",
    DriverSign.LOWERS: "a finite number of at most 0, as it lowers the likelihood",
    DriverSign.EITHER: "a finite number",
}


def _signed(_: Any, attribute: attrs.Attribute[float], value: Any) -> None:
    name = f"weights.{attribute.name}"
    if is_missing(value):
        raise MissingError(f"{name} is missing; leave it out, or give 0, where the driver does not count")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number; got {value!r}")
    sign = COMPLAINT_DRIVERS.entry_of(attribute.name).sign
    wrong = (sign is DriverSign.RAISES and value < 0) or (sign is DriverSign.LOWERS and value > 0)
    if wrong or not isfinite(value):
        raise DomainError(name, value, _ALLOWED[sign])


def _weight(driver: ComplaintDriver) -> Any:
    return attrs.field(default=0.0, validator=_signed, metadata=headed(Text(driver.en, driver.zh)))


@attrs.frozen(kw_only=True)
class DriverWeights:
    """How strongly each driver counts, with the signs the literature gives: your own sizes, as no source gives any.

    Each is what one standard deviation of the driver adds to the logarithm of the odds of complaining. A driver left
    out does not count.

    Parameters
    ----------
    dissatisfaction, importance, expected_benefit, channel_availability : float, default 0
        At least 0.
    expected_cost, own_fault : float, default 0
        At most 0.
    personality, prior_experience : float, default 0
        Any finite number.

    Raises
    ------
    DomainError
        If a weight has the wrong sign or is not finite.
    MissingError
        If a weight is missing.
    TypeError
        If a weight is no number.

    Examples
    --------
    >>> print(DriverWeights(dissatisfaction=0.9, expected_cost=-0.6).describe().splitlines()[1])
      degree of dissatisfaction: 0.9
    >>> DriverWeights(expected_cost=0.6)
    Traceback (most recent call last):
        ...
    servicemodel.errors.DomainError: weights.expected_cost must be a finite number of at most 0, as it lowers the likelihood; got 0.6
    """

    title: ClassVar[Text] = Text("Weights of the drivers of complaining", "投诉因素的权重")

    dissatisfaction: float = _weight(_D.DISSATISFACTION)
    importance: float = _weight(_D.IMPORTANCE)
    expected_benefit: float = _weight(_D.EXPECTED_BENEFIT)
    expected_cost: float = _weight(_D.EXPECTED_COST)
    personality: float = _weight(_D.PERSONALITY)
    own_fault: float = _weight(_D.OWN_FAULT)
    prior_experience: float = _weight(_D.PRIOR_EXPERIENCE)
    channel_availability: float = _weight(_D.CHANNEL_AVAILABILITY)

    def grid(self, language: str = "en") -> Grid:
        """Return the weights as a table of words, as every table gives itself."""
        return record_grid(self, language)

    def describe(self, language: Language = "en") -> str:
        """Return the weights as plain text, a line each."""
        grid = self.grid(language)
        return "\n  ".join([grid.title, *(labelled(name, value, language) for name, value in grid.rows)])

    def to_html(self, language: Language = "en") -> str:
        """Return the weights as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()
