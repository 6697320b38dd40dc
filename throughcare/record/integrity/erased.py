"""What was erased by law, as the record itself says it: which versions are gone, and under what."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Protocol

ENTRIES = "record_entry"
LINE = re.compile(
    r"(?P<table>[a-z_0-9]+)\t(?P<key>[^\t]+)\t(?P<seq>[0-9]{1,18})\t(?P<to>[0-9]{0,18})"
    r"\t(?P<left>(?:[0-9a-f]{64})?)"
)
SAID = """
SELECT e.number, h.versions FROM history.record_erasure AS h
JOIN public.record_entry AS e ON e.seq = h.from_seq
WHERE h.versions <> '' AND e.number > 0 ORDER BY e.number
"""


class HasVersions(Protocol):
    """An entry as it was read."""

    seq: int
    made: list[Any]
    ends: list[bytes]
    left: bytes | None


@dataclass
class Erased:
    """The row versions that are gone, by the place of the entry that made or ended them."""

    made: dict[int, list[tuple[str, bytes]]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    left: dict[int, bytes] = field(default_factory=dict)
    by: dict[tuple[str, bytes, int], int] = field(default_factory=dict)
    """Table, key and place, and the number of the entry of the erasure."""

    def take(self, number: int, line: str) -> None:
        """Take a line of an erasure; one that is none is left out, and its hash will not fit."""
        found = LINE.fullmatch(line)
        if found is None:
            return
        table, key, seq = found["table"], found["key"].encode(), int(found["seq"])
        self.by[table, key, seq] = number
        if table == ENTRIES:
            self.left[seq] = bytes.fromhex(found["left"] or "")
            return
        self.made[seq].append((table, key))
        if found["to"]:
            self.ended[int(found["to"])].append(f"{table}\t{found['key']}\t{seq}\n".encode())

    def given_to(self, entries: list[Any]) -> None:
        """Give entries what they made and ended and is gone, in the order of hashing."""
        for each in entries:
            self._give(each)

    def _give(self, entry: HasVersions) -> None:
        entry.left = self.left.get(entry.seq)
        entry.ends += self.ended.get(entry.seq, [])
        if gone := self.made.get(entry.seq):
            entry.made += [(table, key, None) for table, key in gone]
            entry.made.sort(key=lambda made: (made[0], made[1], made[2] or b""))


def erased(cursor: Any) -> Erased:
    """Return all that was erased."""
    found = Erased()
    cursor.execute("SELECT to_regclass('history.record_erasure') IS NULL")
    if cursor.fetchone()[0]:
        return found
    cursor.execute(SAID)
    for number, versions in cursor.fetchall():
        for line in versions.splitlines():
            found.take(number, line)
    return found
