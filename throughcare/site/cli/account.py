"""`throughcare account`: the account of a case as a file, and that file computed again."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

from throughcare.account.export.strict import Unreadable
from throughcare.account.export.verifying import verify
from throughcare.site.cli import office
from throughcare.site.server.trouble import Trouble

SAME, DIFFERENT, UNREADABLE = 0, 1, 2
SAME_WORDS = "The same: the account follows from the values in the file."
EXAMPLE = """\
throughcare account export C-2026-00012 --from 2026-01-01 --to 2026-06-30 account.json
throughcare account verify account.json

export writes every obligation of the days given, each with its ending, and all values that they
rest on. verify computes the account again from these values, without a database: each difference
is one line (part, key, field, what the file states, what was computed). It ends with 0 where all
is the same, 1 where something is different, 2 where the file cannot be read.

docs/reference/account-export.schema.json describes the file.
"""


def add_to(commands: Any) -> None:
    """Add the command and its own commands to the command line."""
    account = office.add_command(
        commands,
        "account",
        export,
        summary="write the account of a case to a file, or compute such a file again",
        example=EXAMPLE,
    )
    own = account.add_subparsers(title="commands", metavar="WHAT", required=True)
    writes = office.add_command(
        own, "export", export, summary="write the account of a case to a file", example=EXAMPLE
    )
    writes.add_argument("case", metavar="CASE", help="the number of the file")
    writes.add_argument("--from", dest="first", type=_day, metavar="DAY", help="its first day")
    writes.add_argument("--to", dest="last", type=_day, metavar="DAY", help="its last day")
    writes.add_argument("file", metavar="OUT.json", type=Path, help="where it is written")
    reads = office.add_command(
        own, "verify", check, summary="compute an exported account again", example=EXAMPLE
    )
    reads.add_argument("file", metavar="FILE", type=Path, help="the exported account, in JSON")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written} is not a day such as 2026-01-31") from None


def export(options: argparse.Namespace) -> int:
    """Write the account of a case, as known today; say how to compute it again.

    :raises Trouble: there is no such case, no such time, or a file of that name already.
    """
    if options.first and options.last and options.last < options.first:
        raise Trouble("The last day is before the first.")
    ends_before = options.last + timedelta(days=1) if options.last else None
    text = _exported(options.case, options.first, ends_before)
    try:
        with options.file.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Trouble(f"{options.file} is there already. Choose another name.") from None
    print(f"Written. To compute it again: throughcare account verify {options.file}")
    return 0


def _exported(number: str, first: date | None, ends_before: date | None) -> str:
    with office.django_ready():
        # By name: its modules hold models, which Django must have loaded first.
        export_of = import_string("throughcare.account.queries.export_of")
        text: str | None = export_of(number, first, ends_before)
    if text is None:
        raise Trouble(f"There is no file {number}. The page of a file shows its number.")
    return text


def check(options: argparse.Namespace) -> int:
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
