"""What a clerk writes of a contact is provisional until an officer confirms it."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from throughcare import clock
from throughcare.contacts import account
from throughcare.contacts.commands import confirming
from throughcare.contacts.models import Contact
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.orders.tests.factories import condition_of
from throughcare.people.tests.factories import plain
from throughcare.record.entries import entry
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(office):
    return a_member("CLERK", office=office, given_name="Nicole", surname="Lalonde")


@pytest.mark.parametrize(
    ("role", "provisional"),
    [("CLERK", True), ("TRAINEE", True), ("OFFICER", False), ("MANAGER", False)],
)
def test_whoever_does_not_confirm_writes_provisionally(office, case, role, provisional):
    assert a_contact(case, a_member(role, office=office)).provisional is provisional


def test_an_officer_confirms_it_once(case, clerk, officer, colleague):
    contact = a_contact(case, clerk)
    first = confirming.confirm_contact(contact=contact, by=officer)
    again = confirming.confirm_contact(contact=contact, by=colleague)

    assert (first.provisional, first.confirmed_by) == (False, officer)
    assert again.confirmed_by == officer
    assert Entry.objects.filter(act="contacts.contact_confirmed").count() == 1


def test_a_clerk_does_not_confirm(case, clerk):
    contact = a_contact(case, clerk)

    with pytest.raises(confirming.CannotConfirm):
        confirming.confirm_contact(contact=contact, by=clerk)
    contact.refresh_from_db()
    assert contact.provisional


def test_what_was_corrected_meanwhile_is_not_confirmed(case, clerk, officer):
    contact = a_contact(case, clerk)
    corrected(contact, officer, line="Works days.")

    with pytest.raises(confirming.CorrectedSince):
        confirming.confirm_contact(contact=contact, by=officer)


def test_an_officers_correction_stands_at_once(case, clerk, officer):
    row = corrected(a_contact(case, clerk), officer, line="Works days.")

    assert (row.provisional, row.confirmed_by) == (False, None)


def shown(case):
    found = account.facts([case.pk], clock.today())[case.pk]
    return {each.kind for each in found.evidence} | {each.kind for each in found.events}


def test_a_visit_at_the_counter_is_reporting_and_no_interview(case, clerk, officer):
    contact = a_contact(case, clerk, purpose="INTAKE")

    assert shown(case) == {"REPORTED", "SEEN_OFFICE"}
    confirming.confirm_contact(contact=contact, by=officer)
    assert shown(case) == {"REPORTED", "SEEN_OFFICE", "INTAKE_INTERVIEW", "INTAKE_HELD"}


def test_what_was_said_of_a_condition_is_known_once_confirmed(case, order, clerk, officer):
    contact = a_contact(case, clerk, talked={condition_of(order, 1).pk: "KEPT"})
    today = clock.today()

    assert account.verifications([case.pk], today)[case.pk] == []
    confirming.confirm_contact(contact=contact, by=officer)
    (known,) = account.verifications([case.pk], today)[case.pk]
    assert known.condition == str(condition_of(order, 1).pk)


def test_nobody_is_said_to_confirm_what_is_provisional(case, clerk):
    contact = a_contact(case, clerk)

    with (
        pytest.raises(IntegrityError, match="confirmed_contact_says_by_whom"),
        entry("record.test", by=clerk),
    ):
        Contact.objects.filter(pk=contact.pk).update(confirmed_by=clerk)


@pytest.mark.parametrize(
    ("tongue", "mark"),
    [
        ("en", "Provisional: to be confirmed by an officer."),
        ("fr", "Provisoire : à confirmer par un agent."),
    ],
)
def test_the_list_says_so(client, case, clerk, officer, tongue, mark):
    a_contact(case, clerk)
    signed_in(client, officer)
    address = reverse("contacts:list", args=[case.number])

    assert mark in plain(client.get(address, headers={"accept-language": tongue}).text)


def test_one_press_confirms_it(as_officer, case, clerk, officer):
    contact = a_contact(case, clerk)
    address = reverse("contacts:confirm", args=[case.number, contact.pk])
    listed = reverse("contacts:list", args=[case.number])
    assert f'action="{address}"' in as_officer.get(listed).text

    assert [as_officer.post(address).status_code for _time in range(2)] == [302, 302]
    text = as_officer.get(listed).text
    assert address not in text
    assert "confirmed by" in text


def test_a_clerk_sees_the_mark_and_no_button(client, case, clerk):
    contact = a_contact(case, clerk)
    signed_in(client, clerk)
    address = reverse("contacts:confirm", args=[case.number, contact.pk])

    assert address not in client.get(reverse("contacts:list", args=[case.number])).text
    assert client.post(address).status_code == 404
