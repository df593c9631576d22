from __future__ import annotations

import math
from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    HALVES,
    PURCHASE_CLASSES,
    PURCHASE_LEVELS,
    DomainError,
    Evidence,
    MissingError,
    PurchaseClass,
    PurchaseLevel,
    TableError,
    explain,
    purchase_class,
)

levels = st.integers(0, 4)


@pytest.mark.parametrize(("capacity", "expected"), [(0, "C"), (1, "C"), (2, "B"), (3, "B"), (4, "A")])
@pytest.mark.parametrize("current", range(5))
def test_capacity_alone_makes_the_class(current, capacity, expected):
    assert purchase_class(current=current, capacity=capacity).name == expected


@given(current=levels, capacity=levels)
def test_influence_makes_a_vip_of_every_cell_and_nothing_else_does(current, capacity):
    assert purchase_class(current=current, capacity=capacity, influential=True) is PurchaseClass.VIP
    assert purchase_class(current=current, capacity=capacity, influential=False) < PurchaseClass.VIP


@given(current=levels, low=levels, high=levels, influential=st.booleans())
def test_the_class_never_falls_as_capacity_rises(current, low, high, influential):
    low, high = sorted((low, high))

    lower = purchase_class(current=current, capacity=low, influential=influential)
    assert lower <= purchase_class(current=current, capacity=high, influential=influential)


@given(low=levels, high=levels, capacity=levels)
def test_buying_more_never_lowers_the_class(low, high, capacity):
    low, high = sorted((low, high))

    assert purchase_class(current=low, capacity=capacity) <= purchase_class(current=high, capacity=capacity)


def test_buying_more_than_capacity_allows_is_no_error():
    assert purchase_class(current=4, capacity=0) is PurchaseClass.C


def test_the_classes_run_from_c_to_vip():
    assert [label.name for label in sorted(PurchaseClass)] == ["C", "B", "A", "VIP"]
    assert PurchaseClass.C < PurchaseClass.B < PurchaseClass.A < PurchaseClass.VIP


def test_the_levels_are_the_whole_numbers_of_the_grid():
    assert [PURCHASE_LEVELS.row_of(level).label for level in range(5)] == list(PurchaseLevel)


def test_the_mapping_is_a_convention_and_says_so_while_the_classes_are_the_courses():
    assert PURCHASE_CLASSES.evidence is Evidence.CONVENTION
    assert {cell.citation.evidence for row in PURCHASE_CLASSES.cells for cell in row} == {Evidence.COURSE}
    assert all(cell.strategy for row in PURCHASE_CLASSES.cells for cell in row)


def headroom():
    """Class by room to grow: the gap between capacity and current purchases."""
    classes = [PurchaseClass.C, PurchaseClass.C, PurchaseClass.B, PurchaseClass.B, PurchaseClass.A]
    return attrs.evolve(
        PURCHASE_CLASSES,
        name="headroom",
        cells=tuple(tuple(classes[max(0, capacity - current)] for capacity in range(5)) for current in range(5)),
    )


def test_a_rule_of_ones_own_may_look_at_current_purchases_too():
    table = headroom()

    assert purchase_class(current=0, capacity=4, table=table) is PurchaseClass.A
    assert purchase_class(current=[3, 4], capacity=4, table=table).tolist() == [0, 0]
    assert purchase_class(current=4, capacity=4, influential=True, table=table) is PurchaseClass.VIP


def test_a_table_that_does_not_fit_is_refused():
    with pytest.raises(TableError, match="must be bands that cover 0 to 4"):
        purchase_class(current=1, capacity=1, table=attrs.evolve(PURCHASE_CLASSES, columns=PurchaseLevel))
    with pytest.raises(TableError, match="the cells must hold PurchaseClass"):
        purchase_class(current=1, capacity=1, table=attrs.evolve(PURCHASE_CLASSES, cells=((1.0,) * 5,) * 5))
    with pytest.raises(TypeError, match="table must be a Matrix"):
        purchase_class(current=1, capacity=1, table=HALVES)


@pytest.mark.parametrize("level", [-1, 5, 0.5, 3.999, math.inf, -math.inf, 10**400])
@pytest.mark.parametrize("name", ["current", "capacity"])
def test_a_level_off_the_grid_is_refused(name, level):
    with pytest.raises(DomainError, match=f"{name} must be a whole number at least 0 and at most 4"):
        purchase_class(**{"current": 1, "capacity": 1, name: level})


def test_a_level_off_the_grid_is_counted_in_an_array():
    with pytest.raises(DomainError, match="whole number") as caught:
        purchase_class(current=[1, 2.5, 3.5], capacity=4)
    assert (caught.value.argument, caught.value.index, caught.value.count) == ("current", 1, 2)


def test_what_is_missing_is_an_error_alone_and_missing_in_an_array():
    for inputs in ({"current": None}, {"capacity": math.nan}, {"influential": None}):
        with pytest.raises(MissingError):
            purchase_class(**{"current": 1, "capacity": 1, **inputs})
    answers = purchase_class(current=[None, 1, 1, 1], capacity=[4, None, 4, 4], influential=[True, True, None, True])
    assert answers.tolist() == [-1, -1, -1, 3]


def test_influence_alone_may_be_an_array():
    assert purchase_class(current=0, capacity=4, influential=np.array([True, False])).tolist() == [3, 2]


@pytest.mark.parametrize(
    "inputs",
    [{"current": "1"}, {"current": True}, {"capacity": Decimal(1)}, {"influential": 1}, {"influential": "yes"}],
    ids=str,
)
def test_the_wrong_type_is_refused(inputs):
    with pytest.raises(TypeError, match=next(iter(inputs))):
        purchase_class(**{"current": 1, "capacity": 1, **inputs})


def test_an_explanation_names_the_levels_or_the_influence():
    said = explain(purchase_class, current=0, capacity=4)
    assert "purchasing capacity 4 is heavy" in said
    assert "a convention of this library" in said
    assert "总体购买能力 4 为大量" in explain(purchase_class, current=0, capacity=4, language="zh")
    assert "because influence beyond its purchases" in explain(purchase_class, current=0, capacity=4, influential=True)


def test_frames_class_columns_with_and_without_a_column_of_influence():
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    frames = pytest.importorskip("servicemodel.frames")
    book = pandas.DataFrame({"now": [0, 1, 4], "could": [4.0, None, 2.0], "known": [True, False, False]})

    def classes(**columns):
        scored = frames.score(book, purchase_class, current="now", capacity="could", **columns)
        return [None if pandas.isna(value) else value for value in scored["purchase_class"]]

    assert classes() == ["a", None, "b"]
    assert classes(influential=True) == ["vip", None, "vip"]
    assert classes(influential="known") == ["vip", None, "b"]
