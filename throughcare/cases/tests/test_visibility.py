"""Who may see which file: every role, in every relation to it."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases.commands import conflict, covering, restriction, transfers
from throughcare.cases.models import Case
from throughcare.cases.queries import (
    case_for,
    my_cases,
    person_for,
    visible_cases,
    visible_people,
)
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.models import Person
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db

OFFICE_WIDE = {
    "OFFICER",
    "MANAGER",
    "CLERK",
    "COURT_LIAISON",
    "INSTITUTION_LIAISON",
    "FACILITATOR",
    "REVIEWER",
}
CAN_BE_NAMED = OFFICE_WIDE
HOLDS = {"OFFICER", "MANAGER"}
COVERS = OFFICE_WIDE - {"FACILITATOR", "REVIEWER"} | {"TRAINEE"}


def sees(member, case):
    return visible_cases(member, clock.today()).filter(pk=case.pk).exists()


def cover(case, member):
    today = clock.today()
    return covering.cover_cases(
        id=new_id(),
        covering=member,
        cases=[case],
        starts_on=today,
        ends_before=today + timedelta(days=1),
        by=standing_assignment(case).holder,
    )


@pytest.fixture
def office():
    return an_office()


@pytest.mark.parametrize("role", ROLES)
def test_a_colleagues_file(office, role):
    case = a_case(office=office)

    assert sees(a_member(role, office=office), case) is (role in OFFICE_WIDE)


@pytest.mark.parametrize("role", ROLES)
def test_another_offices_file(office, role):
    assert not sees(a_member(role, office=office), a_case())


@pytest.mark.parametrize("role", ROLES)
def test_a_restricted_file_and_not_named(office, role):
    case = a_case(office=office)
    restricted(case)

    assert not sees(a_member(role, office=office), case)


@pytest.mark.parametrize("role", ROLES)
def test_a_restricted_file_and_named(office, role):
    case = a_case(office=office)
    member = a_member(role, office=office)
    restricted(case, member)

    assert sees(member, case) is (role in CAN_BE_NAMED)


@pytest.mark.parametrize("role", ROLES)
def test_a_declared_conflict_closes_the_file(office, role):
    case = a_case(office=office)
    member = a_member(role, office=office)
    a_conflict(case, member)

    assert not sees(member, case)
    assert sees(standing_assignment(case).holder, case)


@pytest.mark.parametrize("role", sorted(HOLDS))
def test_my_own_file(role):
    member = a_member(role)
    case = a_case(holder=member)

    assert sees(member, case)
    assert list(my_cases(member, clock.today())) == [case]


@pytest.mark.parametrize("role", sorted(COVERS - {"TRAINEE"}))
def test_a_covered_file(office, role):
    case, member = a_case(office=office), a_member(role, office=office)

    cover(case, member)

    assert list(my_cases(member, clock.today())) == [case]
    assert not my_cases(member, clock.today() + timedelta(days=1)).exists()


def test_a_trainee_sees_the_files_they_cover_and_no_other(office):
    case, other, trainee = (
        a_case(office=office),
        a_case(office=office),
        a_member("TRAINEE", office=office),
    )
    officer = standing_assignment(case).holder
    covering.cover_cases(
        id=new_id(),
        covering=trainee,
        officer=officer,
        starts_on=clock.today(),
        ends_before=clock.today() + timedelta(days=9),
        by=a_member("MANAGER", office=office),
    )

    assert sees(trainee, case)
    assert not sees(trainee, other)


def test_without_a_posting_nothing_is_seen(office):
    case = a_case(office=office)
    left = a_member("OFFICER", office=office, until=clock.today())

    assert not sees(left, case)
    assert not visible_people(left, clock.today()).exists()


def test_an_office_that_is_asked_sees_the_file_until_it_answers(office):
    case, asked = a_case(), a_member("MANAGER", office=office)
    transfer = transfers.propose_transfer(
        id=new_id(),
        case=case,
        to_office=office,
        summary="Moved here",
        by=standing_assignment(case).holder,
    )
    assert sees(asked, case)

    transfers.refuse_transfer(transfer=transfer, reason="No address here", by=asked)

    assert not sees(asked, case)


def test_a_lifted_restriction_opens_the_file_again(office):
    case, colleague = a_case(office=office), a_member("OFFICER", office=office)
    restricted(case)
    manager = a_member("MANAGER", office=office)

    restriction.lift_restriction(case=case, reason="Staff member has left", by=manager)

    assert sees(colleague, case)


def test_a_restricted_person_cannot_be_told_from_an_absent_one(office):
    case, colleague = a_case(office=office), a_member("OFFICER", office=office)
    restricted(case)

    assert not visible_people(colleague, clock.today()).exists()
    with pytest.raises(Person.DoesNotExist):
        person_for(colleague, case.person.number)
    with pytest.raises(Case.DoesNotExist):
        case_for(colleague, case.number)
    assert case_for(standing_assignment(case).holder, case.number) == case


def test_a_person_with_another_file_is_seen_through_it(office):
    case = a_case(office=office)
    report = a_case(office=office, person=case.person, kind="REPORT_ONLY")
    colleague = a_member("OFFICER", office=office)
    restricted(case)

    assert list(visible_people(colleague, clock.today())) == [case.person]
    assert list(visible_cases(colleague, clock.today())) == [report]


def test_a_person_without_a_file_is_seen_by_who_sees_the_office(office):
    person = a_person()

    assert list(visible_people(a_member("CLERK", office=office), clock.today())) == [person]
    assert not visible_people(a_member("TRAINEE", office=office), clock.today()).exists()


def test_a_conflict_with_a_person_closes_every_file_of_theirs(office):
    case = a_case(office=office)
    report = a_case(office=office, person=case.person, kind="REPORT_ONLY")
    colleague = a_member("OFFICER", office=office)

    conflict.declare_conflict(id=new_id(), person=case.person, by=colleague, words="An ex-partner")

    assert not sees(colleague, case)
    assert not sees(colleague, report)
    assert not visible_people(colleague, clock.today()).exists()
