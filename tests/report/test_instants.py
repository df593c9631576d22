"""Local times become instants as Python's zoneinfo has it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from servicemodel.errors import ReportError
from servicemodel.report import instants
from servicemodel.report.read import connect

ZONES = ("America/New_York", "Europe/London", "Asia/Shanghai", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def localised(zone, texts):
    """Return epoch microseconds of local texts by the SQL of the report."""
    with connect() as connection:
        connection.execute("CREATE TABLE given AS SELECT unnest(?::VARCHAR[]) AS text", [texts])
        local = instants.local_sql("text")
        connection.execute(f"CREATE TABLE parsed AS SELECT text, {local} AS local FROM given")  # noqa: S608
        days = [row[0] for row in connection.execute("SELECT DISTINCT CAST(local AS DATE) FROM parsed").fetchall()]
        instants.load_offsets(connection, ZoneInfo(zone), [day for day in days if day is not None])
        sql = instants.utc_sql("local", "o")
        return dict(
            connection.execute(
                f"SELECT text, epoch_us({sql}) FROM parsed LEFT JOIN day_offsets AS o ON o.day = CAST(local AS DATE)"  # noqa: S608
            ).fetchall()
        )


@pytest.mark.parametrize("zone", ZONES)
def test_every_hour_of_several_years_is_as_zoneinfo_has_it(zone):
    start = datetime(2009, 12, 30)  # noqa: DTZ001 - a clock on the wall
    hours = [start + timedelta(hours=n, minutes=30) for n in range(3 * 366 * 24)]
    found = localised(zone, [hour.isoformat(sep=" ") for hour in hours])
    for hour in hours:
        expected = (hour.replace(tzinfo=ZoneInfo(zone)) - EPOCH) // timedelta(microseconds=1)
        assert found[hour.isoformat(sep=" ")] == expected, hour


def test_the_repeated_hour_is_the_first_one_and_the_skipped_hour_as_zoneinfo_has_it():
    found = localised("America/New_York", ["2011-11-06 01:30:00", "2011-03-13 02:30:00", "2011-03-13T03:00"])
    as_utc = {text: EPOCH + timedelta(microseconds=micros) for text, micros in found.items()}
    assert as_utc["2011-11-06 01:30:00"] == datetime(2011, 11, 6, 5, 30, tzinfo=UTC)
    assert as_utc["2011-03-13 02:30:00"] == datetime(2011, 3, 13, 7, 30, tzinfo=UTC)
    assert as_utc["2011-03-13T03:00"] == datetime(2011, 3, 13, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-31T18:00:00+08:00", "2024-05-31 10:00:00"),
        ("2024-05-31 18:00:00.25-0530", "2024-05-31 23:30:00.25"),
        ("2024-05-31 18:00Z", "2024-05-31 18:00:00"),
        ("2024-05-31 18:00+08:00", "2024-05-31 10:00:00"),
        ("2024-05-31 18:00:00 -0100", "2024-05-31 19:00:00"),
        ("2024-05-31+08:00", None),
        ("2024-05-31 18:00:00 UTC", "2024-05-31 18:00:00"),
        ("2024-05-31 18:00:00+08", "2024-05-31 10:00:00"),
        ("2024-05-31 18:00:00", None),
        ("infinity", None),
        ("0001-01-01 00:00:00+00", None),
    ],
)  # fmt: skip
def test_offsets_are_honoured(text, expected):
    with connect() as connection:
        sql = f"SELECT CAST({instants.zoned_sql('x')} AS VARCHAR) FROM (SELECT ? AS x)"  # noqa: S608
        assert connection.execute(sql, [text]).fetchall() == [(expected,)]


@pytest.mark.parametrize(
    "text", ["infinity", "31/05/2024", "2024-02-30", "2024-05-31 25:00", "9999-12-31", "x", "2024"]
)
def test_what_is_no_local_time_is_none(text):
    with connect() as connection:
        assert connection.execute(f"SELECT {instants.local_sql('x')} FROM (SELECT ? AS x)", [text]).fetchall() == [  # noqa: S608
            (None,)
        ]


def test_a_day_with_a_change_has_two_offsets_and_the_second_they_change():
    day, change, before, after = instants.day_offsets(ZoneInfo("Europe/Berlin"), [date(2024, 3, 31)])[0]
    assert (day, before, after) == (date(2024, 3, 31), 3600, 7200)
    assert change == datetime(2024, 3, 31, 3, 0)  # noqa: DTZ001 - a clock on the wall


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Asia"])
def test_an_unknown_zone_is_refused_with_an_example(name):
    with pytest.raises(ReportError, match="Asia/Shanghai"):
        instants.zone_of(name)


def test_as_of_takes_an_offset_or_the_zone():
    expected = datetime(2024, 5, 31, 10, 0, tzinfo=UTC)
    assert instants.instant_of("2024-05-31T18:00+08:00", None) == expected
    assert instants.instant_of("2024-05-31 18:00", ZoneInfo("Asia/Shanghai")) == expected


@pytest.mark.parametrize(
    ("text", "zone", "message"),
    [
        ("yesterday", None, "is not an instant"),
        ("2024-05-31 18:00", None, r"has no offset; add one, as in 2024-05-31 18:00\+08:00"),
        ("2024-05-31", None, r"has no offset; add one, as in 2024-05-31T00:00\+08:00"),
        ("2024-05-01-05:00", ZoneInfo("Asia/Shanghai"), "is not an instant"),
        ("2024-05-32", None, "is not an instant"),
        ("0001-01-01T00:00+00:00", None, "end of the calendar"),
        ("9999-12-31T23:00+00:00", None, "end of the calendar"),
    ],
)
def test_an_as_of_that_says_no_instant_is_refused(text, zone, message):
    with pytest.raises(ReportError, match=message):
        instants.instant_of(text, zone)
