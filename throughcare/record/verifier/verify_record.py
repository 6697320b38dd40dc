#!/usr/bin/env python3
"""Verify an exported case: that it is what the office recorded, in the order it recorded it.

    python3 verify_record.py EXPORT.zip [--key 'name+id+key']

This one file needs Python 3.11 or later and the package `cryptography` (pip install cryptography).
It uses nothing of the program that made the export. It ends with 0 where everything holds, 1 where
something does not, 2 where the export cannot be read.

What it shows. Each entry's hash follows from the values in the export; each hash leads by its proof
to one root; and a key signed that root. So nothing in the export was changed after the signature.
Every entry also names the entry before it about the same case, so none is left out in between;
entries after the last one shown may exist. Whether the key is the office's is for you to learn from
elsewhere: compare the key printed below with one that was published or printed before, or give that
one with --key.
"""

import argparse
import base64
import binascii
import json
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "throughcare-record-export-1"
LARGEST = 512 * 1024 * 1024
ORIGIN = "throughcare-record"
ROTATION = "throughcare key rotation"
ESCAPED = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
ESCAPED |= {"\b": "\\b", "\f": "\\f", "\v": "\\v"}


class Unreadable(Exception):
    """The file is not an export, or not a whole one."""


# 1. How a row becomes a hash ------------------------------------------------------------------


def line_of(values: list[str | None]) -> bytes:
    """Return the line that stands for a row: tabs between the values, a mark for no value."""
    return "\t".join("\\N" if each is None else escaped(each) for each in values).encode()


def escaped(value: str) -> str:
    """Return a value in which nothing can be taken for a tab, a newline or a missing value."""
    return "".join(ESCAPED.get(letter, letter) for letter in value)


def leaf_of(row: dict[str, Any]) -> bytes:
    """Return the hash of a row; of a row that is withheld, the hash is given instead."""
    if "withheld" in row:
        return bytes.fromhex(row["withheld"])
    head = f"{row['table']}({','.join(row['columns'])})\n".encode()
    return sha256(head + bytes.fromhex(row["salt"]) + line_of(row["values"])).digest()


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


# 2. How a hash leads to the root (RFC 6962) ---------------------------------------------------


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


# 3. Who signed the root -----------------------------------------------------------------------


def key_in(written: str) -> tuple[str, bytes, bytes]:
    """Return a key's name, its id and the key itself."""
    name, identity, encoded = written.strip().split("+", 2)
    raw = base64.b64decode(encoded, validate=True)
    whole = sha256(name.encode() + b"\n" + raw).digest()[:4]
    if raw[:1] != b"\x01" or whole.hex() != identity:
        raise Unreadable("a key has not its own id")
    return name, whole, raw[1:]


def is_signed(note: str, written: str) -> bool:
    """Say whether a key signed a note."""
    text, _, signatures = note.rpartition("\n\n")
    name, identity, public = key_in(written)
    for line in signatures.splitlines():
        signer, _, encoded = line.removeprefix("— ").partition(" ")
        raw = base64.b64decode(encoded, validate=True)
        if signer == name and raw[:4] == identity:
            return _verifies(public, raw[4:], f"{text}\n".encode())
    return False


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
        lines = note.splitlines()
        if lines[:2] != [ROTATION, key] or not is_signed(note, key):
            raise Unreadable("a new key was not signed by the key before it")
        key = lines[2]
        if not is_signed(note, key):
            raise Unreadable("a new key did not sign for itself")
    return key


# 4. The whole export --------------------------------------------------------------------------


def read(path: str) -> dict[str, Any]:
    """Return what an export says."""
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo("record.json").file_size > LARGEST:
            raise Unreadable("it is too large")
        said = json.loads(archive.read("record.json"))
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise Unreadable(f"it is not of the format {FORMAT}")
    return said


def problems(said: dict[str, Any], key: str | None = None) -> Iterator[str]:
    """Yield everything about an export that does not hold."""
    first = said["first_key"].strip()
    if key and key.strip() != first:
        yield "The export begins with another key than the one you gave."
    note = said["checkpoint"]
    try:
        if not is_signed(note, last_key(first, said["rotations"])):
            yield "The checkpoint is not signed by the record's key."
    except Unreadable as trouble:
        yield f"The record's key cannot be followed: {trouble}."
    origin, size, root = note.splitlines()[:3]
    if origin != ORIGIN:
        yield "The checkpoint is of something else."
    before = 0
    for entry in said["entries"]:
        yield from _of_entry(entry, int(size), base64.b64decode(root, validate=True))
        yield from _of_order(entry, before, said["case_id"])
        before = entry["number"]
    yield from _of_times(said["entries"])


def _of_entry(entry: dict[str, Any], size: int, root: bytes) -> Iterator[str]:
    found, number = hash_of(entry), entry["number"]
    if found.hex() != entry["hash"]:
        yield f"Entry {number}: its values do not have its hash."
    if root_of(found, number - 1, size, [bytes.fromhex(each) for each in entry["proof"]]) != root:
        yield f"Entry {number}: it does not lead to the signed root."


def _of_order(entry: dict[str, Any], before: int, case: str) -> Iterator[str]:
    number, own = entry["number"], own_row(entry)
    if entry["of_case"] != before:
        yield f"Entry {number}: the entry before it about this case is not the one before it here."
    if own["number"] != str(number):
        yield f"Entry {number}: its own row has another number."
    if own["case_id"] != case:
        yield f"Entry {number}: it is not about this case."


def _of_times(entries: list[dict[str, Any]]) -> Iterator[str]:
    times = [own_row(entry)["recorded_at"] for entry in entries]
    for entry, earlier, later in zip(entries[1:], times, times[1:], strict=False):
        if later < earlier:
            yield f"Entry {entry['number']}: it was recorded before the entry before it."


def own_row(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry's own row: who, what, when and why."""
    row = entry["rows"][0]
    if row["table"] != "record_entry" or len(row["columns"]) != len(row["values"]):
        raise Unreadable("an entry does not begin with its own row")
    return dict(zip(row["columns"], row["values"], strict=True))


def main() -> int:
    """Verify the export named on the command line; say what holds and what does not."""
    parser = argparse.ArgumentParser(description="Verify an exported case.")
    parser.add_argument("export", help="the file, EXPORT.zip")
    parser.add_argument("--key", help="the office's first key, as it was published or printed")
    options = parser.parse_args()
    try:
        said = read(options.export)
        found = list(problems(said, options.key))
        rows = [row for entry in said["entries"] for row in entry["rows"]]
        summary = summary_of(said, rows)
    except (Unreadable, OSError, KeyError, IndexError, zipfile.BadZipFile) as trouble:
        print(f"The export cannot be read: {trouble!a}")
        return 2
    except (ValueError, TypeError, AttributeError, OverflowError, binascii.Error) as trouble:
        print(f"The export cannot be read: {trouble!a}")
        return 2
    print("\n".join([*summary, *found, f"Wrong: {len(found)}." if found else "Everything holds."]))
    return 1 if found else 0


def summary_of(said: dict[str, Any], rows: list[dict[str, Any]]) -> list[str]:
    """Return what was looked at, in words."""
    withheld = sum("withheld" in row for row in rows)
    lines = [
        f"Case {said['case']!a}: {len(said['entries'])} entries, {len(rows)} rows.",
        f"Signed over {int(said['checkpoint'].splitlines()[1])} entries of the record.",
        f"First key: {said['first_key'].strip()!a}",
    ]
    if withheld:
        lines.append(f"Withheld: {withheld} rows; of these only the hash is here.")
    return lines


if __name__ == "__main__":
    sys.exit(main())
