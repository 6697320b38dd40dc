"""`throughcare conform`: holds a pack's dates, or the obligations, against worked cases."""

import argparse
from typing import Any

from throughcare.packs.conform import conform_dates
from throughcare.packs.obligation_cases import conform_obligations
from throughcare.packs.order_cases import conform_orders
from throughcare.packs.order_folds import fold_lines
from throughcare.site.cli import office
from throughcare.site.server.trouble import Trouble

FEWEST = 2
RUNS = {"dates": conform_dates, "obligations": conform_obligations, "orders": conform_orders}
EXAMPLE = """\
throughcare conform dates tests/vectors/dates_ca.json
throughcare conform obligations tests/vectors/obligations.json
throughcare conform orders labelled_orders.jsonl
throughcare conform orders labelled_orders.jsonl --folds 5

Each difference is one line: case, field, expected, got. The last line counts. The exit code is
1 if a case failed or could not be read. No database is needed. For orders, the lines are
precision and recall of each code and how exact each value is.

tests/vectors/dates.md says how a case of dates is written;
docs/reference/obligation-cases.schema.json says it of obligations;
docs/reference/reading-orders.md says it of orders.
"""


def add_to(commands: Any) -> None:
    """Add the command and what it can run to the command line."""
    conform = office.add_command(
        commands,
        "conform",
        act,
        summary="hold dates, obligations or the reading of orders against cases worked by hand",
        example=EXAMPLE,
    )
    conform.add_argument(
        "what",
        choices=RUNS,
        help="dates: a pack's dates; obligations: what is owed, and its state; orders: read orders",
    )
    conform.add_argument("file", metavar="FILE", help="the cases, in JSON")
    conform.add_argument(
        "--folds",
        type=_count,
        metavar="N",
        help="orders only: read each of N parts without the words that only it supports",
    )


def act(options: argparse.Namespace) -> int:
    """Run the cases of a file; return 0, or 1 if any failed or could not be read."""
    if options.folds is None:
        return RUNS[options.what](options.file)
    if options.what != "orders":
        raise Trouble(
            "--folds is for orders. Leave it out, or write: conform orders FILE --folds 5"
        )
    return conform_orders(options.file, fold_lines(options.folds))


def _count(words: str) -> int:
    """Return a number of folds as it is typed on the command line."""
    if not words.isdecimal() or int(words) < FEWEST:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of folds. Write 5.")
    return int(words)
