"""A copy is brought back into a database that is thrown away, and every value verified there."""

from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from django.conf import settings

from throughcare.record.integrity.checkpoints import places
from throughcare.record.integrity.verifying import verify
from throughcare.record.integrity.witness import Witness
from throughcare.site.backups.described import CHECKPOINTS, DATABASE, DOCUMENTS, described, hash_of
from throughcare.site.server import keeping
from throughcare.site.server.addresses import Parts, address_of, parts_of

KEPT = "SELECT DISTINCT sha256 FROM history.documents_document"


@dataclass
class Examined:
    """What a copy holds, and each thing about it that is wrong."""

    entries: int = 0
    documents: int = 0
    wrong: list[str] = field(default_factory=list)


def examined(folder: Path, admin: str) -> Examined:
    """Bring a copy back into a database that is thrown away, and verify it there."""
    described(folder)
    with keeping.scratch(admin, keeping.name_beside(parts_of(admin), "examined")) as parts:
        keeping.load(parts, folder / DATABASE)
        return verified(parts, folder)


def verified(parts: Parts, folder: Path) -> Examined:
    """Verify the record in a database, and the papers that lie in a copy beside it."""
    witness = Witness(places(settings.RECORD_KEY, [folder / CHECKPOINTS]).folders)
    with psycopg.connect(address_of(parts)) as connection:
        cursor = connection.cursor()
        found = verify(cursor, witness.note)
        cursor.execute(KEPT)
        contents = sorted(each for (each,) in cursor.fetchall())
    wrong = [str(each) for each in [*found.findings, *witness.findings()]]
    wrong += [
        f"the content of a paper is missing, or not the one that was kept: {each}"
        for each in contents
        if not _is_kept(folder / DOCUMENTS, each)
    ]
    return Examined(found.entries, len(contents), wrong)


def _is_kept(documents: Path, sha256: str) -> bool:
    path = documents / sha256[:2] / sha256[2:4] / sha256
    return path.exists() and hash_of(path) == sha256
