"""Putting a copy in the place of an office."""

import shutil
from pathlib import Path

from django.conf import settings

from throughcare import clock
from throughcare.site.backups.described import CHECKPOINTS, DATABASE, DOCUMENTS, KEYS, described
from throughcare.site.backups.examined import Examined, verified
from throughcare.site.server import keeping
from throughcare.site.server.addresses import parts_of
from throughcare.site.server.home import make_private
from throughcare.site.server.trouble import Trouble


def bring_back(folder: Path, admin: str) -> tuple[Examined, str]:
    """Put a copy in the place of an installation's office, if it is whole.

    Nobody may be connected. What was there before is kept in a database of another name.

    :returns: what the copy holds, and that name.
    :raises Trouble: the copy is damaged, or its record differs from its own hashes.
    """
    described(folder)
    parts = parts_of(admin)
    fresh = keeping.name_beside(parts, "restored")
    keeping.make(admin, fresh)
    keeping.load({**parts, "dbname": fresh}, folder / DATABASE)
    found = verified({**parts, "dbname": fresh}, folder)
    if found.wrong:
        keeping.drop(admin, fresh)
        raise Trouble(f"This backup is not brought back: {found.wrong[0]}.")
    before = f"{parts['dbname']}_before_{clock.now():%Y%m%d%H%M%S}"
    keeping.rename(admin, parts["dbname"], before)
    keeping.rename(admin, fresh, parts["dbname"])
    _put_files_back(folder)
    return found, before


def _put_files_back(folder: Path) -> None:
    """Put back contents, checkpoints and keys that are missing; what is there stays as it is."""
    _add(folder / DOCUMENTS, Path(settings.DOCUMENTS_FOLDER))
    for place in settings.CHECKPOINTS[:1]:
        _add(folder / CHECKPOINTS, Path(place))
    for name in (settings.RECORD_KEY.name, *settings.SECRETS):
        home = settings.RECORD_KEY if name == settings.RECORD_KEY.name else settings.HOME / name
        if (folder / KEYS / name).exists() and not home.exists():
            make_private(home.parent)
            shutil.copy2(folder / KEYS / name, home)


def _add(source: Path, into: Path) -> None:
    for path in (each for each in source.rglob("*") if each.is_file()):
        place = into / path.relative_to(source)
        if not place.exists():
            make_private(place.parent)
            shutil.copy2(path, place)
