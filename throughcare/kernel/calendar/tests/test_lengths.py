from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import (
    Landing,
    Length,
    day_after,
    day_before,
    first_days,
    last_days,
    months_from,
)

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
months = st.integers(0, 60)


@pytest.mark.parametrize(
    ("day", "count", "landing"),
    [
        ("2026-01-15", 12, ("2027-01-15", True)),
        ("2026-01-31", 1, ("2026-02-28", False)),
        ("2024-01-30", 1, ("2024-02-29", False)),
        ("2024-02-29", 12, ("2025-02-28", False)),
        ("2024-02-29", 48, ("2028-02-29", True)),
        ("2026-12-01", 1, ("2027-01-01", True)),
        ("2026-03-31", -1, ("2026-02-28", False)),
        ("2026-01-15", -1, ("2025-12-15", True)),
        ("2026-01-15", 0, ("2026-01-15", True)),
    ],
)
def test_months_lead_to_the_same_number_or_the_last_day(day, count, landing):
    on, is_corresponding = landing

    assert months_from(date.fromisoformat(day), count) == Landing(
        date.fromisoformat(on), is_corresponding
    )


@pytest.mark.parametrize(
    ("first", "length", "certain", "outer"),
    [
        ("2026-01-15", Length(months=12), "2027-01-14", "2027-01-14"),
        ("2026-03-01", Length(months=24), "2028-02-29", "2028-02-29"),
        ("2024-02-29", Length(months=12), "2025-02-27", "2025-02-28"),
        ("2026-08-31", Length(months=6), "2027-02-27", "2027-02-28"),
        ("2025-09-23", Length(years=2, less_days=1), "2027-09-21", "2027-09-21"),
        ("2025-10-07", Length(months=15, days=15), "2027-01-21", "2027-01-21"),
        ("2025-04-25", Length(days=120), "2025-08-22", "2025-08-22"),
        ("2026-01-01", Length(weeks=2), "2026-01-14", "2026-01-14"),
        ("2026-08-31", Length(months=6, days=10), "2027-03-09", "2027-03-10"),
    ],
)
def test_a_period_counts_its_first_day(first, length, certain, outer):
    found = last_days(date.fromisoformat(first), length)

    assert found == (date.fromisoformat(certain), date.fromisoformat(outer))


@pytest.mark.parametrize(
    ("last", "length", "certain", "outer"),
    [
        ("2027-09-21", Length(days=50), "2027-08-03", "2027-08-03"),
        ("2027-01-14", Length(months=6), "2026-07-15", "2026-07-15"),
        ("2026-03-30", Length(months=1), "2026-03-01", "2026-02-28"),
    ],
)
def test_a_period_can_be_counted_back_from_its_last_day(last, length, certain, outer):
    found = first_days(date.fromisoformat(last), length)

    assert found == (date.fromisoformat(certain), date.fromisoformat(outer))


@pytest.mark.parametrize(
    ("step", "day", "length", "expected"),
    [
        (day_after, "2026-04-17", Length(days=7), "2026-04-24"),
        (day_after, "2026-11-30", Length(months=3), "2027-02-28"),
        (day_after, "2026-11-04", Length(years=10), "2036-11-04"),
        (day_before, "2026-07-20", Length(days=14), "2026-07-06"),
        (day_before, "2026-03-31", Length(months=1), "2026-02-28"),
        (day_after, "2026-01-01", Length(years=1, less_days=1), "2026-12-31"),
    ],
)
def test_the_day_itself_is_left_out(step, day, length, expected):
    assert step(date.fromisoformat(day), length) == date.fromisoformat(expected)


def test_lengths_add_up_word_by_word():
    whole = Length(1, 2, 3, 4, 5) + Length(1, 1, 1, 1, 1)

    assert whole == Length(2, 3, 4, 5, 6)
    assert (whole.whole_months, whole.loose_days) == (27, 27)


@given(days, months)
def test_a_day_too_many_is_only_ever_one(first, count):
    certain, outer = last_days(first, Length(months=count))

    assert outer - certain in (timedelta(0), timedelta(days=1))
    assert (outer == certain) == months_from(first, count).is_corresponding


@given(days, months)
def test_months_back_and_forth_never_pass_the_day(day, count):
    back = months_from(months_from(day, count).on, -count).on

    assert timedelta(0) <= day - back <= timedelta(days=3)


@given(days, st.integers(0, 800), st.integers(0, 800))
def test_more_days_never_end_sooner(first, fewer, more):
    fewer, more = sorted((fewer, more))

    assert last_days(first, Length(days=fewer)) <= last_days(first, Length(days=more))
