from __future__ import annotations

import pickle
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import Label, OrderedLabel, PortfolioCell, SatisfactionState, Text
from servicemodel.errors import LabelError, ServiceModelError
from servicemodel.labels import is_missing


def test_a_label_is_its_name_in_lower_case_with_words_in_both_languages():
    state = SatisfactionState.DELIGHTED

    assert (state, state.en, state.zh) == ("delighted", "delighted", "惊喜")
    assert state.in_language("zh") == "惊喜"
    assert state.in_language("en") == "delighted"
    assert pickle.loads(pickle.dumps(state)) is state


def test_a_label_without_a_language_is_refused_when_it_is_defined():
    with pytest.raises(LabelError, match="'good' needs words in English and in Chinese"):

        class Mark(Label):
            GOOD = "good", "good"


def test_a_label_whose_value_is_not_its_name_is_refused_when_it_is_defined():
    with pytest.raises(LabelError, match=r"Mark.GOOD: the value must be 'good'; got 'well'"):

        class Mark(Label):
            GOOD = "well", "good", "好"


def test_ordered_labels_compare_by_position_and_not_by_spelling():
    worst, middle, best = SatisfactionState

    assert worst < middle < best
    assert best > middle >= middle
    assert worst <= worst
    assert not best < worst
    assert max(SatisfactionState) is SatisfactionState.DELIGHTED
    assert sorted(SatisfactionState) != sorted(str(state) for state in SatisfactionState)  # spelling says otherwise


@pytest.mark.parametrize("other", ["satisfied", 1, None, PortfolioCell.MAINTAIN])
def test_ordered_labels_refuse_to_compare_with_another_type(other):
    for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
        with pytest.raises(TypeError, match="compares with its own kind only"):
            getattr(SatisfactionState.SATISFIED, compare)(other)


def test_nominal_labels_refuse_every_order():
    for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
        with pytest.raises(TypeError, match="PortfolioCell has no order"):
            getattr(PortfolioCell.MAINTAIN, compare)(PortfolioCell.WITHDRAW)


def test_an_unknown_value_is_refused_with_what_is_allowed():
    with pytest.raises(LabelError, match="'happy' is not a SatisfactionState; allowed are 'dissatisfied', 'satisfied'"):
        SatisfactionState("happy")


@given(st.lists(st.sampled_from([*SatisfactionState, None])))
def test_codes_and_members_round_trip(members):
    codes = SatisfactionState.codes(members)

    assert codes.dtype == np.int8
    assert SatisfactionState.decode(codes).tolist() == members


def test_codes_take_strings_and_count_nan_as_missing():
    assert SatisfactionState.codes(["delighted", float("nan"), None]).tolist() == [2, -1, -1]


@pytest.mark.parametrize("value", ["happy", 1, ["satisfied"]])
def test_codes_refuse_what_is_no_label(value):
    with pytest.raises(LabelError, match="is not a SatisfactionState"):
        SatisfactionState.codes([value])


def test_decode_gives_words_in_a_language_and_keeps_the_shape():
    assert SatisfactionState.decode([[0, -1]], "zh").tolist() == [["不满意", None]]
    assert SatisfactionState.decode(2) is SatisfactionState.DELIGHTED
    assert SatisfactionState.decode(-1) is None
    assert SatisfactionState.decode([]).tolist() == []


@pytest.mark.parametrize("codes", [[3], [-2], [0.5], ["a"]])
def test_decode_refuses_codes_of_nothing(codes):
    with pytest.raises(LabelError, match="codes of SatisfactionState"):
        SatisfactionState.decode(codes)


@pytest.mark.parametrize(("en", "zh"), [("", "等待"), ("wait", " "), ("wait", None)])
def test_a_text_needs_both_languages(en, zh):
    with pytest.raises(LabelError, match="needs words in both languages"):
        Text(en, zh)


def test_an_unknown_language_is_refused():
    with pytest.raises(ServiceModelError, match="language must be 'en' or 'zh'; got 'fr'"):
        Text("wait", "等待").in_language("fr")


def test_an_ordered_label_keeps_the_code_of_its_position():
    class Size(OrderedLabel):
        SMALL = "small", "small", "小"
        LARGE = "large", "large", "大"

    assert [size.code for size in Size] == [0, 1]
    assert Size.members == (Size.SMALL, Size.LARGE)


@pytest.mark.parametrize("value", [None, float("nan"), np.float32("nan"), np.datetime64("NaT", "us"), Decimal("sNaN")])
def test_none_and_what_differs_from_itself_is_missing(value):
    assert is_missing(value)
    assert SatisfactionState.codes(["satisfied", value]).tolist() == [1, -1]


@pytest.mark.parametrize("value", [0, "", False, True, np.False_, np.True_, Decimal(0), SatisfactionState.SATISFIED])
def test_what_equals_itself_is_not_missing(value):
    assert not is_missing(value)


def test_what_pandas_writes_for_missing_is_missing():
    pd = pytest.importorskip("pandas", reason="needs pandas")

    assert is_missing(pd.NA)
    assert is_missing(pd.NaT)
    assert SatisfactionState.codes(["satisfied", pd.NA]).tolist() == [1, -1]


def test_decode_neither_wraps_large_codes_around_nor_lays_masked_ones_bare():
    with pytest.raises(LabelError, match="got 18446744073709551615"):
        SatisfactionState.decode(np.array([2**64 - 1], np.uint64))
    masked = np.ma.MaskedArray(np.array([99, 1], np.int8), mask=[True, False])
    assert SatisfactionState.decode(masked).tolist() == [None, SatisfactionState.SATISFIED]
