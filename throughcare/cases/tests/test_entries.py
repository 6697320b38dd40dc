"""What each command writes: one entry with its act, who, why and when; sent twice, still one."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from throughcare import clock
from throughcare.cases.commands import (
    away,
    closing,
    conflict,
    covering,
    holding,
    levels,
    opening,
    restriction,
    transfers,
)
from throughcare.cases.models import Case
from throughcare.cases.supervised import SupervisedAlready
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.record.queries import with_changes

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@dataclass
class Scene:
    """A file and everyone who acts on it; `made` is what an act before left behind."""

    case: Any
    officer: Any
    manager: Any
    colleague: Any
    there: Any
    id: Any = field(default_factory=new_id)
    made: Any = None


@pytest.fixture
def scene(case, officer, manager, colleague, there):
    return Scene(case, officer, manager, colleague, there)


def open_one(scene):
    scene.made = scene.made or a_person(surname="Roy", given="Anne")
    opened = opening.open_case(
        id=scene.id,
        person=scene.made,
        kind="INVESTIGATION",
        office=scene.officer.office,
        by=scene.manager,
        holder=scene.officer,
        reason="Court asked",
    )
    scene.case = opened


def assign(scene):
    holding.assign_officer(
        id=scene.id,
        case=scene.case,
        holder=scene.colleague,
        by=scene.manager,
        reason="Caseload",
        happened_at=scene.made,
    )


def uncover(scene):
    holding.mark_uncovered(id=scene.id, case=scene.case, by=scene.manager, reason="Vacant")


def cover_file(scene):
    today = clock.today()
    covering.cover_cases(
        id=scene.id,
        covering=scene.colleague,
        starts_on=today,
        ends_before=today + 3 * DAY,
        by=scene.manager,
        cases=[scene.case],
        reason="Vacation",
    )


def end_cover(scene):
    if scene.made is None:
        cover_file(scene)
        scene.made = scene.case.covers.get()
    covering.end_cover(cover=scene.made, by=scene.manager)


def confirm(scene):
    levels.set_level(
        id=scene.id, case=scene.case, level="HIGH", reason="Assessment", by=scene.officer
    )


def go_away(scene):
    away.record_away(
        id=scene.id,
        person=scene.case.person,
        kind="CUSTODY",
        place=" Sudbury Jail ",
        starts_on=clock.today() - 4 * DAY,
        source="Police",
        by=scene.officer,
    )


def come_back(scene):
    if scene.made is None:
        go_away(scene)
        scene.made = scene.case.person.aways.get()
    away.end_away(away=scene.made, last_day=clock.today(), by=scene.officer, reason="Saw him")


def propose(scene):
    scene.made = transfers.propose_transfer(
        id=scene.id,
        case=scene.case,
        to_office=scene.there.office,
        summary="Moved",
        by=scene.officer,
    )


def accept(scene):
    if scene.made is None:
        propose(scene)
        scene.id = new_id()
    transfers.accept_transfer(id=scene.id, transfer=scene.made, by=scene.there)


def refuse(scene):
    propose(scene)
    transfers.refuse_transfer(transfer=scene.made, reason="No address", by=scene.there)


def restrict(scene):
    restriction.restrict_case(
        id=scene.id, case=scene.case, members=[], reason="Related", by=scene.manager
    )


def name(scene):
    if scene.made is None:
        scene.made = restricted(scene.case)
    restriction.name_on_restriction(
        case=scene.case, member=scene.manager, reason="Keys it", by=scene.officer
    )


def lift(scene):
    restricted(scene.case)
    restriction.lift_restriction(case=scene.case, reason="Has left", by=scene.officer)


def declare(scene):
    conflict.declare_conflict(id=scene.id, case=scene.case, words="A cousin", by=scene.colleague)


def close(scene):
    closing.close_case(case=scene.case, closing_words="Order ended", by=scene.manager)


def reopen(scene):
    close(scene)
    closing.reopen_case(case=scene.case, reason="Wrong file", by=scene.officer)


# (what is done, its act, who does it, the reason kept, whether it is about the file)
ENTRIES = [
    (open_one, "cases.opened", "manager", "Court asked", True),
    (assign, "cases.assigned", "manager", "Caseload", True),
    (uncover, "cases.uncovered", "manager", "Vacant", True),
    (cover_file, "cases.covered", "manager", "Vacation", True),
    (end_cover, "cases.cover_ended", "manager", "", True),
    (confirm, "cases.level_set", "officer", "Assessment", True),
    (go_away, "cases.away_recorded", "officer", "", False),
    (come_back, "cases.away_ended", "officer", "Saw him", False),
    (propose, "cases.transfer_proposed", "officer", "", True),
    (accept, "cases.transfer_accepted", "there", "", True),
    (refuse, "cases.transfer_refused", "there", "No address", True),
    (restrict, "cases.restricted", "manager", "Related", True),
    (name, "cases.named_on_restriction", "officer", "Keys it", True),
    (lift, "cases.restriction_lifted", "officer", "Has left", True),
    (declare, "cases.conflict_declared", "colleague", "", True),
    (close, "cases.closed", "manager", "", True),
    (reopen, "cases.closing_corrected", "officer", "Wrong file", True),
]
TWICE = [
    open_one,
    assign,
    uncover,
    cover_file,
    end_cover,
    confirm,
    go_away,
    come_back,
    propose,
    accept,
    restrict,
    name,
    declare,
    close,
]


def newest():
    return Entry.objects.latest("number")


@pytest.mark.parametrize(
    ("do", "act", "who", "reason", "of_file"), ENTRIES, ids=[each[1] for each in ENTRIES]
)
def test_an_act_leaves_its_entry(scene, do, act, who, reason, of_file):
    do(scene)

    kept, member = newest(), getattr(scene, who)
    assert (kept.act, kept.by_id, kept.by_role) == (act, member.pk, member.role)
    assert (kept.by_name, kept.reason) == (member.full_name, reason)
    assert kept.case_id == (scene.case.pk if of_file else None)
    assert kept.person_id == scene.case.person_id
    assert kept.happened_at is None


@pytest.mark.parametrize("do", TWICE, ids=lambda do: do.__name__)
def test_the_same_sent_twice_leaves_one_entry(scene, do):
    do(scene)
    first = newest()

    do(scene)

    assert newest() == first


@pytest.mark.parametrize("do", [each[0] for each in ENTRIES], ids=[each[1] for each in ENTRIES])
def test_everything_that_an_act_writes_is_in_its_entry(scene, do):
    do(scene)

    [line] = with_changes([newest()])
    assert line.changes


# (what is done, what its entry changed: field, before, after as the test reads it)
@pytest.mark.parametrize(
    ("do", "field", "value"),
    [
        pytest.param(open_one, "kind", lambda scene: "INVESTIGATION", id="opened"),
        pytest.param(assign, "holder", lambda scene: scene.colleague.pk, id="assigned"),
        pytest.param(uncover, "uncovered", lambda scene: True, id="uncovered"),
        pytest.param(cover_file, "covering", lambda scene: scene.colleague.pk, id="covered"),
        pytest.param(confirm, "level", lambda scene: "HIGH", id="level"),
        pytest.param(confirm, "confirmed_by", lambda scene: scene.officer.pk, id="by_name"),
        pytest.param(go_away, "place", lambda scene: "Sudbury Jail", id="away"),
        pytest.param(come_back, "ends_before", lambda scene: clock.today() + DAY, id="back"),
        pytest.param(propose, "to_office", lambda scene: scene.there.office.pk, id="proposed"),
        pytest.param(accept, "office", lambda scene: scene.there.office.pk, id="accepted"),
        pytest.param(accept, "outcome", lambda scene: "ACCEPTED", id="answered"),
        pytest.param(refuse, "refusal_reason", lambda scene: "No address", id="refused"),
        pytest.param(declare, "words", lambda scene: "A cousin", id="conflict"),
        pytest.param(close, "closing_words", lambda scene: "Order ended", id="closed"),
        pytest.param(reopen, "closed_on", lambda scene: None, id="reopened"),
    ],
)
def test_an_entry_holds_what_was_written(scene, do, field, value):
    do(scene)

    [line] = with_changes([newest()])
    found = [change.after for change in line.changes if change.field.name == field]
    assert value(scene) in found


def test_an_act_of_an_earlier_day_keeps_both_times(scene):
    scene.made = clock.now() - 2 * DAY

    assign(scene)

    assert newest().happened_at == scene.made
    assert newest().recorded_at > scene.made + DAY


@pytest.mark.parametrize("act", [closing.close_case, holding.mark_uncovered])
def test_closing_and_uncovering_keep_when_they_happened(scene, act):
    then = clock.now() - 2 * DAY
    said = (
        {"closing_words": "Ended"}
        if act is closing.close_case
        else {"id": new_id(), "reason": "Vacant"}
    )

    act(case=scene.case, by=scene.manager, happened_at=then, **said)

    assert newest().happened_at == then
    assert scene.case.assignments.earliest("starts_at").ends_at == then


def test_a_cover_of_an_officer_is_about_no_file(scene):
    covering.cover_cases(
        id=scene.id,
        covering=scene.colleague,
        starts_on=clock.today(),
        ends_before=clock.today() + DAY,
        by=scene.manager,
        officer=scene.officer,
    )

    assert (newest().case_id, newest().person_id) == (None, None)


def test_a_cover_of_several_files_is_one_entry_about_none(scene):
    cases = [scene.case, a_case(holder=scene.officer)]
    before = Entry.objects.count()

    covers = covering.cover_cases(
        id=scene.id,
        covering=scene.colleague,
        starts_on=clock.today(),
        ends_before=clock.today() + DAY,
        by=scene.manager,
        cases=cases,
    )

    assert {cover.case for cover in covers} == set(cases)
    assert Entry.objects.count() == before + 1
    assert newest().case_id is None


def test_a_conflict_with_a_person_is_one_entry_for_all_their_files(scene):
    report = a_case(holder=scene.officer, person=scene.case.person, kind="REPORT_ONLY")
    before = Entry.objects.count()

    conflict.declare_conflict(
        id=scene.id, person=scene.case.person, words="A friend", by=scene.officer
    )

    assert Entry.objects.count() == before + 1
    assert (newest().case_id, newest().person_id) == (None, report.person_id)


def test_what_is_refused_leaves_no_entry_and_no_number(scene):
    before = (Entry.objects.count(), Case.objects.count())

    with pytest.raises(SupervisedAlready):
        opening.open_case(
            id=new_id(),
            person=scene.case.person,
            kind="SUPERVISION",
            office=scene.officer.office,
            by=scene.officer,
            holder=scene.officer,
        )

    assert (Entry.objects.count(), Case.objects.count()) == before
