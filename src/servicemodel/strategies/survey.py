"""Scales, and scores of answers on them."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.strategies.tables import texts
from servicemodel.survey import Direction, Scale, Score, mean_score

_CODES = (-1, 99, "Blank")


def scales() -> SearchStrategy[Scale]:
    """Make scales of up to eleven points, in either direction, with codes for no answer."""
    return st.builds(
        lambda low, width, **rest: Scale(low=low, high=low + width, **rest),
        name=st.sampled_from(["mine", "theirs"]),
        title=texts(),
        low=st.integers(0, 1),
        width=st.integers(1, 10),
        direction=st.sampled_from(Direction),
        whole=st.booleans(),
        missing=st.lists(st.sampled_from(_CODES), unique=True, max_size=3).map(tuple),
    )


@st.composite
def scores(draw: st.DrawFn) -> Score:
    """Make mean scores, of no answer too."""
    scale = draw(scales())
    answers = draw(st.lists(st.none() | st.integers(int(scale.low), int(scale.high)), max_size=8))
    return mean_score(answers=answers, scale=scale)
