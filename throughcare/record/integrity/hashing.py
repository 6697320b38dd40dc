"""The hashes of the record. `docs/reference/record-hashes.md` says the same in words.

A row is hashed as the line that PostgreSQL's COPY writes for it in text, under fixed settings:
each value's own text, a tab between two, a backslash before what would be mistaken for one. Two
rows have the same line only when all their values are the same, byte for byte.
"""

import os
from hashlib import sha256
from zlib import crc32

FORM = b"throughcare entry 1\n"
SALT = 16
HASH = 32
TAG = 2
BEGINNING = bytes(HASH)


def new_salt() -> bytes:
    """Return a salt: without it nobody can guess a row from its hash."""
    return os.urandom(SALT)


def leaf(head: bytes, salt: bytes, line: bytes) -> bytes:
    """Return the hash of one row's line; `head` names the table and its columns."""
    return sha256(head + salt + line).digest()


def entry_hash(before: bytes, of_case: int, leaves: bytes, ended: bytes) -> bytes:
    """Return the hash of an entry.

    :param before: the hash of the entry before.
    :param of_case: the number of the entry before about the same case, 0 where there is none.
    :param leaves: its own leaf, then those of the row versions that it made.
    :param ended: which row versions it ended, one a line.
    """
    count = len(leaves) // HASH
    return sha256(
        FORM
        + before
        + of_case.to_bytes(8, "big")
        + count.to_bytes(4, "big")
        + leaves
        + sha256(ended).digest()
    ).digest()


def tags(salt: bytes, line: bytes) -> bytes:
    """Return a short mark of each value of a line. It proves nothing; it only says where."""
    start = crc32(salt)
    return b"".join(
        (crc32(value, start) & 0xFFFF).to_bytes(TAG, "big") for value in line.split(b"\t")
    )
