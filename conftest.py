"""What every test has: a database of its own, made as an installation makes it, and no network."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from throughcare.site.server import embedded

DATABASE = f"throughcare_test_{os.getpid()}"
ROLES = ("throughcare_owner", "throughcare_app")
PASSWORD = "only-for-tests"  # noqa: S105


@pytest.fixture(scope="session")
def server_for_tests() -> Iterator[str]:
    """The administrator's address of a PostgreSQL: the one given, or one started for the tests."""
    if given := os.environ.get("THROUGHCARE_TEST_ADMIN_URL"):
        yield given
        return
    server = embedded.start_for_tests(os.environ.get("THROUGHCARE_TEST_PG_BIN"))
    yield server.admin
    server.stop()


@pytest.fixture(scope="session")
def django_db_setup(server_for_tests: str, django_db_blocker) -> Iterator[None]:
    """A database with both roles, migrated by the owner; tests run as the application's role."""
    with psycopg.connect(server_for_tests, autocommit=True) as admin:
        _make_roles(admin)
        admin.execute(f"CREATE DATABASE {DATABASE} OWNER throughcare_owner")
    _point("default", server_for_tests, "throughcare_app")
    _point("owner", server_for_tests, "throughcare_owner")
    with django_db_blocker.unblock():
        call_command("migrate", verbosity=0)
        yield
        connections.close_all()
    with psycopg.connect(server_for_tests, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def _make_roles(admin: psycopg.Connection) -> None:
    known = {name for (name,) in admin.execute("SELECT rolname FROM pg_roles")}
    for role in ROLES:
        verb = "ALTER" if role in known else "CREATE"
        admin.execute(f"{verb} ROLE {role} LOGIN PASSWORD '{PASSWORD}'")


def _point(alias: str, admin: str, role: str) -> None:
    given = conninfo_to_dict(make_conninfo(admin))
    connections[alias].close()
    connections[alias].settings_dict.update(
        NAME=DATABASE,
        USER=role,
        PASSWORD=PASSWORD,
        HOST=given.get("host", ""),
        PORT=given.get("port", ""),
        OPTIONS={},
        CONN_MAX_AGE=0,
    )
