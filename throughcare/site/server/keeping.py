"""Copying a database out and in again, with the programs of its own server."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psycopg import sql

from throughcare.site.server import binaries
from throughcare.site.server.addresses import OWNER, Parts, address_of, parts_of
from throughcare.site.server.connecting import connected
from throughcare.site.server.initdb import server_environ
from throughcare.site.server.trouble import Trouble


def dump(admin: Parts, file: Path) -> None:
    """Write a whole database into a file of `pg_dump`, of one moment.

    :raises Trouble: with what the program said.
    """
    _run(admin, "pg_dump", "--format=custom", f"--file={file}")


def load(admin: Parts, file: Path) -> None:
    """Read such a file into an empty database, all or nothing.

    :raises Trouble: with what the program said.
    """
    _run(admin, "pg_restore", "--exit-on-error", "--single-transaction", str(file))


def _run(admin: Parts, program: str, *words: str) -> None:
    with connected(admin) as connection:
        major = connection.info.server_version // 10_000
    place = {name: value for name, value in admin.items() if name != "password"}
    # The password goes by the environment: every user of the machine may see the words.
    environ = server_environ() | {"PGPASSWORD": admin.get("password", "")}
    done = subprocess.run(
        [binaries.of_major(major).path(program), f"--dbname={address_of(place)}", *words],
        capture_output=True,
        text=True,
        env=environ,
    )
    if done.returncode:
        said = (done.stderr.strip() or "it said nothing").splitlines()[0]
        raise Trouble(f"The database could not be copied ({said}).")


@contextmanager
def scratch(admin: str, name: str) -> Iterator[Parts]:
    """Make an empty database beside the one of an address; it is gone after the block."""
    make(admin, name)
    try:
        yield {**parts_of(admin), "dbname": name}
    finally:
        drop(admin, name)


def make(admin: str, name: str) -> None:
    """Make an empty database of the owner's beside the one of an address."""
    drop(admin, name)
    _do(admin, "CREATE DATABASE {} OWNER {}", name, OWNER)


def drop(admin: str, name: str) -> None:
    """Drop a database, whoever is connected."""
    _do(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def rename(admin: str, old: str, new: str) -> None:
    """Give a database another name; whoever is connected to it is sent away."""
    with connected({**parts_of(admin), "dbname": "postgres"}) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [old]
        )
    _do(admin, "ALTER DATABASE {} RENAME TO {}", old, new)


def _do(admin: str, statement: str, *names: str) -> None:
    with connected({**parts_of(admin), "dbname": "postgres"}) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def name_beside(admin: Parts, mark: str) -> str:
    """Return a name for a database that stands beside another for a while."""
    return f"{admin['dbname']}_{mark}_{os.getpid()}"
