"""Which pack it was: one hash over everything its files say, and those files as one text."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

# Folders and a file, each of plain letters: nothing that leads out of the pack.
NAME = re.compile(r"(\w[\w-]*/)*\w[\w-]*\.toml")


class NotAPack(Exception):
    """The text is not what `packed` makes of a folder."""


@cache
def pack_sha256(folder: Path) -> str:
    """Return the hash of a pack's files: their names, their lengths and their contents, in order.

    Two packs with the same hash have the same rules; a changed word changes it.
    """
    return sha256(packed(folder)).hexdigest()


def packed(folder: Path) -> bytes:
    """Return the files of a pack as one text: the name, the length and the content of each."""
    whole = []
    for path in sorted(folder.rglob("*.toml")):
        content = path.read_bytes()
        whole.append(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
        whole.append(content)
    return b"".join(whole)


def unpack(text: bytes, folder: Path) -> None:
    """Write the files of a pack into a folder.

    :raises NotAPack: for a text that `packed` did not make; nothing is written outside the folder.
    """
    while text:
        path, content, text = _first_file(text)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _first_file(text: bytes) -> tuple[PurePosixPath, bytes, bytes]:
    """Return the name and the content of the first file of a text, and the rest of the text."""
    try:
        name, length, rest = text.split(b"\n", 2)
        path, size = PurePosixPath(name.decode()), int(length)
    except ValueError as error:
        raise NotAPack("The kept files of the pack cannot be read.") from error
    if not NAME.fullmatch(path.as_posix()):
        raise NotAPack(f"The kept pack names a file that no pack has: {path}.")
    if not 0 <= size <= len(rest):
        raise NotAPack(f"The kept pack ends within {path}.")
    return path, rest[:size], rest[size:]
