"""An erasure carried out in every place: rows, hashes' salts, words of papers, their content."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction

from throughcare.documents.store import path_of
from throughcare.record.entries import Actor
from throughcare.record.erasing.erasures import Done, approve_erasure
from throughcare.record.integrity.folders import Folder
from throughcare.record.models import Erasure

CONTENTS = "SELECT DISTINCT sha256 FROM history.documents_document"
WORDS = "DELETE FROM documents_contenttext WHERE sha256 = ANY(%s)"
SAID = "SELECT basis, case_id::text, person_id::text FROM record_erasure WHERE id = %s"


@dataclass(frozen=True)
class CarriedOut:
    """What was taken away."""

    done: Done
    contents: int


def carry_out(id: UUID, *, by: Actor) -> CarriedOut:
    """Approve an erasure and carry it out; return what is gone. Contents go once that commits.

    A content that a paper of somebody else holds too stays.
    """
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        before = _contents(cursor)
        done = approve_erasure(cursor, id, by=by)
        gone = sorted(before - _contents(cursor))
        cursor.execute(WORDS, [gone])
        cursor.execute(SAID, [id])
        said = cursor.fetchone()
    for each in gone:
        path_of(each).unlink(missing_ok=True)
    _sweep(done)
    _tell_the_folders(id, said)
    return CarriedOut(done, len(gone))


def waiting() -> list[UUID]:
    """Return what was asked and approved on pages and waits to be carried out, the oldest first."""
    found = Erasure.objects.filter(versions="").exclude(approved_at=None).order_by("approved_at")
    return list(found.values_list("pk", flat=True))


def _contents(cursor: Any) -> set[str]:
    cursor.execute(CONTENTS)
    return {sha256 for (sha256,) in cursor.fetchall()}


def _sweep(done: Done) -> None:
    """Have the database write over what it deleted: until then its files still hold it."""
    tables = [f"{schema}.{table}" for table in done.tables for schema in ("public", "history")]
    with connections["owner"].cursor() as cursor:
        for table in [*tables, "record_link", "record_entry", "documents_contenttext"]:
            cursor.execute(f"VACUUM {table}")


def _tell_the_folders(id: UUID, said: tuple[str, ...]) -> None:
    """Keep beside the checkpoints what was erased: an older copy must be erased again."""
    basis, case, person = said
    text = f"erasure {id}\nbasis {basis}\ncase {case}\nperson {person}\n"
    for place in settings.CHECKPOINTS:
        Folder(Path(place)).put(f"erased-{id}.txt", text)
