"""Recording a contact or an attempt."""

from datetime import timedelta
from uuid import uuid5

import pytest
from django.db import IntegrityError

from throughcare import clock
from throughcare.cases.commands import closing
from throughcare.cases.tests.factories import a_case
from throughcare.contacts.commands import recording
from throughcare.contacts.models import Contact, Said, Source, Statement, Talked
from throughcare.contacts.telling import NextAppointment, told_by
from throughcare.contacts.tests.factories import HOUR, a_contact, told
from throughcare.orders.models import Direction
from throughcare.orders.tests.factories import a_direction, an_order, condition_of
from throughcare.people.commands.keeping import SentBefore
from throughcare.people.tests.factories import a_person
from throughcare.record.ids import new_id
from throughcare.record.models import Entry

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def in_two_weeks(**said):
    return NextAppointment(due_on=clock.today() + 14 * DAY, **said)


def test_a_contact_is_on_file_as_it_was_told(case, officer):
    contact = a_contact(case, officer, minutes=30, same_address=True, same_job=True)

    assert (contact.case, contact.recorded_by, contact.minutes) == (case, officer, 30)
    assert (contact.same_address, contact.same_job, contact.line) == (
        True,
        True,
        "Works nights at the mill.",
    )


@pytest.mark.parametrize(
    ("outcome", "act"),
    [
        ("CAME", "contacts.contact_recorded"),
        ("NOT_REACHED", "contacts.attempt_recorded"),
        ("DID_NOT_COME", "contacts.did_not_come"),
    ],
)
def test_the_record_tells_contact_attempt_and_miss_apart(case, officer, outcome, act):
    contact = a_contact(case, officer, outcome=outcome)

    kept = Entry.objects.latest("number")
    assert (kept.act, kept.case_id, kept.person_id) == (act, case.pk, case.person_id)
    assert kept.happened_at == contact.happened_at


def test_a_late_entry_has_both_times(case, officer):
    contact = a_contact(case, officer, happened_at=clock.now() - 3 * DAY)

    assert contact.days_late == 3
    assert clock.day_of(contact.recorded_at) == clock.today()


def test_the_next_appointment_is_a_direction_in_the_same_act(case, officer):
    entries = Entry.objects.count()

    contact = a_contact(case, officer, next_appointment=in_two_weeks())

    direction = contact.next_direction
    assert (direction.kind, direction.due_on) == ("REPORT", clock.today() + 14 * DAY)
    assert direction.acknowledged_at == direction.given_at == contact.happened_at
    assert direction.pk == uuid5(contact.pk, "next")
    assert Entry.objects.count() == entries + 1


@pytest.mark.parametrize(("outcome", "how_given"), [("DID_NOT_COME", "LETTER"), ("CAME", "TEXT")])
def test_what_was_not_handed_over_is_not_acknowledged(case, officer, outcome, how_given):
    following = in_two_weeks(how_given=how_given)

    contact = a_contact(case, officer, outcome=outcome, next_appointment=following)

    assert contact.next_direction.acknowledged_at is None
    assert contact.next_direction.how_given == how_given


def test_an_appointment_that_is_refused_leaves_no_contact(case, officer):
    yesterday = NextAppointment(due_on=clock.today() - DAY)

    with pytest.raises(Exception, match="before the direction is given"):
        a_contact(case, officer, next_appointment=yesterday)

    assert not Contact.objects.exists()
    assert not Direction.objects.exists()


def test_conditions_talked_of_are_kept_with_what_was_said(case, officer, order):
    peace, service = condition_of(order, 1), condition_of(order, 2)

    contact = a_contact(case, officer, talked={peace.pk: Said.KEPT, service.pk: Said.NOT_KEPT})

    assert set(contact.talked.values_list("condition", "said")) == {
        (peace.pk, "KEPT"),
        (service.pk, "NOT_KEPT"),
    }


def test_words_and_view_are_kept_apart(case, officer):
    words = {
        Source.PERSON: " Je suis calme. ",
        Source.OFFICER: "Calmer than before.",
        "COLLATERAL": " ",
    }

    contact = a_contact(case, officer, statements=words)

    assert set(contact.statements.values_list("source", "words")) == {
        ("PERSON", "Je suis calme."),
        ("OFFICER", "Calmer than before."),
    }


def test_the_same_facts_sent_twice_act_once(case, officer, order):
    said = {
        "id": new_id(),
        "happened_at": clock.now() - HOUR,
        "talked": {condition_of(order, 1).pk: Said.KEPT},
        "statements": {Source.PERSON: "All good."},
    }

    first = a_contact(case, officer, next_appointment=in_two_weeks(), **said)
    second = a_contact(case, officer, next_appointment=in_two_weeks(), **said)

    assert first == second
    counted = (Contact, Talked, Statement, Direction)
    assert [model.objects.count() for model in counted] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "other",
    [{"line": "Other words"}, {"way": "PHONE"}, {"minutes": 5}, {"statements": {"PERSON": "x"}}],
    ids=lambda said: next(iter(said)),
)
def test_other_facts_under_the_same_id_are_refused(case, officer, other):
    said = {"id": new_id(), "happened_at": clock.now() - HOUR}
    a_contact(case, officer, **said)

    with pytest.raises(SentBefore):
        a_contact(case, officer, **said | other)

    assert Contact.objects.count() == 1


def test_a_contact_that_has_not_happened_is_refused(case, officer):
    with pytest.raises(recording.NotYetHappened) as refused:
        a_contact(case, officer, happened_at=clock.now() + HOUR)

    assert refused.value.field == "on"
    assert not Contact.objects.exists()


@pytest.mark.parametrize("line", ["", "   "])
def test_a_contact_says_what_it_was_about(case, officer, line):
    with pytest.raises(recording.NothingSaid) as refused:
        a_contact(case, officer, line=line)

    assert refused.value.field == "line"


@pytest.mark.parametrize("outcome", ["DID_NOT_COME", "NOT_REACHED"])
def test_an_attempt_needs_no_words(case, officer, outcome):
    assert a_contact(case, officer, outcome=outcome, line="").line == ""


def test_custody_is_checked_in_one_mark(case, officer):
    assert a_contact(case, officer, outcome="DID_NOT_COME", custody_checked=True).custody_checked


def test_custody_is_not_asked_of_someone_who_came(case, officer):
    with pytest.raises(IntegrityError, match="custody_is_checked_after_a_miss"):
        a_contact(case, officer, custody_checked=True)


@pytest.mark.parametrize("minutes", [0, 1441])
def test_a_contact_lasts_at_most_a_day(case, officer, minutes):
    with pytest.raises(IntegrityError, match="contact_lasts_some_minutes"):
        a_contact(case, officer, minutes=minutes)


def test_only_a_correction_says_by_mistake(case, officer):
    with pytest.raises(IntegrityError, match="only_a_correction_says_by_mistake"):
        a_contact(case, officer, outcome="IN_ERROR")


def test_a_closed_file_takes_what_happened_before(case, officer):
    closing.close_case(case=case, closing_words="Order ended", by=officer)
    case.refresh_from_db()

    assert a_contact(case, officer, happened_at=clock.now() - DAY).days_late == 1

    with clock.frozen(clock.now() + 2 * DAY), pytest.raises(recording.FileWasClosed) as refused:
        a_contact(case, officer)
    assert case.number in str(refused.value)


def test_a_condition_of_another_file_is_refused(case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    theirs = condition_of(an_order(other, officer), 1)

    with pytest.raises(recording.OfAnotherFile):
        a_contact(case, officer, talked={theirs.pk: Said.KEPT})
    with pytest.raises(recording.OfAnotherFile):
        a_contact(case, officer, answers=a_direction(other, officer))


@pytest.mark.parametrize(
    ("began", "minutes", "meets"),
    [
        (0, 30, True),
        (29, 30, True),
        (30, 30, False),
        (-30, 30, False),
        (-30, 31, True),
        (-40, None, False),
        (10, None, True),
    ],
)
def test_two_contacts_at_once_are_told_of(case, officer, began, minutes, meets):
    first = clock.now() - 5 * HOUR
    a_contact(case, officer, happened_at=first, minutes=30)
    again = {"happened_at": first + timedelta(minutes=began), "minutes": minutes, "line": "b"}

    if not meets:
        assert a_contact(case, officer, **again).minutes == minutes
        return
    with pytest.raises(recording.Overlaps, match=case.number) as refused:
        a_contact(case, officer, **again)
    assert refused.value.field == "at"


def test_one_officer_meets_two_people_at_once_only_knowingly(case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    a_contact(other, officer, minutes=30)

    with pytest.raises(recording.Overlaps, match=other.number):
        a_contact(case, officer, minutes=30)

    assert a_contact(case, officer, minutes=30, joint=True).joint


def test_quick_contacts_of_two_people_in_one_minute_are_kept(case, officer):
    other = a_case(holder=officer, person=a_person(surname="Whiteduck"))
    moment = clock.now() - HOUR
    a_contact(other, officer, happened_at=moment)

    assert a_contact(case, officer, happened_at=moment).minutes is None
    with pytest.raises(recording.Overlaps):
        a_contact(case, officer, happened_at=moment, line="The same minute, the same file")


def test_two_officers_meet_two_people_at_once(case, officer, colleague):
    other = a_case(holder=colleague, person=a_person(surname="Whiteduck"))
    a_contact(other, colleague, minutes=30)

    assert a_contact(case, officer, minutes=30).minutes == 30


def test_attempts_meet_nothing(case, officer):
    a_contact(case, officer, outcome="NOT_REACHED")

    assert a_contact(case, officer).outcome == "CAME"
    assert a_contact(case, officer, outcome="NOT_REACHED").outcome == "NOT_REACHED"


def test_what_was_told_is_read_back(case, officer, order):
    said = told(
        minutes=20,
        homework="Bring a pay stub",
        talked={condition_of(order, 1).pk: Said.UNCLEAR},
        statements={Source.PERSON: "Fine."},
        answers=a_direction(case, officer),
    )

    contact = recording.record_contact(id=new_id(), case=case, told=said, by=officer)

    assert told_by(contact) == said


def test_a_contact_is_not_changed_outside_an_entry(case, officer):
    contact = a_contact(case, officer)

    with pytest.raises(Exception, match="needs an entry"):
        Contact.objects.filter(pk=contact.pk).update(line="Quietly changed")
