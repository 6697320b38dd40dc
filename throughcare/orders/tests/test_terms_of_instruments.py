"""The days of each instrument, from its row, by the rules of the pack."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.answers import Day, NeedsPerson, NoEnd
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.computing import term_of
from throughcare.orders.law import the_pack
from throughcare.orders.models import Order
from throughcare.orders.queries.terms import made_of
from throughcare.orders.tests.factories import made

LAST_DAYS = [
    ("PROBATION", Length(months=12), date(2027, 9, 7)),
    ("PROBATION", Length(years=1), date(2027, 9, 7)),
    ("PROBATION", Length(months=18), date(2028, 3, 7)),
    ("PROBATION", Length(years=3), date(2029, 9, 7)),
    ("PROBATION", Length(days=90), date(2026, 12, 6)),
    ("PROBATION", Length(weeks=4), date(2026, 10, 5)),
    ("CONDITIONAL_DISCHARGE", Length(months=6), date(2027, 3, 7)),
    ("CONDITIONAL_DISCHARGE", Length(years=2), date(2028, 9, 7)),
    ("CSO", Length(months=6), date(2027, 3, 7)),
    ("CSO", Length(years=2, less_days=1), date(2028, 9, 6)),
    ("CSO", Length(months=3, days=10), date(2026, 12, 17)),
    ("PEACE_BOND_810", Length(months=12), date(2027, 9, 7)),
    ("PEACE_BOND_81003", Length(months=12), date(2027, 9, 7)),
    ("PEACE_BOND_8101", Length(months=6), date(2027, 3, 7)),
    ("PEACE_BOND_8102", Length(months=12), date(2027, 9, 7)),
    ("S110_ORDER", Length(years=5), date(2031, 9, 8)),
    ("S109_ORDER", Length(years=10), date(2036, 9, 8)),
    ("SOIRA_ORDER", Length(years=20), date(2046, 9, 8)),
]
FLAGGED = [
    ("PROBATION", Length(years=3, months=1)),
    ("CSO", Length(years=2)),
    ("PEACE_BOND_810", Length(months=13)),
]
WITHOUT_END = ["DNA_ORDER", "RESTITUTION", "VICTIM_SURCHARGE", "NCR_DISPOSITION"]


def term(**said):
    return term_of(the_pack().terms, made_of(Order(**made(**said).columns())))


@pytest.mark.parametrize(("instrument", "length", "last"), LAST_DAYS)
def test_the_last_day(instrument, length, last):
    found = term(instrument=instrument, length=length)

    assert (found.first.on, found.last.on) == (date(2026, 9, 8), last)


@pytest.mark.parametrize(("instrument", "length"), FLAGGED)
def test_what_passes_the_limit_is_kept_and_flagged(instrument, length):
    found = term(instrument=instrument, length=length)

    assert isinstance(found.last, Day)
    assert found.flags


@pytest.mark.parametrize("instrument", WITHOUT_END)
def test_an_order_that_waits_for_an_event_has_no_last_day(instrument):
    assert isinstance(term(instrument=instrument, length=None).last, NoEnd)


@pytest.mark.parametrize("instrument", ["PAROLE", "TEMPORARY_ABSENCE"])
def test_days_that_an_authority_certifies_are_asked_for(instrument):
    assert isinstance(term(instrument=instrument, length=None).first, NeedsPerson)


def test_days_that_the_board_certified_are_taken():
    days = {"first_day_stated": date(2026, 10, 1), "last_day_stated": date(2027, 1, 14)}
    found = term(instrument="PAROLE", length=None, **days)

    assert (found.starts_on, found.last.on) == (date(2026, 10, 1), date(2027, 1, 14))


def test_without_a_length_the_last_day_is_asked_for():
    assert isinstance(term(length=None).last, NeedsPerson)


def test_an_instrument_nobody_knows_leaves_both_days_to_a_person():
    found = term(instrument="SOMETHING_ELSE")

    assert isinstance(found.first, NeedsPerson)
    assert isinstance(found.last, NeedsPerson)


def test_for_life_there_is_no_last_day():
    assert isinstance(term(instrument="S109_ORDER", length=None, for_life=True).last, NoEnd)


@given(st.dates(date(2015, 1, 1), date(2026, 11, 26)), st.integers(1, 36))
def test_a_longer_order_never_ends_earlier(day, months):
    shorter = term(made_on=day, length=Length(months=months))
    longer = term(made_on=day, length=Length(months=months + 1))

    assert shorter.last.on < longer.last.on


@given(st.dates(date(2015, 1, 1), date(2026, 11, 26)), st.integers(1, 36))
def test_the_first_day_is_the_day_it_was_made(day, months):
    found = term(made_on=day, length=Length(months=months))

    assert found.first.on == day
    assert found.reasons
