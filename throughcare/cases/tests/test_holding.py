"""Who holds and who covers a file."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands import closing, covering, holding, restriction
from throughcare.cases.models import Assignment, Cover
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
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


def assign(case, holder, by, **said):
    return holding.assign_officer(id=new_id(), case=case, holder=holder, by=by, **said)


def cover(by, member, days=5, **said):
    today = clock.today()
    return covering.cover_cases(
        id=new_id(),
        covering=member,
        starts_on=today,
        ends_before=today + timedelta(days=days),
        by=by,
        **said,
    )


def test_the_last_holder_ends_as_the_next_begins(office, manager):
    case = a_case(office=office)
    first = standing_assignment(case)
    successor = a_member("OFFICER", office=office)

    given = assign(case, successor, manager, reason="Caseload")

    first.refresh_from_db()
    assert first.ends_at == given.starts_at
    assert standing_assignment(case).holder == successor
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.case_id, kept.reason) == ("cases.assigned", case.pk, "Caseload")


def test_the_same_assignment_sent_twice_makes_one(office, manager):
    case, sent = a_case(office=office), new_id()
    successor = a_member("OFFICER", office=office)

    made = [
        holding.assign_officer(id=sent, case=case, holder=successor, by=manager) for _ in range(2)
    ]

    assert made[0] == made[1]
    assert Assignment.objects.filter(case=case).count() == 2


def test_a_stale_form_changes_nothing(office, manager):
    case = a_case(office=office)
    seen = standing_assignment(case).pk
    assign(case, a_member("OFFICER", office=office), manager)

    with pytest.raises(handover.ChangedMeanwhile):
        assign(case, a_member("OFFICER", office=office), manager, instead_of=seen)

    assert Assignment.objects.filter(case=case).count() == 2


@pytest.mark.parametrize("role", ["CLERK", "ANALYST", "REVIEWER", ""])
def test_only_officers_and_managers_hold(office, manager, role):
    case = a_case(office=office)

    with pytest.raises(holding.CannotHold, match="does not hold files"):
        assign(case, a_member(role, office=office), manager)


def test_someone_of_another_office_cannot_hold(office, manager):
    case = a_case(office=office)

    with pytest.raises(holding.CannotHold, match="another office"):
        assign(case, a_member("OFFICER"), manager)


def test_someone_with_a_conflict_cannot_hold(office, manager):
    case = a_case(office=office)
    cousin = a_member("OFFICER", office=office)
    a_conflict(case, cousin)

    with pytest.raises(holding.CannotHold, match="Choose someone else"):
        assign(case, cousin, manager)


def test_who_holds_already_is_not_assigned_again(manager):
    case = a_case(holder=a_member("OFFICER", office=manager.office))

    with pytest.raises(holding.HoldsAlready):
        assign(case, standing_assignment(case).holder, manager)


def test_a_late_assignment_keeps_both_times(office, manager):
    before = clock.now() - timedelta(days=3)
    officer = a_member("OFFICER", office=office)
    case = a_case(holder=officer, happened_at=before)
    then = clock.now() - timedelta(days=1)

    given = assign(case, a_member("OFFICER", office=office), manager, happened_at=then)

    kept = Entry.objects.latest("number")
    assert given.starts_at == then == kept.happened_at
    assert kept.recorded_at > then


def test_an_assignment_cannot_begin_before_the_last_or_later_than_now(office, manager):
    case, successor = a_case(office=office), a_member("OFFICER", office=office)

    with pytest.raises(handover.BeforeLastHolder):
        assign(case, successor, manager, happened_at=clock.now() - timedelta(days=2))
    with pytest.raises(handover.NotYet):
        assign(case, successor, manager, happened_at=clock.now() + timedelta(hours=1))


def test_an_uncovered_file_is_held_by_the_manager(office, manager):
    case = a_case(office=office)

    given = holding.mark_uncovered(id=new_id(), case=case, by=manager, reason="Post is vacant")

    assert (given.holder, given.uncovered) == (manager, True)
    with pytest.raises(holding.HoldsAlready):
        holding.mark_uncovered(id=new_id(), case=case, by=manager, reason="Again")


def test_without_a_manager_nothing_is_left_uncovered(office):
    case = a_case(office=office)
    officer = standing_assignment(case).holder

    with pytest.raises(handover.OfficeHasNoManager):
        holding.mark_uncovered(id=new_id(), case=case, by=officer, reason="Vacant")

    assert standing_assignment(case).holder == officer


def test_a_closed_file_is_not_assigned(office, manager):
    case = a_case(office=office)
    closing.close_case(case=case, closing_words="Order ended", by=manager)

    with pytest.raises(handover.CaseIsClosed, match=case.number):
        assign(case, a_member("OFFICER", office=office), manager)


def test_the_new_holder_of_a_restricted_file_is_named(office, manager):
    case = a_case(office=office)
    restriction = restricted(case, manager)
    successor = a_member("OFFICER", office=office)

    assign(case, successor, manager)

    assert restriction.named.filter(member=successor).exists()


def test_all_files_of_an_officer_are_covered_at_once(office, manager):
    officer, colleague = (a_member("OFFICER", office=office) for _ in range(2))

    [made] = cover(manager, colleague, officer=officer, reason="Vacation")

    assert (made.officer, made.case, made.covering) == (officer, None, colleague)


def test_one_file_that_cannot_be_covered_refuses_all(office, manager):
    cases = [a_case(office=office), a_case(office=office)]
    colleague = a_member("OFFICER", office=office)
    a_conflict(cases[1], colleague)

    with pytest.raises(covering.CannotCover, match=cases[1].number):
        cover(manager, colleague, cases=cases)

    assert not Cover.objects.exists()


def test_only_who_is_named_covers_a_restricted_file(office, manager):
    case = a_case(office=office)
    restricted(case)
    colleague = a_member("OFFICER", office=office)

    with pytest.raises(covering.CannotCover):
        cover(manager, colleague, cases=[case])
    restriction.name_on_restriction(case=case, member=colleague, reason="Cover", by=manager)

    assert len(cover(manager, colleague, cases=[case])) == 1


def test_covers_refuse_what_makes_no_sense(office, manager):
    officer, colleague = (a_member("OFFICER", office=office) for _ in range(2))

    with pytest.raises(covering.PeriodIsEmpty):
        cover(manager, colleague, days=0, officer=officer)
    with pytest.raises(covering.CannotCover, match="themselves"):
        cover(manager, officer, officer=officer)
    with pytest.raises(covering.CannotCover, match="does not work on files"):
        cover(manager, a_member("ANALYST", office=office), officer=officer)
    cover(manager, colleague, officer=officer)
    with pytest.raises(covering.CoveredAlready):
        cover(manager, colleague, officer=officer)


def test_a_cover_that_has_begun_ends_today_and_another_is_withdrawn(office, manager):
    officer, colleague = (a_member("OFFICER", office=office) for _ in range(2))
    today = clock.today()
    [begun] = covering.cover_cases(
        id=new_id(),
        covering=colleague,
        officer=officer,
        by=manager,
        starts_on=today - timedelta(days=2),
        ends_before=today + timedelta(days=2),
    )
    [later] = cover(manager, officer, officer=colleague)

    covering.end_cover(cover=begun, by=manager)
    covering.end_cover(cover=later, by=manager)

    assert list(Cover.objects.values_list("pk", "ends_before")) == [(begun.pk, today)]
