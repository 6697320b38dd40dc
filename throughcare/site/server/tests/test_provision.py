"""A server becomes ready by itself, or one sentence says what stands in the way."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from throughcare.site.server import addresses, database
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.connecting import demand_new_enough
from throughcare.site.server.embedded import start_for_tests
from throughcare.site.server.furnishing import EXTENSIONS
from throughcare.site.server.provision import provisioned
from throughcare.site.server.trouble import Trouble

pytestmark = pytest.mark.database


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of its own, so that its roles may be spoiled; the address of its superuser."""
    started = start_for_tests(os.environ.get("THROUGHCARE_TEST_PG_BIN"))
    with psycopg.connect(started.admin, autocommit=True) as admin:
        admin.execute("CREATE ROLE builder LOGIN CREATEDB CREATEROLE PASSWORD 'b'")
        admin.execute("CREATE ROLE guest LOGIN PASSWORD 'g'")
    yield started.admin
    started.stop()


def at(server: str, **changed: str) -> str:
    """The address of another user or database on the same server."""
    return addresses.address_of({**addresses.parts_of(server), **changed})


def execute(address: str, text: str) -> list[tuple]:
    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(text)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def clean(server: str) -> str:
    """The server without our roles and without the database `office`."""
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS office WITH (FORCE)")
        for role in (addresses.APP, addresses.OWNER):
            if admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                name = sql.Identifier(role)
                admin.execute(sql.SQL("DROP OWNED BY {} CASCADE").format(name))
                admin.execute(sql.SQL("DROP ROLE {}").format(name))
    return server


def check_ready(made: Addresses) -> None:
    """Both roles enter; the application owns nothing and makes nothing; extensions are there."""
    rights = "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles"
    assert execute(made.app, f"{rights} WHERE rolname = current_user") == [(False,) * 4]
    assert execute(made.owner, "SELECT current_user") == [(addresses.OWNER,)]
    found = execute(made.app, "SELECT extname FROM pg_extension")
    assert {name for (name,) in found} >= set(EXTENSIONS)
    execute(made.owner, "CREATE TABLE public.probe ()")
    execute(made.owner, "DROP TABLE public.probe")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        execute(made.app, "CREATE TABLE public.probe ()")


def test_a_superuser_makes_everything(clean):
    made = provisioned(at(clean, dbname="office"), "secret")

    check_ready(made)
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'office'"
    assert execute(clean, owner) == [(addresses.OWNER,)]


def test_an_administrator_without_superpowers_makes_everything(clean):
    admin = at(clean, dbname="office", user="builder", password="b")

    check_ready(provisioned(admin, "secret"))


def test_a_second_time_changes_nothing(clean):
    first = provisioned(at(clean, dbname="office"), "secret")
    kept = "SELECT rolname, rolpassword FROM pg_authid ORDER BY 1"
    before = execute(clean, kept)

    assert provisioned(at(clean, dbname="office"), "secret") == first
    assert execute(clean, kept) == before


def test_an_existing_database_is_made_ready(clean):
    execute(clean, "CREATE DATABASE office")

    check_ready(provisioned(at(clean, dbname="office"), "secret"))


def test_other_passwords_are_replaced_where_that_is_allowed(clean):
    provisioned(at(clean, dbname="office"), "the old secret")

    check_ready(provisioned(at(clean, dbname="office"), "the new secret"))


def test_other_passwords_stay_where_it_is_not(clean):
    provisioned(at(clean, dbname="office"), "secret")

    with pytest.raises(Trouble, match="guest .* could not set the password of throughcare_owner"):
        provisioned(at(clean, dbname="office", user="guest", password="g"), "another")


def test_passwords_reach_no_log_in_the_clear(clean):
    made = provisioned(at(clean, dbname="office"), "secret")

    kept = execute(clean, "SELECT rolpassword FROM pg_authid WHERE rolname = 'throughcare_app'")
    assert kept[0][0].startswith("SCRAM-SHA-256$")
    assert addresses.parts_of(made.app)["password"] == addresses.password_of(
        addresses.APP, "secret"
    )


def test_a_role_that_may_too_much_is_refused(clean):
    execute(clean, "CREATE ROLE throughcare_app LOGIN BYPASSRLS")

    with pytest.raises(Trouble, match="throughcare_app on .* may do too much"):
        provisioned(at(clean, dbname="office"), "secret")


def test_a_database_in_another_encoding_is_refused(clean):
    execute(clean, "CREATE DATABASE office ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")

    with pytest.raises(Trouble, match="keeps text as LATIN1"):
        provisioned(at(clean, dbname="office"), "secret")


@pytest.mark.parametrize(
    ("user", "password", "sentence"),
    [
        pytest.param("postgres", "wrong", "refuses the password of postgres", id="password"),
        pytest.param("guest", "g", "guest .* could not create roles", id="no_right"),
    ],
)
def test_an_administrator_who_cannot_is_told(clean, user, password, sentence):
    with pytest.raises(Trouble, match=sentence) as refused:
        provisioned(at(clean, dbname="office", user=user, password=password), "secret")

    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("postgresql://a:b@127.0.0.1:1/x", "Nothing answers at 127.0.0.1:1"),
        ("postgresql://a:b@/x?host=/nowhere", "Nothing answers at /nowhere"),
        ("postgresql://a:b@127.0.0.1:port/x", "127.0.0.1:port cannot be used"),
    ],
)
def test_a_server_that_is_not_there_is_named(address, sentence):
    with pytest.raises(Trouble, match=sentence):
        provisioned(address, "b")


def test_an_old_server_is_refused():
    demand_new_enough(150000, {"host": "db"})

    with pytest.raises(Trouble, match="db runs PostgreSQL 14; Throughcare needs 15 or later"):
        demand_new_enough(140012, {"host": "db"})


def test_a_database_is_dropped_and_made_again_empty(clean, tmp_path):
    environ = {"DATABASE_URL": at(clean, dbname="office"), "THROUGHCARE_HOME": str(tmp_path)}
    with database.opened(environ) as opened:
        execute(opened.owner, "CREATE TABLE public.kept ()")

        database.begin_afresh(opened, environ)

        assert execute(opened.owner, "SELECT to_regclass('public.kept')") == [(None,)]
        check_ready(opened)


def test_addresses_given_outright_are_used_as_they_are_and_cannot_begin_afresh(tmp_path):
    app, owner = "postgresql://a@h/d", "postgresql://o@h/d"
    environ = {"THROUGHCARE_APP_URL": app, "THROUGHCARE_OWNER_URL": owner}

    with database.opened(environ) as opened:
        assert opened == Addresses(app, owner)
        with pytest.raises(Trouble, match="set DATABASE_URL"):
            database.begin_afresh(opened, environ)


def test_an_administrator_without_a_password_leaves_a_secret_at_home(server, tmp_path):
    password = addresses.parts_of(server)["password"]
    nameless = at(server, dbname="office", passfile=str(tmp_path / "pass"))
    (tmp_path / "pass").write_text(f"*:*:*:*:{password}\n")
    (tmp_path / "pass").chmod(0o600)
    nameless = nameless.replace(f":{password}@", "@")
    environ = {"DATABASE_URL": nameless, "THROUGHCARE_HOME": str(tmp_path)}

    with database.opened(environ) as first, database.opened(environ) as second:
        assert first == second
        assert (tmp_path / "roles-secret").stat().st_mode & 0o777 == 0o600
        check_ready(first)
