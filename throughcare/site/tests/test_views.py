"""Home, language, help, health, menu."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection

from throughcare.site import monitor
from throughcare.site.frame import menu_of, office_words
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/help/", "You need your sign-in name"),
        ("/accessibility/", "version 2.2, levels A and AA"),
    ],
)
def test_open_pages_need_no_sign_in(client, address, words):
    answer = client.get(address)

    assert answer.status_code == 200
    assert words in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/find/?q=la", "/find/as-typed/?q=la", "/patterns/"])
def test_the_others_ask_to_sign_in(client, address):
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer.url.startswith("/account/sign-in/?next=")


def test_patterns_are_shown_to_staff(client):
    answer = signed_in(client, a_member("ADMINISTRATOR")).get("/patterns/")

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("next_page", "stays_on"),
    [
        ("/find/?q=lavall%C3%A9e", "/find/?q=lavall%C3%A9e"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
    ],
)
def test_the_language_changes_and_the_page_stays(client, next_page, stays_on):
    answer = client.post("/language/", {"language": "fr", "next": next_page})

    assert (answer.status_code, answer.url) == (302, stays_on)
    assert client.cookies["throughcare_language"].value == "fr"


def test_a_language_we_do_not_speak_changes_nothing(client):
    answer = client.post("/language/", {"language": "de", "next": "/help/"})

    assert answer.status_code == 400
    assert "throughcare_language" not in client.cookies


def test_the_language_is_not_changed_by_a_link(client):
    assert client.get("/language/?language=fr").status_code == 405


def test_health_says_nothing_but_that_it_lives(client):
    assert client.get("/health").json() == {"status": "alive"}


def test_ready_says_what_is_there(client):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")

    answer = client.get("/ready")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "database": "answers",
        "migrations": "done",
        "worker": "alive",
    }


def test_a_silent_worker_does_not_stop_the_web(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")

    answer = client.get("/ready")

    assert (answer.status_code, answer.json()["worker"]) == (200, "silent")


def test_a_database_that_does_not_answer_is_not_ready(client, monkeypatch):
    def silence():
        raise OperationalError

    monkeypatch.setattr(monitor, "_is_migrated", silence)

    answer = client.get("/ready")

    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "not ready", "database": "no answer"},
    )


def test_a_migration_that_has_not_run_is_not_ready(client, monkeypatch):
    monitor._check_migrated.cache_clear()
    graph = SimpleNamespace(nodes={("cases", "0099_later"): None})
    loader = SimpleNamespace(graph=graph, applied_migrations={})
    monkeypatch.setattr(monitor, "MigrationLoader", lambda connection: loader)

    answer = client.get("/ready")

    assert (answer.status_code, answer.json()["migrations"]) == (503, "missing")


@pytest.mark.parametrize(("language", "name"), [("en", "Greater Sudbury"), ("fr", "Grand Sudbury")])
def test_the_office_is_named_in_the_language_of_the_page(language, name):
    office = an_office(name="Greater Sudbury", name_fr="Grand Sudbury", zone="America/Winnipeg")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("throughcare.site.frame.get_language", lambda: language)
        words = office_words(office)

    assert (words["office_name"], str(words["time_zone_name"])) == (name, "Times are Central.")


def test_the_menu_holds_what_a_role_may_open():
    menu = menu_of(a_member("ADMINISTRATOR"), "/staff/roles/")

    assert [(str(entry.label), entry.current) for entry in menu] == [
        ("Staff", False),
        ("Roles", True),
    ]
