"""Tables of counting: the manners side by side, spot years of holidays, changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.counting import run
from throughcare.kernel.calendar.counting_law import SECTIONED, Why
from throughcare.kernel.calendar.holidays import easter_sunday
from throughcare.kernel.calendar.hours import DailySpan, hours_after, local_moment, night_of
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.tests.samples import (
    ISLE,
    ISLE_DAYS,
    REALM,
    REALM_DAYS,
    clock,
    codes,
)

EAST, CENTRE = "America/Toronto", "America/Winnipeg"


def day(text):
    """Return a day."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("manner", "law", "due", "why"),
    [
        ("within", REALM, "2026-06-15", "COUNT_WITHIN"),
        ("within", ISLE, "2026-06-15", "COUNT_WITHIN"),
        ("takes_effect", REALM, "2026-06-15", "COUNT_TAKES_EFFECT"),
        ("elapsed", REALM, "2026-06-16", "COUNT_ELAPSED"),
        ("beginning_with", REALM, "2026-06-14", "COUNT_BEGINNING_WITH"),
        ("at_least_after", REALM, "2026-06-16", "COUNT_CLEAR_DAYS"),
        ("at_least_after", ISLE, "2026-06-15", "COUNT_PLAIN_DAYS"),
        ("at_least_before", REALM, "2026-05-31", "COUNT_CLEAR_DAYS"),
        ("at_least_before", ISLE, "2026-06-01", "COUNT_PLAIN_DAYS"),
        ("within_before", REALM, "2026-06-07", "COUNT_WITHIN_BEFORE"),
    ],
)
def test_seven_days_in_every_manner(manner, law, due, why):
    found = run(clock(manner, law, days=7), day("2026-06-08"))

    assert (found.unextended, found.due.on, found.due.others) == (day(due), day(due), ())
    assert codes(found.due.reasons) == ["COUNT_RULE", why]
    assert found.due.reasons[1].authority == f"Words Act, {why}"


@pytest.mark.parametrize(
    ("manner", "law", "due", "other"),
    [
        ("at_least_after", REALM, "2026-06-16", "2026-06-15"),
        ("at_least_after", ISLE, "2026-06-16", "2026-06-15"),
        ("at_least_before", REALM, "2026-05-31", "2026-06-01"),
        ("at_least_before", ISLE, "2026-05-31", "2026-06-01"),
    ],
)
def test_disputed_clear_days_keep_both_readings(manner, law, due, other):
    found = run(clock(manner, law, days=7, is_disputed=True), day("2026-06-08")).due

    assert (found.on, found.others) == (day(due), (day(other),))
    assert codes(found.reasons) == ["COUNT_RULE", "COUNT_CLEAR_DAYS", "COUNT_DISPUTED"]


@pytest.mark.parametrize(
    ("event", "length", "due"),
    [
        ("2026-01-31", Length(months=1), "2026-02-28"),
        ("2028-01-31", Length(months=1), "2028-02-29"),
        ("2028-02-29", Length(years=1), "2029-02-28"),
        ("2028-02-29", Length(years=4), "2032-02-29"),
        ("2027-02-28", Length(years=1), "2028-02-28"),
        ("2026-12-31", Length(months=6), "2027-06-30"),
        ("2026-06-08", Length(weeks=2), "2026-06-22"),
        ("2026-06-08", Length(years=2, less_days=1), "2028-06-07"),
        ("2028-02-28", Length(days=1), "2028-02-29"),
        ("2027-02-28", Length(days=1), "2027-03-01"),
    ],
)
def test_within_a_length_of_any_kind(event, length, due):
    assert run(clock("within", length=length), day(event)).due.on == day(due)


@pytest.mark.parametrize(
    ("event", "length", "opens", "last"),
    [
        ("2026-06-08", Length(days=30), "2026-05-09", "2026-06-07"),
        ("2026-03-31", Length(months=1), "2026-02-28", "2026-03-30"),
        ("2028-03-01", Length(days=1), "2028-02-29", "2028-02-29"),
    ],
)
def test_within_a_time_before_opens_and_ends(event, length, opens, last):
    found = run(clock("within_before", length=length), day(event))

    assert (found.opens_on, found.due.on) == (day(opens), day(last))


EASTER = {
    2015: "2015-04-05",
    2016: "2016-03-27",
    2018: "2018-04-01",
    2019: "2019-04-21",
    2020: "2020-04-12",
    2021: "2021-04-04",
    2022: "2022-04-17",
    2023: "2023-04-09",
    2024: "2024-03-31",
    2025: "2025-04-20",
    2026: "2026-04-05",
    2027: "2027-03-28",
    2028: "2028-04-16",
    2030: "2030-04-21",
    2033: "2033-04-17",
    2035: "2035-03-25",
    2038: "2038-04-25",
}


@pytest.mark.parametrize(("year", "sunday"), EASTER.items())
def test_easter_and_the_days_beside_it(year, sunday):
    found = easter_sunday(year)

    assert (found, found.weekday()) == (day(sunday), 6)
    assert REALM_DAYS.on(found - timedelta(days=2)).code == "GOOD_FRIDAY"
    assert REALM_DAYS.on(found + timedelta(days=1)).code == "EASTER_MONDAY"


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2015-05-18", "PLANTING"),
        ("2016-05-23", "PLANTING"),
        ("2020-05-18", "PLANTING"),
        ("2026-05-18", "PLANTING"),
        ("2026-05-25", None),
        ("2031-05-19", "PLANTING"),
        ("2035-05-21", "PLANTING"),
        ("2015-10-12", "HARVEST"),
        ("2021-10-11", "HARVEST"),
        ("2026-10-12", "HARVEST"),
        ("2029-10-08", "HARVEST"),
        ("2035-10-08", "HARVEST"),
        ("2018-07-01", "SUNDAY"),
        ("2018-07-02", "MIDSUMMER"),
        ("2029-07-02", "MIDSUMMER"),
        ("2035-07-02", "MIDSUMMER"),
        ("2034-07-01", "MIDSUMMER"),
        ("2034-07-03", None),
        ("2017-01-02", "NEW_YEAR"),
        ("2023-01-02", "NEW_YEAR"),
        ("2034-01-02", "NEW_YEAR"),
        ("2028-01-01", "NEW_YEAR"),
        ("2028-01-03", None),
        ("2035-12-25", "YEARS_END"),
    ],
)
def test_spot_days_of_both_lists(on, code):
    for holidays in (REALM_DAYS, ISLE_DAYS):
        found = holidays.on(day(on))
        assert (None if found is None else found.code) == code


@pytest.mark.parametrize(
    ("event", "due", "moved"),
    [
        ("2026-03-27", "2026-04-03", "2026-04-04"),
        ("2026-03-30", "2026-04-06", "2026-04-07"),
        ("2026-03-29", "2026-04-05", "2026-04-07"),
        ("2026-05-11", "2026-05-18", "2026-05-19"),
        ("2026-06-24", "2026-07-01", "2026-07-02"),
        ("2018-06-24", "2018-07-01", "2018-07-03"),
        ("2022-12-25", "2023-01-01", "2023-01-03"),
        ("2026-06-06", "2026-06-13", "2026-06-13"),
    ],
)
def test_an_act_moves_off_a_holiday(event, due, moved):
    found = run(clock("within", days=7, moves_off_holidays=True), day(event))

    assert (found.unextended, found.due.on) == (day(due), day(moved))
    assert ("HOLIDAY_MOVES_ACT" in codes(found.due.reasons)) == (due != moved)


@pytest.mark.parametrize(
    ("event", "days", "due"),
    [
        ("2026-06-08", 5, "2026-06-15"),
        ("2026-06-12", 1, "2026-06-15"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-06-30", 1, "2026-07-02"),
        ("2026-12-24", 2, "2026-12-29"),
        ("2026-06-13", 1, "2026-06-15"),
    ],
)
def test_business_days_leave_out_weekends_and_holidays(event, days, due):
    found = run(clock("within", REALM, days=days, in_business_days=True), day(event)).due

    assert (found.on, found.others, found.flags) == (day(due), (), ())
    assert codes(found.reasons) == ["COUNT_RULE", "COUNT_BUSINESS_DAYS"]


@pytest.mark.parametrize(
    ("event", "flags"), [("2035-12-20", []), ("2035-12-25", [Why.NOT_CHECKED])]
)
def test_a_day_after_the_checked_years_is_flagged(event, flags):
    found = run(clock("within", days=7, moves_off_holidays=True), day(event)).due

    assert codes(found.flags) == flags


def test_the_sentences_that_rest_on_a_section_of_the_law():
    assert set(Why) - set(SECTIONED) == {Why.RULE, Why.MAY_MOVE, Why.UNCONFIRMED, Why.NO_RULE}


@pytest.mark.parametrize("code", SECTIONED)
def test_a_law_names_its_own_section(code):
    assert REALM.reason(code, day=1) == because(code, f"Words Act, {code}", day=1)


@pytest.mark.parametrize(
    ("evening", "zone", "starts", "ends", "hours"),
    [
        ("2026-03-07", EAST, "2026-03-08T02:00", "2026-03-08T10:00", 8),
        ("2026-06-01", EAST, "2026-06-02T01:00", "2026-06-02T10:00", 9),
        ("2026-06-01", CENTRE, "2026-06-02T02:00", "2026-06-02T11:00", 9),
        ("2026-10-31", EAST, "2026-11-01T01:00", "2026-11-01T11:00", 10),
        ("2026-10-31", CENTRE, "2026-11-01T02:00", "2026-11-01T12:00", 10),
        ("2026-11-01", EAST, "2026-11-02T02:00", "2026-11-02T11:00", 9),
        ("2027-03-13", CENTRE, "2027-03-14T03:00", "2027-03-14T11:00", 8),
    ],
)
def test_a_night_from_nine_to_six(evening, zone, starts, ends, hours):
    night = night_of(DailySpan(time(21), time(6)), day(evening), zone, "Order, 4")
    moments = [datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (starts, ends)]

    assert [night.starts.at, night.ends.at] == moments
    assert night.elapsed == timedelta(hours=hours)
    changes = ["CLOCK_CHANGES_IN_WINDOW"] * (hours != 9)
    assert codes(night.reasons) == ["WINDOW_OF_THE_NIGHT", *changes]


@pytest.mark.parametrize(
    ("local", "zone", "hours", "until"),
    [
        ("2026-03-07T12:00", EAST, 24, "2026-03-08T17:00"),
        ("2026-03-08T01:59", EAST, 1, "2026-03-08T07:59"),
        ("2026-10-31T12:00", CENTRE, 24, "2026-11-01T17:00"),
        ("2026-12-31T23:00", EAST, 2, "2027-01-01T06:00"),
        ("2028-02-28T20:00", EAST, 24, "2028-03-01T01:00"),
    ],
)
def test_hours_run_whatever_the_clocks_do(local, zone, hours, until):
    found = hours_after(local_moment(datetime.fromisoformat(local), zone), hours, "Act, 1")

    assert found.at == datetime.fromisoformat(until).replace(tzinfo=UTC)
    assert (found.others, codes(found.reasons)) == ((), ["HOURS_RUN"])


@pytest.mark.parametrize(
    ("local", "zone", "hours_apart"),
    [
        ("2026-11-01T00:59", EAST, []),
        ("2026-11-01T01:00", EAST, [1]),
        ("2026-11-01T01:59", CENTRE, [1]),
        ("2026-11-01T02:00", EAST, []),
        ("2027-11-07T01:30", EAST, [1]),
    ],
)
def test_a_time_that_comes_twice_keeps_both_moments(local, zone, hours_apart):
    found = local_moment(datetime.fromisoformat(local), zone)

    assert [other - found.at for other in found.others] == [
        timedelta(hours=each) for each in hours_apart
    ]
    assert (found.earliest, found.latest - found.at) == (
        found.at,
        timedelta(hours=sum(hours_apart)),
    )
