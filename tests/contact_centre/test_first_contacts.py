"""Who came back within the window: against a plain comparison of all pairs, at both edges, with rubbish."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import inf, nan
from zoneinfo import ZoneInfo

import attrs
import narwhals as nw
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies as st

from servicemodel import FirstContacts, first_contacts, render
from servicemodel.errors import DomainError, MissingError, ServiceModelError

START = datetime(2024, 5, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
WEEK = 7 * DAY
AS_OF = START + 30 * DAY
COUNTS = ("resolved", "repeated", "unresolved", "pending", "later", "missing", "issues", "issues_resolved")

customers = st.sampled_from(["li", "wang", None])
days = st.none() | st.integers(0, 35)
contacts = st.lists(
    st.tuples(customers, days, st.sampled_from([1, 2, None]), st.sampled_from([True, False, None])), max_size=12
)


def found_in(drawn, *, topics=True, marks=True, **options):
    columns = [list(column) for column in zip(*drawn, strict=True)] or [[], [], [], []]
    more = {"topic": columns[2]} if topics else {}
    more |= {"resolved": columns[3]} if marks else {}
    at = [None if day is None else START + day * DAY for day in columns[1]]
    return first_contacts(customer_id=columns[0], contacted_at=at, **{"window": WEEK, "as_of": AS_OF} | more | options)


def counts_of(drawn, *, topics, marks):
    """Compare every contact with every other, in a plain loop."""
    rows = [(c, d, t if topics else 0, m if marks else True) for c, d, t, m in drawn]
    there = [row for row in rows if None not in row[:3]]
    known = sorted((row for row in there if row[1] <= 30), key=lambda row: (row[1], {True: 0, False: 1}.get(row[3], 2)))
    counts = dict.fromkeys(COUNTS, 0)
    counts["missing"] = len(rows) - len(there)
    counts["later"] = len(there) - len(known)
    for place, (customer, day, topic, mark) in enumerate(known):
        same = [(i, row[1] - day) for i, row in enumerate(known) if (row[0], row[2]) == (customer, topic)]
        repeated = any(i > place and gap <= 7 for i, gap in same)
        follows = any(i < place and gap >= -7 for i, gap in same)
        if day + 7 > 30:
            counts["pending"] += 1
            continue
        what = "repeated" if repeated else {True: "resolved", False: "unresolved", None: "missing"}[mark]
        counts[what] += 1
        counts["issues"] += not follows and what != "missing"
        counts["issues_resolved"] += not follows and what == "resolved"
    return counts


@pytest.mark.parametrize("topics", [True, False])
@pytest.mark.parametrize("marks", [True, False])
@given(drawn=contacts)
def test_the_counts_are_those_of_comparing_every_contact_with_every_other(topics, marks, drawn):
    found = found_in(drawn, topics=topics, marks=marks)

    assert {name: getattr(found, name) for name in COUNTS} == counts_of(drawn, topics=topics, marks=marks)
    assert found.n + found.pending + found.later + found.missing == len(drawn)
    assert found.value == (found.resolved / found.n if found.n else None)
    assert found.value_by_issue == (found.issues_resolved / found.issues if found.issues else None)


@given(drawn=contacts, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(drawn, seed):
    assert found_in(seed.sample(drawn, len(drawn))) == found_in(drawn)


@given(drawn=contacts, longer=st.integers(1, 20))
def test_of_contacts_judged_by_both_a_longer_window_never_resolves_more(drawn, longer):
    late = {"as_of": START + 100 * DAY, "marks": False}
    short, long = found_in(drawn, **late), found_in(drawn, **late, window=WEEK + longer * DAY)

    assert short.n == long.n
    assert long.resolved <= short.resolved


@given(drawn=contacts)
def test_what_opens_an_issue_is_a_contact_judged(drawn):
    found = found_in(drawn)

    assert found.issues_resolved <= min(found.issues, found.resolved)
    assert found.issues <= found.n


def test_by_issue_may_be_the_smaller_or_the_larger():
    def found(*repeats):
        names = [name for name, count in enumerate(repeats) for _ in range(count)]
        at = [START + place * timedelta(hours=1) for place in range(len(names))]
        return first_contacts(customer_id=names, contacted_at=at, window=WEEK, as_of=AS_OF)

    assert (found(2, 1).value, found(2, 1).value_by_issue) == (2 / 3, 1 / 2)
    assert (found(9, 1).value, found(9, 1).value_by_issue) == (2 / 10, 1 / 2)


@given(drawn=contacts, zone=st.sampled_from(["Asia/Shanghai", "America/New_York"]))
def test_the_zone_of_the_viewer_changes_nothing(drawn, zone):
    abroad = [None if day is None else (START + day * DAY).astimezone(ZoneInfo(zone)) for _, day, *_ in drawn]
    columns = {"customer_id": [row[0] for row in drawn], "window": WEEK}

    found = first_contacts(**columns, contacted_at=abroad, as_of=AS_OF.astimezone(ZoneInfo(zone)))

    assert found == found_in(drawn, topics=False, marks=False)


def two(gap, *, window=WEEK, as_of=AS_OF, **more):
    return first_contacts(customer_id=[1, 1], contacted_at=[START, START + gap], window=window, as_of=as_of, **more)


def test_coming_back_exactly_a_window_later_counts_and_a_moment_later_does_not():
    moment = timedelta(microseconds=1)

    assert [two(gap).repeated for gap in (WEEK - moment, WEEK, WEEK + moment)] == [1, 1, 0]
    assert [two(gap).issues for gap in (WEEK, WEEK + moment)] == [1, 2]


def test_a_window_is_over_exactly_when_it_has_passed():
    moment = timedelta(microseconds=1)
    alone = {"customer_id": [1], "contacted_at": [START], "window": WEEK}

    found = [first_contacts(**alone, as_of=START + WEEK + more) for more in (-moment, 0 * moment, moment)]

    assert [each.pending for each in found] == [1, 0, 0]
    assert [each.value for each in found] == [None, 1, 1]


def test_an_early_return_in_a_running_window_is_pending_like_early_silence():
    found = two(DAY, as_of=START + 3 * DAY)

    assert (found.pending, found.n, found.value) == (2, 0, None)


def test_what_came_after_the_instant_had_not_happened():
    found = two(8 * DAY, window=10 * DAY, as_of=START + 8 * DAY - timedelta(microseconds=1))

    assert (found.pending, found.later, found.n) == (1, 1, 0)
    assert two(8 * DAY, window=10 * DAY, as_of=START + 8 * DAY).pending == 2


def test_two_contacts_at_one_instant_are_a_return():
    assert (two(0 * DAY).repeated, two(0 * DAY).resolved, two(0 * DAY).issues) == (1, 1, 1)
    marked = [two(0 * DAY, resolved=marks) for marks in ([True, False], [False, True])]
    assert marked[0] == marked[1]
    assert marked[0].unresolved == 1


def test_only_a_contact_about_the_same_topic_counts_where_topics_are_given():
    assert two(DAY).resolved == 1
    assert two(DAY, topic=["bill", "line"]).resolved == 2
    assert two(DAY, topic=["bill", None]).missing == 1


def test_silence_is_not_enough_where_somebody_had_to_say_so():
    silent, said = two(20 * DAY), two(20 * DAY, resolved=[False, True])

    assert (silent.resolved, silent.marked, silent.value) == (2, False, 1)
    assert (said.resolved, said.unresolved, said.marked, said.value) == (1, 1, True, 0.5)
    assert two(20 * DAY, resolved=[None, True]).missing == 1
    assert two(DAY, resolved=[None, True]).repeated == 1
    assert two(DAY, resolved=np.array([True, True])).repeated == 1


def test_of_nothing_there_are_counts_of_zero_and_no_values():
    empty = first_contacts(customer_id=[], contacted_at=[], topic=[], resolved=[], window=WEEK, as_of=AS_OF)

    assert {getattr(empty, name) for name in (*COUNTS, "n")} == {0}
    assert (empty.value, empty.value_by_issue) == (None, None)
    assert "by contact: —" in str(empty)


KEYS = [
    ["a", "a", "b", None],
    np.array(["a", "a", "b", None], dtype=object),
    [7, 7, -8, None],
    [7, 7.0, np.int64(9), nan],
    np.array([7.0, 7.0, 9.0, nan]),
    np.ma.array([7, 7, 9, 9], mask=[False, False, False, True]),
    pd.Series(["a", "a", "b", None], dtype="string").to_numpy(),
    pd.Series([7, 7, 9, None], dtype="Int64").to_numpy(),
    ["", "", " ", pd.NA],
]


@pytest.mark.parametrize("keys", KEYS, ids=lambda keys: f"{type(keys).__name__}-{keys[0]!r}")
def test_customers_may_be_text_or_whole_numbers_and_may_be_missing(keys):
    at = np.array(["2024-05-01", "2024-05-02", "2024-05-02", "2024-05-02"], "M8[D]")

    found = first_contacts(customer_id=keys, contacted_at=at, window=WEEK, as_of=AS_OF)

    assert (found.repeated, found.resolved, found.missing) == (1, 2, 1)


@pytest.mark.parametrize(
    "keys", [np.array([7, 7, 9], np.uint64), np.array(["a", "a", "b"]), np.array([b"a", b"a", b"b"])]
)
def test_customers_may_be_an_array_in_which_none_is_missing(keys):
    at = np.array(["2024-05-01T00", "2024-05-02T00", "2024-05-02T00"], "M8[ns]")

    assert first_contacts(customer_id=keys, contacted_at=at, window=WEEK, as_of=AS_OF).repeated == 1


def test_a_number_is_not_the_text_that_looks_like_it():
    at = [START, START + DAY]

    assert first_contacts(customer_id=[1, "1"], contacted_at=at, window=WEEK, as_of=AS_OF).resolved == 2


GOOD = {"customer_id": [1, 1], "contacted_at": [START, START + DAY], "window": WEEK, "as_of": AS_OF}


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"window": 0 * DAY}, DomainError, "window must be a duration above 0"),
        ({"window": -DAY}, DomainError, "window must be a duration"),
        ({"window": None}, MissingError, "window is missing"),
        ({"window": 7}, TypeError, "window must be a timedelta"),
        ({"window": timedelta.max}, DomainError, "window must be a duration"),
        ({"as_of": None}, MissingError, "as_of is missing"),
        ({"as_of": AS_OF.replace(tzinfo=None)}, DomainError, "as_of must be a datetime with a time zone"),
        ({"as_of": "2024-06-01"}, TypeError, "as_of must be a datetime"),
        ({"contacted_at": [START, START.replace(tzinfo=None)]}, DomainError, "contacted_at must be .* at index 1"),
        ({"contacted_at": ["2024-05-01", None]}, TypeError, "contacted_at must"),
        ({"contacted_at": pd.Series([START, START])}, TypeError, "contacted_at .* got .*Series: write column.to_numpy"),
        ({"contacted_at": nw.col("at")}, TypeError, "contacted_at .* got Expr"),
        ({"contacted_at": np.array(["2024", "2300"], "M8[Y]")}, DomainError, "contacted_at must be from 1900"),
        ({"contacted_at": [START]}, ServiceModelError, r"one row for each contact; got customer_id \(2,\)"),
        ({"customer_id": pd.Series([1, 1])}, TypeError, "customer_id .* write column.to_numpy"),
        ({"customer_id": [1, 1.5]}, TypeError, "customer_id must hold text or whole numbers, .* got 1.5 at index 1"),
        ({"customer_id": [1, True]}, TypeError, "customer_id must hold .* got True at index 1"),
        ({"customer_id": [1, [2]]}, TypeError, r"customer_id must hold .* got \[2\] at index 1"),
        ({"customer_id": [{}, 1]}, TypeError, "customer_id must hold .* got {} at index 0"),
        (
            {"customer_id": np.array([1, 1.5])},
            DomainError,
            "customer_id must be text or a whole number; got 1.5 at index 1",
        ),
        ({"customer_id": np.array([1, inf])}, DomainError, "customer_id must be text or a whole number; got inf"),
        ({"customer_id": np.array([True, False])}, TypeError, "customer_id .* got an array of bool"),
        ({"topic": np.array(["2024"], "M8[Y]")}, TypeError, "topic .* got an array of datetime64"),
        ({"resolved": [1, 0]}, TypeError, "resolved must hold True, False or None"),
        ({"resolved": "yes"}, TypeError, "resolved must be True or False; got the text 'yes'"),
    ],
)
def test_bad_input_is_refused_by_name(changed, error, message):
    with pytest.raises(error, match=message):
        first_contacts(**{**GOOD, **changed})


def test_one_contact_may_be_given_by_itself():
    assert first_contacts(customer_id="li", contacted_at=START, window=WEEK, as_of=AS_OF).resolved == 1


def test_the_result_prints_itself_in_both_languages_and_states_its_window():
    found = first_contacts(**GOOD)
    marked = first_contacts(**GOOD | {"window": timedelta(hours=36), "resolved": [True, False]})

    assert str(found) == found.describe()
    assert found.describe("zh") == (
        "首次联系解决率（7 天内未再次联系；截至 2024-05-31 09:00:00+00:00）\n"
        "  按联络次数：50.0%（1/2）\n"
        "  按事项（首次联络）：0.0%（0/1）\n"
        "  观察期内再次联系：1\n"
        "  观察期未满，待定：0\n"
        "  截止时刻之后，未计入：0\n"
        "  资料缺失，未计入：0"
    )
    assert "marked as resolved, and nobody came back within 2,160 min" in str(marked)
    assert "标记为已解决，且 2,160 分钟内未再次联系" in marked.in_language("zh")
    assert "marked as not resolved: 1" in str(marked)
    assert "within 1 day;" in str(attrs.evolve(found, window=DAY))
    assert render.to_html(found) == found.to_html() == found._repr_html_()
    assert isinstance(found, FirstContacts)
