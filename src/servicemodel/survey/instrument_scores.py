"""What an instrument reads from answers: a score for each dimension, and the total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from numpy.typing import NDArray

from servicemodel.labels import Label, Text, check_language
from servicemodel.markup import NOTHING, Figures, Grid, in_words, joined, labelled, printed
from servicemodel.survey.measure import Measure
from servicemodel.survey.missing_items import Column, MissingItems
from servicemodel.survey.scale import Scale
from servicemodel.survey.score import Score

if TYPE_CHECKING:  # the instrument imports what it answers with
    from servicemodel.survey.instrument import Instrument


def score_of(
    title: Text, scale: Scale, values: Column, weight: Sequence[Any] | NDArray[Any] | None, confidence: float
) -> Score:
    """Return the mean of one number a respondent, with its error."""
    continuous = attrs.evolve(scale, whole=False, missing=())
    score = Measure(title=title, scale=continuous).of_answers(values, weight, confidence)
    return attrs.evolve(score, scale=scale)


def score_cells(score: Score) -> list[str]:
    """Return the value of a score, its interval, its answers and the missing ones, as words."""
    span = NOTHING if score.low is None or score.high is None else f"{printed(score.low)} … {printed(score.high)}"
    return [NOTHING if score.value is None else printed(score.value), span, printed(score.n), printed(score.missing)]


def score_header(confidence: float, language: str) -> list[str]:
    """Return what :func:`score_cells` are called."""
    level = _LEVEL.in_language(language).format(level=f"{100 * confidence:g}")
    return [_MEAN.in_language(language), level, _N.in_language(language), _MISSING.in_language(language)]


class ScoreTable(Figures):
    """Base of results that are a table of scores: a line for each."""

    __slots__ = ()

    def _lines(self, language: str) -> list[str]:
        grid = self.grid(language)
        lines = []
        for name, *cells in grid.rows:
            pairs = zip(grid.header[1:], cells, strict=True)
            lines.append(labelled(name, joined((labelled(*pair, language) for pair in pairs), language), language))
        return [*lines, *grid.notes]


@attrs.frozen(kw_only=True)
class InstrumentScores(ScoreTable):
    """The scores of an instrument; prints itself.

    Attributes
    ----------
    instrument : Instrument
    dimensions : mapping of str to Score
        By the key of the dimension: the mean over respondents of each one's mean over its items.
    items : mapping of str to Score
        By item id; reverse-keyed items already turned round.
    total : Score
        Over respondents of each one's mean of the dimensions, by the weights of the instrument where it has some.
    over_items : Score
        Of each respondent's mean over all items: every item counts the same, so that larger dimensions count more.
    missing_items : MissingItems
        Which respondents have a score.
    respondents : mapping of str to array
        Each respondent's score by dimension; NaN where there is none.
    respondent_totals : array
        Each respondent's total; NaN where there is none.
    """

    title: ClassVar[Text] = Text("Scores of an instrument", "问卷得分")

    instrument: Instrument
    dimensions: Mapping[str, Score]
    items: Mapping[str, Score]
    total: Score
    over_items: Score
    missing_items: MissingItems
    respondents: Mapping[str, Column] = attrs.field(repr=False, eq=False)
    respondent_totals: Column = attrs.field(repr=False, eq=False)

    @classmethod
    def of(
        cls,
        instrument: Instrument,
        *,
        columns: Mapping[str, Column],
        means: Mapping[str, Column],
        total: Column,
        over_items: Column,
        weight: Sequence[Any] | NDArray[Any] | None,
        rule: MissingItems,
        confidence: float,
    ) -> InstrumentScores:
        """Return the scores of columns that have been read."""

        def score(title: Text, values: Column) -> Score:
            return score_of(title, instrument.scale, values, weight, confidence)

        return cls(
            instrument=instrument,
            dimensions={d.key: score(d.title, means[d.key]) for d in instrument.dimensions},
            items={item.id: score(item.text, columns[item.id]) for item in instrument.items},
            total=score(TOTAL if instrument.weights is None else WEIGHTED_TOTAL, total),
            over_items=score(OVER_ITEMS, over_items),
            missing_items=rule,
            respondents=means,
            respondent_totals=total,
        )

    def dimension(self, dimension: str | Label) -> Score:
        """Return the score of a dimension, given as its key or label.

        Raises
        ------
        LabelError
            If the instrument has no such dimension.
        """
        self.instrument.items_of(dimension)
        return self.dimensions[dimension.value if isinstance(dimension, Label) else dimension]

    def grid(self, language: str = "en") -> Grid:
        """Return the scores as a table of words, a row for each dimension and for the totals."""
        spoken = check_language(language)
        scores = [*self.dimensions.values(), self.total, self.over_items]
        return Grid(
            title=self.instrument.title.in_language(spoken),
            header=[DIMENSION.in_language(spoken), *score_header(self.total.confidence, spoken)],
            rows=[[score.measure.in_language(spoken), *score_cells(score)] for score in scores],
            numbers=(1, 2, 3, 4),
            notes=[counted(self.missing_items, spoken)],
            language=spoken,
        )


def counted(rule: MissingItems, language: str) -> str:
    """Return in words whose answers count."""
    return labelled(_RULE.in_language(language), in_words(rule, language), language)


TOTAL = Text("mean of the dimensions", "各维度平均")
WEIGHTED_TOTAL = Text("weighted mean of the dimensions", "各维度加权平均")
OVER_ITEMS = Text("mean of all items", "全部题项平均")
DIMENSION = Text("dimension", "维度")
_RULE = Text("counted in each dimension", "各维度计入")
_MEAN = Text("mean", "均值")
_LEVEL = Text("{level} % interval", "{level}% 区间")
_N = Text("answers", "有效回答")
_MISSING = Text("missing", "缺失")
