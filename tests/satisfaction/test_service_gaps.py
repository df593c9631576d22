from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from servicemodel import disconfirmation, explain, service_adequacy, service_superiority
from servicemodel.errors import DomainError, MissingError

points = st.integers(-(10**6), 10**6)


@given(performance=points, levels=st.tuples(points, points).map(sorted))
def test_adequacy_exceeds_superiority_by_the_width_of_the_zone(performance, levels):
    adequate, desired = levels
    adequacy = service_adequacy(performance=performance, adequate=adequate)
    superiority = service_superiority(performance=performance, desired=desired)

    assert adequacy - superiority == desired - adequate >= 0
    assert adequacy >= superiority


@given(performance=points, level=points, shift=points)
def test_moving_both_changes_neither_gap(performance, level, shift):
    for model, name in ((service_adequacy, "adequate"), (service_superiority, "desired")):
        assert model(performance=performance + shift, **{name: level + shift}) == model(
            performance=performance, **{name: level}
        )


@given(performance=st.floats(-1e300, 1e300), level=st.floats(-1e300, 1e300))
def test_both_gaps_are_disconfirmations_of_another_standard(performance, level):
    expected = disconfirmation(performance=performance, expectation=level)

    assert service_adequacy(performance=performance, adequate=level) == expected
    assert service_superiority(performance=performance, desired=level) == expected


@pytest.mark.parametrize(("model", "name"), [(service_adequacy, "adequate"), (service_superiority, "desired")])
def test_bad_levels_are_refused_by_name(model, name):
    with pytest.raises(DomainError, match=f"{name} must be a finite number"):
        model(performance=1, **{name: math.inf})
    with pytest.raises(MissingError, match=f"{name} is missing"):
        model(performance=1, **{name: None})
    with pytest.raises(TypeError, match=f"{name} must be"):
        model(performance=1, **{name: "8"})


def test_both_are_explained_in_both_languages():
    assert "0.5 [points]" in explain(service_adequacy, performance=7.0, adequate=6.5)
    assert "服务优越度" in explain(service_superiority, performance=7.0, desired=8.0, language="zh")
