"""`throughcare migrate`: brings the tables and their histories up to this version."""

import argparse
from typing import Any

from django.core.management import call_command

from throughcare.site.cli import office


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    office.add_command(
        commands,
        "migrate",
        act,
        summary="bring the tables and their histories up to this version",
        example="DATABASE_URL=postgresql://admin:…@db.example.org/throughcare throughcare migrate",
    )


def act(options: argparse.Namespace) -> int:
    """Migrate as the owner; tables and histories together."""
    with office.django_ready():
        call_command("migrate")
    return 0
