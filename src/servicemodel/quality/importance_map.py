"""The result of an importance–performance analysis."""

from __future__ import annotations

from typing import ClassVar

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import Figures, Grid, aligned, bracketed, headed, header_of, joined, labelled, printed
from servicemodel.quality.importance_performance_quadrant import IMPORTANCE_PERFORMANCE, ImportanceQuadrant
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ABALO_2007, BACON_2003
from servicemodel.tables import source_notes


class Crosshair(Label):
    """Where the lines stand that divide the quadrants."""

    MEANS = "means", "means of the attributes", "各属性均值"
    MEDIANS = "medians", "medians of the attributes", "各属性中位数"
    MIDPOINT = "midpoint", "middle of the scale", "量表中点"
    GIVEN = "given", "a point given", "给定点"


@attrs.frozen(kw_only=True)
class AttributePoint:
    """An attribute on the map.

    Attributes
    ----------
    attribute : str
    importance, performance : float
    quadrant : ImportanceQuadrant
    surplus : float or None
        Importance less performance, the distance above the iso-rating line: positive where an attribute is more
        important than it is good. ``None`` where both are not on one scale.
    """

    attribute: str = attrs.field(metadata=headed(Text("attribute", "属性")))
    importance: float = attrs.field(metadata=headed(Text("importance", "重要性")))
    performance: float = attrs.field(metadata=headed(Text("performance", "绩效")))
    surplus: float | None = attrs.field(metadata=headed(Text("importance − performance", "重要性−绩效")))
    quadrant: ImportanceQuadrant = attrs.field(metadata=headed(Text("quadrant", "象限")))


@attrs.frozen(kw_only=True)
class ImportanceMap(Figures):
    """Attributes by importance and performance; prints itself.

    Attributes
    ----------
    points : tuple of AttributePoint
        In the order given.
    importance_cut, performance_cut : float
        Where the crosshair stands.
    crosshair : Crosshair
        What put it there.
    scale, importance_scale : (low, high) or None
        The ends of the scales of performance and importance, where they were given.
    """

    title: ClassVar[Text] = Text("Importance–performance analysis", "重要性—绩效分析")

    points: tuple[AttributePoint, ...]
    importance_cut: float = attrs.field(metadata=headed(Text("importance", "重要性")))
    performance_cut: float = attrs.field(metadata=headed(Text("performance", "绩效")))
    crosshair: Crosshair = attrs.field(metadata=headed(Text("crosshair", "交叉线")))
    scale: tuple[float, float] | None
    importance_scale: tuple[float, float] | None

    @property
    def one_scale(self) -> bool:
        """Whether importance and performance are on one scale, so that they can be compared with each other."""
        return self.scale is not None and self.scale == self.importance_scale

    def attributes_in(self, quadrant: ImportanceQuadrant | str) -> tuple[str, ...]:
        """Return the attributes of a quadrant, in the order given.

        Raises
        ------
        LabelError
            If there is no such quadrant.
        """
        wanted = ImportanceQuadrant(quadrant)
        return tuple(point.attribute for point in self.points if point.quadrant is wanted)

    def grid(self, language: str = "en") -> Grid:
        """Return a row for each attribute, and below where the crosshair stands."""
        fields = attrs.fields(AttributePoint)
        columns = [[getattr(point, field.name) for point in self.points] for field in fields[1:4]]
        figures = [aligned([[None if v is None else float(f"{v:.4g}") for v in column]])[0] for column in columns]
        rows = [
            [point.attribute, *numbers, f"{point.quadrant.letter} {point.quadrant.in_language(language)}"]
            for point, *numbers in zip(self.points, *figures, strict=True)
        ]
        own = attrs.fields(ImportanceMap)
        cuts = [
            labelled(header_of(field, language), printed(getattr(self, field.name)), language)
            for field in (own.importance_cut, own.performance_cut)
        ]
        where = joined(cuts, language) + bracketed(self.crosshair.in_language(language), language)
        return Grid(
            title=self.title.in_language(language),
            header=[header_of(field, language) for field in fields],
            rows=rows,
            numbers=(1, 2, 3),
            notes=[
                labelled(own.crosshair.metadata["header"].in_language(language), where, language),
                *source_notes(
                    IMPORTANCE_PERFORMANCE.evidence,
                    (*IMPORTANCE_PERFORMANCE.citations, *(_ISO_RATING if self.one_scale else ())),
                    language,
                ),
            ],
            language="zh" if language == "zh" else "en",
        )

    def _lines(self, language: str) -> list[str]:
        grid = self.grid(language)
        return [*(labelled(name, joined(cells, language), language) for name, *cells in grid.rows), grid.notes[0]]


_ISO_RATING = (
    Citation(BACON_2003, Evidence.ATTRIBUTED, "", Text("the iso-rating line", "等值线")),
    Citation(ABALO_2007, Evidence.ATTRIBUTED, "", Text("the iso-rating line", "等值线")),
)
