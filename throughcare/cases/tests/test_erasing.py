"""Erasure by law on pages: one asks, another approves, a hold wins; nothing is gone by a page."""

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.commands import erasing
from throughcare.cases.commands.closing import close_case
from throughcare.cases.models import Case
from throughcare.cases.queries.erasing import erasures_for, hash_left, holds_for, may_approve
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.packs.erasure_bases import erasure_bases
from throughcare.people.tests.factories import plain
from throughcare.record.entries import entry
from throughcare.record.erasing.erasures import ApprovedAlready, NeedsReason
from throughcare.record.ids import new_id
from throughcare.record.models import Entry, Erasure, Hold
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
BASIS = erasure_bases("ca_on")["RETENTION"]


@pytest.fixture
def closed(case, officer):
    """A file that is closed."""
    return close_case(case=case, closing_words="Term over", by=officer)


@pytest.fixture
def second(office):
    """Another manager of the office."""
    return a_member("MANAGER", office=office)


@pytest.fixture
def administrator(office):
    """Who keeps accounts, and sees no file."""
    return a_member("ADMINISTRATOR", office=office)


def asked(case, by, **said):
    usual = {"id": new_id(), "whole_person": False, "basis": BASIS, "why": "It is over."}
    return erasing.ask_for_erasure(**usual | said, case=case, by=by)


def held(case, by, **said):
    usual = {"id": new_id(), "whole_person": False, "why": "A civil action."}
    return erasing.hold_file(**usual | said, case=case, by=by)


def test_what_is_asked_takes_nothing_away(closed, manager):
    made = asked(closed, manager)

    assert (made.basis, made.case_id, made.approved_at, made.versions) == (
        "RETENTION", closed.pk, None, "",
    )  # fmt: skip
    assert Case.objects.filter(pk=closed.pk).exists()
    assert Entry.objects.filter(act="record.erasure_asked", case_id=closed.pk).count() == 1


def test_asking_twice_asks_once_and_needs_a_reason(closed, manager):
    sent = new_id()

    assert asked(closed, manager, id=sent) == asked(closed, manager, id=sent)
    with pytest.raises(NeedsReason):
        asked(closed, manager, why=" ")


@pytest.mark.parametrize("whole_person", [False, True])
def test_a_hold_on_the_file_or_its_person_refuses_the_asking(closed, manager, whole_person):
    held(closed, manager, whole_person=whole_person)

    with pytest.raises(erasing.SomethingStandsAgainst, match="A civil action"):
        asked(closed, manager)


def test_an_open_file_is_not_asked_for(case, manager):
    with pytest.raises(erasing.SomethingStandsAgainst, match="is open"):
        asked(case, manager)


def test_a_second_person_approves_and_nothing_is_gone_yet(closed, manager, second):
    approved = erasing.approve_asked(asked=asked(closed, manager), by=second)

    assert (approved.approved_by_id, approved.approved_by_name) == (second.pk, second.full_name)
    assert Entry.objects.filter(act="record.erasure_approved", by_id=second.pk).count() == 1
    assert Case.objects.filter(pk=closed.pk).exists()
    with pytest.raises(ApprovedAlready):
        erasing.approve_asked(asked=approved, by=second)


@pytest.mark.parametrize("role", ["asker", "OFFICER", "CLERK", "REVIEWER"])
def test_nobody_else_approves(closed, manager, office, role):
    made = asked(closed, manager)
    member = manager if role == "asker" else a_member(role, office=office)

    with pytest.raises(erasing.NotYoursToApprove):
        erasing.approve_asked(asked=made, by=member)


def test_a_person_with_every_file_is_approved_by_who_sees_no_file(
    closed, manager, second, administrator
):
    made = asked(closed, manager, whole_person=True)

    assert (made.case_id, made.person_id) == (None, closed.person_id)
    assert not may_approve(second, made)
    assert may_approve(administrator, made)


@pytest.mark.parametrize("against", ["hold", "open file"])
def test_what_came_between_keeps_from_approving(closed, manager, administrator, against):
    made = asked(closed, manager, whole_person=True)
    if against == "hold":
        held(closed, manager)
    else:
        a_case(person=closed.person)

    with pytest.raises(erasing.SomethingStandsAgainst):
        erasing.approve_asked(asked=made, by=administrator)
    assert Erasure.objects.get().approved_at is None


# who knows of it


def lines(member):
    set_viewer(member.pk)
    return [each.number for each in erasures_for(member)]


def test_it_is_known_to_who_sees_the_file_and_by_its_number_to_who_sees_none(
    closed, manager, second, administrator
):
    asked(closed, manager)
    elsewhere = a_member("MANAGER")

    assert lines(manager) == lines(second) == lines(administrator) == [closed.number]
    assert lines(elsewhere) == []


def test_a_file_that_is_restricted_is_known_to_who_is_named(case, officer, manager, second):
    restricted(case, manager)
    asked(close_case(case=case, closing_words="Term over", by=officer), manager)

    assert (lines(manager), lines(second)) == ([case.number], [])


def test_holds_are_known_likewise(closed, manager, administrator):
    held(closed, manager)
    held(closed, manager, whole_person=True)

    def known(member):
        set_viewer(member.pk)
        return [each.number for each in holds_for(member)]

    assert known(manager) == known(administrator) == [closed.number, closed.person.number]
    assert known(a_member("MANAGER")) == []


def test_what_the_entries_of_several_cases_tell_of_is_one_erasure(closed, manager):
    made = asked(closed, manager)
    with entry("record.erased", by=manager, case=closed):
        Erasure.objects.filter(pk=made.pk).update(versions="cases_case\tx\t1\t\t\n" * 2)
        Erasure.objects.create(
            case_id=closed.pk, basis=made.basis, basis_en="x", basis_fr="x", why="x",
            asked_at=made.asked_at, asked_by_id=made.asked_by_id, asked_by_name="x",
            versions="people_name\tx\t1\t\t\n",
        )  # fmt: skip

    [line] = erasures_for(manager)
    assert (line.asked.pk, line.counts()) == (made.pk, {"cases": 2, "people": 1})
    assert hash_left(line.asked) is None


# pages


def url(name, *args):
    return reverse(f"cases:{name}", args=args)


def test_from_asking_to_approving_on_pages(client, closed, manager, second):
    signed_in(client, manager)
    assert url("ask_erasure", closed.number) in client.get(url("file", closed.number)).text
    assert "Know: A sample" in plain(client.get(url("ask_erasure", closed.number)).text)
    sent = {"id": str(new_id()), "whole_person": "file", "basis": "RETENTION", "why": "Over."}
    assert client.post(url("ask_erasure", closed.number), sent).status_code == 302
    one = url("erasure", Erasure.objects.get().pk)
    assert "Approve the erasure" not in client.get(one).text
    assert client.post(one).status_code == 422

    signed_in(client, second)
    assert one in client.get(url("erasures")).text
    assert "Approve the erasure" in client.get(one).text
    answer = client.post(one, follow=True)

    assert answer.redirect_chain == [(one, 302)]
    assert "throughcare erasure carry-out" in answer.text
    assert Erasure.objects.get().approved_by_id == second.pk


def test_a_hold_is_placed_and_lifted_on_pages(client, closed, manager):
    signed_in(client, manager)
    sent = {"id": str(new_id()), "whole_person": "person", "why": "An inquest."}
    client.post(url("place_hold", closed.number), sent)
    hold = Hold.objects.get()
    assert hold.person_id == closed.person_id
    assert "An inquest." in client.get(url("erasures")).text

    assert client.post(url("lift_hold", hold.pk), {"why": ""}).status_code == 422
    assert client.post(url("lift_hold", hold.pk), {"why": "It ended."}).status_code == 302

    hold.refresh_from_db()
    assert (hold.lifted_by_name, hold.lifted_why) == (manager.full_name, "It ended.")
    assert client.get(url("lift_hold", hold.pk)).status_code == 404


def test_what_stands_against_it_is_said_and_refuses(client, closed, manager, second):
    made = asked(closed, manager)
    held(closed, manager)
    signed_in(client, second)

    assert "A civil action." in client.get(url("erasure", made.pk)).text
    assert client.post(url("erasure", made.pk)).status_code == 422


def test_an_erasure_of_another_office_is_not_there(client, closed, manager):
    made = asked(closed, manager)
    signed_in(client, a_member("MANAGER"))

    assert client.get(url("erasure", made.pk)).status_code == 404
    assert client.post(url("erasure", made.pk)).status_code == 404


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Erased: 2 row versions. Their hashes stay."), ("fr", "Leurs empreintes restent.")],
)
def test_what_is_gone_is_counted_in_both_languages(client, closed, manager, language, said):
    made = asked(closed, manager)
    with entry("record.erased", by=manager, case=closed):
        Erasure.objects.filter(pk=made.pk).update(
            approved_at=clock.now(), versions="cases_case\tx\t1\t\t\n" * 2
        )
    signed_in(client, manager).cookies["throughcare_language"] = language

    assert said in plain(client.get(url("erasure", made.pk)).text)
