"""Periods, pauses, decisions and windows, each by itself: what holds and a few by example."""

import itertools
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window, around
from throughcare.kernel.obligations.computing import WAITING, account, obligations, unsettled
from throughcare.kernel.obligations.facts import Decision, Event, Facts, Pause, Period, decided
from throughcare.kernel.obligations.pauses import merged, put_off
from throughcare.kernel.obligations.requirements import After, Hours, Once, Rate, Times
from throughcare.kernel.obligations.slots import Slot, fixed_slots
from throughcare.kernel.obligations.tests.examples import asked, day, monthly, seen
from throughcare.kernel.obligations.tests.strategies import (
    ONE_DAY,
    days,
    facts,
    pauses,
    periods,
    requirements,
    spans,
)
from throughcare.kernel.obligations.words import SETTLED, PartWindow, State, Strength


def days_of(spans):
    """Return every day of some spans."""
    return {first + timedelta(n) for first, after in spans for n in range((after - first).days)}


@given(periods(), days)
def test_a_period_holds_its_first_day_and_not_the_one_it_ends_before(period, other):
    assert period.holds(period.starts_on)
    assert not period.holds(period.starts_on - ONE_DAY)
    if period.ends_before:
        assert period.holds(period.ends_before - ONE_DAY)
        assert not period.holds(period.ends_before)
    else:
        assert period.holds(period.starts_on + timedelta(days=9_999))


@given(st.lists(pauses, max_size=5), days)
def test_merged_spans_hold_each_paused_day_up_to_the_day_and_no_other(known, on):
    found = merged(known, on)

    asked_about = {on - timedelta(n) for n in range(200)}
    paused = {each for each in asked_about if any(it.period.holds(each) for it in known)}
    assert days_of(found) == paused
    for (_, after), (first, _) in itertools.pairwise(found):
        assert after < first


@given(spans(), st.lists(pauses, max_size=4), days)
def test_a_window_put_off_keeps_as_many_days_to_do_it(window, known, on):
    opens_on, due_before = window
    paused = merged(known, on)

    moved = put_off(opens_on, due_before, paused)

    assert moved >= due_before
    free = days_of([(opens_on, moved)]) - days_of(paused)
    assert len(free) == (due_before - opens_on).days


@pytest.mark.parametrize(
    ("first", "after", "spans"),
    [
        ("03-03", "03-05", [("03-01", "03-05")]),
        ("03-04", "03-06", [("03-01", "03-03"), ("03-04", "03-06")]),
        ("03-01", "03-02", [("03-01", "03-03")]),
        ("03-09", None, [("03-01", "03-03"), ("03-09", "03-11")]),
        ("03-11", None, [("03-01", "03-03")]),
        ("03-10", "04-10", [("03-01", "03-03"), ("03-10", "03-11")]),
    ],
    ids=["touching", "apart", "inside", "still_going_on", "tomorrow", "foreseen_end"],
)
def test_two_pauses_as_known_on_the_tenth(first, after, spans):
    custody = Pause("CUSTODY", Period(day("03-01"), day("03-03")))
    hospital = Pause("HOSPITAL", Period(day(first), day(after) if after else None))

    assert merged([hospital, custody], day("03-10")) == [(day(a), day(b)) for a, b in spans]


def test_the_first_decision_about_a_window_counts():
    first = Decision("D1", "R1", Period(day("03-01"), day("03-05")), "L. Tremblay", "ill")
    second = Decision("D2", "R1", Period(day("03-01")), "A. Okafor", "away")

    found = [decided([first, second], "R1", day(on)) for on in ("02-28", "03-04", "03-05")]
    assert found == [None, first, second]
    assert decided([first, second], "R2", day("03-04")) is None


def test_a_state_is_settled_or_waits_for_somebody():
    assert set(State) == SETTLED | WAITING
    assert set() == SETTLED & WAITING


def test_strengths_stand_in_order():
    assert sorted(Strength, reverse=True) == [
        Strength.OFFICIAL,
        Strength.OBSERVED,
        Strength.COLLATERAL,
        Strength.DOCUMENT,
        Strength.SELF_REPORT,
    ]


@pytest.mark.parametrize("strength", Strength)
@pytest.mark.parametrize("at_least", Strength)
def test_evidence_closes_where_it_is_strong_enough(strength, at_least):
    requirement = asked(Once(day("03-02"), day("03-05")), at_least=at_least)

    (found,) = obligations(requirement, seen("03-02", strength=strength), day("03-02"))

    assert (found.state is State.DONE) == (strength.value >= at_least.value)


@pytest.mark.parametrize("part", PartWindow)
@pytest.mark.parametrize(
    ("until", "opens"),
    [
        ("02-01", ["01-01"]),
        ("02-02", ["01-01", "02-01"]),
        ("03-01", ["01-01", "02-01"]),
    ],
)
def test_an_order_that_ends_with_a_month_owes_that_month_and_no_more(part, until, opens):
    requirement = asked(monthly(("01-01", 1), part=part), until=until)
    whole = [each for each in opens if part is PartWindow.OWED or until != "02-02" or each < "02"]

    found = fixed_slots(requirement, Facts(), day("02-15"))

    assert [f"{slot.opens_on:%m-%d}" for slot in found] == whole


@pytest.mark.parametrize(
    ("cadence", "opens_on"),
    [
        (Once(day("03-02"), day("03-05")), "03-02"),
        (Hours(Fraction(8), day("03-02"), day("03-05")), "03-02"),
        (monthly(("01-01", 1)), "01-01"),
    ],
)
def test_what_no_event_starts_counts_from_its_first_day(cadence, opens_on):
    slot = next(iter(fixed_slots(asked(cadence), Facts(), day("03-03"))))

    assert (slot.opens_on, slot.since) == (day(opens_on), day(opens_on))
    assert slot.goes_by_in_pause == (opens_on == "01-01")
    assert not slot.is_counted


def test_an_empty_pause_hides_none_that_comes_after():
    empty = Pause("CUSTODY", Period(day("03-01"), day("03-01")))
    backwards = Pause("CUSTODY", Period(day("03-02"), day("02-20")))
    real = Pause("CUSTODY", Period(day("03-03"), day("03-05")))

    assert merged([empty, backwards, real], day("03-10")) == [(day("03-03"), day("03-05"))]


def test_events_of_one_day_or_outside_the_order_open_no_second_window():
    known = [("03-02", None), ("03-02", "03-20"), ("03-08", None), ("03-11", None), ("04-01", None)]
    events = tuple(Event("INTAKE", day(on), day(due) if due else None) for on, due in known)
    requirement = asked(After("INTAKE", Length(days=2)), until="03-11")

    slots = list(fixed_slots(requirement, Facts(events=events), day("03-15")))

    assert slots == [
        Slot(day("03-02"), day("03-20"), Fraction(1), day("03-02"), is_counted=True),
        Slot(day("03-08"), day("03-11"), Fraction(1), day("03-08")),
    ]


@pytest.mark.parametrize(
    ("rates", "at_once", "needed"),
    [
        pytest.param([("01-01", 2)], False, [2, 2, 2], id="one_rate"),
        pytest.param([("02-01", 2)], False, [2, 2], id="none_before_the_first_rate"),
        pytest.param([("01-01", 2), ("02-01", 0)], False, [2], id="none_from_february"),
        pytest.param([("01-01", 1), ("02-02", 4)], True, [1, 4, 4], id="at_once"),
        pytest.param([("01-20", 2)], True, [2, 2, 2], id="the_first_rate_at_once"),
        pytest.param([("01-20", 2)], False, [2, 2], id="the_first_rate_from_the_next_window"),
        pytest.param([("01-01", 1), ("01-31", 4)], True, [4, 4, 4], id="on_the_last_day"),
        pytest.param([("01-01", 1), ("02-01", 4)], True, [1, 4, 4], id="on_the_first_day"),
        pytest.param([("01-01", 1), ("02-02", 4)], False, [1, 1, 4], id="next_window"),
        pytest.param(
            [("01-01", 1), ("02-02", 4), ("02-09", 2)], True, [1, 4, 2], id="the_highest_inside"
        ),
    ],
)
def test_how_many_times_by_march(rates, at_once, needed):
    requirement = asked(monthly(*rates, at_once=at_once))

    slots = fixed_slots(requirement, Facts(), day("02-15"))

    assert [slot.needed for slot in slots] == needed


@given(st.sampled_from(Window), days, days)
def test_windows_of_a_requirement_follow_each_other_up_to_the_first_ahead(window, start, on):
    cadence = Times((Rate(start, 1),), window, PartWindow.OWED)
    slots = list(fixed_slots(asked(cadence, in_force=Period(start)), Facts(), on))

    assert slots[0].opens_on == start
    assert [each.opens_on for each in slots[1:]] == [each.due_before for each in slots[:-1]]
    assert [each.opens_on > on for each in slots] == [False] * (len(slots) - 1) + [True]
    assert {around(window, each.opens_on)[1] == each.due_before for each in slots} == {True}


@given(requirements, facts, days)
def test_evidence_closes_one_window_and_says_how_much_of_it(requirement, known, on):
    found = obligations(requirement, known, on)

    taken = [each for obligation in found for each in obligation.evidence]
    assert len(taken) == len(set(taken))
    for each in found:
        if each.state in {State.DONE, State.DONE_LATE}:
            assert each.met >= each.needed
        if each.state in {State.OVERDUE, State.ENDED, State.OPEN, State.PAUSED}:
            assert each.met < each.needed


@given(requirements, facts, days)
def test_what_is_not_known_yet_counts_for_nothing(requirement, known, on):
    until_then = Facts(
        tuple(each for each in known.evidence if each.on <= on),
        tuple(each for each in known.events if each.on <= on),
        tuple(each for each in known.pauses if each.period.starts_on <= on),
        known.set_aside,
        known.no_staff,
    )

    assert obligations(requirement, until_then, on) == obligations(requirement, known, on)


@given(requirements, facts, days)
def test_what_is_unsettled_is_what_waits_in_the_account(requirement, known, on):
    (found,) = account([requirement], known, on).values()
    waiting = unsettled([requirement], known, on)

    assert found == obligations(requirement, known, on)
    assert sorted(waiting, key=lambda each: each.opens_on) == [
        each for each in found if each.state not in SETTLED
    ]
    assert waiting == sorted(waiting, key=lambda each: each.due_before)
