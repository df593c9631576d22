from __future__ import annotations

from itertools import pairwise

import attrs
import numpy as np
import pytest

from servicemodel import (
    REPURCHASE_INTENTION,
    ComplaintOutcome,
    Evidence,
    LossSize,
    PortfolioCell,
    explain,
    repurchase_intention,
)
from servicemodel.errors import DomainError, LabelError, MissingError, TableError

ALL = [(outcome, loss) for outcome in ComplaintOutcome for loss in LossSize]


@pytest.mark.parametrize("loss", LossSize)
def test_the_better_the_outcome_the_more_would_buy_again(loss):
    shares = [repurchase_intention(outcome=outcome, loss=loss) for outcome in ComplaintOutcome]

    assert all(worse < better for worse, better in pairwise(shares))
    assert all(0 < share < 1 for share in shares)


@pytest.mark.parametrize("outcome", ComplaintOutcome)
def test_a_minor_loss_is_forgiven_sooner(outcome):
    major, minor = (repurchase_intention(outcome=outcome, loss=loss) for loss in (LossSize.MAJOR, LossSize.MINOR))

    assert minor >= major


def test_members_words_codes_and_lists_ask_the_same():
    expected = [repurchase_intention(outcome=outcome, loss=loss) for outcome, loss in ALL]
    words = [[str(label) for label in labels] for labels in zip(*ALL, strict=True)]
    codes = [np.array([label.code for label in labels], np.int8) for labels in zip(*ALL, strict=True)]

    assert [repurchase_intention(outcome=str(a), loss=str(b)) for a, b in ALL] == expected
    assert repurchase_intention(outcome=words[0], loss=words[1]).tolist() == expected
    assert repurchase_intention(outcome=codes[0], loss=codes[1]).tolist() == expected
    assert repurchase_intention(outcome=codes[0].astype(np.uint8), loss=np.array(words[1])).tolist() == expected
    grid = repurchase_intention(outcome=codes[0].reshape(4, 2), loss=[0, 1])
    assert grid.tolist() == [list(row) for row in REPURCHASE_INTENTION.answers]


def test_one_label_stands_beside_a_column():
    assert repurchase_intention(outcome="resolved", loss=["major", "minor"]).tolist() == [0.54, 0.70]
    assert repurchase_intention(outcome=[0, 3], loss=LossSize.MAJOR).tolist() == [0.09, 0.82]


def test_columns_of_words_are_taken_and_unknown_words_are_missing_and_listed():
    pytest.importorskip("narwhals", reason="needs narwhals")
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    from servicemodel.frames import rejects, score

    book = pandas.DataFrame({"what": ["unresolved", "resolved", None, "forgotten"], "size": ["minor"] * 4})
    scored = score(book, repurchase_intention, outcome="what", loss="size")["repurchase_intention"]
    constant = score(book, repurchase_intention, outcome="what", loss=LossSize.MAJOR)["repurchase_intention"]

    assert scored.isna().tolist() == constant.isna().tolist() == [False, False, True, True]
    assert scored[:2].tolist() == [0.46, 0.70]
    assert constant[:2].tolist() == [0.19, 0.54]
    assert rejects(book, repurchase_intention, outcome="what", loss="size")["what"].tolist() == ["forgotten"]


def test_what_is_missing_in_a_column_stays_missing():
    answer = repurchase_intention(outcome=["resolved", None, "resolved"], loss=np.array([1, 1, -1]))

    assert answer[0] == 0.70
    assert np.isnan(answer[1:]).all()
    assert repurchase_intention(outcome=[], loss="minor").shape == (0,)


@pytest.mark.parametrize("value", [None, float("nan")])
def test_a_missing_category_is_an_error_alone(value):
    with pytest.raises(MissingError, match="outcome is missing"):
        repurchase_intention(outcome=value, loss="major")


def test_unknown_categories_are_refused():
    with pytest.raises(LabelError, match=r"LossSize.MAJOR.* is not a ComplaintOutcome; allowed are 'not_complained'"):
        repurchase_intention(outcome=LossSize.MAJOR, loss=LossSize.MAJOR)
    with pytest.raises(LabelError, match="'huge' is not a LossSize"):
        repurchase_intention(outcome=["resolved"], loss=["huge"])
    with pytest.raises(DomainError, match="loss must be a code from -1") as caught:
        repurchase_intention(outcome="resolved", loss=np.array([1, 2]))
    assert caught.value.index == 1
    for value in (0, True, 1.5, object()):
        with pytest.raises(TypeError, match="outcome must be one of 'not_complained'"):
            repurchase_intention(outcome=value, loss="major")


def test_your_own_shares_are_read():
    mine = attrs.evolve(
        REPURCHASE_INTENTION,
        name="mine",
        evidence=Evidence.ASSUMED,
        citations=(),
        cells=((0.1, 0.2), (0.3, 0.4), (0.5, 0.6), (0.7, 0.8)),
    )

    assert repurchase_intention(outcome="unresolved", loss="minor", table=mine) == 0.4
    assert repurchase_intention(outcome=["resolved"], loss=["major"], table=mine).tolist() == [0.5]


def test_a_table_of_another_shape_is_refused():
    labels = attrs.evolve(REPURCHASE_INTENTION, cells=((PortfolioCell.MAINTAIN,) * 2,) * 4)

    for table in (
        REPURCHASE_INTENTION.transposed(),
        attrs.evolve(REPURCHASE_INTENTION, columns=LossSize, cells=labels.cells),
    ):
        with pytest.raises(TableError, match="needed are rows ComplaintOutcome, columns LossSize and numbers"):
            repurchase_intention(outcome="resolved", loss="major", table=table)


def test_an_explanation_names_the_cell():
    said = explain(repurchase_intention, outcome="not_complained", loss=LossSize.MAJOR)

    assert "the customer did not complain, with a major loss (over $100)" in said
    assert "客户未投诉，重大损失（100 美元以上）" in explain(
        repurchase_intention, outcome="not_complained", loss="major", language="zh"
    )
