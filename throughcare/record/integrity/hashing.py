"""The hashes of the record. `docs/reference/record-hashes.md` says the same in words.

A row is hashed as the line that PostgreSQL's COPY writes for it in text, under fixed settings:
each value's own text, a tab between two, a backslash before what would be mistaken for one. Two
rows have the same line only when all their values are the same, byte for byte.
"""

import os
from hashlib import sha256
from struct import pack
from zlib import crc32

FORM = b"throughcare entry 1\n"
SALT = 16
HASH = 32
TAG = 2
BEGINNING = bytes(HASH)


def new_salts(count: int) -> bytes:
    """Return so many salts: without its salt nobody can guess a row from its hash."""
    return os.urandom(SALT * count)


def parts(whole: bytes, width: int) -> list[bytes]:
    """Return salts, or leaves, one by one."""
    return [whole[at : at + width] for at in range(0, len(whole), width)]


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
    numbers = pack(">QI", of_case, len(leaves) // HASH)
    return sha256(FORM + before + numbers + leaves + sha256(ended).digest()).digest()


def tags(salt: bytes, line: bytes) -> bytes:
    """Return a short mark of each value of a line. It proves nothing; it only says where."""
    start = crc32(salt)
    marks = [crc32(value, start) & 0xFFFF for value in line.split(b"\t")]
    return pack(f">{len(marks)}H", *marks)
