"""What the database refuses, whoever writes: raw SQL as the application's role."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from throughcare import clock
from throughcare.cases.commands import closing, holding
from throughcare.cases.tests.factories import a_case
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


@contextmanager
def refused(rule: str) -> Iterator[None]:
    """Expect that an entry around the block is refused by a rule."""
    with (
        pytest.raises(DatabaseError, match=rule),
        transaction.atomic(),
        entry("cases.assigned", by=System()),
    ):
        yield


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def case(office):
    return a_case(office=office)


def test_the_tests_run_as_the_application():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")

        assert cursor.fetchone() == ("throughcare_app",)


def test_an_open_file_keeps_its_holder(case):
    with refused("has no holder"):
        sql("UPDATE cases_assignment SET ends_at = clock_timestamp() WHERE case_id = %s", case.pk)
    with refused("has no holder"):
        sql("DELETE FROM cases_assignment WHERE case_id = %s", case.pk)


def test_a_file_is_not_opened_without_a_holder(case):
    with refused("has no holder"):
        sql(
            "INSERT INTO cases_case (id, number, person_id, kind, office_id, opened_on,"
            " closing_words) VALUES (%s, 'C-1', %s, 'SUPERVISION', %s, now(), '')",
            new_id(),
            case.person_id,
            case.office_id,
        )


def test_a_file_has_never_two_holders(case, office):
    other = a_member("OFFICER", office=office)

    with refused("case_has_one_holder_at_a_time"):
        sql(
            "INSERT INTO cases_assignment (id, case_id, holder_id, uncovered, starts_at)"
            " VALUES (%s, %s, %s, false, now())",
            new_id(),
            case.pk,
            other.pk,
        )


def test_no_instant_lies_between_two_holders(case, office):
    other = a_member("OFFICER", office=office)

    with refused("without a holder for a time"):
        sql("UPDATE cases_assignment SET ends_at = clock_timestamp() WHERE case_id = %s", case.pk)
        sql(
            "INSERT INTO cases_assignment (id, case_id, holder_id, uncovered, starts_at)"
            " VALUES (%s, %s, %s, false, clock_timestamp() + interval '1 microsecond')",
            new_id(),
            case.pk,
            other.pk,
        )


def test_the_first_day_has_a_holder_too(case):
    with refused("without a holder for a time"):
        sql("UPDATE cases_case SET opened_on = opened_on - 3 WHERE id = %s", case.pk)


def test_an_assignment_cannot_be_moved_to_another_file(case, office):
    other = a_case(office=office)

    with refused("case_has_one_holder_at_a_time|has no holder"):
        sql("UPDATE cases_assignment SET case_id = %s WHERE case_id = %s", other.pk, case.pk)


def test_a_closed_file_has_no_holder(case, office):
    with refused("still has a holder"):
        sql(
            "UPDATE cases_case SET closed_on = opened_on, closing_words = 'x' WHERE id = %s",
            case.pk,
        )
    closing.close_case(case=case, closing_words="Ended", by=a_member("MANAGER", office=office))
    with refused("has no holder"):
        sql("UPDATE cases_case SET closed_on = NULL, closing_words = '' WHERE id = %s", case.pk)


def test_a_cover_is_of_a_file_or_of_an_officer(case, office):
    officer, covering = (a_member("OFFICER", office=office) for _ in range(2))
    insert = (
        "INSERT INTO cases_cover (id, case_id, officer_id, covering_id, starts_on, ends_before)"
        " VALUES (%s, %s, %s, %s, now(), now() + interval '2 days')"
    )

    with refused("cover_is_of_a_case_or_of_an_officer"):
        sql(insert, new_id(), case.pk, officer.pk, covering.pk)
    with refused("cover_is_of_a_case_or_of_an_officer"):
        sql(insert, new_id(), None, None, covering.pk)
    with refused("nobody_covers_for_themselves"):
        sql(insert, new_id(), None, officer.pk, officer.pk)


def test_a_hand_over_in_one_entry_is_kept(case, office):
    other = a_member("OFFICER", office=office)

    given = holding.assign_officer(
        id=new_id(), case=case, holder=other, by=a_member("MANAGER", office=office)
    )

    assert given.starts_at <= clock.now()
    assert case.assignments.count() == 2
