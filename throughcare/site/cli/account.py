"""`throughcare account`: the account of a case as a file, and that file computed again."""

import argparse
from pathlib import Path
from typing import Any

from throughcare.account.export.strict import Unreadable
from throughcare.account.export.verifying import verify
from throughcare.site.cli import office

SAME, DIFFERENT, UNREADABLE = 0, 1, 2
SAME_WORDS = "The same: the account follows from the values in the file."
EXAMPLE = """\
throughcare account verify account.json

The account is computed again from the values in the file, without a database. Each difference is
one line: part, key, field, what the file states, what was computed. The exit code is 0 where all
is the same, 1 where something is different, 2 where the file cannot be read.

docs/reference/account-export.schema.json describes the file.
"""


def add_to(commands: Any) -> None:
    """Add the command and its own commands to the command line."""
    summary = "compute an exported account again, without a database"
    account = office.add_command(commands, "account", act, summary=summary, example=EXAMPLE)
    account.add_argument("what", choices=("verify",), help="verify: compute a file again")
    account.add_argument("file", metavar="FILE", type=Path, help="the exported account, in JSON")


def act(options: argparse.Namespace) -> int:
    """Compute an exported account again; return 0, 1 or 2."""
    try:
        found = verify(options.file)
    except Unreadable as trouble:
        print(f"{options.file}: cannot be read: {printable(str(trouble))}")
        return UNREADABLE
    for each in found:
        print(printable(str(each)))
    print(f"Differences: {len(found)}." if found else SAME_WORDS)
    return DIFFERENT if found else SAME


def printable(words: str) -> str:
    """Return words in which nothing can steer a terminal: a stranger's file may name anything."""
    return "".join(
        each if each.isprintable() or each == "\t" else ascii(each)[1:-1] for each in words
    )
