"""Two who record the same appointment: the second is told what the first wrote, and corrects it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import translation

from throughcare import clock
from throughcare.contacts.commands import recording
from throughcare.contacts.models import Contact
from throughcare.contacts.tests.factories import HOUR, a_contact, corrected
from throughcare.orders.tests.factories import a_direction
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
MISSED, CAME, TRIED = "DID_NOT_COME", "CAME", "NOT_REACHED"
LATER = timedelta(minutes=25)


@pytest.fixture
def appointment(case, officer):
    return a_direction(case, officer, given_at=clock.now() - timedelta(days=2))


def outcomes():
    return list(Contact.objects.order_by("recorded_at").values_list("outcome", flat=True))


@pytest.mark.parametrize("first", [CAME, MISSED])
@pytest.mark.parametrize("second", [CAME, MISSED])
def test_one_appointment_has_one_answer(case, officer, colleague, appointment, first, second):
    at = clock.now() - HOUR
    a_contact(case, officer, outcome=first, answers=appointment, happened_at=at)

    with pytest.raises(recording.AnsweredAlready):
        a_contact(case, colleague, outcome=second, answers=appointment, joint=True, happened_at=at)

    assert outcomes() == [first]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "Adaeze Okafor has recorded “Did not come” for this appointment,"
            " 26 Nov 2026, 11:00. Correct that if it was otherwise: both stay on file.",
        ),
        (
            "fr",
            "Adaeze Okafor a consigné « Ne s’est pas présentée » pour ce rendez-vous,"
            " le 26 nov. 2026, 11 h. Corrigez-le s’il en était autrement : les deux restent au"
            " dossier.",
        ),
    ],
)
def test_the_second_is_told_what_the_first_wrote(
    case, officer, colleague, appointment, language, words
):
    noon = clock.now().replace(year=2026, month=11, day=26, hour=17, minute=0, second=0)
    with clock.frozen(noon):
        direction = a_direction(case, officer)
        a_contact(case, officer, outcome=MISSED, answers=direction)
        with translation.override(language), pytest.raises(recording.AnsweredAlready) as told:
            a_contact(case, colleague, answers=direction)

    assert plain(told.value) == words


def test_who_comes_after_a_miss_is_written_beside_it(case, officer, colleague, appointment):
    missed_at = clock.now() - HOUR
    a_contact(case, officer, outcome=MISSED, answers=appointment, happened_at=missed_at)
    a_contact(case, colleague, answers=appointment, happened_at=missed_at + LATER)

    assert outcomes() == [MISSED, CAME]


def test_who_came_cannot_be_missed_later(case, officer, colleague, appointment):
    came_at = clock.now() - HOUR
    a_contact(case, officer, answers=appointment, happened_at=came_at)

    with pytest.raises(recording.AnsweredAlready):
        a_contact(case, colleague, outcome=MISSED, answers=appointment, happened_at=came_at + LATER)


def test_tries_are_written_beside_whatever_stands(case, officer, appointment):
    for outcome in (TRIED, MISSED, TRIED):
        a_contact(case, officer, outcome=outcome, answers=appointment)

    assert outcomes() == [TRIED, MISSED, TRIED]


def test_what_was_recorded_by_mistake_leaves_room(case, officer, colleague, appointment):
    first = a_contact(case, officer, answers=appointment)
    corrected(first, officer, outcome="IN_ERROR", line="", answers=appointment)
    a_contact(case, colleague, outcome=MISSED, answers=appointment)

    assert Contact.objects.standing().get().outcome == MISSED


def test_another_appointment_is_another_answer(case, officer, colleague, appointment):
    a_contact(case, officer, answers=appointment)
    other = a_direction(case, officer, given_at=clock.now() - timedelta(days=2))
    a_contact(case, colleague, outcome=MISSED, answers=other)

    assert outcomes() == [CAME, MISSED]


def sent(appointment, **said):
    at = clock.now().astimezone(ZoneInfo(clock.EASTERN)) - HOUR
    usual = {
        "id": str(new_id()),
        "answers": str(appointment.pk),
        "way": "OFFICE",
        "on": at.date().isoformat(),
        "at": f"{at:%H:%M}",
        "outcome": MISSED,
        "purpose": "SUPERVISION",
        "line": "Waited until noon.",
        "following": "NONE",
    }
    return usual | said


def test_the_page_keeps_what_was_typed_and_leads_to_the_correction(
    client, case, officer, colleague, appointment
):
    first = a_contact(case, officer, answers=appointment)
    signed_in(client, colleague)
    record = reverse("contacts:record", args=[case.number])
    correct = reverse("contacts:correct", args=[case.number, first.pk])

    refused = client.post(record, sent(appointment))
    assert refused.status_code == 422
    assert "Waited until noon." in refused.text
    assert f'formaction="{correct}"' in refused.text

    asked = client.post(correct, sent(appointment))
    assert (asked.status_code, list(asked.context["form"].errors)) == (422, ["reason"])
    assert "Waited until noon." in asked.text

    assert client.post(correct, sent(appointment, reason="I sat there")).status_code == 302
    standing = Contact.objects.standing().get()
    assert (standing.outcome, standing.line) == (MISSED, "Waited until noon.")
    assert (standing.corrects, standing.recorded_by) == (first, colleague)


@pytest.mark.parametrize("answered", [True, False])
def test_an_appointment_that_was_answered_says_so_when_it_is_opened(
    client, case, officer, colleague, appointment, answered
):
    if answered:
        a_contact(case, officer, answers=appointment)
    signed_in(client, colleague)
    address = reverse("contacts:record", args=[case.number])

    text = client.get(address, {"direction": appointment.pk}).text

    assert ("Adaeze Okafor has recorded" in text) is answered
