"""Words and categories in English and Chinese.

A :class:`Text` is one phrase in both languages. A :class:`Label` is a category whose members carry both; an
:class:`OrderedLabel` is one whose members are listed from worst to best and compare by that position.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, get_args, overload

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.errors import LabelError, ServiceModelError

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: The code of a missing category, as in a pandas categorical.
MISSING_CODE = -1


def is_missing(value: Any) -> bool:
    """Whether a single value stands for nothing: ``None``, NaN, NaT or pandas' NA."""
    if value is None:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()  # a signalling NaN raises when it is compared
    differs = value != value  # noqa: PLR0124 - NaN and NaT alone differ from themselves
    if isinstance(differs, bool | np.bool_):
        return bool(differs)
    return differs is value  # only NA, compared with itself, is NA again


def check_language(language: str) -> Language:
    """Return ``language`` if the library speaks it, else raise :class:`ServiceModelError`."""
    for known in LANGUAGES:
        if language == known:
            return known
    msg = f"language must be 'en' or 'zh'; got {language!r}"
    raise ServiceModelError(msg)


def _filled(_: Any, attribute: attrs.Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not value.strip():
        msg = f"a text needs words in both languages; {attribute.name!r} is {value!r}"
        raise LabelError(msg)


@attrs.frozen
class Text:
    """One phrase in English and in Chinese; neither may be empty.

    Examples
    --------
    >>> Text("wait", "等待").in_language("zh")
    '等待'
    """

    en: str = attrs.field(validator=_filled)
    zh: str = attrs.field(validator=_filled)

    def in_language(self, language: str) -> str:
        """Return the phrase in ``"en"`` or ``"zh"``."""
        return self.zh if check_language(language) == "zh" else self.en


class Label(StrEnum):
    """A category: a string equal to its name in lower case, with its words in English and Chinese.

    Write a member as ``NAME = "name", "English words", "中文"``. A member is refused at import when a language is
    missing or the value is not the name in lower case. Members of a plain ``Label`` have no order: ``<`` raises.
    """

    en: str
    zh: str
    #: Members in the order written; a member's position is its code.
    members: ClassVar[tuple[Any, ...]]

    def __new__(cls, value: str, en: str = "", zh: str = "") -> Self:
        """Make a member of its value and its words."""
        if not (isinstance(en, str) and en.strip() and isinstance(zh, str) and zh.strip()):
            msg = f"{cls.__name__}: the label {value!r} needs words in English and in Chinese"
            raise LabelError(msg)
        member = str.__new__(cls, value)
        member._value_ = value
        member.en = en
        member.zh = zh
        return member

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name, member in cls.__members__.items():
            if member.value != name.lower():
                msg = f"{cls.__name__}.{name}: the value must be {name.lower()!r}; got {member.value!r}"
                raise LabelError(msg)
        type.__setattr__(cls, "members", tuple(cls))

    @classmethod
    def _missing_(cls, value: object) -> Any:
        allowed = ", ".join(repr(member.value) for member in cls)
        article = "an" if cls.__name__[0] in "AEIOU" else "a"
        msg = f"{value!r} is not {article} {cls.__name__}; allowed are {allowed}"
        raise LabelError(msg)

    @property
    def code(self) -> int:
        """Position of the member in its enum, the code that arrays carry."""
        return int(self.members.index(self))

    def in_language(self, language: str) -> str:
        """Return the label's words in ``"en"`` or ``"zh"``."""
        return self.zh if check_language(language) == "zh" else self.en

    @classmethod
    def codes(cls, values: Iterable[str | None]) -> NDArray[np.int8]:
        """Turn members or their values into ``int8`` codes; ``None``, NaN and NA become -1.

        Raises
        ------
        LabelError
            If a value is not a label of this enum.
        """
        known: dict[Any, int] = {member.value: code for code, member in enumerate(cls)}

        def code_of(value: Any) -> int:
            try:
                return known[value]
            except (KeyError, TypeError):
                return MISSING_CODE if is_missing(value) else int(cls(value).code)

        return np.fromiter(map(code_of, values), dtype=np.int8)

    @overload
    @classmethod
    def decode(cls, codes: int, language: None = None) -> Self | None: ...
    @overload
    @classmethod
    def decode(cls, codes: int, language: Language) -> str | None: ...
    @overload
    @classmethod
    def decode(
        cls, codes: NDArray[np.integer[Any]] | list[int], language: Language | None = None
    ) -> NDArray[np.object_]: ...
    @classmethod
    def decode(cls, codes: Any, language: Language | None = None) -> Any:
        """Turn codes back into members, or into words when a ``language`` is given; -1 becomes ``None``.

        Raises
        ------
        LabelError
            If a code is neither -1 nor the position of a member.
        """
        words = [member if language is None else member.in_language(language) for member in cls]
        table = np.array([*words, None], dtype=object)
        if isinstance(codes, np.ma.MaskedArray):  # np.asarray would silently lay the masked codes bare
            codes = np.where(np.ma.getmaskarray(codes), np.int64(MISSING_CODE), codes.data)
        array = np.asarray(codes)
        if array.size and array.dtype.kind not in "iu":
            msg = f"codes of {cls.__name__} are integers; got {array.dtype} values"
            raise LabelError(msg)
        if array.size and not (array.min() >= MISSING_CODE and array.max() < len(words)):
            msg = (
                f"codes of {cls.__name__} run from -1 (missing) to {len(words) - 1}; got {array.min()} to {array.max()}"
            )
            raise LabelError(msg)
        return table[array.astype(np.int64, copy=False)]

    def _compare(self, other: object, how: Callable[[int, int], bool]) -> bool:
        del how
        msg = f"{type(self).__name__} has no order: {self.value!r} and {other!r} cannot be compared with <, <=, > or >="
        raise TypeError(msg)

    def __lt__(self, other: object) -> bool:
        return self._compare(other, operator.lt)

    def __le__(self, other: object) -> bool:
        return self._compare(other, operator.le)

    def __gt__(self, other: object) -> bool:
        return self._compare(other, operator.gt)

    def __ge__(self, other: object) -> bool:
        return self._compare(other, operator.ge)


class OrderedLabel(Label):
    """A :class:`Label` whose members are listed from worst to best (or lowest to highest) and compare by position.

    Comparing with anything but a member of the same enum raises ``TypeError``.
    """

    def _compare(self, other: object, how: Callable[[int, int], bool]) -> bool:
        if type(other) is not type(self):
            msg = f"a {type(self).__name__} compares with its own kind only; got {other!r}"
            raise TypeError(msg)
        return how(self.code, other.code)
