from datetime import date, timedelta

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
    THURSDAY,
    holiday,
)

EASTERS = """
1818-03-22 1943-04-25 1981-04-19 2000-04-23 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21
2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2038-04-25 2049-04-18
"""


@pytest.mark.parametrize("day", EASTERS.split())
def test_easter(day):
    day = date.fromisoformat(day)

    assert easter_sunday(day.year) == day


def easter_by_the_golden_number(year):
    """Return Easter by Lilius and Clavius's own tables, as Knuth wrote them down."""
    golden, century = year % 19 + 1, year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - solar - 10
    epact = (11 * golden + 20 + lunar - solar) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    moon = 44 - epact + 30 * (epact > 23)
    return date(year, 3, 1) + timedelta(days=moon + 6 - (sunday + moon) % 7)


def test_easter_agrees_with_a_second_method():
    years = range(1583, 4000)

    assert [easter_sunday(year) for year in years] == [
        easter_by_the_golden_number(year) for year in years
    ]


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
        (NthWeekday(11, THURSDAY, 4), 2026, "2026-11-26"),
        (NthWeekday(11, THURSDAY, -1), 2026, "2026-11-26"),
        (NthWeekday(12, THURSDAY, -1), 2026, "2026-12-31"),
        (WeekdayBefore(6, 26, THURSDAY), 2026, "2026-06-25"),
        (WeekdayBefore(6, 25, THURSDAY), 2026, "2026-06-18"),
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


@pytest.mark.parametrize(
    ("starts_on", "ends_before", "is_holiday"),
    [
        ("2026-08-04", "2027-01-01", True),
        ("2026-08-05", "2027-01-01", False),
        ("2015-01-01", "2026-08-05", True),
        ("2015-01-01", "2026-08-04", False),
    ],
)
def test_a_holiday_begins_and_ends_on_its_own_days(starts_on, ends_before, is_holiday):
    dated = holiday(
        "DATED",
        FixedDay(8, 4),
        starts_on=date.fromisoformat(starts_on),
        ends_before=date.fromisoformat(ends_before),
    )

    assert bool(dated.holidays_in(2026)) == is_holiday


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
