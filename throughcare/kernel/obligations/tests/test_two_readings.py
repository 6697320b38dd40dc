"""A last day that has two readings: the later moves states, the earlier is told beside it."""

from fractions import Fraction

import pytest

from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Facts, Pause, Period
from throughcare.kernel.obligations.requirements import Hours, Once
from throughcare.kernel.obligations.tests.examples import asked, day, seen
from throughcare.kernel.obligations.words import State

PLAIN = Once(day("03-02"), day("03-06"))
TWICE = Once(day("03-02"), day("03-06"), day("03-05"))
NOTHING = Facts()
SERVICE = Hours(Fraction(8), day("03-02"), day("03-06"), day("03-05"))


def first(cadence, on, facts=NOTHING):
    """Return the one obligation of a cadence on a day."""
    (found,) = obligations(asked(cadence), facts, day(on))
    return found


def two_readings(obligation):
    """Return the facts of the reason that names both days."""
    code = "obligation.two_readings"
    return [(each.authority, dict(each.facts)) for each in obligation.reasons if each.code == code]


@pytest.mark.parametrize("cadence", [TWICE, SERVICE])
@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("03-01", State.AHEAD),
        ("03-04", State.OPEN),
        ("03-05", State.OPEN),
        ("03-06", State.OVERDUE),
    ],
)
def test_nothing_is_overdue_before_the_later_day_is_over(cadence, on, state):
    assert first(cadence, on).state is state


@pytest.mark.parametrize("cadence", [TWICE, SERVICE])
def test_both_days_are_told_with_the_rule(cadence):
    found = first(cadence, "03-03")

    assert two_readings(found) == [("Standard 3.4", {"safe": day("03-04"), "last": day("03-05")})]
    assert found.reasons[1].code == "obligation.two_readings"
    assert (found.safe_before, found.due_before) == (day("03-05"), day("03-06"))


def test_a_day_with_one_reading_is_safe_itself():
    found = first(PLAIN, "03-03")

    assert (found.safe_before, two_readings(found)) == (day("03-06"), [])


@pytest.mark.parametrize(("on", "state"), [("03-05", State.DONE), ("03-06", State.DONE_LATE)])
def test_what_is_done_on_the_later_day_is_done_in_time(on, state):
    assert first(TWICE, "03-10", seen(on)).state is state


def test_a_pause_moves_both_days():
    away = Facts(pauses=(Pause("HOSPITAL", Period(day("03-03"), day("03-05"))),))

    found = first(TWICE, "03-06", away)

    assert (found.safe_before, found.due_before) == (day("03-07"), day("03-08"))
