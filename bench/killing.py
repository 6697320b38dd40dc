"""Web, worker and database killed at random moments while people write: nothing may be lost.

    python -m bench.killing --kills 30

Every answer that said "written" must be found again once, and the record must be whole. It has a
server and a folder of its own, and takes nothing of an installation.
"""

import argparse
import http.client
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import django
import psycopg
from django.core.management import call_command
from django.db import connections

from throughcare.site.server import children, embedded
from throughcare.site.server.provision import provisioned
from throughcare.site.server.web import WebPlace, answers

WRITERS = 3
SHARES = {"web": 4, "database": 3, "worker": 3}
PATIENCE = 60.0
TOKEN = "x" * 32
WRITTEN = (302, 303)
KINDS = ("CUSTODY", "HOSPITAL", "WARRANT", "ABSENCE")


class Killable:
    """The three parts of an office, each of which can be killed and started again."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.place = WebPlace("127.0.0.1", _free_port())
        self._database = ExitStack()
        self.start_database()
        self.addresses = provisioned(self.admin, "only-for-kills", embedded=True)
        os.environ.update(self.addresses.as_environ())
        self.web: subprocess.Popen | None = None
        self.worker: subprocess.Popen | None = None

    def start_database(self) -> None:
        """Start PostgreSQL, after what was left of it has ended."""
        self.admin = self._database.enter_context(embedded.started(self.home))

    def start_web(self) -> None:
        """Start the web server, and wait until it answers."""
        words = [sys.executable, "-m", "gunicorn", "throughcare.site.wsgi", "--preload"]
        words += ["--bind", self.place.bind, "--workers", "2", "--no-control-socket"]
        self.web = self._started(words, "web.log")

    def start_worker(self) -> None:
        """Start the worker, and do not wait."""
        words = [sys.executable, "-m", "throughcare", "worker"]
        self.worker = self._started(words, "worker.log")

    def _started(self, words: list[str], log: str) -> subprocess.Popen:
        with (self.home / log).open("ab") as out:
            return children.start(words, output=out.fileno(), death_signal=signal.SIGKILL)

    def kill(self, part: str, chance: random.Random) -> None:
        """Kill one part with SIGKILL, as a power cut or the system would, and start it again."""
        if part == "database":
            os.kill(self._postmaster(), signal.SIGKILL)
            self._database.close()
            self._database = ExitStack()
            self.start_database()
        elif part == "worker":
            _kill_group(self.worker)
            self.start_worker()
        elif chance.random() < 0.7 and (workers := _children_of(self.web)):
            os.kill(chance.choice(workers), signal.SIGKILL)
        else:
            _kill_group(self.web)
            self.start_web()

    def _postmaster(self) -> int:
        lines = (self.home / "data" / "postmaster.pid").read_text().splitlines()
        return int(lines[0])

    def stop(self) -> None:
        """End everything."""
        for process in (self.web, self.worker):
            if process:
                _kill_group(process)
        self._database.close()


def _kill_group(process: subprocess.Popen) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _children_of(process: subprocess.Popen) -> list[int]:
    try:
        said = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    except OSError:
        return []
    return [int(each) for each in said.split()]


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Tried:
    """What the writers sent, and what they were told."""

    attempted: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    sent: int = 0
    other: Counter[int] = field(default_factory=Counter)
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    days: int = 0

    def next_day(self) -> tuple[str, int]:
        """Return the kind and the day, back from today, of a time away that nobody sent yet."""
        with self.lock:
            self.days += 1
            return KINDS[self.days % len(KINDS)], self.days // len(KINDS) + 1


def write_until_over(office: Killable, tried: Tried, case: str, cookie: str) -> None:
    """Send one form after the other; each again and again, until it is said to be written."""
    from throughcare import clock

    while not tried.over.is_set():
        kind, back = tried.next_day()
        day, identity = clock.today() - timedelta(days=back), str(uuid4())
        with tried.lock:
            tried.attempted.add(identity)
        said = {"id": identity, "kind": kind, "starts_on": day, "last_day": day, "source": "kills"}
        body = urlencode(said | {"csrfmiddlewaretoken": TOKEN})
        while not _is_written(office, tried, f"/cases/{case}/away/", body, cookie):
            if tried.over.wait(0.02):
                return
        with tried.lock:
            tried.acknowledged.add(identity)


def _is_written(office: Killable, tried: Tried, path: str, body: str, cookie: str) -> bool:
    tried.sent += 1
    connection = http.client.HTTPConnection(office.place.host, office.place.port, timeout=10)
    try:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookie,
            "Host": "localhost",
        }
        connection.request("POST", path, body, headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        status = 0
    finally:
        connection.close()
    if status not in WRITTEN:
        tried.other[status] += 1
    return status in WRITTEN


@contextmanager
def an_office(home: Path):
    """Give a running office with an officer who is signed in, and a file of hers."""
    office = Killable(home)
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        case, cookie = _furnished()
        connections.close_all()
        office.start_web()
        office.start_worker()
        until = time.monotonic() + PATIENCE
        while not answers(office.place, "/health") and time.monotonic() < until:
            time.sleep(0.05)
        yield office, case, cookie
    finally:
        office.stop()


def _furnished() -> tuple[str, str]:
    from django.test import Client

    from throughcare.cases.tests.factories import a_case
    from throughcare.staff.tests.factories import a_member, signed_in

    officer = a_member("OFFICER")
    case = a_case(holder=officer)
    client = signed_in(Client(), officer)
    cookies = {each.key: each.value for each in client.cookies.values()} | {"csrftoken": TOKEN}
    return str(case.number), "; ".join(f"{name}={value}" for name, value in cookies.items())


def killed(home: Path, kills: int, seed: int) -> tuple[Tried, Counter[str], list[str]]:
    """Kill so many times while people write; return what was tried, killed, and found amiss."""
    chance, tried, done = random.Random(seed), Tried(), Counter()
    plan = [part for part, share in SHARES.items() for _ in range(kills * share // 10 + 1)][:kills]
    plan = chance.sample(plan, len(plan))
    with an_office(home) as (office, case, cookie):
        said = (office, tried, case, cookie)
        writers = [threading.Thread(target=write_until_over, args=said) for _ in range(WRITERS)]
        for writer in writers:
            writer.start()
        for part in plan:
            _wait_for_writes(tried, chance.randint(1, 4))
            office.kill(part, chance)
            done[part] += 1
        _wait_for_writes(tried, 2 * WRITERS)
        tried.over.set()
        for writer in writers:
            writer.join()
        _kill_group(office.worker)
        return tried, done, list(_amiss(office, tried))


def _wait_for_writes(tried: Tried, count: int) -> None:
    """Wait until so many more were written: each part is up again, and in the middle of work."""
    enough = len(tried.acknowledged) + count
    until = time.monotonic() + PATIENCE
    while len(tried.acknowledged) < enough:
        if time.monotonic() > until:
            raise RuntimeError(f"Nothing was written for {PATIENCE} s: {dict(tried.other)}")
        time.sleep(0.005)


WRITES = "SELECT id::text, count(*) FROM {} GROUP BY id"
UNNUMBERED = "SELECT count(*) FROM record_entry WHERE number IS NULL OR number < 1"
ACTS = "SELECT count(*) FROM record_entry WHERE act = 'cases.away_recorded'"


def _amiss(office: Killable, tried: Tried):
    """Say each thing that is lost, doubled or not whole."""
    with psycopg.connect(office.addresses.owner) as connection:
        present, kept = (
            dict(connection.execute(WRITES.format(table)).fetchall())
            for table in ("public.cases_away", "history.cases_away")
        )
        yield from (f"lost: {each}" for each in tried.acknowledged - present.keys())
        yield from (f"nobody sent: {each}" for each in present.keys() - tried.attempted)
        yield from (f"twice: {each}" for each, count in kept.items() if count != 1)
        [(acts,)] = connection.execute(ACTS).fetchall()
        if acts != len(present):
            yield f"{acts} acts wrote {len(present)} rows"
    yield from _not_whole(office)


def _not_whole(office: Killable):
    from django.conf import settings

    from throughcare.record.integrity.chain import chain
    from throughcare.record.integrity.checkpoints import places, sign
    from throughcare.record.integrity.verifying import verify
    from throughcare.record.integrity.witness import Witness

    where = places(settings.RECORD_KEY, settings.CHECKPOINTS)
    with psycopg.connect(office.addresses.owner) as connection:
        cursor = connection.cursor()
        chain(cursor)
        sign(cursor, where)
        witness = Witness(where.folders)
        found = verify(cursor, witness.note).findings
        yield from map(str, [*found, *witness.findings()])


def main() -> int:
    """Kill as often as asked; print the counts; return 1 where anything is amiss."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="throughcare-kills-") as home:
        os.environ["THROUGHCARE_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "throughcare.site.settings"
        started = time.monotonic()
        tried, done, amiss = killed(Path(home), options.kills, options.seed)
    for each in amiss:
        print(each)
    parts = ", ".join(f"{part} {count}" for part, count in sorted(done.items()))
    print(f"killed: {done.total()} ({parts}) in {time.monotonic() - started:.0f} s")
    print(f"sent: {tried.sent}, written: {len(tried.acknowledged)}, amiss: {len(amiss)}")
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main())
