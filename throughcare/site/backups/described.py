"""What a copy says of itself: its kind, its moment, and the hash of each of its files."""

import hashlib
import json
from pathlib import Path
from typing import Any

from throughcare import clock
from throughcare.site.server.home import write_secretly
from throughcare.site.server.trouble import Trouble

FORMAT = "throughcare-backup-1"
SAID, DATABASE = "backup.json", "database.dump"
DOCUMENTS, CHECKPOINTS, KEYS = "documents", "checkpoints", "keys"


def describe(folder: Path) -> None:
    """Write down of a copy what it holds."""
    said = {
        "format": FORMAT,
        "made_at": clock.now().isoformat(timespec="seconds"),
        "files": {name: hash_of(folder / name) for name in _names_in(folder)},
    }
    write_secretly(folder / SAID, json.dumps(said, indent=1))


def _names_in(folder: Path) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_file() and path != folder / SAID]
    return sorted(str(path.relative_to(folder)) for path in found)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def described(folder: Path) -> dict[str, Any]:
    """Return what a copy says of itself.

    :raises Trouble: it is none, or a file of it is missing, added or damaged.
    """
    try:
        said = json.loads((folder / SAID).read_text(encoding="utf-8"))
        form, files = said["format"], dict(said["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Trouble(f"{folder} is not a backup: there is no {SAID} that can be read.") from error
    if form != FORMAT:
        raise Trouble(f"{folder} is a backup of another kind, {form!a}.")
    names = set(_names_in(folder))
    damaged = [name for name in names & files.keys() if hash_of(folder / name) != files[name]]
    if wrong := sorted(damaged) + sorted(names ^ files.keys()):
        raise Trouble(f"{folder} is damaged: {wrong[0]!a} is missing, or not as it was written.")
    return dict(said)
