"""What the private folder is examined for: who may read what lies in it, and what is missing."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from throughcare.site.server.home import PRIVATE, SECRET

SECRETS = ("secret_key", "second_factor_key", "superuser-password", "keys/*")
FOLDERS = ("documents", "checkpoints", "keys")
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def wrong_in(home: Path) -> list[str]:
    """Return a sentence for each thing of the private folder that is not as it must be."""
    if not home.is_dir():
        return []
    return [*_secrets_open_to_others(home), *_folders_closed_to_us(home)]


def _secrets_open_to_others(home: Path) -> Iterator[str]:
    for pattern in SECRETS:
        for path in sorted(home.glob(pattern)):
            if _mode(path) & OTHERS:
                yield f"{path} can be read by others: chmod {SECRET:o} {path}."


def _mode(path: Path) -> int:
    """Return who may do what with a file; 0 where its folder is closed, which is said elsewhere."""
    try:
        return path.stat().st_mode
    except PermissionError:
        return 0


def _folders_closed_to_us(home: Path) -> Iterator[str]:
    for path in [home, *(home / name for name in FOLDERS)]:
        if not path.exists():
            continue
        if path.stat().st_uid != os.geteuid():
            yield f"{path} belongs to another user: run Throughcare as that user, or chown it."
        elif stat.S_IMODE(path.stat().st_mode) & PRIVATE != PRIVATE:
            yield f"{path} cannot be read and written: chmod {PRIVATE:o} {path}."
