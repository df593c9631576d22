from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest

from servicemodel import promise_state
from servicemodel.arguments import Instant
from servicemodel.errors import DomainError
from servicemodel.evaluate.instants import common_unit, datetime64_of, instant_of, instants_of
from servicemodel.evaluate.verbs import numbers
from servicemodel.labels import Text

DUE = Instant(name="due", meaning=Text("when it is due", "到期时刻"))
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def test_a_single_instant_comes_back_in_utc():
    east = NOON.astimezone(timezone(timedelta(hours=8)))

    assert instant_of(DUE, east) == NOON
    assert instant_of(DUE, east).tzinfo is UTC
    assert instant_of(DUE, np.datetime64("2024-05-01T12", "h")) == NOON


def test_a_pandas_timestamp_becomes_a_plain_datetime():
    pd = pytest.importorskip("pandas", reason="needs pandas")

    assert type(instant_of(DUE, pd.Timestamp(NOON))) is datetime
    assert instant_of(DUE, pd.Timestamp(NOON)) == NOON


def test_what_is_finer_than_a_microsecond_is_refused_and_not_rounded():
    pd = pytest.importorskip("pandas", reason="needs pandas")
    fine = pd.Timestamp("2024-05-01T12:00:00.000000001", tz="UTC")

    for value in (fine, np.datetime64("2024-05-01T12:00:00.000000001")):
        with pytest.raises(DomainError, match="to the microsecond"):
            instant_of(DUE, value)


@pytest.mark.parametrize(
    "value",
    [
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=5))),
        np.datetime64("12024-01-01", "s"),
    ],
)
def test_what_lies_outside_the_years_1_to_9999_is_refused(value):
    with pytest.raises(DomainError, match="in the years 1 to 9999"):
        instant_of(DUE, value)


def test_an_instant_goes_to_numpy_and_back():
    assert datetime64_of(NOON) == np.datetime64("2024-05-01T12:00:00")
    assert instant_of(DUE, datetime64_of(NOON)) == NOON


def test_objects_become_datetime64_and_a_naive_one_is_refused_with_its_place():
    grid = np.array([[NOON, None], [float("nan"), NOON + timedelta(hours=1)]], dtype=object)

    found = instants_of(DUE, grid)

    assert found.tolist() == [[datetime(2024, 5, 1, 12), None], [None, datetime(2024, 5, 1, 13)]]  # noqa: DTZ001
    grid[1, 0] = datetime(2024, 5, 1)  # noqa: DTZ001
    with pytest.raises(DomainError, match="a datetime with a time zone") as caught:
        instants_of(DUE, grid)
    assert caught.value.index == (1, 0)


@pytest.mark.parametrize("values", [["2024-05-01"], [1.5], [20240501], [True]])
def test_other_arrays_are_refused(values):
    with pytest.raises(TypeError, match="due must be a datetime64 array in UTC"):
        instants_of(DUE, np.array(values))


def test_an_object_that_is_no_instant_is_refused():
    with pytest.raises(TypeError, match="due must hold datetimes with a time zone, or None; got '2024'"):
        instants_of(DUE, np.array([NOON, "2024"], dtype=object))


def test_masked_instants_stay_missing():
    masked = np.ma.MaskedArray(np.array(["2024-05-01", "2024-05-02"], "M8[s]"), mask=[True, False])

    assert promise_state(promised_at=masked, completed_at=None, as_of=NOON).tolist() == [3, 2]


def test_the_finest_unit_is_common_to_all():
    days, seconds = np.array(["2024-05-01", "NaT"], "M8[D]"), np.array(["2024-05-01T12"], "M8[s]")

    assert common_unit({"due": days, "done": seconds}) == np.dtype("M8[s]")
    assert common_unit({"due": days}) == np.dtype("M8[D]")
    assert common_unit({"due": days[:0], "done": seconds}) == np.dtype("M8[s]")


@pytest.mark.parametrize("value", ["9999-12-31", "1600-01-01"])
def test_an_instant_that_a_finer_unit_would_wrap_around_is_refused(value):
    far = np.array([["2024-05-01"], [value]], "M8[s]")
    fine = np.array(["2024-05-01", "2024-05-02"], "M8[ns]")

    with pytest.raises(DomainError, match=r"promised_at must be between 1677-09-21.* and 2262-04-11") as caught:
        promise_state(promised_at=far, completed_at=fine, as_of=NOON)
    assert caught.value.index == (1, 0)
    assert caught.value.count == 1
    with pytest.raises(DomainError, match="give all in a coarser unit") as caught:
        promise_state(promised_at=far.ravel(), completed_at=fine, as_of=NOON)
    assert caught.value.index == 1
    assert promise_state(promised_at=far, completed_at=fine.astype("M8[us]"), as_of=NOON).shape == (2, 2)


def test_the_ends_of_a_unit_are_still_told_apart():
    last = np.array([np.iinfo(np.int64).max], "M8[ns]")
    second = last.astype("M8[s]")
    before = second - np.timedelta64(1, "s")

    assert promise_state(promised_at=before, completed_at=last, as_of=last).tolist() == [1]
    assert promise_state(promised_at=last, completed_at=before, as_of=last).tolist() == [0]


def test_the_smaller_of_two_instants_passes_over_the_missing_one():
    later = NOON + timedelta(hours=1)

    assert numbers.smaller(NOON, later) == numbers.smaller(later, NOON) == NOON
    assert numbers.smaller(None, NOON) == numbers.smaller(NOON, None) == NOON


def test_smaller_and_known_agree_on_every_kind():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")
    pl = pytest.importorskip("polars", reason="needs polars")
    from servicemodel.evaluate.verbs import arrays, expressions

    later = NOON + timedelta(hours=1)
    pairs = [(NOON, later), (later, NOON), (NOON, NOON), (NOON, None), (None, NOON), (None, None)]
    expected = [numbers.smaller(*pair) for pair in pairs]
    first, second = (
        np.array([v and datetime64_of(v) for v in values], "M8[us]") for values in zip(*pairs, strict=True)
    )
    frame = nw.from_native(
        pl.DataFrame(
            {"a": [a for a, _ in pairs], "b": [b for _, b in pairs]},
            schema=dict.fromkeys("ab", pl.Datetime("us", "UTC")),
        )
    )
    do = arrays.BlockVerbs(np.empty(0, np.int8))

    assert [v and v.replace(tzinfo=UTC) for v in do.smaller(first, second).tolist()] == expected
    a, b = nw.col("a"), nw.col("b")
    answers = frame.select(
        both=expressions.smaller(a, b),
        none_first=expressions.smaller(None, b),
        none_second=expressions.smaller(a, None),
        beside=expressions.smaller(a, NOON),
        before=expressions.smaller(NOON, a),
        known=expressions.known(a),
    )
    assert answers["both"].to_list() == expected
    assert answers["none_first"].to_list() == [b for _, b in pairs]
    assert answers["none_second"].to_list() == [a for a, _ in pairs]
    assert answers["beside"].to_list() == answers["before"].to_list() == [NOON] * len(pairs)
    assert answers["known"].to_list() == do.known(first).tolist() == [numbers.known(a) for a, _ in pairs]
    assert expressions.smaller(NOON, later) == NOON
    assert do.smaller(first, None) is first
    assert do.smaller(None, second) is second


def test_what_pandas_writes_for_missing_is_no_instant():
    pd = pytest.importorskip("pandas", reason="needs pandas")

    assert np.isnat(instants_of(DUE, np.array([pd.NA, pd.NaT, None], dtype=object))).all()


def test_a_list_may_mix_datetime64_with_nothing():
    assert instants_of(DUE, np.array([np.datetime64("2024-05-01T12"), None], dtype=object))[0] == datetime64_of(NOON)


def test_a_single_instant_that_does_not_fit_beside_an_array_has_no_index():
    fine = np.array(["1970-01-01"], "datetime64[as]")

    with pytest.raises(DomainError, match="as_of must be between") as caught:
        promise_state(promised_at=fine, completed_at=None, as_of=NOON)

    assert caught.value.index is None
