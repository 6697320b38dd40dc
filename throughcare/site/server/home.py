"""The private folder of an installation: its lock, its state, its secrets."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from throughcare.site.server.trouble import Trouble

CHECKOUT = Path(__file__).resolve().parents[3]
PRIVATE = 0o700
SECRET = 0o600


def home_of(environ: Mapping[str, str]) -> Path:
    """Return the private folder: `THROUGHCARE_HOME`, or `.throughcare` in the checkout."""
    named = environ.get("THROUGHCARE_HOME")
    return Path(named).expanduser().absolute() if named else CHECKOUT / ".throughcare"


def make_private(folder: Path) -> Path:
    """Make a folder that only its owner may enter, or say why that is impossible."""
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(PRIVATE)
    except OSError as error:
        raise Trouble(cannot_write(folder, error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Trouble(f"You may not write in {folder}: it belongs to another user.")
    return folder


def cannot_write(path: Path, error: OSError) -> str:
    """Return the sentence for a file or folder that could not be written."""
    return f"{path} cannot be written: {(error.strerror or str(error)).lower()}."


@contextmanager
def held(lock: Path) -> Iterator[bool]:
    """Hold a lock while the block runs; give False where another process holds it.

    The system lets go of the lock when its holder dies, however it dies.
    """
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, SECRET)
    except OSError as error:
        raise Trouble(cannot_write(lock, error)) from error
    try:
        yield _taken(descriptor)
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def write_secretly(path: Path, text: str) -> None:
    """Write a file that only its owner may read; it is whole or not there at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, SECRET)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        draft.replace(path)
    except OSError as error:
        raise Trouble(cannot_write(path, error)) from error


def write_state(path: Path, state: Mapping[str, Any]) -> None:
    """Write what other commands need to know of a running process."""
    write_secretly(path, json.dumps(state))


def read_state(path: Path) -> dict[str, Any]:
    """Return what a running process wrote, or nothing where it has not (yet)."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def kept_secret(path: Path) -> str:
    """Return the secret kept in this file, making a random one the first time."""
    if not path.exists():
        write_secretly(path, secrets.token_urlsafe(32))
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise Trouble(f"{path} cannot be read: {(error.strerror or '').lower()}.") from error
