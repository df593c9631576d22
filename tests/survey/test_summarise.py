from __future__ import annotations

import attrs
import numpy as np
import pytest

from engines import ENGINES, column, pandas_frame
from servicemodel.errors import DomainError, ServiceModelError
from servicemodel.survey import CES_2, FIVE_POINT, ZERO_TO_TEN, acsi, ces, csat, dsat, mean_score, nps, without

frames = pytest.importorskip("servicemodel.frames", reason="needs the extra 'frames'")
every_engine = pytest.mark.parametrize("make", ENGINES)

ASKED = {
    "shop": ["north", "north", "north", "south", "south", "west"],
    "likely": [9.0, 6.0, None, 11.0, 8.5, None],
    "rating": [1.0, 5.0, 0.0, 4.0, None, 3.0],
    "worded": ["1", "5", "Blank", "4", None, "3"],
    "weight": [1.0, 2.0, 1.0, 0.5, None, 1.0],
}
LIKELY = without(ZERO_TO_TEN, 11)
RATING = without(FIVE_POINT, 0, "Blank")

CASES = {
    "nps": (nps, "likely", {"scale": LIKELY}),
    "csat": (csat, "rating", {"scale": RATING, "boxes": 1}),
    "dsat": (dsat, "rating", {"scale": RATING}),
    "worded": (csat, "worded", {"scale": RATING}),
    "mean": (mean_score, "worded", {"scale": RATING}),
    "net": (ces, "likely", {"scale": attrs.evolve(CES_2, high=10, missing=(11,)), "method": "net_easy"}),
}


def _scores(index, answers, options, shop=None, weight=None):
    rows = [row for row, name in enumerate(ASKED["shop"]) if shop in (None, name)]
    given = {"answers": [ASKED[answers][row] for row in rows]}
    if weight:
        given["weight"] = [ASKED[weight][row] for row in rows]
    return index(**given, **options)


@every_engine
@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("case", CASES)
def test_groups_have_the_figures_of_the_function_itself(make, case, weight):
    index, answers, options = CASES[case]

    found = frames.summarise(make(ASKED), index, answers=answers, by="shop", weight=weight, **options)

    assert column(found, "shop") == ["north", "south", "west"]
    for row, shop in enumerate(column(found, "shop")):
        score = _scores(index, answers, options, shop, weight)
        for name in ("value", "n", "missing", "effective_n", "standard_error", "low", "high"):
            expected = getattr(score, name)
            assert column(found, name)[row] == (None if expected is None else pytest.approx(expected, rel=1e-12)), name
        for label, count in score.counts:
            assert column(found, f"n_{label}")[row] == count


@every_engine
def test_without_groups_there_is_one_row_for_all(make):
    found = frames.summarise(make(ASKED), nps, answers="likely", scale=LIKELY)
    score = _scores(nps, "likely", {"scale": LIKELY})

    assert column(found, "value") == [pytest.approx(score.value)]
    assert column(found, "n") == [3]


@every_engine
def test_a_frame_without_rows_has_no_answers(make):
    empty = {"rating": [None], "shop": [None]}
    found = frames.summarise(make(empty), mean_score, answers="rating", scale=FIVE_POINT)

    assert column(found, "value") == [None]
    assert column(found, "n") == [0]
    assert column(found, "missing") == [1]


def test_no_rows_make_no_groups_and_still_all_the_columns():
    rows = pandas_frame({"shop": ["north"], "likely": [9.0]})
    found = frames.summarise(rows[:0], nps, answers="likely", by="shop")

    assert list(found.columns) == list(frames.summarise(rows, nps, answers="likely", by="shop").columns)
    assert len(found) == 0


@every_engine
def test_an_answer_off_the_scale_is_refused_and_not_averaged(make):
    with pytest.raises(DomainError, match=r"likely must be a number from 0 to 10 .*; got '1 other values'"):
        frames.summarise(make(ASKED), nps, answers="likely")
    with pytest.raises(DomainError, match="weight must be a finite number at least 0"):
        frames.summarise(
            make({**ASKED, "weight": [1.0, -2.0, 1.0, 1.0, 1.0, 1.0]}),
            nps,
            answers="likely",
            weight="weight",
            scale=LIKELY,
        )
    whole = attrs.evolve(LIKELY, whole=True)
    with pytest.raises(DomainError, match="a whole number"):
        frames.summarise(make(ASKED), nps, answers="likely", scale=whole)


def test_two_columns_make_the_groups():
    found = frames.summarise(
        pandas_frame({**ASKED, "new": ["y", "n", "y", "y", "y", "n"]}),
        csat,
        answers="rating",
        by=["shop", "new"],
        scale=RATING,
    )

    assert list(zip(column(found, "shop"), column(found, "new"), strict=True)) == [
        ("north", "n"), ("north", "y"), ("south", "y"), ("west", "n"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("index", "given", "error", "message"),
    [
        (acsi, {"answers": "rating"}, TypeError, "'acsi' is no index of one column of answers; there are ces, csat"),
        (np.mean, {"answers": "rating"}, TypeError, "'mean' is no index"),
        (nps, {"answers": "gone"}, ServiceModelError, "the frame has no column 'gone'; it has 'shop'"),
        (nps, {"answers": "likely", "by": "gone"}, ServiceModelError, "no column 'gone'"),
        (nps, {"answers": "likely", "weight": "gone"}, ServiceModelError, "no column 'gone'"),
        (csat, {"answers": "rating"}, TypeError, "scale"),
        (nps, {"answers": "likely", "boxes": 2}, TypeError, "boxes"),
    ],
)
def test_what_cannot_be_computed_says_why(index, given, error, message):
    with pytest.raises(error, match=message):
        frames.summarise(pandas_frame(ASKED), index, **given)


@pytest.mark.parametrize("name", ["value", "n_detractor"])
def test_a_group_may_not_bear_the_name_of_a_figure(name):
    with pytest.raises(ServiceModelError, match="one of the answer's own; rename the column first"):
        frames.summarise(pandas_frame({name: ["a"], "likely": [9.0]}), nps, answers="likely", by=name)
