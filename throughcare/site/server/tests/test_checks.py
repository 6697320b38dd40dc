"""The doctor's checks are right on a right installation, and name what is wrong on another."""

import shutil
from collections import namedtuple
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from throughcare.site.server import addresses, checks
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.trouble import Trouble

Usage = namedtuple("Usage", "total used free")


def of_the_tests() -> Addresses:
    """The addresses of the tests' own database."""
    found = {}
    for alias in ("default", "owner"):
        settings = connections[alias].settings_dict
        found[alias] = addresses.address_of(
            {
                "user": settings["USER"],
                "password": settings["PASSWORD"],
                "host": settings["HOST"],
                "port": settings["PORT"],
                "dbname": settings["NAME"],
            }
        )
    return Addresses(found["default"], found["owner"])


def wrong(found) -> dict[str, str]:
    return {check.name: check.says for check in found if not check.ok}


def test_the_machine_is_described(tmp_path):
    found = {check.name: check.says for check in checks.of_the_machine(tmp_path)}

    assert list(found) == [
        *("python", "environment", "postgresql programs", "private folder", "disk"),
        *("time zones", "messages"),
    ]
    assert found["disk"].endswith(f" GB are free where {tmp_path} is.")
    assert found["postgresql programs"].startswith("PostgreSQL 18 is in ")


def test_a_nearly_full_disk_is_wrong(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(1, 1, 100_000_000))

    assert wrong(checks.of_the_machine(tmp_path))["disk"].startswith("0.1 GB are free")


def test_missing_programs_are_wrong(tmp_path, monkeypatch):
    def none():
        raise Trouble("No PostgreSQL was found.")

    monkeypatch.setattr(checks.binaries, "find", none)

    assert wrong(checks.of_the_machine(tmp_path))["postgresql programs"] == (
        "No PostgreSQL was found."
    )


def test_messages_that_are_not_compiled_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "CHECKOUT", tmp_path)
    source = tmp_path / "throughcare" / "people" / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.touch()

    assert wrong(checks.of_the_machine(tmp_path))["messages"] == (
        "Not compiled for people: make messages."
    )


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_tests_database_is_right_but_for_what_needs_an_administrator():
    assert wrong(checks.of_the_database(of_the_tests())) == {}
    assert wrong(checks.of_the_tables()) == {}


@pytest.mark.django_db
def test_a_role_that_cannot_enter_is_named():
    right = of_the_tests()
    locked_out = addresses.address_of({**addresses.parts_of(right.app), "password": "wrong"})

    said = wrong(checks.of_the_database(Addresses(locked_out, right.owner)))

    assert list(said) == [addresses.APP]
    assert "refuses the password of throughcare_app" in said[addresses.APP]


@pytest.mark.django_db
def test_an_application_that_enters_as_the_owner_is_wrong():
    right = of_the_tests()

    said = wrong(checks.of_the_database(Addresses(right.owner, right.owner)))

    assert said == {
        addresses.APP: "throughcare_owner must own nothing and belong to no other role."
    }


@pytest.mark.django_db
def test_a_superuser_is_wrong(server_for_tests):
    right = of_the_tests()
    with psycopg.connect(server_for_tests):
        said = wrong(checks.of_the_database(Addresses(server_for_tests, right.owner)))

    assert "may do too much" in said[addresses.APP]


def test_missing_assets_are_named(monkeypatch):
    monkeypatch.setattr(checks, "_migrations", lambda: checks.Check("migrations", True, ""))
    monkeypatch.setattr(checks, "_histories", lambda: checks.Check("histories", True, ""))
    monkeypatch.setattr(checks, "_second_factors", lambda: checks.Check("factors", True, ""))
    monkeypatch.setattr(checks, "ASSETS", ("throughcare/throughcare.css", "throughcare/none.css"))

    assert wrong(checks.of_the_tables()) == {"assets": "Missing: throughcare/none.css."}
    assert Path(checks.finders.find("throughcare/throughcare.css")).exists()
