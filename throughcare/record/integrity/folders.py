"""The folders in which checkpoints are kept: each says by itself who signed, and what."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from throughcare.record.integrity.notes import (
    Checkpoint,
    Key,
    NotANote,
    Reconciled,
    checkpoint_from,
    is_signed_by,
    key_from,
    opened,
    reconciled_from,
)

FIRST_KEY = "first-key.txt"
ROTATION = "throughcare key rotation"
AFRESH, NOTE = "reconciled-", "reconciled.note"


@dataclass(frozen=True)
class Folder:
    """One place where checkpoints are kept."""

    path: Path

    def put(self, name: str, text: str) -> None:
        """Keep a text under a name; one that is there already is left as it is.

        It is on disk when this returns.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.path / f".{name}.{os.getpid()}"
        with draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, self.path / name)
        except FileExistsError:
            pass
        finally:
            draft.unlink()

    def read(self) -> Signed:
        """Return what the folder holds, and the names of the files that are not genuine."""
        read = self._keys()
        for path in sorted(self.path.glob("*.checkpoint")):
            read.take_checkpoint(path)
        return read

    def newest(self) -> Signed:
        """Return the keys, and of the genuine checkpoints the one over the most entries."""
        read = self._keys()
        for path in sorted(self.path.glob("*.checkpoint"), reverse=True):
            read.take_checkpoint(path)
            if read.checkpoints:
                break
        return read

    def _keys(self) -> Signed:
        first = self.first_key()
        read = Signed(keys=[first] if first else [])
        if first is None and (self.path / FIRST_KEY).exists():
            read.forged.append(FIRST_KEY)
        for path in sorted(self.path.glob("rotation-*.note")):
            read.take_rotation(path)
        return read

    @property
    def base(self) -> Folder:
        """Return the folder as it was configured, without what a reconciling began in it."""
        return Folder(self.path.parent) if self.path.name.startswith(AFRESH) else self

    def epochs(self) -> list[str]:
        """Return the names of the folders that a reconciling began inside this one, in order."""
        return sorted(path.name for path in self.path.glob(f"{AFRESH}*") if path.is_dir())

    def names(self) -> set[str]:
        """Return the names of what is kept."""
        found = {path.name for path in self.path.glob("*") if path.is_file()}
        return {name for name in found if not name.startswith(".")}

    def note_of(self, size: int) -> str:
        """Return the signed note over so many entries."""
        return self.text_of(name_of(size))

    def text_of(self, name: str) -> str:
        """Return what is kept under a name."""
        return (self.path / name).read_text(encoding="utf-8")

    def first_key(self) -> Key | None:
        """Return the key with which the folder began."""
        try:
            return key_from((self.path / FIRST_KEY).read_text(encoding="utf-8"))
        except (OSError, NotANote, UnicodeDecodeError):
            return None

    def shares_a_disk_with(self, other: Path) -> bool:
        """Say whether whoever reaches the other place most likely reaches this one too."""
        return _device(self.path) == _device(other)


def _device(path: Path) -> int:
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.stat().st_dev


@dataclass
class Signed:
    """The genuine checkpoints of a folder by size, its keys in order; the files that are not."""

    checkpoints: dict[int, Checkpoint] = field(default_factory=dict)
    keys: list[Key] = field(default_factory=list)
    forged: list[str] = field(default_factory=list)
    reconciled: list[Reconciled] = field(default_factory=list)
    epoch: str = ""

    def give_up(self, name: str, note: str) -> None:
        """Leave out what was signed over entries that were lost with an older copy, if one of the
        keys signed for that."""
        for key in self.keys:
            if is_signed_by(note, key):
                found = reconciled_from(note.partition("\n\n")[0])
                kept = {size: each for size, each in self.checkpoints.items() if size <= found.kept}
                self.checkpoints, self.reconciled = kept, [found]
                return
        if self.keys:
            self.forged.append(name)

    def take_rotation(self, path: Path) -> None:
        """Take over a new key, if the one before and the new one both signed for it."""
        try:
            text = path.read_text(encoding="utf-8")
            new = key_from(text.splitlines()[2])
            if not self.keys or not text.startswith(f"{ROTATION}\n{self.keys[-1]}\n"):
                raise NotANote("It does not follow the key before.")
            opened(text, [self.keys[-1], new])
        except (NotANote, OSError, IndexError, UnicodeDecodeError):
            self.forged.append(path.name)
            return
        self.keys.append(new)

    def take_checkpoint(self, path: Path) -> None:
        """Take a checkpoint, if one of the keys signed it under its own size."""
        for key in self.keys:
            try:
                found = checkpoint_from(opened(path.read_text(encoding="utf-8"), [key]))
            except (NotANote, OSError, UnicodeDecodeError):
                continue
            if path.name == name_of(found.size):
                self.checkpoints[found.size] = found
                return
        self.forged.append(path.name)

    def last(self) -> Checkpoint | None:
        """Return the checkpoint over the most entries."""
        return self.checkpoints[max(self.checkpoints)] if self.checkpoints else None


def name_of(size: int) -> str:
    """Return the name of the file of a checkpoint."""
    return f"{size:012}.checkpoint"
