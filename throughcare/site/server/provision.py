"""Makes a PostgreSQL ready for Throughcare: two roles, a database, four extensions.

Everything is looked at first and done only where it is missing, so it may run at every start.
"""

import psycopg
from psycopg import sql

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
from throughcare.site.server.changing import Connection, carry_out
from throughcare.site.server.connecting import (
    connect,
    connected,
    demand_new_enough,
    entered,
    explain,
)
from throughcare.site.server.furnishing import furnish
from throughcare.site.server.trouble import Trouble

MODEST = ("rolsuper", "rolbypassrls", "rolcreatedb", "rolcreaterole", "rolreplication")


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
        furnish(connection, admin)
    return Addresses(
        address_of(roles[APP]), address_of(roles[OWNER]), embedded=embedded, admin=admin_address
    )


def drop_database(admin_address: str) -> None:
    """Drop the database of an address with everything in it, whoever is connected.

    :raises Trouble: the administrator may not.
    """
    admin = {"dbname": DEFAULT_DATABASE, **parts_of(admin_address)}
    with connected({**admin, "dbname": "postgres"}) as connection:
        carry_out(connection, admin, f"drop the database {admin['dbname']}",
            "DROP DATABASE IF EXISTS {name} WITH (FORCE)",
            name=sql.Identifier(admin["dbname"]))  # fmt: skip


def _make_role(connection: Connection, role: str, password: str, admin: Parts) -> None:
    columns = ", ".join(MODEST)
    found = connection.execute(
        f"SELECT {columns} FROM pg_roles WHERE rolname = %s",  # noqa: S608 -- names of ours
        [role],
    ).fetchone()
    if found is None:
        hidden = _scrambled(connection, role, password)
        carry_out(connection, admin, "create roles", "CREATE ROLE {role} LOGIN PASSWORD {hidden}",
            role=sql.Identifier(role), hidden=sql.Literal(hidden))  # fmt: skip
    elif any(found):
        raise Trouble(
            f"The role {role} on {server_of(admin)} may do too much. Let an administrator run: "
            f"ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
        )


def _make_database(connection: Connection, admin: Parts) -> None:
    # An administrator who is no superuser must belong to the owner to give it a database.
    if not _is_superuser(connection):
        carry_out(connection, admin, "give throughcare_owner a database",
            "GRANT {owner} TO CURRENT_USER", owner=sql.Identifier(OWNER))  # fmt: skip
    carry_out(connection, admin, f"create the database {admin['dbname']}",
        "CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'",
        name=sql.Identifier(admin["dbname"]), owner=sql.Identifier(OWNER))  # fmt: skip


def _set_password(role: str, parts: Parts, admin: Parts) -> None:
    with connected(admin) as connection:
        hidden = _scrambled(connection, role, parts["password"])
        carry_out(connection, admin, f"set the password of {role}",
            "ALTER ROLE {role} LOGIN PASSWORD {hidden}",
            role=sql.Identifier(role), hidden=sql.Literal(hidden))  # fmt: skip
    with connected(parts):
        pass


def _opens(parts: Parts) -> bool:
    """Say whether a role enters with its password; a server that is away is explained."""
    try:
        connect(parts).close()
    except psycopg.OperationalError as error:
        if "password authentication failed" not in str(error) and "not permitted" not in str(error):
            explain(error, parts)
        return False
    return True


def _is_superuser(connection: Connection) -> bool:
    found = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return found.fetchone() == (True,)


def _scrambled(connection: Connection, role: str, password: str) -> str:
    """Return the password as PostgreSQL keeps it, so that no log of a server shows it."""
    return connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    ).decode()
