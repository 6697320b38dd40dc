"""`throughcare manage`: hands a command to Django, with the database's addresses."""

import argparse
from typing import Any

from django.core.management import ManagementUtility

from throughcare.site.cli import office


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    manage = office.add_command(
        commands,
        "manage",
        act,
        summary="hand a command to Django's own command line",
        example="throughcare manage makemigrations people",
    )
    manage.add_argument("words", nargs=argparse.REMAINDER, help="the command and its options")


def act(options: argparse.Namespace) -> int:
    """Run Django's command; without one, list them."""
    with office.django_ready():
        ManagementUtility(["throughcare manage", *(options.words or ["help"])]).execute()
    return 0
