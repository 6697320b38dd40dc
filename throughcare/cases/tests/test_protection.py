"""Restriction and conflict of interest."""

import pytest

from throughcare.cases import handover
from throughcare.cases.commands import conflict, opening, restriction
from throughcare.cases.models import Conflict, Cover
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.cases.tests.test_visibility import cover
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def manager(office):
    return a_member("MANAGER", office=office)


@pytest.fixture
def case(office):
    return a_case(office=office)


def restrict(case, by, members=(), **said):
    facts = {"id": new_id(), "reason": "Related to a member of staff"} | said
    return restriction.restrict_case(case=case, members=members, by=by, **facts)


def test_holder_and_who_restricts_are_always_named(case, manager):
    holder = standing_assignment(case).holder

    restriction = restrict(case, manager)

    assert set(restriction.named.values_list("member", flat=True)) == {holder.pk, manager.pk}


def test_the_same_restriction_sent_twice_makes_one(case, manager):
    sent = new_id()

    assert restrict(case, manager, id=sent) == restrict(case, manager, id=sent)
    with pytest.raises(restriction.RestrictedAlready):
        restrict(case, manager)


def test_restricting_needs_a_reason_and_members_without_conflict(case, office, manager):
    cousin = a_member("OFFICER", office=office)
    a_conflict(case, cousin)

    with pytest.raises(opening.WordsMissing):
        restrict(case, manager, reason=" ")
    with pytest.raises(restriction.CannotBeNamed, match=cousin.full_name):
        restrict(case, manager, [cousin])


def test_naming_twice_leaves_one_entry(case, office, manager):
    restrict(case, manager)
    member = a_member("CLERK", office=office)

    for _ in range(2):
        restriction.name_on_restriction(case=case, member=member, reason="Keys it", by=manager)

    assert Entry.objects.filter(act="cases.named_on_restriction").count() == 1


def test_what_is_not_restricted_is_neither_lifted_nor_named_on(case, manager):
    with pytest.raises(restriction.NotRestricted):
        restriction.lift_restriction(case=case, reason="x", by=manager)
    with pytest.raises(restriction.NotRestricted):
        restriction.name_on_restriction(case=case, member=manager, reason="x", by=manager)
    restricted(case)
    with pytest.raises(opening.WordsMissing):
        restriction.lift_restriction(case=case, reason="", by=manager)


def test_who_declares_a_conflict_gives_the_file_up_in_the_same_entry(case, manager):
    holder = standing_assignment(case).holder

    a_conflict(case, holder)

    held = standing_assignment(case)
    assert (held.holder, held.uncovered) == (manager, True)
    assert Entry.objects.latest("number").act == "cases.conflict_declared"


def test_a_conflict_with_a_person_gives_up_all_their_files(case, office, manager):
    holder = standing_assignment(case).holder
    report = a_case(holder=holder, person=case.person, kind="REPORT_ONLY")

    conflict.declare_conflict(id=new_id(), person=case.person, words="A friend", by=holder)

    assert {standing_assignment(each).holder for each in (case, report)} == {manager}


def test_a_conflict_ends_cover(case, office, manager):
    colleague = a_member("OFFICER", office=office)
    cover(case, colleague)

    a_conflict(case, colleague)

    assert not Cover.objects.exists()


def test_the_only_manager_cannot_leave_a_file_to_nobody(manager):
    case = a_case(holder=manager)

    with pytest.raises(handover.OfficeHasNoManager):
        a_conflict(case, manager)

    assert not Conflict.objects.exists()


def test_a_conflict_is_declared_once_and_with_one_thing(case, office):
    colleague = a_member("OFFICER", office=office)

    assert a_conflict(case, colleague) == a_conflict(case, colleague)
    with pytest.raises(conflict.ConflictOfWhat):
        conflict.declare_conflict(id=new_id(), words="x", by=colleague)
    with pytest.raises(opening.WordsMissing):
        conflict.declare_conflict(id=new_id(), case=case, words=" ", by=colleague)
