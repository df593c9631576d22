"""Triage: total, monotone, by what a complaint is and whose, and by nothing else."""

from __future__ import annotations

import inspect
from itertools import product

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    JUSTICE_WEIGHTS,
    TRIAGE,
    Cell,
    ComplaintGravity,
    CustomerValue,
    Evidence,
    Severity,
    TableError,
    Text,
    TriagePriority,
    explain,
    triage,
)
from servicemodel.errors import LabelError, MissingError

EVERY = list(product(Severity, (False, True), CustomerValue))
LOW, NORMAL, HIGH, URGENT = TriagePriority


def own(*rows):
    return attrs.evolve(TRIAGE, name="own", evidence=Evidence.ASSUMED, citations=(), cells=rows)


def priority(severity, justified, value, **more):
    return triage(severity=severity, justified=justified, value=value, **more)


def test_every_complaint_has_a_priority_and_none_that_is_greater_comes_later():
    assert {priority(*case) for case in EVERY} == set(TriagePriority)
    for lesser, greater in product(EVERY, EVERY):
        if all(one <= other for one, other in zip(lesser, greater, strict=True)):
            assert priority(*lesser) <= priority(*greater)


def test_whoever_it_comes_from_a_serious_and_justified_complaint_is_at_least_high():
    assert all(priority("serious", justified=True, value=value) >= HIGH for value in CustomerValue)


def test_nothing_can_be_said_about_how_loud_it_was():
    assert list(inspect.signature(triage).parameters) == ["severity", "value", "justified", "table"]


def test_the_gravity_of_a_complaint_is_its_severity_and_whether_it_is_justified():
    assert [ComplaintGravity.of(s, justified=j) for s in Severity for j in (False, True)] == list(ComplaintGravity)


@given(cells=st.lists(st.lists(st.sampled_from(TriagePriority), min_size=3, max_size=3), min_size=4, max_size=4))
def test_a_table_of_ones_own_is_taken_exactly_when_it_is_monotone(cells):
    by_place = {place: cells[ComplaintGravity.of(place[0], justified=place[1]).code][place[2].code] for place in EVERY}
    monotone = all(
        by_place[lesser] <= by_place[greater]
        for lesser, greater in product(EVERY, EVERY)
        if all(one <= other for one, other in zip(lesser, greater, strict=True))
    )

    if monotone:
        assert all(priority(*place, table=own(*cells)) is by_place[place] for place in EVERY)
    else:
        with pytest.raises(TableError, match=r"table 'own': a complaint that is .* but the lesser one"):
            priority(*EVERY[0], table=own(*cells))


def test_a_justified_trifle_and_an_unjustified_grave_complaint_may_stand_in_either_order():
    rows = [[LOW] * 3, [HIGH] * 3, [NORMAL] * 3, [URGENT] * 3]

    assert priority("ordinary", justified=True, value="low", table=own(*rows)) is HIGH
    assert priority("ordinary", justified=True, value="low", table=own(rows[0], rows[2], rows[1], rows[3])) is NORMAL


def test_a_table_in_which_something_greater_comes_later_is_refused_by_name():
    rows = [[LOW] * 3, [NORMAL, NORMAL, LOW], [NORMAL] * 3, [URGENT] * 3]

    with pytest.raises(
        TableError,
        match="a complaint that is ordinary, justified, high value is 'low', but the lesser one,"
        " ordinary, justified, low value, is 'normal'",
    ):
        priority("serious", justified=True, value="low", table=own(*rows))


def test_what_is_no_such_table_is_refused():
    with pytest.raises(TypeError, match="table must be a Matrix; got Weights"):
        priority("serious", justified=True, value="low", table=JUSTICE_WEIGHTS)
    with pytest.raises(TableError, match="rows ComplaintGravity, columns CustomerValue and answers TriagePriority"):
        priority("serious", justified=True, value="low", table=TRIAGE.transposed())
    with pytest.raises(TableError, match="answers TriagePriority"):
        priority("serious", justified=True, value="low", table=own(*[[1.0] * 3] * 4))


def test_arrays_take_a_mixture_of_columns_and_single_values():
    found = triage(severity="serious", value=["low", "medium", None], justified=[True, None, True])

    assert TriagePriority.decode(found).tolist() == [HIGH, None, None]
    assert triage(severity=["ordinary", "serious"], value="high", justified=False).tolist() == [1, 2]


def test_a_column_of_truths_alone_is_enough():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    frame = nw.from_native(pandas.DataFrame({"justified": [True, False]}))

    scored = frame.select(priority=triage(severity="serious", value="high", justified=nw.col("justified")))
    constant = frame.select(priority=triage(severity=nw.lit("serious"), value="high", justified=True))

    assert scored["priority"].to_list() == ["urgent", "high"]
    assert set(constant["priority"].to_list()) == {"urgent"}


def test_unknown_and_missing_inputs_are_refused_by_name():
    with pytest.raises(LabelError, match="'loud' is not a Severity"):
        priority("loud", justified=True, value="low")
    with pytest.raises(MissingError, match="justified is missing"):
        priority("serious", justified=None, value="low")
    with pytest.raises(TypeError, match="justified must be True or False"):
        priority("serious", justified="yes", value="low")


def test_the_reason_says_what_the_complaint_is_whose_and_what_to_do():
    asked = {"severity": "serious", "value": "high", "justified": True}
    rows = [list(row) for row in TRIAGE.cells]
    rows[-1][-1] = Cell(URGENT, Text("call back within the hour", "一小时内回电"))

    said = explain(triage, **asked)

    assert said.startswith(
        "Triage of complaints: urgent, because the complaint is serious, justified, and the customer of high value ("
    )
    assert said.endswith("a convention of this library; nothing is published).")
    assert "投诉分级：紧急，因为该投诉属于“重大、有理”，客户属于“高价值”（" in explain(triage, language="zh", **asked)
    assert "of high value; call back within the hour (" in explain(triage, **asked, table=own(*rows))
