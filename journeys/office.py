"""An office of the journeys' own: a database with the demo in it, and a web server."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from conftest import OWNER, Database, database_at

LOAD = "import django; django.setup(); from throughcare.site import demo; demo.load()"
PATIENCE = 60.0


@dataclass(frozen=True)
class Office:
    """A running office: where it answers, and its database."""

    url: str
    database: Database

    def asked(self, question: str, *values: object) -> list[tuple]:
        """Return the rows of a question to the office's database, as its owner."""
        with psycopg.connect(self.database.owner) as connection:
            return connection.execute(question, values).fetchall()


@contextmanager
def opened(admin: str, template: str, home: Path) -> Iterator[Office]:
    """Copy the template, load the demo, serve it for the block, and drop everything."""
    name = f"throughcare_journeys_{os.getpid()}"
    with psycopg.connect(admin, autocommit=True) as server:
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
        server.execute(make.format(*map(sql.Identifier, (name, template, OWNER))))
    database = database_at(admin, name)
    try:
        environ = environment(database, home)
        subprocess.run([sys.executable, "-c", LOAD], env=environ, check=True)
        with served(environ, home) as url:
            yield Office(url, database)
    finally:
        with psycopg.connect(admin, autocommit=True) as server:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            server.execute(drop.format(sql.Identifier(name)))


def migrated(database: Database, home: Path) -> None:
    """Make the tables of an empty database."""
    command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment(database, home), check=True)


def environment(database: Database, home: Path) -> dict[str, str]:
    """Return what the processes of the office find in their environment."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "throughcare.site.settings",
        "THROUGHCARE_APP_URL": database.app,
        "THROUGHCARE_OWNER_URL": database.owner,
        "THROUGHCARE_HOME": str(home),
        "THROUGHCARE_DEMO": "1",
    }


@contextmanager
def served(environ: dict[str, str], home: Path) -> Iterator[str]:
    """Serve the pages on a free port, in two processes, for the block."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "throughcare.site.wsgi"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--no-control-socket"]
    log = home / "web.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, env=environ, stdout=out, stderr=out)
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_answered(f"{url}/health", server, log)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_answered(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers, or say what it said instead."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The web server does not answer.\n{log.read_text()[-4000:]}")
