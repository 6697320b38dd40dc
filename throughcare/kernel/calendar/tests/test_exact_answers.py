"""Answers of the calendar to the last field: whole holidays, deadlines with their name, UTC."""

from datetime import UTC, date, datetime, time

import pytest

from throughcare.kernel.calendar.counting import Deadline, run
from throughcare.kernel.calendar.holidays import FixedDay, Holiday, Substitute
from throughcare.kernel.calendar.hours import DailySpan, local_moment, night_at
from throughcare.kernel.calendar.tests.samples import (
    ISLE_DAYS,
    REALM_DAYS,
    SATURDAY,
    SUNDAY,
    clock,
    holiday,
)


def day(text):
    """Return a day."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("days", "on", "code", "authority", "is_doubtful"),
    [
        (REALM_DAYS, "2026-05-17", "SUNDAY", "Days Act, 1", False),
        (ISLE_DAYS, "2026-05-17", "SUNDAY", "Isle Days Act, 1", False),
        (REALM_DAYS, "2026-07-01", "MIDSUMMER", "Days Act, MIDSUMMER", False),
        (REALM_DAYS, "2029-07-02", "MIDSUMMER", "Days Act, 3", False),
        (REALM_DAYS, "2023-01-02", "NEW_YEAR", "Days Act, 2", False),
        (REALM_DAYS, "2026-08-03", "MARKET", "Days Act, MARKET", True),
    ],
)
def test_a_holiday_says_its_day_its_rule_and_whether_it_is_doubtful(
    days, on, code, authority, is_doubtful
):
    assert days.on(day(on)) == Holiday(day(on), code, authority, is_doubtful)


def day_off(*substitutes, **more):
    """Return the first of May, and what takes its place on some weekdays."""
    return holiday("FIRST", FixedDay(5, 1), substitutes=substitutes, **more)


@pytest.mark.parametrize(
    ("substitutes", "year", "found"),
    [
        ((), 2026, [("2026-05-01", "Days Act, FIRST")]),
        ((Substitute(SUNDAY, 1, True, "Act, 2"),), 2026, [("2026-05-01", "Days Act, FIRST")]),
        (
            (Substitute(SUNDAY, 1, True, "Act, 2"),),
            2022,
            [("2022-05-01", "Days Act, FIRST"), ("2022-05-02", "Act, 2")],
        ),
        ((Substitute(SUNDAY, 1, False, "Act, 2"),), 2022, [("2022-05-02", "Act, 2")]),
        (
            (Substitute(SATURDAY, 2, True, "Act, 3"), Substitute(SUNDAY, 1, True, "Act, 2")),
            2027,
            [("2027-05-01", "Days Act, FIRST"), ("2027-05-03", "Act, 3")],
        ),
        (
            (Substitute(SATURDAY, 2, True, "Act, 3"), Substitute(SUNDAY, 1, True, "Act, 2")),
            2022,
            [("2022-05-01", "Days Act, FIRST"), ("2022-05-02", "Act, 2")],
        ),
    ],
)
@pytest.mark.parametrize("is_doubtful", [False, True])
def test_a_rule_gives_the_day_itself_and_what_takes_its_place(
    substitutes, year, found, is_doubtful
):
    rule = day_off(*substitutes, is_doubtful=is_doubtful)

    assert rule.holidays_in(year) == [
        Holiday(day(on), "FIRST", authority, is_doubtful) for on, authority in found
    ]


@pytest.mark.parametrize(
    ("first", "after", "count"),
    [
        ("2026-05-01", None, 1),
        ("2026-05-02", None, 0),
        ("2020-01-01", "2026-05-01", 0),
        ("2020-01-01", "2026-05-02", 1),
    ],
)
def test_a_rule_holds_from_its_first_day_until_the_day_it_ends_before(first, after, count):
    rule = day_off(starts_on=day(first), ends_before=after and day(after))

    assert len(rule.holidays_in(2026)) == count


def test_a_deadline_is_whole():
    found = run(clock("within", days=30, code="HEARING"), day("2026-05-14"))

    assert found == Deadline("HEARING", day("2026-06-13"), found.due, day("2026-06-12"), None)


@pytest.mark.parametrize(
    ("closed", "target"),
    [
        ((), "2026-06-12"),
        (("2026-06-12",), "2026-06-11"),
        (("2026-06-12", "2026-06-11"), "2026-06-10"),
        (("2026-06-11",), "2026-06-12"),
    ],
)
def test_what_to_aim_at_leaves_out_the_office_s_closing_days(closed, target):
    found = run(clock("within", days=30), day("2026-05-14"), frozenset(map(day, closed)))

    assert (found.target, found.due.on) == (day(target), day("2026-06-13"))


@pytest.mark.parametrize(
    "told",
    [
        datetime(2026, 5, 1, 14, 0),
        datetime(2026, 11, 1, 1, 30),
        datetime(2027, 3, 14, 2, 30),
        datetime.fromisoformat("2026-05-01T14:00+02:00"),
    ],
    ids=["plain", "twice", "skipped", "with_an_offset"],
)
def test_moments_are_kept_in_utc(told):
    found = local_moment(told, "America/Toronto")

    assert {each.tzinfo for each in (found.at, *found.others)} == {UTC}


def test_a_day_east_of_greenwich_is_its_own():
    whole_day = DailySpan(time(0), time(0))

    found = night_at(whole_day, datetime(2026, 6, 11, 3, 0), "Asia/Tokyo", "order")

    assert dict(found.reasons[0].facts)["evening"] == day("2026-06-11")
