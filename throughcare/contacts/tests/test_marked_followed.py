"""A miss that contradicts a direction marked as followed: it is told, and both stand."""

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.contacts.models import Contact
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.orders.commands import directing
from throughcare.orders.tests.factories import a_direction
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id

pytestmark = pytest.mark.django_db
TOLD = "This direction is marked as followed on 26 Nov 2026. Both stand on file"
ON_LINE = "Contradicted: the direction is marked as followed on 26 Nov 2026. Both stand."


@pytest.fixture
def followed(case, officer):
    """A direction to report today that somebody has marked as followed today."""
    direction = a_direction(case, officer, due_on=clock.today())
    return directing.record_direction_met(direction=direction, on=clock.today(), by=officer)


@pytest.fixture
def miss(as_officer, case):
    """Record through the page that the person did not come; return the page one comes to."""

    def sent(direction):
        said = {"id": str(new_id()), "way": "OFFICE", "on": "today", "at": "00:00"}
        said |= {"outcome": "DID_NOT_COME", "following": "NONE", "purpose": "SUPERVISION"}
        said |= {"answers": str(direction.pk), "line": "Waited for half an hour."}
        address = reverse("contacts:record", args=[case.number])
        return plain(as_officer.post(address, said, follow=True).text)

    return sent


def listed(client, case):
    return plain(client.get(reverse("contacts:list", args=[case.number])).text)


def test_who_records_the_miss_is_told_and_both_stand(miss, followed):
    shown = miss(followed)

    assert TOLD in shown
    assert ON_LINE in shown
    followed.refresh_from_db()
    assert (followed.met_on, Contact.objects.get().outcome) == (clock.today(), "DID_NOT_COME")


def test_it_is_said_before_anything_is_recorded(as_officer, case, followed):
    address = reverse("contacts:record", args=[case.number])
    shown = plain(as_officer.get(f"{address}?direction={followed.pk}&outcome=DID_NOT_COME").text)

    assert "If the person did not come, record it: both stand, and the file says so." in shown


def test_the_file_says_so_whichever_was_written_first(as_officer, case, officer):
    direction = a_direction(case, officer, due_on=clock.today())
    a_contact(case, officer, outcome="DID_NOT_COME", answers=direction)
    assert "Contradicted" not in listed(as_officer, case)

    directing.record_direction_met(direction=direction, on=clock.today(), by=officer)

    assert ON_LINE in listed(as_officer, case)


def test_a_miss_of_a_direction_that_nobody_marked_contradicts_nothing(miss, case, officer):
    shown = miss(a_direction(case, officer, due_on=clock.today()))

    assert "marked as followed" not in shown


@pytest.mark.parametrize("outcome", ["CAME", "NOT_REACHED"])
def test_what_is_no_miss_contradicts_nothing(as_officer, case, officer, followed, outcome):
    a_contact(case, officer, outcome=outcome, answers=followed)

    assert "Contradicted" not in listed(as_officer, case)


def test_a_miss_that_is_corrected_contradicts_nothing_any_more(as_officer, case, officer, followed):
    first = a_contact(case, officer, outcome="DID_NOT_COME", answers=followed)
    corrected(first, officer, outcome="CAME", answers=followed)

    assert "Contradicted" not in listed(as_officer, case)
