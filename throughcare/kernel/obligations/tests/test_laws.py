"""What holds of obligations for every requirement, all facts and any day."""

from dataclasses import replace

from hypothesis import given, settings

from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.requirements import Rolling
from throughcare.kernel.obligations.tests.strategies import (
    ONE_DAY,
    days,
    facts,
    pauses,
    pieces,
    requirements,
)
from throughcare.kernel.obligations.words import OwedBy, State

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
