"""The processes of a running office: web and worker, started and stopped together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from throughcare.site.server import children
from throughcare.site.server.home import read_state
from throughcare.site.server.trouble import Trouble
from throughcare.site.server.web import WebPlace, answers

READY_PATIENCE = 120.0  # seconds


class ServerEnded(Trouble):
    """The embedded PostgreSQL ended by itself; everything else can be started again with it."""


class Processes:
    """The children of one `throughcare run`, each with its log in the home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.children: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, *command: str) -> None:
        """Start a child: a module of Python and its words."""
        log = self.log_of(name)
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        with log.open("wb") as output:
            self.children[name] = children.start(
                [sys.executable, "-m", *command],
                output=output.fileno(),
                environ=os.environ,
            )

    def log_of(self, name: str) -> Path:
        """Return where a child writes what it says."""
        return self.home / f"{name}.log"

    def wait_until_ready(self, place: WebPlace) -> None:
        """Wait until the pages answer.

        :raises Trouble: a child ended, or it takes too long.
        """
        until = time.monotonic() + READY_PATIENCE
        while not answers(place):
            self.demand_alive()
            if time.monotonic() > until:
                raise Trouble(f"The pages do not answer; {self.log_of('web')} says why.")
            time.sleep(0.05)

    def watch(self) -> None:
        """Wait for as long as every child lives.

        :raises Trouble: one ended by itself.
        """
        while True:
            self.demand_alive()
            time.sleep(0.5)

    def demand_alive(self) -> None:
        """Check that neither our PostgreSQL nor a child has ended.

        :raises ServerEnded: first, because the others end for want of it.
        :raises Trouble: a child has.
        """
        if _our_server_ended(self.home):
            raise ServerEnded(f"PostgreSQL ended by itself; {_last(self.home / 'postgresql.log')}")
        for name, child in self.children.items():
            if child.poll() is not None:
                raise Trouble(f"The {name} process ended by itself; {_last(self.log_of(name))}")

    def stop(self) -> None:
        """Ask all children to stop at once, then wait for each; kill what does not stop."""
        for child in self.children.values():
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in self.children.values():
            children.stop(child)


def _our_server_ended(home: Path) -> bool:
    """Say whether the embedded server that this process started is there no more."""
    pid = read_state(home / "server.json").get("pid")
    if not isinstance(pid, int):
        return False
    try:
        ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:  # another process started it, and watches it
        return False
    return ended is not None


def _last(log: Path) -> str:
    text = log.read_text(errors="replace") if log.exists() else ""
    lines = [line for line in text.splitlines() if line.strip()]
    return f"{log} ends with: {lines[-1].strip()[:300] if lines else 'nothing'}"
