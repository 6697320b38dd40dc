"""What a file must be before it is kept."""

import puremagic
from django.utils.translation import gettext as _

from throughcare.documents.names import suffix_of
from throughcare.documents.parser import DOCX, JPEG, PDF, PNG, TEXT
from throughcare.documents.reading import Reading, read
from throughcare.documents.refusals import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileHasMacros,
    FileRefused,
    FileTooLarge,
    NotAKeptType,
    NotWhatItsNameSays,
    OldOrLockedWord,
    ReadingStopped,
    TooManyPixels,
    UnpacksTooLarge,
)
from throughcare.documents.store import Arrival

LARGEST = 20 << 20
TYPES = {".pdf": PDF, ".docx": DOCX, ".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".txt": TEXT}
ACCEPT = ",".join(TYPES)
"""For the `accept` attribute of a file field."""

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
    return NotWhatItsNameSays(named=suffix, found=found or _("not a kind known here"))
