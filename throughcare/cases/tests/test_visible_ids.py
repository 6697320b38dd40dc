"""What search looks through is exactly what a member may see, person by person, file by file."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases.commands import conflict
from throughcare.cases.commands.covering import cover_cases
from throughcare.cases.commands.emergency import open_in_emergency
from throughcare.cases.commands.transfers import propose_transfer
from throughcare.cases.queries import visible_cases, visible_people
from throughcare.cases.queries.visibility import visible_ids
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    """An office with open, restricted, conflicted and second files, and people without one."""
    office = an_office()
    case = a_case(office=office)
    a_case(office=office, person=case.person, kind="REPORT_ONLY")
    restricted(a_case(office=office))
    restricted(a_case(office=office, person=case.person, kind="INVESTIGATION"))
    a_case()
    a_person()
    return office


def seen_by(member):
    return visible_ids(member, clock.today())


@pytest.mark.parametrize("role", ROLES)
def test_they_are_the_people_and_files_that_are_visible(office, role):
    member = a_member(role, office=office)

    seen = seen_by(member)

    assert set(seen) == set(visible_people(member, clock.today()).values_list("pk", flat=True))
    assert {case for cases in seen.values() for case in cases} == set(
        visible_cases(member, clock.today()).values_list("pk", flat=True)
    )


def test_a_person_without_a_file_comes_with_none(office):
    person = a_person()

    assert seen_by(a_member("CLERK", office=office))[person.pk] == []


def test_only_the_files_that_are_seen_come_with_a_person(office):
    case = a_case(office=office)
    restricted(a_case(office=office, person=case.person, kind="REPORT_ONLY"))

    assert seen_by(a_member("OFFICER", office=office))[case.person_id] == [case.pk]


def test_a_conflict_with_a_file_hides_the_file_and_who_has_no_other(office):
    case, member = a_case(office=office), a_member("OFFICER", office=office)
    a_conflict(member=member, case=case)

    assert case.person_id not in seen_by(member)


def test_a_conflict_with_someone_who_has_no_file_hides_them(office):
    person, member = a_person(), a_member("OFFICER", office=office)
    conflict.declare_conflict(id=new_id(), person=person, by=member, words="A cousin")

    assert person.pk not in seen_by(member)


def test_who_may_find_nobody_sees_nobody(office):
    assert seen_by(a_member("ANALYST", office=office)) == {}
    assert seen_by(a_member("", office=office)) == {}


def is_offered(member, case):
    propose_transfer(
        id=new_id(), case=case, to_office=member.office, summary="Moves here.", by=member
    )


def opens_in_emergency(member, case):
    open_in_emergency(id=new_id(), number=case.number, reason="A threat", by=member)


@pytest.mark.parametrize("way", [is_offered, opens_in_emergency])
def test_a_file_of_another_office_is_seen_by_whom_it_is_open_to_and_nobody_else(way):
    member, other, case = a_member("OFFICER"), a_member("OFFICER"), a_case()
    seen_by(other)

    way(member, case)

    assert seen_by(member)[case.person_id] == [case.pk]
    assert case.person_id not in seen_by(other)


def test_a_file_is_seen_while_it_is_covered_and_not_the_day_after():
    case = a_case()
    member = a_member("TRAINEE", office=case.office)
    days = {"starts_on": clock.today(), "ends_before": clock.today() + timedelta(days=1)}
    cover_cases(id=new_id(), cases=[case], covering=member, by=member, **days)

    assert case.person_id not in visible_ids(member, clock.today() + timedelta(days=1))
    assert case.person_id in visible_ids(member, clock.today())


def test_an_emergency_ends_at_its_minute(monkeypatch):
    member, case = a_member("OFFICER"), a_case()
    opens_in_emergency(member, case)
    later = clock.wall() + timedelta(hours=2)

    monkeypatch.setattr(clock, "wall", lambda: later)

    assert case.person_id not in seen_by(member)


@pytest.mark.parametrize("files", [1, 3])
def test_it_takes_one_query(office, files, django_assert_num_queries):
    member = a_member("OFFICER", office=office)
    for _ in range(files):
        a_case(office=office)
    member.posting  # noqa: B018 - comes with the request

    with django_assert_num_queries(1):
        seen_by(member)
