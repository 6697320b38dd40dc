"""What holds of obligations for every requirement, all facts and any day."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, State, Strength

BEGIN = date(2026, 1, 1)
ONE_DAY = timedelta(days=1)
days = st.dates(BEGIN, date(2026, 6, 30))
lengths = st.builds(Length, days=st.integers(1, 40))
rates = st.lists(st.builds(Rate, days, st.integers(0, 3)), min_size=1, max_size=3)


@st.composite
def periods(draw, open_ended=True):
    first, last = sorted((draw(days), draw(days)))
    return Period(first, None if open_ended and draw(st.booleans()) else last + ONE_DAY)


@st.composite
def spans(draw):
    first, last = sorted((draw(days), draw(days)))
    return first, last + ONE_DAY


@st.composite
def cadences(draw):
    opens_on, due_before = draw(spans())
    by_from = sorted(draw(rates), key=lambda rate: rate.from_day)
    return draw(
        st.sampled_from(
            [
                Once(opens_on, due_before),
                Hours(Fraction(draw(st.integers(1, 20))), opens_on, due_before),
                After("INTAKE", draw(lengths)),
                Rolling(draw(lengths)),
                Times(
                    tuple(by_from),
                    draw(st.sampled_from(Window)),
                    draw(st.sampled_from(PartWindow)),
                    draw(st.booleans()),
                ),
            ]
        )
    )


requirements = st.builds(
    Requirement,
    st.just("R"),
    st.just("what"),
    st.sampled_from(OwedBy),
    cadences(),
    st.just(frozenset({"CONTACT"})),
    st.just("Standard 1"),
    periods(),
    st.sampled_from([Strength.SELF_REPORT, Strength.COLLATERAL]),
)
pieces = st.builds(
    Evidence,
    st.uuids().map(str),
    st.sampled_from(["CONTACT", "CALL"]),
    days,
    st.sampled_from(Strength),
    st.integers(0, 5).map(Fraction),
)
decisions = st.builds(
    Decision, st.just("D"), st.just("R"), periods(), st.just("A. Okafor"), st.just("ill")
)
pauses = st.builds(Pause, st.just("CUSTODY"), periods())
events = st.builds(Event, st.just("INTAKE"), days)


def tuples(of, most):
    return st.lists(of, max_size=most).map(tuple)


facts = st.builds(
    Facts,
    tuples(pieces, 8),
    tuples(events, 3),
    tuples(pauses, 3),
    tuples(decisions, 1),
    tuples(decisions, 1),
)
ALLOWED = {
    State.AHEAD: set(State) - {State.OVERDUE},
    State.OPEN: set(State) - {State.AHEAD},
    State.PAUSED: set(State) - {State.AHEAD, State.OVERDUE},
    State.OVERDUE: {State.OVERDUE, State.DONE_LATE},
    State.DONE: {State.DONE},
    State.DONE_LATE: {State.DONE_LATE},
    State.SET_ASIDE: {State.SET_ASIDE, State.DONE},
    State.NOT_DONE_NO_STAFF: {State.NOT_DONE_NO_STAFF, State.DONE, State.DONE_LATE},
    State.ENDED: {State.ENDED},
}
BADNESS = {State.OVERDUE: 2, State.NOT_DONE_NO_STAFF: 2, State.DONE_LATE: 1}


@given(requirements, facts, days)
def test_every_obligation_has_a_key_a_state_and_a_reason(requirement, known, on):
    found = obligations(requirement, known, on)

    assert len({each.key for each in found}) == len(found)
    for each in found:
        assert each.state in State
        assert each.reasons
        assert each.opens_on < each.due_before
        assert each.owed_by is requirement.owed_by


@given(requirements, facts, days)
def test_recomputing_is_the_same_whatever_the_order_of_facts(requirement, known, on):
    turned = replace(
        known,
        evidence=known.evidence[::-1],
        pauses=known.pauses[::-1],
        events=known.events[::-1],
    )

    assert obligations(requirement, turned, on) == obligations(requirement, known, on)


@given(requirements, facts, days)
def test_a_days_passing_moves_states_along_the_arrows(requirement, known, on):
    today = {each.key: each for each in obligations(requirement, known, on)}
    tomorrow = {each.key: each for each in obligations(requirement, known, on + ONE_DAY)}

    assert today.keys() <= tomorrow.keys()
    for key, each in today.items():
        assert tomorrow[key].state in ALLOWED[each.state], (each, tomorrow[key])


@settings(max_examples=300)
@given(requirements, facts, pieces, days)
def test_one_more_piece_of_evidence_never_makes_things_worse(requirement, known, another, on):
    before = {each.key: each for each in obligations(requirement, known, on)}
    more = replace(known, evidence=(*known.evidence, another))
    after = {each.key: each for each in obligations(requirement, more, on)}

    assert before.keys() <= after.keys() or isinstance(requirement.cadence, Rolling)
    for key, each in before.items():
        if key in after:
            assert BADNESS.get(after[key].state, 0) <= BADNESS.get(each.state, 0)


@settings(max_examples=300)
@given(requirements, facts, pauses, days)
def test_a_pause_never_makes_anything_overdue(requirement, known, pause, on):
    before = {each.key: each.state for each in obligations(requirement, known, on)}
    paused = replace(known, pauses=(*known.pauses, pause))
    after = {each.key: each.state for each in obligations(requirement, paused, on)}

    assert before.keys() == after.keys()
    for key, state in after.items():
        assert state is not State.OVERDUE or before[key] is State.OVERDUE


@given(requirements, facts, days)
def test_no_staff_is_said_of_the_office_alone(requirement, known, on):
    states = {each.state for each in obligations(requirement, known, on)}

    assert requirement.owed_by is OwedBy.OFFICE or State.NOT_DONE_NO_STAFF not in states
