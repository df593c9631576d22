from __future__ import annotations

from math import isnan

import attrs
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from servicemodel.errors import DomainError, LabelError, ServiceModelError
from servicemodel.labels import Label, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import KISH_1965
from servicemodel.strategies import instruments
from servicemodel.survey import FIVE_POINT, SEVEN_POINT, Dimension, Instrument, Item, MissingItems, mean_score, without
from servicemodel.tables import Weight, Weights

WORDS = Text("words", "文字")


class Part(Label):
    SPEED = "speed", "speed", "速度"
    CARE = "care", "care", "关怀"


def weights_of(**points):
    rows = [Weight(key=key, weight=weight, text=WORDS) for key, weight in points.items()]
    return Weights(name="points", title=WORDS, evidence=Evidence.CONVENTION, rows=rows)


ITEMS = (
    Item(id="quick", text=Text("Answers come quickly", "答复及时"), dimension=Part.SPEED),
    Item(id="slow", text=Text("I wait too long", "等待太久"), dimension="speed", reverse_keyed=True),
    Item(id="kind", text=Text("People are kind", "员工友善"), dimension=Part.CARE),
)
DESK = Instrument(
    name="desk", title=Text("Service desk", "服务台"), dimensions=Part, items=ITEMS, scale=without(FIVE_POINT, 0)
)
ANSWERS = {"quick": [5, 3, 4, None], "slow": [1, 5, None, 0], "kind": [4, 2, 3, 5]}


# --- reading ---------------------------------------------------------------------------------------------------------


def test_each_dimension_is_the_mean_of_respondents_means_with_its_answers_and_missing_ones():
    scores = DESK.read(ANSWERS)

    speed, care = scores.dimension(Part.SPEED), scores.dimension("care")
    assert (speed.value, speed.n, speed.missing) == (3.5, 2, 2)
    assert (care.value, care.n, care.missing) == (3.5, 4, 0)
    assert scores.items["slow"].value == 3  # 5 and 1, turned round
    assert (scores.total.value, scores.total.n) == (np.mean([4.5, 2]), 2)
    assert scores.over_items.value == pytest.approx(np.mean([14 / 3, 2]))
    np.testing.assert_array_equal(scores.respondents["speed"], [5, 2, np.nan, np.nan])
    np.testing.assert_array_equal(scores.respondent_totals, [4.5, 2, np.nan, np.nan])


def test_half_of_the_items_or_any_may_be_enough():
    three = attrs.evolve(DESK, items=[*ITEMS, attrs.evolve(ITEMS[0], id="again")])
    answers = {**ANSWERS, "again": [5, 1, None, None]}
    of = {rule: three.read(answers, missing_items=rule).dimension("speed").n for rule in MissingItems}

    assert of == {MissingItems.COMPLETE: 2, MissingItems.HALF: 2, MissingItems.AVAILABLE: 3}
    assert DESK.read(ANSWERS, missing_items="half").dimension("speed").n == 3
    assert [rule.least(4) for rule in MissingItems] == [4, 2, 1]
    assert [rule.least(5) for rule in MissingItems] == [5, 3, 1]


def test_weights_make_the_total_and_a_dimension_without_weight_does_not_count():
    weighed = attrs.evolve(DESK, weights=weights_of(care=3, speed=1)).read(ANSWERS)
    care_alone = attrs.evolve(DESK, weights=weights_of(care=1, speed=0)).read(ANSWERS)

    assert weighed.total.value == pytest.approx(np.mean([0.25 * 5 + 0.75 * 4, 2]))
    assert (care_alone.total.value, care_alone.total.n) == (3.5, 4)


def test_survey_weights_count_respondents():
    scores = DESK.read(ANSWERS, weight=[3, 1, 1, 1])

    assert scores.dimension("speed").value == (3 * 5 + 2) / 4
    assert scores.total.weighted


def test_rows_of_respondents_are_read_in_the_order_of_the_items():
    rows = [[5, 1, 4], [3, 5, 2], [4, None, 3], [None, 0, 5]]

    assert DESK.read(rows) == DESK.read(ANSWERS) == DESK.read(np.array(rows, object))


def test_nobody_answered_is_no_value_and_no_error():
    for answers in ({"quick": [], "slow": [], "kind": []}, [[None, None, None]], np.zeros((0, 3))):
        scores = DESK.read(answers)

        assert scores.total.value is None
        assert scores.total.n == 0


@settings(deadline=None)
@given(instrument=instruments(), data=st.data())
def test_every_score_lies_on_the_scale_and_equals_the_mean_of_its_respondents(instrument, data):
    scale = instrument.scale
    answers = st.none() | st.integers(int(scale.low), int(scale.high))
    people = data.draw(st.integers(0, 6))
    given_ = {id_: data.draw(st.lists(answers, min_size=people, max_size=people)) for id_ in instrument.ids}
    rule = data.draw(st.sampled_from(MissingItems))
    scores = instrument.read(given_, missing_items=rule)

    for key, score in scores.dimensions.items():
        known = scores.respondents[key][~np.isnan(scores.respondents[key])]
        assert (score.n, score.missing) == (known.size, people - known.size)
        if known.size:
            assert score.value == pytest.approx(known.mean())
            assert scale.low <= known.min() <= known.max() <= scale.high
    if scores.total.value is not None:
        values = [scores.respondents[key] for key, share in instrument.shares(instrument.weights).items() if share]
        assert scores.total.n == int((~np.isnan(np.array(values))).all(axis=0).sum())
    if rule is MissingItems.COMPLETE and len(instrument.items) == 1:
        plain = mean_score(answers=list(instrument.columns(given_)["q1"]), scale=attrs.evolve(scale, missing=()))
        assert scores.total.value == plain.value


@given(instrument=instruments(), data=st.data())
def test_turning_an_item_twice_is_not_turning_it(instrument, data):
    scale = instrument.scale
    row = [data.draw(st.integers(int(scale.low), int(scale.high))) for _ in instrument.items]
    once = {id_: column[0] for id_, column in instrument.columns([row]).items()}
    twice = {id_: column[0] for id_, column in instrument.columns([list(once.values())]).items()}

    assert list(twice.values()) == row
    assert all((once[i.id] != given_) <= i.reverse_keyed for i, given_ in zip(instrument.items, row, strict=True))


@given(order=st.permutations(range(4)))
def test_the_order_of_respondents_does_not_matter(order):
    mixed = {id_: [column[place] for place in order] for id_, column in ANSWERS.items()}

    assert DESK.read(mixed).total.value == pytest.approx(DESK.read(ANSWERS).total.value)


def test_alpha_of_each_dimension_with_two_items_or_more():
    found = DESK.alphas({"quick": [5, 3, 4], "slow": [1, 3, 2], "kind": [4, 2, 3]}, confidence=None)

    assert list(found) == ["speed"]
    assert found["speed"].alpha == pytest.approx(1)


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"items": [*ITEMS, ITEMS[0]]}, ServiceModelError, "'quick' stands twice"),
        ({"dimensions": [*Part, Part.CARE]}, ServiceModelError, "'care' stands twice"),
        ({"dimensions": [Part.SPEED]}, ServiceModelError, "item 'kind' belongs to 'care'; its dimensions are 'speed'"),
        ({"items": ITEMS[:2]}, ServiceModelError, r"without an item: \['care'\]"),
        ({"items": (), "dimensions": ()}, ServiceModelError, "needs dimensions with items"),
        ({"dimensions": ["speed", "care"]}, TypeError, "dimensions holds 'speed'; give Dimensions"),
        ({"dimensions": "speed"}, TypeError, "dimensions holds 'speed'"),
        ({"dimensions": None}, TypeError, "dimensions holds None"),
        ({"items": None}, TypeError, "items must be a list of Item; got None"),
        ({"items": "quick"}, TypeError, "items must be a list of Item; got 'quick'"),
        ({"items": ["quick"]}, TypeError, "items holds 'quick'"),
        ({"weights": weights_of(speed=1)}, ServiceModelError, "weights 'points' are of"),
        ({"weights": weights_of(speed=1, care=1, price=1)}, ServiceModelError, "weights 'points' are of"),
        ({"weights": {"speed": 1}}, TypeError, "^weights must be of type Weights or None; got"),
        ({"scale": (1, 5)}, TypeError, "^scale must be of type Scale; got"),
        ({"title": "Desk"}, TypeError, "^title must be of type Text; got 'Desk'"),
        ({"name": " "}, LabelError, "name"),
        ({"language": "fr"}, ServiceModelError, "language"),
    ],
)
def test_an_instrument_that_contradicts_itself_is_refused(changes, error, words):
    with pytest.raises(error, match=words):
        attrs.evolve(DESK, **changes)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"id": ""}, LabelError),
        ({"dimension": None}, LabelError),
        ({"text": "x"}, TypeError),
        ({"reverse_keyed": 1}, TypeError),
    ],
)
def test_an_item_that_is_none_is_refused(changes, error):
    with pytest.raises(error):
        attrs.evolve(ITEMS[0], **changes)


def test_a_dimension_needs_a_key_and_a_title():
    with pytest.raises(LabelError, match="key"):
        Dimension(key="", title=WORDS)
    with pytest.raises(TypeError):
        Dimension(key="speed", title="speed")


@pytest.mark.parametrize(
    ("answers", "error", "words"),
    [
        ({"quick": [1], "slow": [1]}, ServiceModelError, r"absent: \['kind'\], unknown: \[\]"),
        ({**ANSWERS, "price": [1] * 4}, ServiceModelError, r"unknown: \['price'\]"),
        ({**ANSWERS, "kind": [4, 2]}, ServiceModelError, r"answers\['kind'\] has 2"),
        ({**ANSWERS, "kind": [[4, 2, 3, 5]]}, ServiceModelError, "list of answers"),
        ({**ANSWERS, "kind": [4, 2, 3, 6]}, DomainError, r"answers\['kind'\]"),
        ({**ANSWERS, "kind": [4, 2, 3, "good"]}, TypeError, "good"),
        ([[1, 2]], ServiceModelError, "a column for each of the 3 items"),
        ([1, 2, 3], ServiceModelError, "a column for each of the 3 items"),
        (pd.DataFrame(ANSWERS), TypeError, "frame"),
        ("answers", TypeError, "map item ids"),
    ],
)
def test_answers_to_something_else_are_refused(answers, error, words):
    with pytest.raises(error, match=words):
        DESK.read(answers)


def test_scales_cannot_be_mixed():
    with pytest.raises(DomainError, match="seven-point"):
        attrs.evolve(DESK, scale=SEVEN_POINT).read([[8, 1, 1]])
    with pytest.raises(DomainError, match="five-point"):
        DESK.read([[6, 1, 1]])


def test_an_unknown_dimension_rule_or_confidence_is_refused():
    with pytest.raises(LabelError, match="'price' is no dimension of 'desk'"):
        DESK.items_of("price")
    with pytest.raises(LabelError, match="price"):
        DESK.read(ANSWERS).dimension("price")
    with pytest.raises(LabelError, match="MissingItems"):
        DESK.read(ANSWERS, missing_items="some")
    with pytest.raises(DomainError, match="confidence"):
        DESK.read(ANSWERS, confidence=2)
    with pytest.raises(TypeError, match="Weights"):
        DESK.shares({"speed": 1})


# --- showing ---------------------------------------------------------------------------------------------------------


def test_an_instrument_speaks_its_own_language_and_the_other():
    chinese = attrs.evolve(DESK, language="zh", citations=[Citation(KISH_1965, Evidence.CONVENTION)])

    assert str(chinese).splitlines() == [
        "服务台",
        "  quick：答复及时；速度",
        "  slow：等待太久；速度；反向计分",
        "  kind：员工友善；关怀",
    ]
    assert "  slow: I wait too long; speed; reverse-keyed" in chinese.describe("en")
    assert "Kish" in chinese._repr_html_()
    assert "five-point scale (1 … 5)" in DESK.grid().notes[0]


def test_text_from_data_is_escaped():
    odd = attrs.evolve(DESK, items=[attrs.evolve(ITEMS[0], text=Text("<b>", "<b>")), *ITEMS[1:]])

    assert "<b>" not in odd._repr_html_()


def test_scores_print_themselves_in_both_languages():
    scores = DESK.read({"quick": [5, None], "slow": [1, None], "kind": [4, None]})

    assert "speed: mean: 5; 95 % interval: —; answers: 1; missing: 1" in str(scores)
    assert "只计答完全部题项者" in scores.describe("zh")
    assert "服务台" in scores.to_html("zh")
    empty = DESK.read([[None] * 3])
    assert "mean: —" in str(empty)
    assert isnan(empty.respondent_totals[0])
