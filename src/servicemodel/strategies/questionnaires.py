"""Instruments of several items on one scale."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.labels import LANGUAGES
from servicemodel.sources import Evidence
from servicemodel.strategies.survey import scales
from servicemodel.strategies.tables import texts
from servicemodel.survey import Dimension, Instrument, Item
from servicemodel.tables import Weight, Weights

_KEYS = ("first", "second", "third")


def dimensions() -> SearchStrategy[Dimension]:
    """Make dimensions."""
    return st.builds(Dimension, key=st.sampled_from(_KEYS), title=texts())


def items() -> SearchStrategy[Item]:
    """Make items, keyed in reverse or not."""
    return st.builds(
        Item,
        id=st.integers(1, 99).map(lambda number: f"q{number}"),
        text=texts(),
        dimension=st.sampled_from(_KEYS),
        reverse_keyed=st.booleans(),
    )


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Make instruments of up to three dimensions with up to three items each, with and without weights."""
    keys = _KEYS[: draw(st.integers(1, len(_KEYS)))]
    made: list[Item] = []
    for key in keys:
        for _ in range(draw(st.integers(1, 3))):
            reverse = draw(st.booleans())
            made.append(Item(id=f"q{len(made) + 1}", text=draw(texts()), dimension=key, reverse_keyed=reverse))
    title = draw(texts())
    weights = None
    if draw(st.booleans()):
        points = draw(st.lists(st.integers(0, 9), min_size=len(keys), max_size=len(keys)).filter(any))
        rows = [Weight(key=key, weight=weight, text=title) for key, weight in zip(keys, points, strict=True)]
        weights = Weights(name="drawn_weights", title=title, evidence=Evidence.CONVENTION, rows=rows)
    return Instrument(
        name="drawn",
        title=title,
        dimensions=[Dimension(key=key, title=draw(texts())) for key in keys],
        items=made,
        scale=draw(scales()),
        weights=weights,
        language=draw(st.sampled_from(LANGUAGES)),
    )
