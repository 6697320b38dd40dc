"""Looking at many people, or without a work reason, is asked about; a third person answers."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from throughcare import clock
from throughcare.access.guards import set_viewer
from throughcare.cases.commands import covering
from throughcare.cases.commands.emergency import open_in_emergency
from throughcare.cases.commands.holding import assign_officer
from throughcare.cases.commands.look_review import NotYoursToReview, review_looks
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import LookReview
from throughcare.cases.queries.alerts import Alert, alerts_for
from throughcare.cases.tests.factories import a_case
from throughcare.cases.watching import WATCHING
from throughcare.record.entries import System, entry
from throughcare.record.ids import new_id
from throughcare.record.tests.test_looks import a_look
from throughcare.staff.commands import days
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db


def looked(member, case, **said):
    """Keep that a member opened a file a moment ago."""
    set_viewer(member.pk)
    usual = {"case_id": case.pk, "person_id": case.person_id, "by_role": member.role, "hours": 0}
    return a_look(member.pk, **usual | said)


def asked(reviewer):
    set_viewer(reviewer.pk)
    return [(each.member, str(each.why), each.count) for each in alerts_for(reviewer)]


def test_a_colleagues_file_without_a_reason_is_asked_about(case, manager, colleague):
    looked(colleague, case)
    looked(colleague, case)

    assert asked(manager) == [(colleague, "NO_REASON", 1)]


def holds(case, colleague, manager):
    return a_case(holder=colleague)


def covers(case, colleague, manager):
    today = clock.today()
    covering.cover_cases(
        id=new_id(), covering=colleague, cases=[case], by=manager, starts_on=today,
        ends_before=today + timedelta(days=1),
    )  # fmt: skip
    return case


def covers_the_officer(case, colleague, manager):
    today, officer = clock.today(), case.assignments.get().holder
    covering.cover_cases(
        id=new_id(), covering=colleague, officer=officer, by=manager, starts_on=today,
        ends_before=today + timedelta(days=1),
    )  # fmt: skip
    return case


def is_on_duty(case, colleague, manager):
    days.set_duty_officer(office=case.office, day=clock.today(), officer=colleague, by=manager)
    return case


def recorded_something(case, colleague, manager):
    with entry("contacts.recorded", by=colleague, case=case):
        return case


def opened_it_in_an_emergency(case, colleague, manager):
    elsewhere = a_case()
    open_in_emergency(id=new_id(), number=elsewhere.number, reason="A threat", by=colleague)
    return elsewhere


@pytest.mark.parametrize(
    "reason",
    [holds, covers, covers_the_officer, is_on_duty, recorded_something, opened_it_in_an_emergency],
)
def test_who_has_a_work_reason_is_not_asked(case, manager, colleague, reason):
    looked(colleague, reason(case, colleague, manager))

    assert asked(manager) == []


def test_who_said_why_is_not_asked(case, manager, colleague):
    looked(colleague, case, reason="Answered the phone for a colleague")

    assert asked(manager) == []


@pytest.mark.parametrize("role", ["CLERK", "COURT_LIAISON", "REVIEWER", "FACILITATOR"])
def test_who_works_for_the_whole_office_is_not_asked(case, office, manager, role):
    looked(a_member(role, office=office), case)

    assert asked(manager) == []


def test_a_file_given_up_later_was_own_then(case, officer, manager, colleague):
    case = a_case(office=case.office, holder=colleague, happened_at=clock.now() - timedelta(days=9))
    looked(colleague, case, hours=1)
    assign_officer(id=new_id(), case=case, holder=officer, by=manager)

    assert asked(manager) == []


@pytest.mark.parametrize("more", [0, 1])
def test_many_people_in_an_hour_are_asked_about(manager, office, more):
    clerk = a_member("CLERK", office=office)
    set_viewer(clerk.pk)
    at = clock.wall().replace(minute=30, second=0, microsecond=0) - timedelta(hours=1)
    for _ in range(WATCHING.in_an_hour + more):
        a_look(clerk.pk, at=at, person_id=new_id(), by_role="CLERK")

    expected = [(clerk, "MANY", WATCHING.in_an_hour + 1)] if more else []
    assert asked(manager) == expected


def test_the_same_person_many_times_is_one(manager, office):
    clerk, person = a_member("CLERK", office=office), new_id()
    set_viewer(clerk.pk)
    for _ in range(WATCHING.in_an_hour + 5):
        a_look(clerk.pk, hours=0, person_id=person, by_role="CLERK")

    assert asked(manager) == []


def test_nobody_is_asked_by_themselves_or_by_another_office(case, manager, colleague, there):
    looked(colleague, case)

    assert asked(colleague) == asked(there) == []


def the_alert(reviewer, member, case):
    looked(member, case)
    set_viewer(reviewer.pk)
    (alert,) = alerts_for(reviewer)
    return alert


def test_an_answer_in_words_ends_it_and_is_kept(case, manager, colleague):
    alert = the_alert(manager, colleague, case)

    made = review_looks(id=new_id(), alert=alert, was_right=True, words="Phone duty", by=manager)

    assert asked(manager) == []
    assert (made.member, made.count, made.reviewed_by) == (colleague, 1, manager)
    again = review_looks(id=new_id(), alert=alert, was_right=False, words="Else", by=manager)
    assert again == made


def test_an_answer_needs_words_and_a_third_person(case, manager, colleague):
    alert = the_alert(manager, colleague, case)
    said = {"id": new_id(), "alert": alert, "was_right": True}

    with pytest.raises(WordsMissing):
        review_looks(words=" ", by=manager, **said)
    with pytest.raises(NotYoursToReview):
        review_looks(words="Fine", by=colleague, **said)
    own = Alert(manager, alert.day, alert.why, 1)
    with pytest.raises(NotYoursToReview):
        review_looks(id=new_id(), alert=own, was_right=True, words="Fine", by=manager)


def test_the_database_refuses_a_review_of_oneself(case, manager, colleague):
    alert = the_alert(manager, colleague, case)
    review_looks(id=new_id(), alert=alert, was_right=True, words="Fine", by=manager)

    with pytest.raises(IntegrityError), transaction.atomic(), entry("x", by=System()):
        LookReview.objects.update(reviewed_by=colleague)


def test_the_list_leads_to_the_answer(client, case, manager, colleague):
    alert = the_alert(manager, colleague, case)
    signed_in(client, manager)
    listed = client.get(reverse("cases:emergencies")).text
    query = {"member": str(colleague.pk), "day": alert.day.isoformat(), "why": "NO_REASON"}
    url = reverse("cases:review_day", query=query)
    assert url.replace("&", "&amp;") in listed
    assert "samples" in listed

    assert client.post(url, {"id": str(new_id())}).status_code == 422
    sent = {"id": str(new_id()), "was_right": "no", "words": "Asked; it will be followed up"}
    assert client.post(url, sent).status_code == 302

    assert LookReview.objects.get().was_right is False
    assert client.get(url).status_code == 404
