"""`throughcare shell`: Python with the office's models at hand."""

import argparse
from typing import Any

from django.core.management import call_command

from throughcare.site.cli import office


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    office.add_command(
        commands,
        "shell",
        act,
        summary="open Python with the office's models at hand, as the application's role",
        example="throughcare shell",
    )


def act(options: argparse.Namespace) -> int:
    """Open the shell; it writes only inside an entry, like everything else."""
    with office.django_ready():
        call_command("shell")
    return 0
