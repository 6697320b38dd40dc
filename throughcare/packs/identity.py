"""Which pack it was: one hash over everything its files say."""

from functools import cache
from hashlib import sha256
from pathlib import Path


@cache
def pack_sha256(folder: Path) -> str:
    """Return the hash of a pack's files: their names, their lengths and their contents, in order.

    Two packs with the same hash have the same rules; a changed word changes it.
    """
    whole = sha256()
    for path in sorted(folder.rglob("*.toml")):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()
