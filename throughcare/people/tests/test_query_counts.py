"""What each query asks of the database: as much for one row as for three, and for a hundred."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.models import Person
from throughcare.people.queries import identity, likely_duplicates, person_card, search
from throughcare.people.queries.among import among
from throughcare.people.tests.factories import (
    a_name,
    a_person,
    a_phone,
    an_address,
    an_identifier,
    everyone,
)
from throughcare.record.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TODAY = date(2026, 11, 23)


def asked(work):
    """Return how many queries some work asks."""
    with CaptureQueriesContext(connection) as queries:
        work()
    return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in queries)


def give(person, times):
    """Give a person so many names, numbers, addresses and phones more."""
    for time in range(1, times + 1):
        a_name(person, f"Ng{time}")
        an_identifier(person, f"48192{time}", kind="OTHER")
        an_address(person, starts_on=date(2026, 1, time))
        a_phone(person, f"+1705555010{time}")


def lavallees(times):
    """Add so many people of the same name and birth date, each with rows of their own."""
    for _time in range(times):
        give(a_person(), 1)


@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_card_takes_four(person, times):
    give(person, times)

    assert asked(lambda: person_card(person.pk, on=TODAY)) == 4


@pytest.mark.parametrize(("times", "queries"), [(0, 12), (1, 15), (3, 15)])
def test_an_identity_takes_eleven_and_one_for_each_table_written(person, times, queries):
    give(person, times)

    assert asked(lambda: identity(person.pk, on=TODAY)) == queries


def test_nobody_takes_one():
    assert asked(lambda: person_card(new_id(), on=TODAY)) == 1
    assert asked(lambda: identity(new_id(), on=TODAY)) == 1


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("P-999999", 2),
        ("lavallee", 2),
        ("lavalee etiene", 2),
        ("zzyzx", 2),
        ("zzyzx qwrt", 2),
        ("481921", 2),
        ("705 555 0101", 2),
        ("L4819-2", 1),
        ("l", 0),
        ("", 0),
    ],
)
def test_a_search_asks_no_more_for_more_people(text, queries, times):
    lavallees(times)

    people = everyone()

    assert asked(lambda: search(text, people=people)) == queries


@pytest.mark.parametrize("times", [1, 3])
def test_likely_duplicates_ask_no_more_for_more_people(times):
    lavallees(times)

    def work():
        likely_duplicates(
            name=NameFacts("LEGAL", "Lavallée", "Étienne"),
            birth=BirthFacts(1989, 8, 3),
            among=Person.objects.all(),
            identifiers=["481921"],
            phones=["+17055550101"],
        )

    assert asked(work) == 6


@pytest.mark.parametrize("times", [0, 1, 3, 100])
def test_people_by_their_ids_are_one_parameter(times):
    ids = [new_id() for _time in range(times)]

    people = Person.objects.filter(among(ids, "pk"))

    assert asked(lambda: list(people)) == 1
    _sql, values = people.query.sql_with_params()
    assert values == (ids,)


def test_people_by_their_ids_are_those_and_no_others(person):
    other, _third = a_person(surname="Ng"), a_person(surname="Roy")

    these = among([person.pk, other.pk, new_id()], "pk")
    assert set(Person.objects.filter(these)) == {person, other}
    assert list(Person.objects.filter(among([], "pk"))) == []
