"""Home, language, help, health, menu."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection

from throughcare.cases.tests.factories import a_case
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


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        ("OFFICER", ["Today", "Cases", "Intake", "Office", "Roles"]),
        ("MANAGER", ["Today", "Cases", "Intake", "Office", "Reviews", "Counts", "Staff", "Roles"]),
        ("ANALYST", ["Counts", "Roles"]),
        ("ADMINISTRATOR", ["Reviews", "Staff", "Roles"]),
        ("TRAINEE", ["Today", "Cases", "Roles"]),
        ("", []),
    ],
)
def test_the_menu_holds_what_a_role_may_open(role, labels):
    assert [str(entry.label) for entry in menu_of(a_member(role), "/")] == labels


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/staff/", ["Staff"]),
        ("/staff/roles/", ["Roles"]),
        ("/staff/open/", ["Staff"]),
        ("/help/", []),
    ],
)
def test_the_menu_says_where_one_is(path, current):
    menu = menu_of(a_member("ADMINISTRATOR"), path)

    assert [str(entry.label) for entry in menu if entry.current] == current


def test_the_menu_counts_the_open_files_one_holds():
    officer = a_member("OFFICER")
    a_case(holder=officer)
    a_case(office=officer.office)

    assert [entry.count for entry in menu_of(officer, "/")] == ["", "1", "", "", ""]


@pytest.mark.parametrize(
    ("role", "address"),
    [
        ("OFFICER", "/today/"),
        ("MANAGER", "/office/"),
        ("ANALYST", "/counts/"),
        ("ADMINISTRATOR", "/staff/"),
    ],
)
def test_home_is_where_the_day_of_a_role_starts(client, role, address):
    answer = signed_in(client, a_member(role)).get("/")

    assert (answer.status_code, answer.url) == (302, address)


@pytest.mark.parametrize("role", ["OFFICER", "MANAGER", "ANALYST", "ADMINISTRATOR", "CLERK"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_home_opens_in_both_languages(client, role, language):
    signed_in(client, a_member(role)).cookies["throughcare_language"] = language

    answer = client.get("/", follow=True)

    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()


def test_a_page_is_not_kept_by_the_browser(client):
    answer = signed_in(client, a_member("OFFICER")).get("/find/")

    assert answer["Cache-Control"] == "no-store, private"
    assert len(answer["X-Request-Id"]) == 32


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/find/",
        "/find/as-typed/",
        "/patterns/",
        "/help/",
        "/accessibility/",
        "/health",
        "/ready",
    ],
)
def test_pages_that_only_show_take_nothing(client, address):
    assert signed_in(client, a_member("OFFICER")).post(address).status_code == 405
