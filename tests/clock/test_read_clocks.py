"""Many clocks at once: the same as one by one, and what columns refuse."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from clock.office import HOUR, at, clock_of
from clock.reference import MINUTE, TURNS, ZONES
from servicemodel import ClockEventKind, ClockPolicy, ClockState, ServiceClock, read_clocks
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.strategies import business_calendars, clock_logs, clock_policies
from thoroughness import at_most

OPENED = st.builds(lambda turn, shift: turn + shift * MINUTE, st.sampled_from(TURNS), st.integers(-4320, 4320))
NAMES = ("b", "a", "ä", "0", "请求", "z z")


@st.composite
def several(draw):
    """Make a clock, logs of several requests, their events mixed, and an instant among them."""
    policy = draw(clock_policies())
    logs = draw(st.lists(clock_logs(opened=OPENED, policy=policy, most_events=6), min_size=1, max_size=len(NAMES)))
    turns = draw(st.permutations([n for n, log in enumerate(logs) for _ in log]))
    places = [0] * len(logs)
    mixed = []
    for n in turns:
        mixed.append((n, logs[n][places[n]]))
        places[n] += 1
    as_of = draw(st.sampled_from([event.at for log in logs for event in log])) + draw(st.integers(-60, 9000)) * MINUTE
    return ServiceClock(calendar=draw(business_calendars(time_zones=ZONES)), policy=policy), logs, mixed, as_of


def plain(value):
    return None if value is None else value.astimezone(UTC).replace(tzinfo=None)


@settings(max_examples=at_most(100))
@given(several(), st.booleans())
def test_many_clocks_read_as_each_by_itself(case, numbered):
    clock, logs, mixed, as_of = case
    names = list(range(7, 7 + len(logs))) if numbered else NAMES[: len(logs)]

    readings = read_clocks(
        clock=clock,
        request=[names[n] for n, _ in mixed],
        kind=[event.kind for _, event in mixed],
        at=[event.at for _, event in mixed],
        reason=[event.reason for _, event in mixed],
        target=[event.policy and event.policy.target for _, event in mixed],
        as_of=as_of,
    )

    order = list(dict.fromkeys(n for n, _ in mixed))
    assert readings.request.tolist() == [names[n] for n in order]
    for place, n in enumerate(order):
        one = clock.read(logs[n], as_of=as_of)
        assert ClockState.decode(readings.state[place : place + 1])[0] is one.state
        assert readings.elapsed[place].item() == one.elapsed
        assert readings.remaining[place].item() == one.remaining
        for name in ("due_at", "breached_at", "started_at", "done_at"):
            assert getattr(readings, name)[place].item() == plain(getattr(one, name)), name


# --- columns of all kinds ---------------------------------------------------------------------------------------------

REQUEST = ["A", "B", "A", "B", "C"]
KIND = ["opened", "opened", "paused", "resolved", "opened"]
AT = [at(6, 9), at(6, 9), at(6, 10), at(6, 16), at(7, 9)]


def read(clock=None, **columns):
    given_columns = {"request": REQUEST, "kind": KIND, "at": AT, "as_of": at(6, 17), **columns}
    return read_clocks(clock=clock or clock_of(6), **given_columns)


def test_columns_of_numpy_and_of_codes_read_the_same():
    expected = read()
    instants = np.array([instant.astimezone(UTC).replace(tzinfo=None) for instant in AT], "M8[s]")
    codes = ClockEventKind.codes(KIND)

    assert expected.state.tolist() == [ClockState.PAUSED.code, ClockState.BREACHED.code, ClockState.NOT_PROMISED.code]
    for request in (np.array(REQUEST), np.array(REQUEST, object), pd.Series(REQUEST).to_numpy(object)):
        for kind in (np.array(KIND), codes, codes.tolist(), np.array(KIND, object), [ClockEventKind(k) for k in KIND]):
            assert read(request=request, kind=kind, at=instants) == expected
    numbers = read(request=np.array([5, 3, 5, 3, 9], np.uint16))
    assert numbers.request.tolist() == [5, 3, 9]
    assert numbers.state.tolist() == expected.state.tolist()
    assert numbers != expected
    assert read(request=np.ma.MaskedArray([5, 3, 5, 3, 9], mask=False)).request.tolist() == [5, 3, 9]


def test_reasons_count_where_the_policy_names_them():
    clock = clock_of(6, paused_by=["on hold"])

    for reason, state in ((["", None, "on hold", None, None], ClockState.PAUSED), (None, ClockState.BREACHED)):
        readings = read(clock, reason=reason)
        assert readings.state[0] == state.code
        assert readings.elapsed[0].item() == (1 if reason else 8) * HOUR


def test_readings_print_how_many_are_in_which_state():
    readings = read()

    assert readings.counts == {state: int(state in {"paused", "breached", "not_promised"}) for state in ClockState}
    assert str(readings).splitlines() == [
        "Service clocks",
        "  nothing promised: 1 (33.33%)",
        "  on track: 0 (0.00%)",
        "  due soon: 0 (0.00%)",
        "  paused: 1 (33.33%)",
        "  met: 0 (0.00%)",
        "  breached: 1 (33.33%)",
    ]
    assert readings.describe("zh").splitlines()[:2] == ["服务时钟", "  未作承诺：1（33.33%）"]
    assert readings.in_language("zh").count("；") == 5
    assert 'lang="zh-Hans"' in readings.to_html("zh")
    assert '<th scope="col"' in readings._repr_html_()


@pytest.mark.parametrize(
    ("columns", "error", "words"),
    [
        ({"clock": ClockPolicy(target=HOUR)}, TypeError, "clock must be a ServiceClock; got ClockPolicy"),
        ({"as_of": None}, MissingError, "as_of is missing"),
        ({"request": "A"}, TypeError, "request must be an array or a list .* got str"),
        ({"kind": pd.Series(KIND)}, TypeError, r"kind must be .* got Series: write column.to_numpy\(\)"),
        ({"at": AT[0]}, TypeError, "at must be an array or a list"),
        ({"request": []}, MissingError, "request is empty"),
        ({"request": np.array([], np.int64)}, MissingError, "request is empty"),
        ({"request": np.array([REQUEST])}, ServiceModelError, "request has the shape"),
        ({"request": ["A", None, "A", "B", None]}, MissingError, r"request is missing at index 1 \(2 in all\)"),
        ({"request": np.ma.MaskedArray([5, 3, 5, 3, 9], mask=[0, 0, 0, 1, 0])}, MissingError, "missing at index 3"),
        ({"request": ["A", 5, "A", "B", 5]}, TypeError, "text or whole numbers .* got int, str"),
        ({"request": np.array([1.0, 2, 1, 2, 3])}, TypeError, "text or whole numbers .* got float"),
        ({"kind": KIND[:4]}, ServiceModelError, r"need one length.*request \(5,\), kind \(4,\), at \(5,\)"),
        ({"reason": ["A"]}, ServiceModelError, r"need one length.*reason \(1,\)"),
        ({"target": [HOUR]}, ServiceModelError, r"need one length.*target \(1,\)"),
        ({"kind": ["open", *KIND[1:]]}, LabelError, "'open' is not a ClockEventKind"),
        ({"kind": np.array(["open", *KIND[1:]])}, LabelError, "'open' is not a ClockEventKind"),
        ({"kind": [None, *KIND[1:]]}, MissingError, "kind is missing at index 0"),
        ({"kind": [0, 0, 99, -1, 0]}, DomainError, r"kind must be a code .* from 0 to 10; got 99 at index 2 \(2 such"),
        ({"at": [*AT[:4], None]}, MissingError, "at is missing at index 4"),
        ({"at": [*AT[:4], datetime(2024, 5, 7)]}, DomainError, "with a time zone"),  # noqa: DTZ001
        ({"kind": [*KIND[:2], "policy_changed", *KIND[3:]]}, MissingError, "target is missing; where the policy"),
        (
            {"kind": [*KIND[:2], "policy_changed", *KIND[3:]], "target": [None, None, timedelta(), None, None]},
            DomainError,
            "target must be more than 0, or missing where nothing is promised; got .* at index 2",
        ),
        ({"clock": clock_of(24 * 365 * 100)}, DomainError, "target must be a duration that is over before"),
        (
            {"kind": [*KIND[:2], "resumed", *KIND[3:]]},
            DomainError,
            "kind must be 'assigned'.*, as request 'A' is open there; got 'resumed' at index 2",
        ),
        (
            {"kind": [*KIND[:4], "assigned"]},
            DomainError,
            "kind must be 'opened', as request 'C' is not yet opened there; got 'assigned' at index 4",
        ),
        (
            {"kind": ["merged", "opened", "assigned", "merged", "opened"]},
            DomainError,
            "kind must be 'opened', as request 'A' .* at index 0",
        ),
        (
            {"request": ["A"] * 5, "kind": ["opened", "merged", "assigned", "assigned", "opened"], "at": [AT[0]] * 5},
            DomainError,
            "kind must be no event, as request 'A' is merged into another there; got 'assigned' at index 2",
        ),
        (
            {"at": [AT[0], AT[3], AT[0], AT[2], AT[4]]},
            DomainError,
            "at must be not before the event of request 'B' that is listed before it; got .* at index 3",
        ),
    ],
    ids=str,
)
def test_columns_that_cannot_be_are_refused_with_the_place(columns, error, words):
    with pytest.raises(error, match=words):
        read(**columns)


def test_the_first_wrong_event_of_the_columns_is_named():
    kind = ["opened", "opened", "resumed", "opened", "assigned"]
    for wrong, index in ((kind, 2), ([*kind[:2], "assigned", *kind[3:]], 3)):
        with pytest.raises(DomainError) as caught:
            read(kind=wrong)
        assert caught.value.index == index
