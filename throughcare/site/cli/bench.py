"""`throughcare bench`: runs the measurements in the checkout's `bench` folder."""

import argparse
import os
import subprocess
import sys
from typing import Any

from throughcare.site.cli import office
from throughcare.site.server import database
from throughcare.site.server.addresses import APP_VARIABLE, OWNER_VARIABLE
from throughcare.site.server.home import CHECKOUT, home_of
from throughcare.site.server.trouble import Trouble

# The province is never loaded into anybody's office: it has an embedded server of its own.
A_SERVER_OF_ITS_OWN = frozenset({"DATABASE_URL", APP_VARIABLE, OWNER_VARIABLE})


EXAMPLE = """
    throughcare bench                       # everything, on a province of 50,000 people
    throughcare bench pages --size office   # a small one: 600 people
    throughcare bench rules --cases 5000    # how fast obligations are computed; no database
    throughcare bench soak --minutes 10     # long work under load
"""


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    bench = office.add_command(
        commands,
        "bench",
        act,
        summary="measure speed on a generated province (needs the source checkout)",
        example=EXAMPLE,
    )
    bench.add_argument(
        "words",
        nargs=argparse.REMAINDER,
        metavar="WHAT",
        help="all (the usual), rules, pages, looks, entries, record or soak; and options",
    )


def act(options: argparse.Namespace) -> int:
    """Run `python -m bench` with the database's addresses; return its exit code."""
    if not (CHECKOUT / "bench" / "__main__.py").exists():
        raise Trouble("There is nothing to measure here: bench/ comes with the source checkout.")
    own = {"THROUGHCARE_HOME": str(home_of(os.environ) / "bench")}
    kept = {name: value for name, value in os.environ.items() if name not in A_SERVER_OF_ITS_OWN}
    with database.opened({**kept, **own}) as addresses:
        environ = {
            **kept,
            **own,
            **addresses.as_environ(),
            office.DEMO_VARIABLE: "1",
            "DJANGO_SETTINGS_MODULE": office.SETTINGS,
        }
        command = [sys.executable, "-m", "bench", *options.words]
        return subprocess.run(command, cwd=CHECKOUT, env=environ).returncode
