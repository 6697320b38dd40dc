"""The pages of contacts, through HTTP."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.contacts.models import Contact, Said
from throughcare.contacts.telling import NextAppointment
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.orders.models import Direction
from throughcare.orders.tests.factories import a_direction, condition_of
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TORONTO = ZoneInfo("America/Toronto")


def url(case, name="record", *more):
    return reverse(f"contacts:{name}", args=[case.number, *more])


def sent(**said):
    usual = {
        "id": str(new_id()),
        "way": "OFFICE",
        "on": "today",
        "at": "00:00",
        "outcome": "CAME",
        "same": "on",
        "line": "Works nights at the mill.",
        "following": "NONE",
        "purpose": "SUPERVISION",
    }
    return {name: value for name, value in (usual | said).items() if value is not None}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_form_opens_filled_in_with_now(as_officer, case, order, language):
    as_officer.cookies["throughcare_language"] = language

    answer = as_officer.get(url(case))

    form = answer.context["form"]
    now = clock.now().astimezone(TORONTO)
    assert answer.status_code == 200
    assert (form["way"].value(), form["on"].initial) == ("OFFICE", now.date())
    assert form["outcome"].value() == ""
    first = form.fields["talked"].choices[0][1]
    assert first.startswith({"en": "1. Keep the peace", "fr": "1. Ne pas troubler"}[language])


def test_an_ordinary_contact_is_one_form(as_officer, case, order, officer):
    peace = condition_of(order, 1)
    answer = as_officer.post(url(case), sent(talked=[str(peace.pk)]), follow=True)

    contact = Contact.objects.get()
    assert (contact.same_address, contact.same_job, contact.recorded_by) == (True, True, officer)
    assert contact.talked.get().condition == peace
    assert "Recorded," in answer.text
    assert "Nothing is booked." in answer.text
    assert "Works nights at the mill." in answer.text


def test_the_next_appointment_is_chosen_among_days_the_office_is_open(as_officer, case, order):
    choices = as_officer.get(url(case)).context["form"].fields["following"].choices
    first = choices[0][0]

    answer = as_officer.post(url(case), sent(following=first, next_at="10:00"), follow=True)

    direction = Direction.objects.get()
    assert direction.due_on.isoformat() == first
    assert (direction.due_on - clock.today()).days >= 7
    assert direction.due_on.weekday() < 5
    assert (direction.how_given, f"{direction.due_time:%H:%M}") == ("IN_PERSON", "10:00")
    assert "Next:" in answer.text


def test_another_day_is_written(as_officer, case):
    day = clock.today() + 11 * DAY

    as_officer.post(url(case), sent(following="OTHER", next_on=day.isoformat(), way="PHONE"))

    direction = Direction.objects.get()
    assert (direction.due_on, direction.how_given) == (day, "PHONE")


def test_another_way_of_giving_is_chosen(as_officer, case):
    day = (clock.today() + 7 * DAY).isoformat()

    as_officer.post(url(case), sent(following="OTHER", next_on=day, how_given="TEXT"))

    assert Direction.objects.get().how_given == "TEXT"


def test_a_form_sent_twice_acts_once(as_officer, case):
    said = sent(following="OTHER", next_on=(clock.today() + 7 * DAY).isoformat())

    answers = [as_officer.post(url(case), said) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert (Contact.objects.count(), Direction.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"outcome": None}, "outcome", "Choose one of the three."),
        ({"line": ""}, "line", "Write a line: what was it about?"),
        ({"following": None}, "following", "Choose when the person reports next"),
        ({"following": "OTHER"}, "next_on", "Write the day."),
        ({"following": "OTHER", "next_on": "1 Jan 2020"}, "next_on", "cannot be before"),
        ({"on": "tomorrow"}, "on", "The contact cannot be after today"),
        ({"on": "31 Nov 2026"}, "on", "November"),
        ({"at": "25:00"}, "at", "Write a time such as 14:30."),
        ({"at": "23:59"}, "on", "This moment has not come yet."),
        ({"minutes": "half"}, "minutes", "Write whole minutes, such as 30."),
        ({"talked": ["x"]}, "talked", ""),
    ],
)
def test_what_is_wrong_stands_beside_the_field(as_officer, case, said, field, sentence):
    with clock.frozen(clock.now().astimezone(TORONTO).replace(hour=12, minute=0)):
        answer = as_officer.post(url(case), sent(**said))

    assert answer.status_code == 422
    assert sentence in plain(" ".join(answer.context["form"].errors[field]))
    assert not Contact.objects.exists()
    if "line" not in said:
        assert "Works nights at the mill." in answer.text


def test_overlapping_people_are_told_and_joint_lets_them(as_officer, case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    moment = clock.now().astimezone(TORONTO).replace(hour=0, minute=0, second=0, microsecond=0)
    a_contact(other, officer, happened_at=moment, minutes=30)

    refused = as_officer.post(url(case), sent())
    kept = as_officer.post(url(case), sent(joint="on"))

    assert (refused.status_code, kept.status_code) == (422, 302)
    assert other.number in " ".join(refused.context["form"].errors["at"])


def test_a_miss_is_an_attempt_with_custody_checked(as_officer, case, officer):
    direction = a_direction(case, officer)

    answer = as_officer.post(
        url(case),
        sent(
            outcome="DID_NOT_COME", custody_checked="on", line="", same=None, answers=direction.pk
        ),
        follow=True,
    )

    contact = Contact.objects.get()
    assert (contact.outcome, contact.custody_checked, contact.answers) == (
        "DID_NOT_COME",
        True,
        direction,
    )
    assert (contact.same_address, contact.same_job) == (None, None)
    assert "Office: Did not come" in answer.text
    assert "Custody and hospital were checked." in answer.text


def test_an_appointment_fills_the_form_in(as_officer, case, officer):
    local = clock.now().astimezone(TORONTO)
    direction = a_direction(case, officer, due_on=local.date(), due_time=local.time())

    form = as_officer.get(url(case), {"direction": direction.pk}).context["form"]

    assert form["answers"].value() == str(direction.pk)
    assert form["at"].initial == local.time().replace(second=0, microsecond=0)


def test_an_appointment_to_come_does_not_put_the_contact_in_the_future(as_officer, case, officer):
    direction = a_direction(case, officer)

    form = as_officer.get(
        url(case), {"direction": direction.pk, "outcome": "DID_NOT_COME"}
    ).context["form"]

    assert form["on"].initial == clock.today()
    assert form["outcome"].value() == "DID_NOT_COME"


@pytest.mark.parametrize("asked", ["x", "another"])
def test_an_appointment_of_another_file_is_not_there(as_officer, case, officer, asked):
    if asked == "another":
        other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
        asked = a_direction(other, officer).pk

    assert as_officer.get(url(case), {"direction": asked}).status_code == 404


@pytest.mark.parametrize("asked", ["x", "another"])
def test_an_appointment_of_another_file_is_refused_and_the_words_stay(
    as_officer, case, officer, asked
):
    if asked == "another":
        other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
        asked = a_direction(other, officer).pk

    answer = as_officer.post(url(case), sent(answers=asked))

    assert answer.status_code == 422
    assert "is not on this file" in " ".join(answer.context["form"].errors["answers"])
    assert "Works nights at the mill." in answer.text
    assert not Contact.objects.exists()


def test_what_folds_out_is_kept(as_officer, case, order):
    peace, service = condition_of(order, 1), condition_of(order, 2)
    said = {
        "new": ["address"],
        "talked": [str(peace.pk), str(service.pk)],
        "not_kept": [str(service.pk)],
        "own_words": "Je reviens calme.",
        "view": "Calmer than before.",
        "homework": "Bring a pay stub",
        "review_on": (clock.today() + 7 * DAY).isoformat(),
        "minutes": "35",
        "others_present": "Her sister",
    }

    as_officer.post(url(case), sent(**said))

    contact = Contact.objects.get()
    assert (contact.same_address, contact.same_job, contact.minutes) == (False, True, 35)
    assert {each.condition_id: each.said for each in contact.talked.all()} == {
        peace.pk: Said.KEPT,
        service.pk: Said.NOT_KEPT,
    }
    assert {each.source for each in contact.statements.all()} == {"PERSON", "OFFICER"}
    assert contact.homework == "Bring a pay stub"


def test_more_is_folded_until_it_holds_something(as_officer, case):
    assert not as_officer.get(url(case)).context["form"].more_is_open
    wrong = as_officer.post(url(case), sent(minutes="half")).context["form"]
    assert wrong.more_is_open


def test_before_you_ask_says_what_came_before(as_officer, case, officer):
    first = clock.now() - 9 * DAY
    a_contact(case, officer, happened_at=first, homework="List warning signs")
    for days in (5, 3):
        a_contact(case, officer, outcome="DID_NOT_COME", happened_at=clock.now() - days * DAY)

    answer = as_officer.get(url(case))

    assert "Works nights at the mill." in answer.text
    assert "List warning signs" in answer.text
    assert "Did not come the last 2 times" in answer.text


def test_the_first_contact_has_nothing_before_it(as_officer, case):
    assert "No contact on file yet" in as_officer.get(url(case)).text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_list_says_when_it_happened_and_when_it_was_written(
    as_officer, case, officer, language
):
    as_officer.cookies["throughcare_language"] = language
    a_contact(case, officer, happened_at=clock.now() - 3 * DAY, minutes=20)

    answer = as_officer.get(url(case, "list"))

    assert {"en": "3 days later", "fr": "3 jours plus tard"}[language] in answer.text
    assert "20 minutes" in answer.text


def test_appointments_without_answer_are_offered(as_officer, case, officer):
    waiting, answered = a_direction(case, officer), a_direction(case, officer)
    a_contact(case, officer, answers=answered)

    text = as_officer.get(url(case, "list")).text

    assert f"?direction={waiting.pk}" in text
    assert f"?direction={answered.pk}" not in text


def test_a_contact_is_corrected_and_both_are_shown(as_officer, case, officer):
    contact = a_contact(case, officer)
    form = as_officer.get(url(case, "correct", contact.pk)).context["form"]
    assert form["line"].value() == "Works nights at the mill."

    local = contact.happened_at.astimezone(TORONTO)
    said = sent(
        line="Works days now.", reason="Misheard", on=local.date().isoformat(), at=f"{local:%H:%M}"
    )
    answer = as_officer.post(url(case, "correct", contact.pk), said, follow=True)

    assert "Works days now." in answer.text
    assert "Works nights at the mill." in answer.text
    assert "Written before:" in answer.text


def test_a_correction_starts_from_what_is_on_file(as_officer, case, order, officer):
    peace, service = condition_of(order, 1).pk, condition_of(order, 2).pk
    contact = a_contact(
        case,
        officer,
        talked={peace: Said.KEPT, service: Said.NOT_KEPT},
        statements={"PERSON": "Fine."},
        same_address=False,
        same_job=True,
    )

    form = as_officer.get(url(case, "correct", contact.pk)).context["form"]

    shown = ("talked", "not_kept", "own_words", "new", "same")
    assert [form[name].value() for name in shown] == [
        [str(peace)],
        [str(service)],
        "Fine.",
        ["address"],
        False,
    ]


def test_a_correction_without_reason_is_asked_for_one(as_officer, case, officer):
    contact = a_contact(case, officer)

    answer = as_officer.post(url(case, "correct", contact.pk), sent(reason=""))

    assert answer.status_code == 422
    assert answer.context["form"].errors["reason"]


def test_what_was_corrected_already_says_so(as_officer, case, officer):
    contact = a_contact(case, officer)
    corrected(contact, officer, line="b")

    answer = as_officer.post(url(case, "correct", contact.pk), sent(line="c", reason="Again"))

    assert answer.status_code == 422
    assert "was corrected already" in answer.text


def test_a_contact_of_another_file_is_not_there(as_officer, case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    theirs = a_contact(other, officer)

    assert as_officer.get(url(case, "correct", theirs.pk)).status_code == 404


@pytest.mark.parametrize("name", ["list", "record"])
def test_an_absent_and_a_closed_file_answer_the_same(client, office, officer, case, name):
    restricted(case, officer)
    signed_in(client, a_member("OFFICER", office=office))

    assert client.get(url(case, name)).status_code == 404
    assert client.get(reverse(f"contacts:{name}", args=["C-1999-1"])).status_code == 404


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [("CLERK", 200, 200), ("REVIEWER", 200, 404), ("ANALYST", 404, 404)],
)
def test_who_may_read_and_who_may_write(client, office, case, role, reads, writes):
    signed_in(client, a_member(role, office=office))

    assert client.get(url(case, "list")).status_code == reads
    assert client.get(url(case)).status_code == writes


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_and_three(
    as_officer, case, order, officer, count, django_assert_max_num_queries
):
    for each in range(count):
        a_contact(
            case,
            officer,
            happened_at=clock.now() - (each + 1) * DAY,
            talked={condition_of(order, 1).pk: Said.KEPT},
            next_appointment=NextAppointment(clock.today() + 9 * DAY),
        )
    as_officer.get(url(case, "list"))

    with django_assert_max_num_queries(28):
        assert as_officer.get(url(case, "list")).status_code == 200


def test_contacts_have_a_tab_and_words_on_the_timeline(as_officer, case, officer):
    a_contact(case, officer)

    text = as_officer.get(reverse("cases:record", args=[case.number])).text

    assert url(case, "list") in text
    assert "Works nights at the mill." in text
    assert "An act of another kind" not in text
