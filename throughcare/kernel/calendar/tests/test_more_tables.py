"""More tables of the calendar: month ends, windows, holidays by rule, both changes of clocks."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from throughcare.kernel.calendar.holidays import EasterDay, NthWeekday, WeekdayBefore
from throughcare.kernel.calendar.hours import DailySpan, hours_after, local_moment, night_of
from throughcare.kernel.calendar.lengths import Length, day_after, day_before, months_from
from throughcare.kernel.calendar.tests.samples import MONDAY, OFFICE
from throughcare.kernel.calendar.windows import Window, around
from throughcare.kernel.calendar.working import nth_working_day

EAST, CENTRE = "America/Toronto", "America/Winnipeg"


def day(text):
    """Return a day."""
    return date.fromisoformat(text)


def utc(text):
    """Return a moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "months", "on", "corresponds"),
    [
        ("2026-01-31", 1, "2026-02-28", False),
        ("2026-02-28", 1, "2026-03-28", True),
        ("2026-03-31", 1, "2026-04-30", False),
        ("2026-04-30", 1, "2026-05-30", True),
        ("2026-05-31", 1, "2026-06-30", False),
        ("2026-06-30", 1, "2026-07-30", True),
        ("2026-07-31", 1, "2026-08-31", True),
        ("2026-08-31", 1, "2026-09-30", False),
        ("2026-09-30", 1, "2026-10-30", True),
        ("2026-10-31", 1, "2026-11-30", False),
        ("2026-11-30", 1, "2026-12-30", True),
        ("2026-12-31", 1, "2027-01-31", True),
        ("2028-01-29", 1, "2028-02-29", True),
        ("2028-01-30", 1, "2028-02-29", False),
        ("2028-01-31", 1, "2028-02-29", False),
        ("2028-02-29", 1, "2028-03-29", True),
        ("2028-02-29", 12, "2029-02-28", False),
        ("2028-02-29", 48, "2032-02-29", True),
        ("2028-03-31", -1, "2028-02-29", False),
        ("2028-03-29", -1, "2028-02-29", True),
        ("2026-03-31", -1, "2026-02-28", False),
        ("2026-01-31", -1, "2025-12-31", True),
        ("2026-05-31", -3, "2026-02-28", False),
        ("2026-07-31", -1, "2026-06-30", False),
        ("2026-12-31", -12, "2025-12-31", True),
        ("2026-08-31", 6, "2027-02-28", False),
        ("2027-08-31", 6, "2028-02-29", False),
        ("2026-10-31", 24, "2028-10-31", True),
    ],
)
def test_months_from_the_end_of_a_month(start, months, on, corresponds):
    found = months_from(day(start), months)

    assert (found.on, found.is_corresponding) == (day(on), corresponds)


@pytest.mark.parametrize(
    ("start", "length", "there", "back"),
    [
        ("2026-01-31", Length(months=1), "2026-02-28", "2026-01-28"),
        ("2026-01-15", Length(months=1), "2026-02-15", "2026-01-15"),
        ("2028-01-31", Length(months=1), "2028-02-29", "2028-01-29"),
        ("2026-08-31", Length(months=1), "2026-09-30", "2026-08-30"),
        ("2026-12-31", Length(months=2), "2027-02-28", "2026-12-28"),
        ("2028-02-29", Length(years=1), "2029-02-28", "2028-02-28"),
        ("2026-12-25", Length(weeks=1), "2027-01-01", "2026-12-25"),
        ("2028-02-28", Length(days=2), "2028-03-01", "2028-02-28"),
    ],
)
def test_there_and_back(start, length, there, back):
    assert day_after(day(start), length) == day(there)
    assert day_before(day(there), length) == day(back)


@pytest.mark.parametrize(
    ("one", "two", "whole", "after"),
    [
        (Length(months=6), Length(months=6), Length(months=12), "2027-01-15"),
        (Length(years=1), Length(months=3), Length(years=1, months=3), "2027-04-15"),
        (Length(weeks=2), Length(days=3), Length(weeks=2, days=3), "2026-02-01"),
        (Length(years=2), Length(less_days=1), Length(years=2, less_days=1), "2028-01-14"),
        (Length(months=1), Length(days=10), Length(months=1, days=10), "2026-02-25"),
    ],
)
def test_lengths_added(one, two, whole, after):
    assert one + two == whole
    assert day_after(day("2026-01-15"), one + two) == day(after)


@pytest.mark.parametrize(
    ("window", "on", "first", "next_first"),
    [
        (Window.DAY, "2028-02-29", "2028-02-29", "2028-03-01"),
        (Window.DAY, "2026-12-31", "2026-12-31", "2027-01-01"),
        (Window.WEEK, "2026-06-08", "2026-06-08", "2026-06-15"),
        (Window.WEEK, "2026-06-14", "2026-06-08", "2026-06-15"),
        (Window.WEEK, "2026-06-15", "2026-06-15", "2026-06-22"),
        (Window.WEEK, "2027-01-01", "2026-12-28", "2027-01-04"),
        (Window.MONTH, "2026-02-28", "2026-02-01", "2026-03-01"),
        (Window.MONTH, "2028-02-29", "2028-02-01", "2028-03-01"),
        (Window.MONTH, "2026-12-31", "2026-12-01", "2027-01-01"),
        (Window.QUARTER, "2026-03-31", "2026-01-01", "2026-04-01"),
        (Window.QUARTER, "2026-04-01", "2026-04-01", "2026-07-01"),
        (Window.QUARTER, "2026-11-15", "2026-10-01", "2027-01-01"),
        (Window.HALF_YEAR, "2026-06-30", "2026-01-01", "2026-07-01"),
        (Window.HALF_YEAR, "2026-07-01", "2026-07-01", "2027-01-01"),
        (Window.YEAR, "2026-01-01", "2026-01-01", "2027-01-01"),
        (Window.YEAR, "2028-12-31", "2028-01-01", "2029-01-01"),
    ],
)
def test_the_window_around_a_day(window, on, first, next_first):
    assert around(window, day(on)) == (day(first), day(next_first))


RULES = {
    "good_friday": EasterDay(-2),
    "easter_monday": EasterDay(1),
    "family": NthWeekday(2, MONDAY, 3),
    "victoria": WeekdayBefore(5, 25, MONDAY),
    "labour": NthWeekday(9, MONDAY, 1),
    "thanksgiving": NthWeekday(10, MONDAY, 2),
}
KNOWN = {
    "good_friday": "2015-04-03 2016-03-25 2018-03-30 2020-04-10 2024-03-29 2026-04-03 2035-03-23",
    "easter_monday": "2015-04-06 2016-03-28 2018-04-02 2020-04-13 2024-04-01 2026-04-06",
    "family": "2015-02-16 2016-02-15 2017-02-20 2020-02-17 2024-02-19 2026-02-16 2027-02-15",
    "victoria": "2015-05-18 2016-05-23 2017-05-22 2021-05-24 2024-05-20 2026-05-18 2027-05-24",
    "labour": "2015-09-07 2016-09-05 2019-09-02 2020-09-07 2025-09-01 2026-09-07 2027-09-06",
    "thanksgiving": "2015-10-12 2016-10-10 2019-10-14 2024-10-14 2025-10-13 2026-10-12",
}


@pytest.mark.parametrize(
    ("name", "on"), [(name, on) for name, days in KNOWN.items() for on in days.split()]
)
def test_holidays_by_rule(name, on):
    assert RULES[name].in_year(int(on[:4])) == day(on)


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (1, "2026-12-24"),
        (2, "2026-12-28"),
        (3, "2026-12-29"),
        (4, "2026-12-30"),
        (5, "2026-12-31"),
        (6, "2027-01-04"),
        (7, "2027-01-05"),
    ],
)
def test_working_days_over_christmas(days, due):
    found = nth_working_day(OFFICE, day("2026-12-23"), days, "Courts Act, 12")

    assert (found.on, found.others, found.flags) == (day(due), (), ())


@pytest.mark.parametrize(
    ("local", "zone", "at", "others"),
    [
        ("2026-03-08T01:59", EAST, "2026-03-08T06:59", []),
        ("2026-03-08T02:30", EAST, "2026-03-08T07:00", []),
        ("2026-03-08T03:00", EAST, "2026-03-08T07:00", []),
        ("2026-03-08T01:59", CENTRE, "2026-03-08T07:59", []),
        ("2026-03-08T02:30", CENTRE, "2026-03-08T08:00", []),
        ("2026-03-08T03:00", CENTRE, "2026-03-08T08:00", []),
        ("2026-11-01T00:30", EAST, "2026-11-01T04:30", []),
        ("2026-11-01T01:30", EAST, "2026-11-01T05:30", ["2026-11-01T06:30"]),
        ("2026-11-01T02:00", EAST, "2026-11-01T07:00", []),
        ("2026-11-01T01:30", CENTRE, "2026-11-01T06:30", ["2026-11-01T07:30"]),
        ("2026-11-01T02:00", CENTRE, "2026-11-01T08:00", []),
        ("2026-07-01T12:00", EAST, "2026-07-01T16:00", []),
        ("2026-01-15T12:00", CENTRE, "2026-01-15T18:00", []),
    ],
)
def test_moments_beside_both_changes(local, zone, at, others):
    found = local_moment(datetime.fromisoformat(local), zone)

    assert (found.at, found.others) == (utc(at), tuple(map(utc, others)))


@pytest.mark.parametrize(
    ("local", "zone", "hours", "until"),
    [
        ("2026-03-07T09:00", EAST, 24, "2026-03-08T14:00"),
        ("2026-03-07T09:00", CENTRE, 24, "2026-03-08T15:00"),
        ("2026-03-07T09:00", EAST, 48, "2026-03-09T14:00"),
        ("2026-10-31T09:00", EAST, 24, "2026-11-01T13:00"),
        ("2026-10-31T09:00", CENTRE, 24, "2026-11-01T14:00"),
        ("2026-10-31T09:00", CENTRE, 72, "2026-11-03T14:00"),
    ],
)
def test_hours_across_both_changes(local, zone, hours, until):
    moment = local_moment(datetime.fromisoformat(local), zone)

    assert hours_after(moment, hours, "Act, 1").at == utc(until)


@pytest.mark.parametrize(
    ("evening", "zone", "hours"),
    [
        ("2026-03-06", EAST, 8),
        ("2026-03-07", EAST, 7),
        ("2026-03-07", CENTRE, 7),
        ("2026-03-08", CENTRE, 8),
        ("2026-10-30", EAST, 8),
        ("2026-10-31", EAST, 9),
        ("2026-10-31", CENTRE, 9),
        ("2026-11-01", CENTRE, 8),
    ],
)
def test_a_curfew_from_ten_to_six(evening, zone, hours):
    night = night_of(DailySpan(time(22), time(6)), day(evening), zone, "Order, 4")

    assert night.elapsed == timedelta(hours=hours)
    assert night.covers(night.starts.at)
    assert not night.may_cover(night.ends.at)
