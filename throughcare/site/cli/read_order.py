"""`throughcare read-order`: proposes what the words of an order stand for."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from throughcare.documents import reading as documents
from throughcare.kernel.reading.reading import read_order
from throughcare.kernel.reading.texts import LONGEST, Unfit, unfit
from throughcare.packs.order_words import as_values
from throughcare.packs.reading import folder_with_words, order_words
from throughcare.site.cli import office
from throughcare.site.server.trouble import Trouble

EXAMPLE = """\
throughcare read-order order.txt --made-on 2026-03-01
throughcare read-order order.pdf --json
xclip -o | throughcare read-order -

Nothing is kept, and no database is needed. Each line is a proposal with the words it came from;
a person decides. Offsets count characters of the text, from 0; for a PDF the text is printed too.
"""
LARGEST = 20 << 20
SENTENCES = {
    Unfit.EMPTY: "There is no text. Paste the words of the order.",
    Unfit.TOO_LONG: f"The text has more than {LONGEST:,} characters, which is not an order. "
    "Paste the order's own words only.",
    Unfit.NOT_TEXT: "This is not text: it has control characters. Save the order as text or PDF.",
    Unfit.NO_WORDS: "There are no words in the text. A scanned order must be typed or pasted.",
}
PDF_SENTENCES = {
    "ENCRYPTED": "The PDF needs a password. Save it without one, and try again.",
    "TOO_MUCH": "The PDF unpacks to more than can be read safely. Paste the order's words instead.",
    "STOPPED": "Reading the PDF took too long and was stopped. Paste the order's words instead.",
}
PDF_DAMAGED = "The PDF is damaged and cannot be read. Paste the order's words instead."


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
    if (why := unfit(text)) is not None:
        raise Trouble(SENTENCES[why])
    words = order_words(folder_with_words())
    values = as_values(words, read_order(words.law, text, options.made_on), text)
    if is_extracted:
        values["text"] = text
    if options.json:
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


def text_of(name: str) -> tuple[str, bool]:
    """Return the text of a file or of standard input, and whether it came out of a PDF.

    :raises Trouble: where there is no such file, or it is too large, or no text comes out of it.
    """
    content = _content(name)
    if len(content) > LARGEST:
        raise Trouble("The file has more than 20 MB, which is not an order.")
    if content.startswith(b"%PDF-"):
        return _text_of_pdf(content), True
    if len(content) > 4 * LONGEST:
        raise Trouble(SENTENCES[Unfit.TOO_LONG])
    return _decoded(content), False


def _content(name: str) -> bytes:
    """Return the bytes of a file, one more than may be read at most."""
    if name == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Trouble(f"{name} cannot be read: {error.strerror}.") from None


def _decoded(content: bytes) -> str:
    """Return text written as UTF-8, or as Windows writes it."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise Trouble(SENTENCES[Unfit.NOT_TEXT]) from None


def _text_of_pdf(content: bytes) -> str:
    """Return the text of a PDF, read in a process of its own without network or other files."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        found = documents.read(file)
    if found.refused:
        raise Trouble(PDF_SENTENCES.get(found.refused, PDF_DAMAGED))
    if not found.whole:
        raise Trouble(PDF_SENTENCES["STOPPED"])
    return found.text


def lines_of(values: dict[str, Any], text: str) -> Iterator[str]:
    """Yield the order as it was read, for a reader at the shell."""
    yield f"{values['order_type'] or 'instrument not known'} · {values['handling']}"
    yield f"made on {values['made_on'] or 'not known'} · length {_said(values['length'])}"
    yield f"days {_said(values['dates'])}"
    for each in values["proposed"]:
        yield ""
        yield f"[{each['start']}-{each['end']}] {' '.join(each['text'].split())}"
        yield f"    {', '.join(each['codes'])}{'  (unsure)' if each.get('unsure') else ''}"
        if each["parameters"]:
            yield f"    {json.dumps(each['parameters'], ensure_ascii=False)}"
        for why in each["because"]:
            yield f"    because of {' '.join(why['words'].split())!r} ({why['pattern']})"
    for each in values["unplaced"]:
        yield ""
        yield f"not placed: {' '.join(text[each['start'] : each['end']].split())}"
    yield ""
    for each in values["flags"]:
        yield f"look at: {each.get('en', each['code'])}"


def _said(values: dict[str, Any] | None) -> str:
    """Return values in a line, or that they are not known."""
    return ", ".join(f"{name} {value}" for name, value in (values or {}).items()) or "not known"
