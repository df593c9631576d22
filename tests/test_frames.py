from __future__ import annotations

import math
from datetime import UTC, datetime
from decimal import Decimal

import attrs
import pytest

from engines import ENGINES, column, pandas_frame
from servicemodel import (
    ANCHORED,
    NEUTRAL,
    TOLERANCE_FACTORS,
    ServiceValue,
    WaitCondition,
    account_portfolio,
    call_order,
    disconfirmation,
    perceived_wait,
    promise_state,
    purchase_class,
    satisfaction_state,
    tolerance_zone,
    wait_tolerance,
)
from servicemodel.errors import DomainError, ServiceModelError

nw = pytest.importorskip("narwhals", reason="needs the extra 'frames'")
frames = pytest.importorskip("servicemodel.frames", reason="needs the extra 'frames'")
every_engine = pytest.mark.parametrize("make", ENGINES)

VISITS = {
    "visit": ["a", "b", "c", "d", "e"],
    "rating": [4.0, 5.0, None, math.inf, 6.0],
    "expected": [5.0, 5.0, 5.0, 5.0, None],
    "waited": [3.0, -1.0, None, 0.0, 8.0],
    "idle": [True, False, True, None, True],
    "worth": ["low", "great", None, "high", "ordinary"],
}


@every_engine
def test_missing_and_refused_rows_have_no_answer_and_only_refused_ones_are_listed(make):
    scored = frames.score(make(VISITS), satisfaction_state, performance="rating", expectation="expected")
    refused = frames.rejects(make(VISITS), satisfaction_state, performance="rating", expectation="expected")

    answers = dict(zip(column(scored, "visit"), column(scored, "satisfaction_state"), strict=True))
    assert answers == {"a": "dissatisfied", "b": "satisfied", "c": None, "d": None, "e": None}
    assert column(refused, "visit") == ["d"]
    assert column(refused, "reason") == ["performance must be a finite number [points]"]


@every_engine
def test_the_versions_of_the_tables_read_can_be_carried_in_a_column_of_their_own(make):
    def carried(model, **given):
        return set(column(frames.score(make(VISITS), model, versions="made_with", **given), "made_with"))

    assert carried(satisfaction_state, performance="rating", expectation="expected") == {"satisfaction_states 1"}
    assert carried(perceived_wait, minutes="waited", conditions=0) == {"waiting_rules 1; anchored 1"}
    assert carried(perceived_wait, minutes="waited", conditions=0, profile=attrs.evolve(NEUTRAL, version=3)) == {
        "neutral_rules 1; neutral 3"
    }
    assert carried(disconfirmation, performance="rating", expectation="expected") == {""}
    own = attrs.evolve(TOLERANCE_FACTORS, version=2)
    assert carried(wait_tolerance, minutes="waited", value=ServiceValue.LOW, table=own) == {"tolerance_factors 2"}


def test_a_column_of_versions_takes_no_name_that_is_taken():
    given = {"performance": "rating", "expectation": "expected"}
    for taken in ("visit", "satisfaction_state"):
        with pytest.raises(ServiceModelError, match=f"already has a column '{taken}'; choose another with versions="):
            frames.score(pandas_frame(VISITS), satisfaction_state, versions=taken, **given)


@every_engine
def test_a_row_refused_for_several_reasons_lists_them_all(make):
    refused = frames.rejects(make(VISITS), wait_tolerance, minutes="waited", value="worth", name="why")

    assert column(refused, "visit") == ["b"]
    assert column(refused, "why") == [
        "minutes must be a finite number at least 0 [minutes]; value must be one of 'low', 'ordinary', 'high'"
    ]


@every_engine
def test_arguments_that_do_not_fit_together_are_listed(make):
    rows = {"p": [5.0, 5.0, 5.0], "a": [4.0, 6.0, None], "d": [6.0, 5.0, 5.0]}

    refused = frames.rejects(make(rows), tolerance_zone, performance="p", adequate="a", desired="d")
    scored = frames.score(make(rows), tolerance_zone, performance="p", adequate="a", desired="d")

    assert column(refused, "a") == [6]
    assert "desired" in column(refused, "reason")[0]
    assert "adequate" in column(refused, "reason")[0]
    assert sorted(column(scored, "tolerance_zone"), key=str) == [None, None, "within_zone"]


@every_engine
def test_conditions_are_columns_of_booleans_and_a_missing_one_makes_the_row_missing(make):
    scored = frames.score(
        make(VISITS), perceived_wait, minutes="waited", conditions={WaitCondition.UNOCCUPIED: "idle"}, name="felt"
    )

    felt = dict(zip(column(scored, "visit"), column(scored, "felt"), strict=True))
    assert felt["a"] == pytest.approx(perceived_wait(minutes=3, conditions=1), rel=1e-12)
    assert felt["e"] == pytest.approx(perceived_wait(minutes=8, conditions=1), rel=1e-12)
    assert [felt[visit] for visit in "bcd"] == [None, None, None]


@every_engine
def test_constants_stand_beside_columns(make):
    frame = make({"minutes": [5.0, 10.0]})

    by_value = frames.score(frame, wait_tolerance, minutes="minutes", value=ServiceValue.HIGH)
    by_flag = frames.score(frame, perceived_wait, minutes="minutes", conditions=WaitCondition.SOLO, profile=NEUTRAL)
    by_mapping = frames.score(frame, perceived_wait, minutes="minutes", conditions={"solo": True, "unfair": False})

    assert column(by_value, "wait_tolerance") == [7.5, 15]
    assert column(by_flag, "perceived_wait") == [5, 10]
    expected = [perceived_wait(minutes=t, conditions=128) for t in (5, 10)]
    assert column(by_mapping, "perceived_wait") == pytest.approx(expected, rel=1e-12)


@every_engine
def test_constants_alone_fill_the_column(make):
    scored = frames.score(make({"x": [1.0, 2.0]}), satisfaction_state, performance=4, expectation=5)
    minutes = frames.score(make({"x": [1.0, 2.0]}), perceived_wait, minutes=5, profile=ANCHORED)

    assert column(scored, "satisfaction_state") == ["dissatisfied", "dissatisfied"]
    assert column(minutes, "perceived_wait") == [4.25, 4.25]
    assert column(frames.rejects(make({"x": [1.0]}), satisfaction_state, performance=4, expectation=5), "x") == []


@every_engine
def test_a_scale_is_passed_on_to_the_answer_and_to_the_rejects(make):
    frame = make({"a": [3.0, 0.5], "s": [2.9, 3.0]})
    given = {"attractiveness": "a", "strength": "s", "scale": (1, 5)}

    assert column(frames.score(frame, account_portfolio, **given), "account_portfolio") == ["invest_selectively", None]
    assert column(frames.rejects(frame, account_portfolio, **given), "a") == [0.5]


@every_engine
def test_promises_are_compared_as_instants(make):
    noon, one = datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 1, 5, 13, tzinfo=UTC)
    frame = make({"promised": [noon, noon, noon, one, None], "done": [noon, one, None, None, one]})

    scored = frames.score(
        frame, promise_state, promised_at="promised", completed_at="done", as_of=one.replace(minute=1), name="kept"
    )
    pending = frames.score(frame, promise_state, promised_at="promised", completed_at="done", as_of=one, name="kept")

    assert column(scored, "kept") == ["kept", "broken", "broken", "broken", "not_promised"]
    assert column(pending, "kept") == ["kept", "broken", "broken", "pending", "not_promised"]


_TYPES = ["uint8", "int64", "float32", "float64"]


@pytest.mark.parametrize("kind", _TYPES)
@pytest.mark.parametrize("missing", [False, True], ids=["full", "with_missing"])
def test_columns_of_every_numeric_type_are_widened_before_arithmetic(kind, missing):
    pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
    pandas, polars = pytest.importorskip("pandas", reason="needs pandas"), pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    rated = [4, 5, 7, None] if missing else [4, 5, 7, 6]
    table = pa.table({"rating": pa.array(rated, kind), "expected": pa.array([5, 5, 5, 5], kind)})
    expected = ["dissatisfied", "satisfied", "delighted", None if missing else "delighted"]
    shown = [
        table,
        polars.from_arrow(table),
        table.to_pandas(),
        table.to_pandas().convert_dtypes(),
        table.to_pandas(types_mapper=pandas.ArrowDtype),
        duckdb.connect().from_arrow(table),
    ]

    for frame in shown:
        scored = frames.score(frame, satisfaction_state, performance="rating", expectation="expected")
        gap = frames.score(frame, disconfirmation, performance="rating", expectation="expected")

        assert column(scored, "satisfaction_state") == expected
        assert column(gap, "disconfirmation") == [-1, 0, 2, None if missing else 1]


@every_engine
def test_the_frame_given_is_left_as_it_was(make):
    frame = make({"minutes": [5.0]})

    frames.score(frame, perceived_wait, minutes="minutes")

    assert list(nw.from_native(frame).collect_schema()) == ["minutes"]


def test_a_lazy_frame_stays_lazy():
    polars = pytest.importorskip("polars", reason="needs polars")

    lazy = polars.LazyFrame({"minutes": [5.0]})

    assert isinstance(frames.score(lazy, perceived_wait, minutes="minutes"), polars.LazyFrame)
    assert isinstance(frames.rejects(lazy, perceived_wait, minutes="minutes"), polars.LazyFrame)


def test_a_model_goes_by_its_function_its_record_or_its_name():
    frame = pandas_frame({"p": [4.0], "e": [5.0]})
    from servicemodel import model_of

    for model in (disconfirmation, model_of(disconfirmation), "disconfirmation"):
        assert column(frames.score(frame, model, performance="p", expectation="e"), "disconfirmation") == [-1]


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"performance": "rated", "expectation": "expected"}, ServiceModelError, "no column 'rated'; it has 'visit'"),
        (
            {"performance": "visit", "expectation": "expected"},
            ServiceModelError,
            "column 'visit' holds .*; needed are numbers",
        ),
        ({"performance": "rating"}, TypeError, "expectation"),
        ({"performance": "rating", "expectation": "expected", "weight": "waited"}, TypeError, "weight"),
        (
            {"performance": "rating", "expectation": [5.0]},
            TypeError,
            "expectation is an array beside frame expressions",
        ),
        ({"performance": "rating", "expectation": Decimal(5)}, TypeError, "expectation is a Decimal beside"),
        (
            {"performance": "rating", "expectation": "expected", "name": "visit"},
            ServiceModelError,
            "already has a column 'visit'",
        ),
    ],
)
def test_columns_that_do_not_fit_are_refused_by_name(given, error, message):
    with pytest.raises(error, match=message):
        frames.score(pandas_frame(VISITS), satisfaction_state, **given)


def test_naive_columns_words_for_flags_and_masks_are_refused():
    pandas = pytest.importorskip("pandas", reason="needs pandas")
    frame = pandas.DataFrame(
        {
            "at": pandas.to_datetime(["2026-01-05"]),
            "minutes": [1.0],
            "mask": [1],
            "flag": ["yes"],
            "level": [1],
        }
    )
    as_of = datetime(2026, 1, 5, tzinfo=UTC)

    with pytest.raises(ServiceModelError, match="datetimes with a time zone"):
        frames.score(frame, promise_state, promised_at="at", completed_at=None, as_of=as_of)
    with pytest.raises(ServiceModelError, match="needed are booleans, one column per condition"):
        frames.score(frame, perceived_wait, minutes="minutes", conditions="mask")
    with pytest.raises(ServiceModelError, match="needed are booleans"):
        frames.score(frame, purchase_class, current="level", capacity="level", influential="flag")
    with pytest.raises(ServiceModelError, match="needed are strings"):
        frames.score(frame, wait_tolerance, minutes="minutes", value="level")


def test_an_expression_of_masks_is_refused_with_what_to_give_instead():
    with pytest.raises(TypeError, match=r"one boolean column per condition, as in {UNOCCUPIED: column, PRE_PROCESS"):
        perceived_wait(minutes=nw.col("minutes"), conditions=nw.col("mask"))


def test_a_label_written_as_text_is_told_how_to_be_a_constant():
    frame = pandas_frame(VISITS)

    with pytest.raises(ServiceModelError, match=r"no column 'great'; it has [^;]*$"):
        frames.score(frame, wait_tolerance, minutes="waited", value="great")
    with pytest.raises(ServiceModelError, match=r"no column 'high'; .*; for the constant write ServiceValue\.HIGH$"):
        frames.score(frame, wait_tolerance, minutes="waited", value="high")


def test_a_model_may_be_given_by_its_name():
    columns = {"performance": "rating", "expectation": "expected"}
    by_name, by_function = (
        frames.score(pandas_frame(VISITS), model, **columns) for model in ("satisfaction_state", satisfaction_state)
    )

    assert by_name.equals(by_function)
    assert frames.rejects(pandas_frame(VISITS), "satisfaction_state", **columns)["visit"].to_list() == ["d"]


def test_a_model_without_columns_says_so():
    with pytest.raises(ServiceModelError, match="call_order answers one case at a time"):
        frames.score(pandas_frame(VISITS), call_order, accounts="visit")


def test_an_unknown_model_and_an_unknown_frame_are_refused():
    with pytest.raises(ServiceModelError, match="'len' is not a model; CATALOGUE lists all models"):
        frames.score(pandas_frame(VISITS), len)
    with pytest.raises(TypeError, match=r"builtins.dict is not a data frame"):
        frames.score(VISITS, satisfaction_state, performance="rating", expectation="expected")


def test_a_reason_column_that_exists_is_not_overwritten():
    frame = pandas_frame({"reason": ["x"], "minutes": [1.0]})

    with pytest.raises(ServiceModelError, match="already has a column 'reason'"):
        frames.rejects(frame, perceived_wait, minutes="minutes")


@pytest.mark.parametrize("given", [{"minute": "minutes"}, {"minutes": "minutes", "profle": NEUTRAL}])
def test_rejects_refuses_what_score_refuses_instead_of_finding_nothing(given):
    frame = pandas_frame({"minutes": [-1.0]})

    for ask in (frames.score, frames.rejects):
        with pytest.raises(TypeError, match="argument"):
            ask(frame, perceived_wait, **given)


def test_rejects_judges_the_columns_given_when_others_are_left_out():
    levels = pandas_frame({"least": [5.0, 6.0], "hoped": [6.0, 5.0]})

    assert column(frames.rejects(levels, tolerance_zone, adequate="least", desired="hoped"), "least") == [6.0]


def test_rejects_takes_the_none_of_an_option_that_score_takes():
    frame = pandas_frame({"rating": [math.inf], "expected": [5.0]})
    given = {"performance": "rating", "expectation": "expected", "tolerance_above": None}

    assert len(frames.rejects(frame, satisfaction_state, **given)) == 1


def test_a_scale_upside_down_rejects_no_row_but_itself():
    frame = pandas_frame({"a": [0.5]})

    with pytest.raises(DomainError, match="scale must be two finite numbers"):
        frames.rejects(frame, account_portfolio, attractiveness="a", strength="a", scale=(1, 0))
