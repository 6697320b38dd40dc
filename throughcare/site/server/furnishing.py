"""What a database of the office needs: its extensions, and the rights of both roles."""

from psycopg import sql

from throughcare.site.server.addresses import (
    APP,
    OWNER,
    Parts,
    server_of,
)
from throughcare.site.server.changing import Connection, carry_out
from throughcare.site.server.trouble import Trouble

EXTENSIONS = ("btree_gist", "fuzzystrmatch", "pg_trgm", "unaccent")


def furnish(connection: Connection, admin: Parts) -> None:
    """Make the extensions, and let only the owner make things in the schema public."""
    _demand_utf8(connection, admin)
    present = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    for name in EXTENSIONS:
        if name not in present:
            carry_out(connection, admin, f"create the extension {name}",
                "CREATE EXTENSION IF NOT EXISTS {name}", name=sql.Identifier(name))  # fmt: skip
    if _lacks_rights(connection):
        carry_out(connection, admin, f"give {OWNER} the database {admin['dbname']}",
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
