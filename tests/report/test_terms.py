"""The options that say what a clock promises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from report_sources import Words, write
from servicemodel.clock import ALWAYS_OPEN, Weekday
from servicemodel.errors import ReportError
from servicemodel.report import cli
from servicemodel.report.terms import clock_of, length_of

ALL = {"hours": "mon-fri 09:00-17:00", "target": "8h", "holidays": None, "zone": "Europe/Berlin"}


def hours_of(text):
    clock = clock_of(**ALL | {"hours": text})
    return {day.value[:3]: ", ".join(map(str, spans)) for day, spans in clock.calendar.hours}


def test_no_option_makes_no_clock():
    assert clock_of(hours=None, target=None, holidays=None, zone="UTC") is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("mon 09:00-17:00", {"mon": "09:00–17:00"}),
        ("MON-wed 9:00-12:00, 13:00-17:00", dict.fromkeys(["mon", "tue", "wed"], "09:00–12:00, 13:00–17:00")),
        ("mon,thu 09:00-17:00; sat 10:00-14:00", {"mon": "09:00–17:00", "thu": "09:00–17:00", "sat": "10:00–14:00"}),
        ("sat-mon 22:00-06:00", dict.fromkeys(["mon", "sat", "sun"], "22:00–06:00")),
    ],
)
def test_hours_are_days_and_spans(text, hours):
    assert hours_of(text) == hours


def test_a_clock_that_never_rests_needs_no_zone():
    assert clock_of(hours=" 24/7 ", target="8h", holidays=None, zone=None).calendar is ALWAYS_OPEN


def test_a_whole_week_may_be_written_as_a_range():
    assert list(hours_of("mon-sun 00:00-24:00")) == [day.value[:3] for day in Weekday]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("8h", timedelta(hours=8)),
        ("90min", timedelta(minutes=90)),
        (" 1 H 30 Min ", timedelta(minutes=90)),
        ("0.5h", timedelta(minutes=30)),
    ],
)
def test_a_target_is_hours_and_minutes(text, length):
    assert length_of(text) == length


@pytest.mark.parametrize("text", ["", "0h", "8", "8 days", "-8h", "h", "30min1h", "1e3h", "9" * 400 + "h", "8h8h"])
def test_what_is_no_open_time_is_none(text):
    assert length_of(text) is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"hours": None}, "a clock needs --hours and --target; --hours is not given: write 'mon-fri"),
        ({"target": None}, "a clock needs --hours and --target; --target is not given: write '8h'"),
        ({"hours": None, "target": None, "holidays": "DE"}, "--hours is not given"),
        ({"target": "soon"}, "--target: 'soon' is no open time above 0"),
        ({"target": "99999999h"}, "--target: target"),
        ({"zone": None}, "--hours: say where the clock on the wall hangs with --time-zone"),
        ({"hours": "always"}, "--hours: 'always' cannot be read"),
        ({"hours": ""}, "--hours: '' cannot be read"),
        ({"hours": "mon-fri"}, "--hours: 'mon-fri' cannot be read"),
        ({"hours": "mon-fri 09:00-17:00;"}, "cannot be read"),
        ({"hours": "mon-xyz 09:00-17:00"}, "cannot be read"),
        ({"hours": "mon-fri 09:00-17:00; fri 10:00-12:00"}, "--hours: Friday is given twice"),
        ({"hours": "mon 25:00-26:00"}, "--hours: a time of opening hours is written like '09:00'"),
        ({"hours": "mon 09:00-12:00 11:00-13:00"}, "--hours: opening hours overlap"),
        ({"hours": "24/7", "holidays": "DE"}, "--holidays: a clock of --hours 24/7 counts on holidays too"),
    ],
)
def test_options_that_make_no_clock_are_refused_by_name(options, message):
    with pytest.raises(ReportError) as refused:
        clock_of(**ALL | options)
    assert message in str(refused.value)


def test_holidays_are_those_of_the_country_and_part():
    pytest.importorskip("holidays", reason="needs the extra 'calendars'")
    country = clock_of(**ALL | {"holidays": "DE"}).calendar
    part = clock_of(**ALL | {"holidays": "DE-BY"}).calendar
    assert country.holiday_of(date(2024, 10, 3)) == "Tag der Deutschen Einheit"
    assert country.holiday_of(date(2024, 1, 6)) is None
    assert part.holiday_of(date(2024, 1, 6)) is not None
    with pytest.raises(ReportError, match="--hours or --holidays: the library holidays knows no 'XX'"):
        clock_of(**ALL | {"holidays": "XX"})


def test_without_the_library_the_message_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(ReportError, match=r"pip install servicemodel\[calendars\]"):
        clock_of(**ALL | {"holidays": "DE"})


def run(*arguments):
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def test_the_command_line_takes_the_terms(tmp_path):
    source = write(tmp_path, "events.csv", "case_id,event,at\na,opened,2024-05-06 09:00\n")
    options = ("--out", tmp_path / "out", "--hours", "mon-fri 09:00-17:00", "--target", "8h")
    done = run("report", source, *options, "--time-zone", "Europe/Berlin")
    assert done.exit_code == 0, done.stderr
    assert "on track 1 100.00%" in Words((tmp_path / "out" / "index.html").read_text(encoding="utf-8")).text
    assert run("report", source, *options).stderr.startswith("servicemodel: --hours: say where")


def test_the_zone_of_a_preset_is_that_of_the_hours(tmp_path):
    source = write(tmp_path, "some.csv", "complaint_id,date_received\n1,8/30/2013\n")
    options = ("--out", tmp_path / "out", "--hours", "mon-fri 09:00-17:00", "--target", "8h")
    assert run("report", source, *options, "--preset", "cfpb").exit_code == 0
