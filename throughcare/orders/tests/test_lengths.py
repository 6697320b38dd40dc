"""Lengths as clerks type them, in either language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.orders.lengths import read_length

READ = [
    ("18 months", Length(months=18)),
    ("18 mois", Length(months=18)),
    ("18 MONTHS", Length(months=18)),
    ("18months", Length(months=18)),
    ("18", Length(months=18)),
    ("  18  ", Length(months=18)),
    ("one year", Length(years=1)),
    ("a year", Length(years=1)),
    ("un an", Length(years=1)),
    ("1 an", Length(years=1)),
    ("1 année", Length(years=1)),
    ("deux ans", Length(years=2)),
    ("2 yrs", Length(years=2)),
    ("3 years", Length(years=3)),
    ("two years less a day", Length(years=2, less_days=1)),
    ("two years less one day", Length(years=2, less_days=1)),
    ("2 years less 1 day", Length(years=2, less_days=1)),
    ("deux ans moins un jour", Length(years=2, less_days=1)),
    ("1 year 6 months", Length(years=1, months=6)),
    ("1 year and 6 months", Length(years=1, months=6)),
    ("1 an et 6 mois", Length(years=1, months=6)),
    ("3 months plus 10 days", Length(months=3, days=10)),
    ("90 days", Length(days=90)),
    ("90 jours", Length(days=90)),
    ("6 weeks", Length(weeks=6)),
    ("six semaines", Length(weeks=6)),
    ("twelve months", Length(months=12)),
    ("douze mois", Length(months=12)),
    ("dix-huit mois", Length(months=18)),
    ("eighteen months", Length(months=18)),
]
NOT_READ = [
    "",
    "0",
    "0 months",
    "a while",
    "months",
    "18 moons",
    "until Christmas",
    "18 months or so",
    "less a day",
    "two years less",
    "two years less a month",
    "2 years less 1 day less 1 day",
    "-3 months",
    "3.5 months",
    "12/5",
]


@pytest.mark.parametrize(("typed", "length"), READ)
def test_what_clerks_type_is_read(typed, length):
    assert read_length(typed) == length


@pytest.mark.parametrize("typed", NOT_READ)
def test_anything_else_is_not_guessed(typed):
    assert read_length(typed) is None


@given(st.integers(1, 999))
def test_any_number_of_months(months):
    assert read_length(f"{months} months") == Length(months=months)
    assert read_length(f"{months} mois") == Length(months=months)


@given(st.text(max_size=60))
def test_no_text_breaks_it(typed):
    found = read_length(typed)

    assert found is None or found != Length()
