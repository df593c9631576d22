"""Scales: which numbers are answers, which way is better, and which codes are no answer at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.arguments import Quantity
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.evaluate.arrays import column_of
from servicemodel.evaluate.instants import index_of
from servicemodel.labels import Label, Text, is_missing
from servicemodel.markup import headed, printed

#: Codes and words that stand for no answer.
Codes = tuple[float | str, ...]


class Direction(Label):
    """Which end of a scale is the good one."""

    HIGHER_IS_BETTER = "higher_is_better", "higher is better", "越高越好"
    LOWER_IS_BETTER = "lower_is_better", "lower is better", "越低越好"


def _codes(value: Iterable[float | str]) -> Codes:
    if isinstance(value, str):
        msg = f"missing is a tuple of codes; got the text {value!r}: write ({value!r},)"
        raise TypeError(msg)
    return tuple(value)


@attrs.frozen(kw_only=True)
class Scale:
    """The scale of a question.

    Attributes
    ----------
    name : str
    title : Text
    low, high : float
        The ends; both are answers.
    direction : Direction, default HIGHER_IS_BETTER
    whole : bool, default False
        Whether only whole numbers are answers; averages of items are not whole.
    missing : tuple of number or str
        Codes that stand for no answer, such as ``(0, 6, "Blank")``; none lies on the scale.

    Raises
    ------
    ServiceModelError
        If the ends are not finite or not in order, or a missing code is an answer.

    Examples
    --------
    >>> airport = attrs.evolve(FIVE_POINT, missing=(0, 6, "Blank"))
    >>> airport.read([5, 0, 6, "Blank", None, 4])
    array([ 5., nan, nan, nan, nan,  4.])

    What is neither an answer nor declared missing is refused:

    >>> FIVE_POINT.read([5, 0])
    Traceback (most recent call last):
    servicemodel.errors.DomainError: answers must be a number from 1 to 5 (five-point scale); got 0.0 at index 1 (1 such value)
    """

    name: str
    title: Text = attrs.field(metadata=headed(Text("scale", "量表")))
    low: float = attrs.field(converter=float, metadata=headed(Text("lowest", "最低")))
    high: float = attrs.field(converter=float, metadata=headed(Text("highest", "最高")))
    direction: Direction = attrs.field(
        default=Direction.HIGHER_IS_BETTER, converter=Direction, metadata=headed(Text("direction", "方向"))
    )
    whole: bool = attrs.field(default=False, metadata=headed(Text("whole numbers only", "仅整数")))
    missing: Codes = attrs.field(default=(), converter=_codes, metadata=headed(Text("no answer", "未作答")))

    def __attrs_post_init__(self) -> None:
        if not (isfinite(self.low) and isfinite(self.high) and self.low < self.high):
            msg = f"scale {self.name!r}: low must be below high, both finite; got {self.low:g} and {self.high:g}"
            raise ServiceModelError(msg)
        for code in self.missing:
            if isinstance(code, bool) or not isinstance(code, int | float | str | np.integer | np.floating):
                msg = f"scale {self.name!r}: a missing code is a number or a word; got {code!r}"
                raise TypeError(msg)
            if not isinstance(code, str) and self._holds(float(code)):
                msg = f"scale {self.name!r}: {code:g} is an answer, so it cannot stand for a missing one"
                raise ServiceModelError(msg)

    def _holds(self, value: float) -> bool:
        return self.low <= value <= self.high and (not self.whole or value == int(value))

    @property
    def width(self) -> float:
        """Distance from the lowest to the highest answer."""
        return self.high - self.low

    def as_argument(self, name: str, meaning: Text) -> Quantity:
        """Return the scale as what a model takes."""
        return Quantity(
            name=name, meaning=meaning, unit=self.title, at_least=self.low, at_most=self.high, whole=self.whole
        )

    def allowed(self) -> str:
        """Return in words what counts as an answer."""
        kind = "a whole number" if self.whole else "a number"
        codes = ", ".join(repr(code) for code in self.missing)
        known = f", or {codes} for no answer" if codes else ""
        return f"{kind} from {printed(self.low)} to {printed(self.high)} ({self.title.en}){known}"

    def read(self, answers: Sequence[Any] | NDArray[Any], *, name: str = "answers") -> NDArray[np.float64]:
        """Return answers as numbers, NaN where there is none.

        Parameters
        ----------
        answers : list or array
            Numbers, or numbers written as text; ``None``, NaN and the codes in ``missing`` are no answer.
        name : str
            What an error calls them.

        Raises
        ------
        DomainError
            If a number is neither an answer nor a missing code.
        TypeError
            If something is neither a number nor a declared word.
        """
        array = column_of(name, answers)
        if array.dtype.kind in "OUS":
            words = frozenset(code for code in self.missing if isinstance(code, str))
            given = np.asarray(answers, dtype=object) if isinstance(answers, list | tuple) else array
            items = [_number(item, words, name) for item in given.ravel().tolist()]
            array = np.array(items, np.float64).reshape(array.shape)
        elif array.dtype.kind not in "iuf":
            msg = f"{name} must be numbers; got an array of {array.dtype}"
            raise TypeError(msg)
        values = np.array(array, np.float64)
        codes = [float(code) for code in self.missing if not isinstance(code, str)]
        for code in codes:
            values[values == code] = np.nan
        outside = (values < self.low) | (values > self.high)
        if self.whole:
            outside |= np.floor(values) < values
        refused = np.flatnonzero(outside)
        if refused.size:
            first = int(refused[0])
            where = index_of(first, values.shape)
            raise DomainError(name, values.ravel()[first].item(), self.allowed(), index=where, count=int(refused.size))
        return values

    def reverse(self, values: Any) -> Any:
        """Return answers counted from the other end, ``low + high − x``; twice gives them back."""
        return self.low + self.high - values

    def percent_of_maximum(self, values: Any) -> Any:
        """Return answers on 0 to 100, the good end 100; see :func:`servicemodel.percent_of_maximum`."""
        better = values if self.direction is Direction.HIGHER_IS_BETTER else self.reverse(values)
        return 100 * (better - self.low) / self.width


def _number(item: Any, words: frozenset[str], name: str) -> float:
    if is_missing(item) or (isinstance(item, str) and item in words):
        return np.nan
    if isinstance(item, str):
        try:
            return float(item)
        except ValueError:
            declared = ", ".join(map(repr, sorted(words))) or "no words"
            msg = f"{name} holds the text {item!r}; the scale declares {declared} as missing"
            raise TypeError(msg) from None
    if isinstance(item, int | float | np.integer | np.floating) and not isinstance(item, bool):
        return float(item)
    msg = f"{name} must hold numbers; got {item!r}"
    raise TypeError(msg)


#: Answers from 1, the lowest, to 5.
FIVE_POINT = Scale(name="five_point", title=Text("five-point scale", "五点量表"), low=1, high=5)
#: Answers from 1, the lowest, to 7.
SEVEN_POINT = Scale(name="seven_point", title=Text("seven-point scale", "七点量表"), low=1, high=7)
#: Answers from 1, the lowest, to 10.
TEN_POINT = Scale(name="ten_point", title=Text("ten-point scale", "十点量表"), low=1, high=10)
#: Answers from 0, the lowest, to 10.
ZERO_TO_TEN = Scale(name="zero_to_ten", title=Text("scale from 0 to 10", "0 至 10 分量表"), low=0, high=10)


def without(scale: Scale, *codes: float | str) -> Scale:
    """Return a scale on which some codes stand for no answer.

    Examples
    --------
    >>> from servicemodel.survey import FIVE_POINT, without
    >>> without(FIVE_POINT, 0, 6, "Blank").missing
    (0, 6, 'Blank')
    """
    return attrs.evolve(scale, missing=(*scale.missing, *codes))
