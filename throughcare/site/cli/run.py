"""`throughcare run`: the whole office on this machine, until it is stopped."""

import argparse
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connections
from django.utils.module_loading import import_string

from throughcare.refusal import Refused
from throughcare.site.cli import backup, demo, office
from throughcare.site.cli.announcing import announce
from throughcare.site.server import children, database, web
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import held, home_of, make_private, write_state
from throughcare.site.server.processes import Processes, ServerEnded
from throughcare.site.server.stopping import stopping_on_signals
from throughcare.site.server.trouble import Trouble
from throughcare.site.server.web import WebPlace

WORKERS = 2
RESTARTS = 2  # a server that falls oftener has a cause that somebody must look at
EMPTY = (
    "The database holds no office yet, and the demo office is not allowed here. Open the first "
    "office with: throughcare begin --help"
)


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    run = office.add_command(
        commands,
        "run",
        act,
        summary="start database, web and worker; print the address and the demo sign-ins",
        example="""
            throughcare run
            PORT=8080 throughcare run
            DATABASE_URL=postgresql://admin:…@db.example.org/throughcare throughcare run
        """,
    )
    run.add_argument(
        "--demo", action="store_true", help="allow the demo office on a server given by address"
    )
    run.add_argument(
        "--with-parent", action="store_true", help="stop when the program that started this ends"
    )


def act(options: argparse.Namespace) -> int:
    """Start everything, print where it is, and stop everything when asked to."""
    if options.with_parent:
        children.follow_parent(signal.SIGTERM, os.getppid())
    place = web.place_of(os.environ)
    home = make_private(home_of(os.environ))
    with stopping_on_signals(), held(home / "run.lock") as ours:
        if not ours:
            raise Trouble(_runs_already())
        web.demand_free(place)
        _serve_on(place, home, asked=options.demo)
    print("Stopped.")
    return 0


def _runs_already() -> str:
    state = office.office_running()
    where = f" at {state['web']} (process {state['pid']})" if state else ""
    return (
        f"The office is already running{where}. Stop it first, or run a second one with another "
        "THROUGHCARE_HOME and PORT."
    )


def _serve_on(place: WebPlace, home: Path, *, asked: bool) -> None:
    """Serve; start everything again when the embedded PostgreSQL ended by itself, twice at most."""
    given = dict(os.environ)  # before the addresses of the first server are added to it
    for restart in range(1, RESTARTS + 2):
        try:
            _serve(place, home, given, asked=asked)
            return
        except ServerEnded as ended:
            if restart > RESTARTS:
                raise
            print(f"{ended}\nStarting again ({restart} of {RESTARTS}).", flush=True)


def _serve(place: WebPlace, home: Path, given: Mapping[str, str], *, asked: bool) -> None:
    state = home / "web.json"
    with database.opened(given) as addresses:
        with_demo = office.demo_is_allowed(addresses, host=place.host, asked=asked)
        _fill(addresses, with_demo=with_demo)
        running = Processes(home)
        try:
            _start(running, place)
            running.wait_until_ready(place)
            said = {"pid": os.getpid(), "web": place.url, "host": place.host, "demo": with_demo}
            write_state(state, said)
            announce(place, home, with_demo=with_demo)
            running.watch()
        finally:
            state.unlink(missing_ok=True)
            running.stop()


def _fill(addresses: Addresses, *, with_demo: bool) -> None:
    """Migrate, and load the demo office into an empty database where that is allowed."""
    office.set_up_django(addresses, demo=with_demo)
    # A server that ended took its connections along; this one is new.
    connections.close_all()
    call_command("migrate", verbosity=0)
    if demo.is_empty() and with_demo:
        print("Loading the demo office …", flush=True)
        demo.load()
    elif demo.is_empty():
        print(EMPTY)
    elif not with_demo and demo.holds_the_demo():
        print(f"The demo sign-ins in this database do not work now. {office.DEMO_REFUSED}")
    _say_if_stopped()
    _say_if_key_is_missing()
    connections.close_all()


def _say_if_stopped() -> None:
    """Hold the record against the checkpoints before anybody writes in it."""
    try:
        if backup.is_stopped_now():
            print(backup.STOPPED)
    except Refused as refused:
        print(f"Nothing is signed now. {refused}")


def _say_if_key_is_missing() -> None:
    """Say that no code opens now; whoever has a security key, or is signed in, works on."""
    try:
        import_string("throughcare.staff.second_factors.demand_key")()
    except Refused as refused:
        print(refused)


def _start(running: Processes, place: WebPlace) -> None:
    workers = os.environ.get("WEB_CONCURRENCY") or str(WORKERS)
    running.start(
        "web",
        *("gunicorn", "throughcare.site.wsgi", "--bind", place.bind, "--workers", workers),
        *("--preload", "--no-control-socket", "--graceful-timeout", "5"),
    )
    running.start("worker", "throughcare", "worker")
