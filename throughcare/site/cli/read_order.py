"""`throughcare read-order`: proposes what the words of an order stand for."""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from throughcare.kernel.reading.reading import read_order
from throughcare.packs.order_words import as_values, unplaced_as_values
from throughcare.packs.reading import folder_with_words, order_words
from throughcare.site.cli import office
from throughcare.site.cli.order_files import text_of

EXAMPLE = """\
throughcare read-order order.txt --made-on 2026-03-01
throughcare read-order order.pdf --json
xclip -o | throughcare read-order -

Nothing is kept, and no database is needed. Each line is a proposal with the words it came from;
a person decides. Offsets count characters of the text, from 0; for a PDF the text is printed too.
In JSON, "proposed" and "unplaced" together hold every word; "kind" tells a heading or a mark.
"""


def add_to(commands: Any) -> None:
    """Add the command to the command line."""
    command = office.add_command(
        commands,
        "read-order",
        act,
        summary="read the words of an order and propose its conditions, with the reasons",
        example=EXAMPLE,
    )
    command.add_argument("file", metavar="FILE", help="text or PDF; - for standard input")
    command.add_argument(
        "--made-on", type=_day, metavar="DAY", help="the day the order was made: 2026-03-01"
    )
    command.add_argument("--json", action="store_true", help="print one object in JSON")


def act(options: argparse.Namespace) -> int:
    """Read one order and print what it says.

    :raises Trouble: where the file cannot be read or is no order.
    """
    text, is_extracted = text_of(options.file)
    words = order_words(folder_with_words())
    order = read_order(words.law, text, options.made_on)
    values = as_values(words, order, text)
    if is_extracted:
        values["text"] = text
    if options.json:
        values["unplaced"] = unplaced_as_values(order, text)
        print(json.dumps(values, ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines_of(values, text)))
    return 0


def _day(words: str) -> date:
    """Return a day as it is typed on the command line."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a day. Write 2026-03-01.") from None


def lines_of(values: dict[str, Any], text: str) -> Iterator[str]:
    """Yield the order as it was read, for a reader at the shell."""
    yield f"{values['order_type'] or 'instrument not known'} · {values['handling']}"
    yield f"made on {values['made_on'] or 'not known'} · length {_said(values['length'])}"
    yield f"days {_said(values['dates'])}"
    for each in values["proposed"]:
        yield from ("", *_proposal(each))
    for each in values["unplaced"]:
        yield from ("", f"not placed: {_line(text[each['start'] : each['end']])}")
    yield ""
    yield from (f"look at: {each.get('en', each['code'])}" for each in values["flags"])


def _proposal(values: dict[str, Any]) -> Iterator[str]:
    """Yield one proposed condition."""
    yield f"[{values['start']}-{values['end']}] {_line(values['text'])}"
    yield f"    {', '.join(values['codes'])}{'  (unsure)' if values.get('unsure') else ''}"
    if values["parameters"]:
        yield f"    {json.dumps(values['parameters'], ensure_ascii=False)}"
    for why in values["because"]:
        yield f"    because of {_line(why['words'])!r} ({why['pattern']})"


def _line(words: str) -> str:
    """Return words in one line."""
    return " ".join(words.split())


def _said(values: dict[str, Any] | None) -> str:
    """Return values in a line, or that they are not known."""
    return ", ".join(f"{name} {value}" for name, value in (values or {}).items()) or "not known"
