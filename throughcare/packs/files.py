"""The files of a pack's folder, each as one entry that knows its lines."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from throughcare.packs.entries import Entry, PackError
from throughcare.packs.lines import lines_of

CONDITIONS = "conditions"


def pack_file(folder: Path, name: str) -> Entry:
    """Return a file of a pack. Raise PackError where it is missing or is no TOML."""
    path = folder / f"{name}.toml"
    if not path.exists():
        raise PackError(f"{folder.name}: the file {name}.toml is missing. Add it.")
    return _read(path, f"{folder.name}/{name}.toml")


def optional_file(folder: Path, name: str) -> Entry:
    """Return a file of a pack, an empty one where the pack leaves it out."""
    if (folder / f"{name}.toml").exists():
        return pack_file(folder, name)
    return Entry(f"{folder.name}/{name}.toml", {})


def condition_files(folder: Path) -> Iterator[Path]:
    """Return the files of the condition library, by name."""
    return iter(sorted((folder / CONDITIONS).glob("*.toml")))


def condition_file(path: Path) -> Entry:
    """Return one file of the condition library."""
    return _read(path, f"{path.parent.parent.name}/{CONDITIONS}/{path.name}")


def _read(path: Path, where: str) -> Entry:
    text = path.read_text(encoding="utf-8")
    try:
        return Entry(where, tomllib.loads(text), lines=lines_of(text))
    except tomllib.TOMLDecodeError as error:
        raise PackError(
            f"{where}: {error}. This is no TOML: look for a missing quotation mark, bracket or ="
            " on that line or the one before."
        ) from None
