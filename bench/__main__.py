"""`make bench`: speed on the generated province; `make soak`: long work under load."""

import argparse
import sys

import django

django.setup()

from bench import (  # noqa: E402 - models exist only from here on
    entries,
    looks,
    pages,
    record,
    rules,
    soak,
    world,
)
from bench.figures import HEAD, Figure  # noqa: E402
from throughcare.site.wsgi import settle  # noqa: E402


def main() -> int:
    """Measure what was asked for, print the figures, and return the exit code."""
    parser = argparse.ArgumentParser(prog="throughcare bench", description=__doc__)
    parser.add_argument(
        "what",
        nargs="?",
        choices=("all", "rules", "pages", "entries", "record", "looks", "soak", "load"),
        default="all",
    )
    parser.add_argument("--size", choices=("province", "office"), default="province")
    parser.add_argument("--minutes", type=float, default=2, help="how long to soak")
    parser.add_argument("--cases", type=int, default=50_000, help="how many the rules compute")
    parser.add_argument("--people", type=int, help="load another number of people")
    parser.add_argument("--contacts", type=int, help="load another number of contacts")
    parser.add_argument("--times", type=int, default=120, help="how often each page is opened")
    parser.add_argument("--table", action="store_true", help="print the pages as a table")
    options = parser.parse_args()
    if options.what in {"all", "rules"}:
        for speed in rules.measured(options.cases):
            print(speed, flush=True)
        print(f"memory at most: {world.memory_in_mebibytes()} MiB")
    if options.what == "rules":
        return 0
    for line in world.loaded(world.size_of(options.size, options.people, options.contacts)):
        print(line, flush=True)
    if options.what == "soak":
        return soak.soaked(options.minutes)
    if options.what in {"all", "pages"}:
        _open_pages(options.times, as_table=options.table)
    if options.what in {"all", "looks"}:
        for figure in looks.measured():
            print(figure, flush=True)
    if options.what in {"all", "entries"}:
        rate, times = entries.measured()
        print(Figure(f"an entry, {entries.CLIENTS} clients at once", times))
        print(f"entries a second, each durable: {rate:,.0f}")
    if options.what in {"all", "record"}:
        print("\n".join(record.measured()), flush=True)
    return 0


def _open_pages(times: int, *, as_table: bool) -> None:
    """Open each page so many times and print what that took: as lines, or as a table."""
    settle()  # as the web server does
    if as_table:
        print(HEAD.format(title=world.title()), flush=True)
    for figure in pages.measured(times):
        is_row = as_table and isinstance(figure, Figure)
        print(figure.row if is_row else figure, flush=True)


if __name__ == "__main__":
    sys.exit(main())
