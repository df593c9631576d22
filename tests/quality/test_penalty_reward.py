"""Penalty–reward contrast analysis: coefficients, errors, types, and what it refuses."""

from __future__ import annotations

import sys
from itertools import product

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, LabelError, ServiceModelError, TableError, Text
from servicemodel.quality import (
    IMPACT_TYPES,
    KANO_SCORE_LEVELS,
    ContrastType,
    impact_type,
    penalty_reward,
)
from servicemodel.survey import FIVE_POINT, ZERO_TO_TEN, Scale

ROWS = printed("penalty_reward")
THREE = Scale(name="three", title=Text("three levels", "三级"), low=1, high=3, missing=(0,))
ANY = Scale(name="any", title=Text("any number", "任意数"), low=-1e6, high=1e6)
PEOPLE = list(product((1, 2, 3), repeat=3))
EFFECTS = {row["attribute"]: (float(row["penalty"]), float(row["reward"])) for row in ROWS}
DESIGN = {name: [person[i] for person in PEOPLE] for i, name in enumerate(EFFECTS)}


def overall_of(effects, people=PEOPLE):
    return [
        7 + sum({1: penalty, 3: reward}.get(level, 0) for level, (penalty, reward) in zip(one, effects, strict=True))
        for one in people
    ]


def factorial(**options):
    given_ = {"overall": overall_of(EFFECTS.values()), "ratings": DESIGN, "low": 1, "high": 3, "scale": THREE}
    return penalty_reward(**(given_ | {"overall_scale": ANY} | options))


@pytest.fixture(scope="module")
def noisy():
    rng = np.random.default_rng(11)
    x = rng.integers(1, 6, (300, 2))
    y = 6 - 1.2 * (x[:, 0] <= 2) + 0.1 * (x[:, 0] >= 4) - 0.5 * (x[:, 1] <= 2) + 0.6 * (x[:, 1] >= 4)
    y = y + rng.normal(0, 0.3 + 0.2 * x[:, 0])
    return {
        "overall": y,
        "ratings": {"queue": x[:, 0], "staff": x[:, 1]},
        "low": 2,
        "high": 4,
        "scale": FIVE_POINT,
        "overall_scale": ANY,
    }


def dummies(noisy):
    return np.column_stack(
        [np.ones(300), *(side for x in noisy["ratings"].values() for side in (x <= 2, x >= 4))]
    ).astype(float)


# --- without noise ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [{}, {"errors": "classical"}, {"weight": [1 + i % 4 for i in range(27)]}, {"rule": "magnitude"}],
    ids=str,
)
def test_the_factorial_without_noise_is_recovered(options):
    found = factorial(**options)

    assert found.intercept == pytest.approx(7)
    assert found.r_squared == pytest.approx(1)
    for row in ROWS:
        one = found.contrast_of(row["attribute"])
        assert one.penalty == pytest.approx(float(row["penalty"]))
        assert one.reward == pytest.approx(float(row["reward"]))
        assert one.asymmetry == pytest.approx(float(row["asymmetry"]), abs=5e-7)
        assert one.satisfying == pytest.approx(float(row["satisfying"]), abs=5e-7)
        assert one.satisfying + one.dissatisfying == pytest.approx(1)
        assert (one.low, one.high) == (9, 9)
    assert [one.type.value for one in found.attributes] == ["basic", "performance", "excitement"]
    assert [one.impact.value for one in found.attributes] == ["frustrator", "hybrid", "delighter"]


def test_all_low_and_all_high_fit_as_computed():
    found = factorial()

    assert found.intercept + sum(one.penalty for one in found.attributes) == pytest.approx(4.6)
    assert found.intercept + sum(one.reward for one in found.attributes) == pytest.approx(9.1)


@given(st.floats(0.1, 10), st.floats(-100, 100))
def test_asymmetry_depends_neither_on_the_unit_nor_on_a_constant(times, more):
    plain = factorial()
    changed = factorial(overall=[times * y + more for y in overall_of(EFFECTS.values())])

    for one, other in zip(plain.attributes, changed.attributes, strict=True):
        assert other.asymmetry == pytest.approx(one.asymmetry, abs=1e-9)
        assert other.penalty == pytest.approx(times * one.penalty)
        assert other.type is one.type


def test_turning_everything_round_turns_the_asymmetry_round():
    found = factorial(
        overall=[-y for y in overall_of(EFFECTS.values())],
        ratings={name: [4 - level for level in levels] for name, levels in DESIGN.items()},
    )

    for one, other in zip(factorial().attributes, found.attributes, strict=True):
        assert other.asymmetry == pytest.approx(-one.asymmetry, abs=1e-9)


def test_an_attribute_without_any_effect_is_neutral_and_has_no_asymmetry():
    one = factorial(overall=overall_of([(0, 0), (-1, 1), (-1, 1)])).attributes[0]

    assert (one.penalty, one.reward, one.penalty_p, one.type) == (0, 0, 1, ContrastType.NEUTRAL)
    assert (one.asymmetry, one.impact, one.sign_violated) == (None, None, False)


@pytest.mark.parametrize("effect", [(0.5, 1), (-0.5, -1), (0.5, -1)])
def test_a_coefficient_of_the_wrong_sign_is_flagged(effect):
    one = factorial(overall=overall_of([effect, (-1, 1), (-1, 1)])).attributes[0]

    assert one.sign_violated
    assert (one.asymmetry, one.impact, one.satisfying, one.dissatisfying, one.type) == (None,) * 5


def test_levels_may_differ_by_attribute():
    found = factorial(low={"queue": 1, "courtesy": 1.5, "gift": 1}, high={"queue": 3, "courtesy": 2.5, "gift": 2.01})

    assert [one.type.value for one in found.attributes] == ["basic", "performance", "excitement"]


def test_people_who_lack_a_rating_are_left_out_and_counted():
    ratings = {name: [*levels, 0, 1, 1] for name, levels in DESIGN.items()}
    found = factorial(overall=[*overall_of(EFFECTS.values()), 100, None, 50], ratings=ratings, weight=[1.0] * 29 + [0])

    assert (found.n, found.missing) == (27, 3)
    assert found.contrast_of("queue").penalty == pytest.approx(-1.5)


# --- with noise, by another route ---------------------------------------------------------------------------------------


def test_coefficients_and_classical_errors_are_those_of_the_normal_equations(noisy):
    found = penalty_reward(**noisy, errors="classical")
    x, y = dummies(noisy), noisy["overall"]
    inverse = np.linalg.inv(x.T @ x)
    b = inverse @ x.T @ y
    rest = y - x @ b
    errors = np.sqrt(np.diag(inverse) * (rest @ rest) / (300 - 5))

    assert [v for one in found.attributes for v in (one.penalty, one.reward)] == pytest.approx(b[1:].tolist())
    assert [v for one in found.attributes for v in (one.penalty_error, one.reward_error)] == pytest.approx(
        errors[1:].tolist()
    )
    assert found.r_squared == pytest.approx(1 - rest @ rest / ((y - y.mean()) ** 2).sum())
    assert (found.degrees, found.n) == (295, 300)


@pytest.mark.parametrize("weighted", [False, True])
def test_robust_errors_are_what_leaving_out_each_person_gives(noisy, weighted):
    weight = np.where(np.arange(300) % 3, 1.0, 2.5) if weighted else np.ones(300)
    found = penalty_reward(**noisy, weight=weight if weighted else None)
    x, y = dummies(noisy), noisy["overall"]

    def fitted(rows):
        root = np.sqrt(weight[rows])
        return np.linalg.lstsq(x[rows] * root[:, None], y[rows] * root, rcond=None)[0]

    every = np.arange(300)
    b = fitted(every)
    away = np.array([fitted(np.delete(every, i)) - b for i in every])  # HC3 is the sum of squares of these
    covariance = away.T @ away

    assert [v for one in found.attributes for v in (one.penalty_error, one.reward_error)] == pytest.approx(
        np.sqrt(np.diag(covariance))[1:].tolist()
    )
    assert [v for one in found.attributes for v in (one.penalty, one.reward)] == pytest.approx(b[1:].tolist())


def test_more_people_than_fit_a_block_are_read_as_one(noisy):
    times = 150  # 45,000 people
    many = noisy | {
        "overall": np.tile(noisy["overall"], times),
        "ratings": {name: np.tile(x, times) for name, x in noisy["ratings"].items()},
    }
    few, found = penalty_reward(**noisy, errors="classical"), penalty_reward(**many, errors="classical")

    assert found.n == 45_000
    for one, other in zip(few.attributes, found.attributes, strict=True):
        assert other.penalty == pytest.approx(one.penalty)
        assert other.reward_error == pytest.approx(one.reward_error * np.sqrt(295 / (45_000 - 5)))
        assert other.low == times * one.low


def test_the_unit_of_weights_does_not_matter(noisy):
    weight = np.linspace(0.5, 2, 300)
    light, heavy = penalty_reward(**noisy, weight=weight), penalty_reward(**noisy, weight=1000 * weight)

    for one, other in zip(light.attributes, heavy.attributes, strict=True):
        assert other.penalty == pytest.approx(one.penalty)
        assert other.reward_error == pytest.approx(one.reward_error)


def test_standardised_coefficients_are_in_standard_deviations(noisy):
    raw, standard = penalty_reward(**noisy), penalty_reward(**noisy, standardised=True)
    times = (noisy["ratings"]["queue"] <= 2).std() / noisy["overall"].std()
    one, other = raw.contrast_of("queue"), standard.contrast_of("queue")

    assert other.penalty == pytest.approx(one.penalty * times)
    assert other.penalty_error == pytest.approx(one.penalty_error * times)
    assert other.penalty_p == pytest.approx(one.penalty_p)
    assert standard.intercept == raw.intercept


def test_students_t_is_wider_than_the_normal_distribution(noisy):
    stats = pytest.importorskip("scipy.stats", reason="needs SciPy")
    normal, student = penalty_reward(**noisy), penalty_reward(**noisy, distribution="t")
    one, other = normal.contrast_of("queue"), student.contrast_of("queue")

    assert other.reward_p > one.reward_p
    ratio = abs(other.reward) / other.reward_error
    assert other.reward_p == pytest.approx(2 * stats.t.sf(ratio, 295))
    assert one.reward_p == pytest.approx(2 * stats.norm.sf(ratio))


def test_without_scipy_students_t_names_the_extra(noisy, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.special", None)

    with pytest.raises(ImportError, match=r"servicemodel\[statistics\]"):
        penalty_reward(**noisy, distribution="t")
    assert penalty_reward(**noisy).n == 300


# --- types --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", ["difference", "significance", "magnitude"])
def test_the_rules_agree_where_the_case_is_clear(rule):
    found = factorial(overall=overall_of([(-1.5, 0), (-1, 1), (0, 1.2)]), rule=rule)

    assert [one.type.value for one in found.attributes] == ["basic", "performance", "excitement"]


def test_the_rules_disagree_where_both_are_significant_and_one_is_larger():
    effects = [(-1.5, 0.5), (-1, 1), (-1, 1)]
    types = [
        factorial(overall=overall_of(effects), rule=rule).attributes[0].type.value
        for rule in ("difference", "significance", "magnitude")
    ]

    assert types == ["basic", "performance", "basic"]


def test_similar_sizes_are_performance_up_to_the_share_given():
    found = [
        factorial(overall=overall_of([(-1, 1.5)] * 3), rule="magnitude", similar=similar).attributes[0].type.value
        for similar in (0.19, 0.21)
    ]

    assert found == ["excitement", "performance"]


def test_nothing_significant_is_neutral():
    rng = np.random.default_rng(5)
    noise = rng.normal(5, 1, 27)

    assert {one.type.value for one in factorial(overall=noise, confidence=0.9999).attributes} == {"neutral"}


@pytest.mark.parametrize(
    ("table", "error", "words"),
    [
        ({}, TypeError, "must be Bands"),
        (KANO_SCORE_LEVELS, TableError, "members of ImpactType"),
        (attrs.evolve(IMPACT_TYPES, name="half", rows=IMPACT_TYPES.rows[2:]), TableError, "must cover"),
    ],
)
@pytest.mark.parametrize("model", [impact_type, factorial])
def test_a_table_that_does_not_name_every_index_is_refused(model, table, error, words):
    given_ = {"penalty": -1, "reward": 1} if model is impact_type else {}

    with pytest.raises(error, match=words):
        model(**given_, table=table)


# --- bad input ----------------------------------------------------------------------------------------------------------

LEVELS = DESIGN["queue"]


@pytest.mark.parametrize(
    ("changed", "error", "words"),
    [
        ({"ratings": {}}, ServiceModelError, "ratings is empty"),
        ({"ratings": [1]}, TypeError, "ratings must map each attribute"),
        ({"ratings": {1: LEVELS}}, TypeError, "named by a text; got 1"),
        ({"ratings": {"queue": LEVELS[:-1]}}, ServiceModelError, "one rating a person"),
        ({"ratings": {"queue": [4, *LEVELS[1:]]}}, DomainError, r"ratings\['queue'\] must be"),
        ({"overall": [[1, 2]]}, ServiceModelError, "overall must have one dimension"),
        ({"overall": [5] * 27}, ServiceModelError, "overall does not vary"),
        ({"scale": (1, 3)}, TypeError, "scale must be a Scale"),
        ({"overall_scale": "ten"}, TypeError, "overall_scale must be a Scale"),
        ({"low": 3, "high": 1}, DomainError, "low must be below high, 1, for 'queue'"),
        ({"low": 2, "high": 2}, DomainError, "low must be below high"),
        ({"low": 0}, DomainError, "low must be a rating from 1 to 3"),
        ({"high": float("nan")}, DomainError, "high must be a rating from 1 to 3"),
        ({"low": None}, TypeError, "low must be a number"),
        ({"low": {"queue": 1, "gift": "1", "courtesy": 1}}, TypeError, r"low\['gift'\] must be a number"),
        ({"low": {"queue": 1}}, ServiceModelError, "see 'courtesy', 'gift'"),
        ({"high": {**dict.fromkeys(DESIGN, 3), "x": 3}}, ServiceModelError, "see 'x'"),
        ({"low": 1, "high": 1.5}, ServiceModelError, "no rating between 1 and 1.5 among 27"),
        ({"ratings": DESIGN | {"queue": [2] * 18 + [3] * 9}}, ServiceModelError, "'queue' has no low rating"),
        ({"ratings": DESIGN | {"queue": [1] * 9 + [2] * 18}}, ServiceModelError, "'queue' has no high rating"),
        ({"ratings": DESIGN | {"again": LEVELS}}, ServiceModelError, "low 'again' follows from those before it"),
        ({"weight": [1] * 27, "errors": "classical"}, ServiceModelError, "need robust errors"),
        ({"weight": [-1] * 27}, DomainError, "weight"),
        ({"weight": [0] * 27}, ServiceModelError, "among 0 complete answers"),
        ({"weight": [1] * 26}, ServiceModelError, "one weight an answer"),
        ({"errors": "hc9"}, LabelError, "ContrastErrors"),
        ({"rule": "best"}, LabelError, "ContrastRule"),
        ({"distribution": "cauchy"}, LabelError, "TailDistribution"),
        ({"confidence": 1}, DomainError, "confidence"),
        ({"similar": 1}, DomainError, "similar must be at least 0 and below 1"),
        ({"similar": "a"}, TypeError, "similar must be a number"),
    ],
)
def test_an_analysis_refuses_what_it_cannot_tell(changed, error, words):
    with pytest.raises(error, match=words):
        factorial(**changed)


def test_too_few_people_are_refused():
    with pytest.raises(ServiceModelError, match="3 complete rows are too few for 3 coefficients; at least 4"):
        penalty_reward(overall=[1, 2, 3], ratings={"a": [1, 2, 3]}, low=1, high=3, scale=THREE)


def test_a_level_that_one_person_alone_has_leaves_robust_errors_undefined():
    given_ = {"overall": [1, 5, 6, 8, 9], "ratings": {"a": [1, 2, 2, 3, 3]}, "low": 1, "high": 3, "scale": THREE}

    with pytest.raises(ServiceModelError, match="complete row 0 alone decides a coefficient"):
        penalty_reward(**given_, overall_scale=ZERO_TO_TEN)
    assert penalty_reward(**given_, overall_scale=ZERO_TO_TEN, errors="classical").attributes[0].low == 1


def test_a_name_that_is_not_there_is_no_attribute():
    with pytest.raises(KeyError, match="price"):
        factorial().contrast_of("price")


def test_the_result_prints_itself_and_names_from_data_stay_text():
    found = penalty_reward(
        overall=overall_of([(-1, 1)], [(level,) for level in (1, 2, 3)] * 2),
        ratings={"<b>queue</b>": [1, 2, 3] * 2},
        low=1,
        high=3,
        scale=THREE,
        overall_scale=ANY,
    )

    assert "penalty: −1.000" in found.describe()
    assert "惩罚系数：−1.000" in found.describe("zh")
    assert "&lt;b&gt;queue" in found._repr_html_()
    assert "errors: robust (HC3)" in found.in_language("en")
    assert found.grid("zh").title == "惩罚—奖励对比分析"
