"""Fonts: every character drawn is one that a font on this machine has."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text as Words

from servicemodel.errors import FontError

#: Fonts with simplified Chinese, the one to take first first.
CHINESE_FAMILIES = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Heiti SC",
    "STHeiti",
    "SimHei",
    "Noto Sans CJK JP",  # Matplotlib sees only the first face of the collection, which holds all of them
    "Droid Sans Fallback",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Songti SC",
    "SimSun",
)

_REGULAR = 400
_PROBE = "\u6ee1\u610f\u7b49\u5f85\u5ba2\u6237"  # satisfaction, waiting, customer: a font named Chinese must have them

#: True while a figure is written with its text left as text: then no font of this machine draws it.
TEXT_STAYS_TEXT: ContextVar[bool] = ContextVar("TEXT_STAYS_TEXT", default=False)


@cache
def characters_of(path: str) -> frozenset[int]:
    """Return the code points that a font file has glyphs for."""
    return frozenset(FT2Font(path).get_charmap())


@cache
def find_chinese_font() -> str | None:
    """Return the file of a font with simplified Chinese: an installed one, else the packaged one, else ``None``."""
    wanted = {ord(character) for character in _PROBE}
    return next((path for path in (*_installed(), *_packaged()) if wanted <= characters_of(path)), None)


def _installed() -> Iterator[str]:
    faces = font_manager.fontManager.ttflist
    for family in CHINESE_FAMILIES:
        same = [face for face in faces if face.name == family and Path(face.fname).is_file()]
        yield from (face.fname for face in sorted(same, key=_distance_from_regular))


def _distance_from_regular(face: Any) -> tuple[bool, int]:
    weight = face.weight if isinstance(face.weight, int) else font_manager.weight_dict.get(face.weight, _REGULAR)
    return face.style != "normal", abs(int(weight) - _REGULAR)


def _packaged() -> Iterator[str]:
    try:
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError:
        return
    yield str(sans_path())


def dress(ax: Axes, language: str) -> None:
    """Give every text of the axes a font that has its characters, and let none of them be read as mathematics.

    Where no font has them, drawing fails with :class:`FontError`; only :func:`servicemodel.plots.svg` still writes
    the figure, since there the reader's own fonts draw.
    """
    chinese = find_chinese_font()
    missing: set[str] = set()
    for words in ax.findobj(Words):
        words.set_parse_math(False)
        missing |= _dress_one(words, language, chinese)
    if missing:
        ax.add_artist(_Guard("".join(sorted(missing))))


def _dress_one(words: Any, language: str, chinese: str | None) -> set[str]:
    needed = {ord(character) for character in words.get_text() if character != "\n"}
    own = font_manager.findfont(words.get_fontproperties())
    fonts = [own] if chinese is None else [chinese, own] if language == "zh" else [own, chinese]
    for font in fonts:
        if needed <= characters_of(font):
            if font != own:
                words.set_fontproperties(_with_file(words.get_fontproperties(), font))
            return set()
    return {chr(point) for point in needed.difference(*(characters_of(font) for font in fonts))} or {words.get_text()}


def _with_file(properties: Any, path: str) -> Any:
    changed = properties.copy()
    changed.set_file(path)
    return changed


class _Guard(Artist):
    """Stands in axes whose text no font can draw, and says so rather than let boxes be drawn."""

    def __init__(self, missing: str) -> None:
        super().__init__()
        self.set_zorder(float("-inf"))  # drawn first
        self._missing = missing

    def draw(self, renderer: Any) -> None:
        """Refuse, unless the text stays text."""
        del renderer
        if not TEXT_STAYS_TEXT.get():
            shown = self._missing if len(self._missing) <= _SHOWN else f"{self._missing[:_SHOWN]}…"
            msg = (
                f"no font found that draws {shown!r}; for Chinese, install one such as Noto Sans SC, or "
                "pip install servicemodel[plots-zh]; servicemodel.plots.svg(figure) needs no font"
            )
            raise FontError(msg)


_SHOWN = 20
