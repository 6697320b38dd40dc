"""Each refusal of a contact: the fact it names, its sentence in both languages, its field."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import closing
from throughcare.cases.tests.factories import a_case
from throughcare.contacts.commands import recording
from throughcare.contacts.models import Contact, Said
from throughcare.contacts.telling import NextAppointment
from throughcare.contacts.tests.factories import HOUR, a_contact, corrected
from throughcare.orders.commands.directing import DueBeforeGiven
from throughcare.orders.models import Direction
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.people.commands.keeping import NoReason, NothingToCorrect, SentBefore
from throughcare.people.tests.factories import a_person, plain
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def other(officer):
    return a_case(holder=officer, person=a_person(surname="Whiteduck"))


def in_the_future(case, officer, other):
    a_contact(case, officer, happened_at=clock.now() + HOUR)


def without_words(case, officer, other):
    a_contact(case, officer, line=" ")


def on_a_closed_file(case, officer, other):
    with clock.frozen(clock.now() - 2 * DAY):
        closing.close_case(case=case, closing_words="Ended", by=officer)
    a_contact(case, officer)


def of_anothers_condition(case, officer, other):
    theirs = condition_of(an_order(other, officer), 1)
    a_contact(case, officer, talked={theirs.pk: Said.KEPT})


def of_anothers_appointment(case, officer, other):
    a_contact(case, officer, answers=a_direction(other, officer))


def at_the_same_time(case, officer, other):
    a_contact(other, officer, minutes=30)
    a_contact(case, officer, minutes=30)


def with_other_answers(case, officer, other):
    sent, moment = new_id(), clock.now() - HOUR
    a_contact(case, officer, id=sent, happened_at=moment)
    a_contact(case, officer, id=sent, happened_at=moment, line="Other")


def with_an_appointment_in_the_past(case, officer, other):
    yesterday = clock.today() - DAY
    a_contact(case, officer, next_appointment=NextAppointment(yesterday))


def corrected_twice(case, officer, other):
    contact = a_contact(case, officer)
    corrected(contact, officer, line="b")
    corrected(contact, officer, line="c")


def corrected_to_the_same(case, officer, other):
    corrected(a_contact(case, officer), officer)


def corrected_without_reason(case, officer, other):
    corrected(a_contact(case, officer), officer, line="b", reason="…")


REFUSALS = [
    (
        in_the_future,
        recording.NotYetHappened,
        "on",
        "This moment has not come yet. Record the contact when it has happened.",
        "Ce moment n’est pas encore venu.",
    ),
    (
        without_words,
        recording.NothingSaid,
        "line",
        "Write a line: what was it about?",
        "Écrivez une ligne : de quoi s’agissait-il?",
    ),
    (
        on_a_closed_file,
        recording.FileWasClosed,
        "on",
        "Give a day before, or open a new file.",
        "Indiquez un jour antérieur, ou ouvrez un nouveau dossier.",
    ),
    (
        of_anothers_condition,
        recording.OfAnotherFile,
        "talked",
        "A condition is not of this file. Open the form again.",
        "Une condition n’est pas de ce dossier.",
    ),
    (
        of_anothers_appointment,
        recording.OfAnotherFile,
        None,
        "The appointment is not of this file. Open the form again.",
        "Le rendez-vous n’est pas de ce dossier.",
    ),
    (
        at_the_same_time,
        recording.Overlaps,
        "at",
        "Give another time, or tick that several people were met at once.",
        "ou cochez que plusieurs personnes ont été rencontrées à la fois.",
    ),
    (
        with_other_answers,
        SentBefore,
        None,
        "This form was sent before and its first answers are on file",
        "Ce formulaire",
    ),
    (
        with_an_appointment_in_the_past,
        DueBeforeGiven,
        "due_on",
        "The day lies before the direction is given.",
        "",
    ),
    (
        corrected_twice,
        recording.CorrectedAlready,
        None,
        "This contact was corrected already. Correct the one that stands now.",
        "Ce contact a déjà été corrigé.",
    ),
    (
        corrected_to_the_same,
        NothingToCorrect,
        None,
        "This is what is on file already. Nothing was changed.",
        "",
    ),
    (
        corrected_without_reason,
        NoReason,
        "reason",
        "Say why this is corrected: a few words will do.",
        "",
    ),
]
NAMES = [each[0].__name__ for each in REFUSALS]


@pytest.mark.parametrize(("do", "refusal", "field", "english", "french"), REFUSALS, ids=NAMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_refusal_says_what_to_do_instead(
    case, officer, other, do, refusal, field, english, french, language
):
    with translation.override(language), pytest.raises(refusal) as refused:
        do(case, officer, other)
        str(refused)

    assert refused.value.field == field
    with translation.override(language):
        sentence = plain(refused.value)
    assert {"en": english, "fr": french}[language] in sentence


@pytest.mark.parametrize(("do", "refusal"), [each[:2] for each in REFUSALS[:5]], ids=NAMES[:5])
def test_what_is_refused_leaves_nothing_behind(case, officer, other, do, refusal):
    with pytest.raises(refusal):
        do(case, officer, other)

    assert not Contact.objects.exists()
    assert not Entry.objects.filter(act__startswith="contacts.").exists()


def test_a_refused_appointment_takes_the_contact_back(case, officer, other):
    with pytest.raises(DueBeforeGiven):
        with_an_appointment_in_the_past(case, officer, other)

    assert not Contact.objects.exists()
    assert not Direction.objects.exists()
