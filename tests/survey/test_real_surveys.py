"""The airport survey of 2017: codes that are no answer must not enter any figure."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from servicemodel.survey import FIVE_POINT, ZERO_TO_TEN, csat, mean_score, nps, without

DATA = Path(__file__).parents[3] / "shared" / "data" / "sfo_survey_2017.csv"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the airport survey is not beside the checkout")

RATING = without(FIVE_POINT, 0, 6, "Blank")
LIKELY = without(ZERO_TO_TEN, 11)


@pytest.fixture(scope="module")
def asked():
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] or None for row in rows] for name in rows[0]}


def test_the_overall_rating_has_the_published_mean(asked):
    weights = [float(weight) for weight in asked["WEIGHT"]]
    plain = mean_score(answers=asked["Q7ALL"], scale=RATING)
    weighted = mean_score(answers=asked["Q7ALL"], weight=weights, scale=RATING)

    assert (plain.n, plain.missing) == (2688, 143)
    assert round(plain.value, 4) == 4.0644
    assert round(weighted.value, 4) == 4.0712


def test_the_net_promoter_score_leaves_blanks_out(asked):
    weights = [float(weight) for weight in asked["WEIGHT"]]
    plain, weighted = (
        nps(answers=asked["NETPRO"], scale=LIKELY),
        nps(answers=asked["NETPRO"], weight=weights, scale=LIKELY),
    )

    assert plain.n == 2746
    assert round(100 * plain.value, 2) == 39.84
    assert round(100 * weighted.value, 2) == 40.40
    assert sum(count for _, count in plain.counts) == plain.n


def test_a_blank_read_as_an_answer_would_have_flattered_the_score(asked):
    codes = [float(answer) for answer in asked["NETPRO"] if answer is not None]
    naive = sum((code >= 9) - (code <= 6) for code in codes) / len(codes)

    assert codes.count(11) > 0
    assert naive > nps(answers=asked["NETPRO"], scale=LIKELY).value


def test_each_rating_of_an_item_leaves_its_codes_out(asked):
    food = mean_score(answers=asked["Q7FOOD"], scale=RATING)

    assert food.missing == sum(answer in {None, "0", "6"} for answer in asked["Q7FOOD"])
    assert food.missing > 0
    assert csat(answers=asked["Q7FOOD"], scale=RATING).n == food.n
