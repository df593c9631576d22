from __future__ import annotations

from math import isnan

import attrs
import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from printed import printed
from servicemodel.errors import DomainError, LabelError, ServiceModelError
from servicemodel.labels import Text
from servicemodel.quality import (
    SERVQUAL_1988,
    SERVQUAL_1994,
    SERVQUAL_EQUAL,
    SERVQUAL_ORDER,
    SERVQUAL_WEIGHTS,
    QualityState,
    RaterDimension,
    servperf,
    servqual,
    servqual_score,
)
from servicemodel.sources import Evidence
from servicemodel.survey import Dimension, Direction, Instrument, Item, MissingItems
from servicemodel.tables import Weight, Weights

R = RaterDimension
REVERSED = [place - 1 for place in (10, 11, 12, 13, 18, 19, 20, 21, 22)]
PRINTED = printed("servqual")[0]
GAPS = {dimension: float(PRINTED[dimension.value]) for dimension in R}


def weights_of(points):
    rows = [Weight(key=key, weight=weight, text=Text(key, key)) for key, weight in points.items()]
    return Weights(name="mine", title=Text("mine", "自定"), evidence=Evidence.CONVENTION, rows=rows)


points = st.fixed_dictionaries({dimension.value: st.integers(0, 100) for dimension in R}).filter(
    lambda found: any(found.values())
)


@st.composite
def surveys(draw, *, least=1, most=5):
    """Draw expectations and perceptions as ticked, on the 22 items."""
    count = draw(st.integers(least, most))
    answers = st.lists(st.integers(1, 7), min_size=22, max_size=22)
    rows = st.lists(answers, min_size=count, max_size=count)
    return np.array(draw(rows), float), np.array(draw(rows), float)


def turned(rows):
    """Return ticked answers with the reverse-keyed ones turned round, or back."""
    found = np.array(rows, float)
    found[:, REVERSED] = 8 - found[:, REVERSED]
    return found


def near(value, other):
    return value == pytest.approx(other, rel=1e-9, abs=1e-9)


# --- many respondents ------------------------------------------------------------------------------------------------

#: The dimensions and numbers of items of SERVQUAL on a scale wide enough for the gaps of the example.
EXAMPLE = attrs.evolve(SERVQUAL_1994, items=SERVQUAL_1988.items, dimensions=SERVQUAL_1988.dimensions)


def test_the_mean_over_items_is_not_the_mean_over_dimensions():
    expected = np.full((1, 22), 4.0)
    row = [4 + GAPS[R(item.dimension)] for item in EXAMPLE.items]
    found = servqual(
        expectations=turned(expected), perceptions=turned([row]), instrument=EXAMPLE, table=SERVQUAL_WEIGHTS
    )

    assert near(found.weighted.gap.value, float(PRINTED["weighted"]))
    assert near(found.unweighted.gap.value, float(PRINTED["unweighted"]))
    assert near(found.over_items.gap.value, float(PRINTED["over_items"]))
    assert found.widest == "reliability"
    assert found.dimension(R.RELIABILITY) is found.dimension("reliability") is found.dimensions["reliability"]
    assert found.dimension(R.TANGIBLES).state is QualityState.BELOW


@given(answers=surveys())
def test_gaps_are_what_they_are_computed_from(answers):
    expectations, perceptions = answers
    found = servqual(expectations=expectations, perceptions=perceptions, table=SERVQUAL_WEIGHTS)
    gap = turned(perceptions) - turned(expectations)
    places = {d: [SERVQUAL_1988.ids.index(i.id) for i in SERVQUAL_1988.items_of(d)] for d in R}
    by_dimension = {d: gap[:, where].mean() for d, where in places.items()}

    for dimension, value in by_dimension.items():
        assert near(found.dimension(dimension).gap.value, value)
    for item, value in zip(SERVQUAL_1988.ids, gap.mean(axis=0), strict=True):
        assert near(found.items[item].gap.value, value)
    assert near(found.unweighted.gap.value, np.mean(list(by_dimension.values())))
    assert near(found.over_items.gap.value, gap.mean())
    assert near(found.weighted.gap.value, servqual_score(**{d.value: v for d, v in by_dimension.items()}))
    assert found.at_ceiling == (turned(expectations) == 7).mean()
    assert all(-6 <= score.gap.value <= 6 for score in found.items.values())


@given(answers=surveys())
def test_swapping_what_was_expected_and_found_turns_the_sign(answers):
    expectations, perceptions = answers
    found = servqual(expectations=expectations, perceptions=perceptions)
    other = servqual(expectations=perceptions, perceptions=expectations)

    assert near(other.unweighted.gap.value, -found.unweighted.gap.value)
    for key, gap in found.dimensions.items():
        assert near(other.dimensions[key].gap.value, -gap.gap.value)


@given(answers=surveys())
def test_servperf_is_servqual_and_what_was_expected(answers):
    expectations, perceptions = answers
    found = servqual(expectations=expectations, perceptions=perceptions, table=SERVQUAL_WEIGHTS)
    alone = servperf(perceptions=perceptions, table=SERVQUAL_WEIGHTS)

    for whole in (found.unweighted, found.weighted, found.over_items, *found.dimensions.values()):
        assert near(whole.perception.value, whole.gap.value + whole.expectation.value)
    assert near(alone.total.value, found.weighted.perception.value)
    assert near(alone.over_items.value, found.over_items.perception.value)
    assert near(servperf(perceptions=perceptions).total.value, found.unweighted.perception.value)


@given(answers=surveys(), shift=st.integers(-5, 5))
def test_a_shift_of_both_changes_no_gap(answers, shift):
    expectations, perceptions = map(turned, answers)
    wide = attrs.evolve(EXAMPLE, scale=attrs.evolve(EXAMPLE.scale, low=-8, high=16))
    plain = attrs.evolve(wide, items=[attrs.evolve(item, reverse_keyed=False) for item in wide.items])
    one = servqual(expectations=expectations, perceptions=perceptions, instrument=plain)
    other = servqual(expectations=expectations + shift, perceptions=perceptions + shift, instrument=plain)

    assert near(one.unweighted.gap.value, other.unweighted.gap.value)


@given(answers=surveys(), points=points)
def test_the_weighted_gap_lies_between_those_of_the_dimensions(answers, points):
    expectations, perceptions = answers
    found = servqual(expectations=expectations, perceptions=perceptions, table=weights_of(points))
    values = [gap.gap.value for gap in found.dimensions.values()]

    assert min(values) - 1e-9 <= found.weighted.gap.value <= max(values) + 1e-9


@given(answers=surveys())
def test_equal_weights_are_none(answers):
    expectations, perceptions = answers
    found = servqual(expectations=expectations, perceptions=perceptions, table=SERVQUAL_EQUAL)

    assert near(found.weighted.gap.value, found.unweighted.gap.value)


@given(answers=surveys(least=2), random=st.randoms(use_true_random=False))
def test_the_order_of_respondents_does_not_matter(answers, random):
    expectations, perceptions = answers
    order = list(range(len(expectations)))
    random.shuffle(order)
    one = servqual(expectations=expectations, perceptions=perceptions)
    other = servqual(expectations=expectations[order], perceptions=perceptions[order])

    assert near(one.unweighted.gap.value, other.unweighted.gap.value)
    assert near(one.unweighted.gap.standard_error, other.unweighted.gap.standard_error)


@settings(deadline=None)
@given(answers=surveys(least=2, most=4), data=st.data())
def test_missing_answers_are_dropped_from_both_sides(answers, data):
    expectations, perceptions = answers
    place = st.tuples(st.integers(0, len(expectations) - 1), st.integers(0, 21))
    for rows in answers:
        for hole in data.draw(st.lists(place, max_size=20)):
            rows[hole] = np.nan
    rule = data.draw(st.sampled_from(MissingItems))
    found = servqual(expectations=expectations, perceptions=perceptions, missing_items=rule)

    for key, gap in found.dimensions.items():
        own = found.respondents[key]
        assert gap.gap.n == gap.expectation.n == gap.perception.n == int((~np.isnan(own)).sum())
        assert gap.gap.n + gap.gap.missing == len(expectations)
        if gap.gap.value is None:
            assert gap.state is None
        else:
            assert near(gap.gap.value, gap.perception.value - gap.expectation.value)
            assert near(gap.gap.value, np.nanmean(own))
    pooled = np.nanmean(turned(perceptions) - turned(expectations)) if found.at_ceiling is not None else None
    if pooled is not None and not np.isnan(expectations + perceptions).any():
        assert near(found.over_items.gap.value, pooled)


def test_nobody_answered_is_no_value_and_no_error():
    found = servqual(expectations=[[None] * 22], perceptions=[[5] * 22])

    assert found.unweighted.gap.value is found.weighted is found.at_ceiling is found.widest is None
    assert found.unweighted.state is None
    assert isnan(found.respondents["empathy"][0])
    assert "gap: —" in str(found)


def test_rounding_of_sums_is_no_gap():
    expectations = turned([[4, 5, 5, *[5] * 19], [5, 4, 4, *[5] * 19], [4, 4, 4, *[5] * 19]])
    perceptions = turned([[5, 5, 5, *[5] * 19], [4, 4, 4, *[5] * 19], [4, 4, 4, *[5] * 19]])

    assert servqual(expectations=expectations, perceptions=perceptions).unweighted.state is QualityState.MEETS


def test_survey_weights_count_respondents():
    expectations = turned(np.full((2, 22), 7))
    perceptions = turned([[5] * 22, [7] * 22])
    found = servqual(expectations=expectations, perceptions=perceptions, weight=[3, 1])

    assert found.unweighted.gap.value == -1.5


def test_an_instrument_of_ones_own_brings_its_weights():
    own = Instrument(
        name="own",
        title=Text("Own", "自拟"),
        dimensions=[Dimension(key=key, title=Text(key, key)) for key in ("speed", "care")],
        items=[Item(id=key, text=Text(key, key), dimension=key) for key in ("speed", "care")],
        scale=SERVQUAL_1988.scale,
        weights=weights_of({"speed": 3, "care": 1}),
    )
    found = servqual(expectations=[[7, 7]], perceptions=[[5, 7]], instrument=own)

    assert (found.weighted.gap.value, found.unweighted.gap.value) == (-1.5, -1)
    assert found.table is own.weights
    with pytest.raises(ServiceModelError, match="the dimensions of 'own'"):
        servqual(expectations=[[7, 7]], perceptions=[[5, 7]], instrument=own, table=SERVQUAL_WEIGHTS)
    lower = attrs.evolve(own, scale=attrs.evolve(own.scale, direction=Direction.LOWER_IS_BETTER))
    with pytest.raises(ServiceModelError, match="lower is better"):
        servqual(expectations=[[7, 7]], perceptions=[[5, 7]], instrument=lower)


def test_answers_of_other_people_are_refused():
    full = [[5] * 22]
    with pytest.raises(ServiceModelError, match="expectations are of 1 respondents, perceptions of 2"):
        servqual(expectations=full, perceptions=full * 2)
    with pytest.raises(ServiceModelError, match="perceptions must have a column for each of the 22 items"):
        servqual(expectations=full, perceptions=[[5] * 21])
    with pytest.raises(DomainError, match=r"expectations\['q1'\]"):
        servqual(expectations=[[8] * 22], perceptions=full)
    with pytest.raises(LabelError, match="MissingItems"):
        servqual(expectations=full, perceptions=full, missing_items="some")
    with pytest.raises(DomainError, match="confidence"):
        servqual(expectations=full, perceptions=full, confidence=0)
    with pytest.raises(LabelError, match="price"):
        servqual(expectations=full, perceptions=full).dimension("price")
    with pytest.raises(TypeError, match="instrument must be an Instrument"):
        servqual(expectations=full, perceptions=full, instrument="SERVQUAL")
    with pytest.raises(TypeError, match="instrument must be an Instrument"):
        servperf(perceptions=full, instrument="SERVQUAL")


def test_expectations_at_the_top_are_counted_after_turning():
    ticked = turned(np.full((1, 22), 7))

    assert servqual(expectations=ticked, perceptions=ticked).at_ceiling == 1
    assert servqual(expectations=np.full((1, 22), 7), perceptions=ticked).at_ceiling == 13 / 22


@given(answers=surveys(least=3, most=3))
def test_the_result_prints_itself_in_both_languages(answers):
    expectations, perceptions = answers
    assume(np.ptp(turned(perceptions).mean(axis=1)) > 0)
    found = servqual(expectations=expectations, perceptions=perceptions, table=SERVQUAL_WEIGHTS)

    assert "Zeithaml, Parasuraman &amp; Berry (1990)" in found.to_html()
    lines = found.describe("zh").splitlines()
    assert lines[0] == "服务质量：感知减期望（SERVQUAL 量表，22 题（1988））"
    assert [line.split("：")[0].strip() for line in lines[1:6]] == [dimension.zh for dimension in SERVQUAL_ORDER]
