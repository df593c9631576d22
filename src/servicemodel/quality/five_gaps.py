"""The five gaps of service quality, computed from scores of the six places they lie between."""

from __future__ import annotations

from typing import Any, ClassVar, overload

import attrs
import numpy as np

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.markup import SAME_FIGURES, Figures, Grid, headed, labelled, printed
from servicemodel.model import Model
from servicemodel.quality.gap_names import FIVE_GAPS, ServiceGap, ServiceNode
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import PARASURAMAN_1985

_POINTS = Text("points", "分")
_Figure = float | Array
_PROVIDER = tuple(ServiceGap)[:-1]


def _named(gap: ServiceGap) -> dict[str, Any]:
    number = gap.code + 1
    return headed(Text(f"gap {number}, {gap.en}", f"差距 {number}：{gap.zh}"))


@attrs.frozen(kw_only=True)
class FiveGaps(Figures):
    """The five gaps of service quality; negative falls short. Prints itself.

    Attributes
    ----------
    knowledge : float or array [points]
        Gap 1: what management believes customers expect, less what they expect.
    standards : float or array [points]
        Gap 2: the standards, less what management believes.
    delivery : float or array [points]
        Gap 3: the service delivered, less the standards.
    communication : float or array [points]
        Gap 4: the service delivered, less what was promised; positive: more than promised.
    customer : float or array [points]
        Gap 5: the service perceived, less what was expected.
    perceived_beyond : float or array [points]
        The service perceived, less the service delivered: what gaps 1 to 3 leave unexplained of gap 5.
    """

    title: ClassVar[Text] = Text("Five gaps of service quality", "服务质量五差距")
    unit: ClassVar[Text] = _POINTS

    knowledge: _Figure = attrs.field(eq=SAME_FIGURES, metadata=_named(ServiceGap.KNOWLEDGE))
    standards: _Figure = attrs.field(eq=SAME_FIGURES, metadata=_named(ServiceGap.STANDARDS))
    delivery: _Figure = attrs.field(eq=SAME_FIGURES, metadata=_named(ServiceGap.DELIVERY))
    communication: _Figure = attrs.field(eq=SAME_FIGURES, metadata=_named(ServiceGap.COMMUNICATION))
    customer: _Figure = attrs.field(eq=SAME_FIGURES, metadata=_named(ServiceGap.CUSTOMER))
    perceived_beyond: _Figure = attrs.field(
        eq=SAME_FIGURES, metadata=headed(Text("perceived less delivered", "感知减实际提供"))
    )

    @property
    def largest_gap(self) -> Any:
        """The gap of the four on the provider's side with the lowest value; of equal ones the first.

        A :class:`ServiceGap`, or ``int8`` codes, -1 where a score is missing. Gap 5 is not among them: it is
        what the others make.
        """
        found = np.asarray([getattr(self, gap.value) for gap in _PROVIDER], np.float64)
        codes = np.where(np.isnan(found).any(axis=0), -1, found.argmin(axis=0)).astype(np.int8)
        return codes if codes.ndim else ServiceGap.decode(int(codes))

    def grid(self, language: str = "en") -> Grid:
        """Return the gaps as a table of words, and how gaps 1 to 3 add up to gap 5."""
        grid = super().grid(language)
        notes = [*grid.notes, _SUM.in_language(language)]
        largest = self.largest_gap
        if isinstance(largest, ServiceGap):
            parts = (self.knowledge, self.standards, self.delivery, self.perceived_beyond)
            sum_ = " + ".join(_signed(float(part)) for part in parts)
            words = largest.in_language(language)
            notes = [
                f"{_SUM.in_language(language)} = {sum_} = {printed(round(float(self.customer), _DIGITS))}",
                labelled(_LARGEST.in_language(language), words, language),
            ]
        return attrs.evolve(grid, notes=notes)


_DIGITS = 12
_SUM = Text(
    "gap 5 = gap 1 + gap 2 + gap 3 + (perceived less delivered)",
    "差距 5 = 差距 1 + 差距 2 + 差距 3 +（感知减实际提供）",
)
_LARGEST = Text("lowest of gaps 1 to 4", "差距 1 至 4 中最低者")


def _signed(value: float) -> str:
    text = printed(round(value, _DIGITS))
    return f"({text})" if value < 0 else text


@overload
def five_gaps(
    *,
    expectation: Number,
    management_view: Number,
    standard: Number,
    delivery: Number,
    promise: Number,
    performance: Number,
) -> FiveGaps: ...
@overload
def five_gaps(
    *,
    expectation: Values | Number,
    management_view: Values | Number,
    standard: Values | Number,
    delivery: Values | Number,
    promise: Values | Number,
    performance: Values | Number,
) -> FiveGaps: ...
def five_gaps(
    *, expectation: Any, management_view: Any, standard: Any, delivery: Any, promise: Any, performance: Any
) -> FiveGaps:
    """Return the five gaps of service quality.

    Parameters
    ----------
    expectation : number or array [points]
        What customers expect.
    management_view : number or array [points]
        What management believes they expect.
    standard : number or array [points]
        What the standards ask for.
    delivery : number or array [points]
        What is delivered.
    promise : number or array [points]
        What is promised to customers.
    performance : number or array [points]
        What customers perceive. All six on one scale.

    Returns
    -------
    FiveGaps [points]
        Its figures are numbers or arrays as the inputs are; in an array a missing score makes all gaps of its case
        missing.

    Raises
    ------
    DomainError
        If a number is infinite.
    MissingError
        If a single number is missing.
    TypeError
        If an input is an expression: a result of several figures is no column.

    Notes
    -----
    ``gap₁ = management_view − expectation; gap₂ = standard − management_view; gap₃ = delivery − standard;
    gap₄ = delivery − promise; gap₅ = performance − expectation``

    The authors of the model say that gap 5 is a function of the other four and print no formula. On one scale three of
    them telescope: gap₅ = gap₁ + gap₂ + gap₃ + (performance − delivery). Gap 4 does not enter the sum: promises work
    through what is expected and perceived. Gaps 1 to 4 need managers and staff asked the same items; customers alone give
    gap 5, which is what :func:`~servicemodel.quality.servqual` measures.

    References
    ----------
    .. [1] Parasuraman, Zeithaml & Berry (1985), Journal of Marketing 49(4), 41-50.

    Examples
    --------
    >>> gaps = five_gaps(expectation=6.5, management_view=6, standard=5.5, delivery=4, promise=6, performance=4.5)
    >>> gaps.customer, gaps.largest_gap
    (-2.0, <ServiceGap.COMMUNICATION: 'communication'>)

    What all agree on has no gap:

    >>> same = dict.fromkeys(["expectation", "management_view", "standard", "delivery", "promise", "performance"], 5)
    >>> five_gaps(**same).customer
    0
    """
    values = (expectation, management_view, standard, delivery, promise, performance)
    MODEL.refuse_expressions(values)

    def less(first: ServiceNode, second: ServiceNode) -> Any:
        def kernel(_: Verbs, *scores: Any) -> Any:
            return scores[first.code] - scores[second.code]

        return run(MODEL, kernel, *values)

    gaps = {entry.key.value: less(*entry.between) for entry in FIVE_GAPS.entries}  # type: ignore[attr-defined]
    return FiveGaps(**gaps, perceived_beyond=less(ServiceNode.PERFORMANCE, ServiceNode.DELIVERY))


MODEL = Model(
    function=five_gaps,
    title=FiveGaps.title,
    question=Text("Where does quality get lost on its way to the customer?", "服务质量在哪个环节流失？"),
    arguments=tuple(Quantity(name=node.value, unit=_POINTS, meaning=Text(node.en, node.zh)) for node in ServiceNode),
    answer=FiveGaps,
    equation=(
        "gap₁ = management_view − expectation; gap₂ = standard − management_view; gap₃ = delivery − standard; "
        "gap₄ = delivery − promise; gap₅ = performance − expectation"
    ),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            PARASURAMAN_1985,
            Evidence.ATTRIBUTED,
            "",
            Text("the five gaps; no formula is printed", "五个差距；未给出公式"),
        ),
    ),
    columns=False,
)
