"""`throughcare corrections`: how the reader's proposals fared with the people who decided."""

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.module_loading import import_string

from throughcare.site.cli import office

EXAMPLE = """\
throughcare corrections
throughcare corrections --patterns
throughcare corrections --json

Counts, for each code of the library or each pattern of wording, how often a person confirmed what
the reader proposed unchanged, with other parameters, took it away, or added it. The worst come
first. No name, number or word of an order is printed.
"""
HEADING = ("", "proposed", "unchanged", "changed", "removed", "added", "kept")


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    command = office.add_command(
        commands,
        "corrections",
        act,
        summary="count what people changed of the proposals read out of orders",
        example=EXAMPLE,
    )
    command.add_argument("--patterns", action="store_true", help="by pattern, not by code")
    command.add_argument("--json", action="store_true", help="print one object in JSON")


def act(options: argparse.Namespace) -> int:
    """Print the counts."""
    with office.django_ready():
        decisions = import_string("throughcare.orders.queries.corrections.decisions")
        found = import_string("throughcare.orders.measuring.measured")(decisions())
        if options.json:
            print(json.dumps(values_of(found), indent=1))
        else:
            print("\n".join(lines_of(found, by_pattern=options.patterns)))
    return 0


def values_of(found: Any) -> dict[str, Any]:
    """Return the counts as plain values."""
    return {
        "conditions": found.conditions,
        "codes": {name: tally.counts() for name, tally in sorted(found.codes.items())},
        "patterns": {name: tally.counts() for name, tally in sorted(found.patterns.items())},
    }


def lines_of(found: Any, *, by_pattern: bool) -> Iterator[str]:
    """Yield the counts as a table, the least kept first."""
    tallies: Mapping[str, Any] = found.patterns if by_pattern else found.codes
    yield f"{found.conditions} conditions decided"
    if not tallies:
        return
    width = max(map(len, tallies))
    yield _line(HEADING, width)
    for name, tally in sorted(tallies.items(), key=_worst):
        counts = (tally.proposed, tally.unchanged, tally.changed, tally.removed, tally.added)
        kept = "—" if tally.kept is None else f"{tally.kept:.0%}"
        yield _line((name, *map(str, counts), kept), width)


def _worst(named: tuple[str, Any]) -> tuple[float, int, str]:
    name, tally = named
    return (1.0 if tally.kept is None else tally.kept, -tally.proposed, name)


def _line(cells: tuple[str, ...], width: int) -> str:
    return " ".join([cells[0].ljust(width), *(each.rjust(9) for each in cells[1:])]).rstrip()
