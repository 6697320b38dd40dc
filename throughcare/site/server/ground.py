"""Where the embedded server may live, and as whom: PostgreSQL refuses to run as root."""

import os
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from throughcare.site.server.binaries import Binaries
from throughcare.site.server.home import make_private
from throughcare.site.server.sockets import NOBODY, mark_of, socket_folder
from throughcare.site.server.trouble import Trouble

SHARED_PLACE = Path("/var/lib/throughcare")

IN_A_USER_NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
AS_NOBODY = (
    "setpriv",
    f"--reuid={NOBODY}",
    f"--regid={NOBODY}",
    "--clear-groups",
    "--pdeathsig=INT",
)


@dataclass(frozen=True)
class Ground:
    """The folders of a server, its programs, and the words that come before its commands."""

    folder: Path
    sockets: Path
    binaries: Binaries
    prefix: tuple[str, ...]
    uid: int

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def command(self, program: str, *arguments: str) -> list[str]:
        """Return the words that run one of PostgreSQL's programs as the server's user."""
        return [*self.prefix, self.binaries.path(program), *arguments]

    def give(self, path: Path) -> None:
        """Make the server's user the owner of a file or folder."""
        if path.stat().st_uid != self.uid:
            os.chown(path, self.uid, self.uid)


def choose(home: Path, binaries: Binaries) -> Ground:
    """Return the ground for a server of this home, making its folders."""
    if os.geteuid() != 0:
        return _ground(home, binaries, (), os.geteuid())
    if user_namespaces_work():
        return _ground(home, binaries, IN_A_USER_NAMESPACE, 0)
    if not shutil.which("setpriv"):
        raise Trouble(
            "PostgreSQL does not run as root, and this machine has neither user namespaces nor "
            "setpriv. Run Throughcare as an ordinary user, or set DATABASE_URL."
        )
    return _ground_of_nobody(home, binaries)


@cache
def user_namespaces_work() -> bool:
    """Say whether root may put a program into a user namespace here."""
    try:
        return subprocess.run([*IN_A_USER_NAMESPACE, "true"], capture_output=True).returncode == 0
    except OSError:
        return False


def _ground(home: Path, binaries: Binaries, prefix: tuple[str, ...], uid: int) -> Ground:
    return Ground(home, make_private(socket_folder(home)), binaries, prefix, uid)


def _ground_of_nobody(home: Path, binaries: Binaries) -> Ground:
    """Return ground that an account without rights can reach, with programs it may read."""
    folder = _reachable(home)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    ground = Ground(folder, socket_folder(folder), _readable(binaries, folder), AS_NOBODY, NOBODY)
    make_private(ground.sockets)
    ground.give(ground.sockets)
    return ground


def _reachable(home: Path) -> Path:
    passable = all(parent.stat().st_mode & stat.S_IXOTH for parent in home.parents)
    return home if passable else SHARED_PLACE / mark_of(home)


def _readable(binaries: Binaries, folder: Path) -> Binaries:
    """Return the programs, copied with their libraries where others may read them."""
    if binaries.libraries is None:  # the system's own, which everybody may read
        return binaries
    package = binaries.folder.parents[1]
    copy = folder / f"programs-{binaries.major}"
    if not copy.is_dir():
        draft = Path(tempfile.mkdtemp(dir=folder))
        shutil.copytree(package / "pginstall", draft / package.name / "pginstall", symlinks=True)
        shutil.copytree(binaries.libraries, draft / binaries.libraries.name)
        draft.chmod(0o755)
        draft.rename(copy)
    return Binaries(copy / package.name / "pginstall" / "bin", binaries.major)
