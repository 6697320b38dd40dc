"""Every cadence in every situation: pauses, decisions, evidence and the end of the order.

The window of each opens on Monday 2 March and is due before Thursday 5 March, but for the week's,
which is due before Monday 9 March.
"""

from datetime import timedelta
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import After, Hours, Once, Rate, Rolling, Times
from throughcare.kernel.obligations.tests.examples import asked, day
from throughcare.kernel.obligations.words import OwedBy, PartWindow, State

OPENS_ON, DUE_BEFORE = day("03-02"), day("03-05")
CADENCES = {
    "once": Once(OPENS_ON, DUE_BEFORE),
    "after": After("INTAKE", Length(days=2)),
    "times": Times((Rate(OPENS_ON, 1),), Window.WEEK, PartWindow.OWED),
    "rolling": Rolling(Length(days=2)),
    "hours": Hours(Fraction(10), OPENS_ON, DUE_BEFORE),
}
INTAKE = (Event("INTAKE", OPENS_ON),)
every_cadence = pytest.mark.parametrize("name", CADENCES)


def due(name, after=0):
    """Return the day before which a cadence's window is due, or some days after it."""
    return (day("03-09") if name == "times" else DUE_BEFORE) + timedelta(days=after)


def first_of(name, on, until=None, owed_by=OwedBy.OFFICE, **known):
    """Return the state of the first obligation on a day, and how many days it was put off."""
    in_force = Period(OPENS_ON, until)
    requirement = asked(CADENCES[name], in_force=in_force, owed_by=owed_by)
    found = obligations(requirement, Facts(events=INTAKE, **known), on)[0]
    assert found.opens_on == OPENS_ON
    return found.state, (found.due_before - due(name)).days


def met_on(on, times=1):
    return tuple(Evidence(f"{n}", "CONTACT", on, amount=Fraction(10)) for n in range(times))


def custody(first, after=None):
    return (Pause("CUSTODY", Period(first, after)),)


def decided(requirement="R1", first=OPENS_ON):
    return (Decision("D1", requirement, Period(first, None), "L. Tremblay", "a reason"),)


@every_cadence
@pytest.mark.parametrize(
    ("after", "state"), [(-1, State.OPEN), (0, State.OVERDUE), (400, State.OVERDUE)]
)
def test_nothing_done(name, after, state):
    assert first_of(name, due(name, after)) == (state, 0)


@every_cadence
def test_it_is_open_from_its_first_day(name):
    assert first_of(name, OPENS_ON) == (State.OPEN, 0)


@pytest.mark.parametrize("name", sorted(CADENCES.keys() - {"after"}))
def test_it_lies_ahead_the_day_before(name):
    assert first_of(name, OPENS_ON - timedelta(days=1)) == (State.AHEAD, 0)


@every_cadence
def test_done_on_its_last_day_it_is_done_for_ever(name):
    evidence = met_on(due(name, -1))

    assert first_of(name, due(name, -1), evidence=evidence) == (State.DONE, 0)
    assert first_of(name, due(name, 400), evidence=evidence) == (State.DONE, 0)


@every_cadence
def test_done_a_day_late_it_is_done_late_unless_the_week_is_over(name):
    late = State.OVERDUE if name == "times" else State.DONE_LATE

    assert first_of(name, due(name, 1), evidence=met_on(due(name))) == (late, 0)


@every_cadence
@pytest.mark.parametrize(
    ("first", "after", "put_off"),
    [
        pytest.param(-5, -3, 0, id="over_before_it_opens"),
        pytest.param(-5, 1, 1, id="its_first_day"),
        pytest.param(1, 3, 2, id="two_days_inside"),
        pytest.param(2, 30, 28, id="from_its_last_day_but_one_on"),
        pytest.param(60, 70, 0, id="after_it_was_due"),
    ],
)
def test_each_paused_day_of_the_window_is_made_up_for(name, first, after, put_off):
    span = custody(OPENS_ON + timedelta(days=first), OPENS_ON + timedelta(days=after))

    # In the week that follows, the first contact counts for that week.
    evidence = met_on(due(name, put_off - 1), times=2 if name == "times" else 1)
    assert first_of(name, due(name, 100), pauses=span) == (State.OVERDUE, put_off)
    assert first_of(name, due(name, 100), pauses=span, evidence=evidence) == (State.DONE, put_off)


@every_cadence
def test_on_a_paused_day_nothing_is_asked(name):
    span = custody(OPENS_ON + timedelta(days=1))

    assert first_of(name, OPENS_ON, pauses=span) == (State.OPEN, 0)
    assert first_of(name, OPENS_ON + timedelta(days=1), pauses=span) == (State.PAUSED, 1)
    assert first_of(name, due(name, 90), pauses=span)[0] is State.PAUSED


@every_cadence
def test_a_pause_does_not_undo_what_is_overdue(name):
    assert first_of(name, due(name, 1), pauses=custody(due(name))) == (State.OVERDUE, 0)


@every_cadence
@pytest.mark.parametrize("owed_by", OwedBy)
@pytest.mark.parametrize("after", [-1, 0, 400])
def test_set_aside_it_stays_set_aside(name, owed_by, after):
    found = first_of(name, due(name, after), owed_by=owed_by, set_aside=decided())

    assert found == (State.SET_ASIDE, 0)


@every_cadence
@pytest.mark.parametrize("after", [-1, 0, 400])
def test_not_done_for_want_of_staff_is_the_offices_own(name, after):
    on, others = due(name, after), State.OPEN if after < 0 else State.OVERDUE

    assert first_of(name, on, no_staff=decided()) == (State.NOT_DONE_NO_STAFF, 0)
    assert first_of(name, on, owed_by=OwedBy.PERSON, no_staff=decided()) == (others, 0)


@pytest.mark.parametrize("name", sorted(CADENCES.keys() - {"after"}))
def test_want_of_staff_is_not_said_before_the_window_opens(name):
    on = OPENS_ON - timedelta(days=1)

    assert first_of(name, on, no_staff=decided()) == (State.AHEAD, 0)


@every_cadence
@pytest.mark.parametrize(
    "decision",
    [decided(requirement="R2"), decided(first=OPENS_ON + timedelta(days=1))],
    ids=["another_requirement", "later_windows"],
)
def test_a_decision_about_something_else_changes_nothing(name, decision):
    found = first_of(name, due(name), set_aside=decision, no_staff=decision)

    assert found == (State.OVERDUE, 0)


@every_cadence
@pytest.mark.parametrize(
    ("known", "state"),
    [
        pytest.param({"set_aside": decided(), "no_staff": decided()}, "SET_ASIDE", id="both"),
        pytest.param(
            {"set_aside": decided(), "evidence": met_on(OPENS_ON)}, "DONE", id="aside_yet_done"
        ),
        pytest.param(
            {"no_staff": decided(), "evidence": met_on(OPENS_ON)}, "DONE", id="done_after_all"
        ),
        pytest.param(
            {"set_aside": decided(), "pauses": custody(OPENS_ON)},
            "SET_ASIDE",
            id="aside_in_custody",
        ),
        pytest.param(
            {"no_staff": decided(), "pauses": custody(OPENS_ON)},
            "NOT_DONE_NO_STAFF",
            id="no_staff_in_custody",
        ),
    ],
)
def test_which_of_two_facts_counts(name, known, state):
    assert first_of(name, OPENS_ON + timedelta(days=1), **known)[0].name == state


@pytest.mark.parametrize("name", sorted(CADENCES.keys() - {"times"}))
@pytest.mark.parametrize(
    ("known", "state"),
    [({"set_aside": decided()}, "SET_ASIDE"), ({"no_staff": decided()}, "DONE_LATE")],
    ids=["set_aside", "no_staff"],
)
def test_done_late_is_said_of_what_had_no_staff_and_not_of_what_was_set_aside(name, known, state):
    found = first_of(name, due(name, 2), evidence=met_on(due(name, 1)), **known)

    assert found[0].name == state


@every_cadence
@pytest.mark.parametrize(
    ("until", "on", "state"),
    [
        pytest.param(-1, -2, State.OPEN, id="still_in_force"),
        pytest.param(-1, -1, State.ENDED, id="ended_before_it_was_due"),
        pytest.param(-1, 50, State.ENDED, id="ended_long_ago"),
        pytest.param(0, 0, State.OVERDUE, id="ended_as_it_was_due"),
        pytest.param(9, 50, State.OVERDUE, id="ended_after_it_was_due"),
    ],
)
def test_the_end_of_the_order(name, until, on, state):
    assert first_of(name, due(name, on), until=due(name, until)) == (state, 0)


@every_cadence
def test_evidence_of_the_day_the_order_ended_counts_no_more(name):
    ends, last = due(name, -1), due(name, -2)

    assert first_of(name, due(name), until=ends, evidence=met_on(ends))[0] is State.ENDED
    assert first_of(name, due(name), until=ends, evidence=met_on(last))[0] is State.DONE


@every_cadence
def test_an_ended_order_keeps_what_had_no_staff(name):
    found = first_of(name, due(name, 50), until=due(name, -1), no_staff=decided())

    assert found == (State.NOT_DONE_NO_STAFF, 0)
