"""One office from its first start to its end: shared, killed, recovered, stopped."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from throughcare.site.server.home import read_state
from throughcare.site.server.web import WebPlace, answers

PATIENCE = 300  # seconds; other tests may keep the machine busy


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="tc-run-"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def environ(home: Path) -> dict[str, str]:
    """What a shell would give the command: a home and a free port, nothing of these tests."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("THROUGHCARE", "DJANGO", "PYTEST", "DATABASE"))
    }
    return kept | {"THROUGHCARE_HOME": str(home), "PORT": str(port)}


def place(environ: dict[str, str]) -> WebPlace:
    return WebPlace("127.0.0.1", int(environ["PORT"]))


def throughcare(environ: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "throughcare", *words], env=environ, capture_output=True, text=True
    )


class Started:
    """A `throughcare run` that is ready, and what it printed until then."""

    def __init__(self, environ: dict[str, str], home: Path) -> None:
        self.output = home / "said.txt"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "throughcare", "run"],
                env=environ,
                stdout=output,
                stderr=output,
            )
        until = time.monotonic() + PATIENCE
        while "Ctrl-C" not in self.said() and self.process.poll() is None:
            if time.monotonic() > until:
                self.process.kill()
            time.sleep(0.1)
        assert self.process.poll() is None, self.said()

    def said(self) -> str:
        return self.output.read_text()

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


@pytest.fixture
def start(environ: dict[str, str], home: Path) -> Iterator[Callable[[], Started]]:
    """Starts the office; whatever is left at the end is killed."""
    started: list[Started] = []

    def begin() -> Started:
        started.append(Started(environ, home))
        return started[-1]

    yield begin
    for office in started:
        office.process.kill()
        office.process.wait()
    wait_until_free(environ, home)


def wait_until_free(environ: dict[str, str], home: Path) -> None:
    """Wait until no process of the office is left."""
    until = time.monotonic() + PATIENCE
    while answers(place(environ)) or left_in(home):
        assert time.monotonic() < until, left_in(home)
        time.sleep(0.1)


def left_in(home: Path) -> list[str]:
    """The processes that belong to this home, by its name in their environment."""
    mark = f"THROUGHCARE_HOME={home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return found


def test_an_office_lives_is_shared_killed_and_stopped(environ, home, start):
    first = start()
    assert f"Throughcare is at {place(environ).url}" in first.said()
    assert answers(place(environ))

    again = throughcare(environ, "run")
    assert again.returncode == 1
    assert f"already running at {place(environ).url} (process {first.process.pid})" in again.stderr

    report = json.loads(throughcare(environ, "doctor", "--json").stdout)
    assert report["web"] == place(environ).url
    assert report["database"]["app"].startswith("postgresql://throughcare_app:")
    assert {"username", "password", "totp_secret", "role"} == set(report["demo"][0])
    wrong = {check["name"]: check["says"] for check in report["checks"] if not check["ok"]}
    # These two are about the checkout, which somebody may be editing.
    assert wrong.keys() <= {"environment", "messages"}

    first.end(signal.SIGKILL)
    wait_until_free(environ, home)

    second = start()
    assert "Loading" not in second.said()
    assert second.end(signal.SIGINT) == 0
    assert second.said().endswith("Stopped.\n")
    assert left_in(home) == []
    assert read_state(home / "web.json") == {}


def test_the_demo_office_is_thrown_away_and_loaded_afresh(environ):
    done = throughcare(environ, "demo", "reset")

    assert (done.returncode, done.stderr) == (0, "")
    full = throughcare(environ, "demo", "load")
    assert full.returncode == 1
    assert "The database is not empty" in full.stderr


def test_a_child_that_ends_by_itself_stops_the_office(home, start):
    office = start()
    children = [
        path.parent.name
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if "throughcare\0worker" in _text(path) and str(home).encode() in _bytes(path)
    ]
    os.kill(int(children[0]), signal.SIGKILL)

    assert office.process.wait(PATIENCE) == 1
    assert "The worker process ended by itself" in office.said()
    assert left_in(home) == []


def test_a_server_that_is_killed_is_started_again(environ, home, start):
    office = start()
    before = read_state(home / "server.json")["pid"]
    os.kill(before, signal.SIGKILL)

    until = time.monotonic() + PATIENCE
    while office.said().count("Throughcare is at") < 2 and office.process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.1)
    assert office.process.poll() is None, office.said()
    assert "Starting again (1 of 2)." in office.said()
    assert read_state(home / "server.json")["pid"] != before
    assert answers(place(environ))
    assert office.end(signal.SIGINT) == 0
    assert left_in(home) == []


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _bytes(path: Path) -> bytes:
    try:
        return (path.parent / "environ").read_bytes()
    except OSError:
        return b""
