"""The names of files, made safe to show and to send."""

import unicodedata
from pathlib import PurePosixPath

LONGEST_NAME = 150
UNSAFE = str.maketrans('<>:"|?*', "_______")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def display_name(given: str) -> str:
    """Return the last part of a file's name without characters that deceive or do harm.

    Control characters and marks that turn the direction of writing are taken out, so that
    `order<RLO>fdp.exe` shows as what it is. Letters of every script stay.
    """
    last = given.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN)
    # Composed last: an unseen sign between a letter and its accent would keep them apart.
    composed = unicodedata.normalize("NFC", seen)
    return " ".join(composed.translate(UNSAFE).split()).strip(". ")


def suffix_of(name: str) -> str:
    """Return a name's ending in small letters, with its dot: `.pdf`, or nothing."""
    return PurePosixPath(name).suffix.lower()
