"""What every command that works on the office's database does first."""

import argparse
import ipaddress
import os
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import django
from django.db import connections

from throughcare.site.server import database
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import home_of, read_state
from throughcare.site.server.trouble import Trouble

SETTINGS = "throughcare.site.settings"
DEMO_VARIABLE = "THROUGHCARE_DEMO"
DEMO_REFUSED = (
    "Demo people and demo sign-ins are kept off real servers: they are allowed on the embedded "
    "server while the pages are open to this machine only. If this is meant, say --demo."
)

Act = Callable[[argparse.Namespace], int]


def add_command(
    commands: Any, name: str, act: Act, *, summary: str, example: str
) -> argparse.ArgumentParser:
    """Add a command whose help says what it does and shows an example."""
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog="example:\n" + textwrap.indent(textwrap.dedent(example).strip(), "  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(act=act)
    return command


@contextmanager
def django_ready(*, demo: bool | None = None) -> Iterator[Addresses]:
    """Open the database, tell settings and children where it is, and set Django up.

    :param demo: whether demo sign-ins work; None where the command does not care.
    """
    with database.opened() as addresses:
        set_up_django(addresses, demo=demo)
        try:
            yield addresses
        finally:
            connections.close_all()


def set_up_django(addresses: Addresses, *, demo: bool | None = None) -> None:
    """Hand the addresses to settings and to the children through the environment."""
    os.environ.update(addresses.as_environ())
    if demo is not None:
        os.environ[DEMO_VARIABLE] = "1" if demo else "0"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def demo_is_allowed(addresses: Addresses, *, host: str, asked: bool) -> bool:
    """Say whether demo people may be here: on our own server for this machine, or as asked."""
    return asked or (addresses.embedded and is_loopback(host))


def is_loopback(host: str) -> bool:
    """Say whether an address of the web server can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def office_running() -> dict[str, Any]:
    """Return what a running office says of itself, or nothing where none runs."""
    state = read_state(home_of(os.environ) / "web.json")
    try:
        os.kill(int(state["pid"]), 0)
    except (KeyError, ProcessLookupError, ValueError):
        return {}
    except PermissionError:  # it lives and belongs to another user
        return state
    return state


def demand_demo_allowed(addresses: Addresses, *, asked: bool) -> None:
    """Refuse demo people where they may not be.

    :raises Trouble: the database is not our own, or the office is open to other machines.
    """
    host = str(office_running().get("host", "127.0.0.1"))
    if not demo_is_allowed(addresses, host=host, asked=asked):
        raise Trouble(DEMO_REFUSED)
