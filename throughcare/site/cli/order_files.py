"""The text of an order from a file or from standard input, or one clear sentence."""

import sys
import tempfile
from pathlib import Path

from throughcare.documents import reading as documents
from throughcare.kernel.reading.texts import LONGEST, Unfit, unfit
from throughcare.site.server.trouble import Trouble

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


def text_of(name: str) -> tuple[str, bool]:
    """Return the text of a file or of standard input, and whether it came out of a PDF.

    :raises Trouble: where there is no such file, or it is no order.
    """
    text, is_extracted = _text_of(name)
    if (why := unfit(text)) is not None:
        raise Trouble(SENTENCES[why])
    return text, is_extracted


def _text_of(name: str) -> tuple[str, bool]:
    """Return the text of a file, whatever it is."""
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
