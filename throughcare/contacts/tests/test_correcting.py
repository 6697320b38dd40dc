"""Correcting a contact: the correction stands beside what it corrects."""

import pytest

from throughcare import clock
from throughcare.contacts.commands import recording
from throughcare.contacts.models import Contact, Said, Source
from throughcare.contacts.telling import NextAppointment
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.contacts.tests.test_recording import DAY
from throughcare.orders.models import Direction
from throughcare.orders.tests.factories import condition_of
from throughcare.people.commands.keeping import NoReason, NothingToCorrect, SentBefore
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db


def test_both_are_on_file_and_the_later_one_stands(case, officer, colleague):
    contact = a_contact(case, officer)

    correction = corrected(contact, colleague, line="Works days now.", reason="Misheard")

    assert (correction.corrects, correction.recorded_by) == (contact, colleague)
    assert set(Contact.objects.values_list("line", flat=True)) == {
        "Works nights at the mill.",
        "Works days now.",
    }
    assert list(Contact.objects.standing()) == [correction]
    kept = Entry.objects.latest("number")
    assert (kept.act, kept.reason) == ("contacts.contact_corrected", "Misheard")


def test_a_correction_is_corrected_in_its_turn(case, officer):
    first = corrected(a_contact(case, officer), officer, line="b")

    second = corrected(first, officer, line="c")

    assert list(Contact.objects.standing()) == [second]
    assert Contact.objects.count() == 3


def test_what_was_corrected_is_not_corrected_again(case, officer):
    contact = a_contact(case, officer)
    corrected(contact, officer, line="b")

    with pytest.raises(recording.CorrectedAlready):
        corrected(contact, officer, line="c")


def test_recorded_by_mistake_leaves_nothing_standing(case, officer):
    contact = a_contact(case, officer)

    correction = corrected(contact, officer, outcome="IN_ERROR", line="", reason="Wrong file")

    assert correction.outcome == "IN_ERROR"
    assert list(Contact.objects.standing()) == []
    assert Contact.objects.count() == 2


def test_the_next_appointment_stays(case, officer):
    following = NextAppointment(due_on=clock.today() + 14 * DAY)
    contact = a_contact(case, officer, next_appointment=following)

    correction = corrected(contact, officer, line="b")

    assert correction.next_direction == contact.next_direction
    assert Direction.objects.count() == 1


def test_conditions_and_words_are_those_of_the_correction(case, officer, order):
    peace = condition_of(order, 1).pk
    contact = a_contact(case, officer, talked={peace: Said.KEPT})

    correction = corrected(
        contact, officer, talked={peace: Said.NOT_KEPT}, statements={Source.OFFICER: "Unsure."}
    )

    assert correction.talked.get().said == Said.NOT_KEPT
    assert contact.talked.get().said == Said.KEPT
    assert correction.statements.get().words == "Unsure."


@pytest.mark.parametrize("reason", ["", " ", "."])
def test_a_correction_says_why(case, officer, reason):
    with pytest.raises(NoReason):
        corrected(a_contact(case, officer), officer, line="b", reason=reason)


def test_the_same_again_corrects_nothing(case, officer):
    with pytest.raises(NothingToCorrect):
        corrected(a_contact(case, officer), officer)


def test_the_same_correction_sent_twice_acts_once(case, officer):
    contact, sent = a_contact(case, officer), new_id()

    first = corrected(contact, officer, id=sent, line="b")

    assert corrected(contact, officer, id=sent, line="b") == first
    with pytest.raises(SentBefore):
        corrected(contact, officer, id=sent, line="c")


def test_a_correction_may_stand_at_the_time_of_what_it_corrects(case, officer):
    contact = a_contact(case, officer, minutes=30)

    assert corrected(contact, officer, minutes=40).minutes == 40


def test_a_correction_is_not_in_the_future(case, officer):
    contact = a_contact(case, officer)

    with pytest.raises(recording.NotYetHappened):
        corrected(contact, officer, happened_at=clock.now() + DAY)
