"""Tables and axes of one's own, and the tables that are refused."""

from __future__ import annotations

import math

import attrs
import pytest

from priority.matrices import TABLES, ask, every_matrix, why
from servicemodel import HALVES, Band, Bands, Evidence, Half, Level, TableError, Text
from servicemodel.catalogue import model_of


@every_matrix
def test_axes_of_ones_own_count(model):
    labels = (Half.LOW, Half.HIGH) if len(TABLES[model].cells) == 2 else tuple(Level)
    cuts = [0.1, 0.2][: len(labels) - 1]
    edges = [0, *cuts, 1]
    rows = [Band(label=label, at_least=edges[i], below=edges[i + 1]) for i, label in enumerate(labels[:-1])]
    rows.append(Band(label=labels[-1], at_least=cuts[-1], at_most=1))
    axis = Bands(name="own", title=Text("own", "自定"), evidence=Evidence.ASSUMED, rows=tuple(rows))
    table = attrs.evolve(TABLES[model], name="own", rows=axis, columns=axis)

    assert ask(model, 0.2, 0.2, table=table) is table.answers[-1][-1]
    assert ask(model, math.nextafter(0.1, 0), 0.2, table=table) is table.answers[0][-1]
    assert f"(at least {cuts[-1]:g} and at most 1)" in why(model, 0.2, 0.2, table=table)


@every_matrix
def test_cells_of_ones_own_count_and_may_come_without_a_strategy(model):
    only = TABLES[model].answers[0][0]
    size = len(TABLES[model].cells)
    table = attrs.evolve(TABLES[model], cells=((only,) * size,) * size)

    assert ask(model, 1, 1, table=table) is only
    assert ask(model, [0, 1], [1, 1], table=table).tolist() == [only.code] * 2
    said = why(model, 1, 1, table=table)
    assert "and at most 1) (" in said or "and at most 1); cuts: " in said


@every_matrix
def test_a_table_that_could_not_answer_every_pair_is_refused(model):
    table = TABLES[model]
    size = len(table.cells)
    labels = {2: Half, 3: Level}[size]
    first, *others = table.rows.rows
    short = attrs.evolve(table.rows, rows=(attrs.evolve(first, at_least=0.1), *others))
    open_below = attrs.evolve(table.rows, rows=(attrs.evolve(first, at_least=None, above=0), *others))
    *others, last = table.rows.rows
    early = attrs.evolve(table.rows, rows=(*others, attrs.evolve(last, at_most=0.9)))

    for axis in (short, open_below, early, labels):
        with pytest.raises(TableError, match="must be bands that cover 0 to 1"):
            ask(model, 0.5, 0.5, table=attrs.evolve(table, rows=axis))
        with pytest.raises(TableError, match="must be bands that cover 0 to 1"):
            ask(model, 0.5, 0.5, table=attrs.evolve(table, columns=axis))


@every_matrix
def test_a_table_with_other_answers_is_refused(model):
    table = TABLES[model]
    size = len(table.cells)
    labels = model_of(model).labels.__name__

    for answer in (1.0, Half.LOW):
        with pytest.raises(TableError, match=f"the cells must hold {labels}"):
            ask(model, 0.5, 0.5, table=attrs.evolve(table, cells=((answer,) * size,) * size))
    with pytest.raises(TypeError, match="table must be a Matrix; got Bands"):
        ask(model, 0.5, 0.5, table=HALVES)
