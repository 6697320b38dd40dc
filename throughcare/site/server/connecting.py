"""Entering a server, or saying in one sentence why that is impossible."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NoReturn

import psycopg
from psycopg.conninfo import make_conninfo

from throughcare.site.server.addresses import (
    Parts,
    server_of,
)
from throughcare.site.server.binaries import OLDEST_MAJOR
from throughcare.site.server.changing import Connection
from throughcare.site.server.trouble import Trouble

CONNECT_PATIENCE = "10"  # seconds
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


@contextmanager
def entered(admin: Parts) -> Iterator[Connection]:
    """Connect to the database of an address or, while it does not exist, to `postgres`."""
    try:
        connection = connect(admin)
    except psycopg.OperationalError as error:
        if "database" not in str(error) or "does not exist" not in str(error):
            explain(error, admin)
        with connected({**admin, "dbname": "postgres"}) as elsewhere:
            yield elsewhere
        return
    with connection:
        yield connection


@contextmanager
def connected(parts: Mapping[str, str]) -> Iterator[Connection]:
    """Connect, or say in one sentence why that is impossible."""
    try:
        connection = connect(parts)
    except psycopg.OperationalError as error:
        explain(error, parts)
    with connection:
        yield connection


def connect(parts: Mapping[str, str]) -> Connection:
    wanted = {"connect_timeout": CONNECT_PATIENCE, "application_name": "throughcare", **parts}
    return psycopg.connect(make_conninfo(**wanted), autocommit=True)


def explain(error: psycopg.Error, parts: Mapping[str, str]) -> NoReturn:
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
