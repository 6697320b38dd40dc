"""The pages of decisions, through HTTP."""

from datetime import timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.decisions.commands import setting_aside
from throughcare.decisions.links import no_staff_url, set_aside_url, signed
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.decisions.tests.factories import an_aside, mark, set_aside, undone
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.staff.roles import ROLES
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
GUARDED = "condition:x:NO_CONTACT:CHECK"
DAY = timedelta(days=1)


@pytest.fixture
def as_officer(client, officer):
    return signed_in(client, officer)


def form(**said):
    today = clock.today()
    usual = {
        "id": str(new_id()),
        "reason_code": "SICK",
        "words": "",
        "starts_on": today.isoformat(),
        "last_day": (today + DAY).isoformat(),
    }
    return usual | said


def link(case, **said):
    return set_aside_url(case.number, an_aside(what="Seen twice a month", **said))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_form_opens_with_what_it_is_about_and_its_days(as_officer, case, language):
    as_officer.cookies["throughcare_language"] = language

    answer = as_officer.get(link(case))

    assert answer.status_code == 200
    assert "Seen twice a month" in answer.text
    assert answer.context["form"]["starts_on"].value() == plain(
        answer.context["form"]["starts_on"].value()
    )


def test_an_officer_sets_aside_in_one_form(as_officer, case, officer):
    answer = as_officer.post(link(case), form(), follow=True)

    decision = SetAside.objects.get()
    assert answer.status_code == 200
    assert (decision.decided_by, decision.what) == (officer, "Seen twice a month")
    assert decision.ends_before == clock.today() + 2 * DAY
    assert "Sick, or caring for someone who was" in answer.text


def test_a_form_sent_twice_acts_once(as_officer, case):
    said = form()

    as_officer.post(link(case), said)
    as_officer.post(link(case), said)

    assert SetAside.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"reason_code": ""}, "reason_code", "Choose a reason from the list."),
        ({"reason_code": "OTHER"}, "words", "This reason asks for a sentence"),
        ({"last_day": "yesterday"}, "last_day", "The last day is before the first."),
        ({"starts_on": "31 Feb 2026"}, "starts_on", "February"),
    ],
)
def test_what_is_wrong_stands_beside_the_field(as_officer, case, said, field, sentence):
    answer = as_officer.post(link(case), form(words="", **said) | {"words": ""})

    assert answer.status_code == 422
    assert sentence in " ".join(answer.context["form"].errors[field])
    assert not SetAside.objects.exists()


def test_guarded_work_says_who_approves(as_officer, case):
    answer = as_officer.get(link(case, requirement=GUARDED))

    assert "A manager approves: work for victims and protected persons" in answer.text


@pytest.mark.parametrize("spoil", ["", "x", "another_file"])
def test_a_changed_address_is_not_there(as_officer, case, officer, spoil):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    about = signed(other.number, an_aside()) if spoil == "another_file" else spoil

    url = reverse("decisions:set_aside", args=[case.number])

    assert as_officer.get(url, {"about": about}).status_code == 404
    assert as_officer.get(link(case) + "x").status_code == 404


def test_a_manager_finds_what_waits_and_approves(client, case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED, what="Ask about no-contact")
    signed_in(client, manager)
    listed = client.get(reverse("decisions:waiting"))
    url = reverse("decisions:answer", args=[case.number, decision.pk])

    assert "Ask about no-contact" in listed.text
    assert url in listed.text
    answer = client.post(url, {"answer": "APPROVED", "words": ""}, follow=True)

    decision.refresh_from_db()
    assert (decision.answer, decision.answered_by) == ("APPROVED", manager)
    assert "approved" in answer.text


def test_a_refusal_without_words_is_asked_for_them(client, case, officer, manager):
    decision = set_aside(case, officer, requirement=GUARDED)
    signed_in(client, manager)
    url = reverse("decisions:answer", args=[case.number, decision.pk])

    answer = client.post(url, {"answer": "REFUSED", "words": ""})

    assert answer.status_code == 422
    assert answer.context["form"].errors["words"] == ["Say why it is not set aside."]
    assert client.post(url, {"answer": "REFUSED", "words": "Call first"}).status_code == 302


def test_nobody_is_offered_to_answer_their_own(client, case, manager):
    decision = set_aside(case, manager, requirement=GUARDED)
    signed_in(client, manager)
    url = reverse("decisions:answer", args=[case.number, decision.pk])

    assert url not in client.get(reverse("decisions:waiting")).text
    of_file = client.get(reverse("decisions:of_file", args=[case.number])).text
    assert f'"{url}"' not in of_file
    answer = client.post(url, {"answer": "APPROVED", "words": ""})
    assert answer.status_code == 422
    assert "Nobody approves what they decided themselves" in answer.text


def test_a_decision_is_taken_back(as_officer, case, officer):
    decision = set_aside(case, officer)
    url = reverse("decisions:withdraw", args=[case.number, decision.pk])

    assert url in as_officer.get(reverse("decisions:of_file", args=[case.number])).text
    answer = as_officer.post(url, {"words": "She was well"}, follow=True)

    assert "taken back" in answer.text
    assert url not in answer.text


@pytest.mark.parametrize("ending", ["standing", "waiting", "approved", "refused", "no_staff"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_list_says_how_each_stands(client, case, officer, manager, ending, language):
    client.cookies["throughcare_language"] = language
    signed_in(client, manager)
    words = {
        "standing": ("A. Okafor", "A. Okafor"),
        "waiting": ("waits for a manager’s approval", "attend l’approbation d’un gestionnaire"),
        "approved": ("approved", "approuvé"),
        "refused": ("refused", "refusé"),
        "no_staff": ("A post is vacant", "Un poste est vacant"),
    }
    if ending == "no_staff":
        mark(manager, undone(case))
    else:
        decision = set_aside(case, officer, requirement="x" if ending == "standing" else GUARDED)
    if ending == "approved":
        setting_aside.approve_set_aside(decision=decision, by=manager)
    if ending == "refused":
        setting_aside.refuse_set_aside(decision=decision, words="No", by=manager)

    answer = client.get(reverse("decisions:of_file", args=[case.number]))

    assert words[ending][language == "fr"] in answer.text


def test_a_file_without_decisions_says_so(as_officer, case):
    answer = as_officer.get(reverse("decisions:of_file", args=[case.number]))

    assert "Nothing is set aside in this file." in answer.text


def test_boxes_of_a_list_are_shown_before_they_are_marked(as_manager, case):
    lines = [signed(case.number, an_aside(what="Seen twice a month"))]
    url = reverse("decisions:no_staff")

    shown = as_manager.post(url, {"line": lines})
    assert shown.status_code == 200
    assert "Seen twice a month" in shown.text
    assert not NoStaff.objects.exists()

    done = as_manager.post(
        url, {"line": lines, "id": str(new_id()), "reason_code": "VACANT_POST", "words": ""}
    )
    assert done.status_code == 302
    assert NoStaff.objects.get().what == "Seen twice a month"


def test_guarded_lines_say_why_they_stay(as_manager, case):
    url = no_staff_url((case.number, an_aside(GUARDED)), (case.number, an_aside("standard:x:A")))

    answer = as_manager.get(url)

    assert answer.text.count("never left: work for victims") == 1
    assert answer.text.count(" checked>") == 1


def test_guarded_lines_that_are_sent_all_the_same_are_refused(as_manager, case):
    said = {"id": str(new_id()), "reason_code": "VACANT_POST", "words": ""}
    lines = [signed(case.number, an_aside(GUARDED))]

    answer = as_manager.post(reverse("decisions:no_staff"), {"line": lines} | said)

    assert answer.status_code == 422
    assert "is never left for want of staff" in answer.text


@pytest.mark.parametrize("line", ["x", "closed"])
def test_a_line_that_is_not_ours_is_not_there(as_manager, case, line):
    if line == "closed":
        restricted(case)
        line = signed(case.number, an_aside())

    assert as_manager.get(reverse("decisions:no_staff"), {"line": [line]}).status_code == 404
    assert as_manager.post(reverse("decisions:no_staff"), {"line": [line]}).status_code == 422


@pytest.mark.parametrize("line", ["x", "closed"])
def test_a_form_with_a_line_that_is_not_ours_says_so_and_keeps_the_words(as_manager, case, line):
    if line == "closed":
        restricted(case)
        line = signed(case.number, an_aside())
    said = {"line": [line], "id": str(new_id()), "reason_code": "VACANT_POST", "words": "Two left."}

    answer = as_manager.post(reverse("decisions:no_staff"), said)

    assert answer.status_code == 422
    assert "A line is not one of your files. Choose the lines again." in answer.text
    assert "Two left." in answer.text


def test_no_line_is_said(as_manager, office):
    said = {"id": str(new_id()), "reason_code": "VACANT_POST", "words": ""}

    answer = as_manager.post(reverse("decisions:no_staff"), said)

    assert answer.status_code == 422
    assert "Choose the lines that were not done." in answer.text


@pytest.mark.parametrize("role", ROLES)
def test_only_managers_answer(client, case, officer, role, office):
    decision = set_aside(case, officer, requirement=GUARDED)
    signed_in(client, a_member(role, office=office))
    expected = 200 if role == "MANAGER" else 404

    pages = [
        reverse("decisions:waiting"),
        reverse("decisions:no_staff"),
        reverse("decisions:answer", args=[case.number, decision.pk]),
    ]

    assert {client.get(page).status_code for page in pages} == {expected}


@pytest.mark.parametrize("name", ["of_file", "set_aside", "withdraw", "answer"])
def test_an_absent_and_a_closed_file_answer_the_same(as_manager, case, officer, name):
    decision = set_aside(case, officer, requirement=GUARDED)
    restricted(case)
    row = [decision.pk] if name in ("withdraw", "answer") else []
    about = f"?about={signed(case.number, an_aside())}" if name == "set_aside" else ""

    closed = as_manager.get(reverse(f"decisions:{name}", args=[case.number, *row]) + about)
    absent = as_manager.get(reverse(f"decisions:{name}", args=["C-1999-1", *row]) + about)

    assert (closed.status_code, absent.status_code) == (404, 404)


def test_a_decision_of_another_file_is_not_there(as_officer, case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    theirs = set_aside(other, officer)

    url = reverse("decisions:withdraw", args=[case.number, theirs.pk])

    assert as_officer.get(url).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_and_three(
    as_manager, case, officer, count, django_assert_max_num_queries
):
    for each in range(count):
        set_aside(case, officer, requirement=f"{GUARDED}{each}", reason="UNSAFE", words="Dog")
    as_manager.get(reverse("decisions:waiting"))

    with django_assert_max_num_queries(14):
        assert as_manager.get(reverse("decisions:waiting")).status_code == 200
