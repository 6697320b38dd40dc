"""`throughcare begin`: the first office and its first administrator in an empty database."""

import argparse
from typing import Any

from django.core.management import call_command
from django.utils.module_loading import import_string

from throughcare.site.cli import office

FIELDS = {
    "code": "a short name of the office, in capitals",
    "name": "its name in English",
    "name-fr": "its name in French",
    "address": "street and number",
    "city": "town or city",
    "username": "the administrator's sign-in name",
    "given-name": "the administrator's given name",
    "surname": "the administrator's surname",
}


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    begin = office.add_command(
        commands,
        "begin",
        act,
        summary="open the first office with its first administrator, in an empty database",
        example="""
            throughcare begin --code SUD --name Sudbury --name-fr Sudbury --address "1 Elm St" \\
                --city Sudbury --username landry --given-name Aline --surname Landry
        """,
    )
    for name, meaning in FIELDS.items():
        begin.add_argument(f"--{name}", required=True, help=meaning, metavar="TEXT")


def act(options: argparse.Namespace) -> int:
    """Begin, and print the password for the first sign-in."""
    with office.django_ready():
        call_command("migrate", verbosity=0)
        # By name: its modules hold models, which Django must have loaded first.
        first = import_string("throughcare.site.beginning.FirstOffice")(
            code=options.code,
            name=options.name,
            name_fr=options.name_fr,
            address=options.address,
            city=options.city,
        )
        password = import_string("throughcare.site.beginning.begin")(
            office=first,
            username=options.username,
            given_name=options.given_name,
            surname=options.surname,
        )
    print(f"{options.username} may sign in with the password {password}, and then chooses another.")
    return 0
