"""`throughcare backup` and `throughcare restore`: a copy of the whole office, and its way back."""

import argparse
import os
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connections, transaction
from django.utils.module_loading import import_string

from throughcare.site.cli import office
from throughcare.site.cli.account import printable
from throughcare.site.cli.record import configured_places
from throughcare.site.server.addresses import Addresses
from throughcare.site.server.home import held, home_of, make_private
from throughcare.site.server.trouble import Trouble

BACKUPS = "throughcare.site.backups"
BACKUP = """\
throughcare backup /media/backups/2026-11-26
throughcare backup /media/safe/2026-11-26 --with-keys

The folder must not be there yet. It gets the database as it stands at one moment, every paper, the
checkpoints of this machine, and a list of all that with hashes. The office may go on meanwhile.

Then the copy is brought back into a database that is thrown away, and verified there: every value
of the record, every hash, every paper. Only a copy that stood this is called by the name you gave;
any other keeps the ending .not-verified, and the command ends with 1.

Keys are not in it. Whoever has a copy and the record's key could sign a forged record. Put
keys/record.pem, secret_key and second_factor_key away by themselves, once; or say --with-keys, and
guard that folder like the keys.

docs/guide/en/keeping.md says how often, where to, and how to try it.
"""
RESTORE = """\
throughcare restore /media/backups/2026-11-26
throughcare restore /media/backups/2026-11-26 --over

Stop the office first. The copy is verified before it takes the place of what is here. Where there
is an office already, --over is needed; the database that was here is kept under another name.

Then it is held against the checkpoints that were signed since, in every folder that is configured.
An older copy can be read, and nobody can write in it until somebody answers for what is lost:
throughcare record reconcile --help
"""


def add_to(commands: Any) -> None:
    """Add both commands to the command line."""
    backup = office.add_command(
        commands, "backup", back_up, summary="copy the whole office into a folder", example=BACKUP
    )
    backup.add_argument("folder", metavar="OUT", type=Path, help="a folder that is not there yet")
    backup.add_argument(
        "--with-keys", action="store_true", help="copy the keys too: guard that folder like them"
    )
    restore = office.add_command(
        commands, "restore", bring_back, summary="bring an office back from a copy", example=RESTORE
    )
    restore.add_argument("folder", metavar="OUT", type=Path, help="what `backup` made")
    restore.add_argument(
        "--over", action="store_true", help="although there is an office here already"
    )


def back_up(options: argparse.Namespace) -> int:
    """Make a copy and verify it; return 1 where anything about it is wrong."""
    out = options.folder.absolute()
    with office.django_ready() as addresses:
        call_command("migrate", verbosity=0)
        found = import_string(f"{BACKUPS}.made.make")(
            out, _admin_of(addresses), with_keys=options.with_keys
        )
    for each in found.wrong:
        print(printable(each))
    if found.wrong:
        print(f"Not verified: {len(found.wrong):,} differences. Kept as {out}.not-verified")
        return 1
    print(f"Verified: {found.entries:,} entries and {found.documents:,} papers are in {out}")
    return 0


def _admin_of(addresses: Addresses) -> str:
    if addresses.admin is None:
        raise Trouble("A copy needs an administrator's address: set DATABASE_URL.")
    return addresses.admin


def bring_back(options: argparse.Namespace) -> int:
    """Put a copy in the place of the office here, and hold it against what was signed since."""
    home = make_private(home_of(os.environ))
    with held(home / "run.lock") as ours, office.django_ready() as addresses:
        if not ours:
            raise Trouble("The office is running. Stop it first: nobody may write meanwhile.")
        _demand_empty(over=options.over)
        connections.close_all()
        found, before = import_string(f"{BACKUPS}.brought_back.bring_back")(
            options.folder.absolute(), _admin_of(addresses)
        )
        call_command("migrate", verbosity=0)
        stopped = is_stopped_now()
    print(f"Restored: {found.entries:,} entries and {found.documents:,} papers. Nothing differs.")
    print(f"The database that was here before is kept as {before}.")
    print(STOPPED if stopped else "It is up to date with every checkpoint that can be reached.")
    return 0


STOPPED = (
    "This is not the record that was signed last: an older copy, or another one. It can be read, "
    "and nobody can write in it. Say who answers for what is lost: "
    "throughcare record reconcile --help"
)


def _demand_empty(*, over: bool) -> None:
    call_command("migrate", verbosity=0)
    entries = import_string("throughcare.record.models.Entry").objects
    if entries.exists() and not over:
        raise Trouble(
            "There is an office here already. Say --over to put the copy in its place; the "
            "database that is here is kept under another name."
        )


def is_stopped_now() -> bool:
    """Hold the record against the checkpoints; stop all writing where it does not continue them."""
    stop = import_string("throughcare.record.integrity.reconciling.stop_if_older")
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        return bool(stop(cursor, configured_places()))
