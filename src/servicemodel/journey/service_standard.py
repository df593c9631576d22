"""Standards of service: eighteen elements, what makes one measurable, and how many are met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any

import attrs
import numpy as np

from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.journey.service_elements import SERVICE_ELEMENTS, ServiceElement, StandardDimension
from servicemodel.labels import Language, Text, check_language, is_missing
from servicemodel.markup import NOTHING, Grid, bracketed, headed, joined, labelled, printed
from servicemodel.survey import Direction
from servicemodel.tables import as_tuple


def _word(_: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} of a ServiceStandard must be a string; got {value!r}")
    if not value.strip():
        raise DomainError(attribute.name, value, "a string with words in it")


def _optional_word(standard: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None:
        _word(standard, attribute, value)


def _number(name: str, value: Any) -> float:
    if is_missing(value):
        raise MissingError(f"{name} is missing; give a finite number")
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        raise TypeError(f"{name} must be a number; got {value!r}")
    if not isfinite(value):
        raise DomainError(name, value, "a finite number")
    return float(value)


def _target(value: Any) -> float:
    return _number("target", value)


@attrs.frozen(kw_only=True)
class ServiceStandard:
    """An element of service made measurable.

    Attributes
    ----------
    element : ServiceElement or its value
    metric : str
        What is measured.
    unit : str
    target : float
        What is promised; a measurement on the target meets it.
    direction : Direction or its value
        Which way is better.
    owner : str
        Who answers for it.
    channel : str or None
        Where it holds; ``None`` everywhere.

    Raises
    ------
    DomainError
        If a word is blank or the target infinite.
    MissingError
        If the target is missing.

    Examples
    --------
    >>> answer = ServiceStandard(
    ...     element="timeliness",
    ...     metric="time until a call is answered",
    ...     unit="s",
    ...     target=20,
    ...     direction="lower_is_better",
    ...     owner="call centre",
    ... )
    >>> answer.met(20), answer.met(20.5)
    (True, False)
    """

    element: ServiceElement = attrs.field(converter=ServiceElement, metadata=headed(Text("element", "要素")))
    metric: str = attrs.field(validator=_word, metadata=headed(Text("metric", "指标")))
    unit: str = attrs.field(validator=_word, metadata=headed(Text("unit", "单位")))
    target: float = attrs.field(converter=_target, metadata=headed(Text("target", "目标")))
    direction: Direction = attrs.field(converter=Direction, metadata=headed(Text("direction", "方向")))
    owner: str = attrs.field(validator=_word, metadata=headed(Text("owner", "负责人")))
    channel: str | None = attrs.field(default=None, validator=_optional_word, metadata=headed(Text("channel", "渠道")))

    @property
    def dimension(self) -> StandardDimension:
        """The dimension its element belongs to."""
        return SERVICE_ELEMENTS.entry_of(self.element).dimension  # type: ignore[no-any-return]

    def met(self, measured: float) -> bool:
        """Whether a measurement meets the target, itself included.

        Raises
        ------
        DomainError
            If the measurement is infinite.
        MissingError
            If it is missing.
        """
        value = _number("measured", measured)
        return value >= self.target if self.direction is Direction.HIGHER_IS_BETTER else value <= self.target


@attrs.frozen(kw_only=True)
class DimensionCompliance:
    """How many standards of one dimension are met.

    Attributes
    ----------
    dimension : StandardDimension or None
        ``None`` for all together.
    standards, measured, met : int
        How many there are, how many of them were measured, how many of those are met.
    """

    dimension: StandardDimension | None
    standards: int
    measured: int
    met: int

    @property
    def share(self) -> float | None:
        """Share of the measured ones that are met; ``None`` where none was measured."""
        return self.met / self.measured if self.measured else None


@attrs.frozen(kw_only=True, repr=False)
class ServiceCompliance:
    """How far standards are met, in each dimension and in all; prints itself.

    Attributes
    ----------
    dimensions : tuple of DimensionCompliance
        Procedural, personal, facility.
    failed : tuple of ServiceStandard
        Those measured and not met, in the order given.
    unmeasured : tuple of ServiceStandard
    without_standard : tuple of ServiceElement
        Elements for which there is no standard at all.
    """

    dimensions: tuple[DimensionCompliance, ...]
    failed: tuple[ServiceStandard, ...]
    unmeasured: tuple[ServiceStandard, ...]
    without_standard: tuple[ServiceElement, ...]

    @property
    def overall(self) -> DimensionCompliance:
        """All dimensions together, each standard counted once."""
        sums = (sum(getattr(each, name) for each in self.dimensions) for name in ("standards", "measured", "met"))
        standards, measured, met = sums
        return DimensionCompliance(dimension=None, standards=standards, measured=measured, met=met)

    def of(self, dimension: StandardDimension | str) -> DimensionCompliance:
        """Return the compliance of one dimension."""
        wanted = StandardDimension(dimension)
        return next(each for each in self.dimensions if each.dimension is wanted)

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words, as every table gives itself."""
        rows = [
            [
                (each.dimension or _ALL).in_language(language),
                *(printed(count) for count in (each.standards, each.measured, each.met)),
                NOTHING if each.share is None else printed(each.share),
            ]
            for each in (*self.dimensions, self.overall)
        ]
        lists = (
            (_FAILED, [standard.metric for standard in self.failed]),
            (_UNMEASURED, [standard.metric for standard in self.unmeasured]),
            (_WITHOUT, [element.in_language(language) for element in self.without_standard]),
        )
        return Grid(
            title=_TITLE.in_language(language),
            header=[name.in_language(language) for name in _HEADER],
            rows=rows,
            numbers=(1, 2, 3, 4),
            notes=[
                labelled(name.in_language(language), joined(words, language), language)
                for name, words in lists
                if words
            ],
            language=check_language(language),
        )

    def describe(self, language: Language = "en") -> str:
        """Return the figures as plain text, a line for each dimension."""
        grid = self.grid(language)
        lines = [
            labelled(name, share + bracketed(_OF.in_language(language).format(met, measured), language), language)
            for name, _, measured, met, share in grid.rows
        ]
        return "\n  ".join([grid.title, *lines, *grid.notes])

    def to_html(self, language: Language = "en") -> str:
        """Return the figures as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        whole = self.overall
        return f"<ServiceCompliance: {whole.met} of {whole.measured} measured standards met>"


def service_compliance(
    *, standards: Iterable[ServiceStandard], measured: Mapping[str, float | None]
) -> ServiceCompliance:
    """Count how many standards are met, by dimension.

    Parameters
    ----------
    standards : iterable of ServiceStandard
        Several may belong to one element; no two have the same metric.
    measured : mapping of str to float or None
        The measurement of each metric. One that is lacking or missing was not measured: that is no failure, and it is no
        success either.

    Returns
    -------
    ServiceCompliance

    Raises
    ------
    LabelError
        If a measurement belongs to no standard.
    ServiceModelError
        If there is no standard, or two have the same metric.

    Notes
    -----
    ``share = standards met / standards measured``, each counting once. Nothing is published about weights; a share
    of three standards says less than one of thirty, so the counts stand beside it.

    Examples
    --------
    >>> def standard(element, metric, target):
    ...     return ServiceStandard(
    ...         element=element, metric=metric, unit="%", target=target, direction="higher_is_better", owner="desk"
    ...     )
    >>> print(
    ...     service_compliance(
    ...         standards=[
    ...             standard("timeliness", "answered in 20 s", 80),
    ...             standard("attitude", "greeted by name", 90),
    ...             standard("tact", "no complaint of tone", 99),
    ...         ],
    ...         measured={"answered in 20 s": 80, "greeted by name": 70},
    ...     )
    ...     .describe()
    ...     .partition("no standard")[0]
    ...     .rstrip()
    ... )
    Service standards met
      procedural: 1 (1 of 1 measured)
      personal: 0 (0 of 1 measured)
      facility: — (0 of 0 measured)
      all: 0.5 (1 of 2 measured)
      not met: greeted by name
      not measured: no complaint of tone
    """
    given = as_tuple(standards)
    for standard in given:
        if not isinstance(standard, ServiceStandard):
            raise TypeError(f"standards are ServiceStandard; got {standard!r}")
    metrics = [standard.metric for standard in given]
    if not given or len(set(metrics)) != len(metrics):
        raise ServiceModelError(f"standards need at least one, each with a metric of its own; got {metrics}")
    if not isinstance(measured, Mapping):
        raise TypeError(f"measured must be a mapping of metrics to numbers; got {type(measured).__qualname__}")
    unknown = [metric for metric in measured if metric not in metrics]
    if unknown:
        raise LabelError(f"measured: {unknown[0]!r} is the metric of no standard; those are {', '.join(metrics)}")
    results = {s.metric: s.met(measured[s.metric]) for s in given if not is_missing(measured.get(s.metric))}
    dimensions = []
    for dimension in StandardDimension:
        own = [standard for standard in given if standard.dimension is dimension]
        known = [standard for standard in own if standard.metric in results]
        met = sum(results[standard.metric] for standard in known)
        dimensions.append(DimensionCompliance(dimension=dimension, standards=len(own), measured=len(known), met=met))
    covered = {standard.element for standard in given}
    return ServiceCompliance(
        dimensions=tuple(dimensions),
        failed=tuple(standard for standard in given if results.get(standard.metric) is False),
        unmeasured=tuple(standard for standard in given if standard.metric not in results),
        without_standard=tuple(element for element in ServiceElement if element not in covered),
    )


_TITLE = Text("Service standards met", "服务标准达成情况")
_ALL = Text("all", "全部")
_HEADER = (
    Text("dimension", "维度"), Text("standards", "标准数"), Text("measured", "已测量"), Text("met", "达标"), Text("share", "达标率"),
)  # fmt: skip
_OF = Text("{} of {} measured", "已测量 {1} 项，达标 {0} 项")
_FAILED = Text("not met", "未达标")
_UNMEASURED = Text("not measured", "未测量")
_WITHOUT = Text("no standard", "尚无标准")
