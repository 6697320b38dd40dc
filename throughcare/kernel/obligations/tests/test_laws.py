"""What holds of obligations for every requirement, all facts and any day."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.kernel.obligations.computing import account, obligations
from throughcare.kernel.obligations.obligation import owed_by
from throughcare.kernel.obligations.reasons import Why
from throughcare.kernel.obligations.requirements import After, Hours, Times
from throughcare.kernel.obligations.tests.strategies import (
    ONE_DAY,
    days,
    decisions,
    facts,
    pauses,
    pieces,
    requirements,
)
from throughcare.kernel.obligations.words import SETTLED, OwedBy, State

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

    assert before.keys() <= after.keys()
    for key, each in before.items():
        assert BADNESS.get(after[key].state, 0) <= BADNESS.get(each.state, 0)
    assert lapses(after.values()) <= lapses(before.values())


def lapses(found):
    """Return how many obligations are late now or were marked as not done."""
    return sum(each.state in {State.OVERDUE, State.NOT_DONE_NO_STAFF} for each in found)


@settings(max_examples=300)
@given(requirements, facts, pauses, days)
def test_a_pause_never_makes_anything_overdue(requirement, known, pause, on):
    before = {each.key: each.state for each in obligations(requirement, known, on)}
    paused = replace(known, pauses=(*known.pauses, pause))
    after = {each.key: each.state for each in obligations(requirement, paused, on)}

    assert before.keys() == after.keys()
    for key, state in after.items():
        assert state is not State.OVERDUE or before[key] is State.OVERDUE


@given(requirements, facts, pauses, days)
def test_a_pause_never_brings_a_last_day_forward(requirement, known, pause, on):
    before = {each.key: each for each in obligations(requirement, known, on)}
    paused = replace(known, pauses=(*known.pauses, pause))

    for each in obligations(requirement, paused, on):
        went_by = each.due_before == each.grounds.slot.due_before
        assert went_by or each.due_before >= before[each.key].due_before


@given(requirements, facts, decisions, days)
def test_setting_aside_never_makes_anything_overdue(requirement, known, decision, on):
    before = {each.key: each.state for each in obligations(requirement, known, on)}
    aside = replace(known, set_aside=(decision,))
    after = {each.key: each.state for each in obligations(requirement, aside, on)}

    for key in before.keys() & after.keys():
        was_aside = before[key] in {State.SET_ASIDE, State.OVERDUE}
        assert after[key] is not State.OVERDUE or was_aside


@given(requirements, facts, decisions, days)
def test_want_of_staff_loses_no_obligation_and_ends_none(requirement, known, decision, on):
    before = {each.key: each.state for each in obligations(requirement, known, on)}
    undone = replace(known, no_staff=(*known.no_staff, decision))
    after = {each.key: each.state for each in obligations(requirement, undone, on)}

    assert before.keys() == after.keys()
    for key, state in after.items():
        assert (state in SETTLED) <= (before[key] in SETTLED)


@given(requirements, facts, days)
def test_no_staff_is_said_of_the_office_alone(requirement, known, on):
    states = {each.state for each in obligations(requirement, known, on)}

    assert requirement.owed_by is OwedBy.OFFICE or State.NOT_DONE_NO_STAFF not in states


@given(st.lists(requirements, max_size=4), facts, days)
def test_what_the_person_owes_and_what_the_office_owes_never_mix(asked, known, on):
    named = [replace(each, id=f"R{at}") for at, each in enumerate(asked)]
    found = [each for one in account(named, known, on).values() for each in one]

    person, office = (owed_by(owner, found) for owner in (OwedBy.PERSON, OwedBy.OFFICE))
    owners = {each.id: each.owed_by for each in named}
    assert len(person) + len(office) == len(found)
    assert {owners[each.requirement] for each in person} <= {OwedBy.PERSON}
    assert {owners[each.requirement] for each in office} <= {OwedBy.OFFICE}


@given(requirements, facts, decisions, days)
def test_want_of_staff_changes_nothing_of_what_the_person_owes(requirement, known, decision, on):
    mine = replace(requirement, owed_by=OwedBy.PERSON)
    undone = replace(known, no_staff=(*known.no_staff, decision))

    assert obligations(mine, undone, on) == obligations(mine, known, on)


@given(st.lists(requirements, min_size=1, max_size=4), facts, days)
def test_one_contact_serves_every_concurrent_order(asked, known, on):
    named = [replace(each, id=f"R{at}") for at, each in enumerate(asked)]

    together = account(named, known, on)

    assert together == {each.id: obligations(each, known, on) for each in named}


@given(requirements, facts, days)
def test_two_orders_that_ask_the_same_stand_the_same(requirement, known, on):
    first, second = (replace(requirement, id=name) for name in ("A", "B"))
    found = account([first, second], known, on)

    def stand(name):
        return [
            (each.opens_on, each.due_before, each.state, each.met, each.evidence)
            for each in found[name]
        ]

    assert stand("A") == stand("B")


@given(st.lists(requirements, max_size=4), facts, days)
def test_no_requirement_is_left_out_of_the_account(asked, known, on):
    named = [replace(each, id=f"R{at}") for at, each in enumerate(asked)]

    found = account(named, known, on)

    assert list(found) == [each.id for each in named]
    always = [each.id for each in named if not isinstance(each.cadence, (After, Times, Hours))]
    assert all(found[name] for name in always)


@given(requirements, facts, days)
def test_the_state_and_its_reasons_agree(requirement, known, on):
    for each in obligations(requirement, known, on):
        codes = [reason.code for reason in each.reasons]
        assert (Why.SET_ASIDE in codes) == (each.state is State.SET_ASIDE)
        assert (Why.NO_STAFF in codes) == (each.state is State.NOT_DONE_NO_STAFF)
        assert (Why.OVERDUE in codes) == (each.state is State.OVERDUE)
        assert codes.count(Why.CLOSED_BY) == len(each.evidence)
        assert (Why.PUT_OFF in codes) == (each.due_before > each.grounds.slot.due_before)
        if each.state is State.PAUSED:
            assert {Why.PAUSED, Why.STILL_PAUSED} & set(codes)
        if each.state is State.ENDED:
            assert {Why.ENDED, Why.WENT_BY_IN_PAUSE} & set(codes)


@given(requirements, facts, days)
def test_the_even_pace_grows_with_the_days_from_nothing_to_all_that_is_needed(
    requirement, known, on
):
    tomorrow = {each.key: each for each in obligations(requirement, known, on + ONE_DAY)}

    for each in obligations(requirement, known, on):
        pace = each.pace(on)
        assert 0 <= pace <= each.needed
        assert pace <= tomorrow[each.key].pace(on + ONE_DAY)
        assert not pace or on >= each.opens_on
