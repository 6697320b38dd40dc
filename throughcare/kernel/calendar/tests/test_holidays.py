from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.holidays import (
    FixedDay,
    HolidayList,
    NthWeekday,
    WeekdayBefore,
    easter_sunday,
    holidays_of,
)
from throughcare.kernel.calendar.tests.samples import (
    END,
    MONDAY,
    REALM_DAYS,
    START,
    SUNDAY,
    holiday,
)

EASTERS = {
    2015: "2015-04-05",
    2016: "2016-03-27",
    2018: "2018-04-01",
    2019: "2019-04-21",
    2024: "2024-03-31",
    2025: "2025-04-20",
    2026: "2026-04-05",
    2027: "2027-03-28",
    2035: "2035-03-25",
    2038: "2038-04-25",
    2049: "2049-04-18",
    2076: "2076-04-19",
    2100: "2100-03-28",
}


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter(year, day):
    assert easter_sunday(year) == date.fromisoformat(day)


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_of_spring(year):
    day = easter_sunday(year)

    assert day.weekday() == SUNDAY
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        (NthWeekday(2, MONDAY, 3), 2026, "2026-02-16"),
        (NthWeekday(2, MONDAY, 1), 2027, "2027-02-01"),
        (NthWeekday(5, MONDAY, -1), 2026, "2026-05-25"),
        (NthWeekday(5, MONDAY, -2), 2027, "2027-05-24"),
        (WeekdayBefore(5, 25, MONDAY), 2026, "2026-05-18"),
        (WeekdayBefore(5, 25, MONDAY), 2027, "2027-05-24"),
    ],
)
def test_rules_of_the_year(rule, year, day):
    assert rule.in_year(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-07-05", "SUNDAY"),
        ("2026-01-01", "NEW_YEAR"),
        ("2023-01-01", "SUNDAY"),
        ("2023-01-02", "NEW_YEAR"),
        ("2029-07-02", "MIDSUMMER"),
        ("2026-04-03", "GOOD_FRIDAY"),
        ("2026-04-06", "EASTER_MONDAY"),
        ("2026-09-30", "MEMORY"),
        ("2020-09-30", None),
        ("2022-09-19", "MOURNING"),
        ("2023-09-19", None),
        ("2026-08-03", "MARKET"),
        ("2026-07-04", None),
    ],
)
def test_a_list_says_why_a_day_is_a_holiday(day, code):
    found = REALM_DAYS.on(date.fromisoformat(day))

    assert (found and found.code) == code


def test_a_moved_holiday_leaves_its_own_day():
    assert date(2029, 7, 1) not in holidays_of(REALM_DAYS, 2029)
    assert date(2023, 1, 1) in holidays_of(REALM_DAYS, 2023)


@pytest.mark.parametrize(
    ("day", "certain", "doubtful"),
    [("2026-08-03", False, True), ("2026-07-01", True, True), ("2026-07-02", False, False)],
)
def test_a_doubtful_holiday_counts_only_where_asked(day, certain, doubtful):
    day = date.fromisoformat(day)

    assert REALM_DAYS.has(day, with_doubtful=False) == certain
    assert REALM_DAYS.has(day, with_doubtful=True) == doubtful


@pytest.mark.parametrize("order", [1, -1])
def test_a_certain_holiday_goes_before_a_doubtful_one(order):
    rules = (
        holiday("CERTAIN", FixedDay(8, 4)),
        holiday("DOUBTFUL", FixedDay(8, 4), is_doubtful=True),
    )
    both = HolidayList("BOTH", frozenset(), "", "", rules[::order], START, END)

    assert both.on(date(2026, 8, 4)).code == "CERTAIN"


def test_a_list_says_how_far_it_was_checked():
    assert REALM_DAYS.covers(START)
    assert not REALM_DAYS.covers(END)
    assert not REALM_DAYS.covers(date(2014, 12, 31))
