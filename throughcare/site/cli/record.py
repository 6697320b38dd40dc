"""`throughcare record`: chains the entries of the record, and verifies them."""

import argparse
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction
from django.utils.module_loading import import_string

from throughcare.site.cli import office
from throughcare.site.cli.account import printable
from throughcare.site.server.trouble import Trouble

WHOLE, DIFFERENT = 0, 1
INTEGRITY = "throughcare.record.integrity"
CASE_ID = "SELECT id::text FROM public.cases_case WHERE number = %s"
EXAMPLE = """\
throughcare record verify
throughcare record verify --case C-2026-00012
throughcare record verify --checkpoints /media/registry
throughcare record checkpoint
throughcare record export C-2026-00012 case.zip
throughcare record rotate
throughcare record chain

verify reads every value of the record again, computes every hash again, and holds the present
beside what the history says stands. Each difference is one line: the entry, the table, the row and
the column, as far as they are known. It ends with 0 where nothing differs, 1 where something does.

checkpoint signs how many entries there are and the root over them, and keeps that in each folder
for checkpoints (the worker does so every five minutes); verify compares. A folder on the same disk
as the record is not independent: whoever changes the one can change the other. rotate makes a new
key, for which the old one signs.

export writes every entry about a file with the rows it wrote, and proofs that lead to a signed
root. The program that verifies it, verify_record.py, is one file, is inside, and needs nothing of
this one.

chain gives the newest entries their hashes at once; the worker does so every minute.

docs/reference/record-hashes.md says how the hashes are made.
"""


def add_to(commands: Any) -> None:
    """Add the command and its own commands to the command line."""
    summary = "chain the entries of the record by their hashes, or verify that nothing was changed"
    record = commands.add_parser(
        "record",
        help=summary,
        description=f"{summary.capitalize()}.",
        epilog="example:\n" + textwrap.indent(EXAMPLE, "  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    own = record.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verifies = office.add_command(
        own, "verify", verify, summary="verify that nothing was changed", example=EXAMPLE
    )
    verifies.add_argument("--case", metavar="CASE", help="only what was done about this file")
    office.add_command(
        own, "chain", chain, summary="give the newest entries their hashes now", example=EXAMPLE
    )
    signs = office.add_command(
        own, "checkpoint", checkpoint, summary="sign the record as it stands", example=EXAMPLE
    )
    rotates = office.add_command(
        own, "rotate", rotate, summary="exchange the key that signs checkpoints", example=EXAMPLE
    )
    exports = office.add_command(
        own, "export", export, summary="write what was done about a file", example=EXAMPLE
    )
    exports.add_argument("case", metavar="CASE", help="the number of the file")
    exports.add_argument("file", metavar="OUT.zip", type=Path, help="where it is written")
    for each in (verifies, signs, rotates, exports):
        each.add_argument(
            "--checkpoints",
            metavar="FOLDER",
            action="append",
            help="one more of their folders",
        )


def verify(options: argparse.Namespace) -> int:
    """Verify the whole record or one case; print each difference; return 0 or 1.

    :raises Trouble: there is no such case.
    """
    with office.django_ready(), _one_snapshot() as cursor:
        found = _verified(cursor, options)
    for each in found.findings:
        print(printable(str(each)))
    print(f"Read: {found.entries:,} entries and {found.versions:,} row versions they made.")
    if found.not_chained:
        print(f"Not chained yet, and read in the present only: {found.not_chained:,} entries.")
    if found.is_whole:
        print("Nothing differs.")
        return WHOLE
    print(f"Differences: {len(found.findings):,}.")
    return DIFFERENT


@contextmanager
def _one_snapshot() -> Iterator[Any]:
    """Give the owner's cursor, whose reads all see the same state of the database."""
    nested = connections["owner"].in_atomic_block
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        if not nested:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield cursor


@contextmanager
def _chained_snapshot() -> Iterator[Any]:
    """Give such a cursor once all that was recorded is chained."""
    _chain_all()
    with _one_snapshot() as cursor:
        yield cursor


def _verified(cursor: Any, options: argparse.Namespace) -> Any:
    case = options.case
    # By name: these modules read the models, which Django must have loaded first.
    if case is None:
        witness = import_string(f"{INTEGRITY}.checkpoints.Witness")(_places(options).folders)
        found = import_string(f"{INTEGRITY}.verifying.verify")(cursor, witness.note)
        found.findings += witness.findings()
        for place, size in witness.agreed().items():
            print(f"The checkpoints in {place} agree, up to entry {size:,}.")
        return found
    return import_string(f"{INTEGRITY}.verifying.verify_case")(cursor, _case_id(cursor, case))


def _case_id(cursor: Any, case: str) -> str:
    cursor.execute(CASE_ID, [case])
    found = cursor.fetchone()
    if found is None:
        raise Trouble(f"There is no file {case}. The page of a file shows its number.")
    return str(found[0])


def _places(options: argparse.Namespace) -> Any:
    more = [Path(each) for each in options.checkpoints or ()]
    found = import_string(f"{INTEGRITY}.checkpoints.places")(
        settings.RECORD_KEY, [*settings.CHECKPOINTS, *more]
    )
    for folder in found.not_independent():
        print(f"Not independent: {folder} is on the same disk as the record's own files.")
    return found


def checkpoint(options: argparse.Namespace) -> int:
    """Sign the record as it stands, keep that in every folder, and print it, to be put away."""
    with office.django_ready(), _chained_snapshot() as cursor:
        newest = _signed(cursor, _places(options))
    if newest is None:
        print("The record is empty: there is nothing to sign yet.")
        return 0
    print(f"Entries: {newest.size:,}")
    print(f"Root of the record: {newest.root.hex(' ', 4)}")
    print("Print this, date it, and put it where nobody who keeps the database can reach it.")
    return 0


def _signed(cursor: Any, where: Any) -> Any:
    return import_string(f"{INTEGRITY}.checkpoints.sign")(cursor, where)


def export(options: argparse.Namespace) -> int:
    """Write what was done about a case to a file, with its proofs and the program to verify it.

    :raises Trouble: there is no such case, or a file of that name already.
    """
    with office.django_ready(), _chained_snapshot() as cursor:
        where = _places(options)
        case = _case_id(cursor, options.case), options.case
        newest = _signed(cursor, where)
        exporting = f"{INTEGRITY}.exporting"
        said = import_string(f"{exporting}.export")(cursor, case, newest, where)
        try:
            import_string(f"{exporting}.write")(options.file, said)
        except FileExistsError:
            raise Trouble(f"{options.file} is there already. Choose another name.") from None
    print(f"Written: {len(said['entries']):,} entries. Whoever gets it verifies it by")
    print(f"python3 verify_record.py {options.file} (the program is inside).")
    return 0


def rotate(options: argparse.Namespace) -> int:
    """Exchange the key that signs checkpoints for a new one; both sign for that."""
    with office.django_ready():
        import_string(f"{INTEGRITY}.checkpoints.rotate")(_places(options))
    print("The record has a new key. The old one is beside it, and is needed no more.")
    return 0


def chain(options: argparse.Namespace) -> int:
    """Chain the entries that are not chained yet, and say how many were."""
    with office.django_ready():
        print(f"Chained: {_chain_all():,} entries.")
    return 0


def _chain_all() -> int:
    count = 0
    while some := _chained():
        count += some
    return count


def _chained() -> int:
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        return int(import_string(f"{INTEGRITY}.chain.chain")(cursor))
