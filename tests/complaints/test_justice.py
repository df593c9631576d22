"""Justice of a recovery: a mean that no link pulls out of its range, and the weakest link by name."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    JUSTICE_WEIGHTS,
    TRIAGE,
    JusticeDimension,
    TableError,
    Weight,
    explain,
    recovery_justice,
    weakest_justice,
)
from servicemodel.errors import DomainError, MissingError

NAMES = [member.value for member in JusticeDimension]
scores = st.floats(0, 1)
triples = st.fixed_dictionaries(dict.fromkeys(NAMES, scores))


def weighted(*weights):
    rows = [attrs.evolve(row, weight=weight) for row, weight in zip(JUSTICE_WEIGHTS.rows, weights, strict=True)]
    return attrs.evolve(JUSTICE_WEIGHTS, rows=rows)


weights = st.lists(st.floats(0.001, 1000), min_size=3, max_size=3).map(lambda drawn: weighted(*drawn))


@given(given=triples, table=weights)
def test_the_mean_lies_between_the_lowest_and_the_highest_score(given, table):
    found = recovery_justice(**given, table=table)

    assert min(given.values()) - 1e-12 <= found <= max(given.values()) + 1e-12


@given(given=triples, name=st.sampled_from(NAMES), other=scores, table=weights)
def test_more_of_any_kind_of_justice_is_never_less_in_all(given, name, other, table):
    lower, higher = sorted((given[name], other))

    assert (
        recovery_justice(**{**given, name: lower}, table=table)
        <= recovery_justice(**{**given, name: higher}, table=table) + 1e-12
    )


@given(given=triples)
def test_the_weakest_has_the_lowest_score_and_is_the_first_of_its_equals(given):
    found = weakest_justice(**given)

    assert given[found.value] == min(given.values())
    assert all(given[member.value] > given[found.value] for member in JusticeDimension if member.code < found.code)


@given(given=triples)
def test_another_scale_moves_the_mean_with_it_and_leaves_the_weakest(given):
    stretched = {name: 1 + 6 * score for name, score in given.items()}

    assert recovery_justice(**stretched, scale=(1, 7)) == pytest.approx(1 + 6 * recovery_justice(**given))
    if len({round(score, 9) for score in given.values()}) == 3:
        assert weakest_justice(**stretched, scale=(1, 7)) is weakest_justice(**given)


def test_weights_of_ones_own_count_and_a_weight_of_zero_leaves_a_score_out():
    given = {"distributive": 1, "procedural": 0, "interactional": 0.5}

    assert recovery_justice(**given, table=weighted(1, 0, 0)) == 1
    assert recovery_justice(**given, table=weighted(1, 1, 2)) == 0.5


def test_weights_under_other_keys_are_refused():
    given = dict.fromkeys(NAMES, 1)
    other = Weight(key="speed", weight=1, text=JUSTICE_WEIGHTS.title)

    with pytest.raises(TableError, match="the keys must be distributive, procedural, interactional; got speed"):
        recovery_justice(**given, table=attrs.evolve(JUSTICE_WEIGHTS, rows=(other,)))
    with pytest.raises(TypeError, match="table must be Weights; got Matrix"):
        recovery_justice(**given, table=TRIAGE)


@pytest.mark.parametrize("model", [recovery_justice, weakest_justice])
def test_scores_outside_the_scale_are_refused_on_both_sides(model):
    given = dict.fromkeys(NAMES, 0.5)

    for name in NAMES:
        for edge in (0, 1):
            model(**{**given, name: edge})
        for outside in (-1e-9, 1 + 1e-9):
            with pytest.raises(DomainError, match=f"{name} must be a finite number at least 0 and at most 1"):
                model(**{**given, name: outside})
        with pytest.raises(MissingError, match=f"{name} is missing"):
            model(**{**given, name: None})
    with pytest.raises(DomainError, match="at most 5"):
        model(distributive=1, procedural=6, interactional=5, scale=(1, 5))
    with pytest.raises(DomainError, match="scale must be"):
        model(**given, scale=(1, 1))


def test_the_weakest_of_columns_beside_single_values():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    frame = nw.from_native(pandas.DataFrame({"s": [0.1, 0.5, 0.9]}))
    given = {"distributive": 0.5, "procedural": 0.6}

    for name, expected in (("interactional", [2, 0, 0]), ("procedural", [1, 0, 0]), ("distributive", [0, 0, 2])):
        rest = {"distributive": 0.5, "procedural": 0.6, "interactional": 0.55, **given}
        scored = frame.select(weakest=weakest_justice(**{**rest, name: nw.col("s")}))
        numbers = [weakest_justice(**{**rest, name: score}) for score in (0.1, 0.5, 0.9)]

        assert scored["weakest"].to_list() == [member.value for member in numbers]
        assert weakest_justice(**{**rest, name: [0.1, 0.5, 0.9]}).tolist() == [m.code for m in numbers] == expected


def test_both_say_why():
    given = {"distributive": 5, "procedural": 2, "interactional": 4, "scale": (1, 5)}

    assert "procedural (control, timeliness, flexibility) 2 × 33 %" in explain(recovery_justice, **given)
    assert "; the weakest is procedural (" in explain(recovery_justice, **given)
    assert "because 2 is the lowest of 5, 2, 4 (" in explain(weakest_justice, **given)
    assert "2 在 5、2、4 中最低" in explain(weakest_justice, language="zh", **given)
