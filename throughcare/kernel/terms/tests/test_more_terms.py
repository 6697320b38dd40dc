"""More tables of terms: lengths from given days, limits, phases, standing, orders together."""

import pytest

from throughcare.kernel.calendar.lengths import NOTHING, Length
from throughcare.kernel.terms.phases import Phase, Side, phase_days
from throughcare.kernel.terms.term import Standing, in_force, together
from throughcare.kernel.terms.tests.samples import codes, day, term


@pytest.mark.parametrize(
    ("on", "months", "last"),
    [
        ("2026-01-01", 6, "2026-06-30"),
        ("2026-01-01", 12, "2026-12-31"),
        ("2026-01-01", 24, "2027-12-31"),
        ("2026-01-01", 36, "2028-12-31"),
        ("2026-03-10", 6, "2026-09-09"),
        ("2026-03-10", 12, "2027-03-09"),
        ("2026-03-10", 24, "2028-03-09"),
        ("2026-03-10", 36, "2029-03-09"),
        ("2026-09-01", 6, "2027-02-28"),
        ("2027-09-01", 6, "2028-02-29"),
        ("2026-03-01", 12, "2027-02-28"),
        ("2026-03-01", 24, "2028-02-29"),
        ("2026-12-31", 12, "2027-12-30"),
        ("2026-10-15", 36, "2029-10-14"),
    ],
)
def test_probation_of_so_many_months(on, months, last):
    found = term(on=on, months=months)

    assert (found.first.on, found.last.on, found.last.others) == (day(on), day(last), ())
    assert found.flags == ()


@pytest.mark.parametrize(
    ("length", "last"),
    [
        (Length(years=1, less_days=1), "2027-01-13"),
        (Length(years=2, less_days=1), "2028-01-13"),
        (Length(months=6, less_days=1), "2026-07-13"),
        (Length(weeks=1), "2026-01-21"),
        (Length(weeks=2), "2026-01-28"),
        (Length(days=1), "2026-01-15"),
        (Length(days=30), "2026-02-13"),
        (Length(days=90), "2026-04-14"),
        (Length(months=3, days=10), "2026-04-24"),
        (Length(years=1, weeks=1), "2027-01-21"),
    ],
)
def test_less_a_day_and_weeks_and_days(length, last):
    assert term(length=length).last.on == day(last)


@pytest.mark.parametrize(
    ("on", "months", "last", "others"),
    [
        ("2028-02-29", 6, "2028-08-28", []),
        ("2028-02-29", 12, "2029-02-27", ["2029-02-28"]),
        ("2028-02-29", 24, "2030-02-27", ["2030-02-28"]),
        ("2027-08-31", 6, "2028-02-28", ["2028-02-29"]),
        ("2026-08-31", 6, "2027-02-27", ["2027-02-28"]),
        ("2026-03-31", 6, "2026-09-29", ["2026-09-30"]),
        ("2026-12-31", 6, "2027-06-29", ["2027-06-30"]),
    ],
)
def test_a_month_without_the_day_keeps_both_readings(on, months, last, others):
    found = term(on=on, months=months).last

    assert (found.on, found.others) == (day(last), tuple(map(day, others)))


@pytest.mark.parametrize(
    ("instrument", "length", "last", "flags"),
    [
        ("WATCH", Length(years=3), "2029-01-14", []),
        ("WATCH", Length(years=4), "2030-01-14", ["TERM_OVER_CAP"]),
        ("STAY", Length(years=2, less_days=1), "2028-01-13", []),
        ("STAY", Length(years=2), "2028-01-14", ["TERM_OVER_CAP"]),
        ("BOND", Length(years=1), "2027-01-14", []),
        ("BOND", Length(years=1, days=1), "2027-01-15", ["TERM_OVER_CAP"]),
        ("BAN", Length(years=10), "2036-01-14", []),
    ],
)
def test_a_cap_is_flagged_and_the_days_stay(instrument, length, last, flags):
    found = term(instrument, length=length)

    assert (found.last.on, codes(found.flags)) == (day(last), flags)


@pytest.mark.parametrize(
    ("side", "length", "skipped", "first", "last"),
    [
        (Side.FROM_START, Length(months=6), NOTHING, "2026-01-15", "2026-07-14"),
        (Side.FROM_START, Length(months=4), Length(months=6), "2026-07-15", "2026-11-14"),
        (Side.FROM_START, Length(days=30), NOTHING, "2026-01-15", "2026-02-13"),
        (Side.FROM_START, Length(weeks=2), NOTHING, "2026-01-15", "2026-01-28"),
        (Side.FROM_END, Length(months=6), NOTHING, "2026-07-15", "2027-01-14"),
        (Side.FROM_END, Length(months=1), NOTHING, "2026-12-15", "2027-01-14"),
        (Side.FROM_END, Length(days=14), NOTHING, "2027-01-01", "2027-01-14"),
    ],
)
def test_a_phase_of_twelve_months(side, length, skipped, first, last):
    found = phase_days(term(months=12), Phase(side, length, skipped), "Order, 3")

    assert (found.first.on, found.last.on, found.flags) == (day(first), day(last), ())


@pytest.mark.parametrize(
    ("months", "last", "after"),
    [
        (6, "2026-07-14", "2026-07-15"),
        (12, "2027-01-14", "2027-01-15"),
        (24, "2028-01-14", "2028-01-15"),
        (36, "2029-01-14", "2029-01-15"),
    ],
)
def test_standing_on_the_first_the_last_and_the_day_after(months, last, after):
    found = term(months=months)

    assert found.standing(day("2026-01-14")) is Standing.NOT_YET
    assert found.standing(day("2026-01-15")) is Standing.IN_FORCE
    assert found.standing(day(last)) is Standing.IN_FORCE
    assert found.standing(day(after)) is Standing.OVER


@pytest.mark.parametrize(
    ("on", "binding"),
    [
        ("2026-01-14", []),
        ("2026-01-15", [0]),
        ("2026-02-28", [0]),
        ("2026-03-01", [0, 1]),
        ("2026-06-01", [0, 1, 2]),
        ("2026-07-14", [0, 1, 2]),
        ("2026-07-15", [1, 2]),
        ("2026-08-31", [1, 2]),
        ("2026-09-01", [1]),
        ("2027-02-28", [1]),
        ("2027-03-01", []),
    ],
)
def test_which_of_three_orders_bind(on, binding):
    given = (("2026-01-15", 6), ("2026-03-01", 12), ("2026-06-01", 3))
    orders = [term(on=start, months=months) for start, months in given]

    assert together(orders).on == day("2027-02-28")
    assert in_force(orders, day(on)) == [orders[place] for place in binding]


@pytest.mark.parametrize(
    ("one", "two", "last"),
    [
        (("2026-01-15", 12), ("2026-06-01", 6), "2027-01-14"),
        (("2026-01-15", 6), ("2026-06-01", 6), "2026-11-30"),
        (("2026-01-15", 24), ("2027-01-15", 12), "2028-01-14"),
        (("2026-03-01", 24), ("2026-01-01", 24), "2028-02-29"),
    ],
)
def test_two_orders_together(one, two, last):
    orders = [term(on=start, months=months) for start, months in (one, two)]

    assert together(orders).on == day(last)
    assert together(orders[::-1]).on == day(last)
