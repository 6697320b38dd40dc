"""The forms of a file, sent through HTTP: done once, refused in words, nothing typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.models import Case, Conflict, Cover, LevelPeriod, Transfer
from throughcare.cases.queries.holders import (
    standing_assignment,
    standing_level,
    standing_restriction,
)
from throughcare.cases.tests.factories import a_case
from throughcare.pages.dates import week_day
from throughcare.people.models import Address, Person
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def manager(client, office):
    member = a_member("MANAGER", office=office)
    signed_in(client, member)
    return member


@pytest.fixture
def case(office, manager):
    return a_case(office=office, happened_at=clock.now() - timedelta(days=9))


@pytest.fixture
def send(client, case):
    def sent(name, **said):
        facts = {"id": str(new_id()), "since": "today", "reason": "As asked"} | said
        return client.post(reverse(f"cases:{name}", args=[case.number]), facts)

    return sent


def test_a_file_is_given_to_an_officer(client, send, case, office):
    successor = a_member("OFFICER", office=office)

    answer = send("assign", holder=str(successor.pk))

    assert answer.status_code == 302
    assert standing_assignment(case).holder == successor
    shown = client.get(answer["Location"]).text
    assert "The file has a new holder." in shown


def test_a_stale_form_says_so_and_keeps_what_was_typed(client, send, case, office):
    first, second = (a_member("OFFICER", office=office) for _ in range(2))
    seen = str(standing_assignment(case).pk)
    send("assign", holder=str(first.pk), instead_of=seen)

    answer = send("assign", holder=str(second.pk), instead_of=seen, reason="Speaks French")

    assert answer.status_code == 422
    assert "Someone changed this" in answer.text
    assert "Speaks French" in answer.text
    assert str(standing_assignment(case).pk) in answer.text
    assert standing_assignment(case).holder == first


def test_a_form_without_an_answer_says_what_is_missing(send, case):
    answer = send("assign", holder="")

    assert answer.status_code == 422
    assert "Choose who holds the file." in answer.text


def test_an_option_that_is_not_offered_is_refused(send, case):
    outsider = a_member("OFFICER")

    assert send("assign", holder=str(outsider.pk)).status_code == 422
    assert send("level", level="HIGHEST", starts_on="today").status_code == 422
    assert send("away", kind="HOLIDAY", starts_on="today", source="x").status_code == 422


def test_a_level_sent_twice_is_set_once(send, case):
    sent = {"id": str(new_id()), "level": "HIGH", "starts_on": "today"}

    assert [send("level", **sent).status_code for _ in range(2)] == [302, 302]

    assert standing_level(case, clock.today()).level == "HIGH"
    assert LevelPeriod.objects.filter(case=case).count() == 2


def test_a_wrong_day_stands_beside_its_field(send, case):
    answer = send("away", kind="CUSTODY", starts_on="31 Feb 2026", source="Police")

    assert answer.status_code == 422
    assert 'value="31 Feb 2026"' in answer.text
    assert 'value="Police"' in answer.text


def test_time_away_is_recorded_and_ended(client, send, case):
    sent = send(
        "away", kind="CUSTODY", place="Sudbury Jail", starts_on="yesterday", source="Police"
    )
    assert sent.status_code == 302
    shown = client.get(reverse("cases:file", args=[case.number])).text
    assert "Sudbury Jail" in shown
    standing = case.person.aways.get()

    client.post(
        reverse("cases:end_away", args=[case.number, standing.pk]), {"last_day": "yesterday"}
    )

    standing.refresh_from_db()
    assert standing.ends_before == clock.today()
    other = reverse("cases:end_away", args=[case.number, new_id()])
    assert client.get(other).status_code == 404


def test_cover_of_one_file_and_of_an_officer(client, send, case, office):
    colleague = a_member("OFFICER", office=office)
    days = {
        "covering": str(colleague.pk),
        "starts_on": "today",
        "last_day": str(clock.today() + timedelta(days=50)),
    }
    assert send("cover", **days).status_code == 302
    officer = standing_assignment(case).holder
    form = {"id": str(new_id()), "officer": str(officer.pk)} | days

    answer = client.post(reverse("cases:cover_officer"), form)

    assert answer["Location"] == reverse("cases:office")
    assert Cover.objects.count() == 2
    backwards = form | {"id": str(new_id()), "last_day": "2020-01-01"}
    assert client.post(reverse("cases:cover_officer"), backwards).status_code == 422


def test_the_cover_of_an_officer_is_ended_from_the_office(client, case, office):
    days = {"starts_on": "today", "last_day": str(clock.today() + timedelta(days=50))}
    who = {
        "officer": str(standing_assignment(case).holder.pk),
        "covering": str(a_member("OFFICER", office=office).pk),
    }
    client.post(reverse("cases:cover_officer"), {"id": str(new_id())} | who | days)
    end = reverse("cases:end_cover", args=[Cover.objects.get().pk])
    assert client.get(end).status_code == 200

    client.post(end)

    assert not Cover.objects.exists()
    assert client.get(end).status_code == 404


def test_a_transfer_is_proposed_and_accepted_by_the_other_office(client, send, case):
    there = a_member("MANAGER")
    send("propose_transfer", to_office=str(there.office.pk), summary="Moved for work")
    assert (
        "is asked to take this file" in client.get(reverse("cases:file", args=[case.number])).text
    )
    signed_in(client, there)

    answer = send("accept_transfer")

    assert answer.status_code == 302
    assert Case.objects.get(pk=case.pk).office == there.office
    assert client.get(reverse("cases:file", args=[case.number])).status_code == 200


def test_a_refused_transfer_leads_away_from_the_file(client, send, case):
    there = a_member("MANAGER")
    send("propose_transfer", to_office=str(there.office.pk), summary="Moved for work")
    signed_in(client, there)

    answer = send("refuse_transfer", reason="No address here")

    assert answer["Location"] == reverse("cases:list")
    assert Transfer.objects.get().refusal_reason == "No address here"
    assert client.get(reverse("cases:file", args=[case.number])).status_code == 404


def test_a_file_is_restricted_named_on_and_opened_again(client, send, case, office):
    clerk = a_member("CLERK", office=office)
    assert send("restrict", members=[str(clerk.pk)]).status_code == 302
    restriction = standing_restriction(case)
    assert restriction.named.count() == 3
    reviewer = a_member("REVIEWER", office=office)
    send("name_member", member=str(reviewer.pk))
    assert restriction.named.count() == 4

    send("lift")

    assert standing_restriction(case) is None


def test_a_conflict_closes_the_file_at_once(client, send, case, manager):
    answer = send("conflict", words="A cousin")

    assert answer["Location"] == reverse("cases:list")
    assert Conflict.objects.get().member == manager
    assert client.get(reverse("cases:file", args=[case.number])).status_code == 404


def test_a_file_is_closed_and_the_closing_taken_back(client, send, case):
    send("close", closing_words="Order ended")
    assert "Order ended" in client.get(reverse("cases:file", args=[case.number])).text

    send("reopen", reason="Wrong file")

    assert Case.objects.get(pk=case.pk).closed_on is None


def test_an_uncovered_file_is_the_managers(send, case, manager):
    send("uncovered", reason="Post is vacant")

    assert standing_assignment(case).uncovered is True


def test_a_new_person_leads_to_a_new_file(client, manager, office):
    person = {"id": str(new_id()), "surname": "Côté", "given": "Renée", "born": "1979-12-01"}

    added = client.post(reverse("cases:new_person"), person)

    number = Person.objects.get(surname="Côté").number
    assert added["Location"] == reverse("cases:open_for", args=[number])
    file = {"id": str(new_id()), "kind": "SUPERVISION", "holder": str(manager.pk)}
    file["since"] = "today"
    opened = [client.post(added["Location"], file) for _ in range(2)]
    assert opened[0]["Location"] == opened[1]["Location"]
    assert Case.objects.count() == 1
    assert client.get(reverse("cases:person", args=[number]))["Location"] == opened[0]["Location"]


def test_a_likely_duplicate_is_shown_before_anything_is_kept(client, manager):
    a_person(surname="Côté", given="Renée", born=(1979, 12, 1))
    person = {"id": str(new_id()), "surname": "Cote", "given": "Renee", "born": "1979-12-01"}

    answer = client.post(reverse("cases:new_person"), person)

    assert answer.status_code == 422
    assert "Already on file?" in answer.text
    assert Person.objects.count() == 1


def test_an_address_is_added_from_the_file(client, case):
    url = reverse("cases:identity_act", args=[case.number, "add-address"])
    said = {"id": str(new_id()), "kind": "HOME", "line1": "88 Birchbark Lane", "city": "Sudbury"}
    days = {"starts_on": "yesterday", "told_on": "today", "source": "PERSON", "province": "ON"}

    answer = client.post(url, said | days)

    assert answer["Location"] == reverse("cases:identity", args=[case.number])
    assert Address.objects.get().person == case.person
    assert client.get(url.replace("add-address", "add-nothing")).status_code == 404


@pytest.mark.parametrize("name", ["cases:identity", "cases:record"])
def test_of_a_day_that_was_told_no_time_is_shown(client, case, name):
    told = clock.today() - timedelta(days=3)
    url = reverse("cases:identity_act", args=[case.number, "add-address"])
    said = {"id": str(new_id()), "kind": "UNKNOWN", "source": "PERSON", "province": "ON"}
    client.post(url, said | {"starts_on": "yesterday", "told_on": f"{told:%Y-%m-%d}"})

    shown = client.get(reverse(name, args=[case.number])).text

    assert f"Happened {week_day(told)}. Recorded" in shown


def test_an_officer_is_assigned_late_and_both_days_are_shown(client, send, case, office):
    successor = a_member("OFFICER", office=office)

    send("assign", holder=str(successor.pk), since=f"{clock.today() - timedelta(days=3):%Y-%m-%d}")

    shown = client.get(reverse("cases:file", args=[case.number])).text
    assert clock.day_of(standing_assignment(case).starts_at) == clock.today() - timedelta(days=3)
    assert "3 days later" in shown


def test_a_day_before_the_last_holder_is_refused_beside_its_field(send, case, office):
    successor = a_member("OFFICER", office=office)

    early = send("assign", holder=str(successor.pk), since="2020-01-01")
    ahead = send("close", closing_words="Ended", since="2030-01-01")

    assert (early.status_code, ahead.status_code) == (422, 422)
    assert "Give a later day." in early.text
    assert Case.objects.get(pk=case.pk).closed_on is None
