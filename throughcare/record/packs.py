"""The packs that were in use: each is kept with its entry, so that a past is seen by its rules."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import NAMESPACE_OID, uuid5

from django.conf import settings
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.packs.entries import PackError
from throughcare.packs.folders import folder_of, packs_from
from throughcare.packs.identity import pack_sha256, packed, unpack
from throughcare.packs.loading import pack_of
from throughcare.record.entries import Actor, System, entry
from throughcare.record.models import Entry, KeptPack
from throughcare.refusal import Refused


class RulesNotReadable(Refused): ...


def keep_pack(code: str, *, by: Actor | None = None) -> bool:
    """Keep the pack in use in an entry of its own; return False where it was the last one kept."""
    folder = folder_of(code)
    last = KeptPack.objects.filter(code=code).order_by("-kept_at").values_list("sha256").first()
    if last == (pack_sha256(folder),):
        return False
    with entry("record.pack_kept", by=by or System(), reason=code):
        kept_pack(code, clock.now()).save(force_insert=True)
    return True


def keep_rules() -> bool:
    """Keep the pack of the office's jurisdiction, where it is another than before.

    A record that is still empty stays so: the first office, or the demo, begins it.
    """
    return Entry.objects.exists() and keep_pack(settings.JURISDICTION)


def kept_pack(code: str, at: datetime) -> KeptPack:
    """Return the pack in use as a row kept at a moment, not saved yet."""
    folder = folder_of(code)
    sha256 = pack_sha256(folder)
    row_id = uuid5(NAMESPACE_OID, f"{code} {sha256} {at.isoformat()}")
    return KeptPack(id=row_id, code=code, sha256=sha256, files=packed(folder), kept_at=at)


@contextmanager
def pack_as_kept(code: str, first: str | None) -> Iterator[None]:
    """Read the pack that was in use at the moment the office is seen at.

    Needs `as_of`. Before any pack was kept that is the `first` one (`first_kept`); where none
    ever was, the one that ships.

    :raises RulesNotReadable: where this version of the product cannot read the pack of then.
    """
    known = KeptPack.objects.filter(code=code).order_by("-kept_at").values_list("sha256", flat=True)
    sha256 = known.first() or first
    if sha256 is None or sha256 == pack_sha256(folder_of(code)):
        yield
        return
    with packs_from({code: unpacked(code, sha256)}):
        _demand_readable(code)
        yield


def _demand_readable(code: str) -> None:
    try:
        pack_of(code)
    except PackError as error:
        raise RulesNotReadable(
            _("The rules of that day are kept, but this version cannot read them any more.")
        ) from error


def first_kept(code: str) -> str | None:
    """Return the hash of the first pack that was kept, as the present knows it."""
    known = KeptPack.objects.filter(code=code).order_by("kept_at")
    return known.values_list("sha256", flat=True).first()


def unpacked(code: str, sha256: str) -> Path:
    """Return a folder with the files of a kept pack, written there once.

    :raises RulesNotReadable: where the files do not have the hash they were kept under.
    """
    if not HASH.fullmatch(sha256):
        raise RulesNotReadable(_("The kept rules of that day were changed: they are not used."))
    folder: Path = settings.KEPT_PACKS / sha256 / code
    if not folder.exists():
        _write(folder, sha256)
    if pack_sha256(folder) != sha256:
        raise RulesNotReadable(_("The kept rules of that day were changed: they are not used."))
    return folder


def _write(folder: Path, sha256: str) -> None:
    """Write the files of a kept pack; where another process was quicker, its files stay."""
    [kept] = KeptPack.objects.raw(FILES, [sha256])
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as draft:
        unpack(bytes(kept.files), Path(draft) / folder.name)
        with suppress(OSError):
            (Path(draft) / folder.name).rename(folder)


HASH = re.compile("[0-9a-f]{64}")
FILES = "SELECT id, files FROM public.record_kept_pack WHERE sha256 = %s ORDER BY kept_at LIMIT 1"
