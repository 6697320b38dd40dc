"""What a clerk wrote of a contact stands on the officer's day until the officer says it was so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands.covering import cover_cases
from throughcare.contacts.commands import confirming
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.today.queries.lines import Group, lines_of
from throughcare.today.queries.others import contacts_to_confirm
from throughcare.today.queries.people import people_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WRITTEN = "écrit par N. Lalonde"


@pytest.fixture
def clerk(officer):
    return a_member("CLERK", office=officer.office, given_name="Nicole", surname="Lalonde")


def waiting(member, on):
    return list(contacts_to_confirm(member, people_of(member, on)))


def a_member_who_covers(case, officer, role, on):
    member = a_member(role, office=officer.office)
    period = {"starts_on": on, "ends_before": on + DAY}
    cover_cases(id=new_id(), officer=officer, covering=member, by=member, **period)
    return member


@pytest.mark.parametrize(
    ("language", "what", "note", "action"),
    [
        ("en", "Confirm the contact of Wed 25 Nov: Office", "written by N. Lalonde", "Confirm"),
        ("fr", "Confirmer le contact du mer. 25 nov. : Bureau", WRITTEN, "Confirmer"),
    ],
)
def test_a_clerks_contact_is_a_line_with_one_act(
    case, officer, clerk, on, language, what, note, action
):
    contact = a_contact(case, clerk, happened_at=clock.now() - DAY)

    with translation.override(language):
        [thing] = waiting(officer, on)

    assert (plain(thing.what), plain(thing.note), thing.action) == (what, note, action)
    assert thing.url == reverse("contacts:confirm", args=[case.number, contact.pk])
    assert (thing.group, thing.forced) == (Group.NEW, False)


def test_it_leaves_the_day_when_an_officer_has_confirmed_it(case, officer, clerk, on):
    contact = a_contact(case, clerk)
    confirming.confirm_contact(contact=contact, by=officer)

    assert waiting(officer, on) == []


@pytest.mark.parametrize(("role", "left"), [("OFFICER", 0), ("CLERK", 1)])
def test_a_correction_takes_its_place(case, officer, clerk, on, role, left):
    by = officer if role == "OFFICER" else clerk
    row = corrected(a_contact(case, clerk), by, line="Works days.")

    found = [thing.key for thing in waiting(officer, on)]

    assert found == [f"confirm contact {row.pk}"][:left]


def test_what_was_recorded_by_mistake_asks_nothing(case, officer, clerk, on):
    corrected(a_contact(case, clerk), clerk, outcome="IN_ERROR")

    assert waiting(officer, on) == []


def test_an_officers_own_contact_asks_nothing(case, officer, on):
    a_contact(case, officer)

    assert waiting(officer, on) == []


def test_several_of_one_person_are_one_line_the_oldest_first(case, officer, clerk, on):
    for hours in (2, 30, 5):
        a_contact(case, clerk, happened_at=clock.now() - timedelta(hours=hours))

    [line] = lines_of(waiting(officer, on))[Group.NEW]

    days = [thing.due_before for thing in (line.first, *line.others)]
    assert days == [on - DAY, on, on]


@pytest.mark.parametrize(("role", "sees"), [("OFFICER", 1), ("MANAGER", 1), ("TRAINEE", 0)])
def test_who_covers_confirms_where_their_role_does(case, officer, clerk, on, role, sees):
    a_contact(case, clerk)
    member = a_member_who_covers(case, officer, role, on)

    assert len(waiting(member, on)) == sees


def test_a_colleagues_file_is_not_in_my_day(case, officer, clerk, on):
    a_contact(case, clerk)

    assert waiting(a_member("OFFICER", office=officer.office), on) == []


def test_the_line_leads_to_what_was_written_and_one_button(client, case, officer, clerk):
    contact = a_contact(case, clerk, line="Brought the lease.")
    signed_in(client, officer)
    address = reverse("contacts:confirm", args=[case.number, contact.pk])
    assert address in client.get(reverse("today:today")).text

    page = client.get(address).text
    assert "Brought the lease." in page
    assert reverse("contacts:correct", args=[case.number, contact.pk]) in page

    assert client.post(address).status_code == 302
    assert address not in client.get(reverse("today:today")).text
