"""The embedded PostgreSQL: started once for a home, attached to by every later command.

Whoever holds the lock of the home owns the server and stops it at the end. The server is a child
that the system itself stops when its parent dies, so a killed parent leaves nothing behind.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from throughcare.site.server import children, cluster, initdb, meanings
from throughcare.site.server import ground as grounds
from throughcare.site.server.binaries import find
from throughcare.site.server.ground import Ground
from throughcare.site.server.home import held, make_private, read_state, write_state
from throughcare.site.server.sockets import PORT
from throughcare.site.server.trouble import Trouble

DATABASE = "throughcare"
START_PATIENCE = 60.0  # seconds; recovery after a crash may take some of them
STOP_PATIENCE = 30.0
PROCESSES = Path("/proc")  # Linux only; elsewhere PostgreSQL's own lock has to do

TUNING = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "max_connections": "60",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
# Tests may lose everything when the machine stops: their data is thrown away in any case.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Running:
    """A server that answers: its administrator's address, and whether we started it."""

    admin: str
    started_here: bool


class ServerForTests(NamedTuple):
    """The administrator's address of a server of its own, and how to stop it."""

    admin: str
    stop: Callable[[], None]


@contextmanager
def running(home: Path) -> Iterator[Running]:
    """Attach to this home's server, or start it for the time of the block.

    :raises Trouble: one sentence says why the server cannot be started.
    """
    make_private(home)
    with held(home / "server.lock") as ours:
        if not ours:
            yield Running(_announced(home), started_here=False)
            return
        with started(home) as admin:
            yield Running(admin, started_here=True)


@contextmanager
def started(home: Path, *, chosen: Path | None = None, durable: bool = True) -> Iterator[str]:
    """Start the server of a home whose lock is held, and stop it after the block."""
    state = home / "server.json"
    state.unlink(missing_ok=True)
    ground = grounds.choose(home, find(chosen))
    cluster.prepare(ground, home, durable=durable)
    _end_leftover(ground)
    server = _start(ground, home, durable=durable)
    try:
        _wait_until_ready(server, ground, home)
        admin = _admin_address(home, ground.sockets, DATABASE if durable else "postgres")
        write_state(state, {"pid": server.pid, "socket": str(ground.sockets), "admin": admin})
        yield admin
    finally:
        state.unlink(missing_ok=True)
        children.stop(server, gently=signal.SIGINT, patience=STOP_PATIENCE)


def start_for_tests(bin_dir: Path | str | None = None) -> ServerForTests:
    """Start a fast, forgetful server in a folder of its own under the temporary folder.

    `stop` ends it and removes the folder; both also happen when this process dies, except that
    a killed process leaves the folder.
    """
    home = Path(tempfile.mkdtemp(prefix="throughcare-tests-"))
    stack = ExitStack()
    stack.callback(shutil.rmtree, home, ignore_errors=True)
    try:
        chosen = Path(bin_dir) if bin_dir else None
        admin = stack.enter_context(started(home, chosen=chosen, durable=False))
    except BaseException:
        stack.close()
        raise
    return ServerForTests(admin, stack.close)


def _start(ground: Ground, home: Path, *, durable: bool) -> subprocess.Popen[bytes]:
    settings = TUNING | ({} if durable else NOT_DURABLE)
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    command = ground.command(
        "postgres", "-D", str(ground.data), "-k", str(ground.sockets), "-p", str(PORT), *options
    )
    with _log(home).open("wb") as log:
        return children.start(
            command,
            output=log.fileno(),
            environ=initdb.server_environ(),
            death_signal=signal.SIGINT,
            folder=ground.folder,
        )


def _log(home: Path) -> Path:
    """Return the path of the server's log, the one before it kept beside."""
    log = home / "postgresql.log"
    if log.exists():
        log.replace(home / "postgresql.log.1")
    return log


def _wait_until_ready(server: subprocess.Popen[bytes], ground: Ground, home: Path) -> None:
    until = time.monotonic() + START_PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            said = (home / "postgresql.log").read_text(errors="replace")
            raise Trouble(meanings.meaning(said, ground.data))
        if _says_ready(ground.data / "postmaster.pid", server.pid):
            return
        time.sleep(0.01)
    raise Trouble(
        f"PostgreSQL was not ready after {START_PATIENCE:.0f} seconds; {home / 'postgresql.log'} "
        "says what it is doing."
    )


def _says_ready(pid_file: Path, pid: int) -> bool:
    try:
        lines = pid_file.read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"


def _end_leftover(ground: Ground) -> None:
    """Wait until nothing of an earlier server is left in the data folder, then clear its traces.

    We hold the home's lock, so no living parent has a server here. A killed server may leave
    processes that still write: PostgreSQL must not start before the last of them has ended.
    """
    pid_file = ground.data / "postmaster.pid"
    until = time.monotonic() + STOP_PATIENCE
    asked = False
    while left := _working_in(ground.data):
        if time.monotonic() > until:
            raise Trouble(
                f"Process {left[0]} of an earlier PostgreSQL still uses {ground.data}; end it."
            )
        if not asked and (pid := _pid_in(pid_file)) in left:
            os.kill(pid, signal.SIGINT)
            asked = True
        time.sleep(0.02)
    if PROCESSES.is_dir():
        # Its number may belong to another program by now, which PostgreSQL would take for itself.
        pid_file.unlink(missing_ok=True)
        (ground.sockets / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)


def _pid_in(pid_file: Path) -> int:
    try:
        return int(pid_file.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return 0


def _working_in(folder: Path) -> list[int]:
    """Return the processes whose working folder this is, as it is for all of PostgreSQL's."""
    place = str(folder.resolve())
    return [
        int(link.parent.name) for link in PROCESSES.glob("[0-9]*/cwd") if _leads_to(link, place)
    ]


def _leads_to(link: Path, place: str) -> bool:
    try:
        return str(link.readlink()) == place
    except OSError:  # it ended, or belongs to another user
        return False


def _announced(home: Path) -> str:
    """Return the address that the owner of the server announces once it is ready."""
    until = time.monotonic() + START_PATIENCE
    while time.monotonic() < until:
        state = read_state(home / "server.json")
        if "admin" in state:
            return str(state["admin"])
        time.sleep(0.02)
    raise Trouble(f"Another command holds {home} but its PostgreSQL does not become ready.")


def _admin_address(home: Path, sockets: Path, database: str) -> str:
    password = quote(initdb.superuser_password(home), safe="")
    place = quote(str(sockets), safe="")
    return f"postgresql://{initdb.SUPERUSER}:{password}@/{database}?host={place}&port={PORT}"
