"""Days near the first and the last that a calendar has."""

from datetime import date, timedelta

import pytest

from throughcare.kernel.calendar.lengths import Length, due_after, later, months_from
from throughcare.kernel.calendar.tests.samples import OFFICE
from throughcare.kernel.calendar.working import MOST_DAYS, nth_working_day

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(("day", "months"), [(date.max, 1), (date.min, -1), (MONDAY, 10**6)])
def test_months_that_lead_out_say_which_year(day, months):
    with pytest.raises(OverflowError, match=r"no calendar has the year -?\d+"):
        months_from(day, months)


@pytest.mark.parametrize(
    ("day", "months", "on"),
    [(date(9998, 12, 31), 12, date.max), (date(2, 1, 1), -12, date.min)],
)
def test_the_first_and_the_last_year_are_inside(day, months, on):
    assert months_from(day, months).on == on


@pytest.mark.parametrize(
    ("by", "day"),
    [
        (timedelta(days=1), date(2026, 3, 3)),
        (timedelta(days=-1), date(2026, 3, 1)),
        (timedelta(days=10**7), date.max),
    ],
)
def test_later_stays_in_the_calendar(by, day):
    assert later(MONDAY, by) == day


@pytest.mark.parametrize(
    ("length", "day"),
    [
        (Length(), date(2026, 3, 3)),
        (Length(days=2), date(2026, 3, 5)),
        (Length(months=1), date(2026, 4, 3)),
        (Length(years=9000), date.max),
        (Length(days=10**12), date.max),
    ],
)
def test_something_is_due_before_the_day_after_its_last(length, day):
    assert due_after(MONDAY, length) == day


def test_what_is_due_on_the_last_day_of_all_is_due_before_it():
    assert due_after(date.max, Length()) == date.max


def test_working_days_that_nobody_counts_are_refused_before_they_are_walked():
    with pytest.raises(OverflowError, match="10001 working days"):
        nth_working_day(OFFICE, MONDAY, MOST_DAYS + 1, "Act, s. 1")


def test_as_many_as_somebody_may_count_are_counted():
    assert nth_working_day(OFFICE, MONDAY, MOST_DAYS, "Act, s. 1").on.year > MONDAY.year
