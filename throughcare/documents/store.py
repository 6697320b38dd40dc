"""The folder of contents: each file once, under the hash of what it holds."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings

from throughcare import clock

PIECE = 1 << 16
GONE, CHANGED = "gone", "changed"
LEFT_BEHIND = timedelta(days=1)


class Content(Protocol):
    """Something whose bytes can be read in pieces, an upload or a file."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class Arrival:
    """Bytes that have arrived and are not kept yet."""

    file: BinaryIO
    path: Path
    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Return where the content with a hash lies."""
    return Path(settings.DOCUMENTS_FOLDER) / sha256[:2] / sha256[2:4] / sha256


@contextmanager
def arriving(content: Content, *, most: int) -> Iterator[Arrival]:
    """Write content under a passing name; it is gone after the block unless `keep` was called.

    At most one byte more than `most` is taken, so that the caller sees it was too large.
    """
    folder = _arrivals()
    _make_private(folder)
    # mkstemp makes the file readable by its owner alone.
    descriptor, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            digest, size = _copy(content, file, most)
            yield Arrival(file, path, digest, size)
    finally:
        path.unlink(missing_ok=True)


def keep(arrival: Arrival) -> None:
    """Give arrived content its lasting name, durably; the same content is kept once."""
    lasting = path_of(arrival.sha256)
    _make_private(lasting.parent)
    os.fsync(arrival.file.fileno())
    arrival.path.replace(lasting)
    for folder in lasting.parents[:3]:
        _sync_folder(folder)


def contents_amiss(hashes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each content that is gone or is not the one that was kept, with which of both."""
    for each in hashes:
        path = path_of(each)
        if not path.exists():
            yield each, GONE
        elif _hash_of(path) != each:
            yield each, CHANGED


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sweep() -> int:
    """Take away arrivals that a crash left behind, and return how many. Contents stay."""
    before = (clock.wall() - LEFT_BEHIND).timestamp()
    left = [path for path in _arrivals().glob("*") if path.stat().st_mtime < before]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def _arrivals() -> Path:
    return Path(settings.DOCUMENTS_FOLDER) / "arriving"


def _make_private(folder: Path) -> None:
    """Make a folder and those above it for their owner alone; `parents=True` would not."""
    if not folder.exists():
        _make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _copy(content: Content, file: BinaryIO, most: int) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    while size <= most and (piece := content.read(min(PIECE, most + 1 - size))):
        digest.update(piece)
        size += file.write(piece)
    file.flush()
    return digest.hexdigest(), size


def _sync_folder(folder: Path) -> None:
    """Make names in a folder outlive a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
