"""`throughcare worker`: carries out background work until it is stopped."""

import argparse
from typing import Any

from django.core.management import call_command

from throughcare.site.cli import office


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    office.add_command(
        commands,
        "worker",
        act,
        summary="carry out background work until stopped (`run` starts one by itself)",
        example="DATABASE_URL=postgresql://admin:…@db.example.org/throughcare throughcare worker",
    )


def act(options: argparse.Namespace) -> int:
    """Work until a signal ends it; a job under way is finished first."""
    with office.django_ready():
        call_command("procrastinate", "worker")
    return 0
