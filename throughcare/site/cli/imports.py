"""`throughcare import`: brings orders, or a whole open caseload, in from a file."""

import argparse
import sys
import textwrap
from pathlib import Path
from typing import Any

from django.utils.module_loading import import_string

from throughcare.site.cli import office
from throughcare.site.server.trouble import Trouble

RIGHT, WRONG_ROWS = 0, 1
EXAMPLE = """\
throughcare import orders --template csv > orders.csv
throughcare import orders orders.csv --by gervais --dry-run
throughcare import orders orders.csv --by gervais --errors wrong.csv
throughcare import caseload open-files.json --by gervais

Each row is brought in by itself: a wrong one never stops the right ones. Rows that are wrong are
written to the file of errors with the reason; mend them there and bring that file in. The same
file again changes nothing, and goes on where a broken run stopped. A caseload comes with balances
as at a day; nothing before that day is shown as late. docs/reference/import.md names the columns.
"""


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    summary = "bring orders, or an open caseload with its balances, in from a file"
    brings = commands.add_parser(
        "import",
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog="example:\n" + textwrap.indent(EXAMPLE, "  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    brings.set_defaults(act=act)
    brings.add_argument("what", choices=("orders", "caseload"), help="what the file holds")
    brings.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="CSV, JSON or JSON lines"
    )
    brings.add_argument("--by", metavar="USERNAME", help="who brings it in: a clerk, an officer")
    brings.add_argument("--dry-run", action="store_true", help="say what would come in; keep none")
    brings.add_argument("--errors", metavar="FILE", type=Path, help="where wrong rows are written")
    brings.add_argument("--template", choices=("csv", "json"), help="print a file to begin with")


def act(options: argparse.Namespace) -> int:
    """Bring a file in, or print a template; 1 where a row was wrong.

    :raises Trouble: without a file, without who brings it in, or when it cannot be read.
    """
    if options.template is None and (options.file is None or options.by is None):
        raise Trouble("Name the file and who brings it in: throughcare import --help shows how.")
    with office.django_ready():
        files = "throughcare.orders.importing.files"
        if options.template:
            print(import_string(f"{files}.template")(options.what, options.template), end="")
            return RIGHT
        rows = import_string(f"{files}.rows_of")(_there(options.file), options.what)
        member = _member(options.by)
        outcome = import_string("throughcare.orders.commands.importing.import_orders")(
            rows=rows, by=member, dry_run=options.dry_run, progress=_bar
        )
        return _told(options, outcome, import_string(f"{files}.written"))


def _there(path: Path) -> Path:
    if not path.is_file():
        raise Trouble(f"There is no file {path}.")
    return path


def _member(username: str) -> Any:
    member = import_string("throughcare.staff.models.StaffMember").objects.filter(username=username)
    if not member or member[0].office is None:
        raise Trouble(f"Nobody called {username} works at an office here.")
    return member[0]


def _bar(rows: list[Any]) -> Any:
    return import_string("tqdm.tqdm")(rows, disable=not sys.stderr.isatty())


def _told(options: argparse.Namespace, outcome: Any, written: Any) -> int:
    """Say how it went, and write what was wrong where it was asked for."""
    would = "would come in" if options.dry_run else "came in"
    print(f"{outcome.made} {would}, {outcome.already} on file already, {len(outcome.wrong)} wrong")
    for row in outcome.wrong:
        print(f"row {row['row']}: {row['why']}", file=sys.stderr)
    if options.errors and outcome.wrong:
        options.errors.write_text(written(outcome.wrong, options.what, "row", "why"), "utf-8-sig")
    return WRONG_ROWS if outcome.wrong else RIGHT
