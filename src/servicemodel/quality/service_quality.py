"""What SERVQUAL says of many customers: gaps of items, of dimensions, and of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from servicemodel.labels import Label, Text, check_language
from servicemodel.markup import NOTHING, Grid, bracketed, in_words, labelled, printed
from servicemodel.quality.quality_state import QualityState, quality_state
from servicemodel.survey import Instrument, MissingItems, Score
from servicemodel.survey.instrument_scores import DIMENSION, ScoreTable, counted, score_cells, score_header
from servicemodel.survey.missing_items import Column
from servicemodel.tables import Weights
from servicemodel.tables.table import cite

#: A mean of gaps this near to 0 is 0: the rest is rounding of a sum.
_ROUNDING = 1e-12


@attrs.frozen(kw_only=True)
class QualityGap:
    """Expectation, perception and their difference, of the same respondents.

    Attributes
    ----------
    expectation, perception : Score
        Means over those who answered both.
    gap : Score
        Perceived less expected.
    """

    expectation: Score
    perception: Score
    gap: Score

    @property
    def state(self) -> QualityState | None:
        """Below, at or above expectation; ``None`` where nobody answered."""
        value = self.gap.value
        if value is None:
            return None
        return quality_state(gap=0 if abs(value) <= _ROUNDING * self.gap.scale.width else value)


@attrs.frozen(kw_only=True)
class ServiceQuality(ScoreTable):
    """Gaps between what customers expect and what they found; prints itself.

    Attributes
    ----------
    instrument : Instrument
    dimensions : mapping of str to QualityGap
        By the key of the dimension.
    items : mapping of str to QualityGap
        By item id; reverse-keyed items already turned round.
    unweighted : QualityGap
        Mean of the dimensions, all alike: the SERVQUAL score. Its perception is SERVPERF of the same respondents.
    weighted : QualityGap or None
        By importance; ``None`` where no weights were given.
    over_items : QualityGap
        Mean of all items, all alike: another number, as dimensions have different numbers of items.
    at_ceiling : float or None
        Share of expectations that are the best answer of the scale: such a customer cannot be exceeded.
    missing_items : MissingItems
        Which respondents have a score.
    table : Weights or None
    respondents : mapping of str to array
        Each respondent's gap by dimension; NaN where there is none.
    """

    title: ClassVar[Text] = Text("Service quality: perceived less expected", "服务质量：感知减期望")

    instrument: Instrument
    dimensions: Mapping[str, QualityGap]
    items: Mapping[str, QualityGap]
    unweighted: QualityGap
    weighted: QualityGap | None
    over_items: QualityGap
    at_ceiling: float | None
    missing_items: MissingItems
    table: Weights | None
    respondents: Mapping[str, Column] = attrs.field(repr=False, eq=False)

    def dimension(self, dimension: str | Label) -> QualityGap:
        """Return the gap of a dimension, given as its key or label.

        Raises
        ------
        LabelError
            If the instrument has no such dimension.
        """
        self.instrument.items_of(dimension)
        return self.dimensions[dimension.value if isinstance(dimension, Label) else dimension]

    @property
    def widest(self) -> str | None:
        """Key of the dimension that falls shortest of expectation; of equal ones the first; ``None`` where nobody answered."""
        known = {key: found.gap.value for key, found in self.dimensions.items() if found.gap.value is not None}
        return min(known, key=lambda key: known[key], default=None)

    def grid(self, language: str = "en") -> Grid:
        """Return the gaps as a table of words, a row for each dimension and for the whole."""
        spoken = check_language(language)
        found = [*self.dimensions.values(), self.unweighted]
        found += [] if self.weighted is None else [self.weighted]
        rows = []
        for row in (*found, self.over_items):
            means = [NOTHING if s.value is None else printed(s.value) for s in (row.expectation, row.perception)]
            rows.append(
                [row.gap.measure.in_language(spoken), *means, *score_cells(row.gap), in_words(row.state, spoken)]
            )
        mean, *rest = score_header(self.unweighted.gap.confidence, spoken)
        del mean
        header = [words.in_language(spoken) for words in (DIMENSION, _EXPECTED, _PERCEIVED, _GAP)]
        notes = [counted(self.missing_items, spoken)]
        if self.at_ceiling is not None:
            notes.append(labelled(_CEILING.in_language(spoken), f"{100 * self.at_ceiling:.1f} %", spoken))
        if self.table is not None:
            notes.append(labelled(_WEIGHTS.in_language(spoken), self.table.title.in_language(spoken), spoken))
            notes += [cite(citation, spoken) for citation in self.table.citations]
        title = self.title.in_language(spoken) + bracketed(self.instrument.title.in_language(spoken), spoken)
        return Grid(
            title=title,
            header=[*header, *rest, _STATE.in_language(spoken)],
            rows=rows,
            numbers=(1, 2, 3, 4, 5, 6),
            notes=notes,
            language=spoken,
        )


_EXPECTED = Text("expected", "期望")
_PERCEIVED = Text("perceived", "感知")
_GAP = Text("gap", "差距")
_STATE = Text("state", "状态")
_CEILING = Text("expectations at the top of the scale", "达到量表最高分的期望")
_WEIGHTS = Text("weights", "权重")
