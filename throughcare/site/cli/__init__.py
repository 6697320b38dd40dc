"""The command `throughcare`: runs, fills, migrates and examines an installation."""

import argparse
import errno
import sys
from collections.abc import Sequence

import psycopg
from django.db import OperationalError

from throughcare.refusal import Refused
from throughcare.site.cli import (
    account,
    backup,
    begin,
    bench,
    conform,
    corrections,
    demo,
    doctor,
    erasure,
    imports,
    manage,
    migrate,
    pack,
    read_order,
    record,
    run,
    shell,
    version,
    worker,
)
from throughcare.site.server.trouble import Trouble

COMMANDS = (
    run,
    demo,
    begin,
    migrate,
    worker,
    doctor,
    shell,
    manage,
    imports,
    account,
    read_order,
    corrections,
    record,
    erasure,
    backup,
    conform,
    pack,
    bench,
    version,
)

DESCRIPTION = """\
Throughcare, case management for an office of community supervision.

Begin with:
  throughcare run              start the office on this machine and print who may sign in
  throughcare doctor           say what is right and wrong with this installation
  throughcare run --help       each command explains itself, with an example

Without DATABASE_URL a private PostgreSQL is used; a command attaches to it while the office
runs, and otherwise starts it for its own time.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; what is wrong is said in one sentence."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = parser().parse_args(words or ["--help"])
    try:
        return int(options.act(options))
    except (Trouble, Refused) as trouble:
        print(f"throughcare: {trouble}", file=sys.stderr)
        return 1
    except (OperationalError, psycopg.OperationalError, OSError) as error:
        if not (sentence := what_the_machine_lacks(error)):
            raise
        print(f"throughcare: {sentence}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def what_the_machine_lacks(error: Exception) -> str | None:
    """Return a sentence for what fails through no fault of the program, None for anything else."""
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full: free some space, and try again."
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    said = str(error).strip().partition("\n")[0]
    if isinstance(cause, psycopg.errors.DiskFull):
        return f"The database's disk is full ({said}): free some space, and try again."
    if isinstance(cause, psycopg.OperationalError) and not cause.sqlstate:
        return f"The database went away ({said}). Its log says why: a full disk, often."
    return None


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="throughcare",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_to(commands)
    return whole
