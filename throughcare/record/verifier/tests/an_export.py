"""A small export made by hand, with nothing of the program that makes them."""

import base64
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PRIVATES = [Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2, 3)]
CASE = "00000000-0000-0000-0000-0000000000c1"
ORIGIN = "throughcare-record"
COLUMNS = ["act", "case_id", "number", "recorded_at"]


def public(private: Ed25519PrivateKey) -> tuple[bytes, str]:
    """A key's id, and the key as it is written down."""
    raw = b"\x01" + private.public_key().public_bytes_raw()
    identity = sha256(f"{ORIGIN}\n".encode() + raw).digest()[:4]
    return identity, f"{ORIGIN}+{identity.hex()}+{base64.b64encode(raw).decode()}"


KEYS = [public(each)[1] for each in PRIVATES]


def note(text: str, *signers: int) -> str:
    """A text that some of the keys have signed."""
    lines = [f"{text}\n"]
    for each in signers:
        signature = public(PRIVATES[each])[0] + PRIVATES[each].sign(text.encode())
        lines.append(f"— {ORIGIN} {base64.b64encode(signature).decode()}\n")
    return "".join(lines)


def rotation(old: int, new: int, *signers: int) -> str:
    """A note by which one key follows another."""
    return note(f"throughcare key rotation\n{KEYS[old]}\n{KEYS[new]}\n", *signers)


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def hashed(entry: dict[str, Any]) -> bytes:
    """The hash of an entry whose values hold nothing that is escaped."""
    leaves = [
        sha256(
            f"{row['table']}({','.join(row['columns'])})\n".encode()
            + bytes.fromhex(row["salt"])
            + "\t".join(row["values"]).encode()
        ).digest()
        for row in entry["rows"]
    ]
    ended = "".join("\t".join(each) + "\n" for each in entry["ended"]).encode()
    numbers = entry["of_case"].to_bytes(8, "big") + len(leaves).to_bytes(4, "big")
    said = bytes.fromhex(entry["before"]) + numbers + b"".join(leaves) + sha256(ended).digest()
    return sha256(b"throughcare entry 1\n" + said).digest()


def an_entry(number: int, of_case: int, before: bytes) -> dict[str, Any]:
    values = [f"act.{number}", CASE, str(number), f"2026-01-0{number} 09:00:00+00"]
    own = {"table": "record_entry", "columns": COLUMNS, "salt": "0a" * 16, "values": values}
    row = {
        "table": "office",
        "columns": ["id", "name"],
        "salt": "0b" * 16,
        "values": ["1", "Azilda"],
    }
    ended = [["office", "1", str(of_case)]] if of_case else []
    said = {"number": number, "of_case": of_case, "before": before.hex(), "rows": [own, row]}
    said |= {"ended": ended}
    return said | {"hash": hashed(said).hex()}


def an_export(*rotations: str, signer: int = 0, origin: str = ORIGIN) -> dict[str, Any]:
    """A case of two entries, the first and the third of a record of three."""
    first = an_entry(1, 0, bytes(32))
    other = sha256(b"about another case").digest()
    third = an_entry(3, 1, other)
    leaves = [
        sha256(b"\x00" + each).digest()
        for each in (bytes.fromhex(first["hash"]), other, bytes.fromhex(third["hash"]))
    ]
    pair = node(leaves[0], leaves[1])
    root = base64.b64encode(node(pair, leaves[2])).decode()
    first["proof"], third["proof"] = [leaves[1].hex(), leaves[2].hex()], [pair.hex()]
    return {
        "format": "throughcare-record-export-1",
        "case": "C-2026-00001",
        "case_id": CASE,
        "first_key": f"{KEYS[0]}\n",
        "rotations": list(rotations),
        "checkpoint": note(f"{origin}\n3\n{root}\n", signer),
        "entries": [first, third],
    }


def zipped(
    path: Path, content: str | bytes, name: str = "record.json", kind: int = zipfile.ZIP_STORED
) -> Path:
    """An archive with one file in it."""
    with zipfile.ZipFile(path, "w", kind) as archive:
        archive.writestr(name, content)
    return path
