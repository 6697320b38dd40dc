"""Where the socket of the embedded server may live: in a path that is short enough."""

import hashlib
import os
import stat
from pathlib import Path

from throughcare.site.server.home import PRIVATE
from throughcare.site.server.trouble import Trouble

NOBODY = 65534
LONGEST_SOCKET_PATH = 100  # bytes; the system's limit is 107
PORT = 5432


def socket_folder(home: Path) -> Path:
    """Return the folder of the server's socket; a short one where the home's path is too long."""
    beside = home / "socket"
    if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH:
        return beside
    return _own_folder(Path("/tmp") / f"throughcare-{os.geteuid()}-{mark_of(home)}")  # noqa: S108


def _own_folder(folder: Path) -> Path:
    """Make a folder in the shared temporary place, refusing one that another user made."""
    folder.mkdir(mode=PRIVATE, exist_ok=True)
    found = folder.lstat()
    ours = found.st_uid in (os.geteuid(), NOBODY if os.geteuid() == 0 else os.geteuid())
    if not stat.S_ISDIR(found.st_mode) or not ours:
        raise Trouble(f"{folder} belongs to another user; set THROUGHCARE_HOME to a shorter path.")
    return folder


def mark_of(home: Path) -> str:
    return hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
