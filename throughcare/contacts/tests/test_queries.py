"""Reads of the contacts of a file."""

from datetime import timedelta

import pytest

from throughcare import clock
from throughcare.cases.tests.factories import a_case
from throughcare.contacts import queries
from throughcare.contacts.telling import NextAppointment
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.orders.commands import directing
from throughcare.orders.tests.factories import a_direction
from throughcare.people.tests.factories import a_person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def ago(days):
    return clock.now() - days * DAY


@pytest.fixture
def other(officer):
    return a_case(holder=officer, person=a_person(surname="Whiteduck"))


def test_the_list_is_newest_first_and_keeps_what_was_corrected(case, officer):
    old = a_contact(case, officer, happened_at=ago(9))
    new = a_contact(case, officer, happened_at=ago(2))
    correction = corrected(old, officer, line="b")

    assert list(queries.contacts_of(case)) == [new, correction, old]


def test_the_list_is_of_one_file(case, other, officer):
    a_contact(other, officer)

    assert list(queries.contacts_of(case)) == []


@pytest.mark.parametrize(
    ("outcomes", "missed"),
    [
        ([], 0),
        (["CAME"], 0),
        (["DID_NOT_COME"], 1),
        (["CAME", "DID_NOT_COME", "DID_NOT_COME"], 2),
        (["DID_NOT_COME", "CAME"], 0),
        (["DID_NOT_COME", "NOT_REACHED", "DID_NOT_COME"], 1),
    ],
)
def test_misses_are_counted_back_to_the_last_contact(case, officer, outcomes, missed):
    for days, outcome in zip(range(len(outcomes), 0, -1), outcomes, strict=True):
        a_contact(case, officer, outcome=outcome, happened_at=ago(days))

    assert queries.before_you_ask(case).missed == missed


def test_the_last_contact_is_one_in_which_someone_was_reached(case, officer):
    reached = a_contact(case, officer, happened_at=ago(5))
    a_contact(case, officer, outcome="NOT_REACHED", happened_at=ago(1))

    assert queries.before_you_ask(case).last == reached


def test_homework_is_that_of_the_last_contact_that_gave_some(case, officer):
    a_contact(case, officer, happened_at=ago(9), homework="Old")
    given = a_contact(case, officer, happened_at=ago(5), homework="List warning signs")
    a_contact(case, officer, happened_at=ago(1))

    assert queries.before_you_ask(case).homework == given


def test_nothing_stands_before_the_first_contact(case):
    before = queries.before_you_ask(case)

    assert (before.last, before.homework, before.missed) == (None, None, 0)


def test_a_mistake_is_not_before_anything(case, officer):
    contact = a_contact(case, officer, homework="List warning signs")
    corrected(contact, officer, outcome="IN_ERROR", line="")

    before = queries.before_you_ask(case)

    assert (before.last, before.homework) == (None, None)


@pytest.mark.parametrize("count", [1, 3])
def test_the_last_contacts_of_a_caseload_are_one_query(officer, count, django_assert_num_queries):
    cases = [
        a_case(holder=officer, person=a_person(surname=f"Name{chr(97 + each)}"))
        for each in range(count)
    ]
    newest = {}
    for case in cases:
        a_contact(case, officer, happened_at=ago(8), joint=True)
        newest[case.pk] = a_contact(case, officer, happened_at=ago(3), joint=True)
        a_contact(case, officer, outcome="DID_NOT_COME", happened_at=ago(1))

    with django_assert_num_queries(1):
        found = queries.last_contacts(cases, on=clock.today())

    assert found == newest


def test_a_contact_after_the_day_is_not_the_last(case, officer):
    first = a_contact(case, officer, happened_at=ago(8))
    a_contact(case, officer, happened_at=ago(3))

    assert queries.last_contacts([case], on=clock.today() - 5 * DAY) == {case.pk: first}


def test_a_file_without_contact_is_left_out(case):
    assert queries.last_contacts([case], on=clock.today()) == {}


def test_statements_that_stand_can_be_cited(case, officer):
    said = {"PERSON": "I am calm.", "OFFICER": "Calmer."}
    contact = a_contact(case, officer, statements=said)

    assert [(each.source, each.words) for each in queries.statements_of(case)] == [
        ("OFFICER", "Calmer."),
        ("PERSON", "I am calm."),
    ]

    corrected(contact, officer, statements={"PERSON": "I was calm."})
    assert [each.words for each in queries.statements_of(case)] == ["I was calm."]


def test_statements_of_another_file_are_not_cited(case, other, officer):
    a_contact(other, officer, statements={"PERSON": "I am calm."})

    assert list(queries.statements_of(case)) == []


def appointments(case):
    return queries.appointments_of(case, clock.today())


def test_appointments_are_directions_to_report_soonest_first(case, officer):
    later = a_direction(case, officer, due_on=clock.today() + 9 * DAY)
    sooner = a_direction(case, officer, due_on=clock.today() + 2 * DAY)
    a_direction(case, officer, kind="BRING", due_on=clock.today() + 3 * DAY)

    assert appointments(case) == [sooner, later]


@pytest.mark.parametrize("outcome", ["CAME", "DID_NOT_COME"])
def test_an_appointment_that_was_answered_waits_no_more(case, officer, outcome):
    direction = a_direction(case, officer)
    a_contact(case, officer, answers=direction, outcome=outcome)

    assert appointments(case) == []


def test_an_answer_recorded_by_mistake_lets_it_wait_again(case, officer):
    direction = a_direction(case, officer)
    contact = a_contact(case, officer, answers=direction)
    corrected(contact, officer, outcome="IN_ERROR", line="", answers=direction)

    assert appointments(case) == [direction]


def test_a_direction_that_was_taken_back_or_replaced_is_no_appointment(case, officer):
    first = a_direction(case, officer)
    second = a_direction(case, officer, instead_of=first)
    assert appointments(case) == [second]

    directing.withdraw_direction(direction=second, reason="Office closed", by=officer)
    assert appointments(case) == []


def test_the_next_appointment_of_a_contact_waits(case, officer):
    following = NextAppointment(clock.today() + 7 * DAY)
    contact = a_contact(case, officer, next_appointment=following)

    assert appointments(case) == [contact.next_direction]


def test_the_list_brings_everything_in_three_queries(case, officer, django_assert_num_queries):
    for days in (1, 2, 3):
        a_contact(case, officer, happened_at=ago(days), statements={"PERSON": "Fine."})

    with django_assert_num_queries(3):
        for each in queries.contacts_of(case):
            [said.condition.number for said in each.talked.all()]
            [statement.words for statement in each.statements.all()]
            assert not hasattr(each, "corrected_by")
            assert (each.recorded_by, each.next_direction) == (officer, None)
