"""Strategies for the four shapes of table, texts and profiles of waiting."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.labels import Label, Text
from servicemodel.priority.account_portfolio import PortfolioCell
from servicemodel.priority.levels import HALVES, LEVELS, Half, Level
from servicemodel.satisfaction.satisfaction_state import SatisfactionState
from servicemodel.satisfaction.tolerance_zone import ToleranceZone
from servicemodel.sources import Evidence
from servicemodel.strategies.values import LARGEST, words
from servicemodel.tables import Band, Bands, Cell, Factor, Factors, Matrix, Weight, Weights
from servicemodel.waiting.wait_condition import WaitCondition
from servicemodel.waiting.wait_profile import ANCHORED, WaitProfile
from servicemodel.waiting.wait_tolerance import ServiceValue

#: Enums to take labels from; a table of another enum works the same.
_ENUMS: tuple[type[Label], ...] = (SatisfactionState, ToleranceZone, Level, Half, PortfolioCell)

#: A drawn table is nobody's finding.
_EVIDENCE = st.sampled_from([Evidence.CONVENTION, Evidence.ASSUMED])

#: Factors far from these are no effect of a condition on a wait or on tolerance.
_LEAST_FACTOR, _MOST_FACTOR = 0.01, 100.0


def texts() -> SearchStrategy[Text]:
    """Make phrases with words in both languages."""
    return st.builds(Text, words(), words())


@st.composite
def bands(draw: st.DrawFn) -> Bands:
    """Make bands that cover their range, each edge owned once; a band may be a single point."""
    labels = list(draw(st.sampled_from(_ENUMS)))
    numbers = st.floats(-LARGEST, LARGEST) | st.sampled_from([0.0, 0.5, 1.0])
    cuts = sorted(draw(st.lists(numbers, min_size=len(labels) - 1, max_size=len(labels) - 1, unique=True)))
    belongs_above = [draw(st.booleans()) for _ in cuts]
    if len(cuts) > 1 and draw(st.booleans()):  # the second band shrinks to the point where its neighbours end
        cuts[1] = cuts[0]
        belongs_above[:2] = [True, False]
    rows = []
    for place, label in enumerate(labels):
        edges: dict[str, float] = {}
        if place > 0:
            edges["at_least" if belongs_above[place - 1] else "above"] = cuts[place - 1]
        if place < len(cuts):
            edges["below" if belongs_above[place] else "at_most"] = cuts[place]
        rows.append(Band(label=label, note=draw(st.none() | texts()), **edges))
    return Bands(name="drawn_bands", title=draw(texts()), evidence=draw(_EVIDENCE), rows=rows)


@st.composite
def factors(draw: st.DrawFn, *, keys: Any = None) -> Factors:
    """Make factors keyed by flags, some of which may lack a row, or by labels, which all have one."""
    enum = draw(st.sampled_from([WaitCondition, ServiceValue])) if keys is None else keys
    members = list(enum)
    if enum is WaitCondition and keys is None:
        members = draw(st.lists(st.sampled_from(members), min_size=1, unique=True))
    rows = []
    for key in members:
        by = draw(st.floats(_LEAST_FACTOR, _MOST_FACTOR) | st.just(1.0))
        span = (by * draw(st.floats(0.1, 1)), by * draw(st.floats(1, 10))) if draw(st.booleans()) else (None, None)
        row = Factor(key=key, by=by, low=span[0], high=span[1], text=draw(texts()), evidence=draw(_EVIDENCE))
        rows.append(row)
    return Factors(name="drawn_factors", title=draw(texts()), evidence=draw(_EVIDENCE), rows=rows)


@st.composite
def weights(draw: st.DrawFn) -> Weights:
    """Make criteria of which at least one counts."""
    keys = draw(st.lists(words(), min_size=1, max_size=6, unique=True))
    counts = [draw(st.floats(0, LARGEST) | st.just(1.0)) for _ in keys]
    if not sum(counts) > 0:
        counts[-1] = 1.0
    rows = [Weight(key=key, weight=count, text=draw(texts())) for key, count in zip(keys, counts, strict=True)]
    return Weights(name="drawn_weights", title=draw(texts()), evidence=draw(_EVIDENCE), rows=rows)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Make matrices of labels or of numbers, over bands or enums."""
    axes: SearchStrategy[Any] = st.sampled_from([HALVES, LEVELS, Half, Level, SatisfactionState])
    rows, columns = draw(axes), draw(axes)
    numbers: SearchStrategy[Any] = st.floats(-LARGEST, LARGEST)
    answers = draw(st.sampled_from([*(st.sampled_from(enum) for enum in _ENUMS), numbers]))
    cells = st.builds(Cell, answers, st.none() | texts())
    height, width = (len(axis.labels) if isinstance(axis, Bands) else len(axis) for axis in (rows, columns))
    grid = st.lists(st.lists(cells, min_size=width, max_size=width), min_size=height, max_size=height)
    return Matrix(
        name="drawn_matrix",
        title=draw(texts()),
        evidence=draw(_EVIDENCE),
        rows=rows,
        columns=columns,
        row_title=draw(texts()),
        column_title=draw(texts()),
        cells=draw(grid),
    )


def wait_profiles() -> SearchStrategy[WaitProfile]:
    """Make profiles of waiting: every number may differ from the default."""
    return st.builds(
        lambda base, exponent, reference, rules, evidence: attrs.evolve(
            ANCHORED,
            name="drawn_profile",
            base_ratio=base,
            exponent=exponent,
            reference_minutes=reference,
            rules=rules,
            evidence=evidence,
            citations=(),
        ),
        st.floats(0.1, 10) | st.just(1.0),
        st.floats(0.1, 2) | st.just(1.0),
        st.floats(0.1, 1000) | st.just(1.0),
        factors(keys=WaitCondition),
        _EVIDENCE,
    )
