"""Emergency access: a reason, one file, an hour; a manager told at once; reviewed by another."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.commands import emergency as commands
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import EmergencyAccess
from throughcare.cases.queries import my_cases, visible_cases, visible_people
from throughcare.cases.queries.emergencies import whom_to_tell
from throughcare.cases.queries.reviews import emergencies_to_review, may_review
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.cases.watching import WATCHING
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.record.looks import Look
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db
HEARD = "A threat was heard at the counter"


@pytest.fixture
def stranger(db):
    """An officer of another office."""
    return a_member("OFFICER", office=an_office(name="Timmins"))


def opened(case, by, **said):
    facts = {"id": new_id(), "number": case.number, "reason": HEARD} | said
    return commands.open_in_emergency(by=by, **facts)


def sees(member, case):
    return visible_cases(member, clock.today()).filter(pk=case.pk).exists()


def ended(access):
    """Let the hour of an emergency be over."""
    access.opened_at -= timedelta(hours=2)
    access.ends_at -= timedelta(hours=2)
    with entry("cases.opened_in_emergency", by=System()):
        access.save()


def test_a_file_of_another_office_opens_for_an_hour(case, stranger):
    assert not sees(stranger, case)

    access = opened(case, stranger)

    assert sees(stranger, case)
    assert access.ends_at - access.opened_at == WATCHING.emergency == timedelta(minutes=60)
    assert visible_people(stranger, clock.today()).filter(pk=case.person_id).exists()
    assert not my_cases(stranger, clock.today()).exists()


def test_after_the_hour_it_is_closed_again(case, stranger):
    ended(opened(case, stranger))

    assert not sees(stranger, case)


def test_only_the_one_file_opens(case, officer, stranger):
    other = a_case(holder=officer)

    opened(case, stranger)

    assert not sees(stranger, other)


def test_only_to_the_one_who_opened_it(case, stranger):
    opened(case, stranger)

    assert not sees(a_member("OFFICER", office=stranger.office), case)


def test_a_restricted_file_opens_too(case, colleague):
    restricted(case)
    assert not sees(colleague, case)

    opened(case, colleague)

    assert sees(colleague, case)


@pytest.mark.parametrize("with_person", [True, False])
def test_a_conflict_of_interest_keeps_it_closed(case, stranger, with_person):
    access = opened(case, stranger)
    a_conflict(case, stranger)

    assert not sees(stranger, case)
    with pytest.raises(commands.NoFileToOpen) as closed:
        opened(case, stranger)
    with pytest.raises(commands.NoFileToOpen) as absent:
        opened(case, stranger, number="C-2026-99999")
    assert str(closed.value) == str(absent.value)
    assert EmergencyAccess.objects.get() == access


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_without_a_reason_nothing_opens(case, stranger, reason):
    with pytest.raises(WordsMissing):
        opened(case, stranger, reason=reason)

    assert not sees(stranger, case)


def test_what_is_open_anyway_is_no_emergency(case, officer):
    with pytest.raises(commands.OpenAlready):
        opened(case, officer)


def test_sent_twice_it_opens_once(case, stranger):
    sent = new_id()

    assert opened(case, stranger, id=sent) == opened(case, stranger, id=sent)
    assert Entry.objects.filter(act="cases.opened_in_emergency").count() == 1


def test_the_entry_says_who_which_file_and_why(case, stranger):
    opened(case, stranger)

    entry = Entry.objects.latest("number")
    assert (entry.by_id, entry.case_id, entry.reason) == (stranger.pk, case.pk, HEARD)


def test_the_manager_of_the_file_is_told(case, manager, stranger):
    assert opened(case, stranger).told == manager


def test_without_a_manager_there_the_members_own_is_told(case, stranger):
    own = a_member("MANAGER", office=stranger.office)

    assert whom_to_tell(case, stranger) == own


def test_nobody_is_told_of_their_own_emergency_or_of_a_conflict(case, manager):
    assert whom_to_tell(case, manager) is None
    a_conflict(case, manager)

    assert whom_to_tell(case, a_member("OFFICER", office=manager.office)) is None


@pytest.mark.parametrize(
    ("reviewer", "looked", "same", "may"),
    [
        ("MANAGER", "OFFICER", True, True),
        ("MANAGER", "OFFICER", False, True),
        ("REVIEWER", "OFFICER", True, True),
        ("MANAGER", "MANAGER", False, True),
        ("MANAGER", "MANAGER", True, True),
        ("REVIEWER", "MANAGER", False, True),
        ("REVIEWER", "MANAGER", True, False),
        ("OFFICER", "OFFICER", True, False),
        ("CLERK", "MANAGER", False, False),
    ],
)
def test_who_reviews_is_a_third_person(office, reviewer, looked, same, may):
    who = a_member(reviewer, office=office)

    assert may_review(who, a_member(looked, office=office if same else an_office())) is may


def test_nobody_reviews_themselves(manager):
    assert not may_review(manager, manager)


def test_what_waits_is_shown_to_who_was_told_until_it_is_reviewed(case, manager, stranger):
    access = opened(case, stranger)
    assert emergencies_to_review(manager) == [access]

    commands.review_emergency(emergency=access, was_right=True, words="As told", by=manager)

    assert emergencies_to_review(manager) == []


def test_a_review_closes_what_is_still_open(case, manager, stranger):
    access = opened(case, stranger)

    commands.review_emergency(emergency=access, was_right=False, words="Curiosity", by=manager)

    assert not sees(stranger, case)
    found = EmergencyAccess.objects.get()
    assert (found.reviewed_by, found.was_right, found.review_words) == (manager, False, "Curiosity")


def test_a_review_is_refused_to_who_opened_it_without_words_and_twice(case, manager, stranger):
    access = opened(case, stranger)
    said = {"emergency": access, "was_right": True}

    with pytest.raises(commands.NotYoursToReview):
        commands.review_emergency(by=stranger, words="Fine", **said)
    with pytest.raises(WordsMissing):
        commands.review_emergency(by=manager, words=" ", **said)
    commands.review_emergency(by=manager, words="Fine", **said)
    with pytest.raises(commands.ReviewedAlready):
        commands.review_emergency(by=manager, words="Again", **said)


def test_who_has_a_conflict_does_not_review(case, office, manager, stranger):
    opened(case, stranger)
    second = a_member("MANAGER", office=office)
    a_conflict(case, second)

    assert emergencies_to_review(second) == []
    assert len(emergencies_to_review(manager)) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"ends_at": None}, {"reason": ""}, {"was_right": True}],
    ids=["never_ends", "no_reason", "half_reviewed"],
)
def test_the_database_refuses_what_is_no_emergency(case, stranger, wrong):
    access = opened(case, stranger)

    with pytest.raises(IntegrityError), transaction.atomic(), entry("x", by=System()):
        EmergencyAccess.objects.filter(pk=access.pk).update(**wrong)


def test_the_page_opens_the_file_and_each_look_says_why(client, case, manager, stranger):
    signed_in(client, stranger)
    there = reverse("cases:file", args=[case.number])
    assert client.get(there).status_code == 404

    said = {"id": str(new_id()), "number": case.number.lower(), "reason": HEARD}
    answer = client.post(reverse("cases:emergency"), said, follow=True)

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == there
    set_viewer(stranger.pk)
    assert Look.objects.get(page="cases:file").reason == HEARD


def test_a_wrong_number_keeps_what_was_typed(client, stranger):
    signed_in(client, stranger)
    said = {"id": str(new_id()), "number": "C-2026-99999", "reason": HEARD}

    answer = client.post(reverse("cases:emergency"), said)

    assert answer.status_code == 422
    assert HEARD in answer.text


def test_the_managers_menu_counts_what_waits(client, case, manager, stranger):
    signed_in(client, manager)
    opened(case, stranger)

    text = client.get(reverse("cases:emergencies")).text

    assert HEARD in text
    assert stranger.full_name in text
    assert emergencies_to_review(manager)[0].case.number in text


def test_a_review_is_sent_from_its_page(client, case, manager, stranger):
    signed_in(client, manager)
    access = opened(case, stranger)
    url = reverse("cases:review_emergency", args=[access.pk])
    assert client.post(url, {}).status_code == 422

    answer = client.post(url, {"was_right": "no", "words": "No work reason"})

    assert answer.status_code == 302
    assert EmergencyAccess.objects.get().was_right is False
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("role", ["OFFICER", "CLERK"])
def test_the_page_that_is_not_there_offers_it_to_who_may(client, office, role):
    signed_in(client, a_member(role, office=office))

    text = client.get("/cases/C-2026-99999/").text

    assert (reverse("cases:emergency") in text) is (role == "OFFICER")


def test_a_leaver_is_out_at_the_next_request(client, case, officer):
    signed_in(client, officer)
    there = reverse("cases:file", args=[case.number])
    assert client.get(there).status_code == 200

    with entry("staff.posting_ended", by=System()):
        officer.postings.update(ends_before=clock.today())

    assert client.get(there).status_code == 302


def test_a_closed_account_is_out_at_the_next_request(client, case, officer):
    signed_in(client, officer)
    type(officer).objects.filter(pk=officer.pk).update(is_active=False)

    assert client.get(reverse("cases:file", args=[case.number])).status_code == 302


def test_an_emergency_that_is_over_is_out_at_the_next_request(client, case, stranger):
    signed_in(client, stranger)
    access = opened(case, stranger)
    there = reverse("cases:file", args=[case.number])
    assert client.get(there).status_code == 200

    ended(access)

    assert client.get(there).status_code == 404
