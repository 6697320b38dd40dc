"""Namesakes born the same day: what thousands of rows are compared with, in one query each."""

import pytest

from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.models import Person
from throughcare.people.queries.duplicates import likely_duplicates, namesakes
from throughcare.people.tests.factories import a_name, a_person

pytestmark = pytest.mark.django_db
BORN = (1989, 8, 3)
SURELY = 0.9


def asked(surname, given="", born=BORN):
    return NameFacts("LEGAL", surname, given), BirthFacts(*born)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (asked("Lavallée", "Étienne"), True),
        (asked("LAVALLEE", "etienne"), True),
        (asked("Etienne", "Lavallee"), True),
        (asked("Lavoie", "Étienne"), True),
        (asked("Lavallée"), False),
        (asked("Lavalé", "Étienne"), False),
        (asked("Lavallée", "Étienne", (1989, 3, 8)), False),
        (asked("Lavallée", "Étienne", (1989, 8, 4)), False),
        (asked("Lavallée", "Étienne", (1989, 8)), False),
        (asked("Lavallée", "Étienne", ()), False),
    ],
)
def test_it_finds_whom_the_proposals_are_sure_of(name, found):
    person = a_person()
    a_name(person, "Lavoie", "Étienne")
    a_person(surname="Whiteduck", given="Ray")
    said, birth = name

    likely = likely_duplicates(name=said, birth=birth, among=Person.objects.all())

    assert namesakes(said, birth) == ([person.number] if found else [])
    assert any(each.weight >= SURELY for each in likely) is found


def test_each_is_named_once_and_who_is_asked_about_is_left_out():
    first, second = a_person(), a_person()
    a_name(first, "Etienne", "Lavallee")
    said, birth = asked("Lavallée", "Étienne")

    assert namesakes(said, birth) == sorted([first.number, second.number])
    assert namesakes(said, birth, besides=first.pk) == [second.number]


def test_it_costs_one_query(django_assert_num_queries):
    a_person()

    with django_assert_num_queries(1):
        namesakes(*asked("Lavallée", "Étienne"))
