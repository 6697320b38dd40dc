"""What every test has: a database of its own, made as an installation makes it, and no network."""

import hashlib
import itertools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as examples
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from xdist.scheduler import LoadFileScheduling

from tests.shared import there_or_not
from throughcare.site.server import embedded

OWNER, APP = "throughcare_owner", "throughcare_app"
PASSWORD = "only-for-tests"
PACKAGE = Path(__file__).parent / "throughcare"
JOURNEYS = "journeys"
A_RANDOM_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
OF_A_DATABASE = {"db", "transactional_db", "server_for_tests"}

# A test says whether something is right, never how fast this machine was just then; and two runs of
# one tree try the same cases. HYPOTHESIS_PROFILE=explore looks for new ones.
SLOW = [HealthCheck.too_slow]
examples.register_profile("same", deadline=None, suppress_health_check=SLOW, derandomize=True)
examples.register_profile("explore", deadline=None, suppress_health_check=SLOW, max_examples=2_000)
examples.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


class Scheduling(LoadFileScheduling):
    """One file, or all journeys, to one worker: what a module or the one office shares, stays."""

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(f"{JOURNEYS}/") else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Scheduling:
    """Share the tests out between workers, in the order in which they were collected."""
    config.option.loadscopereorder = False
    return Scheduling(config, log)


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Leave random ids out of the names of tests: workers must name them alike."""
    return argname if A_RANDOM_ID.fullmatch(str(val)) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what touches the database; let a worker begin with the journeys, which take longest."""
    for item in items:
        touches = item.get_closest_marker("django_db") or OF_A_DATABASE & set(item.fixturenames)
        if touches and not item.get_closest_marker("walk"):
            item.add_marker(pytest.mark.database)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not item.nodeid.startswith(f"{JOURNEYS}/"))


def _shape_of_the_tables() -> str:
    """Return a mark that changes whenever a migrated database would."""
    files = [*PACKAGE.rglob("migrations/*.py"), *PACKAGE.rglob("models.py")]
    files += PACKAGE.rglob("models/*.py")
    files += (PACKAGE / "record").glob("*.py")
    read = b"".join(path.read_bytes() for path in sorted(files))
    return hashlib.sha256(read).hexdigest()[:16]


TEMPLATE = f"throughcare_template_{_shape_of_the_tables()}"
_numbers = itertools.count(1)


class Database(NamedTuple):
    """The addresses of a migrated database of a test's own."""

    app: str
    owner: str


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
def template_database(server_for_tests: str, django_db_blocker) -> str:
    """An empty, migrated database from which the tests' databases are copied.

    It stays on a server that stays, and is used again until a table or a migration changes.
    """
    with psycopg.connect(server_for_tests, autocommit=True) as admin:
        admin.execute("SELECT pg_advisory_lock(hashtext('throughcare_template'))")
        _make_roles(admin)
        known = {name for (name,) in admin.execute("SELECT datname FROM pg_database")}
        if TEMPLATE in known:
            return TEMPLATE
        admin.execute(f"DROP DATABASE IF EXISTS {TEMPLATE}_begun WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {TEMPLATE}_begun OWNER {OWNER}")
        _point(server_for_tests, f"{TEMPLATE}_begun")
        with django_db_blocker.unblock():
            call_command("migrate", verbosity=0)
            connections.close_all()
        admin.execute(f"ALTER DATABASE {TEMPLATE}_begun RENAME TO {TEMPLATE}")
    return TEMPLATE


@pytest.fixture(scope="session")
def django_db_setup(
    server_for_tests: str, template_database: str, django_db_blocker
) -> Iterator[None]:
    """The database of all tests that roll back; they run as the application's role."""
    with _copied(server_for_tests) as name:
        _point(server_for_tests, name)
        yield
        with django_db_blocker.unblock():
            connections.close_all()


@pytest.fixture(scope="session", autouse=True)
def private_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A private folder and a key of the tests' own: an office in this checkout keeps its own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settings, "SECOND_FACTOR_KEY", Fernet.generate_key().decode())
        patched.setattr(settings, "HOME", home)
        patched.setattr(settings, "KEPT_PACKS", home / "packs")
        patched.setattr(settings, "RECORD_KEY", home / "keys" / "record.pem")
        patched.setattr(settings, "CHECKPOINTS", [home / "checkpoints"])
        patched.setattr(settings, "DOCUMENTS_FOLDER", home / "documents")
        yield


@pytest.fixture(autouse=True)
def in_english() -> None:
    """Begin in English, whatever language the request of another test left behind."""
    translation.activate("en")


@pytest.fixture
def own_database(server_for_tests: str, template_database: str) -> Iterator[Database]:
    """A database of this test's own, for what must be committed; it is dropped afterwards."""
    with _copied(server_for_tests) as name:
        yield database_at(server_for_tests, name)


def database_at(admin: str, name: str) -> Database:
    """Return the addresses of both roles for a database of the tests' server."""
    given = make_conninfo(admin, dbname=name, password=PASSWORD)
    return Database(make_conninfo(given, user=APP), make_conninfo(given, user=OWNER))


@contextmanager
def _copied(admin_address: str) -> Iterator[str]:
    name = f"throughcare_test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(admin_address, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} OWNER {OWNER}")
    yield name
    with psycopg.connect(admin_address, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _make_roles(admin: psycopg.Connection) -> None:
    known = {name for (name,) in admin.execute("SELECT rolname FROM pg_roles")}
    for role in (OWNER, APP):
        verb = "ALTER" if role in known else "CREATE"
        admin.execute(f"{verb} ROLE {role} LOGIN PASSWORD '{PASSWORD}'")


def _point(admin: str, name: str) -> None:
    given = conninfo_to_dict(admin)
    for alias, role in (("default", APP), ("owner", OWNER)):
        connections[alias].close()
        connections[alias].settings_dict.update(
            NAME=name,
            USER=role,
            PASSWORD=PASSWORD,
            HOST=given.get("host", ""),
            PORT=given.get("port", ""),
            OPTIONS={},
            CONN_MAX_AGE=0,
        )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say whether there were labelled orders to read: green must not hide that there were none."""
    terminalreporter.write_line(there_or_not())
