"""`throughcare version`: which version this is, and of what it is made."""

import argparse
import platform
from importlib import metadata
from typing import Any

from throughcare.site.cli import office


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    office.add_command(
        commands,
        "version",
        act,
        summary="print the version",
        example="throughcare version",
    )


def act(options: argparse.Namespace) -> int:
    """Print the versions that a report of a fault should name."""
    print(
        f"Throughcare {metadata.version('throughcare')}, Python {platform.python_version()}, "
        f"Django {metadata.version('django')}"
    )
    return 0
