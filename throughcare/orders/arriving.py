"""A paper sent to the counter: its words, typed or read out of a file in the confined child."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from throughcare.documents.inspection import LARGEST, inspect
from throughcare.documents.names import display_name
from throughcare.documents.reading import Reading
from throughcare.documents.store import arriving, keep
from throughcare.refusal import Refused

LONGEST_PAPER = 60
PAGE_BREAK = "\f"


class TooManyPages(Refused): ...


class NoWordsInFile(Refused): ...


class NotAllRead(Refused): ...


@dataclass(frozen=True)
class Arrived:
    """What came: the words, and the file they were read out of, by its hash."""

    words: str
    file_name: str = ""
    sha256: str = ""
    pages: int | None = None


def words_of(file: UploadedFile, typed: str = "") -> Arrived:
    """Return the words of a file, which is kept by its hash; typed words go before its own.

    :raises FileRefused: when the file cannot be kept; subclasses say why.
    :raises TooManyPages: for a file that is no order.
    :raises NoWordsInFile: for a picture without typed words.
    :raises NotAllRead: where words may be lost, and none were typed.
    """
    name = display_name(file.name or "")
    with arriving(file, most=LARGEST) as arrival:
        reading = inspect(arrival, name)
        words = typed.strip() or reading.text.strip()
        _check(reading, typed.strip())
        keep(arrival)
    return Arrived(words, name, arrival.sha256, reading.pages)


def _check(reading: Reading, typed: str) -> None:
    """Check that a file is an order whose words are here, whole: read, or else typed."""
    if (reading.pages or 0) > LONGEST_PAPER:
        raise TooManyPages(
            _(
                "This file has %(pages)s pages. An order has fewer: send the order alone, "
                "or paste its words."
            )
            % {"pages": reading.pages},
            field="file",
        )
    if not typed:
        _check_read(reading)


def _check_read(reading: Reading) -> None:
    if not reading.whole:
        raise NotAllRead(
            _(
                "Not all the words of this file could be read in the time there is. Type or paste "
                "them below and send the file again with them."
            ),
            field="file",
        )
    if not reading.text.strip():
        raise NoWordsInFile(
            _(
                "No words could be read out of this file: it is a picture. Type or paste the "
                "words below and send the file again with them."
            ),
            field="file",
        )
