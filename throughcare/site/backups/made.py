"""Making a copy of the whole office."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from throughcare.site.backups.described import CHECKPOINTS, DATABASE, DOCUMENTS, KEYS, describe
from throughcare.site.backups.examined import Examined, examined
from throughcare.site.server import keeping
from throughcare.site.server.addresses import parts_of
from throughcare.site.server.home import make_private
from throughcare.site.server.trouble import Trouble


def make(out: Path, admin: str, *, with_keys: bool) -> Examined:
    """Copy the whole office into a new folder, then bring it back elsewhere and verify it there.

    The database comes first: a paper's content is kept before its row, so none can be missing.

    :returns: what was found; where anything is wrong, the folder is called `….not-verified`.
    :raises Trouble: something is called so already, or the database cannot be copied.
    """
    draft = out.with_name(f"{out.name}.not-verified")
    if out.exists() or draft.exists():
        raise Trouble(f"{out if out.exists() else draft} is there already. Choose another name.")
    make_private(draft)
    keeping.dump(parts_of(admin), draft / DATABASE)
    for name, folder in _folders(with_keys=with_keys):
        _copy(folder, draft / name)
    describe(draft)
    found = examined(draft, admin)
    if not found.wrong:
        draft.rename(out)
    return found


def _folders(*, with_keys: bool) -> Iterator[tuple[str, list[Path]]]:
    """Give what is copied beside the database: a name, and the files or folders."""
    yield DOCUMENTS, [Path(settings.DOCUMENTS_FOLDER)]
    yield CHECKPOINTS, [Path(settings.CHECKPOINTS[0])] if settings.CHECKPOINTS else []
    if with_keys:
        yield KEYS, [settings.RECORD_KEY, *(settings.HOME / name for name in settings.SECRETS)]


def _copy(places: list[Path], into: Path) -> None:
    make_private(into)
    for place in places:
        if place.is_dir():
            shutil.copytree(
                place, into, dirs_exist_ok=True, ignore=shutil.ignore_patterns("arriving", ".*")
            )
        elif place.exists():
            shutil.copy2(place, into)
