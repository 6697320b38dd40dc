"""What a file must be before it is kept, and the sentences for a file that is not."""

from typing import ClassVar

import puremagic
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from throughcare.documents.names import suffix_of
from throughcare.documents.parser import DOCX, JPEG, PDF, PNG, TEXT
from throughcare.documents.reading import Reading, read
from throughcare.documents.store import Arrival
from throughcare.refusal import Refused

LARGEST = 20 << 20
TYPES = {".pdf": PDF, ".docx": DOCX, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".txt": TEXT}
ACCEPT = ",".join(TYPES)
"""For the `accept` attribute of a file field."""


class FileRefused(Refused):
    """A file that cannot be kept; each reason is a class of its own."""

    sentence: ClassVar[str | Promise]

    def __init__(self, **said: str) -> None:
        super().__init__(self.sentence % said if said else self.sentence, field="file")


class EmptyFile(FileRefused):
    sentence = _("This file is empty: 0 bytes. Choose the file again, or scan the paper again.")


class FileTooLarge(FileRefused):
    sentence = _("This file is larger than 20 MB. Scan it at a lower quality, or in parts.")


class NameTooLong(FileRefused):
    sentence = _("The name of this file is longer than 150 characters. Shorten it and try again.")


class NotAKeptType(FileRefused):
    sentence = _(
        "This kind of file is not kept here. Save it as PDF, Word (.docx), PNG, JPEG or plain text."
    )


class NotWhatItsNameSays(FileRefused):
    sentence = _(
        "The name ends in %(named)s but the content is something else: %(found)s. "
        "Save it again from the program that made it."
    )


class EncryptedFile(FileRefused):
    sentence = _("This file is locked with a password. Save a copy without a password.")


class OldOrLockedWord(FileRefused):
    sentence = _(
        "This is an older Word file, or one locked with a password. "
        "Open it in Word and save it as .docx without a password, or as PDF."
    )


class FileHasMacros(FileRefused):
    sentence = _("This Word file holds macros, which are never kept. Save it as PDF.")


class DamagedFile(FileRefused):
    sentence = _("This file is damaged or incomplete and cannot be read. Save or scan it again.")


class UnpacksTooLarge(FileRefused):
    sentence = _(
        "This file unpacks to far more than it seems to hold, so it was not opened. Save it as PDF."
    )


class TooManyPixels(FileRefused):
    sentence = _("This picture has more than 50 million pixels. Save it smaller and try again.")


class ReadingStopped(FileRefused):
    sentence = _(
        "Reading this file took too long or too much memory, so it was stopped. Save it as a new "
        "PDF, or scan the paper."
    )


REFUSALS: dict[str, type[FileRefused]] = {
    "ENCRYPTED": EncryptedFile,
    "DAMAGED": DamagedFile,
    "TOO_MUCH": UnpacksTooLarge,
    "TOO_MANY_PIXELS": TooManyPixels,
    "OLD_OR_LOCKED_WORD": OldOrLockedWord,
    "MACROS": FileHasMacros,
    "STOPPED": ReadingStopped,
}


def inspect(arrival: Arrival, name: str) -> Reading:
    """Return what an arrived file holds, once it is sure to be what its name says.

    :raises FileRefused: when it is not fit to be kept; subclasses say why.
    """
    if not arrival.size:
        raise EmptyFile
    if arrival.size > LARGEST:
        raise FileTooLarge
    suffix = suffix_of(name)
    if suffix and suffix not in TYPES:
        raise NotAKeptType
    reading = read(arrival.file)
    if reading.refused == "UNKNOWN":
        raise _not_what_it_says(arrival, suffix)
    if reading.refused:
        raise REFUSALS[reading.refused]
    if suffix and reading.media_type != TYPES[suffix]:
        raise NotWhatItsNameSays(named=suffix, found=_suffix_for(reading.media_type))
    return reading


def with_suffix(name: str, media_type: str) -> str:
    """Return a name that ends as its content asks."""
    return name if suffix_of(name) else name + _suffix_for(media_type)


def _suffix_for(media_type: str) -> str:
    return next(suffix for suffix, known in TYPES.items() if known == media_type)


def _not_what_it_says(arrival: Arrival, suffix: str) -> FileRefused:
    """Return the refusal of a file of an unknown kind: a lie when its name claims a known one."""
    if not suffix:
        return NotAKeptType()
    arrival.file.seek(0)
    try:
        found = puremagic.magic_string(arrival.file.read(1024))[0].extension
    except (puremagic.PureError, ValueError):
        found = ""
    return NotWhatItsNameSays(named=suffix, found=found or str(_("not a kind known here")))
