"""Makes a PostgreSQL ready for Throughcare: two roles, a database, four extensions.

Everything is looked at first and done only where it is missing, so it may run at every start.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from throughcare.site.server.addresses import (
    APP,
    DEFAULT_DATABASE,
    OWNER,
    Addresses,
    Parts,
    address_of,
    for_role,
    parts_of,
    server_of,
)
from throughcare.site.server.binaries import OLDEST_MAJOR
from throughcare.site.server.trouble import Trouble

EXTENSIONS = ("btree_gist", "fuzzystrmatch", "pg_trgm", "unaccent")
CONNECT_PATIENCE = "10"  # seconds
MODEST = ("rolsuper", "rolbypassrls", "rolcreatedb", "rolcreaterole", "rolreplication")

Connection = psycopg.Connection[tuple[Any, ...]]

# What a refused connection says, and what that means to the person at the keyboard.
REFUSALS = (
    ("password authentication failed", "{server} refuses the password of {user}."),
    ("no password supplied", "{server} asks for a password, and the address has none."),
    ("no pg_hba.conf entry", "{server} does not let {user} in from this machine (pg_hba.conf)."),
    ("too many clients", "{server} has no connection left; try again or raise max_connections."),
    ("translate host name", "There is no server called {server}."),
    ("name or service not known", "There is no server called {server}."),
    ("name resolution", "There is no server called {server}."),
    ("connection refused", "Nothing answers at {server}: is PostgreSQL running there?"),
    ("no such file or directory", "Nothing answers at {server}: is PostgreSQL running there?"),
    ("timeout expired", "{server} does not answer."),
    ("no route to host", "{server} cannot be reached from this machine."),
    ("network is unreachable", "{server} cannot be reached from this machine."),
    ("starting up", "{server} is still starting; try again in a moment."),
    ("shutting down", "{server} is shutting down."),
    ("ssl", "{server} and the address do not agree about SSL; see sslmode in the address."),
)


def provisioned(admin_address: str, secret: str, *, embedded: bool = False) -> Addresses:
    """Return both roles' addresses on this server, making there what is missing.

    :param secret: what the roles' passwords are derived from.
    :raises Trouble: the server is unreachable or too old, or the administrator may not do it.
    """
    admin = parts_of(admin_address)
    admin.setdefault("dbname", DEFAULT_DATABASE)
    roles = {role: for_role(admin, role, secret) for role in (OWNER, APP)}
    with entered(admin) as connection:
        demand_new_enough(connection.info.server_version, admin)
        for role, parts in roles.items():
            _make_role(connection, role, parts["password"], admin)
        if connection.info.dbname != admin["dbname"]:
            _make_database(connection, admin)
    for role, parts in roles.items():
        if not _opens(parts):
            _set_password(role, parts, admin)
    with connected(admin) as connection:
        _furnish(connection, admin)
    return Addresses(
        address_of(roles[APP]), address_of(roles[OWNER]), embedded=embedded, admin=admin_address
    )


def drop_database(admin_address: str) -> None:
    """Drop the database of an address with everything in it, whoever is connected.

    :raises Trouble: the administrator may not.
    """
    admin = {"dbname": DEFAULT_DATABASE, **parts_of(admin_address)}
    with connected({**admin, "dbname": "postgres"}) as connection:
        _do(connection, admin, f"drop the database {admin['dbname']}",
            "DROP DATABASE IF EXISTS {name} WITH (FORCE)",
            name=sql.Identifier(admin["dbname"]))  # fmt: skip


@contextmanager
def entered(admin: Parts) -> Iterator[Connection]:
    """Connect to the database of an address or, while it does not exist, to `postgres`."""
    try:
        connection = _connect(admin)
    except psycopg.OperationalError as error:
        if "database" not in str(error) or "does not exist" not in str(error):
            _explain(error, admin)
        with connected({**admin, "dbname": "postgres"}) as elsewhere:
            yield elsewhere
        return
    with connection:
        yield connection


@contextmanager
def connected(parts: Mapping[str, str]) -> Iterator[Connection]:
    """Connect, or say in one sentence why that is impossible."""
    try:
        connection = _connect(parts)
    except psycopg.OperationalError as error:
        _explain(error, parts)
    with connection:
        yield connection


def _connect(parts: Mapping[str, str]) -> Connection:
    wanted = {"connect_timeout": CONNECT_PATIENCE, "application_name": "throughcare", **parts}
    return psycopg.connect(make_conninfo(**wanted), autocommit=True)


def _explain(error: psycopg.Error, parts: Mapping[str, str]) -> NoReturn:
    said = str(error)
    server, user = server_of(parts), parts.get("user", "this user")
    for words, sentence in REFUSALS:
        if words in said.lower():
            raise Trouble(sentence.format(server=server, user=user)) from error
    last = said.strip().splitlines()[-1].rpartition("FATAL:")[2].strip()
    raise Trouble(f"{server} cannot be used: {last}") from error


def demand_new_enough(version: int, parts: Mapping[str, str]) -> None:
    """Refuse a server older than the oldest that Throughcare works on.

    :raises Trouble: it is too old.
    """
    if version < OLDEST_MAJOR * 10_000:
        raise Trouble(
            f"{server_of(parts)} runs PostgreSQL {version // 10_000}; Throughcare needs "
            f"{OLDEST_MAJOR} or later."
        )


def _make_role(connection: Connection, role: str, password: str, admin: Parts) -> None:
    columns = ", ".join(MODEST)
    found = connection.execute(
        f"SELECT {columns} FROM pg_roles WHERE rolname = %s",  # noqa: S608 -- names of ours
        [role],
    ).fetchone()
    if found is None:
        hidden = _scrambled(connection, role, password)
        _do(connection, admin, "create roles", "CREATE ROLE {role} LOGIN PASSWORD {hidden}",
            role=sql.Identifier(role), hidden=sql.Literal(hidden))  # fmt: skip
    elif any(found):
        raise Trouble(
            f"The role {role} on {server_of(admin)} may do too much. Let an administrator run: "
            f"ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
        )


def _make_database(connection: Connection, admin: Parts) -> None:
    # An administrator who is no superuser must belong to the owner to give it a database.
    if not _is_superuser(connection):
        _do(connection, admin, "give throughcare_owner a database",
            "GRANT {owner} TO CURRENT_USER", owner=sql.Identifier(OWNER))  # fmt: skip
    _do(connection, admin, f"create the database {admin['dbname']}",
        "CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'",
        name=sql.Identifier(admin["dbname"]), owner=sql.Identifier(OWNER))  # fmt: skip


def _set_password(role: str, parts: Parts, admin: Parts) -> None:
    with connected(admin) as connection:
        hidden = _scrambled(connection, role, parts["password"])
        _do(connection, admin, f"set the password of {role}",
            "ALTER ROLE {role} LOGIN PASSWORD {hidden}",
            role=sql.Identifier(role), hidden=sql.Literal(hidden))  # fmt: skip
    with connected(parts):
        pass


def _opens(parts: Parts) -> bool:
    """Say whether a role enters with its password; a server that is away is explained."""
    try:
        _connect(parts).close()
    except psycopg.OperationalError as error:
        if "password authentication failed" not in str(error) and "not permitted" not in str(error):
            _explain(error, parts)
        return False
    return True


def _furnish(connection: Connection, admin: Parts) -> None:
    """Make the extensions, and let only the owner make things in the schema public."""
    _demand_utf8(connection, admin)
    present = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    for name in EXTENSIONS:
        if name not in present:
            _do(connection, admin, f"create the extension {name}",
                "CREATE EXTENSION IF NOT EXISTS {name}", name=sql.Identifier(name))  # fmt: skip
    if _lacks_rights(connection):
        _do(connection, admin, f"give {OWNER} the database {admin['dbname']}",
            "GRANT CREATE, CONNECT ON DATABASE {name} TO {owner};"
            "GRANT CONNECT ON DATABASE {name} TO {app};"
            "GRANT USAGE, CREATE ON SCHEMA public TO {owner};"
            "GRANT USAGE ON SCHEMA public TO {app};"
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC, {app}",
            name=sql.Identifier(admin["dbname"]), owner=sql.Identifier(OWNER),
            app=sql.Identifier(APP))  # fmt: skip


def _demand_utf8(connection: Connection, admin: Parts) -> None:
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise Trouble(
            f"The database {admin['dbname']} on {server_of(admin)} keeps text as {encoding}; "
            "Throughcare needs one in UTF8."
        )


def _lacks_rights(connection: Connection) -> bool:
    """Say whether the rights in this database differ from those the two roles need."""
    found = connection.execute(
        "SELECT has_schema_privilege(%(owner)s, 'public', 'CREATE')"
        " AND has_database_privilege(%(owner)s, current_database(), 'CREATE')"
        " AND has_database_privilege(%(owner)s, current_database(), 'CONNECT')"
        " AND has_schema_privilege(%(app)s, 'public', 'USAGE')"
        " AND has_database_privilege(%(app)s, current_database(), 'CONNECT')"
        " AND NOT has_schema_privilege(%(app)s, 'public', 'CREATE')",
        {"owner": OWNER, "app": APP},
    ).fetchone()
    return found != (True,)


def _is_superuser(connection: Connection) -> bool:
    found = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return found.fetchone() == (True,)


def _scrambled(connection: Connection, role: str, password: str) -> str:
    """Return the password as PostgreSQL keeps it, so that no log of a server shows it."""
    return connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    ).decode()


def _do(
    connection: Connection, admin: Parts, purpose: str, text: str, **names: sql.Composable
) -> None:
    """Carry out a change, or say which right the administrator lacks."""
    try:
        connection.execute(sql.SQL(text).format(**names))
    except (psycopg.errors.DuplicateObject, psycopg.errors.DuplicateDatabase):
        pass  # another command made it a moment ago
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[0]
        who = f"The user {admin.get('user', '')} of {server_of(admin)}"
        raise Trouble(f"{who} could not {purpose}: {said}.") from error
