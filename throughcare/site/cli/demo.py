"""`throughcare demo`: loads the demo office, or throws it away and loads it afresh."""

import argparse
import os
import shutil
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, connections
from django.utils.module_loading import import_string

from throughcare.site.cli import office
from throughcare.site.server import database
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import home_of
from throughcare.site.server.trouble import Trouble

SIZES = ("office", "province")
NOT_THE_DEMO = "This database holds an office that is not the demo office, so it was left as it is."
OFFICE_RUNS = "The office is running at {web}. Stop it first (Ctrl-C where it was started)."


def add_to(commands: Any) -> None:
    """Add the command and its own commands to the command line."""
    demo = office.add_command(
        commands,
        "demo",
        act,
        summary="load the demo office, or throw it away and load it afresh",
        example="throughcare demo reset --size office",
    )
    demo.add_argument("what", choices=("load", "reset"), help="load: only into an empty database")
    demo.add_argument("--size", choices=SIZES, default="office", help="how many people there are")
    demo.add_argument("--demo", action="store_true", help="allow it on a server given by address")


def act(options: argparse.Namespace) -> int:
    """Load or reset, and say what was done."""
    with database.opened() as addresses:
        office.demand_demo_allowed(addresses, asked=options.demo)
        office.set_up_django(addresses, demo=True)
        if options.what == "reset":
            _throw_away(addresses)
        call_command("migrate", verbosity=0)
        if not is_empty():
            raise Trouble("The database is not empty. To begin afresh: throughcare demo reset")
        load(options.size)
        connections.close_all()
    print("The demo office is loaded. Start it with: throughcare run")
    return 0


def is_empty() -> bool:
    """Say whether the database holds no office yet."""
    return bool(_of_the_demo("is_empty")())


def load(size: str = "office") -> None:
    """Load the demo office; only into an empty database."""
    _of_the_demo("load")(size=size)


def sign_ins() -> list[Any]:
    """Return the demo sign-ins in the database: username, password, TOTP secret, role and name."""
    try:
        found: list[Any] = import_string("throughcare.staff.demo.standing_sign_ins")()
    except DatabaseError:  # there are no tables
        return []
    return found


def current_code(secret: str) -> str:
    """Return the TOTP code of this half minute."""
    return str(import_string("throughcare.staff.demo.current_code")(secret))


def holds_the_demo() -> bool:
    """Say whether the database holds the demo office, of this version or an earlier one."""
    return bool(sign_ins())


def _of_the_demo(name: str) -> Callable[..., Any]:
    # By name: the demo's modules hold models, which Django must have loaded first.
    found: Callable[..., Any] = import_string(f"throughcare.site.demo.{name}")
    return found


def _throw_away(addresses: Addresses) -> None:
    """Drop the database, if what it holds is the demo office, and make it again.

    :raises Trouble: it holds something else, or the office is running.
    """
    if running := office.office_running():
        raise Trouble(OFFICE_RUNS.format(web=running.get("web", "")))
    if not (_has_nothing() or holds_the_demo()):
        raise Trouble(NOT_THE_DEMO)
    connections.close_all()
    database.begin_afresh(addresses)
    # What was signed of a demo record that is gone would keep the next one from being signed.
    shutil.rmtree(home_of(os.environ) / "checkpoints", ignore_errors=True)


def _has_nothing() -> bool:
    try:
        return is_empty()
    except DatabaseError:  # there are no tables
        return True
