"""Where an entry that no longer has its hash differs: the table, the row and the column."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from throughcare.record.integrity import hashing
from throughcare.record.integrity.findings import Finding, Kind
from throughcare.record.integrity.hashing import HASH, SALT, TAG
from throughcare.record.integrity.layouts import ENTRIES, Layout
from throughcare.record.integrity.reading import Kept, Read

Standing = dict[str, Layout]


@dataclass(frozen=True)
class Slot:
    """What is kept of one row of an entry: its own line first, then each version it made."""

    table: str
    key: bytes
    salt: bytes
    leaf: bytes
    tags: bytes


def differences(standing: Standing, entry: Read, kept: Kept) -> list[Finding]:
    """Return how an entry differs from what is kept of it, as closely as it can be told."""
    slots = _slots(standing, entry, kept)
    if slots is None:
        return [Finding(Kind.LINK_ALTERED, entry.number)]
    found = [*_own(standing, entry, slots[0]), *_versions(standing, entry, slots[1:])]
    found += _endings(entry, kept)
    return found


def _slots(standing: Standing, entry: Read, kept: Kept) -> list[Slot] | None:
    """Return the slots, or None where what is kept does not fit together."""
    rows = [(ENTRIES, str(entry.seq).encode()), *_rows(kept.made)]
    if len(kept.salts) != SALT * len(rows) or len(kept.leaves) != HASH * len(rows):
        return None
    slots, at = [], 0
    for place, (table, key) in enumerate(rows):
        if table not in standing:
            return None
        width = TAG * len(standing[table].columns)
        salt = kept.salts[place * SALT : (place + 1) * SALT]
        leaf = kept.leaves[place * HASH : (place + 1) * HASH]
        slots.append(Slot(table, key, salt, leaf, kept.tags[at : at + width]))
        at += width
    return slots


def _rows(text: bytes) -> Iterator[tuple[str, bytes]]:
    for line in text.splitlines():
        table, _, key = line.partition(b"\t")
        yield table.decode(errors="replace"), key


def _own(standing: Standing, entry: Read, slot: Slot) -> list[Finding]:
    if _is_so(standing, slot, entry.line) or _is_left(standing, entry):
        return []
    return [
        Finding(Kind.ALTERED, entry.number, ENTRIES, str(entry.seq), column)
        for column in _columns(standing[ENTRIES], slot, entry.line)
    ]


def _is_left(standing: Standing, entry: Read) -> bool:
    return hashing.leaf(standing[ENTRIES].head, b"", entry.line) == entry.left


def _is_so(standing: Standing, slot: Slot, line: bytes | None) -> bool:
    return line is None or hashing.leaf(standing[slot.table].head, slot.salt, line) == slot.leaf


def _columns(layout: Layout, slot: Slot, line: bytes) -> list[str]:
    """Return the columns whose marks differ; no name where they say nothing or all differ."""
    now = hashing.tags(slot.salt, line)
    if len(now) != len(slot.tags):
        return [""]
    different = [
        column
        for at, column in enumerate(layout.columns)
        if now[at * TAG : (at + 1) * TAG] != slot.tags[at * TAG : (at + 1) * TAG]
    ]
    return [""] if len(different) in {0, len(layout.columns)} else different


def _versions(standing: Standing, entry: Read, slots: list[Slot]) -> Iterator[Finding]:
    """Compare each version with the slot of its row; what is left over is gone or added."""
    open_slots = list(slots)
    strangers = []
    for table, key, line in entry.made:
        own = [each for each in open_slots if (each.table, each.key) == (table, key)]
        if not own:
            strangers.append((table, key, line))
            continue
        fitting = [each for each in own if _is_so(standing, each, line)]
        open_slots.remove((fitting or own)[0])
        if not fitting and line is not None:
            for column in _columns(standing[table], own[0], line):
                yield Finding(Kind.ALTERED, entry.number, table, key.decode(), column)
    for table, key, _line in strangers:
        yield Finding(Kind.ADDED, entry.number, table, key.decode())
    for slot in open_slots:
        yield Finding(Kind.GONE, entry.number, slot.table, slot.key.decode(errors="replace"))


def _endings(entry: Read, kept: Kept) -> Iterator[Finding]:
    was, now = Counter(kept.ended.splitlines()), Counter(entry.ended.splitlines())
    for line in sorted(((was - now) + (now - was)).elements()):
        # Whoever changed what is kept may have put anything there.
        table, _, rest = line.decode(errors="replace").partition("\t")
        key, _, _from_seq = rest.partition("\t")
        yield Finding(Kind.ENDED_OTHERWISE, entry.number, table, key, "to_seq")
