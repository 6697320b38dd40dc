"""Changing a server on behalf of its administrator."""

from typing import Any

import psycopg
from psycopg import sql

from throughcare.site.server.addresses import (
    Parts,
    server_of,
)
from throughcare.site.server.trouble import Trouble

Connection = psycopg.Connection[tuple[Any, ...]]


def carry_out(
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
