#!/usr/bin/env python3
"""Verify an exported case: that it is what the office recorded, in the order it recorded it.

    python3 verify_record.py EXPORT.zip [--key 'name+id+key']

This one file needs Python 3.11 or later and the package `cryptography` (pip install cryptography).
It uses nothing of the program that made the export. It ends with 0 where everything holds, 1 where
something does not, 2 where the export cannot be read.

What it shows. Each entry's hash follows from the values in the export; each hash leads by its proof
to one root; and a key signed that root. So nothing in the export was changed after the signature.
Every entry also names the entry before it about the same case, so none is left out in between;
entries after the last one shown may exist. A row that was erased by law has left its hash, and an
entry that is proven like the others says under which basis. Whether the key is the office's is for
you to learn from elsewhere: compare the key printed below with one that was published or printed
before, or give that one with --key.
"""

import argparse
import base64
import io
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FIRST_FORMAT = "throughcare-record-export-1"
FORMAT = "throughcare-record-export-2"
LARGEST = 256 * 1024 * 1024
PACKED_AT_MOST = 200
NAMES = {"README.txt", "record.json", "verify_record.py"}
ORIGIN = "throughcare-record"
ROTATION = "throughcare key rotation"
ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
ESCAPED |= {"\b": "\\b", "\f": "\\f", "\v": "\\v"}
OWN = {"number", "case_id", "recorded_at"}
DIGEST, END = 71, 22


class Unreadable(Exception):
    """The file is not an export, or not a whole one."""


# 1. What an export looks like -----------------------------------------------------------------


def hexadecimal(digits: int) -> Callable[[Any], bool]:
    """Return what says whether a value is so many hexadecimal digits."""
    return lambda value: (
        isinstance(value, str) and bool(re.fullmatch(f"[0-9a-f]{{{digits}}}", value))
    )


def is_text(value: Any) -> bool:
    """Say whether a value is text that can be written down as UTF-8."""
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def is_name(value: Any) -> bool:
    """Say whether a value names a table or a column."""
    return isinstance(value, str) and bool(re.fullmatch("[a-z_][a-z0-9_]*", value))


def is_number(value: Any) -> bool:
    """Say whether a value is the number of an entry, or the 0 before the first."""
    return type(value) is int and 0 <= value < 2**63


def is_ended(value: Any) -> bool:
    """Say whether a value names a row version: table, key, and the place of who made it."""
    parts = value if isinstance(value, list) else []
    return len(parts) == 3 and all(is_text(each) and not set(each) & set("\t\n") for each in parts)


HASH, SALT = hexadecimal(64), hexadecimal(32)
VALUES = {"table": is_name, "columns": [is_name], "values": [lambda v: v is None or is_text(v)]}
ERASED = {"erased": HASH, "by": is_number}
ROW = VALUES | {"salt": SALT}
# What is withheld is its hash alone; of an entry's own row only the reason is ever erased.
KINDS: tuple[dict[str, Any], ...] = (ROW, {"withheld": HASH}, {"table": is_name, "withheld": HASH})
KINDS += ({"table": is_name, "key": is_text} | ERASED, VALUES | ERASED)
ROWS = {frozenset(each): each for each in KINDS}
ENTRY = {
    "number": is_number,
    "of_case": is_number,
    "before": HASH,
    "hash": HASH,
    "proof": [HASH],
    "rows": [lambda row: ROWS.get(frozenset(row), ROW) if isinstance(row, dict) else ROW],
    "ended": [is_ended],
}
EXPORT = {
    **dict.fromkeys(("format", "case", "case_id", "first_key", "checkpoint"), is_text),
    "rotations": [is_text],
    "entries": [ENTRY],
}


def demand(value: Any, shape: Any, place: str) -> None:
    """Refuse what has not the shape that belongs in its place."""
    shape = shape(value) if callable(shape) else shape
    if isinstance(shape, dict):
        if not isinstance(value, dict) or value.keys() != shape.keys():
            raise Unreadable(f"{place} has not the parts that belong there")
        for name, each in shape.items():
            demand(value[name], each, f"{place}: {name}")
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise Unreadable(f"{place} is not a list")
        for number, each in enumerate(value, 1):
            demand(each, shape[0], f"{place} {number}")
    elif not shape:
        raise Unreadable(f"{place} is not what belongs there")


# 2. How a row becomes a hash ------------------------------------------------------------------


def line_of(values: list[str | None]) -> bytes:
    """Return the line that stands for a row: tabs between the values, a mark for no value."""
    return "\t".join("\\N" if each is None else escaped(each) for each in values).encode()


def escaped(value: str) -> str:
    """Return a value in which nothing can be taken for a tab, a newline or a missing value."""
    return "".join(ESCAPED.get(letter, letter) for letter in value)


def head_of(row: dict[str, Any]) -> bytes:
    """Return what names a row's table and columns before its line."""
    return f"{row['table']}({','.join(row['columns'])})\n".encode()


def leaf_of(row: dict[str, Any]) -> bytes:
    """Return the hash of a row; of a row that is withheld or erased, the hash is given instead."""
    if given := row.get("withheld") or row.get("erased"):
        return bytes.fromhex(given)
    return sha256(head_of(row) + bytes.fromhex(row["salt"]) + line_of(row["values"])).digest()


def hash_of(entry: dict[str, Any]) -> bytes:
    """Return the hash of an entry: over the entry before, its own row, and what it wrote."""
    leaves = [leaf_of(row) for row in entry["rows"]]
    ended = "".join("\t".join(each) + "\n" for each in entry["ended"]).encode()
    return sha256(
        b"throughcare entry 1\n"
        + bytes.fromhex(entry["before"])
        + entry["of_case"].to_bytes(8, "big")
        + len(leaves).to_bytes(4, "big")
        + b"".join(leaves)
        + sha256(ended).digest()
    ).digest()


# 3. How a hash leads to the root (RFC 6962) ---------------------------------------------------


def root_of(entry_hash: bytes, place: int, size: int, proof: list[bytes]) -> bytes:
    """Return the root to which a proof leads from an entry; the first entry has place 0."""
    if not 0 <= place < size:
        raise Unreadable("an entry stands outside the signed record")
    node, last, rest = sha256(b"\x00" + entry_hash).digest(), size - 1, list(proof)
    while last > 0:
        if place ^ 1 <= last:
            other = rest.pop(0) if rest else b""
            pair = other + node if place & 1 else node + other
            node = sha256(b"\x01" + pair).digest()
        place, last = place // 2, last // 2
    return b"" if rest else node


# 4. Who signed the root -----------------------------------------------------------------------


def decoded(written: str) -> bytes:
    """Return the bytes that a text in base64 stands for; there is one such text for them."""
    try:
        raw = base64.b64decode(written, validate=True)
    except ValueError:
        raw = b""
    if base64.b64encode(raw).decode() != written:
        raise Unreadable("a text that should be base64 is not")
    return raw


def key_in(written: str) -> tuple[str, bytes, bytes]:
    """Return a key's name, its id and the key itself."""
    name, _, rest = written.strip().partition("+")
    identity, _, encoded = rest.partition("+")
    raw = decoded(encoded)
    whole = sha256(name.encode() + b"\n" + raw).digest()[:4]
    if raw[:1] != b"\x01" or whole.hex() != identity:
        raise Unreadable("a key has not its own id")
    return name, whole, raw[1:]


def is_signed(note: str, written: str) -> bool:
    """Say whether a key signed a note."""
    (text, _, signatures), found = note.rpartition("\n\n"), False
    name, identity, public = key_in(written)
    for line in signatures.removesuffix("\n").split("\n"):
        signer, _, encoded = line.removeprefix("— ").partition(" ")
        raw = decoded(encoded)
        if signer == name and raw[:4] == identity:
            found = _verifies(public, raw[4:], f"{text}\n".encode())
    return found


def _verifies(public: bytes, signature: bytes, text: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def last_key(first: str, rotations: list[str]) -> str:
    """Return the key in use at the end: each new one is signed by the one before and by itself."""
    key = first.strip()
    for note in rotations:
        lines = note.split("\n")
        if lines[:2] != [ROTATION, key] or len(lines) < 3 or not is_signed(note, key):
            raise Unreadable("a new key was not signed by the key before it")
        key = lines[2]
        if not is_signed(note, key):
            raise Unreadable("a new key did not sign for itself")
    return key


def signed_in(note: str) -> tuple[str, int, bytes]:
    """Return what a checkpoint says: of what, how many entries, and the root over them."""
    lines = note.split("\n")
    if len(lines) < 3 or not re.fullmatch("[1-9][0-9]{0,17}", lines[1]):
        raise Unreadable("the checkpoint is not one")
    return lines[0], int(lines[1]), decoded(lines[2])


# 5. The whole export --------------------------------------------------------------------------


def read(path: str) -> dict[str, Any]:
    """Return what an export says, once it is known to have the shape of one."""
    file = Path(path)
    if file.stat().st_size > LARGEST:
        raise Unreadable("it is too large")
    raw = file.read_bytes()
    said = _said_in(raw)
    form = said.get("format") if isinstance(said, dict) else None
    if form not in {FIRST_FORMAT, FORMAT}:
        raise Unreadable(f"it is not of the format {FORMAT}")
    if form == FORMAT:
        demand_undamaged(raw)
    demand(said, EXPORT, "record.json")
    return dict(said)


def _said_in(raw: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return json.loads(_content(archive), object_pairs_hook=_once)
    except (ValueError, RecursionError) as why:
        raise Unreadable("record.json is not JSON of an export") from why
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as why:
        raise Unreadable(f"it is no archive (zip), or was cut or damaged ({why!a})") from why


def _content(archive: zipfile.ZipFile) -> bytes:
    """Return record.json, if all is whole and nothing lies beside it that does not belong."""
    names = [each.filename for each in archive.infolist()]
    if strange := [each for each in names if each not in NAMES or names.count(each) > 1]:
        raise Unreadable(f"it holds a file that does not belong there: {strange[0]!a}")
    if "record.json" not in names:
        raise Unreadable("there is no record.json in it")
    if any(is_a_bomb(each) for each in archive.infolist()):
        raise Unreadable("it is too large")
    return {name: archive.read(name) for name in names}["record.json"]


def is_a_bomb(member: zipfile.ZipInfo) -> bool:
    """Say whether a file of the archive is larger than the whole may be, or than its like are."""
    return member.file_size > min(LARGEST, PACKED_AT_MOST * member.compress_size + 1024)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("A part is there twice.")
    return dict(pairs)


def demand_undamaged(raw: bytes) -> None:
    """Refuse a damaged file: its comment is the hash of all before it (a forger can renew it)."""
    comment = b"sha256 " + sha256(raw[:-DIGEST]).hexdigest().encode()
    if raw[-DIGEST:] != comment or raw[-DIGEST - END :][:4] != b"PK\x05\x06":
        raise Unreadable("it is not as it was written: a part of it was changed or damaged")


def problems(said: dict[str, Any], key: str | None = None) -> Iterator[str]:
    """Yield everything about an export that does not hold."""
    if not said["entries"]:
        raise Unreadable("there is no entry in it")
    yield from _of_the_keys(said, key)
    origin, size, root = signed_in(said["checkpoint"])
    if origin != ORIGIN:
        yield "The checkpoint is of something else."
    before = 0
    for entry in said["entries"]:
        yield from _of_entry(entry, size, root)
        yield from _of_order(entry, before, said["case_id"])
        before = entry["number"]
    yield from _of_times(said["entries"])
    yield from _of_the_file(said)
    yield from _of_erasures(said["entries"])


def _of_the_keys(said: dict[str, Any], key: str | None) -> Iterator[str]:
    first = said["first_key"].strip()
    if key and key.strip() != first:
        yield "The export begins with another key than the one you gave."
    try:
        if not is_signed(said["checkpoint"], last_key(first, said["rotations"])):
            yield "The checkpoint is not signed by the record's key."
    except Unreadable as trouble:
        yield f"The record's key cannot be followed: {trouble}."


def _of_entry(entry: dict[str, Any], size: int, root: bytes) -> Iterator[str]:
    found, number = hash_of(entry), entry["number"]
    if found.hex() != entry["hash"]:
        yield f"Entry {number}: its values do not have its hash."
    if root_of(found, number - 1, size, [bytes.fromhex(each) for each in entry["proof"]]) != root:
        yield f"Entry {number}: it does not lead to the signed root."
    if any(len(row["columns"]) != len(row["values"]) for row in entry["rows"] if "values" in row):
        yield f"Entry {number}: a row has more columns than values, or fewer."


def _of_order(entry: dict[str, Any], before: int, case: str) -> Iterator[str]:
    number, own = entry["number"], own_row(entry)
    if entry["of_case"] != before:
        yield f"Entry {number}: the entry before it about this case is not the one before it here."
    if own["number"] != str(number):
        yield f"Entry {number}: its own row has another number."
    if own["case_id"] != case:
        yield f"Entry {number}: it is not about this case."


def _of_times(entries: list[dict[str, Any]]) -> Iterator[str]:
    times = [str(own_row(entry)["recorded_at"]) for entry in entries]
    for entry, earlier, later in zip(entries[1:], times, times[1:], strict=False):
        if later < earlier:
            yield f"Entry {entry['number']}: it was recorded before the entry before it."


def _of_the_file(said: dict[str, Any]) -> Iterator[str]:
    """Hold the number that people write against the file's own rows, where these are here."""
    rows = rows_of(said["entries"], "cases_case")
    own = {row.get("number") for row in rows if row.get("id") == said["case_id"]}
    if own and said["case"] not in own:
        yield "The file's own row has another number."


def _of_erasures(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Hold each erased row against the erasure that is said to have erased it."""
    named = {entry["number"]: _named_in(entry) for entry in entries}
    for entry in entries:
        for row in (each for each in entry["rows"] if "erased" in each):
            if erased_line(entry, row) not in named.get(row["by"], ""):
                yield f"Entry {entry['number']}: no erasure names a row that is said to be erased."


def _named_in(entry: dict[str, Any]) -> str:
    return "".join(f"\n{row['versions'] or ''}" for row in rows_of([entry], "record_erasure"))


def erased_line(entry: dict[str, Any], row: dict[str, Any]) -> str:
    """Return how an erasure names an erased row: table, key, place, and what was left of it."""
    seq = own_row(entry).get("seq")
    if "values" not in row:
        return f"\n{row['table']}\t{row['key']}\t{seq}\t"
    left = sha256(head_of(row) + line_of(row["values"])).hexdigest()
    return f"\n{row['table']}\t{seq}\t{seq}\t\t{left}\n"


def rows_of(entries: list[dict[str, Any]], table: str) -> list[dict[str, Any]]:
    """Return the rows of one table, each by its columns."""
    return [
        dict(zip(row["columns"], row["values"], strict=False))
        for entry in entries
        for row in entry["rows"]
        if "values" in row and row["table"] == table
    ]


def own_row(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry's own row: who, what, when and why."""
    row = entry["rows"][0] if entry["rows"] else {}
    columns, values = row.get("columns", []), row.get("values", [])
    own = dict(zip(columns, values, strict=False))
    if row.get("table") != "record_entry" or len(columns) != len(values) or own.keys() < OWN:
        raise Unreadable("an entry does not begin with its own row")
    return own


def main() -> int:
    """Verify the export named on the command line; say what holds and what does not."""
    parser = argparse.ArgumentParser(description="Verify an exported case.")
    parser.add_argument("export", help="the file, EXPORT.zip")
    parser.add_argument("--key", help="the office's first key, as it was published or printed")
    options = parser.parse_args()
    try:
        said = read(options.export)
        found = list(problems(said, options.key))
    except (Unreadable, OSError, MemoryError) as trouble:
        why = getattr(trouble, "strerror", None) or trouble or "it is too large"
        print(f"The export cannot be read: {why}.")
        return 2
    last = f"Wrong: {len(found)}." if found else "Everything holds."
    print("\n".join([*summary_of(said), *found, last]))
    return 1 if found else 0


def summary_of(said: dict[str, Any]) -> list[str]:
    """Return what was looked at, in words."""
    rows = [row for entry in said["entries"] for row in entry["rows"]]
    withheld = sum("withheld" in row for row in rows)
    lines = [
        f"Case {said['case']!a}: {len(said['entries'])} entries, {len(rows)} rows.",
        f"Signed over {signed_in(said['checkpoint'])[1]} entries of the record.",
        f"First key: {said['first_key'].strip()!a}",
    ]
    if withheld:
        lines.append(f"Withheld: {withheld} rows; of these only the hash is here.")
    return lines + [line for entry in said["entries"] for line in _erasures_in(entry, rows)]


def _erasures_in(entry: dict[str, Any], rows: list[dict[str, Any]]) -> Iterator[str]:
    count = sum(row.get("by") == entry["number"] for row in rows)
    for each in (row for row in rows_of([entry], "record_erasure") if row["versions"]):
        yield f"Erased under {each['basis_en']!a} in entry {entry['number']}: {count} rows."


if __name__ == "__main__":
    sys.exit(main())
