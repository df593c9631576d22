"""Moments of truth, and the closed cycle they make."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import attrs
import numpy as np

from servicemodel.errors import DomainError, MissingError, ServiceModelError
from servicemodel.labels import Language, Text, check_language, is_missing
from servicemodel.markup import Grid, bracketed, headed, labelled, printed
from servicemodel.sources import Citation, Evidence
from servicemodel.tables import as_tuple, source_notes


def _number(_: Any, attribute: attrs.Attribute[int], value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{attribute.name} of a MomentOfTruth must be a whole number; got {value!r}")
    if value < 1:
        raise DomainError(attribute.name, value, "a whole number at least 1")


def _chance(value: Any) -> float | None:
    if value is None:
        return None
    if is_missing(value):
        raise MissingError(
            "success of a MomentOfTruth is missing; give a share from 0 to 1, or None where it is not known"
        )
    if isinstance(value, bool) or not isinstance(value, int | float | np.number):
        raise TypeError(f"success of a MomentOfTruth must be a number; got {value!r}")
    share = float(value)
    if not 0 <= share <= 1:
        raise DomainError("success", value, "a share from 0 to 1")
    return share


@attrs.frozen(kw_only=True)
class MomentOfTruth:
    """An episode in which the customer meets any part of the organisation and forms an impression of its service.

    Attributes
    ----------
    number : int
        Its place in the cycle, from 1.
    text : Text
        What happens, as the customer would say it.
    success : float or None [share]
        Share of customers for whom it goes well, from 0 to 1; ``None`` where it is not known.

    Raises
    ------
    DomainError
        If the number is below 1 or the share outside [0, 1].
    MissingError
        If the share is NaN.

    Examples
    --------
    >>> MomentOfTruth(number=1, text=Text("find a parking space", "找停车的地方"), success=0.95).success
    0.95
    """

    number: int = attrs.field(validator=_number, metadata=headed(Text("no.", "序号")))
    text: Text = attrs.field(validator=attrs.validators.instance_of(Text), metadata=headed(Text("moment", "关键时刻")))
    success: float | None = attrs.field(
        default=None, converter=_chance, metadata=headed(Text("share that goes well", "顺利的比例"))
    )


def _in_order(moments: Sequence[MomentOfTruth]) -> tuple[MomentOfTruth, ...]:
    found = tuple(moments)
    for moment in found:
        if not isinstance(moment, MomentOfTruth):
            raise TypeError(f"moments of a ServiceCycle are MomentOfTruth; got {moment!r}")
    return tuple(sorted(found, key=lambda moment: moment.number))


@attrs.frozen(kw_only=True, repr=False)
class ServiceCycle:
    """A closed sequence of moments of truth, seen by the customer; after the last comes the first, at the next visit.

    Attributes
    ----------
    title : Text
    moments : tuple of MomentOfTruth
        Numbered from 1 without a gap; given in any order, kept in theirs.
    evidence : Evidence, default ASSUMED
        What stands behind the order.
    citations : tuple of Citation
    notes : tuple of Text

    Raises
    ------
    ServiceModelError
        If there are fewer than two moments, or a number is lacking or stands twice.

    Examples
    --------
    >>> cycle = ServiceCycle(
    ...     title=Text("A call", "一次来电"),
    ...     moments=[
    ...         MomentOfTruth(number=1, text=Text("dial", "拨号"), success=0.99),
    ...         MomentOfTruth(number=2, text=Text("wait", "等待"), success=0.8),
    ...         MomentOfTruth(number=3, text=Text("talk", "通话"), success=0.9),
    ...     ],
    ... )
    >>> cycle.next_after(3).text.en, cycle.weakest().text.en, round(cycle.success(), 4)
    ('dial', 'wait', 0.7128)
    """

    title: Text = attrs.field(validator=attrs.validators.instance_of(Text))
    moments: tuple[MomentOfTruth, ...] = attrs.field(converter=_in_order)
    evidence: Evidence = Evidence.ASSUMED
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)
    notes: tuple[Text, ...] = attrs.field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        numbers = [moment.number for moment in self.moments]
        if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)):
            raise ServiceModelError(
                f"moments of the cycle {self.title.en!r} must be two or more, numbered from 1 without a gap; got {numbers}"
            )

    def next_after(self, number: int) -> MomentOfTruth:
        """Return the moment that follows the one of this number; the first follows the last.

        Raises
        ------
        DomainError
            If there is no such moment.
        """
        if number not in range(1, len(self.moments) + 1):
            raise DomainError("number", number, f"from 1 to {len(self.moments)}")
        return self.moments[number % len(self.moments)]

    def pairs(self) -> tuple[tuple[Text, Text], ...]:
        """Return what follows what, the closing step included."""
        texts = [moment.text for moment in self.moments]
        return tuple(zip(texts, [*texts[1:], texts[0]], strict=True))

    def beginning_with(self, number: int) -> ServiceCycle:
        """Return the same cycle numbered from another moment on; what follows what stays as it is.

        Raises
        ------
        DomainError
            If there is no such moment.
        """
        self.next_after(number)
        turned = self.moments[number - 1 :] + self.moments[: number - 1]
        moments = [attrs.evolve(moment, number=place) for place, moment in enumerate(turned, start=1)]
        return attrs.evolve(self, moments=moments)

    def success(self) -> float:
        """Return the share of customers for whom every moment goes well, if moments fail independently of each other.

        Raises
        ------
        MissingError
            If the share of a moment is not known.
        """
        return prod(self._shares())

    def weakest(self) -> MomentOfTruth:
        """Return the moment that goes well least often, the first of equal ones; no cycle does better than that.

        Raises
        ------
        MissingError
            If the share of a moment is not known.
        """
        shares = self._shares()
        return self.moments[shares.index(min(shares))]

    def _shares(self) -> list[float]:
        unknown = [str(moment.number) for moment in self.moments if moment.success is None]
        if unknown:
            raise MissingError(f"success is not known of the moments {', '.join(unknown)} of {self.title.en!r}")
        return [moment.success for moment in self.moments if moment.success is not None]

    def grid(self, language: str = "en") -> Grid:
        """Return the cycle as a table of words, as every table gives itself."""
        names = [_NUMBER, _MOMENT, _SUCCESS]
        rows = [
            [str(m.number), m.text.in_language(language), "" if m.success is None else printed(m.success)]
            for m in self.moments
        ]
        return Grid(
            title=self.title.in_language(language),
            header=[name.in_language(language) for name in names],
            rows=rows,
            numbers=(0, 2),
            notes=[
                *(note.in_language(language) for note in self.notes),
                *source_notes(self.evidence, self.citations, language),
            ],
            language=check_language(language),
        )

    def describe(self, language: Language = "en") -> str:
        """Return the cycle as plain text, a line for each moment and one for its close."""
        grid = self.grid(language)
        lines = [
            f"  {number}. {text}" + (bracketed(share, language) if share else "") for number, text, share in grid.rows
        ]
        close = labelled(_CLOSE.in_language(language), self.moments[0].text.in_language(language), language)
        return "\n".join([grid.title, *lines, f"  {close}"])

    def to_html(self, language: Language = "en") -> str:
        """Return the cycle as a small HTML table."""
        return self.grid(language).to_html()

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return f"<ServiceCycle {self.title.en}: {len(self.moments)} moments>"


_FEWEST = 2
_NUMBER = Text("no.", "序号")
_MOMENT = Text("moment of truth", "关键时刻")
_SUCCESS = Text("share that goes well", "顺利的比例")
_CLOSE = Text("and again", "再次")
