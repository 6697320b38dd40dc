"""A case of the record as a file that proves itself, with the program that verifies it."""

import json
import re
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from throughcare.record.integrity.chain import before_of_case
from throughcare.record.integrity.checkpoints import HASHES, Places
from throughcare.record.integrity.erased import Erased
from throughcare.record.integrity.folders import FIRST_KEY, Folder
from throughcare.record.integrity.hashing import BEGINNING, HASH, SALT
from throughcare.record.integrity.layouts import ENTRIES, Layout, known
from throughcare.record.integrity.locating import Standing
from throughcare.record.integrity.merkle import proofs
from throughcare.record.integrity.notes import Checkpoint, is_signed_by
from throughcare.record.integrity.reading import Read, lines, with_settings
from throughcare.record.integrity.verifying import some_entries
from throughcare.refusal import Refused

FORMAT = "throughcare-record-export-2"
COMMENT = len("sha256 ") + 64
VERIFIER = Path(__file__).parents[1] / "verifier" / "verify_record.py"
NUMBERS = """
SELECT number FROM record_entry WHERE case_id = %s AND number > 0 AND number <= %s ORDER BY number
"""
# What row security guards is victims' and what a judge sealed: it leaves with its hash alone.
GUARDED = """
SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname IN ('public', 'history') AND c.relrowsecurity
"""
WRITTEN = {b"t": "\t", b"n": "\n", b"r": "\r", b"b": "\b", b"f": "\f", b"v": "\v"}
READ_ME = """\
This is a case of an office's record, with the means to verify it.

record.json       every entry about the case with the rows it wrote, hashes and proofs
verify_record.py  verifies them: python3 verify_record.py THIS.zip
                  (Python 3.11 or later; pip install cryptography)

Ceci est un dossier tiré du registre d'un bureau, avec le moyen de le vérifier.

record.json       chaque inscription au dossier, avec ses lignes, ses empreintes et ses preuves
verify_record.py  les vérifie : python3 verify_record.py CE_FICHIER.zip
"""


class NothingRecorded(Refused): ...


def export(cursor: Any, case: tuple[str, str], newest: Checkpoint, where: Places) -> dict[str, Any]:
    """Return a case of the record as plain values, proven against a checkpoint.

    :param case: its id and its number.
    :raises NothingRecorded: when no entry is about it.
    """
    with_settings(cursor)
    case_id, number = case
    cursor.execute(NUMBERS, [case_id, newest.size])
    numbers = [each for (each,) in cursor.fetchall()]
    if not numbers:
        raise NothingRecorded(_("Nothing is recorded about this file yet. Choose another one."))
    return {
        "format": FORMAT,
        "case": number,
        "case_id": case_id,
        **_signed(where.folders[0], newest),
        "entries": list(_entries(cursor, numbers, newest.size)),
    }


def _signed(folder: Folder, newest: Checkpoint) -> dict[str, Any]:
    """Return the checkpoint, and the keys up to the one that signed it; there may be a newer."""
    read, note = folder.newest(), folder.note_of(newest.size)
    signer = next(place for place, key in enumerate(read.keys) if is_signed_by(note, key))
    rotations = [each for each in sorted(folder.names()) if each.startswith("rotation-")]
    genuine = [each for each in rotations if each not in read.forged]
    return {
        "first_key": folder.text_of(FIRST_KEY),
        "rotations": [folder.text_of(each) for each in genuine[:signer]],
        "checkpoint": note,
    }


def _entries(cursor: Any, numbers: list[int], size: int) -> Iterator[dict[str, Any]]:
    hashes = [bytes.fromhex(each.decode()) for each in lines(cursor, HASHES.format(0))[:size]]
    ways = proofs(hashes, [number - 1 for number in numbers])
    cursor.execute(GUARDED)
    guarded = {table for (table,) in cursor.fetchall()}
    of_case: dict[bytes, int] = {}
    layouts = known(cursor)
    for standing, entries in some_entries(cursor, layouts, numbers):
        for entry in entries:
            if entry.kept:
                yield {
                    "number": entry.number,
                    "of_case": before_of_case(entry, of_case),
                    "before": (hashes[entry.number - 2] if entry.number > 1 else BEGINNING).hex(),
                    "hash": entry.kept.hash.hex(),
                    "proof": [each.hex() for each in ways[entry.number - 1]],
                    "rows": list(_rows(standing, entry, guarded, layouts.erased)),
                    "ended": [each.split("\t") for each in entry.ended.decode().splitlines()],
                }


def _rows(
    standing: Standing, entry: Read, guarded: set[str], gone: Erased
) -> Iterator[dict[str, Any]]:
    """Yield an entry's own row, then those it made: with values, or with why there are none."""
    own = _with_values(standing[ENTRIES], entry.line)
    by = gone.by.get((ENTRIES, b"%d" % entry.seq, entry.seq))
    yield own | (_salt(entry, 0) if by is None else {"erased": _leaf(entry, 0), "by": by})
    for place, (table, key, line) in enumerate(entry.made, 1):
        if line is None:
            erasure = {"erased": _leaf(entry, place), "by": gone.by[table, key, entry.seq]}
            yield {"table": table, "key": key.decode()} | erasure
        elif table in guarded:
            yield {"withheld": _leaf(entry, place)}
        else:
            yield _with_values(standing[table], line) | _salt(entry, place)


def _with_values(layout: Layout, line: bytes) -> dict[str, Any]:
    values = [_value(each) for each in line.split(b"\t")]
    return {"table": layout.table, "columns": list(layout.columns), "values": values}


def _leaf(entry: Read, place: int) -> str:
    return entry.kept.leaves[place * HASH : (place + 1) * HASH].hex() if entry.kept else ""


def _salt(entry: Read, place: int) -> dict[str, str]:
    return {"salt": entry.kept.salts[place * SALT : (place + 1) * SALT].hex() if entry.kept else ""}


def _value(written: bytes) -> str | None:
    """Return a value as it was before COPY escaped it."""
    if written == b"\\N":
        return None
    text = re.sub(rb"\\(.)", lambda found: _letter(found[1]), written, flags=re.DOTALL)
    return text.decode()


def _letter(escaped: bytes) -> bytes:
    return WRITTEN[escaped].encode() if escaped in WRITTEN else escaped


def write(path: Path, said: dict[str, Any]) -> None:
    """Write an export with its verifier into a file that was not there before.

    Its comment is the hash of all before it, so that any damage shows.

    :raises FileExistsError: when it was.
    """
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", READ_ME)
        archive.writestr("record.json", json.dumps(said, ensure_ascii=False, indent=1))
        archive.writestr("verify_record.py", VERIFIER.read_text(encoding="utf-8"))
        archive.comment = bytes(COMMENT)
    whole = held.getvalue()[:-COMMENT]
    with path.open("xb") as file:
        file.write(whole + b"sha256 " + sha256(whole).hexdigest().encode())
