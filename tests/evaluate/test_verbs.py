"""The verbs say the same for numbers, blocks and expressions, also where no model asks them yet."""

from __future__ import annotations

import numpy as np
import pytest

from servicemodel import (
    ACCOUNT_PORTFOLIO,
    HALVES,
    NEUTRAL,
    REPURCHASE_INTENTION,
    WAITING_RULES,
    Evidence,
    Half,
    Text,
    WaitCondition,
    Weight,
    Weights,
    perceived_wait,
)
from servicemodel.arguments import Argument
from servicemodel.errors import MissingError
from servicemodel.evaluate.verbs import numbers
from servicemodel.evaluate.verbs.arrays import BlockVerbs

nw = pytest.importorskip("narwhals", reason="needs the extra 'frames'")
pandas = pytest.importorskip("pandas", reason="needs pandas")
expressions = pytest.importorskip("servicemodel.evaluate.verbs.expressions", reason="needs the extra 'frames'")

TEXT = Text("test", "测试")
SCORECARD = Weights(
    name="scorecard",
    title=TEXT,
    evidence=Evidence.CONVENTION,
    rows=[Weight(key="price", weight=1, text=TEXT), Weight(key="quality", weight=3, text=TEXT)],
)


def values_of(expression, **columns):
    frame = nw.from_native(pandas.DataFrame(columns))
    return frame.with_columns(expression.alias("answer"))["answer"].to_list()


def test_a_weighted_mean_is_the_same_however_it_is_asked():
    price, quality = np.array([0.0, 1.0]), np.array([1.0, 0.5])
    expected = [0.75, 0.625]

    assert [
        numbers.weigh(SCORECARD, {"price": p, "quality": q}) for p, q in zip(price, quality, strict=True)
    ] == expected
    assert BlockVerbs(np.empty(2)).weigh(SCORECARD, {"price": price, "quality": quality}).tolist() == expected
    asked = expressions.weigh(SCORECARD, {"price": nw.col("price"), "quality": nw.col("quality")})
    assert values_of(asked, price=price, quality=quality) == expected


def test_a_band_is_the_same_however_it_is_asked():
    values = np.array([0.0, 0.4999, 0.5, 1.0])
    expected = [Half.LOW, Half.LOW, Half.HIGH, Half.HIGH]

    assert [numbers.classify(HALVES, value) for value in values] == expected
    assert Half.decode(BlockVerbs(np.empty(4, np.int8)).classify(HALVES, values)).tolist() == expected
    assert values_of(expressions.classify(HALVES, nw.col("x")), x=values) == expected


def test_a_constant_place_meets_a_column_in_a_matrix():
    values = [0.2, 0.9]

    banded = expressions.look_up(ACCOUNT_PORTFOLIO, 0.9, nw.col("x"))
    labelled = expressions.look_up(REPURCHASE_INTENTION, nw.col("x"), REPURCHASE_INTENTION.columns.MINOR)

    assert values_of(banded, x=values) == ["invest_selectively", "invest_for_growth"]
    assert values_of(labelled, x=["unresolved", "resolved"]) == [0.46, 0.7]


def test_a_condition_without_effect_leaves_the_column_as_it_is():
    felt = perceived_wait(minutes=nw.col("t"), conditions={WaitCondition.SOLO: nw.col("solo")}, profile=NEUTRAL)

    assert values_of(felt, t=[5.0, 7.0], solo=[True, False]) == [5, 7]


def test_a_constant_flag_beside_a_column_of_flags_is_checked():
    both = {WaitCondition.SOLO: nw.col("solo"), "unfair": True}

    felt = values_of(perceived_wait(minutes=5, conditions=both), solo=[True, False])

    assert felt == pytest.approx([perceived_wait(minutes=5, conditions=mask) for mask in (160, 32)], rel=1e-12)
    with pytest.raises(MissingError, match="UNFAIR is missing"):
        perceived_wait(minutes=5, conditions={**both, "unfair": None})
    with pytest.raises(TypeError, match="UNFAIR must be True or False"):
        perceived_wait(minutes=5, conditions={**both, "unfair": 1})


@pytest.mark.parametrize("verbs", [numbers, BlockVerbs(np.empty(1)), expressions], ids=["numbers", "arrays", "frames"])
def test_a_constant_condition_is_turned_round_in_every_kind(verbs):
    assert not verbs.negated(True)  # noqa: FBT003 - a condition
    assert verbs.negated(False)  # noqa: FBT003


def test_an_answer_gives_way_to_another_answer_where_the_condition_holds():
    frame = nw.from_native(pandas.DataFrame({"holds": [True, False]}))
    high, low = nw.lit("high"), nw.lit("low")

    column = frame.select(level=expressions.override(nw.col("holds"), high, low))
    constant = frame.select(level=expressions.override(True, high, low))  # noqa: FBT003 - a condition
    codes = BlockVerbs(np.empty(2)).override(np.array([True, False]), np.int8(1), np.int8(0))

    assert column["level"].to_list() == ["high", "low"]
    assert set(constant["level"].to_list()) == {"high"}
    assert codes.tolist() == [1, 0]


def test_the_space_of_the_answer_is_lent_once():
    """A kernel that uses a verb twice must not find its first result overwritten."""
    out = np.empty(2)
    do = BlockVerbs(out)
    law = {"scale": 1.0, "reference": 1.0, "exponent": 0.5, "factors": WAITING_RULES, "condition": 0}

    first = do.power_law(np.array([4.0, 9.0]), **law)
    second = do.power_law(np.array([16.0, 25.0]), **law)

    assert first is out
    assert first == pytest.approx([2, 3])
    assert second == pytest.approx([4, 5])


def test_a_kind_of_argument_must_say_what_it_takes():
    with pytest.raises(NotImplementedError):
        Argument(name="x", meaning=TEXT).allowed()
