from __future__ import annotations

import warnings
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, strategies as st

from engines import ENGINES, column
from servicemodel import PromiseState, explain, promise_state
from servicemodel.errors import DomainError, MissingError, ServiceModelError

KEPT, BROKEN, PENDING, NOT_PROMISED = PromiseState
NEW_YORK = ZoneInfo("America/New_York")
HOURS = [datetime(2024, 5, 1, hour, tzinfo=UTC) for hour in (10, 11, 12)]
TEN, ELEVEN, TWELVE = HOURS
CASES = [(promised, done, as_of) for promised in (None, *HOURS) for done in (None, *HOURS) for as_of in HOURS]

instants = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - the zone is drawn beside it
    max_value=datetime(2060, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, NEW_YORK, ZoneInfo("Asia/Shanghai"), timezone(timedelta(hours=-9.5))]),
    allow_imaginary=False,
)


def state(promised_at, completed_at, as_of):
    return promise_state(promised_at=promised_at, completed_at=completed_at, as_of=as_of)


def as_said(promised, done, as_of):
    """Say the rule a second time, case by case and in whole seconds."""
    if promised is None:
        return NOT_PROMISED
    due, now = promised.timestamp(), as_of.timestamp()
    finished = None if done is None or done.timestamp() > now else done.timestamp()
    if finished is None:
        return BROKEN if due < now else PENDING
    return KEPT if finished <= due else BROKEN


def array(instants_):
    """Return instants as NumPy keeps them: in UTC, without saying so."""
    plain = [None if i is None else i.astimezone(UTC).replace(tzinfo=None) for i in instants_]
    return np.array(plain, "datetime64[us]")


# --- the rule --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("promised", "done", "as_of", "expected"),
    [
        (ELEVEN, TEN, TWELVE, KEPT),
        (ELEVEN, ELEVEN, TWELVE, KEPT),
        (ELEVEN, ELEVEN + timedelta(microseconds=1), TWELVE, BROKEN),
        (ELEVEN, TWELVE, TWELVE, BROKEN),
        (ELEVEN, None, TEN, PENDING),
        (ELEVEN, None, ELEVEN, PENDING),
        (ELEVEN, None, ELEVEN + timedelta(microseconds=1), BROKEN),
        (ELEVEN, TWELVE, ELEVEN, PENDING),
        (ELEVEN, ELEVEN, ELEVEN, KEPT),
        (TEN, TWELVE, ELEVEN, BROKEN),
        (TWELVE, TWELVE, ELEVEN, PENDING),
        (None, TEN, ELEVEN, NOT_PROMISED),
        (None, None, ELEVEN, NOT_PROMISED),
        (None, TWELVE, ELEVEN, NOT_PROMISED),
    ],
)
def test_every_case_and_its_edge(promised, done, as_of, expected):
    assert state(promised, done, as_of) is expected


@pytest.mark.parametrize(("promised", "done", "as_of"), CASES)
def test_every_order_of_three_instants_has_the_state_the_rule_says(promised, done, as_of):
    assert state(promised, done, as_of) is as_said(promised, done, as_of)


@given(promised=st.none() | instants, done=st.none() | instants, as_of=instants)
def test_instants_of_any_zone_have_the_state_the_rule_says(promised, done, as_of):
    assert state(promised, done, as_of) is as_said(promised, done, as_of)


@given(promised=st.none() | instants, done=st.none() | instants, first=instants, second=instants)
def test_what_was_kept_or_broken_once_stays_so(promised, done, first, second):
    earlier, later = sorted((first, second), key=datetime.timestamp)
    before = state(promised, done, earlier)

    if before is not PENDING:
        assert state(promised, done, later) is before


@given(promised=instants, done=instants, as_of=instants, shift=st.timedeltas(timedelta(-9000), timedelta(9000)))
def test_moving_all_three_by_the_same_time_changes_nothing(promised, done, as_of, shift):
    moved = (instant.astimezone(UTC) + shift for instant in (promised, done, as_of))

    assert state(*moved) is state(promised, done, as_of)


def test_the_states_have_no_order():
    with pytest.raises(TypeError, match="has no order"):
        _ = KEPT < BROKEN


# --- time zones ------------------------------------------------------------------------------------------------------


def test_when_the_clock_goes_back_the_later_instant_is_late_although_its_clock_says_earlier():
    promised = datetime(2024, 11, 3, 1, 30, tzinfo=NEW_YORK, fold=0)
    done = datetime(2024, 11, 3, 1, 10, tzinfo=NEW_YORK, fold=1)

    assert done < promised  # so Python says, by their clocks
    assert state(promised, done, done) is BROKEN
    assert promise_state(promised_at=[promised], completed_at=[done], as_of=TWELVE.replace(year=2025)).tolist() == [1]


@pytest.mark.parametrize("name", ["promised_at", "completed_at", "as_of"])
def test_a_naive_datetime_is_refused_with_what_to_write(name):
    naive = TEN.replace(tzinfo=None)
    good = {"promised_at": TEN, "completed_at": TEN, "as_of": TEN}

    with pytest.raises(DomainError, match=rf"{name} must be a datetime with a time zone.*value\.replace\(tzinfo="):
        promise_state(**{**good, name: naive})
    with pytest.raises(DomainError, match=f"{name} must be a datetime with a time zone") as caught:
        promise_state(**{**good, name: [TEN, naive]})
    assert caught.value.index == 1


# --- missing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", [None, np.datetime64("NaT", "us"), float("nan")])
def test_the_instant_of_the_judgement_is_needed(missing):
    with pytest.raises(MissingError, match="as_of is missing"):
        state(TEN, TEN, missing)


def test_a_missing_instant_may_be_written_as_any_library_does():
    pd = pytest.importorskip("pandas", reason="needs pandas")

    for nothing in (None, np.datetime64("NaT", "us"), pd.NaT):
        assert state(nothing, TEN, ELEVEN) is NOT_PROMISED
        assert state(TWELVE, nothing, ELEVEN) is PENDING
    assert promise_state(promised_at=[TEN, pd.NaT], completed_at=None, as_of=ELEVEN).tolist() == [1, 3]


def test_leaving_out_the_instant_of_the_judgement_is_pythons_own_error():
    with pytest.raises(TypeError, match="as_of"):
        promise_state(promised_at=TEN, completed_at=TEN)


@pytest.mark.parametrize("bad", ["2024-05-01", 5, True, TEN.date(), {"at": TEN}])
def test_what_is_no_instant_is_a_type_error(bad):
    with pytest.raises(TypeError, match="promised_at must be a datetime with a time zone"):
        state(bad, None, TEN)


# --- arrays ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["h", "s", "ms", "us", "ns"])
def test_arrays_answer_as_single_instants_do_in_any_unit(unit):
    promised, done, as_of = (array(column_) for column_ in zip(*CASES, strict=True))
    expected = [state(*case).code for case in CASES]

    found = promise_state(promised_at=promised.astype(f"M8[{unit}]"), completed_at=done.astype("M8[s]"), as_of=as_of)

    assert found.dtype == np.int8
    assert found.tolist() == expected
    assert promise_state(**{
        name: list(column_)
        for name, column_ in zip(("promised_at", "completed_at", "as_of"), zip(*CASES, strict=True), strict=True)
    }).tolist() == expected  # fmt: skip


def test_a_missing_judgement_in_an_array_leaves_the_row_missing_and_other_missing_instants_mean_something():
    nothing = np.array(["NaT"], "M8[s]")
    noon = array([TWELVE])

    assert promise_state(promised_at=noon, completed_at=noon, as_of=nothing).tolist() == [-1]
    assert promise_state(promised_at=nothing, completed_at=nothing, as_of=noon).tolist() == [3]
    assert promise_state(promised_at=noon, completed_at=nothing, as_of=noon).tolist() == [2]


def test_an_array_without_a_unit_can_only_hold_missing_instants():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # NumPy 2.5 begins to refuse the unit
        nothing = np.array(["NaT"], "M8")

        assert promise_state(promised_at=array([TWELVE]), completed_at=nothing, as_of=array([TWELVE])).tolist() == [2]


def test_single_instants_stand_beside_arrays():
    done = array([TEN, TWELVE, None])

    assert promise_state(promised_at=ELEVEN, completed_at=done, as_of=TWELVE.astimezone(NEW_YORK)).tolist() == [0, 1, 1]
    assert promise_state(promised_at=None, completed_at=done, as_of=TWELVE).tolist() == [3, 3, 3]
    assert promise_state(promised_at=array(HOURS), completed_at=None, as_of=ELEVEN).tolist() == [1, 2, 2]
    assert promise_state(promised_at=TEN, completed_at=None, as_of=array(HOURS)).tolist() == [2, 1, 1]
    assert promise_state(promised_at=done, completed_at=done, as_of=done[:2].max()).tolist() == [0, 0, 3]


def test_shapes_broadcast_and_nothing_stays_nothing():
    grid = promise_state(promised_at=array(HOURS)[:, None], completed_at=None, as_of=array(HOURS))

    assert grid.tolist() == [[2, 1, 1], [2, 2, 1], [2, 2, 2]]
    assert promise_state(promised_at=[], completed_at=None, as_of=TEN).shape == (0,)
    assert promise_state(promised_at=np.array([], "M8[s]"), completed_at=None, as_of=TEN).shape == (0,)
    with pytest.raises(ServiceModelError, match="do not broadcast"):
        promise_state(promised_at=array(HOURS), completed_at=array([TEN, TEN]), as_of=TEN)


def test_arrays_longer_than_a_block_are_answered_whole():
    promised = np.datetime64("2024-01-01", "s") + np.arange(300_000)

    codes = promise_state(promised_at=promised, completed_at=None, as_of=promised[200_000].astype("M8[ms]"))

    assert (codes[:200_000] == BROKEN.code).all()
    assert (codes[200_000:] == PENDING.code).all()


def test_the_states_come_back_from_their_codes():
    codes = promise_state(promised_at=array([ELEVEN, None]), completed_at=None, as_of=TWELVE)

    assert PromiseState.decode(codes).tolist() == [BROKEN, NOT_PROMISED]
    assert PromiseState.decode(codes, "zh").tolist() == ["已失约", "未作承诺"]


# --- frames ----------------------------------------------------------------------------------------------------------


def scored(make, columns, **given_names):
    frames = pytest.importorskip("servicemodel.frames")
    numbered = {"row": [float(i) for i in range(len(next(iter(columns.values()))))], **columns}
    found = frames.score(make(numbered), promise_state, **given_names)
    if hasattr(found, "project"):  # DuckDB needs one more package to hand over zoned times; only the state is fetched
        found = found.project("row, promise_state")
    by_row = dict(zip(column(found, "row"), column(found, "promise_state"), strict=True))
    return [by_row[row] for row in numbered["row"]]


@pytest.mark.parametrize("make", ENGINES)
def test_every_engine_answers_from_columns(make):
    rows = [*CASES, (TEN, TEN, None), (None, None, None)]
    promised, done, as_of = zip(*rows, strict=True)

    found = scored(make, {"p": promised, "c": done, "a": as_of}, promised_at="p", completed_at="c", as_of="a")

    assert found == [None if case[2] is None else state(*case).value for case in rows]


@pytest.mark.parametrize("make", ENGINES)
@pytest.mark.parametrize("zone", [UTC, NEW_YORK], ids=str)
def test_every_engine_answers_from_columns_beside_single_instants(make, zone):
    promised, done, _ = zip(*CASES, strict=True)
    as_of = ELEVEN.astimezone(zone)
    columns = {"p": promised, "c": done}

    assert scored(make, columns, promised_at="p", completed_at="c", as_of=as_of) == [
        state(p, c, as_of).value for p, c in zip(promised, done, strict=True)
    ]
    assert scored(make, columns, promised_at="p", completed_at=None, as_of=as_of) == [
        state(p, None, as_of).value for p in promised
    ]
    assert scored(make, columns, promised_at="p", completed_at=TEN, as_of=as_of) == [
        state(p, TEN, as_of).value for p in promised
    ]
    assert scored(make, columns, promised_at=TEN.astimezone(zone), completed_at="c", as_of=as_of) == [
        state(TEN, c, as_of).value for c in done
    ]
    assert scored(make, columns, promised_at=None, completed_at="c", as_of="p") == [
        None if p is None else "not_promised" for p in promised
    ]
    assert scored(make, columns, promised_at=TEN, completed_at=None, as_of="c") == [
        None if c is None else state(TEN, None, c).value for c in done
    ]
    assert scored(make, columns, promised_at=TEN, completed_at=None, as_of=as_of) == ["broken"] * len(CASES)


@pytest.mark.parametrize("kind", ["polars", "pyarrow", "pandas", "pandas of Arrow"])
def test_columns_of_different_zones_and_units_are_compared_as_instants(kind):
    pl = pytest.importorskip("polars", reason="needs polars")
    pd = pytest.importorskip("pandas", reason="needs pandas")
    pytest.importorskip("pyarrow")
    promised, done, as_of = zip(*CASES, strict=True)
    frame = pl.DataFrame(
        {"row": [float(i) for i in range(len(CASES))], "p": promised, "c": done, "a": as_of},
        schema={
            "row": pl.Float64,
            "p": pl.Datetime("us", "UTC"),
            "c": pl.Datetime("ns", "America/New_York"),
            "a": pl.Datetime("ms", "Asia/Shanghai"),
        },
    )
    made = {
        "polars": lambda _: frame,
        "pyarrow": lambda _: frame.to_arrow(),
        "pandas": lambda _: frame.to_arrow().to_pandas(),
        "pandas of Arrow": lambda _: frame.to_arrow().to_pandas(types_mapper=pd.ArrowDtype),
    }[kind]

    found = scored(made, {"row": frame["row"].to_list()}, promised_at="p", completed_at="c", as_of="a")

    assert found == [state(*case).value for case in CASES]


def test_a_column_of_naive_datetimes_is_refused():
    pl = pytest.importorskip("polars", reason="needs polars")
    frames = pytest.importorskip("servicemodel.frames")
    naive = pl.DataFrame({"p": [TEN.replace(tzinfo=None)]})

    with pytest.raises(ServiceModelError, match="a naive time is not an instant"):
        frames.score(naive, promise_state, promised_at="p", completed_at=None, as_of=TEN)
    with pytest.raises(DomainError, match="as_of must be a datetime with a time zone"):
        frames.score(naive, promise_state, promised_at=None, completed_at=None, as_of=TEN.replace(tzinfo=None))


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("promised", "done", "said"),
    [
        (None, TEN, "nothing was promised"),
        (TEN, ELEVEN, "due 2024-05-01 10:00:00+00:00 and done 2024-05-01 11:00:00+00:00"),
        (TEN, None, "due 2024-05-01 10:00:00+00:00 and not done as of 2024-05-01 11:00:00+00:00"),
        (TEN, TWELVE, "due 2024-05-01 10:00:00+00:00 and not done as of 2024-05-01 11:00:00+00:00"),
    ],
)
def test_the_reason_says_what_was_due_and_what_was_done(promised, done, said):
    assert said in explain(promise_state, promised_at=promised, completed_at=done, as_of=ELEVEN)
    assert explain(promise_state, language="zh", promised_at=promised, completed_at=done, as_of=ELEVEN).endswith("。")
