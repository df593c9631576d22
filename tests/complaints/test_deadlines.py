"""Deadlines of a complaint: instants, zones, what was not counted, and that it is not law."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    MONDAY_TO_FRIDAY,
    NOT_LAW,
    REGIMES,
    BusinessCalendar,
    DeadlineStage,
    DeadlineUnit,
    Evidence,
    PromiseState,
    Regime,
    Regimes,
    Text,
    deadlines,
    due_date,
    promise_state,
)
from servicemodel.complaints.deadlines import end_of_day
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError
from servicemodel.render import to_markdown
from servicemodel.strategies import business_calendars, instants, regimes

LONDON, SHANGHAI = ZoneInfo("Europe/London"), ZoneInfo("Asia/Shanghai")
OFFICE = BusinessCalendar(
    hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"),
    time_zone="Europe/London",
    holidays={date(2024, 5, 6): "Early May", date(2024, 5, 27): ""},
)
MONDAY = datetime(2024, 6, 3, 22, 30, tzinfo=LONDON)
MICROSECOND = timedelta(microseconds=1)
calendars = business_calendars(time_zones=["UTC", "Europe/London", "Asia/Shanghai", "America/New_York"])


def regime(**more):
    fields = {
        "key": "own",
        "name": Text("own", "自定"),
        "jurisdiction": Text("here", "本地"),
        "stages": [stage()],
        "edition": Text("first", "第一版"),
        "evidence": "assumed",
        "caveat": Text("none", "无"),
    }
    return Regime(**{**fields, **more})


def stage(**more):
    return DeadlineStage(
        **{"key": "answer", "name": Text("answer", "答复"), "amount": 3, "unit": "business_days", **more}
    )


def test_received_on_monday_a_complaint_is_due_by_the_end_of_thursday():
    due = deadlines(regime="fca_disp", received_at=MONDAY, calendar=OFFICE).of("summary_resolution")

    assert due.due_on == date(2024, 6, 6)
    assert due.due_on.strftime("%A") == "Thursday"
    assert due.due_at == datetime(2024, 6, 6, 23, 59, 59, 999999, tzinfo=LONDON)


def test_done_at_the_last_moment_is_kept_and_at_midnight_broken():
    due = deadlines(regime="fca_disp", received_at=MONDAY, calendar=OFFICE).of("final_response").due_at
    midnight = due + MICROSECOND
    later = due + timedelta(days=9)

    assert promise_state(promised_at=due, completed_at=due, as_of=later) is PromiseState.KEPT
    assert promise_state(promised_at=due, completed_at=midnight, as_of=later) is PromiseState.BROKEN
    assert midnight == datetime(2024, 7, 30, tzinfo=LONDON)


def test_the_calendar_s_zone_says_which_day_a_complaint_came():
    in_shanghai = attrs.evolve(OFFICE, time_zone="Asia/Shanghai")
    one, other = (deadlines(regime="cfpb", received_at=MONDAY, calendar=c).deadlines[0] for c in (OFFICE, in_shanghai))

    assert (one.counted_from, other.counted_from) == (date(2024, 6, 3), date(2024, 6, 4))
    assert other.due_at == datetime(2024, 6, 19, 23, 59, 59, 999999, tzinfo=SHANGHAI)


@given(made=regimes(), received=instants(), waited=st.timedeltas(timedelta(), timedelta(days=90)), calendar=calendars)
def test_every_stage_ends_with_the_day_its_own_event_leads_to(made, received, waited, calendar):
    accepted = received.astimezone(UTC) + waited
    found = deadlines(regime=made, received_at=received, calendar=calendar, accepted_at=accepted)

    assert [one.stage for one in found] == list(made.stages)
    assert len(found) == len(made.stages)
    for one in found:
        if one.stage.start == "decision":
            assert (one.due_on, one.due_at, one.counted_from, one.skipped) == (None, None, None, ())
            continue
        event = received if one.stage.start == "receipt" else accepted
        assert one.counted_from == event.astimezone(calendar.zone).date()
        assert one.due_on == due_date(counted_from=one.counted_from, stage=one.stage, calendar=calendar)
        assert one.due_at.date() == one.due_on
        assert (one.due_at.astimezone(UTC) + MICROSECOND).astimezone(calendar.zone).date() > one.due_on
        assert found.of(one.stage.key) is one


@given(made=regimes(), received=instants(), calendar=calendars)
def test_counted_and_skipped_days_are_all_days_up_to_the_last(made, received, calendar):
    for one in deadlines(regime=made, received_at=received, calendar=calendar):
        if one.due_on is None or one.stage.unit is not DeadlineUnit.BUSINESS_DAYS:
            assert one.skipped == ()
            continue
        first = one.counted_from + timedelta(days=one.stage.first_day == "next_day")
        assert (one.due_on - first).days + 1 == one.stage.amount + len(one.skipped)
        for day in one.skipped:
            assert first <= day.day < one.due_on
            assert not calendar.hours_of(day.day) or calendar.holiday_of(day.day) is not None


@given(received=instants(), later=st.timedeltas(timedelta(), timedelta(days=60)), calendar=calendars)
def test_later_stages_of_payment_complaints_and_later_complaints_are_due_later(received, later, calendar):
    asked = {"regime": "fca_payments", "calendar": calendar}
    normal, exceptional = deadlines(received_at=received, **asked)
    after = deadlines(received_at=received.astimezone(UTC) + later, **asked).deadlines[0]

    assert normal.due_at.astimezone(UTC) < exceptional.due_at.astimezone(UTC)
    assert normal.due_at.astimezone(UTC) <= after.due_at.astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "day", "end"),
    [
        ("Europe/London", date(2024, 10, 26), "2024-10-26T22:59:59.999999"),
        ("Asia/Beirut", date(2024, 3, 30), "2024-03-30T21:59:59.999999"),  # midnight does not exist
        ("America/Havana", date(2024, 11, 2), "2024-11-03T03:59:59.999999"),  # midnight comes twice
        ("America/Sao_Paulo", date(2018, 2, 17), "2018-02-18T02:59:59.999999"),  # the last hour comes twice
        ("America/St_Johns", date(2006, 10, 28), "2006-10-29T03:29:59.999999"),  # a minute of the next day before that
        ("Pacific/Apia", date(2011, 12, 29), "2011-12-30T09:59:59.999999"),  # the next day does not exist
    ],
)
def test_a_day_ends_when_its_last_moment_has_passed_also_where_clocks_change(zone, day, end):
    found = end_of_day(day, ZoneInfo(zone))

    assert found.astimezone(UTC) == datetime.fromisoformat(end).replace(tzinfo=UTC)
    assert found.date() == day


# --- what it says -----------------------------------------------------------------------------------------------------


def test_deadlines_say_what_was_not_counted_and_that_they_are_not_law():
    friday = datetime(2024, 5, 3, 18, tzinfo=LONDON)
    found = deadlines(regime="fca_payments", received_at=friday, calendar=OFFICE)

    assert str(found.deadlines[0]) == (
        "by the end of Tuesday 2024-05-28: final response: 15 business days from receipt (not counted: 8 closed days;"
        " Monday 2024-05-06 (holiday: Early May); Monday 2024-05-27 (holiday))"
    )
    lines = found.describe("zh").splitlines()
    assert lines[0] == "处理期限：FCA DISP：支付服务与电子货币（Europe/London）"
    assert lines[1].startswith(
        "  2024-05-28 星期二结束前：最终答复：自收到投诉起 15 个工作日（不计：非工作日 8 天；2024-05-06 星期一（节假日"
    )
    assert lines[-1].strip() == NOT_LAW.zh
    assert str(found).splitlines()[-1].strip() == NOT_LAW.en
    assert found.in_language("en").startswith("by the end of Tuesday 2024-05-28")
    assert "<li>As of: 2026-06-01 (DISP 1.6 and 2.8.2R)</li>" in found._repr_html_()


def test_a_single_closed_day_is_said_in_the_singular():
    saturday = datetime(2024, 6, 8, 12, tzinfo=LONDON)
    one_day = regime(stages=[stage(amount=1)])

    assert "(not counted: 1 closed day)" in str(deadlines(regime=one_day, received_at=saturday, calendar=OFFICE))


def test_what_has_not_happened_has_no_day_yet():
    pending = deadlines(regime="cn_samr", received_at=MONDAY, calendar=OFFICE)
    decided = deadlines(
        regime="cn_samr",
        received_at=MONDAY,
        calendar=OFFICE,
        accepted_at=MONDAY,
        decided_at=MONDAY + timedelta(days=30),
    )

    assert [one.due_on is None for one in pending] == [False, True, True]
    assert "45 business days from acceptance (that has not happened)" in str(pending)
    assert [one.due_on for one in decided] == [date(2024, 6, 12), date(2024, 8, 5), date(2024, 7, 12)]
    assert "该事件尚未发生" in pending.to_html("zh")


def test_all_regimes_stand_in_one_table_with_their_day_and_the_warning():
    for language, warning in (("en", NOT_LAW.en), ("zh", NOT_LAW.zh)):
        grid = REGIMES.grid(language)
        assert len(grid.rows) == len(REGIMES) == len({regime.key for regime in REGIMES}) > 1
        assert grid.notes == (warning,)
    assert "read without a date" in str(REGIMES)
    assert "no limit in numbers" in REGIMES._repr_html_()
    assert repr(REGIMES).startswith("<Regimes: fca_disp, fca_payments, ")


def test_a_regime_prints_its_stages_its_day_its_caveat_and_its_sources():
    disp, iso = REGIMES["fca_disp"], REGIMES["iso_10002"]

    assert repr(disp) == "<Regime fca_disp: 2 stages, as of 2026-06-01>"
    assert repr(iso) == "<Regime iso_10002: 0 stages, as of no recorded day>"
    assert "| final response (1.6.2R) | 8 weeks | receipt |" in str(disp)
    assert NOT_LAW.en in str(disp)
    assert "未规定具体期限" in iso.grid("zh").to_markdown()
    assert "35 business days from receipt (in exceptional cases)" in REGIMES["eu_psd2"].in_language("en")
    assert disp._repr_html_() == disp.grid().to_html()
    assert iso.in_language("zh").endswith("：未规定具体期限")


def test_nothing_recalled_is_called_published():
    for one in REGIMES:
        assert one.evidence in {Evidence.PUBLISHED, Evidence.ATTRIBUTED}
        assert all(citation.evidence is one.evidence for citation in one.citations)


# --- bad input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "error", "message"),
    [
        ({"regime": "fca"}, ServiceModelError, "there is no regime 'fca'; there are fca_disp, "),
        ({"regime": 3}, TypeError, "regime must be a Regime or the key of one"),
        ({"received_at": datetime(2024, 6, 3)}, DomainError, "received_at must be .* this one has none"),  # noqa: DTZ001 - refused
        ({"received_at": None}, MissingError, "received_at is missing"),
        ({"received_at": date(2024, 6, 3)}, TypeError, "received_at must be a datetime"),
        ({"accepted_at": MONDAY - MICROSECOND}, DomainError, "accepted_at must be not before received_at"),
        ({"decided_at": MONDAY - MICROSECOND}, DomainError, "decided_at must be not before received_at"),
        ({"calendar": BusinessCalendar(hours={}, time_zone="UTC")}, ServiceModelError, "never open"),
        ({"calendar": "office"}, TypeError, "calendar must be a BusinessCalendar"),
    ],
)
def test_bad_input_is_refused_by_name(more, error, message):
    with pytest.raises(error, match=message):
        deadlines(**{"regime": "fca_disp", "received_at": MONDAY, "calendar": OFFICE, **more})


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: stage(amount=0), DomainError, "amount must be from 1 to 10,000"),
        (lambda: stage(amount=10_001), DomainError, "amount must be from 1"),
        (lambda: stage(amount=True), TypeError, "amount must be a whole number"),
        (lambda: stage(amount=1.5), TypeError, "amount must be a whole number"),
        (lambda: stage(unit="months"), LabelError, "'months' is not a DeadlineUnit"),
        (lambda: stage(key=" "), ServiceModelError, "key must be text that is not blank"),
        (lambda: stage(name="answer"), TypeError, "name"),
        (lambda: regime(key=None), ServiceModelError, "key must be text"),
        (lambda: regime(as_of=MONDAY), TypeError, "as_of must be a date or None"),
        (lambda: regime(as_of="2024"), TypeError, "as_of must be a date or None"),
        (lambda: regime(stages=[stage(), stage()]), ServiceModelError, "two stages have the key 'answer'"),
        (lambda: regime().stage_of("reply"), ServiceModelError, "has no stage 'reply'; it has answer"),
        (lambda: REGIMES["iso_10002"].stage_of("reply"), ServiceModelError, "it has none"),
        (lambda: Regimes(rows=[regime(), regime()]), ServiceModelError, "a key of its own; got own, own"),
    ],
)
def test_a_regime_that_contradicts_itself_is_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


def test_a_regime_of_ones_own_is_as_good():
    own = regime(stages=[stage(amount=2, first_day="same_day")], as_of=date(2024, 1, 1))

    assert deadlines(regime=own, received_at=MONDAY, calendar=OFFICE).of("answer").due_on == date(2024, 6, 4)
    assert repr(own) == "<Regime own: 1 stage, as of 2024-01-01>"


def test_single_stages_and_deadlines_are_rendered_in_chinese_too():
    found = deadlines(regime="cfpb", received_at=MONDAY, calendar=OFFICE)

    assert "| 截止日 | 2024-06-18 |" in to_markdown(found.deadlines[0], "zh")
    assert to_markdown(REGIMES["cfpb"].stages, "zh").startswith("**阶段**\n\n| 键 | 应完成的事项 |")
