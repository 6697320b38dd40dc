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

from throughcare import clock
from throughcare.site.cli import office
from throughcare.site.cli.account import printable
from throughcare.site.server.trouble import Trouble

WHOLE, DIFFERENT = 0, 1
INTEGRITY = "throughcare.record.integrity"
# A file that was erased has lost its number: its id still finds what stands in the record.
CASE_ID = """
SELECT id::text FROM public.cases_case WHERE number = %(case)s
UNION SELECT case_id::text FROM public.record_entry WHERE case_id::text = %(case)s LIMIT 1
"""
CONTENTS = """
SELECT DISTINCT sha256 FROM history.documents_document
WHERE %(case)s::text IS NULL OR case_id::text = %(case)s
"""
EXAMPLE = """\
throughcare record verify
throughcare record verify --case C-2026-00012
throughcare record verify --checkpoints /media/registry
throughcare record checkpoint --pdf root-2026-11-26.pdf
throughcare record export C-2026-00012 case.zip
throughcare record rotate
throughcare record chain
throughcare record reconcile --by landry --why "The disk broke; the copy of Monday is back."

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

reconcile lets the office write on in an older copy that was brought back. It writes an entry, with
who answers for what is lost and why; the folders for checkpoints begin anew beside what they hold.
With --clock, it lets entries be written although the clock ran ahead for a while and was set back.

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
    verifies.add_argument(
        "--without-papers", action="store_true", help="do not read the content of every paper"
    )
    office.add_command(
        own, "chain", chain, summary="give the newest entries their hashes now", example=EXAMPLE
    )
    signs = office.add_command(
        own, "checkpoint", checkpoint, summary="sign the record as it stands", example=EXAMPLE
    )
    signs.add_argument("--pdf", metavar="OUT.pdf", type=Path, help="write the page to be printed")
    rotates = office.add_command(
        own, "rotate", rotate, summary="exchange the key that signs checkpoints", example=EXAMPLE
    )
    exports = office.add_command(
        own, "export", export, summary="write what was done about a file", example=EXAMPLE
    )
    exports.add_argument("case", metavar="CASE", help="the number of the file")
    exports.add_argument("file", metavar="OUT.zip", type=Path, help="where it is written")
    reconciles = office.add_command(
        own,
        "reconcile",
        reconcile,
        summary="answer for an older copy, and write on",
        example=EXAMPLE,
    )
    reconciles.add_argument("--by", required=True, metavar="USERNAME", help="who answers for it")
    reconciles.add_argument("--why", required=True, metavar="TEXT", help="why, in your words")
    reconciles.add_argument("--clock", action="store_true", help="only the clock was wrong")
    for each in (verifies, signs, rotates, exports, reconciles):
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
        papers = list(_papers_amiss(cursor, options))
    for each in [*found.findings, *papers]:
        print(printable(str(each)))
    print(f"Read: {found.entries:,} entries and {found.versions:,} row versions they made.")
    if found.erased:
        print(f"Erased by law, and held by their hashes: {found.erased:,} row versions.")
    if found.not_chained:
        print(f"Not chained yet, and read in the present only: {found.not_chained:,} entries.")
    if found.is_whole and not papers:
        print("Nothing differs.")
        return WHOLE
    print(f"Differences: {len(found.findings) + len(papers):,}.")
    return DIFFERENT


def _papers_amiss(cursor: Any, options: argparse.Namespace) -> Iterator[str]:
    """Yield the papers whose content is gone or is not the one that was kept."""
    if options.without_papers:
        return
    case = None if options.case is None else _case_id(cursor, options.case)
    cursor.execute(CONTENTS, {"case": case})
    hashes = sorted(sha256 for (sha256,) in cursor.fetchall())
    for sha256, what in import_string("throughcare.documents.store.contents_amiss")(hashes):
        yield f"table documents_document: the content {sha256} is {what}"


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
    chain_all()
    with _one_snapshot() as cursor:
        yield cursor


def _verified(cursor: Any, options: argparse.Namespace) -> Any:
    case = options.case
    # By name: these modules read the models, which Django must have loaded first.
    if case is None:
        witness = import_string(f"{INTEGRITY}.witness.Witness")(_places(options).folders)
        found = import_string(f"{INTEGRITY}.verifying.verify")(cursor, witness.note)
        found.findings += witness.findings()
        for place, size in witness.agreed().items():
            print(f"The checkpoints in {place} agree, up to entry {size:,}.")
        for each in witness.reconciled():
            lost = f"{each.kept + 1:,} to {each.signed:,}"
            print(f"An older copy was brought back and reconciled: entries {lost} are lost.")
        return found
    return import_string(f"{INTEGRITY}.verifying.verify_case")(cursor, _case_id(cursor, case))


def _case_id(cursor: Any, case: str) -> str:
    cursor.execute(CASE_ID, {"case": case})
    found = cursor.fetchone()
    if found is None:
        raise Trouble(f"There is no file {case}. The page of a file shows its number.")
    return str(found[0])


def configured_places(*more: Path) -> Any:
    """Return where the key is, and the folders for checkpoints: those configured, and more."""
    return import_string(f"{INTEGRITY}.checkpoints.places")(
        settings.RECORD_KEY, [*settings.CHECKPOINTS, *more]
    )


def _places(options: argparse.Namespace) -> Any:
    found = configured_places(*map(Path, options.checkpoints or ()))
    for folder in found.not_independent():
        print(f"Not independent: {folder} is on the same disk as the record's own files.")
    return found


def checkpoint(options: argparse.Namespace) -> int:
    """Sign the record as it stands, keep that in every folder, and print it, to be put away."""
    with office.django_ready(), _chained_snapshot() as cursor:
        where = _places(options)
        newest = _signed(cursor, where)
        if newest and options.pdf:
            _write_page(options.pdf, newest, where)
    if newest is None:
        print("The record is empty: there is nothing to sign yet.")
        return 0
    print(f"Entries: {newest.size:,}")
    print(f"Root of the record: {newest.root.hex(' ', 4)}")
    print("Print this, date it, and put it where nobody who keeps the database can reach it.")
    return 0


def _write_page(file: Path, newest: Any, where: Any) -> None:
    """Write the page to be printed into a file that is not there yet."""
    key = where.folders[0].newest().keys[-1] if where.folders else ""
    page = import_string("throughcare.site.root_page.root_page")(newest, str(key), clock.now())
    try:
        with file.open("xb") as out:
            out.write(page)
    except FileExistsError:
        raise Trouble(f"{file} is there already. Choose another name.") from None


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


def reconcile(options: argparse.Namespace) -> int:
    """Let the office write on in an older copy, or after a clock that ran ahead.

    :raises Trouble: there is no such member of staff.
    """
    reconciling = f"{INTEGRITY}.reconciling"
    with office.django_ready(), _chained_snapshot() as cursor:
        said = {"by": member(options.by), "why": options.why}
        if options.clock:
            import_string(f"{reconciling}.answer_for_clock")(cursor, **said)
            print("Entries are written, each with the time of the last, until the clock is there.")
            return 0
        found = import_string(f"{reconciling}.reconcile")(cursor, _places(options), **said)
    if found:
        print(f"Lost with the copy: entries {found.kept + 1:,} to {found.signed:,}.")
    print("The office can write again. An entry says who answers for it, and why.")
    return 0


def member(username: str) -> Any:
    """Return a member of staff by the name to sign in with.

    :raises Trouble: there is none.
    """
    members = import_string("throughcare.staff.models.StaffMember").objects
    found = members.filter(username=username).first()
    if found is None:
        raise Trouble(f"Nobody here signs in as {username}.")
    return found


def chain(options: argparse.Namespace) -> int:
    """Chain the entries that are not chained yet, and say how many were."""
    with office.django_ready():
        print(f"Chained: {chain_all():,} entries.")
    return 0


def chain_all() -> int:
    """Chain all that is not chained yet, and return how many entries that were."""
    count = 0
    while some := _chained():
        count += some
    return count


def _chained() -> int:
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        return int(import_string(f"{INTEGRITY}.chain.chain")(cursor))
