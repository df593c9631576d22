"""Instruments: which items belong together, which are turned round, and on which scale all are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import LabelError, ServiceModelError
from servicemodel.evaluate.arrays import array_of
from servicemodel.labels import Label, Language, Text, check_language
from servicemodel.markup import Grid, bracketed, in_words, joined, labelled, printed
from servicemodel.sources import Citation
from servicemodel.survey.cronbach_alpha import CronbachAlpha, MissingAnswers, cronbach_alpha
from servicemodel.survey.instrument_scores import InstrumentScores
from servicemodel.survey.item import Dimension, Item, a, dimensions_given, items_given, key_of, worded
from servicemodel.survey.missing_items import Column, MissingItems, combine, respondent_means
from servicemodel.survey.scale import Scale
from servicemodel.tables import Weights
from servicemodel.tables.table import as_tuple, cite

#: Answers to all items: a list or array each by item, or rows of respondents with a column for each item in order.
ItemAnswers = Mapping[str, Sequence[Any] | NDArray[Any]] | Sequence[Sequence[Any]] | NDArray[Any]


def _repeated(values: Sequence[str]) -> str | None:
    return next((value for place, value in enumerate(values) if value in values[:place]), None)


@attrs.frozen(kw_only=True)
class Instrument:
    """A questionnaire of several items on one scale; reads answers and prints itself.

    Attributes
    ----------
    name : str
    title : Text
    dimensions : tuple of Dimension
        At least one; each has an item. Members of an enum of labels may be given.
    items : tuple of Item
        In the order asked; no id twice.
    scale : Scale
        All items are answered on it, so that their answers may be averaged.
    weights : Weights, optional
        How much each dimension counts in the total; without, all count the same.
    language : {"en", "zh"}, default "en"
        What it is asked in.
    citations : tuple of Citation

    Raises
    ------
    ServiceModelError
        If an id or a dimension stands twice, an item names an unknown dimension, a dimension has no item, or the weights
        are of other dimensions.

    Examples
    --------
    >>> from servicemodel.survey import FIVE_POINT, Instrument, Item, Dimension
    >>> desk = Instrument(
    ...     name="desk",
    ...     title=Text("Service desk", "服务台"),
    ...     dimensions=[Dimension(key="speed", title=Text("speed", "速度"))],
    ...     items=[
    ...         Item(id="quick", text=Text("Answers come quickly", "答复及时"), dimension="speed"),
    ...         Item(id="slow", text=Text("I wait too long", "等待太久"), dimension="speed", reverse_keyed=True),
    ...     ],
    ...     scale=FIVE_POINT,
    ... )
    >>> scores = desk.read({"quick": [5, 3, 4], "slow": [1, 3, None]})
    >>> scores.total.value, scores.total.n, scores.total.missing
    (4.0, 2, 1)

    An answer to half of the items may be enough, if you say so:

    >>> desk.read({"quick": [5, 3, 4], "slow": [1, 3, None]}, missing_items="half").total.n
    3
    """

    name: str = attrs.field(validator=worded)
    title: Text = attrs.field(validator=a(Text))
    dimensions: tuple[Dimension, ...] = attrs.field(converter=dimensions_given)
    items: tuple[Item, ...] = attrs.field(converter=items_given)
    scale: Scale = attrs.field(validator=a(Scale))
    weights: Weights | None = attrs.field(default=None, validator=a(Weights, optional=True))
    language: Language = attrs.field(default="en", converter=check_language)
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        keys = [dimension.key for dimension in self.dimensions]
        twice = _repeated(self.ids) or _repeated(keys)
        if twice is not None:
            raise ServiceModelError(f"instrument {self.name!r}: {twice!r} stands twice")
        for item in self.items:
            if item.dimension not in keys:
                known = ", ".join(map(repr, keys))
                msg = f"instrument {self.name!r}: item {item.id!r} belongs to {item.dimension!r}; its dimensions are {known}"
                raise ServiceModelError(msg)
        empty = [key for key in keys if not any(item.dimension == key for item in self.items)]
        if empty or not keys:
            raise ServiceModelError(f"instrument {self.name!r} needs dimensions with items; without an item: {empty}")
        self.shares(self.weights)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items, in order."""
        return tuple(item.id for item in self.items)

    def items_of(self, dimension: str | Label) -> tuple[Item, ...]:
        """Return the items of a dimension, given as its key or label.

        Raises
        ------
        LabelError
            If the instrument has no such dimension.
        """
        found = tuple(item for item in self.items if item.dimension == key_of(dimension))
        if not found:
            known = ", ".join(repr(known.key) for known in self.dimensions)
            raise LabelError(f"{dimension!r} is no dimension of {self.name!r}; there are {known}")
        return found

    def shares(self, weights: Weights | None) -> dict[str, float]:
        """Return what share each dimension has of the total: of some weights, or equal ones.

        Raises
        ------
        ServiceModelError
            If the weights are not of exactly these dimensions.
        """
        keys = [dimension.key for dimension in self.dimensions]
        if weights is None:
            return dict.fromkeys(keys, 1 / len(keys))
        if not isinstance(weights, Weights):
            raise TypeError(f"weights must be Weights; got {type(weights).__qualname__}")
        shares = {str(key_of(key)): share for key, share in weights.shares.items()}
        if sorted(shares) != sorted(keys):
            msg = (
                f"weights {weights.name!r} are of {sorted(shares)}; the dimensions of {self.name!r} are {sorted(keys)}"
            )
            raise ServiceModelError(msg)
        return {key: shares[key] for key in keys}

    def columns(self, answers: ItemAnswers, *, name: str = "answers") -> dict[str, Column]:
        """Return answers by item as numbers, NaN where there is none, with reverse-keyed items turned round.

        Parameters
        ----------
        answers : mapping of item id to list or array, or rows of respondents
            Rows (a list of lists or a two-dimensional array) have a column for each item, in the order of the items.
        name : str
            What an error calls them.

        Raises
        ------
        DomainError
            If a number is neither an answer nor a missing code.
        ServiceModelError
            If an item has no answers, an unknown one has, or their numbers differ.
        TypeError
            If something is no number.
        """
        given = self.by_item(answers, name=name)
        return {item.id: self.column(given, item, name=name) for item in self.items}

    def column(self, given: Mapping[str, Any], item: Item, *, name: str = "answers") -> Column:
        """Return the answers to one item as numbers, turned round where it is keyed in reverse."""
        label = f"{name}[{item.id!r}]"
        values = self.scale.read(given[item.id], name=label)
        if values.ndim != 1:
            raise ServiceModelError(f"{label} must be a list of answers; got the shape {values.shape}")
        if values.size != len(given[self.ids[0]]):
            msg = f"{name} must have one answer a respondent for every item; {label} has {values.size}"
            raise ServiceModelError(f"{msg}, {name}[{self.ids[0]!r}] has {len(given[self.ids[0]])}")
        return self.scale.reverse(values) if item.reverse_keyed else values

    def by_item(self, answers: ItemAnswers, *, name: str = "answers") -> Mapping[str, Any]:
        """Return answers as they were given, by item; refuse those of other items.

        Raises
        ------
        ServiceModelError
            If an item has no answers, or an unknown one has.
        TypeError
            If they are neither a mapping nor rows.
        """
        given = answers if isinstance(answers, Mapping) else self._of_rows(answers, name)
        absent = [id_ for id_ in self.ids if id_ not in given]
        unknown = [id_ for id_ in given if id_ not in self.ids]
        if absent or unknown:
            msg = f"{name} must be those of the items of {self.name!r}; absent: {absent}, unknown: {unknown}"
            raise ServiceModelError(msg)
        return given

    def _of_rows(self, answers: Any, name: str) -> Mapping[str, Any]:
        if hasattr(answers, "to_numpy") or not isinstance(answers, np.ndarray | list | tuple):
            msg = f"{name} must map item ids to lists or arrays, such as {{id: frame[id].to_numpy() for id in ids}}"
            raise TypeError(f"{msg}; got {type(answers).__qualname__}")
        rows = array_of(name, answers)
        if rows.ndim != 2 or rows.shape[1] != len(self.items):  # noqa: PLR2004 - rows and columns
            msg = f"{name} must have a column for each of the {len(self.items)} items; got the shape {rows.shape}"
            raise ServiceModelError(msg)
        return {id_: rows[:, place] for place, id_ in enumerate(self.ids)}

    def read(
        self,
        answers: ItemAnswers,
        *,
        weight: Sequence[Any] | NDArray[Any] | None = None,
        missing_items: MissingItems | str = MissingItems.COMPLETE,
        confidence: float = 0.95,
    ) -> InstrumentScores:
        """Return the scores of the dimensions and the total, each a mean over respondents of their own means.

        Parameters
        ----------
        answers : mapping of item id to list or array, or rows of respondents
            As for :meth:`columns`.
        weight : list or array, optional
            Survey weights, one a respondent, at least 0.
        missing_items : MissingItems, default COMPLETE
            Which respondents get a score although they left items out; applied to each dimension by itself.
        confidence : float, default 0.95 [share]

        Returns
        -------
        InstrumentScores
            The total is the (weighted) mean of a respondent's dimensions; of those who have a score in every dimension
            that counts. ``over_items`` is the mean of all items instead, in which larger dimensions count more.

        Raises
        ------
        DomainError
            If a number is neither an answer nor a missing code.
        ServiceModelError
            If an item has no answers, an unknown one has, or their numbers differ.
        TypeError
            If something is no number.
        """
        rule = MissingItems(missing_items)
        columns = self.columns(answers)
        means = self.means(columns, rule, self.scale)
        return InstrumentScores.of(
            self,
            columns=columns,
            means=means,
            total=combine(means, self.shares(self.weights), self.scale),
            over_items=respondent_means(columns.values(), rule, self.scale),
            weight=weight,
            rule=rule,
            confidence=confidence,
        )

    def alphas(
        self,
        answers: ItemAnswers,
        *,
        confidence: float | None = 0.95,
        missing_answers: MissingAnswers | str = MissingAnswers.LISTWISE,
    ) -> dict[str, CronbachAlpha]:
        """Return Cronbach's alpha of each dimension that has at least two items, reverse-keyed ones turned round.

        Parameters and errors are those of :func:`cronbach_alpha` and :meth:`columns`.
        """
        columns = self.columns(answers)
        found = {d.key: {item.id: columns[item.id] for item in self.items_of(d.key)} for d in self.dimensions}
        return {
            key: cronbach_alpha(items, confidence=confidence, missing_answers=missing_answers)
            for key, items in found.items()
            if len(items) > 1
        }

    def means(self, columns: Mapping[str, Column], rule: MissingItems, scale: Scale) -> dict[str, Column]:
        """Return each respondent's mean of each dimension, NaN where too few of its items were answered."""
        return {
            dimension.key: respondent_means((columns[item.id] for item in self.items_of(dimension.key)), rule, scale)
            for dimension in self.dimensions
        }

    def grid(self, language: str | None = None) -> Grid:
        """Return the items as a table of words."""
        spoken = check_language(language or self.language)
        fields = attrs.fields(Item)
        titles = {dimension.key: dimension.title for dimension in self.dimensions}
        rows = [
            [item.id, *(in_words(words, spoken) for words in (item.text, titles[item.dimension], item.reverse_keyed))]
            for item in self.items
        ]
        ends = f"{printed(self.scale.low)} … {printed(self.scale.high)}"
        notes = [
            labelled(_SCALE.in_language(spoken), self.scale.title.in_language(spoken) + bracketed(ends, spoken), spoken)
        ]
        return Grid(
            title=self.title.in_language(spoken),
            header=[field.metadata["header"].in_language(spoken) for field in fields],
            rows=rows,
            notes=notes + [cite(citation, spoken) for citation in self.citations],
            language=spoken,
        )

    def describe(self, language: Language | None = None) -> str:
        """Return the items as plain text, a line each; in its own language where none is given."""
        grid = self.grid(language)
        spoken = grid.language
        turned = attrs.fields(Item).reverse_keyed.metadata["header"].in_language(spoken)
        lines = [
            labelled(id_, joined([text, dimension] + [turned] * item.reverse_keyed, spoken), spoken)
            for item, (id_, text, dimension, _) in zip(self.items, grid.rows, strict=True)
        ]
        return "\n  ".join([grid.title, *lines])

    def _repr_html_(self) -> str:
        return self.grid().to_html()

    def __str__(self) -> str:
        return self.describe()


_SCALE = Text("scale", "量表")
