"""Reads one file of unknown origin in a process of its own, and says what it is.

Run as `python -I parser.py`, the file on standard input: it confines itself first, then writes
at most two lines of JSON. The first says what the file is, or why it is refused; the second
holds its text. Standard library and pypdf only, so that little code meets hostile bytes.
"""

import ctypes
import json
import resource
import stat
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from xml.parsers import expat

import pypdf

MEGABYTE = 1 << 20
MEMORY = 256 * MEGABYTE
CPU_SECONDS = 2
TEXT_SECONDS = 1.5
OUTPUT = 2 * MEGABYTE
TEXT_CHARACTERS = 200_000
PIXELS = 50_000_000
UNPACKED = 200 * MEGABYTE
UNPACKED_ALWAYS_FINE = 10 * MEGABYTE
UNPACKED_RATIO = 100
ARCHIVE_PARTS = 3_000

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PNG = "image/png"
JPEG = "image/jpeg"
TEXT = "text/plain"

WORD_TEXT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "ctypes.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
)
JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
CONTROL = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}

Facts = dict[str, Any]


class Unfit(Exception):
    """The file cannot be kept; its argument is the code of the reason."""


def main() -> None:
    """Say what the file on standard input is, then what it says."""
    confine()
    content = sys.stdin.buffer
    read_facts, read_text = readers_of(content.read(1024))
    content.seek(0)
    try:
        facts = read_facts(content)
    except Unfit as unfit:
        say({"refused": str(unfit)})
        return
    except (MemoryError, RecursionError):
        say({"refused": "TOO_MUCH"})
        return
    except Exception:
        say({"refused": "DAMAGED"})
        return
    say(facts)
    pieces = Pieces(read_text(content))
    say({"text": bounded(pieces), "cut": not pieces.are_whole})


def confine() -> None:
    """Give up memory, time, writing, the network, other programs and other files.

    A network namespace of its own needs a kernel that grants it; the audit hook, which cannot
    be taken off again, refuses sockets either way.
    """
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_FSIZE: OUTPUT,
        resource.RLIMIT_NOFILE: 32,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        resource.setrlimit(kind, (most, most))
    ctypes.CDLL(None).unshare(NEW_USER_AND_NETWORK)
    sys.addaudithook(refuse)


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop what a reader of files never needs.

    :raises PermissionError: for sockets, other programs and files outside the libraries.
    """
    if event.startswith(FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and not str(arguments[0]).startswith((*sys.path[1:], sys.base_prefix)):
        raise PermissionError(event)


def say(line: Facts) -> None:
    """Write one line of the answer."""
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n")
    sys.stdout.buffer.flush()


class Pieces:
    """The pieces of a text, and whether the last of them was read."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces, self.are_whole = pieces, False

    def __iter__(self) -> Iterator[str]:
        yield from self.pieces
        self.are_whole = True


def bounded(pieces: Iterable[str]) -> str:
    """Return the text of the pieces, cut at the bound of characters or of time."""
    kept: list[str] = []
    left = TEXT_CHARACTERS
    for piece in pieces:
        clean = piece.translate(CONTROL).encode(errors="ignore").decode()
        kept.append(clean[:left])
        left -= len(clean)
        if left <= 0 or time.process_time() > TEXT_SECONDS:
            break
    return "".join(kept).strip()


def readers_of(
    head: bytes,
) -> tuple[Callable[[BinaryIO], Facts], Callable[[BinaryIO], Iterable[str]]]:
    """Return what reads the facts and what reads the text of a file with these first bytes."""
    if head.startswith(b"%PDF-"):
        return pdf_facts, pdf_text
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return png_facts, no_text
    if head.startswith(b"\xff\xd8\xff"):
        return jpeg_facts, no_text
    if head.startswith(b"PK\x03\x04"):
        return docx_facts, docx_text
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return old_office_facts, no_text
    return text_facts, plain_text


def no_text(content: BinaryIO) -> Iterable[str]:
    """A picture has no text."""
    return ()


def pdf_facts(content: BinaryIO) -> Facts:
    """Count the pages of a PDF."""
    pdf = pypdf.PdfReader(content)
    if pdf.is_encrypted and not _opens_without_password(pdf):
        raise Unfit("ENCRYPTED")
    pages = len(pdf.pages)
    if not pages:
        raise Unfit("DAMAGED")
    return {"media_type": PDF, "pages": pages}


def _opens_without_password(pdf: pypdf.PdfReader) -> bool:
    try:
        return bool(pdf.decrypt(""))
    except Exception:  # a cipher that is not here, or broken: nobody here can open it either
        return False


def pdf_text(content: BinaryIO) -> Iterator[str]:
    """Yield the text of each page."""
    pdf = pypdf.PdfReader(content)
    if pdf.is_encrypted:
        pdf.decrypt("")
    for page in pdf.pages:
        yield page.extract_text() + "\n"


def png_facts(content: BinaryIO) -> Facts:
    """Measure a PNG from its header; its last part must be its end."""
    head = content.read(33)
    content.seek(-12, 2)
    if head[12:16] != b"IHDR" or content.read(8)[4:] != b"IEND":
        raise Unfit("DAMAGED")
    return picture(PNG, *struct.unpack(">II", head[16:24]))


def jpeg_facts(content: BinaryIO) -> Facts:
    """Measure a JPEG from its frame header."""
    data = content.read()
    at = 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        if data[at + 1] in JPEG_SIZES:
            if data.rfind(b"\xff\xd9") < at:
                break
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return picture(JPEG, width, height)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise Unfit("DAMAGED")


def picture(media_type: str, width: int, height: int) -> Facts:
    """Return the facts of a picture that can be shown without flooding a screen's memory."""
    if not width or not height:
        raise Unfit("DAMAGED")
    if width * height > PIXELS:
        raise Unfit("TOO_MANY_PIXELS")
    return {"media_type": media_type, "pages": 1}


def old_office_facts(content: BinaryIO) -> Facts:
    """Refuse what is either an old Word file or a newer one behind a password."""
    raise Unfit("OLD_OR_LOCKED_WORD")


def docx_facts(content: BinaryIO) -> Facts:
    """Check that an archive is a Word file and unpacks to a reasonable size."""
    archive = zipfile.ZipFile(content)
    parts = archive.infolist()
    _check_unpacked_size(parts, packed=content.seek(0, 2))
    names = {part.filename for part in parts}
    if not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise Unfit("UNKNOWN")
    if any(_leads_outside(part) for part in parts) or archive.testzip():
        raise Unfit("DAMAGED")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Unfit("MACROS")
    for _piece in docx_text(content):
        pass  # XML that cannot be read refuses the file, before it is kept
    return {"media_type": DOCX, "pages": None}


def _check_unpacked_size(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    most = min(UNPACKED, max(UNPACKED_ALWAYS_FINE, UNPACKED_RATIO * packed))
    if unpacked > most or len(parts) > ARCHIVE_PARTS:
        raise Unfit("TOO_MUCH")


def _leads_outside(part: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(part.filename.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or stat.S_ISLNK(part.external_attr >> 16)


def docx_text(content: BinaryIO) -> Iterator[str]:
    """Yield the words of a Word file's body; a paragraph ends a line.

    :raises Unfit: when its XML declares a document type, where entities would come from.
    """
    found: list[str] = []
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True
    inside: list[str] = []

    def ended(name: str) -> None:
        inside.pop()
        if name == WORD_TEXT + "p":
            found.append("\n")
        elif name == WORD_TEXT + "tab":
            found.append("\t")

    def words(text: str) -> None:
        if inside and inside[-1] == WORD_TEXT + "t":
            found.append(text)

    reader.StartDoctypeDeclHandler = _no_document_type
    reader.StartElementHandler = lambda name, attributes: inside.append(name)
    reader.EndElementHandler = ended
    reader.CharacterDataHandler = words
    with zipfile.ZipFile(content).open("word/document.xml") as body:
        while piece := body.read(1 << 16):
            reader.Parse(piece, False)
            yield "".join(found)
            found.clear()
    reader.Parse(b"", True)


def _no_document_type(*declared: object) -> None:
    raise Unfit("DAMAGED")


def text_facts(content: BinaryIO) -> Facts:
    """Accept plain text without control characters."""
    decoded(content)
    return {"media_type": TEXT, "pages": None}


def plain_text(content: BinaryIO) -> Iterable[str]:
    """Return the text, in one piece."""
    content.seek(0)
    return [decoded(content)]


def decoded(content: BinaryIO) -> str:
    """Return text written as UTF-8, or as Latin-1 with Windows' additions.

    :raises Unfit: when the bytes are not text.
    """
    data = content.read()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not set(text) & CONTROLS_OF_NO_TEXT:
            return text
    raise Unfit("UNKNOWN")


CONTROLS_OF_NO_TEXT = {chr(code) for code in CONTROL} - {"\r", "\f"}

if __name__ == "__main__":
    main()
