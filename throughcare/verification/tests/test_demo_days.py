"""On which days the demo office did what was asked."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length, day_after
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, State
from throughcare.verification.demo.days import done_days

FIRST, UNTIL = date(2026, 1, 5), date(2026, 11, 25)
ROLLING = Rolling(Length(days=30))
TWICE = Times((Rate(FIRST, 2),), Window.MONTH, PartWindow.OWED)
SEEDS = st.integers(0, 10_000)


def asked(cadence):
    return Requirement(
        "R", "CHECKED", OwedBy.OFFICE, cadence, frozenset({"CHECKED"}), "Rule", Period(FIRST)
    )


def done(cadence, seed=1, until=UNTIL):
    return list(done_days(asked(cadence), until, Random(seed)))


def states(cadence, seed):
    evidence = tuple(
        Evidence(str(place), "CHECKED", each.on, amount=each.hours or Fraction(0))
        for place, each in enumerate(done(cadence, seed))
    )
    return [each.state for each in obligations(asked(cadence), Facts(evidence), UNTIL)]


@given(SEEDS)
def test_once_is_done_in_time_or_not_at_all(seed):
    found = done(Once(FIRST, FIRST + timedelta(days=14)), seed)

    assert len(found) <= 1
    assert all(FIRST <= each.on < FIRST + timedelta(days=14) for each in found)


def test_once_is_mostly_done():
    cadence = Once(FIRST, FIRST + timedelta(days=14))

    assert 940 <= sum(len(done(cadence, seed)) for seed in range(1000)) <= 995


def test_what_is_due_later_is_not_done_tomorrow():
    assert done(Once(UNTIL + timedelta(days=1), UNTIL + timedelta(days=9))) == []


@given(SEEDS)
def test_again_and_again_is_never_late(seed):
    days = [each.on for each in done(ROLLING, seed)]

    assert all(after <= day_after(before, ROLLING.within) for before, after in pairwise(days))
    assert State.OVERDUE not in states(ROLLING, seed)


@given(SEEDS)
def test_so_often_a_month_is_done_so_often(seed):
    assert State.OVERDUE not in states(TWICE, seed)


@given(SEEDS, st.integers(1, 240))
def test_hours_are_worked_to_the_last_and_none_too_many(seed, hours):
    cadence = Hours(Fraction(hours), FIRST, FIRST + timedelta(days=240))
    found = done(cadence, seed)

    assert sum(each.hours for each in found) == hours
    assert states(cadence, seed) == [State.DONE]


def test_hours_not_due_yet_are_part_done():
    cadence = Hours(Fraction(100), FIRST, FIRST + timedelta(days=600))

    assert 0 < sum(each.hours for each in done(cadence)) < 100


@pytest.mark.parametrize("cadence", [ROLLING, TWICE, Once(FIRST, UNTIL)])
def test_nothing_is_done_after_the_day(cadence):
    assert all(each.on <= UNTIL for seed in range(50) for each in done(cadence, seed))


def test_what_another_act_causes_is_not_done_here():
    assert done(After("COURT_DATE", Length(days=7))) == []


def test_the_same_seed_does_the_same():
    assert done(ROLLING, 5) == done(ROLLING, 5)
