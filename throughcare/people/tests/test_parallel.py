"""The same form, sent from two places at the same moment, makes one row."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest
from django.db import connections, transaction
from psycopg.conninfo import conninfo_to_dict

from throughcare.people.forms import NewPersonForm, form_for
from throughcare.people.models import Person
from throughcare.people.tests.factories import BY, a_person
from throughcare.record.ids import new_id

WAITING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)
FORMS = {
    "add-address": ({"kind": "HOME", "city": "Wawa", "starts_on": "1 Nov 2026"}, "people_address"),
    "add-phone": ({"as_typed": "705 555 0142", "starts_on": "1 Nov 2026"}, "people_phone"),
    "add-name": ({"kind": "ALIAS", "surname": "Ng"}, "people_name WHERE kind = 'ALIAS'"),
    "add-number": ({"kind": "FPS", "value": "481926D"}, "people_identifier"),
}
DEFAULTS = {
    "add-address": {"source": "PERSON", "told_on": "1 Nov 2026"},
    "add-phone": {"kind": "MOBILE", "answered_by": "SELF", "message": "NO"},
}


class Office:
    """A database that two people use, each from a thread with a connection of its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.given = conninfo_to_dict(address)
        self.threads = ThreadPoolExecutor(2)

    def start(self, work: Callable[[], Any]) -> Any:
        return self.threads.submit(self._connected, work)

    def _connected(self, work: Callable[[], Any]) -> Any:
        connection = connections["default"]
        connection.settings_dict = connection.settings_dict | {
            "NAME": self.given["dbname"],
            "USER": self.given["user"],
            "PASSWORD": self.given["password"],
            "HOST": self.given.get("host", ""),
            "PORT": self.given.get("port", ""),
        }
        try:
            return work()
        finally:
            connection.close()

    def ask(self, sql: str) -> int:
        with psycopg.connect(self.address) as asked:
            return asked.execute(sql).fetchone()[0]

    def wait_for_someone_waiting(self) -> None:
        until = monotonic() + 10
        while not self.ask(WAITING):
            assert monotonic() < until, "nobody waits for the first sender"
            sleep(0.02)


@pytest.fixture
def office(own_database, django_db_blocker) -> Iterator[Office]:
    with django_db_blocker.unblock():
        office = Office(own_database.app)
        yield office
        office.threads.shutdown()


def sent_together(office: Office, send: Callable[[], Any]) -> list[Any]:
    """Send twice: the second sender waits for the first, who has not committed yet."""

    def first() -> Any:
        with transaction.atomic():
            kept = send()
            other.append(office.start(second))
            office.wait_for_someone_waiting()
        return kept

    def second() -> Any:
        with transaction.atomic():
            return send()

    other: list[Any] = []
    kept = office.start(first).result(30)
    return [kept, other[0].result(30)]


@pytest.mark.parametrize("act", FORMS)
def test_the_same_form_from_two_places_makes_one_row(office, act):
    said, table = FORMS[act]
    data = DEFAULTS.get(act, {}) | said | {"id": str(new_id())}
    person = office.start(a_person).result(30)

    def send():
        form = form_for(act, data, person=person)
        return (form.is_valid(), form.sent(BY), form.problems)

    assert sent_together(office, send) == [(True, True, [])] * 2
    assert office.ask(f"SELECT count(*) FROM {table}") == 1
    assert office.ask("SELECT count(*) FROM record_entry") == 2


def test_a_new_person_from_two_places_is_one_person(office):
    data = {"id": str(new_id()), "surname": "Roy", "given": "Zoé", "born": "1971"}

    def send():
        form = NewPersonForm(data, among=Person.objects.all())
        return form.is_valid() and form.sent(BY).number

    first, second = sent_together(office, send)

    assert first == second
    assert office.ask("SELECT count(*) FROM people_person") == 1
    assert office.ask("SELECT count(*) FROM record_entry") == 1


def test_other_facts_under_the_same_id_lose_to_the_first(office):
    person = office.start(a_person).result(30)
    once, places = str(new_id()), iter(["Wawa", "Sudbury"])

    def send():
        said = FORMS["add-address"][0] | DEFAULTS["add-address"]
        form = form_for("add-address", said | {"id": once, "city": next(places)}, person=person)
        return form.is_valid() and form.sent(BY)

    assert sent_together(office, send) == [True, False]
    assert office.ask("SELECT count(*) FROM people_address WHERE city = 'Wawa'") == 1
    assert office.ask("SELECT count(*) FROM people_address") == 1
